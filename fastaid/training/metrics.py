"""The metrics that a learner reports: found by name, and tried before they wait for a whole epoch."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from fastaid.errors import FastaidError, a, did_you_mean
from fastaid.facts.code import Call, Given, Name, code_of

OF_CLASSES = ("accuracy", "error_rate", "top_k_accuracy")
TRIED = 2  # made-up predictions a class


def usual_metric(dls: Any) -> str:
    """The course's metric for this kind of label: a name of fastai's."""
    return {"classes": "error_rate", "several": "accuracy_multi", "numbers": "rmse"}[kind_of_labels(dls)]


def kind_of_labels(dls: Any) -> str:
    """What a picture's label is: one of some "classes", "several" of them, or "numbers"."""
    try:
        target = type(dls.train_ds[0][-1]).__name__
    except Exception:  # noqa: BLE001  data of another kind; one class each is the usual one
        return "classes"
    if target == "TensorMultiCategory":
        return "several"
    return "classes" if getattr(dls, "vocab", None) else "numbers"


def find_metric(
    word: str,
    own: Any = None,  # the learner's variable of that name, where it can be called
) -> Name | Call | Given:
    """A metric by name: the learner's own, or fastai's, called where fastai wants it made first (`F1Score`).

    Raises: FastaidError with the near names, or the arguments that it needs.
    """
    import fastai.metrics as metrics

    theirs = getattr(metrics, word, None) if word in metrics.__all__ else None
    found = theirs if own is None or own is theirs else own
    if found is None:
        raise FastaidError(
            f"There is no metric called '{word}'.",
            did_you_mean(word, metrics.__all__) or "The course uses error_rate and accuracy.",
        )
    if found is own and own is not theirs and not _is_to_be_made(own):
        return Given(word, own)
    if not _is_to_be_made(found):
        return Name(word)
    needed = [
        p.name for p in _parameters(found) if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD
    ]
    if needed:
        raise FastaidError(
            f"{word} needs {' and '.join(needed)}.", f"Write it as a call: --metrics {word}({needed[0]}=…)"
        )
    return Call(word) if found is theirs else Given(f"{word}()", found())


def _is_to_be_made(metric: Any) -> bool:
    """Whether fastai wants what this makes, and not this: a class, or a function not of predictions and targets."""
    if isinstance(metric, type):
        return True
    if not inspect.isfunction(metric) or not metric.__module__.startswith("fastai."):
        return False
    return [p.name for p in _parameters(metric)][:2] != ["inp", "targ"]


def _parameters(metric: Any) -> list[inspect.Parameter]:
    return list(inspect.signature(metric).parameters.values())


def check_metrics(
    metrics: Sequence[Any],  # as code
    dls: Any,
) -> None:
    """Try metrics on made-up predictions for labels of this kind: a mistake waits for no epoch then.

    Reads one picture, runs no net, and leaves the random numbers as they were.
    Raises: FastaidError that says which metric does not fit, and why.
    """
    import fastai.metrics as fastai_metrics
    import fastai.vision.all as fastai_names

    from fastaid.facts.code import value_of

    kind = kind_of_labels(dls)
    for code in metrics:
        metric, name = value_of(code, vars(fastai_names)), code_of(code)
        if not callable(metric) and not hasattr(metric, "accumulate"):
            raise FastaidError(f"{name} is no metric but {a(metric)}.", "For example: --metrics error_rate")
        if str(getattr(metric, "__module__", "")).startswith("sklearn."):
            raise FastaidError(
                f"{name} is scikit-learn's, which fastai calls otherwise.",
                f"Wrap it: --metrics skm_to_fastai({name})",
            )
        if kind == "numbers" and any(metric is getattr(fastai_metrics, one) for one in OF_CLASSES):
            raise FastaidError(f"{name} compares classes, and these labels are numbers.", "Use rmse or mae.")
        if not _is_fastai_s(metric):
            continue  # what it asks of a learner is its author's affair
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                _try(metric, dls, kind)
        except Exception as error:
            reason = " ".join(str(error).split())
            raise FastaidError(
                f"{name} does not work on these labels ({type(error).__name__}: {reason[:160].rstrip('.')}).",
                f"The usual metric for them is {usual_metric(dls)}.",
            ) from error


def _is_fastai_s(metric: Any) -> bool:
    kind = metric if hasattr(metric, "__module__") and inspect.isfunction(metric) else type(metric)
    return str(kind.__module__).startswith("fastai.")


def _try(metric: Any, dls: Any, kind: str) -> None:
    import torch
    from fastai.learner import mk_metric
    from fastai.torch_core import to_detach

    made = torch.Generator().manual_seed(0)
    n_classes = int(getattr(dls, "c", 1) or 1)
    if kind == "numbers":
        target = dls.train_ds[0][-1]
        numbers = tuple(target.shape) if isinstance(target, torch.Tensor) else ()
        targets = torch.randn(4, *numbers, generator=made)
        preds = torch.randn(4, *(numbers or (1,)), generator=made)
    else:
        preds = torch.randn(TRIED * n_classes, n_classes, generator=made)
        targets = torch.arange(n_classes).repeat(TRIED)
    if kind == "several":
        targets = (torch.arange(preds.numel()).reshape(preds.shape) % 2).float()
    asked = mk_metric(metric)
    asked.reset()
    # What fastai's metrics ask of a learner after a batch of validation.
    batch = {"pred": preds, "yb": (targets,), "y": targets, "loss": preds.mean(), "to_detach": to_detach}
    asked.accumulate(SimpleNamespace(**batch))
    _ = asked.value  # it is computed here
