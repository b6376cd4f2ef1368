"""A TOML table → a checker, its types checked."""

from __future__ import annotations

from speechlint.errors import OptionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from speechlint.rule import Checker


def _strings(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and set(map(type, value)) <= {str}


def _table(value: Any) -> bool:
    return hasattr(value, "keys") and set(map(type, value.values())) <= {str}


def _tables(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(map(_table, value))


# The types that an option may have, as its annotation spells them.
_TYPES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "str": (lambda v: isinstance(v, str), "字符串"),
    "bool": (lambda v: isinstance(v, bool), " true 或 false"),
    "int": (lambda v: isinstance(v, int) and not isinstance(v, bool), "整数"),
    "tuple[Mapping[str, str], ...]": (_tables, "字符串表的数组"),
    "tuple[str, ...]": (_strings, "字符串数组"),
    "Mapping[str, str]": (_table, "字符串表"),
}


def build(make: Callable[..., Checker], options: Mapping[str, Any]) -> Checker:
    """Make a checker from its options; raise OptionError naming the option at fault."""
    fields: Mapping[str, Any] = make.__annotations__
    for key, value in options.items():
        if key not in fields:
            raise OptionError(f"没有选项 {key}{nearest(key, fields)}")
        test, wanted = _type(_spelled(fields[key]))
        if not test(value):
            raise OptionError(f"选项 {key} 应是{wanted}")
    defaults = getattr(make, "_field_defaults", None)
    if defaults is None:  # a dataclass keeps its defaults as attributes of the class
        defaults = {key for key in fields if hasattr(make, key)}
    for key in fields:
        if key not in options and key not in defaults:
            raise OptionError(f"缺少选项 {key}")
    return make(**{k: tuple(v) if isinstance(v, list) else v for k, v in options.items()})


def kind(annotation: Any) -> str:
    """Return what a value of this annotation must be, in Chinese."""
    return _type(_spelled(annotation))[1]


def _spelled(annotation: Any) -> str:
    """Return an annotation as it is written: typing wraps those of a NamedTuple."""
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return annotation.__name__
    return str(getattr(annotation, "__forward_arg__", annotation))


def _type(annotation: str) -> tuple[Callable[[Any], bool], str]:
    """Return a test of values and what it wants, in Chinese; a plug-in's own types pass."""
    if annotation.startswith("Literal["):
        choices = [word.strip("\"'") for word in annotation[len("Literal[") : -1].split(", ")]
        return choices.__contains__, f" {'、'.join(choices)} 之一"
    return _TYPES.get(annotation, (lambda _: True, ""))


def nearest(word: str, known: Any) -> str:
    """Return “，是不是 x？” for the known word that is nearest, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1)
    return f"，是不是 {close[0]}？" if close else ""
