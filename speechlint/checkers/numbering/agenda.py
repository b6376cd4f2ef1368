"""Flag an item of the agenda that is called out of turn."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech

# Who resumes an item, or speaks of the time before one, calls none.
_CALLED = later(
    "(?<!继续)(?:进行|进入)(?:大会|会议)?(?P<item>第(?P<number>[一二三四五六七八九十]{1,2})项)"
    "(?:(?:会议)?(?:议程|议题|内容|程序)(?!之?前|以前|时|后|的)|(?=[，,：:。]))"
)


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag “下面进行第三项议程” after the first, or after the third."""
    called = [
        (paragraph.locate(Span(*match.span("item"))), numerals.parse(match["number"]))
        for paragraph in speech.paragraphs
        for match in _CALLED.finditer(paragraph.text)
    ]
    if not called:
        return
    (before, last), *others = called
    for n, (span, number) in enumerate(others):
        due = last + 1
        if number != due:
            values = {"found": numerals.spell(number), "expected": numerals.spell(due)}
            yield Finding(span, values, None, (Related(before, "前面进行的一项"),))
        # 一、三、三: the first 三 stands for 二
        again = number == due + 1 and others[n + 1 : n + 2] and others[n + 1][1] == number
        before, last = span, due if again else number
