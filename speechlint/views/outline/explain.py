"""What went wrong in a row of numbers that should count 1, 2, 3 and so on.

Pure arithmetic: it knows no text. A row may hold several lists one after the other (1 2 3 1 2),
or one inside another (1 2 1 2 3 3).
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.outline.faults import Fault

_NESTED = 3  # lists of one kind inside one another


class Run(NamedTuple):
    """One list of the row: its places, the number each should have, and its faults.

    The numbers are those that an editor would write when the places stay as they are. 0 stands
    for a place that does not belong there at all.
    """

    places: tuple[int, ...]
    numbers: tuple[int, ...]
    faults: tuple[Fault, ...] = ()


def explain(
    numbers: Sequence[int], fresh: Sequence[bool], nests: Sequence[bool], base: int = 0
) -> list[Run]:
    """Part a row of numbers, in the order of the text, into lists; say what is wrong in each.

    `fresh` says of each whether it stands inside another paragraph than the one before, so
    that a new list is likely; `base` is the last number of a list that the row continues;
    `nests` says of each whether, being a 1, it can open a list inside its elder.
    """
    runs: list[Run] = []
    for places, clean in _joined(numbers, fresh, base, _count_up(numbers, nests)):
        if clean:
            runs.append(Run(places, tuple(numbers[i] for i in places)))
        else:
            from speechlint.views.outline.story import tell

            told = [numbers[i] for i in places]
            anew = [fresh[i] for i in places]
            runs += tell(places, told, anew, base if places[0] == 0 else 0)
    return runs


def _count_up(numbers: Sequence[int], nests: Sequence[bool]) -> list[list[int]]:
    """Part a row where it starts again at one; whatever does not fit stays where it stands."""
    runs: list[list[int]] = []
    open_runs: list[list[int]] = []
    for place, number in enumerate(numbers):
        here = open_runs[-1] if open_runs else None
        if here is None or (number == 1 and number != _next(numbers, here)):
            if not (here and nests[place]):
                open_runs.clear()
            del open_runs[:-_NESTED]
            open_runs.append([place])
            runs.append(open_runs[-1])
            continue
        while len(open_runs) > 1 and _returns(numbers, open_runs, number):
            open_runs.pop()
        open_runs[-1].append(place)
    return runs


def _returns(numbers: Sequence[int], open_runs: list[list[int]], number: int) -> bool:
    """Say whether the innermost list is over: it had two items, and an outer one goes on."""
    inner, outer = open_runs[-1], open_runs[:-1]
    done = number != _next(numbers, inner) and len(inner) > 1
    return done and any(number == _next(numbers, run) for run in outer)


def _next(numbers: Sequence[int], run: list[int]) -> int:
    return numbers[run[-1]] + 1


def _clean(numbers: Sequence[int], base: int, run: list[int]) -> bool:
    first = numbers[run[0]]
    if first != 1 and first != (base + 1 if run[0] == 0 else 1):
        return False
    if len(run) == 1 and first == 1:
        return False
    return all(numbers[b] == numbers[a] + 1 for a, b in pairwise(run))


def _joined(
    numbers: Sequence[int], fresh: Sequence[bool], base: int, runs: list[list[int]]
) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Put a list that does not count up together with the neighbours it may belong to.

    A changed number looks like a new list: 1 2 1 4.
    """
    groups: list[tuple[list[int], bool]] = []
    for run in runs:
        clean = _clean(numbers, base, run)
        before = groups[-1] if groups else None
        if before and before[0][-1] == run[0] - 1 and not fresh[run[0]] and _solid(before[0]):
            bad = not clean and numbers[run[0]] == 1 and not _starts_well(numbers, run)
            if bad or (not before[1] and len(before[0]) == 1):
                before[0].extend(run)
                groups[-1] = (before[0], False)
                continue
        groups.append((run, clean))
    for places, clean in groups:
        yield tuple(places), clean


def _starts_well(numbers: Sequence[int], run: list[int]) -> bool:
    return len(run) > 1 and numbers[run[1]] == 2


def _solid(run: list[int]) -> bool:
    """Say whether no other list stands inside."""
    return run[-1] - run[0] == len(run) - 1
