"""The quantities of a paragraph: exact number, printed precision, unit, hedge.

Only what has a unit (or a scale word: 7359万) is a quantity. Years, dates, ordinals,
document numbers, model names, phone numbers and markers are none.
"""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.figures import numbers, units
from speechlint.views.figures.interval import Interval, exactly
from speechlint.views.figures.units import DOUBLINGS, POINTS, SHARE, TIMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from speechlint.document import Paragraph
    from speechlint.views.figures.numbers import Number

__all__ = ["DOUBLINGS", "POINTS", "SHARE", "TIMES", "Quantity", "figures"]


class Quantity:
    """A number with its unit, as printed: `digits` / 10**`places` * `scale` `unit`.

    `dimension` says what it measures, `factor` turns it into that dimension's base unit,
    `counts` says that it counts things. `hedge` is the word that makes it a bound, and
    `masked` says that a blank touches it: then it is no operand of an equation.
    """

    __slots__ = (
        "counts",
        "digits",
        "dimension",
        "factor",
        "hedge",
        "masked",
        "places",
        "scale",
        "span",
        "text",
        "unit",
    )

    def __init__(self, span: Span, text: str, number: Number, unit: str) -> None:
        self.span = span
        self.text = text
        self.digits, self.places, self.scale = number
        self.hedge = ""
        self.masked = False
        self.measured(unit)

    def measured(self, unit: str) -> None:
        """Give the number a unit."""
        self.unit = unit
        self.dimension, up, over, self.counts = units.meaning(unit)
        self.factor = (up, over)

    @property
    def firm(self) -> bool:
        """Whether it may be an operand: neither hedged nor masked."""
        return not self.hedge and not self.masked

    @property
    def exact(self) -> bool:
        """Whether the printed number is the number: a count without 万 and decimals."""
        return self.counts and self.scale == 1 and not self.places

    @property
    def step(self) -> Interval:
        """One unit of the last printed digit, in the base unit; nothing for a count."""
        up, over = self.factor
        return exactly(0 if self.exact else self.scale * up, 10**self.places * over)

    @property
    def value(self) -> Interval:
        """The printed number itself, in the base unit."""
        up, over = self.factor
        return exactly(self.digits * self.scale * up, 10**self.places * over)

    @property
    def interval(self) -> Interval:
        """What the printed number can stand for, in the base unit of its dimension."""
        return self.value.widened(self.step.scaled(1, 2))


_HAN = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = regex(
    rf"百分之(?P<share>[{_HAN}]+(?:点[{_HAN}]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
    rf"|(?P<under>[{_HAN}]+)分之(?P<over>[{_HAN}]+)"
    r"|(?P<arabic>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
    r"|(?P<half>一半|半数)(?![天年月路晌点])"
    rf"|[{_HAN}]+(?:点[{_HAN}]+)?"
    r"|翻番"
)
_BEFORE = regex(
    r"(?:[接将逼]?近|大?(?<![节签预履解毁违合契制公特相])约|超过?|逾|突破|[不未][足到满下]|"
    r"不?[高低多少]于|不超过|至少|最多|最高|最低)$"
)
_AFTER = regex(r"以[上下内]|左右|上下|之[多内]|开外|[多余](?![种层样项0-9])|(?:个)?半")
# 从2.4亿元到7.2亿元 is a move, 2万元到3万元 a range.
_MOVE = regex("[从由][^，。；、0-9]{0,10}$")
# So many years ago or since: a period that something else is said of.
_PERIOD = (
    "前的",
    "前，",
    "前提",
    "前增",
    "前下",
    "前降",
    "前减",
    "前翻",
    "前多",
    "前上",
    "以来",
    "来，",
    "间，",
    "来的",
)
# 一期工程 is the first, not one.
_FEW = tuple("一二两三四五")
_STAGED = ("工程", "项目", "建设", "用地", "厂房", "投资", "总投资", "计划", "改造", "标段")
_MORE_OR_LESS = regex("[强弱]")
_INSIDE = ("余", "多", "几", "来")
_SPACES = (" ", "\u00a0", "\u2009", "\u202f")
# What may follow the 一 of a quantity, and what parts it from the next; 统一 and 一系列 are most.
_GOES_ON = frozenset((*units.FIRSTS, *numbers.FIRSTS, *_INSIDE, *_SPACES, *"、和与及～—-至到"))
_MASKS = tuple("XxＸｘ×*＊○〇△□_某")
_ONE_TO_NINE = tuple("一二三四五六七八九")
_RANGE = frozenset("~～—–-－―至到")
_SIGN = _RANGE - frozenset("至到")
# A number that these touch is a date, an ordinal, a version, a model or a list marker.
_NOT_AFTER = frozenset("第.．/／:：〔[〕")


