"""A numpy array as the batch that a model takes: its channels, its scale, its dtype. No rules of its own."""

from __future__ import annotations

from typing import Any

from fastaid.teach.objects import is_of, shape

WHOLE = ("u", "i")  # kinds of dtypes
OF_PIXELS = 20  # numbers above are no shares and no normalized values


def as_batch(model: Any, text: str, given: Any) -> str:
    """The expression that makes a model's batch of an array; "" where its shape does not tell how."""
    if given.dtype.kind not in "fiub":
        return ""
    first: Any = next((one for one in model.modules() if one._parameters and not one._modules), None)
    made = f"torch.from_numpy({text})"
    if is_of(first, "torch.nn", "Embedding"):
        return f"{made}.long()" if given.dtype.kind in WHOLE else ""
    if not is_of(first, "torch.nn", "Conv2d"):
        return f"{made}.float(){'.unsqueeze(0)' if given.ndim == 3 else ''}"
    turned = _turned(shape(given), first.in_channels)
    if turned is None:
        return ""
    moved, added = turned
    is_pixels = given.dtype.kind in WHOLE or (given.size and float(given.max()) > OF_PIXELS)
    return f"{made}{moved}.float(){'.div(255)' if is_pixels else ''}{added}"


def _turned(sizes: tuple[int, ...], channels: int) -> tuple[str, str] | None:
    """What brings the channels to their place and adds the batch, for the sizes of an array."""
    if len(sizes) == 4:
        if sizes[1] == channels:
            return "", ""
        return (".permute(0, 3, 1, 2)", "") if sizes[3] == channels else None
    if len(sizes) == 3:
        if sizes[0] == channels and (sizes[2] != channels or sizes[0] == sizes[1]):
            return "", ".unsqueeze(0)"
        if sizes[2] == channels:
            return ".permute(2, 0, 1)", ".unsqueeze(0)"
        return ("", ".unsqueeze(1)") if channels == 1 else None
    return ("", ".unsqueeze(0).unsqueeze(0)") if len(sizes) == 2 and channels == 1 else None
