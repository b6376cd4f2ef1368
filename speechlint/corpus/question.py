"""What was asked: by it a run knows whether what an output folder holds is its own."""

from __future__ import annotations

import json
import os
from hashlib import sha256

from speechlint import __version__, packs
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from speechlint.api import Checking
    from speechlint.corpus.drafts import Input
    from speechlint.running import Overrides


class Settings(NamedTuple):
    """How drafts are checked. `timeout` is the seconds that one may take."""

    overrides: Overrides
    level: str = "info"
    timeout: float = 300


def question(input_: Input, settings: Settings, form: str) -> dict[str, Any]:
    """Return what a run is asked for, as JSON: the same words give the same tables."""
    asked = settings.overrides
    return {
        "version": 1,
        "tool": {"name": "speechlint", "version": __version__, "program": program()},
        "input": os.path.realpath(input_.path),
        "text-field": input_.text,
        "id-field": input_.id,
        "format": form,
        "severity": settings.level,
        "select": list(asked.select),
        "ignore": list(asked.ignore),
        "preset": asked.preset,
        "preview": asked.preview,
        "config": asked.config and os.path.realpath(asked.config),
    }


def program() -> str:
    """Return what tells this program from one that may find something else: a hash of its code."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    digest = sha256()
    for root in (here, packs.builtin()):
        for path in _sources(root):
            with open(path, "rb") as stream:
                digest.update(stream.read())
    return digest.hexdigest()


def _sources(root: str) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in sorted(files):
            written = name.startswith("_") and not name.startswith("__")  # by the build
            if name.endswith((".py", ".toml", ".tsv", ".txt")) and not written:
                yield os.path.join(folder, name)


def rules(checking: Checking, path: str) -> tuple[str, str]:
    """Return the configuration that holds for a file, and what tells its rules from others.

    That is a hash of all that bears on what is found: rules, their options (an office's words,
    people and figures among them), and what is not to be reported. Raise ConfigError.
    """
    config = checking.config_for(path)
    said = config._replace(root="", layers=())._asdict()
    held, chosen = (
        [rule._replace(options=packs.options_of(rule))._asdict() for rule in rules]
        for rules in (checking.rules(config), checking.linter_for(path).rules)
    )
    whole = json.dumps([said, held, chosen], sort_keys=True, default=_plain)
    digest = sha256(whole.encode("utf-8", "surrogatepass"))
    baseline = checking.baseline_of(path)
    if os.path.isfile(baseline):
        with open(baseline, "rb") as stream:
            digest.update(stream.read())
    return config.file, digest.hexdigest()


def _plain(value: Any) -> Any:
    """Return what JSON has no word for: sets, in order, and tables that the build wrote."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return dict(value) if hasattr(value, "keys") else repr(value)