def figures(paragraph: Paragraph) -> tuple[Quantity, ...]:
    """Return the quantities of a paragraph, in order."""
    text = paragraph.text
    found = [
        _Reader(text, match).read()
        for match in _NUMBER.finditer(text)
        if match.lastgroup or text[match.end() : match.end() + 1] in _GOES_ON or _scaled(match)
    ]
    return tuple(q for q in _shared(text, found) if q.unit or q.scale > 1)


def _scaled(match: re.Match[str]) -> bool:
    """Say whether a number in Chinese is one without a unit: 三万, 翻番."""
    return match[0][-1] in "万亿番"


class _Reader:
    """Reads one quantity from the number that a match found."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self.text = text
        self.match = match
        self.start, self.at = match.span()
        self.hedge = ""

    def read(self) -> Quantity | None:
        before = self.text[self.start - 1] if self.start else "\n"
        if before in _NOT_AFTER or (before.isascii() and before.isalpha() and before not in _MASKS):
            return None
        try:
            quantity = self._read()
        except ValueError:
            return None
        if quantity:
            quantity.masked = quantity.masked or before in _MASKS
            quantity.hedge = self.hedge or self._hedge_before() or self._hedge_after()
            if quantity.unit == "分之":
                quantity.hedge = quantity.hedge or "分之"  # a rough word by itself
        return quantity

    def _read(self) -> Quantity | None:
        match = self.match
        if share := match["share"]:
            number = numbers.chinese(share) if share[0] in _HAN else numbers.arabic(share)
            return self._made(number, "%")
        if match["under"]:
            over, under = numbers.chinese(match["over"]), numbers.chinese(match["under"])
            quantity = self._made(over, "%")
            quantity.unit, quantity.factor = "分之", (1, under[0] * under[2])
            return quantity
        if match["arabic"]:
            return self._with_unit(self._scaled(numbers.arabic(match["arabic"])))
        if match[0] == "翻番":
            return self._made((1, 0, 1), "番")
        if match["half"]:
            quantity = self._made((1, 0, 1), "%")
            quantity.unit, quantity.factor = "分之", (1, 2)
            return quantity
        number = numbers.chinese(match[0])
        return None if _bare(match[0]) else self._with_unit(self._scaled(number))

    def _scaled(self, number: Number) -> Number:
        """Take what stands between the digits and the unit: 120余万, 3.5亿, 20多."""
        for _ in range(2):
            self._skip_space()
            if self.text.startswith(_INSIDE, self.at):
                self.hedge = self.text[self.at]
                self.at += 1
            elif units.at(self.text, self.at):
                break  # 千瓦 is no thousand 瓦
            elif number[2] == 1 and (word := numbers.scale_at(self.text, self.at)):
                number = numbers.scaled(number, word)
                self.at += len(word)
        return number

    def _skip_space(self) -> None:
        """Pass over a space between a number and its unit: 96 个."""
        after = self.at + 1
        if self.text.startswith(_SPACES, self.at) and (
            units.at(self.text, after) or numbers.scale_at(self.text, after)
        ):
            self.at = after

    def _with_unit(self, number: Number) -> Quantity | None:
        self._skip_space()
        masked = self.text.startswith(_MASKS, self.at)
        unit = units.at(self.text, self.at)
        if unit == "年" and _is_year(self.match[0]):
            return None
        if unit == "期" and self.match[0] in _FEW and self.text.startswith(_STAGED, self.at + 1):
            return None
        if unit in ("年", "个月") and self.text.startswith(_PERIOD, self.at + len(unit)):
            return None
        self.at += len(unit)
        if "多" in unit:
            self.hedge = "多"
        if unit == "成" and self.text.startswith(_ONE_TO_NINE, self.at):
            number = (number[0] * 10 + numbers.chinese(self.text[self.at])[0], number[1] + 1, 1)
            self.at += 1
        quantity = self._made(number, unit)
        quantity.masked = masked
        return quantity

    def _made(self, number: Number, unit: str) -> Quantity:
        return Quantity(Span(self.start, self.at), self.text[self.start : self.at], number, unit)

    def _hedge_before(self) -> str:
        start = self.start - self.text.startswith(_SPACES, self.start - 1)
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
        if len(after) < 2 or after[0] not in _RANGE or not after[1].isdigit():
            return ""
        moves = after[0] in "至到" and _MOVE.search(self.text, max(0, self.start - 14), self.start)
        return "" if moves and "不等" not in self.text[self.at : self.at + 14] else "～"


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
        lone = not q.unit and q.scale == 1
        if after and lone and between in ("、", "和", "与", "及", "～", "—", "-", "至", "到"):
            inside = q.span.start and text[q.span.start - 1] not in "。；！？ \t"
            if between != "、" or inside:
                out.append(_like(q, after))
                continue
        out.append(q)
    return out[::-1]


def _like(quantity: Quantity, other: Quantity) -> Quantity:
    """Return the quantity with scale and unit of another."""
    quantity.measured(other.unit)
    quantity.scale = other.scale
    return quantity
