"""What the user has said not to report."""

from collections.abc import Iterable

import pytest

from speechlint.baseline import Entry, fingerprint
from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from speechlint.document import Document
from speechlint.packs import unmark
from speechlint.rule import Rule
from speechlint.sources import document
from speechlint.suppress import allowed, sift
from speechlint.text import Span


def rule(name: str, kind: str = "", aliases: tuple[str, ...] = ()) -> Rule:
    return Rule(name, "", "", "", Severity.ERROR, "pattern", {}, kind or name, "", aliases=aliases)


RULES = [
    rule("placeholder.mask"),
    rule("word.as-of", "word.typo", ("word.until",)),
    rule("numbering.gap"),
]


def diagnostic(name: str, span: Span, fix: Fix | None = None) -> Diagnostic:
    kind = next(r.kind for r in RULES if r.id == name)
    return Diagnostic(name, kind, Severity.ERROR, "", span, fix)


def found(text: str, name: str = "placeholder.mask") -> tuple[str, list[Diagnostic]]:
    bare, spans = unmark(text)
    return bare, [diagnostic(name, span) for span in spans]


def words(doc: Document, diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [doc.text[d.span.start : d.span.end] for d in diagnostics]


class TestAllow:
    def test_what_lies_inside_is_dropped(self) -> None:
        text, diagnostics = found("“⟦X⟧政务”上线，安排⟦XX⟧个项目，⟦X政务X⟧升级。")
        sifted = sift(document(text), diagnostics, RULES, ["X政务"])
        assert words(document(text), sifted.kept) == ["XX", "X政务X"]
        assert words(document(text), sifted.suppressed) == ["X"]

    def test_in_healed_text(self) -> None:
        text = "数据依托峰\u200b峰平台来交换。"
        doc = document(text)
        assert doc.paragraphs[0].holes
        at = text.index("峰")
        assert allowed(doc, ["峰峰"]) == (Span(at, at + 3),)

    def test_every_occurrence_counts_overlapping_ones_too(self) -> None:
        assert allowed(document("啊啊啊"), ["啊啊"]) == (Span(0, 2), Span(1, 3))

    def test_an_empty_string_allows_nothing(self) -> None:
        assert allowed(document("啊"), [""]) == ()

    def test_a_blank_inside_is_none(self) -> None:
        text, diagnostics = found("⟦X⟧政务安排⟦XX⟧个。")
        sifted = sift(document(text), diagnostics, RULES, ["X政务"])
        assert len(sifted.left(d.span for d in diagnostics)) == 1

    def test_no_fix_reaches_into_an_allowed_string(self) -> None:
        inside, outside = Edit(Span(0, 1), "Ｘ"), Edit(Span(6, 7), "，")
        fix = Fix("", (inside, outside), Applicability.SAFE)
        whole = diagnostic("numbering.gap", Span(6, 7), fix)
        only = diagnostic("numbering.gap", Span(6, 7), fix._replace(edits=(outside,)))
        doc = document("X政务平台的,")
        assert sift(doc, [whole, only], RULES, ["X政务"]).kept == (whole._replace(fix=None), only)


def ignored(text: str, name: str = "placeholder.mask") -> list[str]:
    """Return the marked words of a Markdown text that a comment suppresses."""
    bare, diagnostics = found(text, name)
    doc = document(bare, "draft.md")
    return words(doc, sift(doc, diagnostics, RULES).suppressed)


class TestComments:
    def test_on_its_own_line_it_holds_for_the_next_block(self) -> None:
        text = (
            "前⟦X1⟧。\n\n<!-- speechlint: ignore placeholder.mask -->\n"
            "中⟦X2⟧，\n又⟦X3⟧。\n\n后⟦X4⟧。\n"
        )
        assert ignored(text) == ["X2", "X3"]

    def test_blank_lines_may_stand_between(self) -> None:
        assert ignored("<!-- speechlint: ignore -->\n\n中⟦X2⟧。\n\n后⟦X4⟧。\n") == ["X2"]

    def test_inside_a_paragraph_it_holds_for_that(self) -> None:
        assert ignored("甲⟦X1⟧，<!-- speechlint: ignore -->\n⟦X2⟧。\n\n⟦X3⟧。\n") == ["X1", "X2"]

    @pytest.mark.parametrize(
        "block",
        ["# 标题⟦X1⟧\n", "1. 第一⟦X1⟧\n2. 第二⟦X2⟧\n", "- 第一⟦X1⟧\n- 第二⟦X2⟧\n", "> 引⟦X1⟧\n"],
    )
    def test_next_heading_item_or_quote(self, block: str) -> None:
        assert ignored(f"<!-- speechlint: ignore -->\n\n{block}\n后⟦X4⟧。\n") == ["X1"]

    def test_the_next_table_as_a_whole(self) -> None:
        table = "| 甲 | ⟦X1⟧ |\n|---|---|\n| 乙 | ⟦X2⟧ |\n"
        text = f"<!-- speechlint: ignore -->\n\n{table}\n{table.replace('X', 'Y')}"
        assert ignored(text) == ["X1", "X2"]

    def test_two_comments_hold_for_the_same_block(self) -> None:
        text = (
            "<!-- speechlint: ignore numbering -->\n<!-- speechlint: ignore placeholder -->\n⟦X1⟧。"
        )
        assert ignored(text) == ["X1"]

    def test_at_the_end_it_holds_for_nothing(self) -> None:
        assert ignored("甲⟦X1⟧。\n\n<!-- speechlint: ignore -->\n") == []

    @pytest.mark.parametrize(
        ("selectors", "suppressed"),
        [
            ("", True),
            (" word.as-of", True),
            (" word.typo", True),
            (" word", True),
            (" all", True),
            (" word.until", True),
            (" numbering.gap, word", True),
            (" numbering.gap、word", True),
            (" numbering.gap", False),
            (" placeholder numbering", False),
        ],
    )
    def test_selectors(self, selectors: str, suppressed: bool) -> None:  # noqa: FBT001
        text = f"<!-- speechlint: ignore{selectors} -->\n\n⟦截止目前⟧。\n"
        assert bool(ignored(text, "word.as-of")) is suppressed

    @pytest.mark.parametrize(
        "text",
        [
            "写作`<!-- speechlint: ignore -->`，⟦X1⟧。",
            "```\n<!-- speechlint: ignore -->\n```\n\n⟦X1⟧。\n",
            "    <!-- speechlint: ignore -->\n\n⟦X1⟧。\n",
            "\\<!-- speechlint: ignore -->⟦X1⟧。\n",
        ],
    )
    def test_what_the_page_shows_is_no_comment(self, text: str) -> None:
        assert ignored(text) == []

    def test_plain_text_has_no_comments(self) -> None:
        text, diagnostics = found("<!-- speechlint: ignore -->\n⟦XX⟧个。")
        assert sift(document(text), diagnostics, RULES).kept == tuple(diagnostics)

    def test_what_is_unknown_is_told(self) -> None:
        text = (
            "<!-- speechlint: ignore numbering.gab, word.as-of -->\n\n截止目前。\n\n"
            "<!-- speechlint: disable -->\n"
        )
        doc = document(text, "draft.md")
        spot = [diagnostic("word.as-of", Span(text.index("截止"), text.index("。")))]
        sifted = sift(doc, spot, RULES)
        assert sifted.suppressed == tuple(spot)
        assert sifted.notes == (
            (0, "ignore：没有规则或规则族 numbering.gab，是不是 numbering.gap？"),
            (
                text.index("<!-- speechlint: d"),
                "不认识“disable”，应写作 <!-- speechlint: ignore 规则名 -->",
            ),
        )

    def test_a_blank_that_is_ignored_is_none(self) -> None:
        text, diagnostics = found("<!-- speechlint: ignore -->\n\n安排⟦XX⟧个。\n\n完成⟦XX⟧个。\n")
        sifted = sift(document(text, "draft.md"), diagnostics, RULES)
        assert len(sifted.left(d.span for d in diagnostics)) == 1


class TestBaseline:
    def test_entries_suppress_and_what_is_gone_is_told(self) -> None:
        text, diagnostics = found("安排⟦XX⟧个项目。")
        doc = document(text)
        here = Entry("a.txt", "placeholder.mask", fingerprint(doc, diagnostics[0].span))
        gone = Entry("a.txt", "numbering.gap", "0" * 16, 2)
        sifted = sift(doc, diagnostics, RULES, entries=[here, gone])
        assert (sifted.kept, sifted.suppressed) == ((), tuple(diagnostics))
        assert sifted.unmatched == (gone,)
        assert len(sifted.left(d.span for d in diagnostics)) == 1  # still to be filled in

    def test_what_is_allowed_uses_up_no_entry(self) -> None:
        text, diagnostics = found("⟦X⟧政务。")
        doc = document(text)
        entry = Entry("a.txt", "placeholder.mask", fingerprint(doc, diagnostics[0].span))
        assert sift(doc, diagnostics, RULES, ["X政务"], [entry]).unmatched == (entry,)

    def test_no_fix_changes_what_is_suppressed(self) -> None:
        doc = document("一、甲。\n三、乙。\n四、丙。")
        edits = (Edit(Span(5, 6), "二"), Edit(Span(10, 11), "三"))
        both = diagnostic("numbering.gap", Span(5, 7), Fix("", edits))
        one = diagnostic("word.as-of", Span(10, 12), Fix("", edits[1:]))
        entry = Entry("a.txt", "word.as-of", fingerprint(doc, one.span))
        assert sift(doc, [both, one], RULES, entries=[entry]).kept == (both._replace(fix=None),)
