"""What the offline page asks of the engine; in the browser itself it is tried by tests/editors."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from speechlint.desk import Desk
from tests.sources.docx.making import abstract, docx, level, num, numbered, paragraph, run

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "今年，XX市安排了38个项目。\r\n截止目前，XX市江洲区已开工。\r\n"
BODY = paragraph(run("今年XX市安排项目。")) + paragraph(run("截止目前，XX市已开工。"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk()


def told(desk: Desk, request: str, data: bytes = b"", /, **table: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(desk.ask(request, json.dumps(table), data).text)
    return found


def saved(desk: Desk, /, **table: Any) -> bytes:
    data = desk.ask("save", json.dumps(table)).data
    assert data is not None
    return data


def rules(answer: dict[str, Any]) -> list[str]:
    return [d["rule"] for d in answer["diagnostics"]]


def test_a_file_is_read_checked_and_written_in_its_own_encoding(desk: Desk) -> None:
    opened = told(desk, "open", TEXT.encode("gbk"), name="稿.txt")
    checked = told(desk, "check", text=opened["text"])

    assert opened == {"text": TEXT, "unit": "line", "encoding": "gb18030", "bom": False}
    assert rules(checked) == ["placeholder.mask", "word.as-of", "placeholder.mask"]
    assert checked["blanks"] == 2
    assert [(p["name"], p["span"]["start"], p["able"]) for p in checked["fillable"]] == [
        ("XX市", 3, True),
        ("XX市", 22, True),
    ]
    assert checked["errors"] == []
    assert saved(desk, kind="draft", text=TEXT + "好") == (TEXT + "好").encode("gbk")


def test_a_text_is_checked_again_as_it_is_then(desk: Desk) -> None:
    told(desk, "paste", name="未命名.txt")

    for text in (TEXT, TEXT.replace("截止", "截至"), TEXT):
        again = told(desk, "check", text=text)
        fresh = Desk()
        told(fresh, "paste", name="未命名.txt")
        assert again == told(fresh, "check", text=text)


def test_all_safe_fixes_come_as_steps(desk: Desk) -> None:
    told(desk, "open", TEXT.encode(), name="稿.txt")

    assert told(desk, "mend", text=TEXT) == {"steps": [[[17, 21, "截至目前"]]], "made": 1}


def test_the_steps_of_a_word_file_are_made_in_the_file(desk: Desk) -> None:
    data = docx(BODY)
    opened = told(desk, "open", data, name="稿.docx")
    steps = told(desk, "mend", steps=[])["steps"]
    first = opened["text"].index("XX")
    steps.append([[first, first + 3, "江州市"]])
    checked = told(desk, "check", steps=steps)

    assert opened["unit"] == checked["unit"] == "paragraph"
    assert rules(checked) == ["placeholder.mask"]
    assert told(Desk(), "open", saved(desk, kind="draft", steps=steps), name="稿.docx")["text"] == (
        "今年江州市安排项目。\n截至目前，XX市已开工。"
    )
    assert saved(desk, kind="draft", steps=[]) == data


def test_steps_that_are_undone_are_forgotten(desk: Desk) -> None:
    told(desk, "open", docx(BODY), name="稿.docx")
    one = [[[2, 5, "江州市"]]]
    other = [[[2, 5, "河州市"]]]

    texts = []
    for steps in (one, [], other, one):
        data = saved(desk, kind="draft", steps=steps)
        texts.append(told(Desk(), "open", data, name="稿.docx")["text"][:6])
    assert texts == ["今年江州市安", "今年XX市安", "今年河州市安", "今年江州市安"]


def test_tracked_changes_and_comments_are_made_on_demand(desk: Desk) -> None:
    told(desk, "open", docx(BODY), name="稿.docx")
    tracked = saved(desk, kind="draft", steps=[[[2, 5, "江州市"]]], tracked=True)
    comments = saved(desk, kind="comments", steps=[])

    def part(data: bytes, name: str) -> str:
        return zipfile.ZipFile(BytesIO(data)).read(name).decode()

    assert "<w:del " in part(tracked, "word/document.xml")
    assert len(re.findall("<w:comment ", part(comments, "word/comments.xml"))) == 3


def test_a_blank_in_an_automatic_number_cannot_be_filled_in(desk: Desk) -> None:
    numbering = abstract(0, level(0, "chineseCounting", "XX市第%1项：")) + num(1, 0)
    body = numbered(run("今年XX市抓产业。")) + paragraph(run("XX市已开工。"))
    told(desk, "open", docx(body, numbering=numbering), name="稿.docx")

    found = told(desk, "check", steps=[])["fillable"]
    assert [(p["name"], p["able"]) for p in found] == [
        ("XX市", False),
        ("XX市", True),
        ("XX市", True),
    ]


def test_an_office_s_tables_hold_until_they_are_taken_away(desk: Desk) -> None:
    told(desk, "paste", name="未命名.txt")
    files = {"词.csv": "误,正\n江洲,江州\n".encode().decode("latin-1")}

    answer = told(desk, "settings", files=files, words="词.csv")
    assert "word.house" in answer["rules"]
    assert answer["families"]["placeholder"] == "空白"
    assert "word.house" in rules(told(desk, "check", text=TEXT))
    told(desk, "settings")
    assert "word.house" not in rules(told(desk, "check", text=TEXT))


def test_wrong_settings_leave_the_old_ones(desk: Desk) -> None:
    told(desk, "settings", ignore=["placeholder"])
    wrong = {"词.csv": "误,正\n江洲,江洲\n".encode().decode("latin-1")}

    answer = told(desk, "settings", files=wrong, words="词.csv")
    assert answer == {"error": "词.csv：第 2 行：“误”和“正”都是“江洲”"}
    assert rules(told(desk, "check", text=TEXT)) == ["word.as-of"]


def test_what_is_not_to_be_reported_is_not(desk: Desk) -> None:
    told(desk, "open", TEXT.encode(), name="稿.txt")
    mark = told(desk, "mark", text=TEXT, span={"start": 3, "end": 5})["mark"]

    told(desk, "settings", places=[["placeholder.mask", mark]])
    assert rules(told(desk, "check", text=TEXT)) == ["word.as-of", "placeholder.mask"]
    told(desk, "settings", allow=["XX市"], ignore=["word.as-of"])
    silent = told(desk, "check", text=TEXT)
    assert (rules(silent), silent["blanks"], silent["fillable"]) == ([], 0, [])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("稿.docx", b"PK\3\4", "不是 .docx 文件，或者文件已经损坏"),
        ("稿.txt", b"\0\0\0", "像是二进制文件，不是文本"),
        ("稿.doc", b"\xd0\xcf\x11\xe0", "不是 Word 或 WPS 文件"),
    ],
)
def test_what_cannot_be_read_leaves_the_draft(
    desk: Desk, name: str, data: bytes, message: str
) -> None:
    told(desk, "open", TEXT.encode(), name="稿.txt")

    assert told(desk, "open", data, name=name)["error"].startswith(message)
    assert saved(desk, kind="draft", text=TEXT) == TEXT.encode()


def test_comments_are_for_word_files_only(desk: Desk) -> None:
    told(desk, "open", TEXT.encode(), name="稿.txt")

    assert told(desk, "save", kind="comments", text=TEXT) == {
        "error": "批注只能写进 Word 稿（.docx）"
    }


def test_a_fault_of_ours_names_its_place_and_quotes_nothing(desk: Desk) -> None:
    answer = told(desk, "check", text=None)

    assert answer["error"].startswith("speechlint 自己出错（")
