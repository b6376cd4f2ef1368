"""The baseline: what was there when a team began, and is not reported again.

An entry holds no text of the draft, only a hash of the place; so the file may lie in git
beside confidential drafts. One entry a line, sorted, so that two branches merge.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections import Counter
from contextlib import suppress
from hashlib import sha256

from speechlint.errors import ConfigError
from speechlint.record import NamedTuple
from speechlint.regexes import MULTILINE, regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document
    from speechlint.rule import Rule

_VERSION = 1
_KEYS = ("path", "rule", "hash", "count")
_CONTEXT = 12  # Han characters on each side
_WIDTHS = (100, 1_000, 1 << 40)  # characters on each side that are looked at for them
_MASK = regex(r"[Xx×*○△□◯_]+|某{2,}")
_HAN = regex("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_HASH = regex("[0-9a-f]{16}")
_CONFLICT = regex("^(?:<{7}|={7}|>{7})", MULTILINE)
_ANEW = "请改好这一行，或删去这个文件，再用 speechlint baseline write 重新生成"


class Entry(NamedTuple):
    """`times` equal places of a rule in a file; `path` is relative to the baseline, with /."""

    path: str
    rule: str
    hash: str
    times: int = 1


class Record(NamedTuple):
    """What a baseline would hold of a file: where it is kept, and an entry per diagnostic.

    `rules` are those that were run.
    """

    file: str
    rules: frozenset[str]
    entries: tuple[Entry, ...]


class Compared(NamedTuple):
    """What a baseline says of a file's diagnostics."""

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]
    unmatched: tuple[Entry, ...]  # what is no longer there


def of_file(entries: Iterable[Entry], path: str, rules: Iterable[Rule]) -> tuple[Entry, ...]:
    """Return the entries for a file (named as they name it) and rules; an old name counts too."""
    names = {name: rule.id for rule in rules for name in (rule.id, *rule.aliases)}
    return tuple(
        e._replace(rule=names[e.rule]) for e in entries if e.path == path and e.rule in names
    )


def compare(
    entries: Sequence[Entry], document: Document, diagnostics: Sequence[Diagnostic]
) -> Compared:
    """Part a file's diagnostics by the entries of that file.

    Of more equal places than the entry counts the first are suppressed.
    """
    left: Counter[tuple[str, str]] = Counter()
    for entry in entries:  # a merge may leave the same line twice
        key = (entry.rule, entry.hash)
        left[key] = max(left[key], entry.times)
    path = next((entry.path for entry in entries), "")
    rules = {rule for rule, _ in left}
    kept: list[Diagnostic] = []
    suppressed: list[Diagnostic] = []
    for d in diagnostics:
        key = (d.rule, fingerprint(document, d.span) if d.rule in rules else "")
        found = left[key] > 0
        if found:
            left[key] -= 1
        (suppressed if found else kept).append(d)
    unmatched = tuple(Entry(path, *key, n) for key, n in sorted(left.items()) if n > 0)
    return Compared(tuple(kept), tuple(suppressed), unmatched)


def record(path: str, document: Document, diagnostics: Iterable[Diagnostic]) -> tuple[Entry, ...]:
    """Return the entry of each diagnostic, in their order, each counted once."""
    return tuple(Entry(path, d.rule, fingerprint(document, d.span)) for d in diagnostics)


