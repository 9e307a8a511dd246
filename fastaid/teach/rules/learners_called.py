"""A Learner, or a part of one, that is called, indexed or looped over as if it were something inside it."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import (
    UNKNOWN,
    described,
    is_array,
    is_dls,
    is_learner,
    is_module,
    is_of,
    is_table,
    is_tensor,
    library,
    shape,
    stored,
)
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import cut, near, replaced
from fastaid.teach.scene import Frame, Scene

LONGEST = 60


def reached(frame: Frame, node: ast.expr | None) -> Any:
    """What an expression stands for, `dls.train`, `dls.train_ds` and `learn.metrics[0]` among them."""
    found = frame.value(node)
    if found is not UNKNOWN or node is None:
        return found
    if isinstance(node, ast.Subscript):
        held, at = reached(frame, node.value), frame.value(node.slice)
        items = stored(held).get("items") if is_of(held, "fastcore.foundation", "L") else None
        if type(items) is list and type(at) is int and -len(items) <= at < len(items):
            return items[at]
        return UNKNOWN
    if not isinstance(node, ast.Attribute):
        return UNKNOWN
    held, name = reached(frame, node.value), node.attr
    loaders: list[Any] = list(stored(held).get("loaders") or ()) if is_dls(held) else []
    for part, loader in zip(("train", "valid"), loaders, strict=False):
        if name in (part, f"{part}_ds"):
            return loader if name == part else stored(loader).get("dataset", UNKNOWN)
    if is_learner(held) and name == "metrics":
        return stored(held).get("_metrics", UNKNOWN)
    return stored(held).get(name, UNKNOWN) if is_learner(held) else UNKNOWN


# A Learner called -----------------------------------------------------------------------------------------


@rule(TypeError, needs="fastai.learner")
def learner_called_bare(scene: Scene) -> Diagnosis | None:
    """`learn()`: neither trains nor predicts."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or call.args or call.keywords or not scene.is_raised_by_learner:
        return None
    if not is_learner(reached(here, call.func)):
        return None
    text = ast.unparse(call.func)
    return Diagnosis(
        f"`{text}` is a Learner; calling it with nothing asks for an event, and none was named.",
        "Calling a Learner runs an event of its callbacks, by name. It does not train, and does not predict.",
        f"{text}.fine_tune(1)"
        if hasattr(library("fastai.learner").Learner, "fine_tune")
        else f"{text}.fit(1)",
        f"To train it (`{text}.predict(item)` asks it, `{text}.model(xb)` runs the network):",
        card="learner",
    )


@rule(Exception, needs="fastai.learner")
def learner_called(scene: Scene) -> Diagnosis | None:
    """`learn(xb)`: calling a Learner runs an event of its callbacks; the network is `learn.model`."""
    here = scene.here
    call = here.call if here is not None else None
    if (
        here is None
        or call is None
        or not call.args
        or any(isinstance(one, ast.Starred) for one in call.args)
    ):
        return None
    held, last = reached(here, call.func), scene.last
    if not is_learner(held) or last is None or call.keywords:
        return None
    is_refused = last.module == "fastai.learner" and last.function == "_call_one"
    if not is_refused and not (scene.is_raised_by_learner and len(call.args) > 1):
        return None
    asked = next(
        (one for one in scene.frames if (one.module, one.function) == ("fastai.learner", "__call__")), None
    )
    given = asked.names.get("event_name", UNKNOWN) if asked is not None else here.value(call.args[0])
    text = ast.unparse(call.func)
    if isinstance(given, str) and (meant := _event(given)):
        return Diagnosis(
            f"`{text}({cut(given)})` asks for an event that does not exist.",
            "Calling a Learner runs an event of its callbacks, by name.",
            replaced(here, call, f"{text}({meant!r})"),
            "Did you mean:",
            card="callbacks",
        )
    how, line = _meant(scene, here, call, given)
    written = ", ".join(ast.unparse(one) for one in call.args)
    which = f" (here {described(given)})" if is_tensor(given) or is_array(given) else ""
    return Diagnosis(
        f"`{text}` is a Learner, and `{text}({written if len(written) < LONGEST else '…'})` calls it{which}.",
        "Calling a Learner runs an event of its callbacks, such as 'before_fit', by its name. The network is "
        f"`{text}.model`.",
        replaced(here, call, line) if line else "",
        how,
        card="predictions",
    )


