"""The quantities of a paragraph: exact number, printed precision, unit, hedge.

Only what has a unit (or a scale word: 7359万) is a quantity. Years, dates, ordinals,
document numbers, model names, phone numbers and markers are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.figures import numbers, units
from speechlint.views.figures.interval import Interval
from speechlint.views.figures.numbers import Digits
from speechlint.views.figures.units import DOUBLINGS, POINTS, SHARE, TIMES

if TYPE_CHECKING:
    import re

    from speechlint.document import Paragraph

__all__ = ["DOUBLINGS", "POINTS", "SHARE", "TIMES", "Quantity", "figures"]


class Quantity(NamedTuple):
    """A number with its unit, as printed. `hedge` is the word that makes it a bound.

    A quantity with a hedge is no operand of an equation; neither is one that is `masked`
    (a blank touches it).
    """

    span: Span
    text: str
    number: Digits
    unit: str
    dimension: str
    factor: tuple[int, int] = (1, 1)
    counts: bool = False
    hedge: str = ""
    masked: bool = False

    @property
    def firm(self) -> bool:
        """Whether it may be an operand: neither hedged nor masked."""
        return not self.hedge and not self.masked

    @property
    def exact(self) -> bool:
        """Whether the printed number is the number: a count without 万 and decimals."""
        return self.counts and self.number.scale == 1 and not self.number.places

    @property
    def step(self) -> Interval:
        """One unit of the last printed digit, in the base unit; nothing for a count."""
        up, over = self.factor
        size = 0 if self.exact else self.number.scale * up
        return Interval(size, size, 10**self.number.places * over)

    @property
    def interval(self) -> Interval:
        """What the printed number can stand for, in the base unit of its dimension."""
        up, over = self.factor
        up *= self.number.scale
        half = 0 if self.exact else up
        value = 2 * self.number.digits * up
        return Interval(value - half, value + half, 2 * 10**self.number.places * over)

    @property
    def value(self) -> Interval:
        """The printed number itself, in the base unit."""
        up, over = self.factor
        value = self.number.digits * self.number.scale * up
        return Interval(value, value, 10**self.number.places * over)


_HAN = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = regex(
    rf"百分之(?P<share>[{_HAN}]+(?:点[{_HAN}]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
    rf"|(?P<under>[{_HAN}]+)分之(?P<over>[{_HAN}]+)"
    r"|(?P<arabic>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
    rf"|[{_HAN}]+(?:点[{_HAN}]+)?"
)
_BEFORE = regex(
    r"(?:近|(?<![节签预履解毁违合契制公特相])约|超过?|逾|突破|[不未][足到满下]|"
    r"[高低多少]于|不超过|至少|最多|最高|最低)$"
)
_AFTER = regex(r"以[上下内]|左右|上下|之[多内]|开外|[多余](?![种层样项])|(?:个)?半")
_MORE_OR_LESS = regex("[强弱]")
_INSIDE = ("余", "多", "几", "来")
_MASK = frozenset("XxＸｘ×*＊○〇△□_某")
_RANGE = frozenset("~～—–-－―至到")
_SIGN = _RANGE - frozenset("至到")
# A number that these touch is a date, an ordinal, a version, a model or a list marker.
_NOT_AFTER = frozenset("第.．/／:：〔[〕")


def figures(paragraph: Paragraph) -> tuple[Quantity, ...]:
    """Return the quantities of a paragraph, in order."""
    text = paragraph.text
    found = [_Reader(text, match).read() for match in _NUMBER.finditer(text)]
    return tuple(q for q in _shared(text, found) if q.unit or q.number.scale > 1)


class _Reader:
    """Reads one quantity from the number that a match found."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self.text = text
        self.match = match
        self.at = match.end()
        self.hedge = ""

    def read(self) -> Quantity | None:
        start = self.match.start()
        before = self.text[start - 1 : start]
        if before in _NOT_AFTER or (before.isascii() and before.isalpha() and before not in _MASK):
            return None
        try:
            quantity = self._read(start)
        except ValueError:
            return None
        if quantity is None:
            return None
        hedge = self.hedge or self._hedge_before(start) or self._hedge_after()
        masked = quantity.masked or (before != "" and before in _MASK)
        return quantity._replace(hedge=hedge, masked=masked)

    def _read(self, start: int) -> Quantity | None:
        match = self.match
        if share := match["share"]:
            number = numbers.chinese(share) if share[0] in _HAN else numbers.arabic(share)
            return self._made(start, number, "%")
        if match["under"]:
            over, under = numbers.chinese(match["over"]), numbers.chinese(match["under"])
            self.hedge = "分之"
            quantity = self._made(start, over, "%")
            return quantity._replace(unit="分之", factor=(1, under.digits * under.scale))
        if match["arabic"]:
            number = self._scaled(numbers.arabic(match["arabic"]))
        elif (number := numbers.chinese(match[0])) and _bare(match[0]):
            return None
        else:
            number = self._scaled(number)
        return self._with_unit(start, number)

    def _scaled(self, number: Digits) -> Digits:
        """Take what stands between the digits and the unit: 120余万, 3.5亿, 20多."""
        for _ in range(2):
            if self.text.startswith(_INSIDE, self.at):
                self.hedge = self.text[self.at]
                self.at += 1
            elif units.at(self.text, self.at):
                break  # 千瓦 is no thousand 瓦
            elif number.scale == 1 and (word := numbers.scale_at(self.text, self.at)):
                number = numbers.scaled(number, word)
                self.at += len(word)
        return number

    def _with_unit(self, start: int, number: Digits) -> Quantity | None:
        masked = self.text[self.at : self.at + 1] in _MASK and self.at < len(self.text)
        unit = units.at(self.text, self.at)
        if unit == "年" and _is_year(self.match[0]):
            return None
        self.at += len(unit)
        if "多" in unit:
            self.hedge = "多"
        if unit == "成" and self.text[self.at : self.at + 1] in tuple("一二三四五六七八九"):
            more = numbers.chinese(self.text[self.at])
            number = Digits(number.digits * 10 + more.digits, number.places + 1)
            self.at += 1
        return self._made(start, number, unit)._replace(masked=masked)

    def _made(self, start: int, number: Digits, unit: str) -> Quantity:
        known = units.UNITS.get(unit, units.NONE)
        span = Span(start, self.at)
        text = self.text[start : self.at]
        return Quantity(span, text, number, unit, known.dimension, known.factor, known.counts)

    def _hedge_before(self, start: int) -> str:
        match = _BEFORE.search(self.text, max(0, start - 3), start)
        if match:
            return match[0]
        if self.text[start] in "十百千" and self.text[start - 1 : start] in ("几", "数"):
            return self.text[start - 1]
        before, further = tuple(self.text[max(0, start - 2) : start].rjust(2))
        if before in _SIGN or further in _SIGN:
            return further if before != further else ""
        return further if further in _RANGE and before.isdigit() else ""

    def _hedge_after(self) -> str:
        if match := _AFTER.match(self.text, self.at):
            return match[0]
        if self.match["under"] or self.text[self.at - 1] in "成倍":
            match = _MORE_OR_LESS.match(self.text, self.at)
            return match[0] if match else ""
        after = self.text[self.at : self.at + 2]
        return "～" if len(after) == 2 and after[0] in _RANGE and after[1].isdigit() else ""


