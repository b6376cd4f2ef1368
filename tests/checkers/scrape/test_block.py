"""Blocks of lines that are not the speech's."""

from speechlint.checkers.scrape.block import Block
from speechlint.diagnostic import Applicability
from speechlint.document import Document
from speechlint.fixer import apply
from speechlint.linter import Linter
from speechlint.packs import builtin, load_rule

BODY = "今年以来，全县上下齐心协力，克服了重重困难，各项工作都取得了新的进展。"


def found(text: str, role: str = "site", *, apart: bool = False) -> list[str]:
    findings = Block(role=role, apart=apart).check_document(Document(text))
    return [text[f.span.start : f.span.end] for f in findings]


def test_adjacent_lines_are_one_block() -> None:
    text = f"收藏本站\n\n设为首页\n{BODY}\n上一篇：没有了\n下一篇：没有了"

    assert found(text) == ["收藏本站\n\n设为首页", "上一篇：没有了\n下一篇：没有了"]


def test_apart_each_line_is_a_block() -> None:
    text = f"讲话（精选2篇）\n篇一\n同志们：\n{BODY}"

    assert found(text, "collection", apart=True) == ["讲话（精选2篇）", "篇一"]


def fixed(text: str) -> str:
    rule = load_rule(f"{builtin()}/scrape/boilerplate.toml")
    return apply(text, Linter([rule]).lint(Document(text)), frozenset(Applicability))


def test_the_fix_takes_whole_lines_with_their_ends() -> None:
    assert fixed(f"\u3000\u3000收藏本站\r\n设为首页 \r\n{BODY}") == BODY
    assert fixed(f"{BODY}\n点击下载文档") == f"{BODY}\n"


def test_the_fix_leaves_what_stands_in_the_same_line() -> None:
    text = f"在全县防汛会议上的讲话 来源：好稿网 点击：12 同志们： {BODY}"

    assert fixed(text) == f"在全县防汛会议上的讲话  同志们： {BODY}"
