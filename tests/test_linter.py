import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import checkers
from speechlint.checkers.numbering import order
from speechlint.checkers.pattern import Pattern
from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity
from speechlint.document import Document, Paragraph, Speech
from speechlint.errors import OptionError, PackError, UnknownCheckerError
from speechlint.linter import Linter
from speechlint.options import build
from speechlint.rule import Finding, Rule
from speechlint.text import Span


def rule(id_: str, checker: str = "word", **keys: Any) -> Rule:
    return Rule(
        **{
            "id": id_,
            "title": id_,
            "message": "{match}",
            "why": "",
            "severity": Severity.WARNING,
            "checker": checker,
            "options": {},
            "kind": id_,
            "file": f"{id_}.toml",
            **keys,
        }
    )


class Word(NamedTuple):
    """Flag a word and offer another; counts how often it was asked."""

    word: str = "甲"
    asked: list[str] = []  # noqa: RUF012 (shared on purpose)

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        self.asked.append(paragraph.text)
        for match in re.finditer(self.word, paragraph.text):
            span = Span(*match.span())
            fix = Fix("改", (Edit(span, "乙"),), Applicability.SAFE)
            related = (Related(Span(0, 1), "段首"),)
            yield Finding(span, {"match": match[0]}, fix, related)


class Raising(NamedTuple):
    """Finds one thing, and falls over a word."""

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        yield Finding(Span(0, 1), {"match": "先"})
        if "甲" in paragraph.text:
            raise ZeroDivisionError


class Levels(NamedTuple):
    """Flags the first character of each speech and of the document."""

    severity: Severity = Severity.INFO

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        start = speech.span.start
        yield Finding(Span(start, start + 1), {"match": "讲话"}, severity=self.severity)

    def check_document(self, document: Document) -> Iterator[Finding]:
        if document.text:
            span = Span(0, len(document.text))
            yield Finding(span, {"match": "全文"}, severity=Severity.ERROR)


class Lengths(NamedTuple):
    """Flags the last character of each speech; says which it was asked for."""

    asked: list[str] = []  # noqa: RUF012 (shared on purpose)

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        self.asked.append(speech.paragraphs[-1].text)
        end = speech.span.end
        edit = Edit(Span(end, end), "。")
        related = (Related(Span(speech.span.start, end), "全篇"),)
        yield Finding(Span(end - 1, end), {"match": "末"}, Fix("补", (edit,)), related)


class Hollow(NamedTuple):
    """Flags what is not there."""

    def check_document(self, document: Document) -> Iterator[Finding]:
        yield Finding(Span(0, 0), {"match": document.text[:0]})


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    Word().asked.clear()
    Lengths().asked.clear()
    known = {
        "word": Word,
        "raising": Raising,
        "levels": Levels,
        "lengths": Lengths,
        "hollow": Hollow,
    }
    load = checkers.load
    monkeypatch.setattr(checkers, "load", lambda name: known.get(name) or load(name))


def places(diagnostics: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(d.rule, d.span.start, d.span.end) for d in diagnostics]


class TestLint:
    def test_a_diagnostic_is_the_finding_under_the_name_of_its_rule(self) -> None:
        one = rule("house.word", kind="word.typo", message="“{match}”不对")

        assert Linter([one]).lint(Document("一。\n\n乙甲丙")) == [
            Diagnostic(
                "house.word",
                "word.typo",
                Severity.WARNING,
                "“甲”不对",
                Span(5, 6),
                Fix("改", (Edit(Span(5, 6), "乙"),), Applicability.SAFE),
                (Related(Span(4, 5), "段首"),),
            )
        ]

    def test_they_come_in_the_order_of_the_text_then_of_the_rules(self) -> None:
        linter = Linter([rule("b.b"), rule("a.a"), rule("c.c", options={"word": "丙"})])

        assert places(linter.lint(Document("丙甲\n丙甲"))) == [
            ("c.c", 0, 1),
            ("a.a", 1, 2),
            ("b.b", 1, 2),
            ("c.c", 3, 4),
            ("a.a", 4, 5),
            ("b.b", 4, 5),
        ]

    def test_what_a_rule_says_twice_of_a_place_is_said_once(self) -> None:
        twice = rule("a.a", "pattern", options={"patterns": ["甲"], "scope": "line"})

        assert len(Linter([twice, twice]).lint(Document("甲"))) == 1

    def test_speeches_and_the_document_are_seen_too(self) -> None:
        linter = Linter([rule("a.a", "levels")])

        assert [(d.message, d.severity.value) for d in linter.lint(Document("甲乙"))] == [
            ("讲话", "info"),
            ("全文", "warning"),  # a finding lowers the severity of its rule, and never raises it
        ]

    def test_a_text_that_was_read_wrongly_has_no_paragraphs(self) -> None:
        assert Linter([rule("a.a")]).lint(Document("甲\ufffd" * 50)) == []


