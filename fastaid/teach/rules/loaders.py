"""Data loaders: how batches are taken from them, and what they are made of."""

from __future__ import annotations

import ast
import pickle
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_of, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, parent
from fastaid.teach.rules.loaders_of_torch import instead_of
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

OF_FASTAI = (
    "one_batch",
    "show_batch",
    "show_results",
    "decode",
    "decode_batch",
    "vocab",
    "n_inp",
    "after_batch",
)
OF_DATALOADERS = (*OF_FASTAI, "train", "valid", "train_ds", "valid_ds", "test_dl", "c", "new", "cuda", "cpu")


def is_loader(held: Any) -> bool:
    """Whether it gives batches: torch's or fastai's DataLoader."""
    return is_of(held, "torch.utils.data", "DataLoader") or is_of(held, "fastai.data.load", "DataLoader")


def is_dataset(held: Any) -> bool:
    """Whether it gives single items."""
    return (
        is_of(held, "torch.utils.data", "Dataset")
        or is_of(held, "fastai.data.core", "Datasets", "TfmdLists")
        or (type(held) in (list, tuple) and len(held) > 0 and isinstance(held[0], tuple))
    )


def _first_batch(text: str, held: Any) -> str:
    return f"next(iter({text}.train))" if is_dls(held) else f"next(iter({text}))"


