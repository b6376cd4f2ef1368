"""Run a command that is killed, or finds the disk full, at one step of its writing.

    python tests/trust/faults.py STEP speechlint's words …

Every open for writing, change of mode or owner, rename and removal below the current folder is a step; before
step number STEP (counted from 0) the process is killed as by `kill -9`. With a STEP that never comes
the command runs through, and `steps=N` on standard error says how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

_MUTATIONS = (
    "os.rename",
    "os.remove",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "os.link",
    "os.symlink",
)
_WRITING = os.O_WRONLY | os.O_RDWR


def main() -> int:
    step, words = int(sys.argv[1]), sys.argv[2:]
    from speechlint import cli

    home = os.path.realpath(os.getcwd())
    count = 0

    def watch(event: str, details: tuple[Any, ...]) -> None:
        nonlocal count
        if event == "open":
            path, _, flags = details
            if not isinstance(flags, int) or not flags & _WRITING:
                return
        elif event in _MUTATIONS:
            path = details[0]
        else:
            return
        if isinstance(path, str) and os.path.realpath(path).startswith(home):
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

    sys.addaudithook(watch)
    code = cli.main(words)
    sys.stdout.flush()
    print(f"steps={count}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
