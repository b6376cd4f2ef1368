"""Spans of years whose number vanished: 改革开放年来, 成立周年, 世纪年代."""

from __future__ import annotations

from speechlint.views.blanks.slot import QUANTITY, Place, Slot, Test
from speechlint.views.blanks.words import words

_EVENTS = words("开放 成立 建党 建国 建军 建市 建县 建区 建院 建校 实施 创办 从教")
_JUBILEES = (
    *_EVENTS,
    *words("诞辰 胜利 解放 逝世 创刊 发表 颁布 通车 投产 回归 起义"),
)
# After the first a number of years follows in any case; after all where the span goes on.
_LASTING = words("历时 为期 连续 未来 今后 用了 经过 延长 时隔 每隔")
_SPANS = (*_LASTING, *words("长达 过去的 不足 不到 仅用 只用 用 不超过 至少 达到"))
_GOES_ON = words("时间 的时间 左右 以内 之内 内 间 里 以上 完成 建成 ， 。 、 的努力")
# 连续年度, 未来年轻人
_WORDS = tuple("底末初度份轻龄终货关画限级均产内富")


def span_of_years(place: Place) -> Slot | None:
    if place.precedes("来"):  # 近年来 is said
        return place.slot(1) if place.follows(_EVENTS) else None
    if place.c in QUANTITY or not place.follows(_SPANS):
        return None
    if place.follows(("费用", "适用", "使用")):
        return None
    lasting = place.follows(_LASTING) and not place.precedes(_WORDS)
    return place.slot() if lasting or place.precedes(_GOES_ON) else None


def jubilee(place: Place) -> Slot | None:
    """周年, after what is celebrated."""
    said = place.precedes(("庆", "活动", "之际"))
    return place.slot() if place.follows(_JUBILEES) and not said else None


def decade(place: Place) -> Slot:
    """世纪年代, for 世纪八十年代."""
    return Slot(place.at, place.end)


TESTS: dict[str, Test] = {"周年": jubilee, "世纪年代": decade}
