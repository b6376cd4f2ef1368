"""An hour of editing, compressed, through the real process: what an editor sends, and what none should.

    python -m tests.server.soak [CHANGES [DRAFTS]]

Over twenty drafts: changes by the hundred thousand, drafts opened and closed, configurations
changed, requests asked and cancelled, garbage. Printed are the memory in use on the way, how
many diagnostics were compared with those of a fresh check, and what went wrong: whoever finds
something there is given 1 back.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speechlint import config as configs
from speechlint.api import Checking
from speechlint.running import Overrides
from speechlint.sources import document
from tests.server.raw import TOLD, Editor, garbage
from tests.server.test_edits import EXAMPLES, edited, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST = 3000
LONG, FLAT = 10_000, 1.1  # changes from which memory must have settled, and what is called flat
SETTINGS = (
    "",
    'ignore = ["punct"]\n',
    'select = ["placeholder", "numbering"]\n',
    'preset = "strict"\n',
    'words = "words.csv"\n',
    "select = [\n",
)
WORDS = ("误,正\n项目,工程\n", "误,正\n全市,全县\n", "误\n")
BROKEN = (SETTINGS[-1], WORDS[-1])  # the last good ones hold
OPTIONS: tuple[dict[str, Any], ...] = (
    {},
    {"preset": "quiet"},
    {"preset": "strict"},
    {"select": ["word"]},
    {"ignore": ["figure", "word.house"]},
)
ASKED = (
    "textDocument/hover",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/codeAction",
    "textDocument/inlayHint",
)


class Soak:
    """The drafts, what is done to them, and what should be said of them."""

    def __init__(self, editor: Editor, folder: Path, drafts: int, chance: random.Random) -> None:
        self.editor = editor
        self.chance = chance
        self.folder = folder
        texts = [
            (EXAMPLES / name).read_text("utf-8") for name in ("draft.txt", "clean.txt", "draft.md")
        ]
        self.texts = {}
        for number in range(drafts):
            at = chance.randrange(len(texts[number % 3]) // 2)
            path = folder / f"{number}.{('txt', 'txt', 'md')[number % 3]}"
            self.texts[path.as_uri()] = f"{TOLD}\n{texts[number % 3][at : at + LONGEST // 2]}"
        self.before = {uri: [text] for uri, text in self.texts.items()}
        self.versions = dict.fromkeys(self.texts, 0)
        self.open: set[str] = set()
        self.late: set[str] = set()
        self.settings, self.words = self.good = "", WORDS[0]
        self.options = OPTIONS[0]
        (folder / "words.csv").write_text(self.words, "utf-8")
        self.done: Counter[str] = Counter()
        self.differing: list[str] = []

    def go_on(self) -> None:
        """Do one thing."""
        uri = self.chance.choice([*self.texts])
        deed = self.chance.random()
        if uri not in self.open:
            self.opened(uri)
        elif deed < 0.05:
            self.asked(uri)
        elif deed < 0.09:
            self.done["garbage"] += 1
            self.editor.send(self.chance.choice(garbage(uri)))
        elif deed < 0.115:
            self.closed(uri)
        elif deed < 0.12:
            self.caught_up()
            self.compared(uri)
        elif deed < 0.123:
            self.configured()
        else:
            self.changed(uri)
        if len(self.late) > 6:
            self.caught_up()

    def opened(self, uri: str) -> None:
        self.done["opened"] += 1
        self.versions[uri] += 1
        self.open.add(uri)
        self.late.add(uri)
        language = "markdown" if uri.endswith(".md") else "plaintext"
        item = {"uri": uri, "languageId": language, "version": self.versions[uri], "text": self.texts[uri]}  # fmt: skip
        self.editor.tell("textDocument/didOpen", {"textDocument": item})

    def changed(self, uri: str) -> None:
        self.done["changed"] += 1
        self.versions[uri] += 1
        text = edited(self.texts[uri], self.before[uri], self.chance)[:LONGEST]
        self.texts[uri] = text if len(text) > 20 else self.before[uri][0]
        self.before[uri] = [*self.before[uri][-9:], self.texts[uri]]
        self.late.add(uri)
        place = {"uri": uri, "version": self.versions[uri]}
        change = {"textDocument": place, "contentChanges": [{"text": self.texts[uri]}]}
        self.editor.tell("textDocument/didChange", change)

    def closed(self, uri: str) -> None:
        self.done["closed"] += 1
        self.open.discard(uri)
        self.late.discard(uri)
        self.editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def asked(self, uri: str) -> None:
        self.done["asked"] += 1
        lines = [self.chance.choice([0, 3, 10**6]) for _ in range(2)]
        start, end = ({"line": line, "character": 4} for line in sorted(lines))
        place = {"start": start, "end": end}
        params = {"textDocument": {"uri": uri}, "position": start, "range": place, "context": {"diagnostics": []}}  # fmt: skip
        number = self.editor.ask(self.chance.choice(ASKED), params)
        if self.chance.random() < 0.5:
            self.done["cancelled"] += 1
            self.editor.tell("$/cancelRequest", {"id": number})

    def configured(self) -> None:
        """Change the configuration of the folder, or what is set in the editor."""
        self.done["configured"] += 1
        deed = self.chance.random()
        if deed < 0.4:
            self.configure(self.chance.choice(SETTINGS), self.words, self.options)
        elif deed < 0.6:
            self.configure(self.settings, self.chance.choice(WORDS), self.options)
        else:
            self.configure(self.settings, self.words, self.chance.choice(OPTIONS))
        self.compared(self.chance.choice(sorted(self.open, key=[*self.texts].index)))

    def configure(self, settings: str, words: str, options: dict[str, Any]) -> None:
        """Let a configuration hold, and wait until all drafts are checked by it."""
        self.caught_up()
        if (settings, words) != (self.settings, self.words):
            (self.folder / configs.FILE).write_text(settings, "utf-8")
            (self.folder / "words.csv").write_text(words, "utf-8")
            self.editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
        if options != self.options:
            whole = {"speechlint": {"pause": 0, **options}}
            self.editor.tell("workspace/didChangeConfiguration", {"settings": whole})
        self.settings, self.words, self.options = settings, words, options
        named = words if "words" in settings else ""
        if settings not in BROKEN and named not in BROKEN:
            self.good = settings, named
        for uri in self.texts:  # in the same order each time
            if uri in self.open:
                self.changed(uri)
        self.caught_up()

    def caught_up(self) -> None:
        """Wait for the diagnostics of all drafts as they are now, and all answers."""
        late, published, versions = self.late, self.editor.published, self.versions
        self.editor.wait(
            lambda: (
                not self.editor.waiting
                and all(published.get(u, (0, []))[0] == versions[u] for u in late)
            )
        )
        self.late = set()

    def compared(self, uri: str) -> None:
        """Compare what was said of a draft with what a fresh check says."""
        self.done["compared"] += 1
        text = self.texts[uri]
        good = self.folder / "good"
        good.mkdir(exist_ok=True)
        for name, written in zip((configs.FILE, "words.csv"), self.good, strict=True):
            (good / name).write_text(written, "utf-8")
        config = configs.read(str(good / configs.FILE))._replace(root=str(self.folder))
        checking = Checking(config, adjust=Overrides(**self.options).adjust)
        read = document(text, uri)
        path = str(self.folder / uri.rpartition("/")[2])
        fresh = checking.sift(read, checking.linter_for(path).lint(read), path).kept
        found = [
            (d["code"], d["message"], *(r[e][k] for e in ("start", "end") for k in ("line", "character")))
            for d in self.editor.published[uri][1]
            for r in [d["range"]]
        ]  # fmt: skip
        if found != shown(text, list(fresh)):
            self.differing.append(uri)


def soak(changes: int, drafts: int = 20, report: Callable[[str], None] = print) -> list[str]:
    """Do so many changes; return what went wrong."""
    chance = random.Random(changes)  # noqa: S311 (the same each time)
    with (
        tempfile.TemporaryDirectory() as name,
        tempfile.TemporaryFile() as log,
        Editor(log.fileno()) as editor,
    ):
        everything = Soak(editor, Path(name).resolve(), drafts, chance)
        used = list(typed(everything, changes, report))
        for uri in sorted(everything.texts.keys() - everything.open):
            everything.opened(uri)
        everything.caught_up()
        for uri in everything.texts:
            everything.compared(uri)
        wrong = [f"{uri} differs from a fresh check" for uri in everything.differing]
        if (code := editor.end()) != 0:
            wrong.append(f"the server ended with {code}")
        log.seek(0)
        told = log.read().decode("utf-8", "replace")
    if TOLD in told:
        wrong.append("the log holds words of a draft")
    if "Traceback" in told:
        wrong.append("the log holds a traceback")
    warm = used[len(used) // 4]
    if changes >= LONG and used[-1] > FLAT * warm:
        wrong.append(f"memory grew from {warm:.1f} to {used[-1]:.1f} MB")
    report(f"{dict(everything.done)}; log {len(told)} characters")
    return wrong


def typed(everything: Soak, changes: int, report: Callable[[str], None]) -> Iterator[float]:
    """Do so many changes; yield the memory in use after each twentieth of them."""
    began, done = time.monotonic(), everything.done
    for part in range(1, 21):
        while done["changed"] < changes * part // 20:
            everything.go_on()
        everything.configure(SETTINGS[0], WORDS[0], OPTIONS[0])  # what holds takes its room
        used = everything.editor.memory()
        report(f"{done['changed']} changes, {time.monotonic() - began:.0f} s: {used:.1f} MB")
        yield used


def main() -> int:
    numbers = [int(argument) for argument in sys.argv[1:]] or [100_000]
    wrong = soak(numbers[0], numbers[1] if len(numbers) > 1 else 20)
    print("\n".join(wrong) or "nothing wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
