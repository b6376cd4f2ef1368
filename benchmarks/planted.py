"""Recall per kind on planted defects, and alarms on their right twins.

    python benchmarks/planted.py                       # all kinds
    python benchmarks/planted.py --only numbering -n 5 --show-misses 3
    python benchmarks/planted.py --only scrape.wrap --ways

Each way of going wrong is tried on several right texts: examples/clean.txt, made-up outlines,
and pieces of ../shared/corpus/clean where that folder stands beside the repository. A defect
counts as found when a diagnostic of its family touches it, give or take four characters;
`exact` says how often its kind was right too. A right twin is the text before planting;
`strays` are diagnostics that only the wrong text has and that do not touch the defect.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from planting import Case, Way, ends, figure, numbering, placeholder, punct, scrape, table, word
from planting import text as text_
from planting.phrases import BETWEEN

from speechlint import packs, sources
from speechlint.linter import Linter
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.diagnostic import Diagnostic

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "clean"
FAMILIES = ("placeholder", "numbering", "scrape", "text", "punct", "word")
SLACK = 4
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]+[、是要]|[（(]|\d+[.、]|第[一二三四五])|[一二三][是要]|第[一二]，"
)
LOOKALIKES = table("lookalikes")
WAYS = (
    *placeholder.WAYS,
    *numbering.WAYS,
    *scrape.WAYS,
    *figure.WAYS,
    *text_.WAYS,
    *punct.WAYS,
    *word.WAYS,
)


class Try(NamedTuple):
    """A case that was checked."""

    way: Way
    case: Case
    found: bool
    exact: bool
    strays: tuple[Diagnostic, ...]


class Check:
    """Lints texts; a text seen before is not linted again."""

    def __init__(self) -> None:
        rules = [r for r in packs.load_packs(packs.builtin()) if not r.preview]
        self._linter = Linter(rules)
        self._seen: dict[str, tuple[Diagnostic, ...]] = {}

    def __call__(self, text: str) -> tuple[Diagnostic, ...]:
        if text not in self._seen:
            self._seen[text] = tuple(self._linter.lint(sources.document(text)))
        return self._seen[text]

    def alarms(self) -> Iterator[tuple[str, Diagnostic]]:
        """Yield what was said of all texts so far by the families that are measured."""
        for text, diagnostics in self._seen.items():
            yield from ((text, d) for d in diagnostics if _family(d.kind) in FAMILIES)

    def characters(self) -> int:
        return sum(map(len, self._seen))


def _family(kind: str) -> str:
    return kind.partition(".")[0]


def _touches(diagnostic: Diagnostic, spans: tuple[Span, ...]) -> bool:
    start, end = diagnostic.span
    return any(start <= s.end + SLACK and s.start <= end + SLACK for s in spans)


def attempt(way: Way, case: Case, wrong: Check, right: Check) -> Try:
    """Lint a case's two texts and say whether the defect was found."""
    old = Counter((d.rule, case.right[d.span.start : d.span.end]) for d in right(case.right))
    fresh = []
    for d in wrong(case.wrong):
        key = (d.rule, case.wrong[d.span.start : d.span.end])
        if old[key] and not _touches(d, case.spans):
            old[key] -= 1
        else:
            fresh.append(d)
    near = [d for d in fresh if _touches(d, case.spans)]
    kinds = {d.kind for d in near}
    families = {_family(k) for k in kinds}
    found = _family(way.kind) in families or bool(way.also & (kinds | families))
    strays = tuple(
        d
        for d in fresh
        if _family(d.kind) in FAMILIES and not _touches(d, (*case.spans, *case.others))
    )
    return Try(way, case, found, way.kind in kinds, strays)


