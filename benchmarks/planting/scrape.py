"""What a web page leaves in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planting import Case, Planter, Way, line, pick, replace, sentences, table, ways
from planting.outlines import NESTINGS, make, write
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_T = table("scrape")
_INSIDE = r"(?<=[^\n。！？；：]{6})(?=[一-鿿][^\n]{12})"
_IN_WORDS = r"(?<=[一-鿿]{6})(?=[一-鿿]{6})"
_ENGLISH = ("要⟦do our best⟧，把工作做好。", "这是⟦very important⟧的一环。")


def _site(form: str, where: str) -> Planter:
    def plant(text: str, rng: Random) -> Case | None:
        filled = form.format(
            s=rng.choice(_T["sites"]),
            p=rng.choice(_T["people"]),
            n=rng.randint(12, 980),
            d=f"20{rng.randint(10, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        )
        return line((filled,), where)(text, rng)

    return plant


def _between(inserted: str, where: str = _INSIDE) -> Planter:
    """Put something between two characters in the middle of a longer sentence."""

    def plant(text: str, rng: Random) -> Case | None:
        match = pick(where, text, rng)
        return replace(text, *match.span(), inserted) if match else None

    return plant


def _counter(form: str) -> Planter:
    """Put a page's number into the middle of a sentence."""

    def plant(text: str, rng: Random) -> Case | None:
        return _between(form.format(n=rng.randint(2, 19)))(text, rng)

    return plant


def _counters(text: str, rng: Random) -> Case | None:
    """Put a row of rising numbers into the text, as one family of sites does."""
    places = [m.start() for m in re.finditer(_INSIDE, text)]
    chosen = {next((p for p in places if p >= n * len(text) // 5), 0) for n in range(1, 5)}
    if 0 in chosen or len(chosen) < 4:
        return None
    wrong, last = "", 0
    spans = []
    for number, at in enumerate(sorted(chosen), 2):
        wrong += text[last:at]
        spans.append(Span(len(wrong), len(wrong) + 3))
        wrong += f"\n{number}、"
        last = at
    return Case(text, wrong + text[last:], (rng.choice(spans),), tuple(spans))


def _radical(text: str, rng: Random) -> Case | None:
    match = pick("[" + "".join(_T["radicals"]) + "]", text, rng)
    return replace(text, *match.span(), _T["radicals"][match[0]]) if match else None


def _lost(mark: str) -> Planter:
    return _between(mark, "(?<=[一-鿿])，(?=[一-鿿])")


def _speech(rng: Random) -> str:
    return write(make(rng, rng.choice(NESTINGS))).text


def _collection(forms: Sequence[str], which: int) -> Planter:
    """Bind a speech with a second one."""

    def plant(_: str, rng: Random) -> Case | None:
        speech = _speech(rng)
        title = f"推进会讲话{rng.choice(('稿', '材料', ''))}"
        heads = [f.format(t=title, n=rng.randint(2, 12)) for f in forms]
        wrong = f"{heads[0]}\n{heads[1]}\n{speech}{heads[2]}\n{_speech(rng)}"
        starts = (0, len(heads[0]) + 1, len(heads[0]) + len(heads[1]) + len(speech) + 2)
        spans = [Span(at, at + len(head)) for at, head in zip(starts, heads, strict=True)]
        return Case(speech, wrong, (spans[which],), tuple(spans))

    return plant


def _teaser(ending: str, length: int, glue: str = "") -> Planter:
    """Put the first words of a speech before it once more."""

    def plant(_: str, rng: Random) -> Case | None:
        speech = _speech(rng)
        head = glue.join(speech.split()[:4])[:length]
        return Case(speech, f"{head}{ending}\n{speech}", (Span(0, len(head)),))

    return plant


def _flatten(joint: str, kept: int = 0) -> Planter:
    """Run a speech together into one line, all but its first lines."""

    def plant(_: str, rng: Random) -> Case | None:
        speech = _speech(rng)
        lines = speech.split()
        head = "".join(f"{x}\n" for x in lines[:kept])
        flat = joint.join(lines[kept:])
        return Case(speech, head + flat, (Span(len(head), len(head) + len(flat)),))

    return plant


def _boilerplate() -> tuple[Way, ...]:
    middle = [*_T["middle"], *_T["tail"][4:24]]
    places = (("head", _T["head"]), ("tail", _T["tail"]), ("middle", middle))
    return ways(
        "scrape.boilerplate",
        [(f"{where} {form}", _site(form, where)) for where, forms in places for form in forms],
    )


def _broken() -> tuple[Way, ...]:
    markup = [(f"inside {m}", _between(m)) for m in _T["markup"]]
    markup += [(f"line {m}", line((m,), "middle")) for m in _T["markup_lines"]]
    garbled = [(f"comma {m!r}", _lost(m)) for m in _T["commas"]]
    garbled += [(f"inside {m!r}", _between(m)) for m in _T["garbled"]]
    wrap = [(f"anywhere {b!r}", _between(b)) for b in _T["breaks"]]
    wrap += [(f"in words {b!r}", _between(b, _IN_WORDS)) for b in _T["breaks"]]
    foreign = [
        (f.format(w), _between(f.format(w), _IN_WORDS))
        for w in _T["english"]
        for f in (" {} ", "{}")
    ]
    return (
        *ways("scrape.markup", markup),
        *ways("scrape.marker", [(repr(c), _counter(c)) for c in _T["counters"]]),
        *ways("scrape.marker", [("a row of them", _counters)]),
        *ways("scrape.garbled", [*garbled, ("radical", _radical)]),
        *ways("scrape.wrap", wrap),
        *ways("scrape.foreign", [*foreign, ("phrase", sentences(_ENGLISH))]),
    )


def _whole() -> tuple[Way, ...]:
    collection = [
        (forms[which], _collection(forms, which))
        for forms in _T["collections"]
        for which in range(3)
    ]
    teaser = [(f"{n}{e}", _teaser(e, n)) for e in _T["endings"] for n in (60, 90, 120)]
    teaser += [(f"spaced {e}", _teaser(e, 90, " ")) for e in _T["endings"]]
    flatten = [(f"{j!r} after {n}", _flatten(j, n)) for j in _T["joints"] for n in (0, 1, 2)]
    return (
        *ways("scrape.collection", collection, "scrape"),
        *ways("scrape.teaser", teaser),
        *ways("scrape.flatten", flatten),
    )


WAYS = (*_boilerplate(), *_broken(), *_whole())
