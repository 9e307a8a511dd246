"""Data blocks: what was found, how it is split, which functions were given."""

from __future__ import annotations

import ast
import re
from itertools import islice
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_outside import blocks_apart
from fastaid.teach.rules.blocks_replaced import block_gone
from fastaid.teach.rules.getters_counted import as_many
from fastaid.teach.rules.in_code import keyword_given, parent
from fastaid.teach.scene import Frame, Scene

FUNCTIONS = ("get_items", "get_x", "get_y", "splitter", "getters", "label_func")
MEANT = {
    "split": "splitter=RandomSplitter()",
    "split_func": "splitter=RandomSplitter()",
    "valid_pct": "splitter=RandomSplitter(valid_pct=0.2)",
    "label_func": "get_y=…",
    "label": "get_y=…",
    "labels": "get_y=…",
    "get_labels": "get_y=…",
    "get_label": "get_y=…",
    "labeller": "get_y=…",
    "items": "get_items=…",
    "get_image_files": "get_items=get_image_files",
    "tfms": "item_tfms=…, batch_tfms=…",
    "ds_tfms": "batch_tfms=aug_transforms()",
    "size": "item_tfms=Resize(…)",
    "transforms": "item_tfms=…",
    "types": "blocks=(…)",
    "block": "blocks=(…)",
}
FOR_DATALOADERS = ("bs", "batch_size", "val_bs", "path", "num_workers", "device", "source", "shuffle")


def _datasets(scene: Scene) -> Frame | None:
    return scene.within("fastai.data.block", "datasets")


def _call_of(node: ast.expr | None) -> ast.Call | None:
    return node if isinstance(node, ast.Call) else None


@rule(TypeError, needs="fastai")
def result_for_a_function(scene: Scene) -> Diagnosis | None:
    """A function was called where DataBlock wants the function itself: get_items=get_image_files(path)."""
    frame = _datasets(scene)
    if frame is None or scene.last is None:
        return None
    block = frame.names.get("self")
    held = stored(block)
    given = {name: held[name] for name in ("get_items", "splitter") if held.get(name) is not None}
    n_inp = int(held.get("n_inp", 1))
    for i, getter in enumerate(held.get("getters") or []):
        given["get_x" if i < n_inp else "get_y"] = getter
    for name, one in given.items():
        if not callable(one):
            return _without_parentheses(scene, frame, name, one)
    return None


def _without_parentheses(scene: Scene, frame: Frame, name: str, held: Any) -> Diagnosis:
    written = keyword_given(scene, name)
    call = _call_of(written)
    source = frame.names.get("source")
    if isinstance(held, str) and source is not None and is_table(source) and held in source.columns:
        return Diagnosis(
            f"`{name}` is the string '{held}', not a function.",
            f"'{held}' is a column of the table; `{name}` wants a function that reads it from a row.",
            f"{name}=ColReader('{held}')",
            "Read the column with ColReader:",
            card="getters",
        )
    text = ast.unparse(written) if written is not None else ""
    what = f"`{name}` was given {described(held)}" + (f", the result of `{text}`" if call is not None else "")
    cause = f"`{name}` wants a function, which fastai calls by itself"
    if call is not None:
        function = ast.unparse(call.func)
        extra = f"partial({function}, {', '.join(ast.unparse(one) for one in call.keywords)})"
        fix = f"{name}={extra if call.keywords and name == 'get_items' else function}"
        how = "Pass the function itself, without parentheses"
        if name == "get_items" and call.args:
            how += f"; `{ast.unparse(call.args[0])}` goes to `dataloaders(…)`"
        cause += "; here it was already called."
        if name == "splitter" and isinstance(call.func, ast.Call):
            fix, how = f"{name}={ast.unparse(call.func)}", "Leave out the second call"
        return Diagnosis(f"{what}.", cause, fix, how + ":", card="data-block")
    if name == "get_items":
        fix = f"dls = dblock.dataloaders({text or 'items'})   # and no get_items in the DataBlock"
        return Diagnosis(
            f"{what}.", f"{cause}.", fix, "Give the items themselves to `dataloaders`:", card="data-block"
        )
    fix = (
        "get_y=parent_label" if name == "get_y" else f"{name}=RandomSplitter()" if name == "splitter" else ""
    )
    return Diagnosis(f"{what}.", f"{cause}.", fix, "Pass a function, for example:", card="data-block")


