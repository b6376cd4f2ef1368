import pytest

from speechlint.api import builtin_rules
from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from speechlint.document import Document
from speechlint.fixer import RestlessError, apply, fix
from speechlint.linter import Linter
from speechlint.rule import Rule
from speechlint.text import Span

SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY


def diagnostic(*edits: tuple[int, int, str], trust: Applicability = SAFE) -> Diagnostic:
    made = tuple(Edit(Span(start, end), new) for start, end, new in edits)
    span = Span(edits[0][0], edits[-1][1] + 1)
    return Diagnostic("a.a", "a.a", Severity.ERROR, "", span, Fix("改", made, trust))


def words(changes: dict[str, str], trust: str = "safe") -> Rule:
    options = {"words": changes, "applicability": trust}
    return Rule("a.a", "", "{match}", "", Severity.ERROR, "substitution", options, "a.a", "a.toml")


def forbidden(pattern: str) -> Rule:
    options = {"patterns": [pattern]}
    return Rule("b.b", "", "{match}", "", Severity.ERROR, "pattern", options, "b.b", "b.toml")


class TestApply:
    def test_edits_of_all_kinds(self) -> None:
        assert (
            apply(
                "零一二三四",
                [diagnostic((1, 2, "壹")), diagnostic((3, 3, "加"), (4, 5, ""))],
                {SAFE},
            )
            == "零壹二加三"
        )

    def test_only_what_is_trusted(self) -> None:
        found = [
            diagnostic((0, 1, "甲")),
            diagnostic((1, 2, "乙"), trust=UNSAFE),
            diagnostic((2, 3, "丙"), trust=DISPLAY),
            Diagnostic("a.a", "a.a", Severity.ERROR, "", Span(3, 4)),
        ]

        assert apply("零一二三", found, {SAFE}) == "甲一二三"
        assert apply("零一二三", found, {SAFE, UNSAFE}) == "甲乙二三"
        assert apply("零一二三", found, set()) == "零一二三"

    @pytest.mark.parametrize(
        ("first", "second", "text"),
        [
            ((0, 3, "A"), (2, 4, "B"), "A三四"),  # overlap
            ((1, 1, "A"), (1, 1, "B"), "零A一二三四"),  # at the same place
            ((1, 4, "A"), (2, 2, "B"), "零A四"),  # inside
            ((0, 2, "A"), (2, 4, "B"), "AB四"),  # only touching
            ((2, 2, "A"), (2, 4, "B"), "零一AB四"),  # before
            ((1, 2, "A"), (2, 2, "B"), "零AB二三四"),  # behind
        ],
    )
    def test_of_two_that_overlap_the_second_waits(
        self, first: tuple[int, int, str], second: tuple[int, int, str], text: str
    ) -> None:
        assert apply("零一二三四", [diagnostic(first), diagnostic(second)], {SAFE}) == text

    def test_a_fix_is_applied_whole_or_not_at_all(self) -> None:
        found = [diagnostic((0, 1, "A")), diagnostic((0, 1, "B"), (3, 4, "C"))]

        assert apply("零一二三", found, {SAFE}) == "A一二三"


class TestFix:
    def test_until_nothing_is_left(self) -> None:
        linter = Linter([words({"甲": "乙乙", "乙乙": "丙"})])

        assert fix(linter, "甲，甲", {SAFE}, Document).text == "丙，丙"

    def test_untrusted_ones_are_left(self) -> None:
        linter = Linter([words({"甲": "乙"}, "unsafe")])

        assert fix(linter, "甲", {SAFE}, Document).text == "甲"

    def test_fixes_that_undo_one_another_are_told(self) -> None:
        linter = Linter([words({"甲": "乙", "乙": "甲"})])

        with pytest.raises(RestlessError, match="改了 20 遍还有要改的"):
            fix(linter, "甲", {SAFE}, Document)

    def test_what_was_done_is_told(self) -> None:
        fixed = fix(Linter([words({"甲": "乙乙", "乙乙": "丙"})]), "甲，甲", {SAFE}, Document)

        assert fixed.steps == (((0, 1, "乙乙"), (2, 3, "乙乙")), ((0, 2, "丙"), (3, 5, "丙")))
        assert fixed.made == 4
        assert fixed.sifted.kept == ()


class TestNothingNew:
    """A fix that would bring a diagnostic is not applied, and no longer offered."""

    @pytest.mark.parametrize("times", [1, 2, 3, 7, 40])
    def test_among_others_that_bring_none(self, times: int) -> None:
        linter = Linter([words({"甲": "乙"}), forbidden("丙乙")])
        text = "甲，" * times + "丙甲，" + "甲，" * times

        fixed = fix(linter, text, {SAFE}, Document)

        assert fixed.text == "乙，" * times + "丙甲，" + "乙，" * times
        assert fixed.made == 2 * times
        (left,) = fixed.sifted.kept
        assert (left.rule, left.span) == ("a.a", Span(2 * times + 1, 2 * times + 2))
        assert left.fix is not None
        assert left.fix.applicability is DISPLAY

    def test_two_that_bring_it_only_together(self) -> None:
        linter = Linter([words({"甲": "乙"}), forbidden("乙.*乙")])

        assert fix(linter, "甲，甲", {SAFE}, Document).text == "乙，甲"

    def test_what_was_there_before_is_not_new_though_it_moves(self) -> None:
        linter = Linter([words({"甲": "乙乙乙"}), forbidden("丙")])

        assert fix(linter, "甲丙甲丙", {SAFE}, Document).text == "乙乙乙丙乙乙乙丙"

    def test_a_text_full_of_them_takes_no_more_than_so_many_looks(self) -> None:
        looks = 0

        def read(text: str) -> Document:
            nonlocal looks
            looks += 1
            return Document(text)

        text = "丙甲，" * 500
        fixed = fix(Linter([words({"甲": "乙"}), forbidden("丙乙")]), text, {SAFE}, read)

        assert fixed.text == text
        assert looks < 200

    def test_a_blank_is_the_same_blank_when_its_line_is_joined(self) -> None:
        text = "今年以来，全市上下真抓实干，完成固定资产投资\nXX\n亿元，增速居全省前列。\n"

        fixed = fix(Linter(builtin_rules()), text, {SAFE}, Document)

        assert fixed.text == text.replace("资\nXX\n亿", "资XX亿")
        assert [d.rule for d in fixed.sifted.kept] == ["placeholder.mask"]
