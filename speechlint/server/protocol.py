"""pygls' protocol, without what it keeps for ever."""

from __future__ import annotations

from pygls.protocol import LanguageServerProtocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Future
    from typing import Any


class Protocol(LanguageServerProtocol):
    """Forgets a notification when it was dealt with, as pygls does a request: 2 KB a keystroke."""

    def _check_handler_result(self, future: Future[Any]) -> None:
        super()._check_handler_result(future)
        if future.cancelled():  # at the end pygls walks over all of them while it cancels
            return
        for number, kept in [*self._request_futures.items()]:
            if kept is future:
                del self._request_futures[number]
