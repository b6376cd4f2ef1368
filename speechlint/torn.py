"""Whether a line break tears a sentence.

A line that ends in a full stop is whole. One that does not is a heading, a title, a name
under it, or torn; what tells them apart is known from the words on both sides.
"""

from __future__ import annotations

import re
from enum import IntEnum


class Tear(IntEnum):
    """How sure it is that the text goes on over a break."""

    NONE = 0
    LIKELY = 1
    SURE = 2


# The longest of 7,000 numbered headings in published reports has 38 characters.
_HEADING = 45
_CLOSERS = "”’）)》」』】〕"
_FINAL = "。！？!?…；;：:"
# What no line begins with, and what none ends in.
_NEVER_FIRST = "，。、；：！？,;:!?）)”’》〉】〕」』%％‰℃…·"
_NEVER_LAST = "，、,（(《〈“‘〔【「『·"


def judge(before: str, after: str) -> Tear:
    """Say whether `after`, a line, goes on in the middle of the sentence that `before` breaks off."""
    if after[0] in _NEVER_FIRST and not after.startswith(("……", "…")):
        return Tear.SURE
    if ends(before):
        return Tear.NONE
    if before[-1] in _NEVER_LAST:
        return Tear.NONE if _verse(before, after) else Tear.SURE
    if len(before) > _HEADING or _stops(before):
        return Tear.SURE
    return Tear.NONE


def ends(line: str) -> bool:
    """Say whether a line ends as a sentence, or as the head of a list, does."""
    return line.rstrip(_CLOSERS)[-1:] in _FINAL if line[-1] in _CLOSERS else line[-1] in _FINAL


def _stops(line: str) -> bool:
    """Say whether a sentence ended in the line already: then the line is no heading."""
    return bool(re.search("[。！？；]", line))


def _verse(before: str, after: str) -> bool:
    """Say whether two lines are of one poem: as short as each other, and ended alike."""
    return len(before) == len(after) <= 16 and after[-1] in "，。！？；"
