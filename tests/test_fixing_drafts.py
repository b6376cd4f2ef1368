"""What holds of every draft that is fixed: drafts made of sound and broken pieces."""

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechlint import packs
from speechlint.api import Checked, Checking
from speechlint.diagnostic import Applicability, Diagnostic
from speechlint.errors import ReadError
from speechlint.packs import load_rule
from speechlint.reading import decode
from speechlint.text import EOL

SAFE = frozenset({Applicability.SAFE})
ALL = frozenset({Applicability.SAFE, Applicability.UNSAFE})
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "utf-32", "utf-32-be")
# What a mark before the text says of the encoding that has none of its own.
MARKS = {"utf-16-be": b"\xfe\xff", "utf-32-be": b"\0\0\xfe\xff"}

PIECES = (
    "同志们：",
    "今天召开这次会议,主要任务是部署重点工作;大家要认真领会!",
    "截止目前，全市开工项目二十个，完成投资六亿元。",
    "各县(市、区)要抓紧抓实，不能松劲。",
    "我们要坚持以人民为中心的发展思想，着力解决群众急难愁",
    "盼的问题，让发展成果更多更公平惠及全体群众。",
    "要推进推进项目建设，，确保按期完成。",
    "一、认清形势",
    "二、突出重点",
    "三、狠抓落实",
    "（一）抓产业。要做大做强主导产业。",
    "（三）抓环境。要优化营商环境。",
    "下面，我讲三点意见。",
    "一是抓学习;二是抓落实。要一抓到底；三是抓作风。",
    "本文由小编整理，仅供参考。",
    "上一篇：在动员会上的讲话",
    "下一篇：没有了",
    "版权所有 转载请注明出处",
    "2、",
    "第 3 页 共 9 页",
    "　　全市上下要同心\u200b协力，真抓实干。",
    "定于X月X日召开大会，拨付资金XX万元。",
    "他说:“要实干”。“要苦干，不能等。",
    "&nbsp;<p>要加强领导</p>，落实责任 。",
    "增长5％，比上年提高2%，占10%。",
    "等等、等有关部门要配合...大家辛苦了。。",
    "谢谢大家!",
    "",
)
BREAKS = ("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "", " ")
DRAFTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(BREAKS)), min_size=1, max_size=14
).map(lambda pairs: "".join(piece + end for piece, end in pairs))

CHECKING = Checking()
USUAL = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def written(text: str, encoding: str) -> bytes:
    return MARKS.get(encoding, b"") + text.encode(encoding)


def named(d: Diagnostic) -> str:
    return "a blank" if d.rule.startswith("placeholder.") else d.rule


def fixed(
    data: bytes, trust: frozenset[Applicability], name: str = "a.txt"
) -> tuple[Checked, bytes]:
    checked = CHECKING.check(data, name, trust)
    assert checked.mended is not None
    return checked, checked.mended.data


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=DRAFTS, encoding=st.sampled_from(ENCODINGS), trust=st.sampled_from([SAFE, ALL]))
@USUAL
def test_a_draft_that_is_fixed(
    name: str, text: str, encoding: str, trust: frozenset[Applicability]
) -> None:
    data = written(text, encoding)
    before = CHECKING.check(data, name)
    after, new = fixed(data, trust, name)

    # It is still what it was: its encoding, its mark, and what no edit has touched.
    assert decode(new).text == after.text
    if not after.text.isascii():
        assert decode(new)._replace(text="") == decode(data)._replace(text="")
    # Nothing to fix is left, and a second time nothing happens.
    offered = [d for d in after.diagnostics if d.fix and d.fix.applicability in trust]
    assert offered == []
    assert fixed(new, trust, name)[1] == new
    # No rule has more to say than before; a blank may be called otherwise.
    counts = Counter(map(named, CHECKING.check(new, name).diagnostics))
    assert counts <= Counter(map(named, before.diagnostics))


@given(text=DRAFTS, encoding=st.sampled_from(ENCODINGS))
@USUAL
def test_line_ends_that_no_fix_took_away_are_the_same(text: str, encoding: str) -> None:
    _, new = fixed(written(text, encoding), SAFE)
    old_ends, new_ends = EOL.findall(text), EOL.findall(decode(new).text)

    kept = iter(old_ends)
    assert all(end in kept for end in new_ends)  # a subsequence


@given(text=DRAFTS, encoding=st.sampled_from(ENCODINGS), odd=st.binary(max_size=4))
@USUAL
def test_bytes_before_the_first_edit_and_after_the_last(
    text: str, encoding: str, odd: bytes
) -> None:
    """Also where the bytes could be written in another way; then nothing is changed at all."""
    data = written(text, encoding) + odd
    try:
        before = decode(data)
        after, new = fixed(data, SAFE)
    except ReadError:
        return
    assert after.mended
    head = _alike(before.text, after.text)
    tail = _alike(before.text[head:][::-1], after.text[head:][::-1])
    mark = len(data) - len(before.text.encode(before.encoding))
    first = mark + len(before.text[:head].encode(before.encoding))
    last = len(before.text[len(before.text) - tail :].encode(before.encoding))
    assert new[:first] == data[:first]
    assert new[len(new) - last :] == data[len(data) - last :]


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def test_every_byte_outside_the_edits() -> None:
    text = "甲甲甲\u0085\u2028\x0b\r截止目前，好。\r\n\n乙𠀀\n"
    for encoding in ENCODINGS:
        head, tail = (part for part in text.split("截止"))
        mark = written("", encoding)
        _, new = fixed(written(text, encoding), SAFE)
        bare = encoding.removesuffix("-sig") + ("-le" if encoding in ("utf-16", "utf-32") else "")
        expected = (
            head.replace("\u0085", "").replace("\u2028", "").replace("\x0b", "") + "截至" + tail
        )

        assert new == mark + expected.encode(bare)


def test_new_lines_end_as_the_others_do() -> None:
    rule = load_rule(os.path.join(packs.builtin(), "scrape", "flatten.toml"), examples=True)
    flat = next(example.text for example in rule.examples if example.spans)
    _, new = fixed(f"会议名称\r\n\r\n{flat}".encode(), ALL)

    assert new.count(b"\r\n") > 5
    assert b"\n" not in new.replace(b"\r\n", b"")
