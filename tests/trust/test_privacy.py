"""No network, nothing of a folder is run, nothing written but what was asked for, and nothing read elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.server.test_robustness import messages
from tests.sources.docx.making import docx, paragraph

ROOT = Path(__file__).resolve().parents[2]
WATCHED = Path(__file__).with_name("watched.py")
ALL = """words = "words.csv"
roster = "people.csv"
facts = "facts.csv"
packs = ["own/"]
allow = "allow.txt"
extend = "../office"
"""
COMMANDS: dict[str, list[str]] = {
    "check": ["a.txt", "a.md", "a.docx"],
    "check in two processes": ["--jobs", "2", "a.txt", "a.md", "a.docx"],
    "check what comes in": ["-"],
    "fix": ["--unsafe-fixes", "--backup", "a.txt"],
    "diff": ["--diff", "a.txt"],
    "annotate": ["--annotate", "b.docx", "a.docx"],
    **{f"report as {kind}": ["--output-format", kind, "--output-file", f"r.{kind}", "a.txt"]
       for kind in ("json", "html", "sarif", "github", "gitlab", "junit")},
    "figures": ["figures", "a.txt"],
    "stats": ["stats", "a.txt"],
    "rules": ["rules"],
    "explain": ["explain", "figure.sum"],
    "test": ["test", "own"],
    "init": ["init", "new"],
    "config": ["config", "show", "a.txt"],
    "baseline": ["baseline", "write", "a.txt"],
    "help": ["--help"],
}  # fmt: skip
# What each may write; all others nothing.
WRITES = {
    "fix": {"a.txt", "a.txt.bak"},
    "annotate": {"b.docx"},
    "init": {"new/speechlint.toml"},
    "baseline": {".speechlint-baseline.json"},
    **{f"report as {kind}": {f"r.{kind}"} for kind in ("json", "html", "sarif", "github", "gitlab", "junit")},
}  # fmt: skip
DRAFT = (
    "同志们：\n\n今年开工XX个项目，完成投资14900万元，其中甲县6200万元、乙县5400万元、丙县3300万元,增长12.5%。\n\n"
    "各县(市、区)要跨更加展，江洲市李国墙同志出席。截止目前，全市齐心协力。\n"
)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Return a folder whose configuration names everything that there is."""
    at = tmp_path / "drafts"
    (at / "own").mkdir(parents=True)
    (at / "new").mkdir()
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "speechlint.toml").write_text("preview = true\n", "utf-8")
    (at / "speechlint.toml").write_text(ALL, "utf-8")
    (at / "words.csv").write_text("误,正,说明\n江洲,江州,\n", "utf-8")
    (at / "people.csv").write_text("姓名,职务,次序\n李国强,市委书记,1\n", "utf-8")
    (at / "facts.csv").write_text("指标,时期,数值,单位\n财政收入,2024年,186.53,亿元\n", "utf-8")
    (at / "allow.txt").write_text("X政务\n", "utf-8")
    (at / "own" / "pack.toml").write_text('title = "t"\nwhy = "w"\n', "utf-8")
    (at / "own" / "rule.toml").write_text(
        'title = "t"\nwhy = "w"\nmessage = "{match}"\nchecker = "pattern"\n'
        '[options]\npatterns = ["绝对"]\n[[examples]]\nbad = "⟦绝对⟧"\n[[examples]]\ngood = "甲"\n',
        "utf-8",
    )
    (at / "a.txt").write_text(DRAFT, "utf-8")
    (at / "a.md").write_text("# 讲话\n\n" + DRAFT, "utf-8")
    (at / "a.docx").write_bytes(docx(paragraph("同志们：") + paragraph("今年开工XX个项目。")))
    return at


def events(drafts: Path, words: list[str], given: bytes = b"", code: tuple[int, ...] = (0, 1)) -> list[tuple[str, list[Any]]]:  # fmt: skip
    log = drafts.parent / "log"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
        "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1",
        "HOME": str(drafts.parent / "home"), "XDG_CONFIG_HOME": str(drafts.parent / "home" / ".config"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(WATCHED), str(log), *words],
        cwd=drafts, input=given, capture_output=True, check=False, env=environment, timeout=120,
    )  # fmt: skip
    assert done.returncode in code, done.stderr.decode()
    return [tuple(json.loads(line)) for line in log.read_text("utf-8").splitlines()]


