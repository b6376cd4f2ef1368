"""Write rules/text/halves.tsv, by which `text.fragment` knows a clause that begins inside a word.

    python benchmarks/halves.py

“济发展的质量” cannot begin a clause: 济 does not stand alone, and 济发 begins no word. Which
characters do not stand alone at the head of a clause was read off 550,000 characters of
published reports, by hand; what they begin words with, off jieba's dictionary (MIT licence).
"""

from __future__ import annotations

import os
from collections import defaultdict

from doubles import words

SECONDS = (
    "的了们率亿件众值元划务势员型域境央度态性施术模济益础策范融际险障革题展府业构序况绩括续律源系略者献"
    "制巩费级格场导品目期式断彻界挥族次间疗贸励层然些额染置果键球币响庭予绪料络盾觉般胞役"
)
# Words that the dictionary does not know, or that are two.
MORE = (
    "续建 续贷 续签 续写 续聘 央地 央企 元宇 亿纬 府检 府院 业有 制售 值此 题为 系好 系牢 系紧 系上 施以 施公 率团 "
    "率队 率部 划出 划归 务须 导出 置之 置于 断了 断掉 断供 次年 展陈 展销 展露 费了 费尽 献上 融救 益生 策克"
)
HEADER = """\
# Characters that do not stand alone at the head of a clause, and what they begin words with.
# Written by benchmarks/halves.py from jieba's dictionary.
"""


def main() -> None:
    follow: dict[str, set[str]] = defaultdict(set)
    for word in (*words(), *MORE.split()):
        if len(word) > 1 and word[0] in SECONDS:
            follow[word[0]].add(word[1])
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with open(os.path.join(here, "rules", "text", "halves.tsv"), "w", encoding="utf-8") as out:
        out.write(HEADER)
        out.writelines(f"{char}\t{''.join(sorted(follow[char]))}\n" for char in sorted(SECONDS))


if __name__ == "__main__":
    main()
