"""Which layer of a network could not take what came, what that was, and how the learner calls both."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_tensor, stored
from fastaid.teach.rules.operands import parts_of_tree
from fastaid.teach.scene import Frame, Scene


@dataclass(frozen=True)
class Failing:
    """The layer of a network that could not take what came."""

    layer: Any
    given: Any  # what came to it
    frame: Frame
    model: Any  # the outermost network that was called
    first: Any  # what the outermost network was given
    name: str  # how the learner calls the layer: "self.fc1", "net[3]"; "" where nobody knows
    call: Frame | None  # the learner's line that called the outermost network

    @property
    def is_input(self) -> bool:
        """Whether the layer was given what the whole network was given."""
        if self.given is self.first:
            return True
        both = is_tensor(self.given) and is_tensor(self.first)
        return (
            both and self.given.data_ptr() == self.first.data_ptr() and self.given.shape == self.first.shape
        )

    @property
    def quoted(self) -> str:
        """The layer as a card names it."""
        return f"`{self.name}`" if self.name else f"A layer `nn.{type(self.layer).__name__}`"

    @property
    def _call(self) -> ast.Call | None:
        """The learner's call of the network; found by its line where Python does not tell (`with …: net(x)`)."""
        if self.call is None:
            return None
        calls = [self.call.call] if self.call.node is not None else parts_of_tree(self.call, ast.Call)
        for one in calls:
            if not isinstance(one, ast.Call) or self.call.value(one.func) is not self.model:
                continue
            if one.lineno <= self.call.line <= (one.end_lineno or one.lineno):
                return one
        return None

    def called_with(self, change: str = "{}") -> str:
        """The learner's own call of the network, its argument changed; "" where a Learner calls it."""
        call = self._call
        if call is None or not call.args or isinstance(call.args[0], ast.Starred):
            return ""
        given = call.args[0]
        text = ast.unparse(given)
        if isinstance(given, (ast.BinOp, ast.UnaryOp, ast.Compare)):
            text = f"({text})"
        rest = [ast.unparse(one) for one in call.args[1:]]
        return f"{ast.unparse(call.func)}({', '.join([change.format(text), *rest])})"

    @property
    def first_name(self) -> str:
        """What the network was given, as the learner wrote it: "`xb`", or "the batch"."""
        call = self._call if self.called_with() else None
        text = ast.unparse(call.args[0]) if call is not None else ""
        return f"`{text}`" if 0 < len(text) <= 40 else "the batch"


def failing_layer(scene: Scene, *kinds: str) -> Failing | None:
    """The innermost of torch.nn's own layers (of these kinds) that was running when the error came."""
    frame = next((one for one in reversed(scene.frames) if _is_forward(one)), None)
    if frame is None:
        return None
    layer = frame.names["self"]
    if kinds and not any(type(layer).__name__ == kind for kind in kinds):
        return None
    given = next((frame.names[name] for name in ("input", "query", "src") if name in frame.names), UNKNOWN)
    calls = [
        one for one in scene.frames if one.function == "_call_impl" and one.module.startswith("torch.nn")
    ]
    if not calls:
        return None
    model, first = calls[0].names.get("self"), (calls[0].names.get("args") or (UNKNOWN,))[0]
    at = scene.frames.index(calls[0])
    call = next((one for one in reversed(scene.frames[:at]) if one.is_learners), None)
    return Failing(layer, given, frame, model, first, layer_name(scene, layer, model), call)


def _is_forward(frame: Frame) -> bool:
    held = frame.names.get("self")
    is_own = frame.module.startswith("torch.nn.modules.") and frame.function == "forward"
    return is_own and is_module(held) and type(held).__name__ not in ("Sequential", "ModuleList")


def layer_name(scene: Scene, layer: Any, model: Any) -> str:
    """`self.fc1` where a forward of the learner's calls it so, else its place in the network."""
    for frame in reversed(scene.frames):
        call = frame.call
        if call is not None and frame.value(call.func) is layer:
            return ast.unparse(call.func)
    if layer is model and (name := model_name(scene, model)) != "model":
        return name
    for path, held in model.named_modules() if is_module(model) else ():
        if held is layer and path:
            steps = (f"[{step}]" if step.isdigit() else f".{step}" for step in path.split("."))
            return model_name(scene, model) + "".join(steps)
    return ""


def model_name(scene: Scene, model: Any) -> str:
    """The learner's code for a network: `net`, `learn.model`."""
    name = scene.name_of(model)
    if name == "self":  # in its own forward; the notebook may have another word for it
        name = next((word for word, held in scene.names.items() if held is model and word[0] != "_"), "")
    if name:
        return name
    for learn, held in scene.names.items():
        if is_learner(held) and not learn.startswith("_") and stored(held).get("model") is model:
            return f"{learn}.model"
    return "model"


def written(layer: Any, **changed: object) -> str:
    """A layer as code, with some of its sizes changed: `nn.Linear(100, 10)`."""
    kind = type(layer).__name__
    own = stored(layer)
    names: tuple[str, ...] = ()
    if kind == "Linear":
        names = ("in_features", "out_features")
    elif kind.startswith(("Conv", "LazyConv")):
        names = ("in_channels", "out_channels", "kernel_size")
    elif kind.startswith("BatchNorm"):
        names = ("num_features",)
    elif kind in ("LSTM", "GRU", "RNN"):
        names = ("input_size", "hidden_size")
    values = []
    for name in names:
        value = changed.get(name, own.get(name))
        if isinstance(value, tuple) and len(set(value)) == 1:
            value = value[0]
        values.append(str(value))
    return f"nn.{kind}({', '.join(values)}{_further(layer, kind, own)})"


def _further(layer: Any, kind: str, own: dict[str, Any]) -> str:
    found = ""
    if kind.startswith("Conv"):
        for name, usual in (("stride", 1), ("padding", 0), ("dilation", 1), ("groups", 1)):
            value = own.get(name)
            value = value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value
            found += f", {name}={value}" if value != usual else ""
    if kind in ("LSTM", "GRU", "RNN"):
        found += f", num_layers={own['num_layers']}" if own.get("num_layers", 1) != 1 else ""
        found += f", dropout={own['dropout']}" if own.get("dropout") else ""
    if own.get("batch_first"):
        found += ", batch_first=True"
    if own.get("bidirectional"):
        found += ", bidirectional=True"
    return found
