"""Write rules/text/doubles.tsv and twice.tsv, by which `repetition` knows a character typed twice.

    python benchmarks/doubles.py

“加快发发展” is wrong because 发展 is a word and 快发 is none, “经济济发展” because 经济 is
one and 济发 is none; “印发发展规划” is right because 印发 is a word too. Which two characters
are a word, or part of one, is read off jieba's dictionary (MIT licence).
"""

from __future__ import annotations

import os
import re
from collections import defaultdict

import jieba  # type: ignore[import-untyped]

COMMON = 2000  # a word this frequent is one that a second character completes
KNOWN = 20  # from here on two characters may stand together in a word
DOUBLED = 4  # a doubled character this frequent is a word (常常); rarer ones are none (推推)
FREE = 0.5  # a character that stands alone more often than this may do so anywhere
# They end new words as they please (快递业业务), or begin them (安全全链条).
SUFFIXES = (
    "业化性者员家部司局厅处科室院校会委办所站区市县省乡镇村国界层类率度量力费金税款品物机车船网"
    "线路桥港场园城厂店馆中内外上下前后间时日月年期人民商学法制式型级值额点面方体群链圈带库池房"
    "屋楼地田林水电气油煤粮种育湖原智收污分志生段江保病案军"
)
PREFIXES = (
    "全以新大小多高低老总副各每该本同双单重再可不未无有在从到为是要能会对向与和及等中内外上下前"
    "后首主分志收污作"
)
HEADER = """\
# Characters of which two in a row are one too many. Written by benchmarks/doubles.py from jieba's dictionary.
# The character; what it begins a common word with; what stands before it in any word; what it ends a
# common word with; what stands behind it in any word.
"""


def main() -> None:
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folder = os.path.join(here, "rules", "text")
    with open(os.path.join(folder, "doubles.tsv"), "w", encoding="utf-8") as out:
        out.write(HEADER)
        out.write("\n".join("\t".join(row) for row in rows(words())) + "\n")
    with open(os.path.join(folder, "twice.tsv"), "w", encoding="utf-8") as out:
        out.write("# Characters that are doubled rightly. Written by benchmarks/doubles.py.\n")
        out.write("\n".join(twice(words())) + "\n")


def words() -> dict[str, int]:
    """Return jieba's words of Han characters with their frequencies."""
    file = os.path.join(os.path.dirname(jieba.__file__), "dict.txt")
    found = {}
    with open(file, encoding="utf-8") as stream:
        for line in stream:
            word, frequency, *_ = line.split(" ")
            if re.fullmatch("[\u4e00-\u9fff]+", word):
                found[word] = int(frequency)
    return found


def twice(words: dict[str, int]) -> list[str]:
    return sorted(w[0] for w, times in words.items() if w == w[0] * 2 and times >= DOUBLED)


def rows(words: dict[str, int]) -> list[list[str]]:
    before, behind = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    starts, ends = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    alone, within = defaultdict[str, int](int), defaultdict[str, int](int)
    for word, frequency in words.items():
        if len(word) == 1:
            alone[word] = frequency
            continue
        for char in word:
            within[char] += frequency
        if frequency >= KNOWN:
            before[word[-1]].add(word[-2])
            behind[word[0]].add(word[1])
    free = {char for char, times in alone.items() if times > FREE * (times + within[char])}
    for word, frequency in words.items():
        if len(word) == 2 and frequency >= COMMON and word[0] != word[1]:
            if word[0] not in SUFFIXES and word[0] not in free:
                starts[word[0]].add(word[1])
            if word[1] not in PREFIXES and word[1] not in free:
                ends[word[1]].add(word[0])
    table = []
    for char in sorted(starts.keys() | ends.keys()):
        cells = [starts[char], before[char] if starts[char] else set[str]()]
        cells += [ends[char], behind[char] if ends[char] else set[str]()]
        table.append([char, *("".join(sorted(cell)) for cell in cells)])
    return table


if __name__ == "__main__":
    main()
