"""Attributes and methods that an object of fastai 2 does not have.

A Learner, its Recorder and DataLoaders ask the next object for what they lack, and that one is blamed:
"'Sequential' object has no attribute 'plot'" speaks of `learn.recorder.plot`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.errors import a, did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_module, is_of, is_table, stored
from fastaid.teach.rules import fastai1_index as index
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai1_chain import CHAIN, OF_DLS, WHY, remade
from fastaid.teach.rules.fastai1_groups import groups_of_parameters
from fastaid.teach.rules.fastai1_member_names import (
    OF_BLOCK,
    OF_DATA,
    OF_IMAGE,
    OF_INTERPRETATION,
    OF_LEARNER,
    OF_LOADERS,
    OF_RECORDER,
)
from fastaid.teach.rules.fastai1_uses import line_at, new_name, renamed, uses_elsewhere
from fastaid.teach.rules.in_code import anew, parent
from fastaid.teach.scene import Frame, Scene

LONGEST_NAME = 40  # characters of an expression that a sentence names
LONGEST_CALL = 120


@dataclass(frozen=True)
class Asked:
    """An attribute that was asked for in vain."""

    frame: Frame
    holder: Any
    name: str
    text: str  # the holder as the learner wrote it, or a usual variable for it where that is long
    made: str = ""  # the long expression then


def _asked(scene: Scene) -> Asked | None:
    frame, name = scene.here, getattr(scene.error, "name", None) or ""
    holder = getattr(scene.error, "obj", UNKNOWN)
    if frame is None:
        return None
    below = scene.frames[scene.frames.index(frame) + 1 :]
    if below:
        first = below[0]
        if first.function != "__getattr__" or first.module.split(".")[0] not in (
            "fastcore",
            "fastai",
            "fasttransform",
        ):
            return None
        holder, name = (
            first.names.get("self", UNKNOWN),
            str(first.names.get("k", first.names.get("name", ""))),
        )
    if holder is UNKNOWN or holder is None or not name:
        return None
    written = _as_written(frame, name)
    if written and len(written) < LONGEST_NAME:
        return Asked(frame, holder, name, written)
    known = scene.name_of(holder)
    return Asked(frame, holder, name, known or _usual_name(holder), "" if known else written)


def _as_written(frame: Frame, name: str) -> str:
    for one in ast.walk(frame.node) if frame.node is not None else ():
        if isinstance(one, ast.Attribute) and one.attr == name:
            return ast.unparse(one.value)
    return ""


def _usual_name(holder: Any) -> str:
    if is_dls(holder):
        return "dls"
    kinds = {"Learner": "learn", "DataBlock": "dblock", "Interpretation": "interp", "PILBase": "img"}
    names = [one.__name__ for one in type(holder).__mro__]
    return next((short for long, short in kinds.items() if long in names), "obj")


def _tables(holder: Any) -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    if is_learner(holder):
        yield "a Learner", OF_LEARNER
    if is_of(holder, "fastai.learner", "Recorder"):
        yield "the Recorder", OF_RECORDER
    if is_of(holder, "fastai.data.block", "DataBlock"):
        yield "a DataBlock", OF_BLOCK
    if is_of(holder, "fastai.interpret", "Interpretation"):
        yield a(holder), OF_INTERPRETATION
    if is_of(holder, "fastai.vision.core", "PILBase"):
        yield f"{a(holder)}, a picture of PIL,", OF_IMAGE
    if is_dls(holder):
        yield "DataLoaders", OF_DLS
    is_data = is_of(holder, "fastai.data.core", "Datasets", "TfmdLists", "FilteredBase")
    if is_dls(holder) or is_data or is_of(holder, "fastai.data.load", "DataLoader"):
        yield "DataLoaders" if is_dls(holder) else a(holder), OF_DATA


@rule(AttributeError, needs="fastai")
def member_of_fastai1(scene: Scene) -> Diagnosis | None:
    """`learn.data`, `learn.recorder.plot`, `dls.classes`: an attribute that only fastai 1 had."""
    asked = _asked(scene)
    if asked is None:
        return None
    for kind, table in _tables(asked.holder):
        if asked.name not in table:
            continue
        now, line = table[asked.name]
        line = f"{asked.text} = {asked.made}\n{line}" if asked.made and "{}" in line else line
        if asked.name == "data" and table is OF_LEARNER:
            now, line = _of_data(asked, now, line)
        elif asked.name == "layer_groups" and not asked.made:
            line = groups_of_parameters(asked.frame, asked.text) or line
        elif asked.name in CHAIN:
            line = remade(scene, asked.frame) or line
        elif new_name(line) and not asked.made:
            line = renamed(line_at(asked.frame), asked.text, table) or line
        return Diagnosis(
            f"{_is_a(asked, kind)} no `{asked.name}`; that is of fastai 1. In fastai 2 {now}.",
            WHY
            if asked.name in CHAIN and asked.name != "databunch"
            else _blamed(asked) or "fastai 2 renamed most attributes of the course of 2019.",
            line.replace("{}", asked.text),
            _everywhere(scene, asked) if new_name(table[asked.name][1]) else "Write:",
        )
    return None


def _everywhere(scene: Scene, asked: Asked) -> str:
    """Whether other lines of the cell are to be changed too."""
    old = f"{asked.text}.{asked.name}"
    whole = uses_elsewhere(scene.tree, line_at(asked.frame), old)
    return f"Write (and change every other `{old}` of the cell, too):" if whole else "Write:"


@rule(TypeError, needs="fastai")
def step_of_fastai1(scene: Scene) -> Diagnosis | None:
    """`dls.transform(tfms, size=224)`: what DataLoaders lack they gather from their parts, into an L."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    name, holder = call.func.attr, frame.value(call.func.value)
    is_not_called = "not callable" in scene.message and name in CHAIN and name in OF_DLS
    is_made = isinstance(call.func.value, ast.Call) and "DataLoaders.from_" in ast.unparse(call.func.value)
    if not is_not_called or not (is_dls(holder) or (holder is UNKNOWN and is_made)):
        return None
    text = ast.unparse(call.func.value)
    asked = Asked(frame, holder, name, *((text, "") if len(text) < LONGEST_NAME else ("dls", text)))
    now, line = OF_DLS[name]
    return Diagnosis(
        f"{_is_a(asked, 'DataLoaders')} no method `{name}`; that is of fastai 1. In fastai 2 {now}.",
        WHY,
        remade(scene, frame) or line,
        "Write:",
    )


