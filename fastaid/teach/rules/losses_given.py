"""Loss functions that are no loss function, or that got something other than tensors."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_module, is_of, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.losses_means import own_mean
from fastaid.teach.rules.step import (
    LOSSES,
    is_own,
    learner_in,
    learner_name,
    loss_call,
    models_in,
    returned,
    source_of,
    values,
)
from fastaid.teach.scene import Frame, Scene

ANY = (RuntimeError, TypeError, ValueError, AttributeError)


def _is_loss_class(held: Any) -> bool:
    if not isinstance(held, type):
        return False
    torch_loss, flat = library("torch.nn.modules.loss"), library("fastai.losses")
    bases = tuple(
        base
        for base in (getattr(torch_loss, "_Loss", None), getattr(flat, "BaseLoss", None))
        if isinstance(base, type)
    )
    return bool(bases) and issubclass(held, bases)


def _target(learn: Any) -> Any:
    yb = stored(learn).get("yb")
    return yb[0] if isinstance(yb, (tuple, list)) and len(yb) == 1 and is_tensor(yb[0]) else None


def fitting_loss(targ: Any) -> str:
    """The fastai loss for such targets, "" where they do not tell."""
    if not is_tensor(targ):
        return ""
    if not targ.is_floating_point():
        return "CrossEntropyLossFlat()"
    held = values(targ)
    if held is not None and targ.ndim == 2 and targ.shape[1] > 1 and bool(((held == 0) | (held == 1)).all()):
        return "BCEWithLogitsLossFlat()"
    return "MSELossFlat()"


@rule(*ANY, needs="torch")
def class_instead_of_object(scene: Scene) -> Diagnosis | None:
    """The class of a loss was given, or called with the data, where an object of it is meant."""
    learn = learner_in(scene) if scene.within("fastai.learner", "_do_one_batch") is not None else None
    if learn is not None and isinstance(kind := stored(learn).get("loss_func"), type):
        name = learner_name(scene, learn)
        called = f"nn.{kind.__name__}" if kind.__module__.startswith("torch.nn") else kind.__name__
        return Diagnosis(
            f"`{called}` was given as loss_func without parentheses: the class itself.",
            f"`{name}` calls loss_func with predictions and targets. Of a class that call makes an object, with "
            "the tensors taken as its options.",
            f"{name}.loss_func = {called}()",
            "Give an object of it, with parentheses:",
            card="loss-function",
        )
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not _is_loss_class(frame.value(call.func)) or len(call.args) < 2:
        return None
    given = [frame.value(one) for one in call.args[:2]]
    if any(not is_tensor(one) and one is not UNKNOWN for one in given):
        return None
    func, args = ast.unparse(call.func), ", ".join(ast.unparse(one) for one in call.args)
    return Diagnosis(
        f"`{func}(…)` got the predictions and targets where its options belong.",
        f"`{func}` is a class: first an object is made of it, with parentheses of its own, then that object is "
        "called.",
        f"{func}()({args})",
        "Write two pairs of parentheses:",
        card="loss-function",
    )


@rule(AttributeError, needs="torch")
def backward_of_loss_function(scene: Scene) -> Diagnosis | None:
    """backward() was called on the loss function instead of on its result."""
    frame = scene.here
    node = frame.node if frame is not None else None
    if frame is None or not isinstance(node, ast.Attribute) or node.attr != "backward":
        return None
    held = frame.value(node.value)
    if not is_of(held, "torch.nn.modules.loss", "_Loss"):
        return None
    name = ast.unparse(node.value)
    return Diagnosis(
        f"`{name}` is the loss function (nn.{type(held).__name__}), not a loss.",
        "A loss is the number that the function returns when it is called with predictions and targets; only "
        "that has backward().",
        f"loss = {name}(preds, targets)\nloss.backward()",
        "Call it first (with your predictions and targets):",
        card="loss-function",
    )


@rule(TypeError, needs="fastai.learner")
def not_callable(scene: Scene) -> Diagnosis | None:
    """loss_func is a name in quotes, or something else that cannot be called."""
    last = scene.last
    if last is None or last.module != "fastai.learner" or last.function != "_do_one_batch":
        return None
    learn = last.names.get("self")
    held = stored(learn).get("loss_func")
    if held is None or callable(held):
        return None
    name = learner_name(scene, learn)
    word = str(held) if isinstance(held, str) else ""
    loss = (
        f"F.{word}"
        if word in LOSSES
        else f"nn.{word}()"
        if word in LOSSES.values()
        else fitting_loss(_target(learn)) or "CrossEntropyLossFlat()"
    )
    return Diagnosis(
        f"loss_func is {f'the text {held!r}' if word else described(held)}, which cannot be called.",
        "A Learner needs the loss function itself, not its name in quotes."
        if word
        else "A Learner calls loss_func with predictions and targets.",
        f"{name}.loss_func = {loss}",
        "Give the function:",
        card="loss-function",
    )


@rule(RuntimeError, needs="fastai.learner")
def metric_as_loss(scene: Scene) -> Diagnosis | None:
    """A metric such as accuracy was given as the loss function."""
    if scene.within("fastai.learner", "_backward") is None:
        return None
    learn = learner_in(scene)
    func = stored(learn).get("loss_func")
    if getattr(func, "__module__", "") != "fastai.metrics":
        return None
    name, metric = learner_name(scene, learn), getattr(func, "__name__", "the metric")
    return Diagnosis(
        f"`{metric}` was given as loss_func.",
        "It is a metric: it counts right answers after argmax, and a count has no gradient to learn from. Training "
        "needs a loss that changes smoothly, such as cross-entropy.",
        f"{name}.loss_func = {fitting_loss(_target(learn)) or 'CrossEntropyLossFlat()'}\n{name}.metrics = {metric}",
        "Train with a loss, show the metric beside it:",
        card="loss-function",
    )


@rule(RuntimeError, needs="fastai.learner")
def no_single_number(scene: Scene) -> Diagnosis | None:
    """A Learner's loss function returns a number for each item."""
    if scene.within("fastai.learner", "_backward") is None:
        return None
    learn = learner_in(scene)
    loss: Any = stored(learn).get("loss_grad")
    func: Any = stored(learn).get("loss_func")
    if not is_tensor(loss) or loss.numel() < 2 or not loss.requires_grad:
        return None
    name = learner_name(scene, learn)
    text = f"The loss has shape {tuple(loss.shape)}; training needs a single number (a scalar)."
    if is_own(scene, func):
        body = returned(func)
        fix = f"return ({body}).mean()" if body else "return loss.mean()"
        return Diagnosis(
            text,
            f"`{func.__name__}` returns a loss for each item and does not reduce them to one.",
            fix,
            f"Take the mean in `{func.__name__}`:",
            card="loss-function",
        )
    if getattr(func, "reduction", None) != "none" and not isinstance(func, type(lambda: 0)):
        if (own := own_mean(scene, func)) is None:
            return None
        return Diagnosis(
            text,
            f"`{own.name}` returns a loss for each item and does not reduce them to one.",
            own.fix,
            f"Take the mean in `{own.name}` (then make the Learner again):",
            card="loss-function",
        )
    made = getattr(func, "func", func)
    return Diagnosis(
        text,
        'The loss function was made with reduction="none", which keeps a loss for each item.',
        f"{name}.loss_func = nn.{type(made).__name__}()  # reduction='mean'"
        if is_module(made)
        else f"{name}.loss_func.reduction = 'mean'",
        "Let it take the mean:",
        card="loss-function",
    )


