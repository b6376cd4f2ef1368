"""`speechlint baseline`, and a check beside a baseline."""

import json
from pathlib import Path

import pytest

from speechlint.cli import main

BASELINE = Path(".speechlint-baseline.json")
RULE = """\
title = "甲甲"
severity = "error"
message = "{match}"
why = "…"
checker = "pattern"
options = { patterns = ["甲甲|乙乙"] }
examples = [{ bad = "⟦甲甲⟧" }, { good = "好" }]
"""


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a rule of its own and two drafts."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/pack.toml").write_text('title = "我们的"\nwhy = "…"\n', encoding="utf-8")
    Path("house/word.toml").write_text(RULE, encoding="utf-8")
    Path("speechlint.toml").write_text('packs = ["house"]\nselect = ["house"]\n', encoding="utf-8")
    Path("稿").mkdir()
    Path("稿/一.txt").write_text("同志们：\n\n今年要抓好甲甲。\n明年要抓好乙乙。\n", "utf-8")
    Path("稿/二.txt").write_text("同志们：\n\n会议研究了甲甲。\n", "utf-8")


def entries() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(BASELINE.read_text("utf-8"))["entries"]
    return found


def paths() -> list[object]:
    return [entry["path"] for entry in entries()]


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_write_then_only_what_is_new_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["稿"]) == 1
    assert main(["baseline", "write"]) == 0
    assert out(capsys).endswith(f"{BASELINE.absolute()}：记下 2 份稿子里的 3 处\n")
    assert paths() == ["稿/一.txt", "稿/一.txt", "稿/二.txt"]
    assert main(["-q", "稿"]) == 0
    assert out(capsys) == ""
    draft = Path("稿/二.txt")
    draft.write_text("同志们：\n\n又说到乙乙。\n\n会议研究了甲甲。\n", "utf-8")
    assert main(["-q", "稿"]) == 1
    assert out(capsys) == "稿/二.txt:3:4: 错误 house.word 乙乙\n"


def test_no_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "write"])
    assert main(["--no-baseline", "稿"]) == 1
    assert "错误 3 处" in out(capsys)


def test_what_was_mended_is_named_after_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "write"])
    Path("稿/一.txt").write_text("同志们：\n\n今年要抓好。\n", "utf-8")
    capsys.readouterr()
    assert main(["稿"]) == 0
    assert capsys.readouterr().err == (
        "稿/一.txt：基线里的 house.word 有 2 处稿子里已经没有；用 speechlint baseline prune 清理\n"
    )
    assert main(["-q", "稿"]) == 0
    assert capsys.readouterr().err == ""


def test_a_rule_that_is_not_run_leaves_its_entries_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["baseline", "write"])
    before = BASELINE.read_bytes()
    capsys.readouterr()
    assert main(["--select", "numbering", "稿"]) == 0
    assert capsys.readouterr().err == ""
    for action in ("write", "prune"):
        assert main(["baseline", action, "--select", "numbering"]) == 0
        assert BASELINE.read_bytes() == before


def test_prune(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "write"])
    Path("稿/一.txt").write_text("明年要抓好乙乙。\n", "utf-8")
    Path("稿/二.txt").unlink()
    capsys.readouterr()
    assert main(["baseline", "prune", "稿/一.txt"]) == 0
    assert out(capsys) == f"{BASELINE.absolute()}：去掉 1 处，还有 2 处\n"
    assert paths() == ["稿/一.txt", "稿/二.txt"]
    assert main(["baseline", "prune"]) == 0
    assert paths() == ["稿/一.txt"]
    before = BASELINE.stat().st_mtime_ns
    assert main(["baseline", "prune"]) == 0
    assert BASELINE.stat().st_mtime_ns == before


def test_prune_counts_equal_places_down() -> None:
    Path("稿/一.txt").write_text("抓好甲甲。\n" * 3, "utf-8")
    main(["baseline", "write", "稿/一.txt"])
    assert [e["count"] for e in entries()] == [3]
    Path("稿/一.txt").write_text("抓好甲甲。\n" * 2, "utf-8")
    main(["baseline", "prune"])
    assert [e["count"] for e in entries()] == [2]


