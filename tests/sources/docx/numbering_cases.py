"""Lists with the numbers that Word gives them; LibreOffice says the same (test_oracle.py).

A case is a name, its abstract list's levels, its other lists, and its paragraphs: level, list,
and the number that is printed.
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
    """`nums` are further lists of the same abstract list: their overrides, by number from 2.

    `known` says whether LibreOffice 7 knows the construction; Word does.
    """

    name: str
    levels: tuple[str, ...]
    paragraphs: tuple[tuple[int, int, str], ...]
    nums: tuple[str, ...] = ()
    known: bool = True


def _counted(form: str, labels: str, start: int = 1, text: str = "%1") -> Case:
    paragraphs = tuple((0, 1, label) for label in labels.split())
    return Case(f"{form} {text} from {start}", (level(0, form, text, start),), paragraphs)


def _nested(
    name: str,
    levels: tuple[str, ...],
    story: str,
    nums: tuple[str, ...] = (),
    *,
    known: bool = True,
) -> Case:
    """Read a story: "0:一、 1:（一）", or "0/2:一、" for a paragraph of the second list."""
    paragraphs = []
    for word in story.split():
        place, _, label = word.partition(":")
        at, _, of = place.partition("/")
        paragraphs.append((int(at), int(of or 1), label))
    return Case(name, levels, tuple(paragraphs), nums, known)


CASES = (
    _counted("decimal", "1. 2. 3.", text="%1."),
    _counted("decimal", "9) 10) 11)", start=9, text="%1)"),
    _counted("decimal", "第1条 第2条", text="第%1条"),
    _counted("decimalZero", "09 10", start=9),
    _counted("upperRoman", "I II III IV"),
    _counted("upperRoman", "VIII IX X", start=8),
    _counted("lowerRoman", "xxxix xl xli", start=39),
    _counted("lowerLetter", "a b c"),
    _counted("lowerLetter", "z aa bb", start=26),
    _counted("upperLetter", "A B"),
    _counted("chineseCounting", "一 二 三"),
    _counted("chineseCounting", "九 十 十一 十二", start=9),
    _counted("chineseCountingThousand", "十九 二十 二十一", start=19),
    _counted("chineseCountingThousand", "九十九 一百 一百零一", start=99),
    _counted("chineseCountingThousand", "第一章 第二章", text="第%1章"),
    _counted("chineseCountingThousand", "（一） （二）", text="（%1）"),
    _counted("japaneseCounting", "一 二"),
    _counted("ideographTraditional", "甲 乙 丙"),
    _counted("ideographZodiac", "子 丑 寅"),
    _counted("decimalFullWidth", "１ ２"),
    _counted("decimalFullWidth", "９ １０", start=9),
    _counted("decimalEnclosedCircle", "① ② ③"),
    _counted("decimalEnclosedCircle", "⑲ ⑳", start=19),
    _counted("decimalEnclosedCircleChinese", "① ②"),
    _counted("chineseLegalSimplified", "壹 贰 叁"),
    _nested(
        "all five levels of an official draft",
        CHINESE,
        "0:一、 1:（一） 2:1． 3:（1） 4:① 4:② 3:（2） 2:2． 1:（二） 2:1． 0:二、 1:（一）",
    ),
    _nested(
        "eleven headings",
        CHINESE[:1],
        "0:一、 0:二、 0:三、 0:四、 0:五、 0:六、 0:七、 0:八、 0:九、 0:十、 0:十一、",
    ),
    _nested("a level is left out", CHINESE, "0:一、 2:1． 2:2． 0:二、 2:1．"),
    _nested("a deeper level first", CHINESE[:2], "1:（一） 1:（二） 0:二、 1:（一）"),
    _nested("a level comes after the one below it", CHINESE, "0:一、 2:1． 1:（二） 2:1．"),
    _nested(
        "down and up by two",
        CHINESE,
        "0:一、 1:（一） 3:（1） 3:（2） 1:（二） 3:（1）",
    ),
    _nested("two counts in one number", _OUTLINE, "0:1 1:1.1 1:1.2 0:2 1:2.1"),
    _nested(
        "three counts in one number",
        _OUTLINE,
        "0:1 1:1.1 2:1.1.1 2:1.1.2 1:1.2 2:1.2.1",
    ),
    _nested(
        "Chinese above, digits below",
        (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")),
        "0:一、 1:1.1 1:1.2 0:二、 1:2.1",
        known=False,
    ),
    _nested(
        "a count that is written as it is above",
        (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2")),
        "0:一、 1:一.1 1:一.2",
    ),
    _nested(
        "articles count through",
        (
            level(0, "chineseCounting", "第%1章"),
            level(1, "chineseCounting", "第%2条", more='<w:lvlRestart w:val="0"/>'),
        ),
        "0:第一章 1:第一条 1:第二条 0:第二章 1:第三条",
        known=False,
    ),
    _nested(
        "a level begins at three",
        (level(0, "decimal", "%1."), level(1, "decimal", "(%2)", 3)),
        "0:1. 1:(3) 1:(4) 0:2. 1:(3)",
    ),
    _nested(
        "no number at a level",
        (level(0, "none", "附"), level(1, "decimal", "%2.")),
        "0:附 1:1.",
    ),
    _nested("two lists share their counts", CHINESE[:1], "0:一、 0:二、 0/2:三、 0:四、", ("",)),
    _nested("a list starts anew", CHINESE[:1], "0:一、 0:二、 0/2:一、 0/2:二、", (restart(0, 1),)),
    _nested("a list starts at five", CHINESE[:1], "0:一、 0/2:五、 0/2:六、", (restart(0, 5),)),
    _nested(
        "a deeper level starts anew",
        CHINESE[:2],
        "0:一、 1:（一） 1/2:（一） 1/2:（二）",
        (restart(1, 1),),
    ),
    _nested(
        "a list writes a level in another way",
        CHINESE[:1],
        "0/2:1) 0/2:2)",
        (f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride>',),
    ),
    _nested(
        "three lists that start anew",
        (level(0, "decimal", "%1."),),
        "0:1. 0:2. 0/2:1. 0/3:1. 0/3:2.",
        (restart(0, 1), restart(0, 1)),
    ),
    _counted("chineseCountingThousand", "一百一十 一百一十一", start=110),
    _counted("chineseCounting", "（十） （十一）", start=10, text="（%1）"),
    _nested(
        "each level with its own first number",
        (level(0, "decimal", "%1.", 2), level(1, "lowerLetter", "%2)", 3)),
        "0:2. 1:c) 1:d) 0:3. 1:c)",
    ),
    _nested(
        "back to the first level at once", CHINESE, "0:一、 1:（一） 2:1． 3:（1） 4:① 0:二、 4:①"
    ),
    _nested(
        "parts and chapters",
        (level(0, "chineseCountingThousand", "第%1部分"), level(1, "decimal", "%2、")),
        "0:第一部分 1:1、 1:2、 0:第二部分 1:1、",
    ),
    _nested(
        "another list in between",
        CHINESE[:2],
        "0:一、 0/2:一、 1/2:（一） 0:二、 1:（一）",
        (restart(0, 1),),
    ),
)
