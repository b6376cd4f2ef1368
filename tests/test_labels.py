"""Recall and precision on labelled drafts may only rise, alarms on published reports only fall.

tests/labels.json is the ratchet; `pytest --update` rewrites it. The drafts stand beside the
repository, in ../shared; without them there is nothing to measure. Scores are those of
../shared/eval/score.py. Families that are not in `FINISHED` are written down, not compared.
"""

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from speechlint import packs, sources
from speechlint.diagnostic import Diagnostic, Severity
from speechlint.linter import Linter

SHARED = Path(__file__).parent.parent.parent / "shared"
RATCHET = Path(__file__).parent / "labels.json"
FAMILIES = ("placeholder", "numbering", "scrape", "figure", "text", "punct", "word")
FINISHED = ("placeholder", "numbering", "scrape", "text", "punct")


@cache
def _linter() -> Linter:
    return Linter(r for r in packs.load_packs(packs.builtin()) if not r.preview)


@cache
def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _lint(path: Path) -> tuple[Diagnostic, ...]:
    return tuple(_linter().lint(sources.document(_score().decode(path), path.name)))


def _reports(_: str, files: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """Stand in for the command that score.py runs."""
    return {
        path.name: [
            {"rule": d.rule, "kind": d.kind, "message": d.message, "span": d.span._asdict()}
            for d in _lint(path)
        ]
        for path in files
    }


def measure(
    family: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, float | None]:
    """Return recall and precision of a family, and its alarms per 10,000 characters by severity."""
    score = _score()
    monkeypatch.setattr(score, "run", _reports)
    monkeypatch.setattr(sys, "argv", ["score.py", "--only", family, "--json"])
    score.main()
    totals = json.loads(capsys.readouterr().out)
    return {"recall": totals["recall"], "precision": totals["precision"], **_alarms(family)}


def _alarms(family: str) -> dict[str, float]:
    paths = sorted((SHARED / "corpus" / "clean").rglob("*.txt"))
    characters = sum(len(_score().decode(path)) for path in paths)
    counts = Counter(
        d.severity for path in paths for d in _lint(path) if d.kind.partition(".")[0] == family
    )
    return {s.value: round(counts[s] / characters * 1e4, 3) for s in Severity}


@pytest.mark.skipif(
    not (SHARED / "corpus" / "gold").is_dir(),
    reason=f"no labelled drafts: {SHARED / 'corpus'} is not beside the repository",
)
@pytest.mark.parametrize("family", FAMILIES)
def test_gets_no_worse(
    family: str,
    update: bool,  # noqa: FBT001 (a fixture)
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    measured = measure(family, monkeypatch, capsys)
    ratchet = json.loads(RATCHET.read_text(encoding="utf-8")) if RATCHET.exists() else {}
    if update:
        ratchet[family] = measured
        ordered = {name: ratchet[name] for name in FAMILIES if name in ratchet}
        RATCHET.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
    if family in FINISHED:
        assert worse(measured, ratchet[family]) == []


def worse(now: Mapping[str, float | None], before: Mapping[str, float | None]) -> list[str]:
    """Return what got worse, in words."""
    up = ("recall", "precision")
    return [
        f"{name}: {old}, now {now[name]}"
        for name, old in before.items()
        if old is not None and ((now[name] or 0) < old if name in up else (now[name] or 0) > old)
    ]


def test_a_ratchet_knows_better_from_worse() -> None:
    before = {"recall": 0.9, "precision": 0.9, "error": 0.1}
    assert worse({"recall": 1.0, "precision": 0.9, "error": 0.0}, before) == []
    assert worse({"recall": 0.8, "precision": None, "error": 0.2}, before) == [
        "recall: 0.9, now 0.8",
        "precision: 0.9, now None",
        "error: 0.1, now 0.2",
    ]