def gathered(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries sorted, equal ones added up."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        counts[entry[:3]] += entry.times
    return [Entry(*key, times) for key, times in sorted(counts.items())]


def fingerprint(document: Document, span: Span) -> str:
    """Return a hash of a place that stays when the text around moves.

    Read is the healed text of the place, and up to 12 Han characters on each side of it in
    the same paragraph (or line, for text of the site). The kind and width of masks, the width
    of characters, and spaces make no difference.
    """
    region = _region(document, span)
    before = after = ""
    for width in _WIDTHS:  # of a paragraph of a megabyte the next few words are enough
        start, end = max(region.start, span.start - width), min(region.end, span.end + width)
        before = _han(_plain(_healed(document, Span(start, span.start))))[-_CONTEXT:]
        after = _han(_plain(_healed(document, Span(span.end, end))))[:_CONTEXT]
        enough = (start == region.start or len(before) == _CONTEXT) and (
            end == region.end or len(after) == _CONTEXT
        )
        if enough:
            break
    # What lies in a hole as a whole (site text, a page counter) is told apart by itself.
    match = _plain(_healed(document, span)) or _plain(document.text[span.start : span.end])
    parts = (before, _MASK.sub("×", match), after)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _region(document: Document, span: Span) -> Span:
    """Return the paragraphs that a place stands in, or its lines where it is in none."""
    around = [p for p in document.view(_paragraphs) if p.overlaps(span)]
    if not around:
        lines = document.lines_index
        first = lines.position(span.start).line
        last = lines.position(max(span.end - 1, span.start)).line
        around = [lines.span(first), lines.span(last)]
    return Span(
        min(span.start, *(p.start for p in around)), max(span.end, *(p.end for p in around))
    )


def _paragraphs(document: Document) -> tuple[Span, ...]:
    return tuple(p.span for p in document.paragraphs)


def _healed(document: Document, span: Span) -> str:
    """Return the text of a span without the holes in it."""
    out: list[str] = []
    start = span.start
    for hole in document.view(_holes):
        if hole.start < span.end and start < hole.end:
            out.append(document.text[start : max(start, hole.start)])
            start = hole.end
    return "".join([*out, document.text[start : span.end]])


def _holes(document: Document) -> tuple[Span, ...]:
    return tuple(sorted(hole.span for hole in document.holes))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _han(text: str) -> str:
    return "".join(_HAN.findall(_MASK.sub("", text)))


def relative(path: str, file: str) -> str:
    """Return a draft's path as the entries of a baseline name it."""
    path, folder = os.path.abspath(path), os.path.dirname(os.path.abspath(file))
    with suppress(ValueError):  # on another drive
        path = os.path.relpath(path, folder)
    return path.replace(os.sep, "/")


def read(file: str) -> tuple[Entry, ...]:
    """Return the entries of a baseline; raise ConfigError naming file and line."""
    try:
        with open(file, encoding="utf-8-sig") as stream:
            source = stream.read()
    except OSError as error:
        from speechlint.oserrors import reason

        raise ConfigError(f"{file}：读不到基线（{reason(error)}）") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}：基线应是 UTF-8 编码；{_ANEW}") from error
    if conflict := _CONFLICT.search(source):
        line = source.count("\n", 0, conflict.start()) + 1
        raise ConfigError(
            f"{file}：第 {line} 行：合并冲突没有解决；两边的条目都可以留下，"
            "再用 speechlint baseline prune 清理"
        )
    try:
        table = json.loads(source)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{file}：第 {error.lineno} 行：不是合法的 JSON；{_ANEW}") from error
    return tuple(_entries(file, source, table))


def _entries(file: str, source: str, table: Any) -> Iterator[Entry]:
    if not isinstance(table, dict) or not isinstance(table.get("entries"), list):
        raise ConfigError(f"{file}：不是 speechlint 的基线，里面没有 entries；{_ANEW}")
    if table.get("version") != _VERSION:
        version = f"版本是 {table.get('version')}，这个 speechlint 只认 {_VERSION}"
        raise ConfigError(f"{file}：{version}；请升级 speechlint，或用 baseline write 重新生成")
    lines = [
        number
        for number, line in enumerate(source.split("\n"), 1)
        if line.lstrip().startswith("{") and '"entries"' not in line
    ]
    lines = lines if len(lines) == len(table["entries"]) else []
    for number, item in enumerate(table["entries"]):
        if fault := _fault(item):
            where = f"第 {lines[number]} 行" if lines else f"第 {number + 1} 条"
            raise ConfigError(f"{file}：{where}：{fault}；{_ANEW}")
        yield Entry(item["path"], item["rule"], item["hash"], item.get("count", 1))


def _fault(item: Any) -> str:
    """Return what is wrong with an entry, or nothing."""
    if not isinstance(item, dict):
        return "条目应是一个对象"
    for key in item:
        if key not in _KEYS:
            return f"不认识 {key}"
    for key in ("path", "rule", "hash"):
        if not isinstance(item.get(key), str):
            return f"缺少 {key}，或它不是字符串"
    if not _HASH.fullmatch(item["hash"]):
        return "hash 应是 16 位十六进制数"
    count = item.get("count", 1)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        return "count 应是正整数"
    return ""


def render(entries: Iterable[Entry]) -> bytes:
    """Return the text of a baseline: one sorted entry a line."""
    lines = []
    for entry in gathered(entries):
        item = dict(zip(_KEYS, entry, strict=True))
        if entry.times == 1:
            del item["count"]
        lines.append(json.dumps(item, ensure_ascii=False))
    head = f'{{"version": {_VERSION}, "entries": ['
    text = "\n".join([head, ",\n".join(lines), "]}"]) if lines else head + "]}"
    return (text + "\n").encode("utf-8", "surrogateescape")
