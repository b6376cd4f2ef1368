"""Lines that a page ran together."""

import pytest

from speechlint.glue import cut

PARTS = [
    "在全县春耕生产会议上的讲话",
    "同志们：",
    "一年之计在于春。今天我们召开会议，主要任务是总结去年的工作，安排今年的任务。",
    "一、认清形势，增强紧迫感",
    "去年全县粮食总产实现增长，但是基础设施薄弱、抗灾能力不强的问题仍然突出，要保持清醒。",
    "二、突出重点，抓好当前工作",
    "要抓好农资供应，抓好田间管理，抓好水利设施的检修，确保春播面积落实到位，不误农时。",
    "谢谢大家！",
]


def parts(line: str) -> list[str]:
    return [line[start:end] for start, end in cut(line, len(line))]


@pytest.mark.parametrize("joint", [" ", "\u3000\u3000", "  "])
def test_a_speech_whose_line_ends_became_spaces(joint: str) -> None:
    assert parts(joint.join(PARTS)) == PARTS


def test_a_speech_whose_line_ends_were_lost() -> None:
    assert parts("".join(PARTS)) == [
        PARTS[0],
        PARTS[1],
        PARTS[2],
        PARTS[3] + PARTS[4],
        PARTS[5] + PARTS[6],
        PARTS[7],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "县长 李 明",
        "要抓好春耕。 要抓好防火。 要抓好信访。 要抓好招商。 " * 6,
        "要讲三点意见：一、提高认识。二、加强领导。三、狠抓落实。" + "各级要高度重视。" * 30,
        "全县 GDP 增长 5% ，高于 全市 平均水平，位居 前列。" * 8,
    ],
)
def test_what_was_not_run_together(line: str) -> None:
    assert parts(line) == [line]
