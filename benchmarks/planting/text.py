"""What copying, pasting and cutting do to sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planting import Case, Planter, instead, pick, replace, ways
from speechlint.text import Span

if TYPE_CHECKING:
    from random import Random

# A word of two characters that does not repeat one of them, inside a sentence.
_WORD = r"(?<=[一-鿿])(?:推进|落实|加强|提高|建设|发展|完善|促进|项目|企业|工作|改革|服务|经济)(?=[一-鿿，。、])"
_FUNCTION = r"(?<=[一-鿿])[的了在和与把将被对从向给是有要为不也已并而](?=[一-鿿])"
_SENTENCE = r"(?<=[。\n])[^。！？；：“”\n\d]{15,80}。(?=[^\n])"
_CLAUSE = r"(?<=[，。；])[^，。！？；：、“”\n\d]{15,40}，(?=[^\n])"
_PARAGRAPH = r"(?<=\n)[^\n]{60,}。(?=\n)"
_HEAD = r"(?<=\n)(?=[一-鿿][^\n]{80,}。\n)"
_SLOGANS = "习近平|党中央|党的|中国特色|精神|指导"


def _double(pattern: str, joint: str = "") -> Planter:
    """Write what matches twice in a row."""

    def plant(text: str, rng: Random) -> Case | None:
        match = pick(pattern, text, rng)
        if match is None or match[0] == text[match.start() - len(match[0]) : match.start()]:
            return None
        return replace(text, *match.span(), match[0] + joint + match[0])

    return plant


def _typed_twice(text: str, rng: Random) -> Case | None:
    """Type a character of a common word twice."""
    match = pick(_WORD, text, rng)
    if match is None:
        return None
    at = match.start() + rng.randrange(2)
    return replace(text, at, at + 1, text[at] * 2)


def _pasted(pattern: str, where: str) -> Planter:
    """Put a copy of what matches somewhere else: right behind it, nearby, or far below."""

    def plant(text: str, rng: Random) -> Case | None:
        match = pick(pattern, text, rng)
        if match is None or re.search(_SLOGANS, match[0]):
            return None
        piece, mark = match[0], match[0][-1]
        if where == "behind":
            at = match.end()
        else:
            places = [m.end() for m in re.finditer(re.escape(mark), text[: text.rfind("。")])]
            far = [
                p for p in places if p > match.end() and (p - match.end() < 90) == (where == "near")
            ]
            if not far:
                return None
            at = rng.choice(far)
        at += text[at : at + 1] == "\n"
        first, second = Span(*match.span()), Span(at, at + len(piece))
        return Case(text, text[:at] + piece + text[at:], (second, first))

    return plant


def _paragraph_pasted(text: str, rng: Random) -> Case | None:
    match = pick(_PARAGRAPH, text, rng)
    if match is None:
        return None
    at = match.end() + 1
    span = Span(at, at + len(match[0]))
    return Case(text, f"{text[:at]}{match[0]}\n{text[at:]}", (span, Span(*match.span())))


def _beheaded(text: str, rng: Random) -> Case | None:
    """Take the first few characters of a paragraph away, the cut being inside a word."""
    match = pick(_HEAD, text, rng)
    if match is None:
        return None
    cut = pick(_WORD, text[match.end() : match.end() + 70], rng)
    if cut is None:
        return None
    at = match.end() + cut.start() + 1
    return Case(text, text[: match.end()] + text[at:], (Span(match.end(), match.end() + 2),))


def _curtailed(*, last: bool) -> Planter:
    """Let a paragraph, or the file, end in the middle of a sentence."""

    def plant(text: str, rng: Random) -> Case | None:
        match = pick(_PARAGRAPH, text, rng)
        if match is None:
            return None
        inside = [m.end() for m in re.finditer("[一-鿿]{4}", match[0]) if m.end() > 30]
        if not inside:
            return None
        at = match.start() + rng.choice(inside)
        wrong = text[:at] + ("\n" if last else text[match.end() :])
        return Case(text, wrong, (Span(at - 1, at),))

    return plant


WAYS = (
    *ways(
        "text.repeat",
        [
            ("a word", _double(_WORD)),
            ("a word over a break", _double(_WORD, "\n")),
            ("a word over an empty line", _double(_WORD, "\n\n")),
            ("a function word", _double(_FUNCTION)),
            ("a character", _typed_twice),
        ],
    ),
    *ways(
        "text.passage",
        [
            ("a sentence behind", _pasted(_SENTENCE, "behind")),
            ("a sentence near", _pasted(_SENTENCE, "near")),
            ("a sentence far", _pasted(_SENTENCE, "far")),
            ("a clause behind", _pasted(_CLAUSE, "behind")),
            ("a clause near", _pasted(_CLAUSE, "near")),
            ("a paragraph", _paragraph_pasted),
        ],
        "text.repeat",
    ),
    *ways(
        "text.fragment",
        [
            ("head", _beheaded),
            ("tail", _curtailed(last=False)),
            ("tail of the file", _curtailed(last=True)),
        ],
        "scrape.wrap",
    ),
    *ways(
        "text.missing",
        [
            ("behind 和", instead("(?<=[一-鿿]{3})和([一-鿿]+)(?=，)", "")),
            (
                "as a guide",
                instead("以([^，。；以]{2,12})为(?:指导|引领|核心|抓手|重点|目标|导向)", ""),
            ),
        ],
    ),
)
