"""Files that are no draft, or mean harm, are refused with a message that says what to do."""

from __future__ import annotations

import io
import os
import struct
import zipfile

import pytest

from speechlint.errors import ReadError
from speechlint.sources import admit
from speechlint.sources.docx import Draft, package
from tests.sources.docx.making import docx, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RESAVE = "请在 Word 或 WPS 里打开，另存为 .docx 后再检查"


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        Draft(data)
    return str(caught.value)


def with_document(content: str | bytes) -> bytes:
    """Return a .docx with another word/document.xml."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(""))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def test_no_zip() -> None:
    assert refused("同志们：".encode()) == f"不是 .docx 文件，或者文件已经损坏；{RESAVE}"
    assert refused(b"") == f"不是 .docx 文件，或者文件已经损坏；{RESAVE}"
    assert refused(docx(paragraph("文"))[:-40]) == f"不是 .docx 文件，或者文件已经损坏；{RESAVE}"


def test_another_kind_of_zip() -> None:
    assert refused(zipped({"a.txt": "甲"})) == f"压缩包里没有 Word 正文；{RESAVE}"


def test_old_word_and_encrypted() -> None:
    assert refused(OLE + b"\0" * 512) == f"这是旧格式的 Word 文件（.doc），不是 .docx；{RESAVE}"
    encrypted = OLE + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le")
    assert refused(encrypted) == "文件加了密码，读不了；请在 Word 或 WPS 里取消密码，另存后再检查"


def test_an_encrypted_entry() -> None:
    data = bytearray(docx(paragraph("文")))
    at = data.rindex(b"PK\1\2", 0, data.rindex(b"_rels/.rels"))
    data[at + 8] |= 1
    assert refused(bytes(data)).startswith("文件加了密码")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<w:document", "XML 第 1 行有误"),
        ('<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>', "含有实体声明，可能有害"),
        ('<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>', "含有实体声明，可能有害"),
        ("<a>" * 2000 + "</a>" * 2000, "嵌套超过 300 层"),
        (b"\xff\xfe\x00\xd8\x00", "编码有误"),
    ],
)
def test_harmful_xml(content: str | bytes, reason: str) -> None:
    assert refused(with_document(content)) == f"word/document.xml 读不了（{reason}）；{RESAVE}"


def test_a_part_that_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_LARGEST_PART", 1 << 20)
    bomb = with_document(b" " * (2 << 20))
    assert len(bomb) < 10_000
    assert refused(bomb) == "word/document.xml 解压后超过 1 MB，不像讲话稿，没有读"


def test_a_part_whose_size_is_a_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_LARGEST_PART", 1 << 20)
    data = bytearray(with_document(b" " * (2 << 20)))
    at = data.index(b"PK\1\2")
    while data[at + 46 : at + 63] != b"word/document.xml":
        at = data.index(b"PK\1\2", at + 1)
    struct.pack_into("<I", data, at + 24, 10)  # what the directory says of it
    with pytest.raises(ReadError):
        Draft(bytes(data))


def test_damaged_data() -> None:
    data = bytearray(docx(paragraph("同志们：" * 200)))
    at = data.index(b"word/document.xml") + 17
    data[at : at + 8] = b"\xff" * 8
    assert refused(bytes(data)) == f"word/document.xml 已经损坏；{RESAVE}"


def test_too_many_parts_and_two_of_one_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "")
        with pytest.warns(UserWarning, match="Duplicate name"):
            made.writestr("word/document.xml", "")
    assert refused(out.getvalue()) == f"压缩包里的文件过多或重名，不像 Word 文件；{RESAVE}"


def test_a_target_outside_the_package() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>'
    )
    assert refused(zipped({"_rels/.rels": relations})) == f"压缩包里没有 Word 正文；{RESAVE}"


def test_a_file_too_large_is_not_even_read() -> None:
    admit("甲.docx", package.LARGEST)
    admit("甲.txt", package.LARGEST + 1)
    with pytest.raises(ReadError, match="文件有 100 MB，超过 100 MB，不像讲话稿，没有读"):
        admit("甲.DOCX", package.LARGEST + 1)
    with pytest.raises(ReadError, match="超过 100 MB"):
        Draft(b"PK\3\4" + bytes(package.LARGEST))


def test_utf_16() -> None:
    content = zipfile.ZipFile(io.BytesIO(docx(paragraph("同志们：")))).read("word/document.xml")
    wide = content.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert Draft(with_document(wide)).document.text == "同志们："


def test_the_strict_form() -> None:
    data = zipfile.ZipFile(io.BytesIO(docx(paragraph("同志们：")))).read("word/document.xml")
    strict = data.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert Draft(with_document(strict)).document.text == "同志们："


@pytest.mark.parametrize("seed", range(200))
def test_random_damage_is_refused_or_read(seed: int) -> None:
    import random

    chance = random.Random(seed)  # noqa: S311
    data = bytearray(docx(paragraph("同志们：") + paragraph("今年开工XX个项目。")))
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        draft = Draft(bytes(data))
    except ReadError:
        return
    assert len(draft.document.text) < 100
    assert os.sep not in draft.package.main or draft.package.main.startswith("word")
