"""The compiled form of the rules is the rule files, read."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import speechlint
from speechlint import checkers, compiled, compiling, packed, packs, shipped, tables, vocabulary
from speechlint.config import Config
from speechlint.errors import OptionError
from speechlint.lexicon import Table
from speechlint.options import build
from speechlint.presence import WHEN


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    yield
    packed._file.cache_clear()
    vocabulary.vocabulary.cache_clear()


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rules be built, and be those that the build wrote."""
    root = packs.builtin()
    words = vocabulary.built(compiling.words(root))
    written = packed.render(RULES=compiling.built(root), WORDS=words)
    monkeypatch.setattr(packed, "mapped", lambda _name: written)
    packed._file.cache_clear()
    vocabulary.vocabulary.cache_clear()


@pytest.fixture
def pack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the only pack that there is."""
    pack = tmp_path / "rules" / "word"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('title = "词"\nwhy = "试"\n', encoding="utf-8")
    for module, name in ((compiled, "folder"), (packs, "builtin"), (tables, "folder")):
        monkeypatch.setattr(module, name, lambda: str(tmp_path / "rules"))
    return pack


def shipped_rule(name: str) -> str:
    return Path(os.path.dirname(shipped.__file__), os.pardir, "rules/word", name).read_text("utf-8")


def test_both_forms_are_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)

    read = packs.load_packs(packs.builtin())
    made: tuple[Any, ...] = compiled.load()
    assert tuple(rule.rule for rule in made) == tuple(
        r._replace(options=frozen(packs.options_of(r))) for r in read
    )


def test_a_rule_is_read_when_more_is_asked_than_of_all_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch)
    one, other, *_ = compiled.load()

    assert {"id", "always", "severity"} <= set(vars(one))
    assert not {"options", "message", "rule"} & set(vars(one))

    assert one.message == one._replace(id="a.b").message
    assert one.family == "figure"
    assert {"options", "message", "rule"} <= set(vars(one))
    assert "options" not in vars(other)


def frozen(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in options.items()}


def test_options_are_tested_by_the_build(pack: Path) -> None:
    text = shipped_rule("as-of.toml")
    (pack / "as-of.toml").write_text(text.replace('"safe"', '"sure"'), encoding="utf-8")

    with pytest.raises(OptionError, match="选项 applicability 应是"):
        compiling.built(packs.builtin())


def test_what_the_build_tested_is_not_tested_again(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)

    for rule in compiled.load():
        options = packs.options_of(rule)
        make = checkers.load(rule.checker)
        assert vars(build(make, options)) == vars(make(**rule.options))
        assert not any(isinstance(value, list) for value in options.values())


def test_compiled_rules_are_used_while_no_rule_file_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch)
    monkeypatch.setattr(packs, "load_packs", lambda _root: pytest.fail("read a rule file"))

    assert compiled.load()


def test_a_changed_table_counts_at_once(monkeypatch: pytest.MonkeyPatch, pack: Path) -> None:
    (pack / "typo.toml").write_text(shipped_rule("typo.toml"), encoding="utf-8")
    (pack / "typo.tsv").write_text("甲\t乙\n", encoding="utf-8")
    use(monkeypatch)
    assert [r.options["words"] for r in compiled.load()] == [{"甲": "乙"}]

    (pack / "typo.tsv").write_text("甲\t丙丁\n", encoding="utf-8")
    packed._file.cache_clear()  # as another process

    assert [packs.options_of(r)["words"] for r in compiled.load()] == [{"甲": "丙丁"}]


def test_a_changed_rule_file_counts_at_once(monkeypatch: pytest.MonkeyPatch, pack: Path) -> None:
    text = shipped_rule("as-of.toml")
    (pack / "as-of.toml").write_text(text, encoding="utf-8")
    use(monkeypatch)
    assert [r.severity.value for r in compiled.load()] == ["error"]

    changed = text.replace('severity = "error"', 'severity = "info"')
    (pack / "as-of.toml").write_text(changed, encoding="utf-8")
    packed._file.cache_clear()

    assert [r.severity.value for r in compiled.load()] == ["info"]


@pytest.mark.parametrize("odd", ["值", "两\n行", ""])
def test_many_words_lie_in_the_vocabulary_if_they_can(
    monkeypatch: pytest.MonkeyPatch, pack: Path, odd: str
) -> None:
    rule = shipped_rule("as-of.toml").partition("[options]")[0]
    words = {**{f"词{n}": f"值{n}" for n in range(30)}, "又": odd, "[^一]帐": "账"}
    rows = "".join(f'"{word}" = """{value}"""\n' for word, value in words.items())
    (pack / "as-of.toml").write_text(f"{rule}[options.words]\n{rows}", encoding="utf-8")
    use(monkeypatch)

    (made,) = compiled.load()

    assert isinstance(made.options["words"], Table) == (odd != "两\n行")
    assert made.options["words"] == words


def test_literals_lie_in_the_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)
    known = vocabulary.vocabulary()
    assert known

    wakes = {(word, rule.id) for rule in compiled.load() for word in rule.when}
    rows = {row.partition("\t")[0]: row for row in known.every(WHEN)}

    assert len(rows) > 500
    assert {(w, rule) for w, row in rows.items() for rule in row.split("\t")[1].split(" ")} == wakes
    assert all(row in known.rows(WHEN, f"，{word}。") for word, row in rows.items())
    assert all(rule.always is not bool(rule.when) for rule in compiled.load())


def test_a_rule_with_other_options_does_not_wait_for_the_literals_of_the_shipped_one() -> None:
    config = Config(options={"word.as-of": {"words": {"甲乙": "乙甲"}}})

    found = speechlint.lint("截止目前，全市开工项目 20 个。\n\n再看甲乙。\n", config)

    assert [(d.span.start, d.message) for d in found if d.rule == "word.as-of"] == [
        (21, "“甲乙”应为“乙甲”")
    ]
