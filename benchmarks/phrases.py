"""Write rules/word/heads.tsv, tails.tsv and sounds.txt, by which `word.phrase` knows a phrase typed wrong.

    pip install pypinyin
    python benchmarks/phrases.py

“一如继往” is wrong because 一如既往 is a set phrase and 继 sounds like 既. The set phrases are the
idioms of jieba's dictionary (MIT licence), those of official language in official.txt, and pairs
of words that follow each other again and again in published reports (../shared/corpus/clean).
Sounds are those of pypinyin (MIT licence); characters that look alike were written down by hand.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import jieba  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "clean"
IDIOM = 5  # an idiom this frequent is used; rarer ones count where a report has them
FIXED = 50  # so frequent must be what is marked as another part of speech (实事求是)
WORD = 30  # what two words must reach before they make a phrase together
TIMES, REPORTS = 2, 2  # how often, and in how many reports, they stand together
CHARACTERS = 3600  # those that anyone types
COMMON = {"v", "vn", "vd", "n", "a", "ad", "an", "d", "b"}  # no names
PARTS = {"n", "v", "vn", "a", "ad", "an", "d", "z", "l"}
HAN = re.compile("[\u4e00-\u9fff]{4}")
# Words that any other word may follow.
GRAMMAR = set(
    "的地得是一在有和不为了与以之于及而且所要会能可也就都还又再更最很太该此其各每某另由从到对向把被让使将已正曾未"
)
# What they are made of may stand side by side by chance (文化|已产生), or a new word has taken
# the sound (绿色智造).
LOOSE = (
    "大规模集 加在一起 合在一起 一切都是 大规模大 新形势下 目前为止 特别是在 不怎么样 奇怪的是 翻了一番 难以为继 绿色制造 文化遗产 "
    "再进一步 一个劲地 叽哩咕噜 何患无辞 这就是说"
)
# Of the characters that have several sounds, those that are typed by more than the first.
SOUNDS = {
    "长": "chang zhang", "行": "xing hang", "重": "zhong chong", "传": "chuan zhuan", "调": "tiao diao",
    "乐": "le yue", "率": "lv shuai", "省": "sheng xing", "降": "jiang xiang", "度": "du duo",
    "着": "zhe zhuo zhao", "还": "huan hai", "参": "can shen", "盛": "sheng cheng", "藏": "cang zang",
    "薄": "bo bao", "露": "lu lou", "说": "shuo shui", "强": "qiang jiang", "解": "jie xie",
    "曾": "ceng zeng", "校": "xiao jiao", "弹": "dan tan", "觉": "jue jiao", "角": "jiao jue",
    "识": "shi zhi", "都": "dou du", "会": "hui kuai", "朝": "chao zhao", "系": "xi ji", "折": "zhe she",
    "属": "shu zhu", "给": "gei ji", "奇": "qi ji", "地": "di de", "的": "de di", "得": "de", "了": "le liao",
    "没": "mei mo", "便": "bian pian", "血": "xue xie", "塞": "sai se", "差": "cha chai", "吓": "xia he",
    "削": "xue xiao", "贾": "jia gu", "勒": "le lei", "脉": "mai mo", "泊": "bo po", "落": "luo la", "济": "ji",
}  # fmt: skip
LOOKS = """
己已巳 未末 人入八 干千于 土士 日曰目 天夭 戊戌戍 析折拆 拔拨 侯候 辨辩辫 竟竞 免兔 洒酒 兢竞 治冶 贷货 陪倍赔培 持恃待侍
驰弛 搏博 概慨 密蜜 幅副辐 梁粱 壁璧 撤澈辙撒 粟栗 徒徙 茶荼 盲肓 刺剌 祟崇 徽微 暑署曙 晴睛 燥躁噪澡 藉籍 磬罄 篮蓝 历厉
扬杨 钓钩 沽估 屈届 检捡 柱桂 枉狂 管菅 享亨 卷券 裁栽载 惯贯 村材 师帅 坏环 健键 设没 住往 准淮 奋备 项顶 拓拆 措错 攻改
话活 拟似 规观 优忧 从丛 枝技 仗杖 坚竖 断继 异导 斥斤 侧测 型形 体休 深探 拥佣 抓爪 状壮 由田 由申 午牛 见贝 间问 外处
几凡 今令 氏民 名各 老考 因困 团困 关美 百白 自白 自目 来米 米采 刀力 亡忘 王玉 主王 住佳 付忖 计汁 论沦 沟构购 论伦 轮抡
苍仓 栋拣 练拣 凝疑 渴喝竭 揭竭 惕踢 锡赐 积织职 织识 绩债 续读 徒陡 隧遂 遂逐 概溉 恳垦 恨狠 狼狠 狠很 跟根 眼跟 银很 退迟
途徐 徐除 叙徐 涂途 捐损 圆园 贫贪 贫分 盼份 纷粉 峰锋 缝逢 摸模 漠模 墓幕 募幕 寞漠 膜摸
履覆 卖实 买实 圣全 争爭 惑感 仼任 苹革 搞稿告 列烈 何贺 泰秦
"""


def main() -> None:
    reports = [p.read_text(encoding="utf-8") for p in sorted(CORPUS.glob("*.txt"))]
    table = dict(rows())
    phrases = {*idioms(table, "".join(reports)), *official(), *pairs(table, reports)}
    phrases -= set(LOOSE.split())
    write("heads.tsv", "The two characters that phrases begin with, and those that may follow", {
        (p[:2], p[2:]) for p in phrases
    })  # fmt: skip
    write("tails.tsv", "The two characters that phrases end with, and those that may stand before", {
        (p[2:], p[:2]) for p in phrases
    })  # fmt: skip
    groups = sorted({"".join(sorted(g)) for g in (*sounds(table), *LOOKS.split()) if len(g) > 1})
    head = "# Characters that sound alike, or look alike. Written by benchmarks/phrases.py.\n"
    save("sounds.txt", head + "\n".join(groups) + "\n")


def rows() -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield the words of jieba's dictionary with frequency and part of speech."""
    path = os.path.join(os.path.dirname(jieba.__file__), "dict.txt")
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            word, frequency, tag = line.split()
            yield word, (int(frequency), tag)


