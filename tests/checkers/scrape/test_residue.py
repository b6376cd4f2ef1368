"""Tags, entities, scripts and addresses inside lines."""

import pytest

from speechlint.checkers.scrape.residue import Residue
from speechlint.diagnostic import Applicability
from speechlint.document import Document
from speechlint.fixer import apply
from speechlint.linter import Linter
from speechlint.packs import builtin, load_rule

CHECK = Residue(table="scrape/markup.tsv", lines=True)


def found(text: str) -> list[str]:
    document = Document(text)
    spans = [p.locate(f.span) for p in document.paragraphs for f in CHECK.check_paragraph(p)]
    spans += [f.span for f in CHECK.check_document(document)]
    return [text[s.start : s.end] for s in sorted(spans)]


@pytest.mark.parametrize(
    "residue",
    [
        *("<br>", "<br/>", "</p>", "<strong>", '<span style="color:red">', "<!-- 广告 -->"),
        *("&nbsp;", "&nbsp;&nbsp;", "&ldquo;", "&#8220;", "&#x201c;", "&amp;nbsp;", "&hellip;"),
        *("![](/a.gif)", "![图](http://a.com/b.png)", "[链接](http://a.com)", "**重点**"),
        *("http://www.example.com/news/1.html", "www.example.com", "example.com/a.html"),
        *("document.write('x');", "function show(){}", "{padding:0}", 'class="content"'),
        *("\\n", "\\u3000", "_x000D_", "%E4%BD%A0%E5%A5%BD", "%20"),
        *("PAGE \\* MERGEFORMAT", 'HYPERLINK "http://a.com"', "错误！未定义书签。"),
        *("更新时间戳: 1687957337780", "2020-08-28 10:22:31", "[b]", "[/url]", "[图片]"),
    ],
)
def test_residue_in_a_sentence(residue: str) -> None:
    assert found(f"全县上下要齐心协力抓好{residue}当前工作。") == [residue]


@pytest.mark.parametrize(
    "text",
    [
        "请登录县政府网站 www.example.gov.cn 查询。",
        "举报邮箱为 12345@example.com，欢迎监督。",
        "官网 www.example.com 已经开通。",
        "研发（R&D）投入增长5%，“A>B”不成立。",
        "增长20%，下降3%，约占%的比重。",
        "实行一次性告知[2024]5号文件。",
        "会议定于2024年8月28日10:30召开。",
        "电话13912345678，手机1391234567890不对。",
        "C++、.NET和AT&T是例子。",
        "要做到5*5，2**3。",
    ],
)
def test_what_a_speech_may_hold(text: str) -> None:
    assert found(text) == []


def test_lines_of_nothing_else() -> None:
    text = '<div class="c">\n同志们：\n今天开个会。\n</div>\n```'

    assert found(text) == ['<div class="c">', "</div>", "```"]


def test_marks_before_a_line() -> None:
    assert found("## 一、提高认识\n> 各级要高度重视。") == ["## ", "> "]


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("要&ldquo;快&rdquo;字当头。", "要“快”字当头。"),
        ("要**真抓**实干<br>。", "要真抓实干。"),
        ("见[通知](http://a.com/b)。", "见通知。"),
        ("## 一、提高认识", "一、提高认识"),
        ("甲&amp;lt;乙。", "甲<乙。"),
    ],
)
def test_the_fix_puts_what_was_meant(bad: str, good: str) -> None:
    rule = load_rule(f"{builtin()}/scrape/markup.toml")

    assert apply(bad, Linter([rule]).lint(Document(bad)), frozenset(Applicability)) == good
