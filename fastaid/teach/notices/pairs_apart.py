"""Pictures and masks that are flipped or turned at random, each by a draw of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.objects import UNKNOWN, is_of, stored

MASKS = re.compile(r"(?i)mask|segm|annot|(^|_|\b)(gt|lbl|trimap)s?\b|(^|_|\b)labels?_?(map|img)")
# torchvision's that move the pixels, with a draw at each call.
# fmt: off
MOVES = frozenset({
    "RandomHorizontalFlip", "RandomVerticalFlip", "RandomRotation", "RandomCrop", "RandomResizedCrop", "RandomAffine",
    "RandomPerspective", "ElasticTransform", "RandomZoomOut", "RandomIoUCrop",
})
SAME_DRAW = frozenset({
    "manual_seed", "set_rng_state", "seed", "fork_rng", "get_params", "setstate", "Generator", "ReplayCompose", "cat",
    "stack", "concat", "concatenate", "dstack",
})
FLIPS = frozenset({"hflip", "vflip", "flip", "fliplr", "flipud", "rotate", "rot90", "crop", "transpose"})
# fmt: on


@check("__getitem__", "@Dataset", also=("@own",), needs="torchvision", reached=True)
def flipped_apart(cell: Cell) -> Iterator[Notice]:
    """`return self.aug(image), self.aug(mask)`: the mask is another picture's then."""
    for data in _datasets(cell):
        method = vars(type(data)).get("__getitem__")
        written = cell.definition(method) if method is not None else None
        if not isinstance(written, ast.FunctionDef) or _draws_once(written):
            continue
        text = _by_transform(cell, data, written) or _by_hand(written)
        if text:
            yield Notice(
                f"`__getitem__` of `{type(data).__name__}` {text}", id(type(data)), card="segmentation"
            )
            return


@check("target_transform", needs="torchvision", reached=True)
def targets_flipped_apart(cell: Cell) -> Iterator[Notice]:
    """`VOCSegmentation(…, transform=aug, target_transform=aug)`."""
    for name, held in cell.live(lambda one: is_of(one, "torchvision.datasets", "VisionDataset")):
        moves = _moves(stored(held).get("transform"))
        if moves and _moves(stored(held).get("target_transform")):
            yield Notice(
                f"`transform` and `target_transform` of `{name}` draw their {moves[0]} each by itself, so a mask is "
                "not turned as its picture is. Give one function for both: `transforms=`, with transforms of "
                "torchvision.transforms.v2, which take picture and mask together.",
                id(held),
                card="segmentation",
            )


def _datasets(cell: Cell) -> Iterator[Any]:
    """Datasets of the learner's own classes that the cell names, or whose loaders it names."""
    for _, held in cell.live(_is_data):
        data = held
        for _ in range(3):  # a loader's, a part's
            if type(data).__module__ != "__main__" and "dataset" in stored(data):
                data = stored(data)["dataset"]
        if type(data).__module__ == "__main__":
            yield data


def _is_data(held: Any) -> bool:
    return is_of(held, "torch.utils.data", "Dataset", "DataLoader") or (
        type(held).__module__ == "__main__" and "__getitem__" in vars(type(held))
    )


def _draws_once(written: ast.FunctionDef) -> bool:
    return any(last_name(one.func) in SAME_DRAW for one in nodes_in(written, ast.Call))


def _by_transform(cell: Cell, data: Any, written: ast.FunctionDef) -> str:
    """One transform that is called for the picture, and again for the mask."""
    calls = []
    for call in nodes_in(written, ast.Call):
        func = call.func
        is_own = isinstance(func, ast.Attribute) and text_of(func.value) == "self"
        held = stored(data).get(last_name(func), UNKNOWN) if is_own else cell.value(func)
        if held is not UNKNOWN and len(call.args) == 1 and not call.keywords and _moves(held):
            calls.append((call, held))
    calls.sort(key=lambda pair: (pair[0].lineno, pair[0].col_offset))
    for one, held in calls:
        for two, other in calls:
            mine, theirs = text_of(one.args[0]), text_of(two.args[0])
            if one is two or MASKS.search(mine) or not MASKS.search(theirs) or _names(held) != _names(other):
                continue
            first, second = sorted((one, two), key=lambda call: (call.lineno, call.col_offset))
            return (
                f"calls `{text_of(one)}` and `{text_of(two)}`, and each draws its {_moves(held)[0]} anew: a mask is "
                f"not turned as its picture is. Use one draw for both: {_one_draw(written, first, second)}"
            )
    return ""


def _one_draw(written: ast.FunctionDef, first: ast.Call, second: ast.Call) -> str:
    before, again = "state = torch.get_rng_state()", "torch.set_rng_state(state)"
    if first.lineno != second.lineno:
        where = f"`{again}` above that of `{text_of(second)}`."
        return f"write `{before}` above the line of `{text_of(first)}`, and {where}"
    line = next(
        (one for one in nodes_in(written, ast.Return) if any(part is first for part in below(one))), None
    )
    end = (
        text_of(line).replace(text_of(first), "one").replace(text_of(second), "two")
        if line is not None
        else ""
    )
    return f"`{before}; one = {text_of(first)}; {again}; two = {text_of(second)}{'; ' + end if end else ''}`"


def _names(transform: Any) -> list[str]:
    steps = stored(transform).get("transforms")
    return [type(one).__name__ for one in (steps if isinstance(steps, (list, tuple)) else [transform])]


def _moves(transform: Any) -> list[str]:
    """The parts of a transform of torchvision's that move the pixels at random."""
    steps = stored(transform).get("transforms")
    parts = steps if isinstance(steps, (list, tuple)) else [transform]
    return [
        type(one).__name__
        for one in parts
        if type(one).__name__ in MOVES and type(one).__module__.startswith("torchvision")
    ]


def _by_hand(written: ast.FunctionDef) -> str:
    """`if random.random() < 0.5:` for the picture, and again for the mask."""
    drawn: list[tuple[ast.If, str, str]] = []
    for node in nodes_in(written, ast.If):
        if not any(
            last_name(one.func) in ("random", "rand") for one in below(node.test) if isinstance(one, ast.Call)
        ):
            continue
        for line in node.body:
            call = line.value if isinstance(line, ast.Assign) else None
            flips = [last_name(one.func) for one in below(call) if isinstance(one, ast.Call)] if call else []
            flip = next((one for one in flips if one in FLIPS), "")
            if flip and len(node.body) == 1 and isinstance(line, ast.Assign) and len(line.targets) == 1:
                drawn.append((node, text_of(line.targets[0]), flip))
    for one, mine, flip in drawn:
        for two, theirs, other in drawn:
            if one is not two and flip == other and not MASKS.search(mine) and MASKS.search(theirs):
                return (
                    f"asks `{text_of(one.test)}` for `{mine}` and again for `{theirs}`: two draws, so a mask is not "
                    f"turned as its picture is. Put both lines under one `if {text_of(one.test)}:`."
                )
    return ""
