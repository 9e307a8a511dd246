"""What in a statement makes nan or inf of healthy numbers: a division by 0, a log, gaps in a table."""

from __future__ import annotations

import ast
import copy
import operator
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.errors import counted, listed
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor, library

MOST_NUMBERS = 5_000_000
LONGEST = 110  # of a line that is shown
# Methods that make one number of many.
OVER_ALL = frozenset(
    {"std", "var", "sum", "norm", "amax", "amin", "max", "min", "mean", "nanstd", "ptp", "nansum"}
)
OF_SPREAD = frozenset({"std", "var", "ptp", "max", "amax", "min", "amin"})  # 0 where all values are the same
DIVIDING = ("div", "div_", "divide", "true_divide")
ROOTS = ("sqrt",)
OPERATIONS: dict[type, Any] = {ast.Sub: operator.sub, ast.Add: operator.add, ast.Mult: operator.mul}
LOGS = ("log", "log2", "log10")


@dataclass(frozen=True)
class Source:
    """A variable that is the first to hold nan or inf, and what made it so."""

    name: str  # the variable that first holds nan
    text: str  # why, and the line to write instead


def what_broke(cell: Cell, name: str, held: Any, line: ast.Assign | ast.AugAssign) -> Source | None:
    """What a statement did to healthy numbers; None where it was something else."""
    value = line.value
    for text in (_divided(cell, name, held, line), _logged(cell, name, line)):
        if text:
            return Source(name, text)
    if isinstance(value, ast.Call) and isinstance(written := cell.written(value.func), ast.FunctionDef):
        text = _in_function(cell, value, written)
        if text:
            return Source(name, text)
    for word in dict.fromkeys(one.id for one in below(value) if isinstance(one, ast.Name)):
        table = cell.names.get(word)
        text = _gaps(cell, word, table, value) if is_table(table) and word != name else ""
        if text:
            return Source(word, text)
    return Source(name, text) if is_table(held) and (text := _gaps(cell, name, held, None)) else None


# Divisions ----------------------------------------------------------------------------------------------


def _divided(cell: Cell, name: str, held: Any, line: ast.Assign | ast.AugAssign) -> str:
    """`(x - x.mean(0)) / x.std(0)`: a column that is the same everywhere has a std of 0."""
    for whole, by in _divisors(line):
        spread = evaluated(cell, by, name)
        zeros = _zeros(spread)
        if zeros:
            return f"`{text_of(by)}` is 0{_where(spread, zeros, by)}, and {_gives(held)}.{_instead(line, name, by)}"
        is_known = spread is not UNKNOWN
        if not is_known and whole is line.value and _is_spread(by) and _has_whole_columns(held):
            return (
                f"`{text_of(by)}` was 0 for columns that are the same in every row, and 0 divided by 0 is nan (a "
                f"column with one nan in it becomes nan, too). Make `{name}` anew, and divide by "
                f"`({text_of(by)} + 1e-6)`"
            )
    return ""


def _gives(held: Any) -> str:
    """What a division by 0 gave."""
    has_nan = not hasattr(held, "shape") or is_table(held) or bool((held != held).any())
    return "0 divided by 0 is nan" if has_nan else "a number divided by 0 is infinite"


def _divisors(line: ast.AST) -> Iterator[tuple[ast.AST, ast.expr]]:
    for one in below(line):
        if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Div):
            yield one, one.right
        elif isinstance(one, ast.AugAssign) and isinstance(one.op, ast.Div):
            yield one.value, one.value
        elif isinstance(one, ast.Call) and last_name(one.func) in DIVIDING and one.args:
            yield one, one.args[-1]


def _zeros(held: Any) -> int:
    if isinstance(held, (int, float)):
        return int(held == 0)
    if held is UNKNOWN or not hasattr(held, "shape"):
        return 0
    return int((held == 0).sum()) if not is_table(held) else 0


def _where(held: Any, zeros: int, by: ast.expr) -> str:
    """For which columns what is divided by is 0."""
    words = {last_name(one.func) for one in below(by) if isinstance(one, ast.Call)}
    is_range = isinstance(by, ast.BinOp) and isinstance(by.op, ast.Sub) and bool(words & OF_SPREAD)
    same = bool(words & {"std", "var", "ptp"}) or is_range
    many = zeros > 1
    if is_of(held, "pandas", "Series"):
        names = [f"`{one}`" for one in held.index[(held == 0).to_numpy()][:4]]
        where = f" for the column{'s' if many else ''} {listed(names)}"
    elif getattr(held, "ndim", 0) == 1:
        where = f" for {zeros:,} of {counted(len(held), 'column')}"
    else:
        return f" in {zeros:,} places" if getattr(held, "ndim", 0) else ""
    return where + (", whose values are all the same" if same else "")


