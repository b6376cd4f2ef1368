"""Places where a machine put other words."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from speechlint import packed, sources, tables, vocabulary
from speechlint.document import Paragraph, Speech
from speechlint.text import Span
from speechlint.views import spun
from speechlint.views.spun import breaks, company, trace, words

SHARED = Path(__file__).parents[3] / "shared" / "corpus"


def paragraph(text: str) -> Paragraph:
    (only,) = sources.document(text).paragraphs
    return only


def speech(text: str) -> Speech:
    (only,) = sources.document(text).speeches
    return only


def places(text: str) -> list[tuple[str, str]]:
    one = paragraph(text)
    return [(one.text[s.span.start : s.span.end], s.original) for s in spun.certain(one)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("推动县域经济跨更加展。", ("跨更加展", "跨越发展")),
        ("树牢责随意识，守土尽责。", ("责随意识", "责任意识")),
        ("要拓绽开放空间。", ("拓绽开放", "拓展开放")),
        ("办法及事实上施细则已经印发。", ("及事实上施细则", "及其实施细则")),
        ("欢迎提出不赞同见。", ("不赞同见", "不同意见")),
        ("代表联合束访问。", ("代表联合束", "代表团结束")),
    ],
)
def test_a_replacement_across_words_is_seen_by_its_neighbours(
    text: str, broken: tuple[str, str]
) -> None:
    assert places(text) == [broken]


@pytest.mark.parametrize(
    "text",
    [
        "要更加展现担当作为。",
        "不得随意识别个人信息。",  # 意识 is no word here
        "全面绽开放射状花纹。",
        "更加",
        "越更加",
        "更加展",
        "事实上施工进度并不慢。",
    ],
)
def test_what_reads_well_as_it_is_stays(text: str) -> None:
    assert places(text) == []


def test_a_part_of_a_longer_word_is_doubtful_only() -> None:
    # 承担者 is likelier than 担当者, and yet people write it.
    one = paragraph("为担当者撑腰，加强记念馆建设。")
    assert spun.certain(one) == ()
    assert [s.original for s in spun.doubtful(one)] == ["承担者", "纪念馆"]


def test_of_two_originals_the_likelier_is_put_back() -> None:
    assert breaks.inside("物资消退殆尽", "消退", 2) is None
    assert breaks.across("跨更加展", "更加", 1) == spun.Spun(Span(0, 4), "跨越发展")


def test_words_are_told_by_their_company() -> None:
    assert places("干脆影响群众切身利益。") == [("干脆", "直接")]
    assert places("他说话干脆，办事利落。") == []


@pytest.mark.parametrize(
    ("place", "text", "stands"),
    [
        ("~乙", "甲乙", True),
        ("~乙", "甲丙", False),
        ("丙~", "丙甲", True),
        ("丙~乙", "丙甲乙", True),
        ("丙~乙", "丁甲乙", False),
        ("~…乙", "甲丁戊乙", True),
        ("~…乙", "甲丁，戊乙", False),
        ("~…乙", "甲" + "丁" * 15 + "乙", False),
        ("乙…~", "乙丁戊甲", True),
        ("乙…~", "乙，丁戊甲", False),
        ("~乙|", "甲乙，", True),
        ("~乙|", "甲乙", True),
        ("~乙|", "甲乙丙", False),
        ("~|", "甲。", True),
        ("~|", "甲乙", False),
        ("~", "甲乙", True),
    ],
)
def test_how_a_place_is_written(place: str, text: str, stands: bool) -> None:  # noqa: FBT001
    at = text.index("甲")
    assert company._stands(company._parsed([place]), text, at, at + 1) == stands


@pytest.mark.parametrize("table", [words.COMPANY, words.DOUBTFUL])
def test_every_row_of_a_table_can_be_read(table: str) -> None:
    rows = list(tables.rows(table))
    assert len({row[0] for row in rows}) == len(rows)
    for word, said in rows:
        for group in said.split(" / "):
            original, *found = group.split(" ")
            assert original
            assert original != word
            assert len(set(found)) == len(found), word
            assert all(place.count("~") == 1 for place in found), (word, found)


@pytest.mark.parametrize("table", [words.COMPANY, words.DOUBTFUL])
def test_places_are_kept_as_they_are_sorted(table: str) -> None:
    for word, row in tables.rows(table):
        groups = company._groups(words.said(word, table))

        for text, group in zip(row.split(" / "), groups, strict=True):
            first, *places = text.split(" ")
            original, wrong, right = group
            assert original == first
            assert (wrong is None) == all(place.startswith("!") for place in places)
            listed = {
                *written(wrong or ((), (), ())),
                *(f"!{place}" for place in written(right)),
            }
            assert listed == set(places)


def written(places: "company.Places") -> list[str]:
    after, before, others = places
    return [
        *(f"~{place}" for place in after),
        *(f"{place}~" for place in before),
        *map("~".join, others),
    ]


def test_what_the_build_joins_says_what_the_tables_say(monkeypatch: pytest.MonkeyPatch) -> None:
    made = vocabulary.Vocabulary(vocabulary.built({"SPUN": words.entries()}))
    every = {word for table in packed.SPUN for word in tables.by_word(table)}
    monkeypatch.setattr(words, "_said", {})
    monkeypatch.setattr(words, "_rows", lambda: partial(made.rows, "SPUN"))

    assert len(made.every("SPUN")) == len(every)
    assert set(words.within("，".join(every))) == every
    for word, row in tables.by_word(words.TRACE).items():
        assert words.said(word, words.TRACE) == row
    words._said.clear()
    assert words.said("干脆", words.PAIRS) == tables.by_word(words.PAIRS)["干脆"]
    with pytest.raises(KeyError):
        words.said("干", words.PAIRS)


def test_pairs_are_of_two_words() -> None:
    for word in tables.by_word(words.PAIRS):
        originals = breaks.originals(word)
        assert len(word) > 1
        assert word not in originals
        assert all(len(original) > 1 for original in originals)


def test_halves_of_two_words_are_no_word() -> None:
    assert places("各项支撑持续加力。") == []
    assert places("落实行动到位。") == []
    assert places("这必需要下决心。") == [("必需要", "必须要")]


REWORDED = (
    "同志们：今日的会议很重要，大家要仔细领会。主动性越来越高，缘由是多样的。"
    "假如措施不落地，目标就不可能顺当达到。看法要统一，探讨问题要实在，打算工作要做细。"
    "依据分工接着抓，尽力完成任务。要敬重群众，帮忙企业。"
)


def test_a_speech_without_the_usual_words_was_reworded() -> None:
    found = trace.traces(speech(REWORDED))
    assert {("仔细", "认真"), ("假如", "如果"), ("依据", "根据")} <= {
        (t.word, t.original) for t in found
    }
    assert trace.reworded(speech(REWORDED))


def test_not_one_that_uses_both() -> None:
    originals = (
        "认真、今天、积极性、原因、如果、顺利、意见、研究、准备、根据、继续、努力、尊重、帮助。"
    )
    assert trace.traces(speech(REWORDED + originals)) == ()
    assert not trace.reworded(speech(REWORDED + originals))


def test_nor_one_with_some_of_them() -> None:
    assert trace.traces(speech("今日会议，假如大家看法一致，就接着抓，尽力抓。")) == ()


def test_five_places_that_are_wrong_are_enough() -> None:
    wrong = "干脆影响、思想相识、广阔干部、特地机构、动身点。"
    assert trace.reworded(speech(wrong))
    assert not trace.reworded(speech(wrong[6:]))


def test_jieba_itself_is_not_needed() -> None:
    script = (
        "import sys; from speechlint import sources; from speechlint.views import spun;"
        "p = sources.document('跨更加展，干脆影响全局。').paragraphs[0];"
        "assert len(spun.certain(p)) == 2;"
        "print('jieba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout == "False\n"


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no published reports in {SHARED}")
def test_published_reports_are_silent() -> None:
    for path in sorted((SHARED / "clean").glob("*.txt"))[::3]:
        document = sources.document(path.read_text(encoding="utf-8"))
        assert [s for p in document.paragraphs for s in spun.certain(p)] == []
        assert not any(trace.reworded(s) for s in document.speeches)
