"""fastai's transforms: given where they do not belong, not called, or missing; items of different sizes."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.batches_padded import are_pictures, padded
from fastaid.teach.rules.in_code import anew, assigned, keyword_given, last_name, parent
from fastaid.teach.rules.in_workers import dataset_of, is_from_worker, own_message
from fastaid.teach.rules.windows_short import past_the_end
from fastaid.teach.scene import Scene

AUGMENT = "fastai.vision.augment"
COLLATE = "torch.utils.data._utils.collate"
OF_BATCHES = ("AffineCoordTfm", "SpaceTfm", "LightingTfm")  # what aug_transforms is made of
SIZED = ("RandomResizedCrop", "Resize", "CropPad", "RandomCrop")
SIZES = re.compile(r"\[([\d, ]*)\] at entry \d+ and \[([\d, ]*)\] at entry \d+")
SHAPES = re.compile(r"torch\.Size\(\[([\d, ]*)\]\)")


def _fs(loader: Any, event: str) -> list[Any]:
    """A loader's transforms of one kind."""
    return list(stored(stored(loader).get(event)).get("fs") or ())


@rule(TypeError, NotImplementedError, RuntimeError, AttributeError, needs="fastai")
def transforms_given_wrongly(scene: Scene) -> Diagnosis | None:
    """aug_transforms without its call or as a list in a list; a number for Resize."""
    frame = scene.within("fastai.data.block", "dataloaders")
    block = stored(frame.names.get("self")) if frame is not None else {}
    for name in ("item_tfms", "batch_tfms"):
        for one in block.get(name) or ():
            said = _wrong_transform(scene, name, one)
            if said is not None:
                return said
    return None


def _wrong_transform(scene: Scene, name: str, held: Any) -> Diagnosis | None:
    if getattr(held, "__name__", "") == "aug_transforms" and getattr(held, "__module__", "") == AUGMENT:
        return Diagnosis(
            f"`{name}` holds the function `aug_transforms` itself.",
            "It makes a list of transforms when it is called; here the parentheses are missing.",
            "batch_tfms=aug_transforms()",
            "Call it:",
            card="data-augmentation",
        )
    if type(held) is list or is_of(held, "fastcore.foundation", "L"):
        return _list_in_list(scene, name, list(held))
    if type(held) in (int, tuple):
        return Diagnosis(
            f"`{name}` was given {held}, which is no transform.",
            "A size alone does nothing; the transform that changes the size is `Resize`.",
            f"item_tfms=Resize({held})",
            "Write:",
            card="image-size",
        )
    return None


def _list_in_list(scene: Scene, name: str, held: list[Any]) -> Diagnosis:
    written = keyword_given(scene, name)
    text = ast.unparse(written) if written is not None else ""
    parts = [ast.unparse(one) for one in written.elts] if isinstance(written, ast.List) else []
    inner = [one for one in parts if _is_list(scene, one, held)]
    fix, how, why = f"{name}=[*aug_transforms(), …]", "Unpack it with a star:", ""
    if len(inner) == 1 and name == "item_tfms" and any(is_of(one, AUGMENT, *OF_BATCHES) for one in held):
        kept = [one for one in parts if one not in inner]
        sized = kept[0] if len(kept) == 1 else f"[{', '.join(kept)}]" if kept else "Resize(224)"
        fix, how = f"item_tfms={sized}, batch_tfms={inner[0]}", "Give the list as `batch_tfms`:"
        why = " And they work on whole batches: they are no `item_tfms`."
    elif len(inner) == 1:
        fix = f"{name}=[{', '.join('*' + one if one in inner else one for one in parts)}]"
    source = inner[0] if inner and "(" not in inner[0] else "aug_transforms()"
    return Diagnosis(
        f"`{name}` holds a list inside a list: `{text or name}`.",
        (
            f"`{source}` is a list of transforms, not one transform."
            if source != "aug_transforms()"
            else "`aug_transforms()` returns a list of transforms, not one transform."
        )
        + why,
        fix,
        how,
        card="data-augmentation",
    )


def _is_list(scene: Scene, part: str, held: list[Any]) -> bool:
    """Whether a part of the written list is the list that was found in it."""
    found = scene.names.get(part)
    if found is None:
        return part.startswith("aug_transforms(")
    is_list = type(found) is list or is_of(found, "fastcore.foundation", "L")
    return is_list and [id(one) for one in found] == [id(one) for one in held]


