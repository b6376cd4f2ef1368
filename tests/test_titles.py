"""Titles of office, and whether two of them may be the same."""

import pytest

from speechlint.titles import Title, agree, clash, elsewhere, find, read


def title(words: str) -> Title:
    found = read(words)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "organ", "deputy", "core"),
    [
        ("市委书记", "市委", False, "书记"),
        ("市委副书记", "市委", True, "书记"),
        ("常务副市长", "", True, "市长"),
        ("市人大常委会主任", "市人大常委会", False, "主任"),
        ("检察长", "", False, "检察长"),
    ],
)
def test_read(words: str, organ: str, deputy: bool, core: str) -> None:  # noqa: FBT001
    assert title(words)[:3] == (organ, deputy, core)


@pytest.mark.parametrize("words", ["", "市长助理", "组长", "调研员"])
def test_what_is_no_title(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("text", "organs"),
    [
        ("会上市委书记讲话", ["会上市委"]),
        ("我市市长", [""]),
        ("今天市长", [""]),
        ("云山县县长和局长", ["云山县", ""]),
        ("原市长、时任副市长、老书记、代市长", []),
        ("市长助理", [""]),
    ],
)
def test_find(text: str, organs: list[str]) -> None:
    assert [found.organ for found in find(text)] == organs


@pytest.mark.parametrize(
    ("one", "other", "may_agree", "do_clash"),
    [
        ("市委书记", "书记", True, False),
        ("中共江州市委书记", "市委书记", True, False),
        ("市委书记", "县委书记", False, True),
        ("市委书记", "市委副书记", False, True),
        ("市委副书记", "政法委书记", False, False),
        ("组织部部长", "宣传部部长", False, True),
        ("公安局局长", "市公安局局长", True, False),
        ("人大常委会主任", "发改委主任", False, False),
        ("市委办主任", "市督查办主任", False, False),
        ("高新区党工委书记", "市委书记", False, False),
        ("市长", "书记", False, False),
    ],
)
def test_agree_and_clash(one: str, other: str, may_agree: bool, do_clash: bool) -> None:  # noqa: FBT001
    for a, b in ((one, other), (other, one)):
        assert agree(title(a), title(b)) is may_agree
        assert clash(title(a), title(b)) is do_clash


def test_elsewhere() -> None:
    assert elsewhere(title("杭州市市长"))
    assert not elsewhere(title("江州市市长"), ("江州",))
    assert not elsewhere(title("市委书记"))
