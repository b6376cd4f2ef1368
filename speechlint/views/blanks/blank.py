"""What a blank is."""

from __future__ import annotations

from speechlint.record import Enum, NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.text import Span


class Kind(str, Enum):
    """How a blank shows itself."""

    MASK = "mask"  # XX市, ×个, ***同志
    YEAR = "year"  # 20xx年, 202X年, XX年XX月XX日
    VANISHED = "vanished"  # 同比增长%, 第届, “ ”
    ISOLATED = "isolated"  # a mask that is all there is in its line
    TEMPLATE = "template"  # （此处填写…）, {{name}}, TODO


class Blank(NamedTuple):
    """A place that somebody has still to fill in.

    `span` counts in whatever the blank was asked of: a paragraph or a document. For a value
    that vanished it covers a word on each side. `names` is the blank with the noun that it
    stands for (XX市): equal ones are filled alike. `sure` says whether its form alone proves
    the blank.
    """

    span: Span
    kind: Kind
    text: str
    names: str
    sure: bool = True
