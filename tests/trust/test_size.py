"""Drafts of a size nobody writes: the check ends, in time and memory that grow with the text.

The guard is processor time of a process of its own, so that a busy machine makes no difference.
`python tests/trust/test_size.py` prints what each takes.
"""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

MEGA = 1_000_000
HUGE = {
    "a line of a megabyte": "全市上下要抓好各项任务的落实" * (MEGA // 42),
    "a megabyte in paragraphs": "全市上下要抓好各项任务的落实。\n\n" * (MEGA // 47),
    "a million newlines": "\n" * MEGA,
    "a million spaces": "　" * (MEGA // 3),
    "a hundred thousand of one character": "的" * 100_000,
    "a hundred thousand digits": "1" * 100_000,
    "a hundred thousand Chinese digits": "一" * 100_000,
    "a hundred thousand 万": "万" * 100_000,
    "ten thousand quotes inside one another": "“" * 10_000 + "甲" + "”" * 10_000,
    "ten thousand brackets inside one another": "（" * 10_000 + "甲" + "）" * 10_000,
    "ten thousand quotes never closed": "他说“" * 10_000,
    "numbers of a thousand digits": "".join(
        f"其中，甲项目{'9' * 1000}亿元，增长{'8' * 1000}.{'7' * 1000}%，占{'1' * 5000}年；" for _ in range(20)
    ),
    "Chinese numbers of a thousand digits": ("完成" + "九千" * 500 + "万元，" + "二〇" * 2500 + "年，") * 20,
    "a marker of five thousand digits": "".join(f"{'1' * 5000}{n}、落实。\n" for n in range(20)),
    "a hundred thousand items": "".join(f"{n}、抓落实。\n" for n in range(1, 100_001)),
    "ten thousand figures": "全市完成投资12亿元，增长3.5%，其中甲县6亿元、乙县6亿元。\n" * 2_500,
    "a line of ten thousand figures": "甲县12亿元、乙县3亿元，" * 5_000,
    "ten thousand blanks": "安排XX个项目，" * 10_000,
    "a hundred thousand stops": "。" * 100_000,
    "site text": "来源： 作者： 时间： 阅读 1 点击 2 " * 3_000,
    "tags": "<p><br/><!-- -->" * 6_000,
}  # fmt: skip
GUARD = 120  # seconds of processor time; the slowest takes a fifth of it


def check(folder: Path, text: str, name: str, *words: str) -> tuple[int, str]:
    path = folder / name
    path.write_bytes(text.encode())
    done = subprocess.run(
        [sys.executable, "-m", "speechlint", "check", "--statistics", *words, str(path)],
        capture_output=True,
        check=False,
        cwd=folder,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (GUARD, GUARD)),
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("kind", HUGE)
def test_a_draft_that_nobody_writes(tmp_path: Path, kind: str) -> None:
    if not os.environ.get("CI") and len(HUGE[kind]) > 120_000:
        pytest.skip("takes half a minute: only with CI=1")
    code, errors = check(tmp_path, HUGE[kind], "draft.txt")
    assert (code in {0, 1}, errors) == (True, "")


@pytest.mark.parametrize("kind", ["a line of a megabyte", "a hundred thousand items", "tags"])
def test_as_markdown(tmp_path: Path, kind: str) -> None:
    code, errors = check(tmp_path, HUGE[kind][:100_000], "draft.md")
    assert (code in {0, 1}, errors) == (True, "")


@pytest.mark.parametrize(
    "kind", ["a hundred thousand items", "ten thousand blanks", "tags", "site text"]
)
def test_fixed(tmp_path: Path, kind: str) -> None:
    code, errors = check(tmp_path, HUGE[kind][:30_000], "draft.txt", "--unsafe-fixes")
    assert (code in {0, 1}, errors) == (True, "")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        for name, draft in HUGE.items():
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            result, told = check(Path(scratch), draft, "draft.txt")
            used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before.ru_utime
            print(f"{used:6.1f} s  exit {result}  {len(draft.encode()) / 1e6:.2f} MB  {name}{told}")
