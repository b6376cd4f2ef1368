"""Checkers by name. A rule file names one; it is imported when first used.

`pattern` is the class Pattern in `checkers/pattern.py`, `numbering.gap` the class Gap in
`checkers/numbering/gap.py`. A checker without options is a module that has its methods, as
`checkers/numbering/order.py`: to define a class takes as long as to check a paragraph. Other packages offer theirs through the entry point group
`speechlint.checkers`.
"""

from __future__ import annotations

import os

from speechlint.light import cache, import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import NoReturn

    from speechlint.rule import Checker

_METHODS = ("check_paragraph", "check_speech", "check_document")


@cache
def load(name: str) -> Callable[..., Checker]:
    """Return what makes the checker of that name: a built-in one, else a plug-in's.

    Raise UnknownCheckerError.
    """
    module = f"{__name__}.{name}".replace("-", "_")
    try:
        home = import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or not module.startswith(error.name):
            raise  # a built-in checker that misses something itself
        return _plugin(name)
    class_name = "".join(map(str.capitalize, name.rpartition(".")[2].split("-")))
    checker = vars(home).get(class_name)
    if checker is None and vars(home).keys().isdisjoint(_METHODS):
        return _unknown(name)  # a folder of checkers, or a module that they share
    made: Callable[..., Checker] = checker or (lambda: home)
    return made


def names() -> Iterator[str]:
    """Yield the names of the built-in checkers."""
    root = os.path.dirname(os.path.abspath(__file__))
    for folder, _, files in os.walk(root):
        for file in files:
            if file.endswith(".py") and not file.startswith("_"):
                path = os.path.relpath(os.path.join(folder, file[: -len(".py")]), root)
                yield path.replace(os.sep, ".").replace("_", "-")


def _unknown(name: str) -> NoReturn:
    from speechlint.errors import UnknownCheckerError

    raise UnknownCheckerError(name)


def _plugin(name: str) -> Callable[..., Checker]:
    from importlib.metadata import entry_points  # 40 ms: only for plug-ins

    found = list(entry_points(group="speechlint.checkers", name=name))
    if len(found) != 1:
        _unknown(name)
    made: Callable[..., Checker] = found[0].load()
    return made
