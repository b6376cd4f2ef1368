"""Flag a place that a speech calls its own, and that is not the one it calls its own elsewhere."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech

_LEVEL = "省|市|县|区|州|盟|旗|镇|乡"
# 新一届, 全市, 历届, 我们 … are no names.
_NAME = "(?P<name>(?!新|全|各|我|本|历|两|上|下|这|届|省|市|县|区|州|以|在|由|对|向|为|为了|及|和|与|同)[一-龥]{2,3}?)"
_PLACE = f"(?P<place>{_NAME}(?P<level>{_LEVEL}))"
# What only whoever belongs to a place says of it, and what each claim holds.
_CLAIMS = {
    "领导下": later(
        f"在{_PLACE}(?:委|党委)(?:、|和|、(?P=name)?(?P=level))?[^，。；、]{{0,8}}(?:坚强|正确|统一|直接)?领导下"
    ),
    "代表": later(f"(?:我|谨)(?:谨)?代表(?:中共)?{_PLACE}(?=委|人大|人民|政府|政协|党委)"),
    "受": later(f"受{_PLACE}(?=委、|委委托|人民政府委托|政府委托|委的委托)"),
}
_ORGAN = later(
    "(?:我|谨)(?:谨)?代表(?P<organ>[一-龥]{2,12}?(?:局|厅|委员会|集团|公司|学校|医院|街道))(?=[，向对党]|班子|全体)"
)


class Stray(WithOptions):
    """Flag 在河阳市委的领导下 in a speech that says 我代表江州市委: one of them is left from another.

    `place` (江州市) and `organization` (江州市教育局) are the speaker's own, where they are known.
    """

    place: str = ""
    organization: str = ""

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        own: dict[str, tuple[str, Span | None]] = {}  # by level
        if self.place:
            own[self.place[-1]] = (self.place, None)
        claims = sorted(_claims(speech))
        names = [place for _, place in claims]
        for level in sorted({place[-1] for place in names} - set(own)):
            ours = [place for place in names if place[-1] == level]
            most = max(ours, key=lambda place: (ours.count(place), -ours.index(place)))
            own[level] = (most, next(span for span, place in claims if place == most))
        for span, place in claims:
            known, where = own[place[-1]]
            if place != known:
                related = (Related(where, f"这里是“{known}”"),) if where else ()
                yield Finding(span, {"match": place, "own": known}, related=related)
        if self.organization:
            yield from self._organs(speech)

    def _organs(self, speech: Speech) -> Iterator[Finding]:
        for paragraph in speech.paragraphs:
            for match in _ORGAN.finditer(paragraph.text):
                organ = match["organ"]
                if not self.organization.endswith(organ) and not organ.endswith(self.organization):
                    span = paragraph.locate(Span(*match.span("organ")))
                    yield Finding(span, {"match": organ, "own": self.organization})


def _claims(speech: Speech) -> Iterator[tuple[Span, str]]:
    for paragraph in speech.paragraphs:
        for words, claim in _CLAIMS.items():
            for match in claim.finditer(paragraph.text) if words in paragraph.text else ():
                yield paragraph.locate(Span(*match.span("place"))), match["place"]
