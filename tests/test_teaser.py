"""Teasers: what a page shows of a speech before the speech."""

import pytest

from speechlint import page, teaser
from speechlint.regexes import regex
from speechlint.teaser import find
from tests import proofs

TITLE = "在全县春季造林动员会上的讲话"
BODY = "春天是造林的好时节，今天我们召开全县动员会，主要任务是总结去年的工作，安排今年的任务。"
SPEECH = [TITLE, "同志们：", BODY, "要抢抓时节，早动手、早见效。"]


@pytest.mark.parametrize("end", ["...", "…", "……", "。。。"])
@pytest.mark.parametrize("glue", ["", " ", "\u3000"])
@pytest.mark.parametrize("length", [35, 50, 60])
def test_title_salutation_and_first_words_cut_off(end: str, glue: str, length: int) -> None:
    teaser = glue.join(SPEECH)[:length] + end

    assert list(find([teaser, *SPEECH])) == [0]


def test_a_teaser_need_not_be_cut_off_by_dots() -> None:
    assert list(find([f"{TITLE}同志们：{BODY}"[:50], *SPEECH])) == [0]


def test_teasers_of_other_speeches_among_the_links() -> None:
    teaser = f"在全县秋收工作会议上的讲话同志们：{BODY[:30]}..."

    assert list(find([*SPEECH, teaser])) == [4]


@pytest.mark.parametrize(
    "line",
    [
        "春天是造林的好时节，同志们要抢抓时节，早动手、早见效、早成林……",
        "让我们携起手来，共同建设我们美好的家园，创造更加美好的未来...",
    ],
)
def test_an_ellipsis_is_no_teaser(line: str) -> None:
    assert list(find([line, *SPEECH])) == []


def test_a_text_is_asked_for_what_every_teaser_has() -> None:
    titles = teaser._GLUED.partition("(?:")[2].partition(r"\s*")[0]
    for title in proofs.language(f"(?:{titles}"):
        for called in ("同志们", "各位", "尊敬的"):
            assert regex(page.TEASED).search(f"甲{title}\u3000 {called}"), title
    for dots in teaser._DOTS:
        assert regex(page.TEASED).search(dots)
