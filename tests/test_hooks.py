"""The hooks, as pre-commit runs them: installed from this checkout, in a commit that somebody makes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
BAD = "截止目前，全市开工项目二十个。\n"
GOOD = "截至目前，全市开工项目二十个。\n"
CONFIG = """\
repos:
  - repo: {hooks}
    rev: {rev}
    hooks:
      - id: speechlint-fix
      - id: speechlint
        args: [--fail-on, error]
"""


class Repository(NamedTuple):
    """A git repository with a home for pre-commit beside it."""

    folder: Path
    home: Path

    def run(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            words,
            cwd=self.folder,
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
            env={
                **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "COV"))},
                "PRE_COMMIT_HOME": str(self.home),
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_AUTHOR_NAME": "a",
                "GIT_AUTHOR_EMAIL": "a@a.a",
                "GIT_COMMITTER_NAME": "a",
                "GIT_COMMITTER_EMAIL": "a@a.a",
                "PYTHONUTF8": "1",
            },
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def pre_commit(self, *words: str, check: bool = True) -> str:
        done = self.run(sys.executable, "-m", "pre_commit", *words, check=check)
        return done.stdout + done.stderr

    def begin(self) -> None:
        self.folder.mkdir()
        self.run("git", "init", "-q")

    def commit(self) -> None:
        self.run("git", "add", "-A")
        self.run("git", "commit", "-qm", "a")


@pytest.fixture
def hooks(tmp_path: Path) -> Repository:
    """Return a repository with what is in this checkout."""
    made = Repository(tmp_path / "hooks", tmp_path / "home")
    left = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "_*.bin", "_r*s.py")
    made.begin()
    shutil.copytree(ROOT, made.folder, ignore=left, dirs_exist_ok=True)
    made.commit()
    return made


@pytest.mark.skipif(not os.environ.get("CI"), reason="takes a minute: set CI=1 to run it")
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_a_commit_is_mended_and_stopped(hooks: Repository, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    office = Repository(tmp_path / "稿件", hooks.home)
    office.begin()
    rev = hooks.run("git", "rev-parse", "HEAD").stdout.strip()
    config = CONFIG.format(hooks=hooks.folder.as_posix(), rev=rev)
    (office.folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    draft = office.folder / "讲话 1.txt"
    draft.write_text(BAD, encoding="utf-8")
    (office.folder / "notes.py").write_text("# 截止目前\n", encoding="utf-8")
    office.run("git", "add", "-A")
    office.pre_commit("install")

    # The first commit is mended, and stopped so that somebody looks at it.
    stopped = office.run("git", "commit", "-qm", "draft", check=False)
    assert stopped.returncode != 0
    said = stopped.stdout + stopped.stderr
    if "An unexpected error has occurred" in said and "No matching distribution" in said:
        pytest.skip("pre-commit can install nothing here: there is no package index")
    assert "files were modified by this hook" in said
    assert draft.read_text(encoding="utf-8") == GOOD
    # The second goes through.
    office.commit()
    # What cannot be mended stops the third, and says why.
    draft.write_text(f"{GOOD}\n拨付资金XX万元。\n", encoding="utf-8")
    office.run("git", "add", "-A")
    stopped = office.run("git", "commit", "-qm", "blank", check=False)
    assert stopped.returncode != 0
    assert "讲话 1.txt:3:5: 错误 placeholder.mask" in stopped.stdout + stopped.stderr
    # And by hand, without a configuration.
    tried = office.pre_commit(
        "try-repo", str(hooks.folder), "speechlint", "--files", "讲话 1.txt", check=False
    )
    assert "placeholder.mask" in tried
