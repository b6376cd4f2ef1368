"""The figures of drafts and their relations as JSON, version 1; positions as in the JSON report.

Numbers are exact, in the base unit of their dimension, and therefore strings: “0.125”, “2000/3”.
"""

from __future__ import annotations

from speechlint.reporters.json import place, span, whole
from speechlint.views.figures.hedges import reach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from speechlint.accounts import Account
    from speechlint.failing import Failure
    from speechlint.text import LineIndex, Span
    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations import Relation


def render(accounts: Iterable[Account], errors: Iterable[Failure]) -> str:
    """Return all accounts as JSON with a final newline."""
    return whole([_file(account) for account in accounts], errors)


def _file(account: Account) -> dict[str, Any]:
    lines = account.lines
    return {
        "path": account.path,
        "encoding": account.encoding,
        "unit": account.unit,
        "figures": [_figure(where, q, lines) for where, q in account.figures],
        "relations": [_relation(relation, lines) for relation in account.relations],
    }


def _figure(where: Span, quantity: Quantity, lines: LineIndex) -> dict[str, Any]:
    low, high = reach(quantity)
    return {
        "text": quantity.text,
        **place(where, lines),
        "unit": quantity.unit,
        "dimension": quantity.dimension,
        "value": exact(quantity.value),
        "low": low and exact(low),
        "high": high and exact(high),
        "hedge": quantity.hedge,
        "masked": quantity.masked,
    }


def _relation(relation: Relation, lines: LineIndex) -> dict[str, Any]:
    return {
        "kind": relation.kind,
        "verdict": relation.verdict.value,
        "stated": relation.stated,
        **place(relation.span, lines),
        "computation": relation.computation,
        "reason": relation.reason,
        "operands": [{"span": span(o.span), "message": o.message} for o in relation.operands],
    }


def exact(number: Interval) -> str:
    """Return an exact number in decimal digits, as a fraction where they would not end."""
    from fractions import Fraction

    value = Fraction(number.low, number.over)
    rest, places = value.denominator, 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for factor in (2, 5):
        while rest % factor == 0:
            rest, places = rest // factor, places + 1
    if rest > 1:
        return str(value)
    scaled = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    units, decimals = scaled[: len(scaled) - places], scaled[len(scaled) - places :].rstrip("0")
    return ("-" if value < 0 else "") + units + ("." + decimals if decimals else "")
