"""Run rules over a document."""

from __future__ import annotations

from speechlint import checkers
from speechlint.causes import settle
from speechlint.compiled import Shipped
from speechlint.diagnostic import Diagnostic, Edit, Fix, Related
from speechlint.pairs import Index
from speechlint.pieces import Pieces
from speechlint.presence import Literals, Presence
from speechlint.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from typing import Any

    from speechlint.document import Document, Paragraph, Speech
    from speechlint.errors import PackError
    from speechlint.rule import Checker, Rule

    # Rules that may have something to do, with those of their literals that the text holds.
    Awake = list[tuple[Rule, Collection[str]]]
    # The same with a method of the checker.
    Asked = list[tuple[Rule, Collection[str], Callable[[Any], Iterator[Finding]]]]

_ALL = ""  # in the place of a rule's id: all that look at one paragraph
_NO_WORDS: frozenset[str] = frozenset()


class Linter:
    """A set of rules. Keeps what it found in the paragraphs and speeches it last saw.

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
        own = (rule for rule in self.rules if not isinstance(rule, Shipped))
        self._literals = Literals((word, rule.id) for rule in own for word in rule.when)
        self._present = Presence(self._literals)
        self._checkers: dict[str, Any] = {}
        self._paragraphs, self._speeches = Pieces(), Pieces()
        self._views: dict[tuple[str, str], Paragraph] = {}

    def lint(self, document: Document) -> list[Diagnostic]:
        """Return the diagnostics of a document, one per cause, in the order of the text."""
        words = self._present.within(document.text)
        longest = self._literals.longest
        seams = "\n".join([seam for p in document.paragraphs for seam in p.seams(longest)])
        if seams:  # a hole may tear a literal
            words.update(word for word, _ in self._literals.within(seams))
        met = self._literals.waking(words)
        awake: Awake = [
            (rule, _NO_WORDS if rule.always else met[rule.id])
            for rule in self.rules
            if rule.always or rule.id in met
        ]
        self._recall(document)
        return settle(self._diagnostics(document, awake))

    def checker(self, rule: Rule) -> Any:
        """Return the rule's checker, built once.

        Raise PackError where the rule names no checker there is, or a wrong option.
        """
        if rule.id not in self._checkers:
            self._checkers[rule.id] = _made(rule)
        return self._checkers[rule.id]

    def _recall(self, document: Document) -> None:
        """Hand on the views of paragraphs that stand in the document twice, or in the last one."""
        views: dict[tuple[str, str], Paragraph] = {}
        for paragraph in document.paragraphs:
            key = (paragraph.role.value, paragraph.text)
            if old := views.get(key) or self._views.get(key):
                paragraph.adopt(old)
            views[key] = paragraph
        self._views = views

    def _diagnostics(self, document: Document, rules: Awake) -> Iterator[Diagnostic]:
        """Yield what the rules find: in each paragraph, in each speech, in all of it."""
        self._paragraphs.begin()
        self._speeches.begin()
        built = [(rule, words, self.checker(rule)) for rule, words in rules]
        local = _Local(_with(built, "check_paragraph"))
        for paragraph in document.paragraphs:
            yield from self._in_paragraph(paragraph, local)
        comparing = _with(built, "check_speech")
        for speech in document.speeches if comparing else ():
            yield from self._in_speech(speech, comparing)
        for rule, _, check in _with(built, "check_document"):
            self._pulse()
            yield from self._asked(rule, check, document)
        self._paragraphs.end()
        self._speeches.end()

    def _in_paragraph(self, paragraph: Paragraph, local: _Local) -> list[Diagnostic]:
        known = self._paragraphs.at(paragraph.shape, paragraph.start)
        if _ALL in known:
            return known[_ALL]
        self._pulse()
        errors = self._errors
        found: list[Diagnostic] = []
        for rule, _, check in local.awake(paragraph.text):
            try:
                for finding in check(paragraph):
                    found += self._worded(rule, _placed(finding, paragraph))
            except Exception as error:  # noqa: PERF203 (each on its own)
                self._raised(rule, error)
        if self._errors == errors:  # what is kept must be whole
            known[_ALL] = found
        return found

    def _in_speech(self, speech: Speech, rules: Asked) -> Iterator[Diagnostic]:
        known = self._speeches.at(speech.shape, speech.paragraphs[0].start)
        for rule, _, check in rules:
            found = known.get(rule.id)
            if found is None:
                self._pulse()
                errors = self._errors
                found = self._asked(rule, check, speech)
                if self._errors == errors:
                    known[rule.id] = found
            yield from found

    def _asked(
        self, rule: Rule, check: Callable[[Any], Iterator[Finding]], what: Any
    ) -> list[Diagnostic]:
        """Return what a checker finds, in words; where it raises, what it found before."""
        found: list[Diagnostic] = []
        try:
            for finding in check(what):
                found += self._worded(rule, finding)
        except Exception as error:
            self._raised(rule, error)
        return found

    def _worded(self, rule: Rule, finding: Finding) -> tuple[Diagnostic, ...]:
        try:
            return (_worded(rule, finding),)
        except ValueError as error:  # a PackError
            self._raised(rule, error)
            return ()

    def _raised(self, rule: Rule, error: Exception) -> None:
        if self._on_error is None:
            raise error
        self._errors += 1
        self._on_error(rule, error)


class _Local:
    """Rules that look at one paragraph, each woken by the words that it waits for."""

    def __init__(self, rules: Asked) -> None:
        self._rules = rules
        self._always = [at for at, (_, words, _) in enumerate(rules) if not words]
        self._wakes: dict[str, list[int]] = {}
        for at, (_, words, _) in enumerate(rules):
            for word in words:
                self._wakes.setdefault(word, []).append(at)
        self._words = Index((word[:2], word) for word in self._wakes)

    def awake(self, text: str) -> Asked:
        """Return those that have to look at a text, in their order."""
        awake = set(self._always)
        for word in self._words.rows(text):
            if word in text:
                awake.update(self._wakes[word])
        return [self._rules[at] for at in sorted(awake)]


def _with(built: Iterable[tuple[Rule, Collection[str], Any]], name: str) -> Asked:
    """Return the rules whose checker has a method, with it."""
    return [
        (rule, words, check)
        for rule, words, checker in built
        if (check := getattr(checker, name, None))
    ]


def _made(rule: Rule) -> Checker:
    if isinstance(rule, Shipped):  # the build has found its options right
        return checkers.load(rule.checker)(**rule.options)
    from speechlint.packs import checker_of

    return checker_of(rule)


def _placed(finding: Finding, paragraph: Paragraph) -> Finding:
    """Move a finding from its paragraph to the document.

    A fix that would cover a hole waits until the hole is fixed.
    """
    span, values, fix, related, severity = finding
    if fix and paragraph.holes and any(paragraph.torn(edit.span) for edit in fix.edits):
        fix = None
    if fix:
        edits = [Edit._make((paragraph.locate(e.span), e.replacement)) for e in fix.edits]
        fix = Fix(fix.title, tuple(edits), fix.applicability, fix.on_save)
    related = tuple([Related._make((paragraph.locate(r.span), r.message)) for r in related])
    return Finding(paragraph.locate(span), values, fix, related, severity)


def _worded(rule: Rule, finding: Finding) -> Diagnostic:
    """Make a finding a diagnostic; raise PackError where the message asks for what is not there."""
    if finding.span.start >= finding.span.end:
        raise _fault(rule, f"检查器 {rule.checker} 报告了空的位置")
    severity = rule.severity
    if finding.severity and finding.severity.rank < severity.rank:
        severity = finding.severity
    try:
        message = rule.message.format_map(finding.values)
    except KeyError as error:
        known = "、".join(finding.values) or "没有"
        missing = f"message 里的 {{{error.args[0]}}} 检查器没有给出，可用的：{known}"
        raise _fault(rule, missing) from error
    except (ValueError, AttributeError, LookupError) as error:
        raise _fault(rule, "message 里的花括号不对，文字里的要写成 {{ }}") from error
    return Diagnostic(
        rule.id, rule.kind, severity, message, finding.span, finding.fix, finding.related
    )


def _fault(rule: Rule, what: str) -> PackError:
    from speechlint.errors import PackError

    return PackError(f"{rule.file}：{what}")
