"""The one description of a rule: for `explain`, for hovers, and for the generated READMEs."""

from __future__ import annotations

import os
import re

from speechlint import packs
from speechlint.diagnostic import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from speechlint.packs import Example
    from speechlint.rule import Rule

LEVELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_HEAD = "<!-- 由 `python -m speechlint.catalogue` 生成，请改规则的 TOML 文件。 -->"


def describe(rule: Rule) -> str:
    """Return the page of a rule, in Markdown. The rule must carry its examples."""
    return "\n".join(_describe(rule))


def _describe(rule: Rule) -> Iterator[str]:
    yield f"## {rule.title} `{rule.id}`"
    yield ""
    facts = [f"级别：{LEVELS[rule.severity]}"]
    if rule.kind != rule.id:
        facts.append(f"类别：`{rule.kind}`")
    if rule.preview:
        facts.append("试行（要 `preview = true` 才启用）")
    if rule.needs:
        facts.append(f"要在配置里写 `{rule.needs}` 才启用")
    if rule.aliases:
        facts.append("旧名：" + "、".join(f"`{a}`" for a in rule.aliases))
    yield "；".join(facts)
    yield ""
    yield rule.why
    for title, bad in (("会报告", True), ("不报告", False)):
        examples = [e for e in rule.examples if bool(e.spans) == bad]
        if examples:
            yield ""
            yield f"{title}："
            yield ""
            for example in examples:
                yield from _example(example)
    if rule.sources:
        yield ""
        yield "依据：" + "；".join(rule.sources)


def _example(example: Example) -> Iterator[str]:
    yield f"- {code(packs.mark(example.text, example.spans))}"
    if example.fixed is not None:
        yield f"  - 改后：{code(example.fixed)}"
    if example.options:
        from speechlint.toml import dumps

        yield f"  - 选项：{code(dumps(example.options))}"


def code(text: str) -> str:
    """Return a text as inline code, its line ends and invisible characters spelt out."""
    shown = "".join(c if c.isprintable() or c == "\u3000" else _spelt(c) for c in text.strip("\n"))
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _spelt(char: str) -> str:
    return "⏎" if char in "\n\r" else f"<U+{ord(char):04X}>"


def page(title: str, why: str, rules: Iterable[Rule]) -> str:
    """Return the README of a pack."""
    return "\n\n".join([_HEAD, f"# {title}", why, *map(describe, rules)]) + "\n"


def pages(root: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of the README of every pack in a folder."""
    for name in sorted(os.listdir(root)):
        folder = os.path.join(root, name)
        if os.path.isfile(os.path.join(folder, "pack.toml")):
            pack = packs.load_title(folder)
            rules = packs.load_pack(folder, examples=True)
            yield os.path.join(folder, "README.md"), page(pack["title"], pack["why"], rules)


def schema() -> dict[str, Any]:
    """Return the JSON schema of a rule file, for editors that complete TOML."""
    text = {"type": "string", "minLength": 1}
    texts = {"type": "array", "items": text}
    example = {
        "type": "object",
        "properties": {
            "good": text,
            "bad": {**text, "pattern": "⟦"},
            "fixed": {"type": "string"},
            "also": texts,
            "markdown": {"type": "boolean"},
            "options": {"type": "object"},
        },
        "additionalProperties": False,
        "oneOf": [{"required": ["good"]}, {"required": ["bad"]}],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "speechlint rule",
        "type": "object",
        "required": ["title", "message", "why", "checker", "examples"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("title", "message", "why", "checker", "kind", "since"), text),
            "severity": {"enum": [s.value for s in Severity]},
            "options": {"type": "object"},
            "preview": {"type": "boolean"},
            "needs": {"enum": list(packs.NEEDS)},
            **dict.fromkeys(("aliases", "sources", "when"), texts),
            "examples": {"type": "array", "minItems": 1, "items": example},
        },
    }


def generated() -> Iterator[tuple[str, str]]:
    """Yield path and text of every generated file of the checkout."""
    import json

    root = packs.builtin()
    yield from pages(root)
    yield (
        os.path.join(root, "rule.schema.json"),
        json.dumps(schema(), ensure_ascii=False, indent=2) + "\n",
    )


def main() -> None:
    """Write the generated files again."""
    for path, text in generated():
        with open(path, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)


if __name__ == "__main__":
    main()
