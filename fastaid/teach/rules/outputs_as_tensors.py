"""`outputs.logits` where the model gave one tensor, and no object with several outputs."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import node_at, replaced, text_of
from fastaid.teach.scene import Scene

# What the objects hold that models of Hugging Face and of torchvision return.
OUTPUTS = ("logits", "last_hidden_state", "pooler_output", "prediction_logits", "start_logits", "end_logits")


@rule(AttributeError, needs="torch")
def tensor_asked_for_an_output(scene: Scene) -> Diagnosis | None:
    """`F.cross_entropy(out.logits, yb)` of a network that returns the logits themselves."""
    frame, obj = scene.here, getattr(scene.error, "obj", None)
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Attribute) or node.attr not in OUTPUTS or not is_tensor(obj):
        return None
    text = text_of(node.value)
    if not text:
        return None
    return Diagnosis(
        f"`{text}` is {described(obj)} already; it has no `{node.attr}`.",
        f"Models of Hugging Face return an object with several outputs, `{node.attr}` among them. This model returns "
        "one tensor.",
        replaced(frame, node, text),
        "Use the tensor itself:",
        card="loss-function",
    )
