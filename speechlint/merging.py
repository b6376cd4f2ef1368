"""How configuration files that extend one another add up."""

from __future__ import annotations

from speechlint.settings import PACKAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from speechlint.settings import Layer

# Of these a file that extends another adds to what that one says.
ADDED = ("ignore", "exclude", "allow", "words", "facts", "packs")


def merged(layers: Iterable[Layer]) -> dict[str, Any]:
    """Return what the layers say together; a later one has the last word.

    `ignore exclude allow words facts packs` add up, tables are merged key by key (of `options` each
    rule's too), everything else is replaced. What names a file becomes an absolute path.
    """
    whole: dict[str, Any] = {}
    for layer in layers:
        for key, value in layer.table.items():
            new = _resolved(layer, key, value)
            old = whole.get(key)
            if key in ADDED:
                new = [*(old or ()), *(v for v in new if v not in (old or ()))]
            elif key == "options" and old:
                new = {**old, **{rule: {**old.get(rule, {}), **new[rule]} for rule in new}}
            elif isinstance(new, dict) and old:
                new = {**old, **new}
            whole[key] = new
    return whole


def _resolved(layer: Layer, key: str, value: Any) -> Any:
    """Return a value with its file names made absolute, and the strings of an allow file."""
    if key in ("words", "facts"):
        return [layer.path(value)]
    if key == "roster":
        return layer.path(value)
    if key == "packs":
        return [name if name.startswith(PACKAGE) else layer.path(name) for name in value]
    if key == "allow" and isinstance(value, str):
        from speechlint.house import allowed  # seldom needed

        return allowed(layer, value)
    return value
