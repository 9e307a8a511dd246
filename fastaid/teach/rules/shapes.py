"""Shapes that do not fit: layers, batches, pictures."""

from __future__ import annotations

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene

RECURRENT = ("LSTM", "GRU", "RNN")


@rule(TypeError, needs="torch")
def lstm_in_sequential(scene: Scene) -> Diagnosis | None:
    """A recurrent layer inside nn.Sequential hands a tuple to the next layer."""
    for frame, container in scene.holding("self", lambda held: is_of(held, "torch.nn", "Sequential")):
        layer, given = frame.names.get("module"), frame.names.get("input")
        layers = list(container)
        at = next((i for i, one in enumerate(layers) if one is layer), 0)
        before = layers[at - 1] if at else None
        if not isinstance(given, tuple) or not is_of(before, "torch.nn", *RECURRENT):
            continue
        kind, then = type(before).__name__, type(layer).__name__
        model = scene.name_of(container) or "model"
        state = "(output, (h, c))" if kind == "LSTM" else "(output, h)"
        return Diagnosis(
            f"In `{model}`, `nn.{then}` got a tuple instead of a tensor.",
            f"`nn.{kind}` returns a tuple, {state}, and `nn.Sequential` passes all of it to the next layer.",
            f"class TakeOutput(nn.Module):\n    def forward(self, x): return x[0]\n"
            f"# and in {model}: nn.{kind}(…), TakeOutput(), nn.{then}(…)",
            "Put a layer between them that passes on the output alone:",
            card="recurrent-network",
        )
    return None


@rule(ValueError, RuntimeError, needs="torch")
def no_batch_dimension(scene: Scene) -> Diagnosis | None:
    """One picture was given to a model that expects a batch of them."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or len(call.args) != 1:
        return None
    model, given = frame.value(call.func), frame.value(call.args[0])
    if not is_module(model) or not is_tensor(given) or len(shape(given)) != 3:
        return None
    first = next((one for one in model.modules() if is_of(one, "torch.nn", "Conv2d")), None)
    if first is None or shape(given)[0] != first.in_channels:
        return None
    name = scene.name_of(given) or "x"
    return Diagnosis(
        f"`{name}` is a single picture of shape {shape(given)}; the model takes a batch of pictures, "
        f"of shape (n, {first.in_channels}, height, width).",
        f"The batch dimension is missing: {name} has 3 dimensions, the layers expect 4.",
        f"{scene.name_of(model) or 'model'}({name}.unsqueeze(0))",
        "Make it a batch of one:",
        card="rank-and-shape",
    )
