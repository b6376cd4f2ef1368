"""Prepare the package for a fast start before it is built, for an editable install too."""

import os
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Prepared(BuildHookInterface[Any]):
    """Write and ship the files that `speechlint.prepare` makes."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":  # there they lie beside the package
            build_data["force_include"]["rules"] = "speechlint/rules"
        sys.path.insert(0, self.root)
        from speechlint import prepare

        prepare.write(os.path.join(self.root, "speechlint"))
        written = ("_packed.bin", "_regexes.bin", "_bundle.bin", "_words.bin")
        build_data["artifacts"] += [f"speechlint/{name}" for name in written]
