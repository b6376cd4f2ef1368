"""Names of organs, meetings, places and set phrases: what is marked is reported, all else is silent."""

from functools import cache
from pathlib import Path

import pytest

from speechlint import packs
from speechlint.diagnostic import Severity
from speechlint.linter import Linter
from speechlint.packs import mark, unmark
from speechlint.patterns import Rows, literal
from speechlint.rule import Rule
from speechlint.sources import document

RULES = (
    "word.organ",
    "word.outdated",
    "word.formula",
    "word.members",
    "word.stray",
    "figure.meeting",
)
TITLE = "在2024年全市重点工作推进会上的讲话\n\n同志们：\n\n"
LINES = [
    line
    for line in (Path(__file__).parent / "names.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
]


@cache
def rules() -> dict[str, Rule]:
    return {r.id: r for r in packs.load_packs(packs.builtin()) if r.id in RULES}


def marked(text: str, *only: str, **options: object) -> str:
    chosen = [rule for name, rule in rules().items() if not only or name in only]
    if options:
        chosen = [r._replace(options={**r.options, **options}, when=()) for r in chosen]
    return mark(text, [d.span for d in Linter(chosen).lint(document(text))])


@pytest.mark.parametrize("line", LINES)
def test_marks_what_is_wrong_and_nothing_else(line: str) -> None:
    text, _ = unmark(TITLE + line)
    assert marked(text) == TITLE + line


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("请国土局办理。", 0),  # nothing says when
        ("20xx年，全市开工20个项目。请国土局办理。", 0),
        ("在20xx年全市大会上的讲话\n\n请国土局办理。", 0),
        ("在2008年全市大会上的讲话\n\n请国土局办理。到2030年，建成区扩大一倍。", 0),
        ("到2025年，建成区扩大一倍。请国土局办理。", 0),
        ("请国土局办理。\n\n2023年3月5日", 1),
        ("请国土局办理。\n\n（二〇二三年三月五日）", 1),
        ("在二○二三年全市大会上的讲话\n\n请国土局办理。", 1),
        ("今年是2022年，请国土局办理。", 1),
        ("今年是2022年。请国土局办理。", 1),
        ("截至2022年底，开工20个项目。请国土局办理。", 1),
        ("2022年，开工20个项目。请国土局办理。", 1),
        ("要贯彻党的二十届三中全会精神。请国土局办理。", 1),
        ("要贯彻党的十八届三中全会精神。请国土局办理。", 0),
        ("总结2021年工作，部署2022年任务。请国土局办理。", 1),
    ],
)
def test_the_year_is_the_one_that_the_speech_shows(text: str, wrong: int) -> None:
    assert marked(text, "word.organ").count("⟦国土局⟧") == wrong


def test_the_title_that_a_site_gave_does_not_count() -> None:
    site = "下面是小编为大家整理的2024年在全市项目会上的讲话，供大家参考。\n"
    text = f"{site}同志们：\n\n请国土局办理。\n"
    assert marked(text, "word.organ") == text


def test_the_year_may_be_told_and_a_name_be_kept() -> None:
    text = "请国土局办理。"
    assert marked(text, "word.organ", year=2024) == "请⟦国土局⟧办理。"
    assert marked(text, "word.organ", year=2015) == text
    assert marked(text, "word.organ", year=2024, keep=("国土局",)) == text


def test_a_name_that_some_places_keep_is_information() -> None:
    text = f"{TITLE}新农合参保率达到98%。"
    (diagnostic,) = Linter([rules()["word.organ"]]).lint(document(text))
    assert diagnostic.severity is Severity.INFO
    assert [r.message for r in diagnostic.related] == ["讲话不早于2024年"]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (
            (
                "在⟦河阳市⟧委、市政府的坚强领导下，成绩喜人。我代表江州市委、市政府表示感谢。"
                "今后，要在江州市委的正确领导下再创佳绩。"
            ),
            {},
        ),
        ("在江州市委的坚强领导下，谨代表江州市政府致谢。受⟦河阳市⟧人民政府委托，我作报告。", {}),
        ("我代表江北县政府作报告。在江州市委的坚强领导下，成绩喜人。", {}),
        ("我代表⟦河阳市⟧政府作报告。", {"place": "江州市"}),
        ("我代表江州市财政局党组发言。", {"organization": "江州市财政局"}),
        ("我代表⟦市教育局⟧党组发言。", {"organization": "江州市财政局"}),
        ("向河阳市委学习，在省委的坚强领导下，我们全市上下一心。", {"place": "江州市"}),
    ],
)
def test_places_left_behind(text: str, options: dict[str, str]) -> None:
    bare, _ = unmark(text)
    assert marked(bare, "word.stray", **options) == text


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("国土局(?![限面])", "国土局"),
        ("(?<!矿山)安监局", "安监局"),
        ("国土(?:资源)?部门", "国土"),
        ("国土资源(?:管理)?局", "国土资源"),
        ("(?<=做到“)[一二三](?=个维护”)", "个维护”"),
        ("环保[厅局]", "环保"),
        ("合作医疗?", "合作医"),
        ("甲(?:乙|丙(?:丁|戊)|己)", ""),
        ("国税局|地税局", ""),
    ],
)
def test_the_literal_of_an_expression(pattern: str, word: str) -> None:
    # Shorter is slower, longer would be wrong.
    assert literal(pattern) in (word, max(word, "做到“", key=len) if "做到" in pattern else word)


def test_rows_take_the_longer_of_two_at_one_place() -> None:
    rows = Rows({"甲乙": "1", "甲乙丙": "2", "丙丁": "3"})
    assert [(span, value) for span, value in rows.find("甲乙丙丁甲乙")] == [
        ((0, 3), "2"),
        ((4, 6), "1"),
    ]


def test_every_row_of_the_tables_wakes_its_rule() -> None:
    for name in ("word.organ", "word.outdated", "word.formula"):
        options = packs.options_of(rules()[name])
        when = rules()[name].when
        for pattern in options.get("words", options.get("phrases", {})):
            word = literal(pattern)
            assert any(w in pattern or (word and word in w) for w in when), pattern
