"""Entries of a baseline: what they are made of, how long they hold, how they are kept."""

import json
from pathlib import Path

import pytest

from speechlint import baseline
from speechlint.baseline import Entry, fingerprint
from speechlint.diagnostic import Diagnostic, Severity
from speechlint.errors import ConfigError
from speechlint.packs import unmark
from speechlint.rule import Rule
from speechlint.sources import document
from speechlint.text import Span

PLAIN = "今年全市计划安排⟦XX⟧个重大项目，力争完成投资。"


def mark(text: str, name: str = "draft.txt") -> str:
    """Return the fingerprint of the marked place."""
    bare, (span,) = unmark(text)
    return fingerprint(document(bare, name), span)


class TestFingerprint:
    @pytest.mark.parametrize(
        "same",
        [
            "同志们：\n\n下面讲三点意见。\n" + PLAIN,  # the text moves
            PLAIN + "\n会议要求，各单位要抓好落实。\n",
            PLAIN.replace("⟦XX⟧", "⟦×××⟧"),  # masks of another kind and width
            PLAIN.replace("⟦XX⟧", "⟦ＸＸ⟧"),
            PLAIN.replace("⟦XX⟧", "⟦某某⟧"),
            PLAIN.replace("⟦XX⟧", "⟦__⟧"),
            PLAIN.replace("⟦XX⟧", " ⟦X X⟧　"),  # spaces
            PLAIN.replace("，", ","),  # punctuation beside it
            PLAIN.replace("全市", "全\u200b市"),
            "⟦XX⟧".join(part.replace("计划", "计划XX") for part in PLAIN.split("⟦XX⟧")),
        ],
    )
    def test_stays(self, same: str) -> None:
        assert mark(same) == mark(PLAIN)

    def test_stays_when_a_line_is_broken_and_mended(self) -> None:
        whole = (
            "今年以来，全市上下坚持以项目为王，计划安排⟦XX⟧个重大项目，"
            "力争完成投资，各县市区要倒排工期，挂图作战，确保完成。"
        )
        broken = whole.replace("重大项目", "重大\n项目")
        assert document(unmark(broken)[0]).holes
        assert mark(broken) == mark(whole)

    def test_stays_when_what_is_far_away_changes(self) -> None:
        text = "会议开得很好，大家的意见很重要，今年全市计划安排⟦XX⟧个重大项目。"
        assert mark(text.replace("会议开得", "会开得")) == mark(text)

    @pytest.mark.parametrize(
        "other",
        [
            PLAIN.replace("重大", "重要"),
            PLAIN.replace("安排", "实施"),
            PLAIN.replace("⟦XX⟧", "⟦12⟧"),
        ],
    )
    def test_changes(self, other: str) -> None:
        assert mark(other) != mark(PLAIN)

    def test_the_neighbouring_paragraph_does_not_matter(self) -> None:
        one = "二是安排⟦XX⟧个。"
        assert mark(f"一是抓好粮食生产，稳定面积。\n{one}") == mark(f"一是抓好招商。\n{one}")

    def test_of_what_lies_in_a_hole_as_a_whole(self) -> None:
        text = "全市上下坚持以项目为王，计划安排一批重⟦\n14、\n⟧大项目，力争完成投资。"
        assert mark(text) != mark(text.replace("14", "15"))

    def test_of_a_text_without_paragraphs(self) -> None:
        wrecked = "⟦\ufffd⟧锟斤拷\n" * 3
        spans = unmark(wrecked)[1]
        doc = document(unmark(wrecked)[0])
        assert doc.paragraphs == ()
        assert len({fingerprint(doc, span) for span in spans}) == 1

    def test_of_several_paragraphs(self) -> None:
        assert mark("甲⟦乙。\n丙⟧丁。") != mark("甲⟦乙。\n戊⟧丁。")

    def test_in_markdown_syntax_does_not_matter(self) -> None:
        text = "今年全市**计划**安排⟦XX⟧个[重大项目](a.md)，\n力争完成投资。"
        assert mark(text, "draft.md") == mark(PLAIN)


def diagnostics(marked: str, rule: str = "placeholder.mask") -> tuple[str, list[Diagnostic]]:
    text, spans = unmark(marked)
    return text, [Diagnostic(rule, rule, Severity.ERROR, "", span) for span in spans]


