"""Generated pages and the JSON schema of rule files are current. `pytest --update` writes them."""

import os
from pathlib import Path

import jsonschema
import pytest
import tomli

from speechlint import catalogue, packs
from speechlint.diagnostic import Severity
from speechlint.packs import Example
from speechlint.rule import Rule
from speechlint.text import Span

ROOT = Path(packs.builtin())
FILES = sorted(p for p in ROOT.glob("*/*.toml") if p.name != "pack.toml")


def rule(**keys: object) -> Rule:
    return Rule(
        **{  # type: ignore[arg-type]
            "id": "word.as-of",
            "title": "误用",
            "message": "{match}",
            "why": "因为。",
            "severity": Severity.INFO,
            "checker": "pattern",
            "options": {},
            "kind": "word.as-of",
            "file": "",
            **keys,
        }
    )


def test_generated_files_are_current(*, update: bool) -> None:
    if update:
        catalogue.main()
    stale = [
        os.path.relpath(path, ROOT)
        for path, text in catalogue.generated()
        if not os.path.exists(path) or Path(path).read_text(encoding="utf-8") != text
    ]

    assert stale == [], "run `make generate` or `pytest --update`"


def test_every_pack_has_a_page() -> None:
    pages = {os.path.basename(os.path.dirname(path)) for path, _ in catalogue.pages(str(ROOT))}

    assert pages == {file.parent.name for file in ROOT.glob("*/pack.toml")}


def test_main_writes_what_is_generated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "README.md"
    monkeypatch.setattr(catalogue, "generated", lambda: iter([(str(path), "一\n二\n")]))

    catalogue.main()

    assert path.read_bytes() == "一\n二\n".encode()


class TestSchema:
    VALIDATOR = jsonschema.Draft202012Validator(catalogue.schema())

    def test_it_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(catalogue.schema())

    @pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}.{f.stem}")
    def test_every_rule_file_fits(self, file: Path) -> None:
        self.VALIDATOR.validate(tomli.loads(file.read_text(encoding="utf-8")))

    @pytest.mark.parametrize(
        "text",
        [
            "zzz = 1",
            'severity = "bad"',
            "preview = 1",
            "when = 1",
            "examples = []",
            "examples = [{ fixed = '甲' }]",
            "examples = [{ bad = '甲' }]",
            "examples = [{ good = '甲', bad = '⟦甲⟧' }]",
        ],
    )
    def test_what_the_loader_refuses_does_not(self, text: str) -> None:
        table = tomli.loads('title = "一"\nmessage = "一"\nwhy = "一"\nchecker = "pattern"')
        good = table | {"examples": [{"good": "甲"}, {"bad": "⟦甲⟧", "fixed": "", "also": ["a.b"]}]}
        assert self.VALIDATOR.is_valid(good)

        assert not self.VALIDATOR.is_valid(good | tomli.loads(text))
        assert not self.VALIDATOR.is_valid(table)


class TestDescribe:
    def test_a_plain_rule(self) -> None:
        assert catalogue.describe(rule()) == "## 误用 `word.as-of`\n\n级别：提示\n\n因为。"

    def test_everything_that_a_rule_may_say(self) -> None:
        examples = (
            Example("一\n甲\n", (Span(2, 3),), "一\n乙\n"),
            Example("一\u200b\u3000二`三`"),
        )
        full = rule(
            kind="word.typo",
            preview=True,
            aliases=("word.old",),
            sources=("词典", "手册"),
            examples=examples,
        )

        assert catalogue.describe(full).split("\n") == [
            "## 误用 `word.as-of`",
            "",
            "级别：提示；类别：`word.typo`；试行（要 `preview = true` 才启用）；旧名：`word.old`",
            "",
            "因为。",
            "",
            "会报告：",
            "",
            "- `一⏎⟦甲⟧`",
            "  - 改后：`一⏎乙`",
            "",
            "不报告：",
            "",
            "- `` 一<U+200B>\u3000二`三` ``",
            "",
            "依据：词典；手册",
        ]

    def test_code_holds_its_own_backticks(self) -> None:
        page = catalogue.describe(rule(examples=(Example("```\n甲\n```"),)))

        assert page.splitlines()[-1] == "- ```` ```⏎甲⏎``` ````"
