"""Reporters: what a run found → what somebody reads. They decide nothing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.api import Checked
    from speechlint.running import Failure


class Report:
    """All files of a run, in order, and what could not be checked."""

    def __init__(self) -> None:
        self.files: list[Checked] = []
        self.errors: list[Failure] = []
