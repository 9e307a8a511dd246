"""Masks, points, boxes and several labels: the blocks for pictures that have another target than one class."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, keyword_given, last_name
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Scene

CORE, DATA = "fastai.vision.core", "fastai.vision.data"
BLOCKS = ("PointBlock", "BBoxBlock")


# How many inputs, how many targets ----------------------------------------------------------------------


@rule(ValueError, needs="fastai.data.block")
def inputs_not_counted(scene: Scene) -> Diagnosis | None:
    """Two targets, and n_inp left out: DataBlock takes the last block alone for a target."""
    frame = scene.within("fastai.data.block", "__init__")
    block = frame.names.get("self") if frame is not None else None
    if frame is None or frame is not scene.last or not is_of(block, "fastai.data.block", "DataBlock"):
        return None
    maker = scene.within(DATA, "from_label_func")
    made = maker.names.get("label_func") if maker is not None else None
    if isinstance(made, (list, tuple)) or is_of(made, "fastcore.foundation", "L"):
        return _list_for_function(scene)
    given: Any = stored(block).get("get_y")
    held: Any = frame.names.get("blocks")
    if given is None or held is None or not scene.message.startswith("get_y"):
        return None
    n, many = len(held), len(given) if isinstance(given, (list, tuple)) else 1
    call = scene.here.call if scene.here is not None else None
    if call is None or last_name(call.func) != "DataBlock":
        return None
    if frame.names.get("n_inp") is None and 1 < many < n:
        return Diagnosis(
            f"`get_y` has {many} functions for {many} targets; DataBlock counted {n - 1} inputs and 1 target.",
            f"Of {n} blocks it takes the last alone for a target, unless `n_inp` says how many are inputs.",
            anew(call, {"n_inp": str(n - many)}),
            f"Say that {n - many} of the blocks {'is an input' if n - many == 1 else 'are inputs'}:",
            card="data-block",
        )
    wanted = n - int(stored(block).get("n_inp", 1))
    if many == 1 and wanted == 2:
        written = keyword_given(scene, "get_y")
        text = ast.unparse(written).strip("[]") if written is not None else "get_y"
        text = text if text.isidentifier() else "get_both"
        return Diagnosis(
            f"`get_y` is one function, and there are {wanted} targets.",
            "Each target has a getter of its own: the boxes one, their labels another.",
            f"get_y=[lambda o: {text}(o)[0], lambda o: {text}(o)[1]]",
            f"Give a list of two (here for a `{text}` that returns both):",
            card="data-block",
        )
    return None


def _list_for_function(scene: Scene) -> Diagnosis:
    call = scene.here.call if scene.here is not None else None
    written = call.args[2] if call is not None and len(call.args) > 2 else keyword_given(scene, "label_func")
    text = ast.unparse(written) if written is not None else "the third argument"
    return Diagnosis(
        f"`label_func` got a list, `{text}`.",
        "It is a function: fastai calls it with the path of each picture, and it returns the path of its mask.",
        "def label_func(o): return path/'labels'/f'{o.stem}_P{o.suffix}'",
        "Write such a function (with the folder and names of your masks), and pass it without parentheses:",
        card="segmentation",
    )


@rule(TypeError, needs=DATA)
def block_was_called(scene: Scene) -> Diagnosis | None:
    """PointBlock() and BBoxBlock(): they are blocks already."""
    here = scene.here
    call = here.call if here is not None and scene.is_raised_by_learner else None
    if call is None or last_name(call.func) not in BLOCKS or "not callable" not in scene.message:
        return None
    name = ast.unparse(call.func)
    return Diagnosis(
        f"`{name}` was called like a function.",
        f"ImageBlock and MaskBlock are functions that make a block; {' and '.join(BLOCKS)} are blocks already.",
        f"blocks=(ImageBlock, {name})",
        "Leave its parentheses out:",
        card="regression-and-points",
    )


# Masks --------------------------------------------------------------------------------------------------


def _as_unet(scene: Scene, name: str) -> str:
    """The line that made the Learner, with unet_learner; the number of classes comes from the data."""
    call = assigned(scene, name)
    if not isinstance(call, ast.Call) or last_name(call.func) != "vision_learner":
        return f"{name} = unet_learner(dls, resnet34)"
    return f"{name} = {anew(call, drop=('n_out',))}".replace("vision_learner(", "unet_learner(", 1)


@rule(ValueError, RuntimeError, IndexError, needs=CORE)
def masks_and_outputs(scene: Scene) -> Diagnosis | None:
    """Masks of another size than the pictures, a loss for the last axis, a model with one answer for a picture."""
    learn = learner_in(scene)
    yb: Any = stored(learn).get("yb") if learn is not None else None
    pred: Any = stored(learn).get("pred") if learn is not None else None
    if (
        scene.within("torch.nn.functional", "cross_entropy") is None
        or not isinstance(yb, tuple)
        or len(yb) != 1
    ):
        return None
    if (
        not is_tensor(yb[0])
        or not is_tensor(pred)
        or scene.within("fastai.learner", "accumulate") is not None
    ):
        return None
    name = learner_name(scene, learn)
    if not has_masks(learn):
        return _unet_for_classes(learn, name, pred, yb[0])
    if pred.ndim == 2:
        return Diagnosis(
            f"The masks have shape {shape(yb[0])}, a class for each pixel; the model gives {shape(pred)}, one answer "
            "for each picture.",
            "`vision_learner` makes a classifier of whole pictures. A class for each pixel needs a U-Net.",
            _as_unet(scene, name),
            "Write:",
            card="segmentation",
        )
    if pred.ndim != 4 or yb[0].ndim != 3:
        return None
    if shape(pred)[2:] != shape(yb[0])[1:]:
        return Diagnosis(
            f"The model gives {shape(pred)[2:]} pixels, as the pictures have; the masks have {shape(yb[0])[1:]}.",
            "Each pixel of a picture needs its class, so a mask must have the size of its picture.",
            f"item_tfms=Resize({shape(pred)[2]}, method='squish')",
            "Resize brings both to one size; add it where the data are made:",
            card="segmentation",
        )
    loss = stored(learn).get("loss_func")
    if is_of(loss, "fastai.losses", "CrossEntropyLossFlat") and stored(loss).get("axis") != 1:
        return Diagnosis(
            f"The prediction is {shape(pred)}: its classes are in dimension 1. The loss looks for them in the last.",
            "`CrossEntropyLossFlat` has axis=-1, right for a class per picture; with masks the classes are in axis 1.",
            f"{name}.loss_func = CrossEntropyLossFlat(axis=1)",
            "Give the axis (or leave `loss_func` out: the data bring the right one):",
            card="segmentation",
        )
    return None


def has_masks(learn: Any) -> bool:
    """Whether a Learner's targets are masks (a batch's types are gone by the time of the loss)."""
    loaders = stored(stored(learn).get("dls")).get("loaders") or [None]
    items = stored(stored(loaders[0]).get("after_item")).get("fs") or ()
    return any(is_of(one, CORE, "AddMaskCodes") for one in items)


def _unet_for_classes(learn: Any, name: str, pred: Any, targ: Any) -> Diagnosis | None:
    loaders = stored(stored(learn).get("dls")).get("loaders") or [None]
    parts = stored(stored(loaders[0]).get("dataset")).get("tls") or [None]
    kinds = stored(stored(parts[-1]).get("tfms")).get("fs") or ()
    is_class = any(is_of(one, "fastai.data.transforms", "Categorize") for one in kinds)
    if not is_class or pred.ndim != 4 or targ.ndim != 1:
        return None
    if is_of(stored(learn).get("model"), "fastai.vision.models.unet", "DynamicUnet"):
        return Diagnosis(
            f"The model gives {shape(pred)}, an answer for each pixel; the target, {shape(targ)}, one class a picture.",
            "`unet_learner` is for masks (segmentation). One class for a whole picture needs a classifier.",
            f"{name} = vision_learner(dls, resnet18, metrics=error_rate)",
            "Write:",
            card="segmentation",
        )
    return Diagnosis(
        f"The model gives {shape(pred)}: still a picture of {shape(pred)[1]} channels. The target is {shape(targ)}, "
        "one class for each picture.",
        "A classifier ends with one number for each class: the last height and width must go.",
        f"{name}.model = nn.Sequential({name}.model, nn.AdaptiveAvgPool2d(1), nn.Flatten())",
        "Take the mean over each channel and flatten, at the end of the model:",
        card="pooling",
    )


@rule(AssertionError, needs="fastai.metrics")
def metric_of_pixels(scene: Scene) -> Diagnosis | None:
    """Jaccard, F1Score and the like, which look for the classes in the last axis, on masks."""
    frame = scene.within("fastai.metrics", "accumulate")
    metric = frame.names.get("self") if frame is not None else None
    learn: Any = frame.names.get("learn") if frame is not None else None
    yb = stored(learn).get("yb")
    if not is_of(metric, "fastai.metrics", "AccumMetric") or not isinstance(yb, tuple) or not yb:
        return None
    if not has_masks(learn) or stored(metric).get("dim_argmax") != -1:
        return None
    func = stored(metric).get("func")
    word = str(getattr(func, "__name__", "")).removesuffix("_score")
    made = {"jaccard": "Jaccard", "f1": "F1Score", "precision": "Precision", "recall": "Recall"}.get(word, "")
    pred, better = stored(learn)["pred"], "JaccardCoeff" if made == "Jaccard" else "DiceMulti"
    return Diagnosis(
        f"`{made or word}` looks for the classes in the last dimension; the predictions are {shape(pred)}, with the "
        "classes in dimension 1.",
        "It is for one class per picture. For masks fastai has Dice (two classes), DiceMulti and JaccardCoeff.",
        f"{learner_name(scene, learn)}.metrics = [foreground_acc, {better}()]",
        "Use one for masks:",
        card="segmentation",
    )


# Points and boxes ---------------------------------------------------------------------------------------


@rule(RuntimeError, TypeError, ValueError, needs=CORE)
def points_are_no_pairs(scene: Scene) -> Diagnosis | None:
    """A point with three numbers, a box with three, or coordinates as text."""
    frame = scene.within(CORE, "create")
    kind = frame.names.get("cls") if frame is not None else None
    if frame is None or not isinstance(kind, type) or kind.__name__ not in ("TensorPoint", "TensorBBox"):
        return None
    held, size = frame.names.get("x", frame.names.get("t")), 2 if kind.__name__ == "TensorPoint" else 4
    block = "PointBlock" if size == 2 else "BBoxBlock"
    if isinstance(held, str):
        numbers = held.replace(",", " ").split()
        if (
            not all(one.strip().lstrip("-").replace(".", "", 1).isdigit() for one in numbers)
            or len(numbers) < 2
        ):
            return None
        sep = "','" if "," in held else "' '"
        return Diagnosis(
            f"The coordinates are a text, {held!r}.",
            f"`{block}` takes numbers: a list or tensor of them.",
            f"return [float(v) for v in text.split({sep})]",
            "Make numbers of the text in the function that returns them:",
            card="regression-and-points",
        )
    count = _count(held)
    if count is None or count % size == 0:
        return None
    return Diagnosis(
        f"The target has {counted(count, 'number')}; `{block}` takes "
        + (
            "points, two numbers each (x, y)."
            if size == 2
            else "boxes, four numbers each (left, top, right, bottom)."
        ),
        f"{count} cannot be cut into groups of {size}.",
        "return [[x, y]]" if size == 2 else "return [[left, top, right, bottom]]",
        "Return them so, one group for each"
        + (" (plain numbers that are no places in the picture need RegressionBlock):" if size == 2 else ":"),
        card="regression-and-points",
    )


def _count(held: Any) -> int | None:
    if is_tensor(held):
        return int(held.numel())
    if hasattr(held, "size") and isinstance(held.size, int):
        return held.size
    if not isinstance(held, (list, tuple)):
        return None
    parts = [_count(one) if isinstance(one, (list, tuple)) or is_tensor(one) else 1 for one in held]
    return None if None in parts else sum(one for one in parts if one is not None)


@rule(TypeError, needs=DATA)
def boxes_without_labels(scene: Scene) -> Diagnosis | None:
    """BBoxBlock without BBoxLblBlock."""
    frame = scene.within(DATA, "bb_pad")
    if frame is None or "label" not in scene.message:
        return None
    return Diagnosis(
        "The data have boxes without labels: `BBoxBlock` is there, `BBoxLblBlock` is not.",
        "Pictures have different numbers of boxes. fastai fills them up to one number, and does that for boxes and "
        "labels together.",
        "blocks=(ImageBlock, BBoxBlock, BBoxLblBlock),\nget_y=[get_boxes, get_labels], n_inp=1",
        "Add the labels, a list of names for each picture's boxes:",
        card="data-block",
    )


@rule(IndexError, RuntimeError, needs=DATA)
def boxes_and_labels_differ(scene: Scene) -> Diagnosis | None:
    """A picture with another number of labels than boxes."""
    frame = scene.within(DATA, "clip_remove_empty")
    boxes: Any = frame.names.get("bbox") if frame is not None else None
    labels: Any = frame.names.get("label") if frame is not None else None
    if frame is None or not is_tensor(boxes) or not is_tensor(labels) or not labels.ndim:
        return None
    n, m = boxes.numel() // 4, shape(labels)[0]
    if n == m:
        return None
    return Diagnosis(
        f"A picture has {counted(n, 'box', 'boxes')} and {counted(m, 'label')}.",
        "There must be one label for each box. A label that is a text, not a list, counts as one for each letter.",
        "return ['cat']   # one box; for two: ['cat', 'dog']",
        "Return a list with as many names as there are boxes:",
        card="data-block",
    )


# Several labels -----------------------------------------------------------------------------------------


@rule(TypeError, needs="fastai.data.transforms")
def encoded_without_vocab(scene: Scene) -> Diagnosis | None:
    """MultiCategoryBlock(encoded=True) without vocab."""
    frame = scene.within("fastai.data.transforms", "__init__")
    held = frame.names.get("self") if frame is not None else None
    if (
        frame is None
        or frame.names.get("vocab") is not None
        or type(held).__name__ != "EncodedMultiCategorize"
    ):
        return None
    reader = keyword_given(scene, "get_y")
    columns = ast.unparse(reader.args[0]) if isinstance(reader, ast.Call) and reader.args else "classes"
    return Diagnosis(
        "`MultiCategoryBlock(encoded=True)` was not told what its columns of zeros and ones stand for.",
        "Labels that are encoded already carry no names, so the `vocab` must be given.",
        f"MultiCategoryBlock(encoded=True, vocab={columns})",
        "Give the names in the order of the columns:",
        card="multi-label-classification",
    )


@rule(TypeError, needs="fastai.data.transforms")
def one_label_for_several(scene: Scene) -> Diagnosis | None:
    """MultiCategoryBlock with one number or name for each item."""
    frame = scene.within("fastai.data.transforms", "setups") or scene.within(
        "fastai.data.transforms", "encodes"
    )
    held = frame.names.get("self") if frame is not None else None
    label = frame.names.get("b", frame.names.get("o")) if frame is not None else None
    if (
        frame is None
        or frame is not scene.last
        or not is_of(held, "fastai.data.transforms", "MultiCategorize")
    ):
        return None
    if (
        isinstance(label, (str, list, tuple, Path))
        or label is None
        or is_tensor(label)
        or hasattr(label, "__len__")
    ):
        return None
    missing = label != label
    return Diagnosis(
        f"The labels of an item are {'missing (NaN)' if missing else f'{label!r}, {described(label)}'}; "
        "`MultiCategoryBlock` wants a list of them.",
        "An item may have several labels, so they always come as a list, also if there is only one.",
        "df['labels'] = df['labels'].fillna('')"
        if missing
        else "CategoryBlock   # or: get_y returns [label]",
        "Fill the gaps:" if missing else "For one label for each item:",
        card="multi-label-classification",
    )
