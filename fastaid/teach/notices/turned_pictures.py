"""Pictures that are laid on their side on the way into a network: `.T` turns round all axes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.inside import Inside
from fastaid.teach.notices.pictures import CHANNELS, SAME_SHAPE
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import shape_of
from fastaid.teach.objects import UNKNOWN, is_tensor

TURNS = frozenset({
    "transpose", "permute", "swapaxes", "moveaxis", "movedim", "rot90", "rotate", "t", "mT", "T", "rearrange",
})  # fmt: skip
MAKES = frozenset({"tensor", "from_numpy", "as_tensor", "Tensor", "FloatTensor"})
MODULES = ("np", "numpy", "torch")
REVERSED = (2, 1, 0)


@check(".T", "transpose(", "permute(", needs="torch")
def height_and_width_exchanged(cell: Cell) -> Iterator[Notice]:
    """`torch.tensor(photo.T)`: (height, width, channels) becomes (channels, width, height)."""
    turns: list[ast.expr] = [one for one in cell.of(ast.Attribute) if one.attr in TURNS]
    turns += [
        one.func for one in cell.of(ast.Call) if isinstance(one.func, ast.Name) and one.func.id in TURNS
    ]
    if len(turns) != 1 or not isinstance(turns[0], ast.Attribute) or not MAKES & cell.words:
        return  # a second turn may undo the first
    node, given = _reversing(cell, turns[0])
    if node is None or given is None:
        return
    is_told, is_made = _is_picture(cell, given)
    if not is_told or not (is_made or _is_for_network(cell, node)):
        return
    right = f"{text_of(given)}.{'permute' if is_made else 'transpose'}(2, 0, 1)"
    yield Notice(
        f"`{text_of(node)}` turns round all axes: (height, width, channels) becomes (channels, width, height), so "
        f"height and width are exchanged and the picture lies on its side. Write `{right}`, which moves the channels.",
        hash(ast.dump(node)),
        card="rank-and-shape",
    )


def _reversing(cell: Cell, turn: ast.Attribute) -> tuple[ast.expr | None, ast.expr | None]:
    """The expression that reverses all axes, and what it is done to."""
    if turn.attr == "T":
        return turn, turn.value
    if turn.attr not in ("transpose", "permute"):
        return None, None
    call = next((one for one in cell.of(ast.Call) if one.func is turn), None)
    if call is None or call.keywords:
        return None, None
    args, given = list(call.args), turn.value
    if text_of(given) in MODULES:
        if not args:
            return None, None
        given, args = args[0], args[1:]
    if len(args) == 1 and isinstance(args[0], (ast.Tuple, ast.List)):
        args = list(args[0].elts)
    is_all = not args and turn.attr == "transpose"
    return (call, given) if is_all or tuple(constant(one) for one in args) == REVERSED else (None, None)


def _is_picture(cell: Cell, node: ast.expr, depth: int = 4) -> tuple[bool, bool]:
    """Whether something is a picture with the channels last; and whether it is a tensor."""
    held = cell.value(node) if isinstance(node, ast.Name) else UNKNOWN
    size = shape_of(held)
    if isinstance(node, ast.Name) and size is not None and cell.bound[node.id] <= 1:
        return len(size) == 3 and size[-1] in CHANNELS and size[-1] < min(size[:2]), is_tensor(held)
    if depth and isinstance(node, ast.Name):
        made = [value for name, value in cell.assigned() if name == node.id]
        return _is_picture(cell, made[0], depth - 1) if len(made) == 1 else (False, False)
    if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant):
        return _is_picture(cell, node.left, depth)
    if not isinstance(node, ast.Call):
        return False, False
    name, func = last_name(node.func), node.func
    if name in ("imread", "open"):
        is_cv2 = text_of(func) == "cv2.imread" and len(node.args) == 1 and not node.keywords
        return is_cv2 or _gave_colours(cell), False
    if name == "convert":
        return any(constant(one) == "RGB" for one in node.args), False
    if name in ("resize", "crop", *SAME_SHAPE):
        is_method = isinstance(func, ast.Attribute) and text_of(func.value) not in (*MODULES, "cv2", "F")
        inner = (
            func.value
            if is_method and isinstance(func, ast.Attribute)
            else node.args[0]
            if node.args
            else None
        )
        found, is_made = _is_picture(cell, inner, depth) if inner is not None else (False, False)
        return found, is_made or name in MAKES
    return False, False


def _gave_colours(cell: Cell) -> bool:
    """Whether the function returned pictures with their channels first, so what it read had them."""
    size = shape_of(cell.result) if isinstance(cell, Inside) else None
    return size is not None and len(size) > 2 and size[-3] in CHANNELS and size[-3] < min(size[-2:])


def _is_for_network(cell: Cell, node: ast.expr) -> bool:
    """Whether a tensor is made of it: around it, before it, or of the name that it is given."""
    names = {name for name, value in cell.assigned() if any(part is node for part in below(value))}
    for call in cell.of(ast.Call):
        if last_name(call.func) not in MAKES:
            continue
        parts: Sequence[ast.AST] = below(call)
        if any(part is node or (isinstance(part, ast.Name) and part.id in names) for part in parts):
            return True
    return any(isinstance(part, ast.Call) and last_name(part.func) in MAKES for part in below(node))
