"""jieba's dictionary on the disk says what jieba's own says."""

import os
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from speechlint import dictionary as module
from speechlint.dictionary import FILE, Dictionary, dictionary, render, rendered
from speechlint.shipped import mapped


@pytest.fixture(scope="module")
def table() -> bytes:
    return render()


def made(*words: str) -> bytes:
    return rendered(9, 1, {word.encode(): b"3" for word in words})


@pytest.fixture
def unopened() -> None:
    dictionary.cache_clear()


def test_every_word_has_its_frequency(table: bytes) -> None:
    words = Dictionary(table)
    with open(module._source(), encoding="utf-8") as stream:
        rows = [line.split(" ") for line in stream]
    stock = {word: int(frequency) for word, frequency, _ in rows}
    assert words.total == sum(int(frequency) for _, frequency, _ in rows)
    few = [*list(stock)[::7], "T恤", "鼠标", "龟"]
    assert {word: words.get(word) for word in few} == {word: stock.get(word) for word in few}


@pytest.mark.parametrize("word", ["", "跨越发", "展越", "x", "😀", "\ud800", "发\n", "发 ", "￿"])
def test_what_is_no_word_has_none(table: bytes, word: str) -> None:
    assert Dictionary(table).get(word) is None
    assert Dictionary(table).get(word, 0) == 0


def test_ends_are_those_of_the_words_that_begin_there() -> None:
    words = Dictionary(made("一", "一二三"))
    assert words.ends("零一二三四", 1) == [2, 4]
    assert words.ends("一二四", 0) == [1]
    assert words.ends("零一", 0) == []
    assert words.words("零一二三四", 1) == [(2, 3), (4, 3)]


def test_a_text_is_cut_where_its_likeliest_words_end() -> None:
    words = Dictionary(made("一二", "三四", "二三"))
    assert words.likeliest("一二三四")[1] == [2, 4]
    assert words.likeliest("一二", parted=True)[1] == [1, 2]
    assert words.likeliest("", parted=True) == (0.0, [])


def test_words_that_begin_with_a_text_are_found_among_many() -> None:
    some = {f"一{chr(0x4E00 + n)}丁": n for n in range(0, 2000, 2)}
    words = Dictionary(rendered(9, 1, {word.encode(): b"%d" % n for word, n in some.items()}))
    every = [f"一{chr(0x4E00 + n)}" for n in range(2000)]

    assert {word: words.get(word) for word in some} == some
    assert [words.begins(text) for text in every] == [f"{text}丁" in some for text in every]
    assert not any(words.get(text) or words.get(f"{text}丁丁") for text in every)


@pytest.mark.parametrize("first", ["\x01", "a", "一", "龥", "\uffff", "😀", "𠀀"])
def test_words_may_begin_with_any_character(first: str) -> None:
    words = Dictionary(made(first, first + "一", "一二", "丁", "𠀀二"))
    for word in (first, first + "一", "一二", "丁", "𠀀二"):
        assert words.get(word) == 3
    assert words.ends(first + "一丁", 0) == [1, 2]
    assert words.get(first + "丁") is None


def test_a_table_that_was_built_is_mapped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unopened: None, table: bytes
) -> None:
    del unopened
    (tmp_path / module.FILE).write_bytes(table)
    monkeypatch.setattr("speechlint.shipped.__file__", str(tmp_path / "shipped.py"))
    monkeypatch.setattr(module, "render", lambda: pytest.fail("read anew"))

    assert dictionary().get("发展") == Dictionary(table).get("发展")
    dictionary.cache_clear()


@pytest.mark.parametrize(
    "stale",
    [
        None,
        b"",
        b"no numbers\n",
        b"9 1\n\xe4\xb8\x80 3\n",
        b"9 1 8\n",
        b"9 1 %d\n" % module._SIZE + bytes(module._SIZE),  # offsets that are another machine's
        made("一"),
    ],
)
def test_without_one_that_fits_jiebas_own_is_read(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    unopened: None,
    table: bytes,
    stale: bytes | None,
) -> None:
    del unopened
    if stale is not None:
        (tmp_path / module.FILE).write_bytes(stale)
    monkeypatch.setattr("speechlint.shipped.__file__", str(tmp_path / "shipped.py"))
    monkeypatch.setattr(module, "render", lambda: table)

    assert dictionary().made_from == os.path.getsize(module._source())
    dictionary.cache_clear()


def test_where_only_our_form_of_the_words_is_carried_along_it_is_enough(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unopened: None, table: bytes
) -> None:
    del unopened
    (tmp_path / module.FILE).write_bytes(table)
    monkeypatch.setattr("speechlint.shipped.__file__", str(tmp_path / "shipped.py"))
    monkeypatch.setattr(module, "_source", lambda: str(tmp_path / "jieba" / "dict.txt"))

    assert dictionary().get("发展") == Dictionary(table).get("发展")
    dictionary.cache_clear()


def test_where_files_cannot_be_mapped_they_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "mmap", None)

    assert isinstance(mapped(FILE), bytes)


def test_jieba_may_stand_where_only_an_importer_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    path = module._source()
    monkeypatch.setattr("sys.path", [])
    spec = ModuleSpec("jieba", None, origin=os.path.join(os.path.dirname(path), "__init__.py"))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: spec)
    assert module._source() == path


def test_without_jieba_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match="jieba"):
        module._source()