def _instead(line: ast.Assign | ast.AugAssign, name: str, by: ast.expr) -> str:
    """The statement with something small added to what it divides by."""
    is_own = isinstance(line, ast.AugAssign) or any(
        isinstance(one, ast.Name) and one.id == name for one in below(line.value)
    )
    new = copy.deepcopy(line)
    for _, one in _divisors(new):
        if ast.dump(one) == ast.dump(by):
            inner = copy.deepcopy(one)
            one.__class__ = ast.BinOp
            one.__dict__.clear()
            one.__dict__.update(ast.BinOp(inner, ast.Add(), ast.Constant(1e-6)).__dict__)
    text = ast.unparse(new).replace("1e-06", "1e-6")
    if len(text) > LONGEST or "\n" in text:
        return f" Divide by `({text_of(by)} + 1e-6)`"
    first = f" Make `{name}` anew, then write" if is_own else " Write"
    return f"{first} `{text}`"


def _is_spread(by: ast.expr) -> bool:
    return any(isinstance(one, ast.Call) and last_name(one.func) in OF_SPREAD for one in below(by))


def _has_whole_columns(held: Any) -> bool:
    """Whether a tensor or an array of rows is nan in whole columns, and not in all of them."""
    if not (is_tensor(held) or is_array(held)) or held.ndim < 2:
        return False
    bad = held != held
    columns = bad.all(0)
    return bool(columns.any()) and not bool(columns.all()) and bool((bad.any(0) == columns).all())


# Logs, roots, functions, tables -------------------------------------------------------------------------


def _logged(cell: Cell, name: str, line: ast.Assign | ast.AugAssign) -> str:
    for call in nodes_in(line, ast.Call):
        word, given = last_name(call.func), call.args[0] if call.args else None
        if word not in (*LOGS, *ROOTS):
            continue
        if isinstance(call.func, ast.Attribute) and not isinstance(cell.value(call.func.value), type(ast)):
            given = call.func.value
        held = evaluated(cell, given, name)
        if given is None or held is UNKNOWN or not hasattr(held, "shape") or is_table(held):
            continue
        below_0, zeros = int((held < 0).sum()), _zeros(held)
        what = f"`{text_of(given)}` holds "
        if below_0:
            numbers = f"{counted(below_0, 'number')} below 0"
            return f"{what}{numbers}, and `{word}` of {'it' if below_0 == 1 else 'these'} is nan"
        if zeros and word in LOGS:
            new = text_of(call).replace(f"{word}(", "log1p(", 1)
            whole = text_of(line).replace(text_of(call), new, 1)
            new = whole if len(whole) <= LONGEST and "\n" not in whole else new
            return f"{what}{zeros:,} zero{'s' if zeros > 1 else ''}, and the log of 0 is -inf. Write `{new}`"
    return ""


def _in_function(cell: Cell, call: ast.Call, written: ast.FunctionDef) -> str:
    """`x = normalize(imgs)`: what a function of one expression divides by, with what it was given."""
    ends = nodes_in(written, ast.Return)
    if len(written.body) > 2 or len(ends) != 1 or ends[0].value is None:
        return ""
    given = dict(zip([one.arg for one in written.args.args], call.args, strict=False))
    given |= {one.arg: one.value for one in call.keywords if one.arg}
    for _, by in _divisors(ends[0]):
        spread = evaluated(cell, _Given(given).visit(ast.parse(text_of(by), mode="eval").body), "")
        zeros = _zeros(spread)
        if zeros:
            return (
                f"`{text_of(by)}` in `{written.name}` is 0{_where(spread, zeros, by)}, and 0 divided by 0 is "
                f"nan. Divide by `({text_of(by)} + 1e-6)` there"
            )
    return ""


class _Given(ast.NodeTransformer):
    """Puts what a function was given in place of its arguments."""

    def __init__(self, given: dict[str, ast.expr]):
        self.given = given

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.given.get(node.id, node)


