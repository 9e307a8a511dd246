"""Arrays of numpy: places, shapes and axes that do not fit, names that have gone."""

from __future__ import annotations

import ast
import re
from itertools import islice
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.classes_compared import classes_compared
from fastaid.teach.rules.panels import made_by_subplots, rounds_of
from fastaid.teach.rules.python_source import (
    call_at,
    fraction_among,
    kind_of,
    node_at,
    replaced,
    source_tree,
    text_of,
)
from fastaid.teach.rules.table_rows import row_of
from fastaid.teach.scene import Frame, Scene

GONE = {
    "int": "int", "float": "float", "bool": "bool", "object": "object", "str": "str", "complex": "complex",
    "long": "int",
    "unicode": "str", "float_": "np.float64", "NaN": "np.nan", "Inf": "np.inf", "infty": "np.inf", "product": "np.prod",
    "cumproduct": "np.cumprod", "sometrue": "np.any", "alltrue": "np.all", "row_stack": "np.vstack",
    "trapz": "np.trapezoid",
    "in1d": "np.isin", "unicode_": "np.str_", "string_": "np.bytes_", "PINF": "np.inf", "NINF": "-np.inf",
    "asfarray": "np.asarray", "Infinity": "np.inf", "int0": "np.intp", "complex_": "np.complex128",
}  # fmt: skip


def _parsed(node: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(node), mode="eval").body


