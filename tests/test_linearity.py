"""Expressions that may take too long are known by their form; and ours are none of them."""

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest

import speechlint
from speechlint import prepare, regexes
from speechlint.errors import OptionError
from speechlint.linearity import Slow, refuse, slow
from tests.trust.pumps import pumps

QUICK = (
    r"\d+年\d+月",
    r"\d+(?:\.\d+)?亿元",
    r"[^。]{0,30}的[^。]{0,30}",
    r"(?:\d{4})+",
    r"(?:甲、)+",
    r"(?:\d+、)+\d+",
    r"[^，。]*，[^，。]*。",
    r"^\s*(?:一|二)、",
    r"(?:[^“”]|“[^”]*”)*”",
    r"\d+\d{1,4}",
    r"(?:(?!通知).)*印发",
    r"[一-龥]+县[一-龥]{0,5}",
    r"(?:ab)*(?:ac)*",
    r"(?:\d年)+(?:\d月)+",
    r"(\d{1,3})(,\d{3})*",
    r"“[^”]*”[^“]*“",
    r"(?i)abc+d+",
    r"(.*)。(.*)",  # nothing follows upon the last: it cannot fail
    r"(?:(?![甲乙])[一-龥])*甲+丙",
    r"甲{2,}乙",
    "C++ 和 *",  # a text, no expression
    "(",
)
SLOW = (
    r"(\d+)+x",
    r".*年.*月",
    r"(a*)*b",
    r"\s*\s*x",
    r"\s*[:：]?\s*x",
    r"(?:\d+、?)+个",
    r"关于.*的.*通知",
    r"(a|ab|b)*c",
    r"(?:a{1,50}){1,50}b",
    r"[^。]{0,200}的[^。]{0,200}了",
    r"(?:(?=.*x)a)*b",
    r"(?:\d{1,3})+x",
    r"(\w+\s?)*$",
    r"(.*)(.*)x",
    r"(?:甲乙?|甲)*丙",
    r"(?:.{0,100}){20}x",
    r"(?<=x).*.*y",
    r"(?:a?b?)*c",
)


@pytest.mark.parametrize("pattern", QUICK)
def test_what_people_write_passes(pattern: str) -> None:
    assert slow(pattern) is None


@pytest.mark.parametrize("pattern", SLOW)
def test_two_loops_over_the_same_characters(pattern: str) -> None:
    assert slow(pattern) is not None


@pytest.mark.parametrize(
    ("pattern", "how"),
    [
        (r"(?:甲乙?|甲)*丙", "甲"),
        (r"(\d+)+x", "1"),
        (r"(?:x(?:a?)?)*y", "x"),
        (r"(a|ab|b)*c", "ab"),
    ],
)
def test_python_really_takes_for_ever(pattern: str, how: str) -> None:
    """Twice as many ways with every character: else the analysis would refuse too much."""
    known = re.compile(pattern)
    times = []
    for size in (10, 18):
        start = time.perf_counter()
        assert not known.match(how * size)
        times.append(time.perf_counter() - start)
    assert times[1] > 16 * times[0]  # 256 times as many: whatever else the machine does
    assert slow(pattern)


def test_a_fault_names_both_loops() -> None:
    assert slow(r"关于.*的\s+.*通知") == Slow(".*", ".*", within=False)
    assert slow(r"(?:\d+、?)+个") == Slow(r"(\d+、?)+", r"\d+", within=True)


def test_what_a_user_is_told() -> None:
    with pytest.raises(OptionError) as caught:
        refuse({"patterns": [r"\d+年", r"关于.*的.*通知"]})
    assert str(caught.value) == (
        "选项 patterns 里的正则表达式“关于.*的.*通知”可能慢得停不下来："
        ".* 和后面的 .* 能匹配同样的文字，一段文字有许多种分法；"
        "请让两处不能匹配同样的字符（如 [^，。]*），或限定次数（如 {0,30}）"
    )
    refuse({"words": {"C++": "*号*"}, "longest": 3, "patterns": (r"\d+",)})


