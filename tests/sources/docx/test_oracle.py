"""LibreOffice, an independent reader, prints the same numbers and finds our comments."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from speechlint.sources.docx import Draft
from tests.sources.docx import making
from tests.sources.docx.numbering_cases import CASES

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def converted(folder: Path, data: bytes, form: str) -> Path:
    """Return what LibreOffice makes of a .docx; `form` is the ending, with a filter perhaps."""
    (folder / "made.docx").write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [
        str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form,
        "--outdir", str(folder), str(folder / "made.docx"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"made.{form.partition(':')[0]}"


@needs_office
def test_numbers(tmp_path: Path) -> None:
    lists, nums, body, expected, count = "", "", "", [], 0
    known = [case for case in CASES if case.known]
    for of, case in enumerate(known):
        lists += making.abstract(of, *case.levels)
        names = {}
        for number, more in enumerate(("", *case.nums), 1):
            count += 1
            names[number] = count
            nums += making.num(count, of, more)
        for level, num, label in case.paragraphs:
            body += making.numbered("文", level, names[num])
            expected.append((case.name, f"{label}文"))
    data = making.docx(body, numbering=lists + nums)
    text = converted(tmp_path, data, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    printed = [line.replace(" ", "") for line in text.split("\n")]
    assert len(known) >= 40
    assert [(name, line) for (name, _), line in zip(expected, printed, strict=False)] == expected
    assert [block.text.replace(" ", "") for block in Draft(data).blocks] == [e for _, e in expected]
