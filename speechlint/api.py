"""Check texts and files: what the command, the library and the server share."""

from __future__ import annotations

import os

from speechlint import compiled, sources, suppress
from speechlint import config as configs
from speechlint.diagnostic import Applicability, Severity
from speechlint.light import cache
from speechlint.linter import Linter
from speechlint.record import NamedTuple
from speechlint.text import LineIndex
from speechlint.views.blanks import blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Any

    from speechlint.baseline import Entry, Record
    from speechlint.config import Config
    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document
    from speechlint.fixer import Mended
    from speechlint.rule import Rule
    from speechlint.sources import Source
    from speechlint.sources.docx.tracking import Track
    from speechlint.suppress import Sifted
    from speechlint.text import Span

BASELINE = ".speechlint-baseline.json"


class Checked(NamedTuple):
    """A file that was checked. `unit` says what a position's line counts.

    `suppressed` is what the user has said not to report; `notes` are what is wrong with how
    it was said (Chinese). `unmatched` are the baseline's entries that are no longer in the
    text; `record` is there where a new baseline is made. `paragraphs` are those of a Word file.
    Where fixes were asked for, `mended` tells of them, and everything else is of the text that
    they made.
    """

    path: str
    text: str
    encoding: str
    unit: str
    diagnostics: tuple[Diagnostic, ...]
    blanks: int
    suppressed: tuple[Diagnostic, ...] = ()
    notes: tuple[str, ...] = ()
    unmatched: tuple[Entry, ...] = ()
    record: Record | None = None
    paragraphs: tuple[Span, ...] = ()
    mended: Mended | None = None
    left: tuple[Span, ...] = ()  # the blanks

    @property
    def lines(self) -> LineIndex:
        """What a position's line counts."""
        return LineIndex(self.text, self.paragraphs or None)


