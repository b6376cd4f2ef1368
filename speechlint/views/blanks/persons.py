"""Names of people that vanished: 会议由同志主持."""

from __future__ import annotations

from speechlint.views.blanks.slot import CLAUSE, Slot

_DOES = (
    *("作了", "作了重要", "主持", "传达", "宣读", "通报", "代表", "汇报", "介绍", "讲话", "发言", "安排", "总结", "领学"),
    *("就下", "就今", "就如", "就当", "就做", "就进", "就抓", "就贯", "所作", "作重要", "作报告", "作动员"),
)


def comrade(text: str, at: int) -> Slot | None:
    """同志 at the head of a clause or after 由 and 请, and then what one person does."""
    if not text.startswith("同志", at) or not text.startswith(_DOES, at + 2):
        return None
    if at == 0 or text[at - 1] in CLAUSE or text[at - 1] in "由请听":
        return Slot(max(at - 1, 0) if at and text[at - 1] in "由请听" else at, at + 2)
    return None


TESTS = {"同": comrade}
