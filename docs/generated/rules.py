"""A page for each rule, at `rules/ID.html` for good, and an index of them by family.

What is said of a rule is `speechlint.catalogue.describe`; added is what only running it shows
(its message, what becomes of its fixes) and what a page has room for (its options).
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

from speechlint import catalogue, checkers, packs, toml
from speechlint.diagnostic import Applicability
from speechlint.linter import Linter
from speechlint.options import kind
from speechlint.sources import document

from .options import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from speechlint.rule import Rule

_INDEX = """\
# 规则

共 {count} 条，分 {families} 族。规则名就是网址：`placeholder.mask` 的说明在 `rules/placeholder.mask.html`。
命令行里用 `speechlint explain placeholder.mask` 看同样的说明，编辑器里把鼠标停在标记上。

**级别**：错误，任何编辑都会改的；警告，多数编辑会改的；提示，公开发表的文章里也常见的。缺省时错误和警告使退出码为 1。

**修复**：“安全”的绝不会改变意思，`--fix` 就改；“须核对”的在 `--unsafe-fixes` 时才改；“只提示”的从不自动改。

**启用**：没有注明的都启用；“要词表”“要名单”“要数据表”的，在[配置](../reference/settings.md)里写了才启用；“试行”的要 `preview = true`。

!!! tip "找规则"
    按 <kbd>/</kbd> 搜索，字词的任何一段都行：规则名、说明、例句都在里面。比如搜“截止”“百分”“缺号”。
"""
_TABLES = {"words": "词表", "roster": "名单", "facts": "数据表"}
_FIXES = {
    Applicability.SAFE: "安全",
    Applicability.UNSAFE: "须核对",
    Applicability.DISPLAY: "只提示",
}
_LONG = 60


@cache
def families() -> tuple[tuple[str, dict[str, str], tuple[Rule, ...]], ...]:
    """Return name, title and reason, and rules of each pack, examples with them."""
    root = packs.builtin()
    folders = [os.path.join(root, name) for name in sorted(os.listdir(root))]
    return tuple(
        (
            os.path.basename(folder),
            packs.load_title(folder),
            tuple(packs.load_pack(folder, examples=True)),
        )
        for folder in folders
        if os.path.isfile(os.path.join(folder, "pack.toml"))
    )


def navigation() -> list[Any]:
    """Return the entries of the navigation: families, and in each its rules."""
    return [
        {pack["title"]: [{rule.title: f"rules/{rule.id}.md"} for rule in rules]}
        for _, pack, rules in families()
    ]


def pages() -> Iterator[tuple[str, str]]:
    """Yield path and text of each page."""
    yield "rules/index.md", "\n".join(_index())
    for family, pack, rules in families():
        for rule in rules:
            yield f"rules/{rule.id}.md", "\n".join(_page(rule, family, pack["title"]))


def _index() -> Iterator[str]:
    count = sum(len(rules) for _, _, rules in families())
    yield _INDEX.format(count=count, families=len(families()))
    for family, pack, rules in families():
        yield f"## {pack['title']} `{family}` {{ #{family} }}\n\n{pack['why']}\n"
        yield "| 规则 | 查什么 | 级别 | 修复 | 启用 |\n|---|---|---|---|---|"
        for rule in rules:
            link = f"[`{rule.id}`]({rule.id}.md)"
            level = catalogue.LEVELS[rule.severity]
            enabled = "试行" if rule.preview else f"要{_TABLES[rule.needs]}" if rule.needs else ""
            fixes = "、".join(_FIXES[a] for a in Applicability if a in _tried(rule.file)[1])
            yield f"| {link} | {_plain(rule.title)} | {level} | {fixes} | {enabled} |"
        yield ""


def _plain(text: str) -> str:
    return text.replace("|", "\\|")


@cache
def _tried(file: str) -> tuple[tuple[str, ...], frozenset[Applicability]]:
    """Return what the rule of a file says of its own bad examples, and what its fixes are."""
    rule = packs.load_rule(file, examples=True)
    messages: list[str] = []
    fixes: set[Applicability] = set()
    for example in rule.examples:
        made = rule._replace(options={**packs.options_of(rule), **example.options})
        name = "a.md" if example.markdown else "a.txt"
        for found in Linter([made]).lint(document(example.text, name)):
            messages.append(found.message)
            if found.fix:
                fixes.add(found.fix.applicability)
    return tuple(dict.fromkeys(messages)), frozenset(fixes)


def _page(rule: Rule, family: str, title: str) -> Iterator[str]:
    described = catalogue.describe(rule)
    head, _, rest = described.partition("\n")
    messages, fixes = _tried(rule.file)
    yield head.removeprefix("#").replace(f"`{rule.id}`", f"<small>`{rule.id}`</small>")
    rest = rest.replace("\n会报告：\n", "\n## 会报告 { #bad }\n").replace(
        "\n不报告：\n", "\n## 不报告 { #good }\n"
    )
    rest = re.sub(r"(?m)^依据：", "## 依据 { #sources }\n\n", rest)
    yield re.sub(r"(?m)^  - ", "    - ", rest)  # this Markdown wants four spaces
    if rule.needs:
        table = _TABLES[rule.needs]
        yield f"\n## 怎么启用 {{ #enable }}\n\n做一张[{table}](../tables.md#{rule.needs})，在 `speechlint.toml` 里写："
        yield f'\n```toml\n{rule.needs} = "{table}.xlsx"\n```'
    if messages:
        yield f"\n## 报告怎么说 {{ #message }}\n\n> {messages[0]}"
    yield f"\n## 怎么改 {{ #fix }}\n\n{_fixes(fixes)}"
    if options := list(_options(rule)):
        yield "\n## 选项 { #options }\n\n| 选项 | 意思 | 应是 | 现在是 |\n|---|---|---|---|"
        yield from options
    yield f"""
