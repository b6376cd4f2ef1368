"""What the build makes so that a check starts fast: rules, expressions, modules, words.

Each is only another form of what stands in the sources or in jieba, and may be missing.
"""

from __future__ import annotations

import glob
import os
import pkgutil
from importlib import import_module

import speechlint
from speechlint import (
    boilerplate,
    bundle,
    bundling,
    compiling,
    dictionary,
    halves,
    later,
    packed,
    packs,
    patterns,
    regexes,
    residue,
    site,
    sources,
)
from speechlint.checkers import repetition
from speechlint.linter import Linter
from speechlint.views.spun import words

_ROWS = ("word.dated", "word.formula")  # checkers whose tables are expressions


def files() -> dict[str, bytes]:
    """Return the names and contents of what the modules read, to be written beside them."""
    _ask()
    return {
        "_rules.py": compiling.render(packs.builtin()).encode(),
        packed.FILE: _packed(),
        regexes.FILE: regexes.render(),
        dictionary.FILE: dictionary.render(),
    }


def _packed() -> bytes:
    return packed.render(
        HALVES=halves.built(packed.HEADS, packed.TAILS),
        SPUN=words.joined().parts(),
        SITE=boilerplate.built(),
        DOUBLES=repetition.table(packed.DOUBLES),
        LITERALS=(_literals(),),
    )


def _literals() -> dict[str, str]:
    """Return the literal of each expression of the tables that are read as `patterns.Rows`."""
    rules = [rule for rule in packs.load_packs(packs.builtin()) if rule.checker in _ROWS]
    tables = (table for rule in rules for table in packs.options_of(rule).values())
    return {
        pattern: patterns.literal(pattern)
        for table in tables
        if isinstance(table, dict)
        for pattern in table
        if not pattern.isalnum()
    }


def _ask() -> None:
    """Use every expression that a draft can need: import all, check every example."""
    for module in ("checkers", "views"):
        package = import_module(f"speechlint.{module}")
        for found in pkgutil.walk_packages(package.__path__, f"speechlint.{module}."):
            import_module(found.name)
    later.ask()
    site.ask()
    residue.ask("scrape/garbled.tsv", "scrape/page.tsv")
    rules = list(packs.load_packs(packs.builtin(), examples=True))
    linter = Linter(rules)
    for draft in glob.glob(os.path.join(os.path.dirname(packs.builtin()), "examples", "*.txt")):
        with open(draft, encoding="utf-8") as stream:
            linter.lint(sources.document(stream.read()))
    for rule in rules:
        for example in rule.examples:
            if not example.markdown:  # its reader is no part of a build
                linter.lint(sources.document(example.text))


def write(folder: str) -> None:
    """Write the files into the package's folder, and at last the bundle of all modules."""
    for name, content in files().items():
        _put(os.path.join(folder, name), content)
    _put(os.path.join(folder, bundle.FILE), bundling.render(folder))


def _put(path: str, content: bytes) -> None:
    with open(path + ".new", "wb") as target:
        target.write(content)
    os.replace(path + ".new", path)  # a server that runs has mapped the old one


if __name__ == "__main__":
    write(os.path.dirname(os.path.abspath(speechlint.__file__)))
