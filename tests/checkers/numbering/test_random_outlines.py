"""A right outline is silent, whatever its levels; one fault in it is one diagnostic at its place."""

from __future__ import annotations

import importlib.util
import os
import sys
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint import packs
from speechlint.linter import Linter
from speechlint.sources import document

if TYPE_CHECKING:
    from types import ModuleType

    from speechlint.diagnostic import Diagnostic


def _beside(name: str) -> ModuleType:
    """Import a module from this folder, which is no package."""
    file = os.path.join(os.path.dirname(__file__), f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"numbering_{name}", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


made: Any = _beside("outlines")
RULES = list(packs.load_pack(os.path.join(packs.builtin(), "numbering")))
settings.register_profile("numbering", max_examples=60, deadline=None)
few = settings(settings.get_profile("numbering"))
FAULTS = ("numbering.gap", "numbering.duplicate", "numbering.order")


def lint(text: str) -> list[Diagnostic]:
    return Linter(RULES).lint(document(text))


@few
@given(made.outlines())
def test_a_right_outline_is_silent(items: list[Any]) -> None:
    assert lint(made.write(items).text) == []


def one_at(items: list[Any], *touched: Any) -> bool:
    """Say whether there is one diagnostic, and it stands on one of the touched markers."""
    written = made.write(items)
    found = [d for d in lint(written.text) if d.kind in FAULTS]
    places = [written.places[id(item)] for item in touched]
    return len(found) == 1 and any(
        start <= found[0].span.start and found[0].span.end <= end + 1 for start, end in places
    )


@few
@given(made.outlines(least=3), st.data())
def test_a_lost_item_is_one_gap(items: list[Any], data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(made.rows(items)))
    at = data.draw(st.integers(1, len(row) - 2))
    del row[at]
    assert one_at(items, row[at])


@few
@given(made.outlines(least=3), st.data())
def test_a_lost_first_item_is_one_gap(items: list[Any], data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(made.rows(items)))
    del row[0]
    assert one_at(items, row[0])


@few
@given(made.outlines(least=3), st.data())
def test_a_repeated_number_is_one_duplicate(items: list[Any], data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(made.rows(items)))
    at = data.draw(st.integers(1, len(row) - 1))
    for item in row[at:]:
        item.number -= 1
    assert one_at(items, row[at])


@few
@given(made.outlines(least=3), st.data())
def test_two_exchanged_numbers_are_one_fault(items: list[Any], data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(made.rows(items)))
    at = data.draw(st.integers(0, len(row) - 2))
    row[at].number, row[at + 1].number = row[at + 1].number, row[at].number
    assert one_at(items, row[at], row[at + 1])


@few
@given(made.outlines(least=3), st.data())
def test_a_changed_number_is_one_fault(items: list[Any], data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(made.rows(items)))
    at = data.draw(st.integers(1, len(row) - 2))
    row[at].number += data.draw(st.sampled_from([-1, 1, 2]))
    assert one_at(items, row[at])
