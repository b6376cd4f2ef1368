"""What `vanished` asks before it asks a kind of units, as the tables of the kinds say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.regexes import escape
from speechlint.views.blanks import (
    dates,
    hollow,
    large,
    measure_words,
    measures,
    ordinals,
    persons,
    slot,
    spans,
    units,
)
from speechlint.views.blanks.measure_words import COUNTED, FINE, NEXT, OBJECTS, PLAIN, SHARED
from speechlint.views.blanks.slot import CLAUSE, FIRM, HEDGES, QUANTITY, STOPS, TAILS
from speechlint.views.blanks.words import SPACES, is_han
from speechlint.views.blanks.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# The kind of each group of the expression.
KINDS = (
    measures,
    measures,
    units,
    units,
    large,
    dates,
    units,
    ordinals,
    dates,
    spans,
    persons,
    hollow,
)
_ENDS = STOPS | SPACES | {word[0] for word in TAILS}


def _some(*many: Iterable[str]) -> str:
    listed = escape(_sorted(*many)).replace("\\\t", r"\t").replace("\\ ", " ")
    return f"[{listed}]".replace("\u3000", r"\u3000").replace("\u00a0", r"\xa0")


def _no(*many: Iterable[str]) -> str:
    return f"[^{_some(*many)[1:]}"


def _sorted(*many: Iterable[str]) -> str:
    return "".join(sorted({c for characters in many for c in characters}))


def _first(*many: Iterable[str]) -> set[str]:
    return {word[0] for words in many for word in words if word}


def _last(*many: Iterable[str]) -> set[str]:
    return {word[-1] for words in many for word in words if word}


_UNCOUNTED = f"(?<!{_some(QUANTITY - set('余多”]）)'))})"


def unlike(unit: str) -> str:
    """Return what must not stand before a unit."""
    counted = any(unit in kind.TESTS for kind in (measures, units, large)) or unit == "岁"
    if unit.startswith("PM"):
        return "(?<![0-9])"
    return _UNCOUNTED if counted and unit != "分之" else ""


def form() -> str:
    """Return the expression: of what stands behind no number, and of the rest."""
    every = (measures.TESTS.keys() | {"次"}) - {"个", "人次"}
    on = _first(*map(words_of, OBJECTS.values()), units._MOVES) | set("".join(NEXT.values()))
    ends = f"(?!{_no(_ENDS, '套多会全就增脱务', on)})"
    sounds = [word for word in measure_words.GE_WORDS if len(word) == 1]
    classes = [word for word in large._CLASS if word[0] not in "以及"]
    lost = (
        f"(个(?!{_some(sounds)})|人次)",
        f"(?:({_some(every - {'人'})}|人(?!民))|([元亩吨倍]))(?:{ends}|(?<={_some('余', SPACES)}.))",
        "([%％‰号]|公[里顷斤]|小时|百分点(?<![0-9]个...)|平方米|立方米|平方(?:公里|千米))",
        f"([亿万](?<![0-9][余多].)(?!(?<={_no('余多到至、和', SPACES)}.)元(?:以上)?(?:{'|'.join(classes)})))",
        "(岁)",
    )
    rest = (
        f"(分之(?!{_no(STOPS, '的以左')})|PM(?:浓度|平均|年均|均值)(?<![0-9]....))",
        (
            "(第(?![0-9A-Za-z一二三四五六七八九十])|中全会"
            f"|届(?:次|(?={_some(_first(ordinals._SESSIONS))}))"
            f"|大(?={_some(_first(ordinals._CONGRESS))}))"
        ),
        (
            f"(年(?:(?={_some(dates._ROOM, '月日')})|(?=[，至—])"
            "|(?<![0-9一二三四五六七八九十今去，].)(?![初度均轻]))"
            f"|月(?:(?={_some(dates._ROOM, '日')})|(?<={_some(SPACES, '至—-－')}.)))"
        ),
        "(周年|世纪年代)",
        "(同志(?!们))",
        f"((?:以[上下内]|左右)(?![^，。；、])|{_some(hollow._PAIRS)}(?={_some(hollow._PAIRS.values(), SPACES)}))",
    )
    return f"{_UNCOUNTED}(?:{'|'.join(lost)})|{'|'.join(rest)}"


def _fine(m: str) -> set[str]:
    """Return what makes a word with a measure word before which any noun may stand."""
    return (
        (set(SHARED) | set(FINE.get(m, ""))) - _last(FIRM, words_of(COUNTED.get(m, ""))) - QUANTITY
    )


def _han(characters: Iterable[str]) -> set[str]:
    return {c for c in characters if is_han(c)}


# What stands before any measure word, and before those that something goes on with.
ASKING = _sorted(_last(FIRM), "余多、")
CHOOSING = _sorted(_last(FIRM, measure_words.CHOOSES), "余多，、；：。！")


def _own(m: str) -> str:
    """Return what else asks for a number before a measure word."""
    own = _last(words_of(COUNTED.get(m, ""))) | (_last(measures._HELPS) if m == "人" else set())
    return _sorted(
        (own | set("”业" if m == "家" else "")) - {*(CHOOSING if m in OBJECTS else ASKING)}
    )


def beside() -> dict[str, str]:
    """Return which characters may stand before a unit whose number is lost; which may not after ^."""
    every = (measures.TESTS.keys() | {"次"}) - {"个", "人次"}
    ge = (set(FINE["个"]) & measures._SOME) - _last(HEDGES, measure_words.MAKES)
    may = {
        **{m: (CHOOSING if m in OBJECTS else ASKING) + _own(m) for m in every - PLAIN},
        "元": _last(units._MONEY) | set("余多从由年月人亩"),
        "倍": _last(units._GROWS),
        "号": set("〕]］铁、和"),
        "大": {"的"},
        "年": _last(dates._SINCE, spans._EVENTS, spans._SPANS) | set("比由较—（(。！；？，："),
        "同志": CLAUSE | set("由请听"),
        "周年": _last(spans._JUBILEES),
        **dict.fromkeys(("以上", "以下", "以内", "左右"), _last(hollow._ASKED)),
    }
    never = {
        "个": ge - QUANTITY,
        **{m: _fine(m) for m in every & PLAIN},
        "次": _fine("次") - set("大协会"),
        "亩": set("每按用以论分"),
        "吨": set("每按用以论分"),
        "亿": large._ROUND,
        "万": large._ROUND,
        "届": _han(ordinals._NUMBER | ordinals._ANY_SESSION),
        "中全会": _han(ordinals._NUMBER),
    }
    listed = {u: some if isinstance(some, str) else _sorted(some) for u, some in may.items()}
    return listed | {unit: "^" + _sorted(some) for unit, some in never.items()}


def words() -> list[str]:
    """Return the words of all tables, and the characters of what they list without spaces."""
    found: set[str] = set()
    for module in {*KINDS, measure_words, slot}:
        for name, value in vars(module).items():
            if name.isupper() and name != "TESTS":
                found |= _within(value)
    return sorted(found)


def _within(value: object) -> set[str]:
    if isinstance(value, str):
        return set(value.split()) if " " in value else {value} if len(value) < 6 else set(value)
    if isinstance(value, dict):
        return _within([*value, *value.values()])
    if isinstance(value, tuple | list | set | frozenset):
        return set().union(*map(_within, value))
    return set()
