import pytest

from .conftest import Office


def test_a_rule(office: Office) -> None:
    result = office.run("explain", "word.as-of")

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(
        "## “截止”误作“截至” `word.as-of`\n\n级别：错误；类别：`word.typo`\n"
    )
    assert (
        "- `⟦截止目前⟧，全市开工项目 20 个。`\n  - 改后：`截至目前，全市开工项目 20 个。`\n"
        in result.out
    )


@pytest.mark.parametrize("name", ["word", "word.typo"])
def test_a_family_or_a_kind(office: Office, name: str) -> None:
    assert "`word.as-of`" in office.run("explain", name).out


def test_several(office: Office) -> None:
    out = office.run("explain", "word.as-of", "numbering.gap").out

    assert out.index("`word.as-of`") < out.index("`numbering.gap`")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("word.asof", "没有规则 word.asof，是不是 word.as-of？\n"),
        ("zzz", "没有规则 zzz；用 speechlint rules 列出全部规则\n"),
    ],
)
def test_a_rule_that_there_is_not(office: Office, name: str, message: str) -> None:
    assert office.run("explain", name) == (2, "", message)
