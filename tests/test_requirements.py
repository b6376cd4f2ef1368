"""Lock files: they hold what the project asks for, by sum, and name no host; licences are told."""

import json
import re
import sys
from pathlib import Path

import pytest
import tomli
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ("build", "runtime", "dev", "audit")
NPM = ("editors/vscode", "editors/vscode/test", "editors/page")
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?: ; ([^\\]+?))?(?: \\)?$", re.MULTILINE)
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def text_of(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")


def pinned(lock: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, version, _ in _PINNED.findall(text_of(lock)):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def asked(group: str) -> list[Requirement]:
    """Return what a group of pyproject.toml asks for, with the groups that it includes."""
    found = []
    for item in PROJECT["dependency-groups"][group]:
        found += asked(item["include-group"]) if isinstance(item, dict) else [Requirement(item)]
    return found


RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]


@pytest.mark.parametrize(("lock", "needed"), [("runtime", RUNTIME), ("dev", RUNTIME + asked("dev")), ("audit", asked("audit"))])  # fmt: skip
def test_what_the_project_asks_for_is_locked(lock: str, needed: list[Requirement]) -> None:
    found = pinned(lock)
    for requirement in needed:
        versions = found.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {lock}.txt: run make lock"
        assert all(version in requirement.specifier for version in versions), (
            f"{requirement}: run make lock"
        )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_its_sums_and_no_address(lock: str) -> None:
    text = text_of(lock)
    assert pinned(lock)
    for line in text.split("\n"):
        assert re.match(r"[A-Za-z0-9._-]+==|    --hash=sha256:[0-9a-f]{64}|    ?#|$", line), line
    for block in re.split(r"\n(?=[a-zA-Z])", text):
        assert "--hash=sha256:" in block
    assert not re.search(r"https?:|file:|--index|--find-links|[/\\](?:tmp|home|root|work)\b", text)


def test_the_files_agree_with_one_another() -> None:
    everything = pinned("dev")
    for lock in ("build", "runtime"):
        for name, versions in pinned(lock).items():
            assert set(versions) <= set(everything[name]), name


@pytest.mark.parametrize("folder", NPM)
def test_npm_packages_have_their_sums_and_no_address(folder: str) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))
    assert lock["lockfileVersion"] == 3
    for name, package in lock["packages"].items():
        if name and not package.get("link"):
            assert package["integrity"].startswith("sha512-"), name
            assert package.get("resolved", "https://registry.npmjs.org/").startswith(
                "https://registry.npmjs.org/"
            )


# MIT and its kin; MPL-2.0 asks only that changes of its own files be shown.
FREE = {
    "MIT",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "ISC",
    "PSF-2.0",
    "MPL-2.0",
    "0BSD",
    "BlueOak-1.0.0",
}


def test_every_licence_is_known_and_lets_us_pass_it_on() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|",
        (ROOT / "THIRD_PARTY.md").read_text("utf-8"),
        re.MULTILINE,
    )
    rows = [row for row in rows if row[0] != "package" and not row[0].startswith("-")]
    versions = {str(canonicalize_name(name)): version for name, version, _ in rows}
    for name, locked in pinned("runtime").items():
        assert versions.get(name) in locked, f"{name}: run make lock"
    assert {kind for _, _, kind in rows} <= FREE
    assert any(name == "pyodide" for name, _, _ in rows)


def test_the_bill_of_materials_and_the_audit_say_what_they_do() -> None:
    sys.path.insert(0, str(ROOT / "requirements"))
    try:
        import licences

        assert licences.render() == (ROOT / "THIRD_PARTY.md").read_text("utf-8")
    finally:
        sys.path.pop(0)
