"""What a rule is, and what its checker finds."""

from __future__ import annotations

from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, Protocol, Union

    from speechlint.diagnostic import Fix, Related, Severity
    from speechlint.document import Document, Paragraph, Speech
    from speechlint.packs import Example
    from speechlint.text import Span

    class ParagraphChecker(Protocol):
        """Sees one paragraph and nothing else, so its findings can be cached by text."""

        def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]: ...

    class SpeechChecker(Protocol):
        """Compares inside one speech."""

        def check_speech(self, speech: Speech) -> Iterator[Finding]: ...

    class DocumentChecker(Protocol):
        """Sees the whole file."""

        def check_document(self, document: Document) -> Iterator[Finding]: ...

    Checker = Union[ParagraphChecker, SpeechChecker, DocumentChecker]


class Finding(NamedTuple):
    """What a checker yields. It knows no rule, no severity and no wording.

    `values` fill the holes of the rule's message. Offsets are those of the
    paragraph in `check_paragraph`, of the document elsewhere. `severity`, where
    given, lowers the rule's own (a sum that is off by its last digit only).
    """

    span: Span
    values: Mapping[str, str] = {}
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    severity: Severity | None = None


class Rule(NamedTuple):
    """A rule file, read. `checker` is a name, and `options` what it is built with.

    `when` lists literals of which at least one stands in every text the rule can
    report on: without one the checker is not even imported. `file` is where the
    rule was read from, for error messages. `needs` is the setting ("words", "roster" or "facts")
    without which the rule does not hold, and which fills those of its options that have the
    names `house.options_for` gives.
    """

    id: str
    title: str
    message: str
    why: str
    severity: Severity
    checker: str
    options: Mapping[str, Any]
    kind: str
    file: str
    when: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    preview: bool = False
    aliases: tuple[str, ...] = ()
    since: str = ""
    sources: tuple[str, ...] = ()
    needs: str = ""

    @property
    def always(self) -> bool:
        """Whether it waits for no literal."""
        return not self.when

    @property
    def family(self) -> str:
        return self.id.partition(".")[0]
