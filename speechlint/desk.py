"""The offline page's side of the engine: one draft on the desk, asked about with JSON.

The page runs this in a worker of the browser, where nothing is on a disk: the files of the
working folder are those that the user handed in, and are gone with the page.
"""

from __future__ import annotations

import json
import os
import time

from speechlint import __version__, sources
from speechlint.api import BASELINE, Checking
from speechlint.config import Config
from speechlint.counts import PACE, whole
from speechlint.diagnostic import Applicability, Edit
from speechlint.errors import ConfigError, ReadError
from speechlint.failing import Failure, place_of
from speechlint.filling import places
from speechlint.fixer import RestlessError
from speechlint.memory import Memory
from speechlint.reading import Decoded
from speechlint.record import NamedTuple
from speechlint.reporters import Report
from speechlint.saving import Mending
from speechlint.sources import Source, rewriting
from speechlint.text import Span
from speechlint.views.blanks import blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from speechlint.api import Checked
    from speechlint.document import Document
    from speechlint.places import Change
    from speechlint.rule import Rule
    from speechlint.sources.docx.tracking import Track

    Steps = Sequence[Sequence[Change]]  # each holds for the text that the one before made

_LISTS = ("words", "roster", "facts")
_REFUSED = (ReadError, ConfigError, RestlessError)


class Answer(NamedTuple):
    """What the page is told: JSON, and the bytes of a file where it asked for one."""

    text: str
    data: bytes | None = None


class Desk:
    """A draft and the settings that hold for it.

    Every request is a name and a table; what is wrong with it for the user to mend comes back
    as `{"error": "…"}`, in Chinese.
    """

    def __init__(self) -> None:
        self._config = Config(root=os.getcwd())
        self._draft: _Text | _Word = _Text("未命名.txt", Decoded("", "utf-8"))
        self._raised: list[str] = []
        self._checking = self._begun()

    def ask(self, name: str, table: str = "{}", data: bytes = b"") -> Answer:
        """Answer a request: settings, open, paste, check, mark, mend or save."""
        try:
            answer: Answer = getattr(self, f"_{name}")(json.loads(table), bytes(data))
        except _REFUSED as error:
            return _told(error=str(error))
        except Exception as error:
            return _told(error=f"speechlint 自己出错（{place_of(error)}）；请把这一行告诉开发者")
        return answer

    def _begun(self) -> Checking:
        return Checking(self._config, on_error=self._note)

    def _note(self, rule: Rule, error: Exception) -> None:
        self._raised.append(f"规则 {rule.id} 出错（{place_of(error)}），其余规则照常检查")

    def _settings(self, table: Mapping[str, Any], _: bytes) -> Answer:
        """Let settings hold, or the old ones where these are wrong; return the rules that hold.

        `files` are names of tables and what is in them (Latin-1, a character a byte); `places`
        are rules and marks of what is not to be reported.
        """
        from speechlint import baseline
        from speechlint.reporters.html import FAMILIES

        before = self._config, self._checking
        for name, content in table.get("files", {}).items():
            with open(os.path.basename(name), "wb") as stream:
                stream.write(content.encode("latin-1"))
        lists = {key: os.path.basename(table.get(key, "")) for key in _LISTS}
        self._config = Config(
            root=os.getcwd(),
            preset=table.get("preset", "default"),
            preview=table.get("preset") == "strict",
            ignore=tuple(table.get("ignore", ())),
            allow=tuple(table.get("allow", ())),
            words=(lists["words"],) if lists["words"] else (),
            roster=lists["roster"],
            facts=(lists["facts"],) if lists["facts"] else (),
        )
        self._checking = self._begun()
        entries = [baseline.Entry(self._draft.name, *place) for place in table.get("places", ())]
        with open(BASELINE, "wb") as stream:
            stream.write(baseline.render(baseline.gathered(entries)))
        try:
            rules = self._checking.linter_for(self._draft.name).rules
        except BaseException:
            self._config, self._checking = before
            raise
        named = {rule.id: [rule.title, rule.why] for rule in rules}
        return _told(version=__version__, families=FAMILIES, rules=named)

    def _open(self, table: Mapping[str, Any], data: bytes) -> Answer:
        """Put a file on the desk."""
        name = table["name"]
        sources.admit(name, len(data))
        source = sources.read(data, name)
        self._draft = _Word(name, source, data) if source.word else _Text(name, source.decoded)
        return _told(
            text=source.document.text,
            unit=source.unit,
            encoding=source.decoded.encoding,
            bom=source.decoded.bom,
        )

    def _paste(self, table: Mapping[str, Any], _: bytes) -> Answer:
        """Put a text on the desk that is in no file."""
        self._draft = _Text(table["name"], Decoded("", "utf-8"))
        return _told()

    def _check(self, table: Mapping[str, Any], _: bytes) -> Answer:
        """Check the draft as it is now: `text`, or the `steps` by which a Word file was changed."""
        from speechlint.reporters.json import described

        checked, source = self._examined(table)
        length = whole(source.document)
        return _told(
            **described(checked),
            errors=[*dict.fromkeys(self._raised), *checked.notes],
            fillable=list(_fillable(checked, source)),
            characters=length.characters,
            seconds=length.seconds(PACE),
        )

    def _mark(self, table: Mapping[str, Any], _: bytes) -> Answer:
        """Return by what a place is known when it is not to be reported again."""
        from speechlint.baseline import fingerprint

        document = self._draft.source(table).document
        return _told(mark=fingerprint(document, Span(**table["span"])))

    def _mend(self, table: Mapping[str, Any], _: bytes) -> Answer:
        """Return the steps of all safe fixes."""
        source = self._draft.source(table)
        self._raised.clear()
        checked = self._checking.examine(
            source, self._draft.data(table), self._draft.name, {Applicability.SAFE}
        )
        assert checked.mended
        if self._raised:
            return _told(error=f"{self._raised[0]}；没有改")
        return _told(steps=checked.mended.steps, made=checked.mended.made)

    def _save(self, table: Mapping[str, Any], _: bytes) -> Answer:
        """Return a file: the `draft`, its `html` or `json` report, or a copy with `comments`."""
        kind = table["kind"]
        if kind == "draft":
            return Answer("{}", self._draft.data(table, tracked=table.get("tracked", False)))
        checked, source = self._examined(table)
        if kind == "comments":
            return Answer("{}", self._annotated(checked, source))
        report = Report()
        report.files.append(checked)
        report.errors += (Failure(checked.path, error) for error in dict.fromkeys(self._raised))
        if kind == "html":
            from speechlint.reporters.html import render
        else:
            from speechlint.reporters.json import render
        return Answer("{}", render(report).encode("utf-8", "replace"))

    def _examined(self, table: Mapping[str, Any]) -> tuple[Checked, Source]:
        source = self._draft.source(table)
        self._raised.clear()
        return self._checking.examine(source, b"", self._draft.name), source

    def _annotated(self, checked: Checked, source: Source) -> bytes:
        from speechlint.reporters.comments import said
        from speechlint.sources.docx.commenting import Note, annotated

        if source.word is None:
            raise ReadError("批注只能写进 Word 稿（.docx）")
        rules = {rule.id: rule for rule in self._checking.linter_for(checked.path).rules}
        notes = [Note(d.span, said(d, rules[d.rule])) for d in checked.diagnostics]
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return annotated(source.word, notes, when)


