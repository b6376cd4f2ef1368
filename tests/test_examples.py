"""What examples/README.md says of the examples holds."""

from pathlib import Path

import pytest

from speechlint.api import Checking
from speechlint.config import Config

EXAMPLES = Path(__file__).parent.parent / "examples"


def kinds(name: str) -> set[str]:
    return {d.kind for d in Checking(Config()).lint_file(EXAMPLES / name)}


def test_a_clean_speech_is_left_in_peace() -> None:
    assert Checking(Config()).lint_file(EXAMPLES / "clean.txt") == []


def test_a_scraped_draft_has_defects_of_every_family() -> None:
    found = kinds("draft.txt")

    assert {kind.partition(".")[0] for kind in found} == {
        "placeholder",
        "numbering",
        "figure",
        "scrape",
        "text",
        "punct",
        "word",
    }
    assert {
        *(f"placeholder.{kind}" for kind in ["mask", "year", "vanished", "isolated", "template"]),
        *(f"numbering.{kind}" for kind in ["gap", "duplicate", "order", "count", "style", "lone"]),
        *(f"figure.{kind}" for kind in ["sum", "share", "growth", "rate", "point", "list"]),
        *(f"scrape.{kind}" for kind in ["boilerplate", "markup", "marker", "garbled", "wrap"]),
        *(f"scrape.{kind}" for kind in ["collection", "teaser", "foreign", "flatten"]),
        "text.repeat",
        "punct.pair",
        "punct.width",
        "word.typo",
    } <= found


def test_markdown_is_read_as_markdown() -> None:
    assert kinds("draft.md") == {
        "figure.sum",
        "numbering.gap",
        "placeholder.mask",
        "placeholder.template",
        "placeholder.year",
        "word.typo",
    }


@pytest.mark.parametrize("name", ["draft.txt", "clean.txt"])
def test_examples_have_the_size_of_a_draft(name: str) -> None:
    assert 6_000 < len((EXAMPLES / name).read_bytes()) < 12_000
