from .conftest import Office


def test_each_rule_with_its_severity_and_title(office: Office) -> None:
    result = office.run("rules")
    lines = result.out.splitlines()
    ids = [line.split()[0] for line in lines]

    assert (result.code, result.err) == (0, "")
    assert ids == sorted(ids)
    assert [" ".join(line.split()) for line in lines if line.startswith("word.as-of ")] == [
        "word.as-of 错误 “截止”误作“截至”"
    ]


def test_one_family(office: Office) -> None:
    result = office.run("rules", "word")

    assert {line.split(".")[0] for line in result.out.splitlines()} == {"word"}


def test_a_family_that_there_is_not(office: Office) -> None:
    result = office.run("rules", "wrod")

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("没有规则族 wrod；有：")
    assert "word" in result.err


def test_rules_on_trial_are_marked(office: Office) -> None:
    from speechlint.api import builtin_rules

    on_trial = {rule.id for rule in builtin_rules() if rule.preview}
    marked = {
        line.split()[0] for line in office.run("rules").out.splitlines() if "（试行）" in line
    }

    assert marked == on_trial