@rule(NotImplementedError, RuntimeError, TypeError, needs="fastai")
def batch_transforms_for_items(scene: Scene) -> Diagnosis | None:
    """aug_transforms in item_tfms: they work on batches of float tensors."""
    frame = scene.within("fastai.data.load", "do_item")
    if frame is None or scene.within(AUGMENT) is None:
        return None
    after = _fs(frame.names.get("self"), "after_item")
    wrong = next((one for one in after if is_of(one, AUGMENT, *OF_BATCHES)), None)
    if wrong is None:
        return None
    written = keyword_given(scene, "item_tfms")
    parts = [ast.unparse(one) for one in written.elts] if isinstance(written, ast.List) else []
    kept = [one for one in parts if "aug_transforms" not in one]
    sized = kept[0] if len(kept) == 1 else f"[{', '.join(kept)}]" if kept else "Resize(224)"
    text = next((one.lstrip("*") for one in parts if "aug_transforms" in one), "aug_transforms()")
    return Diagnosis(
        f"`item_tfms` holds `{type(wrong).__name__}`, a transform of `aug_transforms`.",
        "These work on whole batches of float numbers; `item_tfms` are applied before, to single pictures "
        "of whole numbers.",
        f"item_tfms={sized}, batch_tfms={text}",
        "Give them as `batch_tfms`:",
        card="data-augmentation",
    )


@rule(TypeError, needs="fastai")
def size_missing(scene: Scene) -> Diagnosis | None:
    """Resize without its size."""
    if "'size'" not in scene.message or "missing" not in scene.message:
        return None
    name = next((one for one in SIZED if f"{one}.__init__" in scene.message), "")
    last = scene.last
    if not name or last is None or not last.module.startswith("fasttransform"):
        return None
    call = scene.here.call if scene.here is not None else None
    nodes = list(ast.walk(call)) if call is not None else []
    own = next((one for one in nodes if last_name(one) == name), None)
    around = parent(own)
    is_called = isinstance(around, ast.Call) and around.func is own
    text = ast.unparse(around) if is_called and around is not None else ""
    return Diagnosis(
        f"`{name}` was given no size" + ("." if is_called else ": it was named without its parentheses."),
        f"`{name}` makes all pictures one size, and must know which.",
        text.replace(f"{name}(", f"{name}(224, ", 1).replace(", )", ")")
        if text
        else f"item_tfms={name}(224)",
        "Say it:",
        card="image-size",
    )


@rule(RuntimeError, needs="torch")
def different_sizes(scene: Scene) -> Diagnosis | None:
    """Items of different shapes cannot be stacked into a batch."""
    is_fastai = "fa_collate" in scene.message
    if scene.within(COLLATE) is None and not is_from_worker(scene):
        return None
    one, other = _both(scene, is_fastai)
    if one is None or other is None or one == other:
        return None
    both, is_pictures = f"{one} and {other}", are_pictures(scene, one, other)
    if is_pictures and one[0] != other[0] and one[1:] == other[1:]:
        return _channels(both, one[0], other[0], is_fastai)
    if is_fastai and (is_pictures or "axis 0 of the batch" not in scene.message):
        return _in_fastai(scene, both)
    sized = _torchvision_resize(dataset_of(scene)) if not is_fastai else None
    if sized is not None:
        return Diagnosis(
            f"The pictures of a batch have different sizes: {both}.",
            f"`transforms.Resize({sized})` with one number makes the shorter side {sized} and keeps the proportions.",
            f"transforms.Resize(({sized}, {sized}))",
            "Give height and width (or add `transforms.CenterCrop` after it):",
            card="image-size",
        )
    if is_pictures:
        return Diagnosis(
            f"The pictures of a batch have different sizes: {both}.",
            "A batch is one tensor; all its pictures need the same height and width. Nothing resizes them here.",
            "transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()])",
            "Resize them all in the data set's transform:",
            card="image-size",
        )
    said = past_the_end(scene, f"The items of a batch have different shapes: {both}.")
    if said is not None:
        return said
    part, lines = padded(scene)
    return Diagnosis(
        f"The {f'values of {part}' if part else 'items'} of a batch have different shapes: {both}.",
        "A batch is one tensor; all its items need the same shape.",
        lines,
        "Bring them to one length by padding them with zeros:"
        if lines
        else "Bring them to one shape where they are made.",
        card="batch",
    )


def _both(scene: Scene, is_fastai: bool) -> tuple[Any, Any]:
    """Two shapes that differ: of the tensors themselves, or as a worker's message tells them."""
    frame = scene.within(COLLATE, "collate_tensor_fn")
    batch = frame.names.get("batch") if frame is not None else None
    if isinstance(batch, (list, tuple)) and batch and all(is_tensor(one) or is_array(one) for one in batch):
        first = shape(batch[0])
        return first, next((shape(one) for one in batch if shape(one) != first), None)
    if is_fastai:
        texts = SHAPES.findall(scene.message)[:2]
    else:
        found = SIZES.search(own_message(scene))
        texts = list(found.groups()) if found else []
    if len(texts) < 2:
        return None, None
    one, other = (tuple(int(n) for n in re.findall(r"\d+", text)) for text in texts)
    return one, other


