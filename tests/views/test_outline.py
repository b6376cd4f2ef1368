"""The outline of a speech: which markers are brothers, and what they stand under."""

import pytest

from speechlint.document import Document
from speechlint.sources import document
from speechlint.views.outline import Outline, outline


def read(text: str, name: str = "") -> tuple[Document, Outline]:
    found = document(text, name)
    (speech,) = found.speeches
    return found, speech.view(outline)


def lists(text: str, name: str = "") -> list[str]:
    """Return the markers of each list, and after > the one it stands under."""
    found, tree = read(text, name)
    shown = []
    for listing in tree.listings:
        row = "".join(found.text[i.span.start : i.span.end] for i in listing.items)
        parent = listing.parent
        shown.append(f"{row}>{found.text[parent.span.start : parent.span.end]}" if parent else row)
    return shown


def anomalies(text: str) -> list[tuple[str, str, int]]:
    found, tree = read(text)
    return [
        (a.name, found.text[a.item.span.start : a.item.span.end], a.expected)
        for a in tree.anomalies
    ]


def test_levels() -> None:
    text = (
        "一、产业\n（一）农业\n1.种粮。\n2.养牛。\n（二）工业\n二、民生\n（一）教育\n（二）医疗\n"
    )
    assert lists(text) == ["一、二、", "（一）（二）>一、", "1.2.>（一）", "（一）（二）>二、"]


def test_any_order_of_kinds() -> None:
    text = "1.产业\n一、种粮。\n二、养牛。\n2.民生\n一、建校。\n二、办医。\n"
    assert lists(text) == ["1.2.", "一、二、>1.", "一、二、>2."]
    assert anomalies(text) == []


def test_an_agenda_before_the_headings_is_no_parent() -> None:
    text = "今天有两项议程：\n1.学习。\n2.讨论。\n一、学习\n1.快学。\n2.深学。\n二、讨论\n"
    assert anomalies(text) == []


def test_lists_inside_paragraphs() -> None:
    text = (
        "一是抓早。早要早在前头：①人；②财。\n二是抓小。小有两层意思，一是细，二是微。\n三是抓实。"
    )
    assert lists(text) == ["一是二是三是", "①②>一是", "一是二是>二是"]


def test_a_second_chain_is_a_list_of_its_own() -> None:
    text = "客观方面，一是远，二是慢。主观方面，一是懒，二是散。"
    assert lists(text) == ["一是二是", "一是二是"]


def test_a_list_inside_one_that_is_not_over() -> None:
    text = "两条：（一）快。（二）稳。再说两点：第一，看，有（一）水，（二）电。第二，问。"
    assert lists(text) == ["（一）（二）", "第一，第二，>（二）", "（一）（二）>第一，"]


def test_a_chain_may_begin_in_the_sentence_before() -> None:
    assert lists("要做好两件事：一是快。\n二是稳。\n") == ["一是二是"]


def test_a_chain_of_several_verbs() -> None:
    assert lists("办这事，一要有胆，二是有识，三要有恒。") == ["一要二是三要"]


def test_numbers_may_run_on_under_other_headings() -> None:
    text = "一、产业\n1.种粮。\n2.养牛。\n二、民生\n3.建校。\n4.办医。\n"
    assert anomalies(text) == []


def test_a_lost_beginning_is_no_continuation() -> None:
    text = (
        "一、产业\n（一）种粮。\n（二）养牛。\n（三）栽树。\n二、民生\n（二）建校。\n（三）办医。\n"
    )
    assert anomalies(text) == [("gap", "（二）", 1)]


def test_a_lost_heading_costs_one_anomaly() -> None:
    text = "一、产业\n（一）种粮。\n（二）养牛。\n（一）建校。\n（二）办医。\n三、生态\n（一）治水。\n（二）造林。\n"
    assert anomalies(text) == [("gap", "三、", 2)]


@pytest.mark.parametrize(
    ("text", "misformed"),
    [
        ("一、产业\n（一）种粮。\n二、养牛。\n（三）栽树。\n二、民生\n", "二、"),
        ("一、产业\n（一）种粮。\n（二）养牛。\n三、栽树。\n（四）养鱼。\n二、民生\n", "三、"),
        ("1.种粮。\n2.养牛。\n（3）栽树。\n", "（3）"),
    ],
)
def test_a_marker_in_a_wrong_form_stays_in_its_list(text: str, misformed: str) -> None:
    found, tree = read(text)
    assert tree.anomalies == ()
    kinds = [
        found.text[i.span.start : i.span.end]
        for listing in tree.listings
        for i in listing.items
        if i.mark.kind != listing.kind
    ]
    assert kinds == [misformed]


@pytest.mark.parametrize(
    "text",
    [
        "14.页码。\n今年很好。\n",
        "第十二条规定要早。\n第十五条规定要快。\n",
        "原因是远；其次，是慢。\n",
        "要二看过程。\n",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert lists(text) == []


def test_a_heading_run_into_a_paragraph_is_known_by_its_list() -> None:
    text = "第一条　要快。第二条　要稳。\n第三条　要实。\n"
    assert lists(text) == ["第一条第二条第三条"]


def test_a_break_that_was_healed_still_begins_a_line() -> None:
    text = "振兴教育，\n一要改革。\n二要创新。\n"
    assert lists(text) == ["一要二要"]


def test_soft_breaks_of_markdown_begin_lines() -> None:
    assert lists("## 要点\n\n一、抓早\n二、抓小\n三、抓实\n", "draft.md") == ["一、二、三、"]


def test_numbered_lists_of_markdown_are_not_compared() -> None:
    assert lists("1. 抓早\n1. 抓小\n1. 抓实\n", "draft.md") == []
