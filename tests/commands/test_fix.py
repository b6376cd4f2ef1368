"""`speechlint check --fix` and its like, inside this process."""

import json
import os
import stat
from pathlib import Path

import pytest

from speechlint import api

from .conftest import Office

BAD = "截止目前,全市开工项目二十个。\n"  # one safe fix of a word, one of a comma
GOOD = "截至目前，全市开工项目二十个。\n"
GAP = "一、抓重点\n三、抓落实\n"  # a fix that is not safe
CLEAN = "共 1 个文件：错误 0 处，警告 0 处，提示 0 处；没有待填的空白\n"


def held(path: str = "a.txt") -> str:
    return Path(path).read_bytes().decode()


class TestFix:
    def test_safe_fixes_are_written_and_told(self, office: Office) -> None:
        office.write("a.txt", BAD)

        assert office.run("--fix", "a.txt") == (0, f"{CLEAN}已修复 2 处\n", "")
        assert held() == GOOD
        assert os.listdir() == ["a.txt"]

    def test_the_report_and_the_exit_code_are_of_what_remains(self, office: Office) -> None:
        office.write("a.txt", BAD + GAP)

        assert office.run("--fix", "a.txt") == (
            1,
            """\
a.txt:3:1: 错误 numbering.gap “一、”之后应为“二、”，这里是“三、” [可修复，须核对]
    三、抓落实
    ^^^^
    另见 2:1 上一项
共 1 个文件：错误 1 处，警告 0 处，提示 0 处；没有待填的空白
已修复 2 处；1 处可修复但须核对（--unsafe-fixes）
""",
            "",
        )
        assert held() == GOOD + GAP

    def test_fixes_that_are_not_safe_only_when_asked_for(self, office: Office) -> None:
        office.write("a.txt", BAD + GAP)

        assert office.run("--unsafe-fixes", "a.txt") == (0, f"{CLEAN}已修复 3 处\n", "")
        assert held() == GOOD + GAP.replace("三", "二")

    def test_a_clean_draft_is_not_touched(self, office: Office) -> None:
        def state() -> tuple[int, ...]:
            stat = Path("a.txt").stat()  # when it was last read may change
            return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns

        office.write("a.txt", GOOD)
        before = state()

        assert office.run("--fix", "a.txt") == (0, CLEAN, "")
        assert state() == before

    def test_json(self, office: Office) -> None:
        office.write("a.txt", BAD + GAP)
        report = json.loads(office.run("--fix", "--output-format", "json", "a.txt").out)

        assert report["fixes"] == {"applied": 2, "safe": 0, "unsafe": 1}
        assert report["files"][0]["fixed"] == 2
        assert [d["rule"] for d in report["files"][0]["diagnostics"]] == ["numbering.gap"]

    def test_several_files_by_several_processes(self, office: Office) -> None:
        for name in "abc":
            office.write(f"d/{name}.txt", BAD)

        assert office.run("--fix", "--jobs", "2", "d").code == 0
        assert {held(f"d/{name}.txt") for name in "abc"} == {GOOD}

    def test_what_is_no_draft_is_not_touched(self, office: Office) -> None:
        english = "To be, or not to be: 截止目前 that is the question, or so it seems.\n"
        office.write("d/a.txt", english)
        office.run("--fix", "d")

        assert held("d/a.txt") == english

    def test_what_is_suppressed_is_not_fixed(self, office: Office) -> None:
        office.write("a.txt", "截止目前，开工二十个。\n")
        office.write("b.md", "<!-- speechlint: ignore word.as-of -->\n截止目前，开工二十个。\n")
        office.run("baseline", "write", "a.txt")
        office.run("--fix", "a.txt", "b.md")

        assert held() == "截止目前，开工二十个。\n"
        assert held("b.md").endswith("\n截止目前，开工二十个。\n")

    def test_what_the_encoding_cannot_hold_is_not_written(self, office: Office) -> None:
        office.write("words.csv", "误,正\n甲地,𠀀地\n乙地,丙地\n")
        office.write(
            "speechlint.toml",
            'words = "words.csv"\n[options."word.house"]\napplicability = "safe"\n',
        )
        text = "我们到甲地、乙地去。\n"
        office.write("gbk.txt", text, "gbk")
        office.write("utf-8.txt", text)
        result = office.run("--fix", "-q", "gbk.txt", "utf-8.txt")

        assert result.out == "gbk.txt:1:4: 警告 word.house “甲地”应为“𠀀地”\n"
        assert Path("gbk.txt").read_bytes().decode("gbk") == "我们到甲地、丙地去。\n"
        assert held("utf-8.txt") == "我们到𠀀地、丙地去。\n"


