"""What the tests hold of recall and precision, as tables for a page.

`<!-- LABELS -->`: tests/labels.json, the ratchet of the labelled drafts. `<!-- FIGURES -->`: how many
sentences of tests/figures there are, found and not.
"""

from __future__ import annotations

import json
import os

from .rules import families

_TESTS = os.path.join(os.path.dirname(__file__), "..", "..", "tests")


def filled(markdown: str) -> str:
    """Put the tables of a page where they are asked for."""
    for name, made in (("LABELS", _labels), ("FIGURES", _figures)):
        mark = f"<!-- {name} -->"
        if mark in markdown:
            markdown = markdown.replace(mark, made())
    return markdown


def _labels() -> str:
    with open(os.path.join(_TESTS, "labels.json"), encoding="utf-8") as stream:
        measured = json.load(stream)
    titles = {family: pack["title"] for family, pack, _ in families()}
    rows = [
        f"| {titles[family]} `{family}` | {row['recall']:.2f} | {row['precision']:.2f} "
        f"| {row['error']:.2f} | {row['warning']:.2f} | {row['info']:.2f} |"
        for family, row in measured.items()
    ]
    head = "| 规则族 | 查出 | 报得对 | 误报：错误 | 警告 | 提示 |\n|---|---|---|---|---|---|"
    return "\n".join([head, *rows])


def _figures() -> str:
    count = {name: _rows(f"{name}.tsv") for name in ("wrong", "missed", "right")}
    return (
        f"自己写的句子，数字错的 {count['wrong'] + count['missed']} 句，查出 {count['wrong']} 句；"
        f"数字对的 {count['right']} 句，一句也不报。都在 `tests/figures` 里，每次改动都重跑。"
    )


def _rows(name: str) -> int:
    with open(os.path.join(_TESTS, "figures", name), encoding="utf-8") as stream:
        return sum(not line.startswith("#") and line.strip() != "" for line in stream)
