"""How long drafts are as JSON, version 1; spans and positions as in the JSON report."""

from __future__ import annotations

from speechlint.reporters.json import place, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from speechlint.counts import Count, Counts
    from speechlint.failing import Failure


def render(counted: Iterable[Counts], errors: Iterable[Failure], pace: int) -> str:
    """Return all counts as JSON with a final newline."""
    return whole([_file(counts, pace) for counts in counted], errors, pace=pace)


def _file(counts: Counts, pace: int) -> dict[str, Any]:
    lines = counts.lines
    return {
        "path": counts.path,
        "unit": counts.unit,
        **_numbers(counts.whole, pace),
        "sections": [
            {
                "title": part.title,
                "level": part.level,
                **place(part.span, lines),
                **_numbers(part, pace),
            }
            for part in counts.parts
        ],
        "breath": {"syllables": counts.limit, "seconds": round(counts.limit * 60 / pace)},
        "long": [
            {
                **place(long.span, lines),
                "syllables": long.syllables,
                "seconds": round(long.syllables * 60 / pace),
                "text": counts.text[long.span.start : long.span.end],
            }
            for long in counts.long
        ],
        "blank_places": [place(blank, lines) for blank in counts.blanks],
    }


def _numbers(part: Count, pace: int) -> dict[str, int]:
    return {
        "characters": part.characters,
        "syllables": part.syllables,
        "sentences": part.sentences,
        "paragraphs": part.paragraphs,
        "seconds": part.seconds(pace),
        "blanks": part.blanks,
    }