@rule(IndexError, needs="numpy")
def array_index(scene: Scene) -> Diagnosis | None:
    """An array has no item at that place, or not so many dimensions."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    held = frame.value(_parsed(node.value))
    if not is_array(held):
        return None
    text, sizes = text_of(node.value) or "the array", shape(held)
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if "too many indices" in scene.message:
        return Diagnosis(
            f"`{text}` has {counted(len(sizes), 'dimension')} (shape {sizes}), and {len(parts)} "
            "indices were given.",
            "Each index belongs to one dimension.",
            replaced(frame, node, f"{text}[{', '.join(text_of(one) for one in parts[: len(sizes)])}]")
            if sizes
            else f"{text}.item()",
            "Give as many as it has:" if sizes else "A single number is taken with:",
        )
    if re.search(r"only integers|arrays used as indices must be of integer", scene.message):
        return _no_whole_number(scene, frame, parts, text, held)
    value = frame.value(parts[0])
    panels = _panels(scene, frame, node, held, value) if type(value) is int and len(parts) == 1 else None
    if panels is not None:
        return panels
    found = _no_such_place(frame, parts, text, sizes)
    if found is not None or "boolean index" not in scene.message:
        return found
    return _other_mask(frame, parts, text, sizes)


def _no_whole_number(
    scene: Scene, frame: Frame, parts: list[ast.expr], text: str, held: Any
) -> Diagnosis | None:
    """A name or a number with decimals as an index."""
    named = next((one for one in parts if type(frame.value(one)) is str), None)
    if named is not None and not isinstance(named, ast.Constant):
        said, place = kind_of(frame.value(named)), row_of(scene, frame.value(named), len(held))
        return Diagnosis(
            f"`{text}` is an array; `{text_of(named)}` is {said}.",
            "An array is asked by whole numbers: the places of its rows. What a text names is looked up in a table."
            + (f" `{place[0]}` has it in its column {place[1]!r}." if place else ""),
            replaced(frame, named, f"{place[0]}[{place[1]!r}].tolist().index({text_of(named)})")
            if place
            else "",
            "Take the place of that row:" if place else "Look up the place that belongs to the text first.",
        )
    if named is not None:
        return Diagnosis(
            f"`{text}` is an array; `{text_of(named)}` is a name.",
            "An array is asked by numbers; names of columns belong to a table of pandas.",
            "",
            "Ask by the column's number, or keep the table.",
        )
    part = fraction_among(frame, parts)
    if part is None:
        return None
    whole = (
        text_of(ast.BinOp(part.left, ast.FloorDiv(), part.right))
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div)
        else f"int({text_of(part)})"
    )
    return Diagnosis(
        f"The index `{text_of(part)}` is a number with decimals.",
        "A place is a whole number; `/` gives decimals, also when it comes out even.",
        replaced(frame, part, whole),
        "Write:",
    )


def _panels(scene: Scene, frame: Frame, where: ast.Subscript, held: Any, value: int) -> Diagnosis | None:
    """`fig, axs = plt.subplots(1, 2)`, and then `axs[2]`: there are not so many axes."""
    flat = held.ravel() if held.dtype == object and held.size else []
    is_axes = len(flat) > 0 and type(flat[0]).__module__.startswith("matplotlib")
    if not is_axes or held.ndim != 1 or value < held.size:
        return None
    text, index = text_of(where.value), where.slice
    made = made_by_subplots(scene, text)
    wanted = rounds_of(source_tree(frame), text_of(index), frame.line) or str(value + 1)
    return Diagnosis(
        f"`{text}` has {counted(held.size, 'plot')}; `{text}[{value}]` would be number {value + 1}.",
        "`plt.subplots` makes as many as its rows times its columns.",
        made(wanted) if made is not None else "",
        "Make as many as are drawn:" if made is not None else "Ask `plt.subplots` for as many as are drawn.",
    )


def _no_such_place(
    frame: Frame, parts: list[ast.expr], text: str, sizes: tuple[int, ...]
) -> Diagnosis | None:
    """A number outside an axis."""
    for axis, (part, size) in enumerate(zip(parts, sizes, strict=False)):
        value = frame.value(part)
        if type(value) is not int or -size <= value < size:
            continue
        if size == 0:
            return Diagnosis(
                f"`{text}` is empty (shape {sizes}).",
                "Nothing is in it, so no place exists.",
                f"{text}.shape",
                "See where it is made:",
            )
        where = f" along axis {axis}" if len(sizes) > 1 else ""
        asked = (
            f"`{text_of(part)}` is {value}, which"
            if not isinstance(part, (ast.Constant, ast.UnaryOp))
            else f"index {value}"
        )
        return Diagnosis(
            f"`{text}` has {counted(size, 'item')}{where}; {asked} does not exist.",
            f"Counting begins at 0, so the last index is {size - 1}.",
            replaced(frame, part, "-1"),
            "The last item is:",
        )
    return None


def _other_mask(frame: Frame, parts: list[ast.expr], text: str, sizes: tuple[int, ...]) -> Diagnosis | None:
    """A mask of another shape than the array."""
    held = (frame.value(one) for one in parts)
    mask = next((one for one in held if is_array(one) and str(one.dtype) == "bool"), None)
    if mask is None:
        return None
    return Diagnosis(
        f"The mask has shape {shape(mask)}, the array `{text}` has shape {sizes}.",
        "A mask of true and false needs one for each item (or row).",
        f"{text}[{text} > 0]",
        "Make the mask from the array itself, like:",
    )


@rule(ValueError, needs="numpy")
def not_broadcast(scene: Scene) -> Diagnosis | None:
    """Arithmetic of two arrays whose shapes do not go together."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, (ast.BinOp, ast.AugAssign, ast.Compare)):
        return None
    if isinstance(node, ast.Compare):
        pair = (node.left, node.comparators[0])
    else:
        pair = (node.left, node.right) if isinstance(node, ast.BinOp) else (_parsed(node.target), node.value)
    a, b = (frame.value(one) for one in pair)
    a, b = (_sized(a), _sized(b))
    if a is None or b is None:
        return None
    left, right = text_of(pair[0]), text_of(pair[1])
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.MatMult):
        if len(a) < 1 or len(b) < 1 or a[-1] == b[-2 if len(b) > 1 else 0]:
            return None
        turned = f"{left} @ {right}.T" if len(b) > 1 and a[-1] == b[-1] else ""
        return Diagnosis(
            f"`{left}` has shape {a}, `{right}` has shape {b}: they cannot be multiplied as matrices.",
            f"The last size of the first ({a[-1]}) must equal the "
            f"{'second-last' if len(b) > 1 else 'only'} of the second ({b[-2 if len(b) > 1 else 0]}).",
            turned,
            "Turn the second round:" if turned else "Check which of the two has to be turned round (`.T`).",
            card="matrix-product",
        )
    if _fits(a, b):
        return None
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
        meant = classes_compared(frame, pair)
        if meant is not None:
            return meant
    fix, how = (
        "",
        "Check how the two were made: they should have the same shape, or size 1 where they differ.",
    )
    if len(a) == 2 and len(b) == 1 and a[0] == b[0]:
        fix, how = (
            replaced(frame, pair[1], f"{right}[:, None]"),
            f"To use one value of `{right}` for each row, make it a column:",
        )
    elif len(a) == 1 == len(b):
        fix, how = f"len({left}), len({right})", "Cut or fill one of them, so that both have the same length:"
    return Diagnosis(
        f"`{left}` has shape {a}, `{right}` has shape {b}: item by item they do not go together.",
        "From the last size backwards, the sizes must be equal, or one of them 1.",
        fix,
        how,
        card="broadcasting",
    )