def _bare(text: str) -> bool:
    """Say whether Chinese digits stand side by side: a year (二〇二四) or a guess (三五个)."""
    return len(text) > 1 and not any(c in "十百千万亿点" for c in text)


def _is_year(text: str) -> bool:
    return text.isdigit() and (len(text) == 4 or text.startswith(("0", "０")) or int(text) >= 50)


def _shared(text: str, found: list[Quantity | None]) -> list[Quantity]:
    """Give a number without a unit that of the next one in its list: 56、48和24个."""
    out: list[Quantity] = []
    for q in reversed([q for q in found if q]):
        after = out[-1] if out else None
        between = text[q.span.end : after.span.start] if after else ""
        lone = not q.unit and q.number.scale == 1
        if after and lone and between in ("、", "和", "与", "及", "～", "—", "-", "至", "到"):
            inside = q.span.start and text[q.span.start - 1] not in "。；！？ \t"
            if between != "、" or inside:
                out.append(_like(q, after))
                continue
        out.append(q)
    return out[::-1]


def _like(quantity: Quantity, other: Quantity) -> Quantity:
    """Return the quantity with scale and unit of another."""
    return quantity._replace(
        number=quantity.number._replace(scale=other.number.scale),
        unit=other.unit,
        dimension=other.dimension,
        factor=other.factor,
        counts=other.counts,
    )
