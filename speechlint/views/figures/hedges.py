"""Rough words around a figure, and what they let it be: 近10亿元, 超过三成, 120余户, 三分之二强."""

from __future__ import annotations

from speechlint.later import later
from speechlint.text import Span
from speechlint.views.figures.interval import exactly

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations import Relation

BEFORE = later("(?:大?约|[接将]?近|超过?|逾|突破|不足|不到|不?[高低少]于|至少) ?$")
_AFTER = later(" ?(?P<word>左右|上下|以[上下]|之多|[多余]|[强弱](?![一-龥]))")
_AFTER_BEGINS = frozenset(" 左上以之多余强弱")
_NEARLY = ("近", "将近", "弱")
_LESS = ("不足", "不到", "低于")
_MORE = ("超", "超过", "逾", "高于", "强")
_LEAST = ("突破", "以上", "不低于", "不少于", "至少")
_MOST = ("以下", "以内", "不超过", "不高于")
_ODD = ("余", "多")
_ABOUT = ("约", "大约", "左右", "上下")


def contradicts(hedge: str, value: Interval, said: Interval, step: Interval) -> tuple[bool, bool]:
    """Say whether a value cannot be called so, and whether some would call it so all the same.

    近10 is between 9 and 10, 超10 over it, 10以上 not under it; 120余 is under 130; 约10 is within 15 %.
    """
    at_least = not value.below(said) and (value.low * said.over >= said.high * value.over)
    far = value.below(said.scaled(9, 10))
    if hedge in _NEARLY:
        return at_least or far, far
    if hedge == "接近":
        return at_least or far, True
    if hedge in _LESS:
        return at_least, False
    at_most = value.high * said.over <= said.low * value.over
    if hedge in _MORE:
        return at_most, False
    if hedge in _LEAST:
        return value.below(said), False
    if hedge in _ODD:
        return at_most or said.plus(step).below(value), False
    if hedge in (*_ABOUT, "分之"):  # a fraction is a rough word by itself
        return value.below(said.scaled(85, 100)) or said.scaled(115, 100).below(value), True
    if hedge in _MOST:
        return said.below(value), False
    return False, False


def next_digit(quantity: Quantity) -> Interval:
    """Return how far “余” reaches: 120余 to 130, 1.2万余 to 1.3万, 300余 to 400."""
    size, number = 1, quantity.digits
    while number and number % 10 == 0 and number >= 10:
        size, number = size * 10, number // 10
    up, over = quantity.factor
    return exactly(size * quantity.scale * up, 10**quantity.places * over)


def reach(quantity: Quantity) -> tuple[Interval | None, Interval | None]:
    """Return the least and the greatest number that a quantity can stand for; None for no end.

    That is its printed precision, or what its rough word lets it be, edges left aside.
    """
    value, hedge = quantity.value, quantity.hedge
    if hedge in (*_NEARLY, "接近"):
        return value.scaled(9, 10), value
    if hedge in (*_LESS, *_MOST):
        return None, value
    if hedge in (*_MORE, *_LEAST):
        return value, None
    if hedge in _ODD:
        return value, value.plus(next_digit(quantity))
    if hedge in _ABOUT:
        return value.scaled(85, 100), value.scaled(115, 100)
    printed = quantity.interval
    return exactly(printed.low, printed.over), exactly(printed.high, printed.over)


def following(text: str, end: int) -> re.Match[str] | None:
    """Return the rough word that stands behind a figure: its group is `word`."""
    return _AFTER.match(text, end) if text[end : end + 1] in _AFTER_BEGINS else None


def with_words(relation: Relation, text: str) -> Relation:
    """Let the span of a relation take in the rough words on either side."""
    start, end = relation.span
    before = BEFORE.search(text, max(0, start - 4), start)
    after = following(text, end)
    span = Span(before.start() if before else start, after.end() if after else end)
    if span == relation.span:
        return relation
    return relation._replace(span=span, stated=f"“{text[span.start : span.end]}”")
