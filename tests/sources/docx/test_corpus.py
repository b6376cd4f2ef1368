"""A Word file says of a draft what its text file says."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from speechlint import packs, sources
from speechlint.linter import Linter
from tests.sources.docx.making import docx, paragraph

# Real drafts, which stand beside the repository where there are any.
CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/corpus beside the repository")
def test_the_longest_draft() -> None:
    longest = max(CORPUS.glob("*.txt"), key=lambda path: path.stat().st_size)
    text = sources.read(longest.read_bytes(), longest.name).document.text.rstrip("\n")
    assert "\r" not in text  # a paragraph is a line, and the places are the same
    data = docx("".join(paragraph(escape(line)) for line in text.split("\n")))
    linter = Linter(r for r in packs.load_packs(packs.builtin()) if not r.preview)
    plain, word = (
        [(d.span, d.rule, d.message, d.severity, d.related) for d in linter.lint(document)]
        for document in (sources.document(text), sources.read(data, "draft.docx").document)
    )
    assert len(plain) > 100
    assert word == plain
