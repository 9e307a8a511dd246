"""learn.save and learn.load, learn.export and load_learner: which file goes with which, and where it lies."""

from __future__ import annotations

import ast
import importlib.util
import sys
from _compat_pickle import IMPORT_MAPPING
from pathlib import Path
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.files_of_weights import called
from fastaid.teach.rules.in_code import assigned, last_name, parent, trees
from fastaid.teach.rules.weights_elsewhere import folder_of, learners, saved_elsewhere
from fastaid.teach.scene import Frame, Scene, latest_first
from fastaid.teach.weight_files import classes_in, files_in, kind_of, path_of


def _learner_text(call: ast.Call | None) -> str:
    """The learner's code for the learner: "learn" of "learn.load('a')"."""
    return (
        ast.unparse(call.func.value) if call is not None and isinstance(call.func, ast.Attribute) else "learn"
    )


@rule(FileNotFoundError, NotADirectoryError, needs="fastai.learner")
def no_saved_weights(scene: Scene) -> Diagnosis | None:
    """learn.load looks in learn.path/models for name.pth, and there is no such file."""
    frame, call = scene.within("fastai.learner", "load"), called(scene, "load")
    if frame is None or scene.within("torch.serialization", "load") is None:
        return None
    learner, looked = frame.names.get("self"), path_of(frame.names.get("file"))
    if looked is None or looked.exists():
        return None
    name, folder = _learner_text(call), folder_of(learner)
    # The path as it was given: what was joined to the folder, without the ending that was added.
    given = looked.with_suffix("") if looked.suffix == ".pth" else looked
    if folder in given.parents:
        given = given.relative_to(folder)
    if given.suffix == ".pkl" or given.name == "export":
        return _export_given_to_load(learner, given, looked)
    there = [one.removesuffix(".pth") for one in files_in(folder, ".pth")]
    plain = given.name.removesuffix(".pth")
    what = f"`{name}.load` looked for `{looked}`, and there is no such file."
    if plain != str(given) and plain in there:
        cause = (
            "`.pth` is added to the name by itself, so it is there twice."
            if given.suffix == ".pth" and given.parent == Path()
            else f"`load` adds the folder, `{folder}`, and the ending `.pth` by itself; they must not be in the name."
        )
        return Diagnosis(what, cause, f"{name}.load({plain!r})", "Give the bare name:", card="saving-weights")
    found = _in_another_folder(scene, name, folder, given, is_there=plain in there)
    if found is not None:
        cause, file = found
        fix = f"{name}.load(Path({str(file.with_suffix(''))!r}).absolute())"
        return Diagnosis(what, cause, fix, "Give the whole path, without the ending:", card="saving-weights")
    return _of_another_name(what, name, folder, plain, there)


def _in_another_folder(
    scene: Scene, name: str, folder: Path, given: Path, *, is_there: bool
) -> tuple[str, Path] | None:
    """Why `load` does not find a file that stands elsewhere, and the file."""
    elsewhere = next((one for one in (given, given.with_suffix(".pth")) if one.is_file()), None)
    if elsewhere is not None:
        return (
            f"`load` looks in `{folder}` and adds `.pth` by itself; the file is at `{elsewhere}`.",
            elsewhere,
        )
    at = saved_elsewhere(scene, folder, given.name.removesuffix(".pth")) if not is_there else None
    if at is None:
        return None
    place, saver = at
    by = f" `{saver}` saved it there." if saver else ""
    cause = f"`load` looks in `{folder}`, the folder of the data that `{name}` was made with. The file is in "
    return f"{cause}`{place.parent}`.{by}", place


def _of_another_name(what: str, name: str, folder: Path, plain: str, there: list[str]) -> Diagnosis:
    """What the folder holds instead, if anything."""
    near = did_you_mean(plain, there)
    best = near.split("'")[1] if near else there[0] if len(there) == 1 else ""
    empty = "holds no saved weights" if folder.is_dir() else "does not exist"
    in_it = f"holds {listed(there, 6)}" if there else empty
    return Diagnosis(
        what,
        f"The folder `{folder}` {in_it}. `load` reads what `{name}.save(name)` wrote in the same folder.",
        f"{name}.load({best!r})" if best else f"{name}.save({plain!r})",
        near or ("Load what is there:" if best else "Save first, after training:"),
        card="saving-weights",
    )


