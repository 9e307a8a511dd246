"""Datasets and TfmdLists of the learner's own: splits that are a function, steps that no block adds, no batches yet."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import dtype, is_learner, is_of, is_tensor, library, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, parent, trees
from fastaid.teach.rules.in_workers import own_message
from fastaid.teach.scene import Scene

CORE = "fastai.data.core"
LISTS = ("Datasets", "TfmdLists")
SIZED = ("RandomResizedCrop", "Resize", "CropPad", "RandomCrop", "RatioResize")
OF_BATCHES = {"show_batch": "show_batch()", "one_batch": "one_batch()", "show_results": "show_batch()"}
OF_BLOCKS = {"item_tfms": "after_item", "batch_tfms": "after_batch"}


@rule(TypeError, needs=CORE)
def splits_are_a_function(scene: Scene) -> Diagnosis | None:
    """`Datasets(items, tfms, splits=RandomSplitter())`: the splitter, not the two lists that it makes."""
    if scene.within("fastcore.foundation", "mask2idxs") is None or "not iterable" not in scene.message:
        return None
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or last_name(call.func) not in LISTS:
        return None
    given = here.argument(call, None, "splits")
    frame = next(
        (one for one in reversed(scene.frames) if isinstance(one.names.get("splits"), FunctionType)), None
    )
    if given is None or frame is None or not call.args:
        return None
    splitter = frame.names["splits"]
    text, items = ast.unparse(given), ast.unparse(call.args[0])
    is_maker = splitter.__module__ == "fastai.data.transforms" and splitter.__name__.endswith("Splitter")
    return Diagnosis(
        f"`splits={text}` is {'what makes a splitter' if is_maker else 'a splitter: a function'}, not the two lists.",
        f"A DataBlock calls its splitter itself; `{last_name(call.func)}` wants the result, the indices for training "
        "and for validation.",
        anew(call, {"splits": f"{text}{'()' if is_maker else ''}({items})"}),
        "Call it with the items:",
        card="splitters",
    )


@rule(AttributeError, needs=CORE)
def no_batches_yet(scene: Scene) -> Diagnosis | None:
    """`dsets.show_batch()`, `tl.one_batch()`: items have no batches before there are loaders."""
    here = scene.here
    node = here.node if here is not None else None
    node = node.func if isinstance(node, ast.Call) else node
    if here is None or not isinstance(node, ast.Attribute) or node.attr not in OF_BATCHES:
        return None
    source = node.value
    if isinstance(source, ast.Attribute) and source.attr in ("train", "valid"):
        source = source.value
    held = here.value(source)
    if not is_of(held, CORE, *LISTS):
        return None
    text = ast.unparse(source)
    if node.attr == "show_batch" and is_of(held, CORE, "TfmdLists") and not _gives_tuples(held):
        return Diagnosis(
            f"`{text}` is a TfmdLists: it gives single items, `{text}[0]`, and has no `show_batch`.",
            "Batches come from data loaders. Its items can be shown by themselves.",
            f"show_images([{text}[i] for i in range(4)])"
            if _can_be_drawn(held)
            else f"{text}.show({text}[0])",
            "Show the first ones:" if _can_be_drawn(held) else "Show the first one:",
            card="dataloaders",
        )
    steps = _steps(held)
    more = "".join(f", {name}={code}" for name, code in steps.items())
    part = f".{node.value.attr}" if source is not node.value and isinstance(node.value, ast.Attribute) else ""
    line = parent(parent(node))
    names = f"{ast.unparse(line.targets[0])} = " if isinstance(line, ast.Assign) else ""
    return Diagnosis(
        f"`{text}` is a {type(held).__name__}: it gives single items, `{text}[0]`, and has no `{node.attr}`.",
        "Batches come from data loaders, which are made of it.",
        f"dls = {text}.dataloaders(bs=4{more})\n{names}dls{part}.{OF_BATCHES[node.attr]}",
        "Make them first" + (" (pictures of one size, as tensors of floats)" if steps else "") + ":",
        card="dataloaders",
    )


def _steps(held: Any) -> dict[str, str]:
    """The steps that a Datasets of pictures still needs on the way to a batch."""
    names = [type(one).__name__ for one in _transforms(held)]
    if not _has_pictures(held):
        return {}
    sized = [] if set(names) & set(SIZED) else ["Resize(224)"]
    after = [] if "ToTensor" in names else ["ToTensor"]
    return {"after_item": f"[{', '.join([*sized, *after])}]", "after_batch": "[IntToFloatTensor]"}


def _lists(held: Any) -> Iterator[Any]:
    if is_of(held, CORE, "TfmdLists"):
        yield held
    yield from stored(held).get("tls") or ()


def _transforms(held: Any) -> list[Any]:
    return [one for part in _lists(held) for one in stored(stored(part).get("tfms")).get("fs") or ()]


def _has_pictures(held: Any) -> bool:
    """Whether its items are pictures of PIL at the end of some steps."""
    return any(any(one.__module__ == "PIL.Image" for one in kind.__mro__) for kind in _last_types(held))


def _can_be_drawn(held: Any) -> bool:
    tensor = getattr(library("fastai.torch_core"), "TensorImageBase", None)
    kinds = _last_types(held)
    return _has_pictures(held) or (tensor is not None and any(issubclass(kind, tensor) for kind in kinds))


def _last_types(held: Any) -> list[type]:
    """Of what type the items are after the last step of each list."""
    kinds = [kind for part in _lists(held) for kind in list(stored(part).get("types") or ())[-1:]]
    return [kind for kind in kinds if isinstance(kind, type)]


def _gives_tuples(held: Any) -> bool:
    return any(issubclass(kind, tuple) for kind in _last_types(held))


def _loader(scene: Scene) -> Any:
    """fastai's loader that was at work on a Datasets or TfmdLists."""
    for _, held in scene.holding("self", lambda one: is_of(one, "fastai.data.load", "DataLoader")):
        if is_of(stored(held).get("dataset"), CORE, *LISTS):
            return held
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    held = stored(learn).get("dl") if learn is not None else None
    return held if is_of(stored(held).get("dataset"), CORE, *LISTS) else None


