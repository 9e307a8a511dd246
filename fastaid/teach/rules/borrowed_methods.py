"""Methods that models have in Keras and scikit-learn, asked of a PyTorch model or a Learner."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_module, is_of, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import functional
from fastaid.teach.rules.loaders_unpacked import is_loader
from fastaid.teach.rules.python_source import call_at
from fastaid.teach.rules.step import last_linear
from fastaid.teach.scene import Frame, Scene

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


@rule(TypeError, ValueError, needs="torch")
def mode_as_training(scene: Scene) -> Diagnosis | None:
    """`model.train(train_dl, epochs=3)`, `model.eval(x)`: they only switch the mode."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    owner, verb, text = here.value(call.func.value), call.func.attr, ast.unparse(call.func.value)
    if not (is_module(owner) or is_learner(owner)) or not (call.args or call.keywords):
        return None
    model = stored(owner).get("model") if is_learner(owner) else owner
    # A class of the learner's may have another one.
    if verb not in ("train", "eval") or getattr(type(model), verb, 0) is not getattr(
        library("torch.nn").Module, verb
    ):
        return None
    words = {one.arg: one.value for one in call.keywords if one.arg}
    if verb == "eval":
        given = ast.unparse((call.args or list(words.values()))[0])
        called = f"{text}.model" if is_learner(owner) else text
        fix, how = (
            f"{text}.eval()\nwith torch.no_grad(): preds = {called}({given})",
            "Then call the model itself:",
        )
    else:
        fix = _trained(scene, here, owner, text, _epochs(here, call, words), call)
        how = "With a Learner it is `fit`:" if is_learner(owner) else "The training is a loop:"
        how = "A Learner trains it:" if "Learner(" in fix else how
    cause = "trains nothing (in Keras that is `fit`)" if verb == "train" else "predicts nothing"
    return Diagnosis(
        f"`{text}.{verb}` only switches the model to {'training' if verb == 'train' else 'evaluation'} mode, and "
        f"{cause}.",
        "It sets how dropout and batch normalization behave; it takes no data"
        + (" and no epochs." if verb == "train" else "."),
        fix,
        how,
        card="train-and-eval-mode",
    )


def _epochs(here: Frame, call: ast.Call, words: dict[str, ast.expr]) -> str:
    named = next((node for name, node in words.items() if "epoch" in name), None)
    number = next((one for one in call.args if type(here.value(one)) is int), None)
    return ast.unparse(named or number or ast.Constant(3))


def _trained(scene: Scene, here: Frame, owner: Any, text: str, epochs: str, call: ast.Call) -> str:
    if is_learner(owner):
        return f"{text}.fit_one_cycle({epochs})"
    loader = next((one for one in call.args if is_loader(here.value(one))), None)
    live = [(name, held) for name, held in scene.live(object) if is_loader(held)]
    name, held = (
        (ast.unparse(loader), here.value(loader)) if loader is not None else (live or [("", None)])[0]
    )
    loss = _loss(scene, owner, held)
    dls = next((word for word, one in scene.live(object) if is_dls(one)), "")
    if dls and loader is None:
        return f"learn = Learner({dls}, {text}, loss_func={loss})\nlearn.fit_one_cycle({epochs})"
    opt = next((word for word, one in scene.live(object) if is_of(one, "torch.optim", "Optimizer")), "")
    made = [] if opt else [f"opt = torch.optim.Adam({text}.parameters())"]
    lines = [
        *made,
        f"{text}.train()",
        f"for epoch in range({epochs}):",
        f"    for xb, yb in {name or 'train_dl'}:",
        f"        loss = {loss}({text}(xb), yb)",
        f"        loss.backward(); {opt or 'opt'}.step(); {opt or 'opt'}.zero_grad()",
    ]
    return "\n".join(lines)


def _loss(scene: Scene, model: Any, loader: Any) -> str:
    """The learner's loss function, or the one that the targets ask for."""
    own = next((name for name, one in scene.live(object) if is_of(one, "torch.nn.modules.loss", "_Loss")), "")
    tensors: Any = stored(stored(loader).get("dataset")).get("tensors") or ()
    targets = tensors[-1] if tensors and is_tensor(tensors[-1]) else None
    layer = last_linear(model)
    is_number = (
        targets.is_floating_point() if targets is not None else layer is not None and layer.out_features == 1
    )
    return own or f"{functional(scene)}.{'mse_loss' if is_number else 'cross_entropy'}"
