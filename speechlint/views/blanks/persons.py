"""Names of people that vanished: 会议由同志主持."""

from __future__ import annotations

from speechlint.views.blanks.slot import CLAUSE, Place, Slot, Test
from speechlint.views.blanks.words import words

# What one person does: “同志们主持”, “同志之间” and “有的同志讲” are said of others.
_DOES = words(
    "牵头 带队 担任 负责 任组 作了 主持 传达 宣读 通报 代表 汇报 介绍 讲话 发言 安排 总结 领学 就下 就今 就如 就当 就做 "
    "就进 就抓 就贯 所作 作重要 作报告 作动员"
)


def comrade(place: Place) -> Slot | None:
    """同志 at the head of a clause or after 由 and 请."""
    if not place.precedes(_DOES):
        return None
    if place.c in ("由", "请", "听"):
        return place.without_room()
    return Slot(place.at, place.end) if place.left < 0 or place.c in CLAUSE else None


TESTS: dict[str, Test] = {"同志": comrade}
