"""Steps in a network that take the batch along: joined one behind the other, or flattened. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.errors import listed
from fastaid.teach.objects import UNKNOWN, is_module, is_of, is_tensor, shape
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.layer_calls import Failing, layer_name
from fastaid.teach.rules.python_source import code_of, function_at, own_nodes, source_tree
from fastaid.teach.scene import Frame, Scene

CAT, STACK = ("cat", "concat", "concatenate", "vstack", "row_stack"), ("stack",)


@dataclass(frozen=True)
class Join:
    """A call that joins tensors, as it is written."""

    call: ast.Call
    names: str  # what is joined, for a sentence
    values: list[Any]  # UNKNOWN for each that nobody keeps; none where even their number is not known
    frame: Frame
    target: str  # the variable that it is given to, "" where none

    @property
    def is_stack(self) -> bool:
        return last_name(self.call.func) in STACK

    def dim(self) -> object:
        """Along which dimension; UNKNOWN where that is not plain to see."""
        if last_name(self.call.func) in ("vstack", "row_stack"):
            return 0
        node = self.frame.argument(self.call, 1, "dim") or self.frame.argument(self.call, None, "axis")
        return self.frame.value(node) if node is not None else 0


def joined_elsewhere(
    scene: Scene, failed: Failing, comes: tuple[int, ...], takes: int, at: int
) -> tuple[str, str, str] | None:
    """The cause, the line and its words, where joining along the features (dimension `at`) gives what a layer takes."""
    if len(comes) < 2 or not comes[at] or takes % comes[at]:
        return None
    n = takes // comes[at]
    fitting = [one for one in _joins(scene) if n > 1 and _made(one, failed, comes, at, n)]
    if len({ast.unparse(one.call) for one in fitting}) != 1:
        return None
    join = fitting[-1]
    if join.is_stack:
        cause = f"`stack` puts {join.names} along a new dimension"
    else:
        dim = join.dim()
        which = "dimension 0, the batch: one item behind the other" if dim == 0 else f"dimension {dim}"
        cause = f"`{last_name(join.call.func)}` joins {join.names} along {which}"
    rank = len(comes) - join.is_stack
    dim = at if at >= 0 else (1 if rank == 2 else -1)
    cause += f". Along dimension {dim} they give {n} × {comes[at]} = {takes}."
    return cause, _along(join, dim), f"Join them along dimension {dim}:"


def _joins(scene: Scene) -> Iterator[Join]:
    """The calls that join, in the functions that were running, up to the line of each."""
    for frame in scene.frames:
        if not frame.is_learners:
            continue
        for line in _lines(frame):
            if not isinstance(line, (ast.Assign, ast.Return, ast.Expr)) or line.lineno > frame.line:
                continue
            target = line.targets[0] if isinstance(line, ast.Assign) else None
            for one in ast.walk(line):
                if not isinstance(one, ast.Call) or last_name(one.func) not in CAT + STACK or not one.args:
                    continue
                name = target.id if isinstance(target, ast.Name) else ""
                yield Join(one, *_parts(frame, one.args[0], name), frame, name)


def _parts(frame: Frame, node: ast.expr, target: str) -> tuple[str, list[Any]]:
    """What is joined, in words, and its values; the variable that the result was given to no longer holds its own."""
    if isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) > 1:
        names = listed((f"`{ast.unparse(one)}`" for one in node.elts), 4)
        return names, [frame.value(one) if ast.unparse(one) != target else UNKNOWN for one in node.elts]
    held = frame.value(node) if isinstance(node, ast.Name) and node.id != target else UNKNOWN
    names = f"the tensors of `{node.id}`" if isinstance(node, ast.Name) else "the tensors of its list"
    return names, list(held) if type(held) in (list, tuple) else []


def _lines(frame: Frame) -> list[ast.AST]:
    """What was written in the function that was running, or in the cell."""
    function = function_at(frame)
    if function is not None:
        return list(ast.walk(function))
    tree = source_tree(frame) if frame.function == "<module>" else None
    return list(own_nodes(tree.body)) if tree is not None else []


def _made(join: Join, failed: Failing, comes: tuple[int, ...], at: int, n: int) -> bool:
    """Whether what came to the layer has the shape that this join of n tensors gives."""
    sizes, dim = {shape(one) for one in join.values if is_tensor(one)}, join.dim()
    if type(dim) is not int or len(sizes) > 1 or (join.values and len(join.values) != n):
        return False
    if not sizes:
        # Nothing is kept of what was joined: the batch that the network was given tells its number.
        first = shape(failed.first) if is_tensor(failed.first) else ()
        return not join.is_stack and dim == 0 and bool(first) and comes[0] == n * first[0]
    each = list(sizes.pop())
    rank = len(each) + join.is_stack
    if not each or not -rank <= dim < rank or (not join.is_stack and dim % rank == at % len(comes)):
        return False  # along the features it is joined already
    if join.is_stack:
        each.insert(dim % rank, n)
        return tuple(each) == comes
    each[dim] *= n
    # Between the join and the layer each item may be flattened.
    return tuple(each) == comes or (dim % rank == 0 and each[0] == comes[0])


def _along(join: Join, dim: int) -> str:
    """The line with the right dimension."""
    function = join.call.func
    holder = f"{ast.unparse(function.value)}." if isinstance(function, ast.Attribute) else ""
    own = last_name(function)
    name = own if own in ("cat", "concat", "concatenate") else "cat"
    keyword = "dim=" if any(one.arg in ("dim", "axis") for one in join.call.keywords) else ""
    new = f"{holder}{name}({ast.unparse(join.call.args[0])}, {keyword}{dim})"
    return f"{join.target} = {new}" if join.target and _is_whole(join) else new


def _is_whole(join: Join) -> bool:
    """Whether the variable was given the joined tensor itself."""
    around = getattr(join.call, "parent", None)
    return isinstance(around, ast.Assign) and around.value is join.call and bool(code_of(around.value))


def all_in_one_row(scene: Scene, failed: Failing) -> tuple[str, str]:
    """The step that flattened the batch too, mended, and the words for it."""
    how = "Flatten from dimension 1 on, so that the batch stays:"
    steps = failed.model.named_modules() if is_module(failed.model) else ()
    found = [(path, one) for path, one in steps if is_of(one, "torch.nn", "Flatten") and one.start_dim == 0]
    if len(found) == 1 and found[0][0]:
        name = layer_name(scene, found[0][1], failed.model)
        return f"{name} = nn.Flatten()", (
            f"`{name}` is `nn.Flatten(start_dim=0)`. Flatten from dimension 1 on, as it does by itself (write "
            "`nn.Flatten()` in the model too):"
        )
    for frame in reversed(scene.frames):
        calls = [one for one in _lines(frame) if _flattens_all(one)] if frame.is_learners else []
        lines = {ast.unparse(one): one for one in calls if one.lineno <= frame.line}  # type: ignore[attr-defined]
        if len(lines) == 1:
            return _flat_from_1(next(iter(lines.values()))), how
    return "x = torch.flatten(x, 1)", how


def _flattens_all(node: ast.AST) -> bool:
    """`x.flatten()`, `torch.flatten(x)`, `x.view(-1)`, `x.ravel()`."""
    if not isinstance(node, ast.Call) or node.keywords:
        return False
    given = [ast.unparse(one) for one in node.args]
    if ast.unparse(node.func) in ("torch.flatten", "torch.ravel"):
        return len(given) == 1
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return (name in ("flatten", "ravel") and not given) or (name in ("view", "reshape") and given == ["-1"])


def _flat_from_1(node: ast.AST) -> str:
    """The call that flattens each item on its own, with the variable that it is given to."""
    assert isinstance(node, ast.Call)
    if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) != "torch":
        new = f"{ast.unparse(node.func.value)}.flatten(1)"
    else:
        new = f"torch.flatten({ast.unparse(node.args[0])}, 1)"
    around = getattr(node, "parent", None)
    if isinstance(around, ast.Assign) and isinstance(around.targets[0], ast.Name):
        return f"{around.targets[0].id} = {new}"
    return new