def no_network(found: list[tuple[str, list[Any]]]) -> None:
    """Assert that no socket but a pair of our own (asyncio wakes itself with it) is made, and none connected."""
    for event, details in found:
        if event == "socket.__new__":
            assert details[1] in ("1", 1, "AddressFamily.AF_UNIX"), details
        else:
            assert not event.startswith(("socket.connect", "socket.bind", "socket.get", "socket.send", "urllib.", "http.")), event  # fmt: skip


def nothing_started(found: list[tuple[str, list[Any]]]) -> None:
    started = (
        "subprocess.",
        "os.exec",
        "os.system",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "webbrowser.",
    )
    assert [event for event, _ in found if event.startswith(started)] == []


@pytest.mark.parametrize("what", COMMANDS)
def test_no_network_no_program_no_other_file(drafts: Path, what: str) -> None:
    found = events(drafts, COMMANDS[what], DRAFT.encode())

    no_network(found)
    nothing_started(found)
    written: set[str] = set()
    read: set[str] = set()
    for event, details in found:
        if event != "open" or not isinstance(details[0], str):
            continue
        path = os.path.realpath(drafts / details[0])
        flags = details[2] if isinstance(details[2], int) else 0
        (written if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) else read).add(path)
    home = os.path.realpath(drafts) + os.sep
    told = {os.path.realpath(drafts / name) for name in WRITES.get(what, ())}
    # A file is replaced by a new one beside it, which is for us alone until it is whole.
    others = {path for path in written - told - {os.devnull} if not path.startswith(home + ".speechlint-") and not path.startswith(home + "new/.speechlint-")}  # fmt: skip
    assert {
        path for path in others if not path.startswith("/dev/")
    } == set()  # semaphores of the pool
    interpreter = {
        os.path.realpath(p) for p in (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values())
    }
    elsewhere = {
        path for path in read
        if not path.startswith((home, str(ROOT) + os.sep, os.path.realpath(drafts.parent / "office")))
        and not path.startswith(tuple(folder + os.sep for folder in interpreter))
        and not path.startswith(("/etc/localtime", "/usr/share/zoneinfo", "/proc/", "/sys/", "/dev/"))
    }  # fmt: skip
    assert (
        elsewhere
        - {os.path.realpath(drafts.parent / name) for name in ("speechlint.toml", "pyproject.toml")}
        == set()
    )


def test_the_server_without_a_network(drafts: Path) -> None:
    uri = (drafts / "a.txt").as_uri()
    item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": DRAFT}
    document = {"textDocument": {"uri": uri}}
    given = messages(
        {"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}, "rootUri": drafts.as_uri()}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": item}},
        {"id": 2, "method": "textDocument/documentSymbol", "params": document},
        {"id": 3, "method": "textDocument/hover", "params": {**document, "position": {"line": 2, "character": 5}}},
        {"id": 5, "method": "shutdown"},
        {"method": "exit"},
    )  # fmt: skip
    found = events(drafts, ["server"], given, (0,))
    no_network(found)
    nothing_started(found)
    opened = [
        d
        for e, d in found
        if e == "open" and isinstance(d[2], int) and d[2] & (os.O_WRONLY | os.O_CREAT)
    ]
    assert [d for d in opened if d[0] != os.devnull and isinstance(d[0], str)] == []


