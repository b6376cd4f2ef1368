"""Where one message ends and the next begins."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d+)[ \t]*\r?\n\Z", re.IGNORECASE)
_MOST = 1 << 28  # bytes: no draft is so long


class Input:
    """Standard input, in which the next message is found again after one of the wrong length.

    pygls takes what such a message leaves for the header of the next one, and then the body of
    that, and hears nothing any more, for ever; and a length without end ends the server.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        line = self._stream.readline()
        found = _LENGTH.search(line)
        if not found:
            return line
        # Ten digits are more than enough, and Python refuses to read thousands.
        size = found[1].lstrip(b"0")[:10]
        return b"Content-Length: %b\r\n" % size if size and int(size) <= _MOST else b"\n"

    def read(self, size: int) -> bytes:
        return self._stream.read(size)
