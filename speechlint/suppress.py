"""Leave out what the user has said not to report.

Allowed strings, comments in Markdown, the baseline: a pure filter between linter and
whoever shows or fixes diagnostics.
"""

from __future__ import annotations

from speechlint.occurrences import starts
from speechlint.places import Places
from speechlint.record import NamedTuple
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from speechlint.baseline import Entry
    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document
    from speechlint.rule import Rule


class Sifted(NamedTuple):
    """`kept` is to be shown. `spared` are places that are no blanks, whatever they look like.

    `notes` are offset and text of what is wrong with a comment; `unmatched` are the entries of
    the baseline that are no longer there.
    """

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    spared: tuple[Span, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    unmatched: tuple[Entry, ...] = ()

    def left(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the blanks among the places that look like one."""
        spared = Places(self.spared)
        return tuple(span for span in spans if not spared.cover(span))


def sift(
    document: Document,
    diagnostics: Iterable[Diagnostic],
    rules: Sequence[Rule],
    allow: Sequence[str] = (),
    entries: Sequence[Entry] = (),
) -> Sifted:
    """Part the diagnostics of a document.

    `rules` are all there are, for the selectors of comments; `entries` those of the baseline
    for this file and the rules that were run.
    """
    places = allowed(document, allow)
    kept = [*diagnostics]
    suppressed: list[Diagnostic] = []
    if places:
        covered = Places(places)
        kept, suppressed = _parted(kept, lambda d: covered.cover(d.span))
    notes: tuple[tuple[int, str], ...] = ()
    spared: list[Span] = [*places]
    if document.markup and "speechlint" in document.text:
        from speechlint.comments import comments, faults, ignored_by

        ignores = comments(document)
        notes = tuple(faults(ignores, rules))
        by_id = {rule.id: rule for rule in rules}
        kept, ignored = _parted(kept, lambda d: ignored_by(ignores, d, by_id.get(d.rule)))
        suppressed += ignored
        spared += (d.span for d in ignored if d.rule.startswith("placeholder."))
    unmatched: tuple[Entry, ...] = ()
    if entries:
        from speechlint.baseline import compare

        compared = compare(entries, document, kept)
        kept, unmatched = list(compared.kept), compared.unmatched
        suppressed += compared.suppressed
    if shielded := [*places, *(e.span for d in suppressed if d.fix for e in d.fix.edits)]:
        index = Places(shielded)
        kept = [_without_fix(d, index) for d in kept]
    return Sifted(
        tuple(kept),
        tuple(sorted(suppressed, key=lambda d: (d.span, d.rule))),
        tuple(spared),
        notes,
        unmatched,
    )


def allowed(document: Document, strings: Sequence[str]) -> tuple[Span, ...]:
    """Return where the allowed strings stand, in the text as it is and as it is healed."""
    found = set(_occurrences(document.text, strings))
    for paragraph in document.paragraphs if strings else ():
        if paragraph.holes:
            found |= {paragraph.locate(s) for s in _occurrences(paragraph.text, strings)}
    return tuple(sorted(found))


def _occurrences(text: str, strings: Iterable[str]) -> Iterator[Span]:
    for string in strings:
        for at in starts(string, text):
            yield Span(at, at + len(string))


def _parted(
    diagnostics: Iterable[Diagnostic], out: Callable[[Diagnostic], bool]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    kept: list[Diagnostic] = []
    suppressed: list[Diagnostic] = []
    for d in diagnostics:
        (suppressed if out(d) else kept).append(d)
    return kept, suppressed


def _without_fix(d: Diagnostic, shielded: Places) -> Diagnostic:
    """Take the fix from a diagnostic if it would change what is suppressed as well."""
    if d.fix and any(shielded.touch(edit.span) for edit in d.fix.edits):
        return d._replace(fix=None)
    return d
