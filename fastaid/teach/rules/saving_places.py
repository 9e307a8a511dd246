"""Writing weights and learners: folders that are not there, may not be written to, and what cannot be pickled."""

from __future__ import annotations

import ast
import io
import pickle
import threading
import types
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.files_of_weights import called
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.places import READ_ONLY, is_read_only, writable_place
from fastaid.teach.scene import Scene
from fastaid.teach.weight_files import path_of


@rule(RuntimeError, FileNotFoundError, OSError, needs="torch")
def no_such_folder(scene: Scene) -> Diagnosis | None:
    """torch.save, learn.save or learn.export into a folder that is not there."""
    frame = scene.within("torch.serialization", "save")
    path = path_of(frame.names.get("f")) if frame is not None else None
    if path is None or path.parent.exists():
        return None
    folder = path.parent
    call = called(scene, "save", "export")
    learner = next((one for _, one in scene.holding("self", is_learner)), None)
    if learner is not None and call is not None:
        home = Path(stored(learner).get("path") or ".")
        own = (
            home / Path(stored(learner).get("model_dir") or "models")
            if last_name(call.func) == "save"
            else home
        )
        inner = path.relative_to(own) if own in path.parents else path
        if (home.name and home.name in inner.parts[:-1]) or inner.parts[0] == own.name:
            name = path.stem if last_name(call.func) == "save" else path.name
            return Diagnosis(
                f"`{ast.unparse(call.func)}` tried to write `{path}`: the folder `{own}` is in it twice.",
                f"It adds the folder, `{own}`, by itself.",
                f"{ast.unparse(call.func)}({name!r})",
                "Give the bare name:",
                card="saving-weights",
            )
    text = ast.unparse(call) if call is not None else ""
    return Diagnosis(
        f"The folder `{folder}` does not exist, so `{path.name}` cannot be written there.",
        "Saving makes the file and not the folder it is in.",
        f"Path({str(folder)!r}).mkdir(parents=True, exist_ok=True)\n{text}".rstrip(),
        "Make the folder first (`from pathlib import Path`):",
        card="saving-weights",
    )


@rule(OSError, RuntimeError, needs="fastai.learner")
def read_only_folder(scene: Scene) -> Diagnosis | None:
    """The learner saves beside its data, and that folder may not be written to."""
    learner = next((one for _, one in scene.holding("self", is_learner)), None)
    here, call = scene.here, scene.here.call if scene.here is not None else None
    if learner is None or here is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    home = Path(stored(learner).get("path") or ".")
    own = home / Path(stored(learner).get("model_dir") or "models")
    is_own = home not in own.parents  # model_dir is a place of its own, such as /kaggle/input/x
    if isinstance(scene.error, OSError):
        named = scene.error.filename
        if not isinstance(named, str) or not {home, own} & {Path(named), *Path(named).parents}:
            return None
        if scene.error.errno not in READ_ONLY and not (
            scene.within("pathlib", "mkdir")
            or scene.within("torch.serialization", "save")
            or scene.within("tempfile")
        ):
            return None
        is_own = is_own and own in (Path(named), *Path(named).parents)
    elif scene.within("torch.serialization", "save") is None or "strerror" not in scene.message:
        return None
    if not home.is_dir() and not is_read_only(scene.error):
        return None
    return _saved_elsewhere(call, own if is_own else home, "model_dir" if is_own else "path")


def _saved_elsewhere(call: ast.Call, folder: Path, word: str) -> Diagnosis:
    assert isinstance(call.func, ast.Attribute)
    text, place = ast.unparse(call.func.value), writable_place()
    new = repr(str(place / "models")) if word == "model_dir" else f"Path({str(place)!r})"
    beside = "A learner saves beside its data, and this folder" if word == "path" else "This folder"
    return Diagnosis(
        f"`{ast.unparse(call.func)}` could not write into `{folder}`, the folder `{text}.{word}`.",
        f"{beside} is read-only (as `/kaggle/input` is) or not yours. `lr_find` and `SaveModelCallback` save there.",
        f"{text}.{word} = {new}\n{ast.unparse(call)}",
        "Let it write into the notebook's folder:"
        if str(place) == "."
        else f"Let it write into `{place}`, where you may:",
        card="saving-weights",
    )


UNPICKLABLE = (
    io.IOBase,
    types.GeneratorType,
    type(threading.Lock()),
    type(threading.RLock()),
    threading.Thread,
)


def _culprit(learner: Any) -> tuple[str, Any]:
    """Where in a learner something sits that no pickle can hold."""
    for name, held in stored(learner).items():
        if isinstance(held, UNPICKLABLE) and name != "lock":  # a Learner leaves its own lock out
            return name, held
    for one in list(stored(learner).get("cbs", ())):
        for name, held in stored(one).items():
            if isinstance(held, UNPICKLABLE):
                return f"{type(one).__name__}.{name}", held
    return "", None


@rule(TypeError, pickle.PicklingError, AttributeError, NotImplementedError, needs="fastai.learner")
def export_cannot_pickle(scene: Scene) -> Diagnosis | None:
    """learn.export meets something that cannot be written to a file: an open file, a generator, a lock."""
    frame = scene.within("fastai.learner", "export")
    if frame is None or scene.within("torch.serialization", "save") is None:
        return None
    learner, call = frame.names.get("self"), called(scene, "export")
    where, held = _culprit(learner)
    if not where:
        return None
    text = (
        ast.unparse(call.func.value) if call is not None and isinstance(call.func, ast.Attribute) else "learn"
    )
    owner, _, _ = where.partition(".")
    is_callback = "." in where
    again = ast.unparse(call) if call is not None else f"{text}.export()"
    return Diagnosis(
        f"`{text}.export` writes all of `{text}`, and `{where}` is a `{type(held).__name__}`, which cannot be pickled.",
        "Open files, generators, locks and threads belong to this running program; they have no form on a disk.",
        f"{text}.remove_cb({owner})\n{again}" if is_callback else f"del {text}.{where}\n{again}",
        "Take it off before exporting:",
        card="export",
    )


@rule(AttributeError, needs="fastai.learner")
def export_of_plain_data(scene: Scene) -> Diagnosis | None:
    """learn.export where the loaders hold a list, or a data set that is not fastai's."""
    frame = scene.within("fastai.learner", "export")
    held = getattr(scene.error, "obj", None)
    if frame is None or getattr(scene.error, "name", "") != "new_empty" or held is None:
        return None
    call = called(scene, "export")
    func = call.func if call is not None else None
    text = ast.unparse(func.value) if isinstance(func, ast.Attribute) else "learn"
    file = frame.names.get("fname")
    name = Path(str(file)).stem if isinstance(file, (str, Path)) else "model"
    kind = "a list" if type(held) is list else f"a `{type(held).__name__}`"
    return Diagnosis(
        f"`{text}.export` keeps an emptied copy of the data, and the data set in `{text}.dls` is {kind}, which "
        "has no `new_empty`.",
        "Only fastai's own data sets, of a `DataBlock` or `Datasets`, can be emptied so: they also keep the transforms "
        "that `predict` needs.",
        f"{text}.save({name!r})",
        f"Save the weights (`{text}.load({name!r})` in a Learner made the same way reads them), or build `dls` with a "
        "DataBlock and export then:",
        card="export",
    )


@rule(AttributeError, pickle.PicklingError, TypeError, needs="torch")
def save_cannot_pickle(scene: Scene) -> Diagnosis | None:
    """torch.save of a whole model that holds a lambda, or whose class is defined inside a function."""
    frame = scene.within("torch.serialization", "save")
    if frame is None or scene.within("fastai.learner") is not None or not is_module(frame.names.get("obj")):
        return None
    model, call = frame.names["obj"], called(scene, "save")
    if call is None or len(call.args) < 2 or "pickle" not in scene.message:
        return None
    text, file = ast.unparse(call.args[0]), ast.unparse(call.args[1])
    name = next((one for one in (model, *_parts(model)) if "<locals>" in type(one).__qualname__), None)
    lambdas = [
        (one, key)
        for one in (model, *_parts(model))
        for key, held in stored(one).items()
        if isinstance(held, types.FunctionType) and "<l" in held.__qualname__
    ]
    if name is not None:
        what = f"the class `{type(name).__name__}` is defined inside a function"
    elif lambdas:
        one, key = lambdas[0]
        what = f"`{type(one).__name__}.{key}` is a lambda or a function inside another"
    else:
        return None
    return Diagnosis(
        f"`torch.save({text}, …)` pickles the whole model, and {what}.",
        "A pickle holds functions and classes by their names, and such a one cannot be found by its name.",
        f"torch.save({text}.state_dict(), {file})",
        "Save the weights alone (which is better anyway):",
        card="saving-weights",
    )


def _parts(model: Any) -> list[Any]:
    found: list[Any] = []
    pending = [model]
    while pending and len(found) < 2000:
        inner = [one for one in stored(pending.pop()).get("_modules", {}).values() if one is not None]
        found += inner
        pending += inner
    return found
