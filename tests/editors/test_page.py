"""The offline page, as it is handed out, in a real browser from disk and with the network cut.

`make page` builds it; SPEECHLINT_PAGE names the file. What the page exports is read back here and
compared with what the command makes of the same drafts.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx as python_docx
import pytest

from speechlint.reading import decode
from speechlint.sources.docx import Draft
from tests.sources.docx.making import docx, paragraph, run

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
PAGE = os.environ.get("SPEECHLINT_PAGE", "")
EXAMPLE = (ROOT / "examples" / "draft.txt").read_text("utf-8")
GBK = EXAMPLE.replace("\u200b", "").replace("\n", "\r\n").encode("gbk")
LONG = 200_000  # characters
TIMEOUT = 400

pytestmark = pytest.mark.skipif(
    not PAGE, reason="SPEECHLINT_PAGE does not name the page; `make page` builds it"
)


def word(text: str) -> bytes:
    held = "".join(c for c in text if c >= " " or c == "\n")  # XML has no place for others
    return docx("".join(paragraph(run(escape(line))) for line in held.split("\n")))


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("input")
    (folder / "gbk.txt").write_bytes(GBK)
    (folder / "house.csv").write_bytes("误,正\n江洲区,江州新区\n".encode("gbk"))
    (folder / "word.docx").write_bytes(word("今年XX市安排项目。\n截止目前，XX市已开工。"))
    (folder / "broken.docx").write_bytes(b"PK\3\4 nothing")
    (folder / "long.txt").write_text((EXAMPLE * (LONG // len(EXAMPLE) + 1))[:LONG], "utf-8")
    drafts = folder / "equal"
    drafts.mkdir()
    for path in sorted((ROOT / "examples").glob("*.*")):
        shutil.copy(path, drafts)
    (drafts / "gbk.txt").write_bytes(GBK)
    (drafts / "utf-16.txt").write_bytes(EXAMPLE.replace("\n", "\r").encode("utf-16"))
    (drafts / "bom.txt").write_bytes(EXAMPLE.replace("在", "😀").encode("utf-8-sig"))
    (drafts / "word.docx").write_bytes(word(EXAMPLE))
    for path in [*CORPUS.glob("*.txt"), *CORPUS.glob("clean/*.txt")]:
        shutil.copy(path, drafts)
    return folder


@pytest.fixture(scope="module")
def outputs(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the browser and return the folder of what it made."""
    named = os.environ.get("SPEECHLINT_IMAGES")
    folder = Path(named) if named else tmp_path_factory.mktemp("output")
    folder.mkdir(parents=True, exist_ok=True)
    script = ROOT / "tests" / "browser" / "page.mjs"
    done = subprocess.run(
        ["node", script, PAGE, inputs, folder],
        capture_output=True,
        check=False,
        text=True,
        timeout=TIMEOUT,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    print(done.stdout)
    return folder


@pytest.fixture(scope="module")
def result(outputs: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((outputs / "result.json").read_text("utf-8"))
    return table


def command(folder: Path, *words: str) -> bytes:
    """Run the command in a folder and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "speechlint", *words],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "XDG_CONFIG_HOME": str(folder / "none"), "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def mended(folder: Path, tmp_path: Path, name: str, *more: str) -> bytes:
    """Return what the command's fixes make of a draft."""
    shutil.copyfile(folder / name, tmp_path / name)  # it may be read-only
    command(tmp_path, "--fix", *more, name)
    return (tmp_path / name).read_bytes()


def after(text: str, steps: list[list[list[Any]]]) -> str:
    for step in steps:
        for start, end, new in reversed(step):
            text = text[:start] + new + text[end:]
    return text


def test_what_is_wrong_with_a_table_or_a_file_is_told(result: dict[str, Any]) -> None:
    assert result["fault"] == "粘贴的词表.csv：第 2 行：“误”和“正”都是“江洲”"
    assert result["broken"].startswith("broken.docx：")


def test_fixes_in_the_page_are_those_of_the_command(
    inputs: Path, outputs: Path, tmp_path: Path
) -> None:
    expected = mended(inputs, tmp_path, "gbk.txt")

    assert (outputs / "gbk-mended.txt").read_bytes() == expected
    assert expected != (inputs / "gbk.txt").read_bytes()


def test_the_report_of_a_mended_draft_is_that_of_the_command(
    inputs: Path, outputs: Path, tmp_path: Path
) -> None:
    # The words of an office are those that the page was told.
    shutil.copy(inputs / "house.csv", tmp_path)
    (tmp_path / "speechlint.toml").write_text('words = "house.csv"\n', "utf-8")
    mended(inputs, tmp_path, "gbk.txt")

    expected = command(tmp_path, "gbk.txt", "--output-format", "html")
    assert (outputs / "gbk.html").read_bytes() == expected


def test_comments_stand_on_the_words_of_a_word_file(outputs: Path) -> None:
    document = python_docx.Document(str(outputs / "word-comments.docx"))

    assert [c.paragraphs[0].text.rpartition("（")[2] for c in document.comments] == [
        "placeholder.mask）",
        "word.as-of）",
        "placeholder.mask）",
    ]
    assert document.paragraphs[0].text == "今年XX市安排项目。"


def test_a_mended_and_filled_word_file_has_the_new_words(inputs: Path, outputs: Path) -> None:
    document = python_docx.Document(str(outputs / "word-mended.docx"))

    assert [p.text for p in document.paragraphs] == [
        "今年江州市安排项目。",
        "截至目前，江州市已开工。",
    ]
    assert (outputs / "word-undone.docx").read_bytes() == (inputs / "word.docx").read_bytes()


def test_tracked_changes_can_be_taken_back(outputs: Path) -> None:
    data = (outputs / "word-tracked.docx").read_bytes()
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()

    assert Draft(data).document.text == "今年江州市安排项目。\n截至目前，江州市已开工。"
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", body) == ["XX", "止", "XX"]


def test_every_draft_is_reported_and_mended_as_by_the_command(
    inputs: Path, outputs: Path, result: dict[str, Any], tmp_path: Path
) -> None:
    folder = inputs / "equal"
    names = sorted(path.name for path in folder.iterdir())
    assert result["equal"] == len(names)

    for name in names:
        for kind in ("json", "html"):
            expected = command(folder, name, "--output-format", kind)
            assert (outputs / f"{name}.{kind}").read_bytes() == expected, (name, kind)
        expected = mended(folder, tmp_path, name)
        if name.endswith(".docx"):
            assert (outputs / f"{name}.fixed").read_bytes() == expected, name
            continue
        decoded = decode((folder / name).read_bytes())
        steps = json.loads((outputs / f"{name}.steps").read_text("utf-8"))
        assert decoded.encode(after(decoded.text, steps)) == expected, name
