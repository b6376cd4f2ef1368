"""What parts are called: whether they divide the whole, overlap, or leave something out."""

from __future__ import annotations

from itertools import pairwise

from speechlint.later import later
from speechlint.light import cache, lru_cache
from speechlint.occurrences import starts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Divisions that everybody knows. Parts that name all the first members, and none that is not
# of the group, make the whole; members after the | may come on top or be left out.
_DIVISIONS = """
第一产业,一产 第二产业,二产 第三产业,三产
城镇,城市 农村,乡村
男 女
新建,新开工,新上 续建,结转,跨年,在建 | 收尾,竣工,投产 扩建,改建,技改,改造 储备,前期,预备
已 未,尚未,没有 | 正在,在建
轻工业 重工业
采矿 制造 电力,公用
税收 非税
出口 进口
线上,网上 线下
公办,公立 民办,私立
在职 离退休,退休
高于,超过,快于,以上 低于,不足,慢于,以下 | 持平,等于
农业 林业 牧业,畜牧业 渔业 | 辅助,服务
境内,国内 境外,国外,国际,入境
省内,市内,县内,区内 省外,市外,县外,区外
内资 外资
人民币 外币
预期性 约束性
上半年 下半年
一季度,第一季度 二季度,第二季度 三季度,第三季度 四季度,第四季度
政府投资 社会投资,民间投资
货币 实物,回迁,产权调换
集中 分散
实名 匿名
发明 实用新型 外观
工业 农业 居民 | 服务业,三产 建筑业
第一产业,一产 第二产业,二产 第三产业,三产 居民
""".strip()
# Members of these exclude one another, but nobody knows when the list is complete.
_FAMILIES = """
中央 省 市 县,区 地方 自筹 社会资金,社会资本,社会投资 银行 债 财政
小学 初中 高中 幼儿园
产业 基础设施 民生,社会事业 生态,环保
工业 农业 服务业 商贸,批零,批发零售 住餐,住宿餐饮 建筑业,资质 旅游 交通 水利 能源 城建 房地产 基础设施 社会事业 民生 生态
一季度 二季度 三季度 四季度
上半年 三季度 四季度
一季度 二季度 下半年
国税 地税 财政
国有 集体 民营,私营 外资 个体
耕地 林地 园地 草地 水域 建设用地 其他
水电 火电,煤电 核电 风电 光伏
一月 二月 三月 四月 五月 六月 七月 八月 九月
一期 二期 三期
因病 因学 因残 因灾 缺 自身 其他
夏粮 秋粮 早稻 春粮
基层 中级 高级 最高
企业 个体 合作社 外资
党委 总支 支部
东 西 南 北 中
国道 省道 县道 乡道,乡村道 村道
教育 社保,社会保障 卫生,医疗 农林水 城乡社区 住房 交通 科技 文化 节能环保,环保 公共安全 一般公共服务
生猪,猪 牛 羊 禽,鸡
特等 一等 二等 三等
一类 二类 三类 四类
特别重大 重大 较大 一般
国家级 省级 市级 县级
立行立改,立即整改,立改 限期整改 长期坚持,长期整改,持续整改
正高 副高 高级 中级 初级
厅局级,厅级 县处级,处级 乡科级,科级 股级 一般干部
一般 专项
来信 来访 来电 网上,网络
刑事 民商事,民事 行政 执行
汽车 摩托车 货车 客车
住宅 商业 办公 工业
机关 企业 农村 社区 学校
基本满意,比较满意 不满意 满意 一般 不了解,说不清
优秀 良好 中等,一般 不合格,不达标 合格,达标 较差,差
小麦 玉米 水稻,稻谷 大豆 薯类 杂粮
""".strip()
# Kinds of trait that cross one another: a woman may be a party member.
_TRAITS = tuple(
    later(words)
    for words in (
        "党员|团员|民主党派|无党派",
        "男|女|妇",
        "岁|青年|老年|老人|儿童|少年",
        "学历|本科|硕士|博士|研究生|大专",
        "族",
        "职称|高级|中级|初级",
        "税收",
        "上半年|下半年|季度末|前[二三]季度|全年|年底",
        "低保|特困|残疾|脱贫|退役|退伍|困难|留守|失能|高龄",
        "民营|民间|私营|国有|集体(?!学习|研讨|讨论|备课|谈话|约谈)|外资|央企|个体",
        "大型|中型|小微|小型",
        "规上|限上|规模|高新|高技术|战略性|战新|新兴|专精特新|装备|数字经济|瞪羚|独角兽|上市|龙头|重点|示范",
    )
)
_AGES = later(
    "(?P<low>[0-9]{1,3})(?:(?:周?岁)?(?:至|到|[—－～~-]{1,2})(?P<high>[0-9]{1,3}))?(?:周?岁)?(?P<way>及?以[上下])?"
)
_OLD = 999
_YEAR = later("(?:19|20)[0-9]{2}年")
_LONGEST = 6  # characters of a word of these tables
_MANY = 12  # more names than any of these groups has members
_MERIT = _TRAITS[-1]  # may be given to one thing several times over
# Steps of one way: what is finished was begun, so the counts contain one another.
_STEPS = later(
    "签约|开工|投产|竣工|完工|到位|入库|落地|建成|完成|在谈|洽谈|备案|立项|达产|上线|交付|验收|"
    "销号|整改|[办审结执]结|结案|立案|调解|化解|达标|覆盖|启动|运营|受理|支付|拨付|下达|(?:使用|利用)(?!类|企业|单位|场所)"
)
_NESTED = later("以[上下内]|累计|含|既|兼|交叉|当[年月季日]|本[月季]")
_VAGUE = later("等|主要|特别|尤其|重点是|之一|例如|比如|仅|就有|光")
_NOT = later("(?:未|没有|尚未|不)(..)")
_REST = ("其余", "其他", "其它", "剩余", "余下", "剩下")


