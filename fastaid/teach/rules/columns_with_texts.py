"""A column, array or tensor of numbers that is compared or computed with a text; dates with a number."""

from __future__ import annotations

import ast
import copy
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.libraries_tables import column_at
from fastaid.teach.rules.python_source import code_of, cut, node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

COMPARE = ("gt", "ge", "lt", "le", "between", "clip")
METHODS = (*COMPARE, "add", "sub", "mul", "div", "truediv", "pow", "rsub", "radd")
YEARS = range(1000, 3000)


@rule(TypeError)
def number_with_text(scene: Scene) -> Diagnosis | None:
    """`df['price'] > '1.0'`, `df[df.n > 'm']`, `df['n'].between(low, high)` with texts."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    parts = _parts(node)
    if frame is None or node is None or len(parts) < 2:
        return None
    held = [column_at(frame, one) if is_series(column_at(frame, one)) else frame.value(one) for one in parts]
    at = next((i for i, one in enumerate(held) if _is_numbers(one)), None)
    texts = [i for i, one in enumerate(held) if type(one) is str]
    if at is None or not texts:
        return _dates(frame, node, parts, held)
    column, first = text_of(parts[at]), texts[0]
    if _is_joined(node) and not _is_number(held[first]):
        return _joined(frame, parts[at], held[at], held[first])
    written = text_of(parts[first])
    is_literal = isinstance(parts[first], ast.Constant)
    which = f"the text {cut(held[first])}" if is_literal else f"`{written}`, the text {cut(held[first])}"
    is_compared = isinstance(node, ast.Compare) or (
        isinstance(node, ast.Call) and last_name(node.func) in COMPARE
    )
    new = {id(parts[i]): _as_number(frame, parts[at], parts[i], held[i]) for i in texts}
    kind = str(held[at].dtype).removeprefix("torch.")
    is_column = new[id(parts[first])].endswith("']")
    line = _with(frame, node, new) if all(new.values()) else ""
    how = "Take the column of that name:" if is_column else "Make a number of it:"
    return Diagnosis(
        f"`{column}` holds numbers ({kind}), and was {'compared' if is_compared else 'computed'} with {which}.",
        "A text in quotes is no number for Python, also where it looks like one"
        + (" (what is typed in, or read from a file, is text at first)." if not is_literal else "."),
        line,
        how if line else "Use a number in its place.",
    )


def _is_joined(node: ast.AST) -> bool:
    return isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.Add)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _joined(frame: Frame, node: ast.expr, held: Any, text: str) -> Diagnosis | None:
    """`df['km'] + ' km'`: a text that is to stand behind each number."""
    if not is_series(held):
        return None  # a text and one tensor have a rule of their own
    column = text_of(node)
    return Diagnosis(
        f"`{column}` holds numbers ({held.dtype}), and {cut(text)} is a text: they cannot be joined.",
        "`+` joins a text with texts alone.",
        replaced(frame, node, f"{column}.astype(str)"),
        "Turn the numbers into texts first:",
    )


def _parts(node: ast.AST | None) -> list[ast.expr]:
    """What is compared or computed with each other."""
    if isinstance(node, ast.Compare):
        is_order = all(isinstance(one, (ast.Lt, ast.LtE, ast.Gt, ast.GtE)) for one in node.ops)
        return [node.left, *node.comparators] if is_order else []
    if isinstance(node, ast.BinOp):
        is_join = isinstance(node.op, (ast.BitAnd, ast.BitOr, ast.BitXor, ast.Mod))
        return [] if is_join else [node.left, node.right]
    if isinstance(node, ast.AugAssign):
        return [node.target, node.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        return [node.func.value, *node.args, *(one.value for one in node.keywords)]
    return []


def _is_numbers(held: Any) -> bool:
    if is_tensor(held):
        return True
    return (is_series(held) or is_array(held)) and getattr(held.dtype, "kind", "") in ("i", "u", "f")


def _as_number(frame: Frame, column: ast.expr, node: ast.expr, held: str) -> str:
    """A text as a number, or as the column that it names; "" where it is neither."""
    table = frame.value(column.value) if isinstance(column, (ast.Subscript, ast.Attribute)) else None
    names = list(table.columns) if table is not None and is_table(table) else []
    if isinstance(column, (ast.Subscript, ast.Attribute)) and held in names:
        return f"{text_of(column.value)}[{held!r}]" if isinstance(node, ast.Constant) else ""
    if not _is_number(held):
        return ""
    number = float(held)
    if isinstance(node, ast.Constant):
        return held.strip() if held.strip().isdigit() else repr(number)
    return f"float({code_of(node)})"


def _with(frame: Frame, node: ast.AST, new: dict[int, str]) -> str:
    """The running line with some parts of an expression written anew."""

    class Put(ast.NodeTransformer):
        def visit(self, one: ast.AST) -> Any:
            return ast.Name(new[id(one)]) if id(one) in new else self.generic_visit(one)

    ids = [id(one) for one in ast.walk(node) if id(one) in new]
    if isinstance(node, ast.AugAssign):
        return f"{text_of(node.target)} {_sign(node)}= {new[ids[0]]}"
    found = next(one for one in ast.walk(node) if id(one) in new)
    if len(ids) == 1:
        return replaced(frame, found, new[ids[0]])
    values = {ast.dump(one): new[id(one)] for one in ast.walk(node) if id(one) in new}
    fresh = ast.parse(ast.unparse(node), mode="eval").body
    new.update({id(one): values[ast.dump(one)] for one in ast.walk(fresh) if ast.dump(one) in values})
    return replaced(frame, node, ast.unparse(Put().visit(fresh)))


def _sign(node: ast.AugAssign) -> str:
    text = ast.unparse(ast.BinOp(ast.Name("a"), copy.copy(node.op), ast.Name("b")))
    return text.removeprefix("a ").removesuffix(" b")


def _dates(frame: Frame, node: ast.AST, parts: list[ast.expr], held: list[Any]) -> Diagnosis | None:
    """`df['date'] > 2020`: a column of dates and the number of a year."""
    dates = [i for i, one in enumerate(held) if is_series(one) and getattr(one.dtype, "kind", "") == "M"]
    numbers = [i for i, one in enumerate(held) if type(one) is int]
    if not dates or not numbers or not isinstance(node, ast.Compare):
        return None
    column, number = text_of(parts[dates[0]]), held[numbers[0]]
    if number not in YEARS:
        return None
    return Diagnosis(
        f"`{column}` holds dates, and was compared with the number {number}.",
        "A date is compared with a date; the year alone is a number, which `.dt.year` gives.",
        replaced(frame, parts[dates[0]], f"{column}.dt.year"),
        "Write:",
    )
