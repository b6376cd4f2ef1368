"""A module as it runs: without what only type checkers read. For the build.

Annotations of functions and variables, what stands under `if TYPE_CHECKING` and the docstrings are a
sixth of what a check reads of its modules. Annotations in a class stay: they name its fields.
"""

from __future__ import annotations
import __future__

import ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

_ASKED = "/server/"  # its framework asks functions what they take


def code(source: str, path: str) -> CodeType:
    """Return the code of a module that lies at a path."""
    tree = ast.parse(source)
    if _ASKED not in path:
        tree = ast.fix_missing_locations(_Bared().visit(tree))
    flags = __future__.annotations.compiler_flag
    made: CodeType = compile(tree, path, "exec", flags, dont_inherit=True, optimize=2)
    return made


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
