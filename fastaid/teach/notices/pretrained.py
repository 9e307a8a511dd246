"""Pretrained networks of torchvision's that get pictures as they never saw any."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.data import vocabulary
from fastaid.teach.notices.loaders import is_loader
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_learner, is_module, is_of, stored

MOST_CELLS = 40  # of the notebook are searched for the line that makes a network
# Words that tell that somebody sees to it in another way.
NORMALIZES = re.compile(
    r"(?i)normali[sz]e|\bmean\b|\bstd\b|\.transforms\(|imagenet_stats|batch_?norm\w*\(|preprocess"
)


def _is_torchvisions(held: Any) -> bool:
    """Whether it is a network of torchvision's for pictures."""
    return (
        is_module(held)
        and type(held).__module__.startswith("torchvision.models")
        and not (".detection" in type(held).__module__ or ".quantization" in type(held).__module__)
    )


def _sources(cell: Cell) -> list[str]:
    """The cell, then the notebook's earlier ones."""
    before = cell.names.get("In")
    earlier = list(before)[-MOST_CELLS:] if isinstance(before, list) else []
    return [cell.source, *(one for one in reversed(earlier) if isinstance(one, str))]


def _has_weights(cell: Cell, name: str) -> bool:
    """Whether the line that made a network asked for pretrained weights."""
    line = re.compile(rf"(?m)^\s*{re.escape(name)}\s*=\s*(.*)$")
    sources = _sources(cell)
    if any(f"{name}.load_state_dict(" in source for source in sources):
        return False
    for source in sources:
        made = line.findall(source)
        if made:
            given = re.search(r"\b(weights|pretrained)\s*=\s*([\w.'\"]+)", made[0])
            is_none = given is not None and given[2] in cell.names and not cell.names[given[2]]
            return given is not None and given[2] not in ("None", "False") and not is_none
    return False


@check("for ", also=("@DataLoader",), needs="torchvision", reached=True)
def not_normalized(cell: Cell) -> Iterator[Notice]:
    """A loop gives a pretrained network pictures that only went through ToTensor."""
    models = [(name, held) for name, held in cell.live(_is_torchvisions) if _is_called(cell, name)]
    if not models or NORMALIZES.search(cell.source):
        return
    for loader_name, loader in cell.live(is_loader):
        steps = _steps(stored(loader).get("dataset"))
        if "ToTensor" not in steps or any("ormal" in one or one == "Lambda" for one in steps):
            continue
        for name, model in models:
            if _has_weights(cell, name) and _is_gone_over(cell, loader_name):
                yield Notice(
                    f"`{name}` is pretrained on normalized pictures (ImageNet's mean and std), but the transforms of "
                    f"`{loader_name}` end with values from 0 to 1. Add after `ToTensor()`: "
                    "`transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])`.",
                    id(model),
                    card="normalization",
                )
                return


def _is_called(cell: Cell, name: str) -> bool:
    calls = [one for one in cell.all_nodes if isinstance(one, ast.Call)]
    if any(isinstance(one.func, ast.Name) and one.func.id == name for one in calls):
        return True
    # Given to a function of the learner's, which trains it.
    given = [one for one in calls if any(isinstance(arg, ast.Name) and arg.id == name for arg in one.args)]
    return any(cell.written(one.func) is not None for one in given)


def _is_gone_over(cell: Cell, loader: str) -> bool:
    loops = [one for one in cell.all_nodes if isinstance(one, ast.For)]
    return any(
        isinstance(one, ast.Name) and one.id == loader for loop in loops for one in ast.walk(loop.iter)
    ) or any(
        isinstance(one, ast.Name) and one.id == loader
        for call in cell.of(ast.Call)
        for one in call.args
        if cell.written(call.func) is not None
    )


def _steps(data: Any) -> list[str]:
    """The names of a folder's transforms, in order; [] where a function of the learner's is among them."""
    while is_of(data, "torch.utils.data", "Subset"):
        data = stored(data).get("dataset")
    if not is_of(data, "torchvision.datasets", "ImageFolder"):
        return []
    transform = stored(data).get("transform")
    inner = stored(transform).get("transforms") if type(transform).__name__ == "Compose" else [transform]
    found = list(inner or ())
    if not all(type(one).__module__.startswith("torchvision.transforms") for one in found):
        return []
    return [type(one).__name__ for one in found]


@check("Learner(", needs="torchvision")
def not_normalized_in_learner(cell: Cell) -> Iterator[Notice]:
    """The same in a Learner that was trained at once: its weights no longer tell that they came from elsewhere."""
    for name, call in cell.assigned():
        learn = cell.names.get(name)
        if not isinstance(call, ast.Call) or last_name(call.func) != "Learner" or not is_learner(learn):
            continue
        recorder = stored(stored(learn).get("recorder"))
        given = keyword(call, "model") or (call.args[1] if len(call.args) > 1 else None)
        is_changed = any(keyword(call, one) is not None for one in ("cbs", "normalize"))
        if not recorder.get("losses") or is_changed or not _is_torchvisions(stored(learn).get("model")):
            continue
        if not (isinstance(given, ast.Name) and _has_weights(cell, given.id)) and not _asks(given):
            continue
        loader = (loaders_of(stored(learn).get("dls")) or [{}])[0]
        tfms = [
            type(one).__name__
            for key in ("after_item", "before_batch", "after_batch")
            for one in stored(loader.get(key)).get("fs") or ()
        ]
        if vocabulary(loader.get("dataset")) is None or "IntToFloatTensor" not in tfms:
            continue
        if any("orm" in one for one in tfms):
            continue
        yield Notice(
            f"The model of `{name}` is pretrained on normalized pictures, but its dls do not normalize. Add "
            "`batch_tfms=Normalize.from_stats(*imagenet_stats)`, or let `vision_learner(dls, resnet18)` do it.",
            id(learn),
            card="normalization",
        )


def _asks(given: ast.expr | None) -> bool:
    """`Learner(dls, resnet18(weights=…))`."""
    if not isinstance(given, ast.Call):
        return False
    value = keyword(given, "weights") or keyword(given, "pretrained")
    return value is not None and not (isinstance(value, ast.Constant) and value.value in (None, False))
