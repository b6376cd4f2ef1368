"""X that is a letter: of a word, a variable, a model, a numeral."""

from __future__ import annotations

from speechlint.light import lru_cache
from speechlint.regexes import regex
from speechlint.views.blanks.run import masked_all_over
from speechlint.views.blanks.words import (
    DIGITS,
    MASKS,
    NOUNS,
    UNITS,
    back,
    is_latin,
    onward,
    words,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.views.blanks.run import Run

# Words that begin with the letter itself, and what it names in science.
_WORDS = words(
    "光 射线 轴 染色 型 形 坐标 刀 波 荧 衍射 证书 平台 理论 因素 档案 世代 变量 连锁 综合征 基因 "
    "方向 战警 企划 单抗 （行 (行"
)
_LINES = words("线路 线上 线下 线城")  # X线路 is a mask, X线 is not
_SOCIAL = words("平台 社交媒体 推特")
_ABBREVIATIONS = words("GDP CPI PPI R&D FDI")
_REST = (*UNITS, *"个家名项户人件元条台辆座亩所位处")
_DASHES = ("-", "—", "－", "–")
_OPERATORS = frozenset("=＝<>＜＞≥≤²³+＋")  # behind a variable
_ADDING = frozenset("+＋=＝÷")  # before one: 1+X


def is_letter(run: Run) -> bool:
    before, after = run.before, run.after
    if is_latin(after) or after in _OPERATORS:
        return True
    if is_latin(before):  # GDPXX亿元
        return not (run.precedes(UNITS) and run.follows(_ABBREVIATIONS))
    if before in DIGITS:  # 1X%: the rest of a number is masked
        return is_latin(run.text[run.start - 2 : run.start - 1]) or not run.precedes(_REST)
    if after == "0" and run.text.startswith(_REST, _beyond_zeros(run)):  # X00家
        return False
    if before in _ADDING or _hyphened(run, before, after):
        return True
    if _factor(run) or _in_genetics(run) or (before == "第" and _roman(run)):
        return True
    return run.length == 1 and _single(run)


def _beyond_zeros(run: Run) -> int:
    end = run.end
    while run.text.startswith("0", end):
        end += 1
    return end


def _hyphened(run: Run, before: str, after: str) -> bool:
    """Say whether it is part of a name: T/XX, CX-X, X-ray. XX/XX and X—X are ranges of masks."""
    text = run.text
    if before in ("/", "／") or before in _DASHES:
        far = text[run.start - 2 : run.start - 1] if run.start > 1 else ""
        if far not in MASKS and (before not in _DASHES or is_latin(far)):
            return True
    if after not in _DASHES:
        return False
    beyond = text[run.end + 1 : run.end + 2]
    if beyond in MASKS:
        return False
    return is_latin(beyond) or text.startswith("射", run.end + 1)


def _factor(run: Run) -> bool:
    """Say whether it stands between two numbers: 5 x 5."""
    left, right = back(run.text, run.start), onward(run.text, run.end)
    if left < 0 or right >= len(run.text):
        return False
    return run.text[left] in DIGITS and run.text[right] in DIGITS


def _in_genetics(run: Run) -> bool:
    return run.length < 3 and "染色体" in run.text[max(0, run.start - 12) : run.end + 12]


def _roman(run: Run) -> bool:
    """Say whether XX, behind 第, is twenty: others of the kind stand in the text."""
    return run.body[0] == "X" and _has_roman(run.text)


@lru_cache(maxsize=8)
def _has_roman(text: str) -> bool:
    return regex("第X*[IV][IVX]*[届章节卷部]").search(text) is not None


def _single(run: Run) -> bool:
    before, after = run.before, run.after
    if after in ("”", "’") and before not in ("“", "‘") and not masked_all_over(run.text):
        return True  # “创新X”
    if after in DIGITS or run.precedes(_WORDS) or run.follows(_SOCIAL):
        return True
    if after == "值" and not run.precedes("值班"):
        return True
    if after == "线" and not run.precedes(_LINES):
        return True
    left, right = back(run.text, run.start), onward(run.text, run.end)
    if 0 <= left < run.start - 1 and is_latin(run.text[left]):  # Model X
        return not run.text.startswith(NOUNS, right)
    return run.end < right < len(run.text) and is_latin(run.text[right])  # X Window
