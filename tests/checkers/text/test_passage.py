from __future__ import annotations

import pytest

from speechlint.checkers.text.passage import Passage
from speechlint.document import Document

COPY = "各县区要把项目当作头等大事，主要领导亲自抓。"
OTHER = "要强化督查，定期通报进度。"


def found(text: str, checker: Passage | None = None) -> list[str]:
    document = Document(text)
    checker = checker or Passage()
    return [
        text[finding.span.start : finding.span.end]
        for speech in document.speeches
        for finding in checker.check_speech(speech)
    ]


@pytest.mark.parametrize(
    "between",
    [OTHER, OTHER + "\n\n", f"{OTHER}\n\n（二）抓招商。", "", OTHER * 400],
)
def test_a_sentence_written_twice(between: str) -> None:
    assert COPY in found(f"要抓好项目建设。{COPY}{between}{COPY}要走出去、请进来。")


def test_line_breaks_count_for_nothing() -> None:
    torn = COPY.replace("头等大事", "头等\n大事")
    assert found(f"要抓好项目建设。{COPY}{OTHER}{torn}要走出去。") == [torn]


def test_several_sentences_are_one_passage_over_paragraphs() -> None:
    twice = f"{COPY}{OTHER}\n各级干部要靠前指挥，一线解决问题。"
    assert found(f"一、抓项目\n{twice}\n二、抓招商\n{twice}\n三、抓作风\n") == [twice]


def test_halves_of_two_sentences() -> None:
    half = "对辖区内的隐患点逐一排查登记造册。对发现的问题限期整改到位"
    assert found(f"县里要{half}，不留死角。乡镇应{half}。") == [half]
    assert (
        found("要逐一排查登记造册。限期整改到位，不留。也要逐一排查登记造册。限期整改到位。") == []
    )


def test_a_sentence_in_the_middle_of_another() -> None:
    assert found(f"要抓好项目。{COPY}{OTHER * 9}乡镇要跟上，{COPY}要走出去。") == [COPY]
    assert found(f"乡镇要跟上，{COPY}{OTHER * 9}{COPY}要走出去。") == [COPY]


def test_a_clause_close_by() -> None:
    clause = "管好用好每一分来之不易的救灾资金，"
    assert found(f"要{OTHER}要过细，{clause}确保安全，{clause}确保度汛。") == [clause]
    assert found(f"要过细，{clause}确保安全，{OTHER * 9}{clause}确保度汛。") == []
    assert found(f"要过细，{clause}{clause}确保度汛。", Passage(formulas=("救灾",))) == []


def test_a_shorter_clause_side_by_side() -> None:
    assert found("要深入细致排查隐患，深入细致排查隐患，确保安全。") == []
    assert found("要过细，深入细致排查隐患，深入细致排查隐患，确保安全。") == ["深入细致排查隐患，"]
    assert found("要过细，排查隐患，排查隐患，确保安全。") == []


def test_a_refrain_is_said_three_times() -> None:
    assert found(f"{COPY}{OTHER}{COPY}这是第一。{COPY}") == []


def test_a_heading_and_another_speech_may_say_it_again() -> None:
    heading = "加快推进全市重点项目建设和招商引资工作"
    assert found(f"{heading}\n今天部署任务。{heading}。会议很重要。\n") == []
    speech = f"同志们：\n要抓好项目建设。{COPY}\n谢谢大家！\n"
    assert found(f"推进会讲话篇一\n{speech}推进会讲话篇二\n{speech}") == []


def test_what_a_pattern_spares() -> None:
    assert found(f"{COPY}{OTHER}{COPY}", Passage(unless=("头等大事",))) == []


def test_the_fix_takes_the_later_copy_away() -> None:
    text = f"要抓项目。{COPY}{OTHER}{COPY}要走出去。"
    (speech,) = Document(text).speeches
    (finding,) = Passage().check_speech(speech)
    assert finding.fix is not None
    ((span, replacement),) = finding.fix.edits
    assert (
        text[: span.start] + replacement + text[span.end :] == f"要抓项目。{COPY}{OTHER}要走出去。"
    )
    assert [text[r.span.start : r.span.end] for r in finding.related] == [COPY]


def test_no_fix_that_leaves_an_empty_line_or_half_a_sentence() -> None:
    (speech,) = Document(f"要抓项目。{COPY}\n\n{COPY}\n").speeches
    (finding,) = Passage().check_speech(speech)
    assert finding.fix is None


def test_a_long_text_that_repeats_itself_is_soon_read() -> None:
    assert len(found("要抓紧抓好各项工作，" * 20_000)) <= 10
