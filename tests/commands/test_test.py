"""`speechlint test`: the rules of users on their own examples."""

import pytest

from speechlint import packs

from .conftest import Office

PACK = 'title = "本单位"\nwhy = "试"\n'
RULE = """\
title    = "套话"
message  = "“{match}”可以不说"
why      = "空话。"
checker  = "pattern"
options  = { patterns = ["众所周知"] }

[[examples]]
bad  = "⟦众所周知⟧，今年不易。"

[[examples]]
good = "今年不易。"
"""


@pytest.fixture
def house(office: Office) -> Office:
    office.write("house/pack.toml", PACK)
    office.write("house/cant.toml", RULE)
    return office


@pytest.mark.parametrize("folder", ["house", "house/", ".", "./house"])
def test_a_pack_or_a_folder_of_packs(house: Office, folder: str) -> None:
    assert house.run("test", folder) == (0, "试了 2 个例子，全部相符\n", "")


def test_our_own_rules(office: Office) -> None:
    result = office.run("test", f"{packs.builtin()}/word")

    assert result.code == 0
    assert result.out.endswith("全部相符\n")


@pytest.mark.parametrize(
    ("old", "new", "failure"),
    [
        (
            "⟦众所周知⟧，",
            "⟦众所周知，⟧",
            "第 1 个例子：应为 '⟦众所周知，⟧今年不易。'，实为 '⟦众所周知⟧，今年不易。'",
        ),
        (
            'good = "今年',
            'good = "众所周知',
            "第 2 个例子：应为 '众所周知不易。'，实为 '⟦众所周知⟧不易。'",
        ),
        (
            '⟧，今年不易。"',
            '⟧，今年不易。"\nfixed = "今年不易。"',
            "第 1 个例子：改后应为 '今年不易。'，实为 '众所周知，今年不易。'",
        ),
        ('[[examples]]\ngood = "今年不易。"\n', "", "要有 good 和 bad 两种例子"),
    ],
)
def test_an_example_that_does_not_hold(house: Office, old: str, new: str, failure: str) -> None:
    assert old in RULE
    house.write("house/cant.toml", RULE.replace(old, new))
    result = house.run("test", "house")

    assert result.code == 1
    assert result.out.splitlines()[0] == f"house/cant.toml：{failure}"
    assert result.out.splitlines()[1:] in (["试了 2 个例子，1 处不符"], ["试了 1 个例子，1 处不符"])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"pattern"', '"patern"', "没有检查器 patern，是不是 pattern？"),
        ("patterns", "pattern", "没有选项 pattern，是不是 patterns？"),
        (
            '众所周知"]',
            '众所(周知"]',
            "选项 patterns 里的正则表达式“众所(周知”写错了（第 3 个字符处，圆括号没有成对）",
        ),
        ("{match}", "{word}", "message 里的 {word} 检查器没有给出，可用的：match"),
        ("title ", "titel ", "没有键 titel，是不是 title？"),
        ('why      = "空话。"\n', "", "缺少键 why"),
        ("checker ", 'severity = "bad"\nchecker ', "severity 应是 error、warning、info 之一"),
        ("[[examples]]", "[[examples", "第 7 行第 11 列不合 TOML 的写法：方括号没有成对"),
    ],
)
def test_a_rule_file_that_is_wrong(house: Office, old: str, new: str, message: str) -> None:
    assert old in RULE
    house.write("house/cant.toml", RULE.replace(old, new, 1))

    assert house.run("test", "house") == (2, "", f"speechlint：house/cant.toml：{message}\n")


def test_a_pack_that_does_not_say_why(house: Office) -> None:
    house.write("house/pack.toml", 'title = "本单位"\n')

    assert house.run("test", "house") == (
        2,
        "",
        "speechlint：house/pack.toml：缺少键 why，或它不是字符串\n",
    )


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("none", "打不开这个文件夹（没有这个文件或文件夹）"),
        ("house/cant.toml", "打不开这个文件夹（路径中间有一段不是文件夹）"),
        ("empty", "里面没有规则；规则包是含有 pack.toml 的文件夹"),
    ],
)
def test_a_folder_without_rules(house: Office, folder: str, message: str) -> None:
    house.write("empty/notes.txt")

    assert house.run("test", folder) == (2, "", f"speechlint：{folder}：{message}\n")
