"""What the build makes so that a check starts fast: rules, expressions, modules, words.

Each is only another form of what stands in the sources or in jieba, and may be missing.
"""

from __future__ import annotations

import ast
import glob
import os
import pkgutil
import sys
from importlib import import_module

import speechlint
from speechlint import (
    boilerplate,
    bundling,
    compiling,
    dictionary,
    edges,
    halves,
    later,
    lists,
    packed,
    packs,
    patterns,
    regexes,
    residue,
    shipped,
    site,
    sources,
    tables,
    together,
    vocabulary,
)
from speechlint.checkers.scrape import foreign
from speechlint.checkers.word import phrase
from speechlint.linter import Linter
from speechlint.views.spun import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_ROWS = ("word.dated", "word.formula")  # checkers whose tables are expressions
# What the last build wrote must not be read by this one, nor be a module any more.
_FORMER = (packed.FILE, "_rules.py")


def files() -> dict[str, bytes]:
    """Return the names and contents of what the modules read, to be written beside them."""
    _ask()
    return {
        packed.FILE: _packed(),
        regexes.FILE: regexes.render(),
        dictionary.FILE: dictionary.render(),
    }


def _packed() -> bytes:
    made: dict[str, tuple[Any, ...]] = {
        "RULES": compiling.built(packs.builtin()),
        "WORDS": vocabulary.built(
            {
                "SITE": boilerplate.entries(),
                "SPUN": words.entries(),
                **compiling.words(packs.builtin()),
            }
        ),
        "SITE": boilerplate.built(),
        "HALVES": halves.built(packed.HEADS, packed.TAILS),
        packed.DOUBLES: lists.built(tables.by_word(packed.DOUBLES)),
        patterns.LITERALS: lists.built(_literals()),
        "BUTTONS": lists.built(site.buttons()),
        phrase.ALIKE: lists.built(phrase.together(phrase.ALIKE)),
    }
    made |= {name: lists.built(lists.entries(name)) for name in (*edges.LISTS, foreign.LIST)}
    made |= {name: residue.laid(name) for name in residue.TABLES}
    made[residue.BEGINNINGS] = residue.beginnings()
    return packed.render(**made)


def _literals() -> dict[str, str]:
    """Return the literal of each expression of these tables that is not a word itself."""
    return {each: patterns.literal(each) for each in _rows() if not each.isalnum()}


def _rows() -> Iterator[str]:
    """Yield the expressions of the tables that are read as `patterns.Rows`."""
    for rule in packs.load_packs(packs.builtin()):
        if rule.checker in _ROWS:
            for table in packs.options_of(rule).values():
                yield from table if isinstance(table, dict) else ()


def _ask() -> None:
    """Use every expression that a draft can need: import all, check every example."""
    for module in ("checkers", "reporters", "views"):
        package = import_module(f"speechlint.{module}")
        for found in pkgutil.walk_packages(package.__path__, f"speechlint.{module}."):
            import_module(found.name)
    site.ask()
    residue.ask()
    rules = list(packs.load_packs(packs.builtin(), examples=True))
    linter = Linter(rules)
    for draft in glob.glob(os.path.join(os.path.dirname(packs.builtin()), "examples", "*.txt")):
        with open(draft, encoding="utf-8") as stream:
            linter.lint(sources.document(stream.read()))
    for rule in rules:
        for example in rule.examples:
            if not example.markdown:  # its reader is no part of a build
                linter.lint(sources.document(example.text))
    for row in _rows():
        regexes.regex(row)
    later.ask()  # by now everything that a check may need is imported
    for name, imported in sorted(sys.modules.items()):
        if name.startswith("speechlint."):
            _ask_named(vars(imported))


def _ask_named(names: dict[str, Any]) -> None:
    """Use the expressions of a module that are made of names which it has outside its functions."""
    with open(names["__file__"], encoding="utf-8") as stream:
        tree = ast.parse(stream.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("regex", "any_of"):
            try:
                eval(compile(ast.Expression(node), "", "eval"), names)  # noqa: S307 (our own code)
            except NameError:  # of a function: an example asks for it
                continue


def write(folder: str) -> None:
    """Write the files into the package's folder, and at last the bundle of all modules."""
    for name in _FORMER:
        if os.path.exists(former := os.path.join(folder, name)):
            os.remove(former)
    for name, content in files().items():
        _put(os.path.join(folder, name), content)
    _put(os.path.join(folder, shipped.BUNDLE), bundling.render(folder, together.names(folder)))


def _put(path: str, content: bytes) -> None:
    with open(path + ".new", "wb") as target:
        target.write(content)
    os.replace(path + ".new", path)  # a server that runs has mapped the old one


if __name__ == "__main__":
    write(os.path.dirname(os.path.abspath(speechlint.__file__)))
