"""What the client may ask for by name; actions and extensions do."""

from __future__ import annotations

import os
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from speechlint import config as configs
from speechlint.errors import ConfigError
from speechlint.server import configuring, filling, lifecycle
from speechlint.server.draft import Draft  # noqa: TC001 (pygls looks at the annotations)
from speechlint.server.server import Server  # noqa: TC001

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.baseline import Entry

SUPPRESS = "speechlint.suppress"  # URI, rule, mark of the place
ALLOW = "speechlint.allow"  # URI, word
IGNORE = "speechlint.ignoreRule"  # URI, rule
FILL = "speechlint.fillBlank"  # URI, name of the blank, what to write
NEXT = "speechlint.nextBlank"  # URI, position
STATISTICS = "speechlint.statistics"  # URI
_CREATE, _LEAVE = "建立", "不用了"


def register(server: Server) -> None:
    """Tell the server what is done here."""
    for name, command in (
        (SUPPRESS, _suppress),
        (ALLOW, _allow),
        (IGNORE, _ignore),
        (FILL, _fill),
        (NEXT, _next),
        (STATISTICS, _statistics),
    ):
        server.command(name)(command)


def _draft(ls: Server, arguments: tuple[Any, ...], least: int = 1) -> Draft:
    """Return the draft that a command's first argument names; raise JsonRpcInvalidParams."""
    draft = ls.draft(arguments[0]) if len(arguments) >= least else None
    if draft is None:
        raise JsonRpcInvalidParams("命令的参数不对，或稿子没有打开")
    return draft


def _filed(ls: Server, arguments: tuple[Any, ...], least: int) -> Draft:
    """Return the draft if it has a file, beside which something can be written down."""
    draft = _draft(ls, arguments, least)
    if not draft.path or not all(isinstance(word, str) for word in arguments):
        raise JsonRpcInvalidParams("稿子还没有存盘，没有地方可以记")
    return draft


async def _suppress(ls: Server, *arguments: Any) -> None:
    """Put a place into the baseline."""
    from speechlint import baseline

    draft = _filed(ls, arguments, 3)
    file = draft.checking.baseline_of(draft.path)
    try:
        _record(file, baseline.Entry(baseline.relative(draft.path, file), *arguments[1:3]))
    except (ConfigError, OSError) as error:
        ls.tell(str(error), lsp.MessageType.Error)
    await lifecycle.look(ls)


def _record(file: str, entry: Entry) -> None:
    """Put an entry into a baseline, which is made where it is not there."""
    from speechlint import baseline
    from speechlint.writing import replace_file

    entries = baseline.read(file) if os.path.exists(file) else ()
    replace_file(file, baseline.render([*entries, entry]))


async def _allow(ls: Server, *arguments: Any) -> None:
    """Put a word into the allow list."""
    draft = _filed(ls, arguments, 2)
    config = draft.checking.config_for(draft.path)
    file = config.file or await _created(ls, config)
    try:
        if file:
            changed = configuring.allow(config, file, arguments[1])
            ls.tell(f"“{arguments[1]}”已加入 {changed}", lsp.MessageType.Info)
    except ConfigError as error:
        ls.tell(str(error), lsp.MessageType.Error)
    await lifecycle.look(ls)


async def _ignore(ls: Server, *arguments: Any) -> None:
    """Switch a rule off."""
    draft = _filed(ls, arguments, 2)
    config = draft.checking.config_for(draft.path)
    file = config.file or await _created(ls, config)
    try:
        if file:
            configuring.add(file, "ignore", arguments[1])
            ls.tell(f"{arguments[1]} 已在 {file} 里关闭", lsp.MessageType.Info)
    except ConfigError as error:
        ls.tell(str(error), lsp.MessageType.Error)
    await lifecycle.look(ls)


async def _created(ls: Server, config: configs.Config) -> str:
    """Ask whether a configuration may be made; return its path, nothing if it may not."""
    file = os.path.join(config.root, configs.FILE)
    answer = await ls.window_show_message_request_async(
        lsp.ShowMessageRequestParams(
            lsp.MessageType.Info,
            f"speechlint：这里还没有配置，要建立 {file} 吗？",
            [lsp.MessageActionItem(_CREATE), lsp.MessageActionItem(_LEAVE)],
        )
    )
    return file if answer and answer.title == _CREATE else ""


async def _fill(ls: Server, *arguments: Any) -> int:
    """Write the same in every place where a blank of a name stands; return how many there are."""
    draft = _draft(ls, arguments, 3)
    _, name, text = arguments[:3]
    if not isinstance(text, str):
        raise JsonRpcInvalidParams("没有说要填什么")
    checkup = await ls.session.checked(draft)
    spans = filling.alike(checkup, name)
    if spans:
        edit = ls.edit(draft, checkup, [(span, text) for span in spans])
        await ls.workspace_apply_edit_async(
            lsp.ApplyWorkspaceEditParams(edit, label=f"把“{name}”改为“{text}”")
        )
    return len(spans)


async def _next(ls: Server, *arguments: Any) -> lsp.Range | None:
    """Go to the first blank behind a position, and return where it is."""
    draft = _draft(ls, arguments)
    checkup = await ls.session.checked(draft)
    offset = -1
    if len(arguments) > 1 and (place := _position(arguments[1])):
        offset = checkup.positions.offset(place)
    span = filling.after(checkup, offset)
    if span is None:
        return None
    place_of = checkup.positions.range(span)
    can = ls.client_capabilities.window
    if can and can.show_document and can.show_document.support:
        await ls.window_show_document_async(
            lsp.ShowDocumentParams(draft.uri, take_focus=True, selection=place_of)
        )
    return place_of


def _position(value: Any) -> lsp.Position | None:
    """Return a position as a client sends one, or as pygls reads it."""
    if not isinstance(value, dict):
        value = {n: getattr(value, n, None) for n in ("line", "character")}
    line, character = value.get("line"), value.get("character")
    if isinstance(line, int) and isinstance(character, int) and min(line, character) >= 0:
        return lsp.Position(line, character)
    return None


async def _statistics(ls: Server, *arguments: Any) -> dict[str, Any]:
    """Return what there is in a draft."""
    draft = _draft(ls, arguments)
    checkup = await ls.session.checked(draft)
    return filling.statistics(checkup)
