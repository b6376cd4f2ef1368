"""`speechlint baseline`: write down what is there, so that only what is new is reported."""

from __future__ import annotations

import os
import sys
from collections import Counter

from speechlint import baseline
from speechlint.api import BASELINE, Checking, rules_for
from speechlint.commands import Exit, switches
from speechlint.files import find
from speechlint.record import NamedTuple
from speechlint.running import Job, Runner
from speechlint.writing import replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from speechlint.api import Checked
    from speechlint.baseline import Entry
    from speechlint.running import Overrides

DESCRIPTION = f"""基线：记下稿子里现有的问题，以后只报告新的。

  write  检查稿子，把现有的各处记进基线（{BASELINE}，在配置文件旁边；没有配置就在当前文件夹）
  show   列出基线里的各处现在在哪里
  prune  从基线里去掉稿子里已经没有的

基线里没有稿子的文字，只有摘要值，可以放进 git 共用。"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["write", "show", "prune"], metavar="write|show|prune")
    parser.add_argument("paths", nargs="*", metavar="路径", help="缺省为当前文件夹")
    switches.configure(parser)


class _Baseline(NamedTuple):
    """A baseline's file, what stands in it, and the drafts below it that were checked."""

    file: str
    entries: tuple[Entry, ...]
    drafts: dict[str, Checked]  # by their path as the entries name it
    known: frozenset[str]  # all rules there are
    whole: bool  # no paths were named: what was not found is gone


def run(args: argparse.Namespace) -> Exit:
    paths = args.paths or ["."]
    overrides = switches.overrides(args, paths, "record")
    baselines, failed = _gathered(paths, overrides, whole=not args.paths)
    act = {"write": _write, "show": _show, "prune": _prune}[args.action]
    for one in baselines:
        act(one)
    return Exit.FAILED if failed else Exit.CLEAN


def _gathered(
    paths: Iterable[str], overrides: Overrides, *, whole: bool
) -> tuple[list[_Baseline], bool]:
    """Check the drafts and return the baselines that they belong to; tell what went wrong."""
    checking = Checking(overrides.base(), adjust=overrides.adjust)
    groups: dict[str, _Baseline] = {}

    def group(path: str) -> _Baseline:
        config = checking.config_for(path)
        file = os.path.join(config.root or os.getcwd(), BASELINE)
        if file not in groups:
            entries = baseline.read(file) if os.path.isfile(file) else ()
            names = frozenset(n for r in rules_for(config) for n in (r.id, *r.aliases))
            groups[file] = _Baseline(file, entries, {}, names, whole)
        return groups[file]

    if whole:
        group("draft.txt")
    failed = False
    jobs = [Job(path, named) for path, named in find(paths, lambda _: None)]
    for job, outcome in zip(jobs, map(Runner(overrides).run, jobs), strict=True):
        for error in outcome.errors:
            failed = True
            print(f"{error.path}：{error.message}", file=sys.stderr)
        if outcome.checked and not outcome.errors:
            home = group(job.path)
            home.drafts[baseline.relative(job.path, home.file)] = outcome.checked
    return list(groups.values()), failed


def _write(one: _Baseline) -> None:
    """Put the places of the drafts that were checked into the baseline; leave the others."""
    kept = [e for e in one.entries if not _judged(e, one)]
    new = [e for draft in one.drafts.values() for e in _entries(draft)]
    if not new and not one.entries:
        print(f"{len(one.drafts)} 份稿子里没有要记的，没有写基线")
        return
    _replace(one.file, [*kept, *new])
    print(f"{one.file}：记下 {len(one.drafts)} 份稿子里的 {len(new)} 处")


def _prune(one: _Baseline) -> None:
    kept = []
    for entry in one.entries:
        if times := _still(entry, one):
            kept.append(entry._replace(times=times))
    gone = _total(one.entries) - _total(kept)
    if gone:
        _replace(one.file, kept)
    print(f"{one.file}：去掉 {gone} 处，还有 {_total(kept)} 处")


def _still(entry: Entry, one: _Baseline) -> int:
    """Return how often an entry is still to be found; what was not looked at counts as found."""
    if _judged(entry, one):
        present = Counter(e[:3] for e in _entries(one.drafts[entry.path]))
        return min(entry.times, present[entry[:3]])
    path = os.path.join(os.path.dirname(one.file), entry.path)
    gone = one.whole and not os.path.exists(path)
    return 0 if gone or entry.rule not in one.known else entry.times


def _show(one: _Baseline) -> None:
    print(f"{one.file}：{_total(one.entries)} 处" + ("" if one.entries else "（没有基线）"))
    for entry in one.entries:
        if not _judged(entry, one):
            if one.whole:
                print(f"{entry.path}：{entry.rule} {entry.times} 处，没有检查到")
            continue
        places = list(_places(entry, one.drafts[entry.path]))[: entry.times]
        for place in places:
            print(place)
        if entry.times > len(places):
            gone = entry.times - len(places)
            print(f"{entry.path}：{entry.rule} {gone} 处，稿子里已经没有")


def _places(entry: Entry, draft: Checked) -> Iterator[str]:
    """Yield the places of a draft that an entry means."""
    from speechlint.reporters import excerpt

    lines = draft.lines
    for d, found in zip(draft.diagnostics, _entries(draft), strict=True):
        if found[:3] == entry[:3]:
            at = excerpt.place(d.span.start, draft.unit, lines)
            yield f"{os.path.normpath(draft.path)}:{at}: {d.rule} {d.message}"


def _judged(entry: Entry, one: _Baseline) -> bool:
    """Say whether the entry's draft was checked by the entry's rule."""
    draft = one.drafts.get(entry.path)
    return bool(draft and draft.record and entry.rule in draft.record.rules)


def _entries(draft: Checked) -> tuple[Entry, ...]:
    return draft.record.entries if draft.record else ()


def _total(entries: Iterable[Entry]) -> int:
    return sum(entry.times for entry in entries)


def _replace(file: str, entries: Iterable[Entry]) -> None:
    try:
        replace_file(file, baseline.render(entries))
    except OSError as error:
        from speechlint.errors import ConfigError
        from speechlint.oserrors import reason

        raise ConfigError(f"{file}：基线写不进去（{reason(error)}）") from error
