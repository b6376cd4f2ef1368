import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import speechlint
from speechlint.api import Checking, builtin_rules, read_bytes
from speechlint.errors import ConfigError, ReadError
from speechlint.running import Overrides

if TYPE_CHECKING:
    from speechlint.rule import Rule

DRAFT = "截止目前，全市开工项目 20 个。"


def rules_of(diagnostics: list[speechlint.Diagnostic]) -> list[str]:
    return [d.rule for d in diagnostics]


class TestLibrary:
    def test_every_public_name_is_there(self) -> None:
        for name in speechlint.__all__:
            assert getattr(speechlint, name) is not None

    def test_no_other_name_is(self) -> None:
        with pytest.raises(AttributeError):
            _ = speechlint.nothing

    def test_lint_counts_code_points(self) -> None:
        found = speechlint.lint("😀𠀀。\r\n\r\n" + DRAFT)

        assert [(d.rule, d.span) for d in found] == [("word.as-of", speechlint.Span(7, 11))]

    def test_lint_looks_up_no_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "speechlint.toml").write_text('ignore = ["all"]', encoding="utf-8")
        monkeypatch.chdir(tmp_path)

        assert rules_of(speechlint.lint(DRAFT)) == ["word.as-of"]

    def test_a_config_may_be_given(self) -> None:
        config = speechlint.Config(severity={"word.as-of": "info"})

        assert [d.severity.value for d in speechlint.lint(DRAFT, config)] == ["info"]
        assert speechlint.lint(DRAFT, speechlint.Config(ignore=("word",))) == []

    def test_a_config_that_names_what_is_not_there(self) -> None:
        with pytest.raises(ConfigError) as caught:
            speechlint.lint(DRAFT, speechlint.Config(select=("wrod",)))

        assert str(caught.value) == "没有规则或规则族 wrod，是不是 word？"

    def test_an_empty_text(self) -> None:
        assert speechlint.lint("") == []


class TestLintFile:
    def test_the_nearest_configuration_holds(self, tmp_path: Path) -> None:
        (tmp_path / "speechlint.toml").write_text(
            'severity = { "word.as-of" = "info" }', encoding="utf-8"
        )
        path = tmp_path / "a.txt"
        path.write_text(DRAFT, encoding="gb18030")

        assert [d.severity.value for d in speechlint.lint_file(path)] == ["info"]
        assert rules_of(speechlint.lint_file(path, speechlint.Config())) == ["word.as-of"]

    def test_markdown_is_known_by_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "a.md"
        path.write_text(f"```\n{DRAFT}\n```\n", encoding="utf-8")

        assert speechlint.lint_file(str(path)) == []

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match="没有这个文件，请核对路径"):
            speechlint.lint_file(tmp_path / "none.txt")


class TestChecking:
    def test_files_of_one_folder_share_configuration_and_linter(self, tmp_path: Path) -> None:
        checking = Checking()
        a, b = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")

        assert checking.config_for(a) is checking.config_for(b)
        assert checking.linter_for(a) is checking.linter_for(b)

    def test_other_rules_mean_another_linter(self, tmp_path: Path) -> None:
        (tmp_path / "speechlint.toml").write_text(
            '[per-file-ignores]\n"b.txt" = ["word"]', encoding="utf-8"
        )
        checking = Checking()

        assert checking.check(DRAFT.encode(), str(tmp_path / "a.txt")).diagnostics
        assert not checking.check(DRAFT.encode(), str(tmp_path / "b.txt")).diagnostics

    def test_what_was_read_is_kept_also_under_other_options(self, tmp_path: Path) -> None:
        config = tmp_path / "speechlint.toml"
        config.write_text('words = "w.csv"', encoding="utf-8")
        words = tmp_path / "w.csv"
        words.write_text("误,正\n甲市,乙市\n", encoding="utf-8")
        read = Checking()
        read.linter_for(str(tmp_path / "a.txt"))
        words.write_text("误\n", encoding="utf-8")

        for checking in (read, read.under(Overrides(preset="strict").adjust)):
            found = checking.check("甲市".encode(), str(tmp_path / "b.txt")).diagnostics
            assert [(d.rule, d.message) for d in found] == [("word.house", "“甲市”应为“乙市”")]
        assert read.under(Overrides(ignore=("word",)).adjust).lint("甲市") == []

    def test_what_was_checked_is_told(self, tmp_path: Path) -> None:
        path = str(tmp_path / "a.txt")
        checked = Checking().check("今年安排XX个项目，投资XX亿元。\r\n".encode("gbk"), path)

        assert (checked.path, checked.encoding, checked.unit) == (path, "gb18030", "line")
        assert checked.text == "今年安排XX个项目，投资XX亿元。\r\n"
        assert checked.blanks == 2

    def test_a_wrong_option_is_told_at_once(self, tmp_path: Path) -> None:
        file = tmp_path / "speechlint.toml"
        file.write_text('[options."word.as-of"]\nword = {}', encoding="utf-8")

        with pytest.raises(ConfigError) as caught:
            Checking().check(b"", str(tmp_path / "a.txt"))
        assert str(caught.value) == f'{file}：options."word.as-of"：没有选项 word，是不是 words？'

    def test_options_of_the_configuration_are_added_to_those_of_the_rule(
        self, tmp_path: Path
    ) -> None:
        file = tmp_path / "speechlint.toml"
        file.write_text('[options."word.as-of"]\nwords = { "甲" = "乙" }', encoding="utf-8")

        found = Checking().check("甲市".encode(), str(tmp_path / "a.txt")).diagnostics

        assert [(d.rule, d.message) for d in found] == [("word.as-of", "“甲”应为“乙”")]

    def test_a_checker_that_raises_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        heard: list[str] = []

        def fall(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("speechlint.checkers.substitution.Substitution.check_paragraph", fall)

        def hear(rule: "Rule", error: Exception) -> None:
            heard.append(f"{rule.id} {type(error).__name__}")

        config = speechlint.Config(select=("word.as-of",))
        assert Checking(config, on_error=hear).lint(DRAFT) == []
        assert heard == ["word.as-of ZeroDivisionError"]
        with pytest.raises(ZeroDivisionError):
            speechlint.lint(DRAFT, config)


class TestReadBytes:
    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match="这是文件夹，不是文件"):
            read_bytes(str(tmp_path))

    def test_a_folder_that_cannot_be_opened(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)

        with pytest.raises(ReadError, match="没有打开这个文件夹的权限"):
            read_bytes(str(tmp_path))

    def test_a_file_that_may_not_be_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def barred(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", barred)

        with pytest.raises(ReadError, match="没有读取权限，请检查文件属性"):
            read_bytes(str(tmp_path / "a.txt"))

    def test_a_path_through_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"")

        with pytest.raises(ReadError, match="读取失败：路径中间有一段不是文件夹"):
            read_bytes(str(tmp_path / "a.txt" / "b.txt"))


def test_built_in_rules_are_read_once() -> None:
    assert builtin_rules() is builtin_rules()