class TestCompare:
    def test_of_equal_places_the_first_are_suppressed(self) -> None:
        text, found = diagnostics("安排⟦XX⟧个。\n" * 3)
        doc = document(text)
        entry = Entry("a.txt", "placeholder.mask", fingerprint(doc, found[0].span), 2)
        compared = baseline.compare([entry], doc, found)
        assert compared == ((found[2],), (found[0], found[1]), ())

    def test_what_is_left_over_is_unmatched(self) -> None:
        text, found = diagnostics("安排⟦XX⟧个。")
        doc = document(text)
        entry = Entry("a.txt", "placeholder.mask", fingerprint(doc, found[0].span), 3)
        assert baseline.compare([entry], doc, found).unmatched == (entry._replace(times=2),)

    def test_a_line_that_a_merge_left_twice_counts_once(self) -> None:
        text, found = diagnostics("安排⟦XX⟧个。\n" * 2)
        doc = document(text)
        entry = Entry("a.txt", "placeholder.mask", fingerprint(doc, found[0].span))
        compared = baseline.compare([entry, entry], doc, found)
        assert compared == ((found[1],), (found[0],), ())

    def test_another_rule_at_the_same_place_is_kept(self) -> None:
        text, found = diagnostics("安排⟦XX⟧个。", "word.typo")
        doc = document(text)
        entry = Entry("a.txt", "placeholder.mask", fingerprint(doc, found[0].span))
        assert baseline.compare([entry], doc, found) == (tuple(found), (), (entry,))

    def test_entries_of_a_file_and_of_the_rules_that_are_run(self) -> None:
        rule = Rule("a.new", "", "", "", Severity.ERROR, "x", {}, "a.new", "", aliases=("a.old",))
        entries = [
            Entry("a.txt", "a.old", "0"),
            Entry("a.txt", "a.other", "0"),
            Entry("b.txt", "a.new", "0"),
        ]
        assert baseline.of_file(entries, "a.txt", [rule]) == (Entry("a.txt", "a.new", "0"),)


def test_record_and_gather() -> None:
    text, found = diagnostics("安排⟦XX⟧个。\n安排⟦XX⟧个。\n完成⟦XX⟧亿元。")
    entries = baseline.record("a.txt", document(text), found)
    assert [e.times for e in entries] == [1, 1, 1]
    assert sorted(e.times for e in baseline.gathered(entries)) == [1, 2]


def test_relative(tmp_path: Path) -> None:
    file = str(tmp_path / "x" / ".speechlint-baseline.json")
    assert baseline.relative(str(tmp_path / "x" / "稿" / "a.txt"), file) == "稿/a.txt"
    assert baseline.relative(str(tmp_path / "a.txt"), file) == "../a.txt"


class TestFile:
    def test_one_sorted_entry_a_line(self, tmp_path: Path) -> None:
        one, two = "a" * 16, "b" * 16
        entries = [
            Entry("乙.txt", "a.b", one),
            Entry("a.txt", "b.a", two),
            Entry("a.txt", "b.a", two),
            Entry("a.txt", "a.b", one),
        ]
        rendered = baseline.render(entries)
        assert rendered.decode() == (
            '{"version": 1, "entries": [\n'
            '{"path": "a.txt", "rule": "a.b", "hash": "aaaaaaaaaaaaaaaa"},\n'
            '{"path": "a.txt", "rule": "b.a", "hash": "bbbbbbbbbbbbbbbb", "count": 2},\n'
            '{"path": "乙.txt", "rule": "a.b", "hash": "aaaaaaaaaaaaaaaa"}\n'
            "]}\n"
        )
        file = tmp_path / "b.json"
        file.write_bytes(rendered)
        assert baseline.read(str(file)) == tuple(baseline.gathered(entries))

    def test_an_empty_one(self, tmp_path: Path) -> None:
        file = tmp_path / "b.json"
        file.write_bytes(baseline.render([]))
        assert json.loads(file.read_text("utf-8")) == {"version": 1, "entries": []}
        assert baseline.read(str(file)) == ()

    @pytest.mark.parametrize(
        ("source", "message"),
        [
            ("{", "第 1 行：不是合法的 JSON；"),
            ('{"version": 1,\n<<<<<<< HEAD\n', "第 2 行：合并冲突没有解决；"),
            ("[]", "不是 speechlint 的基线，里面没有 entries；"),
            ('{"entries": []}', "版本是 None，这个 speechlint 只认 1；"),
            ('{"version": 2, "entries": []}', "版本是 2，这个 speechlint 只认 1；"),
            ('{"version": 1, "entries": [3]}', "第 1 条：条目应是一个对象；"),
            (
                '{"version": 1, "entries": [\n{"path": "a", "rule": "b", "hash": "c"}\n]}',
                "第 2 行：hash 应是 16 位十六进制数；",
            ),
            ('{"version": 1, "entries": [\n{"path": "a"}\n]}', "第 2 行：缺少 rule，"),
            ('{"version": 1, "entries": [\n{"x": "a"}\n]}', "第 2 行：不认识 x；"),
            (
                (
                    '{"version": 1, "entries": [\n'
                    '{"path": "a", "rule": "b", "hash": "0123456789abcdef", "count": 0}\n]}'
                ),
                "第 2 行：count 应是正整数；",
            ),
        ],
    )
    def test_a_broken_one(self, tmp_path: Path, source: str, message: str) -> None:
        file = tmp_path / "b.json"
        file.write_text(source, encoding="utf-8")
        with pytest.raises(ConfigError) as caught:
            baseline.read(str(file))
        assert str(caught.value).startswith(f"{file}：{message}")

    def test_one_that_is_not_utf_8_or_not_there(self, tmp_path: Path) -> None:
        file = tmp_path / "b.json"
        file.write_bytes("基线".encode("gbk"))
        with pytest.raises(ConfigError, match="基线应是 UTF-8 编码"):
            baseline.read(str(file))
        with pytest.raises(ConfigError, match="读不到基线（没有这个文件或文件夹）"):
            baseline.read(str(tmp_path / "c.json"))


def test_span_of_the_whole_text() -> None:
    doc = document("安排XX个。")
    assert len(fingerprint(doc, Span(0, len(doc.text)))) == 16
