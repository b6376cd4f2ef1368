from collections.abc import Sequence

from speechlint.memory import Memory, recalled


def test_each_value_is_looked_at_once_a_version_apart() -> None:
    asked: list[str] = []

    def length(value: str) -> int:
        asked.append(value)
        return len(value)

    memory = Memory()
    assert [memory.recall(length, value) for value in ("甲", "乙乙", "甲")] == [1, 2, 1]
    memory.turn()
    assert [memory.recall(length, value) for value in ("乙乙", "丙")] == [2, 1]
    assert asked == ["甲", "乙乙", "丙"]
    memory.turn()
    assert memory.recall(length, "甲") == 1  # of the version before the last nothing is kept
    assert asked == ["甲", "乙乙", "丙", "甲"]


def test_unknown_values_are_looked_at_together() -> None:
    asked: list[list[str]] = []

    def lengths(values: Sequence[str]) -> list[int]:
        asked.append([*values])
        return [len(value) for value in values]

    memory = Memory()
    assert memory.recall_all(lengths, ["甲", "乙乙", "甲"]) == [1, 2, 1]
    memory.turn()
    assert memory.recall_all(lengths, ["丙丙丙", "甲"]) == [3, 1]
    assert memory.recall_all(lengths, ["甲"]) == [1]
    assert asked == [["甲", "乙乙"], ["丙丙丙"]]
    assert memory.recall_all(lengths, []) == []


def test_of_older_values_few_are_kept() -> None:
    asked: list[int] = []

    def doubled(values: Sequence[int]) -> list[int]:
        asked.extend(values)
        return [2 * value for value in values]

    memory = Memory()
    for start in range(0, 2000, 100):
        assert memory.recall_all(doubled, range(start, start + 100)) == [
            *range(2 * start, 2 * start + 200, 2)
        ]
    assert memory.recall_all(doubled, range(1900, 2000)) == [*range(3800, 4000, 2)]
    assert len(asked) == 2000  # the last are known
    assert memory.recall_all(doubled, [0]) == [0]
    assert len(asked) == 2001  # the first no longer


def test_without_a_memory_the_function_is_asked() -> None:
    assert recalled(None, lambda values: [2 * v for v in values], [1, 2]) == [2, 4]


def test_two_functions_do_not_mix() -> None:
    memory = Memory()
    assert memory.recall(len, "甲") == 1
    assert memory.recall(str.upper, "甲") == "甲"
    assert memory.recall(max, 1, 2) == 2
