"""Python that runs and does nothing, or not what it says."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.lost_columns import OF_COLUMNS, column_lost
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_array, is_of, is_table, is_tensor

# Methods that change nothing and return a new object: called as a statement, the result is lost.
TENSOR = frozenset(
    [
        "add",
        "sub",
        "mul",
        "div",
        "clamp",
        "abs",
        "sqrt",
        "exp",
        "log",
        "pow",
        "neg",
        "round",
        "floor",
        "ceil",
        "sigmoid",
        "tanh",
        "relu",
        "softmax",
        "unsqueeze",
        "squeeze",
        "view",
        "reshape",
        "permute",
        "transpose",
        "flatten",
        "t",
        "to",
        "float",
        "long",
        "int",
        "half",
        "double",
        "cuda",
        "cpu",
        "detach",
        "clone",
        "contiguous",
        "type",
        "masked_fill",
        "scatter",
        "index_fill",
        "requires_grad",
        "sort",
        "flip",
        "repeat",
        "expand",
    ]
) - {"requires_grad"}
IN_PLACE = frozenset(
    [
        "add",
        "sub",
        "mul",
        "div",
        "clamp",
        "abs",
        "sqrt",
        "exp",
        "log",
        "pow",
        "neg",
        "round",
        "floor",
        "ceil",
        "sigmoid",
        "tanh",
        "relu",
        "unsqueeze",
        "squeeze",
        "transpose",
        "t",
        "masked_fill",
        "scatter",
        "index_fill",
    ]
)
TABLE = frozenset(
    [
        "drop",
        "dropna",
        "fillna",
        "rename",
        "replace",
        "reset_index",
        "set_index",
        "sort_values",
        "sort_index",
        "astype",
        "drop_duplicates",
        "assign",
        "merge",
        "join",
        "reindex",
        "interpolate",
        "clip",
        "round",
        "apply",
        "map",
    ]
) - {"apply", "map"}
TEXT = frozenset(
    [
        "replace",
        "strip",
        "lstrip",
        "rstrip",
        "lower",
        "upper",
        "title",
        "capitalize",
        "split",
        "join",
        "removeprefix",
        "removesuffix",
    ]
)
ARRAY = frozenset(
    ["astype", "reshape", "transpose", "flatten", "ravel", "clip", "round", "squeeze", "swapaxes"]
)
RETURNS_ANEW = TENSOR | TABLE | TEXT | ARRAY
RETURNS_NONE = {
    "sort": list, "append": list, "extend": list, "reverse": list, "insert": list, "remove": list,
    "add": set, "update": dict, "shuffle": object,
}  # fmt: skip
DEMONSTRATES = (ast.Try, ast.With)


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.Expr]:
    """Expressions that stand as statements, but for those of a try, a with, or a function (whose names are its own)."""
    for statement in body:
        if isinstance(statement, ast.Expr):
            yield statement
        elif isinstance(statement, (ast.For, ast.While, ast.If)):
            yield from _statements(statement.body)
            yield from _statements(statement.orelse)


@check(*(f".{name}(" for name in sorted(RETURNS_ANEW | OF_COLUMNS)), "sorted(", needs="sys")
def result_dropped(cell: Cell) -> Iterator[Notice]:
    """`df.dropna()` or `x.add(1)` as a statement: the result is thrown away."""
    if cell.words & {"time", "perf_counter", "timeit", "synchronize"}:
        return  # a measurement needs no result
    for statement in _statements(cell.tree.body):
        call = statement.value
        if statement is cell.shown or not isinstance(call, ast.Call):
            continue
        if isinstance(call.func, ast.Name) and call.func.id == "sorted" and len(call.args) == 1:
            if cell.names.get("sorted", sorted) is sorted and isinstance(call.args[0], ast.Name):
                name = call.args[0].id
                yield Notice(
                    f"`{text_of(call)}` returns a new list, which is dropped; `{name}` stays as it was. Write "
                    f"`{name} = {text_of(call)}`, or `{name}.sort()`.",
                    hash(ast.dump(call)),
                )
            continue
        said = column_lost(cell, call) or _dropped(cell, call)
        if said and not any("ast_node_interactivity" in one for one in cells_run(cell)):  # all are displayed
            yield Notice(said, hash(ast.dump(call)), card="in-place-methods" if "tensor" in said else "")


def _dropped(cell: Cell, call: ast.Call) -> str:
    if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, (ast.Name, ast.Subscript)):
        return ""
    if any(one.arg in ("inplace", "out", None, "copy") for one in call.keywords):
        return ""
    base, method = call.func.value, call.func.attr
    if method not in RETURNS_ANEW:
        return ""
    held = cell.names.get(base.id) if isinstance(base, ast.Name) else None
    name, text = text_of(base), text_of(call)
    if is_tensor(held) and method in TENSOR:
        also = f", or `{name}.{method}_(…)` to change it in place" if method in IN_PLACE else ""
        return (
            f"`{text}` does not change the tensor `{name}`: it returns a new one, which is dropped. "
            f"Write `{name} = {text}`{also}."
        )
    is_pandas = is_table(held) or is_of(held, "pandas", "Series")
    kind = "DataFrame" if is_table(held) else "Series"
    is_text = type(held) is str and method in TEXT
    if (is_pandas and method in TABLE) or (is_array(held) and method in ARRAY) or is_text:
        word = kind if is_pandas else "string" if is_text else "array"
        return (
            f"`{text}` does not change the {word} `{name}`: it returns a new one, which is dropped. "
            f"Write `{name} = {text}`."
        )
    return ""


@check("[", needs="pandas")
def assigned_to_a_copy(cell: Cell) -> Iterator[Notice]:
    """`df[df.age > 60]['old'] = 1` sets the column of a copy."""
    for node in cell.of(ast.Assign):
        if not isinstance(node.targets[0], ast.Subscript):
            continue
        outer = node.targets[0]
        inner = outer.value
        if isinstance(inner, ast.Attribute) and inner.attr in ("loc", "iloc"):
            inner = inner.value
        if not isinstance(inner, ast.Subscript) or not isinstance(inner.value, ast.Name):
            continue
        table = cell.value(inner.value)
        if is_table(table) and not isinstance(inner.slice, ast.Tuple):
            name = inner.value.id
            rows, column = _rows_and_column(inner, outer)
            yield Notice(
                f"`{text_of(outer)} = …` sets values in a copy: `{name}` stays as it was. Write it with one pair "
                f"of brackets: `{name}.loc[{rows}, {column}] = {text_of(node.value)}`.",
                hash(ast.dump(node)),
            )


def _rows_and_column(inner: ast.Subscript, outer: ast.Subscript) -> tuple[str, str]:
    first, second = inner.slice, outer.slice
    is_column_first = isinstance(first, ast.Constant) and isinstance(first.value, str)
    return (text_of(second), text_of(first)) if is_column_first else (text_of(first), text_of(second))
