"""The tables of a run while they grow, and how far it is known to have come.

The tables only grow. Now and then they are brought to the disk, and then a checkpoint that says
how long each is: whatever stands behind that is not known to be whole, and is cut off by the run
that goes on. So a run may be killed at any moment, and ends with the same bytes.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from hashlib import sha256

from speechlint.corpus import CorpusError
from speechlint.corpus.tally import Tally
from speechlint.oserrors import reason
from speechlint.writing import replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

    from speechlint.corpus.lines import Lines

TABLES = ("documents", "diagnostics", "failures")
SUMMARY = "summary"
_RUN, _CHECKPOINT, _LOCK = "run.json", "checkpoint.json", ".lock"
_SECONDS = 1.0  # of work that may be lost; to bring tables to the disk takes some 10 ms
_NAMES = {
    *(_RUN, _CHECKPOINT, _LOCK),
    *(f"{table}.{form}" for table in (*TABLES, SUMMARY) for form in ("jsonl", "parquet")),
}
_TEMPORARY = ".speechlint-"
_REMEDY = "加 --overwrite 从头再来，或换一个 --output 文件夹"


class Journal:
    """An output folder. Nobody but its owner may read what is in it; close it after use.

    Where `resume` is set, go on with what an unfinished run has left; where `overwrite`, begin
    anew. Raise CorpusError where the folder holds what is not ours to touch.
    """

    def __init__(
        self, folder: str, question: dict[str, Any], *, resume: bool, overwrite: bool
    ) -> None:
        self.folder = folder
        self.tally = Tally()
        self.documents = 0
        self.finished = False
        self._digest = b""
        self._rules: dict[str, str] = {}  # of each configuration
        self._tables: dict[str, BinaryIO] = {}
        self._sizes: dict[str, int] = {}
        self._committed = time.monotonic()
        asked = json.dumps(question, ensure_ascii=False, indent=1) + "\n"
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            self._strangers()
            self._lock = _locked(self._path(_LOCK))
        except OSError as error:
            raise _unwritable(folder, error) from error
        try:
            self._open(asked, resume=resume, overwrite=overwrite)
        except BaseException as error:
            self._shut()
            os.close(self._lock)
            if isinstance(error, OSError):
                raise _unwritable(folder, error) from error
            raise

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def _strangers(self) -> None:
        """Raise CorpusError where something in the folder is not of a run."""
        for name in sorted(os.listdir(self.folder)):
            if name not in _NAMES and not name.startswith(_TEMPORARY):
                raise CorpusError(
                    f"{self.folder} 里有别的文件（{name}），结果请写到一个新的或空的文件夹"
                )

    def _open(self, asked: str, *, resume: bool, overwrite: bool) -> None:
        there = _read(self._path(_RUN))
        if there is not None and not overwrite:
            self._compare(there, asked)
            state = json.loads(_read(self._path(_CHECKPOINT)) or "{}")
            if not resume:
                how = "已经做完" if state.get("finished") else "还没做完"
                done = state.get("documents", 0)
                raise CorpusError(
                    f"{self.folder} 里有上一次的结果（{how}，{done} 份）："
                    "加 --resume 接着做，加 --overwrite 从头再来"
                )
            self._recall(state)
        else:
            for name in sorted(_NAMES - {_LOCK}):  # the checkpoint first
                _unlink(self._path(name))
        for name in os.listdir(self.folder):
            if name.startswith(_TEMPORARY):  # of one that was killed while it wrote
                _unlink(self._path(name))
        if there is None or overwrite:
            replace_file(self._path(_RUN), asked.encode(), private=True)
        if not self.finished:
            self._cut(state.get("sizes", {}) if there and not overwrite else {})

    def _compare(self, there: str, asked: str) -> None:
        """Raise CorpusError where what is in the folder was asked with other words."""
        try:
            old, new = json.loads(there), json.loads(asked)
        except ValueError as error:
            raise CorpusError(f"{self._path(_RUN)} 坏了；{_REMEDY}") from error
        for key in new:
            if old.get(key) != new[key]:
                what = _WORDS.get(key, f"--{key}")
                raise CorpusError(
                    f"{self.folder} 里是另一次运行的结果：{what}不一样，不能混在一起；{_REMEDY}"
                )

    def _recall(self, state: dict[str, Any]) -> None:
        self.documents = state.get("documents", 0)
        self.finished = state.get("finished", False)
        self._digest = bytes.fromhex(state.get("digest", ""))
        self._rules = state.get("rules", {})
        self.tally = Tally.of(state.get("tally", {}))

    def _cut(self, sizes: dict[str, int]) -> None:
        """Open the tables, as long as they are known to be whole."""
        for name in TABLES:
            path, size = self._path(f"{name}.jsonl"), sizes.get(name, 0)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            stream = self._tables[name] = os.fdopen(handle, "r+b", buffering=1 << 20)
            if stream.seek(0, os.SEEK_END) < size:
                raise CorpusError(f"{path} 比上次写下的短，被改过或没有存全；{_REMEDY}")
            stream.truncate(size)
            stream.seek(size)

    @property
    def rules(self) -> dict[str, str]:
        """What told the rules of each configuration from others, when drafts were checked."""
        return self._rules

    def met(self, marks: str) -> None:
        """Compare the marks of the drafts that are done with those of the input as it is now."""
        if marks != self._digest.hex():
            raise CorpusError(
                f"输入变了：前 {self.documents} 份已经不是上次检查的那些，不能接着做；{_REMEDY}"
            )

    def add(self, found: Lines) -> None:
        """Write the lines of the next draft; raise CorpusError."""
        file, digest = found.rules
        if digest and self._rules.setdefault(file, digest) != digest:
            raise CorpusError(
                f"{file or '缺省设置'}：运行中间规则变了，前后不能混在一起；{_REMEDY}"
            )
        try:
            for name in TABLES:
                self._tables[name].write(getattr(found, name))
            self.documents += 1
            self._digest = chained(self._digest, found.mark)
            self.tally.add(found)
            if time.monotonic() - self._committed > _SECONDS:
                self.commit()
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def commit(self) -> None:
        """Bring everything to the disk; raise OSError."""
        for name, stream in self._tables.items():
            stream.flush()
            os.fsync(stream.fileno())
            self._sizes[name] = stream.tell()
        self._check()

    def _check(self) -> None:
        state = {
            "documents": self.documents,
            "finished": self.finished,
            "sizes": self._sizes,
            "digest": self._digest.hex(),
            "rules": self._rules,
            "tally": self.tally.table(),
        }
        data = json.dumps(state, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        replace_file(self._path(_CHECKPOINT), data + b"\n", private=True)
        self._committed = time.monotonic()

    def finish(self, form: str) -> None:
        """Write the summary, and the tables in their last form; raise CorpusError."""
        try:
            if not self.finished:
                self.commit()
                self._shut()
                replace_file(self._path(f"{SUMMARY}.jsonl"), self.tally.summary(), private=True)
                if form == "parquet":
                    self._convert()
                self.finished = True
                self._check()
            if form == "parquet":
                for name in (*TABLES, SUMMARY):
                    _unlink(self._path(f"{name}.jsonl"))
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def _convert(self) -> None:
        from speechlint.corpus.parquet import convert

        for name in (*TABLES, SUMMARY):
            convert(self._path(f"{name}.jsonl"), self._path(f"{name}.parquet"), name)

    def close(self) -> None:
        """Keep what is done, as far as that can be, and let others at the folder."""
        try:
            if self._tables:
                self.commit()
        except OSError:  # the last checkpoint holds
            pass
        finally:
            self._shut()
            os.close(self._lock)

    def _shut(self) -> None:
        for stream in self._tables.values():
            with suppress(OSError):  # what was still to be written
                stream.close()
        self._tables.clear()


_WORDS = {
    "version": "结果的格式",
    "tool": " speechlint 的版本",
    "input": "输入",
}


def chained(digest: bytes, mark: str) -> bytes:
    """Return what tells a sequence of marks from others, from that of all but the last."""
    return sha256(digest + mark.encode("utf-8", "surrogatepass")).digest()


def _unwritable(folder: str, error: OSError) -> CorpusError:
    return CorpusError(f"{folder}：结果写不进去（{reason(error)}）；解决后加 --resume 接着做")


def _read(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8") as stream:
            return stream.read()
    except FileNotFoundError:
        return None


def _unlink(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def _locked(path: str) -> int:
    """Return a handle that keeps others out until it is closed, or the process ends."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise CorpusError(f"{os.path.dirname(path)} 正被另一次运行使用，请等它做完") from error
    return handle
