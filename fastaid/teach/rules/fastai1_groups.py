"""`learn.layer_groups` of fastai 1, modules then, lists of parameters now. No rules of its own."""

from __future__ import annotations

import ast

from fastaid.teach.rules.fastai1_uses import line_at
from fastaid.teach.scene import Frame

LONGEST = 300
MOST_LINES = 7


def groups_of_parameters(frame: Frame, text: str) -> str:
    """The learner's line with the groups of `text`, a Learner, as fastai 2 keeps them; "" where more changes."""
    line = line_at(frame)
    if line is None or isinstance(line, (ast.FunctionDef, ast.ClassDef)):
        return ""
    code = ast.unparse(line)
    is_return = isinstance(line, ast.Return) and line.value is not None
    copy = ast.parse(ast.unparse(line.value) if is_return else code)  # type: ignore[attr-defined]
    change = _Groups(f"{text}.layer_groups", f"{text}.opt.param_lists", copy)
    new = ast.unparse(ast.fix_missing_locations(change.visit(copy)))
    if change.is_else or len(new) > LONGEST or new.count("\n") >= MOST_LINES:
        return ""
    return f"{text}.create_opt()\n{'return ' if is_return else ''}{new}"


class _Groups(ast.NodeTransformer):
    """Writes the groups' new name, and leaves `.parameters()` out: a group is the list of them."""

    def __init__(self, old: str, new: str, tree: ast.AST):
        self.old, self.new = old, new
        self.is_else = False  # a group is used as a module otherwise
        self.names: set[str] = set()  # that stand for a group
        for node in ast.walk(tree):
            if isinstance(node, (ast.For, ast.comprehension)) and old in ast.unparse(node.iter):
                self._bind(node.target, node.iter)

    def _bind(self, target: ast.expr, over: ast.expr) -> None:
        is_enumerated = isinstance(over, ast.Call) and ast.unparse(over.func) == "enumerate"
        if is_enumerated and isinstance(over, ast.Call) and over.args and isinstance(target, ast.Tuple):
            target, over = target.elts[-1], over.args[0]
        is_part = isinstance(over, ast.Subscript) and isinstance(over.slice, ast.Slice)
        whole = over.value if is_part and isinstance(over, ast.Subscript) else over
        if isinstance(target, ast.Name) and ast.unparse(whole) in (self.old, f"reversed({self.old})"):
            self.names.add(target.id)

    def _is_group(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Subscript):
            return ast.unparse(node.value) == self.old
        return isinstance(node, ast.Name) and node.id in self.names

    def visit_Call(self, node: ast.Call) -> ast.AST:
        func = node.func
        if isinstance(func, ast.Attribute) and func.attr == "parameters" and self._is_group(func.value):
            return self.visit(func.value)  # type: ignore[no-any-return]
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if ast.unparse(node) == self.old:
            return ast.parse(self.new, mode="eval").body
        self.is_else |= self._is_group(node.value)
        return self.generic_visit(node)