class TestWhen:
    def test_a_checker_sleeps_where_no_literal_stands(self) -> None:
        linter = Linter([rule("a.a", "no-such-checker", when=("丁", "戊"))])

        assert linter.lint(Document("甲乙丙")) == []

    def test_only_the_paragraphs_with_a_literal_are_seen(self) -> None:
        Linter([rule("a.a", when=("甲",))]).lint(Document("甲乙\n\n丙丁"))

        assert Word().asked == ["甲乙"]

    def test_a_literal_that_a_hole_tears_counts(self) -> None:
        torn = "全市上下团结一心，截\n止目前共完成投资二十亿元，为完成全年任务打下了基础。"
        document = Document(torn)
        assert [p.text for p in document.paragraphs] == [torn.replace("\n", "")]

        linter = Linter([rule("a.a", options={"word": "截止目前"}, when=("截止目前",))])

        assert places(linter.lint(document)) == [("a.a", 9, 14)]


class TestHoles:
    def test_a_fix_across_a_hole_waits(self) -> None:
        torn = "全市上下团结一心，截\n止目前共完成投资二十亿元，为完成全年任务打下了基础。"
        linter = Linter([rule("a.a", options={"word": "截止目前|投资"})])

        assert [d.fix and d.fix.edits for d in linter.lint(Document(torn))] == [
            None,
            (Edit(Span(17, 19), "乙"),),
        ]


class TestCache:
    def test_a_paragraph_seen_before_is_not_asked_again(self) -> None:
        linter = Linter([rule("a.a")])
        linter.lint(Document("甲一。\n\n甲二。"))
        Word().asked.clear()

        assert places(linter.lint(Document("甲三。\n\n甲二。"))) == [("a.a", 0, 1), ("a.a", 5, 6)]
        assert Word().asked == ["甲三。"]

    def test_only_the_last_text_is_kept(self) -> None:
        linter = Linter([rule("a.a")])
        for text in ("甲一。", "甲二。", "甲一。"):
            linter.lint(Document(text))

        assert Word().asked == ["甲一。", "甲二。", "甲一。"]

    def test_a_speech_seen_before_is_not_asked_again_and_moves_with_the_text(self) -> None:
        linter = Linter([rule("a.a", "lengths")])
        last = "篇二\n今天开会。\n大家辛苦了"
        linter.lint(Document(f"篇一\n甲。\n{last}"))
        Lengths().asked.clear()

        text = f"篇一\n甲乙丙。\n{last}"
        first, second = linter.lint(Document(text))

        assert Lengths().asked == ["甲乙丙。"]
        assert first.span == Span(6, 7)
        assert second == Diagnostic(
            "a.a",
            "a.a",
            Severity.WARNING,
            "末",
            Span(len(text) - 1, len(text)),
            Fix("补", (Edit(Span(len(text), len(text)), "。"),)),
            (Related(Span(text.index("今天"), len(text)), "全篇"),),
        )

    def test_a_rule_that_a_literal_elsewhere_wakes_is_asked_for_a_speech_seen_before(self) -> None:
        linter = Linter([rule("a.a", "lengths", when=("丁",))])

        assert places(linter.lint(Document("篇一\n甲。\n篇二\n乙。"))) == []
        assert places(linter.lint(Document("篇一\n甲。\n篇二\n丁。"))) == [
            ("a.a", 4, 5),
            ("a.a", 10, 11),
        ]

    def test_equal_paragraphs_share_their_views(self) -> None:
        seen: list[str] = []

        def size(paragraph: Paragraph) -> int:
            seen.append(paragraph.text)
            return len(paragraph.text)

        document = Document("抓好落实。\n压实责任。\n抓好落实。")
        Linter([]).lint(document)

        assert [paragraph.view(size) for paragraph in document.paragraphs] == [5, 5, 5]
        assert seen == ["抓好落实。", "压实责任。"]

    def test_views_are_handed_on(self) -> None:
        built: list[str] = []

        def view(paragraph: Paragraph) -> int:
            built.append(paragraph.text)
            return len(paragraph.text)

        linter = Linter([])
        for text in ("甲一。\n\n甲二。", "甲一。\n\n甲三。"):
            document = Document(text)
            linter.lint(document)
            for paragraph in document.paragraphs:
                paragraph.view(view)

        assert built == ["甲一。", "甲二。", "甲三。"]

    @given(st.lists(st.lists(st.sampled_from("甲乙丙丁\n一、，。X "), max_size=40), max_size=5))
    def test_warm_is_cold(self, texts: list[list[str]]) -> None:
        rules = [
            rule("a.a"),
            rule("a.when", options={"word": "乙丙"}, when=("乙丙",)),
            rule("a.levels", "levels"),
            rule("a.line", "pattern", options={"patterns": ["X"], "scope": "line"}),
        ]
        warm = Linter(rules)

        for text in map("".join, texts):
            assert warm.lint(Document(text)) == Linter(rules).lint(Document(text))


