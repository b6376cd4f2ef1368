"""Apply fixes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.diagnostic import Applicability, Diagnostic
    from speechlint.document import Document
    from speechlint.linter import Linter

_PASSES = 20


def fix(
    linter: Linter,
    text: str,
    trust: Collection[Applicability],
    read: Callable[[str], Document],
) -> str:
    """Apply fixes until none is left; raise RuntimeError if they never come to rest."""
    for _ in range(_PASSES):
        new = apply(text, linter.lint(read(text)), trust)
        if new == text:
            return text
        text = new
    raise RuntimeError("fixes do not come to rest")


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
        if not any(s < end and start < e or (s, e) == (start, end) for s, e, _ in taken for start, end, _ in edits):
            taken += edits
    out, last = [], 0
    for start, end, replacement in sorted(taken):
        out += [text[last:start], replacement]
        last = end
    return "".join(out) + text[last:]
