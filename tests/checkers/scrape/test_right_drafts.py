"""Drafts of many layouts, made up for this test, in which nothing was scraped.

Lines without a final stop, unmarked headings, names, poems, quotations, tables, slogans.
"""

from pathlib import Path

import pytest

from speechlint.linter import Linter
from speechlint.packs import builtin, load_packs
from speechlint.sources import document

DRAFTS = sorted((Path(__file__).parent / "right").glob("*.txt"))
RULES = [rule for rule in load_packs(builtin()) if rule.family == "scrape"]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_is_left_in_peace(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [(d.rule, d.span) for d in Linter(RULES).lint(document(text))] == []


def test_there_are_drafts() -> None:
    assert len(DRAFTS) > 8
