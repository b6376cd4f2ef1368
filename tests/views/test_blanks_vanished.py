"""Sentences out of which numbers, dates and names vanished."""

import itertools
import random
import re

import pytest

from speechlint.lines import Role
from speechlint.packs import mark, unmark
from speechlint.paragraph import Paragraph
from speechlint.views.blanks import Kind, in_paragraph, large, measures, vanished
from speechlint.views.blanks.slot import Place
from tests.views import vanishing

_BESIDE = (
    "",
    "",
    "",
    "，",
    "。",
    "、",
    " ",
    "\u3000",
    "“",
    "”",
    "5",
    "三",
    "X",
    "余",
    "多",
    "今年",
    "的",
)

VANISHED = [
    "全市共实施重点⟦项目个⟧，总⟦投资亿元⟧，同比⟦增长%⟧，⟦提前个月⟧完成。",
    "今年前三季度，全区完成固定资产⟦投资亿元⟧，⟦增长%⟧，增速高于⟦全省个百分点⟧。",
    "全县脱贫攻坚任务还很重，剩余贫困⟦人口人⟧，贫⟦困村个⟧。",
    "从开工到投产，前后⟦不到个月⟧。",
    "我们用了⟦不到年⟧时间，就把沉睡多年的厂房盘活了。",
    "会议⟦由同志⟧主持，各乡镇主要负责人参加。",
    "⟦同志⟧就下一步工作作了安排，我都同意。",
    "请⟦第届⟧人大代表上台领奖。",
    "这是市委⟦届次⟧全会以来召开的⟦第次⟧专题会议。",
    "要认真贯彻⟦党的大⟧精神，落⟦实好届⟧中全会部署。",
    "改革⟦开放年来⟧，我县面貌焕然一新。",
    "今年是⟦建党周年⟧，也是我校⟦成立周年⟧。",
    "截至月底，累计发放⟦贷款万元⟧，惠及⟦农户户⟧。",
    "⟦于年月日⟧正式挂牌运营。",
    "2024⟦年 月 日⟧",
    "　　　⟦年　月　日⟧",
    "⟦到年⟧，全市森林覆盖率⟦达到%⟧以上。",
    "2023⟦年至年⟧，全镇新修水⟦泥路公里⟧，硬化⟦巷道条⟧。",
    "占地⟦面积亩⟧，总建筑⟦面积万平方米⟧。",
    "城镇居民人均可支配收入⟦达到元⟧，农村居民⟦达到元⟧。",
    "要深入实施⟦“”⟧工程，打造⟦《》⟧文化品牌。",
    "以⟦“　”⟧为主题的活动",
    "全年共召开⟦会议次⟧，开展⟦检查次⟧，排查⟦隐患处⟧，整⟦改率%⟧。",
    "⟦共有名⟧党员干部下沉一线。",
    "⟦选派名⟧干部驻村，培训技术⟦人员人次⟧。",
    "下降⟦百分之，⟧降幅居全省⟦第。⟧",
    "⟦三分之以⟧上的村集体收入超过万元。",
    "目前在建⟦项目个⟧、储备⟦项目个⟧、签约⟦项目个⟧。",
    "参会企⟦业达家⟧，签订⟦协议份⟧，意向⟦金额亿元⟧。",
    "争取到位⟦资金余万⟧元。",
    "⟦共计余人⟧参加了今天的活动。",
    "建成高标准⟦农田万亩⟧，新增蓄水⟦能力万立方米⟧。",
    "空气质量优良天⟦数达天⟧，PM2.5浓度⟦下降%⟧。",
    "全市现有在册⟦党员名⟧，基层党⟦组织个⟧。",
    "⟦年满岁⟧的老人全部纳入补贴范围，⟦岁以上⟧老人每月⟦补助元⟧。",
    "全市粮食总产量⟦达到亿斤⟧，同比⟦增加万吨⟧。",
    "完成⟦率达%⟧⟦、%⟧⟦和%⟧，排名全市⟦第、⟧⟦第位⟧。",
    "上⟦世纪年代⟧，这里还是一片荒滩。",
    "《条例》⟦第条⟧规定得很清楚。",
    "根据〔2023⟦〕号⟧文件要求，抓好落实。",
    "农村公路总里程⟦达到公里⟧，⟦桥梁座⟧。",
    "一般公共预算收入⟦增长 %⟧，税收占⟦比达 %⟧。",
    "总⟦投资  亿元⟧，⟦用地  亩⟧。",
    "招录⟦教师名⟧、医护⟦人员名⟧，解决⟦编制个⟧。",
    "带动⟦就业人⟧，户均⟦增收元⟧。",
    "规模以上工业企业⟦达到户⟧，其中亿元⟦企业户⟧。",
    "较去年同期⟦下降个百分点⟧。",
    "⟦全市个乡镇⟧、⟦个社区⟧实现全覆盖。",
    "兑现奖补⟦资金万元⟧左右。",
    "控⟦制在以内⟧，增速保⟦持在以上⟧。",
    "新建标准化⟦厂房平方米⟧，购置⟦设备台⟧套。",
    "我县先后被评为⟦第批⟧省级示范县。",
    "⟦为期天⟧的培训班今天结业。",
    "⟦第产⟧业增加值占比提高。",
    "全年接待⟦游客万人次⟧，实现旅游综合⟦收入亿元⟧。",
    "⟦去年月⟧，市里专门开了现场会。",
    "对照年初定⟦下的项⟧任务，已⟦完成项⟧。",
    "今年，我镇共引进⟦项目个⟧，协议⟦资金亿元⟧，到位⟦资金亿元⟧。",
    "上半年，全市规模以上工业增加值同比⟦增长%⟧，高于全省平均⟦水平个百分点⟧。",
    "全县共有党⟦支部个⟧，⟦党员名⟧。",
    "我们⟦要用个月⟧左右的时间，集中整治突出问题。",
    "这项工程⟦总长公里⟧，概算⟦投资亿元⟧，⟦工期个月⟧。",
    "今年是“十四五”规划的⟦第年⟧。",
    "全区森林覆盖率⟦达到%⟧，⟦比年⟧⟦提高个百分点⟧。",
    "从⟦年到年⟧，财政收入翻了一番。",
    "近年，我市先后荣获国家级⟦荣誉项⟧、省级⟦荣誉项⟧。",
    "截至⟦今年月⟧底，全市金融机构存款⟦余额亿元⟧。",
    "全市上下要打赢这场⟦为期天⟧的攻坚战。",
    "⟦月日⟧，市委召开了专题会议。",
    "投入⟦资金多万⟧元，改造农村⟦公路余公里⟧。",
    "人均纯收入⟦达到元⟧，比上年⟦增长%⟧，⟦连续年⟧位居全市⟦第。⟧",
    "⟦全长公里⟧的快速路年底通车。",
    "可⟦带动人⟧就业，力争引进⟦资金亿元⟧以上。",
    "外出⟦考察次⟧，到⟦　　年⟧底全面完成。",
    "⟦征地亩⟧，改造农村⟦公路余公里⟧，投入⟦资金多万⟧元。",
    "党员⟦干部余名⟧，⟦企业余家⟧。",
]


