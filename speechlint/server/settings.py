"""Which configuration holds for a draft: the last good one while a new one is broken.

Named like the command's: the nearest speechlint.toml above the draft, with its packs, words,
roster and baseline. What is set in the editor now holds over it, be it new or the last good one.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from itertools import count
from weakref import WeakKeyDictionary

from speechlint import config as configs
from speechlint.api import BASELINE, Checking
from speechlint.errors import ConfigError, PackError
from speechlint.failing import place_of
from speechlint.running import Overrides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechlint.config import Config
    from speechlint.rule import Rule

    Stamps = dict[str, tuple[int, int]]  # size and time of each file

log = logging.getLogger(__name__)
_SHEETS = (".toml", ".tsv", ".csv", ".txt")  # what a pack of rules is made of


class Settings:
    """The configuration of every folder in which a draft was seen.

    `tell` hears once what is wrong with a configuration (Chinese). `folders` are those that
    the editor has open: one without a configuration is where its baseline lies.
    """

    def __init__(self, tell: Callable[[str], None], folders: Iterable[str] = ()) -> None:
        self.folders = list(folders)
        self._tell = tell
        self._told: dict[str, list[str]] = {}  # by the draft's folder, as all of these
        self._good: dict[str, Checking] = {}  # what the files said when they were last right
        self._holding: dict[str, Checking] = {}  # with what is set in the editor
        self._heeded: dict[str, Overrides] = {}
        self._stamps: dict[str, Stamps] = {}
        self._numbers: WeakKeyDictionary[Checking, int] = WeakKeyDictionary()
        self._counter = count()
        self._overrides = Overrides()
        self._overridden = False  # by others since they were last read

    def checking(self, folder: str) -> Checking:
        """Return what checks the drafts of a folder."""
        if folder not in self._holding:
            self._read(folder)
        return self._holding[folder]

    def number(self, checking: Checking) -> int:
        """Return another number for each configuration that ever held."""
        if checking not in self._numbers:
            self._numbers[checking] = next(self._counter)
        return self._numbers[checking]

    def override(self, overrides: Overrides) -> None:
        """Let what the user set in the editor hold over the files, from the next `refresh` on."""
        self._overridden = self._overridden or overrides != self._overrides
        self._overrides = overrides

    def refresh(self) -> bool:
        """Read again what has changed on the disk or in the editor; say whether anything did."""
        stale = [
            f for f, stamps in self._stamps.items() if self._overridden or self._stamp(f) != stamps
        ]
        self._overridden = False
        for folder in stale:
            self._read(folder)
        return bool(stale)

    def home(self, folder: str) -> str:
        """Return the innermost open folder that holds a folder; itself where none does."""
        inside = [
            f for f in self.folders if os.path.join(folder, "").startswith(os.path.join(f, ""))
        ]
        return max(inside, key=len, default=folder)

    def _read(self, folder: str) -> None:
        """Let hold what the files and the editor say now; of each what is wrong changes nothing."""
        self._stamps[folder] = self._stamp(folder)
        faults = []
        try:
            self._good[folder] = _tried(Checking(self._config(folder), on_error=_log), folder)
        except (ConfigError, PackError) as error:
            faults.append(str(error))
            if folder not in self._good:
                self._good[folder] = self._neighbour(folder)
        unset = Overrides()
        # Whether a word selects anything depends on the rules that the files bring.
        for overrides in (self._overrides, self._heeded.get(folder, unset), unset):
            checking = self._good[folder].under(overrides.adjust)
            try:
                self._holding[folder] = _tried(checking, folder)
            except ConfigError as error:
                faults.append(str(error))
            else:
                break
        self._tell_of(folder, faults)
        self._heeded[folder] = overrides

    def _tell_of(self, folder: str, faults: list[str]) -> None:
        """Tell what has not been told yet."""
        kept = "，先按改动前的设置检查" if folder in self._heeded else "，先按缺省的设置检查"
        for fault in dict.fromkeys(faults):
            if not any(fault in told for told in self._told.values()):
                self._tell(f"{fault}{kept}")
        self._told[folder] = faults

    def _config(self, folder: str) -> Config:
        file = configs.find(folder)
        config = configs.read(file) if file else configs.Config()
        if not file or file == configs.user_file():
            config = config._replace(root=self.home(folder))
        return config

    def _neighbour(self, folder: str) -> Checking:
        """Return the last good configuration of a folder that has the same one, or the defaults."""
        with suppress(ConfigError):
            file = configs.find(folder)
            for good in self._good.values():
                if file and good.config_for("").file == file:
                    return good
        return Checking(
            configs.Config(root=self.home(folder)), on_error=_log, baseline="rest"
        )  # it may be the baseline that is broken

    def _stamp(self, folder: str) -> Stamps:
        """Return what shows that a configuration changed."""
        file = ""
        with suppress(ConfigError):
            file = configs.find(folder)
        names = {file, os.path.join(folder, configs.FILE)}
        with suppress(ConfigError):
            names |= set(_files(self._config(folder)))
        if folder in self._good:
            names |= set(_files(self._good[folder].config_for("")))
        return {name: stamp for name in names if name and (stamp := _stat(name))}


def _tried(checking: Checking, folder: str) -> Checking:
    """Read all that is needed for the drafts of a folder; raise what is wrong."""
    draft = os.path.join(folder, "draft.txt")
    checking.linter_for(draft)
    checking.entries_for(draft)
    configs.excluded(checking.config_for(draft), draft)
    return checking


def _files(config: Config) -> Iterator[str]:
    """Yield every file that a configuration is made of, whether it is there or not."""
    yield os.path.join(config.root, BASELINE)
    yield from (*config.words, config.roster, *config.facts)
    for layer in config.layers:
        yield layer.file
        if isinstance(allow := layer.table.get("allow"), str):
            yield layer.path(allow)
    for pack in config.packs:
        for root, _, names in os.walk(pack):
            yield from (os.path.join(root, n) for n in names if n.endswith(_SHEETS))


def _stat(file: str) -> tuple[int, int] | None:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _log(rule: Rule, error: Exception) -> None:
    log.error("规则 %s 出错（%s），其余规则照常检查", rule.id, place_of(error))
