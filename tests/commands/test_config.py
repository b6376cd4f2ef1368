"""`speechlint config show`: which settings hold for a file, and who says so."""

import json
from pathlib import Path

import pytest

from speechlint import __version__
from speechlint.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def show(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    assert main(["config", "show", *options]) == 0
    return capsys.readouterr().out.splitlines()


def settings(lines: list[str]) -> dict[str, str]:
    """Return what stands after the name of each setting."""
    pairs = (line.split(" = ", 1) for line in lines if " = " in line)
    return {key.strip(): value for key, value in pairs}


def test_defaults(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    lines = show(capsys, "a.txt")
    assert lines[:2] == ["配置：没有配置文件，都用缺省值", f"相对路径从这里算起：{folder}"]
    assert settings(lines) == {
        "preset": '"default"  # 缺省',
        "select": '["all"]  # 缺省',
        "preview": "false  # 缺省",
    }
    assert lines[-1] == "基线：没有"


def test_files_and_command_line(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    base = folder.parent / "common" / "base.toml"
    base.parent.mkdir()
    (base.parent / "allow.txt").write_text("X政务\n", encoding="utf-8")
    base.write_text(
        'select = ["word"]\nignore = ["punct"]\nallow = "allow.txt"\n'
        '[severity]\n"scrape.wrap" = "off"\n"word.as-of" = "info"\n',
        encoding="utf-8",
    )
    own = folder / "speechlint.toml"
    own.write_text(
        'extend = "../common/base.toml"\npreset = "strict"\nignore = ["text"]\n'
        'allow = ["峰\\"峰"]\nexclude = ["旧/"]\n'
        '[severity]\n"scrape.wrap" = "info"\n'
        '[options."numbering.gap"]\nfirst = false\n',
        encoding="utf-8",
    )
    outside = "（在配置文件所在的文件夹之外）"
    lines = show(capsys, "旧/a.txt", "--select", "word,numbering", "--ignore", "word.as-of")
    assert lines[0] == f"配置：{own} ← {base}"
    assert f"文件夹之外：{base}、{base.parent / 'allow.txt'}" in lines
    assert [line for line in lines if " = " in line] == [
        f'extend           = "../common/base.toml"  # {own}{outside}',
        f'preset           = "strict"  # {own}',
        'select           = ["word", "numbering"]  # 命令行',
        f'ignore           = ["punct"]  # {base}',
        f'ignore           = ["text"]  # {own}',
        'ignore           = ["word.as-of"]  # 命令行',
        f'exclude          = ["旧/"]  # {own}',
        f'allow            = "allow.txt"  # {base}{outside}',
        f'allow            = ["峰\\"峰"]  # {own}',
        f'severity."scrape.wrap" = "info"  # {own}',
        f'severity."word.as-of" = "info"  # {base}',
        f'options."numbering.gap" = {{ first = false }}  # {own}',
        "preview          = true  # preset = strict",
    ]
    assert "这份稿子已被 exclude 排除，不检查" in lines
    off = next(line for line in lines if line.startswith("不用的规则："))
    assert "word.as-of" in off
    assert "numbering.gap" not in off


def test_preset_and_preview_of_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert settings(show(capsys, "a.txt", "--preset", "strict")) == {
        "preset": '"strict"  # 命令行',
        "select": '["all"]  # 缺省',
        "preview": "true  # 命令行",
    }
    assert settings(show(capsys, "a.txt", "--preview"))["preview"] == "true  # 命令行"


def test_the_users_own_file(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    own = folder.parent / "user" / "speechlint" / "speechlint.toml"
    own.parent.mkdir(parents=True)
    own.write_text("preview = true\n", encoding="utf-8")
    lines = show(capsys, "a.txt")
    assert lines[0] == f"配置：{own}（用户配置）"
    assert settings(lines)["preview"] == f"true  # {own}"


def test_the_baseline(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    file = folder / ".speechlint-baseline.json"
    file.write_text('{"version": 1, "entries": []}', encoding="utf-8")
    assert show(capsys, "a.txt")[-1] == f"基线：{file}"


def test_a_broken_configuration(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "speechlint.toml").write_text("\nslect = []\n", encoding="utf-8")
    assert main(["config", "show", "a.txt"]) == 2
    assert capsys.readouterr().err == (
        f"speechlint：{folder}/speechlint.toml：第 2 行：没有设置项 slect，是不是 select？\n"
    )


def test_what_reaches_outside_the_folder(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder.parent / "words.csv").write_text("误,正\n甲,乙\n", encoding="utf-8")
    (folder / "people.csv").write_text("姓名\n李国强\n", encoding="utf-8")
    (folder / "speechlint.toml").write_text(
        'words = "../words.csv"\nroster = "people.csv"\n', encoding="utf-8"
    )
    lines = show(capsys, ".")  # of a folder: what holds for the drafts in it
    assert f"文件夹之外：{folder.parent / 'words.csv'}" in lines
    assert settings(lines)["words"].endswith("（在配置文件所在的文件夹之外）")
    assert settings(lines)["roster"] == f'"people.csv"  # {folder}/speechlint.toml'


def test_for_programs(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    own = folder / "speechlint.toml"
    own.write_text('extend = "../base.toml"\nignore = ["punct"]\n', encoding="utf-8")
    base = folder.parent / "base.toml"
    base.write_text("preview = true\n", encoding="utf-8")
    table = json.loads("\n".join(show(capsys, "a.txt", "--output-format", "json")))
    rules = table.pop("rules")
    off = table.pop("off")
    assert "placeholder.mask" in rules
    assert {name.partition(".")[0] for name in off} >= {"punct"}
    assert table == {
        "version": 1,
        "tool": {"name": "speechlint", "version": __version__},
        "path": "a.txt",
        "files": [str(own), str(base)],
        "root": str(folder),
        "settings": [
            {"key": "extend", "value": "../base.toml", "source": str(own), "outside": [str(base)]},
            {"key": "preset", "value": "default", "source": "缺省", "outside": []},
            {"key": "select", "value": ["all"], "source": "缺省", "outside": []},
            {"key": "ignore", "value": ["punct"], "source": str(own), "outside": []},
            {"key": "preview", "value": True, "source": str(base), "outside": []},
        ],
        "outside": [str(base)],
        "excluded": False,
        "baseline": "",
    }
