"""Healing gives back what scraping tore."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.document import Document
from speechlint.lines import Role
from speechlint.paragraph import HoleKind
from speechlint.text import Span

# Each clause is one of which no beginning is a whole clause, nor any rest a good beginning.
CLAUSES = (
    "全县上下要始终绷紧安全生产这根弦",
    "各有关部门必须把群众的冷暖放在心上",
    "任何单位都不得以任何理由拖延工期",
    "我们既要看到成绩也要看到差距",
    "这项工作直接关系到农民的切身利益",
    "今年的春播面积比去年又有所扩大",
    "水利设施的检修维护要赶在汛期之前完成",
    "驻村干部要经常深入田间地头了解情况",
    "村里的环境卫生状况有了明显改观",
    "大家对学校周边的交通秩序反映比较强烈",
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    clauses = draw(st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=4, unique=True))
    return "，".join(clauses) + "。"


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    return "".join(draw(st.lists(sentences(), min_size=2, max_size=4)))


def drafts() -> st.SearchStrategy[list[str]]:
    return st.lists(paragraphs(), min_size=2, max_size=5)


@st.composite
def tears(draw: st.DrawFn, paragraph: str) -> int:
    """Draw a place inside a clause of the paragraph, after its first sentence."""
    places = [
        n
        for n in range(paragraph.index("。") + 2, len(paragraph) - 1)
        if not set(paragraph[n - 1 : n + 1]) & set("，。")
    ]
    return draw(st.sampled_from(places))


BREAKS = ("\n", "\n\n", "\r\n", "\r", "\n\u3000\u3000", " \n \n")
INVISIBLE = ("\u200b", "\ufeff", "\u00ad", "\u2028", "\x0b", "\x85")


def healed(text: str) -> list[str]:
    return [paragraph.text for paragraph in Document(text).paragraphs]


def holes(text: str) -> list[tuple[str, str]]:
    return [(h.kind.value, text[h.span.start : h.span.end]) for h in Document(text).holes]


@settings(max_examples=50)
@given(
    st.data(), drafts(), st.sampled_from(BREAKS), st.sampled_from(["\n", "\n\n", "\n\u3000\u3000"])
)
def test_a_broken_line_is_put_together(
    data: st.DataObject, draft: list[str], broken: str, between: str
) -> None:
    torn = []
    for paragraph in draft:
        at = data.draw(tears(paragraph))
        torn.append(paragraph[:at] + broken + paragraph[at:])

    assert healed(between.join(torn)) == draft


@settings(max_examples=50)
@given(st.data(), drafts())
def test_page_counters_in_sentences_are_taken_out(data: st.DataObject, draft: list[str]) -> None:
    torn = []
    for number, paragraph in enumerate(draft, 2):
        at = data.draw(tears(paragraph))
        torn.append(f"{paragraph[:at]}\n{number}、{paragraph[at:]}")
    text = "\n".join(torn)

    assert healed(text) == draft
    assert [kind for kind, _ in holes(text)] == ["marker"] * len(draft)


@settings(max_examples=50)
@given(st.data(), drafts(), st.sampled_from(INVISIBLE))
def test_what_nobody_sees_is_taken_out(
    data: st.DataObject, draft: list[str], invisible: str
) -> None:
    text = "\n".join(draft)
    at = data.draw(st.integers(0, len(text)))

    assert healed(text[:at] + invisible + text[at:]) == draft


@settings(max_examples=50)
@given(st.data(), drafts(), st.sampled_from([*BREAKS, "\n3、", "\n- 3 -\n", "\u200b"]))
def test_every_span_maps_to_the_document_and_back(
    data: st.DataObject, draft: list[str], broken: str
) -> None:
    paragraph = draft[0]
    at = data.draw(tears(paragraph))
    text = "\n".join([paragraph[:at] + broken + paragraph[at:], *draft[1:]])
    first, *_ = Document(text).paragraphs
    start = data.draw(st.integers(0, len(first.text) - 1))
    end = data.draw(st.integers(start + 1, len(first.text)))

    span = first.locate(Span(start, end))

    assert span.start < span.end
    assert text[span.start : span.end].replace(broken, "", 1) == first.text[start:end]
    assert text[first.offset(start)] == first.text[start]


@settings(max_examples=50)
@given(
    st.text(
        st.sampled_from(
            "同志们：一、（二）3，。的工作X%下载小编\n\r\t \u3000\u200b\x85<br>&nbsp;…#"
        ),
        max_size=60,
    )
)
def test_any_text_is_kept_whole(text: str) -> None:
    document = Document(text)

    for paragraph in document.paragraphs:
        assert paragraph.text
        assert [text[paragraph.offset(n)] for n in range(len(paragraph.text))] == list(
            paragraph.text
        )
    ends = [0]
    for hole in document.holes:
        assert ends[-1] <= hole.span.start < hole.span.end
        ends.append(hole.span.end)


class TestWhatIsNotTorn:
    @pytest.mark.parametrize(
        "text",
        [
            "在全县防汛工作会议上的讲话\n（2024年6月3日）\n县长 李明\n同志们：\n今天开个会。",
            "一、认清形势，增强紧迫感\n今年雨季来得早，雨量大。\n二、突出重点\n要盯住水库。",
            "（一）提高认识\n各乡镇要高度重视。",
            "要做到：\n（一）抓好春耕；\n（二）抓好防火；\n（三）抓好信访。",
            "要抓三件事：\n抓好春耕；\n抓好防火；\n抓好信访。",
            "参加会议的有：\n王小明\n李大海\n赵春生\n会议由县长主持。",
            "最后送大家一首诗：\n千锤万凿出深山，\n烈火焚烧若等闲。",
            "谢谢大家！\n县委办公室\n2024年6月3日",
            "确保9月底前全部开工，\n三、聚焦服务保障。",
            "以上报告，请批评指正。\nXXXX\n2025年1月3日",
            "在全县防汛会议上的讲话\n×××\n同志们：\n今天开个会。",
            "——2025年1月8日在镇第十九届人民代表大会第四次会议上\nXXX\n各位代表：\n请予审议。",
            "附件：任务分工表\n各单位要对照落实。",
            "第一项议程\n请李明同志作报告。",
            "时间：1月15日上午9:00\n地点：县行政中心一楼会议室\n联系人：李静　6012345\n青禾县人民政府",
            "问：今年怎么办？\n答：县里定了三条\n问：哪三条？",
        ],
    )
    def test_lines_that_end_without_a_stop(self, text: str) -> None:
        assert holes(text) == []
        assert healed(text) == text.split("\n")

    def test_a_note_behind_a_stop_ends_a_line(self) -> None:
        first = "办好民生实事，新改扩建学校六所、卫生院四所。（责任领导：李明；责任单位：县教育局）"
        document = Document(f"{first}\n问：今年的民生实事怎么办？\n")
        assert [p.text for p in document.paragraphs] == [first, "问：今年的民生实事怎么办？"]

    def test_items_are_no_counters(self) -> None:
        text = "下一步工作打算\n1、加强组织领导\n2、落实工作责任\n3、强化督查考核"

        assert holes(text) == []


class TestWhatIsTorn:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("要把项目建设摆在更加突出的位", "置来抓，务求实效。"),
            ("一、认清形势，切实增强抓好安全生", "产的责任感"),
            ("今年", "的任务比去年更重，要求更高。"),
            ("全县完成投资20", "亿元，增长5%。"),
            ("增长5.", "2%，高于全市。"),
            ("大家要弘扬“千万", "工程”经验，抓出特色。"),
            ("（二）", "加强组织领导"),
        ],
    )
    def test_short_lines_by_their_words(self, before: str, after: str) -> None:
        text = f"同志们：\n去年我们干得不错。\n{before}\n{after}\n大家要再接再厉。"

        assert holes(text) == [("wrap", "\n")]
        assert before + after in healed(text)

    def test_a_mask_that_stands_alone_stays_in_the_text(self) -> None:
        text = "会议指出，形势很好。全县共完成投资\nXX\n亿元，增长较快。"

        assert holes(text) == [("wrap", "\n"), ("wrap", "\n")]
        assert healed(text) == ["会议指出，形势很好。全县共完成投资XX亿元，增长较快。"]

    def test_lines_of_equal_width_are_one_paragraph(self) -> None:
        lines = [
            "今年以来，全县上下坚持稳字当头，各项工",
            "作平稳有序推进，取得了比较好的成效，群",
            "众的满意度进一步提高，干部的精气神也更",
            "足了，这为全年工作开了个好头，打下了比",
            "较扎实的基础，也说明我们的思路是对头的",
            "，措施是有力的。",
        ]

        assert healed("\n".join(lines)) == ["".join(lines)]

    def test_site_text_between_two_halves_of_a_sentence(self) -> None:
        text = "今年形势很好。要把项目建设摆在更加突\n点击下载文档\n出的位置来抓，务求实效。"

        assert [kind for kind, _ in holes(text)] == ["site"]
        assert healed(text) == ["今年形势很好。要把项目建设摆在更加突出的位置来抓，务求实效。"]

    def test_the_role_is_that_of_the_whole(self) -> None:
        document = Document("同志们：\n一、认清形势，切实增强抓好安全生\n产的责任感\n今年很重要。")

        assert [p.role for p in document.paragraphs] == [
            Role.SALUTATION,
            Role.HEADING,
            Role.BODY,
        ]


class TestSure:
    def test_a_sentence_that_had_begun_before_is_surely_torn(self) -> None:
        (hole,) = Document("今年形势很好。要把项目建设摆在更加突\n出的位置来抓。").holes

        assert (hole.kind, hole.sure) == (HoleKind.WRAP, True)

    def test_a_line_that_may_be_a_heading_is_not_surely_torn(self) -> None:
        text = "同志们：\n去年我们干得不错。\n坚持扩大\n对外开放，提升开放水平。"
        (hole,) = Document(text).holes

        assert hole.sure is False


class TestPages:
    def test_a_page_number_between_paragraphs_is_a_hole_of_its_own(self) -> None:
        text = "今年形势很好。\n- 3 -\n要抓好当前工作。"

        assert holes(text) == [("marker", "- 3 -")]
        assert healed(text) == ["今年形势很好。", "要抓好当前工作。"]

    def test_a_counter_where_a_sentence_ends_is_known_by_the_row(self) -> None:
        filler = "各乡镇要把责任落实到人，把措施落实到位，不能有丝毫松懈。" * 6
        text = (
            f"{filler}要盯紧重点部\n2、位和关键环节。{filler}要加强值班值\n3、守和信息报送。"
            f"{filler}要备足抢险物\n4、资和装备。{filler}\n5、{filler}要严肃工\n6、作纪律。"
        )

        assert [found for _, found in holes(text)] == ["\n2、", "\n3、", "\n4、", "5、", "\n6、"]
