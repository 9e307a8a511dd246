"""Items of different lengths: how a collate_fn pads the part of them that differs. No rules of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import Any

from fastaid.teach.objects import is_array, is_tensor, shape, stored
from fastaid.teach.rules.batches_none import loader_call
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.in_workers import dataset_of
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Scene

PAD = "torch.nn.utils.rnn.pad_sequence"
REST = "torch.utils.data.default_collate"
CHANNELS = (1, 2, 3, 4)  # of pictures: gray, gray and transparent, RGB, RGBA
SMALLEST = 16  # height and width of what may be pictures where nothing else tells
WITH_PICTURES = re.compile(r"Image|imread|read_image|ToTensor|to_tensor|transform|tfm|augment", re.I)

WITH_SOUND = re.compile(r"audio|spectro|wave?\b|librosa|mfcc", re.I)


def are_pictures(scene: Scene, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether items of these two shapes are pictures; a sequence of tables has three dimensions too."""
    every = {one, other}
    frame = scene.within("torch.utils.data._utils.collate", "collate_tensor_fn")
    batch = frame.names.get("batch") if frame is not None else None
    if isinstance(batch, (list, tuple)):
        every |= {shape(part) for part in batch if is_tensor(part) or is_array(part)}
    if any(len(part) != 3 or part[0] not in CHANNELS for part in every):
        return False
    found = re.search(r"axis \d+ of the batch and is of type `(\w+)`", scene.message)
    if found is not None and found[1] != "Tensor":
        return "Image" in found[1] or "Mask" in found[1]
    dataset = dataset_of(scene)
    module = type(dataset).__module__
    if module.startswith("torchvision") or any(name in stored(dataset) for name in ("transform", "tfms")):
        return True
    getter = vars(type(dataset)).get("__getitem__")
    node = source_of(getter) if callable(getter) else None
    text = ast.unparse(node) if node is not None else ""
    if WITH_PICTURES.search(text) and not WITH_SOUND.search(text):
        return True
    return one[:-1] != other[:-1] and all(min(part[1:]) >= SMALLEST for part in every)


def _items(scene: Scene) -> list[Any] | None:
    """The items of the batch that could not be made."""
    for module, function, name in (
        ("torch.utils.data._utils.fetch", "fetch", "data"),
        ("fastai.data.load", "create_batch", "b"),
    ):
        frame = scene.within(module, function)
        held = frame.names.get(name) if frame is not None else None
        if isinstance(held, list) and held:
            return held
    return None


def padded(scene: Scene) -> tuple[str, str]:
    """Which part of the items differs, in words, and the lines that pad it; empty where it is not in sight."""
    items = _items(scene)
    if items is None:
        return "", ""
    first = items[0]
    if isinstance(first, dict):
        return _of_dicts(scene, items)
    if isinstance(first, tuple) and len({len(one) for one in items}) == 1:
        return _of_tuples(scene, items)
    return ("", _lines(scene, [f"return {_pad('batch', items)}"])) if _can_pad(items) else ("", "")


def _of_dicts(scene: Scene, items: list[dict[Any, Any]]) -> tuple[str, str]:
    keys = [key for key in items[0] if _differs([one.get(key) for one in items])]
    if not keys:
        return "", ""
    words = " and ".join(repr(key) for key in keys)
    if not all(_can_pad([one[key] for one in items]) for key in keys):
        return words, ""
    key = keys[0]
    if len(keys) > 1:
        return words, _lines(
            scene,
            [
                f"keys = {keys!r}",
                "parts = {k: [one[k] for one in batch] for k in batch[0]}",
                f"return {{k: {PAD}(v, batch_first=True) if k in keys else {REST}(v) for k, v in parts.items()}}",
            ],
        )
    values = f"[one[{key!r}] for one in batch]"
    lines = [
        f"rest = [{{k: v for k, v in one.items() if k != {key!r}}} for one in batch]",
        f"long = {_pad(values, [one[key] for one in items])}",
        f"return {{**{REST}(rest), {key!r}: long}}",
    ]
    return words, _lines(scene, lines)


def _of_tuples(scene: Scene, items: list[tuple[Any, ...]]) -> tuple[str, str]:
    columns = list(zip(*items, strict=True))
    odd = [i for i, one in enumerate(columns) if _differs(one)]
    if not odd or not all(_can_pad(columns[i]) for i in odd):
        return "", ""
    names = ["xs", "ys"] if len(columns) == 2 else [f"x{i}s" for i in range(len(columns))]
    parts = [_pad(name, columns[i]) if i in odd else f"{REST}({name})" for i, name in enumerate(names)]
    return "", _lines(
        scene, [f"{', '.join(names)}{',' * (len(names) == 1)} = zip(*batch)", f"return {', '.join(parts)}"]
    )


def _of_fastai(scene: Scene) -> str:
    """The line that makes fastai's loaders, with a `create_batch` of the learner's; "" where there are several."""
    for tree in trees(scene):
        found = [
            (one, one.value)
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign)
            and isinstance(one.value, ast.Call)
            and last_name(one.value.func) in ("from_dsets", "dataloaders", "DataLoader", "TfmdDL")
        ]
        if found:
            line, call = found[0]
            target = " = ".join(ast.unparse(one) for one in line.targets)
            return f"{target} = {with_argument(call, 99, 'create_batch', 'pad')}" if len(found) == 1 else ""
    return ""


def _lines(scene: Scene, body: list[str]) -> str:
    if scene.within("fastai.data.load", "create_batch") is not None:
        made = _of_fastai(scene)
        return "\n".join(["def pad(batch):", *(f"    {one}" for one in body), made]) if made else ""
    found = loader_call(scene, dataset_of(scene))
    name, call = (
        found if found is not None else ("dl", ast.Call(ast.Name("DataLoader"), [ast.Name("ds")], []))
    )
    made = f"{name} = {with_argument(call, 99, 'collate_fn', 'pad')}"
    return "\n".join(["def pad(batch):", *(f"    {one}" for one in body), made])


def _pad(text: str, held: Sequence[Any]) -> str:
    is_tensors = all(is_tensor(one) for one in held)
    return f"{PAD}({text if is_tensors else f'[torch.as_tensor(one) for one in {text}]'}, batch_first=True)"


def _differs(held: Sequence[Any]) -> bool:
    return all(is_tensor(one) or is_array(one) for one in held) and len({shape(one) for one in held}) > 1


def _can_pad(held: Sequence[Any]) -> bool:
    """Whether the items differ in their first length alone, which is what pad_sequence fills up."""
    return _differs(held) and all(shape(one) for one in held) and len({shape(one)[1:] for one in held}) == 1
