from pathlib import Path

import pytest

from speechlint import config
from speechlint.errors import ConfigError
from speechlint.server.configuring import add, allow
from speechlint.toml import loads

WRITTEN = """\
# 本单位的约定
select = ["all"]   # 全部

# 不用的规则
ignore = [
    "scrape.foreign",  # 外文多
    "punct.width",
]

[severity]
"scrape.wrap" = "info"
"""


def test_comments_order_and_layout_stay(tmp_path: Path) -> None:
    file = tmp_path / "speechlint.toml"
    file.write_text(WRITTEN, "utf-8")
    add(str(file), "ignore", "word.as-of")
    added = file.read_text("utf-8")
    assert added == WRITTEN.replace(
        '    "punct.width",\n', '    "punct.width",\n    "word.as-of",\n'
    )
    add(str(file), "ignore", "word.as-of")
    assert file.read_text("utf-8") == added
    add(str(file), "allow", "X政务")
    assert loads(file.read_text("utf-8")) == {
        **loads(added),
        "allow": ["X政务"],
    }
    assert [line for line in added.split("\n") if line not in file.read_text("utf-8")] == []


def test_line_ends_stay(tmp_path: Path) -> None:
    file = tmp_path / "speechlint.toml"
    file.write_bytes("# 约定\r\nignore = []\r\n".encode())
    add(str(file), "ignore", "word")
    assert file.read_bytes() == '# 约定\r\nignore = ["word"]\r\n'.encode()


def test_in_a_pyproject(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "x"\n\n[tool.speechlint]\n# 约定\npreview = true\n', "utf-8")
    add(str(file), "ignore", "word")
    assert loads(file.read_text("utf-8")) == {
        "project": {"name": "x"},
        "tool": {"speechlint": {"preview": True, "ignore": ["word"]}},
    }
    assert "# 约定" in file.read_text("utf-8")


def test_a_new_file(tmp_path: Path) -> None:
    file = tmp_path / "speechlint.toml"
    add(str(file), "allow", 'X"\\政务')
    assert config.read(str(file)).allow == ('X"\\政务',)


def test_an_allow_list_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_text('allow = "词.txt"\n', "utf-8")
    words = tmp_path / "词.txt"
    words.write_text("峰峰", "gb18030")
    read = config.read(str(tmp_path / "speechlint.toml"))
    assert allow(read, read.file, "X政务") == str(words)
    assert words.read_text("gb18030") == "峰峰\nX政务\n"


@pytest.mark.parametrize("source", ["ignore = [", 'ignore = "word"\n'])
def test_what_cannot_be_changed_is_left_and_told(tmp_path: Path, source: str) -> None:
    file = tmp_path / "speechlint.toml"
    file.write_text(source, "utf-8")
    with pytest.raises(ConfigError, match="speechlint"):
        add(str(file), "ignore", "numbering")
    assert file.read_text("utf-8") == source
