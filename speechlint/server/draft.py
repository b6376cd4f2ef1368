"""An open draft, and what a check made of one version of it."""

from __future__ import annotations

import logging
import os
from functools import partial
from itertools import count
from threading import Event

from pygls import uris

from speechlint import config as configs
from speechlint import sources
from speechlint.errors import ConfigError, PackError
from speechlint.failing import place_of
from speechlint.files import chinese
from speechlint.linter import Linter
from speechlint.memory import Memory
from speechlint.places import Places
from speechlint.record import NamedTuple
from speechlint.server.convert import Positions
from speechlint.views.blanks import blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from speechlint.api import Checking
    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document
    from speechlint.rule import Rule
    from speechlint.server.settings import Settings
    from speechlint.views.blanks import Blank

log = logging.getLogger(__name__)
TEXTS = (".txt", *sources.MARKDOWN)  # an editor does not show the text of a Word file
_LANGUAGES = ("plaintext", "text", "markdown")  # what clients call what we read
_UNTITLED = "-"  # no baseline and no exclusion speaks of it
_numbers = count(1)


class Stopped(Exception):  # noqa: N818 (nothing is wrong)
    """The check was ended: there is a newer text, or none any more."""


class Checkup(NamedTuple):
    """What was found in one version of a draft.

    `number` is another for each check of this process; `blanks` are those that are still to be
    filled in, in order.
    """

    number: int
    version: int | None
    document: Document
    positions: Positions
    diagnostics: tuple[Diagnostic, ...] = ()
    blanks: tuple[Blank, ...] = ()


class Draft:
    """A text that is open in the editor.

    `path` is empty for one that has no file. `checkup` is that of the text as it is now, None
    where it is still to come; `job` is what will bring it. `touched` is when the text last
    changed, by the clock of the event loop.
    """

    def __init__(self, uri: str, language: str, version: int | None, text: str) -> None:
        self.uri = uri
        path = uris.to_fs_path(uri)
        self.path = os.path.normpath(path) if path else ""
        self.version = version
        self.text = text
        self.checkup: Checkup | None = None
        self.closed = False
        self.touched = float("-inf")
        self.job: asyncio.Future[None] | None = None
        self.publishing: asyncio.Task[None] | None = None
        ending = os.path.splitext(self.path)[1].lower()
        self._ending = ending or (sources.MARKDOWN[0] if language == "markdown" else "")
        # A file is what its name says; one without a name is what the client says.
        self._readable = ending in TEXTS if ending else language in _LANGUAGES
        self._drafted = False
        self._stop = self._heeded = Event()  # of the text as it is, and of what is checked
        self._checking: Checking | None = None
        self._linter = Linter(())
        self._memory = Memory()
        self._outdated: list[Document] = []

    @property
    def name(self) -> str:
        """The path by which rules and baselines know it."""
        return self.path or _UNTITLED

    @property
    def checking(self) -> Checking:
        """What holds for it, since `configure` was called."""
        assert self._checking is not None
        return self._checking

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self._linter.rules

    def configure(self, settings: Settings) -> None:
        """Let the settings hold that there are now."""
        folder = os.path.dirname(self.path) or next(iter(settings.folders), os.getcwd())
        self._checking = settings.checking(folder)
        try:
            rules = self._checking.linter_for(self.name).rules
        except (ConfigError, PackError):  # the user has been told
            rules = self.rules
        self._linter = Linter(rules, _log, self._pulse)
        self.forget()

    def replace(self, version: int | None, text: str) -> None:
        """Take over a new text; what was under way for the old one ends."""
        self.version, self.text = version, text
        self.forget()

    def close(self) -> None:
        self.closed = True
        self.forget()
        self._linter = Linter(())  # the old one knows the draft: neither would be freed

    def forget(self) -> None:
        """End the check that is under way, and drop what the last one found."""
        self._stop.set()
        self._stop = Event()
        if self.checkup:
            self._outdated.append(self.checkup.document)
        self.checkup = self.job = None

    def renew(self, checkup: Checkup) -> None:
        """Take over what a check found in the text as it is."""
        self.checkup = checkup
        for document in self._outdated:
            document.dissolve()
        self._outdated.clear()

    def task(self, encoding: str) -> Callable[[], Checkup]:
        """Return what checks the text as it is now, in whatever thread.

        It raises Stopped where a newer text came meanwhile. No two of one draft may run at once.
        """
        positions = partial(Positions, self.text, encoding)
        return partial(self._check, self._stop, self.version, self.text, positions, self._linter)

    def _check(
        self,
        stop: Event,
        version: int | None,
        text: str,
        positions: Callable[[], Positions],
        linter: Linter,
    ) -> Checkup:
        self._heeded = stop
        # Nothing is said of what is no draft.
        found = Checkup(next(_numbers), version, sources.document(""), positions())
        try:
            if self._is_draft(text):
                self._memory.turn()
                document = sources.document(text, self._ending, self._memory)
                found = self._examined(found._replace(document=document), linter)
        except Stopped:
            raise
        except Exception as error:  # ours to mend; the editor must not be troubled
            log.error("检查出错（%s）", place_of(error))  # noqa: TRY400 (a traceback may quote)
        self._pulse()
        return found

    def _examined(self, checkup: Checkup, linter: Linter) -> Checkup:
        document = checkup.document
        sifted = self.checking.sift(document, linter.lint(document), self.name)
        spared = Places(sifted.spared)
        left = tuple(b for b in document.view(blanks) if not spared.cover(b.span))
        return checkup._replace(diagnostics=sifted.kept, blanks=left)

    def _pulse(self) -> None:
        if self._heeded.is_set():
            raise Stopped

    def _is_draft(self, text: str) -> bool:
        """Say whether the text is to be checked. What was a draft once stays one."""
        if not self._readable or configs.excluded(self.checking.config_for(self.name), self.name):
            return False
        self._drafted = self._drafted or (bool(text.strip()) and chinese(text))
        return self._drafted


def _log(rule: Rule, error: Exception) -> None:
    log.error("规则 %s 出错（%s），其余规则照常检查", rule.id, place_of(error))
