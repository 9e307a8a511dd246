"""Metrics called by hand, and interpretation of a trained model."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis, Sure
from fastaid.teach.objects import (
    UNKNOWN,
    described,
    is_array,
    is_dls,
    is_learner,
    is_of,
    is_table,
    is_tensor,
    shape,
    stored,
)
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.fastai_metrics import failed_metric
from fastaid.teach.rules.tabular_data import made_by
from fastaid.teach.scene import Scene

MOST_CLASSES = 12  # of a target of whole numbers


@rule(AssertionError, needs="fastai.metrics")
def called_with(scene: Scene) -> Diagnosis | None:
    """accuracy or error_rate by hand: swapped arguments, argmax done before, other lengths."""
    if failed_metric(scene) is not None or scene.within("fastai.learner") is not None:
        return None
    frame, here = scene.within("fastai.metrics"), scene.here
    call = here.call if here is not None else None
    if frame is None or call is None or len(call.args) != 2:
        return None
    outer = next(one for one in scene.frames if one.module == "fastai.metrics")
    pred: Any = outer.names.get("inp")
    targ: Any = outer.names.get("targ")
    if not is_tensor(pred) or not is_tensor(targ):
        return None
    name, (one, two) = ast.unparse(call.func), (ast.unparse(arg) for arg in call.args)
    what = f"`{name}` got predictions of shape {shape(pred)} and targets of shape {shape(targ)}."
    if outer.function == "accuracy_multi" and targ.ndim == 1 and pred.ndim == 2:
        return Diagnosis(
            what,
            "accuracy_multi is for several labels per item (multi-label), with a 0 or 1 for each. Here is one "
            "class number per item.",
            f"accuracy({one}, {two})",
            "Use:",
            card="metrics",
        )
    if outer.function not in ("accuracy", "error_rate"):
        return None
    if pred.ndim == 1 and shape(pred) == shape(targ):
        is_error = outer.function == "error_rate"
        return _classes_already(what, call, is_error, "likely" if pred.is_floating_point() else "certain")
    return _swapped(what, call, pred, targ) or _of_other_items(what, name, pred, targ)


def _swapped(what: str, call: ast.Call, pred: Any, targ: Any) -> Diagnosis | None:
    """Whole numbers as predictions, scores as targets."""
    if targ.ndim != 2 or not targ.is_floating_point() or pred.is_floating_point():
        return None
    if shape(pred)[:1] != shape(targ)[:1]:
        return None
    one, two = (ast.unparse(arg) for arg in call.args)
    return Diagnosis(
        what,
        "The two are swapped: first come the predictions (a score for each class), then the targets.",
        f"{ast.unparse(call.func)}({two}, {one})",
        "Swap them:",
        card="accuracy-and-error-rate",
    )


def _classes_already(what: str, call: ast.Call, is_error: bool, sure: Sure) -> Diagnosis:
    """One number per item, where a metric that applies argmax wants the scores."""
    name, (one, two) = ast.unparse(call.func), (ast.unparse(arg) for arg in call.args)
    right = f"({one} == {two}).float().mean()"
    return Diagnosis(
        what,
        f"`{name}` wants the scores of every class, shape (n, classes), and applies argmax itself. `{one}` "
        "has one number per item: argmax was applied already (or the model has one output).",
        f"1 - {right}" if is_error else right,
        "Compare the classes yourself:",
        sure=sure,
        card="accuracy-and-error-rate",
    )


def _of_other_items(what: str, name: str, pred: Any, targ: Any) -> Diagnosis | None:
    """More or fewer predictions than targets."""
    if pred.ndim != 2 or targ.ndim != 1 or shape(pred)[0] == shape(targ)[0]:
        return None
    return Diagnosis(
        what,
        f"There are {shape(pred)[0]} predictions for {shape(targ)[0]} targets: they do not belong to the "
        "same items.",
        f"preds, targs = learn.get_preds()\n{name}(preds, targs)",
        "Take both from one call:",
        card="accuracy-and-error-rate",
    )


@rule(ValueError, needs="sklearn.metrics")
def sklearn_with_scores(scene: Scene) -> Diagnosis | None:
    """A function of sklearn's that wants classes got a score for each class, or probabilities."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or failed_metric(scene) is not None or len(call.args) < 2:
        return None
    if "inconsistent number" in scene.message:
        return None  # before all else, both sides must have as many items
    func = here.value(call.func)
    if not str(getattr(func, "__module__", "")).startswith("sklearn.metrics") or "roc" in func.__name__:
        return None
    held = [here.value(one) for one in call.args[:2]]
    inner = next(
        (one for one in scene.frames if one.module.startswith("sklearn.metrics") and "y_pred" in one.names),
        None,
    )
    if inner is not None:
        held = [
            seen if one is UNKNOWN else one
            for one, seen in zip(held, (inner.names.get("y_true"), inner.names.get("y_pred")), strict=True)
        ]
    true, pred = held
    if not all(is_tensor(one) or is_array(one) for one in held):
        return None
    name, texts = ast.unparse(call.func), [ast.unparse(one) for one in call.args[:2]]
    if _has_scores(true) and not _is_float(pred):
        scored, at, order = texts[0], 0, " sklearn's order is (targets, predictions)."
    elif _has_scores(pred) and not _is_float(true):
        scored, at, order = texts[1], 1, ""
    else:
        return None
    held_scores = held[at]
    is_wide = len(shape(held_scores)) == 2 and shape(held_scores)[1] > 1
    axis = "dim=1" if is_tensor(held_scores) else "axis=1"
    classes = f"{scored}.argmax({axis})" if is_wide else f"{scored} > 0.5"
    args = [classes, texts[1]] if at == 0 else [texts[0], classes]
    rest = "".join(f", {ast.unparse(one)}" for one in (*call.args[2:], *call.keywords))
    ordered = list(reversed(args)) if at == 0 else args
    return Diagnosis(
        f"`{name}` got `{scored}`, {described(held_scores)}: scores, not classes.",
        f"It compares class numbers with class numbers.{order} "
        + (
            "The class is the place of the largest score (argmax)."
            if is_wide
            else "A probability becomes a class by a threshold."
        ),
        f"{name}({', '.join(ordered)}{rest})",
        "Turn the scores into classes first:",
        card="metrics",
    )


