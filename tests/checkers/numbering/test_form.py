"""The rules on the form of markers: style, run-in, space, level."""

import pytest

from speechlint.checkers.numbering import level, run_in, space, style
from speechlint.diagnostic import Applicability, Severity
from speechlint.document import Speech
from speechlint.sources import document


def speech(text: str) -> Speech:
    (found,) = document(text).speeches
    return found


def test_style_names_the_odd_one_and_a_model() -> None:
    (finding,) = style.check_speech(speech("一、产业\n二.民生\n三、生态\n"))
    assert finding.values == {"found": "二.", "model": "一、"}
    assert finding.severity is None


@pytest.mark.parametrize(
    "text",
    [
        "一、产业\n二.民生\n",  # one against one
        "一是看，第二，问，三是听。",  # words of a sentence
        "一是看，二要问，三是听。",
        "一是看，二是，问，三是听。",
    ],
)
def test_style_in_doubt_is_only_a_remark(text: str) -> None:
    (finding,) = style.check_speech(speech(text))
    assert finding.severity is Severity.INFO


def test_style_offers_no_fix_that_changes_nothing() -> None:
    (finding,) = style.check_speech(speech("一是看，二是，问，三是听。"))
    assert finding.fix is None


def test_style_gathers_the_odd_ones_of_a_list() -> None:
    (finding,) = style.check_speech(speech("1.看。\n2、问。\n3.听。\n4、记。\n5.想。\n"))
    assert [r.message for r in finding.related] == ["写法也不同", "同级的写法"]
    assert finding.fix
    assert [e.replacement for e in finding.fix.edits] == ["2.", "4."]


def test_style_leaves_the_width_of_brackets_alone() -> None:
    assert list(style.check_speech(speech("（一）看。\n(二)问。\n"))) == []


def test_run_in_parts_paragraphs_as_the_text_does() -> None:
    text = "一要看准。\n\n　　二要问清。三要听全。\n\n　　四要记牢。\n"
    (finding,) = run_in.check_speech(speech(text))
    assert finding.values == {"found": "三要"}
    assert finding.fix
    assert [e.replacement for e in finding.fix.edits] == ["\n\n　　"]


def test_run_in_takes_the_space_before_it_away() -> None:
    text = "一要看准。\n二要问清。 三要听全。\n四要记牢。\n"
    (finding,) = run_in.check_speech(speech(text))
    assert finding.fix
    (edit,) = finding.fix.edits
    assert (text[edit.span.start : edit.span.end], edit.replacement) == (" ", "\n")


def test_run_in_of_a_heading_into_another_list() -> None:
    text = "一、产业\n（一）种粮。\n（二）养牛。二、民生\n（一）建校。\n（二）办医。\n三、生态\n"
    (finding,) = run_in.check_speech(speech(text))
    assert finding.values == {"found": "二、"}


def test_space_is_gathered_for_each_kind() -> None:
    text = "（一） 看。\n（二）问。\n（三） 听。\n1. 记。\n2.想。\n"
    findings = list(space.check_speech(speech(text)))
    assert [(f.values["found"], len(f.related)) for f in findings] == [("（一）", 1), ("1.", 0)]
    assert all(f.fix and f.fix.applicability is Applicability.SAFE for f in findings)


def test_space_says_on_which_side() -> None:
    (finding,) = space.check_speech(speech("一是看。 二是问。三是听。"))
    assert finding.values == {"found": "二是", "side": "前"}


def test_level_that_is_inverted_weighs_more() -> None:
    text = "（一）产业\n一、种粮。\n二、养牛。\n（二）民生\n一、建校。\n二、办医。\n"
    (finding,) = level.check_speech(speech(text))
    assert finding.values == {"outer": "（一）", "found": "一、", "advice": "层次颠倒"}
    assert finding.severity is None
    assert len(finding.related) == 4


def test_level_that_looks_like_its_parent_is_a_remark() -> None:
    text = "一、产业\n1、种粮。\n2、养牛。\n二、民生\n1、建校。\n2、办医。\n"
    (finding,) = level.check_speech(speech(text))
    assert finding.severity is Severity.INFO
