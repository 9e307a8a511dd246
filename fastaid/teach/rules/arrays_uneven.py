"""Lists handed to numpy or torch: rows of different lengths made in the line, and an index of several axes."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, code_of, node_at, replaced, statement_at, text_of
from fastaid.teach.scene import Scene

SHAPE = re.compile(
    r"detected shape was \((\d+),\) \+ inhomogeneous|expected sequence of length (\d+) at dim 1"
)
OF_TEXTS = ("split", "strip", "lower", "str", "words", "tokenize")


@rule(ValueError, needs="numpy")
def rows_made_here(scene: Scene) -> Diagnosis | None:
    """`np.array([np.arange(n) for n in sizes])`."""
    frame, found = scene.here, SHAPE.search(scene.message)
    call = call_at(frame) if frame is not None and found is not None else None
    if frame is None or found is None or call is None or not call.args:
        return None
    node = call.args[0]
    makers = (
        ("array", "asarray") if found[1] else ("tensor", "as_tensor", "Tensor", "FloatTensor", "LongTensor")
    )
    if last_name(call.func) not in makers or not isinstance(node, ast.ListComp):
        return None
    text, made = text_of(node), code_of(node)
    names = {last_name(one.func) for one in ast.walk(node.elt) if isinstance(one, ast.Call)}
    is_text = bool(names & {*OF_TEXTS}) or any(
        isinstance(one, ast.Constant) and isinstance(one.value, str) for one in ast.walk(node.elt)
    )
    maker = ast.unparse(call.func)
    rest = "".join(f", {ast.unparse(one)}" for one in (*call.args[1:], *call.keywords))
    if found[1]:
        pad = re.sub(r"\w+$", "pad", maker)
        new = f"{maker}([{pad}(one, (0, longest - len(one))) for one in rows]{rest})"
        lines = f"rows = {made}\nlongest = max(len(one) for one in rows)\n{replaced(frame, call, new)}"
    else:
        new = f"torch.nn.utils.rnn.pad_sequence([{maker}(one{rest}) for one in rows], batch_first=True)"
        line = statement_at(frame)
        is_whole = isinstance(line, ast.Assign) and ast.unparse(line.value) == ast.unparse(call)
        target = (
            f"{ast.unparse(line.targets[0])} = {new}" if is_whole and isinstance(line, ast.Assign) else ""
        )
        lines = f"rows = {made}\n{target or replaced(frame, call, new)}"
    fits = bool(made) and not is_text and "." in maker
    count = counted(int(found[1]), "row") if found[1] else "rows"
    return Diagnosis(
        f"{f'`{text}`' if text else 'The list'} makes {count} of different lengths.",
        f"{'An array' if found[1] else 'A tensor'} is a full rectangle: every row has as many items.",
        lines if fits else "",
        "Fill the short rows up with 0 (or keep the list as it is):"
        if fits
        else "Fill the rows up or cut them to one length, or keep the list as it is.",
    )


@rule(ValueError, IndexError, TypeError, needs="numpy")
def list_as_index(scene: Scene) -> Diagnosis | None:
    """`data[ranges]` where `ranges` is a list of slices and arrays, one for each axis."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    data, index = frame.value(node.value), frame.value(node.slice)
    if not (is_array(data) or is_tensor(data)) or type(index) is not list or len(index) < 2:
        return None
    if not any(isinstance(one, slice) or one is None or one is Ellipsis for one in index):
        return None
    text, key = text_of(node.value), text_of(node.slice, 40)
    if not text or not key:
        return None
    return Diagnosis(
        f"`{key}` is a list of {len(index)} indices ({_kinds(index)}), and was used to index `{text}`.",
        "A list in square brackets is taken for one index, an array of rows. Several axes need a tuple.",
        replaced(frame, node.slice, f"tuple({key})"),
        "Make a tuple of it:",
        card="indexing-and-masks" if is_tensor(data) else "",
    )


def _kinds(index: list[Any]) -> str:
    """What stands in a list of indices, each kind once."""
    words = []
    for one in index:
        is_list = is_array(one) or is_tensor(one) or isinstance(one, list)
        words.append("a slice" if isinstance(one, slice) else "an array" if is_list else "a number")
    return " and ".join(dict.fromkeys(words))
