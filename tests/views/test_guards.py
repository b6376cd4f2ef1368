"""What is asked for before an expression stands in all that the expression matches."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from speechlint.views.relations.names import FEW
from tests import proofs

VIEWS = "speechlint.views"
YEAR = ("19", "20")
# Module, its expressions, and what is asked for: words, characters, or the name of either there.
# What has an expression in the place of words is asked for with that.
ASKED: tuple[tuple[str, str, str | tuple[str, ...]], ...] = (
    ("relations.changes", "_CLAIM _BEFORE", "_SAID"),
    ("relations.changes", "_FROM _BASE _WAS _THIS_YEAR _YEAR _YEAR_LATER", "_WAS_SAID"),
    ("relations.changes", "_FROM", "由从"),
    ("relations.changes", "_BEFORE", "比"),
    ("relations.changes", "_WAS", "年"),
    ("relations.changes", "_PACE", "增涨降"),
    ("relations.changes", "_YEAR _YEAR_LATER", YEAR),
    ("relations.changes", "_THIS_YEAR", ("今年",)),
    ("relations.days", "_QUARTER", tuple(f"第{n}季度" for n in "五六七八九")),
    ("relations.stretches", "_STRETCH _LASTED", "天周"),
    ("relations.days", "_DAY _HAN_DAY _MONTH _MONTHS", "月"),
    ("relations.days", "_MONTH", YEAR),
    ("relations.days", "_MONTHS", "_TO"),
    ("relations.enumeration", "_AFTER", "_MANY"),
    ("relations.catchwords", "_LETTERS", "、"),
    ("relations.counted", "QUOTED", ("大”",)),
    ("relations.enumeration", "_LISTED", "（："),
    ("relations.rests", "_REST", "余剩"),
    ("relations.hedge", "_INSIDE", "余多几"),
    ("relations.ranks", "_RANKS", "第"),
    ("relations.list", "_PERIODS", ("季度", "年", "月")),
    ("relations.lists", "_EACH", "均每"),
    ("relations.means", "_MEAN", "均每产"),
    ("relations.named", "_FINE _FINE_DAYS", ("优良", "城镇化率")),
    ("relations.known", "_DUE", ("应到",)),
    ("relations.parted", "_DONE", "已"),
    ("relations.known", "_ALL_IN _YEARS", ("投资",)),
    ("relations.rate", "_AMONG", "中里"),
    ("relations.rate", "_RATE", ("率", "进度")),
    ("relations.means", "_MEAN _BARE _A_YEAR _YIELD", "均每产人户亩"),
    ("relations.spoken", "_QUARTER", ("四季度", "4季度")),
    ("relations.spoken", "_TITLE _DATED _AWARDS _BESIDE", YEAR),
    ("relations.spoken", "_AWARDS", "_AWARDED"),
    ("relations.spoken", "_THIS_JUBILEE", ("周年",)),
    ("relations.structured", "_RATIO", ":：∶"),
    ("relations.structured", "_IN_TURN", "%％"),
    ("relations.tails", "_TOTAL _TOTAL_OF", "共总计"),
    ("relations.tails", "_NAMED", "总"),
    ("relations.years", "_JUBILEE", ("周年",)),
    ("relations.years", "_PLAN_SPAN _SPAN_PLAN _PLAN_YEAR _YEAR_PLAN _JUBILEE", YEAR),
    ("relations.years", "_SPAN_OF_YEARS _YEARS_LONG _BACKWARDS _BUILT _BUILT_BEFORE", YEAR),
    ("year", "_CHINESE", "_CENTURIES"),
    ("year", "_CHINESE", "年"),
    ("year", "_DATED _TITLE _DATE _NOW _BEEN _ANY", YEAR),
    ("year", "_MEETING", ("党的",)),
)
# The same where what is asked for is named in another module.
ELSEWHERE = (
    ("relations.enumeration", "_LAST", "relations.catchwords", "_LAST_WORD"),
    ("relations.enumeration", "_OF_LETTERS", "relations.catchwords", "_LETTERS"),
    ("relations.enumeration", "_SOME_CAUGHT", "relations.catchwords", "_LAST_WORD _LETTERS"),
    ("relations.enumeration", "_SOME_OPENED", "relations.catchwords", "_CATCHWORD _EXPLAINED"),
    ("relations.enumeration", "_SOME_CLOSED", "relations.catchwords", "_IN_QUOTES"),
    ("relations.enumeration", "_COUNTS", "relations.counted", "COUNTED"),
    ("relations.growth", "_MOVED", "relations.indices", "_BARE"),
    ("relations.list", "_RANKED", "relations.ranks", "_RANKS"),
    ("relations.structure", "_DIVIDED", "relations.structured", "_IN_TURN"),
    ("relations.sum", "_TAILED", "relations.tails", "_TOTAL _TOTAL_OF _NAMED"),
    ("relations.sum", "_REST", "relations.left", "_REST"),
    ("relations.sum", "_KNOWN", "relations.known", "_DUE _ALL_IN"),
    ("relations.sum", ("元以上",), "relations.known", "_ROUND"),
    (
        "relations.dated",
        "_PLANS",
        "relations.years",
        "_PLAN_SPAN _SPAN_PLAN _PLAN_YEAR _YEAR_PLAN _PLAN_LENGTH",
    ),
    ("relations.dated", "_PLANS", "relations.spoken", "_THIS_PLAN"),
)
# Module, expression, and the characters of which one stands at its end.
ENDS = (
    ("figures", "_BEFORE", "_BEFORE_ENDS"),
    ("relations.lists", "_CHANGE", "_CHANGE_ENDS"),
    ("relations.lists", "_VERB", "VERB_ENDS"),
    ("relations.parted", "_VERB", "VERB_ENDS"),
    ("relations.tails", "_TOTAL", "_TOTAL_ENDS"),
)
BEGINS = (
    ("figures", "_AFTER", "_AFTER_BEGINS"),
    ("relations.lists", "TOTAL", "_TOTAL_BEGINS"),
    ("relations.parted", "_WANTING", "_STILL"),
    ("figures.hedges", "_AFTER", "_AFTER_BEGINS"),
)


def _named(module: str, name: str) -> Any:
    return getattr(import_module(f"{VIEWS}.{module}"), name)


def _patterns(module: str, names: str) -> list[str]:
    found = [_named(module, name) for name in names.split()]
    return [e.pattern for f in found for e in (f if isinstance(f, tuple) else (f,))]


def _words(module: str, asked: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(asked, str) and asked.startswith("_"):
        asked = _named(module, asked)
    asked = getattr(asked, "pattern", asked)
    written = isinstance(asked, str) and "[" in asked
    return proofs.language(asked) if written and isinstance(asked, str) else tuple(asked)


@pytest.mark.parametrize(("module", "names", "asked"), ASKED)
def test_asked_before(module: str, names: str, asked: str | tuple[str, ...]) -> None:
    for pattern in _patterns(module, names):
        assert proofs.holds(pattern, _words(module, asked)), pattern


@pytest.mark.parametrize(("module", "asked", "where", "names"), ELSEWHERE)
def test_asked_elsewhere(module: str, asked: str | tuple[str, ...], where: str, names: str) -> None:
    for pattern in _patterns(where, names):
        assert proofs.holds(pattern, _words(module, asked)), pattern


def test_known_parts() -> None:
    """What a sentence with two figures is asked for holds the words that parts are known by."""
    for word, *_ in _named("relations.known", "_KNOWN"):
        assert word in _named("relations.sum", "_KNOWN")


LEADS = "其中 分布在 包括 具体包括 划分为 分成 分别是 分别为 具体为 中已 中有 中未 由甲、乙组成 由甲构成"


@pytest.mark.parametrize("words", LEADS.split())
def test_heads(words: str) -> None:
    """What leads to parts is asked for in a sentence; “由” only with what it belongs to."""
    assert _named("relations.heads", "_HEAD").search(words)
    assert _named("relations.sum", "_HEADED").search(words)


@pytest.mark.parametrize(("module", "name", "chars"), ENDS)
def test_ends(module: str, name: str, chars: str) -> None:
    assert proofs.ends(_patterns(module, name)[0]) <= set(_named(module, chars))


@pytest.mark.parametrize(("module", "name", "chars"), BEGINS)
def test_begins(module: str, name: str, chars: str) -> None:
    assert proofs.begins(_patterns(module, name)[0]) <= set(_named(module, chars))


def test_a_letter_of_a_list_leads() -> None:
    """Whatever begins with a name and a mark is found by the one expression for all of them."""
    some = _named("relations.enumeration", "_SOME").pattern
    for name in ("_MANY", "_COUNTS", "_LAST", "_OF_LETTERS"):
        assert _named("relations.enumeration", name) in some


def test_letters_and_catchwords() -> None:
    """One character stands between two marks of a list of letters, and in quotes with its number."""
    letters = _named("relations.catchwords", "_LETTERS").pattern
    assert "[一-龥](?:、[一-龥]){2,8}" in letters
    word = _named("relations.catchwords", "_CATCHWORD").pattern
    assert word.endswith(f"“(?P<number>{FEW})(?P<word>[一-龥])”")


@pytest.mark.parametrize(
    ("pattern", "words", "proved"),
    [
        ("甲乙", "乙", True),
        ("甲乙?", "乙", False),
        ("(?:甲|乙)丙", ("甲丙", "乙丙"), True),
        ("(?:甲|乙)丙", ("甲丙",), False),
        ("(?:甲|乙.*)丙", ("甲丙", "乙"), True),
        ("(?:甲|.*乙)丙", ("甲丙", "乙丙"), True),
        ("(?:甲|.*乙)丙", ("甲", "甲丙"), False),
        ("(?:.*甲)+乙", ("甲乙",), True),
        ("(?:.*甲)*乙", ("甲乙",), False),
        ("[甲乙](?=丙|丁)", ("甲丙", "甲丁", "乙丙", "乙丁"), True),
        ("甲(?!乙)丙", ("甲丙",), True),
        ("(?:甲(?=乙)|丙)乙", ("乙乙",), False),
        ("(?<!甲)乙", "甲", False),
        ("[^甲]", "甲", False),
        ("甲{2,3}", ("甲甲",), True),
        ("甲+乙", ("甲乙",), True),
        ("乙甲+|甲+乙", ("甲乙", "乙甲"), True),
        ("甲*乙", ("甲乙",), False),
        ("甲(?=(?:乙|丙.)丁)", ("乙丁", "甲丙"), True),
        ("(?<=乙)甲(?!丙)", ("乙甲",), True),
        ("(?:甲|丁)(?:(?<=甲)乙|(?<=丁)丙)", ("甲乙", "丁丙"), True),
        ("(?<!乙)甲", ("乙甲",), False),
        ("[二三]大", "二三", True),
        (".", "", False),
    ],
)
def test_proofs(pattern: str, words: str | tuple[str, ...], *, proved: bool) -> None:
    assert proofs.holds(pattern, words) is proved


def test_edges() -> None:
    assert proofs.ends("甲(?:乙|丙)?$") == {"甲", "乙", "丙"}
    assert proofs.begins("(?:甲|乙*)丙(?!丁)") == {"甲", "乙", "丙"}
    assert proofs.begins("(?<!甲)[乙丙]+") == {"乙", "丙"}
    for pattern in ("甲?", ".甲", "[^甲]"):
        with pytest.raises(ValueError):  # noqa: PT011
            proofs.begins(pattern)


def test_language() -> None:
    assert proofs.language("甲[乙丙]?|丁") == ("丁", "甲", "甲丙", "甲乙")
    for pattern in ("甲+", "甲(?=乙)", "^甲", "[一-龥]", "[^甲]"):
        with pytest.raises(ValueError):  # noqa: PT011
            proofs.language(pattern)
