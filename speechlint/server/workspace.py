"""The drafts of the open folders, also those that no editor shows: `workspace/diagnostic`."""

from __future__ import annotations

import asyncio
import logging
import os
from concurrent.futures import Future
from functools import partial

from lsprotocol import types as lsp
from pygls import uris

from speechlint import config as configs
from speechlint import sources
from speechlint.api import read_bytes
from speechlint.errors import ConfigError, ReadError
from speechlint.failing import place_of
from speechlint.files import chinese, find
from speechlint.server.convert import Positions
from speechlint.server.draft import TEXTS
from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.api import Checking

    Report = (
        lsp.WorkspaceFullDocumentDiagnosticReport | lsp.WorkspaceUnchangedDocumentDiagnosticReport
    )

log = logging.getLogger(__name__)
_BATCH = 20  # so many files are reported at once


async def diagnose(
    ls: Server, params: lsp.WorkspaceDiagnosticParams
) -> lsp.WorkspaceDiagnosticReport:
    """Check the drafts below the open folders. What the editor shows it asks for by itself."""
    known = {item.uri: item.value for item in params.previous_result_ids}
    paths = _paths(ls)
    progress = _Progress(ls, params.work_done_token, len(paths))
    loop = asyncio.get_running_loop()
    reports: list[Report] = []
    sent = 0
    progress.begin()
    try:
        for number, path in enumerate(paths):
            uri = uris.from_fs_path(path) or ""
            if progress.cancelled:
                break
            checking = ls.session.settings.checking(os.path.dirname(path))
            look = partial(_look, ls, checking, path, uri, known.get(uri))
            reports += await loop.run_in_executor(ls.session.worker, look)
            progress.report(number + 1)
            if params.partial_result_token is not None and len(reports) - sent >= _BATCH:
                _send(ls, params.partial_result_token, reports[sent:])
                sent = len(reports)
    finally:
        progress.end()
    return lsp.WorkspaceDiagnosticReport(items=reports[sent:])


def _paths(ls: Server) -> list[str]:
    """Return the texts below the open folders that the editor does not show."""
    shown = {draft.path for draft in ls.session.drafts.values()}
    found = (os.path.abspath(path) for path, _ in find(ls.session.settings.folders, lambda _: None))
    return [p for p in found if p not in shown and p.lower().endswith(TEXTS)]


def _send(ls: Server, token: lsp.ProgressToken, reports: list[Report]) -> None:
    part = lsp.WorkspaceDiagnosticReportPartialResult(items=reports)
    ls.progress(lsp.ProgressParams(token, part))


def _look(ls: Server, checking: Checking, path: str, uri: str, known: str | None) -> list[Report]:
    """Check one file; nothing where it is no draft. Runs beside the event loop."""
    try:
        stat = os.stat(path)
        number = f"{stat.st_size}:{stat.st_mtime_ns}:{ls.session.settings.number(checking)}"
        if number == known:
            return [
                lsp.WorkspaceUnchangedDocumentDiagnosticReport(
                    uri=uri, result_id=number, version=None
                )
            ]
        items = _items(ls, checking, path, uri)
    except (OSError, ReadError, ConfigError):
        return []  # told when it is opened, or by the command
    except Exception as error:
        log.error("检查出错（%s）", place_of(error))  # noqa: TRY400 (a traceback may quote)
        return []
    return [
        lsp.WorkspaceFullDocumentDiagnosticReport(
            uri=uri, items=items, result_id=number, version=None
        )
    ]


def _items(ls: Server, checking: Checking, path: str, uri: str) -> list[lsp.Diagnostic]:
    if configs.excluded(checking.config_for(path), path):
        return []
    source = sources.read(read_bytes(path), path)
    if not chinese(source.document.text):
        return []
    linter = checking.linter_for(path)
    kept = checking.sift(source.document, linter.lint(source.document), path).kept
    positions = Positions(source.document.text, ls.session.encoding)
    return ls.reporter.report(uri, positions, kept, linter.rules)


class _Progress:
    """Tells a client that wants to know how far a long check has come."""

    def __init__(self, ls: Server, token: lsp.ProgressToken | None, total: int) -> None:
        self._ls = ls
        self._token = token
        self._total = total

    @property
    def cancelled(self) -> bool:
        """Whether the user wants no more of it."""
        token = self._ls.work_done_progress.tokens.get(self._token or "")
        return token is not None and token.cancelled()

    def begin(self) -> None:
        if self._token is not None:
            self._ls.work_done_progress.tokens[self._token] = Future()
        title = "检查文件夹里的稿子"
        self._tell(lsp.WorkDoneProgressBegin(title=title, cancellable=True, percentage=0))

    def report(self, done: int) -> None:
        share = 100 * done // self._total
        self._tell(lsp.WorkDoneProgressReport(message=f"{done}/{self._total}", percentage=share))

    def end(self) -> None:
        self._ls.work_done_progress.tokens.pop(self._token or "", None)  # pygls keeps it for ever
        self._tell(lsp.WorkDoneProgressEnd())

    def _tell(
        self,
        value: lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd,
    ) -> None:
        if self._token is not None:
            self._ls.progress(lsp.ProgressParams(self._token, value))
