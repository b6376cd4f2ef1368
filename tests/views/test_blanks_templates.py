"""What templates and writing machines leave."""

import pytest

from speechlint.lines import Role
from speechlint.packs import mark, unmark
from speechlint.paragraph import Paragraph
from speechlint.views.blanks import Kind, in_paragraph

TEMPLATES = [
    "⟦（此处填写单位名称）⟧全体干部职工",
    "⟦【请补充具体数据】⟧",
    "⟦［待定］⟧领导出席会议",
    "时间：⟦【会议日期】⟧",
    "尊敬的⟦{{领导姓名}}⟧：",
    "今天是⟦${date}⟧，我们召开⟦{会议名称}⟧。",
    "⟦TODO：补充今年数据⟧",
    "以上⟦数据待补充⟧。",
    "⟦这里插入典型案例⟧⟦（请根据实际情况修改）⟧。",
    "⟦作为一个人工智能语言模型⟧，我无法提供真实数据。",
    "⟦以下是为您起草的讲话稿：⟧",
    "⟦希望这篇讲话稿对您有所帮助⟧！",
    "⟦如需进一步调整，请随时告诉我⟧。",
    "⟦（全文约2000字）⟧",
    "⟦[您的姓名]⟧",
    "⟦【单位名称】⟧⟦【姓名】⟧",
    "⟦«姓名»⟧同志",
    "⟦张三⟧同志表现突出",
    "⟦单击此处输入文字⟧。",
    "⟦〔填入完成情况〕⟧⟦〔领导姓名待补充〕⟧⟦＜项目名称待核实＞⟧⟦<补充地点>⟧",
    "由⟦%NAME%⟧和⟦#NAME#⟧牵头，⟦[[单位]]⟧参加。",
    "会议由⟦待补充⟧主持。",
    "实现生产总值⟦（数据）⟧亿元。",
    "注：以上内容⟦请根据实际情况修改⟧。",
    "⟦请将文中的单位名称替换为实际名称⟧。",
    "到⟦【地点】⟧报到，⟦[Name]⟧主持。",
    "由⟦XX市/县⟧政府承办，⟦示例单位⟧协办。",
    "述职人：⟦（您的姓名）⟧",
    "惠及居民3200⟦（户/人）⟧，群众满意。",
    "让我们⟦【活动口号】⟧，再创佳绩。",
]


@pytest.mark.parametrize("marked", TEMPLATES)
def test_templates(marked: str) -> None:
    text, _ = unmark(marked)
    blanks = in_paragraph(Paragraph(text, Role.BODY, ((0, 0),)))
    assert mark(text, [blank.span for blank in blanks]) == marked
    assert {blank.kind for blank in blanks} == {Kind.TEMPLATE}
