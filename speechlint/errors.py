"""What may be wrong with what we were given; the messages are Chinese, for whoever wrote it.

They stand here, so that a check imports them only when something is wrong.
"""

from __future__ import annotations


class ReadError(Exception):
    """A draft that cannot be read; the message says what to do.

    `reason` says why in a word, for programs.
    """

    reason = "unreadable"


class BinaryError(ReadError):
    """What is no text at all."""

    reason = "binary"


class UndecodableError(ReadError):
    """A text with a byte that is in no encoding we know."""

    reason = "undecodable"


class ConfigError(ValueError):
    """A configuration that is wrong; the message names file, line and key."""


class PackError(ValueError):
    """A rule file is wrong; the message names the file and the key."""


class OutputError(ValueError):
    """A report that cannot be written; the message names the file."""


class OptionError(ValueError):
    """An option that the checker does not know, or of the wrong type."""


class UnknownCheckerError(LookupError):
    """No checker has this name."""
