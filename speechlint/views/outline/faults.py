"""What may be wrong with the numbers of a list: most lists need none of this."""

from __future__ import annotations

from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.views.outline import Item, Listing


class Fault(NamedTuple):
    """What is wrong at the place `at` of the row.

    `name` is gap, duplicate, order or lone; `expected` the number that should stand there;
    `others` are places that help to understand it.
    """

    name: str
    at: int
    expected: int
    others: tuple[int, ...] = ()


class Anomaly(NamedTuple):
    """What is wrong at an item of a list.

    `name` is gap, duplicate, order or lone; `expected` is the number that should stand there, 0
    where the item belongs elsewhere; `others` are items that help to understand it.
    """

    name: str
    item: Item
    expected: int
    others: tuple[Item, ...]
    listing: Listing

    @property
    def elder(self) -> Item | None:
        """The item before it in its list."""
        at = self.listing.items.index(self.item)
        return self.listing.items[at - 1] if at else None
