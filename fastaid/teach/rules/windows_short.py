"""Windows that are cut out of a long row of numbers: the last ones run past its end. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor, shape
from fastaid.teach.rules.in_workers import dataset_of
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Scene


def past_the_end(scene: Scene, what: str) -> Diagnosis | None:
    """`data[i:i + n]` for each i up to the last: what is left there is shorter."""
    dataset = dataset_of(scene)
    if not _last_are_shorter(scene):
        return None
    kind = type(dataset)
    for name in ("__init__", "__getitem__"):
        tree = source_of(vars(kind).get(name)) if callable(vars(kind).get(name)) else None
        found = _in_loop(tree) if name == "__init__" and tree is not None else None
        if found is None and tree is not None and name == "__getitem__":
            found = _in_length(kind, tree)
        if found is not None:
            line, where = found
            return Diagnosis(
                what,
                "The items are windows, cut out of a longer row. The last ones begin so near to its end that less is "
                "left than a window holds.",
                line,
                f"End early enough, in `{kind.__name__}.{where}` (then make the data set and its loader anew):",
                card="batch",
            )
    return None


def _last_are_shorter(scene: Scene) -> bool:
    frame = scene.within("torch.utils.data._utils.collate", "collate_tensor_fn")
    batch = frame.names.get("batch") if frame is not None else None
    if not isinstance(batch, (list, tuple)) or not all(is_tensor(one) or is_array(one) for one in batch):
        return False
    sizes = [shape(one)[:1] for one in batch]
    most = max(sizes)
    return (
        bool(most) and all(len(one) == 1 for one in sizes) and sizes.count(most) >= 1 and len(set(sizes)) > 1
    )


def _windows(tree: ast.AST, name: str) -> list[tuple[str, str, bool]]:
    """Slices `row[i:i + n]`: the row, n, and whether it begins or ends one later (a target)."""
    found = []
    for one in ast.walk(tree):
        if not isinstance(one, ast.Subscript) or not isinstance(one.slice, ast.Slice):
            continue
        low, high = one.slice.lower, one.slice.upper
        if low is None or high is None:
            continue
        start, end = ast.unparse(low), ast.unparse(high)
        if start in (name, f"{name} + 1") and end.startswith(f"{name} + "):
            size = end.removeprefix(f"{name} + ")
            found.append(
                (ast.unparse(one.value), size.removesuffix(" + 1").removeprefix("1 + "), start != name)
            )
    return found


def _stop(row: str, windows: list[tuple[str, str, bool]]) -> str:
    size = windows[0][1]
    wrapped = size if size.replace(".", "").replace("_", "").isalnum() else f"({size})"
    return f"len({row}) - {wrapped}" + ("" if any(later for *_, later in windows) else " + 1")


def _in_loop(tree: ast.AST) -> tuple[str, str] | None:
    for loop in ast.walk(tree):
        if not isinstance(loop, ast.For) or not isinstance(loop.target, ast.Name):
            continue
        over = loop.iter
        windows = _windows(loop, loop.target.id)
        if not windows or not isinstance(over, ast.Call) or ast.unparse(over.func) != "range":
            continue
        row, args = windows[0][0], [ast.unparse(one) for one in over.args]
        at = 0 if len(args) == 1 else 1
        if args and args[at] == f"len({row})":
            args[at] = _stop(row, windows)
            return f"for {loop.target.id} in range({', '.join(args)}):", "__init__"
    return None


def _in_length(kind: type, tree: ast.AST) -> tuple[str, str] | None:
    """`__getitem__` cuts the window out, and `__len__` counts every place as the beginning of one."""
    getter = vars(kind)["__getitem__"]
    name = getter.__code__.co_varnames[1] if getter.__code__.co_argcount > 1 else ""
    windows, length = _windows(tree, name), vars(kind).get("__len__")
    body: Any = source_of(length) if callable(length) else None
    returned = [one for one in ast.walk(body) if isinstance(one, ast.Return)] if body is not None else []
    if not windows or len(returned) != 1 or returned[0].value is None:
        return None
    row = windows[0][0]
    if ast.unparse(returned[0].value) != f"len({row})":
        return None
    return f"def __len__(self):\n    return {_stop(row, windows)}", "__len__"
