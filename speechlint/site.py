"""Which lines, and which parts of lines, were left by a web page.

What they look like is known from a table (see `boilerplate`); here is only how it is read.
"""

from __future__ import annotations

from itertools import accumulate

from speechlint import boilerplate, lists
from speechlint.light import bisect_right, cache, lru_cache
from speechlint.notes import ANYWHERE, holds_speech, sentences
from speechlint.occurrences import holds
from speechlint.regexes import regex
from speechlint.text import EOL, GAP, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.boilerplate import Row
    from speechlint.memory import Memory

    # The rows of which a literal stands in a line, how it is known, and whether it has sentences
    # of a speech too.
    Look = tuple[tuple[Row, ...], str, bool]

# A line this long that holds site text somewhere holds a speech too.
_LONG = 300
# What an editor's introduction or a source line may be away from the edges of a file, in lines.
_HEAD, _TAIL = 15, 25
# Links under “相关文章：” are short, and there are not more of them than this before a speech goes on.
_LINK, _LINKS = 45, 12
_BUTTONS = 60  # a row of buttons is no longer
_LETTERS = 5  # nor is one of them
_BETWEEN = frozenset(
    ' \t\u3000\u00a00123456789|｜/·.…:：,，、()（）[]【】「」『』<>《》«»‹›↑↓→←↗-—_=+*&©￥%#～~!！?？"“”丨'
)
_LIMITS = {"weak": 24, "edge": 200, "line": 150, "open": 60}
_CHAPTERS = frozenset("一二三四五六七八九十")  # a heading: what pages count they count with digits
_STRONG = ("line", "open", *ANYWHERE)  # rows that need no company
_ORNAMENT = " \t\u3000\u00a0.·•●◆■★☆>»›|｜丨_=*~【】[]（）()“”\"'!！。，,：:;；-—–"
_FINAL = "。！？；：…”）)】]!?:;"
_ARROWS = (">", "»", "›", "→")  # of the way from the front page to this one
# A chunk of a line that a speech, not a page, has: a salutation, a chapter, a title.
_SPOKEN = (
    r"(?:同志们|各位|尊敬的)[^。]{0,40}[：:]|(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]+[)）]).*"
    r"|[^：:，。>]{4,50}(?:会|仪式|活动|班|现场)上的(?:讲话|致辞|发言|报告|主持词|汇报)"
)
_TITLE = r"(?:讲话|发言|致辞|报告|主持词|汇报|总结|材料|提纲|要点|意见|方案|经验|体会|稿|\d日|[一二三四五六七八九十]日)$"


def ask() -> None:
    """Ask for every expression of the table, so that the build compiles it."""
    for row in boilerplate.rows():
        row.expression()


def parts(
    lines: Sequence[str], text: str, memory: Memory | None = None
) -> dict[int, tuple[Span, ...]]:
    """Return, by line number, the spans of each line of a text that are site text.

    The lines are bare of indentation.
    """
    looks = memory.recall_all(_looks, lines) if memory else _looks(lines, text)
    known = {number: look for number, look in enumerate(looks) if look}
    return dict(_judged(lines, known, memory)) if known else {}


@lru_cache(maxsize=100)
def phrases(text: str) -> bool:
    """Say whether each line of a text is site text by itself, and nothing else."""
    lines = [line.strip() for line in EOL.split(text)]
    suspects = _suspects(lines, text)
    return all(_phrase(line, suspects.get(number, ())) for number, line in enumerate(lines))


def _phrase(line: str, rows: Sequence[Row]) -> bool:
    """Say the same of a line; a row that looks for a piece of it speaks for the sentence around."""
    how = _whole(line, rows)
    if how in ANYWHERE:
        return not regex("[。！？!?].").search(line)
    return not line or bool(how or _buttons(line))


def _suspects(lines: Sequence[str], text: str) -> dict[int, tuple[Row, ...]]:
    """Return, by number, the rows of which a literal stands in a line; all lines are of a text."""
    known = boilerplate.rows()
    found: dict[int, str] = {}
    joined = "\n".join(lines)
    starts = [*accumulate((len(line) + 1 for line in lines), initial=0)]
    for literal, rows in known.within(text):
        at = joined.find(literal)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found[number] = f"{found[number]} {rows}" if number in found else rows
            at = joined.find(literal, starts[number + 1])
    return {
        number: tuple(map(known.row, sorted(map(int, {*rows.split()}))))
        for number, rows in found.items()
    }


def _looks(lines: Sequence[str], text: str = "") -> list[Look | None]:
    """Return what each line is by itself, None for one that nothing is known of.

    The text that they are of may have been searched before.
    """
    suspects = _suspects(lines, text or "\n".join(lines))
    return [_look(line, suspects.get(number, ())) for number, line in enumerate(lines)]


def _look(line: str, rows: tuple[Row, ...]) -> Look | None:
    how = "" if not rows or _run_together(line) else _whole(line, rows)
    mixed = how in ANYWHERE and holds_speech(line, rows)
    if mixed:
        how = ""
    elif not how and 0 < len(line) <= _BUTTONS:
        how = _buttons(line)
    return (rows, how, mixed) if rows or how else None


