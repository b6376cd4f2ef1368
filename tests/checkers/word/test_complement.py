"""word.complement looks only where one of its words stands before 的: all of them are listed."""

import re
from pathlib import Path

from speechlint import packs


def test_what_wakes_the_rule_is_what_it_looks_for() -> None:
    rule = packs.load_rule(str(Path(packs.builtin(), "word", "complement.toml")))
    marks = [
        re.search(r"\(\?P<mark>(?:\(\?:([^()]*)\)|\[([^]]*)\]|(.))的\)", pattern)
        for pattern in packs.options_of(rule)["patterns"]
    ]
    assert all(marks)
    words = {
        word
        for mark in marks
        if mark
        for word in ((mark[1] or "").split("|") if mark[1] else mark[2] or mark[3])
    }

    assert set(rule.when) == {f"{word[-1]}的" for word in words}
