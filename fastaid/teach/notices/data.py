"""Pictures, labels and splits that are not what was meant."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.folder_levels import right_folder
from fastaid.teach.notices.labels_alone import why_one_label
from fastaid.teach.notices.letters import letters
from fastaid.teach.notices.numbered_names import number_in_labels
from fastaid.teach.notices.passed_by import passed_by
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_module, is_of, is_table, is_tensor, stored

MAKES = ("aders", "earner(")  # DataLoaders, dataloaders, …_learner, Learner
MOST_ITEMS = 20_000
MOST_NAMES = 500  # of files are read
PART_NAMES = frozenset({"train", "training", "valid", "validation", "val", "test", "testing"})
FOLDER_NAMES = PART_NAMES | {"images", "imgs", "img", "image", "pictures", "photos", "data", "jpg", "jpegs"}


@dataclass(frozen=True)
class Labels:
    """How a dataset's labels are made."""

    classes: list[Any]
    is_multi: bool
    tfms: list[Any]  # from an item to its label, in order


def vocabulary(data: Any) -> Labels | None:
    """The classes that fastai's Datasets found."""
    if not is_of(data, "fastai.data.core", "Datasets"):
        return None
    for one in list(stored(data).get("tls") or ())[1:]:
        tfms = list(stored(stored(one).get("tfms")).get("fs") or ())
        for tfm in tfms:
            if is_of(tfm, "fastai.data.transforms", "Categorize", "MultiCategorize"):
                classes = stored(tfm).get("vocab")
                is_multi = is_of(tfm, "fastai.data.transforms", "MultiCategorize")
                return Labels(list(classes), is_multi, tfms) if classes is not None else None
    return None


def text_vocabulary(dls: Any) -> tuple[Sequence[str], bool]:
    """The words of a text problem, and whether it is a language model's."""
    for loader in loaders_of(dls)[:1]:
        data = loader.get("dataset")
        if is_of(data, "fastai.data.core", "Datasets"):
            for tfm in stored(stored(data)["tls"][0].tfms).get("fs") or ():
                if is_of(tfm, "fastai.text.data", "Numericalize"):
                    return stored(tfm).get("vocab") or (), len(stored(data)["tls"]) == 1
    return (), False


def items_of(data: Any) -> Any:
    """What fastai's Datasets were made of: files, or a table."""
    lists = stored(data).get("tls") if is_of(data, "fastai.data.core", "Datasets") else None
    return stored(lists[0]).get("items") if lists else None


@check(*MAKES, needs="fastai", reached=True, of_data=True)
def labels(cell: Cell) -> Iterator[Notice]:
    """Classes that cannot have been meant: one for each file, one for all, folders' names, letters."""
    for name, dls in cell.loaders():
        train = (loaders_of(dls) or [{}])[0].get("dataset")
        found, items = vocabulary(train), items_of(train)
        if found is None or items is None or not found.classes:
            continue
        text = (
            letters(name, found.classes, found.tfms, items)
            if found.is_multi
            else _single(cell, name, found, items)
        )
        if text:
            yield Notice(text, id(dls), card="labels-and-vocab")


def _single(cell: Cell, name: str, found: Labels, items: Any) -> str:
    classes, n = found.classes, len(items)
    if any(isinstance(one, Path) for one in classes):
        return passed_by(name, found.tfms, items[0] if not is_table(items) else None) or (
            f"`{name}.vocab` has {len(classes)} classes, one for each file: without `get_y` the path itself is the "
            "label. Add `get_y=parent_label` to the DataBlock (or a function that reads it from the file's name)."
        )
    if len(classes) == 1 and n > 1:
        return _one_class(cell, name, found, items)
    words = {str(one).lower() for one in classes}
    if words <= FOLDER_NAMES and words & PART_NAMES:
        return (
            f"The classes of `{name}` are {listed(classes)}: these are folders that hold the data, not what the "
            "pictures show. The label was read from the wrong folder level: take the folder of the class "
            "(`get_y=parent_label` reads the folder the file is in), or give the path one level further down."
        )
    are_numbers = len(classes) >= 8 and (len(classes) >= n or len(classes) >= 10)
    are_numbers = are_numbers and all(isinstance(one, float) for one in classes)
    if are_numbers and any(not float(one).is_integer() for one in classes):
        return (
            f"The labels of `{name}` are numbers such as {classes[0]}, and each of the {len(classes)} different "
            "ones became a class of its own. To predict a number, make it a regression: `y_block=RegressionBlock`."
        )
    if len(classes) >= 8 and len(classes) >= n:
        fix = "" if is_table(items) else number_in_labels(cell, classes, items)
        return (
            f"`{name}` has {len(classes)} classes for {counted(n, 'training item')}: every item is its own class, so "
            f"the labels ({listed(classes, 2)}) are not what was meant. "
            + (fix or "Look at what the label function, the pattern or label_col takes as the label.")
        )
    beside = _part_beside_classes(cell, name, found, items)
    if beside:
        return beside
    if classes and all(isinstance(one, str) and "/" in one for one in classes):
        return _paths(name, found)
    return _joined(name, classes)


