"""Square brackets, a loop, len() or a call on something of fastai's that holds what is meant, and is not it."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_module, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.learners_called import reached
from fastaid.teach.rules.python_source import loop_at, replaced
from fastaid.teach.scene import Frame, Scene

MOST_CHILDREN = 5


def is_loader(held: Any) -> bool:
    """Whether it is a DataLoader, of fastai or PyTorch."""
    return is_of(held, "torch.utils.data", "DataLoader") or is_of(held, "fastai.data.load", "DataLoader")


def _is_layered(held: Any) -> bool:
    return is_module(held) and is_of(held, "torch.nn", "Sequential", "ModuleList")


@rule(TypeError, needs="torch")
def not_a_list(scene: Scene) -> Diagnosis | None:
    """`learn[0]`, `net[0]`, `dls.train[0]`: the thing that has items is inside."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not isinstance(node, ast.Subscript) or not scene.is_raised_by_learner:
        return None
    held, text, at = reached(here, node.value), ast.unparse(node.value), ast.unparse(node.slice)
    if hasattr(type(held), "__getitem__"):
        return None
    if is_learner(held):
        return _of_learner(here, node, held)
    if is_loader(held):
        return _of_loader(here, node, held)
    if is_of(held, "fastai.data.block", "DataBlock"):
        return _of_block(here, node)
    if is_of(held, "fastai.learner", "Recorder"):
        return Diagnosis(
            f"`{text}` is the Recorder, which is no list.",
            f"It keeps several lists: `{text}.values` (a row for each epoch), `{text}.losses` (a loss for each batch).",
            replaced(here, node, f"{text}.values[{at}]"),
            "For the numbers of an epoch:",
            card="training-log",
        )
    is_theirs = is_of(held, "fastai.optimizer", "_BaseOptimizer")
    if is_theirs or is_of(held, "torch.optim", "Optimizer"):
        inside = "hypers" if is_theirs else "param_groups"
        return Diagnosis(
            f"`{text}` is an optimizer, which is no list.",
            f"Its settings stand in `{text}.{inside}`, a dict for each group of parameters.",
            replaced(here, node, f"{text}.{inside}[{at}]"),
            "Write:",
            card="sgd-and-optimizers",
        )
    return _of_network(here, node, held) if is_module(held) else None


def _of_learner(here: Frame, node: ast.Subscript, learn: Any) -> Diagnosis:
    text, at = ast.unparse(node.value), ast.unparse(node.slice)
    model = stored(learn).get("model")
    layered = _is_layered(model)
    line = f"{text}.model[{at}]" if layered else f"{text}.dls.train_ds[{at}]"
    return Diagnosis(
        f"`{text}` is a Learner, which has no items.",
        f"It holds the model, `{text}.model`, and the data, `{text}.dls`."
        + (f" (Its items are in `{text}.dls.train_ds`.)" if layered else ""),
        replaced(here, node, line),
        "For a part of the model:" if layered else "For an item of the training set:",
        sure="likely",
        card="learner",
    )


def _of_loader(here: Frame, node: ast.Subscript, loader: Any) -> Diagnosis | None:
    text, at = ast.unparse(node.value), ast.unparse(node.slice)
    if not hasattr(type(stored(loader).get("dataset")), "__getitem__"):
        return None
    owner = node.value.value if isinstance(node.value, ast.Attribute) else None
    is_of_dls = is_dls(reached(here, owner)) and text.endswith((".train", ".valid"))
    item = f"{text}_ds[{at}]" if is_of_dls else f"{text}.dataset[{at}]"
    batch = f"next(iter({text}))"
    whole = statement(here)
    names = ast.unparse(whole.targets[0]) if isinstance(whole, ast.Assign) else ""
    is_batch = "batch" in names or any(one.strip(" ()").endswith("b") for one in names.split(","))
    return Diagnosis(
        f"`{text}` is a DataLoader, and `{text}[{at}]` asks it for item {at}.",
        "A DataLoader gives batches, one after the other, in a loop; it has no numbered items. The data set behind "
        f"it has them{': `' + item + '`' if is_batch else ''}.",
        replaced(here, node, batch if is_batch else item),
        "Take its first batch:" if is_batch else f"Take the item from there (a batch is `{batch}`):",
        card="dataloaders",
    )


def _of_block(here: Frame, node: ast.Subscript) -> Diagnosis:
    text, at = ast.unparse(node.value), ast.unparse(node.slice)
    name = "dsets" if text != "dsets" else "made"
    return Diagnosis(
        f"`{text}` is a DataBlock, which holds no items.",
        "It is a plan: how to find items, label and split them. What it makes of a source has items.",
        f"{name} = {text}.datasets(path)  # with your source\n" + replaced(here, node, f"{name}.train[{at}]"),
        f"Make its datasets first (or `dls = {text}.dataloaders(path)`, and `dls.train_ds[{at}]`):",
        card="data-block",
    )


def _children(model: Any) -> list[str]:
    return [name for name, one in stored(model).get("_modules", {}).items() if one is not None]


def _of_network(here: Frame, node: ast.Subscript, model: Any) -> Diagnosis | None:
    text, names, at = ast.unparse(node.value), _children(model), here.value(node.slice)
    if type(at) is not int or not -len(names) <= at < len(names):
        return None
    if is_of(model, "torch.nn", "DataParallel"):
        inner = _is_layered(stored(model)["_modules"].get("module"))
        line = f"{text}.module[{at}]" if inner else f"{text}.module"
        why = "It only spreads batches over GPUs; the network is its `module`."
    else:
        line = f"{text}.{names[at]}"
        why = (
            f"Only an nn.Sequential has numbered layers. The parts of a `{type(model).__name__}` have names: "
            f"{listed((f'`{one}`' for one in names), MOST_CHILDREN)}."
        )
    return Diagnosis(
        f"`{text}` is a `{type(model).__name__}`, a model that cannot be indexed.",
        why,
        replaced(here, node, line),
        f"Take the part by its name (or by number: `list({text}.children())[{at}]`):",
        card="body-and-head",
    )


