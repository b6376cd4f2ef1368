import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types as lsp

from speechlint.server.convert import Positions
from speechlint.text import Span

LENGTHS = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}
PIECES = ["字" * 300, "\r\n", *"字a😀𠀀é\v\f\x1c\x85\u2028\u2029\n\r\ud800\udc00"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize("encoding", LENGTHS)
@settings(deadline=None)
@given(text=TEXTS, data=st.data())
def test_every_offset_comes_back(encoding: str, text: str, data: st.DataObject) -> None:
    positions = Positions(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # no position stands inside a line end
    position = positions.position(offset)
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    assert position.character == LENGTHS[encoding](text[start:offset])
    assert positions.offset(position) == offset


@pytest.mark.parametrize(
    ("encoding", "characters"), [("utf-8", [4, 10]), ("utf-16", [2, 4]), ("utf-32", [1, 3])]
)
def test_a_range_counts_as_the_client_does(encoding: str, characters: list[int]) -> None:
    text = "一\v二\x85三\u2028\r\n😀某市\n"
    place = Positions(text, encoding).range(Span(9, 11))
    assert (place.start.line, place.end.line) == (1, 1)
    assert [place.start.character, place.end.character] == characters
    assert Positions(text, encoding).span(place) == Span(9, 11)


def test_a_position_inside_a_character_is_before_it() -> None:
    positions = Positions("甲😀乙", "utf-16")
    assert positions.offset(lsp.Position(0, 2)) == 1
    assert positions.offset(lsp.Position(0, 3)) == 2


@pytest.mark.parametrize("encoding", LENGTHS)
def test_positions_outside_are_pulled_in(encoding: str) -> None:
    positions = Positions("甲😀\n乙\n", encoding)
    assert positions.offset(lsp.Position(0, 99)) == 2
    assert positions.offset(lsp.Position(1, 99)) == 4
    assert positions.offset(lsp.Position(9, 0)) == 5
    assert positions.span(lsp.Range(lsp.Position(1, 9), lsp.Position(0, 0))) == Span(0, 4)


@pytest.mark.parametrize("encoding", LENGTHS)
def test_an_empty_text(encoding: str) -> None:
    positions = Positions("", encoding)
    assert positions.position(0) == lsp.Position(0, 0)
    assert positions.offset(lsp.Position(3, 3)) == 0


def test_a_line_without_end_is_not_measured_again_for_each_place() -> None:
    text = "😀字" * 200_000
    positions = Positions(text, "utf-16")
    places = [positions.range(Span(at, at + 1)) for at in range(0, len(text), 100)]
    assert places[-1].start.character == (len(text) - 100) // 2 * 3
    assert [positions.span(place).start for place in places] == list(range(0, len(text), 100))