@rule(AssertionError, needs="fastai.learner")
def not_inferred(scene: Scene) -> Diagnosis | None:
    """The data do not say which loss to use, and none was given."""
    last, frame = scene.last, scene.here
    if last is None or last.module != "fastai.learner" or last.function != "__init__" or frame is None:
        return None
    if last.names.get("loss_func", 0) is not None or "loss" not in scene.message:
        return None
    loss = _by_item(last.names.get("dls"))
    call = frame.call
    text = ast.unparse(call) if call is not None else "Learner(dls, model)"
    return Diagnosis(
        "The Learner got no loss_func, and the data do not say which one fits.",
        "fastai reads the loss function from the blocks (CategoryBlock, RegressionBlock, …). These `dls` were "
        "made without blocks, so it could not be inferred.",
        f"{text[:-1]}, loss_func={loss or 'CrossEntropyLossFlat()'})",
        "Pass a loss function:"
        if loss
        else "Pass a loss function: CrossEntropyLossFlat() for classes, BCEWithLogitsLossFlat() for several labels, "
        "MSELossFlat() for numbers:",
        card="loss-function",
    )


def _by_item(dls: Any) -> str:
    # Only plain lists and TensorDatasets are looked into: others would run code.
    loaders = stored(dls).get("loaders")
    data: Any = stored(loaders[0]).get("dataset") if isinstance(loaders, (list, tuple)) and loaders else None
    if is_of(data, "torch.utils.data", "TensorDataset") and len(data.tensors) == 2:
        return fitting_loss(data.tensors[1])
    if type(data) is list and data and isinstance(data[0], tuple) and len(data[0]) == 2:
        targ = data[0][1]
        if is_tensor(targ):
            return fitting_loss(targ[None])
        return {int: "CrossEntropyLossFlat()", float: "MSELossFlat()"}.get(type(targ), "")
    return ""