@rule(TypeError, needs="fastai")
def called_without_argument(scene: Scene) -> Diagnosis | None:
    """get_y=parent_label(): the parentheses call the function at once, with nothing."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or call.args or call.keywords:
        return None
    around = parent(call)
    function = frame.value(call.func)
    if (
        not isinstance(around, ast.keyword)
        or around.arg not in FUNCTIONS
        or not isinstance(function, FunctionType)
    ):
        return None
    text = ast.unparse(call.func)
    return Diagnosis(
        f"`{around.arg}={text}()` calls `{text}` at once, without the argument that it needs.",
        f"`{around.arg}` wants the function itself; fastai calls it later, for each item.",
        f"{around.arg}={text}",
        "Leave out the parentheses:",
        card="data-block",
    )


@rule(TypeError, needs="fastai")
def splitter_not_called(scene: Scene) -> Diagnosis | None:
    """splitter=RandomSplitter: it makes a splitter only when it is called."""
    frame = _datasets(scene)
    if frame is None or frame is not scene.last:
        return None
    made, splitter = frame.names.get("splits"), stored(frame.names.get("self")).get("splitter")
    name = getattr(splitter, "__name__", "splitter")
    if isinstance(made, FunctionType):
        return Diagnosis(
            f"`splitter={name}` gave a function where two lists of indices were expected.",
            f"`{name}` makes a splitter when it is called; here it was passed without parentheses.",
            f"splitter={name}()",
            "Call it:",
            card="splitters",
        )
    if "splits" in frame.names and made is None and "items" in frame.names:
        return Diagnosis(
            f"The splitter `{name}` returned None.",
            "A splitter must return two lists of indices: those of the training and those of the validation items.",
            f"def {name}(items):\n    …\n    return train_idxs, valid_idxs",
            "Return both lists:",
            card="splitters",
        )
    return None


@rule(TypeError, ValueError, IndexError, needs="fastai")
def items_for_indices(scene: Scene) -> Diagnosis | None:
    """A splitter that returns the items themselves, or indices that do not exist."""
    frame = _datasets(scene)
    made = frame.names.get("splits") if frame is not None else None
    if frame is None or not isinstance(made, (tuple, list)) or not made:
        return _index_too_large(scene)
    first = next((one[0] for one in made if isinstance(one, (list, tuple)) and len(one)), None)
    if is_of(made[0], "fastcore.foundation", "L") and len(made[0]):
        first = made[0][0]
    if first is None or isinstance(first, (bool, int)) or hasattr(type(first), "__index__"):
        return None
    name = getattr(stored(frame.names.get("self")).get("splitter"), "__name__", "splitter")
    return Diagnosis(
        f"The splitter `{name}` returned items (the first is {described(first)}), not their indices.",
        "A splitter returns two lists of numbers: the positions of the training and of the validation items.",
        "splitter=FuncSplitter(lambda o: …)   # True for an item of the validation set",
        "Return positions, or let a splitter of fastai do it:",
        card="splitters",
    )


def _index_too_large(scene: Scene) -> Diagnosis | None:
    frame = scene.within("fastai.data.core", "subset")
    held = frame.names.get("self") if frame is not None else None
    if (
        frame is None
        or not is_of(held, "fastai.data.core", "TfmdLists")
        or not isinstance(scene.error, IndexError)
        or block_gone(scene) is not None
        or stored(held).get("split_idx")
        is not None  # a part that was asked for its parts: blocks_new_of_loaders
    ):
        return None
    splits, part = stored(held).get("splits"), frame.names.get("i")
    n = len(stored(held).get("items") or ())
    if not splits or not isinstance(part, int) or not len(splits[part]):
        return None
    most = max(int(i) for i in islice(splits[part], 100_000))
    if most < n:
        return None
    return Diagnosis(
        f"The splitter gave the index {most}, but there are only {counted(n, 'item')}: 0 to {n - 1}.",
        "It was made for other data, or for more of it.",
        "splitter=RandomSplitter(valid_pct=0.2, seed=42)",
        "Make the indices from these items, or split at random:",
        card="splitters",
    )


@rule(TypeError, IndexError, AttributeError, FileNotFoundError, needs="fastai")
def get_items_missing(scene: Scene) -> Diagnosis | None:
    """A DataBlock without get_items, given a folder."""
    frame = _datasets(scene)
    if frame is None or stored(frame.names.get("self")).get("get_items") is not None:
        return None
    source = frame.names.get("source")
    if not isinstance(source, (str, Path)) or frame.names.get("items") is not source:
        return None
    maker = scene.within("fastai.vision.data")
    if maker is not None:
        return Diagnosis(
            f"`{maker.function}` got the path `{source}` where it wants a list of files.",
            "Its second argument, `fnames`, is the list of pictures.",
            f"fnames = get_image_files('{source}')",
            "Collect the files first:",
            card="getting-data",
        )
    return Diagnosis(
        f"`dataloaders` was given the path `{source}`, and the DataBlock does not know what to take from there.",
        "`get_items` is missing: it is the function that finds the items at a path.",
        "get_items=get_image_files",
        "Add it to the DataBlock (for texts: `get_text_files`):",
        card="data-block",
    )


@rule(ValueError, needs="fastai")
def number_of_getters(scene: Scene) -> Diagnosis | None:
    """get_y without a block for the target, or more getters than blocks."""
    frame = scene.within("fastai.data.block", "__init__")
    block = frame.names.get("self") if frame is not None else None
    if frame is None or frame is not scene.last or not is_of(block, "fastai.data.block", "DataBlock"):
        return None
    if blocks_apart(scene) is not None:
        return None
    blocks = frame.names.get("blocks")
    n = len(blocks) if blocks is not None else 0
    held = stored(block)
    n_inp = int(held.get("n_inp", 1))
    written = keyword_given(scene, "blocks")
    text = ast.unparse(written) if written is not None else ""
    if n == 1 and held.get("get_y") is not None:
        first = text.strip("()[],") or "ImageBlock"
        return Diagnosis(
            f"There is a `get_y`, but `blocks` has only {counted(n, 'block')}: `{first}`.",
            "Each part of an item needs a block: the first for the input, one more for the target."
            + (" Parentheses alone make no tuple." if text and "," not in text else ""),
            f"blocks=({first}, CategoryBlock)",
            "Add the block of the target:",
            card="data-block",
        )
    name = "get_x" if scene.message.startswith("get_x") else "get_y"
    wanted = n_inp if name == "get_x" else n - n_inp
    given = held.get(name)
    many = len(given) if isinstance(given, (list, tuple)) else 1
    fix, how = as_many(scene, name, wanted, many, held.get("get_y"), n)
    return Diagnosis(
        f"`{name}` has {counted(many, 'function')}; with {counted(n, 'block')} and `n_inp={n_inp}` it needs {wanted}.",
        "There must be one function for each "
        + ("input" if name == "get_x" else "target")
        + "; several in a row for one of them belong in a Pipeline.",
        fix,
        how,
        card="data-block",
    )


@rule(TypeError, needs="fastai")
def unknown_to_data_block(scene: Scene) -> Diagnosis | None:
    """A keyword that DataBlock does not have."""
    frame = scene.within("fastai.data.block", "__init__")
    if (
        frame is None
        or frame is not scene.last
        or not is_of(frame.names.get("self"), "fastai.data.block", "DataBlock")
    ):
        return None
    wrong = list(frame.names.get("kwargs") or ())
    if not wrong:
        return None
    known = [
        "blocks",
        "get_items",
        "get_x",
        "get_y",
        "splitter",
        "getters",
        "item_tfms",
        "batch_tfms",
        "n_inp",
        "dl_type",
    ]
    name = wrong[0]
    call = scene.here.call if scene.here is not None else None
    given = next((ast.unparse(one.value) for one in call.keywords if one.arg == name), "…") if call else "…"
    if name in FOR_DATALOADERS:
        word = "bs" if name == "batch_size" else name
        fix = (
            f"dls = dblock.dataloaders(path, {word}={given})"
            if name != "source"
            else "dls = dblock.dataloaders(path)"
        )
        return Diagnosis(
            f"`DataBlock` has no argument `{name}`.",
            "It only describes the data; the path, the batch size and the like go to `dataloaders`.",
            fix,
            f"Give `{name}` there:",
            card="data-block",
        )
    near = re.findall(r"'(\w+)'", did_you_mean(name, known, n=1))
    meant = MEANT.get(name) or (f"{near[0]}={given}" if near else "")
    meant = meant.replace("…", given, 1) if meant.endswith("=…") else meant
    return Diagnosis(
        f"`DataBlock` has no argument `{name}`.",
        (f"It is called `{meant.partition('=')[0]}`." if meant else f"It has: {listed(known, 10)}."),
        meant,
        "Write:" if meant else "Use one of these.",
        card="data-block",
    )
