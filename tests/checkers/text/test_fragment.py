from __future__ import annotations

import pytest

from speechlint.checkers.text.fragment import Fragment
from speechlint.document import Document

CHECKER = Fragment(halves={"济": "南", "展": "望陈", "障": "碍"}, sentences=("好|不",))
WHOLE = "要抓好项目建设，加快工程进度。"


def found(text: str) -> list[str]:
    return [
        text[finding.span.start : finding.span.end]
        for speech in Document(text).speeches
        for finding in CHECKER.check_speech(speech)
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"{WHOLE}\n\n展。在此提几点希望。\n", "展。"),
        (f"展，在此提几点希望。\n{WHOLE}\n", "展，"),
        (f"，在此提几点希望。\n{WHOLE}\n", "，"),
        (f"{WHOLE}\n济发展的质量稳步提高。\n", "济发"),
        ("要完善政策体系，障要素供给，加快进度。\n", "障要"),
        (f"{WHOLE}\n要坚定信心，鼓足干劲，以更加务实的作风抓好落\n", "更加务实的作风抓好落"),
        ("要抓好项目。下半年任务很重，必须抓紧抓好各项工", "必须抓紧抓好各项工"),
        (
            "要抓好项目。这是下半年最重要也最紧迫的一项工\n\n一、提高认识\n",
            "重要也最紧迫的一项工",
        ),
        (f"{WHOLE}今年的任务是：\n（一）抓好项目。要加快进\n（二）抓好招商。\n", "要加快进"),
    ],
)
def test_broken(text: str, wrong: str) -> None:
    assert found(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "好。就这样定了。\n不，还要再快。\n展望未来，展陈要更新。\n",
        "一、提高认识\n市长 李建国\n谢谢大家\n",
        "——经济迈上新台阶。结构更优\n——社会事业进步。民生更好\n",
        "他说：“要抓紧。要抓好。”\n任务如下。一共三项：\n详见附件。（略）\n要快点干。再快……\n",
        f"{WHOLE}\n联系人：李明，办公电话：零三一零六零一二三四五，传真同上\n",
        f"{WHOLE}\n值班电话请拨打青禾县人民政府办公室，0310-6012345\n",
        f"{WHOLE}\n抄送：{'县人大常委会办公室，' * 7}县政协办公室\n{WHOLE}\n",
        f"{WHOLE}\n长风破浪会有时，直挂云帆济沧海\n",
        "要坚定信心，鼓足干劲，以更加务实的作风抓好落实\n",
        "全年完成投资，增长百分之八\n",
        "经济发展、障碍清除、济困助学。\n",
        "1.抢。抢的是时间。\n2.盯。盯的是质量。\n",
    ],
)
def test_whole(text: str) -> None:
    assert found(text) == []