@rule(TypeError, AttributeError, needs="torch")
def prediction_is_no_tensor(scene: Scene) -> Diagnosis | None:
    """The model returned nothing, a tuple or a dict, and the loss got that."""
    inner = next(
        (
            one
            for one in reversed(scene.frames)
            if (one.module == "torch.nn.functional" and one.function in LOSSES)
            or (one.module == "fastai.losses" and one.function == "__call__")
        ),
        None,
    )
    if inner is None:
        return None
    pred = inner.names.get("input" if "input" in inner.names else "inp")
    if is_tensor(pred):
        return _target_is_no_tensor(scene, inner)
    found = loss_call(scene)
    learn = learner_in(scene) if found is None or found.call is None else None
    text = found.pred_text if found is not None and found.call is not None else "the prediction"
    model = _model_of(scene, learn)
    if pred is None:
        end = _end_of_forward(scene, learn)
        return Diagnosis(
            f"The loss got None as {f'`{text}`' if text != 'the prediction' else text}.",
            f"The model{f' `{model}`' if model else ''} returned nothing: its forward has no `return` at the end.",
            end or "def forward(self, x):\n    …\n    return x",
            "End forward with a return:" if end else "Return the result in forward:",
            sure="certain" if end else "likely",
            card="loss-function",
        )
    if isinstance(pred, dict):
        keys = [repr(key) for key in pred]
        at = "'logits'" if "'logits'" in keys else keys[0] if keys else "'out'"
        return _take(
            scene, found, learn, f"{type(pred).__name__} with the keys {', '.join(keys[:4])}", f"[{at}]"
        )
    if isinstance(pred, (tuple, list)):
        return _take(scene, found, learn, f"{type(pred).__name__} of {len(pred)}", "[0]")
    return None


def _end_of_forward(scene: Scene, learn: Any) -> str:
    """The last lines of a forward that returns nothing, as they should be; "" where its code does not show that."""
    models = [held for _, held in models_in(scene) if not is_of(held, "torch.nn.modules.loss", "_Loss")]
    model = stored(learn).get("model") if learn is not None else models[0] if len(models) == 1 else None
    forward = getattr(type(model), "forward", None)
    node = source_of(forward) if is_own(scene, forward) else None
    if not isinstance(node, ast.FunctionDef) or not isinstance(node.body[-1], (ast.Assign, ast.Expr)):
        return ""
    if any(isinstance(one, ast.Return) and one.value is not None for one in ast.walk(node)):
        return ""
    last, head = node.body[-1], f"def forward({ast.unparse(node.args)}):\n    …\n"
    if isinstance(last, ast.Expr):
        return f"{head}    return {ast.unparse(last.value)}"
    target = ast.unparse(last.targets[0])
    return f"{head}    {ast.unparse(last)}\n    return {target}" if target.isidentifier() else ""


