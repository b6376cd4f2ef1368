"""A module as it runs: without what only type checkers read. For the build.

Annotations of functions and variables, what stands under `if TYPE_CHECKING` and the docstrings are a
sixth of what a check reads of its modules. Annotations in a class stay: they name its fields. Of the
rest a fifth says in which columns of its line each step stands: the line is enough.
"""

from __future__ import annotations
import __future__

import ast
import sys
from itertools import groupby
from operator import itemgetter
from types import CodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ASKED = "/server/"  # its framework asks functions what they take
_STEP, _STEPS = 2, 8  # bytes of a step, and how many an entry can be of
_LINE, _NOWHERE = 13, 15  # kinds of entries: a line and no columns; no line


def code(source: str, path: str) -> CodeType:
    """Return the code of a module that lies at a path."""
    tree = ast.parse(source)
    if _ASKED not in path:
        tree = ast.fix_missing_locations(_Bared().visit(tree))
    flags = __future__.annotations.compiler_flag
    made: CodeType = compile(tree, path, "exec", flags, dont_inherit=True, optimize=2)
    return _without_columns(made) if sys.version_info >= (3, 11) else made


def _without_columns(code: CodeType) -> CodeType:
    """Return code, and all that is inside, whose steps know their lines only."""
    inner = (_without_columns(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_consts=tuple(inner), co_linetable=bytes(_lines(code)))


def _lines(code: CodeType) -> Iterator[int]:
    """Yield the table of lines, as Objects/locations.md of Python says: of up to eight steps each."""
    before = code.co_firstlineno
    for line, parts in groupby(code.co_lines(), key=itemgetter(2)):
        size = sum(end - start for start, end, _ in parts) // _STEP
        for at in range(0, size, _STEPS):
            steps = min(size - at, _STEPS)
            yield 0x80 | (_NOWHERE if line is None else _LINE) << 3 | (steps - 1)
            if line is not None:
                yield from _signed(line - before)
                before = line


def _signed(number: int) -> Iterator[int]:
    """Yield a number in groups of six bits, the lowest first; the lowest bit is its sign."""
    rest = -number << 1 | 1 if number < 0 else number << 1
    while rest >= 1 << 6:
        yield 1 << 6 | rest & 0x3F
        rest >>= 6
    yield rest


class _Bared(ast.NodeTransformer):
    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom | None:
        return None if node.module == "__future__" else node

    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node.orelse or ast.Pass()
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        for part in node.body:
            if not isinstance(part, ast.AnnAssign):
                self.visit(part)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        node.returns = None
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        if node.value is None:
            return ast.Pass()
        self.generic_visit(node)
        return ast.copy_location(ast.Assign([node.target], node.value), node)
