"""Metrics that do not suit the targets, or are no metric."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.step import is_whole, is_zero_one, learner_name, values
from fastaid.teach.scene import Scene

ANY = (AssertionError, TypeError, ValueError, RuntimeError, AttributeError, IndexError, NotImplementedError)
# sklearn's functions, and what fastai calls them.
# fmt: off
OF_SKLEARN = {
    "accuracy_score": "accuracy", "f1_score": "F1Score()", "precision_score": "Precision()", "recall_score": "Recall()",
    "fbeta_score": "FBeta(beta=1)", "roc_auc_score": "RocAucBinary()", "matthews_corrcoef": "MatthewsCorrCoef()",
    "balanced_accuracy_score": "BalancedAccuracy()", "cohen_kappa_score": "CohenKappa()", "r2_score": "R2Score()",
    "mean_squared_error": "mse", "mean_absolute_error": "mae", "jaccard_score": "Jaccard()",
    "average_precision_score": "APScoreBinary()", "explained_variance_score": "ExplainedVariance()",
    "hamming_loss": "HammingLoss()",
}
# For one label, and for several.
MULTI = {
    "accuracy": "accuracy_multi", "error_rate": "accuracy_multi", "f1_score": "F1ScoreMulti()",
    "precision_score": "PrecisionMulti()", "recall_score": "RecallMulti()", "roc_auc_score": "RocAucMulti()",
    "fbeta_score": "FBetaMulti(beta=1)", "hamming_loss": "HammingLossMulti()", "jaccard_score": "JaccardMulti()",
    "average_precision_score": "APScoreMulti()", "matthews_corrcoef": "MatthewsCorrCoefMulti()",
    "top_k_accuracy": "accuracy_multi",
}
MADE = {
    "f1_score": "F1Score", "precision_score": "Precision", "recall_score": "Recall", "fbeta_score": "FBeta",
    "jaccard_score": "Jaccard", "roc_auc_score": "RocAuc",
}
OF_NUMBERS = ("rmse", "mse", "mae", "msle", "exp_rmspe", "r2_score", "explained_variance_score")
# fmt: on


@dataclass(frozen=True)
class Failed:
    """A metric that raised inside a Learner's validation."""

    metric: Any  # fastai's AvgMetric or AccumMetric
    func: Any  # the function in it
    learn: Any
    pred: Any
    targ: Any

    @property
    def word(self) -> str:
        """The function's own name: "accuracy", "f1_score"."""
        func = getattr(self.func, "func", self.func)
        return str(getattr(func, "__name__", ""))

    @property
    def shown(self) -> str:
        """What a learner calls it: "accuracy", "F1Score"."""
        fastai = OF_SKLEARN.get(self.word, self.word).removesuffix("()")
        return fastai if is_of(self.metric, "fastai.metrics", "AccumMetric") else self.word


def failed_metric(scene: Scene) -> Failed | None:
    """The metric that raised, where one did."""
    frame = scene.within("fastai.learner", "accumulate") or scene.within("fastai.metrics", "accumulate")
    metric = frame.names.get("self") if frame is not None else None
    learn = frame.names.get("learn") if frame is not None else None
    if frame is None:
        frame = scene.within("fastai.metrics", "value")
        caller = scene.within("fastai.learner", "_call_one")
        metric = frame.names.get("self") if frame is not None else None
        learn = caller.names.get("self") if caller is not None else None
    if metric is None or learn is None:
        return None
    yb, pred = stored(learn).get("yb"), stored(learn).get("pred")
    targ = yb[0] if isinstance(yb, (tuple, list)) and len(yb) == 1 else None
    return Failed(metric, stored(metric).get("func"), learn, pred, targ)


def metrics_line(scene: Scene, found: Failed, new: str) -> str:
    """The line that sets the metrics anew, with those that were right."""
    name = learner_name(scene, found.learn)
    kept = [_beside(one, new) for one in stored(found.learn).get("_metrics", ()) if one is not found.metric]
    kept = [word for word in kept if word.partition("(")[0] in scene.names]
    return f"{name}.metrics = {new}" if not kept else f"{name}.metrics = [{', '.join([*kept, new])}]"


def _beside(metric: Any, new: str) -> str:
    """Another metric of the Learner's as code; where it would fail for the same reason, with the same change."""
    word = str(getattr(stored(metric).get("func"), "__name__", ""))
    given: dict[str, Any] = stored(metric).get("kwargs") or {}
    activation, is_scored = stored(metric).get("activation"), word in OF_SKLEARN
    if new in OF_NUMBERS:
        return "" if word in MULTI else _written(metric, {})
    if new in MULTI.values():
        return MULTI.get(word) or _written(metric, {})
    average = new.partition("average=")[2].partition(")")[0].partition(",")[0]
    for_several = bool(average) or new == "RocAuc()"
    if is_scored and for_several and activation == "binarysoftmax":
        return "RocAuc()" if word == "roc_auc_score" else ""
    kept = {name: repr(given[name]) for name in ("beta", "weights") if given.get(name) is not None}
    if is_scored and word in MADE and activation == "sigmoid":
        return "" if word == "roc_auc_score" else _written(metric, {**kept, "average": average or '"macro"'})
    if for_several and given.get("average") == "binary":
        return _written(metric, {**kept, "average": average or '"macro"'})
    if given.get("average") not in (None, "binary") and word in MADE and word != "roc_auc_score":
        kept["average"] = repr(given["average"])
    return "RocAuc()" if activation == "softmax" and word == "roc_auc_score" else _written(metric, kept)


