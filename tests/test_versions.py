"""A draft as an editor sends it: version after version, most of each as it was before."""

import gc
from collections import Counter
from collections.abc import Iterator

import pytest

from speechlint import packs
from speechlint.linter import Linter
from speechlint.memory import Memory
from speechlint.sources import document
from speechlint.views.blanks import blanks

RULES = list(packs.load_packs(packs.builtin(), examples=True))
EXAMPLES = [example for rule in RULES for example in rule.examples]
ABOVE = "大会开得很好。\n\n"


@pytest.fixture
def left() -> Iterator[list[object]]:
    """Yield what only the garbage collector frees, once it was looked for."""
    gc.collect()
    gc.freeze()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        yield gc.garbage
    finally:
        gc.set_debug(0)
        gc.enable()
        gc.unfreeze()
        gc.garbage.clear()
        gc.collect()


def test_what_moves_down_is_found_where_it_is_now() -> None:
    """Views are handed on from version to version: none may know where its paragraph stood."""
    warm, fresh = Linter(RULES), Linter(RULES)
    for example in EXAMPLES:
        name = ".md" if example.markdown else ""
        memory = Memory()
        warm.lint(document(example.text, name, memory))
        memory.turn()
        moved = ABOVE + example.text
        found = warm.lint(document(moved, name, memory))
        assert found == fresh.lint(document(moved, name)), example.text


def test_no_version_is_left_for_the_garbage_collector(left: list[object]) -> None:
    """What is freed by the thousand lets memory grow meanwhile, and whoever types then waits."""
    linter = Linter(RULES)
    for again in range(2):  # what is compiled and imported on the way comes once
        if again:
            gc.collect()
            left.clear()
        for example in EXAMPLES:
            read = document(example.text, ".md" if example.markdown else "", Memory())
            linter.lint(read)
            read.view(blanks)
            read.dissolve()
    gc.collect()
    assert Counter(type(thing).__name__ for thing in left) == {}
