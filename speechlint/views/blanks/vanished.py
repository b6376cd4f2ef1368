"""Values that vanished: what asks for a number, a date or a name, and has none.

“完成投资亿元”, “同比增长%”, “不到个月”, “第届”. A measure word alone proves nothing (有个项目,
近年来): each kind of unit has its own grammar, in a module of its own. All are found by the
character they begin with, in one pass over the text, and what stands before most of them tells
that nothing is missing, so that few texts need any of these modules.
"""

from __future__ import annotations

from speechlint.light import import_module
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.blanks import Blank, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.lines import Role
    from speechlint.views.blanks.slot import Slot, Test

# The modules of the kinds, with their units. These and all below follow from the tables of these
# modules, as tests/views/vanishing.py says.
_KINDS = (
    (
        "measures",
        " 个 人 人次 件 份 位 例 台 名 场 处 天 头 套 家 座 户 所 批 支 期 条 株 次 篇 艘 起 轮 辆 部 间 项 ",
    ),
    (
        "units",
        " % PM均值 PM平均 PM年均 PM浓度 ‰ 亩 倍 元 公斤 公里 公顷 分之 号 吨 小时 平方公里 平方千米 平方米 百分点 立方米 ％ ",
    ),
    ("large", " 万 亿 "),
    ("dates", " 岁 年 月 "),
    ("ordinals", " 中全会 大 届 届次 第 "),
    ("spans", " 世纪年代 周年 "),
    ("persons", " 同志 "),
    ("hollow", " ( [ ‘ “ 〈 《 「 『 【 〔 以上 以下 以内 左右 （ ［ "),
)
# The units that are none behind a number, then the others; the characters beside them spare most.
_FORM = (
    r"(?<![\#%\*\+,\./0123456789X_x\~²³×’‰╳■□▢▲△○◎●◯★☆☐⚪⚫✕✖〇一七万三两九二五亿仨俩八六几十千半四数来百零﹍﹡＃％＊＋．／０１２３"
    r"４５６７８９ＯＸ＿ｘ～])(?<![0123456789○〇一七万三两九二五亿八六十千四百零０１２３４５６７８９][余多])(?:个(?![个中人位体别头子展性旧案私税股])|"
    r"人次(?![^\t !\(\),\.:;\?\xa0—’”…\u3000、。》】上不与之以及和左有！（），：；？])|(?:[亩件份位例倍元台名吨场处天头套家座户批支期条株次篇"
    r"艘起轮辆部间项]|人(?!民)|所(?!有[^余]))(?:(?![^\t !\(\),\.:;\?\xa0—’”…\u3000、。》】上不与专中举之产人代以任企优会先党全公具"
    r"内农制务医升单及变合同和商嘉困国城增外多大套委媒学完官实家小就居工左市干幼建志惠战技指措提改政救教文时景有本机桥次民水污河涨生电的第线群老职脱航规议设调贫违选遗里重银门队降院隐"
    r"青驻高！（），：；？])|(?<=[\t \xa0\u3000余].))|[%％‰号]|公[里顷斤]|小时|百分点(?<![0-9]个...)|平方米|立方米|平方(?:公里|"
    r"千米)|[亿万](?:(?=亿元|[个亩人件份元公册千只台名吨头套家平座张户所支斤条株次立美羽辆间])|(?<=[\t \xa0\u3000余多].))(?!(?<=[^\t "
    r"\xa0\u3000、余到和多至].)元(?:以上)?(?:级|大关|项目|村|镇|乡|县|企业|产业|俱乐部|工程|集群|园区))|岁)|分之(?![^!\(\),\.:;"
    r"\?—’”…、。》】以左的！（），：；？])|PM(?:浓度|平均|年均|均值)(?<![0-9]....)|第(?![0-9A-Za-z一二三四五六七八九十])|中全会|届("
    r"?:次|(?=[中人党全区县委市政省]))|大(?=[以作召报描提擘确精胜部闭])|年(?:(?=[\t _\xa0—\u3000以全我日是月至，])|(?<![0-9一二三四"
    r"五六七八九十今去，。！；？：].)(?![产关初均度终货轻]))|月(?:(?=[\t _\xa0\u3000日])|(?<=[\t \-\xa0—\u3000至－].))|周"
    r"年|世纪年代|同志(?!们)|(?:以[上下内]|左右)(?![^，。；、])|[\(\[‘“〈《「『【〔（［](?=[\t \)\]\xa0’”\u3000〉》」』】〕）］]"
    r")"
)
# With what ends, of two characters or one, what asks for any measure word; and for those that are
# chosen or stand at the head of a clause.
_ASKING = (
    " 不足 为期 仅用 低于 余 共 共多 共有 共计 别有 到多 加到 历时 只用 合计 增至 多达 少于 总计 提前 时隔 用了 用时 突破 累计 约 约为 约"
    "多 约有 缩短 耗时 计多 超 超出 超多 超过 达 达到 达多 近 近多 连续 逾 逾多 长达 高达 "
)
_CHOOSING = (
    " 、 。 养了 出了 出台 制定 助了 发展 取消 台了 吸纳 培养 培训 增了 备了 完成 定了 实了 展了 引进 录了 彰了 慰问 成了 抽调 拔了 招录 "
    "招聘 推出 提出 救助 新增 派了 派出 消了 的 移了 纳了 组织 织了 聘了 落实 表彰 训了 评选 调了 资助 转移 进了 选了 选拔 选派 选聘 配备 "
    "问了 ！ ， ： ； "
)
_CHANCE = "共处 共项 约人 约期 超人 超支 超期 超次 达人 近人 近台 近场 近处 近期"  # words that the unit makes with one of these
# The same for single units; + says that what asks for any measure word does too, * both.
_ASKED = {
    "条": "+ 产线 信息 公路 建议 意见 措施 标语 河道 消息 线索 航线 街巷 街道 道路 ",
    "场": "+ 介会 会议 告会 场、 培训 宣讲 巡演 活动 演出 聘会 讲座 谈会 ",
    "所": "* 中学 儿园 医院 学校 小学 生室 生院 老院 职校 院校 高校 ",
    "支": "+ 作队 击队 分队 务队 基金 愿队 援队 支、 艺队 表队 讲团 队伍 ",
    "项": "+ 专利 任务 制度 奖励 实事 工程 成果 技术 指标 措施 政策 服务 权限 标准 荣誉 课题 ",
    "台": "* 农机 割机 器人 拉机 机具 机械 机组 电梯 电脑 空调 设备 车辆 ",
    "套": "+ 住宅 住房 品房 套、 户区 租房 置房 设备 障房 ",
    "家": (
        "* ” 中心 企业 作社 公司 农场 务站 医院 单位 商店 商户 园区 基地 家乐 工厂 巨人 平台 总部 机构 民宿 究院 网点 范社 药店 诊所 超市 车"
        "间 酒店 银行 门店 食堂 验室 "
    ),
    "户": "* 主体 企业 保户 农户 商户 困户 对象 群众 难户 ",
    "轮": "+ 轮、 ",
    "次": (
        "+ 人大 会议 员会 培训 大会 学习 宣讲 巡查 巡逻 座谈 执法 抽查 政协 暗访 服务 检查 次、 活动 演练 督查 约谈 考察 行动 训练 调度 调研 "
        "走访 "
    ),
    "批": "+ 客商 察团 批、 游客 物资 设备 ",
    "株": "+ 乔木 果树 树木 株、 苗 苗木 ",
    "处": "* 坍塌 建筑 患点 污口 滑坡 违建 险工 隐患 ",
    "期": "+ 专刊 体班 期、 简报 训班 ",
    "位": "* 专家 代表 嘉宾 委员 学员 老人 ",
    "起": "+ 事故 案件 火灾 灾害 犯罪 纠纷 起、 骗案 ",
    "头": "+ 头、 奶牛 母猪 牲畜 生猪 肉牛 肉羊 ",
    "辆": "+ 交车 客车 校车 汽车 源车 租车 警车 货车 辆、 ",
    "部": "+ 剧目 影片 法律 法规 电影 著作 规章 视剧 部、 ",
    "天": "+ 不到 天、 ",
    "间": "+ 住房 危房 厂房 客房 宿舍 房屋 教室 校舍 门面 间、 ",
    "份": "+ 任书 份、 传单 协议 合同 开信 手册 材料 白纸 简报 议书 资料 问卷 ",
    "篇": "+ 篇、 ",
    "艘": "+ 艘、 ",
    "人": "+ 人、 人口 人员 人数 党员 动力 吸纳 员工 学生 安置 就业 居民 带动 干部 群众 职工 解决 转移 ",
    "件": "+ 专利 事项 作品 器具 实事 文物 案件 法律 法规 纠纷 草案 议案 诉求 ",
    "例": "+ 例、 患者 手术 染者 病例 确诊 ",
    "座": "+ 公厕 厕所 基站 塘坝 大棚 桥 桥梁 水库 油站 泵站 理厂 电站 ",
    "名": "* 专家 书记 人员 人才 代表 儿童 党员 农民 动力 医生 同志 委员 学生 官兵 工人 干部 愿者 护士 教师 村官 民警 群众 老人 职工 选手 队员 ",
    "元": (
        " 不足 产值 人均 仅 从 价格 余 公斤 共计 分红 利润 到 助金 合计 增加 增收 多 奖励 奖金 存款 工资 总额 投资 损失 提高 收入 方米 标准 "
        "每亩 每人 每吨 每天 每年 每户 每斤 每月 由 税收 累计 约 经费 给予 老金 至 节支 节约 补助 补贴 贷款 费用 资金 超过 达 达到 金额 降低 "
    ),
    "倍": " 增加 增长 扩大 提升 提高 的 超过 达到 ",
    "年": (
        " ( — 。 不到 不足 为期 于 仅用 今后 从 从教 创办 到 历时 去的 只用 在 实施 延长 建党 建军 建区 建县 建国 建市 建校 建院 开放 成立"
        " 截止 截至 时隔 未来 每隔 比 用 用了 由 经过 自 至 至少 超过 较 达到 连续 长达 ！ （ ， ： ； ？ "
    ),
    "周年": " 从教 创刊 创办 发表 回归 实施 建党 建军 建区 建县 建国 建市 建校 建院 开放 成立 投产 胜利 解放 诞辰 起义 通车 逝世 颁布 ",
    "以上": " 制在 加到 增长 定在 持在 约 达 达到 降到 降至 高到 ",
    "以下": " 制在 加到 增长 定在 持在 约 达 达到 降到 降至 高到 ",
    "以内": " 制在 加到 增长 定在 持在 约 达 达到 降到 降至 高到 ",
    "左右": " 制在 加到 增长 定在 持在 约 达 达到 降到 降至 高到 ",
    "同志": " ! ( ) , : ; ? “ ” 、 。 听 由 请 ！ （ ） ， ： ； ？ ",
    "号": " ] 、 〕 和 铁 ］ ",
    "大": " 党的 ",
}
# Characters before a unit that make a word with it, unless the number is asked for.
_NEVER = {
    "个": "上下买做单各同哪头打整末本某此每第该这那首",
    "份": "人充单县双各名哪备多年成整月本某此每水省缘股该身辈过这那部首",
    "条": "上便信借前单各哪多头律戒教整本枝某欠此每油白纸线萧词该身这那金链面首",
    "篇": "全华单各名哪多开整新本某此每短终续诗该这连通那长首",
    "艘": "单各哪多整本某此每该这那首",
    "辆": "单各哪多整本某此每该车这那首",
    "次": "上下亩人件伦依其册再列初剂单卷历台各名哪场多头套家层屡帧席年座户批支整本架某档梯此每渐潜版班种箱组缕编航艘词该趟车轮辆这那门闸频首鳞",
    "件": "事信元公函包单发各哪器复多寄密快急批抄挂插收整文本机条构某标样案此每物硬稿组要计证该软这那邮部配铸附首",
    "项": "上下专主义事其分别前单各同后哪多大奖子小弱强整本杂某款此每立脖该账这进选逐那颈首",
    "株": "单各哪多幼整本某植此每毒病菌该这那首",
    "座": "举入前单卖叫各后哪在多宝客就底插整星本某此每满茶落让讲该这连那首",
    "套": "乱俗全单台各哪圈外多客封布成手护拳整本某此每河老被该这那配首龙",
    "公里": "人以位华单吨按方是每海用英论车",
    "公顷": "人以位华单吨按方是每海用英论车",
    "公斤": "人以位华单吨按方是每海用英论车",
    "亩": "以分按每用论",
    "吨": "以分按每用论",
    "亿": "上几成数整每满破突超过近逾",
    "万": "上几成数整每满破突超过近逾",
    "届": "一七万三上下两九二五亿八六几前十千历各同后四应往换数末本某每百第该跨这零首",
    "中全会": "一七万三两九二五亿八六几十千四数末某百零",
}
# After 年: room left for a number, and what parts of a date are asked for beside each other.
_ROOM = frozenset(" \u3000\u00a0\t_月日")
_SPACES = frozenset(" \u3000\u00a0\t")


