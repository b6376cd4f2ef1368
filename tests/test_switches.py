"""Every switch that turns a rule off, by every way there is: off is off."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import speechlint
from speechlint import config as configs
from speechlint.api import Checking
from speechlint.cli import main

TEXT = "同志们：\n\n今天的会议很重要，甲甲要抓好，乙乙也要抓好，丙丙可以缓一缓。\n"
FOUND = ("house.error", "house.info", "house.warning")
PREVIEW = "house.trial"

RULE = """\
title = "{word}"
severity = "{severity}"
preview = {preview}
kind = "{kind}"
message = "{{match}}"
why = "…"
checker = "pattern"
options = {{ patterns = ["{word}"] }}
examples = [{{ bad = "⟦{word}⟧" }}, {{ good = "好" }}]
"""

Run = Callable[..., list[str]]


def write_pack(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text('title = "我们的"\nwhy = "…"\n', encoding="utf-8")
    for name, severity, word in (
        ("error", "error", "甲甲"),
        ("warning", "warning", "乙乙"),
        ("info", "info", "丙丙"),
        ("trial", "error", "今天"),
    ):
        kind = "word.typo" if name == "warning" else f"house.{name}"
        text = RULE.format(
            word=word, severity=severity, kind=kind, preview=str(name == "trial").lower()
        )
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "house")
    (tmp_path / "稿").mkdir()
    path = tmp_path / "稿" / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def run(draft: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Check the draft by configuration and command line, in every way that there is.

    All of them must find the same; return the rules that report.
    """

    def run(config: str = "", *options: str) -> list[str]:
        file = draft.parent.parent / "speechlint.toml"
        file.write_text(f'packs = ["house"]\n{config}', encoding="utf-8")
        found = []
        for paths in (["稿/a.txt"], ["稿"], [str(draft)]):
            main([*options, "--output-format", "json", *paths])
            out, err = capsys.readouterr()
            assert err == ""
            (report,) = json.loads(out)["files"]
            found.append([d["rule"] for d in report["diagnostics"]])
        if not options:
            found.append([d.rule for d in speechlint.lint_file(draft)])
            found.append([d.rule for d in Checking().lint_file(str(draft))])
            if "per-file-ignores" not in config:
                read = configs.read(str(file))
                found.append([d.rule for d in speechlint.lint(TEXT, read)])
        assert all(one == found[0] for one in found)
        return sorted(r for r in found[0] if r.startswith("house."))

    return run


def without(*names: str) -> list[str]:
    return [rule for rule in FOUND if rule not in names]


def test_all_are_on(run: Run) -> None:
    assert run() == list(FOUND)


@pytest.mark.parametrize(
    ("config", "options", "found"),
    [
        ('ignore = ["house.error"]', [], without("house.error")),
        ('ignore = ["word.typo"]', [], without("house.warning")),
        ('ignore = ["house"]', [], []),
        ('ignore = ["all"]', [], []),
        ('select = ["house.info"]', [], ["house.info"]),
        ('select = ["word.typo"]', [], ["house.warning"]),
        ('select = ["placeholder"]', [], []),
        ("select = []", [], []),
        ('select = ["house"]\nignore = ["house.error"]', [], without("house.error")),
        ('select = ["house.error"]\nignore = ["house"]', [], ["house.error"]),
        ('select = ["all", "house.error"]\nignore = ["house.error"]', [], without("house.error")),
        ('[severity]\n"house.error" = "off"', [], without("house.error")),
        ('select = ["house.error"]\n[severity]\n"house.error" = "off"', [], []),
        ('[per-file-ignores]\n"稿/*" = ["house.info"]', [], without("house.info")),
        ('[per-file-ignores]\n"别处/*" = ["house.info"]', [], list(FOUND)),
        ('preset = "quiet"', [], ["house.error"]),
        ('preset = "quiet"\n[severity]\n"house.info" = "error"', [], without("house.warning")),
        ('preset = "quiet"\n[severity]\n"house.error" = "info"', [], []),
        ('preset = "default"', [], list(FOUND)),
        ('preset = "strict"', [], sorted([*FOUND, PREVIEW])),
        ('preset = "strict"\npreview = false', [], list(FOUND)),
        ('preset = "strict"\n[severity]\n"house.trial" = "off"', [], list(FOUND)),
        ("preview = true", [], sorted([*FOUND, PREVIEW])),
        ('select = ["all", "house.trial"]', [], sorted([*FOUND, PREVIEW])),
        ('preview = true\nignore = ["house.trial"]', [], list(FOUND)),
        ('allow = ["甲甲要"]', [], without("house.error")),
        ("", ["--ignore", "house.error"], without("house.error")),
        ("", ["--ignore", "house.error,word.typo"], ["house.info"]),
        ("", ["--ignore", "house.error", "--ignore", "house.info"], ["house.warning"]),
        ("", ["--ignore", "house"], []),
        ("", ["--select", "house.info"], ["house.info"]),
        ("", ["--select", "house", "--ignore", "word.typo"], without("house.warning")),
        ("", ["--preset", "quiet"], ["house.error"]),
        ("", ["--preset", "strict"], sorted([*FOUND, PREVIEW])),
        ("", ["--preview"], sorted([*FOUND, PREVIEW])),
        ("", ["--severity", "warning"], without("house.info")),
        ('preset = "quiet"', ["--preset", "default"], list(FOUND)),
        ('ignore = ["house.error"]', ["--select", "house"], without("house.error")),
        ('[severity]\n"house.error" = "off"', ["--select", "house.error"], []),
        (
            '[severity]\n"house.error" = "off"',
            ["--preset", "strict"],
            sorted([*FOUND[1:], PREVIEW]),
        ),
    ],
)
def test_switch(run: Run, config: str, options: list[str], found: list[str]) -> None:
    assert run(config, *options) == found


def test_an_excluded_file_is_not_checked(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("speechlint.toml").write_text('packs = ["house"]\nexclude = ["稿/"]\n', encoding="utf-8")
    for path in (str(draft), "稿", "稿/a.txt"):
        assert main(["--output-format", "json", path]) == 0
        assert json.loads(capsys.readouterr().out)["files"] == []


def test_what_is_off_is_not_in_a_baseline(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("speechlint.toml").write_text(
        'packs = ["house"]\nselect = ["house"]\n[severity]\n"house.error" = "off"\n',
        encoding="utf-8",
    )
    assert main(["baseline", "write"]) == 0
    entries = json.loads(Path(".speechlint-baseline.json").read_text("utf-8"))["entries"]
    assert [e["rule"] for e in entries] == ["house.info", "house.warning"]
    assert main([str(draft)]) == 0
    capsys.readouterr()


def test_a_config_made_in_python_switches_the_same(draft: Path) -> None:
    pack = os.path.join(draft.parent.parent, "house")
    base = configs.Config(packs=(pack,), select=("house",))
    for config, found in (
        (base, FOUND),
        (base._replace(ignore=("house.info",)), FOUND[::2]),
        (base._replace(severity={"house.info": "off"}), FOUND[::2]),
        (base._replace(preset="quiet"), FOUND[:1]),
        (base._replace(allow=("甲甲", "乙乙")), FOUND[1:2]),
    ):
        assert sorted(d.rule for d in speechlint.lint(TEXT, config)) == list(found)
        assert sorted(d.rule for d in speechlint.lint_file(draft, config)) == list(found)
