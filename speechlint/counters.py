"""Page counters: numbers that a library puts where its pages end, in the middle of sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from speechlint.torn import Tear, judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@lru_cache(maxsize=1)
def _page() -> re.Pattern[str]:
    """Match a line that is a page number and nothing else."""
    return re.compile(
        r"_?第\s*\d{1,4}\s*[页頁](?:\s*[/／,，]?\s*(?:共|总)\s*\d{1,4}\s*[页頁])?(?:\s*第\s*\d{1,4}\s*[页頁])*"
        r"|共\s*\d{1,4}\s*[页頁][\s,，/]*第\s*\d{1,4}\s*[页頁]"
        r"|[-—–－·•]{1,2}\s*\d{1,3}\s*[-—–－·•]{1,2}|\d{1,3}\s*[/／]\s*\d{1,3}"
        r"|Page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|P\.?\s*\d{1,3}"
    )


_NUMBER = re.compile(r"(\d{1,3})[、．.](?!\d)\s*")


def is_page(line: str) -> bool:
    """Say whether a line is a page number and nothing else."""
    return len(line) <= 30 and any(c.isdigit() for c in line) and bool(_page().fullmatch(line))


def inside(lines: Sequence[str]) -> dict[int, int]:
    """Return, by line number, how long the counter is that stands before the rest of a sentence.

    Such a line begins “4、”, goes on where the line before it broke off, and the numbers rise.
    """
    found: dict[int, int] = {}
    last = 0
    for number, length, value in _candidates(lines):
        if value > last:
            found[number] = length
            last = value
    return found


def _candidates(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    before = ""
    for number, line in enumerate(lines):
        if not line:
            continue
        match = _NUMBER.match(line)
        if (
            match
            and before
            and match.end() < len(line)
            and judge(before, line[match.end() :]) is Tear.SURE
        ):
            yield number, match.end(), int(match[1])
        before = line
