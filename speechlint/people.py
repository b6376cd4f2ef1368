"""The people of a roster, and where a text names them."""

from __future__ import annotations

from speechlint.light import cache
from speechlint.occurrences import occurrences
from speechlint.record import NamedTuple
from speechlint.titles import Title, agree, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.text import Span


class Named(NamedTuple):
    """A name of the roster in a text."""

    name: str
    span: Span


class People(NamedTuple):
    """Everybody's titles, as far as their form is known."""

    titles: Mapping[str, tuple[Title, ...]]

    def holders(self, title: Title) -> list[str]:
        """Return who holds an office."""
        return [n for n, own in self.titles.items() if any(agree(title, t) for t in own)]

    def named(self, text: str) -> list[Named]:
        """Return the names in a text, in order; of two at one place the longer."""
        return list(_named(text, tuple(self.titles)))


def people(table: Mapping[str, str]) -> People:
    """Return the people of a table: name → titles, with 、 between them."""
    return _people(tuple(table.items()))


@cache
def _people(items: tuple[tuple[str, str], ...]) -> People:
    return People(
        {
            name: tuple(title for words in titles.split("、") if (title := read(words)))
            for name, titles in items
        }
    )


def _named(text: str, names: tuple[str, ...]) -> Iterator[Named]:
    for span in occurrences(names, text):
        yield Named(text[span.start : span.end], span)