def _export_given_to_load(learner: Any, given: Path, looked: Path) -> Diagnosis:
    file = given.name if given.suffix else f"{given.name}.pkl"
    home = Path(stored(learner).get("path") or ".")
    path = next((one for one in (home / file, Path(file), given) if one.is_file()), home / file)
    return Diagnosis(
        f"`load` looked for `{looked}`. `{file}` is an exported Learner.",
        "`learn.load` reads the weights that `learn.save` wrote (`.pth`). What `learn.export` wrote (`.pkl`) "
        "is a whole Learner, which `load_learner` reads.",
        f"learn = load_learner({str(path)!r})",
        "Use the function that goes with it:",
        card="export",
    )


def _load_learner(scene: Scene) -> tuple[Frame, Path] | None:
    frame = scene.within("fastai.learner", "load_learner")
    path = path_of(frame.names.get("fname")) if frame is not None else None
    return (frame, path) if frame is not None and path is not None else None


@rule(FileNotFoundError, NotADirectoryError, needs="fastai.learner")
def no_exported_learner(scene: Scene) -> Diagnosis | None:
    """load_learner was given a folder, or a path where nothing is."""
    found = _load_learner(scene)
    if found is None or found[1].exists():
        return None  # a folder: fastai 1 took one
    path = found[1]
    homes = [Path(stored(one).get("path") or ".") for _, one in learners(scene)]
    places = list(dict.fromkeys([path.parent, *homes, Path()]))
    there = [place / name for place in places for name in files_in(place, ".pkl")]
    call = called(scene, "load_learner")
    second = (
        call.args[1].value if call and len(call.args) > 1 and isinstance(call.args[1], ast.Constant) else ""
    )
    wanted = str(second) if isinstance(second, str) and second else path.name
    same = [one for one in there if one.name == wanted]
    near = did_you_mean(wanted, {one.name for one in there}).split("'")
    best = same[0] if same else next((one for one in there if len(near) > 1 and one.name == near[1]), None)
    best = best or (there[0] if len(there) == 1 else None)
    what = (
        f"There is no file `{path}` (in `{Path.cwd()}`)."
        if not path.is_absolute()
        else f"There is no file `{path}`."
    )
    cause = "`learn.export('export.pkl')` writes into the folder `learn.path`, "
    cause += "which may be another one than the notebook's."
    names = f" Exported files found: {listed([f'`{one}`' for one in there], 4)}." if there else ""
    return Diagnosis(
        what + names,
        cause,
        f"{_target(call)} = load_learner({str(best)!r})" if best else "learn.path.ls(file_exts='.pkl')",
        "Give the file's whole path:" if best else "Export first, or look where the file is:",
        card="export",
    )


def _target(call: ast.Call | None) -> str:
    """The learner's variable for what a call gives."""
    around = parent(call)
    is_one = (
        isinstance(around, ast.Assign) and around.value is call and isinstance(around.targets[0], ast.Name)
    )
    return ast.unparse(around.targets[0]) if is_one and isinstance(around, ast.Assign) else "learn"