def _take(scene: Scene, found: Any, learn: Any, kind: str, at: str) -> Diagnosis:
    if learn is not None:
        name = learner_name(scene, learn)
        loss = fitting_loss(_target(learn))
        func = stored(learn).get("loss_func")
        held = f"nn.{type(func).__name__}()" if is_of(func, "torch.nn.modules.loss", "_Loss") else loss
        fix = f"base_loss = {held}\n{name}.loss_func = lambda pred, targ: base_loss(pred{at}, targ)"
    elif found is not None:
        fix = found.line(scene, f"{found.pred_text}{at}", found.targ_text)
    else:
        fix = f"preds = model(x){at}"
    return Diagnosis(
        f"The model returned a {kind}, and the loss got all of it.",
        "A loss function compares tensors: it needs the one tensor with the predictions.",
        fix,
        "Take the predictions out first:",
        card="loss-function",
    )


def _target_is_no_tensor(scene: Scene, inner: Frame) -> Diagnosis | None:
    targ = inner.names.get("target" if "target" in inner.names else "targ")
    found = loss_call(scene)
    if is_tensor(targ) or found is None or found.call is None:
        return None
    if not (is_array(targ) or isinstance(targ, (list, tuple, int, float))):
        return None
    if isinstance(targ, (list, tuple)) and any(is_tensor(one) for one in targ):
        return None
    return Diagnosis(
        f"The target `{found.targ_text}` is {described(targ)}.",
        "A loss function compares tensors, both sides.",
        found.line(scene, found.pred_text, f"torch.tensor({found.targ_text})"),
        "Make a tensor of it:",
        card="tensor",
    )


def _model_of(scene: Scene, learn: Any) -> str:
    if learn is not None:
        return f"{learner_name(scene, learn)}.model"
    found = [name for name, held in models_in(scene) if not is_of(held, "torch.nn.modules.loss", "_Loss")]
    return found[0] if len(found) == 1 else ""


@rule(TypeError, needs="fastai.learner")
def wrong_parameters(scene: Scene) -> Diagnosis | None:
    """A loss function or metric of the learner's that does not take predictions and targets."""
    last = scene.last
    if (
        last is None
        or last.module != "fastai.learner"
        or last.function not in ("_do_one_batch", "accumulate")
    ):
        return None
    is_metric = last.function == "accumulate"
    holder = last.names.get("self")
    func: Any = stored(holder).get("func" if is_metric else "loss_func")
    learn = last.names.get("learn") if is_metric else holder
    yb = stored(learn).get("yb")
    if not is_own(scene, func) or not isinstance(yb, (tuple, list)):
        return None
    names = list(inspect.signature(func).parameters.values())
    if any(one.kind in (one.VAR_POSITIONAL, one.KEYWORD_ONLY) for one in names):
        return None
    needed = [one.name for one in names if one.default is one.empty]
    given = 1 + len(yb)
    if len(needed) <= given <= len(names):
        return None
    role = "metric" if is_metric else "loss function"
    shown = func.__name__ if func.__name__ != "<lambda>" else "your lambda"
    return Diagnosis(
        f"The {role} `{shown}` takes {', '.join(one.name for one in names) or 'nothing'}.",
        f"fastai calls it with {given} things: the predictions and the targets"
        + (f" ({len(yb)} of them)." if len(yb) > 1 else "."),
        f"def {func.__name__ if shown == func.__name__ else role.replace(' ', '_')}(pred, targ): …",
        "Let it take both, in this order:",
        card="metrics" if is_metric else "loss-function",
    )