def _gaps(cell: Cell, name: str, table: Any, value: ast.expr | None) -> str:
    """The columns of a table that have gaps: those that an expression names, or all."""
    pandas = library("pandas")
    if pandas is None or table.size > MOST_NUMBERS:
        return ""
    words = (
        {one.value for one in below(value) if isinstance(one, ast.Constant)} if value is not None else set()
    )
    for one in below(value) if value is not None else ():
        listing = cell.value(one) if isinstance(one, ast.Name) else None
        words |= (
            set(listing) if type(listing) is list and all(type(part) is str for part in listing) else set()
        )
    numeric = list(table.select_dtypes("number").columns)
    wanted = [one for one in numeric if one in words] or numeric
    bad = [one for one in wanted if bool(pandas.isna(table[one]).any())]
    if not bad:
        return ""
    some = f"`{bad[0]}`" if len(bad) == 1 else listed([f"`{one}`" for one in bad[:4]])
    s, have = ("s", "have") if len(bad) > 1 else ("", "has")
    start = f"the column{s} {some} of `{name}` {have} gaps (nan). "
    if len(bad) == 1:
        place = f"{name}[{bad[0]!r}]"
        return f"{start}Fill them: `{place} = {place}.fillna({place}.median())`"
    return f"{start}Fill them: `{name} = {name}.fillna({name}.median(numeric_only=True))`"


# Values of expressions of plain arithmetic --------------------------------------------------------------


def evaluated(cell: Cell, node: ast.expr | None, overwritten: str) -> Any:
    """The value of an expression that sums up tensors, arrays or tables; UNKNOWN for anything else."""
    try:
        with library("torch").no_grad():
            return _value(cell, node, overwritten)
    except Exception:  # noqa: BLE001  shapes that do not fit, words that are no numbers
        return UNKNOWN


def _value(cell: Cell, node: ast.expr | None, overwritten: str) -> Any:
    if isinstance(node, (ast.Constant, ast.UnaryOp, ast.Tuple)):
        return cell.value(node) if isinstance(node, ast.Tuple) else constant(node)
    if isinstance(node, ast.Name):
        return UNKNOWN if node.id == overwritten else _plain(cell.value(node))
    if isinstance(node, ast.Attribute):
        if node.attr != "values":
            return _plain(cell.value(node))
        held = _value(cell, node.value, overwritten)
        return (
            held.values
            if is_table(held) or is_of(held, "pandas", "Series") or isinstance(held, tuple)
            else UNKNOWN
        )
    if isinstance(node, ast.Subscript):
        held, key = _value(cell, node.value, overwritten), cell.value(node.slice)
        is_right = isinstance(held, tuple) or is_table(held)
        return held[key] if is_right and type(key) in (int, str, list) else UNKNOWN
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        left, right = _value(cell, node.left, overwritten), _value(cell, node.right, overwritten)
        if left is UNKNOWN or right is UNKNOWN:
            return UNKNOWN
        return OPERATIONS[type(node.op)](left, right)
    return _called(cell, node, overwritten) if isinstance(node, ast.Call) else UNKNOWN


def _called(cell: Cell, call: ast.Call, overwritten: str) -> Any:
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr not in OVER_ALL:
        return UNKNOWN
    args = list(call.args)
    holder = cell.value(func.value)
    if holder is library("torch") or holder is library("numpy"):
        held, args = _value(cell, args[0], overwritten), args[1:]
    else:
        held = _value(cell, func.value, overwritten)
    given = [cell.value(one) for one in args]
    named = {one.arg: cell.value(one.value) for one in call.keywords if one.arg}
    known = all(type(one) in (int, bool, tuple, float) for one in (*given, *named.values()))
    if held is UNKNOWN or not known or not hasattr(held, "shape"):
        return UNKNOWN
    return getattr(held, func.attr)(*given, **named)


def _plain(held: Any) -> Any:
    """Data of a library's own kind and of a size that takes no time."""
    torch = library("torch")
    if is_tensor(held):
        is_small = held.numel() <= MOST_NUMBERS and held.device.type == "cpu" and not held.is_sparse
        return held.detach().as_subclass(torch.Tensor) if is_small else UNKNOWN
    if type(held) in (int, float):
        return held
    if type(held).__module__.split(".")[0] not in ("numpy", "pandas") or not hasattr(held, "size"):
        return UNKNOWN
    return held if isinstance(held.size, int) and held.size <= MOST_NUMBERS else UNKNOWN
