"""The figures of a draft, as the arithmetic rules read them."""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.server.places import paragraph_at, paragraphs_in, touches
from speechlint.text import Span
from speechlint.views.blanks import in_paragraph
from speechlint.views.figures import figures
from speechlint.views.figures.interval import spelled
from speechlint.views.relations import KINDS, Verdict, finder, in_speech

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document, Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations import Relation

_VERDICTS = {Verdict.PROVED: "相符", Verdict.REFUTED: "不符", Verdict.UNKNOWN: "算不出"}
