"""Text is cut exactly as jieba cuts it, at a fraction of what its first cut costs."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from speechlint.dictionary import dictionary
from speechlint.segmenter import _jieba, tokenizer

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return jieba as it comes; its cache file in a folder of ours."""
    jieba = _jieba()
    jieba.setLogLevel("ERROR")
    made = jieba.Tokenizer()
    made.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    made.initialize()
    return made


def mixes() -> Iterator[str]:
    """Yield texts that no one would write: words and pieces of words, marks, letters, digits."""
    pick = random.Random(7)  # noqa: S311 (the same mixes each time)
    with open(os.path.join(os.path.dirname(_jieba().__file__), "dict.txt"), encoding="utf-8") as s:
        words = [line.split(" ")[0] for line in s]
    odd = [*"，。：；（）“”《》\n\t %+#&._-0123456789ABcd", "😀", "𠀀", "龘", "\u3000", "\r\n"]
    for _ in range(300):
        yield "".join(
            pick.choice(
                [
                    pick.choice(words),
                    pick.choice(words)[:-1],
                    pick.choice(words)[1:],
                    pick.choice(odd),
                ]
            )
            for _ in range(60)
        )


def drafts() -> Iterator[str]:
    folders = [ROOT / "examples", ROOT / "tests" / "corpus", CORPUS, CORPUS / "clean"]
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield path.read_text(encoding="utf-8", errors="replace")[:20_000]


@pytest.mark.parametrize("hmm", [True, False])
@pytest.mark.parametrize("texts", [mixes, drafts])
def test_cuts_are_those_of_jieba(stock: Any, texts: Any, hmm: bool) -> None:  # noqa: FBT001
    for text in texts():
        assert tokenizer().lcut(text, HMM=hmm) == stock.lcut(text, HMM=hmm)


def test_so_are_its_other_modes(stock: Any) -> None:
    for text in mixes():
        assert tokenizer().lcut(text, cut_all=True) == stock.lcut(text, cut_all=True)
        assert tokenizer().lcut_for_search(text) == stock.lcut_for_search(text)


def test_the_likeliest_words_are_those_without_a_model_of_new_ones(stock: Any) -> None:
    for text in ("经济社会的跨越发展", "以土地使用权出让为突破口", "一二三四", "龘", "责任意识"):
        likelihood, ends = dictionary().likeliest(text)
        words = [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]
        assert words == stock.lcut(text, HMM=False)
        route: dict[int, tuple[float, int]] = {}
        stock.calc(text, stock.get_DAG(text), route)
        assert likelihood == pytest.approx(route[0][0])


def test_a_word_may_be_forbidden_to_stand_as_one() -> None:
    assert dictionary().likeliest("责任意识")[1] == [4]
    assert dictionary().likeliest("责任意识", parted=True)[1] == [2, 4]
    assert dictionary().likeliest("龘", parted=True)[1] == [1]
    assert dictionary().likeliest("", parted=True) == (0, [])


def test_nothing_is_written_nor_said(tmp_path: Path) -> None:
    script = (
        "import sys; from speechlint.segmenter import tokenizer; tokenizer().lcut('跨越发展');"
        "print([m for m in ('pkg_resources', 'setuptools') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
    assert list(tmp_path.iterdir()) == []


def test_setuptools_is_there_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = object()
    monkeypatch.setitem(sys.modules, "pkg_resources", theirs)
    _jieba()
    assert sys.modules["pkg_resources"] is theirs
    monkeypatch.delitem(sys.modules, "pkg_resources")
    _jieba()
    assert "pkg_resources" not in sys.modules