def _is_a(asked: Asked, kind: str) -> str:
    are = "are DataLoaders and have" if kind == "DataLoaders" else f"is {kind} and has"
    if asked.made:
        return f"What `{asked.made.partition('(')[0]}(…)` returns {are}"
    return f"`{asked.text}` {are}"


def _of_data(asked: Asked, now: str, line: str) -> tuple[str, str]:
    """`learn.data.classes`: what follows `data` may have changed its name too."""
    whole = line_at(asked.frame)
    for node in ast.walk(whole) if whole is not None else ():
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Attribute):
            continue
        if node.value.attr != "data" or ast.unparse(node.value.value) != asked.text:
            continue
        then, form = OF_DATA.get(node.attr, ("", f"{{}}.{node.attr}"))
        now = f"{now}. As for `data.{node.attr}`, {then}" if then else now
        return now, renamed(whole, asked.text, OF_LEARNER, is_learner=True) or form.replace(
            "{}", f"{asked.text}.dls"
        )
    return now, renamed(whole, asked.text, OF_LEARNER, is_learner=True) or line


def _blamed(asked: Asked) -> str:
    """Why the message names another object than the one that was asked."""
    if not (is_learner(asked.holder) or is_of(asked.holder, "fastai.callback.core", "Callback")):
        return ""
    model = stored(asked.holder).get("model") or stored(stored(asked.holder).get("learn")).get("model")
    if not is_module(model):
        return ""
    return (
        f"What a Learner lacks it asks its model for: so the message blames `{type(model).__name__}`, "
        "though the network has nothing to do with it."
    )


@rule(AttributeError, needs="fastai")
def block_without_data(scene: Scene) -> Diagnosis | None:
    """`dblock.show_batch()`: a DataBlock is asked for what its DataLoaders have."""
    asked = _asked(scene)
    if (
        asked is None
        or asked.name not in OF_LOADERS
        or not is_of(asked.holder, "fastai.data.block", "DataBlock")
    ):
        return None
    tables = [name for name, held in scene.live(object) if is_table(held)]
    source = tables[-1] if tables and "path" not in scene.names else "path"
    end = "()" if asked.name in ("show_batch", "one_batch") else ""
    return Diagnosis(
        f"`{asked.text}` is a DataBlock and has no `{asked.name}`.",
        "A DataBlock is only the plan: it holds no data. The DataLoaders that are made with it do.",
        f"dls = {asked.text}.dataloaders({source})\ndls.{asked.name}{end}",
        "Make them first:",
        card="dataloaders",
    )


