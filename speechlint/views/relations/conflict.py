"""One figure given twice with different digits: 186.5亿元 here, 168.5亿元 there."""

from __future__ import annotations

from itertools import combinations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.views.figures import RELATIVE, figures
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import slip
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import is_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.text import Span
    from speechlint.views.figures import Quantity

    # In the document; the words around; how many things of the name come before in the sentence.
    Place = tuple[Span, Quantity, str]

# Figures of another time, or wished for: they may well differ.
_TIME = later(
    "[今去明前上]年|(?:19|20)[0-9]{2}|同期|以来|年[初末底]|[一二三四上下]半?[季年]度?|月份?|“.{1,3}五”"
)
_OTHER_TIME = later("[去明前上]年|(?:19|20)|同期|以来|年初|下|“")
_COMPARED = later("(?:比|较|与|同比)[^，。；]*")
_WISH = later("[要将拟]|力争|确保|计划|目标|预计|争取|努力|继续|推进|加快|实施|安排")
# What may stand before the name of a figure: when, whose, and words that link.
_LEAD = later(
    "^(?:截[至止][^，日底末前]{0,8}[日底末前]|目前|现在|当前|[今去]年|上半年|全年|[一二三四]季度|[0-9—至到-]{1,5}月份?|"
    "预计|其中|作为|[对把将]|这个|一个|我们|大家|现有|共有?|总共|累计)*"
)
# The last place of a name, and words after it that are none of it: 要盯紧全县现有脱贫户.
_PLACED = later(
    "(?P<place>[全我本该][省市县区镇乡村国])(?:现有|实有|共有?|累计|已|的)*(?!.*[全我本该][省市县区镇乡村国])"
)
# Names that every project and every trade of a speech has: only a place makes them one thing.
_GENERIC = later(
    "(?:计划|年度|实际|项目|累计|新增|概算|占地|建筑|规划|完成|实现|安排|争取|到位|下达|投入|总|年|在建|签约|共)*"
    "(?:投资额?|资金|面积|产值|产量|收入|税收|项目|企业|人口|群众|资产|营收|利润|用地)?"
)
# What a thing is like, whenever one speaks of it.
_FIXED = later("(?:建筑|占地|总|用地)面积$|全长$|总长$|总投资$|总?库容$|装机(?:容量)?$|总里程$")
_VERB = later("(?:已经?|达到?了?|为|是|有|约|完成|实现)+$")
_THERE = later("现有|实有|已有|已经")
_LEAST = 3  # digits; fewer coincide by chance
_MANY = 12  # decimals in one paragraph


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the figures that a paragraph gives twice in different units."""
    text = paragraph.text
    every = paragraph.view(sentences) if "（" in text or "(" in text else ()
    nested = [s for s in every if s.nested and s.outer and not s.gap]
    if not nested:
        return ()
    from speechlint.views.relations import converted

    return tuple([r for sentence in nested for r in converted.relations(sentence)])


def in_speech(speech: Speech) -> Iterator[Relation]:
    """Yield the figures of a speech that stand elsewhere with one digit changed.

    Where one name has three values, it names several things.
    """
    doubtful = _doubtful(q for p in speech.paragraphs for q in p.view(figures) if _told(q))
    seen: dict[tuple[str, str], dict[str, Place]] = {}
    places: dict[tuple[str, str], set[str]] = {}
    for paragraph in speech.paragraphs:
        if doubtful.isdisjoint([q.dimension for q in paragraph.view(figures)]):
            continue
        for name, place, (span, quantity, words) in paragraph.view(_figures):
            key = (name, quantity.dimension)
            places.setdefault(key, set()).add(place)
            values = seen.setdefault(key, {})
            if len(values) < 3:
                values.setdefault(quantity.text, (paragraph.locate(span), quantity, words))
    for key, values in seen.items():
        if len(values) == 2 and len(places[key] - {""}) < 2:
            first, second = values.values()
            same = _FIXED.search(key[0]) or _same_time(second[2], first[2])
            if same and _mistyped(second[1], first[1]):
                yield _relation(second, first)
    if _cut_off([p.view(figures) for p in speech.paragraphs]):
        from speechlint.views.relations import retold

        yield from retold.totals(speech)


def _cut_off(told: Iterable[Sequence[Quantity]]) -> bool:
    """Say whether a figure may be the sum of two of one paragraph with more decimals, cut off."""
    every = [*told]
    sums: set[tuple[str, int, int, int]] = set()
    for quantities in every:
        parts = [q for q in quantities if q.places and q.dimension not in RELATIVE]
        if len(parts) > _MANY:
            return True  # nearly always: too many to add each to each
        for one, other in combinations(parts, 2):
            if (one.places, one.unit, one.scale) == (other.places, other.unit, other.scale):
                value = one.digits + other.digits
                for places in range(one.places):
                    less = 10 ** (one.places - places)
                    key = (one.unit, one.scale, places)
                    sums.update([(*key, value // less), (*key, -(-value // less))])
    return bool(sums) and any(
        (q.unit, q.scale, q.places, q.digits) in sums for found in every for q in found
    )


def _figures(paragraph: Paragraph) -> tuple[tuple[str, str, Place], ...]:
    """Return the figures of a paragraph that could be told again: name, place, where."""
    found: list[tuple[str, str, Place]] = []
    for sentence in paragraph.view(sentences):
        for segment in sentence.segments if any(map(_told, sentence.quantities)) else ():
            for item in segment.items:
                quantity = item.quantity
                if not _told(quantity) or is_change(item, segment):
                    continue
                place, name = _named(item.before)
                core = _VERB.sub("", name)
                told = place or not _GENERIC.fullmatch(core)
                if len(core) > 2 and len(item.before) > 3 and told:
                    words = paragraph.text[sentence.host.span.start : quantity.span.end]
                    found.append((name, place, (quantity.span, quantity, words)))
    return tuple(found)


def _doubtful(quantities: Iterable[Quantity]) -> set[str]:
    """Return the dimensions in which two figures differ by a digit, or by two that changed places."""
    alike: dict[tuple[str, str, int, int, int], set[str]] = {}  # in all but their digits
    for q in quantities:
        digits = str(q.digits)
        key = (q.dimension, q.unit, q.places, q.scale, len(digits))
        alike.setdefault(key, set()).add(digits)
    return {key[0] for key, every in alike.items() if len(every) > 1 and _near(every)}


def _near(every: Iterable[str]) -> bool:
    """Say whether two of some digits differ by one, or by two that changed places."""
    seen: set[str] = set()
    for d in every:
        one = [f"{d[:n]}?{d[n + 1 :]}" for n in range(len(d))]
        two = [d[:n] + d[n + 1] + d[n] + d[n + 2 :] for n in range(len(d) - 1)]
        if not seen.isdisjoint([*one, *two]):
            return True
        seen.update((d, *one))
    return False


def _told(quantity: Quantity) -> bool:
    """Say whether a quantity could be told again."""
    digits = quantity.digits
    many = digits >= 10 ** (_LEAST - 1) and len(str(digits).rstrip("0")) >= _LEAST
    return many and quantity.firm and quantity.dimension not in RELATIVE


def _named(words: str) -> tuple[str, str]:
    """Return the place that stands before the name of a figure, and the name."""
    if match := _PLACED.search(words):
        return match["place"], words[match.end() :]
    match = _LEAD.match(words)
    return "", words[match.end() if match else 0 :]


def _mistyped(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures differ by one digit, or by two that changed places."""
    if (one.places, one.scale, one.unit) != (other.places, other.scale, other.unit):
        return False
    return slip(one, other.value)


def _same_time(words: str, others: str) -> bool:
    """Say whether two sentences speak of one time; one that names none speaks of now."""
    if _wished(words) != _wished(others):
        return False
    one = set(_TIME.findall(_COMPARED.sub("", words)))
    other = set(_TIME.findall(_COMPARED.sub("", others)))
    if one and other:
        return one == other
    return not any(map(_OTHER_TIME.search, one | other))


def _wished(words: str) -> bool:
    """Say whether a figure is wished for; what there is already is not."""
    return bool(_WISH.search(words)) and not _THERE.search(words)


def _relation(place: Place, first: Place) -> Relation:
    span, quantity, _ = place
    related = (Related(first[0], f"前面是{first[1].text}"),)
    return Relation(
        "conflict",
        Verdict.REFUTED,
        span,
        quantity.text,
        related,
        f"前面是{first[1].text}",
        severity=Severity.WARNING,
    )
