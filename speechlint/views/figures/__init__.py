"""The quantities of a paragraph: exact number, printed precision, unit, hedge.

Only what has a unit (or a scale word: 7359万) is a quantity. Years, dates, ordinals,
document numbers, model names, phone numbers and markers are none.
"""

from __future__ import annotations

from speechlint.later import later
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.figures import numbers, units
from speechlint.views.figures.interval import Interval, exactly
from speechlint.views.figures.units import DOUBLINGS, POINTS, RELATIVE, SHARE, TIMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from speechlint.document import Paragraph
    from speechlint.views.figures.numbers import Number

__all__ = ["DOUBLINGS", "POINTS", "RELATIVE", "SHARE", "TIMES", "Quantity", "figures", "several"]


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
        self.dimension, self.factor, self.counts = units.meaning(unit)

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
        up, over = self.factor
        size = self.scale * up
        half, number = 0 if self.exact else size, 2 * self.digits * size
        return Interval(number - half, number + half, 2 * 10**self.places * over)


_HAN = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = regex(
    rf"百分之(?P<share>[{_HAN}]+(?:点[{_HAN}]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
    rf"|(?P<under>[{_HAN}]+)分之(?P<over>[{_HAN}]+)"
    r"|(?P<arabic>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
    r"|(?P<half>一半|半数)(?![天年月路晌点])"
    rf"|[{_HAN}]+(?:点[{_HAN}]+)?"
    r"|(?P<fold>翻番)"
)
_BEFORE = later(
    r"(?:[接将逼]?近|大?(?<![节签预履解毁违合契制公特相])约|超过?|逾|突破|[不未][足到满下]|"
    r"不?[高低多少]于|不超过|至少|最多|最高|最低)$"
)
_BEFORE_ENDS = frozenset("近约超过逾破足到满下于少多高低")
_AFTER = later(r"以[上下内]|左右|上下|之[多内]|开外|[多余](?![种层样项0-9])|(?:个)?半")
_AFTER_BEGINS = frozenset("以左上之开多余个半")
# 从2.4亿元到7.2亿元 is a move, 2万元到3万元 a range.
_MOVE = later("[从由][^，。；、0-9]{0,10}$")
# So many years ago or since: a period that something else is said of.
_PERIOD = (
    *("前的", "前，", "前提", "前增", "前下", "前降", "前减", "前翻", "前多", "前上"),
    *("以来", "来，", "间，", "来的"),
)
# 一期工程 is the first, not one.
_FEW = tuple("一二两三四五")
_STAGED = ("工程", "项目", "建设", "用地", "厂房", "投资", "总投资", "计划", "改造", "标段")
_INSIDE = frozenset("余多几来")
_SPACES = frozenset(" \u00a0\u2009\u202f")
# What parts a number from the next of its list, which has the unit of both.
_JOINS = frozenset("、和与及～—-至到")
_LARGE = "万亿"  # a quantity without a unit: 三万
# What may follow the 一 of a quantity, and what parts it from the next; 统一 and 一系列 are most.
_GOES_ON = units.FIRSTS | numbers.FIRSTS | _INSIDE | _SPACES | _JOINS
_MASKS = frozenset("XxＸｘ×*＊○〇△□_某")
_ONE_TO_NINE = tuple("一二三四五六七八九")
_RANGE = frozenset("~～—–-－―至到")
_SIGN = _RANGE - frozenset("至到")
# What may stand beside a rough number: most have neither.
_MAY_LEAD = _BEFORE_ENDS | _RANGE | _SPACES | frozenset("几数")
_MAY_FOLLOW = _AFTER_BEGINS | _RANGE | frozenset("强弱")
# Units of what is no quantity in some places, or that say more than a unit.
_AMBIGUOUS = frozenset(("年", "期", "个月", "个多月", "成"))
# A number that these touch is a date, an ordinal, a version, a model or a list marker.
_NOT_AFTER = frozenset("第.．/／:：〔[〕")


def figures(paragraph: Paragraph) -> tuple[Quantity, ...]:
    """Return the quantities of a paragraph, in order."""
    text = paragraph.text
    found: list[Quantity] = []
    end = 0
    for match in _NUMBER.finditer(text):
        start, at = match.span()
        # The 万 of 5万 is no number of its own, and most that is said with 一 is none.
        some = match.lastgroup or text[at : at + 1] in _GOES_ON or text[at - 1] in _LARGE
        if start >= end and some and (quantity := _read(text, match)):
            found.append(quantity)
            end = quantity.span.end
    if all(q.unit or q.scale > 1 for q in found):
        return tuple(found)
    return tuple(q for q in _shared(text, found) if q.unit or q.scale > 1)


