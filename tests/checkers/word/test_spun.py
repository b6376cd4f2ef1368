"""Fixes and severities of word.spun; where word.reworded stands. The rest is in the examples."""

import pytest

from speechlint import lint
from speechlint.checkers.word import spun as checker
from speechlint.diagnostic import Applicability, Diagnostic, Severity
from speechlint.views.spun import trace

REWORDED = (
    "\n\n今日的会议很重要，大家要仔细领会。主动性越来越高，缘由是多样的。"
    "假如措施不落地，目标就不可能顺当达到。看法要统一，探讨问题要实在，打算工作要做细。"
    "依据分工接着抓，尽力完成任务。要敬重群众，帮忙企业。"
)


def found(text: str, rule: str = "word.spun") -> list[Diagnostic]:
    return [d for d in lint(text) if d.rule == rule]


def test_a_fix_is_unsafe_and_whole() -> None:
    (one,) = found("实现县域经济跨更加展。")
    assert one.severity is Severity.ERROR
    assert one.fix is not None
    assert one.fix.applicability is Applicability.UNSAFE
    assert [e.replacement for e in one.fix.edits] == ["跨越发展"]


def test_it_waits_while_the_word_is_torn() -> None:
    (one,) = found("我们要全力推动，努力实现全县经济社会的跨更\n加展，为全市大局作出更大的贡献。")
    assert one.fix is None


def test_what_is_often_right_is_a_warning_in_a_reworded_speech_only() -> None:
    place = "要深化推进改革。"
    assert found(place) == []
    (one,) = [d for d in found("会议讲话" + REWORDED + place) if d.message.startswith("“深化”")]
    assert one.severity is Severity.WARNING


def test_a_reworded_speech_is_told_at_its_title() -> None:
    text = "在推动会上的讲话" + REWORDED
    (one,) = found(text, "word.reworded")
    assert text[one.span.start : one.span.end] == "在推动会上的讲话"
    assert one.related
    assert [r.span for r in one.related] == sorted(r.span for r in one.related)
    named = {text[r.span.start : r.span.end]: r.message for r in one.related}
    assert named["仔细"] == "“仔细”疑为“认真”"


def test_not_where_a_blank_is() -> None:
    text = "在XX县推动会上的讲话" + REWORDED
    (one,) = found(text, "word.reworded")
    assert text[one.span.start : one.span.end] == "今日的会议很重要"


def test_nowhere_if_there_are_only_blanks() -> None:
    text = REWORDED.replace("今日", "20XX年X月XX日今日")
    assert found(text, "word.reworded") == []


def test_each_pair_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def gone(text: str, original: str, word: str) -> bool:
        asked.append((original, word))
        return trace.gone(text, original, word)

    monkeypatch.setattr(checker, "gone", gone)
    assert len(found("会议讲话" + REWORDED + "要深化推进改革。" * 3)) > 3
    assert len(asked) == len(set(asked)) > 0


def test_what_the_speech_has_elsewhere_was_not_replaced() -> None:
    place = "要深化推进改革。"
    text = "会议讲话" + REWORDED + place
    assert any(d.message.startswith("“深化”") for d in found(text))
    assert not any(d.message.startswith("“深化”") for d in found(text + "要深入推进。"))
