"""How long a draft is, as a table for a terminal."""

from __future__ import annotations

from speechlint.reporters.columns import Ruler, shown, table
from speechlint.reporters.excerpt import place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.counts import Count, Counts

_HEAD = ("部分", "字数", "句", "段", "念完约", "待填")
_TITLE = 36  # columns
_STRETCH = 56
_MOST = 20  # blanks are listed


def render(counts: Counts, pace: int, *, wide: bool = False) -> Iterator[str]:
    """Yield the lines: the whole, its parts, what is too long for a breath, what is left blank."""
    ruler, lines, whole = Ruler(wide=wide), counts.lines, counts.whole
    yield (
        f"{shown(counts.path)}：{whole.characters} 字，{whole.sentences} 句，{whole.paragraphs} 段，"
        f"念完约 {duration(whole.seconds(pace))}（一分钟 {pace} 字，数字按念法算）"
    )
    if counts.parts:
        rows = [_HEAD, _row("全篇", whole, pace)]
        rows += [_row(_named(part, ruler), part, pace) for part in counts.parts]
        yield ""
        yield from table(rows, ruler)
    yield ""
    if counts.long:
        yield (
            f"一口气念不完的 {len(counts.long)} 处"
            f"（中间没有停顿，超过 {counts.limit} 个音节；一口气从容地念，大约十秒）："
        )
        for long in counts.long:
            text = "".join(counts.text[long.span.start : long.span.end].split())
            cut, _ = ruler.clipped(text, _STRETCH)
            yield f"  {place(long.span.start, counts.unit, lines)} {long.syllables} 个音节：{cut}"
    else:
        yield f"没有一口气念不完的句子（中间没有停顿的都不超过 {counts.limit} 个音节）"
    if counts.blanks:
        places = "、".join(
            place(blank.start, counts.unit, lines) for blank in counts.blanks[:_MOST]
        )
        more = " 等" if len(counts.blanks) > _MOST else ""
        yield f"还有 {len(counts.blanks)} 处空白待填：{places}{more}"
    else:
        yield "没有待填的空白"


def duration(seconds: int) -> str:
    """Return a time as it is said: 16 分 20 秒."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} 秒"
    return f"{minutes} 分 {rest} 秒" if rest else f"{minutes} 分钟"


def _row(title: str, part: Count, pace: int) -> tuple[str, ...]:
    numbers = (part.characters, part.sentences, part.paragraphs)
    return (title, *map(str, numbers), duration(part.seconds(pace)), str(part.blanks or ""))


def _named(part: Count, ruler: Ruler) -> str:
    title, _ = ruler.clipped(part.title.strip(), _TITLE)
    return "　" * part.level + title
