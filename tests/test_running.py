import signal
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from speechlint import processes
from speechlint.config import Config
from speechlint.failing import Failure
from speechlint.processes import run_all
from speechlint.running import Job, Outcome, Overrides, Runner

BAD = "截止目前，全市开工项目二十个。\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(BAD, encoding="utf-8")
    return "a.txt"


def rules(outcome: Outcome) -> list[str]:
    assert outcome.checked
    return [d.rule for d in outcome.checked.diagnostics]


class TestOverrides:
    FILE = Config(select=("word",), ignore=("word.as-of", "figure"), preview=False)

    def test_nothing_said_changes_nothing(self) -> None:
        assert Overrides().adjust(self.FILE) == self.FILE
        assert Overrides().base() is None

    def test_select_replaces_and_ignore_adds(self) -> None:
        adjusted = Overrides(select=("punct",), ignore=("text",), preview=True).adjust(self.FILE)

        assert adjusted.select == ("punct",)
        assert adjusted.ignore == ("word.as-of", "figure", "text")
        assert adjusted.preview

    def test_a_rule_that_is_named_is_no_longer_ignored(self) -> None:
        assert Overrides(select=("word.as-of",)).adjust(self.FILE).ignore == ("figure",)

    def test_the_file_that_is_named_is_read(self, tmp_path: Path) -> None:
        file = tmp_path / "other.toml"
        file.write_text('select = ["word"]', encoding="utf-8")
        base = Overrides(config=str(file)).base()

        assert base
        assert base.select == ("word",)


class TestRunner:
    def test_a_draft(self, draft: str) -> None:
        outcome = Runner(Overrides(select=("word",))).run(Job(draft, named=True))

        assert rules(outcome) == ["word.as-of"]
        assert outcome.errors == ()
        assert outcome.notes == ("a.txt：配置 缺省，编码 utf-8",)

    def test_bytes_that_come_from_elsewhere(self, draft: str) -> None:
        del draft
        job = Job("none.txt", named=True, data=BAD.encode("gbk"))

        assert rules(Runner(Overrides(select=("word",))).run(job)) == ["word.as-of"]

    def test_what_was_found_in_a_folder_may_be_no_draft(self, draft: str) -> None:
        Path(draft).write_text("To be, or not to be.", encoding="utf-8")
        runner = Runner(Overrides())

        assert runner.run(Job(draft, named=False)) == Outcome(
            None, notes=("a.txt：汉字不到三成，不像讲话稿，已略过",), passed="not-chinese"
        )
        assert runner.run(Job(draft, named=True)).checked

    def test_a_file_that_is_not_there(self, draft: str) -> None:
        del draft

        assert Runner(Overrides()).run(Job("none.txt", named=True)) == Outcome(
            None, (Failure("none.txt", "没有这个文件，请核对路径"),)
        )

    def test_errors_of_one_file_are_not_told_of_the_next(
        self, draft: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fall(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("speechlint.checkers.substitution.Substitution.check_paragraph", fall)
        Path("b.txt").write_text("今年开局良好。", encoding="utf-8")
        runner = Runner(Overrides(select=("word.as-of",)))
        told = [runner.run(Job(path, named=True)).errors for path in (draft, "b.txt", draft)]

        assert [len(errors) for errors in told] == [1, 0, 1]
        assert told[0][0].path == "a.txt"
        assert told[0][0].message.startswith(
            "规则 word.as-of 出错（ZeroDivisionError，test_running.py:"
        )

    def test_a_wrong_expression_is_told_with_its_option(self, draft: str) -> None:
        text = '[options."word.as-of"]\nunless = ["("]\n'
        Path("speechlint.toml").write_text(text, encoding="utf-8")
        (error,) = Runner(Overrides(select=("word",))).run(Job(draft, named=True)).errors

        assert error.message == (
            "规则 word.as-of 出错（选项 unless 里的正则表达式“(”写错了"
            "（第 1 个字符处，圆括号没有成对）），其余规则照常检查"
        )


def test_outcomes_come_in_the_order_of_the_jobs(draft: str) -> None:
    jobs = [Job(f"none-{n}.txt", named=True) for n in range(40)]
    jobs[7] = Job(draft, named=True)

    for count in (1, 2):
        outcomes = list(run_all(jobs, Overrides(), count))
        assert [o.errors[0].path if o.errors else "" for o in outcomes] == [
            "" if job.path == draft else job.path for job in jobs
        ]


def test_all_processors(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: None)

    assert len(list(run_all([Job(draft, named=True)] * 2, Overrides(), 0))) == 2


def test_workers_are_ended_when_nobody_wants_the_rest(draft: str) -> None:
    from multiprocessing import active_children

    outcomes = run_all([Job(draft, named=True)] * 200, Overrides(), 2)
    next(outcomes)
    workers = active_children()
    assert workers
    outcomes.close()  # type: ignore[attr-defined]
    for worker in workers:
        worker.join(20)

    assert [worker.is_alive() for worker in workers] == [False] * len(workers)


class TestWorker:
    """What a worker does, in this process."""

    def test_it_leaves_control_c_to_who_started_it(self, draft: str) -> None:
        before = signal.getsignal(signal.SIGINT)
        try:
            processes._start(Overrides(select=("word",)))
            assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
            (outcome,) = processes._run([Job(draft, named=True)])
        finally:
            signal.signal(signal.SIGINT, before)
            processes._runners.clear()

        assert rules(outcome) == ["word.as-of"]

    def test_one_that_died_has_checked_none_of_its_jobs(self) -> None:
        dead: Future[list[Outcome]] = Future()
        dead.set_exception(BrokenProcessPool())
        jobs = [Job("a.txt", named=True), Job("b.txt", named=True)]

        assert [o.errors[0].path for o in processes._result(dead, jobs)] == ["a.txt", "b.txt"]


def test_no_jobs() -> None:
    assert list(run_all([], Overrides(), 2)) == []