def _written(metric: Any, given: dict[str, str]) -> str:
    word = str(getattr(stored(metric).get("func"), "__name__", ""))
    if is_of(metric, "fastai.metrics", "AccumMetric"):
        made = OF_SKLEARN.get(word, word)
        arguments = ", ".join(f"{name}={text}" for name, text in given.items())
        return f"{made.partition('(')[0]}({arguments})" if given and "(" in made else made
    return f"{word}()" if word[:1].isupper() else word


def instead(scene: Scene, found: Failed, new: str, what: str, cause: str, card: str = "metrics") -> Diagnosis:
    """A card that names the metric to use instead."""
    return Diagnosis(
        what,
        cause,
        metrics_line(scene, found, new),
        f"Use `{new}` instead, here or as metrics= where the Learner is made:",
        card=card,
    )


@rule(*ANY, needs="fastai.metrics")
def one_label_metric_for_several(scene: Scene) -> Diagnosis | None:
    """A metric for one label per item, on targets with several labels."""
    found = failed_metric(scene)
    if found is None or found.word not in MULTI or not is_tensor(found.pred) or not is_tensor(found.targ):
        return None
    if shape(found.pred) != shape(found.targ) or found.targ.ndim != 2 or shape(found.targ)[1] < 2:
        return None
    if not is_zero_one(found.targ):
        return instead(
            scene,
            found,
            "mae",
            f"`{found.shown}` counts right classes, but the targets are numbers, {described(found.targ)}.",
            "Such targets are regression; accuracy-like metrics are for classes.",
            "regression-and-points",
        )
    new = MULTI[found.word]
    return instead(
        scene,
        found,
        new,
        f"`{found.shown}` is for a single label per item. These data are multi-label: the targets have shape "
        f"{shape(found.targ)}, a 0 or 1 for each of {shape(found.targ)[1]} labels.",
        f"`{found.shown}` takes the one most likely class (argmax) and compares it with one class number. With "
        "several labels "
        "per item every output must be asked for yes or no.",
        "multi-label-classification",
    )


@rule(*ANY, needs="fastai.metrics")
def several_label_metric_for_one(scene: Scene) -> Diagnosis | None:
    """A metric for several labels per item, on targets with one."""
    found = failed_metric(scene)
    if found is None or not is_tensor(found.pred) or not is_tensor(found.targ) or found.pred.ndim != 2:
        return None
    if found.targ.ndim != 1 or found.targ.is_floating_point() or shape(found.pred)[1] < 2:
        return None
    is_multi = found.word == "accuracy_multi"
    new = "accuracy"
    if is_of(found.metric, "fastai.metrics", "AccumMetric") and found.word in MADE:
        # fastai's …Multi metrics apply a sigmoid, and no argmax.
        is_multi = stored(found.metric).get("activation") == "sigmoid" and not stored(found.metric).get(
            "dim_argmax"
        )
        made = MADE[found.word]
        new = f'{made}(average="macro")' if shape(found.pred)[1] > 2 and made != "RocAuc" else f"{made}()"
    if not is_multi:
        return None
    shown = found.word if found.word == "accuracy_multi" else f"{MADE.get(found.word, found.word)}Multi"
    return instead(
        scene,
        found,
        new,
        f"`{shown}` is for multi-label data. Here each item has a single label: predictions "
        f"{shape(found.pred)}, targets "
        f"{shape(found.targ)}.",
        f"`{shown}` compares every output with a target of its own, but there is one class number per item.",
        "multi-label-classification",
    )


@rule(AssertionError, needs="fastai.metrics")
def classes_of_pixels(scene: Scene) -> Diagnosis | None:
    """accuracy of a segmentation: the classes are in dimension 1, not the last."""
    frame = scene.within("fastai.metrics", "accuracy")
    pred: Any = frame.names.get("inp") if frame is not None else None
    targ: Any = frame.names.get("targ") if frame is not None else None
    if not is_tensor(pred) or not is_tensor(targ) or pred.ndim < 3:
        return None
    if (shape(pred)[0], *shape(pred)[2:]) not in (shape(targ), (shape(targ)[0], *shape(targ)[2:])):
        return None
    found, here = failed_metric(scene), scene.here
    what = f"The predictions have shape {shape(pred)}, with the classes in dimension 1; the targets {shape(targ)}."
    cause = "accuracy looks for the classes in the last dimension (axis=-1); in segmentation each pixel has a class."
    if found is not None:
        return instead(scene, found, f"partial({found.word}, axis=1)", what, cause, "segmentation")
    if here is None or here.call is None:
        return None
    return Diagnosis(
        what, cause, with_argument(here.call, 2, "axis", "1"), "Say where they are:", card="segmentation"
    )


