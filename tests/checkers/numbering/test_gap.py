from speechlint.checkers.numbering.gap import Gap
from speechlint.diagnostic import Applicability
from speechlint.numerals import spell
from speechlint.rule import Finding
from speechlint.sources import document
from speechlint.text import Span


def check(text: str, checker: Gap = Gap()) -> list[Finding]:  # noqa: B008 (immutable)
    (speech,) = document(text).speeches
    return list(checker.check_speech(speech))


def test_it_says_what_should_stand_there() -> None:
    (finding,) = check("一、产业\n三、民生\n")
    assert finding.values == {"place": "“一、”之后", "expected": "二、", "found": "三、"}
    assert [(r.span, r.message) for r in finding.related] == [(Span(0, 2), "上一项")]


def test_the_fix_renumbers_all_later_brothers_and_no_others() -> None:
    text = "一、产业\n三、民生\n1.建校。\n2.办医。\n四、生态\n"
    (finding,) = check(text)
    assert finding.fix
    assert finding.fix.title == "从“二、”起依次重排 2 个序号"
    assert finding.fix.applicability is Applicability.UNSAFE
    assert [(text[e.span.start : e.span.end], e.replacement) for e in finding.fix.edits] == [
        ("三", "二"),
        ("四", "三"),
    ]


def test_a_lost_first_item_has_no_fix() -> None:
    (finding,) = check("要办两件事。二是建校。三是办医。")
    assert finding.values["place"] == "这一层开头"
    assert finding.fix is None


def test_a_lost_first_item_may_be_left_alone() -> None:
    assert check("要办两件事。二是建校。三是办医。", Gap(first=False)) == []


def test_a_count_that_proves_the_loss_is_shown_and_forbids_the_fix() -> None:
    (finding,) = check("要办三件事：一是建校，三是办医。")
    assert finding.fix is None
    assert [r.message for r in finding.related] == ["上一项", "前文说有三件事"]


def test_a_number_that_a_break_tore_is_not_rewritten() -> None:
    elders = "".join(f"（{spell(n)}）种粮。\n" for n in range(1, 11))
    (finding,) = check(f"{elders}（十\u200b二）养牛。\n")
    assert finding.fix is None


def test_each_list_is_told_once() -> None:
    assert len(check("一是快，三是稳，四是实。一是早，三是小，四是细。")) == 2