def _part_beside_classes(cell: Cell, name: str, found: Labels, items: Any) -> str:
    """`test` as a class beside cat and dog: a folder of pictures without labels was read as one."""
    parts = [one for one in found.classes if str(one).lower() in PART_NAMES]
    by_folder = any(stored(tfm).get("_name") == "parent_label" for tfm in found.tfms)
    if len(parts) != 1 or len(found.classes) < 3 or not by_folder or is_table(items):
        return ""
    files = [one for one in list(items)[:MOST_ITEMS] if isinstance(one, Path)]
    root = next((one.parent.parent for one in files if one.parent.name == parts[0]), None)
    if root is None or not _is_part(root, str(parts[0]), found.classes):
        return ""
    inside = {one.relative_to(root).parts[0] for one in files if one.is_relative_to(root)} - {parts[0]}
    fix = f"get_items=partial(get_image_files, folders={sorted(inside)[:6]!r})"
    if not inside:
        fix = f"get_items=lambda path: [f for f in get_image_files(path) if f.parent.name != {parts[0]!r}]"
    fix = _from_folder_without(cell, sorted(inside), str(parts[0])) or fix
    return (
        f"{parts[0]!r} is a class of `{name}`, beside {listed([one for one in found.classes if one != parts[0]], 3)}: "
        f"the folder `{root / str(parts[0])}` is no class, and its pictures were taken for one. Leave it out: "
        f"`{fix}`."
    )


def _from_folder_without(cell: Cell, inside: Sequence[str], part: str) -> str:
    """from_folder has no `get_items`: the path one level down, or the files given by hand. "" for a DataBlock."""
    call = next(cell.calls("from_folder"), None)
    if call is None or not call.args:
        return ""
    path, pct = text_of(call.args[0]), keyword(call, "valid_pct")
    rest = f"valid_pct={text_of(pct)}, …" if pct is not None else "…"
    if len(inside) == 1:
        return f"{text_of(call.func)}({path}/{inside[0]!r}, {rest})"
    if {"train", "valid"} <= set(inside):
        return f"{text_of(call.func)}({path}, train='train', valid='valid', …)"  # without valid_pct
    files = f"[f for f in get_image_files({path}) if f.parent.name != {part!r}]"
    return f"ImageDataLoaders.from_path_func({path}, {files}, parent_label, {rest})"


def _is_part(root: Path, name: str, classes: Sequence[Any]) -> bool:
    """Whether a folder holds a part of the data: a train is also a vehicle."""
    if not name.lower().startswith("train"):
        return True
    holds_classes = any((root / name / str(one)).is_dir() for one in classes)
    return holds_classes or any(
        (root / other).is_dir() for other in PART_NAMES if not other.startswith("train")
    )


def _paths(name: str, found: Labels) -> str:
    """Labels with folders in them: the pattern was searched in the whole path."""
    first, pattern = found.classes[0], found.tfms[0] if found.tfms else None
    if stored(pattern).get("_name") != "RegexLabeller":
        return ""
    return (
        f"The classes of `{name}` hold folders, {first!r}: the pattern was applied to the whole path. For the file's "
        "name alone: `get_y=using_attr(RegexLabeller(pat), 'name')`."
    )


def _one_class(cell: Cell, name: str, found: Labels, items: Any) -> str:
    only = found.classes[0]
    by_name = any(True for _ in cell.calls("from_name_func", "from_name_re"))
    why = "Look at the label function or pattern."
    if told := right_folder(cell, only, found.tfms, items) or why_one_label(cell, only, found.tfms, items):
        why = told
    elif by_name:
        why = (
            "from_name_func gives the function only the file's name, not its path: where the label is in a folder, "
            "use `ImageDataLoaders.from_path_func` (or from_path_re)."
        )
    elif any(True for _ in cell.calls("from_folder")) and str(only).lower() in FOLDER_NAMES:
        why = "The label is the folder that a file is in: give the path of the folder that holds the classes' folders."
    elif any(isinstance(one.value, ast.Name) and one.value.id == "parent_label" for one in keywords_of(cell)):
        why = "`parent_label` reads the folder that a file is in: are all the files in one folder?"
        if _are_numbered(items):
            why = (
                "`parent_label` reads the folder, and the label seems to be in the file's name: write "
                r"`get_y=using_attr(RegexLabeller(r'^(.+)_\d+\.\w+$'), 'name')`."
            )
    return f"`{name}` has just one class, {only!r}: every item got the same label, so there is nothing to learn. {why}"


