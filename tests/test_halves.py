"""What the build makes of a table of halves is the table."""

import marshal
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from speechlint import halves, packed, tables

HEADS, TAILS = packed.HEADS, packed.TAILS


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    yield
    packed._file.cache_clear()
    halves.halves.cache_clear()


def use(monkeypatch: pytest.MonkeyPatch, written: bytes) -> None:
    monkeypatch.setattr(packed, "mapped", lambda _name: written)
    packed._file.cache_clear()
    halves.halves.cache_clear()


def rows(table: halves.Halves, text: str) -> list[tuple[str, str]]:
    """Return for each two characters, one after the other, the halves before and behind them."""
    found = table.within(text)
    assert all(found.values())
    here = [found.get(at, 0) for at in range(0, len(text), 2)]
    return [
        (
            table.row(half - 1) if 0 < half <= table.last_tail else "",
            table.row(table.last_tail + half - table.first_head)
            if half >= table.first_head
            else "",
        )
        for half in here
    ]


@pytest.mark.parametrize(
    "size", [100, 1_000_000]
)  # of so many at once some are looked up in a dict
def test_rows_are_found_by_the_number_of_their_two_characters(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    heads, tails = tables.by_word(HEADS), tables.by_word(TAILS)
    every = sorted({*heads, *tails, "，。", "甲乙", "！a", "😀一"})
    text = "".join(every)
    use(monkeypatch, packed.render(HALVES=halves.built(HEADS, TAILS)))
    monkeypatch.setattr(tables, "by_word", lambda _name: pytest.fail("read the table"))
    table = halves.halves(HEADS, TAILS)

    found = [row for at in range(0, len(text), size) for row in rows(table, text[at : at + size])]

    assert found == [(tails.get(pair, ""), heads.get(pair, "")) for pair in every]


@pytest.mark.parametrize(
    "signature",
    [
        (sys.byteorder, packed._FORM, "word/heads.tsv 0 0"),
        ("another", packed._FORM, tables.stamps()),
        (sys.byteorder, 0, tables.stamps()),
        (),
    ],
)
def test_what_was_made_of_other_tables_or_elsewhere_does_not_count(
    monkeypatch: pytest.MonkeyPatch, signature: tuple[Any, ...]
) -> None:
    head = marshal.dumps((signature, {"HALVES": ((), ())}))
    use(monkeypatch, len(head).to_bytes(4, "little") + head)
    heads = tables.by_word(HEADS)

    found = rows(halves.halves(HEADS, TAILS), "".join(heads))

    assert [behind for _, behind in found] == list(heads.values())


def test_other_tables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, packed.render(HALVES=halves.built(HEADS, TAILS)))
    monkeypatch.setattr(
        tables, "by_word", {"heads": {"甲乙": "丙丁"}, "tails": {"丙丁": "甲乙"}}.get
    )

    table = halves.halves("heads", "tails")

    assert rows(table, "甲乙丙丁") == [("", "丙丁"), ("甲乙", "")]


@pytest.mark.parametrize("written", [b"", b"\0\0\0\0", b"\x09\0\0\0no marshal"])
def test_what_is_no_such_file_does_not_count(
    monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    use(monkeypatch, written)

    assert packed.made("HALVES") is None
