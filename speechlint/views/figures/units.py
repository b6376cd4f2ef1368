"""Units of measure and the words that count things.

A unit belongs to a dimension; only figures of one dimension are added or divided. Its
factor turns it into the dimension's base unit.
"""

from __future__ import annotations

from speechlint.light import cache

# Dimension, factor (a fraction: numerator and denominator), whether it counts things.
Unit = tuple[str, tuple[int, int], bool]

SHARE, POINTS, TIMES, DOUBLINGS = "份额", "百分点", "倍", "番"
RELATIVE = frozenset((SHARE, POINTS, TIMES, DOUBLINGS))  # they say something of another figure

_MEASURES: dict[str, Unit] = {
    "": ("", (1, 1), False),
    "%": (SHARE, (1, 100), False),
    "％": (SHARE, (1, 100), False),
    "﹪": (SHARE, (1, 100), False),
    "‰": (SHARE, (1, 1000), False),
    "成": (SHARE, (1, 10), False),
    "个百分点": (POINTS, (1, 1), False),
    "百分点": (POINTS, (1, 1), False),
    "个点": (POINTS, (1, 1), False),
    "倍": (TIMES, (1, 1), False),
    "番": (DOUBLINGS, (1, 1), False),
    "元": ("元", (1, 1), False),
    "块钱": ("元", (1, 1), False),
    "元人民币": ("元", (1, 1), False),
    "美元": ("美元", (1, 1), False),
    "欧元": ("欧元", (1, 1), False),
    "港元": ("港元", (1, 1), False),
    "日元": ("日元", (1, 1), False),
    "平方米": ("面积", (1, 1), False),
    "平米": ("面积", (1, 1), False),
    "平方公里": ("面积", (1_000_000, 1), False),
    "平方千米": ("面积", (1_000_000, 1), False),
    "公顷": ("面积", (10_000, 1), False),
    "亩": ("面积", (2000, 3), False),
    "米": ("长度", (1, 1), False),
    "公里": ("长度", (1000, 1), False),
    "千米": ("长度", (1000, 1), False),
    "立方米": ("体积", (1, 1), False),
    "方": ("体积", (1, 1), False),
    "吨": ("质量", (1000, 1), False),
    "公斤": ("质量", (1, 1), False),
    "千克": ("质量", (1, 1), False),
    "斤": ("质量", (1, 2), False),
    "克": ("质量", (1, 1000), False),
    "毫克": ("质量", (1, 10**6), False),
    "微克": ("质量", (1, 10**9), False),
    "升": ("容积", (1, 1), False),
    "毫升": ("容积", (1, 1000), False),
    "千瓦时": ("电量", (1, 1), False),
    "度": ("电量", (1, 1), False),
    "千瓦": ("功率", (1, 1), False),
    "兆瓦": ("功率", (1000, 1), False),
    "吉瓦": ("功率", (1_000_000, 1), False),
    "小时": ("小时", (1, 1), False),
    "分钟": ("分钟", (1, 1), False),
    "天": ("天", (1, 1), False),
    "周": ("周", (1, 1), False),
    "个月": ("月", (1, 1), False),
    "个多月": ("月", (1, 1), False),
    "个季度": ("季度", (1, 1), False),
    "年": ("年", (1, 1), False),
    "岁": ("岁", (1, 1), False),
}
# Words that count things; each counts its own, but for persons and places to sit or lie.
_COUNTER = frozenset(
    "个户家套项件起处所座台辆艘架条宗批次场期份张头只匹株棵例间栋幢口眼部支组班本册篇枚门列盏片段趟"
    "类种笔颗桌对人名位"
)
_LONGER = [
    "人次",
    "户次",
    "件次",
    "场次",
    "班次",
    "架次",
    "台次",
    "台套",
    "标箱",
    "床位",
    "学位",
    "岗位",
    "车位",
    "个床位",
    "张床位",
    "个学位",
    "个岗位",
    "个车位",
]
_COUNTERS = _COUNTER.union(_LONGER)
_SAME = {
    "名": "人",
    "位": "人",
    "个床位": "床位",
    "张床位": "床位",
    "个学位": "学位",
    "个岗位": "岗位",
    "个车位": "车位",
}
# A unit's character that begins another word here: 5000年轻人, 三方面, 20名牌, 3人大代表.
_NOT_BEFORE = {
    "成": tuple("不为立功员本果绩效交都就长型人家品片熟语对千批套"),
    "方": ("面", "式", "案", "针", "法", "位", "向"),
    "年": ("级", "轻", "龄"),
    "部": ("门", "分", "委", "队"),
    "位": ("列", "居", "于"),
    "次": ("性", "产业"),
    "条": ("例", "件"),
    "人": ("民", "大", "均"),
    "名": ("牌",),
    "度": ("假",),
    "升": ("级", "学", "至", "到", "为", "旗"),
    "张": ("家",),
    "片": ("区",),
    "口": ("岸",),
    "段": ("落",),
    "本": ("级", "地", "区", "市", "县"),
    "家": ("庭", "园", "政"),
    "户": ("籍", "型"),
    "门": ("类",),
    "列": ("入",),
    "番": ("茄",),
    "场": ("所", "地", "馆"),
    "组": ("织",),
    "周": ("边", "年", "期"),
    "天": ("然",),
    "班": ("子",),
    "头": ("雁",),
    "类": ("别", "型", "似"),
    "种": ("植", "子", "类", "业", "养", "苗", "粮"),
    "笔": ("试", "记"),
    "对": ("外", "标", "接", "照", "口", "于", "此", "全", "各", "一", "项", "重", "不"),
    "支": ("部", "行", "持", "出"),
}


