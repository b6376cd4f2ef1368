"""What is handed to a worker at once: drafts that have been read."""

from __future__ import annotations

from itertools import islice

from speechlint.errors import ReadError
from speechlint.failing import Failure
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.corpus.drafts import Input

# Large enough that handing it over costs nothing beside checking it, and small enough that
# what waits for its turn is no burden.
_DRAFTS = 64
_BYTES = 256 << 10


class Item(NamedTuple):
    """A draft of a batch: its place in the corpus, and its bytes, or why it has none.

    For the rest see `drafts.Draft`.
    """

    number: int
    id: str
    path: str
    mark: str
    through: float
    data: bytes
    failure: Failure | None = None


class Reading(NamedTuple):
    """An input that is read from where the last run stopped."""

    input: Input
    after: int = 0

    def batches(self, note: Callable[[str], None] = lambda _: None) -> Iterator[list[Item]]:
        """Yield the drafts in batches; raise CorpusError."""
        batch: list[Item] = []
        size = 0
        drafts = enumerate(self.input.drafts(note))
        for number, draft in islice(drafts, self.after, None):
            data, failure = b"", None
            try:
                data = draft.load()
            except ReadError as error:
                failure = Failure(draft.id, str(error), error.reason)
            batch.append(
                Item(number, draft.id, draft.path, draft.mark, draft.through, data, failure)
            )
            size += len(data)
            if len(batch) == _DRAFTS or size >= _BYTES:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch
