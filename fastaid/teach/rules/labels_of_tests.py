"""Labels that test_dl(…, with_labels=True) asked for, of items that have none. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_of, stored
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.in_workers import dataset_of
from fastaid.teach.scene import Scene

MOST_ITEMS = 1_000
LONGEST = 110


def label_of_test(scene: Scene, step: Any, label: Any, vocab: list[Any]) -> Diagnosis | None:
    """What to say of a label of the test items that the training had not; None where no test set was read."""
    asked = _asked(scene)
    if asked is None or not _is_test(scene, step):
        return None
    call, line = asked
    folder = label if isinstance(label, str) and _is_one_folder(scene, label) else ""
    what = f"`with_labels=True` asks for the labels of the test items, and one comes out as {label!r}."
    known = f"The model knows {counted(len(vocab), 'class', 'classes')}: {listed(map(repr, vocab), 4)}."
    cause = f"{known} That is none of them."
    if label != label or label in (None, "nan"):
        what = "`with_labels=True` asks for the labels of the test items, and one has none: it is NaN."
        cause = "The vocab, the list of classes, has no class for a missing value."
    elif folder:
        cause = f"{folder!r} is the folder that all of them lie in, taken for their label. {known}"
    then = " (`targs` is None then)" if _takes_targs(scene) else ""
    return Diagnosis(
        what,
        cause,
        line if len(line) <= LONGEST else call,
        f"Without labels, leave `with_labels` out{then}. To check the model, the test items need labels of the same "
        "names:",
        card="predictions",
    )


def _asked(scene: Scene) -> tuple[str, str] | None:
    """The call with with_labels=True without it, alone and in its line; None where the notebook has no such call."""
    for tree in trees(scene):
        for line in ast.walk(tree):
            if not isinstance(line, (ast.Assign, ast.Expr, ast.Return)) or line.value is None:
                continue
            for call in ast.walk(line.value):
                if isinstance(call, ast.Call) and last_name(call.func) == "test_dl" and _with_labels(call):
                    call.keywords = [one for one in call.keywords if one.arg != "with_labels"]
                    return ast.unparse(call), ast.unparse(line)
    return None


def _with_labels(call: ast.Call) -> bool:
    given = next((one.value for one in call.keywords if one.arg == "with_labels"), None)
    return given is not None and not (isinstance(given, ast.Constant) and not given.value)


def _takes_targs(scene: Scene) -> bool:
    """Whether the cell goes on with the labels."""
    lines = [one for one in ast.walk(scene.tree or ast.Module([], [])) if isinstance(one, ast.Assign)]
    names = [
        ast.unparse(part)
        for one in lines
        if isinstance(one.targets[0], ast.Tuple)
        for part in one.targets[0].elts
    ]
    return any(name.startswith("targ") for name in names)


def _is_test(scene: Scene, step: Any) -> bool:
    """Whether the data set that was read belongs to no DataLoaders, and its labels are read as those of some."""
    held = dataset_of(scene)
    if not is_of(held, "fastai.data.core", "Datasets"):
        return False
    loaders = [one for dls in _owners(scene) for one in stored(dls).get("loaders") or ()]
    known = [stored(one).get("dataset") for one in loaders]
    # test_dl keeps the transforms of the DataLoaders that it is asked of, the very objects.
    steps = [one for data in known for tl in stored(data).get("tls") or () for one in _steps(tl)]
    return all(one is not held for one in known) and any(one is step for one in steps)


def _steps(items: Any) -> list[Any]:
    return list(stored(stored(items).get("tfms")).get("fs") or ())


def _owners(scene: Scene) -> Iterator[Any]:
    """The DataLoaders at hand: the notebook's, a Learner's, those of the frames."""
    every = [held for frame in scene.frames for held in list(frame.names.values())] + list(
        scene.names.values()
    )
    for held in every:
        if is_learner(held):
            yield stored(held).get("dls")
        elif is_dls(held):
            yield held


def _is_one_folder(scene: Scene, label: str) -> bool:
    """Whether the label is the name of the folder that each of the test items lies in."""
    items: Any = stored(next(iter(stored(dataset_of(scene)).get("tls") or ()), None)).get("items")
    is_list = isinstance(items, (list, tuple)) or is_of(items, "fastcore.foundation", "L")
    some = list(islice(items, MOST_ITEMS)) if is_list else []
    return bool(some) and all(isinstance(one, Path) and one.parent.name == label for one in some)
