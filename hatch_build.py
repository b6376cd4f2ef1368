"""Compile the rules before the package is built, for an editable install too."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface[Any]):
    """Write speechlint/_rules.py and ship it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version
        sys.path.insert(0, self.root)
        from speechlint import compiled, packs

        path = Path(self.root, "speechlint", "_rules.py")
        path.write_text(compiled.render(packs.builtin()), encoding="utf-8", newline="\n")
        build_data["artifacts"].append("speechlint/_rules.py")
