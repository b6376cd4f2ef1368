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
from speechlint.views.blanks.words import DIGITS, NUMERALS, SPACES, is_han
from speechlint.views.blanks.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = (measures, units, large, dates, ordinals, spans, persons, hollow)
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


_UNCOUNTED = f"(?<!{_some(QUANTITY - set('余多”]）)'))})(?<!{_some(DIGITS, NUMERALS)}[余多])"


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
    counts = _first(large._UNITS) - {"亿"}
    lost = (
        f"个(?!{_some(sounds)})|人次(?!{_no(_ENDS)})",
        (
            f"(?:{_some(every - {*'人所'}, '元亩吨倍')}|人(?!民)|所(?!有[^余]))"
            f"(?:{ends}|(?<={_some('余', SPACES)}.))"
        ),
        "[%％‰号]|公[里顷斤]|小时|百分点(?<![0-9]个...)|平方米|立方米|平方(?:公里|千米)",
        (
            f"[亿万](?:(?=亿元|{_some(counts)})|(?<={_some('余多', SPACES)}.))"
            f"(?!(?<={_no('余多到至、和', SPACES)}.)元(?:以上)?(?:{'|'.join(classes)}))"
        ),
        "岁",
    )
    begun = set("，至—是以全我")
    words = set(dates._YEAR_WORDS) & set(spans._WORDS) - _first(spans._GOES_ON) - {"末"}
    rest = (
        f"分之(?!{_no(STOPS, '的以左')})|PM(?:浓度|平均|年均|均值)(?<![0-9]....)",
        "第(?![0-9A-Za-z一二三四五六七八九十])|中全会",
        f"届(?:次|(?={_some(_first(ordinals._SESSIONS))}))",
        f"大(?={_some(_first(ordinals._CONGRESS))})",
        (
            f"年(?:(?={_some(dates._ROOM, '月日', begun)})"
            f"|(?<![0-9一二三四五六七八九十今去，。！；？：].)(?!{_some(words)}))"
        ),
        f"月(?:(?={_some(dates._ROOM, '日')})|(?<={_some(SPACES, '至—-－')}.))",
        "周年|世纪年代|同志(?!们)|(?:以[上下内]|左右)(?![^，。；、])",
        f"{_some(hollow._PAIRS)}(?={_some(hollow._PAIRS.values(), SPACES)})",
    )
    return f"{_UNCOUNTED}(?:{'|'.join(lost)})|{'|'.join(rest)}"


def kinds() -> tuple[tuple[str, str], ...]:
    """Return the kinds, each with its units."""
    return tuple((k.__name__.rpartition(".")[2], listed(set(k.TESTS))) for k in KINDS)


def _han(characters: Iterable[str]) -> set[str]:
    return {c for c in characters if is_han(c)}


def _endings(*many: Iterable[str]) -> set[str]:
    return {word[-2:] for words in many for word in words}


def listed(endings: set[str]) -> str:
    return f" {' '.join(sorted(endings))} "


_ROUGHLY = {f"{c}多" for c in _last(measures._ROUGH)}
# What ends where the number of any measure word is asked for, and of those that are chosen.
ASKING = _endings(set(FIRM) - {"不到"}, "余") | _ROUGHLY
CHOOSING = _endings(measure_words.CHOOSES, "，、；：。！")


def _own(m: str) -> set[str]:
    """Return what else asks for a number before a measure word."""
    own = _endings(words_of(COUNTED.get(m, "")))
    return own.union(
        {f"{m}、"} - CHOOSING if m not in OBJECTS else (),
        ("”", "企业") if m == "家" else (),
        _endings(measures._HELPS) if m == "人" else (),
        ("不到",) if m == "天" else (),
        ("人大", "政协", "大会", "员会") if m == "次" else (),
    )


def asked() -> dict[str, str]:
    """Return what ends before a unit whose number is lost: its last one or two characters.

    Before those with + or * what any measure word asks for may stand too.
    """
    every = (measures.TESTS.keys() | {"次"}) - {"个", "人次"}
    chosen = {m for m in OBJECTS if m not in PLAIN}
    shared = {m: ASKING | (CHOOSING if m in chosen else set()) for m in every}
    own = {
        "元": _endings(units._MONEY, "余多从由", ("每年", "每月", "每人", "每亩")),
        "倍": _endings(units._GROWS),
        "年": _endings(dates._SINCE, spans._EVENTS, spans._SPANS, "比由较—（(。！；？，："),
        "周年": _endings(spans._JUBILEES),
        **dict.fromkeys(("以上", "以下", "以内", "左右"), _endings(hollow._ASKED)),
        "同志": {*CLAUSE, *"由请听"},
        "号": {*"〕]］铁、和"},
        "大": {"党的"},
    }
    measured = {m: "+*"[m in chosen] + listed(_own(m) - some) for m, some in shared.items()}
    return measured | {unit: listed(endings) for unit, endings in own.items()}


def never() -> dict[str, str]:
    """Return the characters before a unit where no number is missing, whatever else is not asked."""
    every = (measures.TESTS.keys() | {"次"}) - {"个", "人次"}
    ge = (set(FINE["个"]) & measures._SOME) - _last(HEDGES, measure_words.MAKES)
    return {
        "个": _sorted(ge - QUANTITY),
        **{
            m: _sorted(((set(SHARED) | set(FINE.get(m, ""))) - QUANTITY) | {"多"})
            for m in every & PLAIN
        },
        **dict.fromkeys(("公里", "公顷", "公斤"), _sorted(units._FINE)),
        "亩": _sorted("每按用以论分"),
        "吨": _sorted("每按用以论分"),
        "亿": _sorted(large._ROUND),
        "万": _sorted(large._ROUND),
        "届": _sorted(_han(ordinals._NUMBER | ordinals._ANY_SESSION)),
        "中全会": _sorted(_han(ordinals._NUMBER)),
    }


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
