"""What a run makes of each kind of input."""

from __future__ import annotations

import gzip
import json
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet

import speechlint
from speechlint.corpus import CorpusError, drafts
from speechlint.corpus.drafts import Input
from tests.corpus_command.drafts import rows, run, tables, text

if TYPE_CHECKING:
    from collections.abc import Sequence

BLANK = "今年安排XX个项目。"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(*words: object) -> tuple[int, list[dict[str, Any]], list[dict[str, Any]]]:
    """Run into `out`; return the exit code, the documents and the diagnostics."""
    done = run(*words, "--output", "out", "--jobs", 1)
    assert done.stderr == ""
    return done.returncode, rows(Path("out/documents.jsonl")), rows(Path("out/diagnostics.jsonl"))


def said(documents: Sequence[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    return [(row["id"], row["status"], row["reason"]) for row in documents]


def test_a_folder_as_check_does(here: Path) -> None:
    folder = here / "drafts"
    (folder / "sub").mkdir(parents=True)
    for number, name in enumerate(["b.txt", "sub/a.md", "a.txt"]):
        (folder / name).write_text(text(number), encoding="gb18030" if number == 2 else "utf-8")
    code, documents, diagnostics = checked("drafts")
    assert code == 0
    assert said(documents) == [
        ("a.txt", "checked", None),
        ("b.txt", "checked", None),
        ("sub/a.md", "checked", None),
    ]
    assert documents[0]["encoding"] == "gb18030"
    report = subprocess.run(
        [sys.executable, "-m", "speechlint", "drafts", "--output-format", "json"],
        capture_output=True,
        check=False,
    )
    files = json.loads(report.stdout)["files"]
    for row, file in zip(documents, files, strict=True):
        mine = [d for d in diagnostics if d["document"] == row["document"]]
        assert [{k: d[k] for k in d if k not in ("document", "id")} for d in mine] == file[
            "diagnostics"
        ]
        levels = ("error", "warning", "info")
        assert [row[level] for level in levels] == [
            sum(d["severity"] == level for d in file["diagnostics"]) for level in levels
        ]
        assert (row["blanks"], row["encoding"]) == (file["blanks"], file["encoding"])
    counts: dict[str, int] = {}
    for d in diagnostics:
        counts[d["rule"]] = counts.get(d["rule"], 0) + 1
    summary = rows(Path("out/summary.jsonl"))
    assert {r["rule"]: r["error"] + r["warning"] + r["info"] for r in summary} == counts
    assert [r["rule"] for r in summary] == sorted(counts)


def test_what_is_broken_is_listed(here: Path) -> None:
    folder = here / "drafts"
    folder.mkdir()
    (folder / "1.txt").write_bytes("同志们：今年\n".encode() + b"\xff\xfe\n")
    (folder / "2.txt").write_bytes(b"\x00\x01" * 9)
    (folder / "3.txt").write_text("Nothing in Chinese here.\n")
    (folder / "4.docx").write_bytes(b"PK\3\4 but no more")
    (folder / "5.txt").write_text(BLANK, encoding="utf-8")
    (folder / "6.jsonl").write_text(json.dumps({"text": BLANK}), encoding="utf-8")
    (folder / "7.zip").write_bytes(b"PK\3\4")
    (folder / "8.txt").symlink_to("nowhere")
    code, documents, diagnostics = checked("drafts")
    assert code == 2
    assert said(documents) == [
        ("1.txt", "failed", "undecodable"),
        ("2.txt", "failed", "binary"),
        ("3.txt", "skipped", "not-chinese"),
        ("4.docx", "failed", "unreadable"),
        ("5.txt", "checked", None),
        ("6.jsonl:1", "checked", None),
        ("7.zip", "failed", "unreadable"),
    ]
    assert [(d["document"], d["id"], d["rule"]) for d in diagnostics] == [
        (4, "5.txt", "placeholder.mask"),
        (5, "6.jsonl:1", "placeholder.mask"),
    ]
    failures = [row for row in documents if row["status"] == "failed"]
    assert rows(Path("out/failures.jsonl")) == failures


@pytest.mark.parametrize("ending", ["jsonl", "ndjson", "jsonl.gz"])
def test_records(ending: str, here: Path) -> None:
    whole = f"\ufeff😀{BLANK}"  # a mark that belongs to the text
    lines = [
        json.dumps({"name": "甲", "body": whole}),
        "",
        '{"name": "乙", "body": "\\ud800' + BLANK + '"}',
        "[1]",
        '{"body": null}',
        '{"name": 7}',
        '{"name": "x", "body"',
        json.dumps({"body": BLANK}, ensure_ascii=False),
    ]
    data = "\n".join(lines).encode()
    path = here / f"drafts.{ending}"
    path.write_bytes(gzip.compress(data) if ending.endswith("gz") else data)
    code, documents, diagnostics = checked(path, "--text-field", "body", "--id-field", "name")
    assert code == 2
    assert said(documents) == [
        ("甲", "checked", None),
        ("乙", "checked", None),
        ("4", "failed", "bad-record"),
        ("5", "failed", "bad-record"),
        ("7", "failed", "bad-record"),
        ("7", "failed", "bad-record"),
        ("8", "checked", None),
    ]
    assert [row["message"] for row in documents if row["message"]] == [
        '记录应是 JSON 对象，如 {"text": "……"}',
        "字段 body 不是文本",
        "没有字段 body，有的是：name；用 --text-field 指定哪个是正文",
        "第 7 行不是 JSON",
    ]
    assert [row["characters"] for row in documents[:2]] == [len(whole), len(BLANK) + 1]
    masks = [d for d in diagnostics if d["rule"] == "placeholder.mask"]
    for d, draft in zip(masks, (whole, BLANK), strict=True):
        assert draft[d["span"]["start"] : d["span"]["end"]] == "XX"


def test_an_archive_that_breaks_off(here: Path) -> None:
    data = gzip.compress(
        "".join(json.dumps({"text": text(number)}) + "\n" for number in range(40)).encode()
    )
    (here / "drafts.jsonl.gz").write_bytes(data[: len(data) // 2])
    code, documents, _ = checked("drafts.jsonl.gz")
    assert code == 2
    last = documents.pop()
    assert (last["id"], last["status"], last["reason"]) == (
        "drafts.jsonl.gz",
        "failed",
        "unreadable",
    )
    assert last["message"] == f"第 {len(documents)} 行以后读不出来，文件不完整"
    assert documents


class Gbk(zipfile.ZipInfo):
    """A member as Chinese systems write it: its name in GBK, and no flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("gbk"), self.flag_bits


class Flagless(zipfile.ZipInfo):
    """A member whose name is UTF-8, and no flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode(), self.flag_bits


def test_a_zip_file(here: Path) -> None:
    with zipfile.ZipFile(here / "drafts.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(Gbk("讲话稿/第一篇.txt"), text(0).encode("gb18030"))
        archive.writestr(Flagless("讲话稿/第二篇.txt"), BLANK)
        archive.writestr("讲话稿/第三篇.md", BLANK)
        archive.writestr("../../etc/一.txt", BLANK)
        archive.writestr("__MACOSX/._第三篇.txt", b"\0")
        archive.writestr("picture.png", b"\0")
        archive.writestr("bad.txt", BLANK * 9)
    data = (here / "drafts.zip").read_bytes()
    at = data.index(b"bad.txt") + len("bad.txt")
    (here / "drafts.zip").write_bytes(data[:at] + b"\xff\xff\xff" + data[at + 3 :])
    code, documents, _ = checked("drafts.zip")
    assert code == 2
    assert said(documents) == [
        ("讲话稿/第一篇.txt", "checked", None),
        ("讲话稿/第二篇.txt", "checked", None),
        ("讲话稿/第三篇.md", "checked", None),
        ("../../etc/一.txt", "checked", None),
        ("bad.txt", "failed", "unreadable"),
    ]
    assert documents[-1]["message"] == "在压缩包里是坏的，或用了不认识的压缩方法，请解压后再检查"
    assert sorted(path.name for path in here.iterdir()) == ["drafts.zip", "out"]


def test_a_member_with_a_password(here: Path) -> None:
    with zipfile.ZipFile(here / "drafts.zip", "w") as archive:
        archive.writestr("一.txt", BLANK)
    data = bytearray((here / "drafts.zip").read_bytes())
    data[6] |= 1  # of the member
    data[data.index(b"PK\1\2") + 8] |= 1  # of the directory
    (here / "drafts.zip").write_bytes(data)
    code, documents, _ = checked("drafts.zip")
    assert (code, said(documents)) == (2, [("一.txt", "failed", "encrypted")])


def test_parquet(here: Path) -> None:
    table = pa.table(
        {
            "number": [11, 12, None, 14],
            "body": [text(0), None, BLANK, "Nothing."],
            "raw": [text(1).encode("gb18030"), b"\0\0", BLANK.encode(), b""],
        }
    )
    parquet.write_table(table, here / "drafts.parquet")
    words = ("drafts.parquet", "--id-field", "number", "--text-field")
    code, documents, _ = checked(*words, "body")
    assert (code, said(documents)) == (
        2,
        [
            ("11", "checked", None),
            ("12", "failed", "bad-record"),
            ("3", "checked", None),
            ("14", "skipped", "not-chinese"),
        ],
    )
    code, documents, _ = checked(*words, "raw", "--overwrite")
    assert [row["encoding"] for row in documents] == ["gb18030", None, "utf-8", "utf-8"]
    wrong = run(*words, "text", "--output", "other")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        (
            "speechlint：drafts.parquet：没有列 text，有的是：number、body、raw；"
            "用 --text-field 指定哪列是正文\n"
        ),
    )
    assert not Path("other").exists()


def test_tables_as_parquet(here: Path) -> None:
    folder = here / "drafts"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(text(number), encoding="utf-8")
    (folder / "3.txt").write_bytes(b"\0")
    assert checked("drafts")[0] == 2
    assert run("drafts", "--output", "tables", "--format", "parquet").returncode == 2
    names = ["documents", "diagnostics", "failures", "summary"]
    for name in names:
        read = parquet.read_table(here / "tables" / f"{name}.parquet").to_pylist()
        assert read == rows(Path(f"out/{name}.jsonl"))
    assert sorted(tables(Path("tables"))) == sorted(
        [".lock", "checkpoint.json", "run.json", *(f"{name}.parquet" for name in names)]
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_may_read_what_comes_out(here: Path) -> None:
    (here / "drafts.jsonl").write_text(json.dumps({"text": BLANK}), encoding="utf-8")
    for form in ("jsonl", "parquet"):
        assert run("drafts.jsonl", "--output", form, "--format", form).returncode == 0
        assert stat.S_IMODE(Path(form).stat().st_mode) == 0o700
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in Path(form).iterdir()}
        assert set(modes.values()) == {0o600}, modes


def test_the_order_is_that_of_the_input_whatever_the_jobs(here: Path) -> None:
    with (here / "drafts.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(150):  # long and short ones: batches are done out of order
            draft = text(number) * 9 if number % 40 == 0 else BLANK
            stream.write(json.dumps({"id": number, "text": draft}) + "\n")
    for jobs in (1, 3):
        assert run("drafts.jsonl", "--output", f"out{jobs}", "--jobs", jobs).returncode == 0
    one, three = tables(Path("out1")), tables(Path("out3"))
    assert one == three
    assert [row["id"] for row in rows(Path("out1/documents.jsonl"))] == list(map(str, range(150)))


def test_the_configuration_of_each_folder_holds(here: Path) -> None:
    for name in ("a", "b"):
        (here / "drafts" / name).mkdir(parents=True)
        (here / "drafts" / name / "1.txt").write_text(BLANK, encoding="utf-8")
    (here / "drafts/b/speechlint.toml").write_text('ignore = ["placeholder"]')
    (here / "drafts/speechlint.toml").write_text('exclude = ["c.txt"]')
    (here / "drafts/c.txt").write_text(BLANK, encoding="utf-8")
    code, documents, diagnostics = checked("drafts")
    assert (code, [d["id"] for d in diagnostics]) == (0, ["a/1.txt"])
    assert said(documents)[0] == ("c.txt", "skipped", "excluded")
    assert run("drafts", "--output", "two", "--ignore", "placeholder.mask").returncode == 0
    assert rows(Path("two/diagnostics.jsonl")) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["gone", "--output", "out"], "gone：没有这个文件或文件夹，请核对路径"),
        (
            ["a.txt", "--output", "out"],
            (
                "a.txt：应是文件夹，或 .zip、.jsonl、.ndjson、.jsonl.gz、.ndjson.gz、.parquet 文件；"
                "检查一份稿子用 speechlint check"
            ),
        ),
        ([".", "--output", "out"], "--output 在输入的文件夹里面，结果会被当作稿子；请写到别处"),
        (["sub", "--output", "a.txt"], "a.txt：是文件，不是文件夹；--output 要一个文件夹"),
        (["a.zip", "--output", "out"], "a.zip：不是完整的 zip 压缩包，请重新压缩或重新下载"),
        (["a.jsonl.gz", "--output", "out"], "a.jsonl.gz：第 0 行以后读不出来，文件不完整"),
        (["a.parquet", "--output", "out"], "a.parquet：不是完整的 Parquet 文件，请重新导出"),
        (
            ["sub", "--output", "out", "--select", "placeholdr"],
            "没有规则或规则族 placeholdr，是不是 placeholder？",
        ),
    ],
)
def test_what_cannot_be_made_is_told_before(words: list[str], told: str, here: Path) -> None:
    (here / "sub").mkdir()
    for name in ("a.txt", "a.zip", "a.jsonl.gz", "a.parquet"):
        (here / name).write_text("no")
    done = run(*words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"speechlint：{told}\n")
    assert not Path("out").exists()


def test_what_is_said_at_the_end(here: Path) -> None:
    (here / "drafts.jsonl").write_text(
        "\n".join([json.dumps({"text": BLANK}), json.dumps({"text": "Nothing."}), "{"]),
        encoding="utf-8",
    )
    done = run("drafts.jsonl", "--output", "out", "--fail-on", "error")
    assert (done.returncode, done.stdout) == (
        2,
        (
            "检查了 1 份，10 字，其中 1 份有问题：错误 1，警告 0，提示 0\n"
            "略过 1 份（不像讲话稿，或配置 exclude 已排除）\n"
            "          1  placeholder.mask（1 份）\n"
            "1 份没能检查或没有查全，见 failures.jsonl\n"
            "结果在 out：documents.jsonl、diagnostics.jsonl、failures.jsonl、summary.jsonl\n"
        ),
    )
    (here / "drafts.jsonl").write_text(json.dumps({"text": BLANK}), encoding="utf-8")
    words = ("drafts.jsonl", "--output", "out", "--overwrite", "--quiet")
    assert run(*words, "--fail-on", "error").returncode == 1
    assert run(*words).stdout == ""
    assert run(*words, "--severity", "warning", "--fail-on", "info").returncode == 1
    assert run(*words, "--select", "numbering", "--fail-on", "info").returncode == 0


def test_too_large_is_told_without_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "LARGEST", 40)
    (tmp_path / "1.txt").write_text(BLANK * 2, encoding="utf-8")
    (draft,) = Input(str(tmp_path)).drafts()
    with pytest.raises(drafts.TooLargeError, match=r"有 0 MB，超过 0 MB"):
        draft.load()


def test_how_far_one_is_through_the_input(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(BLANK, encoding="utf-8")
    lines = (json.dumps({"text": BLANK}) + "\n") * 2000
    (tmp_path / "3.jsonl").write_text(lines, encoding="utf-8")
    through = [d.through for d in Input(str(tmp_path), measured=True).drafts()]
    assert through[:3] == [0.25, 0.5, 0.75]
    assert through[3:] == sorted(through[3:])
    assert through[-1] == 1.0
    assert {d.through for d in Input(str(tmp_path)).drafts()} == {0}


def test_pyarrow_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    path = tmp_path / "a.parquet"
    path.touch()
    with pytest.raises(CorpusError) as caught:
        next(Input(str(path)).drafts())
    assert str(caught.value) == (
        "Parquet 要用 pyarrow，还没有安装：pip install 'speechlint[parquet]'"
    )


def test_the_library_finds_the_same(here: Path) -> None:
    (here / "drafts.jsonl").write_text(json.dumps({"text": text(0)}), encoding="utf-8")
    _, _, diagnostics = checked("drafts.jsonl")
    assert [(d["rule"], d["span"]["start"], d["span"]["end"]) for d in diagnostics] == [
        (d.rule, *d.span) for d in speechlint.lint(text(0))
    ]
