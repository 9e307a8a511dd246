"""Two names of one thing: what is changed under one name is changed under the other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, nodes_of, text_of
from fastaid.teach.objects import is_array, is_table, is_tensor, library

# Whoever asks this knows, or wants to show, that both are one thing.
COMPARES = frozenset({
    "print", "display", "id", "equal", "allclose", "array_equal", "data_ptr", "shares_memory", "may_share_memory",
    "is_", "isclose", "assert_frame_equal", "equals", "untyped_storage", "storage", "type", "len",
})  # fmt: skip
# A name that says: this table is another version than the first.
VERSION = re.compile(
    r"(?i)(^|_)(norm|normed|normali[sz]ed|scaled|std|clean|cleaned|copy|new|backup|orig|original|raw|old|before|filled|"
    r"encoded|log|mod|modified|prepared|proc|processed|trans|transformed|tmp)\d*($|_)"
)
FEWEST = 10  # numbers: a handful shows how Python works
SAME_MEMORY = ("detach", "view", "reshape", "squeeze")


@check("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "_(", "] =", "]=", "inplace")
def original_changed_too(cell: Cell) -> Iterator[Notice]:
    """`noisy = clean` makes no copy: `noisy += …` changes `clean`, which is used beside it."""
    for name, value in cell.assigned():
        original = _original(value)
        if original is None or original.id == name or is_local(original):
            continue
        held, first = cell.names.get(name), cell.names.get(original.id)
        is_old = bool(VERSION.search(name)) and is_tensor(held)
        if not _are_one(held, first) and not (is_old and held is first):
            continue
        changed = _changed(cell, {name, original.id}, value.lineno)
        used = _used_together(cell, name, original.id, changed.lineno) if changed is not None else None
        if used is None and changed is not None and is_table(held) and VERSION.search(name):
            used = _both_asked(cell, name, original.id, changed.lineno)
        if changed is None or used is None:
            continue
        copy = "clone" if is_tensor(held) else "copy"
        yield Notice(
            f"`{name} = {text_of(value)}` makes no copy: both names stand for the same {_kind(held)}, so "
            f"`{_short(changed)}` changed `{original.id}` too, and `{name}` and `{original.id}` are equal. Copy it: "
            f"`{name} = {original.id}.{copy}()`.",
            hash((name, original.id)),
            card="in-place-methods",
        )
        return


@check("(", also=("@written",), needs="numpy")
def argument_changed_too(cell: Cell) -> Iterator[Notice]:
    """`noisy = add_noise(clean)`, where the function changes its argument in place and returns it."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or not call.args or last_name(call.func).endswith("_"):
            continue
        held = cell.names.get(name)
        for place, given in enumerate(call.args):
            is_other = isinstance(given, ast.Name) and given.id != name and not is_local(given)
            if not is_other or not isinstance(given, ast.Name) or not _are_one(held, cell.value(given)):
                continue
            changed = _changed_by(cell, call, place)
            used = _used_together(cell, name, given.id, call.lineno) if changed is not None else None
            if used is None or changed is None:
                continue
            copied = f"{given.id}.{'clone' if is_tensor(held) else 'copy'}()"
            right = (
                text_of(call).replace(given.id, copied, 1) if given.id not in text_of(call.func) else copied
            )
            yield Notice(
                f"`{text_of(call)}` changes `{given.id}` itself (`{_short(changed)}` in `{last_name(call.func)}` works "
                f"in place) and returns it: `{name}` and `{given.id}` are the same {_kind(held)}, and equal. Give it a "
                f"copy: `{name} = {right}`.",
                hash((name, given.id)),
                card="in-place-methods",
            )
            return


def _changed_by(cell: Cell, call: ast.Call, place: int) -> ast.AST | None:
    """What changes an argument in place in the learner's function that is called."""
    written = cell.written(call.func)
    if not isinstance(written, FUNCTIONS[:2]):
        return None
    names = [one.arg for one in (*written.args.posonlyargs, *written.args.args)]
    names = names[1:] if names[:1] == ["self"] else names
    if place >= len(names):
        return None
    mine = {names[place]}
    for node in nodes_of(written):
        if isinstance(node, (ast.Assign, ast.AugAssign, ast.Expr)) and _is_change(node, mine):
            return node
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and _is_change(ast.Expr(node), mine)
        ):
            return node
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            alias = _original(node.value) or node.value
            mine |= {node.targets[0].id} if isinstance(alias, ast.Name) and alias.id in mine else set()
    return None


