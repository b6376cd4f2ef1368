"""The short way through the command line gives what the parser gives."""

from __future__ import annotations

from speechlint.commands import check, parsing


def test_paths_alone_are_read_as_the_parser_reads_them() -> None:
    words = ["甲.txt", "-", "乙"]

    assert vars(check.plain(words)) == vars(parsing.parse("check", check, words))
