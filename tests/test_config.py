"""Find a configuration, read it, choose rules. Files that extend others: test_config_sharing.py."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from speechlint import config as configs
from speechlint.config import Config
from speechlint.diagnostic import Severity
from speechlint.errors import ConfigError
from speechlint.rule import Rule


def rule(id_: str, **keys: Any) -> Rule:
    return Rule(
        **{
            "id": id_,
            "title": "",
            "message": "",
            "why": "",
            "severity": Severity.ERROR,
            "checker": "pattern",
            "options": {"patterns": ("甲",), "scope": "line"},
            "kind": id_,
            "file": "",
            "when": ("甲",),
            **keys,
        }
    )


RULES = [
    rule("figure.sum"),
    rule("word.as-of", kind="word.typo", aliases=("word.until",)),
    rule("word.new", preview=True),
    rule("word.typo"),
]


def chosen(path: str = "", **keys: Any) -> list[str]:
    return [r.id for r in configs.choose(Config(**keys), RULES, path)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str, encoding: str = "utf-8") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding=encoding)
    return str(path)


class TestFind:
    def test_the_nearest_above(self, folder: Path) -> None:
        above = write(folder / "speechlint.toml", "")
        near = write(folder / "a" / "speechlint.toml", "")
        (folder / "a" / "b").mkdir()
        (folder / "c").mkdir()

        assert configs.find(str(folder / "a" / "b")) == near
        assert configs.find("c") == above

    def test_a_project_counts_only_with_a_table_for_us(self, folder: Path) -> None:
        above = write(folder / "speechlint.toml", "")
        write(folder / "a" / "pyproject.toml", '[project]\ndependencies = ["speechlint"]\n')
        write(folder / "b" / "pyproject.toml", "[tool.speechlint-extra]\n")
        ours = write(folder / "c" / "pyproject.toml", "[tool.speechlint]\n")

        assert [configs.find(name) for name in "abc"] == [above, above, ours]

    def test_our_own_file_counts_before_a_project(self, folder: Path) -> None:
        ours = write(folder / "speechlint.toml", "")
        write(folder / "pyproject.toml", "[tool.speechlint]\n")

        assert configs.find(".") == ours

    def test_a_project_that_is_broken_is_others_business(self, folder: Path) -> None:
        write(folder / "pyproject.toml", "[tool.other\n")

        assert configs.find(".") == ""

    def test_none(self, folder: Path) -> None:
        assert configs.find(str(folder)) == ""


class TestRead:
    def test_everything(self, folder: Path) -> None:
        path = write(
            folder / "speechlint.toml",
            """