def _original(value: ast.expr) -> ast.Name | None:
    """The name whose memory an expression gives: `a`, `a[:]`, `a.detach()`, `a.data`."""
    if isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Slice):
        value = value.value
    elif isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        value = value.func.value if value.func.attr in SAME_MEMORY else value
    elif isinstance(value, ast.Attribute) and value.attr == "data":
        value = value.value
    return value if isinstance(value, ast.Name) else None


def _are_one(held: Any, first: Any) -> bool:
    """Whether two things are one, or lie at one place of the memory."""
    if is_table(held):
        return held is first
    if (is_tensor(held) or is_array(held)) and len(held.shape) < 2 and sum(held.shape) < FEWEST:
        return False
    if is_tensor(held) and is_tensor(first) and not held.is_sparse and held.device.type == "cpu":
        return held is first or (held.numel() == first.numel() and held.data_ptr() == first.data_ptr() != 0)
    if is_array(held) and is_array(first):
        numpy: Any = library("numpy")
        return held is first or (held.size == first.size and bool(numpy.may_share_memory(held, first)))
    return False


def _kind(held: Any) -> str:
    return "tensor" if is_tensor(held) else "table" if is_table(held) else "array"


def _short(node: ast.AST) -> str:
    text = text_of(node)
    return text if len(text) <= 60 else text[:57] + "…"


def _changed(cell: Cell, names: set[str], after: int) -> ast.stmt | None:
    """The first statement after a line that changes one of the names in place."""
    inside = {id(one) for kind in FUNCTIONS for part in cell.of(kind) for one in below(part)}
    for node in cell.nodes:
        if not isinstance(node, (ast.Assign, ast.AugAssign, ast.Expr)) or node.lineno <= after:
            continue
        if id(node) not in inside and _is_change(node, names):
            return node
    return None


def _is_change(node: ast.Assign | ast.AugAssign | ast.Expr, names: set[str]) -> bool:
    if isinstance(node, ast.AugAssign):
        target = node.target.value if isinstance(node.target, ast.Subscript) else node.target
        return isinstance(target, ast.Name) and target.id in names
    if isinstance(node, ast.Assign):
        targets = [one.value for one in node.targets if isinstance(one, ast.Subscript)]
        return any(isinstance(one, ast.Name) and one.id in names for one in targets)
    call = node.value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    holder, word = call.func.value, call.func.attr
    is_inside = any(one.arg == "inplace" and text_of(one.value) == "True" for one in call.keywords)
    is_in_place = (word.endswith("_") and not word.startswith("_") and word != "requires_grad_") or is_inside
    return isinstance(holder, ast.Name) and holder.id in names and is_in_place


def _used_together(cell: Cell, name: str, original: str, after: int) -> ast.AST | None:
    """A call or a difference after a line that takes both, and is no question whether they are one."""
    for node in cell.nodes:
        if not isinstance(node, (ast.Call, ast.BinOp)) or node.lineno <= after:
            continue
        parts = node.args if isinstance(node, ast.Call) else [node.left, node.right]
        words = [{one.id for one in below(part) if isinstance(one, ast.Name)} for part in parts]
        mine = [name in some and original not in some for some in words]
        other = [original in some and name not in some for some in words]
        if not any(mine) or not any(other):
            continue
        calls = {last_name(one.func) for one in below(node) if isinstance(one, ast.Call)}
        if not calls & COMPARES:
            return node
    return None


def _both_asked(cell: Cell, name: str, original: str, after: int) -> ast.AST | None:
    """Where a column of the one is read after a line, if one of the other is too, and nobody asks if they are one."""
    if cell.words & {"id", "equals", "shares_memory", "may_share_memory"} or cell.of(ast.Compare):
        return None
    inside = {
        id(one) for kind in (ast.Assign, ast.AugAssign) for part in cell.of(kind) for one in below(part)
    }
    found: dict[str, ast.AST] = {}
    for node in cell.of(ast.Subscript):
        is_read = isinstance(node.ctx, ast.Load) and node.lineno > after and id(node) not in inside
        if is_read and isinstance(node.value, ast.Name) and isinstance(node.slice, ast.Constant):
            found[node.value.id] = node
    return found.get(name) if original in found else None
