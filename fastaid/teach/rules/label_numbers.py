"""Numbers that stand for classes, users or pixels, and are too large for the table they are looked up in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_module, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.positions_made import past_the_last_place
from fastaid.teach.scene import Scene

MOST_READ = 10**7


def _ends(held: Any) -> tuple[int, int] | None:
    """The least and the greatest of a tensor's whole numbers; None where looking would be work."""
    if not is_tensor(held) or held.is_floating_point() or held.device.type != "cpu":
        return None
    if not 0 < held.numel() <= MOST_READ:
        return None
    return int(held.min()), int(held.max())


def _parts(scene: Scene) -> Iterator[Any]:
    """Networks in sight, the innermost first."""
    for frame in reversed(scene.frames):
        for name in ("self", "model", "learn"):
            held = frame.names.get(name)
            if is_module(held):
                yield held
            elif is_learner(held):
                yield stored(held).get("model")
    for _, held in scene.live(object):
        if is_module(held):
            yield held


def _name_of(scene: Scene, weight: Any) -> str:
    for model in _parts(scene):
        for name, part in model.named_modules() if is_module(model) else ():
            if stored(part).get("_parameters", {}).get("weight") is weight and name:
                return str(name)
    return ""


def _classes(scene: Scene) -> dict[str, Any]:
    """The classes of each column, of tabular or collaborative data."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    dls = stored(learn).get("dls") if learn is not None else None
    every = [dls] if is_dls(dls) else [held for _, held in scene.live(object) if is_dls(held)]
    for one in every:
        for loader in stored(one).get("loaders", [])[:1]:
            procs = stored(stored(stored(loader).get("dataset")).get("procs")).get("fs") or ()
            for proc in procs:
                found = stored(proc).get("classes")
                if isinstance(found, dict):
                    return dict(found)
    return {}


@rule(IndexError, needs="torch")
def embedding_too_small(scene: Scene) -> Diagnosis | None:
    """An index past the last row of an embedding."""
    frame = scene.within("torch.nn.functional", "embedding")
    if frame is not None:
        weight, index = frame.names.get("weight"), frame.names.get("input")
        name = _name_of(scene, weight)
    else:
        here = scene.here
        node = here.node if here is not None and scene.is_raised_by_learner else None
        if here is None or not isinstance(node, ast.Subscript) or isinstance(node.slice, ast.Tuple):
            return None
        weight, index = here.value(node.value), here.value(node.slice)
        name = ast.unparse(node.value).removeprefix("self.")
        if index is UNKNOWN or not is_tensor(index):
            index = _columns(here, node.slice)
        if not is_of(weight, "torch.nn", "Parameter"):
            return None
    ends = _ends(index)
    if not is_tensor(weight) or ends is None or not shape(weight):
        return None
    rows, (low, high) = shape(weight)[0], ends
    if low >= 0 and high < rows:
        return None
    named = f"The embedding `{name}`" if name else "The embedding"
    asked = high if high >= rows else low
    what = f"{named} has {counted(rows, 'row')}, for the numbers 0 to {rows - 1}; it was asked for number {asked}."
    places = past_the_last_place(scene, what, rows, index) if frame is not None else None
    return (
        places
        or _of_table(scene, what, name, rows, high)
        or _of_numbers(what, rows, low, high, shape(weight)[-1])
    )


def _columns(frame: Any, node: ast.expr) -> Any:
    """`x[:, 0]`, which has no value by itself: the column is taken here."""
    if not isinstance(node, ast.Subscript):
        return UNKNOWN
    held = frame.value(node.value)
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    column = frame.value(parts[-1])
    if not is_tensor(held) or len(parts) != 2 or not isinstance(column, int) or held.ndim != 2:
        return UNKNOWN
    return held[:, column] if 0 <= column < held.shape[1] else UNKNOWN


def _of_table(scene: Scene, what: str, name: str, rows: int, high: int) -> Diagnosis | None:
    columns = _classes(scene)
    short = [one for one, names in columns.items() if len(names) - 1 == rows and high == rows]
    if not short:
        return None
    lines = [
        f"n_{'users' if 'user' in one else one.rstrip('s') + 's'} = len(dls.classes['{one}'])"
        for one in columns
    ]
    return Diagnosis(
        what,
        f"The codes of `{short[0]}` begin at 1: number 0 is `#na#`, for what is unknown. So there is one more row "
        f"than `nunique()` says.",
        "\n".join(lines[:3]),
        "Take the sizes from the data, and make the model anew:",
        card="embeddings",
    )


def _of_numbers(what: str, rows: int, low: int, high: int, size: int) -> Diagnosis:
    if low == -1:
        return Diagnosis(
            what,
            "Rows are counted from 0. -1 mostly stands for something missing: it is what pandas gives a missing value "
            "for its code (`.cat.codes`, `factorize`).",
            f"nn.Embedding({high + 2}, {size})   # and call it with the numbers + 1",
            "Leave those rows out before the codes are made (`dropna`); or count one up, so that 0 means missing, with "
            "one row more:",
            sure="likely",
            card="embeddings",
        )
    if low < 0:
        return Diagnosis(
            what,
            "Rows are counted from 0; a negative number is no row (it may stand for something missing).",
            f"nn.Embedding({high - low + 1}, {size})   # and call it with the numbers + {-low}",
            "Shift the numbers so that they begin at 0:",
            card="embeddings",
        )
    starts = low >= 1 and high == rows
    why = (
        "The numbers begin at 1, and rows are counted from 0, so the last one is past the end."
        if starts
        else f"Number {high} needs at least {high + 1} rows: the embedding is too small for the numbers in the data."
    )
    return Diagnosis(
        what,
        why,
        f"nn.Embedding({high + 1}, {size})" + ("   # or subtract 1 from the numbers" if starts else ""),
        "Make it large enough (one more than the greatest number):",
        card="embeddings",
    )


def _label_function(scene: Scene) -> str:
    """The learner's function that gives a mask's file, by its name."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            given = [one.value for one in node.keywords if one.arg in ("get_y", "label_func")]
            is_maker = last_name(node.func) == "from_label_func" and len(node.args) > 2
            for one in [*given, *(node.args[2:3] if is_maker else [])]:
                held = scene.names.get(one.id) if isinstance(one, ast.Name) else None
                if isinstance(held, FunctionType) and isinstance(one, ast.Name):
                    return one.id
    return "label_path"


