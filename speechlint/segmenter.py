"""Words of a text, as jieba cuts them, without what jieba costs at its first cut.

A paragraph that needs no words imports none of this: jieba itself takes 20 ms and 12 MB.
"""

from __future__ import annotations

import sys

from speechlint.dictionary import dictionary
from speechlint.light import cache, import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@cache
def tokenizer() -> Any:
    """Return a jieba.Tokenizer that cuts as jieba's own and never reads nor writes a file."""
    jieba = _jieba()

    class Tokenizer(jieba.Tokenizer):  # type: ignore[name-defined, misc]
        def __init__(self) -> None:
            super().__init__()
            self.FREQ = dictionary()
            self.total = self.FREQ.total
            self.initialized = True

        def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802 (jieba's name)
            """Return for each offset the last offsets of the words that begin there."""
            ends = self.FREQ.ends
            return {k: [e - 1 for e in ends(sentence, k)] or [k] for k in range(len(sentence))}

    return Tokenizer()


def _jieba() -> Any:
    """Import jieba; without setuptools, which it would load (70 ms) to open files it does not open."""
    import warnings

    unwanted = "pkg_resources"
    spared = unwanted not in sys.modules
    if spared:
        sys.modules[unwanted] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes in its expressions
            jieba = import_module("jieba")
    finally:
        if spared:
            del sys.modules[unwanted]
    return jieba