class TestErrors:
    def lint(
        self, rules: list[Rule], *texts: str
    ) -> tuple[list[Diagnostic], list[tuple[str, str]]]:
        heard: list[tuple[str, str]] = []
        linter = Linter(rules, lambda r, e: heard.append((r.id, type(e).__name__)))
        found: list[Diagnostic] = []
        for text in texts:
            found = linter.lint(Document(text))
        return found, heard

    def test_a_checker_that_raises_does_not_stop_the_others(self) -> None:
        found, heard = self.lint([rule("a.a", "raising"), rule("b.b")], "一甲\n\n丙甲")

        assert places(found) == [("a.a", 0, 1), ("b.b", 1, 2), ("a.a", 4, 5), ("b.b", 5, 6)]
        assert heard == [("a.a", "ZeroDivisionError")] * 2

    def test_it_is_told_again_for_the_next_text(self) -> None:
        _, heard = self.lint([rule("a.a", "raising")], "一甲", "一甲")

        assert heard == [("a.a", "ZeroDivisionError")] * 2

    def test_without_a_listener_it_goes_through(self) -> None:
        with pytest.raises(ZeroDivisionError):
            Linter([rule("a.a", "raising")]).lint(Document("甲"))

    def test_a_message_that_cannot_be_put_together_is_told(self) -> None:
        found, heard = self.lint([rule("a.a", message="{x}"), rule("b.b")], "甲")

        assert places(found) == [("b.b", 0, 1)]
        assert heard == [("a.a", "PackError")]

    def test_an_empty_span_is_a_fault_of_the_checker(self) -> None:
        with pytest.raises(PackError, match="检查器 hollow 报告了空的位置"):
            Linter([rule("a.a", "hollow")]).lint(Document("甲"))

    def test_a_wrong_pattern_is_told_when_it_is_needed(self) -> None:
        wrong = rule("a.a", "pattern", options={"patterns": ["("]})

        with pytest.raises(ValueError, match="选项 patterns 里的正则表达式"):
            Linter([wrong]).lint(Document("甲"))

    def test_values_that_are_missing_are_listed(self) -> None:
        with pytest.raises(PackError) as caught:
            Linter([rule("a.a", message="{x}")]).lint(Document("甲"))

        assert str(caught.value) == "a.a.toml：message 里的 {x} 检查器没有给出，可用的：match"


class TestCheckers:
    def test_a_built_in_checker_is_found_by_its_name(self) -> None:
        assert checkers.load("pattern") is Pattern

    def test_one_without_options_is_a_module(self) -> None:
        assert build(checkers.load("numbering.order"), {}) is order
        with pytest.raises(OptionError, match="没有选项 first"):
            build(checkers.load("numbering.order"), {"first": True})
        with pytest.raises(UnknownCheckerError):
            checkers.load("numbering")

    def test_a_plug_in_offers_its_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Entry:
            load: Callable[[], type] = staticmethod(lambda: Word)

        def entry_points(*, group: str, name: str) -> list[Entry]:
            return [Entry()] if (group, name) == ("speechlint.checkers", "house") else []

        monkeypatch.setattr("importlib.metadata.entry_points", entry_points)

        assert checkers.load("house") is Word
        with pytest.raises(UnknownCheckerError):
            checkers.load("hous")

    def test_a_checker_that_misses_something_itself_says_so(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def missing(_name: str) -> None:
            raise ModuleNotFoundError("No module named 'numpy'", name="numpy")

        monkeypatch.setattr("speechlint.checkers.import_module", missing)

        with pytest.raises(ModuleNotFoundError, match="numpy"):
            checkers.load("pattern-of-plug-in")

    def test_names_are_those_that_rule_files_use(self) -> None:
        names = set(checkers.names())

        assert {"pattern", "substitution", "numbering.gap"} <= names
        assert all(not name.startswith("_") for name in names)
