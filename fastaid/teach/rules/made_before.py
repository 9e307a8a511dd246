"""A tensor that was made for what another had been: that other has been made anew since, with another size."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_tensor, library, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.lines_again import Line, is_short, last_line, lines_from
from fastaid.teach.rules.operands import Operand, Operation, operation, stand_in
from fastaid.teach.rules.shapes import ELEMENTWISE, ELEMENTWISE_CALLS
from fastaid.teach.scene import Scene

PRODUCTS = ("matmul", "mm", "mv", "dot", "bmm")
Shape = tuple[int, ...]


@rule(RuntimeError, ValueError, IndexError, needs="torch")
def made_for_another_size(scene: Scene) -> Diagnosis | None:
    """`coeffs = torch.rand(x.shape[1])`, then `x` made anew with more columns, then `x * coeffs`."""
    done = operation(scene)
    shaped = [one for one in done.operands if one.has_shape] if done is not None else []
    if done is None or len(shaped) != 2 or _fit(done, shaped[0].shape, shaped[1].shape):
        return None
    for old, other in (shaped, shaped[::-1]):
        name = _global_name(scene, old.value)
        line = last_line(scene, name) if name else None
        if line is None:
            continue
        lines = lines_from(scene, name, lambda word, line=line: _is_newer(scene, word, line))  # type: ignore[misc]
        is_first = old is shaped[0]
        now = _size_now(scene, lines)
        sizes = [now] if now is not None else _sizes_guessed(scene, old.shape, lines)
        fits = [one for one in sizes if _fit(done, *((one, other.shape) if is_first else (other.shape, one)))]
        if len(fits) == 1 and fits[0] != old.shape:
            return _told(scene, old, other, lines)
    return None


def _global_name(scene: Scene, value: Any) -> str:
    """The notebook's variable that holds it."""
    for name, held in list(scene.names.items()):
        if held is value and not name.startswith("_"):
            return name
    return ""


def _is_newer(scene: Scene, word: str, line: Line) -> bool:
    last = last_line(scene, word)
    return last is not None and last.place > line.place


def _fit(done: Operation, a: Shape, b: Shape) -> bool:
    """Whether tensors of these shapes can go together."""
    import torch

    try:
        if done.name in PRODUCTS:
            torch.matmul(torch.empty(a, device="meta"), torch.empty(b, device="meta"))
        elif done.name in ELEMENTWISE or done.name in ELEMENTWISE_CALLS:
            torch.broadcast_shapes(a, b)
        else:
            return a == b
    except (RuntimeError, IndexError):
        return False
    return True


class _Inlined(ast.NodeTransformer):
    """An expression with the expressions of other lines in the places of their names."""

    def __init__(self, lines: list[Line]):
        self.values = {one.name: one.value for one in lines}

    def visit_Name(self, node: ast.Name) -> ast.AST:
        value = self.values.get(node.id)
        return node if value is None else ast.parse(ast.unparse(value), mode="eval").body


def _size_now(scene: Scene, lines: list[Line]) -> Shape | None:
    """The shape that the last of the lines would give today; None where it would have to be run."""
    if not lines or scene.top is None or library("torch") is None:
        return None
    node: ast.expr = ast.parse(ast.unparse(lines[-1].value), mode="eval").body
    for _ in lines[1:]:
        node = _Inlined(lines[:-1]).visit(node)
    found = stand_in(scene.top, node)
    return shape(found) if found is not UNKNOWN and is_tensor(found) else None


def _sizes_guessed(scene: Scene, was: Shape, lines: list[Line]) -> list[Shape]:
    """The old shape with the sizes of today that the lines ask for, `x.shape[1]`, each in each place."""
    today = {
        held[at.value]
        for line in lines
        for part in ast.walk(line.value)
        if isinstance(part, ast.Subscript) and isinstance(part.value, ast.Attribute)
        if part.value.attr == "shape" and isinstance(at := part.slice, ast.Constant) and type(at.value) is int
        if isinstance(held := scene.top.value(part.value) if scene.top is not None else None, tuple)
        if at.value < len(held)
    }
    return list(
        {(*was[:i], size, *was[i + 1 :]) for i in range(len(was)) for size in today if size not in was}
    )


def _told(scene: Scene, old: Operand, other: Operand, lines: list[Line]) -> Diagnosis:
    own = {one.name for one in lines}
    line = lines[-1]
    newer = {word for one in lines for word in one.names if word not in own and _is_newer(scene, word, line)}
    latest = [last for word in sorted(newer) if (last := last_line(scene, word)) is not None]
    anew = " and ".join(f"`{one.name}`" for one in latest)
    cells = sorted({one.cell for one in latest if one.cell})
    where = f" (cell [{cells[0]}])" if len(cells) == 1 else ""
    by = f"`{line.text}`" if len(line.text) <= 60 else "its line"
    again = failing_line(scene.top) if scene.top is not None else ""
    code = [one.text for one in lines] if is_short(lines) else [line.text]
    return Diagnosis(
        f"{other.name} has shape {other.shape} and {old.name} has shape {old.shape}, which do not fit.",
        f"`{line.name}` was made in {f'cell [{line.cell}]' if line.cell else 'an earlier line'} by {by}. {anew} "
        f"{'has' if len(latest) == 1 else 'have'} been made anew since{where}, with another size; `{line.name}` stayed "
        "as it was.",
        "\n".join([*code, *([again] if again else [])]),
        f"Make `{line.name}` again:",
        card="broadcasting",
    )
