"""Data sets of the learner's own: what they lack, and what they return."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_of, is_table, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.batches_none import item_that_is_none
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.in_workers import dataset_of, is_from_worker, own_message
from fastaid.teach.rules.rows_asked import asked
from fastaid.teach.rules.tables_in_batches import part_of_table
from fastaid.teach.scene import Scene

ANY_DATA = "torch.utils.data"


def _name(held: Any) -> str:
    return held.__name__ if isinstance(held, type) else type(held).__name__


def _reading(scene: Scene) -> Any:
    """The data set that a sampler, a fetcher or a loader was working on."""
    for frame in reversed(scene.frames):
        if frame.module.startswith(("torch.utils.data", "fastai.data")):
            for name in ("data_source", "dataset"):
                held = frame.names.get(name, stored(frame.names.get("self")).get(name))
                if held is not None:
                    return held
    return dataset_of(scene)


@rule(TypeError, needs="torch")
def class_for_a_dataset(scene: Scene) -> Diagnosis | None:
    """DataLoader(MyDataset): the class, not an object of it."""
    held = _reading(scene)
    if not isinstance(held, type):
        return None
    return Diagnosis(
        f"The loader was given the class `{held.__name__}` itself, not a data set made with it.",
        "A class is the plan; its objects hold the data, and have a length.",
        f"{held.__name__}(…)",
        "Call it with its arguments, and give the result to the loader:",
        card="dataloaders",
    )


@rule(TypeError, NotImplementedError, needs="torch")
def method_missing(scene: Scene) -> Diagnosis | None:
    """A data set without __len__ or __getitem__."""
    held = _reading(scene)
    here = scene.here
    if held is None and here is not None and isinstance(here.node, ast.Subscript):
        held = here.value(here.node.value)
        if not is_of(held, ANY_DATA, "Dataset"):
            return None
    if held is None or isinstance(held, type) or is_of(held, ANY_DATA, "IterableDataset"):
        return None
    kind = type(held)
    if kind.__module__ != "__main__":
        return None
    base = getattr(type(held), "__getitem__", None)
    lacks_item = base is None or getattr(base, "__qualname__", "") == "Dataset.__getitem__"
    missing = "__getitem__" if lacks_item else "__len__" if not hasattr(kind, "__len__") else ""
    if not missing or ("len" in own_message(scene)) != (missing == "__len__"):
        return None
    own = [name for name in vars(kind) if name not in ("__init__", "__module__", "__doc__", "__dict__")]
    near = [name for name in own if name.strip("_").replace("_", "") in missing and name.strip("_")]
    body = "return len(self.…)" if missing == "__len__" else "return self.x[i], self.y[i]"
    argument = "self" if missing == "__len__" else "self, i"
    return Diagnosis(
        f"`{kind.__name__}` has no method `{missing}`" + (f"; it has `{near[0]}`." if near else "."),
        "A data set needs `__len__`, how many items there are, and `__getitem__`, which returns item number i.",
        f"def {missing}({argument}): {body}",
        f"Rename `{near[0]}`:" if near else f"Add it to the class `{kind.__name__}`:",
        card="dataloaders",
    )


@rule(TypeError, needs="torch")
def not_collatable(scene: Scene) -> Diagnosis | None:
    """Items that cannot be put into a batch: None, a PIL picture, an object."""
    wrong, whole = _odd_one(scene)
    if wrong == "" or part_of_table(scene) is not None:
        return None  # what came out of a table has a rule of its own
    held = _reading(scene)
    name = _name(held) if held is not None else "the data set"
    if wrong == "NoneType":
        return (item_that_is_none(scene, held) if whole else None) or _none_in_batch(name, whole)
    if wrong in ("Image", "PILImage", "PILImageBW", "PILMask", "JpegImageFile", "PngImageFile"):
        return _picture_in_batch(held, name)
    return Diagnosis(
        f"The items of `{name}` hold objects of the type `{wrong}`; these cannot be put into a batch.",
        "A batch is made of tensors, arrays, numbers, strings, and lists or dicts of them.",
        "torch.tensor(…)",
        "Return a tensor in its place:",
        card="batch",
    )


def _odd_one(scene: Scene) -> tuple[str, bool]:
    """The type that a batch cannot be made of, and whether a whole item is of it."""
    if is_from_worker(scene):
        found = re.search(r"found <class '([\w.]+)'>", own_message(scene))
        deep = len(re.findall(r"collate\.py\", line \d+, in collate\n", scene.message))
        return (found[1].rpartition(".")[2], deep <= 1) if found else ("", False)
    collating = [
        one
        for one in scene.frames
        if one.module == "torch.utils.data._utils.collate" and one.function == "collate"
    ]
    if not collating or (
        collating[-1] is not scene.last and scene.last and scene.last.function != "<genexpr>"
    ):
        return "", False
    for depth, frame in ((0, collating[0]), (1, collating[-1])):
        batch = frame.names.get("batch")
        if not isinstance(batch, (list, tuple)):
            continue
        odd = next((one for one in batch if not _fits(one)), batch)
        if odd is not batch:
            return type(odd).__name__, depth == 0 and frame is collating[0]
    return "", False


def _fits(held: Any) -> bool:
    return held is not None and (
        is_tensor(held) or is_array(held) or is_of(held, "numpy", "generic")
        or isinstance(held, (int, float, str, bytes, dict, list, tuple))
    )  # fmt: skip


def _none_in_batch(name: str, whole: bool) -> Diagnosis:
    if whole:
        return Diagnosis(
            f"`{name}.__getitem__` returned None for an item.",
            "A function without `return` (or one that ends before it) returns None; None cannot be put into a batch.",
            "return x, y",
            "End `__getitem__` with a return of both parts, in every case:",
            card="batch",
        )
    return Diagnosis(
        f"One part of what `{name}` returns for an item is None.",
        "None cannot be put into a batch: for instance a missing label, or a function without `return`.",
        "return x, -1   # or: return x",
        "Return a number or a tensor in its place, or leave this part out:",
        card="batch",
    )


def _picture_in_batch(held: Any, name: str) -> Diagnosis:
    is_torchvision = type(held).__module__.startswith("torchvision")
    if is_torchvision:
        fix = (
            "from torchvision import transforms\n"
            f"ds = {name}(…, transform=transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()]))"
        )
        how = "Give the data set a transform:"
    else:
        fix, how = "from torchvision.transforms import ToTensor\nimg = ToTensor()(img)", "In `__getitem__`:"
    return Diagnosis(
        f"`{name}` returns pictures as PIL images; a batch is made of tensors.",
        "No transform turns the picture into a tensor: `ToTensor` is missing.",
        fix,
        how,
        card="transforms",
    )


@rule(KeyError, needs="pandas")
def label_in_place_of_position(scene: Scene) -> Diagnosis | None:
    """A pandas object indexed with an item's position, where it goes by its index, or by its columns."""
    here = scene.here
    is_asked = here is not None and here.function == "__getitem__"
    if scene.is_raised_by_learner or (scene.within(ANY_DATA) is None and not is_asked):
        return None
    held = _reading(scene)
    if is_table(held):
        return Diagnosis(
            "The data set of the loader is a DataFrame.",
            "A loader asks its data set for item 0, 1, 2, …; a DataFrame takes that for the name of a column.",
            "from torch.utils.data import TensorDataset\n"
            "ds = TensorDataset(torch.tensor(df[[…]].values, dtype=torch.float32), torch.tensor(df['…'].values))",
            "Make a data set of its columns:",
            card="dataloaders",
        )
    key = own_message(scene).strip("'\"")
    if not key.isdigit():
        return None
    found = asked(scene, held, int(key))
    if found is None:
        return None
    if is_table(found.held) and not found.accessor:
        return Diagnosis(
            f"`{found.text}[{key}]` looks for a column called {key} in the DataFrame.",
            "Brackets on a DataFrame choose columns; rows are chosen by position with `.iloc`.",
            found.by_position,
            "Take the row:",
            card="dataloaders",
        )
    what = "DataFrame" if is_table(found.held) else "Series"
    table = found.text.split("[")[0]
    return Diagnosis(
        f"`{found.written}` looks for the label {key} in the index of `{found.text}`, a pandas {what}, "
        "and there is none.",
        "Its index has gaps or another order, as after a split, a shuffle or a filter: labels are not positions.",
        found.by_position,
        f"Take it by position (or give it a new index once: `{table}.reset_index(drop=True)`):",
        card="dataloaders",
    )


