"""fastai's training that runs and does not do what was meant."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.broken_data import broken_data
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.data import vocabulary
from fastaid.teach.notices.first_loss import of_first_batch
from fastaid.teach.notices.infinite import infinite_column
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.large_numbers import large_numbers
from fastaid.teach.notices.losses import loss_word
from fastaid.teach.notices.tree import nodes_in, parsed, text_of
from fastaid.teach.notices.values import broken_columns, has_bad_weights, is_nan, loaders_of, numbers, spread
from fastaid.teach.objects import (
    UNKNOWN,
    is_dls,
    is_learner,
    is_module,
    is_of,
    is_table,
    is_tensor,
    stored,
)

FITS = ("fit", "fit_one_cycle", "fit_flat_cos", "fit_sgdr", "fine_tune")
FEW_RATES = 20
TINY_LR = 1e-7  # below it, a step does not change a float32 weight of ordinary size
MOST_CELLS = 60  # of the notebook, the last ones
GROWN = 100  # a loss that many times the first has exploded


def _is_optimizer(held: Any) -> bool:
    return is_of(held, "torch.optim", "Optimizer") or is_of(held, "fastai.optimizer", "Optimizer")


def _shows(held: Any) -> bool:
    return is_learner(held) or is_dls(held)


# Methods that are called for their effect: named without parentheses, nothing happens.
FOR_EFFECT = {
    **dict.fromkeys(("unfreeze", "freeze", "validate", "lr_find", "show_results", *FITS), is_learner),
    "show_batch": _shows,
    **dict.fromkeys(("summary", "export", "save", "load", "get_preds"), is_learner),
    **dict.fromkeys(("cuda", "cpu", "half", "float", "double"), is_module),
    "eval": is_module,
    "train": is_module,
    "zero_grad": lambda held: is_module(held) or _is_optimizer(held),
    "step": lambda held: (
        _is_optimizer(held)
        or is_of(held, "torch.optim.lr_scheduler", "LRScheduler")
        or is_of(held, "torch.amp", "GradScaler")
    ),
    "backward": is_tensor,
    "requires_grad_": is_tensor,
    "zero_": is_tensor,
    "head": is_table,
    "info": is_table,
    "describe": is_table,
}


@check(*(f".{name}" for name in FOR_EFFECT))
def not_called(cell: Cell) -> Iterator[Notice]:
    """`learn.unfreeze` without its parentheses names the method and does not run it."""
    for node in cell.all_of(ast.Expr):
        if not isinstance(node.value, ast.Attribute):
            continue
        named = node.value
        is_meant = FOR_EFFECT.get(named.attr)
        held = cell.value(named.value)
        if is_meant is not None and is_meant(held):
            text = text_of(named)
            given, remark = _arguments(cell, named.attr, held)
            yield Notice(f"`{text}` was only named, not run: write `{text}({given})`{remark}.", id(held))


# What has to stand in the parentheses.
FIRST = {"fit": "1", "fit_one_cycle": "1", "fit_flat_cos": "1", "fine_tune": "1", "fit_sgdr": "1, 1"}


def _arguments(cell: Cell, method: str, held: Any) -> tuple[str, str]:
    """The arguments that a method cannot do without, and what to say of them."""
    if method in FIRST and is_learner(held):
        return FIRST[method], ", with the number of epochs"
    if method == "save" and is_learner(held):
        return "'stage-1'", ", with a name of your own"
    if method == "load" and is_learner(held):
        saved = _saved(cell)
        return (repr(saved), "") if saved else ("'stage-1'", ", with the name that it was saved under")
    if method == "step" and is_of(held, "torch.optim.lr_scheduler", "ReduceLROnPlateau"):
        return "valid_loss", ", with the loss that it watches"
    if method == "step" and is_of(held, "torch.amp", "GradScaler"):
        return next((name for name, _ in cell.optimizers), "opt"), ""
    return "", ""


def _saved(cell: Cell) -> str:
    """The name that a learner was saved under last, as the cells say."""
    for source in [cell.source, *reversed(cells_run(cell)[-MOST_CELLS:])]:
        calls = nodes_in(parsed(source), ast.Call) if ".save(" in source else []
        for call in sorted(calls, key=lambda one: -one.lineno):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "save" and call.args:
                name = constant(call.args[0])
                if isinstance(name, str) and is_learner(cell.value(call.func.value)):
                    return name
    return ""


def fits(cell: Cell) -> Sequence[tuple[str, Any, ast.Call]]:
    """Learners that the cell trained, each with the last of its fits."""
    return cell.once(_fits)


def _fits(cell: Cell) -> list[tuple[str, Any, ast.Call]]:
    found: list[tuple[str, Any, ast.Call]] = []
    last: dict[str, ast.Call] = {}
    for call in cell.calls(*FITS, "lr_find"):
        if isinstance(call.func, ast.Attribute):
            name = text_of(call.func.value)
            if name not in last or call.lineno >= last[name].lineno:
                last[name] = call
    for name, call in last.items():
        # A learning rate finder lets the loss explode on purpose, and puts the weights back.
        if last_name(call.func) == "lr_find" or not isinstance(call.func, ast.Attribute):
            continue
        learn = cell.value(call.func.value)
        if is_learner(learn) and stored(learn).get("recorder") is not None:
            found.append((name, learn, call))
    return found


def _rate(cell: Cell, learn: Any, call: ast.Call) -> float | None:
    """The learning rate as it was given, else the highest that was used; None where nothing was trained."""
    rates = stored(stored(learn)["recorder"]).get("lrs")
    if not rates:
        return None
    value = UNKNOWN
    if last_name(call.func) != "fine_tune":
        given = (
            keyword(call, "lr") or keyword(call, "lr_max") or (call.args[1] if len(call.args) > 1 else None)
        )
        value = constant(given) if isinstance(given, (ast.Constant, ast.UnaryOp)) else cell.value(given)
    if isinstance(value, (int, float)):
        return float(value)
    return max(numbers(rates), default=None)


@check(*(f".{name}" for name in FITS))
def diverged(cell: Cell) -> Iterator[Notice]:
    """The loss is NaN or has exploded, so the weights are of no use any more."""
    for name, learn, call in fits(cell):
        losses, model = stored(stored(learn)["recorder"]).get("losses"), stored(learn).get("model")
        if not losses or _is_healthy(losses, model):
            continue
        lr, losses = _rate(cell, learn, call), numbers(losses)
        if lr is None or not losses:
            continue
        finite = [loss for loss in losses if math.isfinite(loss)]
        first = max(abs(finite[0]), 0.1) if finite else 0.1
        is_broken = not math.isfinite(losses[-1]) or has_bad_weights(model)
        if not is_broken and abs(losses[-1]) < GROWN * first:
            continue
        at_fault = _data_at_fault(cell, name, stored(learn).get("dls"))
        if at_fault:
            yield Notice(at_fault, id(learn), card="tabular-procs")
            continue
        first_told = of_first_batch(cell, name, stored(learn), lr) if is_nan(losses[0]) else ""
        if first_told:
            yield Notice(first_told, id(learn), card="loss-function")
            continue
        state = "nan" if is_nan(losses[-1]) else f"{losses[-1]:.3g}"
        smaller = "1e-3" if lr > 2e-3 else f"{lr / 10:.0e}".replace("e-0", "e-")
        spoilt = "The weights are spoilt too, so make the learner anew (run the cell that creates "
        spoilt += f"`{name}`), then train"
        large = large_numbers(cell, name, stored(learn), lr)
        if large:
            yield Notice(f"The loss exploded (it is now {state}): {large}", id(learn), card="normalization")
            continue
        if len(finite) < 2 and lr <= 0.1:
            yield Notice(
                f"The loss became {state} with lr={lr:.3g}. A learning rate that is too high does this, or a "
                f"nan in the data, a log(0) or a division by 0 in the model or the loss. {spoilt} with a "
                f"smaller one from `{name}.lr_find()`.",
                id(learn),
                card="learning-rate",
            )
            continue
        yield Notice(
            f"The loss exploded (it is now {state}): the learning rate lr={lr:.3g} is too high, so training "
            f"diverged. {spoilt} with a smaller one, such as {smaller} or what `{name}.lr_find()` suggests.",
            id(learn),
            card="learning-rate",
        )


def _data_at_fault(cell: Cell, name: str, dls: Any) -> str:
    """What to say of data that hold nan or inf; "" where none were found."""
    infinite = infinite_column(cell, name, dls)
    if infinite:
        return infinite
    anew = f"then make `dls` and `{name}` anew."
    columns = broken_columns(dls)
    if columns.startswith("the column"):
        return (
            f"The loss is nan because the data have missing values (nan) in {columns}. Fill them: put `FillMissing` "
            f"into `procs=[Categorify, FillMissing, Normalize]` (or df.fillna), {anew}"
        )
    found = broken_data(cell, dls)
    anew = anew[0].upper() + anew[1:]
    return f"The loss is nan because of the data, not of the learning rate. {found}. {anew}" if found else ""


def _is_healthy(losses: Sequence[Any], model: Any) -> bool:
    """What the first and the last of many losses tell: neither is broken, nor has it grown."""
    ends = numbers([losses[0], losses[-1]])
    is_finite = len(ends) == 2 and all(map(math.isfinite, ends))
    return is_finite and abs(ends[1]) < GROWN * max(abs(ends[0]), 0.1) and not has_bad_weights(model)


@check(*(f".{name}" for name in FITS))
def valid_has_missing(cell: Cell) -> Iterator[Notice]:
    """Values are missing in the validation rows, so the validation loss is NaN."""
    for name, learn, _ in fits(cell):
        record = stored(stored(learn)["recorder"])
        losses, values = numbers(list(record.get("losses") or ())[-1:]), record.get("values") or []
        last = numbers(values[-1]) if values else []
        if losses and len(last) > 1 and math.isfinite(losses[-1]) and is_nan(last[1]):
            text = _data_at_fault(cell, name, stored(learn).get("dls"))
            text = text.replace("The loss is", "The validation loss is", 1)
            if text:
                yield Notice(text, id(learn), card="tabular-procs")


@check(*(f".{name}" for name in FITS))
def lr_too_small(cell: Cell) -> Iterator[Notice]:
    """A learning rate of zero, or so small that no weight moves."""
    for name, learn, call in fits(cell):
        rates = stored(stored(learn)["recorder"]).get("lrs") or ()  # one for each batch: a long list
        is_large = any(rate >= TINY_LR for rate in numbers(spread(rates, FEW_RATES)))
        lr = None if is_large or last_name(call.func) == "fine_tune" else _rate(cell, learn, call)
        if lr is None or lr >= TINY_LR:
            continue
        state = (
            "is 0, so no weight changed" if lr == 0 else f"is {lr:.3g}, so small that the weights hardly move"
        )
        yield Notice(
            f"The learning rate lr of `{text_of(call.func)}` {state}: nothing is learnt. Use a larger one, "
            f"1e-3 for instance, or what `{name}.lr_find()` suggests.",
            id(learn),
            card="learning-rate",
        )


@check(*(f".{name}" for name in FITS))
def no_batches(cell: Cell) -> Iterator[Notice]:
    """Fewer items than the batch size: the training part has no batch at all."""
    for name, learn, _ in fits(cell):
        dls = stored(learn).get("dls")
        if not is_dls(dls) or stored(stored(learn)["recorder"]).get("losses"):
            continue
        train = stored((stored(dls).get("loaders") or [None])[0])
        n, bs = train.get("n"), train.get("bs")
        if train.get("drop_last") and isinstance(n, int) and isinstance(bs, int) and 0 < n < bs:
            yield Notice(
                f"Nothing was trained: `{name}.dls.train` has {counted(n, 'item')}, fewer than the batch size "
                f"bs={bs}, and incomplete batches are dropped, so there are 0 batches. "
                f"Make the dls with a smaller batch size, for instance `bs={_smaller(n)}`.",
                id(dls),
                card="batch",
            )


def _smaller(n: int) -> int:
    """A power of two that gives at least two batches of n items."""
    return 1 << max(1, (n // 2).bit_length() - 1)


@check("slice(")
def frozen_with_slice(cell: Cell) -> Iterator[Notice]:
    """A range of learning rates for a learner whose body is still frozen."""
    if cell.words & {"freeze", "freeze_to", "load", "fine_tune"}:
        return
    for name, learn, call in fits(cell):
        rates = (
            keyword(call, "lr_max") or keyword(call, "lr") or (call.args[1] if len(call.args) > 1 else None)
        )
        if not isinstance(rates, ast.Call) or last_name(rates.func) != "slice" or len(rates.args) != 2:
            continue
        optimizer = stored(learn).get("opt")
        groups = stored(optimizer).get("param_lists") or ()
        if len(groups) < 2 or stored(optimizer).get("frozen_idx") != len(groups) - 1:
            continue
        yield Notice(
            f"`{name}` is still frozen: only the last of its {len(groups)} layer groups was trained, so the "
            f"smaller rates of `{text_of(rates)}` are hardly used. To train the body too, call "
            f"`{name}.unfreeze()` on this learner before the fit (a new learner is frozen again).",
            id(learn),
            card="freeze-and-unfreeze",
        )


CLASS_METRICS = ("accuracy", "error_rate", "top_k_accuracy")
NUMBER_LOSSES = ("MSELossFlat", "L1LossFlat", "MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss")


@check(*(f".{name}" for name in FITS), "earner(", ".validate")
def metric_for_classes(cell: Cell) -> Iterator[Notice]:
    """Accuracy for numbers: it compares places of maxima, and a single column has just one."""
    for name, learn in cell.live(is_learner):
        kind = loss_word(stored(learn).get("loss_func"))
        is_number = kind in NUMBER_LOSSES or kind in ("mse_loss", "l1_loss", "mse")
        if not is_number:
            continue
        for metric in list(stored(learn).get("_metrics") or ()):
            func = stored(metric).get("func")
            word = getattr(func, "__name__", "")
            if word in CLASS_METRICS and getattr(func, "__module__", "") == "fastai.metrics":
                yield Notice(
                    f"`{word}` is for classes, but `{name}` predicts numbers (its loss is {kind}): the "
                    f"metric's value means nothing. Use `metrics=rmse` or `mae`; if the targets are classes, "
                    "make them so (`y_block=CategoryBlock`).",
                    id(learn),
                    card="metrics",
                )


@check(*(f".{name}" for name in FITS), "earner(")
def one_output_cross_entropy(cell: Cell) -> Iterator[Notice]:
    """Cross entropy over a single output: its softmax is always 1, its loss always 0."""
    from fastaid.teach.notices.values import last_layer

    for name, learn in cell.live(is_learner):
        kind = loss_word(stored(learn).get("loss_func"))
        layer = last_layer(stored(learn).get("model"))
        is_one = is_of(layer, "torch.nn", "Linear") and layer.out_features == 1
        is_one = is_one or (is_of(layer, "torch.nn", "Conv2d") and layer.out_channels == 1)
        if (
            is_one
            and kind in ("CrossEntropyLoss", "CrossEntropyLossFlat", "cross_entropy")
            and not _has_one_class(learn)
        ):
            yield Notice(
                f"The model of `{name}` has one output, and {kind} takes a softmax over it, which is always 1: "
                "the loss is always 0 and nothing is learnt. Give it one output for each class "
                "(`nn.Linear(…, 2)` for two), or use `nn.BCEWithLogitsLoss`.",
                id(learn),
                card="cross-entropy",
            )


def _has_one_class(learn: Any) -> bool:
    """Whether the data have a single class: that is said of them, and one output fits it."""
    data = (loaders_of(stored(learn).get("dls")) or [{}])[0].get("dataset")
    if is_of(data, "fastai.tabular.core", "Tabular"):
        items: Any = stored(data).get("items")
        ys = stored(stored(data).get("y_names")).get("items") or []
        return is_table(items) and any(one in items and items[one].nunique() < 2 for one in ys)
    found = vocabulary(data)
    return found is not None and len(found.classes) == 1


@check("lr=0", "lr = 0", "lr=1e-", "lr = 1e-")
def optimizer_lr_zero(cell: Cell) -> Iterator[Notice]:
    """An optimizer of torch's, made with a learning rate of zero."""
    for name, call in cell.assigned():
        held = cell.names.get(name)
        if not isinstance(call, ast.Call) or not is_of(held, "torch.optim", "Optimizer"):
            continue
        lr = constant(keyword(call, "lr"))
        if isinstance(lr, (int, float)) and 0 <= lr < 1e-9 and "cheduler" not in cell.source:
            yield Notice(
                f"`{name}` has the learning rate lr={lr}: its steps change nothing. Use a larger one, such as lr=1e-3.",
                id(held),
                card="learning-rate",
            )