## 不想要这一条 {{ #off }}

```toml title="speechlint.toml"
ignore = ["{rule.id}"]            # 处处都不查

[per-file-ignores]
"模板/*" = ["{rule.id}"]          # 只在这些文件里不查

[severity]
"{rule.id}" = "info"              # 还查，但只作提示
```

只是这一处不算：编辑器里选“不再提示这一处”，或者用[基线](../start/repository.md#baseline)。

自 {rule.since or "0.1"} 版起有。同族的规则：[{title}](index.md#{family})。
"""


def _fixes(fixes: frozenset[Applicability]) -> str:
    if Applicability.SAFE in fixes and Applicability.UNSAFE in fixes:
        return "有的能安全改正（`--fix`），有的改了须核对（`--unsafe-fixes`），报告里分别标出。"
    if Applicability.SAFE in fixes:
        return "能安全改正：`--fix`，或者在编辑器里按 `Ctrl+.`。"
    if Applicability.UNSAFE in fixes:
        return "能改正，改了须核对：`--unsafe-fixes`，或者在编辑器里按 `Ctrl+.`。"
    if Applicability.DISPLAY in fixes:
        return "报告里提示应改成什么，从不自动改。"
    return "要人来改：该写什么，只有写稿的人知道。"


def _options(rule: Rule) -> Iterator[str]:
    checker: Any = checkers.load(rule.checker)
    for name, annotation in checker.__annotations__.items():
        value = rule.options.get(name, getattr(checker, name, None))
        said = meaning(rule.checker, name)
        yield f"| `{name}` | {_plain(said)} | {kind(annotation).strip()} | {_value(value)} |"


def _value(value: Any) -> str:
    """Return a value as TOML, or of a long one only how long it is."""
    if isinstance(value, str) and value.startswith("file:"):
        return "一张表"
    if value in ("", (), [], {}) or value is None:
        return "空"
    spelt = toml.dumps(list(value) if isinstance(value, tuple) else value)
    if len(spelt) > _LONG and not isinstance(value, str):
        return f"{len(value)} 项"
    return catalogue.code(spelt).replace("|", "\\|")