@rule(ValueError, needs="torch")
def empty_dataset(scene: Scene) -> Diagnosis | None:
    """A loader that shuffles a data set of no items."""
    frame = scene.within("torch.utils.data.sampler", "__init__")
    held = frame.names.get("data_source") if frame is not None else None
    if frame is None or frame is not scene.last or held is None or "num_samples" not in scene.message:
        return None
    kept = stored(held)
    empty = [name for name, one in kept.items() if isinstance(one, (list, tuple, dict)) and len(one) == 0]
    folders = [
        (name, str(one)) for name, one in kept.items() if isinstance(one, (str, Path)) and "/" in str(one)
    ]
    gone = next(((name, one) for name, one in folders if not Path(one).exists()), None)
    if _tells_none(type(held)):
        return Diagnosis(
            f"`{type(held).__name__}.__len__` returns 0, whatever the data set holds.",
            "A loader asks the data set for its length, and gets as many items as that.",
            f"def __len__(self):\n    return len(self.{next(iter(kept), 'items')})",
            "Return the number of its items:",
            card="getting-data",
        )
    why = (
        f"Its folder `{gone[0]}`, `{gone[1]}`, does not exist."
        if gone
        else f"Its list `{empty[0]}` holds nothing: a wrong path or ending, mostly."
        if empty
        else "Nothing was found when it was made: a wrong path or ending, mostly."
    )
    return Diagnosis(
        f"The data set `{_name(held)}` is empty: its length is 0.",
        why,
        f"len({scene.name_of(held) or _as_written(scene) or 'ds'})",
        "Make it anew with the right path, and check its length first:",
        card="getting-data",
    )