@rule(AssertionError, needs="fastai.metrics")
def numbers_metric_for_classes(scene: Scene) -> Diagnosis | None:
    """rmse, mse or mae of a classification."""
    found = failed_metric(scene)
    if (
        found is None
        or found.word.lstrip("_") not in OF_NUMBERS
        or not is_tensor(found.pred)
        or not is_tensor(found.targ)
    ):
        return None
    if (
        found.targ.is_floating_point()
        or found.targ.ndim != 1
        or found.pred.ndim != 2
        or shape(found.pred)[1] < 2
    ):
        return None
    return instead(
        scene,
        found,
        "accuracy",
        f"`{found.word.lstrip('_')}` compares numbers; here the model gives {shape(found.pred)[1]} scores for "
        "an item and the target "
        "is one class number.",
        "That is classification, where one counts right classes.",
        "accuracy-and-error-rate",
    )


@rule(ValueError, needs="fastai.metrics")
def average_needed(scene: Scene) -> Diagnosis | None:
    """F1Score, Precision or Recall for two classes, on more."""
    found = failed_metric(scene)
    if found is None or found.word not in MADE or not is_of(found.metric, "fastai.metrics", "AccumMetric"):
        return None
    if (stored(found.metric).get("kwargs") or {}).get("average") != "binary":
        return None
    seen = [values(one) for one in stored(found.metric).get("targs") or ()]
    known = [one for one in seen if one is not None]
    if not known or any(one.is_floating_point() for one in known):
        return None
    high = max(int(one.max()) for one in known)
    if high < 2:
        return None
    made = MADE[found.word]
    return instead(
        scene,
        found,
        f'{made}(average="macro")',
        f"`{made}()` is made for two classes (binary); these data have {high + 1} or more.",
        f"With more classes there is a {made} for each of them, and average= says how they become one number: "
        "macro gives all "
        "classes the same weight.",
    )


@rule(ValueError, needs="fastai.metrics")
def roc_auc_of_the_other_kind(scene: Scene) -> Diagnosis | None:
    """RocAuc for two classes, or RocAucBinary for more."""
    found = failed_metric(scene)
    if (
        found is None
        or found.word != "roc_auc_score"
        or not is_of(found.metric, "fastai.metrics", "AccumMetric")
    ):
        return None
    if not is_tensor(found.pred) or found.pred.ndim != 2:
        return None
    classes = shape(found.pred)[1]
    kind = (stored(found.metric).get("kwargs") or {}).get("multi_class")
    if kind is None or (kind == "raise") == (classes == 2):
        return None
    old, new = ("RocAucBinary", "RocAuc()") if kind == "raise" else ("RocAuc", "RocAucBinary()")
    return instead(
        scene,
        found,
        new,
        f"`{old}()` got predictions of {classes} classes.",
        "RocAucBinary is for two classes, RocAuc for more than two (multi-class).",
    )


@rule(ValueError, AssertionError, needs="fastai.metrics")
def classes_metric_for_numbers(scene: Scene) -> Diagnosis | None:
    """A metric for classes, on targets that are measured numbers."""
    found = failed_metric(scene)
    if found is None or found.word not in MULTI:
        return None
    seen = stored(found.metric).get("targs") or ()
    targ = seen[0] if seen else found.targ
    loss = stored(found.learn).get("loss_func")
    is_numbers = is_of(getattr(loss, "func", loss), "torch.nn", "MSELoss", "L1Loss", "SmoothL1Loss")
    if not is_tensor(targ) or not targ.is_floating_point() or values(targ) is None:
        return None
    if is_whole(targ) and not is_numbers:
        return None
    if is_tensor(found.pred) and found.pred.ndim == 2 and shape(found.pred)[1] > 1:
        return None
    first = float(targ.flatten()[0])
    return instead(
        scene,
        found,
        "rmse",
        f"`{found.shown}` counts right classes; these targets are numbers such as {first:.3g}.",
        "Predicting numbers is regression, where one measures how far off the predictions are.",
        "regression-and-points",
    )


@rule(RuntimeError, needs="fastai.metrics")
def top_k_too_large(scene: Scene) -> Diagnosis | None:
    """top_k_accuracy with a k larger than the number of classes."""
    frame = scene.within("fastai.metrics", "top_k_accuracy")
    if frame is None:
        return None
    k: Any = frame.names.get("k")
    pred: Any = frame.names.get("inp")
    axis: Any = frame.names.get("axis")
    if not isinstance(k, int) or not is_tensor(pred) or k <= shape(pred)[axis]:
        return None
    classes = shape(pred)[axis]
    new = f"partial(top_k_accuracy, k={max(1, classes - 1)})"
    found = failed_metric(scene)
    fix = metrics_line(scene, found, new) if found is not None else new
    here = scene.here
    if found is None and here is not None and here.call is not None:
        fix = with_argument(here.call, 2, "k", str(max(1, classes - 1)))
    return Diagnosis(
        f"top_k_accuracy looks for the {k} best of {classes} classes.",
        f"k is {k}{' by default' if k == 5 else ''}, and cannot be larger than the number of classes.",
        fix,
        "Choose a smaller k:",
        card="metrics",
    )
