"""The cheapest story of a row of numbers that does not count up.

一、三、三 is a wrong second number and not a gap with a repetition: every way to read the row
costs something, and the cheapest one is told.
"""

from __future__ import annotations

from speechlint.views.outline.explain import Run
from speechlint.views.outline.faults import Fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What each fault costs. Only the order matters: of two stories that fit equally well, the one
# that editors see more often is the cheaper.
_GAP, _DUPLICATE, _FIRST, _WRONG, _STRAY, _SWAP, _LONE = 1.0, 1.0, 1.0, 1.05, 1.1, 1.08, 0.9
_MORE, _LESS = 0.1, 0.01  # for each further number that a gap, or a lost beginning, leaves out
_HOPELESS = 2.5  # a story that is dearer than another by this much never catches up
_RESTART = 0.2
_FRESH = 0.3  # a list seldom goes on inside a later paragraph


class _Step:
    """A state of the story: the number just told, what it cost, and how it came about.

    `short` says that the list has one member so far; `place` is an index into the places.
    """

    __slots__ = ("before", "cost", "number", "place", "short", "told")

    def __init__(
        self, cost: float, number: int, told: str, place: int, before: _Step | None, *, short: bool
    ) -> None:
        self.cost = cost
        self.number = number
        self.short = short
        self.told = told
        self.place = place
        self.before = before


def tell(places: tuple[int, ...], numbers: list[int], fresh: list[bool], base: int) -> list[Run]:
    """Return the lists of the cheapest story; `fresh` and `base` are as in `explain`."""
    start = _Step(0.0, base, "", -1, None, short=False)
    layers: list[dict[tuple[int, bool], _Step]] = [{(base, False): start}]
    for index, number in enumerate(numbers):
        layer: dict[tuple[int, bool], _Step] = {}
        for step in layers[index].values():
            for move in _moves(step, index, number, fresh=fresh[index]):
                _keep(layer, move)
        if index:
            for step in layers[index - 1].values():
                if (numbers[index - 1], number) == (step.number + 2, step.number + 1):
                    cost = step.cost + _SWAP
                    _keep(layer, _Step(cost, number + 1, "swap", index, step, short=False))
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
        return _Step(step.cost + cost, now, told, index, step, short=short)

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
