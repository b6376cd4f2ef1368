"""Blanks that are drawn: masked years and masks, other characters, what a template left."""

from __future__ import annotations

from speechlint.occurrences import holds
from speechlint.regexes import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.views.blanks import Blank

# What a text holds that has such a blank: of any kind; a mask; what stands for a value; a template's;
# what somebody is told to do there.
# Most texts hold none of it, and the modules that know the blanks are not imported.
_ANY, _MASK, _STAND_IN, _TEMPLATE, _FILLING = 1, 2, 3, 5, 6
_SIGNS = (
    r"(TODO|todo|TBD|TBC|FIXME|[Ll]orem|[%#][A-Z_]|\*{4}|Ｏ|[/／](?<![0-9].)|[Oo](?<=[0-9０-９二一?？\s].)"
    "|[？?](?=[？?年月日%％‰个亿万平立公千人户元亩家名项所件条台辆座位]))"
    r"|([XxＸｘ×✕✖╳*＊﹡○◯〇●◎⚪⚫△▲□■☐▢★☆#＃_＿﹍]|(?:  |\u3000)(?=年))"
    r"|(某(?![些种])|([A-WYZ])(?<![A-Za-z0-9/+＋.].)\4|[A-HJ-MO-WYZ](?<![A-Za-z0-9/+＋.].)(?=[省市县镇乡村同书])|0(?<![\d.,，:：].)0"
    "|[~～—－….NYMnym-](?=[%％‰个亿万公平])|[NYMny](?=[处吨套辆座所亩场项名户件家]))"
    r"|([{｛«\[【［<]|[示样]例|测试"
    "|待(?:[定补核填]|确认|更新|完善|明确|修改)|此(?:处|部分|段)|本(?:部分|段)|张三|李四|王五|赵六"
    "|语言模型|助手|以下是[一为根我按关]|希望[这以上]|如(?:需|果需要|果您)|以上(?:内容|文稿|稿件|为)|可以根据"
    "|字[）)]|[（(](?:[您你]的|单位|公司|部门|领导|学校|地[方区名]|企业|会议|活动|项目|主持人|讲话人|发言人"
    "|嘉宾|具体|姓名|日期|数[字值据]|人名|职务|金额))"
    "|(填[写入上报充]|插入|输入|替换|补[充上]|添加|录入|修改|核[实对]|自行)"
)
# A word of the last kind stands beside one of these, where a template left it.
_ASIDE = (*"（([［〔【<＜〈「『", "此处", "这里", "在此", "请将", "请把")
_ASIDE += ("请根据", "请视", "请结合", "请按")


def find(text: str) -> list[Blank]:
    """Return what is drawn in a text, not always in order."""
    signs = {match.lastindex for match in regex(_SIGNS).finditer(text)}
    found: list[Blank] = []
    if _ANY in signs or _MASK in signs:
        from speechlint.views.blanks import masks, years

        found += years.find(text)
        dated = frozenset(at for year in found for at in range(*year.span))
        found += masks.find(text, dated)
    if _ANY in signs or _STAND_IN in signs:
        from speechlint.views.blanks import stand_ins

        found += stand_ins.find(text)
    if _ANY in signs or _TEMPLATE in signs or (_FILLING in signs and holds(text, _ASIDE)):
        from speechlint.views.blanks import templates

        found += templates.find(text)
    return found