@rule(TypeError, IndexError, needs="fastai.data.core")
def items_of_dls(scene: Scene) -> Diagnosis | None:
    """`dls[5]`, `dls['train']`: DataLoaders hold a loader for each part of the data, not the items."""
    last, here = scene.last, scene.here
    node = here.node if here is not None else None
    if last is None or here is None or last.function != "__getitem__" or not isinstance(node, ast.Subscript):
        return None
    if last.module != "fastai.data.core" or not is_dls(last.names.get("self")):
        return None
    if reached(here, node.value) is not last.names["self"]:
        return None
    text, at = ast.unparse(node.value), here.value(node.slice)
    loaders = stored(last.names["self"]).get("loaders") or ()
    if isinstance(at, str):
        part = "valid" if at.startswith(("val", "test")) else "train"
        line, how = f"{text}.{part}", "Name it as an attribute:"
    elif type(at) is int and at >= len(loaders):
        line, how = f"{text}.train_ds[{at}]", "Ask the training set (`train_ds`, or `valid_ds`):"
    else:
        return None
    return Diagnosis(
        f"`{text}` are DataLoaders: `{text}[{at!r}]` asks for one of {len(loaders)}, by its number.",
        f"`{text}[0]` is `{text}.train`, `{text}[1]` is `{text}.valid`. The single items are in the data sets behind "
        "them.",
        replaced(here, node, line),
        how,
        card="dataloaders",
    )


@rule(TypeError, needs="torch")
def not_a_loop(scene: Scene) -> Diagnosis | None:
    """`for xb, yb in learn`, `for p in model`, `len(learn)`: what has items is inside."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner:
        return None
    loop, call = loop_at(here), here.call
    if loop is not None and "not iterable" in scene.message:
        node, target = loop.iter, ast.unparse(loop.target)
    elif call is not None and isinstance(call.func, ast.Name) and call.func.id in ("len", "list"):
        if len(call.args) != 1:
            return None
        node, target = call.args[0], ""
    else:
        return None
    held, text = reached(here, node), ast.unparse(node)
    if hasattr(type(held), "__iter__") and hasattr(type(held), "__len__"):
        return None
    if is_learner(held):
        is_count = call is not None and loop is None
        line = f"{text}.dls.train_ds" if is_count else f"{text}.dls.train"
        what, why = "a Learner", f"The data are in `{text}.dls`, the network is `{text}.model`."
        how = "For the items of the training set:" if is_count else "For the batches of the training set:"
    elif is_module(held) and not _is_layered(held):
        of_parameters = target.startswith("p") or "param" in target
        line = f"{text}.parameters()" if of_parameters else f"{text}.children()"
        line = (
            f"list({line})" if call is not None and loop is None and ast.unparse(call.func) == "len" else line
        )
        what, why = f"a model, `{type(held).__name__}`", "Only an nn.Sequential is a list of its layers."
        how = "Ask for its parameters:" if of_parameters else "Ask for its parts:"
    else:
        return None
    return Diagnosis(
        f"`{text}` is {what}: it has no items of its own.",
        why,
        replaced(here, node, line),
        how,
        card="learner" if is_learner(held) else "parameters-and-activations",
    )


@rule(TypeError, needs="fastai")
def not_a_function(scene: Scene) -> Diagnosis | None:
    """`dls.train()`, `dls(0)`, `train_ds(0)`, `learn.metrics[0](…)`: objects, which are not called."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not scene.is_raised_by_learner or callable(reached(here, call.func)):
        return None
    held, text = reached(here, call.func), ast.unparse(call.func)
    given = [ast.unparse(one) for one in call.args]
    is_number = len(call.args) == 1 and type(here.value(call.args[0])) is int
    func = stored(held).get("func")
    if is_of(held, "fastai.learner", "AvgMetric") and len(given) == 2 and callable(func):
        own = getattr(func, "__name__", "")
        name = own if scene.names.get(own) is func else f"{text}.func"
        what, why = (
            f"`{text}` is an AvgMetric",
            f"It averages `{own or 'a function'}` over the batches of an epoch.",
        )
        line, how, card = f"{name}({', '.join(given)})", "Call the function itself:", "metrics"
    elif is_loader(held):
        what, why = f"`{text}` is a DataLoader", "It is looped over, and gives a batch each time."
        line, how, card = f"next(iter({text}))", "For its first batch:", "dataloaders"
    elif is_dls(held):
        what, why = (
            f"`{text}` are DataLoaders",
            f"They hold `{text}.train` and `{text}.valid`, which give batches.",
        )
        line = f"{text}.train_ds[{given[0]}]" if is_number else f"{text}.one_batch()"
        how, card = "For an item of the training set:" if is_number else "For a batch:", "dataloaders"
    elif is_of(held, "fastai.data.core", "Datasets", "TfmdLists") and is_number:
        what, why = f"`{text}` is a data set", "Its items are taken by number, in square brackets."
        line, how, card = f"{text}[{given[0]}]", "Write square brackets:", "dataloaders"
    else:
        return None
    return Diagnosis(
        f"{what} and cannot be called like a function.", why, replaced(here, call, line), how, card=card
    )
