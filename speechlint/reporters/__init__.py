"""Reporters: what a run found → what somebody reads. They decide nothing."""

from __future__ import annotations

from speechlint.diagnostic import Applicability

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.api import Checked
    from speechlint.failing import Failure


class Report:
    """All files of a run, in order, and what could not be checked."""

    def __init__(self) -> None:
        self.files: list[Checked] = []
        self.errors: list[Failure] = []

    @property
    def fixes(self) -> dict[str, int]:
        """How many fixes were applied, and how many diagnostics still carry one."""
        left = [d.fix.applicability for f in self.files for d in f.diagnostics if d.fix]
        applied = sum(f.mended.made for f in self.files if f.mended)
        safe, unsafe = left.count(Applicability.SAFE), left.count(Applicability.UNSAFE)
        return {"applied": applied, "safe": safe, "unsafe": unsafe}
