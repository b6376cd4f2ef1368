"""Right texts reworded as a machine would: what is found, what is right, what is raised before.

    python benchmarks/spun.py             # with all pairs, and with each half of them in turn

Every original of rules/word/spun-pairs.tsv that a text holds is replaced at once, strings for
strings, as tools do. `found` are places that are wrong in any text, `more` those that only a
reworded speech is told; `right` touch a replacement, `restored` name its original. Most
replacements are mere synonyms that nobody sees, so recall has no meaning here but for comparison.
The texts are those of ../shared/corpus/clean where that folder stands beside the repository,
and examples/clean.txt.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from speechlint import sources, tables
from speechlint.document import Paragraph
from speechlint.views import spun
from speechlint.views.spun import breaks, trace, words

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "clean"
ROWS = (
    *("texts", "characters", "replaced"),
    *("found", "found right", "found restored", "more", "more right", "more restored"),
    *("told throughout", "raised before", "told before"),
)


def texts() -> Iterator[str]:
    for path in [ROOT / "examples" / "clean.txt", *sorted(CORPUS.glob("*.txt"))[::3]]:
        yield path.read_text(encoding="utf-8")


def reworded(text: str, table: Mapping[str, str]) -> tuple[str, dict[int, str]]:
    """Return the text, and for each of its characters that was put the original."""
    either = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))
    put: dict[int, str] = {}
    out, last = "", 0
    for match in either.finditer(text):
        out += text[last : match.start()]
        new = table[match.group()]
        put |= dict.fromkeys(range(len(out), len(out) + len(new)), match.group())
        out += new
        last = match.end()
    return out + text[last:], put


def count(table: Mapping[str, str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for right in texts():
        wrong, put = reworded(right, table)
        document = sources.document(wrong)
        counts["characters"] += len(wrong)
        counts["replaced"] += len(put) // 2
        for paragraph in document.paragraphs:
            for name, view in (("found", spun.certain), ("more", spun.doubtful)):
                for place in view(paragraph):
                    counts[name] += 1
                    originals = originals_at(paragraph, place, put)
                    counts[f"{name} right"] += bool(originals)
                    counts[f"{name} restored"] += any(o in place.original for o in originals)
        counts["told throughout"] += any(map(trace.reworded, document.speeches))
        before = sources.document(right)
        counts["raised before"] += sum(len(spun.certain(p)) for p in before.paragraphs)
        counts["told before"] += any(map(trace.reworded, before.speeches))
        counts["texts"] += 1
    return counts


def originals_at(paragraph: Paragraph, place: spun.Spun, put: Mapping[int, str]) -> set[str]:
    span = paragraph.locate(place.span)
    return {put[at] for at in range(*span) if at in put}


def main() -> None:
    put = tables.by_word(words.PAIRS)
    pairs = [(o, word) for word in put for o in breaks.originals(word)]
    parts = {"all": pairs, "odd": pairs[::2], "even": pairs[1::2]}
    counted = {name: count(dict(reversed(some))) for name, some in parts.items()}
    print("| | " + " | ".join(counted) + " |")
    print("| --- |" + " ---: |" * len(counted))
    for key in ROWS:
        print(f"| {key} | " + " | ".join(str(c[key]) for c in counted.values()) + " |")


if __name__ == "__main__":
    main()