select = ["word", "figure"]
ignore = ["word.typo"]
exclude = ["归档/"]
preview = true
[severity]
"figure.sum" = "info"
[options."word.as-of"]
patterns = ["乙"]
[per-file-ignores]
"模板/*" = ["word"]
""",
            "utf-8-sig",
        )
        config = configs.read(path)

        assert config._replace(layers=()) == Config(
            root=str(folder),
            file=path,
            select=("word", "figure"),
            ignore=("word.typo",),
            exclude=("归档/",),
            preview=True,
            severity={"figure.sum": "info"},
            options={"word.as-of": {"patterns": ["乙"]}},
            per_file_ignores={"模板/*": ("word",)},
        )

    def test_an_empty_file_says_nothing(self, folder: Path) -> None:
        path = write(folder / "speechlint.toml", "")

        assert configs.read(path)._replace(layers=()) == Config(root=str(folder), file=path)

    def test_of_a_project_only_our_table(self, folder: Path) -> None:
        path = write(folder / "pyproject.toml", '[tool.speechlint]\nselect = ["word"]\n')

        assert configs.read(path).select == ("word",)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("selct = []", "第 1 行：没有设置项 selct，是不是 select？"),
            (
                "\n\nper_file_ignores = {}",
                "第 3 行：没有设置项 per_file_ignores，是不是 per-file-ignores？",
            ),
            ("zzz = 1", "第 1 行：没有设置项 zzz"),
            (
                "[tool.speechlint]\nselect = []",
                "第 1 行：没有设置项 tool，设置直接写，不要放在 [tool.speechlint] 下面",
            ),
            ('select = "word"', '第 1 行：select 应是字符串数组，如 ["placeholder"]'),
            ("ignore = [1]", '第 1 行：ignore 应是字符串数组，如 ["placeholder"]'),
            ("exclude = true", '第 1 行：exclude 应是字符串数组，如 ["归档/"]'),
            ('preview = "yes"', "第 1 行：preview 应是 true 或 false"),
            ("severity = []", '第 1 行：severity 应是表，如 { "scrape.wrap" = "info" }'),
            (
                "[options]\nfirst = false",
                '第 1 行：options 应是表，如 { "numbering.gap" = { first = false } }',
            ),
            (
                '[per-file-ignores]\n"a" = "word"',
                '第 1 行：per-file-ignores 应是表，如 { "归档/*" = ["numbering"] }',
            ),
            (
                '[severity]\n"figure.sum" = "eror"',
                "第 2 行：severity 里 figure.sum 的级别“eror”应是 error、warning、info、off 之一，是不是 error？",
            ),
            ("select = [", "第 1 行第 11 列不合 TOML 的写法：值没有写完"),
        ],
    )
    def test_a_mistake_is_named(self, folder: Path, text: str, message: str) -> None:
        path = write(folder / "speechlint.toml", text)

        with pytest.raises(ConfigError) as caught:
            configs.read(path)
        assert str(caught.value) == f"{path}：{message}"

    def test_a_project_without_our_table(self, folder: Path) -> None:
        path = write(folder / "pyproject.toml", "[tool.other]\n")

        with pytest.raises(ConfigError) as caught:
            configs.read(path)
        assert str(caught.value) == f"{path}：里面没有 [tool.speechlint]"

    def test_our_table_is_a_table(self, folder: Path) -> None:
        path = write(folder / "pyproject.toml", "[[tool.speechlint]]\n")

        with pytest.raises(ConfigError, match="应是表，写作"):
            configs.read(path)

    def test_a_file_that_cannot_be_read(self, folder: Path) -> None:
        with pytest.raises(ConfigError) as missing:
            configs.read(str(folder / "none.toml"))
        with pytest.raises(ConfigError) as coded:
            configs.read(write(folder / "speechlint.toml", 'ignore = ["归档"]', "gbk"))

        assert str(missing.value) == (
            f"{folder / 'none.toml'}：读不到这个配置文件（没有这个文件或文件夹）"
        )
        assert str(coded.value) == (
            f"{folder / 'speechlint.toml'}：配置文件应是 UTF-8 编码，请另存为 UTF-8"
        )


class TestChoose:
    @pytest.mark.parametrize(
        ("keys", "ids"),
        [
            ({}, ["figure.sum", "word.as-of", "word.typo"]),
            ({"select": ("word",)}, ["word.as-of", "word.typo"]),
            ({"select": ("word.as-of", "figure")}, ["figure.sum", "word.as-of"]),
            ({"select": ("word.until",)}, ["word.as-of"]),
            ({"ignore": ("word",)}, ["figure.sum"]),
            ({"ignore": ("all",)}, []),
            # The more exact selector wins, whichever list it stands in.
            ({"select": ("word.as-of",), "ignore": ("word",)}, ["word.as-of"]),
            ({"select": ("word",), "ignore": ("word.as-of",)}, ["word.typo"]),
            ({"select": ("word",), "ignore": ("word.until",)}, ["word.typo"]),
            ({"select": ("figure",), "ignore": ("all",)}, ["figure.sum"]),
            ({"select": ("word",), "ignore": ("word",)}, []),
            # A kind is more exact than its family.
            ({"select": ("word.typo",), "ignore": ("word",)}, ["word.as-of", "word.typo"]),
            # What is on trial is asked for, or named.
            ({"preview": True, "select": ("word",)}, ["word.as-of", "word.new", "word.typo"]),
            ({"select": ("word.new",)}, ["word.new"]),
            ({"preview": True, "ignore": ("word.new", "figure")}, ["word.as-of", "word.typo"]),
        ],
    )
    def test_selectors(self, keys: Mapping[str, Any], ids: list[str]) -> None:
        assert chosen(**keys) == ids

    def test_severity_and_options_are_set(self) -> None:
        config = Config(
            severity={"word.until": "info"}, options={"word.as-of": {"patterns": ["乙"]}}
        )
        by_id = {r.id: r for r in configs.choose(config, RULES)}

        assert by_id["figure.sum"] == RULES[0]
        assert by_id["word.as-of"].severity is Severity.INFO
        # Other options may find what the rule's own literals know nothing of.
        assert by_id["word.as-of"].options == {"patterns": ["乙"], "scope": "line"}
        assert by_id["word.as-of"].when == ()

    @pytest.mark.parametrize(
        ("keys", "message"),
        [
            ({"select": ("wrod",)}, "没有规则或规则族 wrod，是不是 word？"),
            ({"ignore": ("zzz",)}, "没有规则或规则族 zzz"),
            ({"per_file_ignores": {"*": ("wrod",)}}, "没有规则或规则族 wrod，是不是 word？"),
            ({"severity": {"figure.sun": "info"}}, "没有规则 figure.sun，是不是 figure.sum？"),
            (
                {"options": {"figure": {"sum": {}}}},
                '没有规则 figure，规则名要加英文引号，如 [options."numbering.gap"]',
            ),
        ],
    )
    def test_what_there_is_not_is_told(self, keys: Mapping[str, Any], message: str) -> None:
        with pytest.raises(ConfigError) as caught:
            configs.choose(Config(**keys), RULES)

        assert str(caught.value) == message

    def test_it_is_told_with_file_and_line(self, folder: Path) -> None:
        path = write(folder / "speechlint.toml", 'preview = true\nignore = ["wrod"]')

        with pytest.raises(ConfigError) as caught:
            configs.choose(configs.read(path), RULES)
        assert str(caught.value) == f"{path}：第 2 行：没有规则或规则族 wrod，是不是 word？"


class TestPatterns:
    """Patterns are those of .gitignore, relative to the folder of the configuration."""

    @pytest.mark.parametrize(
        ("pattern", "path", "answer"),
        [
            ("*.bak.txt", "a/b/c.bak.txt", True),
            ("*.bak.txt", "a.txt", False),
            ("归档/", "归档/a.txt", True),
            ("归档/", "a/归档/b.txt", True),
            ("/归档/", "a/归档/b.txt", False),
            ("归档/", "归档", False),
            ("a/**/c.txt", "a/b/b/c.txt", True),
            ("a.txt", "../a.txt", False),
            ("*", "../a.txt", False),
            ("..a.txt", "..a.txt", True),
        ],
    )
    def test_exclude(self, folder: Path, pattern: str, path: str, *, answer: bool) -> None:
        config = Config(root=str(folder / "work"), exclude=(pattern,))

        assert configs.excluded(config, str(folder / "work" / path)) is answer

    def test_of_several_the_last_that_fits_counts(self, folder: Path) -> None:
        config = Config(root=str(folder), exclude=("*.txt", "!a.txt"))

        assert [configs.excluded(config, name) for name in ("a.txt", "b.txt")] == [False, True]

    def test_nothing_is_excluded_without_a_pattern(self) -> None:
        assert not configs.excluded(Config(), "a.txt")

    def test_per_file_ignores(self, folder: Path) -> None:
        keys = {"root": str(folder), "per_file_ignores": {"模板/*": ("word",), "*.md": ("figure",)}}

        assert chosen(str(folder / "a.txt"), **keys) == ["figure.sum", "word.as-of", "word.typo"]
        assert chosen(str(folder / "模板" / "a.txt"), **keys) == ["figure.sum"]
        assert chosen(os.path.join("模板", "a.md"), **keys) == []

    def test_a_pattern_that_is_wrong_is_told(self) -> None:
        with pytest.raises(ConfigError) as caught:
            configs.excluded(Config(file="speechlint.toml", exclude=("*.txt", "!")), "a.txt")

        assert str(caught.value) == (
            "speechlint.toml：不认识文件名的写法 *.txt、!，写法同 .gitignore"
        )

    def test_another_drive_is_elsewhere(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def elsewhere(*_: object) -> str:
            raise ValueError("path is on mount 'D:', start on mount 'C:'")

        monkeypatch.setattr(os.path, "relpath", elsewhere)

        assert not configs.excluded(Config(exclude=("*",)), "a.txt")
