"""Loss functions that got something they cannot compare: shapes, dtypes and ranges of predictions and targets."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.categories import data_of
from fastaid.teach.rules.forwards_of_one import first_item_alone
from fastaid.teach.rules.in_code import anew, assigned, last_name
from fastaid.teach.rules.losses_heads import new_last_layer
from fastaid.teach.rules.step import (
    LOSSES,
    OF_CLASSES,
    OF_LABELS,
    OF_NUMBERS,
    LossCall,
    is_one_hot,
    is_whole,
    is_zero_one,
    last_linear,
    learner_name,
    loss_call,
    values,
)
from fastaid.teach.scene import Scene

FAILS = (RuntimeError, ValueError, IndexError, NotImplementedError)


def loss_of_tensors(scene: Scene, *kinds: str) -> LossCall | None:
    """The loss function of one of these kinds that raised, with tensors on both sides."""
    found = loss_call(scene)
    if found is None or found.kind not in kinds:
        return None
    return found if is_tensor(found.pred) and is_tensor(found.targ) else None


def another_loss(scene: Scene, found: LossCall, own: str, fastai: str) -> str:
    """The learner's line with another loss, or the line that gives it to the Learner."""
    pred, targ = found.texts
    if found.call is not None:
        return f"{own}({pred}, {targ})"
    return f"{learner_name(scene, found.learn)}.loss_func = {fastai}"


@rule(*FAILS, needs="torch")
def prediction_is_a_class(scene: Scene) -> Diagnosis | None:
    """Cross-entropy got class numbers (after argmax) where it wants a score for each class."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.pred.is_floating_point() or shape(found.pred) != shape(found.targ):
        return None
    if found.pred.ndim != 1 or found.call is None:
        return None
    return Diagnosis(
        f"The prediction `{found.pred_text}` is {described(found.pred)}: one class number for each item.",
        f"`{found.name}` wants the model's raw outputs, a score for every class. After argmax the scores are "
        "gone, and with them the gradient.",
        "preds = model(x)  # of shape (n, classes), no argmax\n"
        + found.line(scene, "preds", found.targ_text),
        "Give the loss the outputs as they are; keep argmax for accuracy:",
        card="cross-entropy",
    )


@rule(*FAILS, needs="torch")
def target_is_a_column(scene: Scene) -> Diagnosis | None:
    """Cross-entropy's targets have a dimension of one too many."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.is_flat or found.targ.ndim != found.pred.ndim or found.targ.ndim < 2:
        return None
    if shape(found.targ)[1] != 1 or shape(found.pred)[1] == 1 or found.is_flat:
        return None  # fastai's own losses flatten the target
    pred, targ = found.texts
    to_long = "" if dtype(found.targ) in ("int64", "uint8") else ".long()"
    wanted = (shape(found.targ)[0], *shape(found.targ)[2:])
    return Diagnosis(
        f"The target `{targ}` has shape {shape(found.targ)}; `{found.name}` wants {wanted}, one class number "
        f"for each {'item' if len(wanted) == 1 else 'pixel'}.",
        "There is an extra dimension of size 1: the targets are a column"
        + (", and their dtype is " + dtype(found.targ) + " instead of int64." if to_long else "."),
        found.line(scene, pred, f"{targ}.squeeze(1){to_long}"),
        "Take the extra dimension away with squeeze:",
        card="cross-entropy",
    )


