"""Configuration that is shared: files that extend others, the user's own, packs."""

import json
import os
import sys
from pathlib import Path

import pytest

from speechlint import config as configs
from speechlint.api import Checking, rules_for
from speechlint.cli import main
from speechlint.errors import ConfigError

RULE = """\
title = "甲甲"
message = "{match}"
why = "…"
checker = "pattern"
options = { patterns = ["甲甲"] }
examples = [{ bad = "⟦甲甲⟧" }, { good = "好" }]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def write(path: str, text: str) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return path


def write_pack(path: str, rule: str = RULE) -> None:
    write(f"{path}/pack.toml", 'title = "我们的"\nwhy = "…"\n')
    write(f"{path}/word.toml", rule)


def error(path: str) -> str:
    with pytest.raises(ConfigError) as caught:
        rules_for(configs.read(path))
    return str(caught.value)


class TestExtend:
    def test_what_adds_up_and_what_is_replaced(self, folder: Path) -> None:
        write(
            "common/base.toml",
            'select = ["placeholder"]\nignore = ["punct"]\nexclude = ["旧/"]\nallow = ["X政务"]\n'
            'packs = ["house"]\nwords = "a.csv"\nroster = "a.csv"\npreset = "strict"\n'
            '[severity]\n"scrape.wrap" = "off"\n"word.as-of" = "info"\n'
            '[options."numbering.gap"]\na = 1\nb = 2\n'
            '[per-file-ignores]\n"甲/*" = ["punct"]\n',
        )
        write(
            "own/speechlint.toml",
            'extend = "../common/base.toml"\n'
            'select = ["all"]\nignore = ["punct", "word"]\nexclude = ["新/"]\nallow = ["峰峰"]\n'
            'packs = ["more"]\nwords = "b.csv"\nroster = "b.csv"\npreview = false\n'
            '[severity]\n"scrape.wrap" = "info"\n'
            '[options."numbering.gap"]\nb = 3\n'
            '[per-file-ignores]\n"乙/*" = ["word"]\n',
        )
        config = configs.read("own/speechlint.toml")
        base, own = str(folder / "common"), str(folder / "own")
        assert config._replace(layers=()) == configs.Config(
            root=own,
            file="own/speechlint.toml",
            select=("all",),
            ignore=("punct", "word"),
            severity={"scrape.wrap": "info", "word.as-of": "info"},
            options={"numbering.gap": {"a": 1, "b": 3}},
            exclude=("旧/", "新/"),
            per_file_ignores={"甲/*": ("punct",), "乙/*": ("word",)},
            preview=False,
            preset="strict",
            allow=("X政务", "峰峰"),
            words=(os.path.join(base, "a.csv"), os.path.join(own, "b.csv")),
            roster=os.path.join(own, "b.csv"),
            packs=(os.path.join(base, "house"), os.path.join(own, "more")),
        )
        assert [os.path.basename(layer.file) for layer in config.layers] == [
            "base.toml",
            "speechlint.toml",
        ]

    def test_a_chain_each_relative_to_itself(self) -> None:
        write("a/speechlint.toml", 'ignore = ["word"]\n')
        write("b/c/x.toml", 'extend = "../../a"\n')
        write("speechlint.toml", 'extend = "b/c/x.toml"\n')
        assert configs.read("speechlint.toml").ignore == ("word",)

    def test_in_pyproject(self) -> None:
        write("a.toml", 'ignore = ["word"]\n')
        write("pyproject.toml", '[tool.speechlint]\nextend = "a.toml"\n')
        assert configs.read("pyproject.toml").ignore == ("word",)
        write("b.toml", 'extend = "pyproject.toml"\n')
        assert configs.read("b.toml").ignore == ("word",)

    def test_a_circle_is_told(self, folder: Path) -> None:
        write("a.toml", 'extend = "b.toml"\n')
        write("b.toml", '# 共用\nextend = "a.toml"\n')
        assert error("a.toml") == (
            f"{folder}/b.toml：第 2 行：extend 绕成了圈："
            f"a.toml → {folder}/b.toml → {folder}/a.toml，请去掉其中一个"
        )

    def test_a_file_that_is_not_there(self, folder: Path) -> None:
        write("a.toml", '\nextend = "../b.toml"\n')
        assert error("a.toml") == (
            f"a.toml：第 2 行：extend：没有文件 {folder.parent}/b.toml；"
            "“../b.toml”要从这个配置文件所在的文件夹算起"
        )

    def test_an_error_names_the_file_it_stands_in(self, folder: Path) -> None:
        write("b.toml", 'preset = "quiet"\nslect = []\n')
        write("a.toml", 'extend = "b.toml"\n')
        assert error("a.toml") == (f"{folder}/b.toml：第 2 行：没有设置项 slect，是不是 select？")
        write("b.toml", '[severity]\n"scrape.wrap" = "info"\n"scrape.warp" = "info"\n')
        with pytest.raises(ConfigError) as caught:
            configs.choose(configs.read("a.toml"), rules_for(configs.Config()))
        assert str(caught.value) == (
            f"{folder}/b.toml：第 3 行：没有规则 scrape.warp，是不是 scrape.wrap？"
        )

    def test_a_file_of_an_installed_package(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("site/our_style/__init__.py", "raise RuntimeError('must not be imported')\n")
        write("site/our_style/base.toml", 'ignore = ["word"]\nallow = "allow.txt"\n')
        write("site/our_style/allow.txt", "X政务\n")
        monkeypatch.syspath_prepend(str(folder / "site"))
        write("a.toml", 'extend = "package:our-style/base.toml"\n')
        config = configs.read("a.toml")
        assert (config.ignore, config.allow) == (("word",), ("X政务",))
        write("b.toml", 'extend = "package:our_style/c.toml"\n')
        assert error("b.toml") == (
            "b.toml：第 1 行：extend：已安装的包 our_style 里没有 c.toml"
            f"（找过 {folder}/site/our_style/c.toml）"
        )
        write("c.toml", 'extend = "package:nobody/c.toml"\n')
        assert error("c.toml").startswith("c.toml：第 1 行：extend：没有安装包 nobody；")


class TestSettings:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("slect = []", "第 1 行：没有设置项 slect，是不是 select？"),
            ('\nselect = "all"', '第 2 行：select 应是字符串数组，如 ["placeholder"]'),
            (
                '# preset\npreset = "strikt"',
                '第 2 行：preset “strikt”应是"default"、"strict"、"quiet" 之一，是不是 strict？',
            ),
            ("words = []", '第 1 行：words 应是文件名，如 "house.csv"'),
            ('roster = ""', '第 1 行：roster 应是文件名，如 "people.csv"'),
            ('packs = "house"', '第 1 行：packs 应是字符串数组，如 ["house/"]'),
            ("allow = 1", '第 1 行：allow 应是字符串数组，如 ["X政务"]，或文件名，如 "allow.txt"'),
            ("preview = 1", "第 1 行：preview 应是 true 或 false"),
            (
                '[severity]\n"scrape.wrap" = "of"',
                (
                    "第 2 行：severity 里 scrape.wrap 的级别“of”应是 "
                    "error、warning、info、off 之一，是不是 off？"
                ),
            ),
            (
                '[per-file-ignores]\n"a" = "b"',
                '第 1 行：per-file-ignores 应是表，如 { "归档/*" = ["numbering"] }',
            ),
            (
                '[options]\n"a.b" = 1',
                '第 1 行：options 应是表，如 { "numbering.gap" = { first = false } }',
            ),
        ],
    )
    def test_what_is_wrong(self, text: str, message: str) -> None:
        write("a.toml", text)
        assert error("a.toml") == f"a.toml：{message}"


class TestAllowFile:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
    def test_one_string_a_line(self, encoding: str) -> None:
        Path("allow.txt").write_bytes("# 我们的\r\nX政务\r\n\r\n  峰峰 \n".encode(encoding))
        write("a.toml", 'allow = "allow.txt"\n')
        assert configs.read("a.toml").allow == ("X政务", "峰峰")

    def test_a_file_that_cannot_be_read(self, folder: Path) -> None:
        write("a.toml", 'select = []\nallow = "allow.txt"\n')
        assert error("a.toml") == (
            f"a.toml：第 2 行：allow：读不到 {folder}/allow.txt（没有这个文件或文件夹）"
        )
        Path("allow.txt").write_bytes(b"\0")
        assert error("a.toml").startswith(f"{folder}/allow.txt：像是二进制文件")


class TestUserFile:
    def test_holds_where_no_other_is_found(self, folder: Path) -> None:
        file = write(str(folder.parent / "user" / "speechlint" / "speechlint.toml"), "ignore=[]")
        assert configs.find(".") == file
        config = Checking().config_for("a.txt")
        assert (config.file, config.root) == (file, str(folder))
        write("speechlint.toml", "")
        assert configs.find(".") == str(folder / "speechlint.toml")

    def test_names_files_beside_itself(self, folder: Path) -> None:
        user = folder.parent / "user" / "speechlint"
        write(str(user / "speechlint.toml"), 'roster = "people.csv"\n')
        assert Checking().config_for("a.txt").roster == str(user / "people.csv")

    @pytest.mark.parametrize(
        ("platform", "variable", "path"),
        [
            ("linux", "XDG_CONFIG_HOME", "speechlint/speechlint.toml"),
            ("win32", "APPDATA", "speechlint/speechlint.toml"),
            ("darwin", "HOME", "Library/Application Support/speechlint/speechlint.toml"),
        ],
    )
    def test_place(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        platform: str,
        variable: str,
        path: str,
    ) -> None:
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setenv(variable, str(tmp_path))
        assert configs.user_file() == str(tmp_path / path)

    def test_without_the_variable(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("XDG_CONFIG_HOME")
        assert configs.user_file() == str(tmp_path / ".config/speechlint/speechlint.toml")


def report(capsys: pytest.CaptureFixture[str], *args: str) -> list[str]:
    main(["--output-format", "json", *args])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    return [d["rule"] for d in file["diagnostics"]]


class TestPacks:
    @pytest.mark.parametrize("name", ["house", "house/", "./house"])
    def test_a_pack(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        write_pack("house")
        write("speechlint.toml", f'packs = ["{name}"]\nselect = ["house"]\n')
        assert report(capsys, write("a.txt", "抓好甲甲。")) == ["house.word"]

    def test_a_folder_of_packs(self, capsys: pytest.CaptureFixture[str]) -> None:
        write_pack("ours/one")
        write_pack("ours/two", RULE.replace("甲甲", "乙乙"))
        write("speechlint.toml", 'packs = ["ours"]\nselect = ["one", "two"]\n')
        assert report(capsys, write("a.txt", "抓好甲甲和乙乙。")) == ["one.word", "two.word"]

    def test_an_installed_package(
        self,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        write("site/our_packs/__init__.py", "raise RuntimeError('must not be imported')\n")
        write_pack("site/our_packs/rules/house")
        write_pack("site/our_packs/extra/more")
        monkeypatch.syspath_prepend(str(folder / "site"))
        write(
            "speechlint.toml",
            'packs = ["package:our-packs", "package:our-packs/extra"]\n'
            'select = ["house", "more"]\n',
        )
        assert report(capsys, write("a.txt", "抓好甲甲。")) == ["house.word", "more.word"]

    def test_its_rules_may_be_selected_on_the_command_line(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_pack("稿/house")
        write("稿/speechlint.toml", 'packs = ["house"]\n')
        write("稿/a.txt", "抓好甲甲。")
        assert report(capsys, "--select", "house.word", "稿/a.txt") == ["house.word"]
        assert report(capsys, "--select", "house", "稿") == ["house.word"]
        assert main(["--select", "house.wrod", "稿"]) == 2
        assert capsys.readouterr().err == (
            "speechlint：没有规则或规则族 house.wrod，是不是 house.word？\n"
        )

    def test_rules_and_explain_know_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        write_pack("house")
        write("speechlint.toml", 'packs = ["house"]\n')
        assert main(["rules", "house"]) == 0
        assert capsys.readouterr().out == "house.word  警告  甲甲\n"
        assert main(["explain", "house.word"]) == 0
        assert "⟦甲甲⟧" in capsys.readouterr().out

    def test_two_processes_know_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        write_pack("house")
        write("speechlint.toml", 'packs = ["house"]\nselect = ["house"]\n')
        write("稿/a.txt", "抓好甲甲。")
        write("稿/b.txt", "抓好甲甲。")
        assert main(["--jobs", "2", "-q", "稿"]) == 1
        assert len(capsys.readouterr().out.splitlines()) == 2

    @pytest.mark.parametrize(
        ("rule", "message"),
        [
            (RULE.replace("message", "mesage"), "没有键 mesage，是不是 message？"),
            (RULE.replace('"pattern"', '"patern"'), "没有检查器 patern"),
            (RULE.replace("patterns", "paterns"), "没有选项 paterns"),
            (RULE.replace('["甲甲"]', '["甲("]'), "选项 patterns 里的正则表达式“甲(”"),
            (RULE.replace("{match}", "{word}"), "message 里的 {word} 检查器没有给出"),
            (
                RULE.replace("why", "aliases = ['numbering.gap']\nwhy"),
                "规则名 numbering.gap 已经有",
            ),
        ],
    )
    def test_a_broken_rule_is_told_before_anything_is_checked(
        self, folder: Path, rule: str, message: str
    ) -> None:
        write_pack("house", rule)
        write("a.toml", 'select = []\npacks = ["house"]\n')
        start = f"a.toml：第 2 行：packs：{folder}/house/word.toml：{message}"
        assert error("a.toml").startswith(start)

    def test_a_folder_that_is_none_or_has_none(self, folder: Path) -> None:
        write("a.toml", 'packs = ["house"]\n')
        assert error("a.toml") == (
            f"a.toml：第 1 行：packs：没有文件夹 {folder}/house；路径从配置文件所在的文件夹算起"
        )
        Path("house").mkdir()
        assert error("a.toml").startswith(f"a.toml：第 1 行：packs：{folder}/house：里面没有规则；")

    def test_links_that_lead_nowhere(self, folder: Path) -> None:
        write_pack("house")
        write("a.toml", 'packs = ["house"]\n')
        Path("house/.#word.toml").symlink_to("somebody@somewhere.123")  # Emacs, while it is typed
        assert "house.word" in {r.id for r in rules_for(configs.read("a.toml"))}
        Path("house/other.toml").symlink_to("nowhere.toml")
        assert error("a.toml") == (
            f"a.toml：第 1 行：packs：{folder}/house/other.toml：读不到（没有这个文件或文件夹）"
        )

    def test_a_changed_rule_is_read_again(self) -> None:
        write_pack("house")
        write("a.toml", 'packs = ["house"]\n')
        config = configs.read("a.toml")
        assert "house.word" in {r.id for r in rules_for(config)}
        write("house/other.toml", RULE)
        assert "house.other" in {r.id for r in rules_for(config)}
