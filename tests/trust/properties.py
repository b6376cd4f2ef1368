"""What holds of every input, however made: hypothesis and the fuzzers try the same functions."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from speechlint import accounts, config, counts, house, sources, userpacks
from speechlint.api import Checked, Checking
from speechlint.diagnostic import Applicability, Diagnostic
from speechlint.errors import ConfigError, PackError, ReadError
from speechlint.factsheets import facts
from speechlint.reading import decode
from speechlint.reporters import Report, text
from speechlint.toml import TomlError, loads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.text import Span

SAFE = frozenset({Applicability.SAFE})
ALL = frozenset({Applicability.SAFE, Applicability.UNSAFE})
FORMATS = ("json", "html", "sarif", "github", "gitlab", "junit")
STRICT = Checking(config.Config(preview=True, preset="strict"))


def reading(data: bytes) -> None:
    """Assert that bytes are refused with a message, or read, and written back as the same text."""
    try:
        decoded = decode(data)
    except ReadError as error:
        assert str(error)  # noqa: PT017 - it is refused or read, and both are right
        return
    with suppress(ReadError):  # what cannot be written again is not changed either
        assert decode(decoded.encode(decoded.text)).text == decoded.text


def checking(data: bytes, name: str = "a.txt") -> Checked | None:
    """Return what is found, every place inside the text; None where the bytes are refused."""
    try:
        checked = STRICT.check(data, name)
    except ReadError as error:
        assert str(error)  # noqa: PT017
        return None
    _inside(checked.text, checked.diagnostics)
    return checked


def _inside(draft: str, found: Iterable[Diagnostic]) -> None:
    for d in found:
        assert d.message
        for span in (d.span, *(related.span for related in d.related)):
            assert 0 <= span.start < span.end <= len(draft), d
        last = 0
        for edit in sorted(d.fix.edits) if d.fix else ():
            assert last <= edit.span.start <= edit.span.end <= len(draft), d
            last = edit.span.end
        if d.fix and d.fix.edits:  # a fix that changes nothing would be made for ever
            old = "".join(draft[e.span.start : e.span.end] for e in d.fix.edits)
            assert old != "".join(e.replacement for e in d.fix.edits), d


def viewing(data: bytes, name: str = "a.txt") -> None:
    """Assert that figures, relations, parts and breaths of a draft lie inside it."""
    try:
        account, source = accounts.account(data, name), sources.read(data, name)
    except ReadError:
        return
    count = counts.count(source, name, ())
    inside: list[Span] = [span for span, _ in account.figures]
    inside += [relation.span for relation in account.relations]
    inside += [o.span for relation in account.relations for o in relation.operands]
    inside += [part.span for part in count.parts]
    inside += [stretch.span for stretch in count.long]
    for span in inside:
        assert 0 <= span.start <= span.end <= len(account.text)
    assert count.whole.characters <= len(account.text)


def reporting(data: bytes, name: str = "a.txt") -> None:
    """Assert that every report of a draft can be written."""
    if checked := checking(data, name):
        report = Report()
        report.files.append(checked)
        for kind in FORMATS:
            import_module(f"speechlint.reporters.{kind}").render(report).encode("utf-8", "replace")
        "".join(text.render(report, text.Style())).encode("gbk", "replace")


def fixing(data: bytes, name: str = "a.txt", trust: frozenset[Applicability] = ALL) -> None:
    """Assert that what is fixed is whole, at rest, in its encoding, and has nothing new wrong."""
    if (before := checking(data, name)) is None:
        return
    try:
        after = STRICT.check(data, name, trust)
    except ReadError:  # it cannot be written back as it was: nothing is changed
        return
    assert after.mended is not None
    new = after.mended.data
    if not name.endswith(".docx"):
        assert decode(new).text == after.text
        assert decode(new).encoding == before.encoding or after.text.isascii()
    assert not [d for d in after.diagnostics if d.fix and d.fix.applicability in trust]
    again = STRICT.check(new, name, trust)
    assert again.mended is not None
    assert again.mended.data == new
    read = STRICT.check(new, name)
    assert read.text == after.text
    more = Counter(map(_named, read.diagnostics)) - Counter(map(_named, before.diagnostics))
    assert not more, more


def _named(d: Diagnostic) -> str:
    return "a blank" if d.rule.startswith("placeholder.") else d.rule


def word(data: bytes) -> None:
    """Assert that a Word file is refused, or read, annotated and read again with the same words."""
    from speechlint.sources.docx import Draft
    from speechlint.sources.docx.commenting import Note, annotated

    if (checked := checking(data, "a.docx")) is None:
        return
    notes = [Note(d.span, (d.message,)) for d in checked.diagnostics]
    with suppress(ReadError):
        new = annotated(Draft(data), notes, "2026-01-01T00:00:00Z")
        assert Draft(new).document.text == checked.text
    fixing(data, "a.docx")


def configuring(source: str, folder: str) -> None:
    """Assert that a configuration is refused with a message, or says which rules hold."""
    try:
        found = config.parse(loads(source), os.path.join(folder, "speechlint.toml"))
        Checking(found).lint("今年安排XX个项目。")
    except (TomlError, ConfigError, PackError) as error:
        assert str(error)  # noqa: PT017


def packing(source: str, folder: str) -> None:
    """Assert that a rule of somebody's own is refused with a message, or can be run."""
    pack = os.path.join(folder, "own")
    os.makedirs(pack, exist_ok=True)
    _write(os.path.join(pack, "pack.toml"), b'title = "t"\nwhy = "w"\n')
    _write(os.path.join(pack, "rule.toml"), source.encode("utf-8", "surrogatepass"))
    try:
        rules = tuple(userpacks.read(pack))
    except PackError as error:
        assert str(error)  # noqa: PT017
        return
    assert [rule.id for rule in rules] == ["own.rule"]


def sheet(data: bytes, folder: str, name: str) -> None:
    """Assert that a word list, a roster, a fact sheet is refused with a message, or read."""
    path = os.path.join(folder, name)
    _write(path, data)
    for read in (house.words, house.roster, facts):
        read.cache_clear()
        with suppress(ConfigError):
            read(path)


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as stream:
        stream.write(data)
