"""Normalize among the item_tfms, and Resize behind tensors: transforms at the wrong place on the way to a batch."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.scene import Scene

SIZED = ("RandomResizedCrop", "Resize", "CropPad", "RandomCrop", "RatioResize")


def _loader(scene: Scene) -> Any:
    """The loader of fastai's that was at work."""
    for _, held in scene.holding("self", lambda one: is_of(one, "fastai.data.load", "DataLoader")):
        return held
    for _, held in scene.holding("self", lambda one: is_learner(one) or is_dls(one)):
        dls = stored(held).get("dls") if is_learner(held) else held
        loaders = stored(dls).get("loaders") or [None]
        if is_of(loaders[0], "fastai.data.load", "DataLoader"):
            return loaders[0]
    return None


def _fs(loader: Any, event: str) -> list[Any]:
    return list(stored(stored(loader).get(event)).get("fs") or ())


@rule(RuntimeError, ValueError, TypeError, needs="fastai.data.transforms")
def normalize_for_items(scene: Scene) -> Diagnosis | None:
    """`item_tfms=[Resize(224), Normalize.from_stats(*imagenet_stats)]`: it is for batches."""
    loader = _loader(scene)
    if not any(is_of(one, "fastai.data.transforms", "Normalize") for one in _fs(loader, "after_item")):
        return None
    if not _has_dimension_too_many(scene):
        return None
    call = _made(scene)
    return Diagnosis(
        "`Normalize` is among the `item_tfms`; it made pictures of shape (1, channels, height, width).",
        "Its means have the shape (1, 3, 1, 1) of a batch: it is one of the `batch_tfms`.",
        _moved(call) if call is not None else "batch_tfms=Normalize.from_stats(*imagenet_stats)",
        "Give it there:",
        card="normalization",
    )


def _has_dimension_too_many(scene: Scene) -> bool:
    for frame in scene.frames:
        for held in list(frame.names.values()):
            if is_tensor(held) and (len(shape(held)) == 5 or (len(shape(held)) == 4 and shape(held)[0] == 1)):
                return True
    return False


def _is_normalize(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and "Normalize" in ast.unparse(node.func)


def _made(scene: Scene) -> ast.Call | None:
    """The learner's call that was given item_tfms with a Normalize."""
    for tree in trees(scene):
        for line in ast.walk(tree):
            for node in ast.iter_child_nodes(line):
                node.parent = line  # type: ignore[attr-defined]
                words = node.keywords if isinstance(node, ast.Call) else []
                if any(one.arg == "item_tfms" and "Normalize" in ast.unparse(one.value) for one in words):
                    return node  # type: ignore[return-value]
    return None


def _moved(call: ast.Call) -> str:
    given = {one.arg: one.value for one in call.keywords if one.arg}
    items = given["item_tfms"]
    parts = list(items.elts) if isinstance(items, (ast.List, ast.Tuple)) else [items]
    kept = [ast.unparse(one) for one in parts if not _is_normalize(one)]
    moved = [ast.unparse(one) for one in parts if _is_normalize(one)]
    batch = given.get("batch_tfms")
    before = [ast.unparse(one) for one in batch.elts] if isinstance(batch, (ast.List, ast.Tuple)) else []
    if batch is not None and not before:
        before = [f"*{ast.unparse(batch)}"]
    new = {
        "item_tfms": kept[0] if len(kept) == 1 else f"[{', '.join(kept)}]" if kept else "",
        "batch_tfms": f"[{', '.join([*before, *moved])}]" if before or len(moved) > 1 else "".join(moved),
    }
    return anew(call, new)


@rule(RuntimeError, needs="fastai.vision.augment")
def resize_behind_tensors(scene: Scene) -> Diagnosis | None:
    """`after_item=Resize(32)` for tensors: it changes pictures of PIL, and passes tensors by."""
    frame = scene.within("fastai.data.load", "create_batch")
    loader = frame.names.get("self") if frame is not None else None
    steps = _fs(loader, "after_item")
    sized = next((one for one in steps if type(one).__name__ in SIZED), None)
    if sized is None or "of type `TensorImage" not in scene.message or "axis 0" not in scene.message:
        return None
    if any(type(one).__name__ == "ToTensor" for one in steps):
        return None
    size = stored(sized).get("size")
    size = tuple(size) if isinstance(size, (tuple, list)) else (size, size)
    return Diagnosis(
        f"`{type(sized).__name__}` left the pictures as they are: they are tensors (TensorImage) when it comes.",
        "It works on pictures of PIL, and on points and boxes; so they still have different sizes.",
        _resized(scene, size) or f"im = F.interpolate(im[None], size={size})[0]",
        "Resize the tensor where it is made (or return a PILImage, and put ToTensor after the Resize):",
        card="image-size",
    )


def _resized(scene: Scene, size: tuple[Any, ...]) -> str:
    """The return of the learner's encodes with its tensor resized."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef) or node.name != "encodes":
                continue
            for line in ast.walk(node):
                made = [
                    one for one in ast.walk(line) if isinstance(line, ast.Return) and _is_tensor_image(one)
                ]
                if len(made) == 1:
                    inner = ast.unparse(made[0].args[0])  # type: ignore[attr-defined]
                    own = inner if inner.isidentifier() else f"({inner})"
                    return ast.unparse(line).replace(inner, f"F.interpolate({own}[None], size={size})[0]", 1)
    return ""


def _is_tensor_image(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and last_name(node.func).startswith("TensorImage") and len(node.args) == 1
    )