def _event(given: str) -> str:
    """The event that a misspelled name, or one of fastai 1, stands for."""
    events = [name for name in vars(library("fastai.callback.core").event) if not name.startswith("_")]
    plain = given.replace("begin_", "before_").replace("on_", "")
    first = given.partition("_")[0]
    if plain in events:
        return plain
    return next(iter(near(plain, events, 0.75)), "") if first in ("before", "after", "begin", "on") else ""


def _meant(scene: Scene, here: Frame, call: ast.Call, given: Any) -> tuple[str, str]:
    """What goes with the line, and what stands in place of the call."""
    learn, text = reached(here, call.func), ast.unparse(call.func)
    first = ast.unparse(call.args[0])
    model, dls = stored(learn).get("model"), stored(learn).get("dls")
    to_model = f"Call the model (for predictions, after `{text}.model.eval()` and under `torch.no_grad()`):"
    if is_of(given, "torch.utils.data", "DataLoader") or is_of(given, "fastai.data.load", "DataLoader"):
        return "For predictions of a whole DataLoader:", f"{text}.get_preds(dl={first})"
    if is_table(given) or _are_files(given):
        return "For predictions of new items:", f"{text}.get_preds(dl={text}.dls.test_dl({first}))"
    if is_tensor(given) or is_array(given):
        return to_model, f"{text}.model({', '.join(_inputs(call, text, given, model))})"
    value = here.value(call.args[0])
    if type(value) in (list, tuple) and value and is_tensor(value[0]):
        return to_model, f"{text}.model({first}[0])"
    if _has_pipeline(dls):
        is_plain = is_of(given, "PIL.Image", "Image") and not is_of(given, "fastai.vision.core", "PILBase")
        return "For one item:", f"{text}.predict({f'PILImage.create({first})' if is_plain else first})"
    return "Make a tensor of it as your data set does, and call the model with that.", ""


def _are_files(given: Any) -> bool:
    items = stored(given).get("items") if is_of(given, "fastcore.foundation", "L") else given
    return type(items) is list and bool(items) and isinstance(items[0], (str, Path))


def _inputs(call: ast.Call, text: str, given: Any, model: Any) -> list[str]:
    """What a model takes of the arguments, as tensors where it can compute with them."""
    wanted = _most_inputs(model)
    written = [ast.unparse(one) for one in call.args][:wanted]
    if len(written) > 1:
        return written
    (first,) = written
    if is_array(given):
        first = f"torch.tensor({first}).float()" if given.dtype.kind == "f" else f"torch.tensor({first})"
    weight = next(iter(model.parameters()), None) if is_module(model) else None
    here = given.device if is_tensor(given) else "cpu"
    if weight is not None and str(weight.device) != str(here):
        first = f"{first}.to({text}.dls.device)"
    has_pictures = is_module(model) and any(is_of(one, "torch.nn", "Conv2d") for one in model.modules())
    return [f"{first}[None]" if has_pictures and len(shape(given)) == 3 else first]


def _most_inputs(model: Any) -> int:
    """How many arguments a model's forward takes."""
    try:
        parameters = inspect.signature(type(model).forward).parameters.values()
    except (AttributeError, TypeError, ValueError):
        return 1
    placed = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return max(1, sum(one.kind in placed and one.default is one.empty for one in parameters) - 1)


def _has_pipeline(dls: Any) -> bool:
    """Whether fastai knows how to make a batch of a file, a text or a row."""
    data = stored(next(iter(stored(dls).get("loaders") or ()), None)).get("dataset")
    return is_of(data, "fastai.data.core", "Datasets", "TfmdLists") or is_of(
        data, "fastai.tabular.core", "Tabular"
    )
