"""A picture of 0 to 255 for a network that was trained on values from 0 to 1."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.notices.values import parts_of, weights_of
from fastaid.teach.objects import is_learner, is_module, is_of, stored

OPENS = frozenset({"open", "imread"})
FLOATS = frozenset({"float", "float32", "FloatTensor", "astype", "to", "type"})
# What keeps the size of the numbers.
KEEPS = FLOATS | {
    "tensor", "from_numpy", "as_tensor", "Tensor", "array", "asarray", "convert", "resize", "permute", "transpose",
    "unsqueeze", "copy", "contiguous", "crop", "uint8", "ascontiguousarray", "cvtColor",
}  # fmt: skip
SCALES = re.compile(
    r"255|\bscal|normali[sz]|to_?tensor|transform|tfm|preproc|prepare|\bmean\b|\.max\(|\.sub|div", re.I
)


@check("open(", "imread(", needs="torch")
def asked_with_bytes(cell: Cell) -> Iterator[Notice]:
    """`cnn(torch.tensor(np.array(Image.open(f))).float())`, where the dataset divides by 255."""
    if SCALES.search(cell.source):
        return
    for call, model in cell.calls_of(_is_network):
        given = call.args[0] if len(call.args) == 1 else None
        made = _made(cell, given) if given is not None else None
        if made is None or given is None or not _is_the_only(cell, model) or _scales(cell, model):
            continue
        where = _trained_on(cell)
        if where:
            name, value = made
            yield Notice(
                f"`{text_of(given)}` goes from 0 to 255, but {where} divides the pictures by 255: the network was "
                f"trained on values from 0 to 1, so its answer is worth nothing. Write `{name}{text_of(value)} / 255`.",
                hash(ast.dump(call)),
                card="predictions",
            )
            return


def _is_network(held: Any) -> bool:
    return is_module(held) and bool(weights_of(held))


def _made(cell: Cell, given: ast.AST | None) -> tuple[str, ast.expr] | None:
    """The line that made floats of a file's bytes: its name with `= `, and the expression."""
    while isinstance(given, ast.Subscript) or (
        isinstance(given, ast.Call) and last_name(given.func) in ("unsqueeze", "to")
    ):
        given = given.value if isinstance(given, ast.Subscript) else getattr(given.func, "value", None)
    name = given.id if isinstance(given, ast.Name) else ""
    made = [value for one, value in cell.assigned() if one == name] if name else [given]
    if len(made) != 1 or not isinstance(made[0], ast.expr) or not _is_of_bytes(cell, made[0]):
        return None
    return f"{name} = " if name else "", made[0]


def _is_of_bytes(cell: Cell, node: ast.expr, depth: int = 4) -> bool:
    """Whether an expression is a file's bytes as floats, with nothing done to their size."""
    if any(isinstance(one, (ast.BinOp, ast.IfExp, ast.Lambda)) for one in below(node)):
        return False
    calls = {last_name(one.func) for one in below(node) if isinstance(one, ast.Call)}
    names = [one.id for one in below(node) if isinstance(one, ast.Name) and cell.bound[one.id] == 1]
    inner = [value for one, value in cell.assigned() if one in names and value is not node]
    if not calls <= KEEPS | OPENS:
        return False
    if calls & OPENS:
        return "imread" not in calls or "cv2" in text_of(node)  # plt.imread gives values from 0 to 1 for png
    return depth > 0 and len(inner) == 1 and _is_of_bytes(cell, inner[0], depth - 1)


def _is_the_only(cell: Cell, model: Any) -> bool:
    """Whether the notebook has no other network, and no learner, that the data could be for."""
    for _, held in cell.variables:
        if not (is_module(held) or is_learner(held)):
            continue
        if is_learner(held) or (weights_of(held) and not any(one is held for one in parts_of(model))):
            return False
    return True


def _scales(cell: Cell, model: Any) -> bool:
    """Whether a network divides by itself."""
    own = [one for one in parts_of(model) if type(one).__module__ == "__main__"]
    written = [cell.definition(vars(type(one)).get("forward")) for one in own]
    return any(one is None or SCALES.search(ast.unparse(one)) for one in written)


def _trained_on(cell: Cell) -> str:
    """The learner's dataset that divides by 255, where it is the only one of the notebook."""
    kinds = {
        type(data)
        for _, held in cell.variables
        for data in [stored(held).get("dataset") if is_of(held, "torch.utils.data", "DataLoader") else held]
        if is_of(data, "torch.utils.data", "Dataset")
    }
    if len(kinds) != 1:
        return ""
    kind = kinds.pop()
    method = vars(kind).get("__getitem__") if kind.__module__ == "__main__" else None
    written = cell.definition(method) if method is not None else None
    if written is None:
        return ""
    divides = [one for one in nodes_in(written, ast.BinOp) if isinstance(one.op, ast.Div)]
    is_scaled = any(text_of(one.right) in ("255", "255.0") for one in divides)
    return f"`{kind.__name__}`" if is_scaled else ""
