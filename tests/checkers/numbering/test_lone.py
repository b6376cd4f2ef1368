import pytest

from speechlint.checkers.numbering.lone import Lone
from speechlint.rule import Finding
from speechlint.sources import document

LONG = "这件事关系全局，各级各部门都要放在心上、抓在手上。" * 5


def check(text: str, checker: Lone = Lone()) -> list[Finding]:  # noqa: B008 (immutable)
    (speech,) = document(text).speeches
    return list(checker.check_speech(speech))


def test_it_names_the_one_that_is_missing() -> None:
    (finding,) = check(f"一、产业\n（一）种粮。\n二、民生\n{LONG}\n")
    assert finding.values == {"found": "（一）", "next": "（二）"}


def test_the_highest_heading_of_an_excerpt_is_spared() -> None:
    assert check("一、产业\n要种粮。\n") == []
    assert len(check(f"一、产业\n{LONG}\n")) == 1
    assert len(check("一、产业\n要种粮。\n", Lone(rest=0))) == 1


def test_a_count_says_it_already() -> None:
    assert check("要抓三项工作：一是快，其他的以后再说。") == []


@pytest.mark.parametrize(
    "text", ["第一，要快；再一个，要稳。", "首先，要快。", "第十二条规定要快。", "一靠政策。"]
)
def test_what_people_say_without_a_second(text: str) -> None:
    assert check(f"今年很好。{text}{LONG}") == []
