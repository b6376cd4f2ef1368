"""`speechlint figures`: what each figure is read as, and what the figures claim."""

import json

from .conftest import Office

DRAFT = """今年到位资金1.47亿元，其中市级6200万元、县级5400万元、其他3300万元。
96个项目中已开工72个，占75%；近三成已经完工。
投资20亿元，占计划XX亿元的近七成。
"""


def test_tables_with_the_refuted_relations_first(office: Office) -> None:
    office.write("draft.txt", DRAFT)

    result = office.run("figures", "draft.txt")
    first, _, *rest = result.out.splitlines()
    gap = rest.index("")
    relations, figures = rest[1:gap], rest[gap + 2 :]

    assert (result.code, result.err) == (0, "")
    assert first == "draft.txt：数字 10 个，关系 4 个（不符 1，相符 1，没算 2）"
    assert [line.split() for line in relations] == [
        ["不符", "总分", "1:7", "1.47亿元", "6200+5400+3300=14900万元=1.49亿元"],
        ["相符", "占比", "2:15", "75%", "72÷96=75%"],
        ["没算", "总分", "2:1", "96个", "分项不一定列全"],
        ["没算", "占比", "3:17", "七成", "份额是约数"],
    ]
    assert [line.split() for line in figures] == [
        ["1:7", "1.47亿元", "1.47亿元", "元", "1.465", "至", "1.475"],
        ["1:18", "6200万元", "6200万元", "元", "6199.5", "至", "6200.5"],
        ["1:27", "5400万元", "5400万元", "元", "5399.5", "至", "5400.5"],
        ["1:36", "3300万元", "3300万元", "元", "3299.5", "至", "3300.5"],
        ["2:1", "96个", "96个", "个", "恰为此数"],
        ["2:10", "72个", "72个", "个", "恰为此数"],
        ["2:15", "75%", "75%", "份额", "74.5", "至", "75.5"],
        ["2:20", "三成", "3成", "份额", "近", "2.7", "至", "3"],
        ["3:3", "20亿元", "20亿元", "元", "19.5", "至", "20.5"],
        ["3:17", "七成", "7成", "份额", "近", "6.3", "至", "7"],
    ]


def test_rows_are_aligned(office: Office) -> None:
    office.write("draft.txt", DRAFT)
    lines = office.run("figures", "draft.txt").out.splitlines()

    def columns(text: str) -> int:
        return sum(1 if c.isascii() else 2 for c in text)

    head = lines[2]
    assert {
        columns(line[: line.index(word)])
        for line, word in zip(lines[2:7], ("文中", "1.47亿元", "75%", "96个", "七成"), strict=True)
    } == {columns(head[: head.index("文中")])}


def test_a_draft_without_figures(office: Office) -> None:
    office.write("draft.txt", "同志们：\n\n大家好！\n")

    result = office.run("figures", "draft.txt")

    assert (result.code, result.out.splitlines()) == (
        0,
        ["draft.txt：数字 0 个，关系 0 个（不符 0，相符 0，没算 0）"],
    )


def test_ranges_and_blanks(office: Office) -> None:
    text = "不足5%，超过30亿元，三分之一，约20亩，120余户，X30家，7359万。"
    lines = office.run("figures", "-", stdin=text.encode()).out.splitlines()[3:]

    assert [line.split()[1:] for line in lines] == [
        ["5%", "5%", "份额", "不足", "至多", "5"],
        ["30亿元", "30亿元", "元", "超过", "至少", "30"],
        ["三分之一", "1/3", "份额", "分之"],
        ["20亩", "20亩", "面积", "约", "17", "至", "23"],
        ["120余户", "120户", "户", "余", "120", "至", "130"],
        ["30家", "30家", "家", "有空白"],
        ["7359万", "7359万", "（没有单位）", "7358.5", "至", "7359.5"],
    ]


def test_json(office: Office) -> None:
    office.write("draft.txt", "\ufeff全市3亩地，近12.5%。\n96个项目中已开工70个，占75%。\n")

    result = office.run("figures", "draft.txt", "--output-format", "json")
    report = json.loads(result.out)
    (file,) = report["files"]

    assert (result.code, report["version"], report["errors"]) == (0, 1, [])
    assert (file["path"], file["unit"]) == ("draft.txt", "line")
    assert file["figures"][:2] == [
        {
            "text": "3亩",
            "span": {"start": 2, "end": 4},
            "start": {"line": 1, "column": 3},
            "end": {"line": 1, "column": 5},
            "unit": "亩",
            "dimension": "面积",
            "value": "2000",
            "low": "5000/3",
            "high": "7000/3",
            "hedge": "",
            "masked": False,
        },
        {
            "text": "12.5%",
            "span": {"start": 7, "end": 12},
            "start": {"line": 1, "column": 8},
            "end": {"line": 1, "column": 13},
            "unit": "%",
            "dimension": "份额",
            "value": "0.125",
            "low": "0.1125",
            "high": "0.125",
            "hedge": "近",
            "masked": False,
        },
    ]
    assert [r for r in file["relations"] if r["verdict"] == "refuted"] == [
        {
            "kind": "share",
            "verdict": "refuted",
            "stated": "75%",
            "span": {"start": 28, "end": 31},
            "start": {"line": 2, "column": 15},
            "end": {"line": 2, "column": 18},
            "computation": "70÷96≈72.92%",
            "reason": "",
            "operands": [
                {"span": {"start": 23, "end": 26}, "message": "部分 70个"},
                {"span": {"start": 14, "end": 17}, "message": "整体 96个"},
            ],
        }
    ]


def test_figures_given_twice_are_compared_across_paragraphs(office: Office) -> None:
    office.write(
        "draft.txt",
        "全市固定资产投资186.5亿元。\n\n下一步，要抓落实。\n\n全市固定资产投资168.5亿元。\n",
    )

    result = office.run("figures", "draft.txt", "--output-format", "json")
    (relation,) = json.loads(result.out)["files"][0]["relations"]

    assert (relation["kind"], relation["start"]) == ("conflict", {"line": 5, "column": 9})


def test_what_cannot_be_read_is_told_and_the_rest_is_listed(office: Office) -> None:
    office.write("a.txt", "开工20个。\n")

    result = office.run("figures", "none.txt", "a.txt")

    assert result.code == 2
    assert result.err == "none.txt：没有这个文件，请核对路径\n"
    assert result.out.startswith("a.txt：数字 1 个")

    report = json.loads(office.run("figures", "none.txt", "--output-format", "json").out)
    assert report["errors"] == [{"path": "none.txt", "message": "没有这个文件，请核对路径"}]


def test_several_files_and_texts_that_are_no_drafts(office: Office) -> None:
    office.write("a.txt", "开工20个。\n")
    office.write("b.txt", "this is no draft at all\n")
    office.write("c.md", "# 报告\n\n竣工30个。\n")

    lines = office.run("figures", ".").out.splitlines()

    assert [line for line in lines if "：" in line] == [
        "./a.txt：数字 1 个，关系 0 个（不符 0，相符 0，没算 0）",
        "./c.md：数字 1 个，关系 0 个（不符 0，相符 0，没算 0）",
    ]