def _built(scene: Scene) -> tuple[str, str]:
    """The line that made the notebook's Learner, and its name."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            name, text = last_name(node.value.func), ast.unparse(node)
            is_made = name.lower().endswith("learner") and name != "load_learner"
            if is_made and isinstance(node.targets[0], ast.Name) and len(text) <= 120:
                return text, node.targets[0].id
    return "learn = vision_learner(dls, resnet34)", "learn"


@rule(AttributeError, needs="fastai.learner")
def weights_given_to_load_learner(scene: Scene) -> Diagnosis | None:
    """load_learner got a file of weights, or of a bare model."""
    found, error = _load_learner(scene), scene.error
    if found is None or not isinstance(error, AttributeError):
        return None
    frame, path = found
    held = frame.names.get("res")
    if held is None or error.obj is not held:
        return None
    if isinstance(held, dict):
        line, learn = _built(scene)
        # learn.load looks in the folder models; elsewhere it needs the whole path.
        name = path.stem if path.parent.name == "models" else str(path.absolute().with_suffix(""))
        return Diagnosis(
            f"`{path}` holds weights (a dict), as `learn.save` and `torch.save` write them, not a Learner.",
            "`load_learner` reads what `learn.export()` wrote. Weights alone do not know the model nor the data.",
            f"{line}  # as when it was saved\n{learn}.load({name!r})",
            "Build the learner as before, then load the weights into it:",
            card="export",
        )
    if is_module(held):
        return Diagnosis(
            f"`{path}` holds a bare model, a `{type(held).__name__}`, not a Learner.",
            "`load_learner` reads what `learn.export()` wrote.",
            f"model = torch.load({str(path)!r}, weights_only=False)",
            "Load it as what it is, if you trust the file:",
            card="export",
        )
    return None


@rule(AttributeError, needs="torch")
def name_not_defined_here(scene: Scene) -> Diagnosis | None:
    """The file refers to a function or class that the notebook has not got: label_func, is_cat, Net."""
    frame = scene.within("torch.serialization", "find_class") or scene.within("pickle", "find_class")
    loader = scene.within("torch.serialization", "load")
    if frame is None or loader is None:
        return None
    module, name = frame.names.get("mod_name"), frame.names.get("name")
    path = path_of(loader.names.get("f"))
    if not isinstance(module, str) or not isinstance(name, str):
        return None
    held = sys.modules.get(module)
    if held is None or name.split(".")[0] in vars(held):
        return None
    text = path or "The file"
    if module in ("__main__", "__mp_main__", "builtins"):
        again = ast.unparse(scene.here.call) if scene.here is not None and scene.here.call is not None else ""
        is_class = name[:1].isupper()
        kind, define = (
            ("class", f"class {name}(nn.Module): …") if is_class else ("function", f"def {name}(o): …")
        )
        return Diagnosis(
            f"`{text}` refers to a {kind} `{name}` of the notebook it was saved in; there is none here.",
            f"A pickle holds the name of a {kind}, not its code: `{name}` must be defined before loading.",
            f"{define}  # the same code as in that notebook\n{again}".rstrip(),
            f"Define (or import) `{name}` first:",
            card="export",
        )
    return Diagnosis(
        f"`{text}` needs `{name}` from the module `{module}`, which has no such name here.",
        f"It was saved with another version of `{module.split('.')[0]}` than the one installed here.",
        f"import {module.split('.')[0]}\n{module.split('.')[0]}.__version__",
        "Install the version that it was saved with, or save it again with this one. The version here:",
        sure="likely",
        card="export",
    )


def _missing_modules(path: Path) -> list[str]:
    found = []
    for named in dict.fromkeys(module for module, _ in classes_in(path)):
        # Such pickles call Python's own modules by their names in Python 2: __builtin__, copy_reg.
        module = IMPORT_MAPPING.get(named, named)
        top = module.split(".")[0]
        try:
            is_there = module in sys.modules or importlib.util.find_spec(top) is not None
            is_there = is_there and (module in sys.modules or importlib.util.find_spec(module) is not None)
        except (ImportError, ValueError):
            is_there = False
        if not is_there:
            found.append(module)
    return found


@rule(ModuleNotFoundError, UnboundLocalError, RuntimeError, ImportError, needs="torch")
def module_not_installed(scene: Scene) -> Diagnosis | None:
    """The file refers to a module that cannot be imported here."""
    loader = scene.within("fastai.learner", "load_learner") or scene.within("torch.serialization", "load")
    path = path_of(loader.names.get("fname", loader.names.get("f"))) if loader is not None else None
    if (
        path is None
        or kind_of(path) != "torch"
        or (isinstance(scene.error, RuntimeError) and "fastcore" not in scene.message)
    ):
        return None
    missing = _missing_modules(path)
    if not missing:
        return None
    module = missing[0]
    top = module.split(".")[0]
    hidden = (
        " (The error itself is a mere consequence in `load_learner`.)"
        if isinstance(scene.error, UnboundLocalError)
        else ""
    )
    what = f"`{path}` needs the module `{module}`, which cannot be imported here.{hidden}"
    if top in ("fastai", "fastcore"):
        is_old = module.startswith(("fastai.basic", "fastai.vision.transform", "fastai.vision.image"))
        return Diagnosis(
            what,
            "The learner was exported by "
            + ("fastai 1" if is_old else "an older version of fastai")
            + f", in which there was a `{module}`. An export fits the versions it was made with.",
            "" if is_old else '%pip install "fastai<2.8"',
            "Train and export it again with the fastai of today."
            if is_old
            else "Export it again with the fastai of today, or go back and restart the kernel:",
            card="export",
        )
    if top == "fastai2":
        return Diagnosis(
            what,
            "`fastai2` was the name of fastai 2 while it was made.",
            "",
            "Train and export it again with the fastai of today.",
            card="export",
        )
    return Diagnosis(
        what,
        f"A pickle holds where a class comes from, not its code. `{top}` is a file or a package that was there "
        "when it was saved.",
        f"%pip install {top}  # or, where {top}.py is a file of your own, copy it beside the notebook",
        "Make it importable, then load again:",
        card="export",
    )


@rule(NotImplementedError, needs="torch")
def path_of_another_system(scene: Scene) -> Diagnosis | None:
    """A learner exported on Windows is loaded on Linux, or the other way round."""
    frame = scene.within("pathlib", "__new__")
    if frame is None or scene.within("torch.serialization", "load") is None:
        return None
    kind = getattr(frame.names.get("cls"), "__name__", "")
    if kind not in ("WindowsPath", "PosixPath"):
        return None
    mine, theirs = ("PosixPath", "Windows") if kind == "WindowsPath" else ("WindowsPath", "Linux or macOS")
    load = ast.unparse(scene.here.call) if scene.here is not None and scene.here.call is not None else ""
    return Diagnosis(
        f"The file holds a `{kind}`, the paths of {theirs}, and there are none on this system.",
        f"It was saved on {theirs}. Paths are pickled along with the Learner.",
        f"import pathlib\npathlib.{kind} = pathlib.{mine}\n{load}".rstrip(),
        "Let the one kind stand for the other while it is loaded:",
        card="export",
    )


def _is_empty(dls: Any) -> bool:
    """Whether DataLoaders came out of an export: the transforms are there, the items are not."""
    loaders = stored(dls).get("loaders") if is_dls(dls) else None
    return (
        isinstance(loaders, list) and len(loaders) > 0 and all(stored(one).get("n") == 0 for one in loaders)
    )


@rule(ValueError, ZeroDivisionError, TypeError, IndexError, StopIteration, needs="fastai.learner")
def exported_has_no_data(scene: Scene) -> Diagnosis | None:
    """A learner that came from load_learner has no items: nothing to train on, show or validate."""
    here, call = scene.here, scene.here.call if scene.here is not None else None
    if here is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    if scene.is_raised_by_learner:
        return None
    held, name = here.value(call.func.value), call.func.attr
    dls = stored(held).get("dls") if is_learner(held) else held if is_dls(held) else None
    if not _is_empty(dls):
        dls = next(
            (
                stored(one)["dls"]
                for _, one in scene.holding("self", is_learner)
                if _is_empty(stored(one).get("dls"))
            ),
            None,
        )
        dls = dls or next((one for _, one in scene.holding("self", is_dls) if _is_empty(one)), None)
    if (
        dls is None
        or name in ("predict", "test_dl")
        or scene.within("fastai.data.core", "test_dl") is not None
    ):
        return None
    text = ast.unparse(call.func.value).removesuffix(".dls")
    made = assigned(scene, text)
    # Data that were never found are as empty as those of an export.
    if not isinstance(made, ast.Call) or last_name(made.func) != "load_learner":
        return None
    return Diagnosis(
        f"`{ast.unparse(call.func)}` found no items: the `dls` of `{text}` are empty.",
        f"`{text}` came out of an export, which keeps the model and the transforms and leaves the data "
        "behind. It can predict; it cannot train, validate or show a batch.",
        f"{text}.dls = dls  # DataLoaders made anew\n{ast.unparse(call)}",
        "Give it data again:",
        card="export",
    )