def _are_numbered(items: Any) -> bool:
    """Whether the files are called `pug_1.jpg`, `pug_2.jpg`, `beagle_1.jpg`: a name of several, and a number."""
    if is_table(items) or not all(isinstance(one, (str, Path)) for one in list(items)[:MOST_NAMES]):
        return False
    names = [re.fullmatch(r"(.+)_\d+\.\w+", Path(one).name) for one in list(items)[:MOST_NAMES]]
    words = {one[1] for one in names if one is not None}
    return all(names) and 2 <= len(words) <= len(names) / 2


def keywords_of(cell: Cell) -> Iterator[ast.keyword]:
    """Every `name=value` of the cell's calls."""
    return (node for node in cell.nodes if isinstance(node, ast.keyword))


def _joined(name: str, classes: Sequence[Any]) -> str:
    """Labels of several words, each of a few: nobody has told them apart."""
    for delim in (" ", ";", "|", ","):
        split = [str(one).split(delim) for one in classes]
        words = {word for some in split for word in some}
        several = [some for some in split if len(some) > 1]
        is_many = (
            len(classes) > 8 and len(words) * 2 <= len(classes) and len({len(some) for some in split}) > 2
        )
        if is_many and len(several) > len(classes) / 2:
            return (
                f"The {len(classes)} classes of `{name}` are combinations of {len(words)} words ({classes[-1]!r}): "
                f"each item seems to have several labels. If so, split them: `label_delim={delim!r}` "
                "(in a DataBlock: MultiCategoryBlock, and `ColReader(…, label_delim=…)`)."
            )
    return ""


@check("ImageFolder(")
def hidden_folder_as_class(cell: Cell) -> Iterator[Notice]:
    """Jupyter's folder of checkpoints became a class."""
    for name, held in cell.live(lambda one: is_of(one, "torchvision.datasets", "ImageFolder")):
        hidden = [one for one in stored(held).get("classes") or () if str(one).startswith(".")]
        if hidden:
            yield Notice(
                f"`{name}` has the class {hidden[0]!r}, a hidden folder that Jupyter made. Delete it (`!rm -r` the "
                "folder) and make the dataset anew.",
                id(held),
            )


@check("Normalize", needs="fastai")
def stats_of_bytes(cell: Cell) -> Iterator[Notice]:
    """Means and deviations of 0 to 255, for pictures whose values go from 0 to 1."""
    for name, dls in cell.loaders():
        for loader in loaders_of(dls)[:1]:
            tfms = list(stored(loader.get("after_batch")).get("fs") or ())
            scaled = any(
                type(one).__name__ == "IntToFloatTensor" and float(stored(one).get("div") or 1) > 1
                for one in tfms
            )
            for tfm in tfms:
                mean: Any = stored(tfm).get("mean")
                if (
                    type(tfm).__name__ == "Normalize"
                    and scaled
                    and is_tensor(mean)
                    and float(mean.max()) > 1.5
                ):
                    yield Notice(
                        f"`Normalize` of `{name}` has the mean {float(mean.max()):.4g}, but fastai's pictures have "
                        "values from 0 to 1, so all become about the same. Divide both stats by 255, or use "
                        "`Normalize.from_stats(*imagenet_stats)`.",
                        id(dls),
                        card="normalization",
                    )


@check("Learner(", needs="fastai")
def pretrained_not_normalized(cell: Cell) -> Iterator[Notice]:
    """torchvision's pretrained weights, and pictures that are not normalized as these were."""
    for name, call in cell.assigned():
        learn = cell.names.get(name)
        if not isinstance(call, ast.Call) or last_name(call.func) != "Learner":
            continue
        model, dls = stored(learn).get("model"), stored(learn).get("dls")
        if not is_module(model) or not type(model).__module__.startswith("torchvision.models"):
            continue
        if any(keyword(call, one) is not None for one in ("cbs", "normalize")) or not _is_pretrained(
            model, learn
        ):
            continue
        loader = (loaders_of(dls) or [{}])[0]
        found = vocabulary(loader.get("dataset"))
        tfms = [
            type(one).__name__
            for key in ("after_item", "before_batch", "after_batch")
            for one in stored(loader.get(key)).get("fs") or ()
        ]
        if found is None or "IntToFloatTensor" not in tfms or any("orm" in one for one in tfms):
            continue
        yield Notice(
            f"The model of `{name}` is pretrained on normalized pictures, but its dls do not normalize. Add "
            "`batch_tfms=Normalize.from_stats(*imagenet_stats)`, or let `vision_learner(dls, resnet18)` do it.",
            id(learn),
            card="normalization",
        )


def _is_pretrained(model: Any, learn: Any) -> bool:
    """Statistics of batch norm that are not those of a new layer, in a learner that has not trained."""
    if stored(stored(learn).get("recorder")).get("losses"):
        return False
    first = stored(model).get("_modules", {}).get("bn1")
    mean = stored(first).get("_buffers", {}).get("running_mean")
    return is_tensor(mean) and bool((mean.abs() > 1e-6).any())
