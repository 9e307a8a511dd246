"""`dls.new(item_tfms=…)`: `new` of a DataBlock makes a block with other transforms; that of DataLoaders, one loader."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_source import statement_at
from fastaid.teach.scene import Scene

OF_BLOCKS = ("item_tfms", "batch_tfms")


@rule(IndexError, AttributeError, TypeError, needs="fastai.data.core")
def new_of_loaders(scene: Scene) -> Diagnosis | None:
    """What `dls.new` gave is a single loader, used as DataLoaders."""
    top = scene.top
    statement = statement_at(top) if top is not None else None
    if statement is None:
        return None
    used = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    found = next((one for one in _calls(scene) if one[0] in used), None)
    if found is None or not is_of(scene.names.get(found[0]), "fastai.data.load", "DataLoader"):
        return None
    name, call, of = found
    block = next(
        (one for one, held in scene.live(object) if is_of(held, "fastai.data.block", "DataBlock")), ""
    )
    words = {one.arg: ast.unparse(one.value) for one in call.keywords if one.arg}
    new = ", ".join(f"{word}={code}" for word, code in words.items() if word in OF_BLOCKS)
    rest = {word: code for word, code in words.items() if word not in OF_BLOCKS}
    made = _loaders(scene, block, rest) if block else ""
    if new:
        lines = [
            f"{block or 'dblock'} = {block or 'dblock'}.new({new})",
            f"{name} = {made or 'dblock.dataloaders(path)'}",
        ]
    elif made:
        lines = [f"{name} = {made}"]
    else:
        return None
    return Diagnosis(
        f"`{name}` is a single loader, made by `{of}.new(…)`; DataLoaders hold one for training and one for "
        "validation.",
        "`new` with other transforms is a method of the DataBlock; that of DataLoaders copies their training loader."
        if new
        else "`new` of DataLoaders copies their training loader alone.",
        "\n".join(lines),
        "Write:" if block else "Write, with the name of your DataBlock:",
        card="data-block",
    )


def _calls(scene: Scene) -> list[tuple[str, ast.Call, str]]:
    """The learner's lines `x = y.new(…)`."""
    found = []
    for tree in trees(scene):
        for node in ast.walk(tree):
            call = node.value if isinstance(node, ast.Assign) else None
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr == "new" and isinstance(call.func.value, ast.Name):
                found += [(ast.unparse(one), call, call.func.value.id) for one in node.targets]  # type: ignore[attr-defined]
    return found


def _loaders(scene: Scene, block: str, more: dict[str, str]) -> str:
    """The call in which the block made its loaders, with some arguments set."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != f"{block}.dataloaders":
                continue
            kept = [ast.unparse(one) for one in node.args]
            words = {one.arg: ast.unparse(one.value) for one in node.keywords if one.arg}
            whole = [*kept, *(f"{word}={code}" for word, code in {**words, **more}.items())]
            return f"{ast.unparse(node.func)}({', '.join(whole)})"
    return ""
