"""Learn from published reports how lines begin and end; write the tables that `torn` reads.

    python benchmarks/edges.py ../shared/corpus/clean

rules/scrape/edges.tsv    how much likelier a character, or a word, ends or begins a
                          sentence than it stands somewhere in it (ten times the logarithm)
rules/scrape/words.txt    common words: a break inside one tears it
rules/scrape/phrases.txt  pairs of words that belong together: “经济社会”

The words are those of jieba's dictionary.
"""

import math
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
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


def words(lowest: int) -> Iterator[str]:
    import jieba

    with open(os.path.join(os.path.dirname(jieba.__file__), "dict.txt"), encoding="utf-8") as rows:
        for row in rows:
            word, count, tag = row.split()
            common = int(count) >= (lowest if len(word) == 2 else lowest // 2)
            if 2 <= len(word) <= 4 and common and tag != "nr" and HAN.fullmatch(word):
                yield word


def log_ratio(there: int, total_there: int, here: int, total: int, smoothing: float) -> int:
    share = here / total
    return round(10 * math.log((there + smoothing * share) / (total_there + smoothing) / share))


def edges(texts: list[str], known: set[str]) -> Iterator[tuple[str, int, int]]:
    for size, lowest, smoothing in ((1, 30, 8.0), (2, 25, 0.0)):
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
                ends = log_ratio(last[piece], lasts, count, total, smoothing or total / count / 2)
                begins = log_ratio(first[piece], firsts, count, total, smoothing or total / count / 2)
                yield piece, ends, 25 if piece in STARTERS.split() else begins
    for piece in sorted(set(STARTERS.split())):
        yield piece, 0, 25


def phrases(texts: list[str], known: set[str]) -> Iterator[str]:
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
    known = set(words(600))
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    rows = {piece: (ends, begins) for piece, ends, begins in edges(texts, known)}
    table = "".join(f"{piece}\t{e}\t{b}\n" for piece, (e, b) in sorted(rows.items()))
    head = "# Written by benchmarks/edges.py: what ends and begins sentences (10 × log ratio).\n"
    (RULES / "edges.tsv").write_text(head + table, encoding="utf-8")
    write("words.txt", "Written by benchmarks/edges.py from jieba's dictionary.", sorted(known))
    write("phrases.txt", "Written by benchmarks/edges.py.", list(phrases(texts, known)))


if __name__ == "__main__":
    main()
