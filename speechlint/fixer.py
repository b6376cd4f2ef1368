"""Apply fixes."""

from __future__ import annotations

from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from speechlint.diagnostic import Applicability, Diagnostic
    from speechlint.document import Document
    from speechlint.linter import Linter
    from speechlint.suppress import Sifted

    Change = tuple[int, int, str]  # put a text in the place of start to end

_PASSES = 20


class RestlessError(RuntimeError):
    """Fixes that undo one another; Chinese."""


def fix(
    linter: Linter,
    text: str,
    trust: Collection[Applicability],
    read: Callable[[str], Document],
    sift: Callable[[Document, list[Diagnostic]], Sifted] | None = None,
) -> str:
    """Apply fixes until none is left; raise RestlessError if that never comes.

    `sift` says what is suppressed. What is so at first stays so, though fixes beside it may
    change what the baseline knows it by.
    """
    held: set[tuple[str, Span]] = set()
    for number in range(_PASSES):
        document = read(text)
        diagnostics = linter.lint(document)
        if sift:
            sifted = sift(document, diagnostics)
            if number == 0:
                held = {(d.rule, d.span) for d in sifted.suppressed}
            diagnostics = _free(sifted.kept, held)
        made = changes(diagnostics, trust)
        new = changed(text, made)
        if new == text:
            return text
        text = new
        held = {(rule, carried(span, made)) for rule, span in held}
    raise RestlessError(f"改了 {_PASSES} 遍还有要改的：有规则改来改去")


def apply(text: str, diagnostics: Iterable[Diagnostic], trust: Collection[Applicability]) -> str:
    """Apply the fixes that may be trusted, each whole or not at all.

    Of two that overlap only the first is applied; the other waits for the next pass.
    """
    return changed(text, changes(diagnostics, trust))


def changes(diagnostics: Iterable[Diagnostic], trust: Collection[Applicability]) -> list[Change]:
    """Return the edits of the fixes that may be trusted, in the order of the text."""
    taken: list[Change] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or fix.applicability not in trust:
            continue
        edits = [(e.span.start, e.span.end, e.replacement) for e in fix.edits]
        if not any(_clash(one, other) for one in taken for other in edits):
            taken += edits
    return sorted(taken)


def changed(text: str, made: Iterable[Change]) -> str:
    """Return the text with the changes made; they are in order and do not overlap."""
    out: list[str] = []
    last = 0
    for start, end, replacement in made:
        out += [text[last:start], replacement]
        last = end
    return "".join(out) + text[last:]


def carried(span: Span, made: Iterable[Change]) -> Span:
    """Return where a span is after the changes; of what is changed at its edge it keeps none."""
    start, end = span
    for first, last, replacement in made:
        by = len(replacement) - (last - first)
        if last <= span.start:
            start, end = start + by, end + by
        elif first < span.end:
            end += by
    return Span(start, max(start, end))


def _free(kept: Sequence[Diagnostic], held: set[tuple[str, Span]]) -> list[Diagnostic]:
    """Leave out what is held, and what would change the same places."""
    out = [d for d in kept if any(d.rule == r and d.span.overlaps(s) for r, s in held)]
    shielded = [e.span for d in out if d.fix for e in d.fix.edits]
    return [
        d
        for d in kept
        if d not in out
        and not (d.fix and any(e.span.overlaps(s) for e in d.fix.edits for s in shielded))
    ]


def _clash(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Say whether two edits overlap, or insert at the same place."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
