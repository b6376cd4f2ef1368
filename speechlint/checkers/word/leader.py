"""Flag a leader's name that differs by one character from what the rest of the speech calls them."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.record import WithOptions
from speechlint.regexes import any_of
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦马"
    "苗方俞任袁柳史唐费廉岑薛雷贺倪汤罗毕郝安常齐康伍余顾孟黄穆萧尹姚邵汪祁毛米贝戴宋庞熊纪舒项祝董梁杜阮"
    "蓝季贾路江童颜郭梅林徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房缪解丁邓洪包左石崔吉龚程邢裴陆荣翁段焦侯宁仇甘"
    "刘叶白赖卓乔谭温庄晏柴阎慕连习易廖耿寇欧聂关肖曾涂游"
)
_TITLES = tuple(
    "书记 省长 市长 县长 区长 州长 盟长 旗长 镇长 乡长 局长 厅长 部长 主任 主席 秘书长 院长 检察长".split()  # noqa: SIM905
)
_TITLE = f"(?:{'|'.join(_TITLES)})"
_NAME = f"(?P<name>[{_SURNAMES}][一-龥]{{2}})"
# The name stands between what ends before it and what begins after it.
_FORMS = (
    later(f"{_TITLE}{_NAME}(?=同志|[，。、；：]|作|在|就|主持|出席|指出|强调|通报|宣读|代表)"),
    later(f"(?:^|[，。、；：“（]|[请由](?![求于])|刚才){_NAME}(?={_TITLE})"),
)


class Leader(WithOptions):
    """Flag 王健国市长 in a speech that twice or more says 王建国: same family name, one character off."""

    least: int = 2  # so often the other name must stand in the speech

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        places = [
            (match["name"], paragraph.locate(Span(*match.span("name"))))
            for paragraph in speech.paragraphs
            if _has_name(paragraph.text)
            for form in _FORMS
            for match in form.finditer(paragraph.text)
        ]
        named = {name for name, _ in places}
        if len(named) < 2:
            return
        counts = {n: sum(p.text.count(n) for p in speech.paragraphs) for n in named}
        first = dict(sorted(places, key=lambda place: place[1], reverse=True))
        for name, span in sorted(places, key=lambda place: place[1]):
            others = [n for n in named if _one_off(n, name) and counts[n] >= self.least]
            if counts[name] == 1 and len(others) == 1:
                related = (Related(first[others[0]], f"这里是“{others[0]}”"),)
                yield Finding(span, {"match": name, "other": others[0]}, related=related)


def _has_name(text: str) -> bool:
    """Say whether a title stands beside what may be a name: of most it is plain that none does."""
    return any(
        (text[title.end() : title.end() + 1] or " ") in _SURNAMES
        or text[max(0, title.start() - 3)] in _SURNAMES
        for title in any_of(_TITLES).finditer(text)
    )


def _one_off(name: str, other: str) -> bool:
    return name[0] == other[0] and sum(a != b for a, b in zip(name, other, strict=True)) == 1
