"""Sentences as speeches have them: what is wrong is reported, what is right is not."""

from pathlib import Path

import pytest

from speechlint import packs
from speechlint.linter import Linter
from speechlint.packs import mark, unmark
from speechlint.sources import document

FOLDER = Path(__file__).parent
FIGURES = Linter([r for r in packs.load_packs(packs.builtin()) if r.id.startswith("figure.")])


def lines(name: str) -> list[tuple[str, str]]:
    every = (FOLDER / name).read_text("utf-8").split("\n")
    found = [line.split("\t") for line in every if line and not line.startswith("#")]
    return [(kind, text.replace("\\n", "\n") + "\n") for kind, text in found]


WRONG, RIGHT, MISSED = lines("wrong.tsv"), lines("right.tsv"), lines("missed.tsv")
KINDS = {
    "sum",
    "structure",
    "share",
    "growth",
    "rate",
    "implied",
    "point",
    "list",
    "enumeration",
    "conflict",
    "hedge",
    "date",
}


@pytest.mark.parametrize(("kind", "marked"), WRONG)
def test_reports_the_wrong_figure_and_nothing_else(kind: str, marked: str) -> None:
    text, _ = unmark(marked)
    found = FIGURES.lint(document(text))
    assert [d.rule for d in found] == [f"figure.{kind}"]
    assert mark(text, [d.span for d in found]) == marked


@pytest.mark.parametrize("marked", [marked for _, marked in MISSED])
def test_knows_what_it_misses(marked: str) -> None:
    """One that is found belongs in wrong.tsv."""
    assert FIGURES.lint(document(unmark(marked)[0])) == []


@pytest.mark.parametrize("text", [text for _, text in RIGHT])
def test_is_silent_about_a_right_sentence(text: str) -> None:
    assert [(d.rule, d.message) for d in FIGURES.lint(document(text))] == []


def test_the_sentences_spread_over_all_relations() -> None:
    assert {kind for kind, _ in WRONG} == {kind for kind, _ in RIGHT} == KINDS
    assert len(WRONG) >= 150
    assert len(RIGHT) >= 150
    assert len(WRONG) / (len(WRONG) + len(MISSED)) >= 0.95
