"""Long drafts in which no paragraph stands twice, made from what the project has of its own.

A linter that remembers equal paragraphs is fast on a text that is an example over and over. Here
every paragraph is put together anew: of sentences of the clean example, of the right and the
wrong examples of the rules, with other figures each time. So one character in a hundred or so
stands in a defect, and all that looks like one and is none stands there too.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from speechlint import packs

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
_NUMERALS = "一二三四五六七八九"
_SENTENCE = re.compile(r"[^。！？\n]{6,}[。！？]")
_CLAUSE = re.compile(r"[^，。；！？：\n]{4,}[，；]")
_DIGITS = re.compile(r"(?<![\d.])[1-9]\d*(?=[.\d]*[^\d年月日时点.、）)])")
_WRONG = 0.04  # of the sentences come from examples that a rule reports
_LOOKALIKE = 0.16  # from examples that look like it and are right


@cache
def _pools() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return sentences of running text, of right examples, and of wrong ones."""
    plain = "\n".join(
        (ROOT / "examples" / name).read_text(encoding="utf-8") for name in ("clean.txt",)
    )
    right: dict[str, None] = {}
    wrong: dict[str, None] = {}
    for rule in packs.load_packs(packs.builtin(), examples=True):
        if rule.id.startswith(("scrape.", "numbering.")):  # these are of lines, not of sentences
            continue
        for example in rule.examples:
            pool = wrong if example.spans else right
            pool.update(dict.fromkeys(_SENTENCE.findall(example.text)))
    return tuple(_SENTENCE.findall(plain)), tuple(right), tuple(wrong)


def paragraphs(seed: int = 1) -> Iterator[str]:
    """Yield the lines of speeches without end: title, salutation, headings, items, closing."""
    random = Random(seed)  # noqa: S311 (no secret)
    copy = 0
    while True:
        copy += 1
        yield f"在全县第{copy}次重点工作推进会上的讲话"
        yield "同志们："
        yield _paragraph(random, 2, 4)
        for chapter in _NUMERALS[: random.randint(3, 6)]:
            yield f"{chapter}、{_heading(random)}"
            yield _paragraph(random, 2, 5)
            for item in _NUMERALS[: random.randint(2, 4)]:
                yield f"（{item}）{_heading(random)}。{_paragraph(random, 2, 5)}"
        yield _paragraph(random, 1, 3)
        yield "谢谢大家！"


def text(size: int, seed: int = 1) -> str:
    """Return a text of about `size` bytes of UTF-8."""
    return next(drafts(size, seed))


def repeated(size: int) -> str:
    """Return the text of the examples over and over, of about `size` bytes of UTF-8."""
    folder = ROOT / "examples"
    once = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return once * -(-size // len(once.encode()))


def drafts(size: int, seed: int = 1) -> Iterator[str]:
    """Yield drafts of about `size` bytes of UTF-8 without end."""
    lines = paragraphs(seed)
    while True:
        out, length = [], 0
        while length < size:
            out.append(next(lines))
            length += len(out[-1].encode()) + 1
        yield "\n".join(out) + "\n"


def _heading(random: Random) -> str:
    """Return the beginning of a sentence, no longer than a heading."""
    plain, _, _ = _pools()
    return re.split("[，。！？；：]", random.choice(plain))[0][:20]


def _paragraph(random: Random, least: int, most: int) -> str:
    plain, right, wrong = _pools()
    made = []
    for _ in range(random.randint(least, most)):
        pick = random.random()
        pool = wrong if pick < _WRONG else right if pick < _WRONG + _LOOKALIKE else plain
        clauses = [random.choice(_clauses()) for _ in range(random.randint(1, 5))]
        made += [*clauses, random.choice(pool)]
    return _DIGITS.sub(lambda m: _other(random, m[0]), "".join(made))


@cache
def _clauses() -> tuple[str, ...]:
    plain, right, _ = _pools()
    return tuple(_CLAUSE.findall("\n".join(plain + right)))


def _other(random: Random, digits: str) -> str:
    """Return another number with as many digits."""
    return str(random.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))
