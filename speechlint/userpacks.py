"""Rule packs that a configuration names: read and tried out before anything is checked."""

from __future__ import annotations

import os
from contextlib import contextmanager
from string import Formatter

from speechlint import packs
from speechlint.errors import OptionError, PackError
from speechlint.light import lru_cache
from speechlint.linearity import refuse
from speechlint.linter import Linter
from speechlint.settings import PACKAGE, fault
from speechlint.sources import document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.config import Config
    from speechlint.rule import Rule


def load(config: Config, builtin: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return the built-in rules and those of `config.packs`, in the order of their ids.

    Raise ConfigError that names the configuration, and the rule file and key at fault.
    """
    try:
        own = _own(tuple((name, *_stamps(folder(name))) for name in config.packs))
        _tell_apart([*builtin, *own])
    except (PackError, OSError) as error:
        what = _unread(error) if isinstance(error, OSError) else error
        file = next((x.file for x in reversed(config.layers) if "packs" in x.table), config.file)
        raise fault(file, ["packs"], f"packs：{what}") from error
    return tuple(sorted([*builtin, *own], key=lambda rule: rule.id))


def _unread(error: OSError) -> str:
    from speechlint.oserrors import reason

    return f"{error.filename}：读不到（{reason(error)}）"


def _tell_apart(rules: list[Rule]) -> None:
    """Raise PackError where a later rule has a name that is taken."""
    taken: dict[str, Rule] = {}
    for rule in rules:
        for name in (rule.id, *rule.aliases):
            if name in taken:
                where = f"已经有了（{taken[name].file}）"
                raise PackError(f"{rule.file}：规则名 {name} {where}，请改文件名或 aliases")
            taken[name] = rule


@lru_cache(maxsize=16)
def _own(packs: tuple[tuple[object, ...], ...]) -> tuple[Rule, ...]:
    """Return the rules of packs, each a name and the stamps of its files, read once."""
    return tuple(rule for name, *_ in packs for rule in read(folder(str(name))))


def _stamps(path: str) -> Iterator[tuple[str, int, int]]:
    """Yield name, size and time of change of every file of a pack."""
    for root, folders, files in os.walk(path):
        folders.sort()
        for name in sorted(files):
            # What editors keep beside a file is hidden, and may be a link that leads nowhere.
            if name.endswith((".toml", ".tsv")) and not name.startswith("."):
                stat = os.stat(os.path.join(root, name))
                yield os.path.join(root, name), stat.st_size, stat.st_mtime_ns


def folder(name: str) -> str:
    """Return the folder that an item of `packs` means; raise PackError where there is none."""
    if name.startswith(PACKAGE):
        from speechlint.installed import locate

        try:
            return locate(name)
        except LookupError as error:
            raise PackError(str(error)) from error
    if not os.path.isdir(name):
        raise PackError(f"没有文件夹 {name}；路径从配置文件所在的文件夹算起")
    return name


def read(path: str) -> Iterator[Rule]:
    """Read and try the rules of a folder: a pack, a folder of packs, or one with `rules` in it.

    Raise PackError for the first that is wrong.
    """
    single = os.path.isfile(os.path.join(path, "pack.toml"))
    found = False
    for rule in (packs.load_pack if single else packs.load_packs)(path, examples=True):
        found = True
        _try(rule)
        yield rule._replace(examples=())
    if not found and os.path.isdir(os.path.join(path, "rules")):
        yield from read(os.path.join(path, "rules"))
    elif not found:
        raise PackError(f"{path}：里面没有规则；规则包是含有 pack.toml 和规则文件的文件夹")


def _try(rule: Rule) -> None:
    """Run a rule on its first bad example: a broken expression or message is told at once."""
    text = next((e.text for e in rule.examples if e.spans), "")
    linter = Linter([rule._replace(when=())])
    with blamed_on(rule, "用例子试跑时"):
        _check_message(rule)
        refuse(packs.options_of(rule))
        linter.checker(rule)
        linter.lint(document(text))


def _check_message(rule: Rule) -> None:
    """Raise PackError where a message asks for more than a value by its name.

    {match:>9999999999} would fill the memory, {match.__class__} show what is inside.
    """
    try:
        fields = [(name, form, how) for _, name, form, how in Formatter().parse(rule.message)]
    except ValueError:
        return  # told when it is tried
    for name, form, how in fields:
        if name is not None and (form or how or not name.isidentifier()):
            raise PackError(
                f"{rule.file}：message 里的 {{{name}…}} 只能写名称（如 {{match}}），"
                "文字里的花括号要写成 {{ }}"
            )


@contextmanager
def blamed_on(rule: Rule, when: str = "") -> Iterator[None]:
    """Make a PackError that names the file of whatever the rule's checker raises."""
    try:
        yield
    except PackError:
        raise
    except OptionError as error:
        raise PackError(f"{rule.file}：{error}") from error
    except Exception as error:
        what = f"{type(error).__name__}：{error}"
        raise PackError(f"{rule.file}：{when}检查器 {rule.checker} 出错（{what}）") from error
