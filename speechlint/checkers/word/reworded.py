"""Flag a speech that a machine reworded throughout."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.views.blanks import in_paragraph
from speechlint.views.spun.trace import traces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.views.spun.trace import Trace

_CLAUSE = later(r"[^，。；：！？、,;:!?\s]{4,30}")
_LEADING = 5  # paragraphs among which the title is, or the first words


class Reworded(WithOptions):
    """Flag title or first words; `related` are the words put, each where it first stands."""

    shown: int = 30

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        found = speech.view(traces)
        if found and (span := _head(speech)):
            most = sorted(found, key=lambda t: -len(t.spans))
            named = "、".join(f"“{t.original}”换成“{t.word}”" for t in most[:3])
            values = {"count": str(len(found)), "words": named}
            shown = sorted(most[: self.shown], key=lambda t: t.spans[0])
            yield Finding(span, values, related=tuple(map(_related, shown)))


def _head(speech: Speech) -> Span | None:
    """Return the first clause without a blank: whoever fills those does not read this."""
    for paragraph in speech.paragraphs[:_LEADING]:
        clause = _CLAUSE.search(paragraph.text)
        if clause and not paragraph.view(in_paragraph):
            return paragraph.locate(Span(*clause.span()))
    return None


def _related(trace: Trace) -> Related:
    times = f"共 {len(trace.spans)} 处，" if len(trace.spans) > 1 else ""
    return Related(trace.spans[0], f"“{trace.word}”{times}疑为“{trace.original}”")
