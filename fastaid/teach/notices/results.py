"""Python that runs and does nothing, or not what it says."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.objects import is_array, is_of, is_table, is_tensor
from fastaid.teach.scene import UNKNOWN

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


@check(".", "sorted(", needs="sys")
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
                    f"`{ast.unparse(call)}` returns a new list, which is dropped; `{name}` stays as it was. Write "
                    f"`{name} = {ast.unparse(call)}`, or `{name}.sort()`.",
                    hash(ast.dump(call)),
                )
            continue
        said = _dropped(cell, call)
        if said:
            yield Notice(said, hash(ast.dump(call)), card="in-place-methods" if "tensor" in said else "")


def _dropped(cell: Cell, call: ast.Call) -> str:
    if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, (ast.Name, ast.Subscript)):
        return ""
    if any(one.arg in ("inplace", "out", None, "copy") for one in call.keywords):
        return ""
    base, method = call.func.value, call.func.attr
    held = _held(cell, base)
    name, text = ast.unparse(base), ast.unparse(call)
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


def _held(cell: Cell, base: ast.expr) -> Any:
    if isinstance(base, ast.Name):
        return cell.names.get(base.id)
    # df['age'].fillna(0): the column of a table
    if (
        isinstance(base, ast.Subscript)
        and isinstance(base.value, ast.Name)
        and isinstance(base.slice, ast.Constant)
    ):
        table: Any = cell.value(base.value)
        column = base.slice.value
        if is_table(table) and column in table.columns:
            return table[column]
    return None


@check("=", needs="sys")
def none_kept(cell: Cell) -> Iterator[Notice]:
    """`x = x.sort()`: the method works in place and returns None."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        method, held = call.func.attr, cell.names.get(name, UNKNOWN)
        if held is not None:
            continue
        base = ast.unparse(call.func.value)
        is_in_place = method in ("sort", "append", "extend", "reverse", "insert") and base.isidentifier()
        if is_in_place and (base == name or type(cell.names.get(base)) is list):
            yield Notice(
                f"`{name}` is now None: `{base}.{method}()` changes the list itself and returns nothing. "
                f"Write `{ast.unparse(call)}` alone, without `{name} =`.",
                hash(ast.dump(call)),
            )
        elif method == "shuffle" and base in ("random", "np.random") and call.args:
            text = ast.unparse(call)
            yield Notice(
                f"`{name}` is now None: shuffle changes the list itself and returns nothing. Write `{text}` alone.",
                hash(ast.dump(call)),
            )
        elif isinstance(inplace := keyword(call, "inplace"), ast.Constant) and inplace.value is True:
            yield Notice(
                f"`{name}` is now None: with inplace=True, `{method}` changes the table itself and returns nothing. "
                f"Leave out `inplace=True`: `{name} = {base}.{method}(…)`.",
                hash(ast.dump(call)),
            )


@check("==", "!=", needs="math")
def compared_with_nan(cell: Cell) -> Iterator[Notice]:
    """`x == np.nan` is False for every x, NaN included."""
    for node in cell.nodes:
        if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            continue
        sides = [node.left, *node.comparators]
        nan = next((one for one in sides if _is_nan(cell, one)), None)
        other = next((one for one in sides if one is not nan), None)
        if nan is None or other is None or _is_nan(cell, other):
            continue
        name, held = ast.unparse(other), cell.value(other)
        answer = "always False" if isinstance(node.ops[0], ast.Eq) else "always True"
        if is_tensor(held):
            right = f"torch.isnan({name})"
        elif isinstance(held, float):
            right = f"math.isnan({name})"
        else:
            right = f"pd.isna({name})"
        if isinstance(node.ops[0], ast.NotEq):
            right = f"~{right}" if not isinstance(held, float) else f"not {right}"
        yield Notice(
            f"`{ast.unparse(node)}` is {answer}: nan equals nothing, not even itself. Write `{right}`.",
            hash(ast.dump(node)),
        )


def _is_nan(cell: Cell, node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute) and node.attr in ("nan", "NaN") and isinstance(node.value, ast.Name):
        return node.value.id in ("np", "numpy", "math", "torch", "pd")
    if isinstance(node, ast.Call) and last_name(node.func) == "float" and len(node.args) == 1:
        given = node.args[0]
        return isinstance(given, ast.Constant) and str(given.value).lower() == "nan"
    return isinstance(node, ast.Name) and node.id == "nan" and isinstance(cell.names.get("nan"), float)


@check(" is ", needs="sys")
def is_with_value(cell: Cell) -> Iterator[Notice]:
    """`x is 'cat'` asks whether both are one object, not whether they are equal."""
    for node in cell.nodes:
        if (
            not isinstance(node, ast.Compare)
            or len(node.ops) != 1
            or not isinstance(node.ops[0], (ast.Is, ast.IsNot))
        ):
            continue
        right = node.comparators[0]
        is_value = isinstance(right, ast.Constant) and isinstance(right.value, (str, int, float))
        is_value = is_value and not isinstance(right.value, bool)  # type: ignore[attr-defined]
        if is_value or isinstance(right, (ast.List, ast.Dict, ast.Set)):
            sign = "==" if isinstance(node.ops[0], ast.Is) else "!="
            yield Notice(
                f"`{ast.unparse(node)}` asks whether they are the same object, which equal values need not be. "
                f"Write `{ast.unparse(node.left)} {sign} {ast.unparse(right)}`.",
                hash(ast.dump(node)),
            )


@check("for ", needs="sys")
def same_loop_variable(cell: Cell) -> Iterator[Notice]:
    """An inner loop takes the outer one's variable, which is used after it."""
    for outer in cell.nodes:
        if not isinstance(outer, ast.For) or not isinstance(outer.target, ast.Name) or outer.target.id == "_":
            continue
        name = outer.target.id
        for at, statement in enumerate(outer.body):
            if not isinstance(statement, ast.For) or getattr(statement.target, "id", "") != name:
                continue
            later = [
                one for after in outer.body[at + 1 :] for one in ast.walk(after) if isinstance(one, ast.Name)
            ]
            mine = [one for one in later if one.id == name]
            if mine and isinstance(mine[0].ctx, ast.Load):
                yield Notice(
                    f"The inner loop uses `{name}` too (line {statement.lineno}), so after it `{name}` no longer holds "
                    "the outer loop's value. Give the inner loop's variable another name.",
                    hash(ast.dump(outer)),
                )


@check("[", needs="pandas")
def assigned_to_a_copy(cell: Cell) -> Iterator[Notice]:
    """`df[df.age > 60]['old'] = 1` sets the column of a copy."""
    for node in cell.nodes:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Subscript):
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
                f"`{ast.unparse(outer)} = …` sets values in a copy: `{name}` stays as it was. Write it with one pair "
                f"of brackets: `{name}.loc[{rows}, {column}] = {ast.unparse(node.value)}`.",
                hash(ast.dump(node)),
            )


def _rows_and_column(inner: ast.Subscript, outer: ast.Subscript) -> tuple[str, str]:
    first, second = inner.slice, outer.slice
    is_column_first = isinstance(first, ast.Constant) and isinstance(first.value, str)
    return (
        (ast.unparse(second), ast.unparse(first))
        if is_column_first
        else (ast.unparse(first), ast.unparse(second))
    )
