"""Runs of the program in pages: what is shown is what it says.

    <!-- RUN speechlint figures 草稿.txt
    今年安排XX个项目。
    -->

becomes the draft and, under the command, its output; `<!-- RUN ONLY …` shows the output alone.
The name of the draft is the last word of the command.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile

from speechlint import cli

_RUN = re.compile(r"(?ms)^<!-- RUN (ONLY )?(speechlint [^\n]*)\n(.*?)\n-->$")


def filled(markdown: str) -> str:
    """Put what the program says in the place of each run of a page."""

    def shown(match: re.Match[str]) -> str:
        only, command, draft = match.groups()
        words = shlex.split(command)[1:]
        blocks = [] if only else [(words[-1], draft)]
        blocks.append((command, output(words, draft)))
        return "\n\n".join(f'```text title="{title}"\n{text}\n```' for title, text in blocks)

    return _RUN.sub(shown, markdown)


def output(words: list[str], draft: str) -> str:
    """Return what a command prints of a draft, which is there under its last word."""
    here = os.getcwd()
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            with open(words[-1], "w", encoding="utf-8", newline="\n") as stream:
                stream.write(draft + "\n")
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                cli.main(words)
        finally:
            os.chdir(here)
    out.seek(0)
    return out.read().strip("\n")
