"""The marks stand below the span, on whatever a terminal makes two columns wide."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.reporters.columns import visible
from speechlint.reporters.excerpt import excerpt
from speechlint.text import LineIndex, Span


def columns(text: str, double: str = "WF") -> int:
    return sum(
        0
        if unicodedata.category(c) in ("Mn", "Me")
        else 2
        if unicodedata.east_asian_width(c) in double
        else 1
        for c in text
    )


def show(marked: str, *, wide: bool = False) -> tuple[str, str]:
    text = marked.replace("⟦", "").replace("⟧", "")
    span = Span(marked.index("⟦"), marked.index("⟧") - 1)
    return excerpt(text, span, LineIndex(text), wide=wide)


@pytest.mark.parametrize(
    ("marked", "shown", "marks"),
    [
        ("今年⟦截止⟧目前", "今年截止目前", "\u3000\u3000^^^^"),
        ("Ab⟦X⟧个", "AbX个", "  ^"),
        ("，⟦ＸＸ⟧个", "，ＸＸ个", "\u3000^^^^"),
        ("😀𠀀⟦甲⟧", "😀𠀀甲", "\u3000\u3000^^"),
        ("前一行\n甲⟦乙⟧丙\n后一行", "甲乙丙", "\u3000^^"),
        ("e\u0301⟦甲⟧", "e\u0301甲", " ^^"),
    ],
    ids=["Han", "ASCII", "full width", "beyond the BMP", "one line only", "combining"],
)
def test_alignment(marked: str, shown: str, marks: str) -> None:
    assert show(marked) == (shown, marks)


def test_quotation_marks_are_narrow_but_on_a_chinese_console() -> None:
    assert show("“甲”⟦乙⟧") == ("“甲”乙", " \u3000 ^^")
    assert show("“甲”⟦乙⟧", wide=True) == ("“甲”乙", "\u3000\u3000\u3000^^")


class TestUnseen:
    @pytest.mark.parametrize(
        ("marked", "shown", "marks"),
        [
            ("甲⟦\u200b⟧乙", "甲<U+200B>乙", "\u3000^^^^^^^^"),
            ("\u200b甲⟦乙⟧", "<U+200B>甲乙", "        \u3000^^"),
            ("\x1b[31m⟦甲⟧", "<U+001B>[31m甲", " " * 12 + "^^"),
            ("\t⟦甲⟧", " 甲", " ^^"),
            ("甲⟦\x85⟧", "甲<U+0085>", "\u3000^^^^^^^^"),
            ("甲⟦\u2028⟧", "甲<U+2028>", "\u3000^^^^^^^^"),
            ("甲⟦\ue000⟧", "甲<U+E000>", "\u3000^^^^^^^^"),
            ("\u3000\u3000⟦甲⟧", "\u3000\u3000甲", "\u3000\u3000^^"),
        ],
    )
    def test_what_cannot_be_seen_is_spelt_out(self, marked: str, shown: str, marks: str) -> None:
        assert show(marked) == (shown, marks)

    def test_a_span_over_line_ends_goes_on_to_the_end_of_its_last_line(self) -> None:
        assert show("甲⟦乙\n丙⟧丁\n戊") == ("甲乙⏎丙丁", "\u3000^^^^^")

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_a_line_end_is_shown_once(self, end: str) -> None:
        assert show(f"甲⟦乙{end}⟧丙") == ("甲乙⏎", "\u3000^^^")


class TestLong:
    def test_a_line_is_cut_around_the_span(self) -> None:
        shown, marks = show("零" * 100 + "⟦甲⟧" + "一" * 100)

        assert shown == "…" + "零" * 18 + "甲" + "一" * 19 + "…"
        assert marks == " " + "\u3000" * 18 + "^^"

    def test_what_one_side_leaves_the_other_takes(self) -> None:
        assert show("零⟦甲⟧" + "一" * 100)[0] == "零甲" + "一" * 36 + "…"

    def test_a_span_is_cut_in_its_middle(self) -> None:
        shown, marks = show("零⟦" + "甲" * 50 + "乙⟧一")

        assert shown == "零" + "甲" * 11 + "……" + "甲" * 10 + "乙一"
        assert marks == "\u3000" + "^" * 46

    def test_one_that_just_fits_is_not_cut(self) -> None:
        assert show("零⟦" + "甲" * 22 + "⟧一") == ("零" + "甲" * 22 + "一", "\u3000" + "^" * 44)

    def test_a_long_line_costs_no_more_than_a_short_one(self) -> None:
        shown, _ = show("\u200b" * 99_999 + "⟦甲⟧" + "\u200b" * 99_999)

        assert shown == "…" + "<U+200B>" * 4 + "甲" + "<U+200B>" * 5 + "…"


@given(
    text=st.text(st.sampled_from("一，“”Ab 1\n\r\t\u200b\u2028😀…\u0301"), max_size=200),
    data=st.data(),
    wide=st.booleans(),
)
def test_the_marks_are_as_wide_as_what_they_mark(
    *, text: str, data: st.DataObject, wide: bool
) -> None:
    text += "甲"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    double = "WFA" if wide else "WF"

    shown, marks = excerpt(text, Span(start, end), LineIndex(text), wide=wide)

    assert all(c.isprintable() or c == "\u3000" for c in shown)
    assert columns(shown, double) <= 76 + 2 * columns("…", double)
    lead = marks.rstrip("^")
    assert columns(lead + "^" * marks.count("^"), double) <= columns(shown, double)
    if "……" not in shown and "\r" not in text:
        marked = "".join(map(visible, text[start:end]))
        assert marks.count("^") == columns(marked, double)
        at = shown.index(marked)
        if marked not in shown[at + 1 :]:  # 11 stands in 111 twice
            assert columns(shown[:at], double) == columns(lead, double)
