"""What was found in the pieces of a text, paragraphs or speeches, for its next version.

A piece is known by its shape: all that a checker sees of it, but where it stands.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable

    from speechlint.diagnostic import Diagnostic

    Found = dict[str, list[Diagnostic]]  # by the id of the rule


class Pieces:
    """The pieces of the last version: exactly these, and none older."""

    def __init__(self) -> None:
        self._last: dict[Hashable, _Piece] = {}
        self._now: dict[Hashable, _Piece] = {}

    def begin(self) -> None:
        """Begin another version."""
        self._now = {}

    def end(self) -> None:
        """Forget the pieces that this version has not."""
        self._last = self._now

    def at(self, shape: Hashable, start: int) -> Found:
        """Return what is known of a piece that now stands at `start`; more may be put in."""
        piece = self._last.get(shape)
        if piece is None:
            piece = self._last[shape] = _Piece(start)
        # In both: should the check be ended, the next one goes on from here.
        self._now[shape] = piece
        piece.move(start)
        return piece.found


class _Piece:
    __slots__ = ("found", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.found: Found = {}

    def move(self, start: int) -> None:
        by = start - self.start
        if by:
            self.start = start
            for rule, found in self.found.items():
                if found:
                    self.found[rule] = [d.moved(by) for d in found]
