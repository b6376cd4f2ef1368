"""Lists with the numbers that Word gives them; LibreOffice says the same (test_oracle.py).

A case is a name, its abstract list's levels, its other lists, and its paragraphs: (level, list)
with the number that is printed.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.sources.docx.making import level, restart

CHINESE = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3．"),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircle", "%5"),
)
_OUTLINE = (
    level(0, "decimal", "%1"),
    level(1, "decimal", "%1.%2"),
    level(2, "decimal", "%1.%2.%3"),
)


class Case(NamedTuple):
    """`nums` are further lists of the same abstract list: their overrides, by number from 2."""

    name: str
    levels: tuple[str, ...]
    paragraphs: tuple[tuple[int, int, str], ...]
    nums: tuple[str, ...] = ()


def _one(*labels: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, 1, label) for label in labels)


def _counted(form: str, *labels: str, start: int = 1, text: str = "%1") -> Case:
    return Case(f"{form} from {start}", (level(0, form, text, start),), _one(*labels))


def _nested(name: str, levels: tuple[str, ...], *labels: tuple[int, str]) -> Case:
    return Case(name, levels, tuple((at, 1, label) for at, label in labels))


CASES = (
    _counted("decimal", "1.", "2.", "3.", text="%1."),
    _counted("decimal", "9)", "10)", "11)", start=9, text="%1)"),
    _counted("decimal", "第1条", "第2条", text="第%1条"),
    _counted("decimalZero", "09", "10", start=9),
    _counted("upperRoman", "I", "II", "III", "IV"),
    _counted("upperRoman", "VIII", "IX", "X", start=8),
    _counted("lowerRoman", "xxxix", "xl", "xli", start=39),
    _counted("lowerLetter", "a", "b", "c"),
    _counted("lowerLetter", "z", "aa", "bb", start=26),
    _counted("upperLetter", "A", "B"),
    _counted("chineseCounting", "一", "二", "三"),
    _counted("chineseCounting", "九", "十", "十一", "十二", start=9),
    _counted("chineseCountingThousand", "十九", "二十", "二十一", start=19),
    _counted("chineseCountingThousand", "九十九", "一百", "一百零一", start=99),
    _counted("chineseCountingThousand", "第一章", "第二章", text="第%1章"),
    _counted("chineseCountingThousand", "（一）", "（二）", text="（%1）"),
    _counted("japaneseCounting", "一", "二"),
    _counted("ideographTraditional", "甲", "乙", "丙"),
    _counted("ideographZodiac", "子", "丑", "寅"),
    _counted("decimalFullWidth", "１", "２"),
    _counted("decimalFullWidth", "９", "１０", start=9),
    _counted("decimalEnclosedCircle", "①", "②", "③"),
    _counted("decimalEnclosedCircle", "⑲", "⑳", start=19),
    _counted("decimalEnclosedCircleChinese", "①", "②"),
    _counted("chineseLegalSimplified", "壹", "贰", "叁"),
    _nested(
        "all five levels of an official draft",
        CHINESE,
        (0, "一、"), (1, "（一）"), (2, "1．"), (3, "（1）"), (4, "①"), (4, "②"), (3, "（2）"),
        (2, "2．"), (1, "（二）"), (2, "1．"), (0, "二、"), (1, "（一）"),
    ),  # fmt: skip
    _nested("eleven headings", CHINESE[:1], *((0, f"{c}、") for c in "一二三四五六七八九十"), (0, "十一、")),
    _nested("a level is left out", CHINESE, (0, "一、"), (2, "1．"), (2, "2．"), (0, "二、"), (2, "1．")),
    _nested("a deeper level first", CHINESE[:2], (1, "（一）"), (1, "（二）"), (0, "二、"), (1, "（一）")),
    _nested("a level comes after the one below it", CHINESE, (0, "一、"), (2, "1．"), (1, "（二）"), (2, "1．")),
    _nested("down and up by two", CHINESE, (0, "一、"), (1, "（一）"), (3, "（1）"), (3, "（2）"), (1, "（二）"), (3, "（1）")),
    _nested("two counts in one number", _OUTLINE, (0, "1"), (1, "1.1"), (1, "1.2"), (0, "2"), (1, "2.1")),
    _nested(
        "three counts in one number",
        _OUTLINE,
        (0, "1"), (1, "1.1"), (2, "1.1.1"), (2, "1.1.2"), (1, "1.2"), (2, "1.2.1"),
    ),  # fmt: skip
    _nested(
        "Chinese above, digits below",
        (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")),
        (0, "一、"), (1, "1.1"), (1, "1.2"), (0, "二、"), (1, "2.1"),
    ),  # fmt: skip
    _nested(
        "a count that is written as it is above",
        (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2")),
        (0, "一、"), (1, "一.1"), (1, "一.2"),
    ),  # fmt: skip
    _nested(
        "articles count through",
        (
            level(0, "chineseCounting", "第%1章"),
            level(1, "chineseCounting", "第%2条", more='<w:lvlRestart w:val="0"/>'),
        ),
        (0, "第一章"), (1, "第一条"), (1, "第二条"), (0, "第二章"), (1, "第三条"),
    ),  # fmt: skip
    _nested(
        "a level begins at three",
        (level(0, "decimal", "%1."), level(1, "decimal", "(%2)", 3)),
        (0, "1."), (1, "(3)"), (1, "(4)"), (0, "2."), (1, "(3)"),
    ),  # fmt: skip
    _nested("no number at a level", (level(0, "none", "附"), level(1, "decimal", "%2.")), (0, "附"), (1, "1.")),
    Case(
        "two lists share their counts",
        CHINESE[:1],
        ((0, 1, "一、"), (0, 1, "二、"), (0, 2, "三、"), (0, 1, "四、")),
        ("",),
    ),
    Case(
        "a list starts anew",
        CHINESE[:1],
        ((0, 1, "一、"), (0, 1, "二、"), (0, 2, "一、"), (0, 2, "二、")),
        (restart(0, 1),),
    ),
    Case(
        "a list starts at five",
        CHINESE[:1],
        ((0, 1, "一、"), (0, 2, "五、"), (0, 2, "六、")),
        (restart(0, 5),),
    ),
    Case(
        "a deeper level starts anew",
        CHINESE[:2],
        ((0, 1, "一、"), (1, 1, "（一）"), (1, 2, "（一）"), (1, 2, "（二）")),
        (restart(1, 1),),
    ),
    Case(
        "a list writes a level in another way",
        CHINESE[:1],
        ((0, 2, "1)"), (0, 2, "2)")),
        (f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride>',),
    ),
    Case(
        "three lists that start anew",
        (level(0, "decimal", "%1."),),
        ((0, 1, "1."), (0, 1, "2."), (0, 2, "1."), (0, 3, "1."), (0, 3, "2.")),
        (restart(0, 1), restart(0, 1)),
    ),
)
