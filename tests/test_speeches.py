"""A file may hold several speeches; one speech may say 同志们 twice."""

import pytest

from speechlint.sources import document

TITLE = "在全市防汛工作会议上的讲话\n"
BODY = "同志们：\n今年的雨水来得早。\n一、早准备\n物资要备足。\n二、早动手\n堤坝要巡查。\n"


def starts(text: str) -> list[str]:
    return [speech.paragraphs[0].text for speech in document(text).speeches]


def test_one_speech_is_one() -> None:
    assert starts(TITLE + BODY) == ["在全市防汛工作会议上的讲话"]


def test_a_collection_heading_begins_a_speech() -> None:
    text = f"防汛讲话篇一\n{BODY}防汛讲话篇二\n{BODY}"
    assert starts(text) == ["同志们：", "同志们："]


def test_a_collection_heading_counts_once_however_many_stand_together() -> None:
    text = f"防汛讲话稿（精选2篇）\n防汛讲话篇一\n{BODY}"
    assert starts(text) == ["同志们："]


def test_a_title_before_a_second_salutation_begins_a_speech() -> None:
    second = "在抗旱现场会上的发言\n（2024年5月6日）\n"
    assert starts(TITLE + BODY + second + BODY) == [TITLE.strip(), "在抗旱现场会上的发言"]


def test_a_closing_before_a_second_salutation_ends_a_speech() -> None:
    assert starts(f"{TITLE}{BODY}谢谢大家！\n{BODY}") == [TITLE.strip(), "同志们："]


def test_three_speeches_in_a_row() -> None:
    assert len(starts(f"{TITLE}{BODY}谢谢大家！\n{TITLE}{BODY}谢谢大家！\n{TITLE}{BODY}")) == 3


@pytest.mark.parametrize(
    "more",
    [
        "同志们：\n让我们行动起来，守住大堤。\n",  # an appeal at the end
        "同志们：\n三、早总结\n回头要看一看。\n",  # the numbering goes on
        "谢谢大家！\n同志们：\n散会。\n",  # nothing numbered follows
    ],
)
def test_a_second_salutation_alone_begins_nothing(more: str) -> None:
    assert starts(TITLE + BODY + more) == [TITLE.strip()]


def test_numbers_that_were_never_given_cannot_begin_again() -> None:
    first = "在座谈会上的讲话\n同志们：\n大家辛苦了。\n谢谢大家！\n"
    assert len(starts(first + BODY)) == 1


def test_a_file_without_prose_has_no_speech() -> None:
    assert starts("") == []
