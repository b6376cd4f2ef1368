"""Numbering that skips, repeats, runs backwards, or is not what was announced."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from planting import Case, Way, renumber
from planting.outlines import INLINE, NESTINGS, Item, Outline, Written, groups, make, write
from planting.phrases import COUNTED, chinese
from speechlint.text import Span

Change = Callable[[list[Item], Random], "list[Item] | None"]


def _gap(items: list[Item], rng: Random) -> list[Item] | None:
    """Take out one that is neither the first nor the last."""
    if len(items) < 3 or items[0].style == "首先":
        return None
    at = rng.randrange(1, len(items) - 1)
    del items[at]
    return [items[at - 1], items[at]]


def _jump(items: list[Item], rng: Random) -> list[Item] | None:
    """Make the numbers of one and of all after it too high."""
    if len(items) < 2 or items[0].style == "首先":
        return None
    at = rng.randrange(1, len(items))
    for item in items[at:]:
        item.number += 1
    return [items[at - 1], items[at]]


def _beheaded(items: list[Item], _: Random) -> list[Item] | None:
    """Take out the first."""
    if len(items) < 3 or items[0].style == "首先":
        return None
    del items[0]
    return items[:1]


def _slip(items: list[Item], rng: Random) -> list[Item] | None:
    """Give one the number of the one before."""
    at = rng.randrange(1, len(items))
    items[at].number = items[at - 1].number
    return items[at - 1 : at + 1]


def _inserted(items: list[Item], rng: Random) -> list[Item] | None:
    """Make the numbers of one and of all after it too low."""
    if items[0].style == "首先":
        return None
    at = rng.randrange(1, len(items))
    for item in items[at:]:
        item.number -= 1
    return items[at - 1 : at + 1]


def _swapped(items: list[Item], rng: Random) -> list[Item] | None:
    at = rng.randrange(len(items) - 1)
    one, other = items[at], items[at + 1]
    one.number, other.number = other.number, one.number
    return [one, other]


def _alone(items: list[Item], _: Random) -> list[Item] | None:
    if items[0].style == "首先":  # what comes first need not have a second
        return None
    del items[1:]
    return items


_OTHER = {
    "一、": ("{}，", "{}.", "{}：", "（{}）、", "{}．"),
    "（一）": ("({})", "（{}）、", "（{}）．", "{}）", "（{})"),
    "(一)": ("（{}）", "({})、"),
    "1.": ("{}、", "{}，", "{}．", "（{}）"),
    "1、": ("{}.", "{}．", "{}）"),
    "1．": ("{}、", "{}."),
    "（1）": ("({})", "（{}）、", "{}）"),
    "(1)": ("（{}）",),
    "第一，": ("第{}、", "{}是", "第{}："),
    "第一、": ("第{}，",),
    "一是": ("第{}，", "{}是，", "{}要"),
    "一要": ("第{}，", "{}是"),
}


def _restyled(items: list[Item], rng: Random) -> list[Item] | None:
    """Write one marker in another form than its siblings."""
    forms = _OTHER.get(items[0].style)
    if forms is None or len(items) < 3:
        return None
    item = items[rng.randrange(1, len(items))]
    digits = item.style in ("1.", "1、", "1．", "（1）", "(1)")
    item.written = rng.choice(forms).format(item.number if digits else chinese(item.number))
    return [item, *items]


def _spaced(items: list[Item], rng: Random) -> list[Item] | None:
    """Put a space behind one marker that its siblings lack."""
    if items[0].style not in ("一、", "（一）", "(一)", "1.", "1、", "（1）") or items[0].inline:
        return None
    item = rng.choice(items)
    item.written = item.marker + " "
    return [item]


def _glued(items: list[Item], rng: Random) -> list[Item] | None:
    """Let one go on in the paragraph of its elder."""
    if items[0].inline or len(items) < 3:
        return None
    item = items[rng.randrange(1, len(items))]
    if item.below and not item.below[0].inline:  # a heading is not run in: it stands alone
        return None
    item.glued = True
    return [item]


def _case(outline: Outline, change: Change, rng: Random, *, inline: bool) -> Case | None:
    right = write(outline).text
    candidates = [g for g in groups(outline.items) if g[0].inline == inline]
    if not inline:  # the deepest level that has lines of its own
        deepest = [g for g in candidates if not any(b for i in g for b in i.below if not b.inline)]
        candidates = deepest if rng.random() < 0.7 else candidates
    if not candidates:
        return None
    touched = change(rng.choice(candidates), rng)
    if touched is None:
        return None
    written = write(outline)
    return Case(right, written.text, _spans(written, touched))


def _spans(written: Written, items: list[Item]) -> tuple[Span, ...]:
    return tuple(written.places[id(item)] for item in items)


def _way(kind: str, name: str, change: Change, nesting: tuple[str, ...], inline: str = "") -> Way:
    def plant(_: str, rng: Random) -> Case | None:
        return _case(make(rng, nesting, inline), change, rng, inline=bool(inline))

    # Brackets of another width are a matter of punctuation too.
    also = frozenset({"punct"} if kind == "style" else ())
    return Way(f"numbering.{kind}", name, plant, also)


_CHANGES: tuple[tuple[str, str, Change], ...] = (
    ("gap", "taken out", _gap),
    ("gap", "too high", _jump),
    ("gap", "beheaded", _beheaded),
    ("duplicate", "slip", _slip),
    ("duplicate", "too low", _inserted),
    ("order", "swapped", _swapped),
    ("lone", "alone", _alone),
    ("style", "restyled", _restyled),
    ("style", "spaced", _spaced),
    ("style", "glued", _glued),
)

_ANNOUNCED = (
    ("重点抓好以下{n}项{thing}：", 1),
    ("要做好{n}方面的{thing}：", 1),
    ("具体来说，要落实{n}条{thing}：", 1),
    ("关键是建立{n}项机制：", 1),
    ("当前要把握好{n}个环节：", 1),
    ("主要表现在{n}个方面：", 1),
    ("下面，我讲{n}点意见。", 0),
    ("下面，我强调{n}点。", 0),
    ("我就下一步工作提{n}点要求：", 0),
    ("借此机会，我讲{n}个问题。", 0),
    ("下面，我讲{n}个方面的意见。", 0),
    ("在此，我提{n}条意见。", 0),
)


def _count(announced: str, inner: int, style: str, off: int) -> Way:
    """Announce more or fewer than follow, of the chapters or of a list in a paragraph."""

    def plant(_: str, rng: Random) -> Case | None:
        outline = make(rng, ("一、", "（一）") if inner else ("一、",), style if inner else "")
        lists = [i for g in groups(outline.items) for i in g if any(b.inline for b in i.below)]
        if inner and not lists:
            return None
        item = rng.choice(lists) if inner else None
        length = len(item.below) if item else len(outline.items)
        thing = rng.choice(COUNTED)
        texts = []
        for n in (length, length + off):
            said = announced.format(n=chinese(n) if n != 2 else "两", thing=thing)
            if item:
                item.rest = said
                written = write(outline)
                at = written.text.index(said)
                markers = _spans(written, item.below)
            else:
                opening = outline.opening.replace("下面，我讲几点意见。", said)
                written = write(outline._replace(opening=opening))
                at = written.text.index(said)
                markers = _spans(written, outline.items)
            texts.append((written.text, (Span(at, at + len(said)), *markers)))
        return Case(texts[0][0], *texts[1])

    return Way(
        "numbering.count", f"{announced} {style} {off:+}", plant, frozenset({"figure.enumeration"})
    )


WAYS = (
    *(
        _way(kind, f"{name} {' '.join(nesting)}", change, nesting)
        for kind, name, change in _CHANGES
        for nesting in NESTINGS
    ),
    *(
        _way(kind, f"{name} inline {style}", change, ("一、",), style)
        for kind, name, change in _CHANGES
        for style in INLINE
        if name not in ("glued", "spaced")
    ),
    *(
        _count(announced, inner, style, off)
        for announced, inner in _ANNOUNCED
        for style in (INLINE[:3] if inner else ("一、",))
        for off in (-1, 1)
    ),
    *renumber.WAYS,
)
