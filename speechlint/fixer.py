"""Apply fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from speechlint.diagnostic import Applicability, Diagnostic
    from speechlint.document import Document
    from speechlint.linter import Linter

_PASSES = 20


class RestlessError(RuntimeError):
    """Fixes that undo one another; Chinese."""


def fix(
    linter: Linter,
    text: str,
    trust: Collection[Applicability],
    read: Callable[[str], Document],
) -> str:
    """Apply fixes until none is left; raise RestlessError if that never comes."""
    for _ in range(_PASSES):
        new = apply(text, linter.lint(read(text)), trust)
        if new == text:
            return text
        text = new
    raise RestlessError(f"改了 {_PASSES} 遍还有要改的：有规则改来改去")


def apply(text: str, diagnostics: Iterable[Diagnostic], trust: Collection[Applicability]) -> str:
    """Apply the fixes that may be trusted, each whole or not at all.

    Of two that overlap only the first is applied; the other waits for the next pass.
    """
    taken: list[tuple[int, int, str]] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or fix.applicability not in trust:
            continue
        edits = [(e.span.start, e.span.end, e.replacement) for e in fix.edits]
        if not any(_clash(one, other) for one in taken for other in edits):
            taken += edits
    out: list[str] = []
    last = 0
    for start, end, replacement in sorted(taken):
        out += [text[last:start], replacement]
        last = end
    return "".join(out) + text[last:]


def _clash(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Say whether two edits overlap, or insert at the same place."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
