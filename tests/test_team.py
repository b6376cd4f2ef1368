"""The walk-through of the README: shared words and baseline, two drafts, one hook."""

from pathlib import Path

import pytest

from speechlint.cli import main

HOOK = ["drafts/opening.txt", "drafts/report.md"]  # pre-commit names the files


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    folder = tmp_path / "office"
    for name, text in {
        "common/words.csv": "误,正,说明\n江洲,江州,以地名志为准\n",
        "common/people.csv": "姓名,职务,次序\n李国强,市委书记,1\n王建国,市长,2\n",
        "common/facts.csv": (
            "指标,别名,时期,数值,单位\n一般公共预算收入,财政收入,2024年,186.53,亿元\n"
        ),
        "speechlint.toml": (
            'words = "common/words.csv"\nroster = "common/people.csv"\nfacts = "common/facts.csv"\n'
            'select = ["word", "figure.fact"]\n'
        ),
        "drafts/opening.txt": "同志们：\n\n江洲的发展进入新阶段。\n\n请市长李国强同志讲话。\n",
        "drafts/report.md": "# 报告\n\n一年来，江洲的面貌焕然一新。\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_from_the_first_list_to_the_second_office(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["-q", "drafts"]) == 1
    assert [line.split()[2] for line in lines(capsys)] == ["word.house", "word.title", "word.house"]
    assert main(["baseline", "write", "drafts"]) == 0
    assert main(HOOK) == 0  # quiet for everybody

    opening = Path("drafts/opening.txt")
    opening.write_text(
        "同志们：\n\n请市长李国强同志讲话。\n\n江洲的发展进入新阶段。\n\n明天的江洲更美好。\n",
        "utf-8",
    )
    capsys.readouterr()
    assert main(["-q", *HOOK]) == 1  # what was moved is not new
    assert lines(capsys) == [
        "drafts/opening.txt:7:4: 警告 word.house “江洲”应为“江州”：以地名志为准 [可修复，须核对]"
    ]

    opening.write_text("同志们：\n\n江洲的发展进入新阶段。\n", "utf-8")
    assert main(HOOK) == 0
    assert "word.title 有 1 处稿子里已经没有" in capsys.readouterr().err
    assert main(["baseline", "prune"]) == 0
    assert main(HOOK) == 0
    assert capsys.readouterr().err == ""

    report = Path("drafts/report.md")
    report.write_text("# 报告\n\n2024年，全市财政收入完成168.5亿元。\n", "utf-8")
    assert main(["-q", *HOOK]) == 1
    assert lines(capsys) == [
        (
            "drafts/report.md:3:15: 错误 figure.fact “财政收入168.5亿元”与数据表不合："
            "facts.csv 第 2 行，一般公共预算收入是186.53亿元 [可修复，须核对]"
        )
    ]

    other = Path("../other")
    other.mkdir()
    (other / "speechlint.toml").write_text('extend = "../office/speechlint.toml"\n', "utf-8")
    (other / "a.txt").write_text("请江洲的同志发言。", "utf-8")
    monkeypatch.chdir(other)
    assert main(["-q", "a.txt"]) == 1
    assert lines(capsys) == [
        "a.txt:1:2: 警告 word.house “江洲”应为“江州”：以地名志为准 [可修复，须核对]"
    ]
