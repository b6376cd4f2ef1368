"""Exact intervals: what a printed number can stand for.

Whole numbers over a whole number: `fractions` and `decimal` cost 5 to 8 ms at start-up. And
plain classes here and in the views that build on this: each NamedTuple takes as long to
make as it takes to check a page.
"""

from __future__ import annotations


class Interval:
    """All numbers from low/over to high/over, both included; `over` is positive."""

    __slots__ = ("high", "low", "over")

    def __init__(self, low: int, high: int, over: int = 1) -> None:
        self.low = low
        self.high = high
        self.over = over

    def __repr__(self) -> str:
        return f"Interval({self.low}, {self.high}, {self.over})"

    def plus(self, other: Interval) -> Interval:
        more, less = max(self.over, other.over), min(self.over, other.over)
        over = more if more % less == 0 else more * less  # no gcd: `math` takes 0.2 ms to import
        mine, theirs = over // self.over, over // other.over
        return Interval(
            self.low * mine + other.low * theirs, self.high * mine + other.high * theirs, over
        )

    def minus(self, other: Interval) -> Interval:
        return self.plus(Interval(-other.high, -other.low, other.over))

    def times(self, other: Interval) -> Interval:
        """Return all products; both must be free of negative numbers."""
        return Interval(self.low * other.low, self.high * other.high, self.over * other.over)

    def scaled(self, up: int, over: int = 1) -> Interval:
        """Return up/over times the interval."""
        return Interval(self.low * up, self.high * up, self.over * over)

    def widened(self, by: Interval) -> Interval:
        """Return the interval with `by.high` more on either side."""
        return self.plus(Interval(-by.high, by.high, by.over))

    def below(self, other: Interval) -> bool:
        """Say whether all of it is less than all of the other."""
        return self.high * other.over < other.low * self.over

    def meets(self, other: Interval) -> bool:
        """Say whether some number lies in both."""
        return not self.below(other) and not other.below(self)


def exactly(number: int, over: int = 1) -> Interval:
    """Return the interval that holds one number."""
    return Interval(number, number, over)


def spelled(number: int, over: int, places: int) -> str:
    """Return number/over in decimal digits, half up, without zeros at the end."""
    scaled = (2 * abs(number) * 10**places + over) // (2 * over)
    whole, rest = divmod(scaled, 10**places)
    fraction = f"{rest:0{places}d}".rstrip("0") if places else ""
    sign = "-" if number < 0 and scaled else ""
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"
