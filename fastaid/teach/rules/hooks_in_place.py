"""Hooks on the gradients of layers, and layers that overwrite what they get."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.layer_calls import failing_layer
from fastaid.teach.scene import Scene


@rule(RuntimeError, needs="torch")
def layer_after_a_hook(scene: Scene) -> Diagnosis | None:
    """`register_full_backward_hook` on a layer whose output an in-place ReLU overwrites (Grad-CAM)."""
    if "BackwardHookFunction" not in scene.message or "modified inplace" not in scene.message:
        return None
    what = "A layer with a hook on its gradients gave its output to an operation that overwrites it."
    cause = "The hook stands at that output; overwritten in place, it would get wrong gradients, so PyTorch refuses."
    failed = failing_layer(scene)
    if failed is not None and stored(failed.layer).get("inplace") is True and is_module(failed.model):
        name = (failed.called_with() or "model").partition("(")[0]
        layer = f"nn.{type(failed.layer).__name__}(inplace=True)"
        again = failed.called_with()
        return Diagnosis(
            f"A layer with a hook on its gradients gave its output to `{layer}`, which overwrites it.",
            cause,
            f"for m in {name}.modules():\n    if hasattr(m, 'inplace'):\n        m.inplace = False"
            + (f"\n{again}" if again else ""),
            "Let the layers make new tensors, before the model runs:",
            card="in-place-methods",
        )
    here = scene.here
    node = (
        here.node if here is not None and scene.last in (here, scene.within("torch.nn.functional")) else None
    )
    if isinstance(node, ast.AugAssign):
        sign = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}.get(type(node.op), "")
        text = ast.unparse(node.target)
        line = f"{text} = {text} {sign} {ast.unparse(node.value)}" if sign else ""
    elif isinstance(node, ast.Call):
        kept = [one for one in node.keywords if one.arg != "inplace"]
        func = ast.unparse(node.func)
        line = ast.unparse(ast.Call(ast.Name(func.removesuffix("_")), node.args, kept))
        if line == ast.unparse(node):
            return None
    else:
        return None
    if not line:
        return None
    return Diagnosis(
        what,
        f"{cause} Here it is `{ast.unparse(node)}`.",
        line,
        "Make a new tensor instead:",
        card="in-place-methods",
    )
