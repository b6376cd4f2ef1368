"""Word lists and rosters: what may stand in them, and what is told of bad rows."""

from pathlib import Path

import pytest
from openpyxl import Workbook

import speechlint
from speechlint import config as configs
from speechlint import house
from speechlint.api import builtin_rules
from speechlint.cli import main
from speechlint.errors import ConfigError
from speechlint.house import Person, Word

WORDS = "误,正,说明\n江洲,江州,以地名志为准\n老板,,\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sheet(name: str, rows: list[list[object]]) -> str:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(name)
    return name


def text(name: str, content: str, encoding: str = "utf-8") -> str:
    Path(name).write_bytes(content.encode(encoding))
    return name


def words_error(path: str) -> str:
    with pytest.raises(ConfigError) as caught:
        house.words(path, 1)
    return str(caught.value)


def roster_error(path: str) -> str:
    with pytest.raises(ConfigError) as caught:
        house.roster(path, 1)
    return str(caught.value)


class TestWords:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
    def test_csv_in_any_encoding(self, folder: Path, encoding: str) -> None:
        path = text(f"{folder}/{encoding}.csv", WORDS.replace("\n", "\r\n"), encoding)
        assert house.words(path) == {
            "江洲": Word("江州", "以地名志为准"),
            "老板": Word("", ""),
        }

    def test_columns_in_any_order_others_left_aside(self, folder: Path) -> None:
        path = text(f"{folder}/a.csv", "序号,说明,正, 误 \n1,注,乙,甲\n\n2,,丁\n")
        assert words_error(path) == f"{path}：第 4 行：“误”是空的"
        path = text(f"{folder}/b.csv", "正\t误\n乙\t甲\n")
        assert house.words(path) == {"甲": Word("乙", "")}

    def test_quoted_cells(self, folder: Path) -> None:
        path = text(f"{folder}/a.csv", '误,正,说明\n甲,乙,"一，\n二, ""三"""\n丙,丙,\n')
        assert words_error(path) == f"{path}：第 4 行：“误”和“正”都是“丙”"
        path = text(f"{folder}/b.csv", '误,正\n甲,"乙\n丙,丁\n')
        assert words_error(path) == f"{path}：第 2 行：引号没有成对"

    def test_xlsx(self, folder: Path) -> None:
        rows: list[list[object]] = [
            ["说明", "误", "正"],
            [None, "甲", 1.0],
            [None],
            [True, "丙", "丁"],
        ]
        path = sheet(f"{folder}/a.xlsx", rows)
        assert house.words(path) == {"甲": Word("1", ""), "丙": Word("丁", "True")}
        path = sheet(f"{folder}/b.xlsx", [["误", "正"], ["甲", "乙"], [None, "丁"]])
        assert words_error(path) == f"{path}：第 3 行：“误”是空的"

    def test_a_broken_or_old_workbook(self, folder: Path) -> None:
        path = text(f"{folder}/a.xlsx", WORDS)
        assert words_error(path) == f"{path}：不是完好的 .xlsx，请用 Excel 或 WPS 重新保存"
        path = text(f"{folder}/a.xls", WORDS)
        assert words_error(path) == f"{path}：旧的 .xls 读不了，请另存为 .xlsx 或 .csv"

    @pytest.mark.parametrize(
        ("head", "hint"),
        [
            ("错,对,说明", ""),
            ("误，正，说明", "；各列要用英文逗号隔开"),
            ("", ""),
        ],
    )
    def test_without_the_columns(self, folder: Path, head: str, hint: str) -> None:
        path = text(f"{folder}/a.csv", f"{head}\n")
        assert words_error(path) == (
            f"{path}：第 1 行：缺少“误”“正”一列，第一行应是表头：误、正、说明（可省）{hint}"
        )

    def test_bad_rows_are_told_together(self, folder: Path) -> None:
        path = text(f"{folder}/a.csv", "误,正\n甲,乙\n甲,丙\n甲,乙\n,丁\n戊,戊\n")
        assert words_error(path) == (
            f"{path}：第 3 行：“甲”的“正”是“丙”，第 2 行写作“乙”，只能留一个；"
            "第 5 行：“误”是空的；第 6 行：“误”和“正”都是“戊”"
        )
        path = text(f"{folder}/b.csv", "误,正\n" + ",丁\n" * 7)
        assert words_error(path).endswith("第 6 行：“误”是空的；另有 2 行")

    def test_a_file_that_is_not_text(self, folder: Path) -> None:
        Path("a.csv").write_bytes(b"\0\0")
        assert words_error(f"{folder}/a.csv").startswith(f"{folder}/a.csv：像是二进制文件")