def _is_float(held: Any) -> bool:
    return bool(held.is_floating_point() if is_tensor(held) else held.dtype.kind == "f")


def _has_scores(held: Any) -> bool:
    return len(shape(held)) in (1, 2) and _is_float(held)


@rule(AttributeError, TypeError, needs="fastai.interpret")
def interpretation_of(scene: Scene) -> Diagnosis | None:
    """ClassificationInterpretation was made of something other than a Learner, or without from_learner."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None:
        return None
    text = ast.unparse(call.func)
    if isinstance(call.func, ast.Attribute) and call.func.attr == "from_learner":
        given = here.value(call.args[0]) if call.args else UNKNOWN
        if (
            given is UNKNOWN
            or is_learner(given)
            or not getattr(here.value(call.func.value), "__module__", "").startswith("fastai")
        ):
            return None
        learn = next(
            (name for name, held in scene.names.items() if is_learner(held) and name[0] != "_"), "learn"
        )
        shown = "DataLoaders" if is_dls(given) else described(given)
        return Diagnosis(
            f"`{text}` got {shown}.",
            "It needs the Learner, which holds the trained model and the data.",
            with_argument(call, 0, "learn", learn),
            "Pass the Learner:",
            card="confusion-matrix",
        )
    kind = here.value(call.func)
    if not isinstance(kind, type) or kind.__module__ != "fastai.interpret" or "missing" not in scene.message:
        return None
    if not call.args or not is_learner(here.value(call.args[0])):
        return None
    return Diagnosis(
        f"`{text}(…)` was called with the Learner.",
        "The class itself wants the losses of all items; from_learner calculates them and makes the object.",
        f"{text}.from_learner({ast.unparse(call.args[0])})",
        "Use from_learner:",
        card="confusion-matrix",
    )


@rule(AttributeError, needs="fastai.interpret")
def no_classes_to_confuse(scene: Scene) -> Diagnosis | None:
    """ClassificationInterpretation of data without a vocab."""
    frame = scene.within("fastai.interpret", "__init__")
    if frame is None or not frame.names or "vocab" not in scene.message:
        return None
    learn = frame.names.get("learn")
    if not is_learner(learn):
        return None
    name = scene.name_of(learn) or "learn"
    func = stored(learn).get("loss_func")
    is_numbers = is_of(
        getattr(func, "func", func), "torch.nn", "MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss"
    )
    what = f"The data of `{name}` have no vocab (names of classes)."
    told = _classes_as_numbers(scene, learn, what) if is_numbers else None
    if told is not None:
        return told
    if is_numbers:
        return Diagnosis(
            what,
            "The model predicts numbers (regression). A confusion matrix and ClassificationInterpretation are "
            "for classes.",
            f"interp = Interpretation.from_learner({name})\ninterp.top_losses({min(9, _size_of_valid(learn))})",
            "Look at the largest losses instead:",
            card="confusion-matrix",
        )
    return Diagnosis(
        what,
        "ClassificationInterpretation needs them; data made with CategoryBlock have a vocab, plain datasets "
        "have not.",
        f"import sklearn.metrics as skm\npreds, targs = {name}.get_preds()\nskm.confusion_matrix(targs, "
        "preds.argmax(dim=1))",
        "Make the confusion matrix from the predictions:",
        sure="likely",
        card="confusion-matrix",
    )


def _classes_as_numbers(scene: Scene, learn: Any, what: str) -> Diagnosis | None:
    """A table's target of a few whole numbers, which fastai takes for amounts."""
    loaders: Any = stored(stored(learn).get("dls")).get("loaders") or [None]
    data = stored(loaders[0]).get("dataset")
    table: Any = stored(data).get("items")
    names = list(stored(data).get("y_names") or ())
    made = made_by(scene)
    if not is_table(table) or len(names) != 1 or names[0] not in table.columns or made is None:
        return None
    held = table[names[0]]
    found = sorted(held.unique().tolist())
    if held.dtype.kind not in "iub" or not 2 <= len(found) <= MOST_CLASSES:
        return None
    few = listed([f"{one}" for one in found], 4)
    return Diagnosis(
        what,
        f"The target `{names[0]}` holds the numbers {few}, and fastai takes numbers for amounts: the model predicts an "
        "amount (regression), not a class.",
        made.changed({"y_block": "CategoryBlock()"}),
        "Say where the data are made that these are classes, and make the learner anew:",
        sure="likely",
        card="confusion-matrix",
    )


