"""The server object: one client, its session and its settings."""

from __future__ import annotations

import os

from lsprotocol import types as lsp
from pygls import uris
from pygls.lsp.server import LanguageServer

from speechlint import __version__
from speechlint.running import Overrides
from speechlint.server.protocol import Protocol
from speechlint.server.report import Reporter
from speechlint.server.session import PAUSE, Session
from speechlint.server.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from speechlint.diagnostic import Diagnostic
    from speechlint.server.draft import Checkup, Draft
    from speechlint.text import Span

_PAUSES = (0, 10_000)  # milliseconds
_PRESETS = ("default", "quiet", "strict")


class Server(LanguageServer):
    """What the features share. `begin` is called when the client has introduced itself."""

    session: Session
    reporter: Reporter
    pulls: bool  # the client asks for diagnostics

    def __init__(self) -> None:
        super().__init__(
            "speechlint",
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
        )
        self.inlay_hints = False
        self.asks = False  # the client can ask what a blank is to be filled with

    def begin(self, params: lsp.InitializeParams) -> None:
        """Take over what the client can do, and which folders it has open."""
        document = params.capabilities.text_document
        self.pulls = bool(document and document.diagnostic)
        self.reporter = Reporter(params.capabilities, pulls=self.pulls)
        encoding = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        self.session = Session(
            Settings(self.tell, self._folders()),
            str(getattr(encoding, "value", encoding)),
            None if self.pulls else self._publish,
        )
        self.prefer(params.initialization_options)

    def prefer(self, options: Any) -> None:
        """Take over what the user set in the editor.

        `pause` (ms) and `inlayHints` are its own; `preset`, `preview`, `select` and `ignore` mean
        what they mean on the command line. What is not as it should be counts as not set.
        `asks` comes from an extension that asks the user itself when `speechlint.fillBlank` is
        to be carried out without a text.
        """
        if isinstance(options, dict) and isinstance(options.get("speechlint"), dict):
            options = options["speechlint"]
        if not isinstance(options, dict):
            return
        pause = options.get("pause")
        if isinstance(pause, (int, float)) and not isinstance(pause, bool):
            self.session.pause = min(max(pause, _PAUSES[0]), _PAUSES[1]) / 1000
        elif "pause" in options:
            self.session.pause = PAUSE
        self.inlay_hints = options.get("inlayHints", self.inlay_hints) is True
        self.asks = options.get("asks", self.asks) is True
        self.session.settings.override(
            Overrides(
                _names(options.get("select")),
                _names(options.get("ignore")),
                options.get("preview") is True,
                preset=preset if (preset := options.get("preset")) in _PRESETS else "",
            )
        )

    def reopen(self) -> None:
        """Take over a change of the folders that the client has open."""
        self.session.settings.folders = self._folders()

    def draft(self, uri: str) -> Draft | None:
        return self.session.drafts.get(uri)

    def tell(self, message: str, kind: lsp.MessageType = lsp.MessageType.Warning) -> None:
        """Show the user a message."""
        self.window_show_message(lsp.ShowMessageParams(kind, f"speechlint：{message}"))

    def diagnostics(self, draft: Draft, checkup: Checkup) -> list[lsp.Diagnostic]:
        """Return what was found in a draft as the client wants it."""
        return self.reporter.report(draft.uri, checkup.positions, checkup.diagnostics, draft.rules)

    def edit(
        self, draft: Draft, checkup: Checkup, changes: Iterable[tuple[Span, str]]
    ) -> lsp.WorkspaceEdit:
        """Return changes of the version that was checked, as an edit the client applies."""
        edits = [lsp.TextEdit(checkup.positions.range(span), text) for span, text in changes]
        can = self.client_capabilities.workspace
        if can and can.workspace_edit and can.workspace_edit.document_changes:
            document = lsp.OptionalVersionedTextDocumentIdentifier(draft.uri, checkup.version)
            return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, [*edits])])
        return lsp.WorkspaceEdit(changes={draft.uri: edits})

    @staticmethod
    def mark(checkup: Checkup, d: Diagnostic) -> str:
        """Return by what the baseline would know a diagnostic."""
        from speechlint.baseline import fingerprint

        return fingerprint(checkup.document, d.span)

    def _publish(self, uri: str, checkup: Checkup | None) -> None:
        draft = self.draft(uri)
        found = self.diagnostics(draft, checkup) if draft and checkup else []
        version = checkup.version if checkup else None
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=found)
        )

    def _folders(self) -> list[str]:
        """Return the paths of the folders that are open."""
        found = [uris.to_fs_path(uri) for uri in self.workspace.folders]
        paths = [os.path.normpath(path) for path in found if path]
        root = self.workspace.root_path
        return paths or ([os.path.normpath(root)] if root else [])


def _names(value: Any) -> tuple[str, ...]:
    """Return selectors as a client sends them."""
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, (list, tuple)) else ()