@rule(*FAILS, needs="torch")
def target_is_one_hot(scene: Scene) -> Diagnosis | None:
    """Cross-entropy's targets are one-hot rows instead of class numbers."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.targ.ndim != 2 or found.pred.ndim != 2 or not is_one_hot(found.targ):
        return None
    if shape(found.targ)[0] != shape(found.pred)[0] or shape(found.targ)[1] < 2:
        return None
    if found.targ.is_floating_point() and shape(found.targ) == shape(found.pred) and not found.is_flat:
        return None  # torch takes these as probabilities
    pred, targ = found.texts
    n, c = shape(found.targ)[1], shape(found.pred)[1]
    more = (
        ""
        if n == c
        else f" They know {n} classes, the model gives {counted(c, 'output')}: make those equal too."
    )
    return Diagnosis(
        f"The target `{targ}` is {described(found.targ)}: one-hot rows, with a 1 at the class.",
        f"`{found.name}` wants the class number of each item, of shape ({shape(found.targ)[0]},) and dtype "
        f"int64.{more}",
        found.line(scene, pred, f"{targ}.argmax(dim=1)"),
        "Make class numbers of the one-hot rows:",
        card="cross-entropy",
    )


@rule(*FAILS, needs="torch")
def several_labels_with_cross_entropy(scene: Scene) -> Diagnosis | None:
    """Targets with several labels for an item, and the loss for one label."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.targ.ndim != 2 or shape(found.targ) != shape(found.pred):
        return None
    if shape(found.targ)[1] < 2 or is_one_hot(found.targ) or not is_zero_one(found.targ):
        return None
    _, targ = found.texts
    own = f"nn.BCEWithLogitsLoss()({found.pred_text}, {targ}.float())"
    return Diagnosis(
        f"The target has shape {shape(found.targ)}, zeros and ones: each item may have several of "
        f"{shape(found.targ)[1]} labels (multi-label).",
        f"`{found.name}` is for one label per item, and takes one class number for each. Several labels need "
        "binary cross-entropy, which asks yes or no for every label.",
        own if found.call is not None else another_loss(scene, found, "", "BCEWithLogitsLossFlat()"),
        "Use the loss for multi-label targets:",
        card="multi-label-classification",
    )


def _are_numbers(found: LossCall) -> bool:
    held, outputs = values(found.targ), shape(found.pred)[-1] if found.pred.ndim else 1
    return held is not None and (
        not is_whole(held) or outputs == 1 or (found.pred.ndim == 2 and float(held.max()) >= outputs)
    )


@rule(*FAILS, needs="torch")
def numbers_with_cross_entropy(scene: Scene) -> Diagnosis | None:
    """Targets that are measured numbers, and the loss for classes."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or not found.targ.is_floating_point() or not found.pred.is_floating_point():
        return None
    if not _are_numbers(found):
        return None
    held = values(found.targ)
    if held is None or (shape(found.targ) == shape(found.pred) and not found.is_flat):
        return None
    pred, targ = found.texts
    same = shape(found.targ) == shape(found.pred)
    squeezed = pred if same else f"{pred}.squeeze(1)"
    return Diagnosis(
        f"The target `{targ}` holds measured numbers (float), such as {float(held.flatten()[-1]):.3g}.",
        f"`{found.name}` is for classification: its targets are class numbers (int64). Predicting "
        "numbers is regression, which needs mean squared error.",
        another_loss(scene, found, "F.mse_loss", "MSELossFlat()")
        if found.call is None
        else f"F.mse_loss({squeezed}, {targ})",
        "Use the loss for numbers; the model then needs one output for each:",
        card="regression-and-points",
    )


@rule(*FAILS, needs="torch")
def target_is_not_long(scene: Scene) -> Diagnosis | None:
    """Class numbers of a dtype that cross-entropy does not take."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or dtype(found.targ) in ("int64", "uint8") or not found.pred.is_floating_point():
        return None
    if found.is_flat and dtype(found.targ) in ("int8", "int16", "int32"):
        return None  # fastai's own losses make them long
    if found.is_flat and not found.targ.is_floating_point():
        return None  # fastai flattens these and makes them long itself
    is_column = found.is_flat and shape(found.targ) == (shape(found.pred)[0], 1)
    if found.targ.ndim != found.pred.ndim - 1 and not is_column:
        return None
    if found.targ.is_floating_point() and _are_numbers(found):
        return None
    pred, targ = found.texts
    return Diagnosis(
        f"The target `{targ}` is {described(found.targ)}.",
        f"Cross-entropy uses the targets as class numbers, so their dtype must be int64 (long), not "
        f"{dtype(found.targ)}.",
        found.line(scene, pred, f"{targ}.{'squeeze(1).' if is_column else ''}long()"),
        "Make them whole numbers:",
        card="cross-entropy",
    )


