"""`speechlint check`, inside this process. What needs a real one is in test_process.py."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Office, Result

BAD = "截止目前，全市开工项目二十个。\n"  # word.as-of, an error
CLEAN = "截至目前，全市开工项目二十个。\n"
ENGLISH = "To be, or not to be, that is the question.\n"


def report(result: Result) -> Any:
    return json.loads(result.out)


def places(result: Result) -> list[str]:
    """Return path, line and column of every diagnostic of word.as-of in a quiet text report."""
    return [line.split(": ")[0] for line in result.out.splitlines() if " word.as-of " in line]


@pytest.fixture
def warning(office: Office) -> Office:
    """Make the rule that these tests use a warning."""
    office.write("speechlint.toml", 'select = ["word.as-of"]\nseverity."word.as-of" = "warning"\n')
    office.write("a.txt", BAD)
    return office


class TestExitCode:
    def test_clean(self, office: Office) -> None:
        office.write("a.txt", CLEAN)

        assert office.run("a.txt") == (
            0,
            "共 1 个文件：错误 0 处，警告 0 处，提示 0 处；没有待填的空白\n",
            "",
        )

    def test_found(self, office: Office) -> None:
        office.write("a.txt", BAD)

        assert office.run("check", "a.txt") == (
            1,
            """\
a.txt:1:1: 错误 word.as-of “截止目前”应为“截至目前” [可修复]
    截止目前，全市开工项目二十个。
    ^^^^^^^^
