"""The report that people look at: one HTML file with the draft as a page, and a 校对单 in print.

Nothing is loaded from anywhere: style and script stand in the file, and its policy forbids
the rest.
"""

from __future__ import annotations

import base64
import hashlib
import os
import pkgutil
from collections import Counter
from html import escape

from speechlint import __version__, sources
from speechlint.counts import PACE, whole
from speechlint.reporters.html.aside import figures, outline
from speechlint.reporters.html.page import page
from speechlint.reporters.html.slip import slip
from speechlint.reporters.stats import duration
from speechlint.reporters.text import LABELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.api import Checked
    from speechlint.document import Document
    from speechlint.reporters import Report

# The titles of the packs (test), which a report need not read for.
FAMILIES = {
    "placeholder": "空白",
    "numbering": "序号",
    "figure": "数字",
    "scrape": "网页残留",
    "text": "文句",
    "punct": "标点",
    "word": "用词",
}


def render(report: Report) -> str:
    """Return the whole report."""
    return "\n".join(_document(report)) + "\n"


def _document(report: Report) -> Iterator[str]:
    style, script = _asset("report.css"), _asset("report.js")
    names = "、".join(os.path.basename(checked.path) for checked in report.files[:3])
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="speechlint {__version__}">'
    yield f"<title>校对：{escape(names)}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield from _header(report)
    for number, checked in enumerate(report.files, 1):
        yield from _file(checked, f"f{number}")
    yield f"<script>{script}</script>\n</body>\n</html>"


def _header(report: Report) -> Iterator[str]:
    found = [d for checked in report.files for d in checked.diagnostics]
    severities = Counter(d.severity.value for d in found)
    families = Counter(d.rule.partition(".")[0] for d in found)
    yield '<header class="bar"><strong>校对报告</strong>'
    yield '<div class="filters" role="group" aria-label="筛选">'
    for severity, label in LABELS.items():
        yield _filter("severity", severity.value, label, severities[severity.value])
    yield '<span class="gap"></span>'
    for family, count in sorted(families.items(), key=lambda item: -item[1]):
        yield _filter("family", family, FAMILIES.get(family, family), count)
    yield "</div>"
    yield '<button type="button" id="print" hidden>打印校对单</button></header>'
    if report.errors:
        yield '<section class="failures"><h2>没能检查</h2><ul>'
        for error in report.errors:
            yield f"<li><b>{escape(error.path)}</b>：{escape(error.message)}</li>"
        yield "</ul></section>"


def _filter(kind: str, value: str, label: str, count: int) -> str:
    return (
        f'<label class="{value}"><input type="checkbox" checked data-{kind}="{escape(value)}">'
        f"{escape(label)} <b>{count}</b></label>"
    )


def _file(checked: Checked, name: str) -> Iterator[str]:
    document = sources.document(checked.text, checked.path)
    lines = checked.lines
    yield f'<main id="{name}">'
    yield f"<h1>{escape(os.path.basename(checked.path))}</h1>"
    yield f'<p class="facts">{"　".join(map(escape, _facts(checked, document)))}</p>'
    yield '<div class="columns">\n<nav class="side" aria-label="提纲">'
    yield from outline(document, lines, name)
    yield from figures(document, lines, name)
    yield '</nav>\n<article class="sheet">'
    yield from page(checked, name)
    yield "</article>\n</div>"
    yield from slip(checked, name)
    yield "</main>"


def _facts(checked: Checked, document: Document) -> Iterator[str]:
    counts = Counter(d.severity for d in checked.diagnostics)
    yield "、".join(f"{label} {counts[severity]} 处" for severity, label in LABELS.items())
    yield f"待填的空白 {checked.blanks} 处" if checked.blanks else "没有待填的空白"
    length = whole(document)
    yield f"{length.characters} 字，念完约 {duration(length.seconds(PACE))}（一分钟 {PACE} 字）"


def _asset(name: str) -> str:
    data = pkgutil.get_data("speechlint", f"reporters/html/{name}")  # also from inside a zip file
    if data is None:
        raise FileNotFoundError(name)
    return data.decode().strip()


def _hash(text: str) -> str:
    """Return what a policy calls this very text by."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