def _fs(loader: Any, event: str) -> list[str]:
    return [type(one).__name__ for one in stored(stored(loader).get(event)).get("fs") or ()]


def _made(scene: Scene) -> ast.Call | None:
    """The learner's call that made loaders of a Datasets: no block was there to add its steps."""
    for tree in trees(scene):
        found = None
        for line in ast.walk(tree):
            for node in ast.iter_child_nodes(line):
                node.parent = line  # type: ignore[attr-defined]
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                    continue
                is_sets = node.func.attr == "dataloaders" and _is_list(scene, node.func.value)
                if is_sets or ast.unparse(node.func).endswith("DataLoaders.from_dsets"):
                    found = node
        if found is not None:
            return found
    return None


def _is_list(scene: Scene, node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and is_of(scene.names.get(node.id), CORE, *LISTS)


def _with_steps(call: ast.Call, wanted: dict[str, list[str]]) -> str:
    """The call with steps added to what it gives for after_item and after_batch."""
    given = {one.arg: one.value for one in call.keywords if one.arg}
    new = {}
    for name, steps in wanted.items():
        old = next((word for word, now in OF_BLOCKS.items() if now == name and word in given), "")
        held = given.get(name) or given.get(old)
        parts = []
        if isinstance(held, (ast.List, ast.Tuple)):
            parts = [ast.unparse(one) for one in held.elts]
        elif held is not None:
            text = ast.unparse(held)
            parts = [f"*{text}" if text.startswith("aug_transforms(") else text]
        steps = [one for one in steps if not any(one == text.partition("(")[0] for text in parts)]
        new[name] = f"[{', '.join([*parts, *steps] if name == 'after_item' else [*steps, *parts])}]"
    return anew(call, new, drop=tuple(OF_BLOCKS))


@rule(TypeError, RuntimeError, needs=CORE)
def pictures_not_made_tensors(scene: Scene) -> Diagnosis | None:
    """Loaders of a Datasets without ToTensor among their steps; ImageBlock adds it, and no block was there."""
    loader, message = _loader(scene), own_message(scene)
    if loader is None or "ToTensor" in _fs(loader, "after_item"):
        return None
    held = stored(loader).get("dataset")
    if "fastai.vision.core.PIL" not in message and "of type `PIL" not in message:
        return None
    call = _made(scene)
    if call is None or not _has_pictures(held):
        return None
    names = [*_fs(loader, "after_item"), *(type(one).__name__ for one in _transforms(held))]
    words = [one.arg for one in call.keywords if one.arg in OF_BLOCKS]
    is_sized = bool(set(names) & set(SIZED)) or "item_tfms" in words
    wanted = {"after_item": ["ToTensor"] if is_sized else ["Resize(224)", "ToTensor"]}
    if "IntToFloatTensor" not in _fs(loader, "after_batch"):
        wanted["after_batch"] = ["IntToFloatTensor"]
    old = (
        ""
        if not words
        else (
            f" `{'` and `'.join(words)}` are words of a DataBlock; here they are called "
            f"`{'` and `'.join(OF_BLOCKS[one] for one in words)}`."
        )
    )
    return Diagnosis(
        "The items of the data set hold pictures of PIL; a batch is made of tensors.",
        f"In a DataBlock ImageBlock adds ToTensor and IntToFloatTensor. Without one, give them yourself.{old}",
        _with_steps(call, wanted),
        "Write:",
        card="transforms",
    )


@rule(RuntimeError, needs=CORE)
def bytes_for_a_model(scene: Scene) -> Diagnosis | None:
    """Loaders of a Datasets without IntToFloatTensor: the model gets whole numbers from 0 to 255."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    xb = stored(learn).get("xb") if learn is not None else None
    loader = _loader(scene)
    if loader is None or not isinstance(xb, tuple) or not xb or not is_tensor(xb[0]):
        return None
    if dtype(xb[0]) != "uint8" or "IntToFloatTensor" in _fs(loader, "after_batch"):
        return None
    call = _made(scene)
    if call is None or not any(word in scene.message for word in ("Byte", "unsigned char", "dtype")):
        return None
    return Diagnosis(
        f"The batch holds bytes, a uint8 tensor of shape {shape(xb[0])}; the model calculates with floats.",
        "In a DataBlock ImageBlock adds IntToFloatTensor, which makes floats from 0 to 1 of them. Without one, give it "
        "yourself.",
        _with_steps(call, {"after_batch": ["IntToFloatTensor"]}),
        "Write, and make the Learner anew:",
        card="transforms",
    )
