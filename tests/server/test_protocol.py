import asyncio
import json
from typing import Any

from speechlint.server import create

DRAFT = "file:///drafts/draft.txt"


class Nowhere:
    def write(self, data: bytes) -> None:
        pass

    def close(self) -> None:
        pass


def test_nothing_is_kept_of_a_keystroke() -> None:
    protocol = create().protocol
    protocol.set_writer(Nowhere())

    def receive(method: str, params: dict[str, Any], **more: Any) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params, **more}
        read = json.loads(json.dumps(message), object_hook=protocol.structure_message)
        protocol.handle_message(read)

    async def type_() -> None:
        receive("initialize", {"processId": None, "capabilities": {}, "rootUri": None}, id=1)
        item = {"uri": DRAFT, "languageId": "plaintext", "version": 1, "text": "今年安排XX个项目。"}
        receive("textDocument/didOpen", {"textDocument": item})
        for version in range(2, 20):
            document = {"uri": DRAFT, "version": version}
            change = {"textDocument": document, "contentChanges": [{"text": "今年" * version}]}
            receive("textDocument/didChange", change)
            await asyncio.sleep(0)
        receive("textDocument/didClose", {"textDocument": {"uri": DRAFT}})

    asyncio.run(type_())
    assert protocol._request_futures == {}
