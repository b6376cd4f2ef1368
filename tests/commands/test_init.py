import re
from pathlib import Path

import pytest

from speechlint import config
from speechlint.api import Checking

from .conftest import Office


def test_a_configuration_that_explains_itself(office: Office) -> None:
    assert office.run("init") == (0, "写好了 ./speechlint.toml\n", "")
    assert config.read("speechlint.toml")._replace(layers=(), file="", root="") == config.Config()


def test_in_another_folder(office: Office) -> None:
    Path("d").mkdir()

    assert office.run("init", "d").code == 0
    assert Path("d/speechlint.toml").exists()


def test_every_line_of_it_may_be_put_to_use(office: Office) -> None:
    office.run("init")
    path = Path("speechlint.toml")
    text = path.read_text(encoding="utf-8")
    used = re.sub(r"(?m)^# (?=\[|\"|[a-z-]+ =)", "", text)
    keys = set(re.findall(r"(?m)^\[?([a-z-]+)", used))
    assert keys >= {
        "select",
        "ignore",
        "preview",
        "exclude",
        "per-file-ignores",
        "severity",
        "options",
    }
    # What stands for files of one's own may stay a comment.
    used = re.sub(r"(?m)^(?=(extend|packs|words|roster|facts|allow) = )", "# ", used)
    path.write_text(used, encoding="utf-8")

    Checking().check("今年开局良好。".encode(), "a.txt")  # names no rule and no option in vain


def test_one_that_is_there_stays(office: Office) -> None:
    office.write("speechlint.toml", "preview = true\n")

    assert office.run("init") == (2, "", "./speechlint.toml 已经有了，没有改动\n")
    assert Path("speechlint.toml").read_text(encoding="utf-8") == "preview = true\n"


@pytest.mark.parametrize(
    ("folder", "why"), [("none", "没有这个文件或文件夹"), ("file", "路径中间有一段不是文件夹")]
)
def test_a_folder_that_cannot_be_written_to(office: Office, folder: str, why: str) -> None:
    office.write("file")

    assert office.run("init", folder) == (2, "", f"{folder}/speechlint.toml：写不进去（{why}）\n")
