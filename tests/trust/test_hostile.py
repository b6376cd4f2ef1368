"""Drafts, Word files, configurations, packs and tables that mean harm, or had bad luck.

The same properties are tried for longer by `tests/fuzz/run.py`, which watches what code each input reaches.
"""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import speechlint
from tests.sources.docx.making import docx, paragraph
from tests.trust import properties
from tests.trust.pieces import pieces, text_of

USUAL = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
MANY = settings(USUAL, max_examples=400)
DRAFTS = st.lists(st.sampled_from(pieces()), max_size=30).map("".join)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32")
NAMES = st.sampled_from(["a.txt", "a.md"])


@given(st.binary(max_size=200))
@MANY
def test_any_bytes(data: bytes) -> None:
    properties.reading(data)
    properties.checking(data)


@given(DRAFTS, st.sampled_from(ENCODINGS))
@USUAL
def test_any_draft_in_any_encoding_with_bytes_lost(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    for cut in (0, 1, len(data) // 2, -1):
        properties.reading(data[cut:])
        properties.reading(data[:cut])


@given(DRAFTS, NAMES)
@USUAL
def test_any_draft(text: str, name: str) -> None:
    data = text.encode()
    properties.reporting(data, name)
    properties.viewing(data, name)


@given(DRAFTS, NAMES)
@example("一是看，二是，问，三是听。", "a.txt")  # a fix that changed nothing, for ever
@USUAL
def test_any_draft_is_fixed(text: str, name: str) -> None:
    properties.fixing(text.encode(), name)


@given(st.binary(max_size=60))
@USUAL
def test_texts_of_the_fuzzer(data: bytes) -> None:
    properties.checking(text_of(data).encode("utf-8", "surrogatepass"))


@given(st.text(st.characters(), max_size=60))  # lone surrogates too: an editor may send them
@USUAL
def test_the_library_takes_any_text(text: str) -> None:
    properties._inside(text, speechlint.lint(text))


WORDS = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:br", "w:hyperlink", "w:sdt",
         "w:sdtContent", "w:fldSimple", "w:numPr", "w:pPr", "w:ilvl", "w:numId", "w:txbxContent", "w:pict",
         "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:rPr", "w:vanish", "w:pStyle", "w:sym", "m:t",
         "w:instrText", "w:fldChar", "w:tab", "w:footnoteReference"]  # fmt: skip
VALUES = st.sampled_from(
    ["0", "1", "-1", "99999999999999999999", "", "x", "begin", "end", "separate", "F020"]
)
NODES = st.recursive(
    st.sampled_from(pieces()).map(lambda t: t.replace("&", "&amp;").replace("<", "&lt;").translate(dict.fromkeys(range(32), " "))),
    lambda inner: st.builds(
        lambda tag, value, parts: f'<{tag} w:val="{value}" w:id="{value}" w:fldCharType="{value}" w:char="{value}">{"".join(parts)}</{tag}>',
        st.sampled_from(WORDS), VALUES, st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)  # fmt: skip


@given(st.lists(NODES, max_size=4).map("".join), st.lists(NODES, max_size=2).map("".join))
@USUAL
def test_any_tree_of_words_elements(body: str, other: str) -> None:
    properties.word(docx(body, numbering=other, styles=other, footnotes=other))


@given(st.integers(0, 2**32), st.binary(min_size=1, max_size=6), st.booleans())
@MANY
def test_any_damage_to_a_word_file(place: int, new: bytes, cut: bool) -> None:  # noqa: FBT001
    data = docx(paragraph("同志们：") + paragraph("今年开工XX个项目，完成投资6200万元。"))
    at = place % len(data)
    properties.word(data[:at] if cut else data[:at] + new + data[at + len(new) :])


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"])  # fmt: skip
def test_a_part_that_is_not_there(missing: str) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(paragraph("今年开工XX个项目。")))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            if name != missing:
                new.writestr(name, old.read(name))
    properties.word(out.getvalue())


TOML = st.sampled_from(
    ["extend", "preset", "select", "ignore", "exclude", "allow", "words", "roster", "facts", "packs",
     "severity", "options", "per-file-ignores", "preview", '"numbering.gap"', "[options]", "[severity]",
     '[options."numbering.gap"]', " = ", "[", "]", "{", "}", ",", "\n", '"', "'", "''", '""', "true", "1",
     "-9223372036854775809", "1e999", "nan", "2024-01-01", '"all"', '["all"]', '["x"]', '"../x.csv"', '"."',
     '"strict"', '"package:os"', '"package:"', '"/dev/null"', "x", "字", "\\u0000", "#", ".", "[[facts]]",
     "first = 3", '"off"', '["(", "*", "(a+)+"]']
)  # fmt: skip


@given(st.lists(TOML, max_size=14).map("".join))
@MANY
def test_any_configuration(tmp_path: Path, source: str) -> None:
    properties.configuring(source, str(tmp_path))


RULE = st.sampled_from(
    ['title = "t"\n', 'why = "w"\n', 'message = "{match}"\n', 'message = "{"\n', 'message = "{0}{x!r:>9999}"\n',
     'checker = "pattern"\n', 'checker = "substitution"\n', 'checker = "pairs"\n', 'checker = "os"\n', 'checker = ""\n',
     'checker = "..x"\n', 'checker = "word"\n', 'checker = "repetition"\n', 'checker = "consistency"\n', 'severity = "error"\n',
     "severity = 1\n", 'kind = "x.y"\n', 'when = ["甲"]\n', 'when = [""]\n', "[options]\n", "patterns = ['(甲']\n",
     "patterns = ['甲+']\n", "patterns = ['']\n", "patterns = ['(a+)+$']\n", "patterns = ['(?P<mark>甲)|乙']\n", 'words = { "甲" = "乙" }\n',
     'words = { "[" = "" }\n', 'words = "file:../../x"\n', 'groups = ["甲|乙"]\n', "longest = 99999999\n",
     "examples = []\n", '[[examples]]\nbad = "⟦甲⟧"\n', '[[examples]]\nbad = "⟧甲⟦"\n', '[[examples]]\ngood = "乙"\n', "\x00", "[[", "\n"]
)  # fmt: skip
HEAD = 'title = "t"\nwhy = "w"\nmessage = "{match}"\n'


@given(st.sampled_from(["", HEAD]), st.lists(RULE, max_size=9).map("".join))
@MANY
def test_any_pack(tmp_path: Path, head: str, source: str) -> None:
    properties.packing(head + source, str(tmp_path))


CELLS = st.sampled_from(
    ["误", "正", "说明", "姓名", "职务", "次序", "指标", "时期", "数值", "单位", "别名", "地区", ",", "\t", "\n", "\r\n",
     '"', "2024年", "2024年1-13月", "2024", "9" * 5000, "1e400", "-5", "1,234.5", "亿元", "%", "①", "²", "٣", "", "李国强",
     "市长、书记", "XX", "[甲", "甲]", "\x00", "\ufeff", "=1+1", "NaN", "inf"]
)  # fmt: skip
HEADS = ["", "误,正,说明\n", "姓名,职务,次序\n", "指标,时期,数值,单位,别名,地区\n"]


@given(
    st.sampled_from(HEADS),
    st.lists(CELLS, max_size=14).map("".join),
    st.sampled_from(["utf-8", "gb18030"]),
)
@MANY
def test_any_table(tmp_path: Path, head: str, rest: str, encoding: str) -> None:
    data = (head + rest).encode(encoding, "replace")
    for name in ("a.csv", "a.tsv", "a.xlsx", "a.toml"):
        properties.sheet(data, str(tmp_path), name)


@pytest.fixture(scope="module")
def workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    page = book.create_sheet("数据", 0)
    for row in (("指标", "时期", "数值", "单位"), ("财政收入", "2024年", 186.53, "亿元")):
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@given(st.integers(0, 2**32), st.binary(min_size=1, max_size=6), st.booleans())
@settings(USUAL, max_examples=150)
def test_any_damage_to_a_workbook(
    workbook: bytes,
    tmp_path: Path,
    place: int,
    new: bytes,
    cut: bool,  # noqa: FBT001
) -> None:
    at = place % len(workbook)
    data = workbook[:at] if cut else workbook[:at] + new + workbook[at + len(new) :]
    properties.sheet(data, str(tmp_path), "a.xlsx")
