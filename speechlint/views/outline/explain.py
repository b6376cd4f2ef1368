"""What went wrong in a row of numbers that should count 1, 2, 3 and so on.

Pure arithmetic: it knows no text. A row may hold several lists one after the other (1 2 3 1 2),
or one inside another (1 2 1 2 3 3). Where it does not count up, the cheapest story is told:
一、三、三 is a wrong second number and not a gap with a repetition.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What each fault costs. Only the order matters: of two stories that fit equally well, the one
# that editors see more often is the cheaper.
_GAP, _DUPLICATE, _FIRST, _WRONG, _STRAY, _SWAP, _LONE = 1.0, 1.0, 1.0, 1.05, 1.1, 1.08, 0.9
_MORE, _LESS = 0.1, 0.01  # for each further number that a gap, or a lost beginning, leaves out
_HOPELESS = 2.5  # a story that is dearer than another by this much never catches up
_RESTART = 0.2
_NESTED = 3  # lists of one kind inside one another
_FRESH = 0.3  # a list seldom goes on inside a later paragraph


class Fault(NamedTuple):
    """What is wrong at the place `at` of the row.

    `name` is gap, duplicate, order or lone; `expected` the number that should stand there;
    `others` are places that help to understand it.
    """

    name: str
    at: int
    expected: int
    others: tuple[int, ...] = ()


class Run(NamedTuple):
    """One list of the row: its places, the number each should have, and its faults.

    The numbers are those that an editor would write when the places stay as they are. 0 stands
    for a place that does not belong there at all.
    """

    places: tuple[int, ...]
    numbers: tuple[int, ...]
    faults: tuple[Fault, ...] = ()


class Row(NamedTuple):
    """Numbers in the order of the text.

    `fresh` says of each whether it stands inside another paragraph than the one before, so
    that a new list is likely; `base` is the last number of a list that the row continues;
    `nests` says of each whether, being a 1, it can open a list inside its elder.
    """

    numbers: Sequence[int]
    fresh: Sequence[bool]
    nests: Sequence[bool]
    base: int = 0


def explain(row: Row) -> list[Run]:
    """Part a row into lists, and say what is wrong in each."""
    runs: list[Run] = []
    for places, clean in _joined(row, _count_up(row)):
        if clean:
            runs.append(Run(places, tuple(row.numbers[i] for i in places)))
        else:
            runs += _told(row, places)
    return runs


def _count_up(row: Row) -> list[list[int]]:
    """Part a row where it starts again at one; whatever does not fit stays where it stands."""
    runs: list[list[int]] = []
    open_runs: list[list[int]] = []
    for place, number in enumerate(row.numbers):
        here = open_runs[-1] if open_runs else None
        if here is None or (number == 1 and number != _next(row, here)):
            if not (here and row.nests[place]):
                open_runs.clear()
            del open_runs[:-_NESTED]
            open_runs.append([place])
            runs.append(open_runs[-1])
            continue
        while len(open_runs) > 1 and _returns(row, open_runs, number):
            open_runs.pop()
        open_runs[-1].append(place)
    return runs


def _returns(row: Row, open_runs: list[list[int]], number: int) -> bool:
    """Say whether the innermost list is over: it had two items, and an outer one goes on."""
    inner, outer = open_runs[-1], open_runs[:-1]
    done = number != _next(row, inner) and len(inner) > 1
    return done and any(number == _next(row, run) for run in outer)


def _next(row: Row, run: list[int]) -> int:
    return row.numbers[run[-1]] + 1


def _clean(row: Row, run: list[int]) -> bool:
    first = row.numbers[run[0]]
    if first != 1 and first != (row.base + 1 if run[0] == 0 else 1):
        return False
    if len(run) == 1 and first == 1:
        return False
    return all(row.numbers[b] == row.numbers[a] + 1 for a, b in pairwise(run))


def _joined(row: Row, runs: list[list[int]]) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Put a list that does not count up together with the neighbours it may belong to.

    A changed number looks like a new list: 1 2 1 4.
    """
    groups: list[tuple[list[int], bool]] = []
    for run in runs:
        clean = _clean(row, run)
        before = groups[-1] if groups else None
        if before and before[0][-1] == run[0] - 1 and not row.fresh[run[0]] and _solid(before[0]):
            bad = not clean and row.numbers[run[0]] == 1 and not _starts_well(row, run)
            if bad or (not before[1] and len(before[0]) == 1):
                groups[-1] = (before[0] + run, False)
                continue
        groups.append((run, clean))
    for places, clean in groups:
        yield tuple(places), clean


def _starts_well(row: Row, run: list[int]) -> bool:
    return len(run) > 1 and row.numbers[run[1]] == 2


def _solid(run: list[int]) -> bool:
    """Say whether no other list stands inside."""
    return run[-1] - run[0] == len(run) - 1


class _Step(NamedTuple):
    """A state of the story: the number just told, what it cost, and how it came about."""

    cost: float
    number: int
    short: bool  # the list has one member so far
    told: str
    place: int  # index into the places
    before: _Step | None


def _told(row: Row, places: tuple[int, ...]) -> list[Run]:
    """Tell the cheapest story of a row that does not count up."""
    numbers = [row.numbers[i] for i in places]
    base = row.base if places[0] == 0 else 0
    start = _Step(0.0, base, False, "", -1, None)
    layers: list[dict[tuple[int, bool], _Step]] = [{(base, False): start}]
    for index, number in enumerate(numbers):
        layer: dict[tuple[int, bool], _Step] = {}
        fresh = row.fresh[places[index]]
        for step in layers[index].values():
            for move in _moves(step, index, number, fresh=fresh):
                _keep(layer, move)
        if index:
            for step in layers[index - 1].values():
                if (numbers[index - 1], number) == (step.number + 2, step.number + 1):
                    _keep(layer, _Step(step.cost + _SWAP, number + 1, False, "swap", index, step))
        bound = min(step.cost for step in layer.values()) + _HOPELESS
        layers.append({key: step for key, step in layer.items() if step.cost <= bound})
    last = min(layers[-1].values(), key=lambda s: s.cost + (_LONE if s.short else 0.0))
    return _written(last, places, numbers)


