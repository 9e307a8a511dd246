"""Items of different lengths: how a collate_fn pads the part of them that differs. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from fastaid.teach.objects import is_array, is_tensor, shape
from fastaid.teach.rules.batches_none import loader_call
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_workers import dataset_of
from fastaid.teach.scene import Scene

PAD = "torch.nn.utils.rnn.pad_sequence"
REST = "torch.utils.data.default_collate"


def padded(scene: Scene) -> tuple[str, str]:
    """Which part of the items differs, in words, and the lines that pad it; empty where it is not in sight."""
    frame = scene.within("torch.utils.data._utils.fetch", "fetch")
    items = frame.names.get("data") if frame is not None else None
    if not isinstance(items, list) or not items:
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


def _lines(scene: Scene, body: list[str]) -> str:
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
