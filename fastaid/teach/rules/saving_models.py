"""Weights taken for a model, and the ways in which other libraries save."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.borrowed_methods import argument_of
from fastaid.teach.rules.in_code import assigned, last_name, parent
from fastaid.teach.rules.python_source import cell_trees, origin, statement_at
from fastaid.teach.rules.python_source import given as bound
from fastaid.teach.rules.step import is_own, source_of
from fastaid.teach.scene import Frame, Scene, latest_first
from fastaid.teach.state_dicts import asked, held, is_state_dict, nested, weights_key

# What is asked of a model and of no dictionary.
OF_A_MODEL = frozenset(
    [
        "eval",
        "train",
        "to",
        "cuda",
        "cpu",
        "half",
        "float",
        "parameters",
        "named_parameters",
        "state_dict",
        "load_state_dict",
        "forward",
        "modules",
        "children",
        "zero_grad",
        "predict",
        "fc",
        "classifier",
        "features",
        "requires_grad_",
        "named_modules",
        "named_children",
    ]
)


def _subject(scene: Scene) -> tuple[Any, str]:
    """The object that was used as a model, and the learner's code for it."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not scene.is_raised_by_learner:
        return UNKNOWN, ""
    if isinstance(scene.error, AttributeError):
        text = ast.unparse(node.value) if isinstance(node, ast.Attribute) else ""
        return (scene.error.obj, text) if scene.error.name in OF_A_MODEL else (UNKNOWN, "")
    if isinstance(node, ast.Call) and isinstance(scene.error, TypeError) and "callable" in scene.message:
        return here.value(node.func), ast.unparse(node.func)
    return UNKNOWN, ""


@rule(AttributeError, TypeError, needs="torch")
def weights_used_as_model(scene: Scene) -> Diagnosis | None:
    """torch.load gave a dictionary of weights, which was used as the network itself."""
    subject, text = _subject(scene)
    if not isinstance(subject, dict) or not (is_state_dict(subject) or nested(subject)):
        return None
    key = "" if is_state_dict(subject) else weights_key(subject)
    source = (text or "sd") + (f"[{key!r}]" if key else "")
    name = text if text.isidentifier() else "model"
    kind = (
        f"a dict of weights ({counted(len(subject), 'tensor')}: {listed([f'`{one}`' for one in subject], 2)})"
        if not key
        else f"a checkpoint, a dict with the keys {listed([repr(one) for one in subject], 5)}"
    )
    what = f"`{text}` is {kind}, not a model."
    if key and is_module(subject[key]):
        return Diagnosis(
            what,
            f"The model itself is under {key!r}.",
            f"model = {source}",
            "Take it out:",
            card="saving-weights",
        )
    target, build = _network_for(scene, subject if not key else subject[key])
    load = f"{target}.load_state_dict({source})"
    if not target:
        fresh = "model" if name != "model" else "net"
        load = f"{fresh} = {build}\n{fresh}.load_state_dict({source})"
    return Diagnosis(
        what,
        "The file was saved with `state_dict()`: it holds the numbers, and not the network that they belong to.",
        load,
        "Load them into the network:"
        if target
        else "Build the network first, then load the weights into it:",
        card="saving-weights",
    )


def _network_for(scene: Scene, weights: Any) -> tuple[str, str]:
    """A live network that these weights fit, and a class of the learner's that could be built."""
    wanted = set(held(weights))
    module = library("torch.nn").Module
    for name, one in scene.live(module):
        if set(asked(one)) == wanted:
            return name, ""
    for name, one in scene.live(type):
        if issubclass(one, module) and one.__module__ == "__main__":
            return "", f"{name}()"
    return "", "…  # the network that was saved"


@rule(AttributeError, TypeError, needs="torch")
def result_of_load_state_dict(scene: Scene) -> Diagnosis | None:
    """`model = model.load_state_dict(…)`: the method changes the model and returns a report."""
    subject, text = _subject(scene)
    if not is_of(subject, "torch.nn.modules.module", "_IncompatibleKeys"):
        return None
    lines, how = _loaded_before(scene, text)
    return Diagnosis(
        f"`{text}` is what `load_state_dict` returned: a report of missing and unexpected keys, not the model.",
        "`load_state_dict` changes the model itself. Assigning its result puts the report in the model's place.",
        "\n".join(lines),
        how,
        card="saving-weights",
    )


def _loaded_before(scene: Scene, text: str) -> tuple[list[str], str]:
    """The lines that make the model, load it and use it, and the words that go with them."""
    here = scene.here
    written = _written_as(scene, text)
    call = written if isinstance(written, ast.Call) else ast.Call(ast.Name(""), [], [])
    if last_name(call.func) != "load_state_dict" or not isinstance(call.func, ast.Attribute) or not call.args:
        unknown = ["model.load_state_dict(sd)", "model.eval()"], "Call it on a line of its own:"
        return _returned(scene, call) or unknown
    owner, given = call.func.value, ast.unparse(call.args[0])
    model, made = ast.unparse(owner), ""
    if isinstance(owner, ast.Call):
        model, made = text if text.isidentifier() else _target(here) or "model", ast.unparse(owner)
    elif model == text:
        before = _made_before(scene, text)
        made = ast.unparse(before) if before is not None else ""
    node = here.node if here is not None else None
    used = node if isinstance(node, ast.Call) else parent(node)
    is_it = isinstance(used, ast.Call) and (used is node or used.func is node)
    use = ast.unparse(used) if used is not None and is_it else f"{model}.eval()"
    use = use.replace(f"{text}.", f"{model}.", 1).replace(f"{text}(", f"{model}(", 1)
    lines = [f"{model}.load_state_dict({given})", use]
    if made:
        return [f"{model} = {made}", *lines], f"Make `{model}` first, and load into it on a line of its own:"
    return lines, "Call it on a line of its own" + (
        f" (and build `{model}` anew before):" if model == text else ":"
    )


