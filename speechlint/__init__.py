"""speechlint: a checker for drafts of Chinese official speeches (讲话稿).

>>> import speechlint
>>> [d.rule for d in speechlint.lint("今年安排XX个项目。")]
['placeholder.mask']
"""

# Annotations in quotes here, and in what is imported before the bundle: __future__ takes 0.1 ms.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any

    from speechlint.config import Config as Config
    from speechlint.diagnostic import Applicability as Applicability
    from speechlint.diagnostic import Diagnostic as Diagnostic
    from speechlint.diagnostic import Edit as Edit
    from speechlint.diagnostic import Fix as Fix
    from speechlint.diagnostic import Related as Related
    from speechlint.diagnostic import Severity as Severity
    from speechlint.text import Position as Position
    from speechlint.text import Span as Span

__version__ = "0.1.0"

# Imported on first use: `import speechlint` must cost a command line nothing.
_HOMES = {
    "Config": "config",
    "Applicability": "diagnostic",
    "Diagnostic": "diagnostic",
    "Edit": "diagnostic",
    "Fix": "diagnostic",
    "Related": "diagnostic",
    "Severity": "diagnostic",
    "Position": "text",
    "Span": "text",
}
__all__ = [
    "Applicability",
    "Config",
    "Diagnostic",
    "Edit",
    "Fix",
    "Position",
    "Related",
    "Severity",
    "Span",
    "__version__",
    "lint",
    "lint_file",
]


def __getattr__(name: str) -> "Any":
    if home := _HOMES.get(name):
        from importlib import import_module

        return getattr(import_module(f"speechlint.{home}"), name)
    raise AttributeError(name)


def lint(text: str, config: "Config | None" = None) -> "list[Diagnostic]":
    """Check a text and return its diagnostics in the order of the text.

    Offsets count code points of `text`. Without a `config` the defaults hold: no
    file is looked up. Raise `errors.ConfigError` where the config names what does
    not exist; what a checker raises goes through.
    """
    from speechlint.api import Checking

    return Checking(config).lint(text)


def lint_file(path: "str | os.PathLike[str]", config: "Config | None" = None) -> "list[Diagnostic]":
    """Check a file; without a `config` the nearest speechlint.toml above it holds.

    Raise `errors.ReadError` for a file that cannot be read as text, and
    `errors.ConfigError` for a broken configuration.
    """
    from speechlint.api import Checking

    return Checking(config).lint_file(path)


def _main() -> int:
    """Run the command line, with its modules from the bundle, and return its exit code.

    Not in `__main__`, which would be one module more to find.
    """
    import os
    import sys

    from speechlint import shipped

    shipped.install()
    from speechlint import cli

    code = cli.main()
    # Python would free object by object what the system frees at once: a seventh of a check.
    # Whatever has something to do at the end (pools, logging, coverage) has imported threading.
    if "threading" not in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code
