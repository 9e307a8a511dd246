"""Methods that models have in Keras and scikit-learn, asked of a PyTorch model or a Learner."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene

# How other libraries name it, and what PyTorch and fastai have for it.
ELSEWHERE = {
    "save": ("torch.save({m}.state_dict(), {a})", "'model.pth'"),
    "save_weights": ("torch.save({m}.state_dict(), {a})", "'model.pth'"),
    "save_model": ("torch.save({m}.state_dict(), {a})", "'model.pth'"),
    "save_pretrained": ("torch.save({m}.state_dict(), {a})", "'model.pth'"),
    "save_state_dict": ("torch.save({m}.state_dict(), {a})", "'model.pth'"),
    "load": ("{m}.load_state_dict(torch.load({a}))", "'model.pth'"),
    "load_weights": ("{m}.load_state_dict(torch.load({a}))", "'model.pth'"),
    "load_model": ("{m}.load_state_dict(torch.load({a}))", "'model.pth'"),
    "load_dict": ("{m}.load_state_dict(torch.load({a}))", "'model.pth'"),
}


@rule(AttributeError, needs="torch")
def saved_as_elsewhere(scene: Scene) -> Diagnosis | None:
    """model.save, model.load, model.load_weights: Keras has them, a PyTorch model has not."""
    error, here = scene.error, scene.here
    node = here.node if here is not None else None
    if not isinstance(error, AttributeError) or here is None or not isinstance(node, ast.Attribute):
        return None
    name = node.attr
    owner = here.value(node.value)
    if name not in ELSEWHERE or error.name != name or not is_module(error.obj):
        return None
    text, given = ast.unparse(node.value), argument_of(scene, node)
    line, default = ELSEWHERE[name]
    if is_learner(owner):
        verb = "save" if name.startswith("save") else "load"
        return Diagnosis(
            f"A Learner has no `{name}`; fastai passed the question on to its model, which has none either.",
            f"Its own methods are `{text}.save` and `{text}.load` (and `{text}.export` for predictions).",
            f"{text}.{verb}({given or repr('stage-1')})",
            "Write:",
            card="saving-weights",
        )
    word = "saved" if name.startswith("save") else "loaded"
    return Diagnosis(
        f"`{text}` is a PyTorch model (`{type(error.obj).__name__}`), which has no method `{name}`.",
        f"Keras has it. In PyTorch the weights are {word} by functions of `torch`.",
        line.format(m=text, a=given or default),
        "Write:",
        card="saving-weights",
    )


def argument_of(scene: Scene, node: ast.Attribute) -> str:
    """The first argument of a call in the cell, as code."""
    for one in ast.walk(scene.tree) if scene.tree is not None else ():
        if isinstance(one, ast.Call) and ast.unparse(one.func) == ast.unparse(node) and one.args:
            return ast.unparse(one.args[0])
    return ""


ASKED = {
    "predict": "{m}.predict({a})",
    "predict_proba": "{m}.predict({a})",
    "predict_classes": "{m}.predict({a})",
    "evaluate": "{m}.validate()",
    "score": "{m}.validate()",
    "test_dl": "{m}.dls.test_dl({a})",
    "predict_batch": "{m}.get_preds(dl={m}.dls.test_dl({a}))",
}


@rule(AttributeError, needs="torch")
def asked_as_elsewhere(scene: Scene) -> Diagnosis | None:
    """model.predict, learn.evaluate, learn.predict_proba: Keras and scikit-learn have them."""
    error, here = scene.error, scene.here
    node = here.node if here is not None else None
    if not isinstance(error, AttributeError) or here is None or not isinstance(node, ast.Attribute):
        return None
    if node.attr not in ASKED or error.name != node.attr or not is_module(error.obj):
        return None
    owner, text = here.value(node.value), ast.unparse(node.value)
    given = ", ".join(_arguments(scene, node))
    if is_learner(owner):
        return Diagnosis(
            f"A Learner has no `{node.attr}`; fastai passed the question on to its model, which has none either.",
            "It has `predict` for one item, `get_preds` for many, `validate` for loss and metrics, and "
            "`dls.test_dl` for new items.",
            ASKED[node.attr].format(m=text, a=given or "item"),
            "Write:",
            card="predictions",
        )
    owner_name = next(
        (
            word
            for word, one in scene.live(object)
            if is_learner(one) and stored(one).get("model") is error.obj
        ),
        "",
    )
    if owner_name and node.attr.startswith("predict"):
        fix, how = f"{owner_name}.predict({given or 'item'})", "Ask the Learner:"
    elif node.attr.startswith("predict"):
        fix, how = (
            f"{text}.eval()\nwith torch.no_grad(): preds = {text}({given or 'x'})",
            "Call the model itself:",
        )
    else:
        return None
    return Diagnosis(
        f"`{text}` is a PyTorch model (`{type(error.obj).__name__}`), which has no method `{node.attr}`.",
        "Keras and scikit-learn have it. A PyTorch model is called like a function.",
        fix,
        how,
        card="predictions",
    )


def _arguments(scene: Scene, node: ast.Attribute) -> list[str]:
    for one in ast.walk(scene.tree) if scene.tree is not None else ():
        if isinstance(one, ast.Call) and ast.unparse(one.func) == ast.unparse(node):
            return [ast.unparse(given) for given in one.args]
    return []
