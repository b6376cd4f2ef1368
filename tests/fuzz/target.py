"""One target of the fuzzer: what libFuzzer makes is tried, and what it reaches is watched.

    python tests/fuzz/target.py draft -max_total_time=60

Run by `run.py`; all that follows upon the name is for libFuzzer.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
with atheris.instrument_imports(include=["speechlint"]):
    from tests.sources.docx.making import docx, zipped
    from tests.trust import properties
    from tests.trust.pieces import text_of

FOLDER = tempfile.mkdtemp(prefix="speechlint-fuzz-")
_TAGS = (
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:br", "w:hyperlink", "w:numPr", "w:pPr",
    "w:ilvl", "w:numId", "w:txbxContent", "mc:Choice", "mc:Fallback", "w:rPr", "w:vanish", "w:pStyle", "w:sym",
    "m:t", "w:instrText", "w:fldChar", "w:tab", "w:abstractNum", "w:lvl", "w:num", "w:lvlText", "w:numFmt",
    "w:start", "w:style", "w:footnote",
)  # fmt: skip
_VALUES = (
    "",
    "0",
    "1",
    "2",
    "-1",
    "9" * 30,
    "begin",
    "separate",
    "end",
    "decimal",
    "%1.%2",
    "F020",
    "rId1",
)


def reading(data: bytes) -> None:
    properties.reading(data)
    properties.checking(data)


def draft(data: bytes) -> None:
    text = text_of(data[1:]).encode("utf-8", "surrogatepass")
    name = "a.md" if data[:1] > b"\xc0" else "a.txt"
    properties.reporting(text, name)
    properties.viewing(text, name)


def fix(data: bytes) -> None:
    text = text_of(data[2:])
    name = "a.md" if data[:1] > b"\xc0" else "a.txt"
    encoding = ("utf-8", "gb18030", "utf-16", "utf-8-sig")[data[1] & 3 if len(data) > 1 else 0]
    trust = properties.SAFE if len(data) > 1 and data[1] & 4 else properties.ALL
    properties.fixing(text.encode(encoding, "replace"), name, trust)


def word(data: bytes) -> None:
    if data[:1] < b"\x40":
        properties.word(data[1:])
        return
    parts = data[1:].split(b"\xff", 4)
    trees = [_tree(part) for part in parts]
    kinds = ("numbering", "styles", "footnotes", "header")
    if data[:1] < b"\x60":
        properties.word(zipped({"word/document.xml": trees[0], "_rels/.rels": "".join(trees[1:])}))
    properties.word(docx(trees[0], **dict(zip(kinds, trees[1:], strict=False))))


def _tree(data: bytes) -> str:
    """Make elements of bytes: open one, close one, or write a text."""
    out: list[str] = []
    opened: list[str] = []
    for at in range(0, len(data) - 1, 2):
        kind, number = data[at], data[at + 1]
        if kind < 0x50:
            tag = _TAGS[number % len(_TAGS)]
            value = _VALUES[kind % len(_VALUES)]
            opened.append(tag)
            out.append(
                f'<{tag} w:val="{value}" w:{value if value[:1].isalpha() else "id"}="1" w:ilvl="{value}" w:numId="{value}" w:styleId="{value}" w:fldCharType="{value}">'
            )
        elif kind < 0x90 and opened:
            out.append(f"</{opened.pop()}>")
        else:
            text = text_of(data[at : at + 2]).replace("&", "&amp;").replace("<", "&lt;")
            out.append(
                "".join(
                    c
                    for c in text
                    if c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff"
                )
            )
    return "".join(out) + "".join(f"</{tag}>" for tag in reversed(opened))


def config(data: bytes) -> None:
    properties.configuring(data.decode("utf-8", "replace"), FOLDER)


def pack(data: bytes) -> None:
    head = (
        'title = "t"\nwhy = "w"\nmessage = "{match}"\nchecker = "pattern"\n'
        if data[:1] < b"\x80"
        else ""
    )
    properties.packing(head + data[1:].decode("utf-8", "replace"), FOLDER)


def table(data: bytes) -> None:
    name = ("a.csv", "a.tsv", "a.toml", "a.xlsx")[data[0] & 3 if data else 0]
    heads = ("", "误,正,说明\n", "姓名,职务,次序\n", "指标,时期,数值,单位,别名,地区\n")
    head = heads[data[0] >> 2 & 3 if data else 0] if name in ("a.csv", "a.tsv") else ""
    rest = text_of(data[2:]).encode("utf-8", "surrogatepass") if data[1:2] < b"\x80" else data[2:]
    properties.sheet(head.encode() + rest, FOLDER, name)


TARGETS = {t.__name__: t for t in (reading, draft, fix, word, config, pack, table)}


def main() -> None:
    name, *rest = sys.argv[1:]
    atheris.Setup([sys.argv[0], *rest], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
