"""Units of measure and the words that count things.

A unit belongs to a dimension; only figures of one dimension are added or divided. Its
factor turns it into the dimension's base unit.
"""

from __future__ import annotations

from _operator import itemgetter

# Dimension, factor (a fraction: numerator and denominator), whether it counts things.
Unit = tuple[str, tuple[int, int], bool]

SHARE, POINTS, TIMES, DOUBLINGS = "份额", "百分点", "倍", "番"

_MEASURES = {
    "%": (SHARE, 1, 100),
    "％": (SHARE, 1, 100),
    "﹪": (SHARE, 1, 100),
    "‰": (SHARE, 1, 1000),
    "成": (SHARE, 1, 10),
    "个百分点": (POINTS, 1, 1),
    "百分点": (POINTS, 1, 1),
    "个点": (POINTS, 1, 1),
    "倍": (TIMES, 1, 1),
    "番": (DOUBLINGS, 1, 1),
    "元": ("元", 1, 1),
    "块钱": ("元", 1, 1),
    "元人民币": ("元", 1, 1),
    "美元": ("美元", 1, 1),
    "欧元": ("欧元", 1, 1),
    "港元": ("港元", 1, 1),
    "日元": ("日元", 1, 1),
    "平方米": ("面积", 1, 1),
    "平米": ("面积", 1, 1),
    "平方公里": ("面积", 1_000_000, 1),
    "平方千米": ("面积", 1_000_000, 1),
    "公顷": ("面积", 10_000, 1),
    "亩": ("面积", 2000, 3),
    "米": ("长度", 1, 1),
    "公里": ("长度", 1000, 1),
    "千米": ("长度", 1000, 1),
    "立方米": ("体积", 1, 1),
    "方": ("体积", 1, 1),
    "吨": ("质量", 1000, 1),
    "公斤": ("质量", 1, 1),
    "千克": ("质量", 1, 1),
    "斤": ("质量", 1, 2),
    "克": ("质量", 1, 1000),
    "毫克": ("质量", 1, 10**6),
    "微克": ("质量", 1, 10**9),
    "升": ("容积", 1, 1),
    "毫升": ("容积", 1, 1000),
    "千瓦时": ("电量", 1, 1),
    "度": ("电量", 1, 1),
    "千瓦": ("功率", 1, 1),
    "兆瓦": ("功率", 1000, 1),
    "吉瓦": ("功率", 1_000_000, 1),
    "小时": ("小时", 1, 1),
    "分钟": ("分钟", 1, 1),
    "天": ("天", 1, 1),
    "周": ("周", 1, 1),
    "个月": ("月", 1, 1),
    "个多月": ("月", 1, 1),
    "个季度": ("季度", 1, 1),
    "年": ("年", 1, 1),
    "岁": ("岁", 1, 1),
}
# Words that count things; each counts its own, but for persons and places to sit or lie.
_COUNTERS = frozenset(
    [
        "个",
        "户",
        "家",
        "套",
        "项",
        "件",
        "起",
        "处",
        "所",
        "座",
        "台",
        "辆",
        "艘",
        "架",
        "条",
        "宗",
        "批",
        "次",
        "场",
        "期",
        "份",
        "张",
        "头",
        "只",
        "匹",
        "株",
        "棵",
        "例",
        "间",
        "栋",
        "幢",
        "口",
        "眼",
        "部",
        "支",
        "组",
        "班",
        "本",
        "册",
        "篇",
        "枚",
        "门",
        "列",
        "盏",
        "片",
        "段",
        "趟",
        "人次",
        "户次",
        "件次",
        "场次",
        "班次",
        "架次",
        "台次",
        "台套",
        "标箱",
        "类",
        "种",
        "笔",
        "颗",
        "桌",
        "对",
        "人",
        "名",
        "位",
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
)
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


_MEANINGS: dict[str, Unit] = {"": ("", (1, 1), False)}
for _name, (_dimension, *_factor) in _MEASURES.items():
    _MEANINGS[_name] = (_dimension, (_factor[0], _factor[1]), False)
for _name in _COUNTERS:
    _MEANINGS[_name] = (_SAME.get(_name, _name), (1, 1), True)
FIRSTS = frozenset(map(itemgetter(0), (*_MEASURES, *_COUNTERS)))  # what a unit begins with
# Those of several characters by the first two, the longer ones first.
_LONG: dict[str, list[str]] = {}
for _name in sorted((*_MEASURES, *_COUNTERS), key=len, reverse=True):
    if len(_name) > 1:
        _LONG.setdefault(_name[:2], []).append(_name)


def at(text: str, start: int) -> str:
    """Return the longest unit that stands at `start`, or nothing."""
    first = text[start : start + 1]
    if first not in FIRSTS:
        return ""
    for name in _LONG.get(text[start : start + 2], ()):
        if text.startswith(name, start):
            return name
    known = first in _MEANINGS and not text.startswith(_NOT_BEFORE.get(first, ()), start + 1)
    return first if known else ""


def meaning(name: str) -> Unit:
    """Return what a unit that `at` found measures or counts; "" is no unit."""
    return _MEANINGS.get(name) or _MEANINGS[""]
