"""Sizes of pictures in the wrong order, and np.resize in place of a picture's resize."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.notices.values import shape_of
from fastaid.teach.objects import UNKNOWN, is_array, is_of

SMALLEST = 8  # pixels: a picture has more on each side


@check(".resize(", ".thumbnail(", needs="PIL")
def height_before_width(cell: Cell) -> Iterator[Notice]:
    """`img.resize(mask.shape)`: PIL wants (width, height), and shape is (height, width)."""
    heights = _unpacked(cell)
    for call in cell.calls("resize", "thumbnail"):
        if not isinstance(call.func, ast.Attribute) or not call.args:
            continue
        base, size = call.func.value, call.args[0]
        is_cv2 = text_of(base) == "cv2" and len(call.args) > 1
        if not is_cv2 and not _is_picture(cell, call, base):
            continue
        size = call.args[1] if is_cv2 else size
        found = _height_and_width(cell, size, heights)
        if found is None or found[0] == found[1]:
            continue
        height, width, right = found
        whose = "cv2.resize" if is_cv2 else f"{call.func.attr} of PIL"
        yield Notice(
            f"`{text_of(call)}`: {whose} takes (width, height), and `{text_of(size)}` is (height, width) = "
            f"({height}, {width}), so the picture came out {height} wide and {width} high. Write "
            f"`{text_of(call).replace(text_of(size), right, 1)}`.",
            hash(ast.dump(call)),
            card="image-size",
        )
        return


def _is_picture(cell: Cell, call: ast.Call, base: ast.expr) -> bool:
    made = next((name for name, value in cell.assigned() if value is call), "")
    held = cell.names.get(made) if made else cell.value(base)
    return is_of(held, "PIL.Image", "Image") or is_of(cell.value(base), "PIL.Image", "Image")


def _unpacked(cell: Cell) -> dict[str, tuple[str, int, int]]:
    """`h, w = arr.shape[:2]` → h's partner w, and both numbers."""
    found = {}
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if not isinstance(target, ast.Tuple) or len(target.elts) not in (2, 3):
            continue
        names = [one.id for one in target.elts if isinstance(one, ast.Name) and not is_local(one)]
        shape = _shape(cell, node.value)
        if (
            len(names) == len(target.elts)
            and shape is not None
            and cell.bound[names[0]] == cell.bound[names[1]] == 1
        ):
            found[names[0]] = (names[1], shape[0], shape[1])
    return found


def _shape(cell: Cell, node: ast.expr) -> tuple[int, int] | None:
    """The height and the width of `arr.shape` and `arr.shape[:2]`, of an array with the channels last or none."""
    if isinstance(node, ast.Subscript):
        if not isinstance(node.slice, ast.Slice) or text_of(node.slice) != ":2":
            return None
        node = node.value
    if not isinstance(node, ast.Attribute) or node.attr != "shape":
        return None
    held = cell.value(node.value)
    shape = shape_of(held)
    names = {one.id for one in below(node.value) if isinstance(one, ast.Name)}
    if not shape or len(shape) not in (2, 3) or any(cell.bound[name] > 1 for name in names):
        return None
    is_channels_last = len(shape) == 2 or shape[2] in (1, 3, 4)
    return (shape[0], shape[1]) if is_channels_last and min(shape[:2]) >= SMALLEST else None


def _height_and_width(
    cell: Cell, size: ast.expr, heights: dict[str, tuple[str, int, int]]
) -> tuple[int, int, str] | None:
    if isinstance(size, ast.Tuple) and len(size.elts) == 2:
        first, second = (text_of(one) for one in size.elts)
        if first in heights and heights[first][0] == second:
            return heights[first][1], heights[first][2], f"({second}, {first})"
        bases = [text_of(one.value) if isinstance(one, ast.Subscript) else "" for one in size.elts]
        places = [constant(one.slice) if isinstance(one, ast.Subscript) else UNKNOWN for one in size.elts]
        if places != [0, 1] or bases[0] != bases[1] or not isinstance(size.elts[0], ast.Subscript):
            return None
        shape = _shape(cell, size.elts[0].value)
        return (*shape, f"({second}, {first})") if shape is not None else None
    shape = _shape(cell, size)
    if shape is None:
        return None
    text = text_of(size)
    is_flat = isinstance(size, ast.Subscript)  # the channels are cut off already
    is_flat = is_flat or (
        isinstance(size, ast.Attribute) and len(shape_of(cell.value(size.value)) or ()) == 2
    )
    return (*shape, f"{text}[::-1]" if is_flat else f"{text}[1::-1]")


@check("np.resize(", "numpy.resize(", needs="numpy")
def numbers_repeated_by_resize(cell: Cell) -> Iterator[Notice]:
    """`np.resize(img, (224, 224, 3))` cuts or repeats the numbers, and scales nothing."""
    for call in cell.calls("resize"):
        if not isinstance(call.func, ast.Attribute) or text_of(call.func.value) not in ("np", "numpy"):
            continue
        if len(call.args) != 2 or not isinstance(call.args[0], ast.Name):
            continue
        name = call.args[0].id
        held, sizes = cell.value(call.args[0]), _numbers(cell, call.args[1])
        made = next((one for one, value in cell.assigned() if value is call), "")
        if held is UNKNOWN or made == name or cell.bound[name] > 1:
            continue
        is_pil = is_of(held, "PIL.Image", "Image")
        before = (held.height, held.width) if is_pil else shape_of(held) or ()
        is_bytes = is_array(held) and str(held.dtype) == "uint8"
        is_bytes = is_bytes and (len(before) == 2 or (len(before) == 3 and before[2] in (3, 4)))
        if not (is_pil or is_bytes) or len(sizes) < 2 or min(*before[:2], *sizes[:2]) < SMALLEST:
            continue
        if tuple(before[:2]) == tuple(sizes[:2]):
            continue
        height, width = sizes[:2]
        picture = name if is_pil else f"Image.fromarray({name})"
        right = f"np.array({picture}.resize(({width}, {height})))"
        yield Notice(
            f"`{text_of(call)}` does not scale the picture: it takes the numbers in their order, and cuts them off or "
            "begins again where they do not fit. Resize it as a picture (PIL: width, height): "
            f"`{f'{made} = ' if made else ''}{right}`.",
            hash(ast.dump(call)),
            card="image-size",
        )
        return


def _numbers(cell: Cell, node: ast.expr) -> tuple[int, ...]:
    """The numbers of a tuple, () where one is not known."""
    parts = node.elts if isinstance(node, (ast.Tuple, ast.List)) else []
    found = [cell.value(one) for one in parts]
    return tuple(found) if all(type(one) is int for one in found) else ()
