import pytest

from speechlint.toml import TomlError, dumps, loads


def test_a_table_is_returned() -> None:
    assert loads('a = ["甲"]\n[b]\nc = true\n') == {"a": ["甲"], "b": {"c": True}}


@pytest.mark.parametrize(
    ("source", "place", "why"),
    [
        ("a = 甲", "1 行第 5", "值写得不对，字符串要用英文引号括起来"),
        ("a = ", "1 行第 5", "值没有写完"),
        ("a = [", "1 行第 6", "值没有写完"),
        ("a = “甲”", "1 行第 5", "值写得不对，字符串要用英文引号括起来"),
        ("\na", "2 行第 2", "名称后面少了等号"),
        (
            "甲 = 1",
            "1 行第 1",
            "这一行不是“名称 = 值”，也不是 [表名]；中文名称要用英文引号括起来",
        ),
        ("a = 1 b = 2", "1 行第 7", "一个值之后要换行"),
        ("[a", "1 行第 3", "方括号没有成对"),
        ("a = [1 2]", "1 行第 8", "方括号没有成对，或各项之间少了逗号"),
        ("a = {b = 1", "1 行第 11", "花括号没有成对，或各项之间少了逗号"),
        ("a = '''甲", "1 行第 9", "引号没有成对"),
        ('a = """甲', "1 行第 9", "引号没有成对"),
        ('a = "甲\n', "1 行第 7", "引号没有成对，或字符串里有不能直接写的字符"),
        ('a = "\\d"', "1 行第 8", "双引号里的反斜线要写成两个，或改用单引号"),
        ("[a]\n[a]", "2 行第 3", "同一个表写了两次"),
        ("a = 1\na = 2", "2 行第 6", "同一个名称写了两次"),
        ("a = {b = 1, b = 2}", "1 行第 18", "同一个名称写了两次"),
        # What we have no words for stands in the library's.
        ('a = "\\uD800"', "1 行第 12", "Escaped character is not a Unicode scalar value"),
    ],
)
def test_an_error_says_where_and_why(source: str, place: str, why: str) -> None:
    with pytest.raises(TomlError) as caught:
        loads(source)

    assert str(caught.value) == f"第 {place} 列不合 TOML 的写法：{why}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (3, "3"),
        ('甲"\\', '"甲\\"\\\\"'),
        (["甲", False], '["甲", false]'),
        ({"first": 1, "甲": ["乙"]}, '{ first = 1, "甲" = ["乙"] }'),
    ],
)
def test_what_is_written_reads_back(value: object, written: str) -> None:
    assert dumps(value) == written
    assert loads(f"x = {written}") == {"x": value}
