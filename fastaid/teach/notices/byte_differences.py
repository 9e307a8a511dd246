"""The absolute value of a difference of bytes: what is below 0 has wrapped around before."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.objects import UNKNOWN, is_array, is_tensor

ABSOLUTE = frozenset({"abs", "absolute", "fabs"})
READS = frozenset({"array", "asarray"})  # of a picture that PIL opened
OPENS = ("Image.open", "PILImage.create", "cv2.imread", "imageio.imread")


@check("abs(", "absolute(", "fabs(", also=("@ndarray", "@Tensor", "@own"), needs="numpy")
def absolute_too_late(cell: Cell) -> Iterator[Notice]:
    """`np.abs(frame - self.background)` of two pictures in uint8, one of which a function has just read."""
    for call in cell.calls(*ABSOLUTE):
        is_method = isinstance(call.func, ast.Attribute) and not call.args
        node = (
            call.func.value
            if is_method and isinstance(call.func, ast.Attribute)
            else next(iter(call.args), None)
        )
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Sub):
            continue
        held = [cell.value(one) for one in (node.left, node.right)]
        # Where both are at hand, another check sees whether anything wrapped.
        if sum(one is UNKNOWN for one in held) != 1 or not any(map(_are_bytes, held)):
            continue
        unknown, known = (node.left, node.right) if held[0] is UNKNOWN else (node.right, node.left)
        if not _is_picture_read(cell, unknown):
            continue
        wide = f"{text_of(node.left)}.{'int()' if is_tensor(held[held[0] is UNKNOWN]) else 'astype(int)'}"
        whole = f"{wide} - {text_of(node.right)}"
        right = f"({whole}).abs()" if is_method else f"{text_of(call.func)}({whole})"
        yield Notice(
            f"`{text_of(call)}` comes too late: `{text_of(unknown)}` and `{text_of(known)}` are uint8, which holds "
            f"only 0 to 255, so a difference below 0 has become a large number before (10 - 20 is 246). Convert first: "
            f"`{right}`.",
            hash(text_of(call)),
            card="tensor",
        )
        return


def _are_bytes(held: Any) -> bool:
    return (is_array(held) or is_tensor(held)) and str(held.dtype).endswith("uint8") and held.ndim > 1


def _is_picture_read(cell: Cell, node: ast.expr) -> bool:
    """Whether a name is given nothing but what `np.array(Image.open(…))` gives."""
    made = [
        one.value
        for one in nodes_in(cell.tree, ast.Assign)
        if any(text_of(target) == text_of(node) for target in one.targets)
    ]
    return bool(made) and all(map(_reads_bytes, made)) if isinstance(node, ast.Name) else _reads_bytes(node)


def _reads_bytes(made: ast.expr) -> bool:
    if not isinstance(made, ast.Call):
        return False
    if text_of(made.func).endswith("cv2.imread"):
        return True
    is_plain = last_name(made.func) in READS and len(made.args) == 1 and not made.keywords
    opened = [one for one in below(made.args[0]) if isinstance(one, ast.Call)] if is_plain else []
    methods = {last_name(one.func) for one in opened}
    return any(text_of(one.func).endswith(OPENS) for one in opened) and methods <= {
        "open",
        "create",
        "imread",
        "convert",
        "resize",
    }
