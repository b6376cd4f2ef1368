"""The language server: which features there are, and what answers them.

Only this package knows LSP. Each module registers what it answers; `session` says when a
draft is checked, and `convert` alone counts in the client's columns.
"""

from __future__ import annotations

import gc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.server.server import Server


def serve() -> None:
    """Speak LSP over standard input and output until the client ends it."""
    from speechlint.server import quiet

    quiet.log_to_stderr()
    server = create()
    gc.freeze()  # what was imported stays: no use in looking at it again
    gc.set_threshold(10_000)  # what the event loop leaves behind must not pile up either
    server.start_io(stdout=quiet.reserved_stdout())


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
        pages,
        symbols,
    )
    from speechlint.server.server import Server

    server = Server()
    for module in (lifecycle, documents, actions, hover, symbols, hints, fill, commands, pages):
        module.register(server)
    return server
