"""One list that stands in several places: a change of one row changes all."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, text_of
from fastaid.teach.objects import UNKNOWN, is_array, is_tensor

CHANGES = frozenset({
    "append", "extend", "insert", "add", "update", "pop", "remove", "clear", "sort", "reverse", "setdefault", "discard",
})  # fmt: skip
MAKERS = frozenset({"list", "dict", "set", "Counter", "defaultdict", "deque", "zeros", "ones"})
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
SIGNS = ("+", "-", "*", "/", "//", "**", "%", "|", "&")
MOST_CELLS = 50  # of the notebook's earlier ones are looked through


@check("] *", "]*", "*[", "* [", "fromkeys(", "][", "].", "] +=", "]+=", needs="sys")
def one_row_repeated(cell: Cell) -> Iterator[Notice]:
    """`[[0] * 3] * 3`, and a place of it is changed."""
    for name, node, where in _changed(cell):
        local = where is not None
        held = UNKNOWN if local else cell.names.get(name, UNKNOWN)
        if not local and not _is_one_object(held):
            continue
        made = _made(cell, name, where)
        if made is None or (local and not _is_surely_one(made)):
            continue
        if " is " in cell.source or "id(" in cell.source:
            return  # it is shown what happens
        word = "value" if isinstance(made, ast.Call) else "row"
        times = f"{len(held)} times" if not local and len(held) > 1 else "again and again"
        yield Notice(
            f"`{text_of(made)}` holds one and the same {word} {times}, so `{_shown(node)}` changes all of them at "
            f"once. Make each by itself: `{name} = {_apart(made)}`.",
            hash(text_of(made)),
        )
        return


def _changed(cell: Cell) -> Iterator[tuple[str, ast.AST, ast.AST | None]]:
    """Names of which a row is changed, by what, and the function that they belong to."""
    functions = [one for kind in FUNCTIONS[:2] for one in cell.of(kind)]
    for node in (*cell.of(ast.Assign), *cell.of(ast.AugAssign), *cell.of(ast.Call)):
        name = _name_changed(node)
        if name is None:
            continue
        if not is_local(name):
            yield name.id, node, None
            continue
        inside = [one for one in functions if any(part is node for part in below(one))]
        if inside:
            yield name.id, node, inside[-1]


def _name_changed(node: ast.AST) -> ast.Name | None:
    """`rows[i][j] += 1`, `rows[i] += [1]`, `rows[i].append(1)` → rows."""
    if isinstance(node, ast.Call):
        func = node.func
        place = func.value if isinstance(func, ast.Attribute) and func.attr in CHANGES else None
    elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Subscript):
        place = node.target
        if isinstance(place.value, ast.Subscript):
            place = place.value
        elif not isinstance(node.value, (ast.List, ast.ListComp)):
            return None  # numbers: the place gets another one
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
        place = node.targets[0].value
    else:
        return None
    is_row = isinstance(place, ast.Subscript) and isinstance(place.value, ast.Name)
    is_row = is_row and not isinstance(place.slice, (ast.Slice, ast.Tuple))  # type: ignore[union-attr]
    return place.value if is_row else None  # type: ignore[union-attr]


def _is_one_object(held: Any) -> bool:
    """Whether all places hold the same thing, one that can be changed."""
    if type(held) not in (list, dict) or not 2 <= len(held) <= 100_000:
        return False
    inner = list(held.values()) if type(held) is dict else held
    first = inner[0]
    if not (isinstance(first, (list, dict, set)) or is_array(first) or is_tensor(first)):
        return False
    return all(one is first for one in inner)


def _made(cell: Cell, name: str, where: ast.AST | None) -> ast.expr | None:
    """The expression that repeats one row, as the cell or an earlier one gives it the name."""
    nodes = below(where) if where is not None else cell.of(ast.Assign)
    found = _last_given(nodes, name, in_function=where is not None)
    if found is not None or where is not None or cell.bound[name]:
        return found if _repeats(found) else None
    for source in reversed(list(cell.names.get("In") or ())[-MOST_CELLS:]):
        if name in source and ("*" in source or "fromkeys" in source):
            found = _last_given(Cell(source, {}).of(ast.Assign), name, in_function=False)
            if found is not None:
                return found if _repeats(found) else None
    return None


def _last_given(nodes: Sequence[ast.AST], name: str, in_function: bool) -> ast.expr | None:
    given = [
        one.value
        for one in nodes
        if isinstance(one, ast.Assign)
        and isinstance(target := one.targets[0], ast.Name)
        and target.id == name
        and is_local(target) == in_function
    ]
    return given[-1] if given else None


def _repeats(made: ast.expr | None) -> bool:
    if isinstance(made, ast.Call):
        return last_name(made.func) == "fromkeys" and len(made.args) == 2
    return _row_and_times(made) is not None


def _row_and_times(made: ast.AST | None) -> tuple[ast.expr, ast.expr] | None:
    """`[row] * n` or `n * [row]`."""
    if not isinstance(made, ast.BinOp) or not isinstance(made.op, ast.Mult):
        return None
    for one, other in ((made.left, made.right), (made.right, made.left)):
        if isinstance(one, ast.List) and len(one.elts) == 1:
            return one.elts[0], other
    return None


def _is_surely_one(made: ast.expr) -> bool:
    """In a function there are no values to look at: the row must be made where it is repeated."""
    if isinstance(made, ast.Call):
        row: ast.expr = made.args[1]
    else:
        pair = _row_and_times(made)
        if pair is None or (isinstance(pair[1], ast.Constant) and pair[1].value in (0, 1)):
            return False
        row = pair[0]
    return _is_new(row)


def _is_new(row: ast.expr) -> bool:
    if isinstance(row, ast.BinOp):
        return isinstance(row.left, ast.List) or isinstance(row.right, ast.List)
    return isinstance(row, DISPLAYS) or (isinstance(row, ast.Call) and last_name(row.func) in MAKERS)


def _apart(made: ast.expr) -> str:
    """The expression that makes a row for each place."""
    if isinstance(made, ast.Call):
        row = text_of(made.args[1])
        row = row if _is_new(made.args[1]) else f"{row}.copy()"
        return f"{{key: {row} for key in {text_of(made.args[0])}}}"
    pair = _row_and_times(made)
    assert pair is not None
    row = text_of(pair[0]) if _is_new(pair[0]) else f"{text_of(pair[0])}.copy()"
    return f"[{row} for _ in range({text_of(pair[1])})]"


def _shown(node: ast.AST) -> str:
    text = text_of(node)
    return text if len(text) <= 60 else text[:57] + "…"


@check(
    *(f".{name}(" for name in sorted(CHANGES)),
    *(f"]{space}{sign}=" for sign in ("", *SIGNS) for space in ("", " ")),
    "+= [",
    "+=[",
    needs="sys",
)
def two_names_of_one_list(cell: Cell) -> Iterator[Notice]:
    """`train_losses = valid_losses = []`, and both are appended to."""
    touched = _touched(cell)
    for names, made, function in _chains(cell, [name for name, _, where in touched if where is None]):
        both = [one for one in names if (one, function) in {(name, where) for name, _, where in touched}]
        if len(both) < 2 or _is_asked(cell):
            continue
        kind = _kind(made)
        first = next(node for name, node, _ in touched if name == both[0])
        new = ", ".join([text_of(made)] * len(names))
        yield Notice(
            f"{listed([f'`{one}`' for one in names])} are names of one and the same {kind}: "
            f"`{' = '.join(names)} = {text_of(made)}` makes a single one, so `{_short(first)}` changes "
            f"{'both' if len(names) == 2 else 'all'}. Make one for each: `{', '.join(names)} = {new}`.",
            hash(tuple(names)),
        )
        return


def _kind(made: ast.expr) -> str:
    word = (
        last_name(made.func)
        if isinstance(made, ast.Call)
        else type(made).__name__.lower().removesuffix("comp")
    )
    numbers = "tensor" if "torch" in text_of(made) else "array"
    return {
        "dict": "dictionary",
        "defaultdict": "dictionary",
        "Counter": "counter",
        "set": "set",
        "zeros": numbers,
        "ones": numbers,
    }.get(word, "list")


def _touched(cell: Cell) -> list[tuple[str, ast.AST, ast.AST | None]]:
    """What is changed in place, by what, and the function of which it is a local name."""
    functions = [one for kind in FUNCTIONS[:2] for one in cell.of(kind)]
    found: list[tuple[str, ast.AST, ast.AST | None]] = []
    every: list[ast.AST] = [*cell.of(ast.Call), *cell.of(ast.Assign), *cell.of(ast.AugAssign)]
    for node in every:
        base: ast.AST | None = None
        if isinstance(node, ast.Call):
            func = node.func
            base = func.value if isinstance(func, ast.Attribute) and func.attr in CHANGES else None
        elif isinstance(node, (ast.Assign, ast.AugAssign)):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            base = target.value if isinstance(target, ast.Subscript) else None
            if isinstance(node, ast.AugAssign) and isinstance(node.value, ast.List):
                base = target
        if isinstance(base, ast.Name) and not is_local(base):
            found.append((base.id, node, None))
        elif isinstance(base, (ast.Name, ast.Attribute)):
            inside = [one for one in functions if any(part is node for part in below(one))]
            is_own = isinstance(base, ast.Name) or text_of(base.value) == "self"
            if inside and is_own:
                scope = inside[-1] if isinstance(base, ast.Name) else _class_of(cell, inside[-1])
                found.append((text_of(base), node, scope))
    return found


def _class_of(cell: Cell, function: ast.AST) -> ast.AST | None:
    """The class of a method."""
    return next((one for one in cell.of(ast.ClassDef) if function in one.body), function)


def _chains(cell: Cell, changed: list[str]) -> Iterator[tuple[list[str], ast.expr, ast.AST | None]]:
    """`a = b = []`: the names, what they were given, and the function or the class that they belong to."""
    functions = [one for kind in FUNCTIONS[:2] for one in cell.of(kind)]
    for node in cell.of(ast.Assign):
        names = [text_of(one) for one in node.targets]
        if len(names) < 2 or not _is_new(node.value):
            continue
        if all(isinstance(one, ast.Name) and not is_local(one) for one in node.targets):
            if _are_one([cell.names.get(one) for one in names]):
                yield names, node.value, None
            continue
        inside = [one for one in functions if any(part is node for part in below(one))]
        is_self = all(isinstance(one, ast.Attribute) and text_of(one.value) == "self" for one in node.targets)
        if inside and (is_self or all(isinstance(one, ast.Name) for one in node.targets)):
            scope = _class_of(cell, inside[-1]) if is_self else inside[-1]
            if scope is not None and not _given_again(scope, names, node):
                yield names, node.value, scope
    alike = [one for one in dict.fromkeys(changed) if not cell.bound[one]]
    held = Counter(id(cell.names.get(one)) for one in alike if cell.names.get(one) is not None)
    if not any(n > 1 for n in held.values()):
        return
    for source in reversed(list(cell.names.get("In") or ())[-MOST_CELLS:]):
        if source == cell.source or source.count("=") < 2:
            continue
        for node in Cell(source, {}).of(ast.Assign):
            names = [text_of(one) for one in node.targets]
            if len(names) > 1 and _is_new(node.value) and len(set(names) & set(alike)) > 1:
                if _are_one([cell.names.get(one) for one in names]):
                    yield names, node.value, None
                return


def _are_one(held: list[Any]) -> bool:
    return held[0] is not None and all(one is held[0] for one in held)


def _given_again(scope: ast.AST, names: list[str], but: ast.Assign) -> bool:
    """Whether one of the names is given something of its own too."""
    added = [node.target for node in below(scope) if isinstance(node, ast.AugAssign)]
    kept = {id(one) for one in (*but.targets, *added)}
    return any(
        isinstance(one, (ast.Name, ast.Attribute))
        and isinstance(one.ctx, ast.Store)
        and id(one) not in kept
        and text_of(one) in names
        for one in below(scope)
    )


def _is_asked(cell: Cell) -> bool:
    """Whether the cell asks if things are one: then it shows what happens."""
    calls = any(isinstance(one.func, ast.Name) and one.func.id == "id" for one in cell.of(ast.Call))
    return calls or any(isinstance(op, ast.Is) for one in cell.of(ast.Compare) for op in one.ops)


def _short(node: ast.AST) -> str:
    text = text_of(node)
    return text if len(text) <= 50 else text[:47] + "…"
