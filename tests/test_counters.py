"""Page numbers, alone in their line and before the rest of a sentence."""

import random

import pytest

from speechlint import counters, page, reflow
from speechlint.counters import inside, pages
from tests import proofs

WHOLE = "各乡镇要把责任落实到人，把措施落实到位，不能有丝毫松懈。"


class TestPages:
    @pytest.mark.parametrize(
        "line",
        [
            *("- 3 -", "—3—", "——12——", "·3·", "3/12", "第3页", "第 3 页 共 12 页", "第3页/共12页"),
            *("共12页 第3页", "_第3页_", "Page 3 of 12", "P3"),
        ],
    )
    def test_forms(self, line: str) -> None:
        assert list(pages([WHOLE, line, WHOLE])) == [1]

    @pytest.mark.parametrize("line", ["3", "3.", "3、"])
    def test_a_bare_number_between_lines_of_text(self, line: str) -> None:
        assert list(pages([WHOLE, line, WHOLE])) == [1]

    @pytest.mark.parametrize("line", ["3月", "2024年", "第3条", "1/3以上", "3-5个", "A3"])
    def test_what_is_none(self, line: str) -> None:
        assert list(pages([WHOLE, line, WHOLE])) == []

    def test_a_number_in_a_table_is_none(self) -> None:
        assert list(pages(["项目数", "3", "开工数", "7"])) == []


class TestInside:
    def test_a_number_before_the_rest_of_a_sentence(self) -> None:
        assert inside([f"{WHOLE}要对照存在的问", "2、题逐条整改。"]) == {1: 2}

    def test_numbers_that_do_not_rise_are_items(self) -> None:
        lines = [f"{WHOLE}要盯紧重点部", "9、位。", f"{WHOLE}要加强值班值", "3、守。"]

        assert len(inside(lines)) == 1

    @pytest.mark.parametrize(
        "lines",
        [
            ["要做好三件事：", "1、抓好春耕。", "2、抓好防火。", "3、抓好信访。"],
            ["主要任务", "1、抓好春耕生产", "2、抓好森林防火", "3、抓好信访维稳"],
            ["一、主要任务", "1、抓好春耕生产。要备足农资。", "2、抓好防火。要加强巡查。"],
            ["增长较快", "2.5亿元的项目已经开工。"],
        ],
    )
    def test_items_are_none(self, lines: list[str]) -> None:
        assert inside(lines) == {}


def test_a_line_is_asked_for_what_every_page_number_begins_with() -> None:
    known = proofs.begins(counters._PAGE)
    assert "第" in known
    assert all(page._may_count(begin) for begin in known)


def test_numbers_are_looked_for_wherever_one_is_found() -> None:
    chance = random.Random(4)  # noqa: S311
    lines = [
        WHOLE,
        WHOLE[:-5],
        "一、抓好落实",
        "",
        "3、的问题",
        "4.，落实",
        "5、抓好落实。",
        "６、、的",
    ]
    found = 0
    for _ in range(500):
        drawn = chance.choices(lines, k=8)
        if inside(drawn):
            found += 1
            assert reflow._may_count(drawn)
    assert found > 50
