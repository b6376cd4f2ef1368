"""How long drafts are as JSON, version 1; spans and positions as in the JSON report."""

from __future__ import annotations

import json

from speechlint import __version__
from speechlint.reporters.json import position, span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from speechlint.counts import Count, Counts
    from speechlint.running import Failure
    from speechlint.text import LineIndex, Span


def render(counted: Iterable[Counts], errors: Iterable[Failure], pace: int) -> str:
    """Return all counts as JSON with a final newline."""
    made = {
        "version": 1,
        "tool": {"name": "speechlint", "version": __version__},
        "pace": pace,
        "files": [_file(counts, pace) for counts in counted],
        "errors": [{"path": e.path, "message": e.message} for e in errors],
    }
    # A lone surrogate has no place in UTF-8.
    whole = json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return whole.decode("utf-8") + "\n"


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
                **_placed(part.span, lines),
                **_numbers(part, pace),
            }
            for part in counts.parts
        ],
        "breath": {"syllables": counts.limit, "seconds": round(counts.limit * 60 / pace)},
        "long": [
            {
                **_placed(long.span, lines),
                "syllables": long.syllables,
                "seconds": round(long.syllables * 60 / pace),
                "text": counts.text[long.span.start : long.span.end],
            }
            for long in counts.long
        ],
        "blank_places": [_placed(blank, lines) for blank in counts.blanks],
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


def _placed(where: Span, lines: LineIndex) -> dict[str, Any]:
    return {
        "span": span(where),
        "start": position(where.start, lines),
        "end": position(where.end, lines),
    }
