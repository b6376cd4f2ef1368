"""The language server: which features there are, and what answers them.

Only this package knows LSP. Each module registers what it answers; `session` says when a
draft is checked, and `convert` alone counts in the client's columns.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from speechlint.server.server import Server


def serve() -> None:
    """Speak LSP over standard input and output until the client ends it; then end the process."""
    from speechlint.server import framing, quiet

    quiet.log_to_stderr()
    server = create()
    gc.freeze()  # what was imported stays: no use in looking at it again
    gc.set_threshold(10_000)  # what the event loop leaves behind must not pile up either
    stdin = cast("BinaryIO", framing.Input(sys.stdin.buffer))  # pygls reads no more of it
    server.start_io(stdin, quiet.reserved_stdout())
    sys.stderr.flush()
    os._exit(0)  # nobody waits any more for what is still being checked


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
