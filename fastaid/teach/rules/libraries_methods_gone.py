"""Methods that newer versions of Pillow and scikit-learn have taken out of their objects."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import node_at, replaced
from fastaid.teach.scene import Scene

PILLOW_10 = "Pillow 10"
# Of a class's method: what to write, with {o} for the object and {a} for its arguments; which version took it out;
# what is to be known.
BOX = " A box is (left, top, right, bottom): its last two numbers are the width and the height."
GONE = {
    ("ImageDraw", "textsize"): ("{o}.textbbox((0, 0), {a})[2:]", PILLOW_10, BOX),
    ("ImageDraw", "multiline_textsize"): ("{o}.multiline_textbbox((0, 0), {a})[2:]", PILLOW_10, BOX),
    ("FreeTypeFont", "getsize"): ("{o}.getbbox({a})[2:]", PILLOW_10, BOX),
    ("FreeTypeFont", "getoffset"): ("{o}.getbbox({a})[:2]", PILLOW_10, BOX),
    ("ImageFont", "getsize"): ("{o}.getbbox({a})[2:]", PILLOW_10, BOX),
    ("TransposedFont", "getsize"): ("{o}.getbbox({a})[2:]", PILLOW_10, BOX),
    ("Image", "tostring"): ("{o}.tobytes({a})", "Pillow 3", ""),
    ("Image", "fromstring"): ("{o}.frombytes({a})", "Pillow 3", ""),
}


@rule(AttributeError)
def method_gone(scene: Scene) -> Diagnosis | None:
    """`draw.textsize(text)`, `vectorizer.get_feature_names()`: methods of older books."""
    frame, held = scene.here, getattr(scene.error, "obj", None)
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or held is None or isinstance(held, type) or not isinstance(node, ast.Attribute):
        return None
    found = _now(held, node.attr)
    call = parent(node)
    if found is None or not isinstance(call, ast.Call) or call.func is not node:
        return None
    form, version, more = found
    given = [ast.unparse(one) for one in call.args]
    given += [f"{one.arg}={ast.unparse(one.value)}" if one.arg else ast.unparse(one) for one in call.keywords]
    new = form.format(o=ast.unparse(node.value), a=", ".join(given))
    name = form.split(".")[1].split("(")[0]
    return Diagnosis(
        f"`{ast.unparse(node.value)}` has no `{node.attr}` any more.",
        f"{version} removed this method of `{type(held).__name__}`; today `{name}` does it.{more}",
        replaced(frame, call, new),
        "Write:",
    )


def _now(held: Any, name: str) -> tuple[str, str, str] | None:
    for kind in type(held).__mro__:
        if kind.__module__.startswith("PIL.") and (kind.__name__, name) in GONE:
            return GONE[kind.__name__, name]
        is_names = kind.__module__.startswith("sklearn.") and name == "get_feature_names"
        if is_names and hasattr(kind, "get_feature_names_out"):
            return "{o}.get_feature_names_out({a})", "scikit-learn 1.2", ""
    return None
