"""What the build makes of a table of halves is the table."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from speechlint import halves, tables
from speechlint.presence import numbers

NAME = "word/heads.tsv"


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    yield
    _forget()


def _forget() -> None:
    halves.halves.cache_clear()
    halves._made.cache_clear()


def use(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102 (our own output)
    module = type("Module", (), names)
    monkeypatch.setitem(sys.modules, "speechlint._halves", module)
    monkeypatch.setattr("speechlint._halves", module, raising=False)
    _forget()


def rows(table: halves.Halves) -> dict[int, str]:
    return {number: table.at(place) for number, place in table.places.items()}


def test_rows_are_found_by_the_number_of_their_two_characters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, halves.render())
    monkeypatch.setattr(tables, "by_word", lambda _name: pytest.fail("read the table"))

    made = rows(halves.halves(NAME))

    monkeypatch.undo()
    assert made == {numbers(key)[0]: row for key, row in tables.by_word(NAME).items()}


@pytest.mark.parametrize(
    "signature",
    [
        (sys.byteorder, (0, 0), (0, 0)),
        ("another", *halves._stamps()),
    ],
)
def test_what_was_made_of_other_tables_or_elsewhere_does_not_count(
    monkeypatch: pytest.MonkeyPatch, signature: tuple[Any, ...]
) -> None:
    use(monkeypatch, f"SIGNATURE = {signature!r}\nTABLES = {{{NAME!r}: ('', b'', b'')}}\n")

    assert len(halves.halves(NAME).places) == len(tables.by_word(NAME))
