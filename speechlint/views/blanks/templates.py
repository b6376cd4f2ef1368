"""What a template or a writing machine left: instructions, variables, sample names.

（略）, （掌声）, （以下简称……）, “人选待定” and “如需调整，按程序报批” are none of these.
"""

from __future__ import annotations

from speechlint.occurrences import holds
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.blanks import Blank, Kind
from speechlint.views.blanks.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Brackets of any kind, those that hold no aside (【】 []), and what may stand between.
_O, _C = r"[（(【\[［〔<＜〈「『]", r"[）)】\]］〕>＞〉」』]"
_SO, _SC = r"[【\[［]{1,2}", r"[】\]］]{1,2}"
_IN = r"[^（）()【】\[\]［］〔〕<>＜＞\n]"
_FILL = "(?:填写|填入|填上|填报|填充|插入|输入|替换|补充|补上|添加|录入|核实|核对|确认)"
_NAME = "(?:名称|姓名|全称|日期|人名|地名|职务|职位|金额|数值|年份)"
_THING = "(?:数字|数据|地点|时间|单位|部门|领导|主题|比例|数量|城市|县名|市名|区名|镇名)"
_ACTUAL = "(?:根据|视|结合|按照?)"
_HELPS = "(?:对您|对你|符合您|满足您|能帮)"
_DRAFT = "(?:讲话稿|发言稿|稿件|范文|示例|致辞|稿子|初稿|供您参考)"
# What stands in round brackets, or begins it.
_NAMED = words(
    "您的 你的 单位 公司 部门 领导 学校 地方 地区 企业 会议 活动 项目 主持人 讲话人 发言人 嘉宾 具体 姓名 日期 "
    "数字 数值 数据 人名 地名 职务 金额"
)
_CODES = tuple(sign + letter for sign in "%#" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ_")


class Group(NamedTuple):
    """Patterns that are tried only where one of the words stands in the text."""

    words: tuple[str, ...]
    patterns: tuple[str, ...]
    sure: bool = True


GROUPS = (
    Group(  # 【请补充数据】, （此处填写单位名称）: somebody is told to fill in
        words(
            "填写 填入 填上 填报 填充 插入 输入 替换 补充 补上 添加 录入 修改 核实 核对 此处 自行 "
            "待填 待补 待修改 待核 此部分 本部分 此段 本段"
        ),
        (
            rf"{_O}(?:请|需|待|应|可|此处|这里|在此|由){_IN}{{0,16}}(?:{_FILL}|修改){_IN}{{0,30}}{_C}",
            rf"{_O}(?:填写|填入|填上|插入){_IN}{{1,20}}{_C}",
            rf"{_O}(?:此|本|这一?|以下)(?:部分|段|节|章)(?:内容)?(?:由|请|待|需|可|应){_IN}{{0,12}}(?:{_FILL}|修改|完善|提供){_IN}{{0,10}}{_C}",
            rf"{_O}(?:注|备注|说明|提示)[:：]{_IN}{{0,8}}(?:此处|此段|本段|此部分){_IN}{{1,30}}{_C}",
            rf"[【\[［〔<＜](?:输入|替换|补充|补上|添加){_IN}{{1,20}}{_C}",
            (
                rf"{_O}{_IN}{{0,8}}{_ACTUAL}{_IN}{{0,8}}(?:实际|情况){_IN}{{0,8}}"
                rf"(?:{_FILL}|修改|调整|增减|删改){_IN}{{0,10}}{_C}"
            ),
            (
                rf"{_O}(?:此处|自行){_IN}{{0,3}}"
                rf"(?:省略|删除|略去|填|补|发挥|展开|举例|列举|结合){_IN}{{0,30}}{_C}"
            ),
            rf"在?此处(?:请|需|应|可)?{_FILL}[^，。；！？\n（）【】]{{0,12}}",
            (
                rf"(?:这里|在此)(?:请|需|应|可)?{_FILL}(?:具体|典型|相关|本)?"
                "(?:案例|事例|图片|数据|数字|内容|文字|图表|标题|材料|照片|单位|名称|姓名)"
            ),
            "[单点]击(?:或点击)?(?:此处|这里)以?(?:输入|编辑|添加)(?:文字|文本|内容|标题)?",
            (
                "请(?:将|把)(?:文中|文内|上文|其中的?|方括号|括号)[^。\n]{0,20}(?:替换|改为|改成|修改|填)"
                "[^。\n]{0,12}"
            ),
            (
                f"请{_ACTUAL}(?:实际|具体)?(?:情况|需要)(?:进行|加以|适当)?(?:修改|替换|填写|补充|增减)"
                "[^，。；\n]{0,8}"
            ),
        ),
    ),
    Group(  # （待定）, 【待核实】, 数据待补充
        words("待定 待补 待核 待填 待确认 待更新 待完善 待明确 待修改"),
        (
            (
                rf"{_O}{_IN}{{0,10}}(?<![有亟还仍尚])"
                rf"待(?:定|补充?|核实?|查|填写?|确认|更新|完善|明确|修改){_IN}{{0,8}}{_C}"
            ),
            (
                "(?:数据|数字|内容|资料|名单|名称|情况|案例|时间|地点|材料|姓名|金额)?"
                "(?<![有亟还仍尚等期])待(?:补充|填写|填充|填)(?=[。，；）)】\\]]|$)"
            ),
            "(?<=[由请给向为是在习：“、])待(?:补充|填写|填充|填|定)(?!完善|修改)",
        ),
    ),
    Group(  # what programmers leave, %NAME%, #DATE#
        (*words("TODO todo TBD TBC FIXME Lorem lorem <%"), *_CODES),
        (
            r"(?<![A-Za-z])(?:TODO|todo|TBD|TBC|FIXME|[Ll]orem ipsum)(?![A-Za-z])[:：]?[^，。；！？\n]{0,12}",
            r"(?<![A-Za-z0-9%])%[A-Z_]{2,20}%|#[A-Z_]{2,20}#",
        ),
    ),
    Group(  # {{name}}, ${date}, {单位}, <%= %>, «姓名»
        words("{ ｛ <% «"),
        (
            r"\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}|<%[^%\n]{0,60}%>|«[^»\n]{0,30}»",
            r"[{｛][A-Za-z_\u4e00-\u9fff][^{}｛｝\n]{0,20}[}｝]",
        ),
    ),
    Group(words("[["), (r"\[\[[A-Za-z_\u4e00-\u9fff]{1,20}\]\](?!\()",)),
    Group(words("[ [["), (r"\[\[?[A-Za-z][A-Za-z_ ]{1,20}\]?\](?!\()",)),
    Group(  # 【单位名称】, [您的姓名], <日期>, （单位名称）
        (*words("【 [ [[ ［ < <%"), *(mark + word for mark in "（(" for word in _NAMED)),
        (
            rf"{_SO}[^【】\[\]［］\n。，]{{0,12}}(?:{_NAME}|数字){_SC}",
            rf"{_SO}[您你]的[^【】\[\]［］\n]{{1,12}}{_SC}",
            rf"{_SO}(?:具体|相关|最新){_IN}{{0,4}}(?:数字|数据|时间|地点|内容){_SC}",
            rf"<(?:您的|单位|公司|领导|部门|会议|活动)?(?:{_NAME}|时间|地点)>",
            (
                r"[（(](?:单位|公司|部门|领导|学校|地方|地区|企业|会议|活动|项目|主持人|讲话人|发言人|嘉宾)"
                "(?:名称|姓名|全称)(?:[、和]?职务)?[）)]"
            ),
            r"[（(][您你]的(?:姓名|名字|职务|单位|部门|职位|岗位)[）)]",
            r"[（(](?:具体)?(?:姓名|日期|数字|数值|数据|人名|地名|职务|金额)[）)](?![：:])",
        ),
    ),
    Group(  # 到【地点】参加: in mid-sentence; 【时间】 at its head is a label
        words("【 [ [[ ［"),
        (
            rf"(?<=[\u4e00-\u9fff，、；。]){_SO}(?:会议|活动)?{_THING}{_SC}(?=[\u4e00-\u9fff，、。；%％])",
            (
                "(?<=[由请向为让在到对将把与和是们])【(?!学习强国|本报讯|附件|附表|附录|案例|专栏|链接|点评|图|表)[\u4e00-\u9fff]{2,10}】"
                "(?=[\u4e00-\u9fff，、。；])(?!按钮|平台|小程序|公众号|栏目|频道|菜单|客户端|网站|专栏|系统)"
            ),
        ),
    ),
    Group(  # XX市/县委
        words("/ ／"),
        (
            (
                "[Xx]{0,3}[省市县区镇乡][/／][省市县区镇乡](?:[/／](?:[省市县区镇乡]|街道))*"
                "(?=委|政府|人民政府|长|人大|政协)"
            ),
            "(?<=[0-9])[（(](?:[户人个家名件起项处亩][/／])+[户人个家名件起项处亩][）)]",
        ),
    ),
    Group(
        words("张三 李四 王五 赵六 示例 样例 测试"),
        (
            "(?:张三|(?<!张三)李四|王五|赵六)(?=同志|书记|主任|[局县市区镇处部]长|先生|女士|代表|委员)",
            "[示样]例(?:单位|公司|文本|内容)|测试(?:文本|标题|123)",
        ),
        sure=False,
    ),
    Group(  # what a writing machine says to the one who asked it
        words(
            "语言模型 助手 以下是一 以下是为 以下是根 以下是我 以下是按 以下是关 希望这 希望以 希望上 "
            "如需 如果需要 如果您 以上内容 以上文稿 以上稿件 以上为 可以根据"
        ),
        (
            "我?作为(?:一[个名款])?(?:AI|人工智能)(?:大?语言)?(?:模型|助手)",
            (
                "(?:好的|当然可以)?[，,！!]?以下是(?:一份|一篇|为您|为你|根据您|我为|按照您|关于)"
                rf"[^。！？\n]{{0,40}}{_DRAFT}[^。！？\n]{{0,20}}"
            ),
            rf"希望(?:这篇|这份|以上|上述)[^。！？\n]{{0,20}}{_HELPS}[^。！？\n]{{0,16}}",
            (
                "如果?[您你]?还?需要?(?:进一步|对[^，。\n]{0,10})?地?(?:调整|修改|补充|润色|完善)"
                "[^。！？\n]{0,20}(?:告诉我|联系我|告知|提出|随时|请[说提])[^。！？\n]{0,10}"
            ),
            "以上(?:内容|文稿|稿件|为)[^。！？\n]{0,12}(?:仅供参考|AI生成|人工智能生成)[^。！？\n]{0,20}",
            "[您你]可以根据(?:实际|具体|自身)(?:情况|需要|需求)[^。！？\n]{0,20}(?:修改|调整|补充|增减)",
        ),
    ),
    Group(  # （全文约2000字）
        words("字） 字) （数字 (数字"),
        (r"[（(](?:全文|正文|字数)?[：:]?(?:共|约|大约|不少于)?\d{2,5}(?:字左右|余字|字)[）)]",),
    ),
)


def find(text: str) -> Iterator[Blank]:
    """Yield what a template left in a text, not always in order."""
    for group in GROUPS:
        if holds(text, group.words):
            for match in regex("|".join(group.patterns)).finditer(text):
                yield Blank(Span(*match.span()), Kind.TEMPLATE, match[0], match[0], group.sure)
