"""What is said of a diagnostic in a comment of Word."""

from __future__ import annotations

from speechlint.reporters.columns import shown
from speechlint.reporters.text import LABELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.diagnostic import Diagnostic
    from speechlint.rule import Rule


def said(d: Diagnostic, rule: Rule) -> tuple[str, ...]:
    """Return the paragraphs of a comment."""
    first = shown(f"［{LABELS[d.severity]}］{d.message}（{d.rule}）")
    why = "原因：" + "".join(rule.why.split())
    return (first, why, "建议：" + shown(d.fix.title)) if d.fix else (first, why)
