"""Fact sheets: what may stand in them, what is told of bad rows, and a check with one."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from speechlint import config as configs
from speechlint import house
from speechlint.cli import main
from speechlint.errors import ConfigError
from speechlint.factsheets import facts
from speechlint.views.facts import read

SHEET = "指标,别名,时期,数值,单位\n一般公共预算收入,财政收入,2024年,186.5,亿元\n"
TOML = """\
[[facts]]
indicator = "一般公共预算收入"
aliases = ["财政收入", "公共预算收入"]
period = "2024年"
value = 186.50
unit = "亿元"
"""
DRAFT = "2024年，全市财政收入完成168.5亿元。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, content: str, encoding: str = "utf-8") -> str:
    Path(name).write_bytes(content.encode(encoding))
    return name


def rows(path: str) -> list[dict[str, str]]:
    return [dict(row) for row in facts(path).values()]


def error(path: str) -> str:
    with pytest.raises(ConfigError) as caught:
        facts(path, 1)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_csv(folder: Path, encoding: str) -> None:
    assert rows(write(f"{folder}/{encoding}.csv", SHEET, encoding)) == [
        {
            "indicator": "一般公共预算收入",
            "aliases": "财政收入",
            "period": "2024年",
            "value": "186.5",
            "unit": "亿元",
            "place": "",
            "source": f"{encoding}.csv 第 2 行，",
        }
    ]


def test_english_columns(folder: Path) -> None:
    path = write(f"{folder}/a.csv", "unit,Indicator,value,period\n亿元,总产值,12,2024\n")
    assert [row["indicator"] + row["period"] for row in rows(path)] == ["总产值2024"]


def test_what_other_tables_call_their_columns(folder: Path) -> None:
    path = write(f"{folder}/a.csv", "指标名称,计量单位,年份,数据\n总产值,亿元,2024,12\n")
    assert [row["indicator"] + row["period"] for row in rows(path)] == ["总产值2024"]


def test_toml_keeps_the_digits(folder: Path) -> None:
    (row,) = rows(write(f"{folder}/a.toml", TOML))
    assert (row["aliases"], row["value"]) == ("财政收入、公共预算收入", "186.50")
    assert row["source"] == "a.toml 第 1 行，"
    assert read(row).names == ("一般公共预算收入", "财政收入", "公共预算收入")


def test_toml_with_chinese_keys(folder: Path) -> None:
    path = write(
        f"{folder}/a.toml", 'facts = [{"指标"="甲产值","时期"="2024年","数值"="3","单位"="亿元"}]'
    )
    assert [row["indicator"] for row in rows(path)] == ["甲产值"]


def test_xlsx_as_it_is_shown(folder: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["指标", "时期", "数值", "单位"])
    for row, (value, form, unit) in enumerate(
        [
            (12.0, "0.00", "亿元"),
            (0.082, "0.0%", ""),
            (0.08, "0.0%", "%"),
            (1234567, "#,##0", "人"),
            (3.14159, "0.0", "亿元"),
        ],
        2,
    ):
        sheet.append([f"甲{'乙丙丁戊己'[row - 2]}", 2024, value, unit])
        sheet.cell(row, 3).number_format = form
    book.save("a.xlsx")
    assert [row["value"] for row in rows(f"{folder}/a.xlsx")] == [
        "12.00",
        "8.2%",
        "8.0%",
        "1234567",
        "3.14159",
    ]


@pytest.mark.parametrize(
    ("period", "spelled"),
    [
        ("2024", "2024"),
        ("2024年", "2024"),
        ("2024年度", "2024"),
        ("2024年末", "2024"),
        ("2024年1-12月", "2024"),
        ("2024年上半年", "2024/1-6"),
        ("2024 年 1—6 月", "2024/1-6"),
        ("2024年前三季度", "2024/1-9"),
        ("2024年9月", "2024/9"),
        ("2021—2024年", "2021-2024"),
        ("“十四五”", "2021-2025"),
        ("十四五时期", "2021-2025"),
    ],
)
def test_periods(period: str, spelled: str) -> None:
    row = {"indicator": "甲", "period": period, "value": "1", "unit": "亿元"}
    assert read(row).period == spelled


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",,2024年,1,亿元", "“指标”一列：“指标”是空的"),
        (
            "甲,,,1,亿元",
            "“时期”一列：时期“”看不懂，应写作 2024年、2024年上半年、2024年1-9月、2021—2025年",
        ),
        (
            "甲,,今年,1,亿元",
            "“时期”一列：时期“今年”看不懂，应写作 2024年、2024年上半年、2024年1-9月、2021—2025年",
        ),
        ("甲,,2024年,,亿元", "“数值”一列：“数值”是空的"),
        ("甲,,2024年,约18,亿元", "“数值”一列：数值“约18”不是数"),
        ("甲,,2024年,18亿,元", "“数值”一列：数值“18亿”不是数"),
        ("甲,,2024年,-3,亿元", "“数值”一列：数值“-3”是负数，只有增速（指标写作“…增速”）才可以"),
        ("甲,,2024年,18,", "“单位”一列：“单位”是空的"),
        ("甲,,2024年,18,斛", "“单位”一列：单位“斛”不认识，如 亿元、万人、个、%、个百分点"),
    ],
)
def test_a_bad_cell_is_named_with_row_and_column(folder: Path, row: str, message: str) -> None:
    path = write(f"{folder}/a.csv", f"{SHEET}{row}\n")
    assert error(path) == f"{path}：第 3 行{message}"


def test_two_values_of_one_figure(folder: Path) -> None:
    path = write(f"{folder}/a.csv", f"{SHEET}一般公共预算收入,,2024,187,亿元\n")
    assert error(path) == (
        f"{path}：第 3 行“数值”一列：“一般公共预算收入”2024的数值是“187”，第 2 行写作“186.5”，只能留一个"
    )


def test_without_a_column(folder: Path) -> None:
    path = write(f"{folder}/a.csv", "指标,数值\n甲,1\n")
    assert error(path) == (
        f"{path}：第 1 行：缺少“时期”“单位”一列，第一行应是表头：指标、时期、数值、单位、别名（可省）、地区（可省）"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "facts = 1\n",
            "应有一个或几个 [[facts]]，每个写 indicator、aliases、period、value、unit、place",
        ),
        ("[[facts]\n", "第 1 行第 8 列不合 TOML 的写法：方括号没有成对"),
        (
            f"\n{TOML}valeu = 1\n",
            "第 2 行起的 [[facts]]：“valeu”：没有 valeu 这一项，是不是 value？",
        ),
        (TOML.replace("186.50", "true"), "第 1 行起的 [[facts]]：“数值”：value 应是字符串或数"),
        (TOML.replace("value = 186.50\n", ""), "第 1 行起的 [[facts]]：“数值”：缺少 value"),
        (
            TOML + TOML.replace("亿元", "斛"),
            "第 7 行起的 [[facts]]：“单位”：单位“斛”不认识，如 亿元、万人、个、%、个百分点",
        ),
    ],
)
def test_a_bad_toml(folder: Path, content: str, message: str) -> None:
    path = write(f"{folder}/a.toml", content)
    assert error(path) == f"{path}：{message}"


def test_many_bad_tables(folder: Path) -> None:
    bad = TOML.replace("亿元", "斛")
    assert error(write(f"{folder}/a.toml", bad * 7)).endswith("；另有 2 处")


class TestInUse:
    def test_a_check(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("facts.csv", SHEET, "gbk")
        write("speechlint.toml", 'facts = "facts.csv"\n')
        write("a.txt", DRAFT)
        assert main(["-q", "a.txt"]) == 1
        assert capsys.readouterr().out == (
            "a.txt:1:15: 错误 figure.fact “财政收入168.5亿元”与数据表不合："
            "facts.csv 第 2 行，一般公共预算收入是186.5亿元 [可修复，须核对]\n"
        )

    def test_the_figures_of_the_draft(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("facts.csv", SHEET)
        write("speechlint.toml", 'facts = "facts.csv"\n')
        write("a.txt", DRAFT)
        assert main(["figures", "a.txt"]) == 0
        assert capsys.readouterr().out.splitlines()[3].split() == [
            "不符",
            "数据表",
            "1:15",
            "财政收入168.5亿元",
            "facts.csv",
            "第",
            "2",
            "行，一般公共预算收入是186.5亿元",
        ]

    def test_a_later_sheet_has_the_last_word(self) -> None:
        write("common.csv", f"{SHEET}甲产值,,2024年,3,亿元\n")
        write("own.toml", TOML.replace("186.50", "187"))
        write("common.toml", 'facts = "common.csv"\n')
        write("speechlint.toml", 'extend = "common.toml"\nfacts = "own.toml"\n')
        options = house.options_for("facts", configs.read("speechlint.toml"))
        assert [row["value"] for row in options["facts"]] == ["187", "3"]

    @pytest.mark.parametrize("command", [["a.txt"], ["figures", "a.txt"]])
    def test_a_broken_sheet(
        self, folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
    ) -> None:
        write("facts.csv", "指标,时期,数值,单位\n甲,2024年,一,亿元\n")
        write("speechlint.toml", 'facts = "facts.csv"\n')
        write("a.txt", DRAFT)
        assert main(command) == 2
        assert capsys.readouterr().err == (
            f"a.txt：{folder}/facts.csv：第 2 行“数值”一列：数值“一”不是数\n"
        )

    def test_a_sheet_that_is_not_there(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write("speechlint.toml", 'facts = "facts.csv"\n')
        write("a.txt", DRAFT)
        assert main(["a.txt"]) == 2
        assert capsys.readouterr().err == (
            f"a.txt：{folder}/speechlint.toml：第 1 行：facts：读不到 {folder}/facts.csv"
            "（没有这个文件或文件夹）\n"
        )

    def test_config_show_says_that_it_reaches_outside(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "in").mkdir()
        write("facts.csv", SHEET)
        write("in/speechlint.toml", 'facts = "../facts.csv"\n')
        assert main(["config", "show", "in/a.txt"]) == 0
        (line,) = [x for x in capsys.readouterr().out.splitlines() if x.startswith("facts")]
        assert line.endswith("（在配置文件所在的文件夹之外）")