def _sized(obj: Any) -> tuple[int, ...] | None:
    if is_array(obj):
        return shape(obj)
    return (len(obj),) if type(obj) in (list, tuple) else () if type(obj) in (int, float) else None


def _fits(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return all(
        one == other or 1 in (one, other) for one, other in zip(reversed(a), reversed(b), strict=False)
    )


@rule(ValueError, needs="numpy")
def uneven_rows(scene: Scene) -> Diagnosis | None:
    """`np.array` of lists of different lengths."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not call.args or "inhomogeneous" not in scene.message:
        return None
    held, text = frame.value(call.args[0]), text_of(call.args[0], 40) or "the list"
    if type(held) not in (list, tuple):
        return None
    if len(held) and all(is_array(one) and one.ndim > 1 for one in held):
        return _uneven_blocks(held, text)
    sizes = [
        len(one) if type(one) in (list, tuple) else len(one) if is_array(one) and one.ndim else 0
        for one in islice(held, 10_000)
    ]
    odd = next((i for i, size in enumerate(sizes) if size != sizes[0]), None)
    if odd is None:
        return None
    are_lists = all(type(one) is list for one in held)
    are_numbers = are_lists and all(type(value) in (int, float) for one in held[:200] for value in one[:50])
    if are_numbers and text.isidentifier():
        filled = f"[row + [0] * (longest - len(row)) for row in {text}]"
        return Diagnosis(
            f"The rows of `{text}` have different lengths: row 0 has {counted(sizes[0], 'item')}, row "
            f"{odd} has {sizes[odd]}.",
            "An array is a full rectangle: every row has as many items.",
            f"longest = max(len(row) for row in {text})\n{replaced(frame, call.args[0], filled)}",
            "Fill the short rows up, here with 0 (padding):",
        )
    return Diagnosis(
        f"The rows of `{text}` have different lengths: row 0 has {counted(sizes[0], 'item')}, row "
        f"{odd} has {sizes[odd]}.",
        "An array is a full rectangle: every row has as many items.",
        f"[len(row) for row in {text}]" if text.isidentifier() else "",
        "See the lengths, and fill up or cut the rows:"
        if text.isidentifier()
        else "Fill up or cut the rows to one length.",
    )


def _uneven_blocks(held: Any, text: str) -> Diagnosis | None:
    """Arrays of several dimensions, whose shapes differ."""
    shapes = [shape(one) for one in held[:10_000]]
    odd = next((i for i, one in enumerate(shapes) if one != shapes[0]), None)
    if odd is None:
        return None
    return Diagnosis(
        f"The arrays of `{text}` have different shapes: item 0 has {shapes[0]}, item {odd} has {shapes[odd]}.",
        "One array of them all needs items of one shape.",
        f"[one.shape for one in {text}]" if text.isidentifier() else "",
        "See the shapes, and fill up or cut the items to one (or keep them in a list)"
        + (":" if text.isidentifier() else "."),
    )


@rule(AttributeError, needs="numpy")
def gone_from_numpy(scene: Scene) -> Diagnosis | None:
    """`np.int`, `np.float`, `np.bool` and others that numpy has taken out."""
    found = re.search(
        r"module 'numpy' has no attribute '(\w+)'|`np\.(\w+)` was (?:removed|deprecated)", scene.message
    )
    wrong = (found[1] or found[2]) if found is not None else ""
    frame = scene.here
    if frame is None or wrong not in GONE:
        return None
    now, alias = GONE[wrong], "np"
    node = node_at(frame)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        alias = node.value.id
    now = now.replace("np.", f"{alias}.")
    own = scene.is_raised_by_learner or (len(scene.frames) > 1 and scene.frames[-2].is_learners)
    if not own or frame is None or not isinstance(node, ast.Attribute):
        file = scene.frames[-2].module.partition(".")[0] if len(scene.frames) > 1 else ""
        return (
            Diagnosis(
                f"The package `{file}` uses `np.{wrong}`, which numpy no longer has.",
                f"`{file}` was written for an older numpy.",
                f"%pip install -U {file}",
                "Take a newer version of it, then restart the kernel:",
                sure="likely",
            )
            if file
            else None
        )
    plain = "" if now.startswith((alias, "-")) else f" It was only another name for Python's own `{now}`."
    return Diagnosis(
        f"numpy has no `{alias}.{wrong}` any more (since version "
        f"{'2.0' if now.startswith((alias, '-')) else '1.24'}).",
        f"That version removed the name.{plain}",
        replaced(frame, node, now),
        "Write:",
    )
