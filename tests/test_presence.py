import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint import presence, vocabulary
from speechlint.presence import Literals, Presence

EVERY = ["甲", "甲乙", "乙丙甲", "丁", "丁丁丁丁"]
WORDS = Literals(((word, "a.b") for word in EVERY), shipped=False)
TEXT = st.text("甲乙丙丁戊", max_size=30)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=6))
def test_what_stands_in_one_text_after_the_other(texts: list[str]) -> None:
    present = Presence(WORDS)
    for text in texts:
        assert present.within(text) == {word for word in EVERY if word in text}


@settings(deadline=None)
@given(TEXT, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), TEXT), max_size=8))
def test_what_stands_in_a_text_after_edits(text: str, edits: list[tuple[int, int, str]]) -> None:
    present = Presence(WORDS)
    for at, length, new in edits:
        text = text[:at] + new + text[at + length :]
        assert present.within(text) == {word for word in EVERY if word in text}


def test_another_for_the_same_words_has_looked_at_no_text() -> None:
    present = Presence(WORDS)
    present.within("甲乙")
    twin = Presence(WORDS)

    assert twin.within("丁") == {"丁"}
    assert present.within("甲乙丁") == {"甲", "甲乙", "丁"}


def test_no_words() -> None:
    assert Presence(Literals([], shipped=False)).within("甲") == set()


def test_those_of_our_rules_are_known_to_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    made = vocabulary.Vocabulary(
        vocabulary.built({presence.WHEN: [("甲乙", "甲乙丙\ta.b c.d"), ("丁", "丁\ta.b")]})
    )
    monkeypatch.setattr(presence, "vocabulary", lambda: made)
    literals = Literals([("戊戊戊戊戊", "e.f"), ("丁", "e.f")])

    assert literals.longest == 5
    assert Literals([]).longest == 3
    found = literals.within("甲乙丙丁，甲乙丙戊戊戊戊戊")
    assert set(found) == {("甲乙丙", 0), ("丁", 3), ("戊戊戊戊戊", 8)}
    assert literals.waking({"甲乙丙", "丁", "戊戊戊戊戊"}) == {
        "a.b": {"甲乙丙", "丁"},
        "c.d": {"甲乙丙"},
        "e.f": {"戊戊戊戊戊", "丁"},
    }
    assert list(literals.within("甲乙")) == []
    assert list(Literals([("戊", "a.b")], shipped=False).within("甲乙丙丁戊")) == [("戊", 4)]