def _as_written(scene: Scene) -> str:
    """What the learner gave the loader."""
    here = scene.here
    node = here.argument(here.call, 0, "dataset") if here is not None and here.call is not None else None
    return ast.unparse(node) if node is not None else ""


def _tells_none(kind: type) -> bool:
    """Whether the learner's __len__ gives back a bare 0."""
    code = getattr(vars(kind).get("__len__"), "__code__", None)
    if code is None or code.co_names or 0 not in code.co_consts:
        return False
    return not any(isinstance(one, int) and one for one in code.co_consts)


@rule(AssertionError, TypeError, AttributeError, needs="torch")
def tensors_for_dataset(scene: Scene) -> Diagnosis | None:
    """TensorDataset with tensors of different lengths, or with arrays and lists."""
    frame = scene.within("torch.utils.data.dataset", "__init__")
    given = frame.names.get("tensors") if frame is not None else None
    if (
        frame is None
        or not isinstance(given, tuple)
        or type(frame.names.get("self")).__name__ != "TensorDataset"
    ):
        return None
    call = scene.here.call if scene.here is not None else None
    texts = [ast.unparse(one) for one in call.args] if call is not None else []
    names = [texts[i] if i < len(texts) else f"part {i + 1}" for i in range(len(given))]
    odd = next((i for i, one in enumerate(given) if not is_tensor(one)), None)
    if odd is not None:
        wanted = ", ".join(
            n if is_tensor(one) else f"torch.tensor({n})" for n, one in zip(names, given, strict=True)
        )
        what = "an array" if is_array(given[odd]) else f"a {type(given[odd]).__name__}"
        return Diagnosis(
            f"`{names[odd]}` is {what}, not a tensor.",
            "`TensorDataset` takes tensors only.",
            f"TensorDataset({wanted})",
            "Make tensors of them:",
            card="tensor",
        )
    sizes = [shape(one)[0] if shape(one) else 0 for one in given]
    if len(set(sizes)) < 2:
        return None
    least = min(sizes)
    cut = [n if size == least else f"{n}[:{least}]" for n, size in zip(names, sizes, strict=True)]
    return Diagnosis(
        "The tensors have different lengths: "
        + listed(f"`{n}` has {counted(size, 'item')}" for n, size in zip(names, sizes, strict=True))
        + ".",
        "Item number i of the data set is row i of each of them, so all need the same length.",
        f"TensorDataset({', '.join(cut)})",
        "Cut or split all of them the same way; where it was the first rows that were kept:",
        card="tensor",
    )


@rule(ValueError, needs="torch")
def lengths_of_split(scene: Scene) -> Diagnosis | None:
    """random_split with lengths that do not add up."""
    frame = scene.within("torch.utils.data.dataset", "random_split")
    lengths = frame.names.get("lengths") if frame is not None else None
    if frame is None or not isinstance(lengths, (list, tuple)):
        return None
    if not all(type(one) is int for one in lengths) or not lengths:
        return None
    n, total = _length(frame.names.get("dataset")), sum(lengths)
    call = scene.here.call if scene.here is not None else None
    if call is None or n == total:
        return None
    rest = [ast.unparse(one) for one in call.args[:1]] or ["ds"]
    share = ", ".join(f"{one / total:.2g}" for one in lengths[:-1])
    last = 1 - sum(float(f"{one / total:.2g}") for one in lengths[:-1])
    text = anew(call)
    return Diagnosis(
        f"The lengths {list(lengths)} add up to {total}; `{rest[0]}` has "
        + (counted(n, "item") if n is not None else "another number of items")
        + ".",
        "Every item must go into one part. (With `int(…)` of a share, the rounding loses some.)",
        text.replace(ast.unparse(call.args[1]), f"[{share}, {last:.2g}]") if len(call.args) > 1 else "",
        "Give shares that add up to 1, and torch computes the lengths:",
        card="splitters",
    )


def _length(held: Any) -> int | None:
    """A data set's length, where asking for it runs nothing of the learner's."""
    if type(held).__name__ == "TensorDataset":
        tensors = stored(held).get("tensors") or ()
        return shape(tensors[0])[0] if tensors else None
    return len(held) if type(held) in (list, tuple, range) else None


@rule(RuntimeError, needs="torchvision")
def download_first(scene: Scene) -> Diagnosis | None:
    """A data set of torchvision's that is not on the disk."""
    frame = scene.last
    if frame is None or not frame.module.startswith("torchvision.datasets") or "download" not in frame.names:
        return None
    if frame.names.get("download") or "not found" not in scene.message.lower():
        return None
    call = scene.here.call if scene.here is not None else None
    if call is None:
        return None
    root = stored(frame.names.get("self")).get("root", frame.names.get("root"))
    return Diagnosis(
        f"There is no {_name(frame.names.get('self'))} data in `{root}`.",
        "It was not downloaded before, or into another folder (`root`), and `download` is False by default.",
        anew(call, {"download": "True"}),
        "Let it download the data once:",
        card="getting-data",
    )
