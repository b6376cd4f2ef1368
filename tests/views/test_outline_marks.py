"""Markers, and what only looks like one."""

import pytest

from speechlint.views.outline.marks import scan


def found(text: str, *leads: int) -> list[str]:
    """Return the markers of a line that begins at 0 and at `leads`."""
    return [text[m.span.start : m.span.end] for m in scan(text, (0, *leads)) if not m.doubt]


@pytest.mark.parametrize(
    ("text", "kind", "number", "form"),
    [
        ("一、抓早", "#、", 1, "#、"),
        ("十二、抓早", "#、", 12, "#、"),
        ("一、2025年回顾", "#、", 1, "#、"),
        ("二、三农工作", "#、", 2, "#、"),
        ("二 、抓早", "#、", 2, "#、"),
        ("二.抓早", "#、", 2, "#."),
        ("二，抓早", "#、", 2, "#，"),
        ("（三）抓早", "（#）", 3, "（#）"),
        ("(三)抓早", "（#）", 3, "（#）"),
        ("（ 三 ）抓早", "（#）", 3, "（#）"),
        ("（三）、抓早", "（#）", 3, "（#）、"),
        ("三）抓早", "（#）", 3, "#）"),
        ("4.抓早", "1.", 4, "#."),
        ("4．抓早", "1.", 4, "#．"),
        ("4、抓早", "1.", 4, "#、"),
        ("１２、抓早", "1.", 12, "#、"),
        ("4）抓早", "1）", 4, "#）"),
        ("（4）抓早", "（1）", 4, "（#）"),
        ("④抓早", "①", 4, "#"),
        ("㈢抓早", "（#）", 3, "㈠"),
        ("⑷抓早", "（1）", 4, "⑴"),
        ("⒋抓早", "1.", 4, "⒈"),
        ("丙、抓早", "甲、", 3, "#、"),
        ("第二，抓早", "第#，", 2, "第#，"),
        ("第二、抓早", "第#，", 2, "第#、"),
        ("第二是抓早", "第#，", 2, "第#是"),
        ("第二个问题，抓早", "第#个问题", 2, "第#个问题，"),
        ("第二章　总则", "第#章", 2, "第#章"),
        ("第二部分", "第#部分", 2, "第#部分"),
        ("第十二条　抓早", "第#条", 12, "第#条"),
        ("其二，抓早", "其#", 2, "其#，"),
        ("二是抓早", "#是", 2, "#是"),
        ("二要抓早", "#要", 2, "#要"),
        ("二靠科技", "#靠", 2, "#靠"),
        ("其次，抓早", "首先", 2, "首先"),
    ],
)
def test_kinds(text: str, kind: str, number: int, form: str) -> None:
    (mark,) = scan(text, (0,))
    assert (mark.kind, mark.number, mark.form, mark.leads) == (kind, number, form, True)


@pytest.mark.parametrize(
    "text",
    [
        "一、二产业并进",
        "三、四级医院达标",
        "一个中心",
        "一手抓发展",
        "第一书记到村",
        "第一季度开局好",
        "第一、第二产业",
        "第一要务是发展",
        "2024.5.1开工",
        "3.45亿元到位",
        "5、6月份雨多",
        "2024、2025两年",
        "三四个人",
        "二十大精神",
        "首次召开",
        "三要素齐备",
        "一是一，二是二",
        "（三四）号",
        "100.总数",
    ],
)
def test_what_begins_no_list(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "增速全省第一，投资全省第二，",
        "团结统一是前提，唯一要紧的是快。",
        "安全是之一是要害。",
        "万一要下雨，星期一是周一。",
        "五一是节日，十一要值班。",
        "按照第三条（二）项办理。",
        "见（一）、（二）项。",
        "比例为1：2、其余不变。",
        "时间是9：30、地点不变。",
        "约占A1.的三成。",
        "做到“三要三不要”。",
        "对照表①。",
        "到①、②号楼。",
        "当时情况其二。",
        "这是第一、快的那个。",
        "统一是前提。",
    ],
)
def test_what_is_no_marker_inside_a_line(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任务如下：一是快；二是稳。三是实。", ["一是", "二是", "三是"]),
        ("我们一是理顺了关系，二是补上了欠账。", ["一是", "二是"]),
        ("富民，一靠政策，二靠科技。", ["一靠", "二靠"]),
        ("“一要吃饭、二要建设”", ["一要", "二要"]),
        ("这事一要有胆，二是有识，三要有恒。", ["一要", "二是", "三要"]),
        ("办好①水②电③路。", ["①", "②", "③"]),
        ("要（1）看，（2）问。", ["（1）", "（2）"]),
        ("做好，1.看。2.问。3.45亿元。", ["1.", "2."]),
        ("原因，首先，远；其次，慢。", ["首先", "其次"]),
        ("会上提到，第一，快；第二，稳。", ["第一，", "第二，"]),
        ("同志们好 一、看 （一）问", ["一、", "（一）"]),
        ("一是快，三是稳", ["一是", "三是"]),
        ("原因第一，是远；第二，是慢。", ["第一，", "第二，"]),
        ("任务有一、快；二、稳。", ["一、", "二、"]),
        ("二十一是大数，一是快，二是稳", ["一是", "二是"]),
    ],
)
def test_markers_inside_a_line(text: str, expected: list[str]) -> None:
    assert found("今年，" + text) == expected


def test_the_end_of_a_word_begins_no_list() -> None:
    assert found("渠道单一、办法不多。二、要闯出新路。") == ["二、"]
    assert found("要表里如一、言行一致。二、要闯出新路。") == ["二、"]


def test_one_that_no_neighbour_backs_is_none() -> None:
    assert found("今年的重点一是快。") == []
    assert found("今年的重点。一是快。") == ["一是"]


def test_a_line_may_begin_in_the_middle() -> None:
    assert found("抓早动手二、抓小", 4) == ["二、"]
    assert found("抓早动手二、抓小") == []


def test_a_heading_inside_a_line_is_in_doubt() -> None:
    assert [m.doubt for m in scan("要快。第二条　要稳。", (0,))] == [True]


def test_the_span_of_the_number() -> None:
    (mark,) = scan("（十一）抓早", (0,))
    assert (mark.figure, mark.span) == ((1, 3), (0, 4))
