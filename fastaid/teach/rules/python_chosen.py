"""Lists that are asked for several items at once, as only arrays and tensors can be."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, dtype, is_array, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.operands import operand
from fastaid.teach.rules.python_shapes import failed_at
from fastaid.teach.rules.python_source import kind_of, node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

REFUSED = (
    r"only integer (scalar arrays|tensors of a single element)|"
    r"(list|tuple|string|range) indices must be integers( or slices)?, not '?(list|tuple|Series|Index|L|range|set)\b"
)
ARRAYS = {"scalar arrays": "an array", "tensors of a single element": "a tensor"}
SEQUENCES = (list, tuple, str, range)


@rule(TypeError)
def several_of_a_list(scene: Scene) -> Diagnosis | None:
    """`files[idxs]` with a list: only arrays and tensors take several indices, or a mask."""
    frame = failed_at(scene, REFUSED)
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Subscript) or isinstance(node.slice, (ast.Tuple, ast.Slice)):
        return None
    held = frame.value(ast.parse(ast.unparse(node.value), mode="eval").body)
    text, asked = ast.unparse(node.value), ast.unparse(node.slice)
    if (held is not UNKNOWN and not isinstance(held, SEQUENCES)) or max(len(text), len(asked)) > 70:
        return None
    key = operand(frame, node.slice).value
    if isinstance(key, (int, str)):
        return None
    found = re.search(REFUSED, scene.message)
    kind = _kind(key, found)
    takers = "arrays and tensors" if "tensor" in kind else "arrays"
    own = kind_of(held) if held is not UNKNOWN else "a list"
    is_mask = _is_mask(key, node.slice)
    return Diagnosis(
        f"`{text}` is {own}, and `{asked}` is {kind}: {'a yes or no for each item' if is_mask else 'several places'}.",
        f"A list gives one item for one whole number, or a slice. Only {takers} take "
        + ("a mask." if is_mask else "many indices at once."),
        _line(frame, node, text, asked, key, is_mask),
        "Take the items one by one:",
    )


def _kind(key: Any, found: re.Match[str] | None) -> str:
    """What stands in the brackets, in a few words."""
    if is_tensor(key):  # it may be a stand-in, on no device
        return f"a {dtype(key)} tensor of shape {shape(key)}".replace("a int", "an int")
    if key is not UNKNOWN:
        return described(key)
    return ARRAYS.get((found[1] if found else "") or "", f"a {(found[4] if found else '') or 'list'}")


def _is_mask(key: Any, node: ast.expr) -> bool:
    if is_tensor(key) or is_array(key) or is_of(key, "pandas", "Series"):
        return dtype(key) == "bool"
    if isinstance(key, (list, tuple)):
        return bool(key) and all(type(one) is bool for one in key)
    return key is UNKNOWN and isinstance(node, ast.Compare)


def _line(frame: Frame, node: ast.Subscript, text: str, asked: str, key: Any, is_mask: bool) -> str:
    words = set(re.findall(r"\w+", text))
    i = next(one for one in ("i", "j", "k", "n_i") if one not in words)
    is_whole = not ((is_tensor(key) or is_array(key)) and "float" in dtype(key))
    place = i if is_whole else f"int({i})"
    if isinstance(node.ctx, ast.Store):
        statement = getattr(node, "parent", None)
        value = text_of(statement.value) if isinstance(statement, ast.Assign) else ""
        if is_mask or not value:
            return ""
        return f"for {i} in {asked}:\n    {text}[{place}] = {value}"
    if (is_tensor(key) or is_array(key)) and not key.shape:
        return replaced(frame, node, f"{text}[int({asked})]")
    if is_mask:
        return _whole(frame, node, f"[o for o, keep in zip({text}, {asked}) if keep]")
    return _whole(frame, node, f"[{text}[{place}] for {i} in {asked}]")


def _whole(frame: Frame, node: ast.Subscript, new: str) -> str:
    """The line with the new expression, also where it is long."""
    line = getattr(node, "parent", None)
    if isinstance(line, ast.Assign) and line.value is node:
        return f"{' = '.join(ast.unparse(one) for one in line.targets)} = {new}"
    return replaced(frame, node, new)
