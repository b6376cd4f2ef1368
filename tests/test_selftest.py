from collections.abc import Callable
from typing import Any

import pytest

from speechlint import packs, selftest
from speechlint.diagnostic import Severity
from speechlint.errors import PackError
from speechlint.packs import Example
from speechlint.rule import Rule


def rule(checker: str = "substitution", **keys: Any) -> Rule:
    return Rule(
        **{
            "id": "a.a",
            "title": "",
            "message": "{match}",
            "why": "",
            "severity": Severity.ERROR,
            "checker": checker,
            "options": {"words": {"甲": "乙"}},
            "kind": "a.a",
            "file": "a/a.toml",
            **keys,
        }
    )


def bad(marked: str, **keys: Any) -> Example:
    text, spans = packs.unmark(marked)
    return Example(text, spans, **keys)


class TestFailures:
    @pytest.mark.parametrize(
        "example",
        [bad("一⟦甲⟧二⟦甲⟧"), bad("一⟦甲⟧", fixed="一乙"), Example("一乙"), Example("", fixed="")],
    )
    def test_none(self, example: Example) -> None:
        assert list(selftest.failures(rule(), example)) == []

    @pytest.mark.parametrize(
        ("example", "failure"),
        [
            (bad("⟦一⟧甲"), "应为 '⟦一⟧甲'，实为 '一⟦甲⟧'"),
            (Example("甲\n"), "应为 '甲\\n'，实为 '⟦甲⟧\\n'"),
            (bad("⟦甲⟧", fixed="丙"), "改后应为 '丙'，实为 '乙'"),
        ],
    )
    def test_what_was_found_and_what_was_expected(self, example: Example, failure: str) -> None:
        assert list(selftest.failures(rule(), example)) == [failure]

    def test_a_fix_that_is_only_shown_is_not_applied(self) -> None:
        shown = rule(options={"words": {"甲": "乙"}, "applicability": "display"})

        assert list(selftest.failures(shown, bad("⟦甲⟧", fixed="甲"))) == []

    def test_markdown_is_read_as_markdown(self) -> None:
        text = "```\n甲\n```\n"

        assert list(selftest.failures(rule(), Example(text, markdown=True))) == []
        assert list(selftest.failures(rule(), Example(text))) != []

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            (lambda: rule("patern"), "a/a.toml：没有检查器 patern，是不是 pattern？"),
            (
                lambda: rule(message="{foo}"),
                "a/a.toml：message 里的 {foo} 检查器没有给出，可用的：match、replacement",
            ),
            (
                lambda: rule("pattern", options={"patterns": ["("]}),
                "a/a.toml：选项 patterns 里的正则表达式“(”写错了（第 1 个字符处，圆括号没有成对）",
            ),
            (
                lambda: rule(options={"words": {"甲": "丙", "丙": "甲"}}),
                "a/a.toml：检查器 substitution 出错（RestlessError：改了 20 遍还有要改的：有规则改来改去）",
            ),
        ],
    )
    def test_a_rule_that_cannot_be_tried_is_told(
        self, wrong: Callable[[], Rule], message: str
    ) -> None:
        with pytest.raises(PackError) as caught:
            list(selftest.failures(wrong(), bad("⟦甲⟧", fixed="乙")))

        assert str(caught.value) == message


class TestClashes:
    def test_another_rule_on_the_same_place(self) -> None:
        other = rule(id="b.b", kind="b.b", message="不对")

        assert list(selftest.clashes([rule(), other], rule(), bad("⟦甲⟧一"))) == [
            "b.b 也报告了 '⟦甲⟧一'：不对"
        ]

    def test_one_that_is_expected_there(self) -> None:
        other = rule(id="b.b", kind="b.b")

        assert list(selftest.clashes([other], rule(), bad("⟦甲⟧一", also=("b.b",)))) == []

    def test_elsewhere_only_a_good_text_must_be_silent(self) -> None:
        other = rule(id="b.b", kind="b.b", options={"words": {"丙": "丁"}}, message="不对")

        assert list(selftest.clashes([other], rule(), bad("⟦甲⟧丙"))) == []
        assert list(selftest.clashes([other], rule(), Example("一丙"))) == [
            "b.b 也报告了 '一⟦丙⟧'：不对"
        ]
