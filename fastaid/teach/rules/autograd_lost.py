"""A loss that no gradient can come from: where on its way the record was cut."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.autograd_classes import loss_of_classes
from fastaid.teach.rules.autograd_decorated import called_for, decorated_function
from fastaid.teach.rules.autograd_places import (
    compared,
    is_data,
    loss_without_places,
    mean_place,
    of_mean_place,
    places_taken,
)
from fastaid.teach.rules.autograd_steps import in_place_of, steps_that_rebind
from fastaid.teach.rules.code import above, assigned, calls_in, names_in, tree_of
from fastaid.teach.rules.step import is_own, learner_in, learner_name, models_in, source_of
from fastaid.teach.scene import Frame, Scene

# What ends the record, and why.
CUTS = {
    "item": "item() takes a plain number out of the tensor",
    "detach": "detach() cuts the tensor off from its calculation",
    "numpy": "numpy() leaves PyTorch",
    "tolist": "tolist() leaves PyTorch",
    "argmax": "argmax gives class numbers, which do not change smoothly and have no gradient",
    "round": "rounding has no useful gradient",
    "long": "whole numbers have no gradient",
    "int": "whole numbers have no gradient",
    "accuracy": "accuracy counts right answers, and a count has no gradient",
    "error_rate": "error_rate counts wrong answers, and a count has no gradient",
    "tensor": "torch.tensor(…) makes a new tensor that knows nothing of the calculation",
    "Tensor": "torch.Tensor(…) makes a new tensor that knows nothing of the calculation",
}
OFF = ("no_grad", "inference_mode")


def _lost(scene: Scene) -> bool:
    return scene.within("torch.autograd") is not None and "require grad" in scene.message


@rule(RuntimeError, needs="torch")
def gradients_are_off(scene: Scene) -> Diagnosis | None:
    """The loss was calculated where no gradients are recorded: torch.no_grad()."""
    if not _lost(scene):
        return None
    torch = library("torch")
    if not torch.is_grad_enabled():
        return Diagnosis(
            "Recording of gradients is switched off in this notebook.",
            "torch.set_grad_enabled(False) was called and holds until it is taken back; so the loss has no gradient.",
            "torch.set_grad_enabled(True)",
            "Switch it on again before training:",
            card="gradient",
        )
    for tree, line in _history(scene):
        # A step of the weights belongs under no_grad.
        for one in above(tree, line) if ".grad" not in ast.unparse(line) else ():
            if isinstance(one, ast.With) and any(
                name in OFF for item in one.items for name, _ in calls_in(item)
            ):
                text = ast.unparse(one.items[0].context_expr)
                if isinstance(line, ast.expr):
                    return Diagnosis(
                        f"`{ast.unparse(line)}` was calculated under `with {text}:`.",
                        f"`{text}` stops the recording that backward() needs, so there is no gradient.",
                        f"with torch.enable_grad():  # in place of {text}",
                        "Gradients must be on where the model runs: take that line away, or turn them on:",
                        card="gradient",
                    )
                return Diagnosis(
                    f"`{ast.unparse(line)}` stands under `with {text}:`.",
                    f"`{text}` stops the recording that backward() needs, so the loss has no gradient.",
                    ast.unparse(line),
                    f"Calculate predictions and loss outside of it; `{text}` is for validation and for updating "
                    "weights:",
                    card="gradient",
                )
    return decorated_function(scene, _history(scene, is_whole=True)) or _forward_is_off(scene)


def _forward_is_off(scene: Scene) -> Diagnosis | None:
    learn = learner_in(scene)
    models: list[Any] = (
        [stored(learn).get("model")] if learn is not None else [held for _, held in models_in(scene)]
    )
    for model in models:
        for part in model.modules() if is_module(model) else ():
            kind = type(part)
            tree = source_of(kind.forward) if kind.__module__ == "__main__" else None
            if not isinstance(tree, ast.FunctionDef):
                continue
            marks = [ast.unparse(one) for one in tree.decorator_list]
            found = next((one for one in marks if any(name in one for name in OFF)), "")
            if found:
                return Diagnosis(
                    f"`{kind.__name__}.forward` is marked with `@{found}`.",
                    f"`{found}` stops the recording that backward() needs, so nothing can be learned through "
                    "this model.",
                    f"def forward({ast.unparse(tree.args)}):  # without @{found}",
                    "Take the decorator away, and write `with torch.no_grad():` where you validate:",
                    card="gradient",
                )
    return None


@rule(RuntimeError, needs="torch")
def all_frozen(scene: Scene) -> Diagnosis | None:
    """Every parameter of the model is frozen."""
    if not _lost(scene) or not library("torch").is_grad_enabled():
        return None
    learn = learner_in(scene)
    if learn is not None:
        model: Any = stored(learn).get("model")
        name = f"{learner_name(scene, learn)}.model"
        fix = f"{learner_name(scene, learn)}.unfreeze()"
    else:
        name, model = _model_of_loss(scene)
        fix = f"{name}.requires_grad_(True)"
    parameters = list(model.parameters()) if is_module(model) else []
    if not parameters or any(one.requires_grad for one in parameters):
        return None
    return Diagnosis(
        f"All {len(parameters)} parameter tensors of `{name}` have requires_grad=False: everything is frozen.",
        "With nothing to train there is no gradient to calculate, so the loss has none. "
        + (
            "freeze_to(n) freezes the layer groups before n; there are too few groups here."
            if _froze(scene)
            else ""
        ),
        fix,
        "Unfreeze it" + (":" if learn is not None else ", or the part that shall learn (the last layer):"),
        card="freeze-and-unfreeze",
    )


def _froze(scene: Scene) -> bool:
    return "freeze_to" in scene.cell


def _model_of_loss(scene: Scene) -> tuple[str, Any]:
    frame = scene.here
    if frame is None:
        return "", None
    words = {"loss"}
    for _, line in _history(scene):
        words |= names_in(line)
    for word in sorted(words):
        held = frame.names.get(word, scene.names.get(word))
        if is_module(held) and any(True for _ in held.parameters()):
            return word, held
    return "", None


@rule(RuntimeError, needs="torch")
def cut_on_the_way(scene: Scene) -> Diagnosis | None:
    """Something between the predictions and the loss ends the record: argmax, item, detach, a new tensor."""
    if not _lost(scene):
        return None
    for tree, line in _history(scene):
        cut = _cut(scene, line)
        better = _classes(scene, tree, line)
        if cut is None or any(isinstance(one, ast.With) for one in above(tree, line)):
            continue
        text, why, better = (*cut[:2], better or cut[2])
        if "softmax(" in better and " @ torch.arange(" in better:
            return of_mean_place(text, better)
        return Diagnosis(
            f"The loss has no gradient: `{text}` ends the record of the calculation.",
            f"{why}, so backward() cannot get from the loss to the weights.",
            better or ast.unparse(line),
            "Calculate the loss from the model's raw outputs"
            + (" (for classes, cross-entropy):" if "cross_entropy" in better else ":")
            if better
            else "Calculate the loss without it, from the model's raw outputs; here it stands in:",
            sure="certain" if better else "likely",
            card="gradient",
        )
    return None


def _classes(scene: Scene, tree: ast.AST, line: ast.AST) -> str:
    found = [call for name, call in calls_in(line) if name in CUTS]
    is_argmax = bool(found) and ast.unparse(found[0].func).endswith("argmax")
    if not is_argmax:
        return loss_without_places(scene, tree, line)
    return mean_place(scene, tree, line, found[0]) or loss_of_classes(scene, tree, line, found[0])


def _cut(scene: Scene, line: ast.AST) -> tuple[str, str, str] | None:
    for name, call in calls_in(line):
        if name not in CUTS or (
            name in ("long", "int", "tensor", "Tensor") and not _holds_result(scene, call)
        ):
            continue
        better = ""
        if name in ("item", "detach") and isinstance(call.func, ast.Attribute):
            better = ast.unparse(line).replace(ast.unparse(call), ast.unparse(call.func.value), 1)
        if name in ("tensor", "Tensor") and call.args:
            better = ast.unparse(line).replace(ast.unparse(call), ast.unparse(_bare(call.args[0])), 1)
        if name in ("accuracy", "error_rate") and len(call.args) > 1:
            better = f"loss = F.cross_entropy({ast.unparse(call.args[0])}, {ast.unparse(call.args[1])})"
        return ast.unparse(call), CUTS[name], better
    taken = places_taken(line)
    if taken is not None:
        return taken[0], "The places that it gives are whole numbers, which have no gradient", ""
    for node in ast.walk(line):
        if isinstance(node, ast.Attribute) and node.attr == "data" and isinstance(node.ctx, ast.Load):
            text = ast.unparse(node)
            return (
                text,
                ".data cuts the tensor off from its calculation",
                ast.unparse(line).replace(text, ast.unparse(node.value), 1),
            )
    for node in compared(line):
        better = "loss = F.cross_entropy(preds, targets)"
        return ast.unparse(node), "A comparison gives true or false, which has no gradient", better
    return None


def _bare(node: ast.expr) -> ast.expr:
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "float"
        and node.args
    ):
        return _bare(node.args[0])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "item":
        return node.func.value
    return node


def _holds_result(scene: Scene, call: ast.Call) -> bool:
    # `torch.tensor([1., 2.])` is data; of a name or a call it may be the cut.
    if isinstance(call.func, ast.Attribute) and call.func.attr in ("long", "int"):
        return isinstance(call.func.value, ast.Call)
    if call.args and is_data(scene, call.args[0]):
        return False
    return any(
        isinstance(one, (ast.Name, ast.Call, ast.BinOp, ast.List)) and names_in(one) for one in call.args[:1]
    )


def _history(scene: Scene, is_whole: bool = False) -> Iterator[tuple[ast.AST, ast.AST]]:
    """The lines that the loss came from, the nearest first, each with the tree that it stands in."""
    learn = learner_in(scene)
    if learn is not None:
        func = stored(learn).get("loss_func")
        tree: ast.AST | None = source_of(func) if is_own(scene, func) else None
        pred: Any = stored(learn).get("pred")
        if tree is not None and is_tensor(pred) and pred.requires_grad:
            for node in ast.walk(tree):
                if isinstance(node, (ast.Return, ast.Assign)):
                    yield tree, node
            if isinstance(tree, ast.Lambda):
                yield tree, tree.body
        return
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not isinstance(call.func, ast.Attribute):
        return
    tree = tree_of(scene, frame)
    if tree is None:
        return
    if not isinstance(call.func.value, ast.Name):
        yield tree, call.func.value
    yield from _lines_of(tree, call.func.value, getattr(call, "lineno", 0), is_whole)
    yield from _called(scene, frame, call.func.value, tree)


def _lines_of(
    tree: ast.AST, node: ast.expr, before: int, is_whole: bool = False
) -> Iterator[tuple[ast.AST, ast.AST]]:
    waiting, seen = sorted(names_in(node)), set[str]()
    while waiting and len(seen) < 12:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        lines = assigned(tree, name)
        # The targets and inputs are no way to the weights: a `yb = yb.long()` cuts nothing.
        for line in reversed([one for one in lines if one.lineno <= before] or lines):
            yield tree, line
            value = getattr(line, "value", None)
            ways = sorted(names_in(value)) if is_whole else _ways(value)
            waiting += [one for one in ways if one not in seen]
            # `out = out / 9` leads to the line before it that made `out`.
            if name not in ways and not isinstance(line, ast.AugAssign):
                break


def _ways(value: ast.expr | None) -> list[str]:
    # Of `loss_func(preds, yb)` only the first argument leads back to the model.
    if isinstance(value, ast.Call) and len(value.args) == 2 and not value.keywords:
        return sorted(names_in(value.args[0]))
    return sorted(names_in(value))


def _called(scene: Scene, frame: Frame, node: ast.expr, tree: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    # Functions of the learner's that the loss was calculated with.
    for function in called_for(
        scene, frame, [line for _, line in _lines_of(tree, node, node.lineno)] + [node]
    ):
        inner = source_of(function)
        for part in ast.walk(inner) if inner is not None else ():
            if isinstance(part, (ast.Return, ast.Assign)):
                yield inner, part  # type: ignore[misc]


@rule(RuntimeError, needs="torch")
def nothing_requires_grad(scene: Scene) -> Diagnosis | None:
    """No tensor that the loss was calculated from requires a gradient."""
    frame = scene.here
    if not _lost(scene) or learner_in(scene) is not None or frame is None or frame.call is None:
        return None
    tree = tree_of(scene, frame)
    func = frame.call.func
    if tree is None or not isinstance(func, ast.Attribute):
        return None
    if any(_cut(scene, line) is not None for _, line in _history(scene)):
        return None
    lines = [line for _, line in _history(scene, is_whole=True)]
    words = {word for line in lines for word in names_in(line)} - {ast.unparse(func.value)}
    held = {word: frame.names.get(word, scene.names.get(word)) for word in sorted(words)}
    if any(is_module(one) for one in held.values()) or not lines:
        return None
    tensors = {
        word: one
        for word, one in held.items()
        if is_tensor(one) and one.is_floating_point() and one.grad_fn is None
    }
    if not tensors or any(one.requires_grad for one in tensors.values()):
        return None
    found = _rebound(tree, tensors)
    begun = {word: one for word, one in tensors.items() if not _is_made_of(tree, word, tensors)}
    return found if found is not None or not begun else _forgotten(begun)


def _is_made_of(tree: ast.AST, word: str, tensors: dict[str, Any]) -> bool:
    return any(
        names_in(getattr(line, "value", None)) & (tensors.keys() - {word}) for line in assigned(tree, word)
    )


def _rebound(tree: ast.AST, tensors: dict[str, Any]) -> Diagnosis | None:
    found = steps_that_rebind(tree, set(tensors))
    if not found:
        return None
    words = list(dict.fromkeys(ast.unparse(line.targets[0]) for line in found))
    is_one = len(words) == 1
    return Diagnosis(
        f"{listed(f'`{ast.unparse(line)}`' for line in found[:4])} made "
        f"{'a new tensor' if is_one else 'new tensors'} {listed(f'`{word}`' for word in words[:4])} that "
        f"{'does' if is_one else 'do'} not require a gradient.",
        "Made without recording (no_grad, .data), a new tensor has no requires_grad; the next loss then has "
        "nothing to be derived by.",
        in_place_of(found),
        f"Change the old {'tensor' if is_one else 'tensors'} in place, and zero the "
        f"{'gradient' if is_one else 'gradients'} for the next round:",
        card="gradient",
    )


def _forgotten(tensors: dict[str, Any]) -> Diagnosis:
    # What looks like a parameter: few numbers, short names such as w, b, params.
    likely = [
        word
        for word in tensors
        if word.lower().startswith(("w", "b", "param", "theta", "a", "m", "coef", "bias"))
    ]
    likely = [word for word in likely if not word.lower().startswith(("batch",))] or sorted(tensors)
    is_plain = len(likely) < len(tensors) or len(tensors) == 1
    shown = listed(f"`{word}`" for word in sorted(likely if is_plain else tensors)[:4])
    return Diagnosis(
        f"{shown} {'does' if len(likely) == 1 else 'do'} not require a gradient, and nothing else that the loss "
        "was calculated from does: requires_grad_() is missing."
        if is_plain
        else f"The loss was calculated from {shown}; none of them requires a gradient.",
        "PyTorch records only calculations with tensors that have requires_grad=True, so backward() finds no "
        "way back.",
        "\n".join(f"{word}.requires_grad_()" for word in likely[:3]),
        f"Ask for gradients of {listed(f'`{word}`' for word in likely[:3])} before the loss is calculated:",
        sure="certain" if is_plain else "likely",
        card="gradient",
    )