@rule(TypeError, needs="torch")
def next_of_a_loader(scene: Scene) -> Diagnosis | None:
    """next(dl): a loader is gone through from the start, it has no next batch by itself."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or last_name(call.func) != "next" or not call.args:
        return None
    held, text = frame.value(call.args[0]), ast.unparse(call.args[0])
    if not is_loader(held) and not is_dls(held):
        return None
    return Diagnosis(
        f"`next({text})`: `{text}` is a {type(held).__name__}, which is iterable, but not an iterator.",
        "`next` wants an iterator; `iter(…)` makes a fresh one of a data loader.",
        anew(call).replace(f"next({text})", _first_batch(text, held)),
        "Take the first batch with:",
        card="batch",
    )


@rule(AttributeError, needs="torch")
def next_as_method(scene: Scene) -> Diagnosis | None:
    """`iter(dl).next()`, as older torch had it."""
    held, name = getattr(scene.error, "obj", None), getattr(scene.error, "name", "")
    if name not in ("next", "__next__") or scene.here is None or not scene.is_raised_by_learner:
        return None
    node = scene.here.node
    text = ast.unparse(node.value) if isinstance(node, ast.Attribute) else "it"
    if is_loader(held) and not hasattr(type(held), "__next__"):
        return Diagnosis(
            f"`{text}` is a {type(held).__name__}: it has no method `{name}`.",
            "A data loader is gone through from the start each time; `iter(…)` begins, and `next` takes a batch.",
            replaced(scene.here, parent(node), f"next(iter({text}))"),
            "Take the first batch with:",
            card="batch",
        )
    if name != "next" or not hasattr(type(held), "__next__"):
        return None
    return Diagnosis(
        f"`{text}` has no method `next`.",
        "Older versions of PyTorch had it; Python's own function `next` works in all of them.",
        f"next({text})",
        "Write:",
        card="batch",
    )


@rule(ValueError, TypeError, needs="torch")
def loader_unpacked(scene: Scene) -> Diagnosis | None:
    """`for xb, yb in dls`, `xb, yb = dl`, `for i, xb, yb in enumerate(dl)`."""
    frame = scene.here
    if frame is None or not scene.is_raised_by_learner or "unpack" not in scene.message:
        return None
    for node in _unpackings(scene, frame):
        source = node.iter if isinstance(node, ast.For) else node.value
        target = node.target if isinstance(node, ast.For) else node.targets[0]
        names = ast.unparse(target).strip("()")
        text, held = ast.unparse(source), frame.value(source)
        if (
            isinstance(node, ast.For)
            and isinstance(source, ast.Call)
            and last_name(source.func) == "enumerate"
        ):
            inner = frame.value(source.args[0]) if source.args else None
            if not is_loader(inner) or not isinstance(target, ast.Tuple) or len(target.elts) < 3:
                continue
            first, *rest = (ast.unparse(one) for one in target.elts)
            return Diagnosis(
                f"`{text}` gives two things each time: a number and a batch. The loop names {len(target.elts)}.",
                "The batch is one thing, a pair; it must be unpacked in parentheses of its own.",
                f"for {first}, ({', '.join(rest)}) in {text}:",
                "Put parentheses around the parts of the batch:",
                card="batch",
            )
        if is_dls(held):
            n = len(stored(held).get("loaders", ()))
            fix = (
                f"for {names} in {text}.train:"
                if isinstance(node, ast.For)
                else f"{names} = {text}.one_batch()"
            )
            return Diagnosis(
                f"`{text}` is a DataLoaders; going through it gives its {counted(n, 'loader')}, not batches.",
                "Batches come from one of them: `.train` or `.valid`.",
                fix,
                "Take the training loader:",
                card="dataloaders",
            )
        if is_loader(held) and isinstance(node, ast.Assign):
            return Diagnosis(
                f"`{names} = {text}` unpacks the loader itself into its batches, not one batch into its parts.",
                f"`{text}` holds many batches.",
                f"{names} = next(iter({text}))",
                "Take the first batch:",
                card="batch",
            )
    return None


def _unpackings(scene: Scene, frame: Frame) -> list[Any]:
    whole = frame.node
    while whole is not None and not isinstance(whole, (ast.For, ast.Assign, ast.Module)):
        whole = parent(whole)
    found = [whole] if isinstance(whole, (ast.For, ast.Assign)) else []
    tree = scene.tree
    if tree is not None and frame is scene.top:
        found += [
            one
            for one in ast.walk(tree)
            if isinstance(one, (ast.For, ast.Assign))
            and one.lineno <= frame.line
            and frame.line
            <= (one.body[0].lineno if isinstance(one, ast.For) else one.end_lineno or one.lineno)
        ]
    return [
        one
        for one in found
        if isinstance(one.target if isinstance(one, ast.For) else one.targets[0], (ast.Tuple, ast.List))
    ]


@rule(AttributeError, needs="torch")
def not_fastais_loader(scene: Scene) -> Diagnosis | None:
    """torch's DataLoader, asked for what only fastai's has."""
    held, name = getattr(scene.error, "obj", None), str(getattr(scene.error, "name", ""))
    if not is_of(held, "torch.utils.data", "DataLoader") or name not in OF_DATALOADERS or scene.here is None:
        return None
    node = scene.here.node
    text = ast.unparse(node.value) if isinstance(node, ast.Attribute) else "dl"
    is_inside = is_dls(scene.here.value(node.value)) if isinstance(node, ast.Attribute) else False
    is_covered = scene.names.get("DataLoader") is library("torch.utils.data").DataLoader
    hides = "; `from torch.utils.data import DataLoader` hides fastai's class of the same name."
    fix, how = instead_of(name, text, is_inside, held, scene)
    return Diagnosis(
        f"`{text}` {'holds' if is_inside else 'is'} PyTorch's DataLoader, which has no `{name}`.",
        f"`{name}` belongs to fastai's loaders" + (hides if library("fastai") and is_covered else "."),
        fix,
        how,
        card="dataloaders",
    )


@rule(AttributeError, IndexError, TypeError, ValueError, RuntimeError, needs="fastai")
def datasets_for_loaders(scene: Scene) -> Diagnosis | None:
    """DataLoaders(train_ds, valid_ds): it wants loaders, which give batches."""
    dls = next((held for _, held in scene.holding("self", is_dls)), None)
    if dls is None:
        learn = next((held for _, held in scene.holding("self", is_learner)), None)
        dls = stored(learn).get("dls") if learn is not None else None
    loaders = stored(dls).get("loaders") if dls is not None else None
    if not loaders or is_loader(loaders[0]):
        return None
    name = scene.name_of(dls) or "dls"
    names = [scene.name_of(one) for one in loaders]
    if len(loaders) == 1 and type(loaders[0]) in (list, tuple) and all(map(is_loader, loaders[0])):
        return Diagnosis(
            f"`{name} = DataLoaders(…)` was given one list of loaders.",
            "It takes the loaders as separate arguments.",
            f"{name} = DataLoaders(*{names[0] or '[train_dl, valid_dl]'})",
            "Unpack the list with a star:",
            card="dataloaders",
        )
    if not is_dataset(loaders[0]):
        return None
    train, valid = ([*names, "", ""][i] or one for i, one in enumerate(("train_ds", "valid_ds")))
    return Diagnosis(
        f"`{name}` was made of data sets: `DataLoaders({train}, {valid})`.",
        "A data set gives single items. `DataLoaders` wants loaders, which give batches.",
        f"{name} = DataLoaders.from_dsets({train}, {valid}, bs=64)",
        "Let it make the loaders:",
        card="dataloaders",
    )


@rule(ValueError, TypeError, AttributeError, needs="fastai")
def loaders_for_datasets(scene: Scene) -> Diagnosis | None:
    """DataLoaders.from_dsets with loaders, or with one list of data sets."""
    frame = scene.within("fastai.data.core", "from_dsets")
    given = frame.names.get("ds") if frame is not None else None
    if given is None:
        return _list_of_datasets(scene)
    if not isinstance(given, tuple) or not given or not is_loader(given[0]):
        return None
    names = [scene.name_of(one) or ("train_dl", "valid_dl")[min(i, 1)] for i, one in enumerate(given)]
    return Diagnosis(
        f"`DataLoaders.from_dsets` was given loaders: {', '.join(f'`{one}`' for one in names)}.",
        "It wants data sets, and makes the loaders itself. Loaders that you have already need only be put together.",
        f"dls = DataLoaders({', '.join(names)})",
        "Write:",
        card="dataloaders",
    )


def _list_of_datasets(scene: Scene) -> Diagnosis | None:
    for _, held in scene.holding("self", lambda one: is_of(one, "fastai.data.load", "DataLoader")):
        inside = stored(held).get("dataset")
        if type(inside) in (list, tuple) and inside and all(is_dataset(one) for one in inside):
            text = scene.name_of(inside) or "[train_ds, valid_ds]"
            return Diagnosis(
                f"The data set of this loader is a list of {len(inside)} data sets.",
                "`DataLoaders.from_dsets` takes them as separate arguments.",
                f"DataLoaders.from_dsets(*{text}, bs=64)",
                "Unpack the list with a star:",
                card="dataloaders",
            )
    return None


@rule(IndexError, needs="fastai")
def no_second_loader(scene: Scene) -> Diagnosis | None:
    """DataLoaders with a training loader only, in a fit."""
    frame = scene.within("fastai.data.core", "__getitem__")
    dls = frame.names.get("self") if frame is not None else None
    if frame is not scene.last or frame is None or not is_dls(dls):
        return None
    loaders = stored(dls).get("loaders", [])
    if len(loaders) != 1 or frame.names.get("i") != 1:
        return None
    name = scene.name_of(dls) or "dls"
    return Diagnosis(
        f"`{name}` has only one loader, for training; validation wants a second one.",
        "After each epoch the Learner goes through the validation set.",
        f"{name} = DataLoaders(train_dl, valid_dl)   # or DataLoaders.from_dsets(train_ds, valid_ds, bs=64)",
        "Give both:",
        card="validation-set",
    )


@rule(TypeError, ValueError, needs="torch")
def labels_for_batch_size(scene: Scene) -> Diagnosis | None:
    """DataLoader(x, y): the second argument is the batch size."""
    frame = next((one for one in reversed(scene.frames) if one.is_learners and one.call is not None), None)
    call = frame.call if frame is not None else None
    if frame is None or call is None or last_name(call.func) != "DataLoader" or len(call.args) < 2:
        return None
    x, y = (frame.value(one) for one in call.args[:2])
    if not is_tensor(y) and type(y) is not list and not is_of(y, "numpy", "ndarray"):
        return None
    if is_loader(x):
        return None
    first, second = (ast.unparse(one) for one in call.args[:2])
    text = anew(call).replace(
        f"{first}, {second}", f"TensorDataset({_as_tensor(first, x)}, {_as_tensor(second, y)})", 1
    )
    return Diagnosis(
        f"`DataLoader({first}, {second})` took `{second}` for its second argument, `batch_size`.",
        "A DataLoader takes one data set, which gives input and label together.",
        f"from torch.utils.data import TensorDataset\n{text}",
        "Put both into a data set first:",
        card="dataloaders",
    )


def _as_tensor(text: str, held: Any) -> str:
    return text if is_tensor(held) else f"torch.tensor({text})"


@rule(TypeError, needs="torch")
def bs_for_torch(scene: Scene) -> Diagnosis | None:
    """torch.utils.data.DataLoader(ds, bs=64)."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if (
        frame is None
        or call is None
        or frame.value(call.func) is not getattr(library("torch.utils.data"), "DataLoader", 0)
    ):
        return None
    given = next((one.value for one in call.keywords if one.arg == "bs"), None)
    if given is None:
        return None
    return Diagnosis(
        "PyTorch's `DataLoader` has no argument `bs`.",
        "`bs` is fastai's word; PyTorch calls it `batch_size`.",
        anew(call, {"batch_size": ast.unparse(given)}, drop=("bs",)),
        "Write:",
        card="batch",
    )


