"""What the reader is told."""

from __future__ import annotations

from speechlint.record import Enum, NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.text import Span


OFF = "off"  # the severity of a rule that does not hold


class Severity(str, Enum):
    """How sure it is that an editor would mark the place."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Applicability(str, Enum):
    """How far a fix may be trusted."""

    SAFE = "safe"  # can never change the meaning: `--fix` applies it
    UNSAFE = "unsafe"  # likely right: `--unsafe-fixes` applies it
    DISPLAY = "display"  # shown, never applied


class Edit(NamedTuple):
    """Put `replacement` in the place of `span`; an empty span inserts."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits in the order of the text, none of which overlap; applied whole or not at all.

    One that takes lines away is not `on_save`: an editor that fixes what is saved must not
    move the text under whoever is still writing it.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE
    on_save: bool = True

    def moved(self, by: int) -> Fix:
        edits = tuple(Edit(e.span.shift(by), e.replacement) for e in self.edits)
        return Fix(self.title, edits, self.applicability, self.on_save)


class Related(NamedTuple):
    """Another place that helps to understand a diagnostic."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One defect. `span` counts code points of the document and is never empty."""

    rule: str
    kind: str
    severity: Severity
    message: str
    span: Span
    fix: Fix | None = None
    related: tuple[Related, ...] = ()

    def moved(self, by: int) -> Diagnostic:
        """Return it as it is where the text before it has become longer by so much."""
        fix = self.fix.moved(by) if self.fix else None
        related = tuple(Related(r.span.shift(by), r.message) for r in self.related)
        span = self.span.shift(by)
        return Diagnostic(self.rule, self.kind, self.severity, self.message, span, fix, related)
