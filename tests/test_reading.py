import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.errors import ReadError
from speechlint.reading import Decoded, decode

REMEDY = "请用 WPS 或记事本打开，另存为 UTF-8 编码的文本后再检查"
DRAFT = "各位代表：\r\n现在，我向大会报告工作。\r一、过去五年\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_encoding_mark_and_line_ends_survive(mark: bytes, encoding: str) -> None:
    data = mark + DRAFT.encode(encoding)
    decoded = decode(data)

    assert decoded == Decoded(DRAFT, encoding, bom=bool(mark))
    assert decoded.encode(decoded.text) == data


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf_8_round_trip(text: str) -> None:
    data = b"\n" + text.encode()  # a text may begin with a mark of its own

    assert decode(data) == Decoded("\n" + text, "utf-8")


@given(st.text(st.sampled_from("一二三的了是在，。、：（）“”0123456789\r\n㐀𠀀€"), min_size=1))
def test_gb18030_survives_a_rewrite(text: str) -> None:
    data = "各位代表".encode("gb18030") + text.encode("gb18030")
    decoded = decode(data)

    assert decoded.encode(decoded.text) == data


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == Decoded("", "utf-8")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x7fELF\x02\0\x06", "像是二进制文件，不是文本（偏移 5 处的字节为 0）"),
        (DRAFT.encode("utf-16-le"), "像是二进制文件，不是文本（偏移 11 处的字节为 0）"),
        ("一二".encode() + b"\xff\n", "偏移 6 处的字节 0xFF 不能按 utf-8 解码"),
        (codecs.BOM_UTF8 + b"ok\xe4", "偏移 5 处的字节 0xE4 不能按 utf-8 解码"),
        (codecs.BOM_UTF16_LE + b"\0\xd8a\0", "偏移 2 处的字节 0x00 不能按 utf-16-le 解码"),
        ("各位代表".encode("gbk") + b"\xff\n", "偏移 8 处的字节 0xFF 不能按 gb18030 解码"),
    ],
    ids=["binary", "utf-16 without mark", "utf-8", "utf-8 cut off", "utf-16", "gbk"],
)
def test_undecodable_bytes_are_told_with_offset_and_remedy(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)

    assert str(caught.value) == f"{message}；{REMEDY}"


def test_a_word_file_without_its_ending_is_told() -> None:
    with pytest.raises(ReadError) as caught:
        decode(b"PK\x03\x04\x14\0\x06")

    assert str(caught.value) == (
        "是压缩包，不是文本；如果是 Word 稿，请把扩展名改为 .docx，"
        "从标准输入读的加 --stdin-filename 草稿.docx"
    )


def test_damaged_utf_8_is_not_read_as_gb18030() -> None:
    data = "今年的工作安排".encode()[:-1]  # a file cut off in the middle of a character

    assert data.decode("gb18030").startswith("浠婂勾鐨")
    with pytest.raises(ReadError, match="偏移 18 处的字节 0xE6 不能按 utf-8 解码"):
        decode(data)


def test_a_character_without_a_place_in_the_encoding_is_told() -> None:
    with pytest.raises(ReadError) as caught:
        Decoded("一", "gbk").encode("甲😀")

    assert str(caught.value) == "“😀”（U+1F600）不能写成 gbk 编码"