class TestWhatCannotBeFixed:
    def test_undecodable_bytes(self, office: Office) -> None:
        data = BAD.encode() * 3 + b"\xff\xfe" + BAD.encode("gbk")
        office.write("a.txt", data)

        result = office.run("--fix", "a.txt")
        assert result.code == 2
        assert "不能按 utf-8 解码" in result.err
        assert Path("a.txt").read_bytes() == data

    def test_a_read_only_file(self, office: Office) -> None:
        office.write("a.txt", BAD)
        Path("a.txt").chmod(0o444)
        result = office.run("--fix", "-q", "a.txt")

        assert result.code == 2
        assert result.err == "a.txt：文件是只读的，没有改；请去掉只读属性再试\n"
        assert [line.split()[2] for line in result.out.splitlines()] == [
            "word.as-of",
            "punct.width",
        ]
        assert held() == BAD

    def test_a_file_that_somebody_else_changed_meanwhile(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        office.write("a.txt", BAD)
        read = api.read_bytes

        def slow(path: str) -> bytes:
            data = read(path)
            office.write(path, "别人写的。\n")
            return data

        monkeypatch.setattr("speechlint.running.read_bytes", slow)
        result = office.run("--fix", "--backup", "a.txt")

        assert result.code == 2
        assert result.err == "a.txt：检查的时候文件被别人改过了，没有写入；请再运行一次\n"
        assert held() == "别人写的。\n"
        assert os.listdir() == ["a.txt"]

    def test_a_rule_that_raises_may_have_had_something_to_say(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fall(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("speechlint.checkers.numbering.gap.Gap.check_speech", fall)
        office.write("a.txt", BAD)
        result = office.run("--fix", "a.txt", "--jobs", "1")

        assert result.code == 2
        assert "a.txt：有规则出错，这个文件没有改\n" in result.err
        assert held() == BAD

    def test_rules_that_undo_one_another(self, office: Office) -> None:
        office.write("words.csv", "误,正\n甲地,乙地\n乙地,甲地\n")
        office.write(
            "speechlint.toml",
            'words = "words.csv"\n[options."word.house"]\napplicability = "safe"\n',
        )
        office.write("a.txt", "我们到甲地去。\n")
        result = office.run("--fix", "-q", "a.txt")

        assert result.code == 2
        assert "有规则改来改去，这个文件没有改" in result.err
        assert held() == "我们到甲地去。\n"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_a_link_to_nowhere(self, office: Office) -> None:
        Path("a.txt").symlink_to("none.txt")

        assert office.run("--fix", "a.txt").err == "a.txt：没有这个文件，请核对路径\n"


class TestFiles:
    def test_a_link_stays_and_what_it_points_to_is_mended(self, office: Office) -> None:
        office.write("d/real.txt", BAD)
        Path("a.txt").symlink_to("d/real.txt")
        office.run("--fix", "--backup", "a.txt")

        assert Path("a.txt").is_symlink()
        assert held("d/real.txt") == GOOD
        assert held("d/real.txt.bak") == BAD

    def test_backup(self, office: Office) -> None:
        office.write("a.txt", BAD)
        Path("a.txt").chmod(0o600)
        office.run("--fix", "--backup", "a.txt")
        office.write("a.txt", BAD + BAD)
        office.run("--fix", "--backup", "a.txt")

        assert held("a.txt.bak") == BAD
        assert held("a.txt.bak2") == BAD + BAD
        modes = {stat.S_IMODE(Path(name).stat().st_mode) for name in os.listdir()}
        assert modes == {0o600}

    def test_no_backup_of_what_stays_as_it_is(self, office: Office) -> None:
        office.write("a.txt", GOOD)
        office.run("--fix", "--backup", "a.txt")

        assert os.listdir() == ["a.txt"]


class TestStandardInput:
    def test_it_comes_out_mended_and_in_its_encoding(self, office: Office) -> None:
        for encoding in ("utf-8", "utf-8-sig", "gbk", "utf-16"):
            done = office.process("--fix", "-q", "-", stdin=BAD.encode(encoding), PYTHONUTF8="1",
                                  PYTHONIOENCODING="latin-1")  # fmt: skip

            assert done.out.encode("latin-1") == GOOD.encode(encoding)
            assert done.code == 0

    def test_the_report_goes_to_standard_error(self, office: Office) -> None:
        result = office.run("--unsafe-fixes", "-q", "-", stdin=f"{GAP}定于X月X日开会。\n".encode())

        assert result.out == GAP.replace("三", "二") + "定于X月X日开会。\n"
        assert result.err.startswith("-:3:3: 错误 placeholder.mask ")
        assert result.code == 1

    def test_what_cannot_be_read_comes_out_as_it_went_in(self, office: Office) -> None:
        data = "讲话".encode() + b"\0"
        done = office.process("--fix", "-", stdin=data)

        assert (done.code, done.out.encode()) == (2, data)

    def test_its_name_decides_the_format(self, office: Office) -> None:
        text = "    截止目前，开工。\n"
        options = ("--fix", "-q", "--stdin-filename")

        assert office.run(*options, "a.md", "-", stdin=text.encode()).out == text  # code
        assert office.run(*options, "a.txt", "-", stdin=text.encode()).out != text


class TestDiff:
    def test_nothing_is_written(self, office: Office) -> None:
        office.write("a.txt", GAP + BAD)

        assert office.run("--diff", "a.txt") == (
            1,
            f"--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n 一、抓重点\n 三、抓落实\n-{BAD}+{GOOD}",
            "会修复 2 处\n",
        )
        assert held() == GAP + BAD

    def test_nothing_to_do(self, office: Office) -> None:
        office.write("a.txt", GOOD + GAP)

        assert office.run("--diff", "a.txt") == (0, "", "没有要修复的\n")
        assert office.run("--diff", "--unsafe-fixes", "a.txt").code == 1
        assert office.run("--diff", "--unsafe-fixes", "--exit-zero", "a.txt").code == 0

    def test_line_ends_as_they_are(self, office: Office) -> None:
        office.write("a.txt", "截止目前，好。\r\n\r\n谢谢大家！")
        office.write("a b.txt", "截止目前，好。")

        assert office.run("--diff", "a.txt").out == (
            "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n"
            "-截止目前，好。\r\n+截至目前，好。\r\n \r\n 谢谢大家！\n\\ No newline at end of file\n"
        )
        assert office.run("--diff", "a b.txt").out == (
            "--- a b.txt\t\n+++ a b.txt\t\n@@ -1 +1 @@\n"
            "-截止目前，好。\n\\ No newline at end of file\n"
            "+截至目前，好。\n\\ No newline at end of file\n"
        )

    def test_what_cannot_be_checked_is_told(self, office: Office) -> None:
        assert office.run("--diff", "none.txt") == (
            2,
            "",
            "没有要修复的\nnone.txt：没有这个文件，请核对路径\n",
        )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--backup",), "--backup 要与 --fix 或 --unsafe-fixes 一起用"),
        (
            ("--diff", "--output-format", "json"),
            "--diff 不能与 --output-format、--output-file 一起用",
        ),
    ],
)
def test_options_that_do_not_agree(office: Office, words: tuple[str, ...], message: str) -> None:
    office.write("a.txt", BAD)

    assert office.run(*words, "a.txt") == (2, "", f"speechlint：{message}\n")
    assert held() == BAD
