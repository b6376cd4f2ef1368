"""A checker of another package: built, installed, found by its entry point, used by a pack."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# A build backend of a few lines: nothing is downloaded.
BACKEND = """
import zipfile

INFO = "shouter-1.0.dist-info"

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = "shouter-1.0-py3-none-any.whl"
    files = {
        "shouter/__init__.py": open("shouter/__init__.py", encoding="utf-8").read(),
        "shouter/pack.toml": open("shouter/pack.toml", encoding="utf-8").read(),
        "shouter/loud.toml": open("shouter/loud.toml", encoding="utf-8").read(),
        INFO + "/METADATA": "Metadata-Version: 2.1\\nName: shouter\\nVersion: 1.0\\n",
        INFO + "/WHEEL": "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\n"
        "Tag: py3-none-any\\n",
        INFO + "/entry_points.txt": "[speechlint.checkers]\\nshouter.loud = shouter:Loud\\n"
        "shouter.lost = shouter:Lost\\n",
    }
    record = "".join(f"{path},,\\n" for path in files) + INFO + "/RECORD,,\\n"
    with zipfile.ZipFile(f"{wheel_directory}/{name}", "w") as wheel:
        for path, text in {**files, INFO + "/RECORD": record}.items():
            wheel.writestr(path, text)
    return name
"""
PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
CHECKER = '''
from typing import NamedTuple

from speechlint.rule import Finding
from speechlint.text import Span


class Loud(NamedTuple):
    """Flag exclamation marks in a row."""

    most: int = 1

    def check_paragraph(self, paragraph):
        at = paragraph.text.find("！" * (self.most + 1))
        if at >= 0:
            yield Finding(Span(at, at + self.most + 1), {"most": str(self.most)})
'''
RULE = """\
title = "叹号太多"
message = "叹号不超过 {most} 个"
why = "……"
checker = "shouter.loud"
examples = [{ bad = "好⟦！！⟧" }, { good = "好！" }]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the plug-in is installed into."""
    source = tmp_path_factory.mktemp("source")
    (source / "shouter").mkdir()
    for name, text in {
        "pyproject.toml": PROJECT,
        "backend.py": BACKEND,
        "shouter/__init__.py": CHECKER,
        "shouter/pack.toml": 'title = "喊"\nwhy = "…"\n',
        "shouter/loud.toml": RULE,
    }.items():
        (source / name).write_text(text, encoding="utf-8")
    target = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    options = ["--quiet", "--no-index", "--no-deps", "--target", str(target)]
    subprocess.run([*pip, *options, str(source)], check=True, capture_output=True)
    return target


def run(site: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH", "")]))
    return subprocess.run(
        [sys.executable, "-m", "speechlint", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_pack_with_its_own_checker(site: Path, tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_text(
        'packs = ["package:shouter"]\nselect = ["shouter"]\n[options."shouter.loud"]\nmost = 2\n',
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text("太好了！！！今天！！", encoding="utf-8")
    done = run(site, tmp_path, "-q", "a.txt")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "a.txt:1:4: 警告 shouter.loud 叹号不超过 2 个\n"


def test_its_examples_may_be_tried(site: Path, tmp_path: Path) -> None:
    done = run(site, tmp_path, "test", "package:shouter")
    assert (done.returncode, done.stdout) == (0, "试了 2 个例子，全部相符\n")


def test_what_is_wrong_with_it_is_told(site: Path, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.toml").write_text('title = "x"\nwhy = "…"\n', encoding="utf-8")
    (tmp_path / "speechlint.toml").write_text('packs = ["house"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("好。", encoding="utf-8")
    rule = tmp_path / "house" / "loud.toml"
    where = f"{tmp_path}/speechlint.toml：第 1 行：packs：{rule}："
    for wrong, message in (
        (RULE.replace("shouter.loud", "shouter.luod"), "没有检查器 shouter.luod"),
        (RULE.replace("shouter.loud", "shouter.lost"), "用例子试跑时检查器 shouter.lost 出错"),
        (RULE.replace("{most}", "{least}"), "message 里的 {least} 检查器没有给出，可用的：most"),
        (RULE.replace("why", "options = { mostt = 1 }\nwhy"), "没有选项 mostt，是不是 most？"),
        (RULE.replace("why", 'options = { most = "1" }\nwhy'), "选项 most 应是整数"),
    ):
        rule.write_text(wrong, encoding="utf-8")
        done = run(site, tmp_path, "a.txt")
        assert done.returncode == 2
        assert f"{where}{message}" in done.stderr


def test_a_failing_example_is_named(site: Path, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.toml").write_text('title = "x"\nwhy = "…"\n', encoding="utf-8")
    rule = tmp_path / "house" / "loud.toml"
    rule.write_text(RULE.replace("⟦！！⟧", "⟦！⟧！"), encoding="utf-8")
    done = run(site, tmp_path, "test", "house")
    assert done.returncode == 1
    assert done.stdout == (
        f"{os.path.join('house', 'loud.toml')}：第 1 个例子：应为 '好⟦！⟧！'，实为 '好⟦！！⟧'\n"
        "试了 2 个例子，1 处不符\n"
    )
