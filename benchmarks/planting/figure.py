"""Sums and shares that are wrong by more than rounding."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from planting import Case, Way, ends
from speechlint.text import Span

Numbers = Callable[[Random], dict[str, str]]

# A right sentence is made of numbers; to make it wrong, one of those named last is changed.
_SUMS = (
    "今年全县安排重点项目{t}个，其中新建{a}个、续建{b}个、收尾{c}个。",
    "全市共有规模以上工业企业{t}家，其中国有{a}家、民营{b}家、外资{c}家。",
    "全年完成固定资产投资{T}亿元，其中第一产业{A}亿元、第二产业{B}亿元、第三产业{C}亿元。",
    "项目总投资{T}亿元，分别由中央补助{A}亿元、省级配套{B}亿元、市县自筹{C}亿元组成。",
    "一季度开工{a}个、二季度开工{b}个、三季度开工{c}个，前三季度共开工{t}个。",
    "全县{t}个行政村中，已完成改造的{a}个，正在改造的{b}个，尚未启动的{c}个。",
    "东城、西城、南城三个片区分别完成征收{a}户、{b}户、{c}户，共{t}户。",
)
_SHARES = (
    "{w}个项目中已开工{p}个，占{s}%。",
    "全市工业投资完成{P}亿元，占固定资产投资总额{W}亿元的{S}%。",
    "年度计划投资{W}亿元，已完成{P}亿元，占年度计划的{S}%。",
    "全县{w}个行政村中，有{p}个建成了集中供水，占{s}%。",
    "参训干部{w}人，其中女干部{p}人，占{s}%。",
)


def _sum(rng: Random) -> dict[str, str]:
    parts = [rng.randint(21, 89) for _ in range(3)]
    numbers = dict(zip("abct", map(str, (*parts, sum(parts))), strict=True))
    tenths = [rng.randint(105, 989) for _ in range(3)]
    tenths.append(sum(tenths))
    return numbers | dict(zip("ABCT", (f"{n / 10:.1f}" for n in tenths), strict=True))


def _share(rng: Random) -> dict[str, str]:
    whole, big = rng.randint(60, 240), rng.randint(1200, 9000)
    part, piece = rng.randint(20, whole - 10), rng.randint(300, big - 200)
    return {
        "w": str(whole),
        "p": str(part),
        "s": f"{part / whole * 100:.1f}",
        "W": f"{big / 10:.1f}",
        "P": f"{piece / 10:.1f}",
        "S": f"{piece / big * 100:.1f}",
    }


def _changed(number: str, rng: Random) -> str:
    """Return a number with one of its digits changed, the last of a decimal excepted."""
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    at = rng.choice(digits[:-1] or digits) if "." in number else rng.choice(digits)
    others = [d for d in "123456789" if d != number[at]]
    return number[:at] + rng.choice(others) + number[at + 1 :]


def _way(kind: str, template: str, make: Numbers, names: str) -> Way:
    def plant(text: str, rng: Random) -> Case | None:
        numbers = make(rng)
        slip = rng.choice([n for n in names if f"{{{n}}}" in template])
        right = template.format(**numbers)
        wrong = template.format(**{**numbers, slip: _changed(numbers[slip], rng)})
        at = rng.choice(ends(text))
        return Case(
            text[:at] + right + text[at:],
            text[:at] + wrong + text[at:],
            (Span(at, at + len(wrong)),),
        )

    return Way(f"figure.{kind}", template, plant, frozenset({"figure"}))


WAYS = (
    *(_way("sum", template, _sum, "abctABCT") for template in _SUMS),
    *(_way("share", template, _share, "sS") for template in _SHARES),
)