@rule(IndexError, RuntimeError, needs="torch")
def class_out_of_range(scene: Scene) -> Diagnosis | None:
    """A class number that the model has no output for."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    numbers = _numbers_outside(found) if found is not None else None
    if found is None or numbers is None:
        return None
    low, high, outputs = numbers
    pred, targ = found.texts
    what = (
        f"The target has class numbers from {low} to {high}; the model has {counted(outputs, 'output')}, for the "
        f"classes 0 to {outputs - 1}."
    )
    names = _vocab(found.learn)
    if low == 1 and high == outputs and not names:
        return Diagnosis(
            what,
            "The class numbers begin at 1. In PyTorch they begin at 0.",
            found.line(scene, pred, f"{targ} - 1"),
            "Count from 0:",
            sure="likely",
            card="labels-and-vocab",
        )
    high = max(high, names - 1)
    if low < 0 or high > 10 * outputs:
        return Diagnosis(
            what,
            "Some targets are no class numbers of this model; 255 in masks often marks a border or an object "
            "that should be class 1.",
            f"{'yb' if found.call is None else targ}.unique()  # which numbers there are",
            "Look at them, then map them to 0, 1, 2, …:",
            sure="likely",
            card="labels-and-vocab",
        )
    return _too_few_outputs(scene, found, what, high, outputs)


def _numbers_outside(found: LossCall) -> tuple[int, int, int] | None:
    """The lowest and the highest class number and how many outputs there are; None where the outputs suffice."""
    if found.targ.is_floating_point() or found.pred.ndim < 2 or _has_classes_last(found):
        return None
    held = values(found.targ)
    if held is None or (found.targ.ndim != found.pred.ndim - 1 and not found.is_flat):
        return None
    if is_of(data_of(found.learn), "fastai.tabular.core", "Tabular"):
        return None  # the vocab of a table's target numbers them: categories.class_without_number
    outputs = shape(found.pred)[-1 if found.is_flat and found.pred.ndim == 2 else 1]
    # -100 is left out of the loss by default: ignore_index.
    kept = held[held != -100]
    if not kept.numel():
        return None
    low, high = int(kept.min()), int(kept.max())
    if (low >= 0 and high < outputs) or low == -1:
        return None  # of -1 losses_codes speaks
    return low, high, outputs


def _too_few_outputs(scene: Scene, found: LossCall, what: str, high: int, outputs: int) -> Diagnosis:
    names = _vocab(found.learn)
    made = _made_with(scene, found.learn, outputs) if names > outputs else None
    if made is not None:
        dls, line = made
        return Diagnosis(
            what,
            f"`n_out={outputs}` makes too few outputs: `{dls}` has {names} classes.",
            line,
            f"Leave `n_out` out, then it is taken from the data (or write `n_out={dls}.c`):",
            card="labels-and-vocab",
        )
    layer = last_linear(getattr(found.learn, "model", None)) if found.learn is not None else None
    size = f"{layer.in_features}, " if layer is not None else "…, "
    return Diagnosis(
        what,
        f"Class {high} needs at least {high + 1} outputs: the last layer is too small for the number of classes "
        "(or a label is wrong).",
        f"nn.Linear({size}{high + 1})  # the model's last layer",
        "Give the model one output for each class:",
        card="labels-and-vocab",
    )


def _made_with(scene: Scene, learn: Any, outputs: int) -> tuple[str, str] | None:
    """The data and the line of a Learner that was made with n_out=outputs, without it."""
    call = assigned(scene, learner_name(scene, learn)) if learn is not None else None
    if not isinstance(call, ast.Call) or not last_name(call.func).endswith("_learner"):
        return None
    given = next((one.value for one in call.keywords if one.arg == "n_out"), None)
    if given is None or not (isinstance(given, ast.Name) or getattr(given, "value", None) == outputs):
        return None
    dls = ast.unparse(call.args[0]) if call.args else "dls"
    return dls, f"{learner_name(scene, learn)} = {anew(call, drop=('n_out',))}"


def _vocab(learn: Any) -> int:
    # A vocab counts from 0: with one, the labels are in order.
    names: Any = getattr(stored(learn).get("dls"), "vocab", None) if learn is not None else None
    is_flat = hasattr(names, "__len__") and not any(isinstance(one, (list, tuple)) for one in names)
    return len(names) if names is not None and is_flat else 0


@rule(RuntimeError, ValueError, needs="torch")
def classes_are_last(scene: Scene) -> Diagnosis | None:
    """Sequences or pictures with the classes in the last dimension instead of the second."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or not _has_classes_last(found):
        return None
    pred, targ = found.texts
    order = (0, found.pred.ndim - 1, *range(1, found.pred.ndim - 1))
    moved = f"{pred}.permute({', '.join(map(str, order))})"
    line, how = found.line(scene, moved, targ), "Move the class dimension:"
    if found.pred.ndim == 3 and found.call is not None:
        how = f"Move the class dimension (or flatten both: `{pred}.flatten(0, 1)` and `{targ}.flatten()`):"
    elif found.pred.ndim == 3 and _is_plain(found):
        line = f"{learner_name(scene, found.learn)}.loss_func = CrossEntropyLossFlat()"
        how = "Let fastai's loss flatten both, so that each step of each row counts as an item:"
    return Diagnosis(
        f"The prediction has shape {shape(found.pred)} with the {shape(found.pred)[-1]} classes last, the target "
        f"{shape(found.targ)}.",
        f"`{found.name}` looks for the classes in dimension 1, right after the batch: (n, classes, …).",
        line,
        how,
        card="cross-entropy",
    )


