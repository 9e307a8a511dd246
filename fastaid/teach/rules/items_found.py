"""Data in which there is nothing: no items, none for training, none for validation, no whole batch."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.held_out_items import FOR_VALIDATION, no_validation
from fastaid.teach.rules.in_code import anew, assigned, last_name, path_written
from fastaid.teach.rules.on_disk import (
    as_path,
    endings_below,
    exists,
    folder_below,
    folders_in,
    names_in,
    nearest,
    picture_endings,
    working_folder,
)
from fastaid.teach.rules.paths_anew import path_anew
from fastaid.teach.rules.pictures_beside import pictures_beside
from fastaid.teach.rules.shares_as_percent import percentage
from fastaid.teach.scene import Frame, Scene

FOR_TRAINING = (
    "train",
    "training",
    "seg_train",
    "trainset",
    "train_set",
    "images_train",
    "Train",
    "Training",
    "TRAIN",
)


def _setup(scene: Scene) -> Frame | None:
    frame = scene.within("fastai.data.core", "setup")
    is_list = frame is not None and is_of(frame.names.get("self"), "fastai.data.core", "TfmdLists")
    return frame if is_list else None


def _learners_call(scene: Scene) -> ast.Call | None:
    return scene.here.call if scene.here is not None else None


@rule(TypeError, needs="fastai")
def nothing_found(scene: Scene) -> Diagnosis | None:
    """No items at all: fastai says that 'NoneType' object is not iterable."""
    frame = _setup(scene)
    if frame is None or frame is not scene.last or stored(frame.names["self"]).get("types") is not None:
        return None
    if len(stored(frame.names["self"]).get("items", " ")):
        return None
    maker = scene.within("fastai.vision.data", "from_folder")
    if maker is not None:
        return _from_folder(scene, maker)
    block = scene.within("fastai.data.block", "datasets")
    source = block.names.get("source") if block is not None else None
    if is_table(source):
        return Diagnosis(
            "The table that the data is made of has no rows.",
            "With no items fastai cannot find out of what type they are, and fails with this message.",
            "len(df), df.head()",
            "See where the rows are lost; often a filter before leaves none:",
            card="data-block",
        )
    path = as_path(source)
    if block is not None and path is not None:
        return _found_by(scene, path, stored(block.names.get("self")).get("get_items"))
    return _empty_list(scene, source)


def _from_folder(scene: Scene, maker: Frame) -> Diagnosis | None:
    path = as_path(maker.names.get("path"))
    if path is None:
        return None
    if not exists(path):
        return _no_folder(path, scene)
    if maker.names.get("valid_pct"):
        return _no_pictures(path)
    train, valid = (str(maker.names.get(name)) for name in ("train", "valid"))
    inside = folders_in(path)
    call = _learners_call(scene)
    if train in inside:
        return _no_pictures(path / train)
    what = (
        f"In `{path}` there is no folder `{train}`"
        + (f" and no `{valid}`" if valid not in inside else "")
        + f"; there is: {listed(inside or names_in(path), 4) or 'nothing'}. So no item was found."
    )
    likely = next((one for one in FOR_TRAINING if one in inside), "")
    if likely:
        other = next((one for one in FOR_VALIDATION if one in inside), "")
        keywords = {"train": repr(likely)} | ({"valid": repr(other)} if other else {})
        return _mended(what, "The folders have other names here.", call, "Give their names:", keywords)
    deeper = next((one for one in inside if set(folders_in(path / one)) & set(FOR_TRAINING)), "")
    if deeper:
        return _mended(
            what,
            f"The folder `{train}` is one level deeper, in `{deeper}`.",
            call,
            "Give that path:",
            path=path / deeper,
        )
    if not sum(n for end, n in endings_below(path).items() if end in picture_endings()):
        return _no_pictures(path)
    return _mended(
        what,
        "Without `valid_pct`, `from_folder` wants the folders `train` and `valid` with the classes inside.",
        call,
        "Let it set aside a fifth of all pictures for validation:",
        {"valid_pct": "0.2"},
    )


def _mended(
    what: str,
    cause: str,
    call: ast.Call | None,
    how: str,
    keywords: Mapping[str, str] | None = None,
    path: Path | None = None,
) -> Diagnosis:
    text = (
        anew(call, keywords)
        if call is not None
        else ", ".join(f"{k}={v}" for k, v in (keywords or {}).items())
    )
    if path is not None:
        first = ast.unparse(call.args[0]) if call is not None and call.args else "path"
        text = text.replace(f"({first}", f"(Path('{path}')", 1)
    return Diagnosis(what, cause, text, how, card="getting-data")


def _no_folder(path: Path, scene: Scene) -> Diagnosis:
    folder, missing = nearest(path)
    near = did_you_mean(missing, names_in(folder), n=1, before="" if str(folder) == "." else f"{folder}/")
    start = "" if path.is_absolute() else f" It is relative to `{working_folder()}`, the working directory."
    inside = names_in(folder)
    right = near.split("'")[1] if near else ""
    here = Path(*path.parts[1:]) if path.is_absolute() else path
    if path.is_absolute() and here.parts and exists(here):
        near, right = (
            f"`/` at its start is the root of the disk. `{here}` is in the working folder.",
            str(here),
        )
    below = folder_below(folder, missing) if not near and missing else None
    if below is not None:
        rest = path.parts[len(folder.parts) + 1 :]
        right = str(below.joinpath(*rest)) if exists(below.joinpath(*rest)) else str(below)
        near = f"`{missing}` stands deeper: `{below}`."
    if (
        right
        and below is None
        and right != str(here)
        and len(path.parts) > len(folder.parts) + 1
        and str(folder) != "."
    ):
        rest = path.parts[len(folder.parts) + 1 :]
        right = str(Path(right, *rest)) if exists(Path(right, *rest)) else right
    return Diagnosis(
        f"No item was found: the folder `{path}` does not exist.",
        f"The path is wrong. {near or f'In `{folder}` there is: {listed(inside, 4)}.'}{start}",
        path_anew(scene, path, Path(right)) if right else f"Path('{folder}').ls()",
        "Write:" if right else "See what is there, and mend the path:",
        card="getting-data",
    )


def _no_pictures(path: Path) -> Diagnosis:
    beside = pictures_beside(path)
    if beside is not None:
        return beside
    kinds = endings_below(path)
    if not kinds:
        return Diagnosis(
            f"No item was found: in `{path}` and below it there are no files.",
            "The folder is empty: the download or the unpacking before has put nothing there.",
            f"Path('{path}').ls()",
            "Run the cells that fill it again, then look:",
            card="getting-data",
        )
    held = listed((f"{counted(n, 'file')} {end or 'without ending'}" for end, n in kinds.most_common(3)), 3)
    return Diagnosis(
        f"No item was found: `{path}` holds {held}, and no picture.",
        "`get_image_files` takes only files whose names end like a picture's: .jpg, .png, .gif, …",
        f"get_items=partial(get_files, extensions={sorted(one for one in kinds if one)})",
        "If these are the items, say so (a picture needs its right ending):",
        card="getting-data",
    )


def _found_by(scene: Scene, path: Path, getter: Any) -> Diagnosis | None:
    name = getattr(getter, "__name__", "get_items")
    if not exists(path):
        return _no_folder(path, scene)
    if isinstance(getter, partial):
        wanted = getter.keywords.get("folders")
        wanted = [wanted] if isinstance(wanted, str) else wanted
        missing = (
            [str(one) for one in wanted if one not in folders_in(path)]
            if isinstance(wanted, (list, tuple))
            else []
        )
        if missing:
            inside = folders_in(path)
            near = did_you_mean(missing[0], inside, n=1)
            return Diagnosis(
                f"No item was found: `{path}` has no folder `{listed(missing)}`.",
                f"`folders` names folders directly in that path. {near or f'There is: {listed(inside, 4)}.'}",
                f"folders={inside[:3]}",
                "Name folders that are there:",
                card="getting-data",
            )
        name = getattr(getter.func, "__name__", "get_items")
    if name in ("get_image_files", "_inner"):
        return _no_pictures(path)
    if name == "get_text_files":
        kinds = endings_below(path)
        return Diagnosis(
            f"No item was found: `{path}` holds no file that ends in .txt.",
            f"`get_text_files` takes only .txt files. There are: {listed(kinds, 4) or 'no files'}.",
            f"get_items=partial(get_files, extensions={sorted(one for one in kinds if one)})",
            "For files of another ending:",
            card="getting-data",
        )
    return Diagnosis(
        f"No item was found: `{name}`, given `{path}`, returned nothing.",
        "`get_items` must return a list of the items: paths, rows or the like. Here the list is empty.",
        f"len({name}(Path('{path}')))",
        "Call it by hand to see, and mend it:",
        card="data-block",
    )


def _empty_list(scene: Scene, source: Any) -> Diagnosis | None:
    try:
        if source is None or len(source):
            return None
    except TypeError:
        return None
    call = _learners_call(scene)
    candidates = [] if call is None else [*call.args, *(one.value for one in call.keywords)]
    frame = scene.here
    for node in candidates:
        written = node if isinstance(node, ast.Call) else assigned(scene, last_name(node))
        if not isinstance(written, ast.Call) or not last_name(written.func).startswith("get_"):
            continue
        if not written.args or frame is None:
            continue
        path = path_written(frame, written.args[0])
        if path is not None:
            return _no_folder(path, scene) if not exists(path) else _no_pictures(path)
    name = next(
        (ast.unparse(one) for one in candidates if frame and frame.value(one) is source), "the list of items"
    )
    return Diagnosis(
        f"`{name}` is empty: there is not one item.",
        "With no items fastai cannot find out of what type they are, and fails with this message.",
        f"len({name})",
        "Look where it is made; most often a path is wrong there:",
        card="getting-data",
    )


@rule(IndexError, needs="fastai")
def none_for_training(scene: Scene) -> Diagnosis | None:
    """The splitter left no item for training."""
    frame = _setup(scene)
    held = stored(frame.names["self"]) if frame is not None else {}
    splits, items = held.get("splits"), held.get("items", ())
    if frame is None or not splits or isinstance(splits[0], slice) or len(splits[0]) or not len(items):
        return None
    block = scene.within("fastai.data.block", "datasets")
    splitter = stored(block.names.get("self")).get("splitter") if block is not None else None
    name = str(getattr(splitter, "__qualname__", "")).partition(".")[0]
    if name == "GrandparentSplitter":
        return _by_grandparent(scene, items, splitter)
    if (as_percent := percentage(scene, splitter)) is not None:
        return as_percent
    return Diagnosis(
        f"Of {counted(len(items), 'item')}, the splitter `{name or 'given'}` put none into the training set.",
        f"It put {counted(sum(len(one) for one in splits[1:]), 'item')} into the validation set.",
        "splitter=RandomSplitter(valid_pct=0.2, seed=42)",
        "Mend its condition (True means validation), or split at random:",
        card="splitters",
    )


def _by_grandparent(scene: Scene, items: Iterable[Any], splitter: Any) -> Diagnosis:
    inside = dict(
        zip(splitter.__code__.co_freevars, (c.cell_contents for c in splitter.__closure__), strict=True)
    )
    wanted, second = inside.get("train_name", "train"), inside.get("valid_name", "valid")
    paths = [Path(one) for one in islice(items, 2_000) if isinstance(one, (str, Path))]
    found = Counter(one.parent.parent.name for one in paths)
    train = next((one for one in FOR_TRAINING if one in found), "")
    valid = next((one for one in FOR_VALIDATION if one in found), second)
    maker = scene.within("fastai.vision.data", "from_folder")
    call = _learners_call(scene)
    if train:
        fix = f"splitter=GrandparentSplitter(train_name='{train}', valid_name='{valid}')"
        if maker is not None and call is not None:
            fix = anew(call, {"train": repr(train), "valid": repr(valid)})
        how = "Give the names of the folders:"
    else:
        fix, how = "splitter=RandomSplitter(valid_pct=0.2, seed=42)", "Without such folders, split at random:"
        if maker is not None and call is not None:
            fix = anew(call, {"valid_pct": "0.2"})
    example = f", for example `{paths[0]}`" if paths else ""
    return Diagnosis(
        f"`GrandparentSplitter` found no training item: no picture stands in `{wanted}/<class>/`{example}.",
        f"It looks two folders up from each file, for `{wanted}` and `{second}`; "
        f"there it finds: {listed((f'`{one}`' for one in found), 3)}.",
        fix,
        how,
        card="splitters",
    )


@rule(ValueError, ZeroDivisionError, needs="fastai")
def no_batch(scene: Scene) -> Diagnosis | None:
    """A loader without one batch: fewer items than the batch size, or no validation items."""
    frame = scene.within("fastai.data.load", "one_batch") or scene.within(
        "fastai.callback.schedule", "lr_find"
    )
    if frame is None or frame is not scene.last:
        return None
    held = frame.names.get("self")
    if frame.function == "lr_find":
        loaders = stored(stored(held).get("dls")).get("loaders") or [None]
        held = loaders[0]
    if not is_of(held, "fastai.data.load", "DataLoader"):
        return None
    n, bs = stored(held).get("n"), stored(held).get("bs")
    if not isinstance(n, int):
        return None
    if n == 0:
        return no_validation(scene, held)
    if not isinstance(bs, int) or n >= bs:
        return None
    small = max(2, n // 2)
    return Diagnosis(
        f"There is not one batch: {counted(n, 'item')} for training, and a batch size `bs` of {bs}.",
        "While training, an incomplete last batch is dropped (`drop_last`); here that is the only one.",
        f"bs={small}   # in the line that makes the dls",
        "Take a smaller batch size, or more data:",
        card="batch",
    )
