"""A report with all that a reporter has to tell: made by hand, so that tests can be exact."""

from speechlint.api import Checked
from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity
from speechlint.failing import Failure
from speechlint.reporters import Report
from speechlint.text import Span

TEXT = "同志们：\r\n😀截止目前,好<。\n又\n截止目前,好\x0b。"


def diagnostic(
    rule: str, severity: Severity, span: Span, message: str, fix: Fix | None = None
) -> Diagnostic:
    related = (Related(Span(0, 3), "看这里"),) if fix else ()
    return Diagnostic(rule, rule, severity, message, span, fix, related)


def report() -> Report:
    at = TEXT.index("截止")
    fix = Fix("改为“截至”", (Edit(Span(at, at + 2), "截至"),), Applicability.SAFE)
    made = Report()
    found = (
        diagnostic("word.as-of", Severity.ERROR, Span(at, at + 4), "“截止”：100%错,\n改", fix),
        diagnostic("punct.width", Severity.WARNING, Span(at + 4, at + 5), "半角“,”"),
        diagnostic("house.own", Severity.INFO, Span(at + 5, at + 10), "跨两行\x0b"),
        diagnostic("punct.width", Severity.WARNING, Span(at + 15, at + 16), "半角“,”"),
    )
    made.files.append(Checked("稿 1/a.txt", TEXT, "utf-8", "line", found, 0))
    made.files.append(Checked("clean.txt", "好。", "gb18030", "line", (), 0))
    made.errors.append(Failure("none.txt", "没有这个文件，请核对路径"))
    return made
