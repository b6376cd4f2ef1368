"""A server in a process of its own for each test, and a client that speaks to it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator

import pytest_lsp
from pytest_lsp import ClientServerConfig

from tests.server.client import TIMEOUT, Client

COMMAND = [sys.executable, "-m", "speechlint", "server", "--stdio"]
# The configuration of whoever runs the tests is none of theirs.
NOWHERE = dict.fromkeys(("XDG_CONFIG_HOME", "APPDATA", "HOME"), os.devnull)
CONFIG = ClientServerConfig(
    server_command=COMMAND, client_factory=Client, server_env={**os.environ, **NOWHERE}
)


@pytest_lsp.fixture(config=CONFIG)  # type: ignore[untyped-decorator]
async def client(lsp_client: Client) -> AsyncIterator[None]:
    yield
    await asyncio.wait_for(lsp_client.shutdown_session(), TIMEOUT)
