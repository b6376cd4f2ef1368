"""Blanks that nobody filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planting import Case, Planter, Way, instead, line, sentences, table, ways

if TYPE_CHECKING:
    from random import Random

_T = table("placeholder")
_UNITS = (
    "亿元|万元|亿美元|元|%|％|个百分点|个|家|户|项|件|条|座|所|公里|千米|万亩|亩|万吨|吨|"
    "平方公里|平方米|万平方米|万千瓦|万人|人次|万|倍|批|场|次|处|种|名"
)
# A plain number with its unit: not a year, a document's number, a range or a part of a name.
_VALUE = rf"(?<![\w.〔（(+×*/～~—–-])(\d+(?:\.\d+)?)(?=(?:{_UNITS})(?![\w]?[—～-]))"
_DAY = r"(?<!年)\d{1,2}月\d{1,2}日"
_BEFORE = "增长|下降|提高|提升|完成|达到|实现|占|超过|突破|新增|建成|达|约|近|共|为|引进|争取|安排"
_LOST = ("%", "亿元", "万元", "个百分点", "个", "家", "项", "公里|万?亩|万?吨")
_CONGRESS = "党的(十[一二三四五六七八九]|二十)(?=大[以召精报，])"
_ALONE = ("X", "XX", "x", "×", "××", "*", "**", "○○")


def _name(mask: str) -> Planter:
    return sentences([s.format(mask) for s in _T["names"]])


def _empty(inside: str) -> Planter:
    return sentences([slot.format(pair.format(inside)) for pair, slot in _T["empty"]])


def _hollow(pair: str, inside: str) -> Planter:
    """Empty a pair of marks that holds a short phrase."""
    left, right = pair[0], pair[1]
    return instead(f"(?<={left})[^{left}{right}\n]{{2,12}}(?={right})", inside)


def _vanished(unit: str) -> Planter:
    return instead(rf"(?:{_BEFORE})(\d+(?:\.\d+)?)(?:{unit})", "")


def _isolated(mask: str, gap: str) -> Planter:
    return instead(rf"(?<=[一-鿿，、]){_VALUE}(?=.{{3}})", f"{gap}{mask}{gap}")


def _template(bracket: str) -> Planter:
    def plant(text: str, rng: Random) -> Case | None:
        order = rng.choice(_T["orders"]).format(rng.choice(_T["things"]))
        slot = rng.choice(_T["slots"]).format(bracket.format(order))
        return sentences((slot,))(text, rng)

    return plant


def _mask() -> tuple[Way, ...]:
    masks = [(f"value {m}", instead(_VALUE, m)) for m in _T["masks"]]
    parts = [(f"part {m}", instead(_VALUE, m)) for m in _T["parts"]]
    names = [(f"name {m}", _name(m)) for m in _T["name_masks"]]
    days = [(m, instead(_DAY, m)) for m in _T["months"]]
    said = [(f"{m} said", sentences((f"⟦{m}⟧召开了动员会。",))) for m in _T["months"]]
    return (
        *ways("placeholder.mask", masks, "scrape.garbled"),
        *ways("placeholder.mask", [*parts, *days, *said]),
        *ways("placeholder.mask", names, "scrape.garbled"),
    )


def _year() -> tuple[Way, ...]:
    plain = [(f"{m}年", instead(r"\b(?:19|20)\d\d(?=年)", m)) for m in _T["years"]]
    said = [(f"{m}年底", sentences((f"到⟦{m}年⟧底全面完成。",))) for m in _T["years"]]
    ranges = [(m, sentences((f"在⟦{m}⟧期间取得明显成效。",))) for m in _T["year_ranges"]]
    numbers = [(m, sentences((f"要落实好青政发⟦{m}⟧8号文件。",))) for m in _T["numbers"]]
    dates = [(m, line((f"（{m}）",), "head")) for m in _T["dates"]]
    return ways("placeholder.year", [*plain, *said, *ranges, *numbers, *dates])


def _gone() -> tuple[Way, ...]:
    values = [(unit, _vanished(unit)) for unit in _LOST]
    said = [(s, sentences((s,))) for s in _T["gone"]]
    ordinals = [
        (f"第{unit}", instead(rf"第([一二三四五六七八九十]+)(?={unit})", ""))
        for unit in ("届", "次", "批")
    ]
    rest = [
        ("党的大", instead(_CONGRESS, "")),
        ("百分之", instead("百分之([一二三四五六七八九十]+)", "")),
    ]
    hollow = [(f"{p} {i!r}", _hollow(p, i)) for p in ("“”", "《》", "（）") for i in ("", " ")]
    empty = [(f"said {i!r}", _empty(i)) for i in ("", " ", "\u3000\u3000")]
    return ways("placeholder.vanished", [*values, *said, *ordinals, *rest, *hollow, *empty])


def _rest() -> tuple[Way, ...]:
    alone = [(f"{m} {g!r}", _isolated(m, g)) for m in _ALONE for g in ("\n", "\n\n")]
    brackets = [(b.format("…"), _template(b)) for b in _T["brackets"]]
    variables = [(v, sentences([s.format(v) for s in _T["slots"]])) for v in _T["variables"]]
    letters = [(s, sentences((s,))) for s in _T["letters"]]
    machine = [(f"{m} {w}", line((m,), w)) for m in _T["machine"] for w in ("head", "tail")]
    return (
        *ways("placeholder.isolated", alone),
        *ways("placeholder.template", [*brackets, *variables, *letters]),
        *ways("placeholder.template", machine, "scrape"),
    )


WAYS = (*_mask(), *_year(), *_gone(), *_rest())
