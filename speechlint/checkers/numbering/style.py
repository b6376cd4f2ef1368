"""Flag brothers that are written in different forms."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix, Related, Severity
from speechlint.light import Counter
from speechlint.rule import Finding
from speechlint.views.outline import is_chain, outline
from speechlint.views.outline.spelling import figure_of, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.views.outline import Item, Listing


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag the markers of a list whose form differs from that of most: 一、 二. 三、.

    The width of brackets is the business of `punct.width`; 首先 …，第二 … is how people speak.
    """
    for listing in speech.view(outline).listings:
        forms = [_form(item) for item in listing.items]
        spoken = any(item.mark.kind == "首先" for item in listing.items)
        if len(set(forms)) > 1 and not spoken:
            yield _finding(listing, forms)


def _form(item: Item) -> str:
    """Return the form of a marker, alike for all that may stand side by side."""
    mark = item.mark
    if mark.kind[0] == "第":  # 第一，… 第二是 …
        return mark.kind + (mark.form[-1] if mark.form[-1] in "、：" else "")
    if is_chain(mark.kind):
        after = item.paragraph.text[mark.span.end : mark.span.end + 1]
        return mark.kind + (after if after in "，：" else "")
    return mark.kind + mark.form  # （二） is none of （1）, （3）


def _finding(listing: Listing, forms: list[str]) -> Finding:
    counts = Counter(forms)
    usual = max(counts, key=lambda form: (counts[form], form == forms[0]))
    model = listing.items[forms.index(usual)]
    odd = [item for item, form in zip(listing.items, forms, strict=True) if form != usual]
    related = [Related(item.span, "写法也不同") for item in odd[1:]]
    related.append(Related(model.span, "同级的写法"))
    words = is_chain(model.mark.kind) and is_chain(odd[0].mark.kind)
    doubt = counts[usual] <= len(odd) or words
    return Finding(
        odd[0].span,
        {"found": text_of(odd[0]), "model": text_of(model)},
        _fix(odd, model),
        tuple(related),
        Severity.INFO if doubt else None,
    )


def _fix(odd: list[Item], model: Item) -> Fix | None:
    mark, text = model.mark, model.paragraph.text
    before = text[mark.span.start : mark.figure.start]
    after = text[mark.figure.end : mark.span.end]
    model_figure = text[mark.figure.start : mark.figure.end]
    edits = []
    for item in odd:
        if item.paragraph.torn(item.mark.span) or mark.kind == "首先":
            return None
        new = before + figure_of(model_figure, item.mark.number) + after
        if new == text_of(item):  # what differs stands behind it: 一是，
            return None
        edits.append(Edit(item.span, new))
    return Fix(f"改成“{text_of(model)}”的写法", tuple(edits))
