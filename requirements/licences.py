"""Write THIRD_PARTY.md: what speechlint comes with or needs, and under which licence.

    python requirements/licences.py [--check]

Python packages are those of runtime.txt, their licence as their metadata has it; what the extension and the
offline page hold of npm is named here, its licence taken from the lock files.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "THIRD_PARTY.md"
# Metadata in old words, and what they mean.
_SPDX = {
    "MIT License": "MIT", "Apache Software License": "Apache-2.0", "Apache License, Version 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0", "Apache 2.0": "Apache-2.0",
}  # fmt: skip
# Installed by Python 3.10 only; the same words whichever writes the file.
_OLD = {"exceptiongroup": "MIT"}
# What reaches the user of npm: in the extension, and in the page.
_NPM = {
    "editors/vscode": ("vscode-languageclient", "vscode-languageserver-protocol", "vscode-languageserver-types", "vscode-jsonrpc", "minimatch", "semver"),
    "editors/page": ("pyodide", "@codemirror/commands", "@codemirror/search", "@codemirror/state", "@codemirror/view", "@codemirror/language", "@lezer/common", "@lezer/highlight", "@lezer/lr", "@marijn/find-cluster-break", "crelt", "style-mod", "w3c-keyname"),
}  # fmt: skip
_WHERE = {"editors/vscode": "the VS Code extension", "editors/page": "the offline page"}


def locked() -> dict[str, str]:
    """Return the versions of runtime.txt by name."""
    text = (ROOT / "requirements" / "runtime.txt").read_text("utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE))


def licence(name: str) -> str:
    """Return an installed package's licence, as SPDX names it; "" where it is not installed."""
    if name in _OLD:
        return _OLD[name]
    try:
        about: Any = distribution(name).metadata
    except PackageNotFoundError:
        return ""
    if stated := about.get("License-Expression"):
        return str(stated)
    kinds = [
        c.rpartition(" :: ")[2]
        for c in about.get_all("Classifier") or ()
        if c.startswith("License ::")
    ]
    stated = next((k for k in kinds if k != "OSI Approved"), about.get("License") or "")
    return _SPDX.get(stated, stated.split("\n")[0])


def npm() -> list[tuple[str, str, str, str]]:
    rows = []
    for folder, names in _NPM.items():
        packages = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
        for name in names:
            if found := packages.get(f"node_modules/{name}"):
                rows.append((name, found["version"], found.get("license", ""), _WHERE[folder]))
    return rows


def render() -> str:
    python = [(name, version, licence(name)) for name, version in sorted(locked().items())]
    lines = [
        "# What speechlint needs, and its licences", "",
        "Written by `python requirements/licences.py`. speechlint itself is MIT (`LICENSE`).", "",
        "## Python", "",
        "Installed beside speechlint; in the VS Code extension and the offline page those of them that run everywhere are",
        "inside. jieba's dictionary lies in speechlint in a shorter form.", "",
        "| package | version | licence |", "|---|---|---|",
        *(f"| {name} | {version} | {kind} |" for name, version, kind in python), "",
        "## npm", "", "| package | version | licence | in |", "|---|---|---|---|",
        *(f"| {name} | {version} | {kind} | {where} |" for name, version, kind, where in npm()), "",
        "Pyodide holds CPython (PSF-2.0) and what that is built with; its own page of licences comes with it. Fonts, pictures and",
        "drafts in this project are its own.", "",
    ]  # fmt: skip
    return "\n".join(lines)


def main() -> int:
    text = render()
    if "--check" in sys.argv[1:]:
        return int(FILE.read_text("utf-8") != text)
    FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
