"""What a draft does to the process that checks it strikes that draft alone."""

from __future__ import annotations

import pickle
import sys
from typing import TYPE_CHECKING

import pytest
from typing_extensions import Self

from speechlint.checkers.numbering.gap import Gap
from speechlint.corpus import CorpusError, cluster, pool
from speechlint.corpus.drafts import Input
from speechlint.corpus.engines import engine
from speechlint.corpus.question import Settings
from speechlint.corpus.run import Output, run
from speechlint.corpus.worker import Checker
from speechlint.running import Overrides
from tests.corpus_command.drafts import rows

if TYPE_CHECKING:
    from pathlib import Path

BLANK = "今年安排XX个项目。"
# Before the process begins: drafts that hang it, kill it, or kill it once.
FAULTY = """
import os, time
from speechlint.corpus import worker
checked = worker.Checker.lines
def lines(self, item):
    print("what a checker prints goes nowhere")
    if item.id == "hang.txt":
        time.sleep(1000)
    if item.id == "fall.txt" or item.id == "once.txt" and not os.path.exists({once!r}):
        if item.id == "once.txt":
            open({once!r}, "x").close()
        os._exit(9)
    return checked(self, item)
worker.Checker.lines = lines
"""


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose drafts do harm."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    for name in ("1.txt", "fall.txt", "2.txt", "hang.txt", "once.txt", "3.txt"):
        (folder / name).write_text(BLANK, encoding="utf-8")
    first, _, last = pool._START.partition("from speechlint.corpus.worker")
    faults = FAULTY.format(once=str(tmp_path / "fallen"))
    start = f"{first}exec({faults!r}); from speechlint.corpus.worker{last}"
    monkeypatch.setattr(
        pool,
        "_START",
        start.replace("{", "{{").replace("}", "}}").replace("{{path!r}}", "{path!r}"),
    )
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_draft_hangs_and_one_kills(jobs: int, faulty: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    settings = Settings(Overrides(), timeout=3)
    tally = run(Input(str(faulty)), Output(str(output)), settings, engine("local", jobs))
    assert [(r["id"], r["status"], r["reason"]) for r in rows(output / "documents.jsonl")] == [
        ("1.txt", "checked", None),
        ("2.txt", "checked", None),
        ("3.txt", "checked", None),
        ("fall.txt", "failed", "crashed"),
        ("hang.txt", "failed", "timeout"),
        ("once.txt", "checked", None),
    ]
    assert [row["message"] for row in rows(output / "failures.jsonl")] == [
        "检查它的进程两次意外停了（内存不够？），没有检查",
        "检查了 3 秒还没完，没有检查；可用 --timeout 放宽",
    ]
    assert tally.statuses == {"checked": 4, "partial": 0, "skipped": 0, "failed": 2}


def test_workers_that_do_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_START", "raise SystemExit(3)")
    (tmp_path / "drafts").mkdir()
    input_, output = Input(str(tmp_path / "drafts")), Output(str(tmp_path / "out"))
    with pytest.raises(CorpusError, match="检查用的进程起不来（退出码 3）"):
        run(input_, output, Settings(Overrides()), engine("local", 1))


def test_workers_that_refuse(tmp_path: Path) -> None:
    config = tmp_path / "speechlint.toml"
    config.write_text("colour = 1")
    (tmp_path / "drafts").mkdir()
    input_, output = Input(str(tmp_path / "drafts")), Output(str(tmp_path / "out"))
    settings = Settings(Overrides(config=str(config)))
    with pytest.raises(CorpusError, match="没有设置项 colour"):
        run(input_, output, settings, engine("local", 1))


def test_a_rule_that_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "1.txt").write_text(BLANK + "（一）开头。（三）结尾。", encoding="utf-8")

    def fail(*_: object) -> object:
        raise ZeroDivisionError(BLANK)

    monkeypatch.setattr(Gap, "check_speech", fail)
    monkeypatch.setattr("speechlint.corpus.engines.Pool", InProcess)
    output = tmp_path / "out"
    tally = run(Input(str(drafts)), Output(str(output)), Settings(Overrides()), engine("local", 1))
    (row,) = rows(output / "failures.jsonl")
    assert row == rows(output / "documents.jsonl")[0]
    assert (row["status"], row["reason"]) == ("partial", "raised")
    assert row["message"].startswith("规则 numbering.gap 出错（ZeroDivisionError，test_pool.py:")
    assert BLANK not in row["message"]
    assert [d["rule"] for d in rows(output / "diagnostics.jsonl")] == ["placeholder.mask"]
    assert tally.statuses["partial"] == 1


class InProcess:
    """A pool that has no processes."""

    def __init__(self, settings: Settings, size: int) -> None:
        del size
        self._checker = Checker(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, batches: object) -> object:
        for batch in batches:  # type: ignore[attr-defined]
            yield from map(self._checker.lines, batch)


def test_a_node_that_would_find_something_else(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    settings = Settings(Overrides())
    asked = cluster._asked(str(drafts), settings)
    assert cluster._agreed(pickle.loads(pickle.dumps(asked))) == settings  # noqa: S301
    with pytest.raises(CorpusError, match="不是同一个版本"):
        cluster._agreed(asked._replace(program="other"))
    (tmp_path / "speechlint.toml").write_text('ignore = ["punct"]')
    with pytest.raises(CorpusError, match="配置、词表不一样"):
        cluster._agreed(asked)


def test_ray_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(CorpusError) as caught:
        engine("ray", 0)
    told = "--engine ray 要用 Ray，还没有安装：pip install 'speechlint[ray]'"
    assert str(caught.value) == told