def test_prune_drops_rules_that_there_are_not() -> None:
    main(["baseline", "write", "稿/二.txt"])
    text = BASELINE.read_text("utf-8")
    BASELINE.write_text(text.replace("house.word", "house.gone"), "utf-8")
    main(["baseline", "prune"])
    assert entries() == []


def test_write_leaves_other_drafts_alone() -> None:
    main(["baseline", "write", "稿/一.txt"])
    main(["baseline", "write", "稿/二.txt"])
    assert paths() == ["稿/一.txt", "稿/一.txt", "稿/二.txt"]
    Path("稿/一.txt").write_text("今年要抓好甲甲。\n", "utf-8")
    main(["baseline", "write", "稿/一.txt"])
    assert paths() == ["稿/一.txt", "稿/二.txt"]


def test_nothing_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("一", "二"):
        Path(f"稿/{name}.txt").write_text("抓好落实。\n", "utf-8")
    assert main(["baseline", "write"]) == 0
    assert out(capsys) == "2 份稿子里没有要记的，没有写基线\n"
    assert not BASELINE.exists()


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "show"]) == 0
    assert out(capsys) == f"{BASELINE.absolute()}：0 处（没有基线）\n"
    main(["baseline", "write"])
    Path("稿/一.txt").write_text("开场白。\n\n今年要抓好甲甲。\n", "utf-8")
    Path("稿/二.txt").unlink()
    capsys.readouterr()
    assert main(["baseline", "show"]) == 0
    first, *rest = out(capsys).splitlines()
    assert first == f"{BASELINE.absolute()}：3 处"
    assert sorted(rest) == [
        "稿/一.txt:3:6: house.word 甲甲",
        "稿/一.txt：house.word 1 处，稿子里已经没有",
        "稿/二.txt：house.word 1 处，没有检查到",
    ]


def test_a_draft_that_cannot_be_read_keeps_its_entries(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["baseline", "write"])
    Path("稿/一.txt").write_bytes(b"\0\0")
    capsys.readouterr()
    assert main(["baseline", "write"]) == 2
    assert capsys.readouterr().err.startswith("./稿/一.txt：像是二进制文件")
    assert paths() == ["稿/一.txt", "稿/一.txt", "稿/二.txt"]


def test_a_broken_baseline_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    BASELINE.write_text('{"version": 1, "entries": [\n{"path": 1}\n]}', "utf-8")
    where = f"{BASELINE.absolute()}：第 2 行：缺少 path，或它不是字符串；"
    assert main(["稿/一.txt"]) == 2
    assert f"稿/一.txt：{where}" in capsys.readouterr().err
    assert main(["baseline", "write"]) == 2
    assert capsys.readouterr().err.startswith(f"speechlint：{where}")


def test_each_configuration_has_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path("别处").mkdir()
    Path("别处/speechlint.toml").write_text(
        'packs = ["../house"]\nselect = ["house"]\n', encoding="utf-8"
    )
    Path("别处/三.txt").write_text("抓好甲甲。\n", "utf-8")
    assert main(["baseline", "write"]) == 0
    assert len(out(capsys).splitlines()) == 2
    assert paths() == ["稿/一.txt", "稿/一.txt", "稿/二.txt"]
    other = json.loads(Path("别处/.speechlint-baseline.json").read_text("utf-8"))
    assert [e["path"] for e in other["entries"]] == ["三.txt"]


def test_without_a_configuration_it_lies_in_the_current_folder(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("speechlint.toml").unlink()
    Path("稿/一.txt").write_text("一、甲。\n三、乙。\n四、丙。\n", "utf-8")
    assert main(["baseline", "write", "--select", "numbering.gap", "稿/一.txt"]) == 0
    assert paths() == ["稿/一.txt"]
    assert main(["--select", "numbering.gap", "稿/一.txt"]) == 0
    capsys.readouterr()


def test_standard_input_under_a_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    main(["baseline", "write"])
    for name, code in (("稿/二.txt", 0), ("稿/三.txt", 1)):
        stream = io.TextIOWrapper(io.BytesIO("会议研究了甲甲。".encode()))
        monkeypatch.setattr(sys, "stdin", stream)
        assert main(["--stdin-filename", name, "-"]) == code
    capsys.readouterr()