def _keep(layer: dict[tuple[int, bool], _Step], step: _Step) -> None:
    key = (step.number, step.short)
    if key not in layer or step.cost < layer[key].cost:
        layer[key] = step


def _moves(step: _Step, index: int, number: int, *, fresh: bool) -> Iterator[_Step]:
    """Yield what `number` may be when it follows `step`."""

    def move(cost: float, told: str, now: int, *, short: bool = False) -> _Step:
        return _Step(step.cost + cost, now, short, told, index, step)

    due = step.number + 1
    started = step.place >= 0
    wary = _FRESH if fresh and started else 0.0
    new = started or not step.number  # whether a list may begin here
    short = not started and not step.number
    if number == due:
        yield move(0.0, "next", due, short=short)
    else:
        yield move(_WRONG + wary, "wrong", due, short=short)
    if number > due:
        if started or step.number:
            yield move(_GAP + _MORE * (number - due - 1) + wary, "gap", number)
        else:
            yield move(_FIRST + _LESS * (number - 2), "first", number, short=True)
    if not started:
        return
    if number == step.number:
        yield move(_DUPLICATE + wary, "duplicate", number)
    else:
        yield move(_STRAY + wary, "stray", step.number)
    if new:
        again = (0.0 if fresh else _RESTART) + (_LONE if step.short else 0.0)
        if number == 1:
            yield move(again, "next", 1, short=True)
        else:
            yield move(again + _FIRST + 0.15 * (number - 2), "first", number, short=True)
            yield move(again + _WRONG, "wrong", 1, short=True)


def _written(last: _Step, places: tuple[int, ...], numbers: list[int]) -> list[Run]:
    """Write the story down, list by list."""
    story: list[_Step] = []
    step: _Step | None = last
    while step is not None and step.place >= 0:
        story.append(step)
        step = step.before
    story.reverse()
    chapters: list[list[_Step]] = []
    for step in story:
        begins = step.told == "first" or (step.number == 1 and step.told in ("next", "wrong"))
        if begins or not chapters:
            chapters.append([])
        chapters[-1].append(step)
    return [_run(chapter, places, numbers) for chapter in chapters]


def _run(chapter: list[_Step], places: tuple[int, ...], numbers: list[int]) -> Run:
    members: list[int] = []
    right: list[int] = []
    faults: list[Fault] = []
    count = chapter[0].number - 1 if chapter[0].told != "first" else 0
    if chapter[0].told == "swap":
        count = chapter[0].number - 2
    for step in chapter:
        place = places[step.place]
        if step.told == "swap":
            members += [places[step.place - 1], place]
            right += [count + 1, count + 2]
            faults.append(Fault("order", places[step.place - 1], count + 1, (place,)))
            count += 2
            continue
        members.append(place)
        if step.told == "stray":
            right.append(0)
            twins = _twins(chapter, places, numbers, step)
            faults.append(Fault("duplicate" if twins else "order", place, 0, twins))
            continue
        count += 1
        right.append(count)
        if step.told in ("gap", "first"):
            faults.append(Fault("gap", place, count, tuple(members[-2:-1])))
        elif step.told == "duplicate":
            faults.append(Fault("duplicate", place, count, tuple(members[-2:-1])))
        elif step.told == "wrong":
            twins = _twins(chapter, places, numbers, step)
            faults.append(Fault("duplicate" if twins else "order", place, count, twins))
    if len(members) == 1 and not faults:
        faults.append(Fault("lone", members[0], 1))
    return Run(tuple(members), tuple(right), tuple(_merged(faults, chapter, places, numbers)))


def _twins(
    chapter: list[_Step], places: tuple[int, ...], numbers: list[int], step: _Step
) -> tuple[int, ...]:
    """Return the other places of the list that have the same number."""
    same = (s for s in chapter if numbers[s.place] == numbers[step.place])
    return tuple(places[s.place] for s in same if s.place != step.place)


def _merged(
    faults: list[Fault], chapter: list[_Step], places: tuple[int, ...], numbers: list[int]
) -> Iterator[Fault]:
    """Tell a moved item once, not as a gap here and a stray there; two exchanged ones too."""
    number = {places[s.place]: numbers[s.place] for s in chapter}
    for s in chapter:
        if s.told == "swap":
            number[places[s.place - 1]] = numbers[s.place - 1]
    gone: set[int] = set()
    for fault in faults:
        if fault.at in gone:
            continue
        if fault.name == "gap" and fault.others:
            hole = range(number[fault.others[-1]] + 1, number[fault.at])
            moved = [f for f in faults if f.expected == 0 and number[f.at] in hole]
            if moved and len(moved) == len(hole):
                gone |= {f.at for f in moved}
                yield Fault("order", moved[0].at, 0, (fault.at, *(f.at for f in moved[1:])))
                continue
        if fault.name == "order" and fault.expected:
            for other in faults:
                if (
                    other.name == "order"
                    and other.at > fault.at
                    and number[other.at] == fault.expected
                    and number[fault.at] == other.expected
                ):
                    gone.add(other.at)
                    fault = fault._replace(others=(other.at,))  # noqa: PLW2901
        yield fault