@rule(IndexError, RuntimeError, needs="fastai")
def mask_beyond_codes(scene: Scene) -> Diagnosis | None:
    """Pixels of a mask that are no class number: 255 for 1, or more classes than codes."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    frame = scene.within("torch.nn.functional", "cross_entropy")
    yb = stored(learn).get("yb") if learn is not None else None
    if frame is None or not isinstance(yb, (tuple, list)) or len(yb) != 1 or not is_tensor(yb[0]):
        return None
    ends, pred = _ends(yb[0]), stored(learn).get("pred")
    if ends is None or not is_tensor(pred) or len(shape(pred)) != 4 or len(shape(yb[0])) != 3:
        return None
    found, outputs = yb[0].unique(), shape(pred)[1]
    numbers = [int(one) for one in found[:50]]
    if ends[1] < outputs:
        return None
    what = (
        f"The masks hold the numbers {listed(numbers, 4)}; the model has {counted(outputs, 'output')}, "
        f"for the classes 0 to {outputs - 1}."
    )
    if numbers in ([0, 255], [255]):
        name = _label_function(scene)
        return Diagnosis(
            what,
            "White is stored as 255, and should be class 1.",
            f"def get_mask(fn):\n    mask = np.array(Image.open({name}(fn)))\n"
            "    return PILMask.create((mask > 127).astype(np.uint8))",
            f"Turn 255 into 1 where the mask is read, and give `get_mask` in place of `{name}`:"
            if name != "label_path"
            else "Turn 255 into 1 where the mask is read (`get_y`; `label_path` gives the mask's file):",
            card="segmentation",
        )
    if numbers[-1] == 255 and len(numbers) > 1 and numbers[-2] < outputs:
        return Diagnosis(
            what,
            "255 mostly marks the border, which belongs to no class.",
            "learn.loss_func = CrossEntropyLossFlat(axis=1, ignore_index=255)",
            "Leave it out of the loss:",
            card="segmentation",
        )
    if len(numbers) == outputs:
        name = _label_function(scene)
        return Diagnosis(
            what,
            f"There are {outputs} different numbers, as many as classes, but they are not 0 to {outputs - 1}.",
            f"def get_mask(fn):\n    mask = np.array(Image.open({name}(fn)))\n"
            f"    return PILMask.create(np.searchsorted({numbers}, mask).astype(np.uint8))",
            f"Number them where the mask is read, and give `get_mask` in place of `{name}`:"
            if name != "label_path"
            else "Number them where the mask is read (`get_y`; `label_path` gives the mask's file):",
            card="segmentation",
        )
    return Diagnosis(
        what,
        "There must be one code for each number, up to the greatest.",
        f"MaskBlock(codes=codes)   # with {numbers[-1] + 1} names in codes",
        "Give all codes, or map the pixels to 0, 1, 2, … where the mask is read:",
        card="segmentation",
    )


@rule(RuntimeError, needs="torch")
def one_hot_out_of_range(scene: Scene) -> Diagnosis | None:
    """F.one_hot with a class number that num_classes does not reach."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or not ast.unparse(call.func).endswith("one_hot"):
        return None
    labels, given = frame.argument(call, 0, "tensor"), frame.argument(call, 1, "num_classes")
    n, ends, text = frame.value(given), _ends(frame.value(labels)), ast.unparse(labels) if labels else ""
    if ends is None:
        return None
    if ends[0] < 0:
        return Diagnosis(
            f"`{text}` has negative numbers, down to {ends[0]}.",
            "Class numbers are counted from 0.",
            f"({text} < 0).nonzero()",
            "Find them, and give them a class of their own or leave them out:",
            card="labels-and-vocab",
        )
    if type(n) is not int or ends[1] < n or given is None:
        return None
    starts = ends == (1, n)
    first, count = ast.unparse(call.func), ast.unparse(given)
    return Diagnosis(
        f"`{text}` has class numbers up to {ends[1]}; with `num_classes={n}` they may be 0 to {n - 1}.",
        "The numbers begin at 1; in PyTorch they begin at 0."
        if starts
        else "There are more classes than `num_classes` says.",
        f"{first}({text} - 1, {count})" if starts else f"{first}({text}, {ends[1] + 1})",
        "Count from 0:" if starts else "Give the greatest number and one:",
        card="labels-and-vocab",
    )


@rule(RuntimeError, needs="torch")
def assert_on_the_gpu(scene: Scene) -> Diagnosis | None:
    """A device-side assert: an index out of range, reported late and without its numbers."""
    if "device-side assert" not in scene.message or scene.is_raised_by_learner:
        return None
    return Diagnosis(
        "A check on the GPU failed (device-side assert). The line that is shown is not always the one that failed.",
        "An index is out of range: a label that is not between 0 and the number of outputs minus 1, or a number "
        "past the rows of an embedding.",
        "learn.dls.cpu(); learn.model.cpu()\nxb, yb = learn.dls.one_batch()\nyb.min(), yb.max(), learn.dls.c",
        "Restart the kernel (the GPU stays broken until then), and run on the CPU, which names the number:",
        sure="likely",
        card="labels-and-vocab",
    )
