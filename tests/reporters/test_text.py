import io

import pytest

from speechlint.api import Checked
from speechlint.diagnostic import Diagnostic, Related, Severity
from speechlint.failing import Failure
from speechlint.reporters import Report
from speechlint.reporters.text import Style, colorful, failures, render, wide
from speechlint.text import Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def diagnostic(
    start: int,
    end: int,
    *related: Related,
    severity: Severity = ERROR,
    rule: str = "a.a",
    message: str = "不对",
) -> Diagnostic:
    return Diagnostic(rule, rule, severity, message, Span(start, end), None, related)


def report(
    *diagnostics: Diagnostic,
    text: str = "零一二三四五六七八九",
    path: str = "稿.txt",
    blanks: int = 0,
) -> Report:
    made = Report()
    made.files.append(Checked(path, text, "utf-8", "line", diagnostics, blanks))
    return made


def lines(made: Report, **style: bool) -> list[str]:
    return list(render(made, Style(**style)))


class TestDiagnostic:
    def test_place_severity_rule_message_and_the_line_with_its_marks(self) -> None:
        made = report(diagnostic(4, 5, severity=WARNING), text="零一\r\n二三")

        assert lines(made)[:3] == [
            "稿.txt:2:1: 警告 a.a 不对",
            "    二三",
            "    ^^",
        ]

    @pytest.mark.parametrize(
        ("severity", "label"), [(ERROR, "错误"), (WARNING, "警告"), (INFO, "提示")]
    )
    def test_severities(self, severity: Severity, label: str) -> None:
        assert (
            lines(report(diagnostic(0, 1, severity=severity)))[0] == f"稿.txt:1:1: {label} a.a 不对"
        )

    def test_related_places(self) -> None:
        made = report(diagnostic(4, 5, Related(Span(1, 2), "前面的")), text="零一\n\n二三")

        assert lines(made)[3] == "    另见 1:2 前面的"

    def test_of_many_related_places_five_are_listed(self) -> None:
        related = [Related(Span(n, n + 1), "同") for n in range(8)]

        assert lines(report(diagnostic(9, 10, *related)))[3:-1] == [
            *(f"    另见 1:{n} 同" for n in range(1, 6)),
            "    另有 3 处相关",
        ]

    def test_what_a_draft_holds_cannot_break_a_line_nor_reach_the_terminal(self) -> None:
        made = report(
            diagnostic(0, 1, Related(Span(1, 2), "“\x07”"), message="“\n\x1b[2J\u3000”不对"),
            path="稿\n.txt",
        )

        assert lines(made)[0] == "稿⏎.txt:1:1: 错误 a.a “⏎<U+001B>[2J\u3000”不对"
        assert lines(made)[3] == "    另见 1:2 “<U+0007>”"

    def test_colour(self) -> None:
        assert lines(report(diagnostic(1, 2)), color=True)[:3] == [
            "\x1b[1m稿.txt:1:2:\x1b[0m \x1b[31m错误\x1b[0m a.a 不对",
            "    零一二三四五六七八九",
            "    \x1b[31m\u3000^^\x1b[0m",
        ]

    def test_quiet_is_one_line_each(self) -> None:
        made = report(diagnostic(1, 2, Related(Span(0, 1), "同")), diagnostic(3, 4))

        assert lines(made, quiet=True) == ["稿.txt:1:2: 错误 a.a 不对", "稿.txt:1:4: 错误 a.a 不对"]

    def test_a_chinese_console_has_wide_quotation_marks(self) -> None:
        assert lines(report(diagnostic(1, 2), text="“甲”"), wide=True)[2] == "    \u3000^^"


class TestMost:
    TEXT = "字" * 60

    def test_twenty_of_a_rule_then_a_count(self) -> None:
        made = report(
            *(diagnostic(n, n + 1, severity=INFO) for n in range(23)),
            *(diagnostic(n, n + 1, severity=INFO, rule="b.b") for n in range(23, 43)),
            text=self.TEXT,
        )
        shown = lines(made, quiet=True)

        assert sum(" a.a " in line for line in shown[:-1]) == 20
        assert sum(" b.b " in line for line in shown) == 20
        assert shown[-1] == "稿.txt：a.a 另有 3 处，从略"

    def test_errors_are_never_cut(self) -> None:
        made = report(
            *(diagnostic(n, n + 1) for n in range(30)),
            *(diagnostic(n, n + 1, severity=WARNING) for n in range(30, 55)),
            text=self.TEXT,
        )
        shown = lines(made, quiet=True)

        assert sum("错误" in line for line in shown) == 30
        assert sum("警告" in line for line in shown) == 20
        assert shown[-1] == "稿.txt：a.a 另有 5 处，从略"

    def test_each_file_counts_for_itself(self) -> None:
        found = [diagnostic(n, n + 1, severity=INFO) for n in range(15)]
        made = report(*found, text=self.TEXT)
        made.files += report(*found, text=self.TEXT, path="二.txt").files

        assert len(lines(made, quiet=True)) == 30


class TestSummary:
    def test_by_severity_and_blanks(self) -> None:
        found = [diagnostic(0, 1), diagnostic(1, 2, severity=INFO), diagnostic(2, 3)]
        made = report(*found, blanks=3)
        made.files += report(blanks=1).files

        assert lines(made)[-1] == "共 2 个文件：错误 2 处，警告 0 处，提示 1 处；还有 4 处空白待填"

    def test_nothing_found(self) -> None:
        assert lines(report()) == ["共 1 个文件：错误 0 处，警告 0 处，提示 0 处；没有待填的空白"]

    def test_what_could_not_be_checked(self) -> None:
        made = report()
        made.errors += [Failure("a.txt", "甲"), Failure("b.txt", "甲"), Failure("c.txt", "乙")]

        assert lines(made)[-1].endswith("；没有待填的空白；3 处没能检查")
        assert list(failures(made)) == ["a.txt：甲（另有 1 个文件也是这样）", "c.txt：乙"]

    def test_nothing_to_check(self) -> None:
        assert lines(Report()) == ["没有要检查的讲话稿（加 --verbose 看略过了哪些文件）"]


def test_statistics_count_by_rule_the_most_frequent_first() -> None:
    found = [diagnostic(n, n + 1, rule=rule) for n, rule in enumerate(["b.b", "c.c", "a.a", "c.c"])]

    assert lines(report(*found), statistics=True) == [
        "     2 c.c",
        "     1 a.a",
        "     1 b.b",
        "共 1 个文件：错误 4 处，警告 0 处，提示 0 处；没有待填的空白",
    ]


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class TestStream:
    @pytest.fixture(autouse=True)
    def _plain(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")

    def test_colour_on_a_terminal_only(self) -> None:
        assert colorful(Terminal())
        assert not colorful(io.StringIO())

    @pytest.mark.parametrize(
        ("name", "value", "answer"),
        [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)],
    )
    def test_who_wants_none(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str, *, answer: bool
    ) -> None:
        monkeypatch.setenv(name, value)

        assert colorful(Terminal()) is answer

    @pytest.mark.parametrize(
        ("encoding", "answer"),
        [("gbk", True), ("cp936", True), ("GB18030", True), ("utf-8", False), (None, False)],
    )
    def test_an_old_chinese_console_is_known_by_its_encoding(
        self, encoding: str | None, *, answer: bool
    ) -> None:
        stream = Terminal()
        stream.encoding = encoding  # type: ignore[assignment]

        assert wide(stream) is answer
