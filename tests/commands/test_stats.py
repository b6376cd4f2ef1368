"""`speechlint stats`."""

import json

import jsonschema
import pytest

from .conftest import Office

DRAFT = """\
同志们：

一、认清形势

今年完成投资XX亿元，要看到在全市上下共同努力下各项重点工作任务都取得了比预期还要好得多的成绩。

二、狠抓落实

要一抓到底。
"""


def test_a_table(office: Office) -> None:
    office.write("a.txt", DRAFT)

    assert office.run("stats", "a.txt") == (
        0,
        """\
a.txt：69 字，3 句，5 段，念完约 19 秒（一分钟 200 字，数字按念法算）

部分            字数  句  段  念完约  待填
全篇            69    3   5   19 秒   1
　开头          4     1   1   1 秒
　一、认清形势  53    1   2   15 秒   1
　二、狠抓落实  12    1   2   3 秒

一口气念不完的 1 处（中间没有停顿，超过 33 个音节；一口气从容地念，大约十秒）：
  5:12 36 个音节：要看到在全市上下共同努力下各……取得了比预期还要好得多的成绩
还有 1 处空白待填：5:7
""",
        "",
    )


def test_nothing_to_say(office: Office) -> None:
    office.write("a.txt", "要一抓到底。\n")

    assert office.run("stats", "--pace", "120", "a.txt").out == (
        "a.txt：6 字，1 句，1 段，念完约 2 秒（一分钟 120 字，数字按念法算）\n\n"
        "没有一口气念不完的句子（中间没有停顿的都不超过 20 个音节）\n没有待填的空白\n"
    )


def test_json(office: Office) -> None:
    office.write("a.txt", DRAFT)
    report = json.loads(office.run("stats", "--output-format", "json", "a.txt", "none.txt").out)
    number = {"type": "integer", "minimum": 0}
    numbers = dict.fromkeys(
        ("characters", "syllables", "sentences", "paragraphs", "seconds", "blanks"), number
    )
    place = {key: {"type": "object"} for key in ("span", "start", "end")}

    def shape(**properties: object) -> dict[str, object]:
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def rows(**properties: object) -> dict[str, object]:
        return {"type": "array", "items": shape(**properties)}

    text = {"type": "string"}
    file = shape(
        path=text,
        unit={"enum": ["line", "paragraph"]},
        **numbers,
        sections=rows(title=text, level=number, **place, **numbers),
        breath=shape(syllables=number, seconds=number),
        long=rows(**place, syllables=number, seconds=number, text=text),
        blank_places=rows(**place),
    )
    jsonschema.validate(
        report,
        shape(
            version={"const": 1},
            tool={"type": "object"},
            pace={"const": 200},
            files={"type": "array", "items": file},
            errors=rows(path=text, message=text),
        ),
    )
    (counted,) = report["files"]
    assert [s["title"] for s in counted["sections"]] == ["开头", "一、认清形势", "二、狠抓落实"]
    assert counted["blank_places"][0]["start"] == {"line": 5, "column": 7}
    assert counted["breath"] == {"syllables": 33, "seconds": 10}
    assert report["errors"] == [{"path": "none.txt", "message": "没有这个文件，请核对路径"}]


def test_standard_input_and_what_cannot_be_read(office: Office) -> None:
    result = office.run("stats", "-", "none.txt", stdin=DRAFT.encode())

    assert result.code == 2
    assert result.out.startswith("-：69 字")
    assert result.err == "none.txt：没有这个文件，请核对路径\n"


def test_several_files(office: Office) -> None:
    office.write("d/a.txt", DRAFT)
    office.write("d/b.md", "# 讲话\n\n要一抓到底。\n")
    office.write("d/c.txt", "To be, or not to be.\n")

    heads = [line for line in office.run("stats", "d").out.splitlines() if line[:2] == "d/"]
    assert [head.split("：")[0] for head in heads] == ["d/a.txt", "d/b.md"]


def test_what_is_no_blank_by_the_configuration(office: Office) -> None:
    office.write("speechlint.toml", 'allow = ["XX亿元"]\n')
    office.write("a.txt", DRAFT)

    assert office.run("stats", "a.txt").out.endswith("没有待填的空白\n")


@pytest.mark.parametrize("pace", ["0", "很快", "9999"])
def test_a_pace_that_nobody_reads_at(office: Office, pace: str) -> None:
    result = office.run("stats", "--pace", pace, "a.txt")

    assert result.code == 2
    assert "--pace 应是 60 到 600 之间的整数" in result.err
