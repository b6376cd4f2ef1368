from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.checkers.consistency import Consistency
from speechlint.diagnostic import Applicability
from speechlint.document import Document
from speechlint.text import Span

if TYPE_CHECKING:
    from speechlint.rule import Finding


def found(text: str, checker: Consistency) -> list[Finding]:
    return [f for speech in Document(text).speeches for f in checker.check_speech(speech)]


CHECKER = Consistency(groups=("账户|帐户|帐号", "％|%"), unless=(r"%\d", "《[^》]*》"))


def test_one_form_only() -> None:
    assert found("设立账户，清理账户，增长5%。", CHECKER) == []


def test_the_rarer_form_with_all_its_places() -> None:
    (finding,) = found("设立账户，清理帐户。\n\n检查账户。\n\n注销账户、帐户。\n", CHECKER)
    assert finding.span == Span(7, 9)
    assert finding.values == {"match": "帐户", "count": "2", "most": "账户", "times": "3"}
    assert [(r.span, r.message) for r in finding.related] == [
        (Span(2, 4), "首次写作“账户”"),
        (Span(24, 26), "也写作“帐户”"),
    ]
    assert finding.fix is not None
    assert [edit.span for edit in finding.fix.edits] == [Span(7, 9), Span(24, 26)]
    assert finding.fix.applicability is Applicability.UNSAFE


def test_of_equals_the_first_is_kept_to() -> None:
    assert [f.values["match"] for f in found("清理帐户，设立账户，核对帐号。", CHECKER)] == [
        "账户",
        "帐号",
    ]


def test_a_spared_form_does_not_count() -> None:
    assert found("落实《帐户管理办法》，设立账户，增长5％，编码%20。", CHECKER) == []


def test_groups_are_compared_by_themselves() -> None:
    assert [f.span for f in found("设立账户、帐户，增长5%和3％。", CHECKER)] == [
        Span(5, 7),
        Span(14, 15),
    ]


def test_speeches_are_compared_by_themselves() -> None:
    assert found("篇一\n设立账户。\n篇二\n设立帐户。\n", CHECKER) == []


def test_no_fix_where_a_form_is_torn() -> None:
    (finding,) = found("设立账户，再设立账户，清理帐\u200b户。", CHECKER)
    assert finding.span == Span(13, 16)
    assert finding.fix is None
