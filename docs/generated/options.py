"""What the options of the checkers mean, in Chinese. Each option of each checker is here (test)."""

from __future__ import annotations

# By name, where it means the same wherever it stands.
MEANINGS = {
    "patterns": "正则表达式，匹配到的就报告；名为 `mark` 的组缩小标出的范围",
    "unless": "正则表达式，与它匹配的地方重叠的不报告",
    "scope": "`^` 和 `$` 以什么为界：`paragraph` 段落，`heading` 只看标题，`line` 原文的行",
    "replace": "修复时把什么换成什么",
    "safe": "整处匹配哪个表达式，就安全地改成什么",
    "unsafe": "整处匹配哪个表达式，就改成什么，须核对",
    "applicability": "修复能信到什么程度：`safe` 安全，`unsafe` 须核对，`display` 只提示",
    "words": "错的写法和应改成的写法",
    "year": "讲话的年份；0 表示从稿子里看",
    "keep": "本地还在用的旧名",
    "place": "本地的名称，如“江州市”；空着就从稿子里看",
    "organization": "本单位的全称；空着就从稿子里看",
    "people": "姓名和职务，取自名单",
    "order": "姓名和次序，取自名单",
    "facts": "核定的数，取自数据表",
    "notes": "词表里的说明",
    "places": "本地的各级地名，取自名单里的职务",
}
# By checker, where the name alone does not say it.
OF_CHECKER = {
    "blanks": {"kind": "哪一种空白"},
    "consistency": {"groups": "同一篇里只应有一种的写法，用 `|` 隔开"},
    "numbering.gap": {"first": "不从一开始的也报告；`false` 表示可以从任何数开始"},
    "numbering.lone": {"rest": "最高一级只有“一”时，后面至少有这么多字才报告"},
    "pairs": {
        "pairs": "哪些符号要成对",
        "across": "哪些可以跨段：每段开头写一个前半，最后一段写后半",
        "reach": "最多跨几段",
    },
    "punct.marker": {"forms": "序号的写法（正则表达式）和后面应有的点号"},
    "punct.width": {
        "marks": "半角标点和应改成的全角标点",
        "brackets": "半角括号和应改成的全角括号",
    },
    "relations": {"kind": "哪一种关系"},
    "repetition": {
        "longest": "最长查到几个字的重复",
        "rhetoric": "有意的重复（正则表达式），如“一步一步”",
        "characters": "一个字在什么上下文里重了算错",
        "twice": "本来就重叠的词，如“常常”",
        "words": "哪些字前后能组成词的表",
    },
    "scrape.block": {"role": "哪一种整行的残留", "apart": "相邻的各行分开报告"},
    "scrape.hole": {"kind": "哪一种句中的残留", "around": "连前后各一个字一起标出"},
    "scrape.residue": {"table": "残留写法的表", "lines": "整行都是代码的也报告"},
    "text.fragment": {"halves": "不会打头的字和它前面该有的字", "sentences": "可以独立成句的短句"},
    "text.passage": {
        "shortest": "隔开的两处，至少这么多字相同才报告",
        "adjacent": "挨着的两处，至少这么多字相同才报告",
        "formulas": "不成整句时不算重复的套话（正则表达式）",
    },
    "word.dated": {
        "words": "旧名（正则表达式），到哪一年为止，现在叫什么",
        "listed": "只在并列里才算的旧名",
        "beside": "并列里另外有这样两个，才算",
    },
    "word.formula": {"phrases": "固定提法的误写（正则表达式）和正确写法"},
    "word.leader": {"least": "另一种写法至少出现几次才报告"},
    "word.members": {"sets": "固定的几项，和句子里要有的词"},
    "word.name": {"alike": "容易相混的字，一串一组"},
    "word.phrase": {
        "heads": "四字词的前两字和后面可接的：表格的名字",
        "tails": "四字词的后两字和前面可接的：表格的名字",
        "alike": "音近形近字的表",
    },
    "word.reworded": {"shown": "最多列出几处"},
}


def meaning(checker: str, option: str) -> str:
    """Return what an option means. Raise KeyError where nobody has said it."""
    return OF_CHECKER.get(checker, {}).get(option) or MEANINGS[option]
