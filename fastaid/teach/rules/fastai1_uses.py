"""Every use of a member of fastai 1 in the learner's line, by its name of fastai 2. No rules of its own."""

from __future__ import annotations

import ast

from fastaid.teach.rules.fastai1_lines import Modern, statement
from fastaid.teach.rules.fastai1_member_names import OF_DATA
from fastaid.teach.rules.in_code import parent
from fastaid.teach.scene import Frame

LONGEST = 300  # characters of a line that is still shown
MOST_LINES = 6
SETS = (
    "train_ds",
    "valid_ds",
    "train",
    "valid",
)  # of the DataLoaders, which keep the members of fastai 1's data


def new_name(form: str) -> str:
    """What replaces the name alone: "vocab" of "{}.vocab"; "" where more of the line changes."""
    name = form.removeprefix("{}.")
    return name if form.startswith("{}.") and name.isidentifier() else ""


def line_at(frame: Frame) -> ast.stmt | None:
    """The statement that was running, also where several share a line."""
    found, node = statement(frame), frame.node
    while found is None and node is not None:
        node = parent(node)
        if isinstance(node, ast.stmt):
            return node
    return found


class _Uses(ast.NodeTransformer):
    """Renames the members that were asked of one expression, and of what comes of them."""

    def __init__(self, text: str, table: dict[str, tuple[str, str]], *, is_learner: bool):
        self.text, self.table, self.is_learner = text, table, is_learner
        self.data: set[int] = set()  # nodes that stand for the data, or a part of them
        self.is_whole = True  # every use could be renamed

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        is_asked = ast.unparse(node.value) == self.text
        self.generic_visit(node)
        if is_asked and node.attr in self.table:
            self._rename(node, self.table[node.attr][1])
            if self.is_learner and node.attr == "dls":
                self.data.add(id(node))
        elif id(node.value) in self.data and node.attr in OF_DATA:
            self._rename(node, OF_DATA[node.attr][1])
        is_part = (is_asked and not self.is_learner) or id(node.value) in self.data
        if is_part and node.attr in SETS:
            self.data.add(id(node))
        return node

    def _rename(self, node: ast.Attribute, form: str) -> None:
        new = new_name(form)
        if new:
            node.attr = new
        elif node.attr not in ("x", "y"):
            self.is_whole = False

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        inner = node.value
        # `train_ds.x[0]`: a data set of fastai 2 is indexed for a pair.
        if isinstance(inner, ast.Attribute) and inner.attr in ("x", "y") and id(inner.value) in self.data:
            pair = ast.Subscript(inner.value, node.slice, ast.Load())
            return ast.Subscript(pair, ast.Constant("xy".index(inner.attr)), node.ctx)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        func = node.func
        if isinstance(func, ast.Attribute) and func.attr == "show_batch" and id(func.value) in self.data:
            if node.args:  # in fastai 1 the number of rows; in fastai 2 a batch
                node.keywords.insert(0, ast.keyword("max_n", node.args.pop(0)))
            if any(one.arg == "ds_type" and "Valid" in ast.unparse(one.value) for one in node.keywords):
                func.value = ast.Attribute(func.value, "valid", ast.Load())
            changed = Modern().visit(node)
            assert isinstance(changed, ast.expr)
            return changed
        return node


def renamed(
    line: ast.stmt | None,  # the learner's
    text: str,  # what was asked: "learn", "dls"
    table: dict[str, tuple[str, str]],  # its members of fastai 1
    *,
    is_learner: bool = False,
) -> str:
    """The line with every such member renamed; "" where more than names has changed, or it is long."""
    if line is None or isinstance(line, (ast.FunctionDef, ast.ClassDef)):
        return ""
    (copy,) = ast.parse(ast.unparse(line)).body if not isinstance(line, ast.Return) else [_returned(line)]
    uses = _Uses(text, table, is_learner=is_learner)
    new = ast.unparse(ast.fix_missing_locations(uses.visit(copy)))
    left = any(
        isinstance(one, ast.Attribute) and one.attr in ("x", "y") and id(one.value) in uses.data
        for one in ast.walk(copy)
    )
    is_short = 0 < len(new) < LONGEST and new.count("\n") < MOST_LINES
    return new if uses.is_whole and not left and is_short else ""


def _returned(line: ast.Return) -> ast.stmt:
    copy: ast.stmt = ast.parse(f"def f():\n    {ast.unparse(line)}").body[0]
    assert isinstance(copy, ast.FunctionDef)
    return copy.body[0]


def uses_elsewhere(
    cell: ast.AST | None,
    line: ast.stmt | None,  # of the cell
    member: str,  # "learn.data"
) -> bool:
    """Whether the cell asks for it in other lines too."""
    if cell is None or line is None:
        return False
    inside = [node for node in ast.walk(line) if isinstance(node, ast.Attribute)]
    asked = [node for node in ast.walk(cell) if isinstance(node, ast.Attribute)]
    return sum(ast.unparse(one) == member for one in asked) > sum(
        ast.unparse(one) == member for one in inside
    )
