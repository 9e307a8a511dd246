"""Plain Python that runs and does not what it says: in any notebook, torch or not."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.objects import UNKNOWN, is_tensor


@check("=", needs="sys")
def none_kept(cell: Cell) -> Iterator[Notice]:
    """`x = x.sort()`: the method works in place and returns None."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        method, held = call.func.attr, cell.names.get(name, UNKNOWN)
        if held is not None:
            continue
        base = text_of(call.func.value)
        is_in_place = method in ("sort", "append", "extend", "reverse", "insert") and base.isidentifier()
        if is_in_place and (base == name or type(cell.names.get(base)) is list):
            yield Notice(
                f"`{name}` is now None: `{base}.{method}()` changes the list itself and returns nothing. "
                f"Write `{text_of(call)}` alone, without `{name} =`.",
                hash(ast.dump(call)),
            )
        elif method == "shuffle" and base in ("random", "np.random") and call.args:
            text = text_of(call)
            yield Notice(
                f"`{name}` is now None: shuffle changes the list itself and returns nothing. Write `{text}` alone.",
                hash(ast.dump(call)),
            )
        elif isinstance(inplace := keyword(call, "inplace"), ast.Constant) and inplace.value is True:
            yield Notice(
                f"`{name}` is now None: with inplace=True, `{method}` changes the table itself and returns nothing. "
                + (f"Run the cell that makes `{name}` again, and leave" if base == name else "Leave")
                + f" out `inplace=True`: `{name} = {base}.{method}(…)`.",
                hash(ast.dump(call)),
            )


@check("==", "!=", needs="math")
def compared_with_nan(cell: Cell) -> Iterator[Notice]:
    """`x == np.nan` is False for every x, NaN included."""
    for node in cell.of(ast.Compare):
        if not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            continue
        sides = [node.left, *node.comparators]
        nan = next((one for one in sides if _is_nan(cell, one)), None)
        other = next((one for one in sides if one is not nan), None)
        if nan is None or other is None or _is_nan(cell, other):
            continue
        name, held = text_of(other), cell.value(other)
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
            f"`{text_of(node)}` is {answer}: nan equals nothing, not even itself. Write `{right}`.",
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
                f"`{text_of(node)}` asks whether they are the same object, which equal values need not be. "
                f"Write `{text_of(node.left)} {sign} {text_of(right)}`.",
                hash(ast.dump(node)),
            )


@check("for ", needs="sys")
def same_loop_variable(cell: Cell) -> Iterator[Notice]:
    """An inner loop takes the outer one's variable, which is used after it."""
    for outer in cell.of(ast.For):
        if not isinstance(outer.target, ast.Name) or outer.target.id == "_":
            continue
        name = outer.target.id
        for at, statement in enumerate(outer.body):
            if not isinstance(statement, ast.For) or getattr(statement.target, "id", "") != name:
                continue
            later = [
                one for after in outer.body[at + 1 :] for one in below(after) if isinstance(one, ast.Name)
            ]
            mine = [one for one in later if one.id == name]
            if mine and isinstance(mine[0].ctx, ast.Load):
                yield Notice(
                    f"The inner loop uses `{name}` too (line {statement.lineno}), so after it `{name}` no longer holds "
                    "the outer loop's value. Give the inner loop's variable another name.",
                    hash(ast.dump(outer)),
                )


@check("==", needs="math")
def floats_nearly_equal(cell: Cell) -> Iterator[Notice]:
    """Two computed floats that differ in the last digits only."""
    for node in cell.of(ast.Compare):
        if len(node.ops) != 1 or not isinstance(node.ops[0], ast.Eq) or isinstance(node.left, ast.Compare):
            continue
        names = [one.id for one in below(node) if isinstance(one, ast.Name)]
        if any(cell.bound[one] > 1 for one in names):
            continue
        right = cell.value(node.comparators[0])
        left = cell.value(node.left) if type(right) is float else UNKNOWN
        if type(left) is not float or left == right:
            continue
        if abs(left - right) <= 1e-12 * max(abs(left), abs(right)):
            yield Notice(
                f"`{text_of(node)}` is False, as floats are rounded: {left!r} and {right!r}. Write "
                f"`math.isclose({text_of(node.left)}, {text_of(node.comparators[0])})`.",
                hash(ast.dump(node)),
            )


OF_FASTAI = {
    "CancelFitException": "the fit",
    "CancelEpochException": "the epoch",
    "CancelBatchException": "the batch",
}


@check("Exception", "Error", "StopIteration", "KeyboardInterrupt", "SystemExit", needs="sys")
def made_not_raised(cell: Cell) -> Iterator[Notice]:
    """`ValueError('…')` as a statement: the exception is made and dropped."""
    for statement in cell.of(ast.Expr):
        if statement is cell.shown:
            continue
        given = statement.value
        named = given.func if isinstance(given, ast.Call) else given
        if not isinstance(named, (ast.Name, ast.Attribute)):
            continue
        kind = cell.value(named)
        if isinstance(named, ast.Name) and named.id not in cell.names and not is_local(named):
            kind = vars(builtins).get(named.id)
        if not isinstance(kind, type) or not issubclass(kind, BaseException) or issubclass(kind, Warning):
            continue
        text = text_of(given)
        short = text if len(text) <= 60 else f"{text_of(named)}(…)"
        does = (
            "only makes the exception and drops it"
            if isinstance(given, ast.Call)
            else "only names the exception"
        )
        goes_on = OF_FASTAI.get(kind.__name__, "the code")
        yield Notice(
            f"`{short}` {does}: nothing is raised, and {goes_on} goes on. Write `raise {short}`.",
            hash(ast.dump(statement)),
            card="callbacks" if kind.__name__ in OF_FASTAI else "",
        )
        return