class TestWordsInUse:
    def test_they_are_reported_with_their_reason(self, capsys: pytest.CaptureFixture[str]) -> None:
        text("house.csv", WORDS, "gbk")
        text("speechlint.toml", 'words = "house.csv"\n')
        text("a.txt", "江洲新区建设提速，请各位老板支持。")
        assert main(["-q", "a.txt"]) == 1
        assert capsys.readouterr().out == (
            "a.txt:1:1: 警告 word.house “江洲”应为“江州”：以地名志为准 [可修复，须核对]\n"
            "a.txt:1:13: 警告 word.house “老板”不用\n"
        )

    def test_a_later_list_has_the_last_word(self) -> None:
        text("common.csv", "误,正\n甲,乙\n丙,丁\n")
        text("own.csv", "误,正\n甲,戊\n")
        text("common.toml", 'words = "common.csv"\n')
        text("speechlint.toml", 'extend = "common.toml"\nwords = "own.csv"\n')
        config = configs.read("speechlint.toml")
        assert house.options_for("words", config)["words"] == {"甲": "戊", "丙": "丁"}

    def test_the_fix_may_be_made_safe(self) -> None:
        text("house.csv", WORDS)
        text(
            "speechlint.toml",
            'words = "house.csv"\n[options."word.house"]\napplicability = "safe"\n',
        )
        config = configs.read("speechlint.toml")
        (found,) = speechlint.lint("江洲新区。", config)
        assert found.fix is not None
        assert found.fix.applicability == "safe"

    def test_without_words_the_rule_does_not_hold(self) -> None:
        chosen = {rule.id for rule in configs.choose(configs.Config(), builtin_rules())}
        assert not chosen & {"word.house", "word.name", "word.title", "word.rank"}

    def test_a_file_that_is_not_there(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text("speechlint.toml", '\nwords = "house.csv"\n')
        text("a.txt", "江洲新区。")
        assert main(["a.txt"]) == 2
        assert capsys.readouterr().err == (
            f"a.txt：{folder}/speechlint.toml：第 2 行：words：读不到 {folder}/house.csv"
            "（没有这个文件或文件夹）\n"
        )

    def test_a_changed_list_is_read_again(self) -> None:
        text("house.csv", "误,正\n甲,乙\n")
        text("speechlint.toml", 'words = "house.csv"\n')
        config = configs.read("speechlint.toml")
        assert house.options_for("words", config)["words"] == {"甲": "乙"}
        text("house.csv", "误,正\n甲,丙丁\n")
        assert house.options_for("words", config)["words"] == {"甲": "丙丁"}


class TestRoster:
    def test_rows(self, folder: Path) -> None:
        path = text(
            f"{folder}/a.csv",
            "次序,姓名,职务\n1,李国强,市委书记\n2,王　强,市委副书记、市长\n,艾力·买买提,副市长\n"
            ",李国强,市人大常委会主任\n",
        )
        assert house.roster(path) == {
            "李国强": Person(("市委书记", "市人大常委会主任"), 1),
            "王强": Person(("市委副书记", "市长"), 2),
            "艾力·买买提": Person(("副市长",), None),
        }

    def test_only_names(self, folder: Path) -> None:
        path = sheet(f"{folder}/a.xlsx", [["姓名"], ["李国强"]])
        assert house.roster(path) == {"李国强": Person((), None)}

    def test_bad_rows(self, folder: Path) -> None:
        path = text(
            f"{folder}/a.csv",
            "姓名,职务,次序\n,市长,1\n李,市长,1\n李国强,市长,一\n王强,市长,1\n王强,市长,2\n",
        )
        assert roster_error(path) == (
            f"{path}：第 2 行：“姓名”是空的；"
            "第 3 行：“李”不像姓名，应是两个以上的汉字（可有间隔号 ·）；"
            "第 4 行：次序“一”应是整数；"
            "第 6 行：王强的次序是 2，第 5 行是 1，只能留一个"
        )

    def test_options(self, folder: Path) -> None:
        text("people.csv", "姓名,职务,次序\n李国强,市委书记,1\n王强,市委副书记、市长,\n")
        config = configs.Config(roster=f"{folder}/people.csv")
        assert house.options_for("roster", config) == {
            "people": {"李国强": "市委书记", "王强": "市委副书记、市长"},
            "order": {"李国强": "1"},
        }


class TestRosterInUse:
    def test_the_whole_roster_reaches_the_three_rules(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text("people.csv", "姓名,职务,次序\n李国强,市委书记,1\n王建国,市长,2\n", "gbk")
        text("speechlint.toml", 'roster = "people.csv"\nselect = ["word"]\n')
        text("a.txt", "请市长李国强同志讲话。\n\n王建国、李国强出席，市长王健国主持。\n")
        assert main(["-q", "a.txt"]) == 1
        assert capsys.readouterr().out == (
            "a.txt:1:2: 错误 word.title 名单里李国强的职务是“市委书记”，这里写作“市长”\n"
            "a.txt:3:5: 警告 word.rank “李国强”按名单排在“王建国”前面；"
            "名单的次序是：李国强、王建国 [可修复，须核对]\n"
            "a.txt:3:13: 错误 word.name “王健国”疑为“王建国”之误 [可修复，须核对]\n"
        )

    def test_our_own_place_may_be_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        text("people.csv", "姓名,职务\n李国强,市委书记\n王建国,市长\n")
        text("a.txt", "请江州市市长李国强同志讲话。")
        own = 'roster = "people.csv"\nselect = ["word"]\n'
        text("speechlint.toml", own)
        assert main(["-q", "a.txt"]) == 0
        text("speechlint.toml", f'{own}[options."word.title"]\nplaces = ["江州"]\n')
        assert main(["-q", "a.txt"]) == 1
        capsys.readouterr()
