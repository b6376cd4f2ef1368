"""A text that someone decoded wrongly gets one diagnostic."""

from speechlint.document import Document
from speechlint.linter import Linter
from speechlint.packs import builtin, load_packs
from speechlint.text import Span


def test_one_diagnostic_and_nothing_else() -> None:
    text = "\n下载本文档 \ufffd\ufffd\ufffd：XX月XX日\ufffd\ufffd，全县\ufffd\ufffd工作会议"
    (diagnostic,) = Linter(load_packs(builtin())).lint(Document(text))

    assert diagnostic.rule == "scrape.mojibake"
    assert diagnostic.kind == "scrape.garbled"
    assert diagnostic.span == Span(7, 10)
    assert diagnostic.message.startswith("有 7 个字符已经丢失")


def test_a_lost_character_in_a_long_text_is_a_lost_character() -> None:
    text = "全县上下要齐心协力，奋勇争先。" * 20 + "要抓好\ufffd作。"

    assert [d.rule for d in Linter(load_packs(builtin())).lint(Document(text))] == [
        "scrape.garbled"
    ]