def idioms(table: dict[str, tuple[int, str]], reports: str) -> Iterator[str]:
    for word, (frequency, tag) in table.items():
        if not HAN.fullmatch(word):
            continue
        if (tag == "i" and (frequency >= IDIOM or word in reports)) or (
            tag in PARTS and frequency >= FIXED
        ):
            yield word


def official() -> Iterator[str]:
    lines = (Path(__file__).parent / "official.txt").read_text(encoding="utf-8").split("\n")
    for line in lines:
        first, *others = ("" if line.startswith("#") else line).split() or [""]
        if len(first) == 2:
            yield from (first + other for other in others)
        else:
            yield from filter(None, (first, *others))


def pairs(table: dict[str, tuple[int, str]], reports: Iterable[str]) -> Iterator[str]:
    """Yield two words that stand side by side in several reports."""
    count: Counter[str] = Counter()
    within: Counter[str] = Counter()
    common = {w for w, (n, tag) in table.items() if n >= WORD and len(w) == 2 and tag in COMMON}
    for text in reports:
        here = Counter(
            text[at : at + 4]
            for at in range(len(text) - 3)
            if text[at : at + 2] in common and text[at + 2 : at + 4] in common
        )
        count.update(here)
        within.update(here.keys())
    for phrase, times in count.items():
        if times >= TIMES and within[phrase] >= REPORTS and not GRAMMAR & set(phrase):
            yield phrase


def sounds(table: dict[str, tuple[int, str]]) -> Iterator[set[str]]:
    read = import_module("pypinyin").lazy_pinyin
    weight: Counter[str] = Counter()
    for word, (frequency, _) in table.items():
        for char in word:
            weight[char] += frequency
    groups: dict[str, set[str]] = defaultdict(set)
    for char in [c for c, _ in weight.most_common() if "\u4e00" <= c <= "\u9fff"][:CHARACTERS]:
        for sound in SOUNDS[char].split() if char in SOUNDS else read(char):
            groups[sound].add(char)
    yield from groups.values()


def write(name: str, title: str, found: set[tuple[str, str]]) -> None:
    table: dict[str, str] = defaultdict(str)
    for key, other in sorted(found):
        table[key] += other
    lines = "".join(f"{key}\t{others}\n" for key, others in table.items())
    save(name, f"# {title}. Written by benchmarks/phrases.py.\n{lines}")


def save(name: str, text: str) -> None:
    path = ROOT / "rules" / "word" / name
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(text)


if __name__ == "__main__":
    main()