def _judged(
    lines: Sequence[str], looks: Mapping[int, Look], memory: Memory | None
) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Judge the lines of a text together: weak signs count only in company."""
    filled = [number for number, line in enumerate(lines) if line]
    size = len(filled)
    head, tail = min(_HEAD, size // 4 + 2), min(_TAIL, size // 3 + 3)
    edges = {*filled[:head], *filled[-tail:]}
    how = {number: known for number, (_, known, _) in looks.items()}
    strong = {n for n, kind in how.items() if kind in _STRONG}
    strong |= {n for n, kind in how.items() if kind == "edge" and n in edges}
    strong.update(_in_company(filled, how, strong))
    for n in [n for n, kind in how.items() if kind == "open"]:
        strong.update(_links(lines, filled[bisect_right(filled, n) :], edges))
    strong.update(_in_company(filled, how, strong))
    for n in sorted(strong | how.keys()):
        if n in strong:
            yield n, (Span(0, len(lines[n])),)
            continue
        rows, _, mixed = looks[n]
        asked = lines[n], rows, n in edges, mixed
        spans = memory.recall(_inside, *asked) if memory else _inside(*asked)
        if spans:
            yield n, spans


def _in_company(filled: Sequence[int], how: Mapping[int, str], strong: set[int]) -> list[int]:
    """Return the lines that are known, by weak signs too, and stand in a run of two or more."""
    found: list[int] = []
    run: list[int] = []
    for n in [*filled, -1]:
        if n in strong or how.get(n):
            run.append(n)
            continue
        if len(run) > 1:
            found += run
        run = []
    return found


def _links(lines: Sequence[str], below: Sequence[int], edges: set[int]) -> Iterator[int]:
    """Yield the short lines after a line like “相关文章：”."""
    for n in below[:_LINKS]:
        line = lines[n]
        if len(line) > _LINK or line[-1] in "。：:" or n not in edges:
            break
        yield n


def _run_together(line: str) -> bool:
    """Say whether a line holds a title or a salutation apart: then it is no site text as a whole."""
    if not regex(GAP).search(line) or any(arrow in line for arrow in _ARROWS):
        return False
    return any(regex(_SPOKEN).fullmatch(line, *chunk) for chunk in _chunks(line))


def _whole(line: str, rows: Sequence[Row]) -> str:
    """Return how the line as a whole is known: the kind of a row, or nothing."""
    best = ""
    if len(line) >= _LONG:
        return best
    bare = line.strip(_ORNAMENT)
    for row in rows:
        if row.how == "part" or len(bare) > _LIMITS.get(row.how, _LONG):
            continue
        if row.how not in ANYWHERE and bare[:1] in _CHAPTERS:
            continue
        if row.how in ANYWHERE:
            hit = bool(row.expression().search(line)) and any(sentences(line, row))
        elif row.begins and not (bare[:1] in row.begins or line[0] in row.begins):
            continue  # its expression need not be put together
        else:
            looks = row.expression()
            hit = bool(looks.fullmatch(bare) or looks.fullmatch(line))
        if hit and row.how in _STRONG:
            return row.how
        if hit:
            best = row.how
    return best


def _buttons(line: str) -> str:
    """Return how a line of nothing but buttons is known, or nothing."""
    known = _words()
    words: list[str] = []
    apart, at = False, 0
    while at < len(line):
        if line[at] in _BETWEEN:
            apart = apart or bool(words)
            at += 1
            continue
        word = known.longest(line, at, _LETTERS)
        if not word:
            return ""
        words.append(word)
        at += len(word)
    if len(words) < 2:
        return "weak" if words else ""
    telling = apart or len(words) > 2 or any(known.get(word) for word in words)
    return "line" if telling else "edge"


@cache
def _words() -> lists.Listed:
    return lists.of("BUTTONS", buttons)


def buttons() -> dict[str, str]:
    """Return the words of buttons; with “!” those that no speech uses so."""
    words = lists.entries("scrape/buttons.txt")
    return {word.lstrip("!"): "!" if word[0] == "!" else "" for word in words}


def _inside(line: str, rows: tuple[Row, ...], edge: bool, mixed: bool) -> tuple[Span, ...]:  # noqa: FBT001
    """Return the parts of a line that are site text, in order and apart."""
    found: list[Span] = []
    strong = (*_STRONG, "edge") if edge else _STRONG
    chunks = list(_chunks(line))
    for chunk in chunks:
        piece = line[chunk.start : chunk.end]
        awake = rows if len(chunks) == 1 else [row for row in rows if holds(piece, row.literals)]
        # Of a line that is one chunk it is known already that it is none as a whole.
        whole = awake and len(chunks) > 1 and not (mixed and holds_speech(piece, awake))
        if whole and _apart(line, chunk, found) and _whole(piece, awake) in strong:
            found.append(chunk)
            continue
        for row in awake:
            if row.how == "part":
                matches = row.expression().finditer(piece)
                found += (Span(*m.span()).shift(chunk.start) for m in matches)
            elif row.how in ANYWHERE and (mixed or len(piece) >= _LONG):
                found += (s.shift(chunk.start) for s in sentences(piece, row))
    return tuple(_joined(sorted(found)))


def _apart(line: str, chunk: Span, found: Sequence[Span]) -> bool:
    """Say whether a line may have ended before a chunk: not in the middle of a sentence."""
    before = line[: chunk.start].rstrip()
    if not before or before[-1] in _FINAL or (found and found[-1].end == len(before)):
        return True
    titled = len(before) <= _LINK and before[-1] in _TITLE
    return titled and regex(_TITLE).search(before) is not None


def _chunks(line: str) -> Iterator[Span]:
    start = 0
    for gap in regex(GAP).finditer(line):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(line))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Join spans that overlap or that only spaces part."""
    last: Span | None = None
    for span in spans:
        if last and span.start <= last.end + 2:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