def _target(frame: Frame | None) -> str:
    line = statement_at(frame) if frame is not None else None
    target = line.targets[0] if isinstance(line, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else ""


def _written_as(scene: Scene, text: str) -> ast.expr | None:
    """The expression that the report came from."""
    if not text.isidentifier():
        return ast.parse(text, mode="eval").body
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        found = origin(scene, frame, text)
        if found is not None:
            return found
    return assigned(scene, text)


def _made_before(scene: Scene, name: str) -> ast.expr | None:
    """What the model was made by, before the report took its name."""
    for _, tree in cell_trees(scene):
        for node in latest_first(tree):
            value = bound(node, name)
            if isinstance(value, ast.Call) and last_name(value.func) != "load_state_dict":
                return value
    return None


def _returned(scene: Scene, call: ast.Call) -> tuple[list[str], str] | None:
    """A function of the learner's that returns the report in place of the model."""
    function = scene.names.get(last_name(call.func))
    node = source_of(function) if is_own(scene, function) else None
    for one in ast.walk(node) if node is not None else ():
        value = one.value if isinstance(one, ast.Return) else None
        if isinstance(value, ast.Call) and last_name(value.func) == "load_state_dict":
            owner = value.func.value if isinstance(value.func, ast.Attribute) else value
            if isinstance(owner, ast.Name):
                lines = [ast.unparse(value), f"return {owner.id}"]
                return lines, f"In `{last_name(call.func)}` load on a line of its own, and return the model:"
    return None


@rule(AttributeError, needs="torch")
def torch_has_no_load_state_dict(scene: Scene) -> Diagnosis | None:
    """torch.load_state_dict: it is a method of a model."""
    error, here = scene.error, scene.here
    node = here.node if here is not None else None
    if (
        not isinstance(error, AttributeError)
        or error.obj is not library("torch")
        or not isinstance(node, ast.Attribute)
    ):
        return None
    if error.name not in ("load_state_dict", "state_dict", "load_model", "save_model"):
        return None
    model = next((name for name, _ in scene.live(library("torch.nn").Module)), "model")
    given = argument_of(scene, node)
    if error.name in ("state_dict", "save_model"):
        fix = f"torch.save({model}.state_dict(), {given if given.startswith(chr(39)) else repr('model.pth')})"
    else:
        fix = f"{model}.load_state_dict(torch.load({given or repr('model.pth')}))"
    return Diagnosis(
        f"`torch` has no function `{error.name}`.",
        "`state_dict` and `load_state_dict` are methods of the model; `torch.save` and `torch.load` write and "
        "read the file.",
        fix,
        "Write:",
        card="saving-weights",
    )


@rule(TypeError, needs="torch")
def called_on_the_class(scene: Scene) -> Diagnosis | None:
    """Net.load_state_dict(…), Learner.load('a'): called on the class, not on an object of it."""
    here = scene.here
    call = here.call if here is not None else None
    if (
        here is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or not scene.is_raised_by_learner
    ):
        return None
    owner, name = here.value(call.func.value), call.func.attr
    learner = getattr(library("fastai.learner"), "Learner", None)
    kinds = tuple(one for one in (library("torch.nn").Module, learner) if one is not None)
    if not isinstance(owner, type) or not issubclass(owner, kinds):
        return None
    if name not in (
        "load_state_dict",
        "state_dict",
        "load",
        "save",
        "export",
        "predict",
        "eval",
        "parameters",
        "forward",
    ):
        return None
    kind = owner.__name__
    live = next((word for word, one in scene.live(owner) if type(one) is owner or is_learner(one)), "")
    rest = ast.unparse(call)[len(ast.unparse(call.func.value)) :]
    new = live or ("learn" if is_a_learner(owner) else "model")
    made = "vision_learner(dls, resnet34)" if is_a_learner(owner) else f"{kind}()"
    build = "" if live else f"{new} = {made}\n"
    return Diagnosis(
        f"`{ast.unparse(call.func)}` was called on the class `{kind}`.",
        f"`{name}` belongs to an object of that class: one that has been built, with weights in it.",
        f"{build}{new}{rest}",
        f"Call it on `{live}`:" if live else "Build one first:",
        card="saving-weights",
    )


def is_a_learner(owner: type) -> bool:
    """Whether a class is fastai's Learner, or one made from it."""
    learner = getattr(library("fastai.learner"), "Learner", None)
    return learner is not None and issubclass(owner, learner)