def find(text: str, role: Role) -> Iterator[Blank]:
    """Yield the places of a text where a value is missing, not always in order."""
    table = role.value == "table" or text.startswith("|")  # the head of a column has bare units
    for match in regex(_FORM).finditer(text):
        unit, at = match[0], match.start()
        if at and _whole(text, at, unit):
            continue
        slot = _slot(text, at, unit)
        if slot and not (table and slot.unit):
            yield _blank(text, slot)


def _whole(text: str, at: int, unit: str) -> bool:
    """Say whether what stands before a unit tells that nothing is missing."""
    before, asked, never = text[at - 1], _ASKED.get(unit), _NEVER.get(unit)
    if before in _SPACES or (unit == "年" and text[at + 1 : at + 2] in _ROOM):
        return False
    if never is not None and (before not in never or asked is None):
        return before in never
    if asked is None:
        return False
    if before + unit in _CHANCE:
        return True
    shared = (asked, _ASKING, _CHOOSING)[: " +*".index(asked[0]) + 1]
    one, two = f" {before} ", text[at - 2 : at]
    for some in shared:  # noqa: SIM110 (takes twice as long)
        if before in some and (one in some or (at > 1 and two in some)):
            return False
    return True


def _slot(text: str, at: int, unit: str) -> Slot | None:
    from speechlint.views.blanks.slot import Place

    kind = next(kind for kind, units in _KINDS if f" {unit} " in units)
    test: Test = import_module(f"speechlint.views.blanks.{kind}").TESTS[unit]
    return test(Place(text, at, unit))


def _blank(text: str, slot: Slot) -> Blank:
    word = text[slot.start : slot.end]
    return Blank(Span(slot.start, slot.end), Kind.VANISHED, word, word, slot.sure)