def _size_of_valid(learn: Any) -> int:
    """How many items the validation set has; many where it does not tell."""
    loaders: Any = stored(stored(learn).get("dls")).get("loaders") or []
    lists = stored(stored(loaders[1]).get("dataset")).get("tls") if len(loaders) > 1 else None
    items: Any = stored(lists[0]).get("items") if lists else None
    return len(items) if hasattr(type(items), "__len__") else 9


@rule(AttributeError, needs="fastai.interpret")
def interpretation_without_classes(scene: Scene) -> Diagnosis | None:
    """A method of ClassificationInterpretation on a plain Interpretation, or on from_learner that was not called."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not isinstance(node, ast.Attribute):
        return None
    if node.attr not in (
        "plot_confusion_matrix",
        "confusion_matrix",
        "most_confused",
        "print_classification_report",
    ):
        return None
    held, name = here.value(node.value), ast.unparse(node.value)
    learn = next((word for word, one in scene.names.items() if is_learner(one) and word[0] != "_"), "learn")
    made = f"{name} = ClassificationInterpretation.from_learner({learn})"
    if is_of(held, "fastai.interpret", "Interpretation"):
        what = f"`{name}` is a plain Interpretation, which knows nothing of classes."
        cause = f"{node.attr} belongs to ClassificationInterpretation."
    elif getattr(held, "__name__", "") == "from_learner":
        what = f"`{name}` is the method from_learner itself: its parentheses are missing."
        cause = "Only the call makes the object, from a Learner."
    else:
        return None
    return Diagnosis(what, cause, f"{made}\n{name}.{node.attr}()", "Make it:", card="confusion-matrix")


@rule(RuntimeError, IndexError, needs="fastai.interpret")
def more_losses_than_items(scene: Scene) -> Diagnosis | None:
    """top_losses of more items than there are."""
    frame = scene.within("fastai.interpret", "top_losses")
    if frame is None:
        return None
    k: Any = frame.names.get("k")
    losses: Any = stored(frame.names.get("self")).get("losses")
    here = scene.here
    if (
        not isinstance(k, int)
        or not is_tensor(losses)
        or k <= losses.numel()
        or here is None
        or here.call is None
    ):
        return None
    n = losses.numel()
    return Diagnosis(
        f"The {k} largest losses were asked for; the validation set has {n} items.",
        "There cannot be more losses than items.",
        with_argument(here.call, 0, "k", str(n)),
        "Ask for fewer:",
        card="confusion-matrix",
    )
