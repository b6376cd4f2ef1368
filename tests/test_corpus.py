"""Whole drafts and their reports, word for word. `pytest --update` rewrites; review the difference."""

from pathlib import Path

import pytest

from speechlint.api import Checking
from speechlint.config import Config
from speechlint.reporters import Report, text

FOLDER = Path(__file__).parent / "corpus"
DRAFTS = sorted(p for p in FOLDER.iterdir() if p.suffix in (".txt", ".md"))


def report(path: Path) -> str:
    report = Report()
    report.files.append(Checking(Config()).check(path.read_bytes(), path.name))
    return "".join(f"{line}\n" for line in text.render(report, text.Style()))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_report(draft: Path, update: bool) -> None:  # noqa: FBT001 (a fixture)
    wanted = draft.with_suffix(".out")
    if update:
        wanted.write_text(report(draft), encoding="utf-8")
    assert report(draft) == wanted.read_text(encoding="utf-8")


def test_every_report_has_its_draft() -> None:
    assert {p.stem for p in FOLDER.glob("*.out")} == {p.stem for p in DRAFTS}
