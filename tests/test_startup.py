"""A check imports what it needs and nothing else: start-up is most of its time.

Each test looks at `sys.modules` at the end of a process of its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from speechlint import bundling, packed, shipped
from speechlint.api import builtin_rules

EXAMPLES = Path(__file__).parent.parent / "examples"
SCRIPT = """
import sys
before = set(sys.modules)
from speechlint.cli import main
code = main(sys.argv[1:])
modules = sorted(set(sys.modules) - before)
import json
print(json.dumps([code, modules]), file=sys.stderr)
"""
# What costs 2 ms and more, and no check of a plain text needs.
DEAR = {
    "asyncio",
    "concurrent.futures",
    "dataclasses",
    "difflib",
    "importlib.metadata",
    "inspect",
    "jieba",
    "json",
    "logging",
    "lsprotocol",
    "markdown_it",
    "multiprocessing",
    "pathlib",
    "pathspec",
    "pyarrow",
    "pygls",
    "shutil",
    "speechlint.corpus",
    "subprocess",
    "tempfile",
    "tomli",
    "tomllib",
    "urllib",
}
# Small ones, which sum up. An expression that the build has not met brings in most of them.
SMALL = {
    "argparse",
    "array",
    "collections",
    "contextlib",
    "enum",
    "functools",
    "importlib",
    "math",
    "re",
    "types",
    "threading",  # also: Python is left without tidying up
    "typing",
    "warnings",
}
PLAIN = "同志们：\n\n今年以来，全市上下齐心协力，开局良好。\n\n谢谢大家！\n"


def imported(folder: Path, *words: str) -> set[str]:
    """Run a command in a folder and return the modules that it imported."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("COV")  # coverage imports a lot
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        capture_output=True,
        check=False,
        cwd=folder,
        text=True,
        env={**environment, "XDG_CONFIG_HOME": str(folder), "PYTHONUTF8": "1"},
    )
    code, modules = json.loads(done.stderr)
    assert code in {0, 1}, done.stdout
    return set(modules)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def test_a_check_imports_nothing_dear(draft: Path) -> None:
    # Rule files that have changed since the last build are read anew.
    reader = set() if packed.made("RULES") else {"tomli"}

    assert imported(draft.parent, "check", draft.name) & DEAR <= reader


@pytest.mark.parametrize("draft", ["draft.txt", "clean.txt"])
def test_nor_what_is_small_once_the_build_has_met_every_expression(draft: str) -> None:
    folder = os.path.dirname(shipped.__file__)
    (_, places, _, _), rows = shipped.parted(Path(folder, shipped.BUNDLE).read_bytes())
    numbers = [*rows[: shipped.BYTES * len(places)].cast("Q")]
    known = {tuple(numbers[at : at + 2]) for at in places.values()}
    if not {stamp for _, stamp in bundling.stamps(folder)} <= known:
        pytest.skip("the sources have changed since `python -m speechlint.prepare`")

    assert imported(EXAMPLES, draft) & SMALL == set()  # speechlint.light has what is needed of them


def test_of_a_plain_text_no_checker_whose_literals_are_not_there(draft: Path) -> None:
    asleep = {r.checker for r in builtin_rules() if r.when and not any(w in PLAIN for w in r.when)}
    awake = {r.checker for r in builtin_rules() if not r.when or any(w in PLAIN for w in r.when)}
    assert "consistency" in asleep - awake, "or this test tries nothing"

    modules = imported(draft.parent, draft.name)

    for checker in asleep - awake:
        assert f"speechlint.checkers.{checker.replace('-', '_')}" not in modules


def test_json_is_imported_for_json_only(draft: Path) -> None:
    modules = imported(draft.parent, draft.name, "--output-format", "json")

    assert "speechlint.reporters.json" in modules
    assert modules & (DEAR - {"json"}) <= {"tomli"}


def test_version_and_help_import_no_rule(draft: Path) -> None:
    for word in ("--version", "--help"):
        assert not {m for m in imported(draft.parent, word) if m.startswith("speechlint.packs")}


def test_the_library_costs_nothing_before_it_is_used() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; import speechlint; print([m for m in sys.modules if 'speechlint.' in m])",
        ],
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout.strip() == "[]"


def test_what_is_wrong_costs_nothing_where_nothing_is(draft: Path) -> None:
    names = ("errors", "failing", "fixer", "judging", "layers", "merging", "saving", "settings")

    assert not imported(draft.parent, draft.name) & {f"speechlint.{name}" for name in names}
    assert "speechlint.errors" in imported(draft.parent, "--select", "word", draft.name)


def test_house_rules_cost_nothing_where_there_are_none(draft: Path) -> None:
    own = ("baseline", "comments", "house", "installed", "people", "sheets", "titles", "userpacks")
    asked = {f"speechlint.{name}" for name in own} | {"csv", "hashlib", "openpyxl"}

    assert not imported(draft.parent, draft.name) & asked

    (draft.parent / "words.csv").write_text("误,正\n甲,乙\n", encoding="utf-8")
    (draft.parent / "speechlint.toml").write_text('words = "words.csv"\n', encoding="utf-8")
    assert imported(draft.parent, draft.name) & asked == {
        "speechlint.house",
        "speechlint.sheets",
        "csv",
    }
