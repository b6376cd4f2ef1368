"""Learn from published reports how lines begin and end; write the tables that `torn` reads.

    python benchmarks/edges.py ../shared/corpus/clean

rules/scrape/edges.txt    how much likelier a character, or a word, ends or begins a
                          sentence than it stands somewhere in it (ten times the logarithm)
rules/scrape/words.txt    common words: a break inside one tears it
rules/scrape/phrases.txt  pairs of words that belong together: “经济社会”

The words are those of jieba's dictionary.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

RULES = Path(__file__).parent.parent / "rules" / "scrape"
HAN = re.compile("[\u4e00-\u9fff]+")
MARKER = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.、．]|——")
SENTENCE = re.compile("[。！？；\n]")
# Lines of a speech begin so, more often than those of a report do.
STARTERS = """同志 刚才 下面 希望 大家 同时 首先 其次 再次 最后 因此 但是 然而 此外 另外 其中 为此 对此 当前
目前 今天 昨天 去年 近年 近期 近日 接下 总之 可以 没有 如果 只有 只要 虽然 由于 随着 根据 按照 通过 针对
为了 在此 借此 各位 各级 有的 有些 一些 个别 少数 大多 面对 回顾 展望 总的 谢谢 感谢 这次 这里 我们 他们
附件 主持 会议 尊敬 女士 先生 朋友 明年 上半 下半 一方 另一 特别 尤其 第一 第二 第三 正是 事实 实践 俗话 古人"""
# So too, though reports prefer other words.
SINGLE = "对在为把以从按将由因凡当如若但就有没这那各我你他它同请让既也还又"
# No line ends so: these words bind to what follows.
BINDING = """着力 全力 奋力 大力 切实 扎实 稳步 不断 坚决 逐步 尽快 始终 必须 应当 能够 围绕 按照 根据 针对 为了 关于 对于 以及 由于
随着 正在 已经 将要 更加 十分 非常 就是 而是 不仅 既要 又要 还要 也要 才能 因此 所以 如果 只有 只要 即使 无论 虽然 我们
他们 它们 这些 那些 一些 这个 那个 一个 每个 各个 其中 从而 并且 或者 而且 不能 不要 可以 尽力 合力 竭力 认真 严格 致力
有力 立足 凭借 依托 借助 遵照 依照 鉴于 对照 面对 朝着 向着 沿着 除了 作为 成为 属于 等于 位于"""
# Headings of speeches end so.
ENDERS = """讲话 发言 致辞 报告 汇报 总结 做法 情况 建议 打算 启示 体会 意见 问题 要求 措施 任务 安排 回顾
提纲 要点 议程 原则 目标 成绩 不足 形势 思路 重点 步骤 范围 对象 背景 意义 责任 氛围 实效 落实"""


def words(lowest: int) -> Iterator[str]:
    home = find_spec("jieba")
    assert home
    assert home.origin
    with Path(home.origin).with_name("dict.txt").open(encoding="utf-8") as rows:
        for row in rows:
            word, count, tag = row.split()
            common = int(count) >= (lowest if len(word) == 2 else lowest // 2)
            if 2 <= len(word) <= 4 and common and tag != "nr" and HAN.fullmatch(word):
                yield word


def log_ratio(there: int, total: int, share: float) -> int:
    """Return ten times the logarithm of how much likelier a piece is `there` than anywhere."""
    return round(10 * math.log((there + 1) / (total * share + 1)))


def edges(texts: list[str], known: set[str]) -> Iterator[tuple[str, int, int]]:
    for size, lowest in ((1, 30), (2, 25)):
        everywhere, first, last = Counter[str](), Counter[str](), Counter[str]()
        for text in texts:
            everywhere.update(text[i : i + size] for i in range(len(text) - size + 1))
            for sentence in SENTENCE.split(text):
                bare = MARKER.sub("", sentence.strip("”“ \u3000"), count=1)
                if len(bare) > 3:
                    first[bare[:size]] += 1
                    last[bare[-size:]] += 1
        total, firsts, lasts = sum(everywhere.values()), sum(first.values()), sum(last.values())
        for piece, count in sorted(everywhere.items()):
            if count >= lowest and HAN.fullmatch(piece) and (size == 1 or piece in known):
                share = count / total
                begins = log_ratio(first[piece], firsts, share)
                yield piece, log_ratio(last[piece], lasts, share), begins


def phrases(texts: list[str]) -> Iterator[str]:
    found: dict[str, set[int]] = defaultdict(set)
    count = Counter[str]()
    for number, text in enumerate(texts):
        for run in HAN.findall(text):
            for i in range(len(run) - 3):
                count[run[i : i + 4]] += 1
                found[run[i : i + 4]].add(number)
    return (p for p in sorted(count) if count[p] >= 8 and len(found[p]) >= 4)


def write(name: str, head: str, items: list[str]) -> None:
    lines = [" ".join(items[i : i + 16]) for i in range(0, len(items), 16)]
    (RULES / name).write_text(f"# {head}\n" + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    known = {*words(600), *BINDING.split(), "习近平"}
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    text = "\n".join(texts)
    known |= {word for word in words(20) if word in text and text.count(word) > 4}
    rows = {piece: (ends, begins) for piece, ends, begins in edges(texts, known)}
    for piece in STARTERS.split():
        rows[piece] = (min(rows.get(piece, (0, 0))[0], 0), 25)
    for piece in SINGLE:
        rows[piece] = (rows.get(piece, (0, 0))[0], max(rows.get(piece, (0, 0))[1], 0))
    for piece in ENDERS.split():
        rows[piece] = (max(rows.get(piece, (0, 0))[0], 15), rows.get(piece, (0, 0))[1])
    for piece in BINDING.split():
        rows[piece] = (-99, rows.get(piece, rows.get(piece[0], (0, 0)))[1])
    table = [f"{piece}\t{e},{b}" for piece, (e, b) in sorted(rows.items())]
    head = "Written by benchmarks/edges.py: what ends and begins sentences (10 × log ratio)."
    write("edges.txt", head, table)
    write("words.txt", "Written by benchmarks/edges.py from jieba's dictionary.", sorted(known))
    write("phrases.txt", "Written by benchmarks/edges.py.", list(phrases(texts)))


if __name__ == "__main__":
    main()
