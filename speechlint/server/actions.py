"""Code actions: mend it, mend all like it, or say that it shall not be reported."""

from __future__ import annotations

from lsprotocol import types as lsp

from speechlint import fixer
from speechlint.diagnostic import Applicability
from speechlint.server import filling
from speechlint.server.commands import ALLOW, FILL, IGNORE, SUPPRESS
from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.diagnostic import Diagnostic
    from speechlint.rule import Rule
    from speechlint.server.draft import Checkup, Draft


FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.speechlint"
_QUICK = lsp.CodeActionKind.QuickFix
_LONGEST = 20  # characters of a word that may be allowed


def register(server: Server) -> None:
    """Tell the server what is done here."""
    options = lsp.CodeActionOptions(code_action_kinds=[_QUICK, FIX_ALL])
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)(_actions)


async def _actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return []
    checkup = await ls.session.checked(draft)
    maker = _Maker(ls, draft, checkup)
    found: list[lsp.CodeAction] = []
    if _wanted(params.context.only, _QUICK.value):
        place = checkup.positions.span(params.range)
        found += maker.quick(place)
    if _wanted(params.context.only, FIX_ALL):
        found += maker.everything()
    return found


def _wanted(only: Sequence[str] | None, kind: str) -> bool:
    """Say whether a client wants actions of a kind: it names kinds or what they begin with."""
    names = [getattr(name, "value", name) for name in only or ()]
    return not names or any(kind == name or kind.startswith(f"{name}.") for name in names)


class _Maker:
    """Makes the actions for one version of a draft."""

    def __init__(self, ls: Server, draft: Draft, checkup: Checkup) -> None:
        self._ls = ls
        self._draft = draft
        self._checkup = checkup
        self._rules = {rule.id: rule for rule in draft.rules}

    def quick(self, place: Span) -> Iterator[lsp.CodeAction]:
        """Yield what can be done about the diagnostics at a place: mending comes first."""
        here = [d for d in self._checkup.diagnostics if _meets(d.span, place)]
        for d in here:
            yield from self._mend(d)
        for rule in dict.fromkeys(d.rule for d in here):
            yield from self._mend_all(self._rules[rule])
        for d in here:
            yield from self._fill(d)
        for d in here:
            yield from self._silence(d)

    def everything(self) -> Iterator[lsp.CodeAction]:
        """Yield the one action that mends all that is sure and moves no lines."""
        able = (d for d in self._checkup.diagnostics if d.fix and d.fix.on_save)
        chosen = fixer.chosen(able, {Applicability.SAFE})
        if chosen:
            yield lsp.CodeAction(
                f"改正全部有把握的（{len(chosen)} 处）", kind=FIX_ALL, edit=self._edit(chosen)
            )

    def _mend(self, d: Diagnostic) -> Iterator[lsp.CodeAction]:
        if d.fix and d.fix.applicability is not Applicability.DISPLAY:
            yield lsp.CodeAction(
                d.fix.title,
                kind=_QUICK,
                diagnostics=self._shown(d),
                is_preferred=d.fix.applicability is Applicability.SAFE,
                edit=self._edit([d]),
            )

    def _mend_all(self, rule: Rule) -> Iterator[lsp.CodeAction]:
        able = [d for d in self._checkup.diagnostics if d.rule == rule.id]
        chosen = fixer.chosen(able, {Applicability.SAFE, Applicability.UNSAFE})
        if len(chosen) > 1:
            title = f"改正全文的“{rule.title}”（{len(chosen)} 处）"
            shown = [lsp_d for d in chosen for lsp_d in self._shown(d)]
            yield lsp.CodeAction(title, kind=_QUICK, diagnostics=shown, edit=self._edit(chosen))

    def _fill(self, d: Diagnostic) -> Iterator[lsp.CodeAction]:
        """Offer to fill a blank everywhere, where the client can ask for the words."""
        if not self._ls.asks or not d.rule.startswith("placeholder."):
            return
        place = filling.place_at(self._checkup, d.span.start)
        if place:
            times = len(filling.alike(self._checkup, place.name))
            title = f"把全文的“{place.name}”改为…（{times} 处）"
            position = self._checkup.positions.position(place.span.start)
            yield self._command(title, d, FILL, [self._draft.uri, place.name, None, position])

    def _silence(self, d: Diagnostic) -> Iterator[lsp.CodeAction]:
        if not self._draft.path:
            return  # a draft without a file has no configuration to write to
        mark = self._ls.mark(self._checkup, d)
        yield self._command("不再提示这一处", d, SUPPRESS, [self._draft.uri, d.rule, mark])
        if word := self._word(d):
            yield self._command(f"加入词表：“{word}”", d, ALLOW, [self._draft.uri, word])
        title = self._rules[d.rule].title
        yield self._command(f"关闭此规则：{title}", d, IGNORE, [self._draft.uri, d.rule])

    def _word(self, d: Diagnostic) -> str:
        """Return the word that could be allowed: with its noun, for a blank."""
        if d.rule.partition(".")[0] not in ("placeholder", "word"):
            return ""
        document = self._checkup.document
        place = filling.place_at(self._checkup, d.span.start)
        word = place.name if place else document.text[d.span.start : d.span.end]
        return word if len(word) <= _LONGEST and word.isprintable() else ""

    def _command(
        self, title: str, d: Diagnostic, command: str, arguments: list[object]
    ) -> lsp.CodeAction:
        return lsp.CodeAction(
            title,
            kind=_QUICK,
            diagnostics=self._shown(d),
            command=lsp.Command(title, command, arguments=arguments),
        )

    def _shown(self, d: Diagnostic) -> list[lsp.Diagnostic]:
        """Return a diagnostic as the client knows it."""
        return self._ls.reporter.report(
            self._draft.uri, self._checkup.positions, [d], self._draft.rules
        )

    def _edit(self, chosen: Iterable[Diagnostic]) -> lsp.WorkspaceEdit:
        changes = ((Span(start, end), text) for start, end, text in fixer.changes(chosen))
        return self._ls.edit(self._draft, self._checkup, changes)


def _meets(span: Span, place: Span) -> bool:
    """Say whether a cursor or a selection is on a span, or at its edge."""
    return span.start <= place.end and place.start <= span.end
