"""Headings of pages that hold several speeches."""

import pytest

from speechlint import collection
from speechlint.collection import find
from tests import proofs


@pytest.mark.parametrize(
    "line",
    [
        "防汛会议讲话篇一",
        "防汛会议讲话稿篇2",
        "篇一：在防汛会议上的讲话",
        "【篇一】防汛会议讲话",
        "【第3篇】",
        "范文一",
        "范文2：防汛会议讲话",
        "防汛会议讲话模板三",
        "2023年防汛会议讲话(汇总5篇)",
        "防汛会议讲话（精选3篇）",
        "防汛会议讲话【通用十二篇】",
        "防汛会议讲话稿范文5篇",
        "最新防汛会议讲话稿精选三篇",
        "免费防汛会议讲话稿5篇",
    ],
)
def test_headings_that_only_a_collection_has(line: str) -> None:
    assert list(find(["同志们：", line])) == [1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("材料（一）", "材料（二）"),
        ("防汛会议讲话（一）", "防汛会议讲话（二）"),
        ("第一篇：在防汛会议上的讲话", "第二篇：在防火会议上的讲话"),
        ("（一）材料", "（二）材料"),
        ("讲话稿1", "讲话稿2"),
    ],
)
def test_headings_that_count_only_in_a_row(first: str, second: str) -> None:
    assert list(find([first, "同志们：", second])) == [0, 2]
    assert list(find([first, "同志们："])) == []


@pytest.mark.parametrize(
    "line",
    [
        "全年发表论文3篇，出版专著1部。",
        "做好防汛这篇大文章",
        "谱写高质量发展新篇章",
        "第一篇 总论",
        "一、准备材料",
        "精选项目3个",
        "1.调研报告（5篇），获奖2项",
        "防汛物资（3套）",
        "附件：任务分工表（共3份）",
        "深入推进示范二期工程",
    ],
)
def test_what_a_speech_says(line: str) -> None:
    assert list(find(["同志们：", line, "今年雨季来得早。"])) == []


@pytest.mark.parametrize("expression", [collection._STRONG, collection._WEAK])
def test_whatever_matches_is_counted(expression: str) -> None:
    assert proofs.holds(expression, (*"一二三四五六七八九十几多0123456789",))
    assert not proofs.holds(expression, (*"一二三四五六七八九十几多",))
    assert collection.COUNTED == r"[一二三四五六七八九十几多\d]"