class _Text:
    """A text; what the last check knew of its pieces is kept for the next."""

    def __init__(self, name: str, decoded: Decoded) -> None:
        self.name = name
        self._decoded = decoded
        self._memory = Memory()
        self._last: Document | None = None

    def source(self, table: Mapping[str, Any]) -> Source:
        text = table["text"]
        if self._last:
            self._last.dissolve()
        self._memory.turn()
        self._last = sources.document(text, self.name, self._memory)
        return Source(self._last, self._decoded._replace(text=text))

    def data(self, table: Mapping[str, Any], *, tracked: bool = False) -> bytes:
        """Return the file; there are no tracked changes in a text."""
        del tracked
        return self._decoded.encode(table["text"])


class _Word:
    """A Word file as it was handed in, and the documents that the changes since then made."""

    def __init__(self, name: str, source: Source, data: bytes) -> None:
        self.name = name
        self._source = source
        self._data = data
        self._rewriting = rewriting.begin(source, data, name)
        self._made: list[tuple[Sequence[Change], Document]] = []

    def source(self, table: Mapping[str, Any]) -> Source:
        return self._rewriting.source(self._changed(_steps(table)))

    def data(self, table: Mapping[str, Any], *, tracked: bool = False) -> bytes:
        """Return the file; where the changes are `tracked` they are made anew."""
        steps = _steps(table)
        if not steps:
            return self._data
        if not tracked:
            return self._rewriting.data(self._changed(steps))
        file = rewriting.begin(self._source, self._data, self.name, _track())
        document = self._source.document
        for step in steps:
            document = file.changed(document, step)
        return file.data(document)

    def _changed(self, steps: Steps) -> Document:
        known = 0
        while known < min(len(steps), len(self._made)) and steps[known] == self._made[known][0]:
            known += 1
        del self._made[known:]
        for step in steps[known:]:
            before = self._made[-1][1] if self._made else self._source.document
            self._made.append((step, self._rewriting.changed(before, step)))
        return self._made[-1][1] if self._made else self._source.document


def _track() -> Track | None:
    return Mending(tracked=True).track


def _steps(table: Mapping[str, Any]) -> Steps:
    return [[(start, end, new) for start, end, new in step] for step in table["steps"]]


def _fillable(checked: Checked, source: Source) -> list[dict[str, Any]]:
    """Return the blanks that a name stands for, and whether they can be filled in there."""
    left = set(checked.left)
    found = (blank for blank in source.document.view(blanks) if blank.span in left)
    return [
        {"name": name, "span": {"start": span.start, "end": span.end}, "able": _able(source, span)}
        for span, name in places(checked.text, found)
    ]


def _able(source: Source, span: Span) -> bool:
    if source.word is None:
        return True
    from speechlint.sources.docx.editing import editable

    return editable(source.word, Edit(span, ""))


def _told(**table: Any) -> Answer:
    return Answer(json.dumps(table))
