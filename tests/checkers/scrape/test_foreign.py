"""Stray English words."""

import pytest

from speechlint.checkers.scrape import foreign
from speechlint.document import Document


def found(text: str) -> list[str]:
    (paragraph,) = Document(text).paragraphs
    return [text[f.span.start : f.span.end] for f in foreign.check_paragraph(paragraph)]


@pytest.mark.parametrize(
    "word", ["and", "the", "of", "should", "development", "The", "as well as", "very important"]
)
@pytest.mark.parametrize("form", [" {} ", "{}", " {}", "{} "])
def test_a_word_between_chinese_characters(word: str, form: str) -> None:
    assert found(f"要加快转型{form.format(word)}升级步伐。") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "人均GDP增长，推广PPP、BOT、bt、bot模式，用好App、PPT、5G、VR。",
        "“一带一路”（the Belt and Road）建设走深走实。",
        "要叫响“Made in China”的品牌。",
        "引进vivo、OPPO、iPhone生产线。",
        "长3km，重5kg，PM2.5浓度下降，pH值达标。",
        "邮箱 the-office@example.com 已开通，网址 in.example.com 可查。",
        "T and T公司落户，AI and Robotics Lab揭牌。",
        "举办city walk、livehouse活动。",
        "IS、IT、OR、IN等缩写。",
    ],
)
def test_names_units_and_abbreviations(text: str) -> None:
    assert found(text) == []
