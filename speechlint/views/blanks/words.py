"""Characters and words that tell a blank from what looks like one."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Return the words of a table, which stand apart by spaces."""
    return tuple(text.split())


SPACES = frozenset(" \u3000\u00a0\t")
DIGITS = frozenset("0123456789０１２３４５６７８９")
NUMERALS = frozenset("〇○零一二三四五六七八九十百千万亿两")
# What a mask is drawn with, and its family: each is told from its look-alikes in its own way.
MASKS = {
    **dict.fromkeys("XxＸｘ", "letter"),
    **dict.fromkeys("×✕✖╳", "cross"),
    **dict.fromkeys("*＊﹡", "star"),
    **dict.fromkeys("○◯〇Ｏ●◎⚪⚫", "ring"),
    **dict.fromkeys("△▲□■☐▢★☆", "shape"),
    **dict.fromkeys("#＃", "hash"),
    **dict.fromkeys("_＿﹍", "line"),
}

# What asks for a number before it, whatever else stands around.
UNITS = words(
    "% ％ ‰ 个百分点 亿元 万元 亿立方 亿美元 万美元 亿余 万余 万亿 万人 万户 万吨 万亩 "
    "万平方 万千瓦 万公顷 万辆 万套 万个 万名 万家 万头 万只 万株 万立方 亿斤 亿吨 多亿 余亿 "
    "多万 余万 平方公里 平方米 立方米 公里 公顷 千瓦 公斤 人次 户次"
)
MEASURES = tuple("个名位人户家项处条件万亿元月日时分次天周期批届级类亩吨座台辆所场起例份号岁倍年")
PLACES = words(
    "省 市 县 区 镇 乡 村 州 盟 旗 街道 社区 片区 园区 开发区 新区 高新区 地区 工业园 产业园 "
    "农场 林场 路 大道 大街 河 山 湖 桥 水库 高速 铁路 机场"
)
BODIES = words(
    "局 办 委 部 厅 院 校 处室 科 站 中心 公司 集团 企业 银行 学院 大学 中学 小学 医院 单位 "
    "部门 政府 党委 党组 支部 有限 股份 商会 协会 工程 项目 大会 会议 现场会 组织 领导"
)
PEOPLE = words(
    "书记 省长 市长 县长 区长 镇长 乡长 局长 主任 部长 主席 同志 副 常委 委员 代表 总经理 经理 "
    "董事 校长 院长 处长 科长 厅长 司令 政委 秘书长 老师 教授 先生 女士 站长 行长 所长 队长"
)
NOUNS = UNITS + MEASURES + PLACES + BODIES + PEOPLE
_NOUNS = frozenset(NOUNS)
_LONGEST = max(map(len, NOUNS))


def is_han(c: str) -> bool:
    """Say whether a character, or none, is a Chinese one."""
    return "\u4e00" <= c <= "\u9fff"


def is_latin(c: str) -> bool:
    """Say whether a character, or none, is a letter of English."""
    return c.isascii() and c.isalpha()


def back(text: str, at: int) -> int:
    """Return where the last character before `at` stands that is no space; -1 for none."""
    at -= 1
    while at >= 0 and text[at] in SPACES:
        at -= 1
    return at


def onward(text: str, at: int) -> int:
    """Return where the first character from `at` stands that is no space; the length for none."""
    while at < len(text) and text[at] in SPACES:
        at += 1
    return at


def named(text: str, start: int, end: int) -> str:
    """Return the blank with the noun that follows it: XX市, ×亿元."""
    for length in range(_LONGEST, 0, -1):
        if text[end : end + length] in _NOUNS:
            return text[start : end + length]
    return text[start:end]