共 1 个文件：错误 1 处，警告 0 处，提示 0 处；没有待填的空白
1 处可自动修复（--fix）
""",
            "",
        )

    @pytest.mark.parametrize(
        ("words", "code", "shown"),
        [
            ((), 1, 1),
            (("--fail-on", "error"), 0, 1),
            (("--fail-on", "info"), 1, 1),
            (("--severity", "error"), 0, 0),
            (("--severity", "warning"), 1, 1),
            (("--exit-zero",), 0, 1),
        ],
    )
    def test_what_counts(
        self, warning: Office, words: tuple[str, ...], code: int, shown: int
    ) -> None:
        result = warning.run(*words, "a.txt")

        assert (result.code, len(places(result))) == (code, shown)

    def test_a_file_that_cannot_be_checked_does_not_stop_the_others(self, office: Office) -> None:
        office.write("binary.txt", b"\x7fELF\0")
        office.write("b.txt", BAD)
        result = office.run("binary.txt", "none.txt", "b.txt", "--exit-zero")

        assert result.code == 2
        assert places(result) == ["b.txt:1:1"]
        assert result.out.endswith("；没有待填的空白；2 处没能检查\n1 处可自动修复（--fix）\n")
        assert result.err == (
            "binary.txt：像是二进制文件，不是文本（偏移 4 处的字节为 0）；"
            "请用 WPS 或记事本打开，另存为 UTF-8 编码的文本后再检查\n"
            "none.txt：没有这个文件，请核对路径\n"
        )

    def test_a_checker_that_raised_is_told_and_the_others_go_on(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fall(*_: object) -> None:
            raise ZeroDivisionError("截止目前")

        monkeypatch.setattr("speechlint.checkers.numbering.gap.Gap.check_speech", fall)
        office.write("a.txt", "一、抓重点\n\n三、抓落实\n\n" + BAD)
        office.write("b.txt", "一、抓重点\n\n三、抓落实\n\n" + BAD)
        result = office.run("a.txt", "b.txt", "--select", "word,numbering.gap", "--jobs", "1")

        assert result.code == 2
        assert places(result) == ["a.txt:5:1", "b.txt:5:1"]
        # Class and place only: an error's own words may be the draft's.
        assert result.err.startswith(
            "a.txt：规则 numbering.gap 出错（ZeroDivisionError，test_check.py:"
        )
        assert result.err.endswith("），其余规则照常检查（另有 1 个文件也是这样）\n")
        assert "截止目前" not in result.err

    def test_what_breaks_in_one_file_does_not_stop_the_others(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from speechlint import api

        check = api.Checking.check

        def fall(self: api.Checking, data: bytes, path: str) -> api.Checked:
            if path == "a.txt":
                raise RecursionError
            return check(self, data, path)

        monkeypatch.setattr(api.Checking, "check", fall)
        office.write("a.txt", BAD)
        office.write("b.txt", BAD)
        result = office.run("a.txt", "b.txt")

        assert result.code == 2
        assert places(result) == ["b.txt:1:1"]
        assert result.err.startswith("a.txt：speechlint 自己出错（RecursionError，test_check.py:")
        assert result.err.endswith("），这个文件没有检查；请把这一行告诉开发者\n")

    def test_a_broken_rule_file_is_told_once(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from speechlint.api import builtin_rules
        from speechlint.errors import PackError

        def broken() -> None:
            raise PackError("rules/a/b.toml：缺少键 why")

        monkeypatch.setattr("speechlint.compiled.load", broken)
        builtin_rules.cache_clear()
        office.write("a.txt", BAD)

        assert office.run("a.txt") == (2, "", "speechlint：rules/a/b.toml：缺少键 why\n")


class TestPaths:
    def test_files_of_a_folder_are_joined_to_it(self, office: Office) -> None:
        for path in ("稿/b.txt", "稿/a.md", "稿/下级/c.txt"):
            office.write(path, BAD)

        assert places(office.run("稿")) == ["稿/a.md:1:1", "稿/b.txt:1:1", "稿/下级/c.txt:1:1"]

    def test_one_file_named_twice_is_checked_once(self, office: Office) -> None:
        office.write("d/a.txt", BAD)

        assert places(office.run("d/a.txt", "d", "./d/a.txt")) == ["d/a.txt:1:1"]

    def test_globs_are_expanded(self, office: Office) -> None:
        office.write("b.txt", BAD)
        office.write("a.txt", BAD)

        assert places(office.run("*.txt")) == ["a.txt:1:1", "b.txt:1:1"]

    def test_what_is_no_draft_is_passed_over_and_noted(self, office: Office) -> None:
        office.write("a.txt", BAD)
        office.write("english.txt", ENGLISH)
        office.write(".hidden/a.txt", BAD)
        office.write(".venv/a.txt", BAD)
        office.write("old/a.txt", BAD)
        office.write(".gitignore", "old/\n")

        result = office.run(".", "--select", "word")
        assert (result.code, places(result), result.err) == (1, ["./a.txt:1:1"], "")
        verbose = office.run(".", "--select", "word", "--verbose")
        assert (verbose.code, verbose.out) == (1, result.out)
        assert sorted(verbose.err.splitlines()) == [
            "./.hidden：隐藏文件夹或虚拟环境，已略过",
            "./.venv：隐藏文件夹或虚拟环境，已略过",
            "./a.txt：配置 缺省，编码 utf-8",
            "./english.txt：汉字不到三成，不像讲话稿，已略过",
            "./old：.gitignore 已排除，已略过",
        ]

    def test_a_named_file_is_checked_whatever_its_language(self, office: Office) -> None:
        office.write("english.txt", ENGLISH)

        assert [
            f["path"] for f in report(office.run("english.txt", "--output-format", "json"))["files"]
        ] == ["english.txt"]

    def test_a_folder_without_drafts(self, office: Office) -> None:
        Path("empty").mkdir()

        assert office.run("empty") == (
            0,
            "没有要检查的讲话稿（加 --verbose 看略过了哪些文件）\n",
            "",
        )

    @pytest.mark.parametrize("text", ["", " \u3000\t\n\r\n "])
    def test_a_file_without_words_is_clean(self, office: Office, text: str) -> None:
        office.write("a.txt", text)

        assert office.run("a.txt").code == 0

    def test_the_first_word_may_be_a_command(self, office: Office) -> None:
        for name in ("test", "check", "-weird.txt"):
            office.write(name, BAD)

        assert office.run("test").code == 2  # the command `test` without its packs
        assert places(office.run("./test")) == ["./test:1:1"]
        assert places(office.run("check", "check")) == ["check:1:1"]
        assert places(office.run("--", "check")) == ["check:1:1"]
        assert places(office.run("--", "-weird.txt")) == ["-weird.txt:1:1"]

    def test_options_may_stand_between_paths(self, office: Office) -> None:
        office.write("a.txt", BAD)
        office.write("b.txt", BAD)

        assert places(office.run("a.txt", "--quiet", "b.txt")) == ["a.txt:1:1", "b.txt:1:1"]


class TestStdin:
    def test_a_dash_is_standard_input(self, office: Office) -> None:
        assert places(office.run("-", stdin=BAD.encode("gbk"))) == ["-:1:1"]

    def test_its_file_name_decides_format_and_configuration(self, office: Office) -> None:
        office.write("d/speechlint.toml", 'severity."word.as-of" = "info"\n')
        text = f"```\n{BAD}```\n\n{BAD}".encode()

        result = office.run("-", "--stdin-filename", "d/a.md", stdin=text)
        assert places(result) == ["d/a.md:5:1"]
        assert " 提示 " in result.out

    def test_exclude_holds_for_it(self, office: Office) -> None:
        office.write("speechlint.toml", 'exclude = ["old/"]\n')
        result = office.run("-v", "-", "--stdin-filename", "old/a.txt", stdin=BAD.encode())

        assert result.code == 0
        assert result.err == "old/a.txt：配置 exclude 已排除，已略过\n"

    def test_what_has_few_han_characters_is_checked_too(self, office: Office) -> None:
        result = office.run("-", "--output-format", "json", stdin=ENGLISH.encode())

        assert [f["path"] for f in report(result)["files"]] == ["-"]

    @pytest.mark.usefixtures("office")
    def test_none_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from speechlint.cli import main

        monkeypatch.setattr(sys, "stdin", None)

        assert main(["-"]) == 0


class TestEncodings:
    @pytest.mark.parametrize(
        ("encoding", "name"),
        [
            ("utf-8", "utf-8"),
            ("utf-8-sig", "utf-8"),
            ("gbk", "gb18030"),
            ("gb18030", "gb18030"),
            ("utf-16", "utf-16-le" if sys.byteorder == "little" else "utf-16-be"),
        ],
    )
    def test_positions_are_the_same_in_all(self, office: Office, encoding: str, name: str) -> None:
        office.write("a.txt", "同志们：\r\n" + BAD, encoding)
        (file,) = report(office.run("a.txt", "--output-format", "json", "--select", "word"))[
            "files"
        ]

        assert file["encoding"] == name
        assert file["diagnostics"][0]["span"] == {"start": 6, "end": 10}
        assert file["diagnostics"][0]["start"] == {"line": 2, "column": 1}

    def test_a_draft_read_wrongly_before_us_is_told_once(self, office: Office) -> None:
        text = BAD.encode("gbk").decode("utf-8", "replace") * 20
        office.write("a.txt", text)
        (file,) = report(office.run("a.txt", "--output-format", "json"))["files"]

        assert len(file["diagnostics"]) == 1


class TestSelection:
    TEXT = "今年安排XX个项目。\n\n" + BAD

    @pytest.mark.parametrize(
        ("words", "rules"),
        [
            (("--select", "word"), {"word.as-of"}),
            (("--select", "word.typo"), {"word.as-of"}),
            (("--select", "word,placeholder"), {"placeholder.mask", "word.as-of"}),
            (
                ("--select", "word", "--select", " placeholder.mask ,"),
                {"placeholder.mask", "word.as-of"},
            ),
            (("--ignore", "word"), {"placeholder.mask"}),
            (("--select", "word", "--ignore", "word.as-of"), set()),
            (("--ignore", "word", "--select", "word.as-of"), {"word.as-of"}),
        ],
    )
    def test_selectors(self, office: Office, words: tuple[str, ...], rules: set[str]) -> None:
        office.write("a.txt", self.TEXT)
        (file,) = report(office.run("a.txt", "--output-format", "json", *words))["files"]

        assert {d["rule"] for d in file["diagnostics"]} == rules

    def test_what_the_command_line_names_counts_more_than_the_file(self, office: Office) -> None:
        office.write("speechlint.toml", 'select = ["figure"]\nignore = ["word.as-of"]\n')
        office.write("a.txt", BAD)

        assert office.run("a.txt").code == 0
        assert office.run("a.txt", "--select", "word.as-of").code == 1
        assert office.run("a.txt", "--select", "word").code == 0

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_a_rule_that_there_is_not(self, office: Office, option: str) -> None:
        office.write("a.txt", BAD)
        office.write("b.txt", BAD)

        assert office.run("a.txt", "b.txt", option, "placeholdr") == (
            2,
            "",
            "speechlint：没有规则或规则族 placeholdr，是不是 placeholder？\n",
        )


class TestConfiguration:
    def test_the_nearest_above_each_file_holds(self, office: Office) -> None:
        office.write("speechlint.toml", 'select = ["figure"]\n')
        office.write("d/pyproject.toml", '[tool.speechlint]\nselect = ["word"]\n')
        for path in ("a.txt", "d/a.txt", "d/e/a.txt"):
            office.write(path, BAD)

        assert places(office.run(".")) == ["./d/a.txt:1:1", "./d/e/a.txt:1:1"]

    def test_one_that_is_named_holds_for_all(self, office: Office) -> None:
        office.write("d/speechlint.toml", 'select = ["figure"]\n')
        office.write("other.toml", 'select = ["word"]\n')
        office.write("d/a.txt", BAD)

        assert places(office.run("d", "--config", "other.toml")) == ["d/a.txt:1:1"]

    def test_exclude_holds_for_named_files_too(self, office: Office) -> None:
        office.write("speechlint.toml", 'exclude = ["归档/", "*.bak.txt", "!keep.bak.txt"]\n')
        for path in ("归档/a.txt", "b.bak.txt", "keep.bak.txt"):
            office.write(path, BAD)

        assert places(office.run("归档/a.txt", "b.bak.txt", "keep.bak.txt")) == ["keep.bak.txt:1:1"]

    def test_per_file_ignores(self, office: Office) -> None:
        office.write("speechlint.toml", '[per-file-ignores]\n"模板/*" = ["word"]\n')
        office.write("模板/a.txt", BAD)
        office.write("a.txt", BAD)

        assert places(office.run("模板/a.txt", "a.txt")) == ["a.txt:1:1"]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('selct = ["word"]', "没有设置项 selct，是不是 select？"),
            ('select = "word"', 'select 应是字符串数组，如 ["placeholder"]'),
            ('preview = "yes"', "preview 应是"),
            ('severity."word.as-of" = "eror"', "eror"),
            ('severity."word.asof" = "error"', "没有规则 word.asof，是不是 word.as-of？"),
            ('ignore = ["wrd"]', "没有规则或规则族 wrd，是不是 word？"),
            ('[options."word.as-of"]\nword = {}', "没有选项 word，是不是 words？"),
            ('[options."word.as-of"]\nwords = 3', "选项 words 应是字符串表"),
            ("[options.numbering.gap]\nfirst = false", "规则名要加英文引号"),
            ('exclude = ["!"]', "写法同 .gitignore"),
            ("select = word", "不合 TOML 的写法：值写得不对，字符串要用英文引号括起来"),
        ],
    )
    def test_a_mistake_is_named_with_file_and_key(
        self, office: Office, text: str, message: str
    ) -> None:
        office.write("speechlint.toml", text + "\n")
        office.write("a.txt", BAD)
        office.write("b.txt", BAD)
        result = office.run("a.txt", "b.txt")

        assert result.code == 2
        assert "speechlint.toml：" in result.err
        assert message in result.err
        assert result.err.count("\n") == 1, "one line for all files"

    def test_a_named_file_that_is_not_there(self, office: Office) -> None:
        office.write("a.txt", BAD)

        for name in ("none.toml", "none/pyproject.toml"):
            assert office.run("a.txt", "--config", name) == (
                2,
                "",
                f"speechlint：{name}：读不到这个配置文件（没有这个文件或文件夹）\n",
            )

    def test_a_mistake_in_one_folder_does_not_stop_the_others(self, office: Office) -> None:
        office.write("d/speechlint.toml", "selct = []\n")
        office.write("d/a.txt", BAD)
        office.write("a.txt", BAD)
        result = office.run(".", "--output-format", "json")

        assert result.code == 2
        assert [f["path"] for f in report(result)["files"]] == ["./a.txt"]
        assert [e["path"] for e in report(result)["errors"]] == ["./d/a.txt"]


class TestReports:
    def test_json_lists_clean_files_and_errors(self, office: Office) -> None:
        office.write("clean.txt", CLEAN)
        result = office.run("clean.txt", "none.txt", "--output-format", "json")

        assert result.code == 2
        assert report(result)["files"] == [
            {
                "path": "clean.txt",
                "encoding": "utf-8",
                "unit": "line",
                "blanks": 0,
                "fixed": 0,
                "diagnostics": [],
            }
        ]
        assert report(result)["errors"] == [
            {"path": "none.txt", "message": "没有这个文件，请核对路径"}
        ]

    def test_a_report_may_go_to_a_file(self, office: Office) -> None:
        office.write("a.txt", BAD)
        text = office.run("a.txt").out

        assert office.run("a.txt", "--output-file", "r.txt") == (1, "", "")
        assert Path("r.txt").read_text(encoding="utf-8") == text
        assert office.run("a.txt", "--output-format", "json", "--output-file", "r.json").code == 1
        assert json.loads(Path("r.json").read_bytes())["files"][0]["path"] == "a.txt"

    @pytest.mark.parametrize("report_format", ["text", "json"])
    def test_a_report_that_cannot_be_written(self, office: Office, report_format: str) -> None:
        office.write("a.txt", BAD)
        result = office.run("a.txt", "--output-file", "none/r", "--output-format", report_format)

        assert result == (
            2,
            "",
            "speechlint：none/r：报告写不进去（没有这个文件或文件夹），请换一个位置\n",
        )

    @pytest.mark.parametrize("name", ["a.txt", "./a.txt", "link.txt"])
    def test_a_report_never_takes_the_place_of_a_draft(self, office: Office, name: str) -> None:
        office.write("a.txt", BAD)
        Path("link.txt").symlink_to("a.txt")

        assert office.run("a.txt", "--output-file", name) == (
            2,
            "",
            f"speechlint：{name}：这是要检查的稿子，报告请写到别的文件里\n",
        )
        assert Path("a.txt").read_text(encoding="utf-8") == BAD

    def test_statistics(self, office: Office) -> None:
        office.write("a.txt", BAD * 2)

        assert office.run("a.txt", "--statistics", "--select", "word").out == (
            "     2 word.as-of\n共 1 个文件：错误 2 处，警告 0 处，提示 0 处；没有待填的空白\n"
            "2 处可自动修复（--fix）\n"
        )

    def test_quiet(self, office: Office) -> None:
        office.write("a.txt", BAD)

        assert office.run("-q", "a.txt").out == (
            "a.txt:1:1: 错误 word.as-of “截止目前”应为“截至目前” [可修复]\n"
        )

    def test_blanks_are_counted(self, office: Office) -> None:
        office.write("a.txt", "今年安排XX个项目，投资XX亿元。\n")
        office.write("b.txt", "今年安排XX个项目。\n")

        assert office.run("a.txt", "b.txt").out.endswith("；还有 3 处空白待填\n")

    def test_a_long_run_shows_how_far_it_is_on_a_terminal(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from speechlint.cli import main

        for number in range(50):
            office.write(f"d/{number:02}.txt", CLEAN)
        assert "已检查" not in office.run("d").err
        shown: list[str] = []
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        monkeypatch.setattr(sys.stderr, "write", shown.append)

        assert main(["d", "--select", "word"]) == 0
        assert "".join(shown).startswith("\r已检查 1/50\r已检查 2/50\r")
        assert "".join(shown).endswith("\r已检查 50/50\r" + " " * 30 + "\r")


class TestUsage:
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (("check",), "缺少参数：路径"),
            (("a.txt", "--selct", "word"), "不认识的参数：--selct word"),
            (("a.txt", "--select"), "--select 后面要有一个值"),
            (("a.txt", "--jobs", "x"), "--jobs 应是不小于 0 的整数，不是 'x'"),
            (("a.txt", "--jobs", "-1"), "--jobs 应是不小于 0 的整数，不是 '-1'"),
            (("a.txt", "-q", "-v"), "-v/--verbose 不能与 -q/--quiet 同用"),
            (("a.txt", "--exit-zero=1"), "--exit-zero 不带值（写了 '1'）"),
        ],
    )
    def test_a_mistake(self, office: Office, words: tuple[str, ...], message: str) -> None:
        assert office.run(*words) == (
            2,
            "",
            f"speechlint check：{message}\n用 speechlint check --help 查看用法\n",
        )

    def test_a_value_that_there_is_not(self, office: Office) -> None:
        result = office.run("a.txt", "--output-format", "xml")

        assert result.code == 2
        assert result.err.startswith("speechlint check：--output-format 不能是 'xml'，可以是 ")

    def test_no_words_at_all(self, office: Office) -> None:
        result = office.run()

        assert result.code == 2
        assert result.out.startswith("用法：speechlint")

    @pytest.mark.parametrize("word", ["-h", "--help"])
    def test_help_lists_the_commands(self, office: Office, word: str) -> None:
        result = office.run(word)

        assert (result.code, result.err) == (0, "")
        for command in ("check", "rules", "explain", "test", "init"):
            assert f"\n  {command} " in result.out

    @pytest.mark.parametrize("command", ["check", "rules", "explain", "test", "init"])
    def test_help_of_a_command_is_chinese(self, office: Office, command: str) -> None:
        result = office.run(command, "--help")

        assert result.code == 0
        assert result.out.startswith(f"用法：speechlint {command} ")
        for english in ("usage", "positional", "options:", "show this"):
            assert english not in result.out

    def test_help_is_aligned_by_columns(self, office: Office) -> None:
        lines = office.run("check", "--help").out.splitlines()

        for word in ("--select 规则", "--jobs N", "-q, --quiet"):
            (line,) = (line for line in lines if line.startswith(f"  {word} "))
            head = line[: len(word) + 2]
            rest = line[len(head) :]
            wide = sum(not c.isascii() for c in head)
            assert len(head) + wide + len(rest) - len(rest.lstrip()) == 28

    @pytest.mark.parametrize("word", ["-V", "--version"])
    def test_version(self, office: Office, word: str) -> None:
        from speechlint import __version__

        assert office.run(word) == (0, f"speechlint {__version__}\n", "")


class TestEarlyEnd:
    @pytest.mark.parametrize(
        ("error", "code", "told"),
        [(KeyboardInterrupt, 130, "已中断\n"), (BrokenPipeError, 141, "")],
    )
    def test_without_a_traceback(
        self,
        office: Office,
        monkeypatch: pytest.MonkeyPatch,
        error: type[BaseException],
        code: int,
        told: str,
    ) -> None:
        def end(_: object) -> None:
            raise error

        monkeypatch.setattr("speechlint.commands.check.run", end)
        monkeypatch.setattr(os, "dup2", lambda *_: None)
        monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)

        assert office.run("a.txt") == (code, "", told)

    def test_a_bug_is_not_hidden(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        def fall(_: object) -> None:
            raise ValueError("bug")

        monkeypatch.setattr("speechlint.commands.rules.run", fall)

        with pytest.raises(ValueError, match="bug"):
            office.run("rules")


def test_words_of_argparse_that_we_do_not_know_stay() -> None:
    from speechlint.commands.chinese import translated

    assert translated("something new") == "something new"


def test_a_closed_stream_is_no_reason_to_fail(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from speechlint.cli import main

    office.write("a.txt", BAD)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert main(["a.txt", "none.txt"]) == 2
    for stream in (sys.stdout, sys.stderr):
        assert stream.name == os.devnull
        stream.close()
