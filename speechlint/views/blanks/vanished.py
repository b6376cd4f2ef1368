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

# The modules of the groups.
_KINDS = (
    "measures", "measures", "units", "units", "large", "dates",
    "units", "ordinals", "dates", "spans", "persons", "hollow",
)  # fmt: skip
# Both follow from the tables of these modules, as tests/views/vanishing.py says. First the units
# that are none behind a number, then the others; the characters beside them spare most.
_FORM = (
    r"(?<![\#%\*\+,\./0123456789X_x\~²³×’‰╳■□▢▲△○◎●◯★☆☐⚪⚫✕✖〇一七万三两九二五亿仨俩八六几十千半四数来百零﹍﹡＃％＊＋．／０１２３４５６７８９ＯＸ＿ｘ～])(?:(个(?![个中人位体别头子展性旧案私税股])"
    "|人次)|(?:([件份位例台名场处天头套家座户所批支期条株次篇艘起轮辆部间项]|人(?!民))"
    r"|([元亩吨倍]))(?:(?![^\t !\(\),\.:;\?\xa0—’”…\u3000、。》】上不与专中举之产人代以任企优会先党全公具内农制务医升单及变合同和商嘉困国城增外多大套委媒学完官实家小就居工左市干幼建志惠战技指措提改政救教文时景有本机桥次民水污河涨生电的第线群老职脱航规议设调贫违选遗里重银门队降院隐青驻高！（），：；？])"
    r"|(?<=[\t \xa0\u3000余].))|([%％‰号]|公[里顷斤]|小时|百分点(?<![0-9]个...)|平方米"
    r"|立方米|平方(?:公里|千米))|([亿万](?<![0-9][余多].)(?!(?<=[^\t \xa0\u3000、余到和多至].)元(?:以上)?"
    "(?:级|大关|项目|村|镇|乡|县|企业|产业|俱乐部|工程|集群|园区)))|(岁))"
    r"|(分之(?![^!\(\),\.:;\?—’”…、。》】以左的！（），：；？])|PM(?:浓度|平均|年均"
    "|均值)(?<![0-9]....))|(第(?![0-9A-Za-z一二三四五六七八九十])|中全会|届(?:次"
    "|(?=[中人党全区县委市政省]))|大(?=[以作召报描提擘确精胜部闭]))"
    r"|(年(?:(?=[\t _\xa0\u3000日月])|(?=[，至—])"
    r"|(?<![0-9一二三四五六七八九十今去，].)(?![初度均轻]))|月(?:(?=[\t _\xa0\u3000日])"
    r"|(?<=[\t \-\xa0—\u3000至－].)))|(周年|世纪年代)|(同志(?!们))|((?:以[上下内]"
    "|左右)(?![^，。；、])"
    r"|[\(\[‘“〈《「『【〔（［](?=[\t \)\]\xa0’”\u3000〉》」』】〕）］]))"
)
# The last characters of what asks for a number, alone or where a noun goes on behind the unit.
_ASKING = "、为了于余共出到前多时有期用短破约续至计超足达过近逾隔"
_CHOOSING = "、。为了于余共养出到前助台增备多定实展录彰成拔时有期派消用的短破移约纳织续聘至计训调超足达过近进选逾问隔！，：；"
# Of which characters one stands before a unit without its number; after ^ those that never do.
_BEFORE = {
    "人": _ASKING + "业众决力动口员工数民生移纳置部",
    "例": _ASKING + "例术者诊",
    "场": _ASKING + "会动座演训议讲",
    "天": _ASKING,
    "头": _ASKING + "牛猪畜羊",
    "批": _ASKING + "商团备客资",
    "支": _ASKING + "伍团金队",
    "期": _ASKING + "刊报班",
    "起": _ASKING + "件害故案灾纷罪",
    "轮": _ASKING,
    "部": _ASKING + "作剧影律片目章规",
    "间": _ASKING + "室屋房舍面",
    "位": _CHOOSING + "人员家宾表",
    "台": _CHOOSING + "人具机梯械组脑辆",
    "名": _CHOOSING + "人众兵力员士官家工师志手才民生童者表警记部",
    "处": _CHOOSING + "口坡塌工建患点筑",
    "家": _CHOOSING + "”业乐人位区厂司地场堂室宿市店心户所构点社站行部间院",
    "户": _CHOOSING + "业众体户象",
    "所": _CHOOSING + "园学室校院",
    "以上": "到在约至达长",
    "以下": "到在约至达长",
    "以内": "到在约至达长",
    "倍": "到加升大的过长高",
    "元": "予亩人仅从低余值入准到加助励吨均多天失年户支收斤月格款润用由米红约至计贴费资足达过金额高",
    "号": "]、〕和铁］",
    "同志": "!(),:;?“”、。听由请！（），：；？",
    "周年": "世义产党军刊利办区县国市布归放教施校立表车辰院",
    "大": "的",
    "左右": "到在约至达长",
    "年": "(—。了于从党军到办区县后国在少市放教施时期来校止比用由的立续自至足较达过长院隔！（，：；？",
    "万": "^上几成数整每满破突超过近逾",
    "个": "^上下买做单各同哪头打整末本某此每第该这那首",
    "中全会": "^一七万三两九二五亿八六几十千四数末某百零",
    "亩": "^以分按每用论",
    "亿": "^上几成数整每满破突超过近逾",
    "件": "^信元公函包单发各哪器复寄密快急批抄挂插收整文本机条构某标样此每硬稿组要证该软这那邮部配铸附首",
    "份": "^人充县双各名哪备年成整月本某此每水省缘股该身辈这那部首",
    "吨": "^以分按每用论",
    "套": "^乱俗全单台各哪圈外客封布成手护拳整本某此每河老被该这那配首龙",
    "届": "^一七万三上下两九二五亿八六几前十千历各同后四应往换数末本某每百第该跨这零首",
    "座": "^举入单卖叫各后哪在宝客就底插整星本某此每满茶落让讲该这连那首",
    "条": "^上便信借单各哪头律戒教整本枝某欠此每油白纸萧词该身这那金链面首",
    "株": "^单各哪幼整本某植此每毒病菌该这那首",
    "次": "^上下亩人件伦依其册再列初剂单卷历台各名哪场头套家层屡帧席年座户批支整本架某档梯此每渐潜版班种箱组缕编航艘词该趟车轮辆这那门闸频首鳞",
    "篇": "^全华单各名哪开整新本某此每终诗该这连通那长首",
    "艘": "^单各哪整本某此每该这那首",
    "辆": "^单各哪整本某此每该这那首",
    "项": "^上下专主义其分别单各同后哪大奖子小弱强整本杂某款此每立脖该账这进选逐那颈首",
}
# After a unit: room left for a number, and what parts of a date are asked for beside each other.
_ROOM = frozenset(" \u3000\u00a0\t_月日")
_SPACES = frozenset(" \u3000\u00a0\t")


def find(text: str, role: Role) -> Iterator[Blank]:
    """Yield the places of a text where a value is missing, not always in order."""
    table = role.value == "table" or text.startswith("|")  # the head of a column has bare units
    for match in regex(_FORM).finditer(text):
        unit, at = match[0], match.start()
        if at and _whole(text[at - 1], unit) and text[match.end() : match.end() + 1] not in _ROOM:
            continue
        slot = _slot(text, at, unit, _KINDS[(match.lastindex or 0) - 1])
        if slot and not (table and slot.unit):
            yield _blank(text, slot)


def _whole(before: str, unit: str) -> bool:
    """Say whether the character before a unit tells that nothing is missing."""
    known = _BEFORE.get(unit, "")
    return known != "" and (before in known) is (known[0] == "^") and before not in _SPACES


def _slot(text: str, at: int, unit: str, kind: str) -> Slot | None:
    from speechlint.views.blanks.slot import Place

    test: Test = import_module(f"speechlint.views.blanks.{kind}").TESTS[unit]
    return test(Place(text, at, unit))


def _blank(text: str, slot: Slot) -> Blank:
    word = text[slot.start : slot.end]
    return Blank(Span(slot.start, slot.end), Kind.VANISHED, word, word, slot.sure)
