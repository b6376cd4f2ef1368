"""Run speechlint and write down what it opens, connects to and starts.

    python tests/trust/watched.py LOG speechlint's words …

Every line of LOG is an event of Python's audit hooks and its details, as JSON. Events of the network,
of other programs, of files; see docs.python.org/3/library/audit_events.html.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

_WATCHED = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "ctypes.dlopen", "open", "os.rename", "os.remove",
    "os.mkdir", "os.chmod", "exec_module",
)  # fmt: skip


def main() -> int:
    log, words = sys.argv[1], sys.argv[2:]
    stream = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def watch(event: str, details: tuple[Any, ...]) -> None:
        if event.startswith(_WATCHED):
            shown = [d if isinstance(d, (str, int, type(None))) else str(d) for d in details]
            os.write(stream, (json.dumps([event, shown]) + "\n").encode())

    sys.path[:] = [path for path in sys.path if path != os.path.dirname(os.path.abspath(__file__))]
    sys.addaudithook(watch)
    from speechlint import cli

    code = cli.main(words)
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
