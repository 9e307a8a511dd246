"""Masks of class numbers that are resized by mixing neighbours: at the borders come classes that are not there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_of, is_tensor, library, stored

MASKS = ("mask", "msk", "seg", "label", "lbl", "target", "annot")
MOST_PIXELS = 2_000_000
FEWEST = 10  # pixels between two classes
MIXES = (
    "BILINEAR",
    "BICUBIC",
    "LANCZOS",
    "ANTIALIAS",
    "HAMMING",
    "INTER_LINEAR",
    "INTER_CUBIC",
    "INTER_AREA",
)


@check("resize", "@Dataset", also=("@own",), needs="torch", reached=True)
def classes_mixed(cell: Cell) -> Iterator[Notice]:
    """`mask.resize(size, Image.BILINEAR)` in a dataset: between class 0 and class 4 appear 1, 2 and 3."""
    for name, held in cell.live(_has_items):
        written = _getter(cell, held)
        found = _resized(written) if written is not None else None
        if found is None or written is None or _is_cut(written):
            continue
        call, nearest = found
        masks = next((one for one in cell.mentioned.values() if _is_mixed(one)), None)
        if masks is None:
            continue
        yield Notice(
            f"The masks of `{name}` are resized by `{text_of(call)}`, which mixes neighbours: between two classes it "
            f"makes numbers of other classes. Take the nearest pixel for a mask: `{nearest}`.",
            hash(text_of(call)),
            card="segmentation",
        )
        return


def _has_items(held: Any) -> bool:
    return is_of(held, "torch.utils.data", "DataLoader", "Dataset")


def _getter(cell: Cell, held: Any) -> ast.FunctionDef | None:
    """The learner's own `__getitem__` behind a loader or a dataset."""
    for _ in range(4):
        inner = stored(held).get("dataset")
        if inner is None:
            break
        held = inner
    method = vars(type(held)).get("__getitem__") if type(held).__module__ == "__main__" else None
    written = cell.definition(method) if isinstance(method, FunctionType) else None
    return written if isinstance(written, ast.FunctionDef) else None


def _is_cut(written: ast.FunctionDef) -> bool:
    """Whether values are compared: `mask > 127` makes two classes again."""
    return any(
        isinstance(op, (ast.Gt, ast.GtE, ast.Lt, ast.LtE, ast.Eq))
        for one in nodes_in(written, ast.Compare)
        for op in one.ops
    )


def _resized(written: ast.FunctionDef) -> tuple[ast.Call, str] | None:
    """The call that resizes a mask, and how it takes the nearest pixel."""
    for line in nodes_in(written, ast.Assign):
        name = text_of(line.targets[0]).lower()
        for call in nodes_in(line.value, ast.Call):
            text = text_of(call)
            if not any(word in f"{name} {text.lower()}" for word in MASKS) or not isinstance(
                call.func, ast.Attribute
            ):
                continue
            if last_name(call.func) != "resize" or "NEAREST" in text or not call.args:
                continue
            if text_of(call.func.value) in ("cv2", "F", "TF", "transforms"):
                if text_of(call.func.value) == "cv2":
                    size = ", ".join(map(text_of, call.args[:2]))
                    return call, f"cv2.resize({size}, interpolation=cv2.INTER_NEAREST)"
                continue
            given = call.args[1] if len(call.args) > 1 else keyword(call, "resample")
            if given is not None and last_name(given) not in MIXES:
                continue
            return call, f"{text_of(call.func)}({text_of(call.args[0])}, Image.NEAREST)"
    return None


def _is_mixed(held: Any) -> bool:
    """Whether whole numbers of a batch of masks rise and fall over pixels in between, as only mixing makes them."""
    torch = library("torch")
    if (
        not is_tensor(held)
        or held.dtype != torch.int64
        or held.ndim not in (2, 3)
        or held.device.type != "cpu"
    ):
        return False
    if not 0 < held.numel() <= MOST_PIXELS or held.shape[-1] < 8:
        return False
    between = edges = 0
    for rows in (held.detach().long(), held.detach().long().transpose(-1, -2)):
        left, here, right = rows[..., :-2], rows[..., 1:-1], rows[..., 2:]
        rises, falls = (left < here) & (here < right), (left > here) & (here > right)
        between += int((rises | falls).sum())
        edges += int((left != here).sum())
    return between >= FEWEST and between >= 0.3 * edges