Group = tuple[list[tuple[str, ...]], int]  # its members, and how many of them must be there


@cache
def _group(table: str, number: int) -> Group:
    needed, _, more = table.split("\n")[number].partition("|")
    return [tuple(m.split(",")) for m in (needed + more).split()], len(needed.split())


@cache
def _spaced(table: str) -> str:
    """Return a table with spaces around each word and each end of a line."""
    return f" {table} ".replace(",", " ").replace(" |", "").replace("\n", " \n ")


@lru_cache(maxsize=1 << 12)
def _named(label: str, table: str) -> frozenset[int]:
    """Return the groups of a table, by number, of which a label names a member.

    It is looked for in the text: a draft has few labels, and to make a dict of a table takes longer.
    """
    spaced = _spaced(table)
    return frozenset(
        [
            spaced.count("\n", 0, place)
            for at, char in enumerate(label)
            if f" {char}" in spaced
            for end in range(at + 1, at + 1 + min(_LONGEST, len(label) - at))
            for place in starts(f" {label[at:end]} ", spaced)
        ]
    )


def _shared(labels: Sequence[str], table: str) -> Iterator[Group]:
    """Yield the groups of a table of which every label names a member, be it the same."""
    shared = _named(labels[0], table)
    for label in labels[1:]:
        if not shared:
            return
        shared &= _named(label, table)
    for number in sorted(shared):
        yield _group(table, number)


def _members(labels: Sequence[str], members: list[tuple[str, ...]]) -> set[int] | None:
    """Return which members the labels name, each another; None where they do not."""
    found: set[int] = set()
    for label in labels:
        for n, words in enumerate(members):
            if n not in found and any(word in label for word in words):
                found.add(n)
                break
        else:
            return None
    return found


def divides(labels: Sequence[str]) -> bool:
    """Say whether parts of these names make up a whole: 城镇 and 农村, …, or 其余 at the end."""
    if len(labels) > _MANY:
        return False
    if all_ages(labels):
        return True
    if rests(labels[-1]):
        return True
    if len(labels) == 2 and (_denies(labels[1], labels[0]) or _denies(*labels)):
        return True
    for members, needed in _shared(labels, _DIVISIONS):
        found = _members(labels, members)
        if found is not None and found >= set(range(needed)):
            return True
    return False