def base_texts() -> list[str]:
    """Return right texts: the example, and 2,000 characters from inside each report.

    Only whole paragraphs without numbers are taken: cut off from the rest, numbering is wrong.
    """
    texts = [(ROOT / "examples" / "clean.txt").read_text(encoding="utf-8")]
    if not CORPUS.is_dir():
        print(f"{CORPUS} is not there: planting into examples/clean.txt and outlines only")
        return texts
    for path in sorted(CORPUS.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        piece: list[str] = []
        for line in lines[len(lines) // 3 :]:
            if len(line) > 40 and line.endswith("。") and not _NUMBERED.search(line):
                piece.append(line)
            if sum(map(len, piece)) > 2000:
                break
        texts.append(BETWEEN[len(texts) % len(BETWEEN)].join(piece) + "\n")
    return texts


def reports() -> list[str]:
    """Return whole published reports, as far as there are any."""
    return [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]


def plant(ways: list[Way], count: int, seed: int, pieces: list[str]) -> Iterator[tuple[Way, Case]]:
    """Yield `count` cases of each way; fewer where the texts have no place for it."""
    whole = reports() if any(way.whole for way in ways) else []
    for way in ways:
        texts = whole if way.whole else pieces
        planted = 0
        for number in range(count * 5 if texts else 0):
            rng = Random(f"{seed}/{way.kind}/{way.name}/{number}")  # noqa: S311 (no secret)
            case = way.plant(rng.choice(texts), rng)
            if case is not None:
                yield way, case
                planted += 1
            if planted == count:
                break


def twins(right: Check, texts: list[str], seed: int) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what is said of look-alikes in right texts."""
    rng = Random(f"{seed}/twins")  # noqa: S311
    said = [(s, "sentence") for s in LOOKALIKES["sentences"]] + [
        (s, "line") for s in LOOKALIKES["lines"]
    ]
    for phrase, kind in said:
        text = rng.choice(texts)
        if kind == "sentence":
            at = rng.choice(ends(text))
            new = phrase
        else:
            at = rng.choice([m.end() for m in re.finditer(r"。[\r\n]+\u3000*", text)])
            new = phrase + "\n"
        wrong = text[:at] + new + text[at:]
        place = (Span(at + SLACK, at + len(new) - SLACK),)
        old = {(d.rule, text[d.span.start : d.span.end]) for d in right(text)}
        for d in right(wrong):
            key = (d.rule, wrong[d.span.start : d.span.end])
            if _family(d.kind) in FAMILIES and (key not in old or _touches(d, place)):
                yield phrase, d


def excerpt(text: str, span: Span, width: int = 14) -> str:
    left, right = text[max(0, span.start - width) : span.start], text[span.end : span.end + width]
    middle = text[span.start : span.end]
    if len(middle) > 60:
        middle = f"{middle[:28]}……{middle[-28:]}"
    return f"{left}⟦{middle}⟧{right}".replace("\n", "⏎").replace("\r", "␍")


def tabulate(tries: list[Try], *, by_way: bool) -> list[dict[str, object]]:
    groups: dict[tuple[str, str], list[Try]] = defaultdict(list)
    for t in tries:
        groups[t.way.kind, t.way.name if by_way else ""].append(t)
    return [
        {
            "kind": f"{kind} {name}".strip(),
            "planted": len(group),
            "recall": round(sum(t.found for t in group) / len(group), 4),
            "exact": round(sum(t.exact for t in group) / len(group), 4),
            "strays": sum(len(t.strays) for t in group),
        }
        for (kind, name), group in groups.items()
    ]


def show_misses(tries: list[Try], most: int) -> None:
    shown: Counter[tuple[str, str]] = Counter()
    for t in tries:
        key = (t.way.kind, t.way.name)
        if not t.found and shown[key] < most:
            shown[key] += 1
            print(f"MISS  {t.way.kind} [{t.way.name}] {excerpt(t.case.wrong, t.case.spans[0])}")
        for d in t.strays[:1]:
            if shown[(d.rule, "stray")] < most:
                shown[(d.rule, "stray")] += 1
                place = excerpt(t.case.wrong, d.span)
                print(f"STRAY {t.way.kind} [{t.way.name}] {d.rule} {place} — {d.message}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="a family or kind")
    parser.add_argument("-n", "--number", type=int, default=10, help="cases of each way")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ways", action="store_true", help="a row for each way")
    parser.add_argument("--show-misses", type=int, default=0, metavar="N", help="of each way")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()

    ways = [w for w in WAYS if not args.only or args.only in (w.kind, _family(w.kind))]
    texts = base_texts()
    wrong, right = Check(), Check()
    cases = list(plant(ways, args.number, args.seed, texts))
    tries = [attempt(way, case, wrong, right) for way, case in cases]
    for text in texts:
        right(text)
    alarms = [*right.alarms()]
    characters = right.characters()
    taken = list(twins(right, texts, args.seed))
    rows = tabulate(tries, by_way=args.ways)
    totals = {
        "recall": round(sum(t.found for t in tries) / max(len(tries), 1), 4),
        "planted": len(tries),
        "right_characters": characters,
        "right_alarms_per_10k": {
            severity: round(count / characters * 1e4, 4)
            for severity, count in Counter(d.severity.value for _, d in alarms).items()
        },
        "look_alikes": len(LOOKALIKES["sentences"]) + len(LOOKALIKES["lines"]),
        "look_alike_alarms": len(taken),
    }
    if args.json:
        print(json.dumps({"kinds": rows, **totals}, ensure_ascii=False, indent=1))
        return
    if args.show_misses:
        show_misses(tries, args.show_misses)
        for text, d in alarms[:: max(1, len(alarms) // (args.show_misses * 20))]:
            print(f"ALARM {d.severity.value} {d.rule} {excerpt(text, d.span)} — {d.message}")
        for phrase, d in taken:
            print(f"TWIN  {d.rule} {phrase} — {d.message}")
        print()
    print(f"{'kind':28}{'planted':>8}{'recall':>8}{'exact':>8}{'strays':>8}")
    for row in rows:
        print(
            f"{row['kind']!s:28}{row['planted']:>8}{row['recall']:>8}{row['exact']:>8}"
            f"{row['strays']:>8}"
        )
    print()
    for name, value in totals.items():
        print(f"{name.replace('_', ' ')}: {value}")


if __name__ == "__main__":
    main()
