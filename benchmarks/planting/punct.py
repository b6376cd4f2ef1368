"""What typing and pasting do to punctuation."""

from __future__ import annotations

from planting import Planter, instead, sentences, ways

_HAN = "[一-鿿]"
_COMMA = f"(?<={_HAN}{{4}})，(?={_HAN}{{4}})"
_STOP = f"(?<={_HAN}{{6}})。(?={_HAN}{{4}})"
_LAST = f"(?<={_HAN}{{6}})。(?=\n)"
_LIST = f"(?<={_HAN}{{2}})、(?={_HAN}{{2}})"
_QUOTED = f"(?<=[，、{_HAN[1:-1]}])“{_HAN}{{2,8}}”(?=[，、。{_HAN[1:-1]}])"
_ETC = f"(?<={_HAN}{{2}}、{_HAN}{{2}})等(?=[{_HAN[1:-1]}，。])"
_BRACKET = f"（({_HAN}{{1,8}})）"

_WIDTH: list[tuple[str, Planter]] = [
    ("comma", instead(_COMMA, ",")),
    ("comma and space", instead(_COMMA, ", ")),
    ("stop", instead(_STOP, ".")),
    ("stop of a paragraph", instead(_LAST, ".")),
    ("semicolon", instead(f"(?<={_HAN}{{4}})；", ";")),
    ("colon", instead(f"(?<={_HAN}{{4}})：(?={_HAN})", ":")),
    ("exclamation mark", instead("！(?=\n)", "!")),
    (
        "straight quotes",
        sentences(['要落实⟦"首问负责"⟧制度，提高办事效率。', "要办好⟦'一件事'⟧改革。"]),
    ),
    ("brackets", sentences(["各县⟦(⟧市、区⟦)⟧要抓好落实。", "落实河长制⟦(⟧湖长制⟦)⟧工作要求。"])),
    ("digits", sentences(["全年新增就业⟦1２00⟧人。", "到20⟦２6⟧年基本建成。"])),
]
_PAIR: list[tuple[str, Planter]] = [
    ("no closing quotation mark", instead("(?<=“)[一-鿿]{2,8}(”)", "")),
    ("no opening quotation mark", instead("(“)[一-鿿]{2,8}”", "")),
    ("no closing title mark", sentences(["要宣传好⟦《⟧河道管理条例，营造氛围。"])),
    ("no opening title mark", sentences(["要宣传好河道管理条例⟦》⟧，营造氛围。"])),
    (
        "no closing bracket",
        sentences(["各县⟦（⟧市、区要抓好落实。", "落实河长制⟦（⟧湖长制工作要求。"]),
    ),
    ("no opening bracket", sentences(["各县市、区⟦）⟧要抓好落实。"])),
    ("turned", sentences(["要落实“首问负责⟦“⟧制度。", "要落实⟦”⟧首问负责”制度。"])),
]
_REPEAT: list[tuple[str, Planter]] = [
    (f"{mark} becomes {new}", instead(where, new))
    for mark, where, news in (
        ("，", _COMMA, ("，，", "，。", "、，", "，、")),
        ("。", _STOP, ("。。", "。，", "，。", "；。", "！。", "。！")),
        ("、", _LIST, ("、、", "、，", "，、")),
    )
    for new in news
]
_OTHER: list[tuple[str, Planter]] = [
    ("comma before 等", instead(f"(?<={_HAN}{{2}}、{_HAN}{{2}})()等(?={_HAN})", "、")),
    ("two minus signs", instead("——(?=[一-鿿])", "--")),
    ("box lines", instead("——(?=[一-鿿])", "──")),
    (
        "three dots",
        sentences(["修路、架桥、通水⟦...⟧一件接着一件干。", "修路、架桥、通水⟦。。。⟧都要干。"]),
    ),
    ("half an ellipsis", sentences(["修路、架桥、通水⟦…⟧一件接着一件干。"])),
    (
        "year in the wrong brackets",
        sentences(
            [
                "按照县政发⟦（2024）8号⟧文件执行。",
                "落实县委办发⟦[2023]16号⟧文件精神。",
                "依据省发改投资⟦【2022】105号⟧批复。",
            ]
        ),
    ),
    ("第 in a file number", sentences(["按照县政发⟦〔2024〕第8号⟧文件执行。"])),
    (
        "approximate number",
        sentences(["来了⟦三、四⟧个考察组。", "修了⟦五、六⟧十里路。", "干了⟦七、八⟧天。"]),
    ),
    ("range", sentences(["⟦1-9⟧月完成投资⟦3~5⟧亿元。", "工期⟦3－4⟧个月。"])),
    ("dot in a date", sentences(["“⟦五·一⟧”前全面开工，“⟦七·一⟧”前见成效。"])),
    ("before 以及", instead(f"(?<={_HAN}{{2}}、{_HAN}{{2}})(以及)", "、以及")),
    ("before 和", instead(f"(?<={_HAN}{{2}}、{_HAN}{{2}})(和)(?={_HAN}{{2}}[，。])", "、和")),
    ("title in a title", sentences(["要落实《关于印发⟦《河道管理办法》⟧的通知》。"])),
    ("quotation in a quotation", sentences(["他说：“要把⟦“一张蓝图”⟧绘到底。”"])),
    ("corner quotes", sentences(["要落实⟦「首问负责」⟧制度。"])),
    (
        "mark inside",
        sentences(
            [
                "要落实⟦“，⟧首问负责”制度。",
                "各县（市、区⟦，）⟧要落实。",
                "落实“首问负责⟦、”⟧“限时办结”制度。",
            ]
        ),
    ),
    ("space before a mark", instead(_COMMA, " ，")),
    (
        "space in a word",
        instead("(?<=[一-鿿]{4})(?:项目|工作|建设|发展|经济)(?=[一-鿿]{2})", "项 目"),
    ),
    ("wrong dot", sentences(["要读一读卡尔⟦•⟧马克思的书。"])),
    ("如下 and a stop", sentences(["有关情况报告如下⟦。⟧\n"])),
    ("item stop", sentences(["要做到：一是抓早。提前谋划⟦；⟧二是抓小。防微杜渐。"])),
    ("marker", sentences(["要做到：第一⟦、⟧抓早抓小；第二⟦、⟧常抓不懈。", "首先⟦、⟧要抓早抓小。"])),
    ("comma behind 一是", sentences(["⟦一是，⟧要抓早抓小；⟦二是，⟧要常抓不懈。"])),
    ("stop outside a quotation", sentences(["他说：“抓项目就是抓发展，抓环境就是抓项目⟦”。⟧"])),
    ("stop twice around a quotation", sentences(["他说：“抓项目就是抓发展⟦。”。⟧"])),
    ("colon in a colon", sentences(["会议要求：各级干部要做到⟦：⟧抓早抓小。"])),
]

WAYS = (
    *ways("punct.width", _WIDTH),
    *ways("punct.pair", _PAIR, "punct"),
    *ways("punct.repeat", _REPEAT, "punct"),
    *ways("punct.other", _OTHER, "numbering.style", "punct"),
)
