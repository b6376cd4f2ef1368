"""Apply fixes: until at rest, and none that brings a new diagnostic."""

from __future__ import annotations

from collections import Counter

from speechlint.diagnostic import Applicability
from speechlint.light import bisect_left
from speechlint.places import Moves, Places
from speechlint.record import NamedTuple
from speechlint.sources.rewriting import begin, changed
from speechlint.suppress import Sifted
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document
    from speechlint.linter import Linter
    from speechlint.places import Change
    from speechlint.sources import Source
    from speechlint.sources.docx.tracking import Track

    Place = tuple[str, Span]  # a rule, and where it reported something

_PASSES = 20
_BLANKS = "placeholder."
_TRIALS = 100  # of one pass: whatever is left then is not fixed


class RestlessError(RuntimeError):
    """Fixes that undo one another; Chinese."""


class Fixed(NamedTuple):
    """A text after its fixes.

    Each of the `steps` holds for the text that the one before made. `made` counts the fixes;
    `document` is that of the text, and `sifted` what remains to be said of it. A fix that would
    have brought a new diagnostic is only for display.
    """

    text: str
    steps: tuple[tuple[Change, ...], ...]
    made: int
    document: Document
    sifted: Sifted


class Mended(NamedTuple):
    """What fixes made of a file: how many there were, its text before, and its bytes now.

    Each of the `steps` holds for the text that the one before made.
    """

    made: int
    before: str
    data: bytes
    steps: tuple[tuple[Change, ...], ...] = ()


def mended(
    linter: Linter,
    source: Source,
    data: bytes,
    path: str,
    *,
    trust: Collection[Applicability],
    track: Track | None,
    look: Callable[[Source, Document, list[Diagnostic]], Sifted],
) -> tuple[Mended, Source, Sifted]:
    """Apply fixes to a file; return what was done, the file as it is then, and what remains.

    `look` says what is suppressed in it, and which fixes cannot be written into it. Raise
    RestlessError, or ReadError where it cannot be written as it was read.
    """
    before = source.document
    file = begin(source, data, path, track)

    def sift(document: Document, found: list[Diagnostic]) -> Sifted:
        return look(file.source(document), document, found)

    fixed = mend(linter, before, trust, file.changed, sift)
    written = file.data(fixed.document) if fixed.made else data
    done = Mended(fixed.made, before.text, written, fixed.steps)
    return done, file.source(fixed.document), fixed.sifted


def fix(
    linter: Linter,
    text: str,
    trust: Collection[Applicability],
    read: Callable[[str], Document],
    sift: Callable[[Document, list[Diagnostic]], Sifted] | None = None,
) -> Fixed:
    """Apply fixes to a text; see `mend`."""
    return mend(linter, read(text), trust, lambda old, made: read(changed(old.text, made)), sift)


def mend(
    linter: Linter,
    document: Document,
    trust: Collection[Applicability],
    change: Callable[[Document, Sequence[Change]], Document],
    sift: Callable[[Document, list[Diagnostic]], Sifted] | None = None,
) -> Fixed:
    """Apply fixes until none is left; raise RestlessError if that never comes.

    `change` makes the document that changes make of another. `sift` says what is suppressed.
    What is so at first stays so, though fixes beside it may change what the baseline knows it
    by.
    """

    def look(document: Document, held: frozenset[Place] | None) -> _State:
        found = linter.lint(document)
        sifted = sift(document, found) if sift else Sifted(tuple(found))
        if held is None:
            held = frozenset((d.rule, d.span) for d in sifted.suppressed)
        return _State(document, _withheld(sifted, held), held)

    safe = {Applicability.SAFE}.intersection(trust)
    state = look(document, None)
    refused: frozenset[Place] = frozenset()
    steps: list[tuple[Change, ...]] = []
    number = 0
    while len(steps) < _PASSES:
        able = [d for d in state.sifted.kept if (d.rule, d.span) not in refused]
        # The safe ones first: what comes of the others must not stand in their way.
        picked = chosen(able, safe) or chosen(able, trust)
        if not picked:
            sifted = state.sifted._replace(
                kept=tuple(_shown(d, refused) for d in state.sifted.kept)
            )
            return Fixed(state.document.text, tuple(steps), number, state.document, sifted)
        state, taken, failed = _advance(state, picked, change, look)
        if taken:
            steps.append(tuple(changes(taken)))
            number += len(taken)
            refused = frozenset()  # what failed may do now
        else:
            refused |= {(d.rule, d.span) for d in failed}
    raise RestlessError(f"改了 {_PASSES} 遍还有要改的：有规则改来改去")


class _State(NamedTuple):
    """A text, what is said of it, and the places whose suppression is held to."""

    document: Document
    sifted: Sifted
    held: frozenset[Place]


