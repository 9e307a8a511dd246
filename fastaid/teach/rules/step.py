"""What a step of training had at hand when it failed: the loss function, the prediction and the target."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of, is_tensor, stored
from fastaid.teach.scene import Frame, Scene

# torch.nn.functional's losses, and the classes that call them.
LOSSES = {
    "cross_entropy": "CrossEntropyLoss",
    "nll_loss": "NLLLoss",
    "binary_cross_entropy": "BCELoss",
    "binary_cross_entropy_with_logits": "BCEWithLogitsLoss",
    "mse_loss": "MSELoss",
    "l1_loss": "L1Loss",
    "smooth_l1_loss": "SmoothL1Loss",
    "huber_loss": "HuberLoss",
}
OF_CLASSES = ("cross_entropy", "nll_loss")
OF_LABELS = ("binary_cross_entropy", "binary_cross_entropy_with_logits")
OF_NUMBERS = ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss")
MOST_READ = 1_000_000  # numbers of a tensor that are looked at


@dataclass(frozen=True)
class LossCall:
    """A loss function that raised, with what it was given."""

    kind: str  # "cross_entropy"
    pred: Any  # as the learner gave it, before fastai flattens it
    targ: Any
    pred_text: str  # as the learner wrote it: "model(xb)"; "the prediction" in a Learner's own loop
    targ_text: str
    call: ast.Call | None  # the learner's own call of the loss; None in a Learner's loop
    learn: Any  # the Learner in whose loop it was called; None in the learner's own
    is_flat: bool  # one of fastai's …LossFlat

    @property
    def name(self) -> str:
        """What the learner calls it: "F.cross_entropy", "CrossEntropyLossFlat"."""
        if self.is_flat:
            return {"mse_loss": "MSELossFlat", "l1_loss": "L1LossFlat"}.get(
                self.kind, f"{LOSSES[self.kind]}Flat"
            )
        if self.call is not None and not isinstance(self.call.func, ast.Call):
            return ast.unparse(self.call.func)
        return f"nn.{LOSSES[self.kind]}"

    def line(self, scene: Scene, pred: str, targ: str, loss: str = "") -> str:
        """The learner's line with other arguments, or what to give the Learner instead."""
        if self.call is not None:
            rest = "".join(f", {ast.unparse(one)}" for one in self.call.keywords)
            return f"{loss or ast.unparse(self.call.func)}({pred}, {targ}{rest})"
        called = loss or f"F.{self.kind}"
        return f"{learner_name(scene, self.learn)}.loss_func = lambda pred, targ: {called}({pred}, {targ})"

    @property
    def texts(self) -> tuple[str, str]:
        """The words for both in a line of code."""
        return (self.pred_text, self.targ_text) if self.call is not None else ("pred", "targ")


def learner_in(scene: Scene) -> Any:
    """The Learner whose loop was running, None where there was none."""
    for _, held in scene.holding("self", is_learner):
        return held
    return None


def learner_name(scene: Scene, learn: Any) -> str:
    """The learner's variable for a Learner."""
    return scene.name_of(learn) or "learn"


def loss_call(scene: Scene) -> LossCall | None:
    """The loss function that was running, where one was."""
    if scene.within("fastai.learner", "accumulate") is not None:
        return None  # a metric
    inner = _loss_frame(scene)
    if inner is None:
        return None
    loop = scene.within("fastai.learner", "_do_one_batch")
    learn = loop.names.get("self") if loop is not None else None
    flat = scene.within("fastai.losses", "__call__")
    own = scene.here
    is_own = own is not None and (loop is None or scene.frames.index(own) > scene.frames.index(loop))
    pred, targ = inner.names.get("input"), inner.names.get("target")
    if flat is not None:
        targ = flat.names.get("targ", targ)
    if is_own and own is not None and own.call is not None:
        texts = _given(own, own.call)
        if texts is not None:
            pred, targ = _as_given(own, own.call, pred, targ)
            return LossCall(inner.function, pred, targ, *texts, own.call, learn, flat is not None)
    if learn is None:
        return None
    yb = stored(learn).get("yb")
    if not is_own and isinstance(yb, (tuple, list)) and len(yb) == 1:
        pred, targ = stored(learn).get("pred", pred), yb[0]
    return LossCall(inner.function, pred, targ, "the prediction", "the target", None, learn, flat is not None)