@rule(AttributeError, needs="fastai")
def method_not_imported(scene: Scene) -> Diagnosis | None:
    """`learn.fit_one_cycle` where the module that adds the method to Learner was not imported."""
    asked = _asked(scene)
    if asked is None or asked.name in stored(type(asked.holder)):
        return None
    if asked.name == "ls" and is_of(asked.holder, "pathlib", "Path"):
        return Diagnosis(
            f"`{asked.text}.ls()` is not there: fastai adds `ls` to Path, and fastai was not imported here.",
            "A Path of plain Python lists its files with `iterdir()`.",
            "from fastai.vision.all import *",
            "Run the import first:",
        )
    for kind in type(asked.holder).__mro__:
        module = index.patched().get((kind.__name__, asked.name))
        if module is not None and kind.__module__.startswith("fastai.") and module != kind.__module__:
            together = f"from fastai.{index.application(scene)}.all import *".replace("collab", "tabular")
            return Diagnosis(
                f"`{asked.text}` is {a(asked.holder)}, but its method `{asked.name}` has not been imported.",
                f"`{module}` adds `{asked.name}` to `{kind.__name__}`, and only when it is imported. "
                + _blamed(asked),
                together if not index.APART.match(module) else f"from {module} import *",
                "Import everything together, then run the cell again:",
            )
    return None


@rule(AttributeError, needs="fastai")
def misspelled_member(scene: Scene) -> Diagnosis | None:
    """A name that an object of fastai's lacks, and one like it that it has."""
    asked = _asked(scene)
    if asked is None or any(asked.name in table for _, table in _tables(asked.holder)) or _special(asked):
        return None
    holder = asked.holder
    kind = holder if isinstance(holder, type) else type(holder)
    if not index.is_fastai(kind) or _is_imported_later(kind, asked.name) or kind.__name__ == "URLs":
        return None
    known = {name for one in kind.__mro__ for name in vars(one) if not name.startswith("_")}
    known |= {name for name in stored(holder) if not name.startswith("_")} - {asked.name}
    for loader in (stored(holder).get("loaders") or [])[:1]:  # DataLoaders pass on what they lack
        known |= {name for one in type(loader).__mro__ for name in vars(one) if not name.startswith("_")}
    guess = did_you_mean(asked.name, known)
    if guess:
        meant = guess.split("'")[1]
        return Diagnosis(
            f"{_a_kind(asked)} has no `{asked.name}`. {guess}",
            _blamed(asked) or "The name is not written as fastai writes it.",
            _with_call(asked, meant),
            "Write:",
            sure="likely",
        )
    cause = _blamed(asked)
    if not cause:
        return None
    return Diagnosis(
        f"{_a_kind(asked)} has no attribute `{asked.name}`, and nothing with a name like it.",
        cause,
        f"[name for name in dir({asked.text}) if not name.startswith('_')]",
        "To see what it has:",
        sure="possible",
    )


def _with_call(asked: Asked, meant: str) -> str:
    """The right member, with the parentheses that follow it in the learner's line."""
    node = asked.frame.node
    call = parent(node)
    if isinstance(node, ast.Attribute) and isinstance(call, ast.Call) and call.func is node:
        whole = anew(call, function=meant)
        if ast.unparse(node.value) == asked.text and len(whole) < LONGEST_CALL:
            return whole
    return f"{asked.text}.{meant}"


def _is_imported_later(kind: type, name: str) -> bool:
    return any((one.__name__, name) in index.patched() for one in kind.__mro__)


def _a_kind(asked: Asked) -> str:
    if isinstance(asked.holder, type):
        return f"The class `{asked.holder.__name__}`"
    return f"`{asked.text}`, {a(asked.holder)},"


@rule(AttributeError, needs="fastai")
def other_members_of_fastai1(scene: Scene) -> Diagnosis | None:
    """`Config.data_path()`, `defaults.device`, `dls.vocab.itos`, `pred_class.obj`."""
    asked = _asked(scene)
    if asked is None:
        return None
    said = _special(asked)
    if said is None:
        return None
    what, line = said
    return Diagnosis(what, "That is of fastai 1; fastai 2 renamed most things.", line, "Write:")


def _special(asked: Asked) -> tuple[str, str] | None:
    holder, name = asked.holder, asked.name
    if is_of(holder, "builtins", "type") and holder.__name__ == "Config" and name == "data_path":
        return "`Config` has no `data_path` in fastai 2.", "path = fastai_path('data')"
    basics = index.loaded("fastcore.basics")
    if name == "device" and holder is index.loaded("fastai.torch_core").get(
        "defaults", basics.get("defaults", UNKNOWN)
    ):
        return "`defaults` has no `device` in fastai 2; a function gives it.", "default_device()"
    is_vocab = (asked.text.endswith("vocab") and isinstance(holder, list)) or is_of(
        holder, "fastai.data.transforms", "CategoryMap"
    )
    if is_vocab and name in ("itos", "stoi", "textify"):
        lines = {
            "itos": asked.text,
            "stoi": f"{{word: i for i, word in enumerate({asked.text})}}",
            "textify": f"' '.join({asked.text}[i] for i in ids)",
        }
        return f"`{asked.text}` is the vocabulary itself in fastai 2 and has no `{name}`.", lines[name]
    if isinstance(holder, str) and name == "obj" and asked.text.startswith("pred"):
        return (
            f"`{asked.text}` is a plain string: in fastai 2 `predict` returns the class's name.",
            asked.text,
        )
    return None
