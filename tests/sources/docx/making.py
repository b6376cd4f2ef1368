"""Word files made for the tests, part by part."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
# The kinds of part that a document may have beside its body, and their root elements.
KINDS = {
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
    "comments": "comments",
}


def xml(root: str, inner: str) -> str:
    """Return a whole part: declaration, root element with the name spaces, what is in it."""
    return f"{_HEAD}<w:{root} {_SPACES}>{inner}</w:{root}>"


def docx(body: str, **parts: str) -> bytes:
    """Return a .docx file with what stands in the body and in other parts (see KINDS)."""
    files = {"word/document.xml": xml("document", f"<w:body>{body}</w:body>")}
    relations = ""
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    for number, (kind, inner) in enumerate(parts.items(), 1):
        files[f"word/{kind}.xml"] = xml(KINDS[kind], inner)
        relations += f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        overrides += f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/>'
    files["word/_rels/document.xml.rels"] = (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    )
    files["_rels/.rels"] = (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """Return a zip file with these files, [Content_Types].xml first as Word has it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(files, key=lambda name: name != "[Content_Types].xml"):
            package.writestr(name, files[name])
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    """Return a paragraph; what is no element is the text of a run."""
    runs = "".join(i if i.startswith("<") else run(i) for i in inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def numbered(text: str, level: int | None = 0, num: int = 1, style: str = "") -> str:
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return paragraph(text, properties=f'{named}<w:numPr>{at}<w:numId w:val="{num}"/></w:numPr>')


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(name: int, *levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>'
        f"{more}{''.join(levels)}</w:abstractNum>"
    )


def num(name: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restart(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
