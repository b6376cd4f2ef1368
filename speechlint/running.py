"""Check files, one after another."""

from __future__ import annotations

from speechlint import config as configs
from speechlint.api import Checked, Checking, read_bytes
from speechlint.files import chinese
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.config import Config
    from speechlint.failing import Failure
    from speechlint.rule import Rule
    from speechlint.saving import Mending


class Overrides(NamedTuple):
    """What the command line says instead of, or beside, the configuration file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    config: str = ""
    preset: str = ""
    baseline: str = "use"  # see `api.Checking`
    mending: Mending | None = None

    def base(self) -> Config | None:
        """Return the configuration that is named, if one is; raise ConfigError."""
        return configs.read(self.config) if self.config else None

    def adjust(self, config: Config) -> Config:
        # A rule that the command line names is wanted, whatever the file says.
        ignored = (name for name in config.ignore if name not in self.select)
        return config._replace(
            select=self.select or config.select,
            ignore=(*ignored, *self.ignore),
            preview=self.preview or config.preview or self.preset == "strict",
            preset=self.preset or config.preset,
        )


class Job(NamedTuple):
    """A file to check. One that was not `named` may turn out to be no draft at all.

    `data` are its bytes where they do not come from the path (standard input).
    """

    path: str
    named: bool
    data: bytes | None = None


class Outcome(NamedTuple):
    """What came of a job; `checked` is None for a file passed over or not readable.

    `notes` are for who wants to know, `warnings` for everybody; `passed` says in a word why a
    file was passed over: "excluded" or "not-chinese".
    """

    checked: Checked | None
    errors: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    passed: str = ""


class Runner:
    """Checks files one after another with the same settings."""

    def __init__(self, overrides: Overrides) -> None:
        self._raised: list[str] = []
        self._mending = overrides.mending
        self.checking = Checking(
            overrides.base(),
            adjust=overrides.adjust,
            on_error=self._note_error,
            baseline=overrides.baseline,
        )

    def _note_error(self, rule: Rule, error: Exception) -> None:
        from speechlint.failing import place_of

        self._raised.append(f"规则 {rule.id} 出错（{place_of(error)}），其余规则照常检查")

    def run(self, job: Job) -> Outcome:
        """Check one file; what goes wrong is in the outcome."""
        self._raised.clear()
        try:
            config = self.checking.config_for(job.path)
            if configs.excluded(config, job.path):
                note = f"{job.path}：配置 exclude 已排除，已略过"
                return Outcome(None, notes=(note,), passed="excluded")
            data = read_bytes(job.path) if job.data is None else job.data
            checked, kept = self._check(data, job)
        except Exception as error:
            from speechlint.failing import failed

            return Outcome(None, (failed(job.path, error),))
        if not job.named and not chinese(checked.text):
            note = f"{job.path}：汉字不到三成，不像讲话稿，已略过"
            return Outcome(None, notes=(note,), passed="not-chinese")
        note = f"{job.path}：配置 {config.file or '缺省'}，编码 {checked.encoding}"
        if checked.suppressed:
            note += f"，按约定不报告 {len(checked.suppressed)} 处"
        raised: tuple[Failure, ...] = ()
        if self._raised or kept:
            from speechlint.failing import Failure

            every = dict.fromkeys([*self._raised, *kept])
            raised = tuple(Failure(job.path, message, "raised") for message in every)
        return Outcome(checked, raised, (note,), tuple(_warnings(checked)))

    def _check(self, data: bytes, job: Job) -> tuple[Checked, list[str]]:
        """Check a file, and mend it if that is wanted; return also why it could not be mended."""
        if self._mending is None:
            return self.checking.check(data, job.path), []
        from speechlint.fixer import RestlessError
        from speechlint.saving import SaveError

        why = "有规则出错，这个文件没有改"
        try:
            checked = self.checking.check(data, job.path, self._mending.trust, self._mending.track)
            if not self._raised:
                self._save(job, checked, data)
                return checked, []
        except RestlessError as error:
            why = f"{error}，这个文件没有改；请把这一行告诉开发者"
        except SaveError as error:
            why = str(error)
        return self.checking.check(data, job.path), [why]

    def _save(self, job: Job, checked: Checked, data: bytes) -> None:
        """Write a draft that was mended; raise SaveError."""
        mended, mending = checked.mended, self._mending
        if not (mended and mending and mending.write) or mended.data == data:
            return
        if job.data is None and (job.named or chinese(mended.before)):
            from speechlint.saving import save

            save(job.path, mended.data, data, backup=mending.backup)


def _warnings(checked: Checked) -> Iterator[str]:
    """Yield what the user should mend in how diagnostics are suppressed."""
    yield from (f"{checked.path}：{note}" for note in checked.notes)
    gone: dict[str, int] = {}
    for entry in checked.unmatched:
        gone[entry.rule] = gone.get(entry.rule, 0) + entry.times
    for rule, times in gone.items():
        yield (
            f"{checked.path}：基线里的 {rule} 有 {times} 处稿子里已经没有；"
            "用 speechlint baseline prune 清理"
        )