@pytest.mark.parametrize("marked", VANISHED)
def test_vanished_values(marked: str) -> None:
    text, _ = unmark(marked)
    blanks = in_paragraph(Paragraph(text, Role.BODY, ((0, 0),)))
    assert mark(text, [blank.span for blank in blanks]) == marked
    assert {blank.kind for blank in blanks} == {Kind.VANISHED}


def test_the_expression_is_what_the_tables_say() -> None:
    assert vanishing.form() == vanished._FORM
    assert vanishing.kinds() == vanished._KINDS
    assert vanishing.listed(vanishing.ASKING) == vanished._ASKING
    assert vanishing.listed(vanishing.CHOOSING) == vanished._CHOOSING
    assert {*vanished._CHANCE.split()} == measures._CHANCE
    assert vanishing.asked() == vanished._ASKED
    assert vanishing.never() == vanished._NEVER


def test_nothing_is_missing_where_no_kind_is_asked() -> None:
    """The tests of all kinds, asked of every place of a unit, find no more than `find`."""
    draw = random.Random(7)  # noqa: S311 (the same each time)
    tests = {unit: test for kind in vanishing.KINDS for unit, test in kind.TESTS.items()}
    units = sorted(tests, key=lambda unit: (-len(unit), unit))
    every = re.compile("|".join(f"{vanishing.unlike(unit)}{re.escape(unit)}" for unit in units))
    words = vanishing.words()
    missing = 0
    for _ in range(20_000):
        parts = [draw.choice(some) for some in (_BESIDE, words, _BESIDE, units, _BESIDE, words)]
        text = "".join(parts)
        found = {tuple(blank.span) for blank in vanished.find(text, Role.BODY)}
        for match in every.finditer(text):
            if slot := tests[match[0]](Place(text, match.start(), match[0])):
                missing += 1
                assert (slot.start, slot.end) in found, text
    assert missing > 2_000


def test_an_amount_that_names_a_class_lacks_none() -> None:
    """亿元项目 and 亿元以上企业 are not asked; where one lacks its number it is found."""
    heads = {*large._REACHES, *large._SUMS, *large._SPENDS, *large._HOUSES, "数以", "5亿元、"}
    heads |= {*"从由余多到至、和，。；：“亿万千近超上每数几个3X", "", "投资余", "5万元和"}
    missing = 0
    for head, room, unit in itertools.product(sorted(heads), ("", " "), "亿万"):
        for behind in itertools.product(("元", "元以上", "亩"), (*large._CLASS, "的项目", "，")):
            text = f"{head}{room}{unit}{''.join(behind)}"
            slot = large.large(Place(text, len(head + room), unit))
            if slot:
                missing += 1
                found = {tuple(blank.span) for blank in vanished.find(text, Role.BODY)}
                assert (slot.start, slot.end) in found, text
    assert missing > 500
