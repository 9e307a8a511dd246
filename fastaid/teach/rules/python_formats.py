"""Values written into a text with a format that their type does not know: `f'{losses:.2f}'` of a list."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_none import formatted
from fastaid.teach.rules.python_source import text_of
from fastaid.teach.scene import Scene


@rule(TypeError)
def several_for_one(scene: Scene) -> Diagnosis | None:
    """A list, a dict or an array, where a format such as `.2f` wants one number."""
    frame = scene.here
    if frame is None or not scene.is_raised_by_learner or "__format__" not in scene.message:
        return None
    for node in formatted(frame):
        held = frame.value(node)
        is_several = type(held) in (list, tuple, dict, set)
        if not is_several and not (is_array(held) and held.ndim):
            continue
        text, digits = text_of(node), _digits(node)
        items = f"{text}.values()" if type(held) is dict else text
        each = f"[f'{{one:{digits}}}' for one in {items}]"
        return Diagnosis(
            f"`{text}` is {described(held)}; `{digits}` writes one number.",
            "A format such as this belongs to a single number, not to several at once.",
            f"{text}.round(2)" if is_array(held) else f"print({each})",
            "All of them, rounded:" if is_array(held) else "Write each of them:",
        )
    return None


def _digits(node: ast.expr) -> str:
    """The format that stands behind a value, ".2f"."""
    around = getattr(node, "parent", None)
    spec = around.format_spec if isinstance(around, ast.FormattedValue) else None
    parts = spec.values if isinstance(spec, ast.JoinedStr) else []
    text = "".join(str(one.value) for one in parts if isinstance(one, ast.Constant))
    return text or ".2f"