# What a unit begins with, and those of several characters by the first two: of two that begin alike
# the longer stands first. Written down: to make them of the names above takes ten times as long.
FIRSTS = _COUNTER | frozenset(
    "%％﹪‰成百倍番元块美欧港日平公亩米千立方吨斤克毫微升度兆吉小分天周年岁标床学岗车"
)
_LONG: dict[str, tuple[str, ...]] = {
    "个百": ("个百分点",),
    "百分": ("百分点",),
    "个点": ("个点",),
    "块钱": ("块钱",),
    "元人": ("元人民币",),
    "美元": ("美元",),
    "欧元": ("欧元",),
    "港元": ("港元",),
    "日元": ("日元",),
    "平方": ("平方米", "平方公里", "平方千米"),
    "平米": ("平米",),
    "公顷": ("公顷",),
    "公里": ("公里",),
    "千米": ("千米",),
    "立方": ("立方米",),
    "公斤": ("公斤",),
    "千克": ("千克",),
    "毫克": ("毫克",),
    "微克": ("微克",),
    "毫升": ("毫升",),
    "千瓦": ("千瓦时", "千瓦"),
    "兆瓦": ("兆瓦",),
    "吉瓦": ("吉瓦",),
    "小时": ("小时",),
    "分钟": ("分钟",),
    "个月": ("个月",),
    "个多": ("个多月",),
    "个季": ("个季度",),
    "人次": ("人次",),
    "户次": ("户次",),
    "件次": ("件次",),
    "场次": ("场次",),
    "班次": ("班次",),
    "架次": ("架次",),
    "台次": ("台次",),
    "台套": ("台套",),
    "标箱": ("标箱",),
    "床位": ("床位",),
    "学位": ("学位",),
    "岗位": ("岗位",),
    "车位": ("车位",),
    "个床": ("个床位",),
    "张床": ("张床位",),
    "个学": ("个学位",),
    "个岗": ("个岗位",),
    "个车": ("个车位",),
}


def at(text: str, start: int) -> str:
    """Return the longest unit that stands at `start`, or nothing."""
    first = text[start : start + 1]
    if first not in FIRSTS:
        return ""
    for name in _LONG.get(text[start : start + 2], ()):
        if text.startswith(name, start):
            return name
    known = first in _COUNTERS or first in _MEASURES
    return first if known and not text.startswith(_NOT_BEFORE.get(first, ()), start + 1) else ""


@cache
def meaning(name: str) -> Unit:
    """Return what a unit that `at` found measures or counts; "" is no unit."""
    if name in _COUNTERS:
        return _SAME.get(name, name), (1, 1), True
    return _MEASURES.get(name) or _MEASURES[""]
