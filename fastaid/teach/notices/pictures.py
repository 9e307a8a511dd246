"""Pictures whose numbers were put in another order, or to nothing, on the way into a network."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.run_by_libraries import bodies
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.notices.values import shape_of, spread
from fastaid.teach.objects import is_array, is_of, is_tensor

CHANNELS = (3, 4)
MOST_NUMBERS = 20_000_000
FEW = 8  # pictures tell of all how they are scaled
ONCE_MORE = 1.001 / 255  # the largest number of one that was divided twice
# Calls whose result has the shape of what they are given.
SAME_SHAPE = frozenset({
    "from_numpy", "tensor", "as_tensor", "array", "asarray", "Tensor", "FloatTensor", "float32", "ascontiguousarray",
    "float", "double", "half", "astype", "clone", "copy", "contiguous", "to", "numpy", "cpu", "detach", "image2tensor",
})  # fmt: skip
SMALL = ("mask", "noise", "eps", "delta", "pert", "step", "jitter")  # what is meant to be small
# What holds 0 and 255 only, and becomes 0 and 1.
OF_TWO = re.compile(r"(?i)mask|msk|binar|label|seg|truth|alpha|edge|thresh")
MODULES = ("torch", "np", "numpy", "F")


@check("view(", "reshape(")
def channels_scrambled_to_front(cell: Cell) -> Iterator[Notice]:
    """view or reshape does not move the channels to the front: it scrambles the picture."""
    assigned = {id(value): name for name, value in cell.assigned()}
    for call in cell.calls("view", "reshape"):
        found = _reshaped(call)
        if found is None:
            continue
        given, sizes = found
        base = _base(given)
        if base is None or is_local(base) or cell.bound[base.id] > 1 or assigned.get(id(call)) == base.id:
            continue
        before, after = _shape(cell.value(base)), tuple(_size(cell, one) for one in sizes)
        if before is None or len(before) not in (3, 4) or len(after) < len(before):
            continue
        height, width, channels = before[-3:]
        is_picture = channels in CHANNELS and channels < min(height, width)
        if not is_picture or after[-3:] != (channels, height, width) or not _same_front(before, after):
            continue
        order = "2, 0, 1" if len(before) == 3 else "0, 3, 1, 2"
        first = "[None]" if len(after) > len(before) else ""
        name = text_of(given)
        right = f"{name}.permute({order}){first}"
        if is_array(cell.value(base)) and given is base:
            right = f"{name}.transpose({order}){first}"
        yield Notice(
            f"`{text_of(call)}` does not move the channels of `{base.id}` {before} to the front: it fills the new "
            f"shape in the old order, which mixes up pixels and colours. Write `{right}`.",
            hash(ast.dump(call)),
            card="rank-and-shape",
        )
        return


def _reshaped(call: ast.Call) -> tuple[ast.expr, list[ast.expr]] | None:
    """What is reshaped, and the sizes: `x.view(3, h, w)`, `np.reshape(x, (3, h, w))`."""
    if not isinstance(call.func, ast.Attribute):
        return None
    args, given = list(call.args), call.func.value
    if isinstance(given, ast.Name) and given.id in MODULES:
        if len(args) != 2:
            return None
        given, args = args[0], args[1:]
    if len(args) == 1 and isinstance(args[0], (ast.Tuple, ast.List)):
        args = list(args[0].elts)
    return given, args


def _base(node: ast.expr) -> ast.Name | None:
    """The name below calls that keep the shape: `torch.from_numpy(photo).float() / 255` → photo."""
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant):
            node = node.left
        elif isinstance(node, ast.Call) and last_name(node.func) in SAME_SHAPE:
            func = node.func
            is_method = isinstance(func, ast.Attribute) and text_of(func.value) not in MODULES
            if is_method and isinstance(func, ast.Attribute):
                node = func.value
            elif node.args:
                node = node.args[0]
            else:
                return None
        else:
            return None
    return node


def _shape(held: Any) -> tuple[int, ...] | None:
    if is_of(held, "PIL.Image", "Image") and getattr(held, "mode", "") in ("RGB", "RGBA"):
        width, height = held.size
        return (height, width, len(held.mode))
    return shape_of(held)


def _size(cell: Cell, node: ast.expr) -> Any:
    if isinstance(node, (ast.Constant, ast.UnaryOp)):
        return constant(node)
    held = cell.value(node)
    return held if isinstance(held, int) else None


def _same_front(before: tuple[int, ...], after: tuple[Any, ...]) -> bool:
    """Whether what stands before the picture is the same: the batch, or a new axis of 1."""
    front = after[:-3]
    if len(before) == 4:
        return len(front) == 1 and front[0] in (before[0], -1)
    return front in ((), (1,), (-1,))


@check("// 255", "//255", "//= 255", "//=255")
def pixels_cut_to_zero(cell: Cell) -> Iterator[Notice]:
    """`x // 255` is a whole number: every pixel below 255 becomes 0."""
    nodes: list[ast.BinOp | ast.AugAssign] = [*cell.of(ast.BinOp), *cell.of(ast.AugAssign)]
    for node in nodes:
        divisor = node.right if isinstance(node, ast.BinOp) else node.value
        if not isinstance(node.op, ast.FloorDiv) or constant(divisor) != 255:
            continue
        given = node.left if isinstance(node, ast.BinOp) else node.target
        base = _base(given)
        if base is None or is_local(base) or OF_TWO.search(base.id):
            continue
        name = next((one for one, value in cell.assigned() if any(part is node for part in below(value))), "")
        name = base.id if isinstance(node, ast.AugAssign) else name
        is_source = name != base.id and cell.bound[base.id] <= 1
        if not (_has_grey(cell.value(base)) if is_source else _is_all_zero(cell.names.get(name))):
            continue
        text = text_of(node)
        right = text.replace("//", "/") if isinstance(node, ast.BinOp) else f"{base.id} = {base.id} / 255"
        yield Notice(
            f"`{text}` divides with //, which drops what is behind the point: every pixel below 255 became 0. Write "
            f"`{right}`, for values from 0 to 1.",
            hash(ast.dump(node)),
            card="tensor",
        )
        return


@check("// 255", "//255", also=("@ndarray", "@Tensor", "@own"), reached=True)
def pixels_cut_in_a_dataset(cell: Cell) -> Iterator[Notice]:
    """`self.pictures[i] // 255` in a method that a library calls."""
    for place, part in bodies(cell, "// 255", "//255"):
        for node in part.of(ast.BinOp):
            whole = node.left
            while isinstance(whole, ast.Subscript):
                whole = whole.value
            is_whole = isinstance(node.op, ast.FloorDiv) and constant(node.right) == 255
            if not is_whole or not isinstance(whole, ast.Attribute) or OF_TWO.search(text_of(node)):
                continue
            if _has_grey(part.value(whole)):
                yield Notice(
                    f"{place}`{text_of(node)}` divides with //, which drops what is behind the point: every pixel "
                    f"below 255 becomes 0. Write `{text_of(node.left)} / 255`, for values from 0 to 1.",
                    hash(text_of(node)),
                    card="tensor",
                )
                return


def _plain(held: Any) -> Any:
    """A tensor or an array that may be looked at, else None."""
    if is_tensor(held):
        is_near = held.device.type == "cpu" and not held.is_sparse and 0 < held.numel() <= MOST_NUMBERS
        return held.detach() if is_near else None
    is_plain = is_array(held) and held.dtype.kind in "uif" and 0 < held.size <= MOST_NUMBERS
    return held if is_plain else None


def _has_grey(held: Any) -> bool:
    """Whether it holds bytes between 0 and 255, not only these two as a mask does."""
    data = _plain(held)
    return data is not None and int(data.max()) > 1 and bool(((data > 0) & (data < 255)).any())


def _is_all_zero(held: Any) -> bool:
    data = _plain(held)
    size = 0 if data is None else data.numel() if is_tensor(data) else data.size
    return size >= 64 and not bool((data != 0).any())


@check("255")
def scaled_twice(cell: Cell) -> Iterator[Notice]:
    """Pixels that were between 0 and 1 already are divided by 255 once more."""
    for name, value in cell.assigned():
        divided = [
            one
            for one in below(value)
            if isinstance(one, ast.BinOp)
            and isinstance(one.op, ast.Div)
            and constant(one.right) in (255, 256)
        ]
        base = _base(divided[0].left) if divided else None
        held = _plain(cell.names.get(name)) if base is not None and _base(value) is base else None
        if held is None or base is None or len(divided) != 1 or cell.bound[name] > 1:
            continue
        size = held.numel() if is_tensor(held) else held.size
        if held.ndim < 2 or float(spread(held, FEW).max()) > ONCE_MORE:
            continue
        largest = float(held.max())
        is_picture = size >= 64 and float(held.min()) >= 0
        is_small = any(word in name.lower() for word in SMALL)
        if is_picture and not is_small and 0.3 / 255 < largest <= ONCE_MORE:
            yield Notice(
                f"The largest value of `{name}` is {largest:.4f}: `{base.id}` was between 0 and 1 already before the "
                f"division by {constant(divided[0].right)} (ToTensor divides by itself, and a cell that is run again "
                "divides again). Leave the division out, and load the data anew.",
                hash(name),
                card="normalization",
            )
            return
