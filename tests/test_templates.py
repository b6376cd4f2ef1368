"""What we offer to GitHub and GitLab is what they take."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("schema", "more", "file"),
    [
        ("vendor.github-actions", [], "action.yml"),
        ("vendor.gitlab-ci", ["--data-transform", "gitlab-ci"], "ci/gitlab.yml"),
    ],
)
def test_schema(schema: str, more: list[str], file: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, ROOT / file],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_hooks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr
