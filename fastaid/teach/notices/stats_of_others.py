"""Means and deviations of bytes for pictures whose values go from 0 to 1, and the other way round."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.casts import looked_at
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import UNKNOWN, is_of, is_tensor, stored

OF_BYTES = (20.0, 235.0)  # between these are the means of pictures of bytes
LEAST = 10.0  # their deviation
FEW = 100.0  # bytes of a picture go higher
MOST_NUMBERS = 4_000_000
FEWEST = 50
FLAT = 64  # pixels of a picture in a row
Range = tuple[float, float]


@check("std", "dev", "sigma")
def normalized_by_others(cell: Cell) -> Iterator[Notice]:
    """`(x - mean) / std` with `x` from 0 to 1 and a mean of 127."""
    for node in cell.of(ast.BinOp):
        less = node.left
        if (
            not isinstance(node.op, ast.Div)
            or not isinstance(less, ast.BinOp)
            or not isinstance(less.op, ast.Sub)
        ):
            continue
        mean, std = _range(cell.value(less.right)), _range(cell.value(node.right))
        if mean is None or std is None or std[0] <= 0:
            continue
        found = _data(cell, node, less)
        if found is None:
            continue
        text = _text(cell, node, less, (mean, std, found))
        if text:
            yield Notice(text, hash(ast.dump(node)), card="normalization")
            return


def _text(cell: Cell, node: ast.BinOp, less: ast.BinOp, ranges: tuple[Range, Range, Range]) -> str:
    mean, std, data = ranges
    given, middle, deviation = (text_of(one) for one in (less.left, less.right, node.right))
    name = next((name for name, value in cell.assigned() if value is node), "")
    start = f"{name} = " if name else ""
    stats = f"`{middle}` ({mean[1]:.4g}) and `{deviation}` belong to values"
    write = f"Make `{given}` anew, and write" if name == given else "Write"
    are_of_bytes = (
        OF_BYTES[0] < mean[0] and mean[1] < OF_BYTES[1] and std[0] > LEAST and std[1] < OF_BYTES[0] * 6
    )
    if are_of_bytes and data[0] >= -0.01 and data[1] <= 1.01:
        right = f"{start}({given} - {middle} / 255) / ({deviation} / 255)"
        return (
            f"`{given}` goes from 0 to 1, but {stats} from 0 to 255, so all become about the same number. "
            f"{write} `{right}`."
        )
    if mean[0] > 0 and max(mean[1], std[1]) < 1 and data[0] >= 0 and FEW < data[1] <= 255:
        right = f"{start}({given} / 255 - {middle}) / {deviation}"
        return (
            f"`{given}` goes up to {data[1]:.4g}, but {stats} from 0 to 1, so the result is far too large. "
            f"{write} `{right}`."
        )
    return ""


def _range(held: Any) -> Range | None:
    """The smallest and the largest of a few numbers."""
    if type(held) in (int, float):
        return float(held), float(held)
    if type(held).__module__ == "numpy" and getattr(held, "ndim", None) == 0:
        return float(held), float(held)
    data = looked_at(held)
    if data is None or not 0 < _size(data) <= FEWEST:
        return None
    return float(data.min()), float(data.max())


def _size(held: Any) -> int:
    return int(held.numel() if is_tensor(held) else held.size)


def _is_of_pictures(held: Any) -> bool:
    if held is None or not FEWEST < _size(held) <= MOST_NUMBERS:
        return False
    return bool(held.ndim > 2 or (held.ndim == 2 and held.shape[1] >= FLAT))


def _data(cell: Cell, node: ast.BinOp, less: ast.BinOp) -> Range | None:
    """The smallest and the largest value of what was normalized."""
    base = less.left
    targets = [name for name, value in cell.assigned() if value is node]
    if isinstance(base, ast.Name) and base.id in targets:
        if cell.bound[base.id] > 1:
            return None
        result = looked_at(cell.value(base))
        if not _is_of_pictures(result):
            return None
        data: Any = result * cell.value(node.right) + cell.value(less.right)
        return float(data.min()) + 0.005, float(data.max()) - 0.005  # it was rounded on the way
    if any(isinstance(one, ast.Name) and cell.bound[one.id] > 1 for one in below(base)):
        return None
    held = cell.value(base)
    data = looked_at(held) if held is not UNKNOWN else None
    return (
        (float(data.min()), float(data.max()))
        if data is not None and FEWEST < _size(data) <= MOST_NUMBERS
        else None
    )


@check("Normalize(", needs="torchvision")
def normalize_of_bytes(cell: Cell) -> Iterator[Notice]:
    """`T.Compose([T.ToTensor(), T.Normalize([123.7, …], [58.4, …])])`: ToTensor gives values from 0 to 1."""
    for name, held in cell.live(lambda one: type(one).__name__ == "Compose"):
        steps = list(stored(held).get("transforms") or ())
        kinds = [type(one).__name__ for one in steps]
        if "ToTensor" not in kinds or "Normalize" not in kinds or "Lambda" in kinds:
            continue
        norm = steps[kinds.index("Normalize")]
        if not is_of(norm, "torchvision.transforms", "Normalize") or kinds.index("ToTensor") > kinds.index(
            "Normalize"
        ):
            continue
        mean, std = (_numbers(stored(norm).get(key)) for key in ("mean", "std"))
        if mean and std and min(mean) > OF_BYTES[0] and min(std) > LEAST:
            small = [[round(one / 255, 3) for one in some] for some in (mean, std)]
            yield Notice(
                f"`Normalize` of `{name}` has the mean {mean[0]:.4g}, but behind ToTensor the values go from 0 to 1, "
                f"so all become about the same. Divide both stats by 255: `Normalize({small[0]}, {small[1]})`.",
                id(held),
                card="normalization",
            )


def _numbers(held: Any) -> list[float]:
    items = held.tolist() if is_tensor(held) else held
    items = [items] if type(items) in (int, float) else items
    is_plain = isinstance(items, (list, tuple)) and all(type(one) in (int, float) for one in items)
    return [float(one) for one in items] if is_plain else []
