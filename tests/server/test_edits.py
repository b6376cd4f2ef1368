"""After any edits the server says what a fresh check of the same text says.

A hundred edits of each draft here; SPEECHLINT_EDITS=5000 for a soak.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from speechlint.api import Checking
from speechlint.config import Config
from speechlint.diagnostic import Diagnostic
from speechlint.sources import document
from tests.server.client import Client

EDITS = int(os.environ.get("SPEECHLINT_EDITS", "100"))
EXAMPLES = Path(__file__).parents[2] / "examples"
PASTED = [
    *("X", "XX", "的", "。", "，", "、", "\n", "\n\n", "\r\n", "\r", "　　", "“", "”", "（"),
    *(
        "一、",
        "（二）",
        "1.",
        "一是",
        "二是",
        "首先，",
        "😀",
        "𠀀",
        "\u2028",
        "\v",
        "\x85",
        "\ud83d",
    ),
    *(
        "截止目前，",
        "同比增长%",
        "20XX年",
        "5%",
        "86个",
        "3.5亿元",
        "其中",
        "同志们：\n",
        "谢谢大家！\n",
    ),
    *("\n— 3 —\n", "http://www.example.com", "&nbsp;", "**", "# ", "| 甲 | 乙 |\n", "篇一\n"),
]


def edited(text: str, before: list[str], chance: random.Random) -> str:
    """Return a text after what somebody may do to it."""
    at = chance.randint(0, len(text))
    end = min(len(text), at + chance.choice([1, 1, 2, 5, 40]))
    deed = chance.choice(["insert", "insert", "delete", "paste", "undo", "move", "split", "join"])
    if deed == "insert":
        return text[:at] + chance.choice(PASTED) + text[at:]
    if deed == "delete":
        return text[:at] + text[end:]
    if deed == "undo" and len(before) > 1:
        return before[-chance.randint(1, min(len(before), 9))]
    if deed == "split":
        return text[:at] + "\n" + text[at:]
    if deed == "join":
        return text[:at] + text[at:].replace("\n", "", 1)
    lines = text.split("\n")
    first = chance.randrange(len(lines))
    block = lines[first : first + chance.randint(1, 6)]
    if deed == "move":
        del lines[first : first + len(block)]
    place = chance.randint(0, len(lines))
    return "\n".join([*lines[:place], *block, *lines[place:]])


def shown(text: str, found: list[Diagnostic]) -> list[tuple[object, ...]]:
    """Return diagnostics with their places in UTF-16, counted the plain way."""

    def place(offset: int) -> tuple[int, int]:
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return len(before) - 1, len(before[-1].encode("utf-16-le", "surrogatepass")) // 2

    return [(d.rule, d.message, *place(d.span.start), *place(d.span.end)) for d in found]


def drafts() -> Iterator[tuple[str, str]]:
    text = (EXAMPLES / "draft.txt").read_text("utf-8")
    yield "file:///drafts/draft.txt", text[:1400]
    yield "file:///drafts/draft.md", (EXAMPLES / "draft.md").read_text("utf-8")


@pytest.mark.asyncio
@pytest.mark.parametrize(("name", "text"), list(drafts()), ids=["text", "markdown"])
async def test_edits_and_a_fresh_check_agree(client: Client, name: str, text: str) -> None:
    await client.begin()
    chance = random.Random(name)  # noqa: S311 (the same edits each time)
    client.open(name, text)
    await client.published(name)
    before = [text]
    for _ in range(EDITS):
        text = edited(text, before, chance)[:5000]
        before = [*before[-20:], text]
        version = client.change(name, text)
        report = await client.published(name)
        assert report.version == version
        read = document(text, name)
        checking = Checking(Config())
        fresh = checking.sift(read, checking.linter_for("-").lint(read), "-").kept
        assert [
            (d.code, d.message, r.start.line, r.start.character, r.end.line, r.end.character)
            for d in report.diagnostics
            for r in [d.range]
        ] == shown(text, list(fresh))