def _torchvision_resize(dataset: Any) -> int | None:
    """The size of a torchvision Resize that was given as one number."""
    held = next((one for one in map(stored(dataset).get, ("transform", "tfms", "transforms")) if one), None)
    every = stored(held).get("transforms") or [held]
    for one in every if isinstance(every, (list, tuple)) else []:
        size = stored(one).get("size")
        if isinstance(size, (list, tuple)) and len(size) == 1:
            size = size[0]
        if type(one).__name__ == "Resize" and isinstance(size, int):
            return size
    return None


def _channels(both: str, one: int, other: int, is_fastai: bool) -> Diagnosis:
    names = {1: "grayscale (1 channel)", 3: "RGB (3 channels)", 4: "RGBA (4 channels, with transparency)"}
    first, second = (names.get(n, f"of {n} channels") for n in (one, other))
    return Diagnosis(
        f"The pictures of a batch have different numbers of channels: {both}.",
        f"Some are {first}, others {second}.",
        "PILImage.create(fn)" if is_fastai else "Image.open(path).convert('RGB')",
        "Make all of them RGB where they are opened:",
        card="batch",
    )


def _in_fastai(scene: Scene, both: str) -> Diagnosis | None:
    found = re.search(r"axis (\d+) of the batch and is of type `(\w+)`", scene.message)
    axis, kind = (int(found[1]), found[2]) if found else (0, "")
    if axis and "Image" not in kind and "Mask" not in kind:
        return _targets(kind, both)
    frame = scene.within("fastai.data.load", "create_batch")
    loader = frame.names.get("self") if frame is not None else _worker_loader(scene)
    late = next((one for one in _fs(loader, "after_batch") if type(one).__name__ in SIZED), None)
    if late is None and any(type(one).__name__ in SIZED for one in _fs(loader, "after_item")):
        return None
    size = stored(late).get("size") if late is not None else None
    wanted = "Resize(224)"
    if late is not None:
        wanted = f"{type(late).__name__}({size[0] if isinstance(size, (tuple, list)) else size or 224})"
    call = next((one for one in _makers(scene)), None)
    left = _less(scene, call, type(late).__name__) if late is not None and call is not None else ""
    drop = ("batch_tfms",) if late is not None and not left else ()
    wanted_all = {"item_tfms": wanted, **({"batch_tfms": left} if left else {})}
    return Diagnosis(
        f"The pictures of a batch have different sizes: {both}.",
        "A batch is one tensor, so all its pictures need one size, and no `item_tfms` resizes them."
        if late is None
        else f"`{type(late).__name__}` is among the `batch_tfms`, which come after the batch is put together.",
        anew(call, wanted_all, drop=drop) if call is not None else f"item_tfms={wanted}",
        "Add a Resize:" if late is None else "Give it as `item_tfms`, which work on each picture before:",
        card="image-size",
    )


def _less(scene: Scene, call: ast.Call, name: str) -> str:
    """What was written as batch_tfms without one transform; "" where nothing else is there."""
    written = next((one.value for one in call.keywords if one.arg == "batch_tfms"), None)
    if isinstance(written, ast.Name):
        written = assigned(scene, written.id)
    if isinstance(written, ast.BinOp) and isinstance(written.op, ast.Add):
        sides = [written.left, written.right]
        kept = [one for one in sides if not any(last_name(part) == name for part in ast.walk(one))]
        return ast.unparse(kept[0]) if len(kept) == 1 else ""
    if not isinstance(written, (ast.List, ast.Tuple)):
        return ""
    rest = [one for one in written.elts if not (isinstance(one, ast.Call) and last_name(one.func) == name)]
    if len(rest) == 1 and isinstance(rest[0], ast.Starred):
        return ast.unparse(rest[0].value)
    return f"[{', '.join(ast.unparse(one) for one in rest)}]" if rest else ""


def _worker_loader(scene: Scene) -> Any:
    frame = scene.within("fastai.data.load", "__iter__")
    return frame.names.get("self") if frame is not None else None


def _targets(kind: str, both: str) -> Diagnosis:
    is_boxes = kind in ("TensorBBox", "TensorMultiCategory")
    things = {"TensorPoint": "points", "TensorBBox": "boxes"}.get(kind, "values")
    return Diagnosis(
        f"The targets of a batch (`{kind}`) have different shapes: {both}.",
        f"Not every item has the same number of {things}; a batch is one tensor.",
        "blocks=(ImageBlock, BBoxBlock, BBoxLblBlock), n_inp=1" if is_boxes else "",
        "Let BBoxBlock pad them:"
        if is_boxes
        else "Let every item have the same number, or pad with one that means: none.",
        card="batch",
    )


def _makers(scene: Scene) -> list[ast.Call]:
    """The calls in the cell that make data of pictures."""
    nodes = list(ast.walk(scene.tree)) if scene.tree is not None else []
    for node in nodes:
        for child in ast.iter_child_nodes(node):
            child.parent = node  # type: ignore[attr-defined]
    return [
        one
        for one in nodes
        if isinstance(one, ast.Call)
        and (last_name(one.func) == "DataBlock" or "DataLoaders.from_" in ast.unparse(one.func))
    ]
