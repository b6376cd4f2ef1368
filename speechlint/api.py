"""Check texts and files: what the command, the library and the server share."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from speechlint import compiled, packs, sources
from speechlint import config as configs
from speechlint.linter import Linter
from speechlint.reading import ReadError
from speechlint.views.blanks import blanks

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechlint.config import Config
    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document
    from speechlint.rule import Rule


class Checked(NamedTuple):
    """A file that was checked. `unit` says what a position's line counts."""

    path: str
    text: str
    encoding: str
    unit: str
    diagnostics: tuple[Diagnostic, ...]
    blanks: int


class Checking:
    """Drafts checked with one configuration, or each with the nearest above it.

    `adjust` changes a configuration before it holds (the options of a command line).
    `on_error` hears of a checker that raised; without one the error goes through.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        adjust: Callable[[Config], Config] = lambda config: config,
        on_error: Callable[[Rule, Exception], None] | None = None,
    ) -> None:
        self._fixed = config
        self._adjust = adjust
        self._on_error = on_error
        self._configs: dict[str, Config] = {}
        self._linters: dict[tuple[object, ...], Linter] = {}

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
        config = self.config_for(path)
        rules = configs.choose(config, builtin_rules(), path)
        key = (config.file, *(r.id for r in rules))
        if key not in self._linters:
            self._linters[key] = Linter(rules, self._on_error)
            for rule in rules:
                for name in (rule.id, *rule.aliases):
                    if name in config.options:  # a wrong option is told at once, not on its day
                        _try(self._linters[key], rule, f'{config.file}：options."{name}"')
        return self._linters[key]

    def lint(self, text: str) -> list[Diagnostic]:
        """Check a text that is in no file."""
        config = self._adjust(self._fixed or configs.Config())
        rules = configs.choose(config, builtin_rules())
        return Linter(rules, self._on_error).lint(sources.document(text))

    def lint_file(self, path: str | os.PathLike[str]) -> list[Diagnostic]:
        """Read and check a file; raise ReadError or ConfigError."""
        name = os.fspath(path)
        return list(self.check(read_bytes(name), name).diagnostics)

    def check(self, data: bytes, path: str) -> Checked:
        """Check the bytes of a file; raise ReadError or ConfigError."""
        source = sources.read(data, path)
        diagnostics = tuple(self.linter_for(path).lint(source.document))
        return Checked(
            path,
            source.document.text,
            source.decoded.encoding,
            source.unit,
            diagnostics,
            count_blanks(source.document),
        )


def _try(linter: Linter, rule: Rule, where: str) -> None:
    """Build a rule's checker; raise ConfigError where the options in the file are wrong."""
    try:
        linter.checker(rule)
    except packs.PackError as error:
        raise configs.ConfigError(f"{where}：{error.__cause__ or error}") from error


def count_blanks(document: Document) -> int:
    """Return how many places of the document are still to be filled in."""
    return len(document.view(blanks))


@cache
def builtin_rules() -> tuple[Rule, ...]:
    return compiled.load()


def read_bytes(path: str) -> bytes:
    """Return a file's bytes; raise ReadError with a Chinese message where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except FileNotFoundError as error:
        raise ReadError("没有这个文件，请核对路径") from error
    except IsADirectoryError as error:
        barred = not os.access(path, os.R_OK | os.X_OK)
        raise ReadError("没有打开这个文件夹的权限" if barred else "这是文件夹，不是文件") from error
    except PermissionError as error:
        raise ReadError("没有读取权限，请检查文件属性") from error
    except OSError as error:
        from speechlint.oserrors import reason

        raise ReadError(f"读取失败：{reason(error)}") from error