OWN_FUNCTIONS = ("collate_fn", "worker_init_fn")  # of a loader, sent to its workers too


@rule(pickle.PicklingError, AttributeError, TypeError, needs="torch")
def not_sent_to_workers(scene: Scene) -> Diagnosis | None:
    """A lambda or an inner class cannot be sent to worker processes that start afresh."""
    frame = scene.within("torch.utils.data.dataloader", "_get_iterator")
    if frame is None or scene.within("multiprocessing.reduction") is None:
        return None
    loader = stored(frame.names.get("self"))
    own = next((name for name in OWN_FUNCTIONS if _has_no_name(loader.get(name))), "")
    function = loader.get(own) if own else None
    kind = "a lambda" if getattr(function, "__name__", "") == "<lambda>" else "a function inside another"
    return Diagnosis(
        f"The `{own}` of the loader, {kind}, could not be sent to the worker processes."
        if own
        else f"The data set could not be sent to the worker processes: {scene.message.rstrip('.')}.",
        f"Here each worker starts afresh and gets a copy (a pickle) of the data set and of `{own}`. A lambda or an "
        "inner function cannot be copied so."
        if own
        else "On Windows and macOS each worker starts afresh and gets a copy (a pickle) of the data set. Lambdas, and "
        "classes and functions defined in a cell or inside a function, cannot be copied so.",
        "num_workers=0",
        f"Load in this process, or write `{own}` as a function with `def` in a .py file and import it:"
        if own
        else "Load in this process, or move the class and its functions to a .py file and import them:",
        card="dataloaders",
    )


def _has_no_name(function: object) -> bool:
    return "<l" in getattr(function, "__qualname__", "") and callable(function)
