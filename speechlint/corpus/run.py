"""A run from its input to its output folder."""

from __future__ import annotations

import os
from contextlib import closing

from speechlint.api import Checking
from speechlint.corpus import CorpusError, question
from speechlint.corpus.batches import Reading
from speechlint.corpus.journal import Journal, chained
from speechlint.errors import ConfigError
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Protocol

    from speechlint.corpus.drafts import Input
    from speechlint.corpus.lines import Lines
    from speechlint.corpus.question import Settings
    from speechlint.corpus.tally import Tally

    class Engine(Protocol):
        """Checks drafts somewhere; yields their lines in the order of the drafts."""

        def __call__(
            self, reading: Reading, settings: Settings, note: Callable[[str], None]
        ) -> Generator[Lines, None, None]: ...


class Output(NamedTuple):
    """Where the tables go, as what (`jsonl` or `parquet`), and what if some are there."""

    folder: str
    form: str = "jsonl"
    resume: bool = False
    overwrite: bool = False


def run(
    input_: Input,
    output: Output,
    settings: Settings,
    engine: Engine,
    *,
    note: Callable[[str], None] = lambda _: None,
    progress: Callable[[int, float], None] = lambda _number, _through: None,
) -> Tally:
    """Check an input's drafts into the output folder; return the sums of all that is done.

    `progress` hears of each draft: how many are done, and the share of the input that is. Raise
    CorpusError; what is done until then is kept. Raise ConfigError for a broken configuration.
    """
    _possible(input_, output)
    asked = question.question(input_, settings, output.form)
    journal = Journal(output.folder, asked, resume=output.resume, overwrite=output.overwrite)
    try:
        if not journal.finished:
            _retrace(journal, input_, settings)
            with closing(engine(Reading(input_, journal.documents), settings, note)) as lines:
                for found in lines:
                    journal.add(found)
                    progress(journal.documents, found.through)
        journal.finish(output.form)
    finally:
        journal.close()
    return journal.tally


def _possible(input_: Input, output: Output) -> None:
    """Raise CorpusError for what cannot be made, before anything is written."""
    path = os.path.realpath(input_.path)
    if not os.path.exists(path):
        raise CorpusError(f"{input_.path}：没有这个文件或文件夹，请核对路径")
    folder = os.path.realpath(output.folder)
    if os.path.isdir(path) and os.path.commonpath([path, folder]) == path:
        raise CorpusError("--output 在输入的文件夹里面，结果会被当作稿子；请写到别处")
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise CorpusError(f"{output.folder}：是文件，不是文件夹；--output 要一个文件夹")
    if output.form == "parquet":
        from speechlint.corpus.columns import arrow

        arrow()
    if os.path.isfile(path):
        next(input_.drafts(), None)  # say at once that it cannot be opened


def _retrace(journal: Journal, input_: Input, settings: Settings) -> None:
    """Look whether input and rules are those of the drafts that are done; raise CorpusError."""
    if not journal.documents:
        return
    digest = b""
    drafts = input_.drafts()
    for _, draft in zip(range(journal.documents), drafts, strict=False):
        digest = chained(digest, draft.mark)
    journal.met(digest.hex())
    overrides = settings.overrides
    checking = Checking(overrides.base(), adjust=overrides.adjust, baseline=overrides.baseline)
    for file, known in journal.rules.items():
        where = file if file and not overrides.config else os.path.join(input_.path, "draft.txt")
        try:
            now = question.rules(checking, where)
        except ConfigError as error:
            raise CorpusError(f"{error}；改好后再接着做") from error
        if now != (file, known):
            raise CorpusError(
                f"{file or '缺省设置'}：规则和上次不一样了，不能接着做；"
                "恢复原来的设置，或加 --overwrite 从头再来"
            )
