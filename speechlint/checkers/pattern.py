"""Flag what a regular expression matches."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.lines import Role
from speechlint.patterns import marked, spans, union
from speechlint.places import Places
from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping
    from typing import Literal

    from speechlint.document import Document, Paragraph
    from speechlint.text import Span


class Pattern(WithOptions):
    r"""Flag each match of `patterns` that no match of `unless` overlaps.

    `scope` says what ^ and $ are the edges of: "paragraph" (healed text), "heading" (only
    paragraphs that are headings), or "line" (physical lines, those of site blocks too).
    A group named `mark` narrows the span that is reported. What should stand there is said by
    `replace`, texts and what each becomes in it, or where that is not enough by `safe` and
    `unsafe`: patterns of which the first that matches the whole of it counts, and what
    replaces it, in which \1 is the first group.
    """

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    scope: Literal["paragraph", "heading", "line"] = "paragraph"
    replace: Mapping[str, str] = {}
    applicability: Literal["safe", "unsafe", "display"] = "unsafe"
    safe: Mapping[str, str] = {}
    unsafe: Mapping[str, str] = {}

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        asked = self.scope == "paragraph" or (
            self.scope == "heading" and paragraph.role is Role.HEADING
        )
        return self._find(paragraph.text, 0) if asked else iter(())

    def check_document(self, document: Document) -> Iterator[Finding]:
        if self.scope == "line":
            for line in document.lines:
                yield from self._find(line.text, line.span.start)

    def _find(self, text: str, start: int) -> Iterator[Finding]:
        if not union(self.patterns, "patterns").search(text):  # nearly always
            return iter(())
        return (
            self._finding(text[span.start : span.end], span.shift(start))
            for span in matches(text, self.patterns, self.unless)
        )

    def _finding(self, found: str, span: Span) -> Finding:
        new, trust = self._instead(found)
        if new == found:
            return Finding(span, {"match": found})
        fix = Fix(f"改为“{new}”" if new else f"删去“{found}”", (Edit(span, new),), trust)
        return Finding(span, {"match": found, "replacement": new}, fix)

    def _instead(self, found: str) -> tuple[str, Applicability]:
        """Return what should stand in the place of a text, and how far that may be trusted."""
        for table, trust in (
            (self.safe, Applicability.SAFE),
            (self.unsafe, Applicability.UNSAFE),
        ):
            for pattern, template in table.items():
                if match := regex(pattern).fullmatch(found):
                    return _expanded(match, template), trust
        new = found
        for old, instead in self.replace.items():
            new = new.replace(old, instead)
        return new, Applicability(self.applicability)


def _expanded(match: re.Match[str], template: str) -> str:
    """Fill in the groups; `match.expand` would import `re`."""
    for number in range(1, match.re.groups + 1):
        template = template.replace(f"\\{number}", match[number] or "")
    return template


def matches(text: str, patterns: tuple[str, ...], unless: tuple[str, ...]) -> Iterator[Span]:
    """Yield the spans of the matches that are not spared, in order."""
    spared: Places | None = None
    for match in union(patterns, "patterns").finditer(text):
        span = marked(match)
        if span.start == span.end:
            continue
        if spared is None:  # most texts match nothing: do not look for what to spare
            spared = Places(spans(unless, "unless", text))
        if not spared.touch(span):
            yield span
