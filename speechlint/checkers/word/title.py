"""Flag a title that somebody of the roster does not hold."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.people import People, people
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.titles import GOES_ON, agree, clash, elsewhere, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint import titles
    from speechlint.document import Paragraph

# Before a surname: 请王市长, ，王市长; otherwise it may be the end of another word.
_OPENS = "请和与向听、，。；：“（ \u3000"


class Title(WithOptions):
    """Flag a title beside a name (李国强市长) or surname (李市长) that the roster speaks against.

    `people` are names and their titles, with 、 between; `places` the names of our own place.
    Another office may be missing from the roster; so a title is wrong only where somebody
    else holds it, or where nobody can hold it beside the one that is known.
    """

    people: Mapping[str, str] = {}
    places: tuple[str, ...] = ()

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text, known = paragraph.text, people(self.people)
        named = known.named(text)
        starts = {n.span.start: n.name for n in named}
        ends = {n.span.end: n.name for n in named}
        for title in find(text) if self.people else ():
            if name := starts.get(title.span.end, ""):
                if not elsewhere(title, self.places):
                    yield from _beside(name, title, text, known)
            elif text.startswith(GOES_ON, title.span.end):
                continue
            elif name := ends.get(title.span.start, ""):
                yield from _beside(name, title._replace(organ=""), text, known)
            else:
                yield from _surname(title, text, known)


def _beside(name: str, title: titles.Title, text: str, known: People) -> Iterator[Finding]:
    own = known.titles[name]
    if not own or any(agree(title, t) for t in own):
        return
    others = [n for n in known.holders(title) if n != name]
    if others or any(clash(title, t) for t in own):
        word = text[title.span.start : title.span.end]
        held = "、".join(t.organ + ("副" if t.deputy else "") + t.core for t in own)
        advice = f"名单里{name}的职务是“{held}”，这里写作“{word}”"
        yield Finding(title.span, {"match": word, "name": name, "advice": advice})


def _surname(title: titles.Title, text: str, known: People) -> Iterator[Finding]:
    at = title.span.start - 1
    if at < 0 or (at > 0 and text[at - 1] not in _OPENS):
        return
    same = [n for n in known.titles if n.startswith(text[at])]
    bare = title._replace(organ="")
    held = [t for n in same for t in known.titles[n]]
    # A deputy is spoken to as if he were the head.
    polite = not title.deputy and any(t.core == title.core for t in held)
    others = known.holders(bare)
    if same and others and not polite and not any(agree(bare, t) for t in held):
        word = text[at : title.span.end]
        office = text[title.span.start : title.span.end]
        advice = f"名单里的“{office}”是{'、'.join(others[:3])}，这里称“{word}”"
        values = {"match": word, "name": same[0], "advice": advice}
        span = title.span._replace(start=at)
        yield Finding(span, values, severity=Severity.WARNING)
