"""Weights that do not fit: load_state_dict, and learn.load, which calls it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import origin
from fastaid.teach.scene import Frame, Scene
from fastaid.teach.state_dicts import (
    Fit,
    architecture,
    asked,
    held,
    is_state_dict,
    part_of,
    weights_key,
)


@dataclass(frozen=True)
class Loading:
    """Weights on their way into a network."""

    model: Any
    state: dict[str, Any]
    fit: Fit
    target: str  # the learner's code for the network: "learn.model"
    source: str  # the learner's code for the weights: "torch.load('c.pth')"
    learner: Any = None  # where it is learn.load that loads
    again: str = ""  # the learner's code of that: "learn.load('stage-1')"

    @property
    def first(self) -> str:
        """A line that gives the weights a name, where they have none."""
        return "" if self.source.isidentifier() else f"sd = {self.source}\n"

    @property
    def sd(self) -> str:
        """What to call the weights after that line."""
        return self.source if self.source.isidentifier() else "sd"

    @property
    def kind(self) -> str:
        """What the network is, in a word or two: "resnet18", "the `Net`"."""
        return architecture(self.fit.asked) or type(self.model).__name__


def loading(scene: Scene) -> Loading | None:
    """The load_state_dict that failed."""
    inner = scene.within("torch.nn.modules.module", "load_state_dict")
    here = scene.here
    if inner is None or here is None or scene.last is not inner:
        return None
    model, state = inner.names.get("self"), inner.names.get("state_dict")
    if not is_module(model) or not isinstance(state, dict):
        return None
    fit = Fit(asked(model), held(state))
    return Loading(model, state, fit, *_written(scene, here, model))


def _written(scene: Scene, here: Frame, model: Any) -> tuple[str, str, Any, str]:
    through, outer = scene.within("fastai.learner", "load_model"), scene.within("fastai.learner", "load")
    call = here.call
    if through is not None:
        # Beside an optimizer's state the file holds an L of fastcore's, as fastai's own load_model takes it.
        more, key = (", weights_only=False", "['model']") if through.names.get("hasopt") else ("", "")
        named = ast.unparse(call.func.value) if call and isinstance(call.func, ast.Attribute) else "learn"
        learner = outer.names.get("self") if outer is not None else None
        again = ast.unparse(call) if call is not None else ""
        return f"{named}.model", f"torch.load({str(through.names.get('file'))!r}{more}){key}", learner, again
    if call is not None and isinstance(call.func, ast.Attribute) and call.func.attr == "load_state_dict":
        given = here.argument(call, 0, "state_dict")
        return ast.unparse(call.func.value), ast.unparse(given) if given else "sd", None, ""
    return scene.name_of(model) or "model", "sd", None, ""


@rule(RuntimeError, needs="torch")
def checkpoint_dict(scene: Scene) -> Diagnosis | None:
    """A checkpoint, which holds the weights under one of its keys, was given whole."""
    found = loading(scene)
    if found is None or is_state_dict(found.state):
        return None
    key = weights_key(found.state, found.model)
    if not key:
        return None
    inner = found.state[key]
    fit = Fit(found.fit.asked, asked(inner) if is_module(inner) else held(inner))
    source = f"{found.source}[{key!r}]" + (".state_dict()" if is_module(inner) else "")
    load = f"{found.target}.load_state_dict({source})"
    if fit.extra_prefix:
        strip = f"k.removeprefix({fit.extra_prefix!r})"
        load = f"sd = {source}\n{found.target}.load_state_dict({{{strip}: v for k, v in sd.items()}})"
    what = "is the whole model" if is_module(inner) else "are the weights"
    given = f"`{found.source}`" if len(found.source) < 50 else "The file"
    return Diagnosis(
        f"{given} is a checkpoint: a dict with the keys {listed([repr(one) for one in found.state], 6)}.",
        f"`load_state_dict` wants the weights alone. Under the key {key!r} {what}; the whole checkpoint "
        "was passed.",
        load,
        "Pass that part:",
        sure="likely" if fit.missing and not fit.extra_prefix else "certain",
        card="saving-weights",
    )


PREFIXES = {
    "module.": "They were saved from a model wrapped in `nn.DataParallel` (training on several GPUs), which "
    "puts 'module.' before every name.",
    "_orig_mod.": "They were saved from a model made by `torch.compile`, which puts '_orig_mod.' before "
    "every name.",
}


@rule(RuntimeError, needs="torch")
def key_prefix(scene: Scene) -> Diagnosis | None:
    """The names of the weights carry a prefix: DataParallel, torch.compile, a network inside another."""
    found = loading(scene)
    if found is None or not is_state_dict(found.state) or not found.fit.unexpected:
        return None
    fit, start, part = found.fit, found.fit.extra_prefix, found.fit.extra_part
    if not start and not part:
        return None
    if part == "module." and any(name.endswith("weight_hh_l0_raw") for name in fit.held):
        return None  # the layers of an AWD_LSTM keep theirs in a part of that name
    extra = start or part
    others = [name for name in fit.held if start and not name.startswith(start)]
    name = next(one for one in fit.unexpected if extra in one)
    new = f"k.removeprefix({start!r})" if start else f"k.replace({part!r}, '')"
    keep = f" if k.startswith({start!r})" if others else ""
    cause = PREFIXES.get(extra) or PREFIXES.get(extra[extra.find(".") + 1 :])
    return Diagnosis(
        f"The weights are named like `{name}`; `{found.target}` calls the same one "
        f"`{name.removeprefix(start) if start else name.replace(part, '')}`.",
        cause or f"They were saved from a larger model that holds this one as `{extra[:-1]}`.",
        f"{found.first}{found.target}.load_state_dict({{{new}: v for k, v in {found.sd}.items(){keep}}})",
        f"Strip the prefix {extra!r}:",
        card="saving-weights",
    )


@rule(RuntimeError, needs="torch")
def wrapped_model(scene: Scene) -> Diagnosis | None:
    """The network is wrapped and asks for a prefix that the saved weights have not."""
    found = loading(scene)
    if found is None or not is_state_dict(found.state) or found.fit.extra_prefix or found.fit.extra_part:
        return None
    start = found.fit.lacking_prefix
    if not start or part_of(found.model, start[:-1]) is None:
        return None
    path = "".join(f"[{one}]" if one.isdigit() else f".{one}" for one in start[:-1].split("."))
    wrapper = type(found.model).__name__
    return Diagnosis(
        f"`{found.target}` is a `{wrapper}` that holds the network as `{start[:-1]}`: it asks for "
        f"`{start}{next(iter(found.fit.held))}`, the file has `{next(iter(found.fit.held))}`.",
        "The weights were saved from the network itself, without that wrapper around it.",
        f"{found.target}{path}.load_state_dict({found.source})",
        "Load them into the inner network:",
        card="saving-weights",
    )


@rule(RuntimeError, needs="torch")
def renamed_layers(scene: Scene) -> Diagnosis | None:
    """The same shapes in the same order: only the layers are called otherwise."""
    found = loading(scene)
    if found is None or not is_state_dict(found.state) or not found.fit.is_renamed:
        return None
    if found.fit.extra_prefix or found.fit.extra_part or found.fit.lacking_prefix:
        return None
    ours, theirs = found.fit.missing, found.fit.unexpected
    return Diagnosis(
        f"`{found.target}` asks for {listed([f'`{one}`' for one in ours], 2)}; the file holds "
        f"{listed([f'`{one}`' for one in theirs], 2)}, of the same shapes in the same order.",
        f"The layers of `{type(found.model).__name__}` have other names than when the weights were saved.",
        f"{found.first}{found.target}.load_state_dict(dict(zip({found.target}.state_dict(), "
        f"{found.sd}.values())))",
        "Give the layers their old names in the class, or load by position:",
        sure="likely",
        card="saving-weights",
    )


@rule(TypeError, needs="torch")
def not_a_dict(scene: Scene) -> Diagnosis | None:
    """load_state_dict got a path, a whole model, or state_dict without its parentheses."""
    inner = scene.within("torch.nn.modules.module", "load_state_dict")
    here = scene.here
    call = here.call if here is not None else None
    if inner is None or scene.last is not inner or here is None or call is None or not call.args:
        return None
    given = inner.names.get("state_dict", UNKNOWN)
    target, text = ast.unparse(call.func), ast.unparse(call.args[0])
    if isinstance(given, str) or is_of(given, "pathlib", "PurePath"):
        what, fix, how = (
            f"a string, the name of a file: {str(given)!r}",
            f"{target}(torch.load({text}))",
            "Load the file first:",
        )
    elif is_module(given):
        what, fix = f"a whole model, {_a(given)}", f"{target}({text}.state_dict())"
        how = "Pass its weights:"
    elif getattr(given, "__name__", "") == "state_dict":
        what, fix = "the method `state_dict` itself", f"{target}({text}())"
        how = "The parentheses are missing:"
        if not isinstance(call.args[0], ast.Attribute):
            what = f"`{text}`, which is the method `state_dict` itself: it was stored without being called"
            fix, how = _stored_uncalled(scene, here, call, given)
    elif given is None:
        what, fix, how = "None", f"{target}(torch.load('model.pth'))", "Load a file of weights:"
    elif is_learner(given):
        what, fix, how = "a Learner", f"{target}({text}.model.state_dict())", "Pass its model's weights:"
    else:
        return None
    return Diagnosis(
        f"`{target}` got {what}.",
        "`load_state_dict` wants the weights themselves: a dict of a name and a tensor for each layer.",
        fix,
        how,
        card="saving-weights",
    )


def _stored_uncalled(scene: Scene, here: Frame, call: ast.Call, given: Any) -> tuple[str, str]:
    """Lines that store the weights in place of the method, and load them; and what they do."""
    target, text = ast.unparse(call.func), ast.unparse(call.args[0])
    for tree in trees(scene):
        for node in ast.walk(tree):
            saved = node.args[0] if isinstance(node, ast.Call) and len(node.args) > 1 else None
            if saved is None or not isinstance(node, ast.Call) or last_name(node.func) != "save":
                continue
            methods = [
                one
                for one in ast.walk(saved)
                if isinstance(one, ast.Attribute)
                and one.attr == "state_dict"
                and is_module(here.value(one.value))
                and not any(isinstance(call, ast.Call) and call.func is one for call in ast.walk(saved))
            ]
            if not methods:
                continue
            line = ast.unparse(node)
            for name in {ast.unparse(one) for one in methods}:
                line = re.sub(rf"{re.escape(name)}\b(?!\()", f"{name}()", line)
            loaded = origin(scene, here, text) if text.isidentifier() else None
            again = f"{text} = {ast.unparse(loaded)}\n" if isinstance(loaded, ast.Call) else ""
            first = call.args[0]
            is_read = again or isinstance(first, ast.Call)
            return (
                f"{line}\n{again}{target}({text})" if is_read else line,
                "Save the weights themselves, and load them again:",
            )
    owner = scene.name_of(getattr(given, "__self__", None))
    if not owner or not isinstance(call.args[0], (ast.Name, ast.Subscript)):
        return f"{target}({text}())", "The file holds the whole model with its method; call it:"
    return (
        f"import copy\n{text} = copy.deepcopy({owner}.state_dict())",
        "Call it where it is stored, and copy the weights, as training goes on changing them:",
    )


def _a(obj: Any) -> str:
    name = type(obj).__name__
    return f"{'an' if name[:1] in 'AEIOU' else 'a'} `{name}`"
