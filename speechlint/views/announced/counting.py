"""Counts in a sentence: “三点意见”, “5个方面的突出问题”, “三个‘不够’”."""

from __future__ import annotations

from speechlint import numerals
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph


def table(text: str) -> tuple[str, ...]:
    """Return the words of a table, which stand apart by spaces."""
    return tuple(text.split())


_FIGURES = "[两一二三四五六七八九十0123456789０１２３４５６７８９]+"
# Of these tables the longer words stand first.
_UNITS = table("个方面 方面 个 点 项 条 件 大 类 种 篇 场 道 句 步 层")
# These make a count of a list even when no noun follows: 讲三点, 在两个方面, 教训有三条。
_ALONE = ("个方面", "方面", "点")
_ALONE_AT_END = ("条", "项")
# What is counted so but never makes up the items of a list that follows.
_THINGS = table(
    "百分点 多月 小时 星期 礼拜 季度 世纪 社区 国家 单位 部门 企业 公司 代表 委员 "
    "家庭 学校 医院 战线 月 年 村 乡 镇 县 市 区 省 州 人 组 班 路 河 街 线 "
    "亿 万 钟 半"
)
_ADJECTIVES = table(
    "不容忽视的 亟待解决的 需要解决的 需要重视的 值得注意的 值得重视的 急需解决的 方面的 "
    "层面的 环节的 深层次 方面 层面 突出 主要 重点 关键 重要 重大 具体 基本 核心 "
    "紧迫 实际 明显 显著 薄弱 共性 根本 现实 大的 新的 新 大 硬 小 好 的"
)
_NOUNS = table(
    "关键词 方面 工作 意思 意义 任务 措施 举措 大事 实事 事情 问题 意见 要求 建议 "
    "体会 想法 看法 观点 认识 希望 原则 重点 关键 环节 关系 目标 机制 制度 保障 "
    "困难 原因 特点 特征 不足 短板 变化 转变 突破 结合 统一 到位 坚持 强化 提升 "
    "确保 必须 着力 文章 硬仗 战役 关口 抓手 方向 领域 层面 要点 亮点 经验 启示 "
    "做法 成效 优势 机遇 挑战 因素 理由 步骤 阶段 内容 情况 指标 行动 工程 计划 "
    "体系 平台 改革 政策 条件 要素 办法 途径 渠道 模式 方式 路径 标准 项目 意识 "
    "能力 作用 责任 纪律 风险 隐患 现象 倾向 误区 弱项 差距 课题 议题 议程 程序 "
    "事项 战略 动作 台阶 导向 底线 理念 事 关 话 词 字"
)
_BREAKS = frozenset("，,。；：:、“”‘’（）()《》！？!? \u3000\n0123456789")
_NEAR = 12  # characters in which the noun has to begin
_FILLER = 4  # characters of a modifier that the table does not know
_QUOTED = 8


class Count(NamedTuple):
    """A count: the span of its words and of its number. `announces` says it could announce a list."""

    words: Span
    figure: Span
    number: int
    announces: bool = False


def all_counts(paragraph: Paragraph) -> tuple[Count, ...]:
    """Return the counts of a paragraph, in order."""
    return tuple(counts(paragraph.text, 0, len(paragraph.text)))


def counts(text: str, start: int, end: int) -> Iterator[Count]:
    """Yield the counts of a sentence, in order."""
    for figure in regex(_FIGURES).finditer(text, start, end):
        number = _value(figure[0])
        if number:
            yield from _counted(text, Span(*figure.span()), end, number)


def _value(digits: str) -> int:
    """Return a number from two to 99, or 0: 一个 is an article, and 三四个 no number."""
    if len(digits) > 1 and "十" not in digits and not digits.isdigit():
        return 0
    try:
        number = 2 if digits == "两" else numerals.parse(digits)
    except ValueError:
        return 0
    return number if 1 < number < 100 else 0


def _counted(text: str, figure: Span, end: int, number: int) -> Iterator[Count]:
    unit = _at(_UNITS, text, figure.end, end)
    after = figure.end + len(unit)
    if not unit:  # 原因有三：
        if after == end and text[figure.start - 1 : figure.start] == "有":
            yield Count(figure, figure, number, announces=True)
        return
    if text.startswith(_THINGS, after, end):
        return
    if text[after : after + 1] == "“":
        close = text.find("”", after, min(end, after + _QUOTED + 2)) + 1
        if close:
            yield Count(Span(figure.start, close), figure, number, announces=close == end)
            return
    stop, named = _noun(text, after, end)
    alone = unit in _ALONE or (unit in _ALONE_AT_END and stop == end)
    yield Count(Span(figure.start, stop), figure, number, announces=named or alone)


def _noun(text: str, start: int, end: int) -> tuple[int, bool]:
    """Return where the noun after a unit ends, or the adjectives if there is none; and which."""
    limit = start
    while limit < min(end, start + _NEAR + 2) and text[limit] not in _BREAKS:
        limit += 1
    at = start
    while True:
        known = _at(_ADJECTIVES, text, at, limit)
        best = _first_noun(text, at, limit)
        if best and (not known or best[0] == at):
            more = known and text.startswith(_NOUNS, at + len(known), limit)
            if not more:  # 三个重点, but 三项重点工作
                return best[1], True
        if not known:
            return at, False
        at += len(known)


def _first_noun(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Return where the first noun begins and ends that follows after a few characters at most."""
    for at in range(start, min(limit, start + _FILLER + 1)):
        if at > start and text[at - 1] == "的":
            return None
        if noun := _at(_NOUNS, text, at, limit):
            return at, at + len(noun)
    return None


def _at(words: tuple[str, ...], text: str, start: int, end: int) -> str:
    """Return the longest of the words that stands at a place, or nothing."""
    if not text.startswith(words, start, end):
        return ""
    return next(word for word in words if text.startswith(word, start, end))
