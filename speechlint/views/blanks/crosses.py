"""A single × that multiplies, joins two trades, or is the opposite of a tick."""

from __future__ import annotations

from speechlint.views.blanks.run import masked_all_over
from speechlint.views.blanks.words import (
    DIGITS,
    NOUNS,
    UNITS,
    back,
    is_han,
    is_latin,
    onward,
    words,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.views.blanks.run import Run

# Policies of the form “数据要素×”, and what goes together in them: 科技×金融.
_TRADES = words(
    "要素 数据 智能 科技 金融 文旅 旅游 文化 体育 农业 工业 制造 医疗 健康 教育 交通 商业 电商 物流 "
    "联网 赛事 演艺 非遗 生态 能源 空间 场景 算力 技术 人才 资本 标准 品牌 设计 创意 产业 消费 美食 "
    "影视 音乐 乡村 低空 机器人 航天 信息 产品 直播 会展 康养 研学 节庆 票根 百业 千企 模型 平台 绿色 "
    "数字 阅读 艺术"
)
_SIDES = frozenset("长宽高深厚径积价量率数单")
# After these a name follows, not a factor.
_ASKS_FOR_NAME = frozenset(
    "在来对为到于向从由把将请是全我强和与及共省市县区了给让被经、，。；：“《（("
)
_TICKS = tuple("打画标划")


def is_cross(run: Run) -> bool:
    before, after = run.before, run.after
    if before in DIGITS or after in DIGITS:
        return not (before in DIGITS and run.precedes(UNITS))
    if is_latin(before) or is_latin(after):
        return True
    if not before.strip() or not after.strip():
        if _between_sides(run):
            return True
        return not (run.precedes(NOUNS) or _between_words(run))
    if after in tuple("”’』」") and before not in tuple("“‘『「"):  # “数据要素×”
        return True
    if run.text[: run.start - 1].endswith(_TICKS) and before in ("“", "‘"):
        return True
    if run.follows(_TRADES):
        return not run.precedes(UNITS)
    if before in _SIDES and after in _SIDES:
        return True
    if run.precedes(NOUNS) or before in _ASKS_FOR_NAME or after in ("的", "等"):
        return False
    if not (is_han(before) and is_han(after)):
        return False
    return run.precedes(_TRADES) or not masked_all_over(run.text)


def _between_sides(run: Run) -> bool:
    """Say whether it multiplies, set off by spaces: 长 × 宽."""
    left, right = back(run.text, run.start), onward(run.text, run.end)
    return left >= 0 and right < len(run.text) and {run.text[left], run.text[right]} <= _SIDES


def _between_words(run: Run) -> bool:
    """Say whether it has a word on each side, set off by spaces."""
    left, right = back(run.text, run.start), onward(run.text, run.end)
    if left < 0 or right >= len(run.text):
        return False
    return is_han(run.text[left]) and is_han(run.text[right])
