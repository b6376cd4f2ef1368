from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from speechlint.checkers.pairs import Pairs
from speechlint.document import Document

if TYPE_CHECKING:
    from speechlint.rule import Finding

CHECKER = Pairs(pairs=("“”", "（）()", "《》", "‘’"), across=("“”",))


def found(text: str) -> list[Finding]:
    (speech,) = Document(text).speeches
    return list(CHECKER.check_speech(speech))


def places(text: str) -> list[int]:
    return [finding.span.start for finding in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "抓“三同时”，抓（环评）。",
        "抓“‘三同时’”（环评（能评））。",
        "抓（环评)和(能评）。",
        "1)抓环评；2）抓能评；a）抓安评。",
        "一）抓环评。\n二）抓能评。",
        "抗击’98洪水，建设Xi’an新城。",
    ],
)
def test_paired(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("抓“三同时，抓“环评”。", [1]),
        ("抓“三同时”，抓环评”。", [10]),
        ("抓三同时”，抓“环评”。", [4]),
        ("抓（环评。", [1]),
        ("抓环评）和能评。", [3]),
        ("（一）抓环评。\n二）抓能评。", [9]),
        ("抓“环评《规定”的落实。", [4]),
        ("抓‘环评的落实。", [1]),
    ],
)
def test_unpaired(text: str, at: list[int]) -> None:
    assert places(text) == at


def test_values_name_the_partner() -> None:
    (finding,) = found("抓(环评。")
    assert finding.values == {"match": "(", "partner": ")"}
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "at", "fixed"),
    [
        ("抓“三同时“，抓环评。", 5, "”"),
        ("抓“三同时“制度。", 5, "”"),
        ("抓“三同时“", 5, "”"),
        ("抓”三同时”制度。", 1, "“"),
        ("”三同时”制度要抓。", 0, "“"),
    ],
)
def test_a_mark_turned_round_is_one_finding(text: str, at: int, fixed: str) -> None:
    (finding,) = found(text)
    assert finding.span.start == at
    assert finding.fix is not None
    assert [edit.replacement for edit in finding.fix.edits] == [fixed]


def test_two_that_are_open_one_after_the_other() -> None:
    assert places("抓（环评，抓（能评。") == [1, 6]


ONE = "“干部怎么看，群众就怎么看。"
TWO = "“干部怎么干，群众就怎么干。"


@pytest.mark.parametrize(
    "text",
    [
        f"他说：{ONE}\n{TWO}”\n大家要这样做。",
        f"他说：{ONE}\n{TWO}\n{TWO}”。\n“三同时”要抓好。",
        f"他说：{ONE}\n{TWO[1:]}”\n大家要这样做。",
        f"他说：{ONE}\n{TWO[1:]}\n{TWO[1:]}”\n大家要这样做。",
    ],
)
def test_a_quotation_of_several_paragraphs(text: str) -> None:
    assert places(text) == []


def test_a_quotation_that_never_ends() -> None:
    assert places(f"他说：{ONE}\n大家要这样做。\n“三同时”要抓好。") == [3]
    assert places(f"他说：{ONE}\n{TWO}\n大家要这样做。") == [18]
    assert places(f"他说：{ONE}\n“三同时”要抓好。") == [3]


def test_a_closing_mark_far_behind_is_another_matter() -> None:
    between = "大家要这样做。\n" * 3
    assert places(f"他说：{ONE}\n{between}抓三同时”。") == [3, 18 + len(between) + 4]


def test_a_bracket_may_be_torn_by_one_line_break_only() -> None:
    assert places("要抓环评（各县。\n含市、区）。") == []
    assert places("要抓环评（各县。\n要抓能评。\n含市、区）。") == [4, 19]


def test_speeches_are_apart() -> None:
    document = Document(f"篇一\n{ONE}\n篇二\n{TWO[1:]}”\n")
    spans = [f.span.start for s in document.speeches for f in CHECKER.check_speech(s)]
    assert spans == [3, 34]