class Checking:
    """Drafts checked with one configuration, or each with the nearest above it.

    `adjust` changes a configuration before it holds (the options of a command line).
    `on_error` hears of a checker that raised; without one the error goes through.
    `baseline` says what to do with baselines: "use" them, let them "rest", or "record" what
    a new one would hold. What was read is kept, whatever becomes of it on the disk.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        adjust: Callable[[Config], Config] = lambda config: config,
        on_error: Callable[[Rule, Exception], None] | None = None,
        baseline: str = "use",
    ) -> None:
        self._fixed = config
        self._adjust = adjust
        self._on_error = on_error
        self._configs: dict[str, Config] = {}
        self._linters: dict[tuple[object, ...], Linter] = {}
        self._last: tuple[str, Linter] | None = None  # the path that was asked for, and its linter
        self._rules: dict[str, tuple[Rule, ...]] = {}  # of each configuration's file
        self._baseline = baseline
        self._entries: dict[str, tuple[Entry, ...]] = {}  # of each baseline's file
        self._kept: dict[tuple[str, str], Mapping[str, Any]] = {}  # what an office keeps beside it

    def under(self, adjust: Callable[[Config], Config]) -> Checking:
        """Return the same with another `adjust`, and with all that was read."""
        other = Checking(
            self._fixed, adjust=adjust, on_error=self._on_error, baseline=self._baseline
        )
        other._rules, other._entries, other._kept = self._rules, self._entries, self._kept
        return other

    def config_for(self, path: str) -> Config:
        """Return the configuration that holds for a file; raise ConfigError."""
        if self._fixed is not None:
            return self._adjust(self._fixed)
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._configs:
            file = configs.find(folder)
            found = configs.read(file) if file else configs.Config(root=os.getcwd())
            self._configs[folder] = self._adjust(found)
        return self._configs[folder]

    def linter_for(self, path: str) -> Linter:
        """Return the linter with the rules that hold for a file; raise ConfigError."""
        if self._last is None or self._last[0] != path:
            self._last = path, self._chosen(path)
        return self._last[1]

    def _chosen(self, path: str) -> Linter:
        config = self.config_for(path)
        rules = configs.choose(config, self.rules(config), path, self._given)
        key = (config.file, *(r.id for r in rules))
        if key not in self._linters:
            linter = Linter(rules, self._on_error)
            for rule in rules if config.options else ():
                for name in (rule.id, *rule.aliases):
                    if name in config.options:  # a wrong option is told at once, not on its day
                        _try(linter, rule, f'{config.file or "设置"}：options."{name}"')
            self._linters[key] = linter
        return self._linters[key]

    def rules(self, config: Config) -> tuple[Rule, ...]:
        """Return every rule that a configuration may choose; raise ConfigError."""
        if config.file not in self._rules:
            self._rules[config.file] = rules_for(config)
        return self._rules[config.file]

    def _given(self, needs: str, config: Config) -> Mapping[str, Any]:
        key = config.file, needs
        if key not in self._kept:
            from speechlint.house import options_for

            self._kept[key] = options_for(needs, config)
        return self._kept[key]

    def lint(self, text: str) -> list[Diagnostic]:
        """Check a text that is in no file."""
        config = self._adjust(self._fixed or configs.Config())
        rules = configs.choose(config, self.rules(config), given=self._given)
        document = sources.document(text)
        found = Linter(rules, self._on_error).lint(document)
        return list(self._sifted(document, found, config, ()).kept)

    def lint_file(self, path: str | os.PathLike[str]) -> list[Diagnostic]:
        """Read and check a file; raise ReadError or ConfigError."""
        name = os.fspath(path)
        return list(self.check(read_bytes(name), name).diagnostics)

    def check(
        self,
        data: bytes,
        path: str,
        trust: Collection[Applicability] = frozenset(),
        track: Track | None = None,
    ) -> Checked:
        """Check the bytes of a file, after the fixes that are trusted.

        With `track` those of a Word file become tracked changes. Raise ReadError, ConfigError or `fixer.RestlessError`.
        """
        return self.examine(sources.read(data, path), data, path, trust, track)

    def examine(
        self,
        source: Source,
        data: bytes,
        path: str,
        trust: Collection[Applicability] = frozenset(),
        track: Track | None = None,
    ) -> Checked:
        """Check a file that was read from `data`; else as `check`."""
        document, linter = source.document, self.linter_for(path)
        mended: Mended | None = None
        if trust:
            from speechlint import fixer

            def look(source: Source, document: Document, found: list[Diagnostic]) -> Sifted:
                return self._look(source, document, found, path)

            mended, source, sifted = fixer.mended(
                linter, source, data, path, trust=trust, track=track, look=look
            )
            document = source.document
        else:
            sifted = self._look(source, document, linter.lint(document), path)
        record: Record | None = None
        if self._baseline == "record":
            from speechlint import baseline

            file = self.baseline_of(path)
            entries = baseline.record(baseline.relative(path, file), document, sifted.kept)
            record = baseline.Record(file, frozenset(rule.id for rule in linter.rules), entries)
        left = sifted.left(blank.span for blank in document.view(blanks))
        return Checked(
            path,
            document.text,
            source.decoded.encoding,
            source.unit,
            sifted.kept,
            len(left),
            sifted.suppressed,
            tuple(
                f"第 {document.lines_index.position(at).line + 1} 行：{note}"
                for at, note in sifted.notes
            ),
            sifted.unmatched,
            record,
            source.paragraphs,
            mended,
            left,
        )

    def _look(
        self, source: Source, document: Document, found: list[Diagnostic], path: str
    ) -> Sifted:
        """Sift the diagnostics of a file; only show the fixes that cannot be written into it."""
        if source.word:
            found = source.word.limited(found)
        return _writable(self.sift(document, found, path), source)

    def sift(self, document: Document, found: list[Diagnostic], path: str) -> Sifted:
        """Leave out what the user has said not to report of a file; raise ConfigError."""
        return self._sifted(document, found, self.config_for(path), self.entries_for(path))

    def _sifted(
        self,
        document: Document,
        found: list[Diagnostic],
        config: Config,
        entries: tuple[Entry, ...],
    ) -> Sifted:
        sifted = suppress.sift(document, found, self.rules(config), config.allow, entries)
        if config.preset == "quiet":
            kept = tuple(d for d in sifted.kept if d.severity is Severity.ERROR)
            sifted = sifted._replace(kept=kept)
        return sifted

    def baseline_of(self, path: str) -> str:
        """Return the file of the baseline that holds for a draft, whether it is there or not."""
        return os.path.join(self.config_for(path).root or os.getcwd(), BASELINE)

    def entries_for(self, path: str) -> tuple[Entry, ...]:
        """Return the baseline's entries for a file and the rules that are run."""
        if self._baseline != "use" or path == "-":
            return ()
        file = self.baseline_of(path)
        if file not in self._entries:
            if not os.path.isfile(file):
                self._entries[file] = ()
                return ()
            from speechlint import baseline

            self._entries[file] = baseline.read(file)
        if not self._entries[file]:
            return ()
        from speechlint import baseline

        name = baseline.relative(path, file)
        return baseline.of_file(self._entries[file], name, self.linter_for(path).rules)


def _writable(sifted: Sifted, source: Source) -> Sifted:
    """Only show the fixes that write what the file's encoding has no place for."""

    def shown(d: Diagnostic) -> Diagnostic:
        if d.fix is None or all(source.decoded.holds(e.replacement) for e in d.fix.edits):
            return d
        return d._replace(fix=d.fix._replace(applicability=Applicability.DISPLAY))

    return sifted._replace(kept=tuple(map(shown, sifted.kept)))


def _try(linter: Linter, rule: Rule, where: str) -> None:
    """Build a rule's checker; raise ConfigError where the options in the file are wrong."""
    from speechlint.errors import ConfigError, PackError

    try:
        linter.checker(rule)
    except PackError as error:
        raise ConfigError(f"{where}：{error.__cause__ or error}") from error


@cache
def builtin_rules() -> tuple[Rule, ...]:
    return compiled.load()


def rules_for(config: Config) -> tuple[Rule, ...]:
    """Return the built-in rules and those of the packs that a configuration names.

    Raise ConfigError where one of them is wrong.
    """
    if not config.packs:
        return builtin_rules()
    from speechlint.userpacks import load

    return load(config, builtin_rules())


def read_bytes(path: str) -> bytes:
    """Return a file's bytes; raise ReadError with a Chinese message where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            sources.admit(path, os.fstat(stream.fileno()).st_size)
            return stream.read()
    except OSError as error:
        from speechlint.oserrors import unreadable

        raise unreadable(path, error) from error