def _advance(
    state: _State,
    picked: list[Diagnostic],
    change: Callable[[Document, Sequence[Change]], Document],
    look: Callable[[Document, frozenset[Place]], _State],
) -> tuple[_State, list[Diagnostic], list[Diagnostic]]:
    """Apply as many fixes as bring nothing new; return what comes of it, those, and the others.

    Where all together bring something, halves are tried, and their halves.
    """
    best = state
    good: list[Diagnostic] = []
    bad: list[Diagnostic] = []
    groups = [picked]
    trials = 0
    while groups:
        group = groups.pop()
        made = changes(good + group)
        after = look(change(state.document, made), _carried(state.held, made))
        trials += 1
        if not _new(state.sifted.kept, made, after.sifted.kept):
            best, good = after, good + group
        elif len(group) > 1 and trials < _TRIALS:
            groups += [group[len(group) // 2 :], group[: len(group) // 2]]
        else:
            bad += group
    return best, good, bad


def _new(before: Sequence[Diagnostic], made: Sequence[Change], after: Sequence[Diagnostic]) -> bool:
    """Say whether a rule reports more than before the changes, or something at another place.

    What it gathered in one diagnostic it had said of each place.
    """
    if not Counter(map(_name, after)) <= Counter(map(_name, before)):
        return True
    moves = Moves(made)
    places: dict[str, list[Span]] = {}
    for d in before:
        for span in (d.span, *(r.span for r in d.related)):
            start, end = moves.carried(span)
            places.setdefault(_name(d), []).append(Span(max(start - 1, 0), end + 1))
    known = {name: Places(spans) for name, spans in places.items()}
    return not all(_name(d) in known and known[_name(d)].touch(d.span) for d in after)


def _name(d: Diagnostic) -> str:
    """Return the rule; but a blank is the same blank when its line is joined to the others."""
    return _BLANKS if d.rule.startswith(_BLANKS) else d.rule


def apply(text: str, diagnostics: Iterable[Diagnostic], trust: Collection[Applicability]) -> str:
    """Apply the fixes that may be trusted, each whole or not at all.

    Of two that overlap only the first is applied; the other waits for the next pass.
    """
    return changed(text, changes(chosen(diagnostics, trust)))


def chosen(diagnostics: Iterable[Diagnostic], trust: Collection[Applicability]) -> list[Diagnostic]:
    """Return those whose fixes may be trusted and do not overlap."""
    found: list[Diagnostic] = []
    taken: list[Change] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or fix.applicability not in trust:
            continue
        edits = changes([diagnostic])
        places = [bisect_left(taken, edit) for edit in edits]
        if not any(
            _clash(edit, other)
            for edit, at in zip(edits, places, strict=True)
            for other in taken[max(at - 1, 0) : at + 1]
        ):
            found.append(diagnostic)
            for edit in edits:
                taken.insert(bisect_left(taken, edit), edit)
    return found


def changes(diagnostics: Iterable[Diagnostic]) -> list[Change]:
    """Return the edits of fixes that do not overlap, in the order of the text."""
    edits = (edit for d in diagnostics if d.fix for edit in d.fix.edits)
    return sorted((e.span.start, e.span.end, e.replacement) for e in edits)


def _carried(places: Iterable[Place], made: Sequence[Change]) -> frozenset[Place]:
    moves = Moves(made)
    return frozenset((rule, moves.carried(span)) for rule, span in places)


def _withheld(sifted: Sifted, held: Collection[Place]) -> Sifted:
    """Suppress what is held as well, and what would change the same places."""
    if not held:
        return sifted
    of_rule: dict[str, list[Span]] = {}
    for rule, span in held:
        of_rule.setdefault(rule, []).append(span)
    places = {rule: Places(spans) for rule, spans in of_rule.items()}
    out: list[Diagnostic] = []
    kept: list[Diagnostic] = []
    for d in sifted.kept:
        (out if d.rule in places and places[d.rule].touch(d.span) else kept).append(d)
    shielded = Places(e.span for d in out if d.fix for e in d.fix.edits)
    free = (
        d._replace(fix=None) if d.fix and any(shielded.touch(e.span) for e in d.fix.edits) else d
        for d in kept
    )
    return sifted._replace(kept=tuple(free), suppressed=(*sifted.suppressed, *out))


def _shown(d: Diagnostic, refused: Collection[Place]) -> Diagnostic:
    if d.fix is None or (d.rule, d.span) not in refused:
        return d
    return d._replace(fix=d.fix._replace(applicability=Applicability.DISPLAY))


def _clash(one: Change, other: Change) -> bool:
    """Say whether two edits overlap, or insert at the same place."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
