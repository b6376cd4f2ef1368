"""What an extension shows on a page of its own: a rule, all rules, the report of a draft."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcInvalidParams

from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)

EXPLAIN = "speechlint.explain"  # rule
RULES = "speechlint.rules"
REPORT = "speechlint.report"  # URI


def register(server: Server) -> None:
    """Tell the server what is done here."""
    for name, command in ((EXPLAIN, _explain), (RULES, _rules), (REPORT, _report)):
        server.command(name)(command)


async def _explain(_: Server, *arguments: Any) -> str | None:
    """Return the page of a built-in rule in Markdown; nothing where there is no such rule."""
    from speechlint import catalogue, packs
    from speechlint.api import builtin_rules

    wanted = arguments[0] if arguments else None
    for rule in builtin_rules():
        if wanted in (rule.id, *rule.aliases):
            return catalogue.describe(packs.load_rule(rule.file, examples=True))
    return None


async def _rules(_: Server, *__: Any) -> list[tuple[str, str]]:
    """Return id and title of every built-in rule."""
    from speechlint.api import builtin_rules

    return [(rule.id, rule.title) for rule in builtin_rules()]


async def _report(ls: Server, *arguments: Any) -> str:
    """Return the report of an open draft as HTML."""
    from speechlint.api import Checked
    from speechlint.reporters import Report, html
    from speechlint.views.blanks import blanks

    draft = ls.draft(arguments[0]) if arguments else None
    if draft is None:
        raise JsonRpcInvalidParams("稿子没有打开")
    checkup = await ls.session.checked(draft)
    document = checkup.document
    name = draft.path or "未命名.txt"
    found = checkup.diagnostics
    report = Report()
    report.files.append(
        Checked(name, document.text, "utf-8", "line", found, len(document.view(blanks)))
    )
    return html.render(report)
