"""Networks whose weights are all zero at the start: they stay so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.values import MOST_NUMBERS, parts_of, weights_of
from fastaid.teach.objects import is_learner, is_module, is_tensor, stored


@check("backward", ".fit", ".fine_tune", reached=True)
def zeros_in_two_layers(cell: Cell) -> Iterator[Notice]:
    """Two layers of zeros: the gradients of both are zero, and no step changes them."""
    if "backward" not in cell.words and not cell.live(is_learner):
        return
    own = [(name, held) for name, held in cell.live(is_tensor) if held.requires_grad and held.is_leaf]
    yield from _said(own, "")
    models = [(name, held) for name, held in cell.live(is_module)]
    models += [(f"{name}.model", stored(one).get("model")) for name, one in cell.live(is_learner)]
    for name, model in models:
        if sum(held.ndim > 1 and _is_zero(held) for held in weights_of(model)) < 2:
            continue
        found = [
            (key, held)
            for part in parts_of(model)
            for key, held in stored(part).get("_parameters", {}).items()
            if held is not None and held.requires_grad
        ]
        yield from _said(found, name)


def _said(weights: list[tuple[str, Any]], model: str) -> Iterator[Notice]:
    zeros = [(name, held) for name, held in weights if held.ndim > 1 and _is_zero(held)]
    if len(zeros) < 2 or not any(_was_trained(held) for _, held in weights):
        return
    # Behind a bias that is not 0, a layer of zeros gets other inputs than 0, and a gradient.
    last = next(place for place, (_, held) in enumerate(weights) if held is zeros[-1][1])
    if model and any(key == "bias" and bool(held.detach().any()) for key, held in weights[:last]):
        return
    if any(held.grad is not None and not _is_zero(held.grad) for _, held in zeros):
        return
    names = listed([f"`{name}`" for name, _ in zeros], 3)
    if model:
        shapes = listed([str(tuple(held.shape)) for _, held in zeros], 3)
        names = f"The weights of {len(zeros)} layers of `{model}` (shapes {shapes})"
    first = "nn.init.kaiming_normal_(layer.weight)" if model else _drawn(*zeros[0])
    yield Notice(
        f"{names} began as zeros and are still all 0: what one layer hands on is 0, and so are the gradients of both, "
        f"so no step changes them. Begin with small random numbers: `{first}`{'' if model else ', and so on'}; "
        "biases may be 0.",
        hash(tuple(id(held) for _, held in zeros)),
        card="weight-initialization",
    )


def _drawn(name: str, held: Any) -> str:
    sizes = ", ".join(str(int(n)) for n in held.shape)
    return f"{name} = (torch.randn({sizes}) * 0.1).requires_grad_()"


def _is_zero(held: Any) -> bool:
    is_near = held.device.type == "cpu" and not held.is_sparse and 1 < held.numel() <= MOST_NUMBERS
    return is_near and not _begins(held) and not bool(held.detach().any())


def _begins(held: Any) -> bool:
    """Whether the first number is not zero, as in nearly every tensor; numpy reads it in a third of torch's time."""
    plain = held.detach()
    try:
        return bool(plain.numpy().flat[0])
    except (TypeError, RuntimeError):  # bfloat16, or a kind of tensor that numpy has not
        return bool(plain[(0,) * plain.ndim])


def _was_trained(held: Any) -> bool:
    """Whether a gradient was computed for it, or a bias is no longer zero."""
    return held.grad is not None or (
        held.ndim == 1 and held.device.type == "cpu" and bool(held.detach().any())
    )
