"""The drafts that are open: when each is checked, and who hears of it.

Everything here runs in the event loop, but for the checks: they run one after another in a
thread beside it, so that a long one keeps nobody waiting who wants something else.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from speechlint.server.draft import Draft, Stopped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lsprotocol import types as lsp

    from speechlint.server.draft import Checkup
    from speechlint.server.settings import Settings

PAUSE = 0.2  # seconds without a change after which a draft is checked


class Session:
    """The open drafts by URI.

    `encoding` is how the client counts columns. `publish` sends what was found to a client
    that does not ask for it; None for one that does: nothing is ever reported twice.
    """

    def __init__(
        self,
        settings: Settings,
        encoding: str = "utf-16",
        publish: Callable[[str, Checkup | None], None] | None = None,
    ) -> None:
        self.settings = settings
        self.encoding = encoding
        self.pause = PAUSE
        self.drafts: dict[str, Draft] = {}
        self._publish = publish
        self.worker = ThreadPoolExecutor(1, "check")

    def open(self, item: lsp.TextDocumentItem) -> None:
        """Take over a draft and check it at once."""
        self.refresh()
        draft = Draft(item.uri, item.language_id, item.version, item.text)
        draft.configure(self.settings)
        self.drafts[item.uri] = draft
        self._soon(draft, 0)

    def change(self, uri: str, version: int | None, text: str) -> None:
        """Take over a new text, and check it when nothing changes for a while."""
        if draft := self.drafts.get(uri):
            draft.replace(version, text)
            draft.touched = asyncio.get_running_loop().time()
            self._soon(draft, self.pause)

    def close(self, uri: str) -> None:
        """Forget a draft; what is under way for it ends."""
        if draft := self.drafts.pop(uri, None):
            draft.close()
            if draft.publishing:
                draft.publishing.cancel()
            if self._publish:
                self._publish(uri, None)

    def end(self) -> None:
        """Forget all drafts."""
        for draft in self.drafts.values():
            draft.close()
        self.worker.shutdown(wait=False, cancel_futures=True)

    def refresh(self) -> bool:
        """Look whether a configuration has changed on the disk, and let it hold; say so."""
        if not self.settings.refresh():
            return False
        for draft in self.drafts.values():
            draft.configure(self.settings)
            self._soon(draft, 0)
        return True

    async def settled(self, draft: Draft) -> Checkup:
        """Return what is found in a draft once nothing has changed for a while."""
        clock = asyncio.get_running_loop().time
        while (left := draft.touched + self.pause - clock()) > 0 and not draft.closed:  # noqa: ASYNC110
            await asyncio.sleep(left)
        return await self.checked(draft)

    async def checked(self, draft: Draft) -> Checkup:
        """Return what is found in a draft as it is now; raise Stopped when it is closed."""
        while draft.checkup is None:
            if draft.closed:
                raise Stopped
            if draft.job is None:
                draft.job = asyncio.ensure_future(self._run(draft, draft.task(self.encoding)))
            await asyncio.shield(draft.job)  # others may be waiting for it
        return draft.checkup

    async def _run(self, draft: Draft, task: Callable[[], Checkup]) -> None:
        with suppress(Stopped):
            checkup = await asyncio.get_running_loop().run_in_executor(self.worker, task)
            if draft.job is asyncio.current_task():
                draft.renew(checkup)

    def _soon(self, draft: Draft, pause: float) -> None:
        """Publish what is found in a draft after a pause, unless it changes before."""
        if self._publish:
            if draft.publishing:
                draft.publishing.cancel()
            draft.publishing = asyncio.ensure_future(self._later(draft, pause))

    async def _later(self, draft: Draft, pause: float) -> None:
        await asyncio.sleep(pause)
        with suppress(Stopped):
            checkup = await self.checked(draft)
            if self._publish and not draft.closed:
                self._publish(draft.uri, checkup)
