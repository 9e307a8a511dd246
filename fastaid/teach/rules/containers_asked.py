"""An empty dict asked to grow like a list, a list that is split though it is one already."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import code_of, near, node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

GROWING = ("append", "extend", "insert", "push", "add")


def _asked(scene: Scene) -> tuple[Frame, ast.Attribute] | None:
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    return (frame, node) if frame is not None and isinstance(node, ast.Attribute) else None


@rule(AttributeError)
def empty_dict_as_a_list(scene: Scene) -> Diagnosis | None:
    """`rows = {}`, and then `rows.append(row)`."""
    found = _asked(scene)
    obj = getattr(scene.error, "obj", None)
    if found is None or type(obj) is not dict or obj or found[1].attr not in GROWING:
        return None
    node, text = found[1], text_of(found[1].value)
    if not text or not isinstance(node.value, (ast.Name, ast.Attribute)):
        return None
    around = parent(node)
    given = ""
    if isinstance(around, ast.Call) and around.func is node:
        given = ", ".join(code_of(one) for one in around.args)
    elif isinstance(around, ast.Subscript) and around.value is node:
        given = code_of(around.slice)  # square brackets in place of the round ones
    word = "append" if node.attr in ("push", "add") else node.attr
    return Diagnosis(
        f"`{text}` is an empty dict; dicts have no `.{node.attr}`.",
        "`{}` makes an empty dict, which keeps values under keys; `[]` makes an empty list, which grows with "
        f"`{word}`.",
        f"{text} = []\n{text}.{word}({given or '…'})",
        f"Where `{text}` begins, make a list of it:",
    )


@rule(AttributeError)
def list_split(scene: Scene) -> Diagnosis | None:
    """`['a', 'b'].split()`: `split` makes a list, and here one stands already."""
    found = _asked(scene)
    obj = getattr(scene.error, "obj", None)
    if found is None or type(obj) is not list or not near(found[1].attr, ["split"], 0.8):
        return None
    frame, node = found
    around = parent(node)
    if not isinstance(node.value, (ast.List, ast.ListComp)) or not isinstance(around, ast.Call):
        return None
    return Diagnosis(
        f"`{text_of(node.value) or 'This'}` is a list; lists have no `.{node.attr}`.",
        "`split` cuts a text into a list of its words; here the list stands already.",
        replaced(frame, around, code_of(node.value)),
        "Leave it out:",
    )
