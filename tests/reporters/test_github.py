from speechlint.reporters import Report
from speechlint.reporters.github import render

from .sample import report


def test_annotations() -> None:
    assert render(report()) == (
        "::error file=稿 1/a.txt,line=2,endLine=2,col=2,endColumn=5,title=word.as-of"
        "::“截止”：100%25错,%0A改\n"
        "::warning file=稿 1/a.txt,line=2,endLine=2,col=6,endColumn=6,title=punct.width"
        "::半角“,”\n"
        "::notice file=稿 1/a.txt,line=2,endLine=3,title=house.own::跨两行\x0b\n"
        "::warning file=稿 1/a.txt,line=4,endLine=4,col=5,endColumn=5,title=punct.width"
        "::半角“,”\n"
        "::error file=none.txt::没有这个文件，请核对路径\n"
    )


def test_nothing() -> None:
    assert render(Report()) == ""


def test_a_path_that_would_end_its_property() -> None:
    made = report()
    made.errors[0] = made.errors[0]._replace(path="a,b:c%.txt")

    assert "::error file=a%2Cb%3Ac%25.txt::" in render(made)
