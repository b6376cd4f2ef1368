"""Rule packs: folders of rule files.

`rules/placeholder/mask.toml` is rule `placeholder.mask` of pack `placeholder`.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8

from speechlint import checkers, tables
from speechlint.diagnostic import Severity
from speechlint.errors import OptionError, PackError, UnknownCheckerError
from speechlint.options import build, nearest
from speechlint.record import NamedTuple
from speechlint.regexes import DOTALL, MULTILINE, regex
from speechlint.rule import Rule
from speechlint.shipped import read
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from speechlint.rule import Checker

_MARK = regex("⟦(.*?)⟧", DOTALL)
# Examples stand last in a file, so that a check need not parse them.
_EXAMPLES = regex(r"^(?:\[\[examples\]\]|examples\s*=)", MULTILINE)
_REQUIRED: dict[str, type] = {"title": str, "message": str, "why": str, "checker": str}
_OPTIONAL: dict[str, type] = {
    "severity": str,
    "options": dict,
    "kind": str,
    "preview": bool,
    "since": str,
    "aliases": list,
    "sources": list,
    "when": list,
    "needs": str,
}
NEEDS = ("words", "roster", "facts")
_EXAMPLE = {
    "good": {"good", "markdown", "options"},
    "bad": {"bad", "fixed", "also", "markdown", "options"},
}
_EXAMPLE_TYPES: dict[str, type] = {"also": list, "markdown": bool, "options": dict}
_TYPES = {str: "字符串", dict: "表", bool: " true 或 false", list: "字符串数组"}
_NAME = regex(r"[a-z]+(?:-[a-z]+)*")


class Example(NamedTuple):
    """A text, the spans to be marked in it, and the text after all fixes.

    `also` names rules that may rightly mark the same place; `markdown` says that
    the text is Markdown; `options` are put over the rule's.
    """

    text: str
    spans: tuple[Span, ...] = ()
    fixed: str | None = None
    also: tuple[str, ...] = ()
    markdown: bool = False
    options: Mapping[str, Any] = {}


def builtin() -> str:
    """Return the folder of the packs that come with speechlint."""
    return tables.folder()


def load_packs(root: str, *, examples: bool = False) -> Iterator[Rule]:
    """Read every rule of every pack in a folder, in the order of their ids.

    Raise PackError for the first file that is wrong.
    """
    for pack in sorted(os.listdir(root)):
        folder = os.path.join(root, pack)
        if os.path.isfile(os.path.join(folder, "pack.toml")):
            yield from load_pack(folder, examples=examples)


def load_pack(folder: str, *, examples: bool = False) -> Iterator[Rule]:
    """Read every rule of one pack: a folder that holds a pack.toml."""
    for name in sorted(os.listdir(folder)):
        # Editors keep hidden copies beside a file.
        if name.endswith(".toml") and name != "pack.toml" and not name.startswith("."):
            yield load_rule(os.path.join(folder, name), examples=examples)


def load_title(folder: str) -> dict[str, str]:
    """Return the title and the reason of a pack; raise PackError where pack.toml is wrong."""
    file = os.path.join(folder, "pack.toml")
    table = _toml(file, _text(file))
    for key in ("title", "why"):
        if not isinstance(table.get(key), str):
            raise PackError(f"{file}：缺少键 {key}，或它不是字符串")
    return {key: table[key].strip() for key in ("title", "why")}


def load_rule(file: str, *, examples: bool = False) -> Rule:
    """Read a rule file; without `examples` they are not even parsed."""
    source = _text(file)
    cut = _EXAMPLES.search(source)
    head = source[: cut.start()] if cut else source
    table = _toml(file, source if examples else head)
    _check_keys(file, table)
    if examples and cut:
        _check_order(file, table, head)
    folder, name = os.path.split(os.path.abspath(file))
    pack, stem = os.path.basename(folder), name[: -len(".toml")]
    for word in (pack, stem):
        if not _NAME.fullmatch(word):
            raise PackError(f"{file}：文件夹和文件名只能用小写字母和连字符（如 figure/sum.toml）")
    try:
        severity = Severity(table.get("severity", "warning"))
    except ValueError as error:
        known = [s.value for s in Severity]
        close = nearest(table["severity"], known)
        raise PackError(f"{file}：severity 应是 {'、'.join(known)} 之一{close}") from error
    return Rule(
        id=f"{pack}.{stem}",
        title=table["title"],
        message=table["message"],
        why=table["why"].strip(),
        severity=severity,
        checker=table["checker"],
        options=table.get("options", {}),
        kind=table.get("kind", f"{pack}.{stem}"),
        file=file,
        when=tuple(table.get("when", ())),
        examples=tuple(_examples(file, table)) if examples else (),
        preview=table.get("preview", False),
        aliases=tuple(table.get("aliases", ())),
        since=table.get("since", ""),
        sources=tuple(table.get("sources", ())),
        needs=table.get("needs", ""),
    )


def _text(file: str) -> str:
    try:
        text = read(file).removeprefix(BOM_UTF8).decode()
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        from speechlint.oserrors import reason

        raise PackError(f"{file}：读不到（{reason(error)}）") from error
    except UnicodeDecodeError as error:
        raise PackError(f"{file}：应是 UTF-8 编码，请另存为 UTF-8") from error


def _toml(file: str, source: str) -> dict[str, Any]:
    from speechlint.toml import TomlError, loads

    try:
        return loads(source)
    except TomlError as error:
        raise PackError(f"{file}：{error}") from error


def _check_keys(file: str, table: dict[str, Any]) -> None:
    known = {**_REQUIRED, **_OPTIONAL, "examples": list}
    for key, value in table.items():
        if key not in known:
            raise PackError(f"{file}：没有键 {key}{nearest(key, known)}")
        if not _fits(value, known[key], key):
            wanted = "数组，写作 [[examples]]" if key == "examples" else _TYPES[known[key]]
            raise PackError(f"{file}：{key} 应是{wanted}")
    for key in _REQUIRED:
        if key not in table:
            raise PackError(f"{file}：缺少键 {key}")
    if table.get("needs", NEEDS[0]) not in NEEDS:
        raise PackError(f"{file}：needs 应是 {'、'.join(NEEDS)} 之一")


def _check_order(file: str, table: dict[str, Any], head: str) -> None:
    """Raise PackError where a check, which stops reading at the examples, would miss a key."""
    from speechlint.toml import TomlError, loads

    try:
        whole = loads(head) == {k: v for k, v in table.items() if k != "examples"}
    except TomlError:
        whole = False
    if not whole:
        raise PackError(f"{file}：examples 要放在文件的最后")


def _fits(value: Any, wanted: type, key: str) -> bool:
    if wanted is list:
        return isinstance(value, list) and (
            key == "examples" or all(isinstance(v, str) for v in value)
        )
    return isinstance(value, wanted)


def options_of(rule: Rule) -> dict[str, Any]:
    """Return the options a rule's checker is built with.

    An option `x = "file:y.tsv"` is the table beside the rule file: two columns make a table
    of strings, one a list; `#` begins a comment line. Read only now, for most drafts need
    few of the long lists. Raise PackError where the table cannot be read.
    """
    options = dict(rule.options)
    for key, value in options.items():
        if isinstance(value, str) and value.startswith("file:"):
            table = _beside(rule.file, value[len("file:") :])
            rows = list(read_tsv(table))
            options[key] = _columns(table, rows)
    return options


def checker_of(rule: Rule) -> Checker:
    """Make a rule's checker; raise PackError where there is no such checker, or for its options."""
    try:
        return build(checkers.load(rule.checker), options_of(rule))
    except UnknownCheckerError as error:
        close = nearest(rule.checker, checkers.names())
        raise PackError(f"{rule.file}：没有检查器 {rule.checker}{close}") from error
    except OptionError as error:
        raise PackError(f"{rule.file}：{error}") from error


