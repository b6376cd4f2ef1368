"""Broken rule files → the message, word for word."""

from pathlib import Path
from typing import Any

import pytest

from speechlint import packs
from speechlint.diagnostic import Severity
from speechlint.errors import PackError
from speechlint.linter import Linter
from speechlint.packs import Example
from speechlint.sources import document
from speechlint.text import Span

RULE = """\
title    = "套话"
message  = "“{match}”可以不说"
why      = "空话。"
checker  = "pattern"
options  = { patterns = ["众所周知"] }
"""
EXAMPLES = """
[[examples]]
bad = "⟦众所周知⟧，今年不易。"

[[examples]]
good = "今年不易。"
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "pack.toml").write_text('title = "本单位"\nwhy = "试"\n', encoding="utf-8")
    return folder


def write(pack: Path, text: str, name: str = "cant.toml") -> Path:
    path = pack / name
    path.write_text(text, encoding="utf-8")
    return path


def message_of(path: Path, *, examples: bool = True) -> str:
    """Return the message without the path that it begins with."""
    with pytest.raises(PackError) as caught:
        packs.load_rule(str(path), examples=examples)
    assert str(caught.value).startswith(f"{path}：")
    return str(caught.value)[len(f"{path}：") :]


class TestLoadRule:
    def test_id_and_kind_are_the_path(self, pack: Path) -> None:
        rule = packs.load_rule(str(write(pack, RULE + EXAMPLES, "long-word.toml")))

        assert (rule.id, rule.kind, rule.family) == ("house.long-word", "house.long-word", "house")

    def test_the_folder_may_be_named_relatively(
        self, pack: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(pack, RULE + EXAMPLES)
        monkeypatch.chdir(pack)

        assert [rule.id for rule in packs.load_pack(".")] == ["house.cant"]

    def test_optional_keys(self, pack: Path) -> None:
        more = 'severity = "info"\nkind = "word.spun"\npreview = true\nsince = "0.1"\n'
        more += 'aliases = ["house.old"]\nsources = ["书"]\nwhen = ["众"]\n'
        rule = packs.load_rule(str(write(pack, more + RULE + EXAMPLES)))

        assert rule.severity is Severity.INFO
        assert (rule.kind, rule.preview, rule.since) == ("word.spun", True, "0.1")
        assert (rule.aliases, rule.sources, rule.when) == (("house.old",), ("书",), ("众",))

    def test_warning_is_the_default(self, pack: Path) -> None:
        assert packs.load_rule(str(write(pack, RULE))).severity is Severity.WARNING

    def test_examples_are_read_only_when_asked_for(self, pack: Path) -> None:
        path = str(write(pack, RULE + EXAMPLES))

        assert packs.load_rule(path).examples == ()
        assert packs.load_rule(path, examples=True).examples == (
            Example("众所周知，今年不易。", (Span(0, 4),)),
            Example("今年不易。"),
        )

    def test_an_example_may_say_what_the_text_becomes_and_who_else_marks_it(
        self, pack: Path
    ) -> None:
        extra = '\n[[examples]]\nbad = "⟦甲⟧乙⟦甲⟧"\nfixed = ""\nalso = ["a.b"]\nmarkdown = true\n'
        rule = packs.load_rule(str(write(pack, RULE + extra)), examples=True)

        assert rule.examples == (
            Example("甲乙甲", (Span(0, 1), Span(2, 3)), "", ("a.b",), markdown=True),
        )

    def test_a_byte_order_mark_does_no_harm(self, pack: Path) -> None:
        path = pack / "cant.toml"
        path.write_text(RULE + EXAMPLES, encoding="utf-8-sig")

        assert packs.load_rule(str(path), examples=True).title == "套话"


KEYS: list[Any] = [
    ("titel = 'a'\n" + RULE, "没有键 titel，是不是 title？"),
    ("zzz = 1\n" + RULE, "没有键 zzz"),
    (RULE.replace('title    = "套话"\n', ""), "缺少键 title"),
    (RULE.replace('message  = "“{match}”可以不说"\n', ""), "缺少键 message"),
    (RULE.replace('why      = "空话。"\n', ""), "缺少键 why"),
    (RULE.replace('checker  = "pattern"\n', ""), "缺少键 checker"),
    (RULE.replace('"套话"', "3"), "title 应是字符串"),
    ("options = 1\n" + RULE.replace("options ", "#"), "options 应是表"),
    ("preview = 1\n" + RULE, "preview 应是 true 或 false"),
    ('when = "众"\n' + RULE, "when 应是字符串数组"),
    ('sources = ["书", 1]\n' + RULE, "sources 应是字符串数组"),
    (
        'severity = "eror"\n' + RULE,
        "severity 应是 error、warning、info 之一，是不是 error？",
    ),
    (
        "options = (\n",
        "第 1 行第 11 列不合 TOML 的写法：值写得不对，字符串要用英文引号括起来",
    ),
    ("title = “套话”\n", "第 1 行第 9 列不合 TOML 的写法：值写得不对，字符串要用英文引号括起来"),
]


@pytest.mark.parametrize(("text", "message"), KEYS, ids=[m for _, m in KEYS])
@pytest.mark.parametrize("examples", [True, False], ids=["whole", "head"])
def test_a_wrong_key_is_named(pack: Path, text: str, message: str, *, examples: bool) -> None:
    assert message_of(write(pack, text + EXAMPLES), examples=examples) == message


EXAMPLE_FAULTS: list[Any] = [
    ("", "缺少键 examples"),
    ("examples = []", "缺少键 examples"),
    ("examples = 3", "examples 应是数组，写作 [[examples]]"),
    ('examples = ["甲"]', "第 1 个例子应有 good，或 bad（可加 fixed、also、markdown、options）"),
    (
        '[[examples]]\nfixed = "甲"',
        "第 1 个例子应有 good，或 bad（可加 fixed、also、markdown、options）",
    ),
    (
        '[[examples]]\ngood = "甲"\n[[examples]]\ngood = "甲"\nfixed = "乙"',
        "第 2 个例子应有 good，或 bad（可加 fixed、also、markdown、options）",
    ),
    (
        '[[examples]]\ngood = "甲"\nbad = "⟦乙⟧"',
        "第 1 个例子应有 good，或 bad（可加 fixed、also、markdown、options）",
    ),
    ("[[examples]]\ngood = 3", "第 1 个例子的 good 应是字符串"),
    ('[[examples]]\nbad = "⟦甲⟧"\nalso = "a.b"', "第 1 个例子的 also 应是字符串数组"),
    ('[[examples]]\nbad = "⟦甲⟧"\nmarkdown = "是"', "第 1 个例子的 markdown 应是 true 或 false"),
    ('[[examples]]\nbad = "甲"', "第 1 个例子没有用成对的 ⟦ ⟧ 标出应报告的文字"),
    ('[[examples]]\nbad = "⟦甲⟧乙⟧"', "第 1 个例子没有用成对的 ⟦ ⟧ 标出应报告的文字"),
    ('[[examples]]\nbad = "甲⟦⟧"', "第 1 个例子的 ⟦ ⟧ 里没有文字"),
    # A check stops reading where the examples begin, and would not see what follows.
    (EXAMPLES + '\n[options]\npatterns = ["甲"]', "examples 要放在文件的最后"),
    ('examples = [{ good = "甲" }]\nseverity = "info"', "examples 要放在文件的最后"),
]


@pytest.mark.parametrize(("text", "message"), EXAMPLE_FAULTS)
def test_a_wrong_example_is_numbered(pack: Path, text: str, message: str) -> None:
    rule = RULE.replace("options ", "#") if "[options]" in text else RULE

    assert message_of(write(pack, rule + text)) == message


def test_examples_cut_off_inside_a_string_are_told(pack: Path) -> None:
    text = RULE.replace('"空话。"', '"""\nexamples = 没有\n"""') + EXAMPLES

    assert message_of(write(pack, text)) == "examples 要放在文件的最后"


class TestNames:
    @pytest.mark.parametrize("name", ["Cant.toml", "long_word.toml", "no-2.toml", "套话.toml"])
    def test_only_small_letters_and_hyphens(self, pack: Path, name: str) -> None:
        assert (
            message_of(write(pack, RULE, name))
            == "文件夹和文件名只能用小写字母和连字符（如 figure/sum.toml）"
        )

    def test_hidden_files_are_no_rules(self, pack: Path) -> None:
        write(pack, "(", ".cant.toml")

        assert list(packs.load_pack(str(pack))) == []


class TestFiles:
    def test_no_such_file(self, pack: Path) -> None:
        assert message_of(pack / "none.toml") == "读不到（没有这个文件或文件夹）"

    def test_not_utf_8(self, pack: Path) -> None:
        path = pack / "cant.toml"
        path.write_bytes(RULE.encode("gbk"))

        assert message_of(path) == "应是 UTF-8 编码，请另存为 UTF-8"

    def test_rules_come_in_the_order_of_their_ids(self, pack: Path) -> None:
        write(pack, RULE, "b.toml")
        write(pack, RULE, "a.toml")
        (pack.parent / "notes").mkdir()  # no pack.toml, no pack

        assert [r.id for r in packs.load_packs(str(pack.parent))] == ["house.a", "house.b"]

    @pytest.mark.parametrize("text", ['title = "甲"\n', 'title = "甲"\nwhy = 3\n'])
    def test_a_pack_says_why(self, pack: Path, text: str) -> None:
        file = write(pack, text, "pack.toml")

        with pytest.raises(PackError) as caught:
            packs.load_title(str(pack))
        assert str(caught.value) == f"{file}：缺少键 why，或它不是字符串"


class TestTables:
    def rule(self, pack: Path, table: str) -> Any:
        write(pack, table, "words.tsv")
        text = RULE.replace("pattern", "substitution", 1)
        text = text.replace('{ patterns = ["众所周知"] }', '{ words = "file:words.tsv" }')
        return packs.load_rule(str(write(pack, text)))

    def test_two_columns_are_a_table_of_strings(self, pack: Path) -> None:
        rule = self.rule(pack, "# 词\t改为\n甲\t乙\r\n\n丙\t\n")

        assert packs.options_of(rule) == {"words": {"甲": "乙", "丙": ""}}

    def test_one_column_is_a_list(self, pack: Path) -> None:
        assert packs.options_of(self.rule(pack, "甲\n乙\n")) == {"words": ["甲", "乙"]}

    def test_a_row_without_its_second_column_is_named(self, pack: Path) -> None:
        rule = self.rule(pack, "甲\t乙\n丙\n")

        with pytest.raises(PackError) as caught:
            packs.options_of(rule)
        assert str(caught.value) == f"{pack / 'words.tsv'}：“丙”后面少了第二列（用制表符隔开）"

    def test_no_such_table(self, pack: Path) -> None:
        rule = self.rule(pack, "甲\n")
        (pack / "words.tsv").unlink()

        with pytest.raises(PackError) as caught:
            packs.options_of(rule)
        assert str(caught.value) == f"{pack / 'words.tsv'}：读不到（没有这个文件或文件夹）"


class TestChecker:
    """What can be said of a rule only when its checker is built or run."""

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ('"pattern"', '"patern"', "没有检查器 patern，是不是 pattern？"),
            ('"pattern"', '"numbering"', "没有检查器 numbering，是不是 numbering.gap？"),
            ('"pattern"', '"甲 乙"', "没有检查器 甲 乙"),
            ("patterns =", "patern =", "没有选项 patern，是不是 patterns？"),
            ('["众所周知"]', '"众所周知"', "选项 patterns 应是字符串数组"),
            ('{ patterns = ["众所周知"] }', "{}", "缺少选项 patterns"),
        ],
    )
    def test_a_wrong_checker_or_option_is_named(
        self, pack: Path, old: str, new: str, message: str
    ) -> None:
        path = write(pack, RULE.replace(old, new))
        linter = Linter([packs.load_rule(str(path))])

        with pytest.raises(PackError) as caught:
            linter.lint(document("众所周知。"))
        assert str(caught.value) == f"{path}：{message}"

    @pytest.mark.parametrize(
        ("message", "fault"),
        [
            ("{foo}可以不说", "message 里的 {foo} 检查器没有给出，可用的：match"),
            ("{}可以不说", "message 里的花括号不对，文字里的要写成 {{ }}"),
            ("{可以不说", "message 里的花括号不对，文字里的要写成 {{ }}"),
            ("{match.x}", "message 里的花括号不对，文字里的要写成 {{ }}"),
        ],
    )
    def test_a_message_asks_only_for_what_the_checker_gives(
        self, pack: Path, message: str, fault: str
    ) -> None:
        path = write(pack, RULE.replace("“{match}”可以不说", message))
        linter = Linter([packs.load_rule(str(path))])

        with pytest.raises(PackError) as caught:
            linter.lint(document("众所周知。"))
        assert str(caught.value) == f"{path}：{fault}"


class TestMarks:
    def test_unmark_and_mark_are_inverse(self) -> None:
        marked = "甲⟦乙\n⟧丙⟦丁⟧"
        text, spans = packs.unmark(marked)

        assert (text, spans) == ("甲乙\n丙丁", (Span(1, 3), Span(4, 5)))
        assert packs.mark(text, spans) == marked
