"""Hover, symbols, folding, inlay hints."""

import pytest
from lsprotocol import types as lsp

from tests.server.client import Client, spot

DRAFT = "file:///drafts/开幕.txt"
SUM = "上半年全市新签约86个项目，其中工业项目38个、农业项目35个、服务业项目17个。\n"
OUTLINE = """\
在动员会上的讲话

同志们：

一、认清形势

（一）成绩来之不易。一是干部拼了，二是群众帮了。

（二）问题不容忽视

有的地方动得慢。

二、抓好落实

谢谢大家！
"""


async def hovered(client: Client, line: int, column: int) -> str:
    document = lsp.TextDocumentIdentifier(DRAFT)
    params = lsp.HoverParams(document, lsp.Position(line, column))
    found = await client.text_document_hover_async(params)
    if found is None:
        return ""
    assert isinstance(found.contents, lsp.MarkupContent)
    return found.contents.value


@pytest.mark.asyncio
async def test_hover_shows_the_rule_and_what_a_figure_proves(client: Client) -> None:
    await client.begin()
    client.open(DRAFT, SUM + "截止目前开工12个。\n")
    page = await hovered(client, 1, 2)
    assert page.startswith("## “截止”误作“截至” `word.as-of`")
    assert "报名工作于" in page
    whole = await hovered(client, 0, 9)
    assert "`figure.sum`" in whole
    assert "不符（总分）：文中为“86个”，38+35+17=90个" in whole
    part = await hovered(client, 0, 20)
    assert part.startswith("**38个**")
    assert "不符（总分）：文中为“86个”，38+35+17=90个" in part
    assert await hovered(client, 0, 1) == ""


@pytest.mark.asyncio
async def test_symbols_and_folding_follow_the_outline(client: Client) -> None:
    await client.begin()
    client.open(DRAFT, OUTLINE)
    document = lsp.TextDocumentIdentifier(DRAFT)
    found = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
    assert found

    def shown(symbols: object) -> list[object]:
        assert isinstance(symbols, (list, tuple))
        return [(s.name, s.range.start.line, s.range.end.line, shown(s.children)) for s in symbols]

    assert shown(found) == [
        (
            "一、认清形势",
            4,
            10,
            [
                (
                    "（一）成绩来之不易",
                    6,
                    6,
                    [("一是干部拼了，二是群众帮了", 6, 6, []), ("二是群众帮了", 6, 6, [])],
                ),
                ("（二）问题不容忽视", 8, 10, []),
            ],
        ),
        ("二、抓好落实", 12, 14, []),
    ]
    folds = await client.text_document_folding_range_async(lsp.FoldingRangeParams(document))
    assert folds
    assert [(f.start_line, f.end_line) for f in folds] == [(4, 10), (8, 10), (12, 14)]


@pytest.mark.asyncio
async def test_flat_symbols_for_a_client_that_knows_no_others(client: Client) -> None:
    await client.begin(plain=True)
    client.open(DRAFT, OUTLINE)
    document = lsp.TextDocumentIdentifier(DRAFT)
    found = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
    assert found
    assert [s.name for s in found][:3] == [
        "一、认清形势",
        "（一）成绩来之不易",
        "一是干部拼了，二是群众帮了",
    ]
    assert isinstance(found[0], lsp.SymbolInformation)


@pytest.mark.asyncio
async def test_several_speeches_are_symbols(client: Client) -> None:
    await client.begin()
    one = "同志们：\n\n一、甲事要抓紧\n\n二、乙事要抓实\n\n谢谢大家！\n\n"
    client.open(DRAFT, f"在大会上的讲话\n\n{one}在全会上的讲话\n\n{one}")
    document = lsp.TextDocumentIdentifier(DRAFT)
    found = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
    assert found
    names = [(s.name, len(s.children or ())) for s in found if isinstance(s, lsp.DocumentSymbol)]
    assert names == [("在大会上的讲话", 2), ("在全会上的讲话", 2)]


@pytest.mark.asyncio
async def test_hints_only_for_who_wants_them(client: Client) -> None:
    await client.begin()
    client.open(DRAFT, SUM)
    params = lsp.InlayHintParams(lsp.TextDocumentIdentifier(DRAFT), spot(0, 0, 40))
    assert not await client.text_document_inlay_hint_async(params)
    client.set_configuration({"speechlint": {"inlayHints": True}})
    client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(settings=None))
    for _ in range(100):
        found = await client.text_document_inlay_hint_async(params)
        if found:
            break
    assert found
    assert [(h.label, h.position.character, h.tooltip) for h in found] == [
        ("=90个", 11, "不符：38+35+17=90个")
    ]