@pytest.mark.parametrize("what", ["check", "fix", "annotate", "baseline", "figures"])
def test_where_there_is_no_network_at_all(drafts: Path, what: str) -> None:
    """In a namespace without one: as on a machine whose cable is pulled."""
    cut = ["unshare", "--map-root-user", "--net"]
    if (
        not shutil.which("unshare")
        or subprocess.run([*cut, "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("this system lets nobody make a network namespace")
    done = subprocess.run(
        [*cut, sys.executable, "-m", "speechlint", *COMMANDS[what]],
        cwd=drafts, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode in {0, 1}, done.stderr.decode()


def test_files_of_a_run_are_for_their_owner_alone(drafts: Path) -> None:
    (drafts / "a.txt").chmod(0o600)
    (drafts / "a.docx").chmod(0o600)
    old = os.umask(0o077)
    try:
        events(drafts, ["--fix", "--backup", "a.txt"])
        events(drafts, ["--annotate", "b.docx", "a.docx"])
        events(drafts, ["baseline", "write", "a.txt"])
    finally:
        os.umask(old)
    for name in ("a.txt", "a.txt.bak", "b.docx", ".speechlint-baseline.json"):
        assert stat.S_IMODE((drafts / name).stat().st_mode) == 0o600, name


EVIL = "import os, sys\nprint('EVIL CODE OF THE FOLDER', file=sys.stderr)\nos._exit(77)\n"


@pytest.fixture
def evil(drafts: Path) -> Path:
    """Return a folder that has a module of each name a program may import, and a plug-in."""
    for name in ("tomli", "jieba", "openpyxl", "markdown_it", "pygls", "pathspec", "tomlkit", "json", "csv", "zipfile",
                 "sitecustomize", "usercustomize", "lsprotocol", "difflib", "hashlib", "evil"):  # fmt: skip
        (drafts / f"{name}.py").write_text(EVIL, "utf-8")
    info = drafts / "evil-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[speechlint.checkers]\nevil = evil:Evil\n", "utf-8")
    return drafts


@pytest.mark.parametrize("words", [["a.txt", "a.md", "a.docx"], ["rules"], ["stats", "a.txt"], ["config", "show", "a.txt"], ["baseline", "write", "a.txt"]])  # fmt: skip
@pytest.mark.parametrize("way", ["command", "module"])
def test_modules_of_the_folder_are_not_run(evil: Path, words: list[str], way: str) -> None:
    script = Path(sys.executable).with_name("speechlint")
    if way == "command" and not script.exists():
        pytest.skip("the command is not installed beside this interpreter")
    start = [str(script)] if way == "command" else [sys.executable, "-m", "speechlint"]
    done = subprocess.run([*start, *words], cwd=evil, capture_output=True, check=False, env=bare())
    assert "EVIL" not in done.stderr.decode()
    assert done.returncode in {0, 1}, done.stderr.decode()


def bare() -> dict[str, str]:
    """Return the environment without what tells Python where to look."""
    return {n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "COV"))}


@pytest.mark.parametrize("way", ["command", "module"])
def test_a_plug_in_that_lies_in_the_folder_is_none(evil: Path, way: str) -> None:
    rule = (
        (evil / "own" / "rule.toml")
        .read_text("utf-8")
        .replace('"pattern"', '"evil"')
        .replace('patterns = ["绝对"]', "")
    )
    (evil / "own" / "rule.toml").write_text(rule, "utf-8")
    script = Path(sys.executable).with_name("speechlint")
    if way == "command" and not script.exists():
        pytest.skip("the command is not installed beside this interpreter")
    start = [str(script)] if way == "command" else [sys.executable, "-m", "speechlint"]
    done = subprocess.run([*start, "a.txt"], cwd=evil, capture_output=True, check=False, env=bare())
    assert done.returncode == 2
    assert "没有检查器 evil" in done.stderr.decode()


@pytest.mark.parametrize(
    "setting", ['allow = "../allow.txt"', 'allow = "/etc/hostname"', 'allow = "link.txt"']
)
def test_a_list_of_what_is_allowed_lies_in_the_folder(drafts: Path, setting: str) -> None:
    (drafts.parent / "allow.txt").write_text("秘密\n", "utf-8")
    (drafts / "link.txt").symlink_to("../allow.txt")
    (drafts / "speechlint.toml").write_text(setting + "\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "speechlint", "a.txt"],
        cwd=drafts, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "要在这个配置文件所在的文件夹里" in done.stderr.decode()
