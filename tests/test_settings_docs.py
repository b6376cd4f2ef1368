"""What the READMEs and `speechlint init` say of the configuration is true."""

import re
from pathlib import Path

import pytest

from speechlint.commands.init import TEMPLATE
from speechlint.settings import KEYS, Layer, check
from speechlint.toml import loads

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_setting_is_shown_and_right(name: str) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    tables = [loads(block) for block in blocks]
    for table in tables:
        check(Layer(name, table))
    assert {key for table in tables for key in table} == set(KEYS)


def test_the_template_with_every_line_on() -> None:
    lines = re.sub(r'(?m)^# (?=\[|"?[a-z-]+(?:\.[a-z-]+|/\*)?"? = |"模板)', "", TEMPLATE)
    table = loads(lines)
    check(Layer("speechlint.toml", table))
    assert set(table) == set(KEYS)
    assert loads(TEMPLATE) == {}
