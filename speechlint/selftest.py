"""Try rules on their own examples: for pytest, and for `speechlint test`."""

from __future__ import annotations

from speechlint import fixer
from speechlint.diagnostic import Applicability
from speechlint.linter import Linter
from speechlint.packs import mark
from speechlint.sources import document
from speechlint.userpacks import blamed_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.packs import Example
    from speechlint.rule import Rule


_APPLIED = frozenset({Applicability.SAFE, Applicability.UNSAFE})


def failures(rule: Rule, example: Example) -> Iterator[str]:
    """Yield what is wrong when the rule alone is tried on its example (Chinese).

    Raise PackError where the rule cannot be tried at all.
    """
    with blamed_on(rule):
        yield from _failures(rule, example)


def _failures(rule: Rule, example: Example) -> Iterator[str]:
    linter = Linter([_with_options(rule, example)])

    def read(text: str) -> Document:
        return document(text, _name(example))

    found = [d.span for d in linter.lint(read(example.text))]
    if found != list(example.spans):
        wanted = mark(example.text, example.spans)
        yield f"应为 {wanted!r}，实为 {mark(example.text, found)!r}"
    if example.fixed is not None:
        fixed = fixer.fix(linter, example.text, _APPLIED, read).text
        if fixed != example.fixed:
            yield f"改后应为 {example.fixed!r}，实为 {fixed!r}"


def clashes(rules: Sequence[Rule], rule: Rule, example: Example) -> Iterator[str]:
    """Yield what other rules say about an example on the marked places, or on a good text."""
    for d in Linter(rules).lint(document(example.text, _name(example))):
        if d.rule == rule.id or d.rule in example.also:
            continue
        if not example.spans or any(d.span.overlaps(s) for s in example.spans):
            yield f"{d.rule} 也报告了 {mark(example.text, [d.span])!r}：{d.message}"


def _with_options(rule: Rule, example: Example) -> Rule:
    """Return the rule with the options of an example put over its own."""
    if not example.options:
        return rule
    return rule._replace(options={**rule.options, **example.options}, when=())


def _name(example: Example) -> str:
    return "example.md" if example.markdown else "example.txt"