def _loss_frame(scene: Scene) -> Frame | None:
    for one in reversed(scene.frames):
        if one.module == "torch.nn.functional" and one.function in LOSSES and "target" in one.names:
            return one
    return None


def _given(frame: Frame, call: ast.Call) -> tuple[str, str] | None:
    pred = frame.argument(call, 0, "input")
    targ = frame.argument(call, 1, "target")
    return (ast.unparse(pred), ast.unparse(targ)) if pred is not None and targ is not None else None


def _as_given(frame: Frame, call: ast.Call, pred: Any, targ: Any) -> tuple[Any, Any]:
    known = [frame.value(frame.argument(call, i)) for i in (0, 1)]
    return tuple(held if is_tensor(held) else seen for held, seen in zip(known, (pred, targ), strict=True))


def values(tensor: Any) -> Any:
    """A tensor whose numbers may be looked at; None where that would be work for a GPU, or too much."""
    if not is_tensor(tensor) or tensor.device.type != "cpu" or not 0 < tensor.numel() <= MOST_READ:
        return None
    found = tensor.detach()
    return found.as_subclass(type_of_tensor(found)) if type(found) is not type_of_tensor(found) else found


def type_of_tensor(tensor: Any) -> type:
    """torch.Tensor itself."""
    return next(one for one in type(tensor).__mro__ if one.__name__ == "Tensor" and "torch" in one.__module__)


def is_whole(tensor: Any) -> bool:
    """Whether all of a tensor's numbers are whole ones: class numbers stored as floats."""
    held = values(tensor)
    return held is not None and bool((held == held.round()).all())


def is_zero_one(tensor: Any) -> bool:
    """Whether a tensor has only zeros and ones in it."""
    held = values(tensor)
    return held is not None and bool(((held == 0) | (held == 1)).all())


def is_one_hot(tensor: Any) -> bool:
    """Whether each row has a single one."""
    held = values(tensor)
    return held is not None and held.ndim > 1 and is_zero_one(held) and bool((held.sum(1) == 1).all())


def last_linear(model: Any) -> Any:
    """A model's last linear layer."""
    if not is_module(model):
        return None
    found = [one for one in model.modules() if is_of(one, "torch.nn", "Linear")]
    return found[-1] if found else None


def source_of(function: Any) -> ast.FunctionDef | ast.Lambda | None:
    """A function's own source, parsed; None where there is none to read."""
    try:
        text = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
        tree = ast.parse(text)
    except Exception:  # noqa: BLE001  built in, defined on no line, or cut out of a longer expression
        return None
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            return node
    return None


def returned(function: Any) -> str:
    """The expression that a function returns, as it is written; "" where it is not plain to see."""
    node = source_of(function)
    if isinstance(node, ast.Lambda):
        return ast.unparse(node.body)
    if node is None:
        return ""
    found = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value is not None]
    return ast.unparse(found[0]) if len(found) == 1 else ""


def is_own(scene: Scene, function: Any) -> bool:
    """Whether the learner wrote a function."""
    return inspect.isfunction(function) and function.__globals__ is scene.names


def models_in(scene: Scene) -> Iterator[tuple[str, Any]]:
    """The networks at hand with the learner's names for them, the innermost frame's first."""
    seen: set[int] = set()
    frames = [one.names for one in reversed(scene.frames) if one.is_learners]
    for names in (*frames, scene.names):
        for name, held in list(names.items()):
            if is_module(held) and id(held) not in seen and not name.startswith("_"):
                seen.add(id(held))
                yield name, held


def known(frame: Frame, node: ast.expr | None) -> Any:
    """A value, None where it cannot be told."""
    held = frame.value(node)
    return None if held is UNKNOWN else held
