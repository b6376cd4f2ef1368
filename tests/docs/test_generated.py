"""What the pages of the site are made from."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from generated import commands, drawings, measured, options, readme, rules, running, settings

from speechlint import checkers, packs, selftest
from speechlint.cli import COMMANDS
from speechlint.settings import KEYS, Layer, check
from speechlint.toml import loads

PAGES = Path(__file__).parent.parent.parent / "docs/pages"


def blocks(page: str) -> list[tuple[str, str]]:
    """Return title and text of the TOML in a page."""
    text = (PAGES / page).read_text("utf-8")
    return re.findall(r'(?ms)^```toml(?: title="(.*?)")?\n(.*?)^```$', text)


def test_every_option_of_every_checker_is_explained() -> None:
    used = {rule.checker for rule in packs.load_packs(packs.builtin())}
    fields = {(name, option) for name in used for option in checkers.load(name).__annotations__}
    told = {(name, option) for name, given in options.OF_CHECKER.items() for option in given}

    assert all(options.meaning(*field) for field in fields)
    assert told <= fields
    assert set(options.MEANINGS) <= {option for _, option in fields}
    with pytest.raises(KeyError):
        options.meaning("blanks", "zzz")


def test_every_setting_is_explained() -> None:
    found = settings.explained()
    assert set(found) == set(KEYS)
    for key, (said, example) in found.items():
        assert said
        assert key in loads(example)
        check(Layer("speechlint.toml", loads(example)))


def test_a_settings_page_says_how_layers_add_up() -> None:
    ((_, page),) = settings.pages()
    parts = dict(re.findall(r"(?ms)^### `([a-z-]+)`(.*?)(?=^### |\Z)", page))
    assert "加在一起" in parts["ignore"]
    assert "逐项合并" in parts["options"]
    assert "以自己的为准" in parts["preview"]
    assert "缺省是 `false`。" in parts["preview"]
    assert '缺省是 `["all"]`。' in parts["select"]
    assert "缺省是空的。" in parts["words"]


def test_every_command_shows_its_help() -> None:
    ((_, page),) = commands.pages()
    for name in COMMANDS:
        assert f"\n用法：speechlint {name}" in page


def test_a_rule_page_has_options_fixes_and_message() -> None:
    pages = dict(rules.pages())
    page = pages["rules/numbering.gap.md"]
    assert page.startswith("# 序号缺号 <small>`numbering.gap`</small>\n")
    assert (
        "| `first` | 不从一开始的也报告；`false` 表示可以从任何数开始 | true 或 false | `true` |"
        in page
    )
    assert "能改正，改了须核对：`--unsafe-fixes`" in page
    assert "\n> “二、”之后应为“三、”，这里是“四、”\n" in page
    assert "| [`word.typo`](word.typo.md) | " in pages["rules/index.md"]
    assert "| 试行 |" in pages["rules/index.md"]
    assert "| 要数据表 |" in pages["rules/index.md"]


def test_a_section_of_the_readme() -> None:
    whole = readme.section("使用")
    head = readme.section("使用", deep=False)
    below = readme.section("使用", "修复")

    assert whole.startswith(head)
    assert "### 修复" in whole
    assert "###" not in head
    assert below in whole
    assert below.startswith("```sh\nspeechlint --diff")
    with pytest.raises(readme.MissingError):
        readme.section("没有这一节")


def test_links_of_the_readme_lead_into_the_site() -> None:
    text = readme.filled("<!-- README: 自己的规则 -->", "reference/a.md")
    assert "(../pack.md)" in text
    assert "(../rules/index.md)" in text


def test_a_run_shows_draft_and_output() -> None:
    text = running.filled("甲\n\n<!-- RUN speechlint --quiet a.txt\n今年安排XX个项目。\n-->\n")
    assert text == (
        '甲\n\n```text title="a.txt"\n今年安排XX个项目。\n```\n\n'
        '```text title="speechlint --quiet a.txt"\n'
        "a.txt:1:5: 错误 placeholder.mask “XX个”里的占位符还没有换成实际内容\n```\n"
    )
    assert "今年" not in running.filled("<!-- RUN ONLY speechlint --quiet a.txt\n今年XX个。\n-->")


def test_a_drawing_has_the_ends_that_the_program_reads() -> None:
    assert drawings.ends("1.47亿元") == (Fraction(146_500_000), Fraction(147_500_000))
    assert drawings.ends("超过1.5亿元") == (Fraction(150_000_000), None)
    svg = drawings.filled("<!-- DRAW sum -->")
    assert svg.startswith('<figure class="line"><svg ')
    assert "不符" in svg


def test_measurements_are_those_of_the_tests() -> None:
    text = measured.filled("<!-- LABELS -->\n\n<!-- FIGURES -->")
    assert "| 空白 `placeholder` | 1.00 | 1.00 |" in text
    assert re.search(r"数字错的 \d+ 句，查出 \d+ 句", text)


@pytest.mark.parametrize("page", ["tables.md"])
def test_configurations_in_pages_are_right(page: str) -> None:
    for title, text in blocks(page):
        if title in ("", "speechlint.toml"):
            check(Layer(page, loads(text)))


def test_the_pack_of_the_page_works(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    for title, text in blocks("pack.md"):
        if title.startswith("office/"):
            (tmp_path / title).write_text(text, encoding="utf-8")
    (rule,) = packs.load_pack(str(folder), examples=True)

    assert rule.id == "office.grand-words"
    assert [list(selftest.failures(rule, e)) for e in rule.examples] == [[], []]
