"""The last layer of a known network, asked for by the name that another network gives it."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

NAMES = (
    "fc",
    "classifier",
    "head",
    "heads",
    "last_linear",
    "linear",
    "last_layer",
    "fc1",
    "output",
    "final",
    "top",
)
LONGEST = 100


@rule(AttributeError, needs="torch")
def last_layer(scene: Scene) -> Diagnosis | None:
    """`m.fc` of a DenseNet, a ConvNeXt, a Learner's model: there the last layer has another name."""
    last, here = scene.last, scene.here
    node = here.node if here is not None else None
    if (
        last is None
        or here is None
        or (last.module, last.function) != ("torch.nn.modules.module", "__getattr__")
    ):
        return None
    model, name = last.names.get("self"), last.names.get("name")
    if not isinstance(node, ast.Attribute) or node.attr != name or name not in NAMES or not is_module(model):
        return None
    is_timm, is_body = type(model).__module__.startswith("timm."), _is_learners_model(scene, model)
    if scene.frames[-2] is not here or not (
        is_timm or is_body or type(model).__module__.startswith("torchvision.")
    ):
        return None
    path = path_to_last(model)
    if not path:
        return None
    text, kind = ast.unparse(node.value), type(model).__name__
    whose = "the model that fastai built for this Learner" if is_body else f"`{kind}`"
    return Diagnosis(
        f"`{text}` ({'an nn.Sequential of body and head' if is_body else kind}) has no `{name}`: in {whose} the last "
        f"layer is `{text}{path}`.",
        _why(scene, model, f"{text}.{name}", f"{text}{path}")
        if is_body
        else "Every architecture names it in its own way: `fc` in ResNet, `classifier` in VGG, DenseNet and MobileNet, "
        "`head` in many others.",
        _mended(here, node, text, path, is_timm=is_timm and hasattr(type(model), "reset_classifier")),
        "Give it a new last layer:" if _new_outputs(here, node) else "Write:",
        card="body-and-head",
    )


def _why(scene: Scene, model: Any, old: str, new: str) -> str:
    """What fastai did with the network; and that a new last layer is not needed."""
    last = [one for one in model.modules() if is_of(one, "torch.nn", "Linear")]
    outputs = f" with {last[-1].out_features} outputs, as many as the data need" if last else ""
    cause = f"fastai cut off the old last layer and put a head{outputs} in its place."
    given = [
        ast.unparse(one)
        for tree in (scene.tree,)
        if tree is not None
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for one in node.targets
    ]
    if old in given:
        cause += f" So nothing needs to be replaced; leave out `{old} = …`, which would add a layer behind the head."
        cause += f" (Where you want another one: `{new} = …`.)"
    return cause


def _is_learners_model(scene: Scene, model: Any) -> bool:
    if not is_of(model, "torch.nn", "Sequential") or library("fastai.learner") is None:
        return False
    return any(stored(one).get("model") is model for _, one in scene.live(library("fastai.learner").Learner))


def path_to_last(model: Any) -> str:
    """The code that leads from a network to its last layer: ".classifier[6]"."""
    modules = dict(model.named_modules())
    config = stored(model).get("default_cfg") or stored(model).get("pretrained_cfg")
    told = config.get("classifier") if isinstance(config, dict) else None
    found = told if isinstance(told, str) and told in modules else ""
    linear = [name for name, one in modules.items() if is_of(one, "torch.nn", "Linear")]
    found = found or (linear[-1] if linear else "")
    if not found:  # SqueezeNet ends with a convolution
        found = next(
            (
                name
                for name, one in reversed(modules.items())
                if name.startswith("classifier") and is_of(one, "torch.nn", "Conv2d")
            ),
            "",
        )
    return (
        "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in found.split(".")) if found else ""
    )


def _new_outputs(here: Frame, node: ast.Attribute) -> str:
    """What is given for the outputs of a new layer: `dls.c` of `m.fc = nn.Linear(m.fc.in_features, dls.c)`."""
    whole = statement(here)
    if not isinstance(whole, ast.Assign) or [ast.unparse(one) for one in whole.targets] != [
        ast.unparse(node)
    ]:
        return ""
    call = whole.value
    if not isinstance(call, ast.Call) or last_name(call.func) != "Linear":
        return ""
    given = here.argument(call, 1, "out_features")
    return ast.unparse(given) if given is not None else ""


def _mended(here: Frame, node: ast.Attribute, text: str, path: str, *, is_timm: bool) -> str:
    outputs, whole = _new_outputs(here, node), statement(here)
    if outputs and is_timm:
        return f"{text}.reset_classifier({outputs})"
    old, new = ast.unparse(node), f"{text}{path}"
    line = ast.unparse(whole) if isinstance(whole, (ast.Assign, ast.Expr)) else ""
    if line and len(line) < LONGEST and "\n" not in line:
        return (
            line.replace(f"{old}.", f"{new}.").replace(f"{old} =", f"{new} =") if f"{old}." in line else new
        )
    return replaced(here, node, new)
