"""Verdicts by interval arithmetic, and computations written out for the reader."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.views.figures.interval import Interval, exactly, spelled
from speechlint.views.relations import Relation, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechlint.views.figures import Quantity

_SCALES = {
    10**12: "万亿",
    10**11: "千亿",
    10**10: "百亿",
    10**8: "亿",
    10**7: "千万",
    10**6: "百万",
    10**5: "十万",
    10**4: "万",
    1000: "千",
    100: "百",
    1: "",
}


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of intervals."""
    result = exactly(0)
    for interval in intervals:
        result = result.plus(interval)
    return result


def compare(
    claimed: Interval, computed: Interval, step: Interval
) -> tuple[Verdict, Severity | None]:
    """Say whether a claim can be true, and how grave it is if not.

    Off by no more than `step`, one unit of the last printed digit, is information: a value
    cut off instead of rounded.
    """
    if claimed.meets(computed):
        return Verdict.PROVED, None
    if claimed.widened(step).meets(computed):
        return Verdict.REFUTED, Severity.INFO
    return Verdict.REFUTED, None


def unknown(kind: str, claim: Quantity, reason: str) -> Relation:
    """Return a relation that cannot be computed; the reason is Chinese."""
    return Relation(kind, Verdict.UNKNOWN, claim.span, claim.text, reason=reason)


def operands(quantities: Iterable[Quantity], role: str) -> tuple[Related, ...]:
    return tuple(Related(q.span, f"{role} {q.text}") for q in quantities)


def digits(quantity: Quantity) -> str:
    """Return the printed number without scale and unit."""
    return spelled(quantity.digits, 10**quantity.places, quantity.places)


def tail(quantity: Quantity) -> str:
    """Return scale and unit: 万元."""
    return _SCALES[quantity.scale] + quantity.unit


def printed(value: Interval, like: Quantity, more: int = 4) -> str:
    """Return an exact value in scale and unit of a quantity, without them.

    It has as many decimals as that, or up to so many `more` where they are needed.
    """
    up, over = like.factor
    number = value.low * over
    under = value.over * up * like.scale
    places = like.places
    while places < like.places + more and number * 10**places % under:
        places += 1
    return spelled(number, under, places)


def corrected(value: Interval, like: Quantity, scale: int = 1) -> str:
    """Return an exact value as the figure would be printed, half up; "" where it is in words.

    `scale` is 100 where the value is a share and the figure counts points.
    """
    if not like.text.endswith(tail(like)) or not like.text[0].isascii():
        return ""
    up, over = like.factor
    number, under = value.low * over * scale, value.over * up * like.scale
    if number < 0:
        return ""
    whole, rest = divmod((2 * number * 10**like.places + under) // (2 * under), 10**like.places)
    decimals = f".{rest:0{like.places}d}" if like.places else ""
    return f"{whole}{decimals}{tail(like)}"


def slip(printed: Quantity, value: Interval) -> bool:
    """Say whether a figure is a value rounded, but for one digit or two that changed places."""
    up, by = printed.factor
    number, under = value.low * by * 10**printed.places, value.over * up * printed.scale
    a, b = str(printed.digits), str((2 * number + under) // (2 * under))
    differ = [n for n in range(len(a)) if a[n] != b[n]] if len(a) == len(b) else []
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        return a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]
    return len(differ) == 1


def over(part: Interval, whole: Interval) -> Interval:
    """Return one exact value divided by another."""
    return exactly(part.low * whole.over, part.over * whole.low)


def sum_of(parts: Sequence[Quantity], whole: Quantity) -> str:
    """Write out a sum: “6200+5400+3300=14900万元=1.49亿元”."""
    value = total(part.value for part in parts)
    first = parts[0]
    if len(parts) == 1:
        return f"其中一项已有{digits(first)}{tail(first)}"
    if any(tail(part) != tail(first) for part in parts):
        terms = "+".join(digits(part) + tail(part) for part in parts)
        return f"{terms}={printed(value, whole)}{tail(whole)}"
    result = f"{'+'.join(map(digits, parts))}={printed(value, first)}{tail(first)}"
    if (whole.scale, whole.factor) != (first.scale, first.factor):
        result += f"={printed(value, whole)}{tail(whole)}"
    return result


def quotient(part: Quantity, whole: Quantity, share: Quantity) -> str:
    """Write out a share: “96÷128=75%”, “186.5÷412.3≈45.234%”."""
    same = tail(part) == tail(whole)
    left = digits(part) if same else digits(part) + tail(part)
    right = digits(whole) if same else digits(whole) + tail(whole)
    return f"{left}÷{right}{ratio(part.value, whole.value, share)}"


def ratio(part: Interval, whole: Interval, share: Quantity) -> str:
    """Write out one exact value over another, in the unit of a share: “=75%”, “≈45.234%”."""
    return _over(part, whole, share.factor, share.places) + share.unit


def percent(part: Interval, whole: Interval) -> str:
    """Write out one exact value over another in hundredths."""
    return _over(part, whole, (1, 100), 0) + "%"


def _over(part: Interval, whole: Interval, factor: tuple[int, int], least: int) -> str:
    number, under = part.low * whole.over * factor[1], whole.low * part.over * factor[0]
    places = least
    while places < least + 2 and number * 10**places % under:
        places += 1
    sign = "≈" if number * 10**places % under else "="
    return f"{sign}{spelled(number, under, places)}"


def fits(part: Interval, whole: Interval, share: Quantity) -> tuple[Verdict, Severity | None]:
    """Say whether part = share × whole can be true; all must be free of negative numbers."""
    if share.interval.times(whole).meets(part):
        return Verdict.PROVED, None
    wide = share.interval.widened(share.step)
    wide.low = max(0, wide.low)
    return Verdict.REFUTED, Severity.INFO if wide.times(whole).meets(part) else None
