"""Run rules over a document."""

from __future__ import annotations

from speechlint import checkers
from speechlint.causes import settle
from speechlint.diagnostic import Diagnostic, Edit, Related
from speechlint.occurrences import holds
from speechlint.options import OptionError, build, nearest
from speechlint.packs import PackError, options_of
from speechlint.presence import Presence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from speechlint.document import Document, Paragraph
    from speechlint.rule import Finding, Rule

    Found = list[tuple[Rule, Finding]]
    # Rules that may have something to do, with those of their literals that the text holds.
    Awake = list[tuple[Rule, list[str]]]
    # The same with the method of the checker, for those that look at one paragraph.
    Local = list[tuple[Rule, list[str], Callable[[Any], Iterator[Finding]]]]


class Linter:
    """A set of rules. Keeps what it found in the paragraphs it last saw.

    A checker that raises is told to `on_error`, and the others go on; without one the
    error goes through. `pulse` is called again and again while it works: what it raises ends
    the check.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        on_error: Callable[[Rule, Exception], None] | None = None,
        pulse: Callable[[], None] = lambda: None,
    ) -> None:
        self.rules = tuple(rules)
        self._on_error = on_error
        self._pulse = pulse
        self._errors = 0
        literals = {word for rule in self.rules for word in rule.when}
        self._literals, self._torn = Presence(literals), Presence(literals)
        self._checkers: dict[str, Any] = {}
        self._seen: dict[tuple[str, str], Found] = {}
        self._views: dict[tuple[str, str], Paragraph] = {}

    def lint(self, document: Document) -> list[Diagnostic]:
        """Return the diagnostics of a document, one per cause, in the order of the text."""
        words = self._literals.within(document.text)
        healed = "\n".join(p.text for p in document.paragraphs if p.holes)
        if healed:  # a hole may tear a literal
            words |= self._torn.within(healed)
        awake = [(r, [w for w in r.when if w in words]) for r in self.rules]
        self._recall(document)
        return settle(self._diagnostics(document, [(r, w) for r, w in awake if w or not r.when]))

    def checker(self, rule: Rule) -> Any:
        """Return the rule's checker, built once.

        Raise PackError where the rule names no checker there is, or a wrong option.
        """
        if rule.id not in self._checkers:
            try:
                self._checkers[rule.id] = build(checkers.load(rule.checker), options_of(rule))
            except checkers.UnknownCheckerError as error:
                close = nearest(rule.checker, checkers.names())
                raise PackError(f"{rule.file}：没有检查器 {rule.checker}{close}") from error
            except OptionError as error:
                raise PackError(f"{rule.file}：{error}") from error
        return self._checkers[rule.id]

    def _recall(self, document: Document) -> None:
        """Hand on the views of the paragraphs that the last document had too."""
        views = {}
        for paragraph in document.paragraphs:
            key = (paragraph.role.value, paragraph.text)
            if old := self._views.get(key):
                paragraph.adopt(old)
            views[key] = paragraph
        self._views = views

    def _diagnostics(self, document: Document, rules: Awake) -> Iterator[Diagnostic]:
        for rule, finding in self._found(document, rules):
            if diagnostic := self._worded(rule, finding):
                yield diagnostic

    def _found(self, document: Document, rules: Awake) -> Iterator[tuple[Rule, Finding]]:
        local = [
            (rule, words, check)
            for rule, words in rules
            if (check := getattr(self.checker(rule), "check_paragraph", None))
        ]
        yield from self._in_paragraphs(document, local)
        for rule, _ in rules:
            self._pulse()
            checker = self.checker(rule)
            if hasattr(checker, "check_speech"):
                for speech in document.speeches:
                    yield from self._guarded(rule, checker.check_speech, speech)
            if hasattr(checker, "check_document"):
                yield from self._guarded(rule, checker.check_document, document)

    def _in_paragraphs(self, document: Document, rules: Local) -> Iterator[tuple[Rule, Finding]]:
        seen: dict[tuple[str, str], Found] = {}
        for paragraph in document.paragraphs:
            key = (paragraph.role.value, paragraph.text)
            found = seen.get(key)
            if found is None:
                found = self._seen.get(key)
            errors = self._errors
            if found is None:
                self._pulse()
                found = self._all_in(paragraph, rules)
            if self._errors == errors:  # what is kept must be whole
                # In both: should the check be ended, the next one goes on from here.
                seen[key] = self._seen[key] = found
            for rule, finding in found:
                yield rule, _placed(finding, paragraph)
        self._seen = seen

    def _all_in(self, paragraph: Paragraph, rules: Local) -> Found:
        found: Found = []
        text = paragraph.text
        for rule, words, check in rules:
            if words and not holds(text, words):
                continue
            try:
                for finding in check(paragraph):
                    found.append((rule, finding))
            except Exception as error:
                self._raised(rule, error)
        return found

    def _guarded(
        self, rule: Rule, check: Callable[[Any], Iterator[Finding]], what: Any
    ) -> Iterator[tuple[Rule, Finding]]:
        try:
            for finding in check(what):
                yield rule, finding
        except Exception as error:
            self._raised(rule, error)

    def _worded(self, rule: Rule, finding: Finding) -> Diagnostic | None:
        try:
            return _worded(rule, finding)
        except PackError as error:
            self._raised(rule, error)
            return None

    def _raised(self, rule: Rule, error: Exception) -> None:
        if self._on_error is None:
            raise error
        self._errors += 1
        self._on_error(rule, error)


def _placed(finding: Finding, paragraph: Paragraph) -> Finding:
    """Move a finding from its paragraph to the document.

    A fix that would cover a hole waits until the hole is fixed.
    """
    fix = finding.fix
    if fix and any(paragraph.torn(edit.span) for edit in fix.edits):
        fix = None
    if fix:
        edits = (Edit(paragraph.locate(e.span), e.replacement) for e in fix.edits)
        fix = fix._replace(edits=tuple(edits))
    related = tuple(Related(paragraph.locate(r.span), r.message) for r in finding.related)
    return finding._replace(span=paragraph.locate(finding.span), fix=fix, related=related)


def _worded(rule: Rule, finding: Finding) -> Diagnostic:
    """Make a finding a diagnostic; raise PackError where the message asks for what is not there."""
    if finding.span.start >= finding.span.end:
        raise PackError(f"{rule.file}：检查器 {rule.checker} 报告了空的位置")
    severity = rule.severity
    if finding.severity and finding.severity.rank < severity.rank:
        severity = finding.severity
    try:
        message = rule.message.format_map(finding.values)
    except KeyError as error:
        known = "、".join(finding.values) or "没有"
        raise PackError(
            f"{rule.file}：message 里的 {{{error.args[0]}}} 检查器没有给出，可用的：{known}"
        ) from error
    except (ValueError, AttributeError, LookupError) as error:
        raise PackError(f"{rule.file}：message 里的花括号不对，文字里的要写成 {{{{ }}}}") from error
    return Diagnostic(
        rule.id, rule.kind, severity, message, finding.span, finding.fix, finding.related
    )
