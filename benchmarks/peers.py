"""Other checkers of Chinese text, from their registries, into a folder of their own.

They do another job than speechlint, most of it spaces between Chinese and Latin characters; what
is compared is how long a text takes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from measuring import BUILD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = BUILD / "peers"
_PYTHON = FOLDER / "python" / ("Scripts" if os.name == "nt" else "bin")
_NODE = FOLDER / "node"
# The rules that say something of Chinese text.
RULES = {
    "@textlint-rule/no-unmatched-pair": "@textlint-rule/textlint-rule-no-unmatched-pair@2",
    "@textlint-rule/no-invalid-control-character": "@textlint-rule/textlint-rule-no-invalid-control-character@3",
    "no-zero-width-spaces": "textlint-rule-no-zero-width-spaces@1",
    "no-kangxi-radicals": "textlint-rule-no-kangxi-radicals@0.2",
    "ja-no-successive-word": "textlint-rule-ja-no-successive-word@2",
    "zh-half-and-full-width-bracket": "textlint-rule-zh-half-and-full-width-bracket@1",
    "max-comma": "textlint-rule-max-comma@4",
    "max-ten": "textlint-rule-max-ten@5",
    "sentence-length": "textlint-rule-sentence-length@5",
}
_LINT_FOR = (
    "import sys, autocorrect_py; "
    "autocorrect_py.lint_for(open(sys.argv[1], encoding='utf-8').read(), 'text')"
)


class Peer(NamedTuple):
    """A checker: its command without the file, its version; or why it is not there."""

    name: str
    command: tuple[str, ...]
    version: str
    missing: str = ""


def python() -> str:
    """Return the interpreter that the peers written for Python have."""
    return str(_PYTHON / "python")


def installed() -> list[Peer]:
    """Return the peers, installed where that can be done."""
    found = [*_from_pypi(), *_from_npm()]
    for peer in found:
        if peer.missing:
            print(f"{peer.name} is not measured: {peer.missing}", file=sys.stderr)
    return found


def _from_pypi() -> Iterator[Peer]:
    failed = ""
    if not (_PYTHON / "limae").exists():
        failed = _run([sys.executable, "-m", "venv", str(FOLDER / "python")]) or _run(
            [python(), "-m", "pip", "install", "--quiet", "autocorrect-py==2.14.0", "limae==0.13.4"]
        )
    yield Peer("autocorrect-py", (python(), "-c", _LINT_FOR), "2.14.0", failed)
    yield Peer("limae", (str(_PYTHON / "limae"),), "0.13.4", failed)


def _from_npm() -> Iterator[Peer]:
    node, npm = shutil.which("node"), shutil.which("npm")
    bins = _NODE / "node_modules" / ".bin"
    failed = "" if node and npm else "node and npm are not installed"
    if npm and not (bins / "textlint").exists():
        _NODE.mkdir(parents=True, exist_ok=True)
        (_NODE / "package.json").write_text("{}")
        packages = ["zhlint@0.8.2", "textlint@15.8.0", *RULES.values()]
        failed = _run([npm, "install", "--no-audit", "--no-fund", *packages], cwd=_NODE)
    config = _NODE / "textlintrc.json"
    if not failed:
        config.write_text(json.dumps({"rules": dict.fromkeys(RULES, True)}))
    yield Peer("zhlint", (str(bins / "zhlint"),), "0.8.2", failed)
    words = (str(bins / "textlint"), "--config", str(config))
    yield Peer("textlint", words, f"15.8.0, {len(RULES)} rules", failed)


def _run(command: list[str], cwd: Path | None = None) -> str:
    """Run a command; return the last line of its complaint, nothing where it went well."""
    done = subprocess.run(command, capture_output=True, check=False, cwd=cwd, text=True)
    if done.returncode == 0:
        return ""
    lines = [line for line in (done.stderr or done.stdout).split("\n") if line.strip()]
    return lines[-1] if lines else f"exit code {done.returncode}"