def rests(label: str) -> bool:
    """Say whether a part is called what is left: 其余, 另外其他."""
    for also in ("另外", "另"):
        if label.startswith(also) and label.startswith(_REST, len(also)):
            return True
    return label.startswith(_REST)


def _denies(label: str, other: str) -> bool:
    """Say whether a label is the other with a “not”: 未完成 and 完成任务的."""
    match = _NOT.search(label)
    return bool(match and match[1] in other and not _NOT.search(other))


def excludes(labels: Sequence[str]) -> bool:
    """Say whether parts of these names have nothing in common: 中央, 省级, 自筹."""
    if _ages_apart(labels):
        return True
    years = [frozenset(_YEAR.findall(label)) for label in labels]
    if all(years) and len(set(years)) == len(years):
        return True
    return len(labels) <= _MANY and any(
        _members(labels, members) is not None
        for table in (_DIVISIONS, _FAMILIES)
        for members, _ in _shared(labels, table)
    )


def _ages(labels: Sequence[str]) -> list[tuple[int, int]]:
    """Return the ages that labels name, in order: 60岁以上, 18至59岁; nothing if not all do."""
    spans: list[tuple[int, int]] = []
    if not any("岁" in label for label in labels):
        return spans
    for label in labels:
        match = _AGES.search(label)
        if not match or not (match["high"] or match["way"]):
            return []
        low, high = int(match["low"]), int(match["high"] or match["low"])
        if not match["high"]:
            low, high = (low, _OLD) if "上" in match["way"] else (0, low - ("含" not in label))
        spans.append((low, high))
    return sorted(spans)


def _ages_apart(labels: Sequence[str]) -> bool:
    """Say whether labels are ages of which none is in another."""
    spans = _ages(labels)
    return bool(spans) and all(one[1] <= other[0] for one, other in pairwise(spans))


def all_ages(labels: Sequence[str]) -> bool:
    """Say whether labels are ages that leave none out."""
    spans = _ages(labels)
    ends = spans and spans[0][0] == 0 and spans[-1][1] == _OLD
    return bool(ends) and all(0 <= b[0] - a[1] <= 2 for a, b in pairwise(spans))


def overlap(labels: Sequence[str]) -> bool:
    """Say whether parts of these names may count the same things twice."""
    if _ages_apart(labels):
        return False
    if any(map(_NESTED.search, labels)):
        return True
    if divides(labels) or excludes(labels):
        return False
    if sum(map(bool, map(_MERIT.search, labels))) > 1:
        return True
    steps = {frozenset(_STEPS.findall(label)) for label in labels if label}
    if len(steps) > 1:
        return True
    traits = [{n for n, trait in enumerate(_TRAITS) if trait.search(x)} for x in labels]
    every = set.intersection(*traits)
    return any(found - every for found in traits)


def vague(text: str) -> bool:
    """Say whether the words around a list leave it open, such as 等 and 主要."""
    return bool(_VAGUE.search(text))


def alike(labels: Sequence[str]) -> bool:
    """Say whether labels are built alike: two very short ones, or more with something in common."""
    first = labels[0]
    if len(labels) == 2:
        second = labels[1]
        return 0 < len(first) == len(second) <= 3 or (first != second and first[-4:] == second[-4:])
    if all(0 < len(label) <= 6 for label in labels):
        return True
    return bool(first) and (
        all(label[-2:] == first[-2:] for label in labels)
        or all(label[:2] == first[:2] for label in labels)
    )


def twins(labels: Sequence[str]) -> bool:
    """Say whether two labels differ in what kind of one thing they name: 小学教师, 中学教师."""
    one, *others = labels
    return all(len(one) == len(other) > 3 and one[-2:] == other[-2:] for other in others)
