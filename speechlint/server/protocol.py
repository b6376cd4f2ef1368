"""pygls' protocol, without what it keeps for ever, and with an answer to every request."""

from __future__ import annotations

from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
)
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import RPCRequest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Future
    from typing import Any


class Protocol(LanguageServerProtocol):
    """Answers what pygls only puts into its log, and forgets what it keeps."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; of a request that cannot be read the client must hear."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "method" in data and type(data.get("id")) in (int, str):
                fault = self._fault(data["method"])
                self._send_response(data["id"], error=fault.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Hand on a message; a request after the last one gets an error."""
        if self._shutdown and isinstance(message, RPCRequest):
            self._send_response(message.id, error=JsonRpcInvalidRequest().to_response_error())
        else:
            super().handle_message(message)

    def _fault(self, method: object) -> JsonRpcException:
        """Return what may be wrong with a request that cannot be read."""
        if not isinstance(method, str):
            return JsonRpcInvalidRequest()
        known = self.get_message_type(method)
        return JsonRpcInvalidParams() if known else JsonRpcMethodNotFound.of(method)

    def _check_handler_result(self, future: Future[Any]) -> None:
        """Forget a notification when it was dealt with, as pygls does a request: 2 KB a keystroke."""
        super()._check_handler_result(future)
        if future.cancelled():  # at the end pygls walks over all of them while it cancels
            return
        for number, kept in [*self._request_futures.items()]:
            if kept is future:
                del self._request_futures[number]
