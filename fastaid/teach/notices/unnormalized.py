"""Pictures that are not normalized when a network is asked, where it was trained on normalized ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import nodes_in, parsed, text_of
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_module, is_of, stored

MOST_CELLS = 50  # of the notebook's earlier ones
OTHERS = ("valid", "val", "test", "tst")


@check("@VisionDataset", needs="torchvision")
def valid_not_normalized(cell: Cell) -> Iterator[Notice]:
    """`ImageFolder('valid', plain_tfms)` beside `ImageFolder('train', train_tfms)`, which normalize."""
    for name, held in cell.live(_is_data):
        if not any(one in name.lower() for one in OTHERS) or _is_training(name):
            continue
        mine = _transform(held)
        if not _makes_tensors(mine) or _normalizes(mine):
            continue
        for other, theirs in cell.variables:
            if not _is_training(other) or not _is_data(theirs) or not _normalizes(_transform(theirs)):
                continue
            norm = next(one for one in _steps(_transform(theirs)) if type(one).__name__ == "Normalize")
            yield Notice(
                f"The pictures of `{other}` are normalized, those of `{name}` are not: a network that is trained on "
                f"the one sees other numbers in the other. Add the same `{_written(norm)}` behind `ToTensor()` to the "
                f"transforms of `{name}`.",
                id(mine),
                card="normalization",
            )
            return


@check("Compose", needs="torchvision", reached=True)
def asked_without_normalize(cell: Cell) -> Iterator[Notice]:
    """`T.Compose([T.Resize(32), T.ToTensor()])(img)` in a function that asks a network trained with Normalize."""
    if "Compose" not in cell.words or not any("model" in one or "net" in one for one in cell.words):
        return
    train = _of_training(cell)
    if not train or _mentions(cell):
        return
    for call in cell.all_of(ast.Call):
        if not isinstance(call.func, ast.Call) or last_name(call.func.func) != "Compose":
            continue
        steps = [last_name(one.func) for one in nodes_in(call.func, ast.Call)]
        if "ToTensor" not in steps or "Normalize" in steps:
            continue
        if not _is_the_only(cell, call.func) or not _asks(cell, call):
            continue
        right = text_of(call).replace(text_of(call.func), train, 1)
        is_random = any(
            type(one).__name__.startswith(("Random", "Color")) for one in _steps(cell.names[train])
        )
        fix = "Put the same `Normalize` at its end" if is_random else f"Take the same transforms: `{right}`"
        yield Notice(
            f"`{text_of(call.func)}` does not normalize the picture, and `{train}`, through which the network's "
            f"training pictures went, does: it is asked about other numbers than it has learnt from. {fix}.",
            hash(text_of(call)),
            card="normalization",
        )
        return


def _of_training(cell: Cell) -> str:
    """The only Compose of the notebook that makes tensors, where it normalizes and training used it; "" for none."""
    made = [(name, held) for name, held in cell.variables if _makes_tensors(held)]
    if len(made) != 1 or not _normalizes(made[0][1]) or not _is_training(made[0][0]):
        return ""
    ran = [one for one in cell.names.get("In") or () if isinstance(one, str)][-MOST_CELLS:]
    uses = sum(one.count(made[0][0]) for one in ran)
    return made[0][0] if uses > 1 and any("backward(" in one or ".fit" in one for one in ran) else ""


def _is_the_only(cell: Cell, made: ast.Call) -> bool:
    """Whether no other Compose of the notebook leaves Normalize out: training may have used that one."""
    ran = [one for one in cell.names.get("In") or () if isinstance(one, str)][-MOST_CELLS:]
    for source in ran:
        for call in nodes_in(parsed(source), ast.Call) if "Compose" in source else []:
            text = text_of(call) if last_name(call.func) == "Compose" else ""
            if "ToTensor" in text and "Normalize" not in text and text != text_of(made):
                return False
    return True


def _asks(cell: Cell, made: ast.Call) -> bool:
    """Whether the picture goes to a network, the only one of the notebook, in a function that is called or the cell."""
    models = {id(one): one for _, one in cell.variables if _is_net(one)}
    if len(models) != 1 or any(
        "ormalize" in type(one).__name__ for held in models.values() for one in parts_of(held)
    ):
        return False
    functions = [one for one in cell.all_of(ast.FunctionDef) if any(True for _ in cell.calls(one.name))]
    inner = {id(node) for one in cell.of(ast.FunctionDef) for node in nodes_in(one, ast.Call)}
    own = [one for one in cell.of(ast.Call) if id(one) not in inner]
    for scope, calls in [*((one, nodes_in(one, ast.Call)) for one in functions), (cell.tree, own)]:
        if not any(one is made for one in calls):
            continue
        named = {
            text_of(line.targets[0])
            for line in nodes_in(scope, ast.Assign)
            if any(one is made for one in nodes_in(line.value, ast.Call))
        }
        for call in calls:
            given = {text_of(one) for part in call.args for one in nodes_in(part, ast.Name)}
            if _is_net(cell.value(call.func)) and given & named:
                return True
    return False


def _is_net(held: Any) -> bool:
    """A network with weights; no loss."""
    return is_module(held) and any(stored(one).get("_parameters") for one in parts_of(held))


def _is_data(held: Any) -> bool:
    return is_of(held, "torchvision.datasets", "VisionDataset")


def _transform(held: Any) -> Any:
    return stored(held).get("transform")


def _steps(transform: Any) -> list[Any]:
    if type(transform).__name__ != "Compose":
        return []
    steps: Any = stored(transform).get("transforms")
    return list(steps) if isinstance(steps, (list, tuple)) or is_of(steps, "torch.nn", "ModuleList") else []


def _makes_tensors(transform: Any) -> bool:
    return any(type(one).__name__ in ("ToTensor", "ToImage") for one in _steps(transform))


def _normalizes(transform: Any) -> bool:
    return any(type(one).__name__ == "Normalize" for one in _steps(transform))


def _mentions(cell: Cell) -> bool:
    """Whether the cell normalizes in another way."""
    words = [one.lower() for one in cell.words if "batchnorm" not in one.lower()]
    return any("norm" in one for one in words) or bool(cell.words & {"mean", "sub_", "std"})


def _is_training(name: str) -> bool:
    return ("train" in name.lower() or "trn" in name.lower()) and name[:1] != "_"


def _written(norm: Any) -> str:
    values = [[round(float(n), 4) for n in stored(norm).get(key) or ()] for key in ("mean", "std")]
    return f"T.Normalize({values[0]}, {values[1]})"