def every() -> list[tuple[str, int]]:
    """Return every expression of the code and of the rules, with its flags."""
    for module in pkgutil.walk_packages(speechlint.__path__, "speechlint."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    prepare.files()
    return sorted(key for key in regexes._asked if key[1] != regexes.WORDS)


def test_ours_are_none_of_them() -> None:
    found = every()
    assert len(found) > 500
    assert [
        (pattern, slow(pattern, flags)) for pattern, flags in found if slow(pattern, flags)
    ] == []


def test_ours_on_texts_that_loop_in_each_of_their_loops() -> None:
    """From one place, four times the text takes no more than eight times as long.

    A loop within a loop, or two in a row, would take sixteen times and more.
    """
    tried = 0
    worst = (0.0, "")
    for pattern, flags in every():
        known = re.compile(pattern, flags)
        for text in pumps(pattern, flags):
            tried += 1
            worst = max(worst, (_growth(known, text), pattern))
    assert tried > 2_000
    assert worst[0] < 8, worst


def _growth(known: re.Pattern[str], text: tuple[str, str, str]) -> float:
    """Return how much longer four times the text takes; asked again where that is much."""
    growth = 1.0
    for _ in range(6):
        short, long = (min(_took(known, text, n) for _ in range(3)) for n in (2_000, 8_000))
        growth = long / max(short, 1e-6) if long > 0.001 else 1.0
        if growth < 6:
            break
    return growth


def _took(known: re.Pattern[str], text: tuple[str, str, str], size: int) -> float:
    before, loop, after = text
    whole = before + loop * (size // len(loop)) + after
    start = time.process_time()
    known.match(whole)
    return time.process_time() - start


def test_a_pack_with_such_an_expression_is_refused(tmp_path: Path) -> None:
    from speechlint.errors import PackError
    from speechlint.userpacks import read

    pack(tmp_path, r"patterns = ['(\d+)+元']")
    with pytest.raises(PackError) as caught:
        list(read(str(tmp_path / "own")))
    assert str(caught.value).startswith(
        f"{tmp_path / 'own' / 'rule.toml'}：选项 patterns 里的正则表达式“(\\d+)+元”可能慢得停不下来："
    )


@pytest.mark.parametrize(
    ("message", "shown"),
    [("{match:>99999999}", "{match…}"), ("{match.__class__}", "{match.__class__…}"), ("{0}", "{0…}"), ("{match!r}", "{match…}")],
)  # fmt: skip
def test_a_message_asks_for_values_by_name_only(tmp_path: Path, message: str, shown: str) -> None:
    from speechlint.errors import PackError
    from speechlint.userpacks import read

    pack(tmp_path, r"patterns = ['\d+元']", message)
    with pytest.raises(PackError, match="只能写名称") as caught:
        list(read(str(tmp_path / "own")))
    assert shown in str(caught.value)


@pytest.mark.parametrize("name", ["../secret.tsv", "/etc/passwd", "sub/words.tsv", "link.tsv"])
def test_a_table_lies_beside_its_rule(tmp_path: Path, name: str) -> None:
    from speechlint.errors import PackError
    from speechlint.userpacks import read

    pack(tmp_path, f'words = "file:{name}"', checker="substitution")
    (tmp_path / "secret.tsv").write_text("甲\t乙\n", "utf-8")
    (tmp_path / "own" / "link.tsv").symlink_to(tmp_path / "secret.tsv")
    with pytest.raises(PackError, match="要在规则文件所在的文件夹里"):
        list(read(str(tmp_path / "own")))


def pack(folder: Path, options: str, message: str = "{match}", checker: str = "pattern") -> None:
    own = folder / "own"
    own.mkdir()
    (own / "pack.toml").write_text('title = "t"\nwhy = "w"\n', "utf-8")
    (own / "rule.toml").write_text(
        f'title = "t"\nwhy = "w"\nmessage = "{message}"\nchecker = "{checker}"\n'
        f'[options]\n{options}\n[[examples]]\nbad = "⟦11元⟧"\n[[examples]]\ngood = "十元"\n',
        "utf-8",
    )


def test_an_option_of_a_configuration_is_judged_too() -> None:
    from speechlint.config import Config
    from speechlint.errors import ConfigError

    config = Config(options={"word.acronym": {"unless": [r"(\d+)+元"]}})
    with pytest.raises(ConfigError, match=r'options."word.acronym"：选项 unless'):
        speechlint.lint("今年安排XX个项目。", config)
