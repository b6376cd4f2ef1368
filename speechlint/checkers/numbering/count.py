"""Flag an announced count that the list after it does not bear out."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Edit, Fix, Related
from speechlint.rule import Finding
from speechlint.views.announced import announcements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.views.announced import Announcement


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag “三点意见” before a list of four."""
    for announcement in speech.view(announcements):
        if announcement.kept:
            continue
        items = announcement.listing.items
        after = announcement.span.start > items[0].span.start
        values = {"words": announcement.words, "found": str(len(items))}
        values["side"] = "上面" if after else "下面"
        related = tuple(Related(i.span, f"第 {n} 项") for n, i in enumerate(items, 1))
        yield Finding(announcement.span, values, _fix(announcement), related)


def _fix(announcement: Announcement) -> Fix | None:
    """Return the fix that makes the count agree with a list in which nothing is missing."""
    paragraph = announcement.paragraph
    number = len(announcement.listing.items)
    if not announcement.listing.whole or paragraph.torn(announcement.figure):
        return None
    new = str(number) if announcement.digits.isdigit() else numerals.spell(number)
    if new == "二":
        new = "两"
    words = new + announcement.words[len(announcement.digits) :]
    return Fix(f"改为“{words}”", (Edit(paragraph.locate(announcement.figure), new),))