def several(paragraph: Paragraph) -> bool:
    """Say whether a paragraph has two quantities that may have to do with one another.

    They measure the same, or one is relative; and not all are the 一 of 一个 and 一批.
    """
    found = paragraph.view(figures)
    measured = {q.dimension for q in found}
    alike = len(found) > len(measured - {""}) or not RELATIVE.isdisjoint(measured)
    return len(found) > 1 and alike and any(q.digits != 1 or not q.exact for q in found)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    """Return the quantity that begins with a number, if there is one."""
    start = match.start()
    before = text[start - 1] if start else "\n"
    if before in _NOT_AFTER or (before.isascii() and before.isalpha() and before not in _MASKS):
        return None
    kind = match.lastgroup
    try:
        counted = kind is None or kind == "arabic"
        quantity = _counted(text, match) if counted else _said(match)
    except ValueError:
        return None
    if quantity:
        if before in _MASKS:
            quantity.masked = True
        if not quantity.hedge:
            further = text[start - 2] if start > 1 else " "
            if before in _MAY_LEAD or further in _SIGN:
                quantity.hedge = _hedge_before(text, start)
            quantity.hedge = quantity.hedge or _hedge_after(text, match, quantity)
    return quantity


def _said(match: re.Match[str]) -> Quantity:
    """Return what a number in words is that says its unit itself: 百分之五, 三分之一, 一半, 翻番."""
    kind = match.lastgroup
    if kind == "fold":
        return Quantity(Span(*match.span()), match[0], (1, 0, 1), "番")
    if kind == "share":
        share = match["share"]
        number = numbers.chinese(share) if share[0] in _HAN else numbers.arabic(share)
        return Quantity(Span(*match.span()), match[0], number, "%")
    over, under = (1, 0, 1), (2, 0, 1)
    if kind == "over":
        over, under = numbers.chinese(match["over"]), numbers.chinese(match["under"])
    quantity = Quantity(Span(*match.span()), match[0], over, "%")
    quantity.unit, quantity.factor = "分之", (1, under[0] * under[2])
    return quantity


def _counted(text: str, match: re.Match[str]) -> Quantity | None:
    """Return a number with what stands between it and its unit: 120余万, 3.5亿, 20多; and that."""
    start, at = match.span()
    said, hedge, unit = match[0], "", ""
    if match.lastgroup:
        number = numbers.arabic(said)
    elif len(said) > 1 and numbers.bare(said):
        return None
    else:
        number = numbers.ONES.get(said) or numbers.chinese(said)
    for more in (True, True, False):
        at += text[at : at + 1] in _SPACES and _measured(text, at + 1)
        unit = units.at(text, at)
        if unit or not more:
            break  # 千瓦 is no thousand 瓦
        if text[at : at + 1] in _INSIDE:
            hedge = text[at]
            at += 1
        elif number[2] == 1 and (word := numbers.scale_at(text, at)):
            number = numbers.scaled(number, word)
            at += len(word)
        else:
            break
    if not unit and number[2] == 1 and text[at : at + 1] not in _JOINS:
        return None
    ends = at + len(unit)
    if unit in _AMBIGUOUS:
        if unit == "年" and numbers.is_year(said):
            return None
        if unit == "期" and said in _FEW and text.startswith(_STAGED, ends):
            return None
        if unit in ("年", "个月") and text.startswith(_PERIOD, ends):
            return None
        if unit == "个多月":
            hedge = "多"
        if unit == "成" and text.startswith(_ONE_TO_NINE, ends):
            number = (number[0] * 10 + numbers.chinese(text[ends])[0], number[1] + 1, 1)
            ends += 1
    quantity = Quantity(Span(start, ends), text[start:ends], number, unit)
    quantity.hedge = hedge
    quantity.masked = not unit and text[at : at + 1] in _MASKS
    return quantity


def _measured(text: str, at: int) -> bool:
    """Say whether a unit or a scale stands behind a space: 96 个."""
    return bool(units.at(text, at) or numbers.scale_at(text, at))


def _hedge_before(text: str, start: int) -> str:
    if start and text[start - 1] in _SPACES:
        start -= 1
    if not start:
        return ""
    nearest = text[start - 1]
    if nearest in _BEFORE_ENDS and (match := _BEFORE.search(text, max(0, start - 3), start)):
        return match[0]
    if nearest in "几数" and text[start] in "十百千":
        return nearest
    further = text[start - 2] if start > 1 else " "
    if nearest in _SIGN or further in _SIGN:
        return nearest if nearest != further else ""
    return nearest if nearest in _RANGE and further.isdigit() else ""


def _hedge_after(text: str, match: re.Match[str], quantity: Quantity) -> str:
    own = "分之" if quantity.unit == "分之" else ""  # a rough word by itself
    end = quantity.span.end
    after = text[end : end + 1]
    if after not in _MAY_FOLLOW:
        return own
    if after in _AFTER_BEGINS and (found := _AFTER.match(text, end)):
        return found[0]
    if match.lastgroup == "over" or text[end - 1] in "成倍":
        return after if after in ("强", "弱") else own
    if after not in _RANGE or not text[end + 1 : end + 2].isdigit():
        return own
    start = match.start()
    moves = after in "至到" and _MOVE.search(text, max(0, start - 14), start)
    return own if moves and "不等" not in text[end : end + 14] else "～"


def _shared(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give a number without a unit that of the next one in its list: 56、48和24个."""
    out: list[Quantity] = []
    for q in reversed(found):
        after = out[-1] if out else None
        if after and not q.unit and q.scale == 1:
            between = text[q.span.end : after.span.start]
            inside = q.span.start and text[q.span.start - 1] not in "。；！？ 	"
            if between in _JOINS and (between != "、" or inside):
                q.measured(after.unit)
                q.scale = after.scale
        out.append(q)
    return out[::-1]
