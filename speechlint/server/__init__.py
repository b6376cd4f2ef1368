"""The language server: which features there are, and what answers them.

Only this package knows LSP. Errors in a draft's text are the session's business; here stands
what the client is promised.
"""

from __future__ import annotations

from lsprotocol import types as lsp

from speechlint.server import quiet
from speechlint.server.server import Server

__all__ = ["Server", "serve"]


def serve() -> None:
    """Speak LSP over standard input and output until the client ends it."""
    quiet.log_to_stderr()
    create().start_io()


def create() -> Server:
    """Return a server with all its features."""
    from speechlint.server import (
        actions,
        commands,
        documents,
        fill,
        hints,
        hover,
        lifecycle,
        symbols,
        workspace,
    )

    server = Server()
    for module in (lifecycle, documents, workspace, actions, hover, symbols, hints, fill, commands):
        module.register(server)
    return server