def _has_classes_last(found: LossCall) -> bool:
    """Whether the sizes tell that the classes stand in the last dimension, and not in the second."""
    pred, targ = shape(found.pred), shape(found.targ)
    if found.is_flat or len(pred) < 3 or len(targ) != len(pred) - 1:
        return False
    return pred[:-1] == targ and (pred[0], *pred[2:]) != targ


def _is_plain(found: LossCall) -> bool:
    """Whether a Learner's loss is cross-entropy without weights or other options of its own."""
    own: Any = stored(found.learn).get("loss_func")
    is_function = getattr(own, "__name__", "") == "cross_entropy"
    return is_function or (
        is_of(own, "torch.nn", "CrossEntropyLoss") and stored(own)["_buffers"]["weight"] is None
    )


@rule(RuntimeError, ValueError, needs="torch")
def outputs_do_not_match(scene: Scene) -> Diagnosis | None:
    """The model gives another count of numbers for an item than the target has."""
    found = loss_of_tensors(scene, *OF_NUMBERS, *OF_LABELS)
    if found is None or found.pred.ndim != 2 or found.pred.numel() == found.targ.numel():
        return None
    if not found.targ.ndim or shape(found.targ)[0] != shape(found.pred)[0] or found.targ.ndim > 2:
        return None
    outputs, wanted = shape(found.pred)[1], found.targ[0].numel()
    if found.kind in OF_LABELS and wanted == 1 and outputs > 1 and is_whole(found.targ):
        return None  # losses_binary.one_class_per_item
    is_class = wanted == 1 and outputs > 1 and not found.targ.is_floating_point()
    text = (
        f"The model gives {counted(outputs, 'number')} for an item, shape {shape(found.pred)}; the target has "
        f"{wanted}, shape {shape(found.targ)}."
    )
    if is_class:
        return Diagnosis(
            text,
            f"`{found.name}` is for regression. Whole class numbers with {outputs} outputs are classification, which "
            "needs cross-entropy.",
            f"F.cross_entropy({found.pred_text}, {found.targ_text})"
            if found.call is not None
            else another_loss(scene, found, "", "CrossEntropyLossFlat()"),
            "Use the loss for classes:",
            sure="likely",
            card="cross-entropy",
        )
    return Diagnosis(
        text,
        f"`{found.name}` compares number by number: the last layer must have as many outputs as the target has "
        "numbers.",
        new_last_layer(scene, found, outputs, wanted),
        f"Give the model {counted(wanted, 'output')} (with vision_learner: n_out={wanted}):",
        card="loss-function",
    )


@rule(ValueError, needs="torch")
def batches_differ(scene: Scene) -> Diagnosis | None:
    """The model's flattening moved items from one dimension to the other."""
    found = loss_of_tensors(scene, *LOSSES)
    if found is None or found.pred.ndim != 2 or found.targ.ndim != 1:
        return None
    n, m = shape(found.pred)[0], shape(found.targ)[0]
    if n == m or not n or not m or (n % m and m % n):
        return None
    if (alone := first_item_alone(scene, found)) is not None:
        return alone
    return Diagnosis(
        f"The model gave {counted(n, 'prediction')} for {counted(m, 'target')}: shapes {shape(found.pred)} and "
        f"{shape(found.targ)}.",
        "The batch dimension was changed inside the model, mostly by `x.view(-1, number)` with a number that does "
        "not fit: the -1 then takes numbers of several items together or splits one.",
        "x = torch.flatten(x, 1)  # in forward, in place of x.view(-1, …)",
        "Keep the first dimension as it is (the next nn.Linear must take as many features):",
        sure="likely",
        card="rank-and-shape",
    )