def _beside(file: str, name: str) -> str:
    """Return the path of a table beside a rule file; raise PackError for one elsewhere."""
    path = os.path.join(os.path.dirname(file), name)
    # Nor by a link, whoever may have put it there; none of ours is one.
    if os.path.basename(name) != name or os.path.islink(path):
        raise PackError(f"{file}：file:{name} 要在规则文件所在的文件夹里，请把表格复制到那里")
    return path


def _columns(file: str, rows: Sequence[list[str]]) -> dict[str, str] | list[str]:
    if all(len(row) == 1 for row in rows):
        return [row[0] for row in rows]
    for row in rows:
        if len(row) < 2:
            raise PackError(f"{file}：“{row[0]}”后面少了第二列（用制表符隔开）")
    return {row[0]: row[1] for row in rows}


def read_tsv(file: str) -> Iterator[list[str]]:
    """Yield the rows of a table; raise PackError where it cannot be read."""
    for line in _text(file).split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def _examples(file: str, table: dict[str, Any]) -> Iterator[Example]:
    if not table.get("examples"):
        raise PackError(f"{file}：缺少键 examples")
    for number, example in enumerate(table["examples"], 1):
        where = f"{file}：第 {number} 个例子"
        keys = set(example) if isinstance(example, dict) else set()
        if not any(only in keys and keys <= allowed for only, allowed in _EXAMPLE.items()):
            raise PackError(f"{where}应有 good，或 bad（可加 fixed、also、markdown、options）")
        for key, value in example.items():
            wanted = _EXAMPLE_TYPES.get(key, str)
            if not _fits(value, wanted, key):
                raise PackError(f"{where}的 {key} 应是{_TYPES[wanted]}")
        markdown, options = example.get("markdown", False), example.get("options", {})
        if "good" in keys:
            yield Example(example["good"], markdown=markdown, options=options)
            continue
        text, spans = unmark(example["bad"])
        if not spans or any(c in text for c in "⟦⟧"):
            raise PackError(f"{where}没有用成对的 ⟦ ⟧ 标出应报告的文字")
        if any(span.start == span.end for span in spans):
            raise PackError(f"{where}的 ⟦ ⟧ 里没有文字")
        also = tuple(example.get("also", ()))
        yield Example(text, spans, example.get("fixed"), also, markdown, options)


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Take the ⟦ ⟧ out of a text; return it with the spans that they marked."""
    text, last = "", 0
    spans: list[Span] = []
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        spans.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        last = match.end()
    return text + marked[last:], tuple(spans)


def mark(text: str, spans: Iterable[Span]) -> str:
    """Put the ⟦ ⟧ back."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}⟦{text[span.start : span.end]}⟧{text[span.end :]}"
    return text
