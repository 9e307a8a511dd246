"""A usual name of the course without a value, where the notebook holds such a thing under another name."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_module, is_of, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.notebook_names import bind_places, missing_name
from fastaid.teach.rules.python_source import near, node_at, replaced, source_tree
from fastaid.teach.scene import Scene


def _is_block(held: Any) -> bool:
    return is_of(held, "fastai.data.block", "DataBlock")


def _is_files(held: Any) -> bool:
    return is_of(held, "fastcore.foundation", "L") and bool(held) and isinstance(held[0], Path)


def _is_optimizer(held: Any) -> bool:
    return is_of(held, "torch.optim", "Optimizer") or is_of(held, "fastai.optimizer", "Optimizer")


def _is_interpretation(held: Any) -> bool:
    return is_of(held, "fastai.interpret", "Interpretation")


def _is_loader(held: Any) -> bool:
    return is_of(held, "torch.utils.data", "DataLoader") or is_of(held, "fastai.data.load", "DataLoader")


def _is_path(held: Any) -> bool:
    return isinstance(held, Path)


# What a course notebook means by a name, and in words.
MEANT: dict[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(("learn", "learner", "learn_inf", "l"), (is_learner, "Learner")),
    **dict.fromkeys(("dls", "data", "db", "dataloaders"), (is_dls, "DataLoaders")),
    **dict.fromkeys(("path", "PATH", "Path", "folder", "data_path"), (_is_path, "path")),
    **dict.fromkeys(("df", "train_df", "trn_df", "data_df", "dataframe"), (is_table, "DataFrame")),
    **dict.fromkeys(("model", "net", "m", "network"), (is_module, "model")),
    **dict.fromkeys(("dblock", "block", "datablock", "db"), (_is_block, "DataBlock")),
    **dict.fromkeys(("fns", "files", "fnames", "items"), (_is_files, "list of files")),
    **dict.fromkeys(("opt", "optimizer", "optim"), (_is_optimizer, "optimizer")),
    **dict.fromkeys(("interp", "interpretation"), (_is_interpretation, "Interpretation")),
    **dict.fromkeys(("dl", "train_dl", "train_loader", "trainloader", "loader"), (_is_loader, "DataLoader")),
    **dict.fromkeys(("preds", "targs", "probs"), (is_tensor, "tensor")),
}


@rule(NameError)
def usual_under_another_name(scene: Scene) -> Diagnosis | None:
    """`learn.fit(1)` where the Learner is called `learner`."""
    found = missing_name(scene)
    if found is None or found[0] not in MEANT or any(bind_places(scene, found[0])):
        return None
    name, frame = found
    if _is_called(scene, name):
        return None  # a function, `path('data')`
    is_meant, kind = MEANT[name]
    live = [one for one, held in list(scene.names.items()) if is_meant(held) and _is_variable(scene, one)]
    close = [one for one in live if one in near(name, live, 0.6, parts=True) or _same_start(one, name)]
    if kind in ("tensor",) and not close:
        return None  # any tensor would do
    if kind == "DataFrame" and name != "df" and not close:
        return None  # the table for tests is not the one for training
    chosen = close or live
    if not chosen or len(chosen) > 3:
        return None
    one = chosen[0]
    if len(chosen) > 1:
        shown = listed([f"`{word}`" for word in chosen])
        return Diagnosis(
            f"There is no variable `{name}`; this notebook calls its {_many(kind)} {shown}.",
            "Each name must be written as it was given.",
            replaced(frame, node_at(frame), one),
            "Write the one that you mean:",
            sure="likely",
        )
    also, is_slip = _also(scene, name), bool(near(name, [one], 0.75))
    fix = replaced(frame, node_at(frame), one)
    return Diagnosis(
        f"There is no variable `{name}`; your {kind} is called `{one}`.",
        "Names must be written as they were given."
        if is_slip
        else f"no cell gives a value to `{name}`. (If another one is meant, run the cell that makes it.)",
        fix if also < 2 else f"{fix}\n# or, as `{name}` is used several times: {name} = {one}",
        "Write its name:",
        sure="certain" if is_slip else "likely",
    )


def _is_variable(scene: Scene, name: str) -> bool:
    """Whether it is the learner's own variable: not one that a library's star import brought."""
    return not name.startswith("_") and name not in ("In", "Out") and any(bind_places(scene, name))


def _same_start(one: str, other: str) -> bool:
    low, also = sorted((one.lower(), other.lower()), key=len)
    return len(low) > 1 and low in also


def _many(kind: str) -> str:
    return kind if kind.endswith("s") else "lists of files" if kind.startswith("list") else f"{kind}s"


def _is_called(scene: Scene, name: str) -> bool:
    frame = scene.here
    call = frame.call if frame is not None else None
    node = node_at(frame) if frame is not None else None
    tree = source_tree(frame) if frame is not None else None
    if call is not None and isinstance(call.func, ast.Name) and call.func.id == name:
        return True
    return tree is not None and any(isinstance(one, ast.Call) and one.func is node for one in ast.walk(tree))


def _also(scene: Scene, name: str) -> int:
    """How often the cell uses the name."""
    nodes = ast.walk(scene.tree) if scene.tree is not None else ()
    return sum(isinstance(one, ast.Name) and one.id == name for one in nodes)
