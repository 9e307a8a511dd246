"""Weights of a file that went nowhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import came_in
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import UNKNOWN, is_module, is_of, library

MOST_BYTES = 500_000_000  # of a file whose names are read


@check("strict=False", "strict = False")
def nothing_of_the_file(cell: Cell) -> Iterator[Notice]:
    """`model.load_state_dict(torch.load(…), strict=False)`: every name is missing, and nothing is said."""
    for call, answer in _answers(cell):
        if constant(keyword(call, "strict")) is not False or not call.args:
            continue
        if cell.value(call.args[0]) is not UNKNOWN or not isinstance(call.func, ast.Attribute):
            continue  # a dict in a variable has a check of its own
        model: Any = cell.value(call.func.value)
        names = [name for name, _ in model.named_parameters()] if is_module(model) else []
        if is_of(answer, "torch.nn.modules.module", "_IncompatibleKeys"):
            missing, unexpected = list(answer.missing_keys), list(answer.unexpected_keys)
        else:
            unexpected, missing = _names_in_file(cell, call.args[0], call), list(names)
            if set(unexpected) & (
                set(names) | {name for name, _ in model.named_buffers()} if names else set()
            ):
                continue
        if not names or not unexpected or set(names) - set(missing):
            continue
        given, owner = text_of(call.args[0]), text_of(call.func.value)
        yield Notice(
            f"No weight was loaded into `{owner}`: none of the {counted(len(unexpected), 'name')} in the file "
            f"({unexpected[0]!r} …) is one of the model's ({missing[0]!r} …), and strict=False keeps silent about it. "
            + _mended(missing, unexpected, given, owner),
            id(model),
            card="saving-weights",
        )


def _answers(cell: Cell) -> Iterator[tuple[ast.Call, Any]]:
    """Calls of load_state_dict and what they returned, where it was kept or shown."""
    made = {id(value): cell.names.get(name) for name, value in cell.assigned() if cell.bound[name] == 1}
    for call in cell.calls("load_state_dict"):
        is_shown = cell.shown is not None and cell.shown.value is call
        yield call, cell.names.get("_") if is_shown else made.get(id(call))


def _names_in_file(cell: Cell, node: ast.expr, call: ast.AST) -> list[str]:
    """The names of the weights that `torch.load('best.pth')['model']` stands for, read from the file."""
    steps = []
    for _ in range(4):
        if isinstance(node, ast.Subscript):
            steps.append(constant(node.slice))
            node = node.value
        elif (
            isinstance(node, ast.Call)
            and last_name(node.func) == "get"
            and isinstance(node.func, ast.Attribute)
        ):
            steps.append(constant(node.args[0]) if node.args else UNKNOWN)
            node = node.func.value
        elif isinstance(node, ast.Name) and cell.bound[node.id] == 1:
            node = next((value for name, value in cell.assigned() if name == node.id), node)
    if not isinstance(node, ast.Call) or text_of(node.func) not in ("torch.load", "load") or not node.args:
        return []
    held = _read(came_in(cell, node.args[0], call))
    for step in reversed(steps):
        held = held.get(step) if isinstance(held, dict) else None
    return [one for one in held if isinstance(one, str)] if isinstance(held, dict) else []


def _read(file: Any) -> Any:
    """A file of weights without the numbers, None where it is too large or would run code."""
    torch: Any = library("torch")
    if (
        not isinstance(file, (str, Path))
        or not Path(file).is_file()
        or Path(file).stat().st_size > MOST_BYTES
    ):
        return None
    try:
        return torch.load(file, map_location="meta", weights_only=True)
    except Exception:  # noqa: BLE001  it is something else
        return None


def names_in(file: Any) -> dict[str, Any]:
    """What a file of weights holds by name, without the numbers; {} where it cannot be read."""
    held = _read(file)
    return (
        {one: inner for one, inner in held.items() if isinstance(one, str)} if isinstance(held, dict) else {}
    )


def _mended(missing: list[str], unexpected: list[str], given: str, owner: str) -> str:
    """The line that makes the names alike, where they differ by a prefix."""
    first, wanted = unexpected[0], set(missing)
    for name in missing:
        if first.endswith("." + name) and all(one[len(first) - len(name) :] in wanted for one in unexpected):
            prefix = first[: len(first) - len(name)]
            return (
                f"Take the prefix {prefix!r} off: "
                f"`{owner}.load_state_dict({{k.removeprefix({prefix!r}): v for k, v in {given}.items()}})`."
            )
        if name.endswith("." + first):
            prefix = name[: len(name) - len(first)]
            if all(prefix + one in wanted for one in unexpected):
                return (
                    f"Put the prefix {prefix!r} before them: "
                    f"`{owner}.load_state_dict({{{prefix!r} + k: v for k, v in {given}.items()}})`."
                )
    return "Leave out strict=False, and the error tells both lists of names; the weights may be in a dict inside."
