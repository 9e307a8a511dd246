"""A Learner is asked for what only a callback has: one that was not given to it, or has not run yet."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.callbacks import stored_by
from fastaid.teach.rules.code import statement, without_keyword
from fastaid.teach.rules.fastai1_member_names import OF_LEARNER
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.rules.step import learner_name
from fastaid.teach.scene import Frame, Scene

# What makes a callback keep all that its methods show.
MADE_WITH = {"ActivationStats": "ActivationStats(with_hist=True)"}
LONGEST = 90


def _every(kind: type) -> Iterator[type]:
    below: list[type] = type.__subclasses__(kind)
    for one in below:
        yield one
        yield from _every(one)


def attribute_of(kind: type) -> str:
    """What a Learner calls a callback: ActivationStats → activation_stats."""
    short = re.sub("Callback$", "", kind.__name__) or "callback"
    return re.sub("([a-z0-9])([A-Z])", r"\1_\2", re.sub("(.)([A-Z][a-z]+)", r"\1_\2", short)).lower()


def _plain(name: str) -> str:
    return name.lower().replace("_", "").removesuffix("callback")


def _asked(scene: Scene) -> tuple[Frame, Any, str, ast.Attribute] | None:
    """The frame, the Learner, the name and the expression of an attribute that a Learner lacks."""
    here = scene.here
    below = scene.frames[scene.frames.index(here) + 1 :] if here is not None else ()
    if here is None or not below or below[0].function != "__getattr__":
        return None
    learn, name = below[0].names.get("self"), below[0].names.get("k")
    node = here.node
    if not is_learner(learn) or not isinstance(name, str) or name.startswith("_"):
        return None
    if not isinstance(node, ast.Attribute) or node.attr != name:
        return None
    return here, learn, name, node


@rule(AttributeError, needs="fastai.callback.core")
def callback_not_given(scene: Scene) -> Diagnosis | None:
    """`learn.activation_stats` where the Learner has no such callback."""
    asked = _asked(scene)
    if asked is None:
        return None
    here, learn, name, node = asked
    if name in OF_LEARNER:  # fastai 1 had such a method: another mistake
        return None
    base = library("fastai.callback.core").Callback
    kinds = [one for one in _every(base) if _plain(name) in (_plain(one.__name__), _plain(attribute_of(one)))]
    if not kinds:
        return None
    kind, text = kinds[-1], ast.unparse(node.value)
    right = attribute_of(kind)
    if right in stored(learn):
        return Diagnosis(
            f"`{text}` has a `{kind.__name__}`, but calls it `{right}`, not `{name}`.",
            "A Learner keeps each callback under its class's name in small letters, without the word Callback.",
            replaced(here, node, f"{text}.{right}"),
            "Write:",
            card="callbacks",
        )
    fit, was_given = _fit_of(scene, text, kind)
    why = (
        f"`{kind.__name__}` was given to `{last_name(fit.func)}` alone, which takes it out again at its end."
        if was_given and fit is not None
        else f"A callback's attribute exists only while the Learner has that callback, and `{text}` was given no "
        f"`{kind.__name__}`."
    )
    return Diagnosis(
        f"`{text}` has no `{right}`: that is the callback `{kind.__name__}`.",
        f"{why} (What a Learner lacks it asks its model for, so the message blames the model.)",
        _given_and_fitted(scene, here, node, kind, fit, f"{text}.{right}"),
        "Give it to the Learner (`cbs=` does so too) and train again:",
        card="callbacks",
    )


def _fit_of(scene: Scene, text: str, kind: type) -> tuple[ast.Call | None, bool]:
    """The last call that trained the Learner, and whether it alone was given the callback."""
    for tree in trees(scene):
        calls = [
            one
            for one in ast.walk(tree)
            if isinstance(one, ast.Call)
            and isinstance(one.func, ast.Attribute)
            and one.func.attr.startswith(("fit", "fine_tune"))
            and ast.unparse(one.func.value) == text
        ]
        for call in sorted(calls, key=lambda one: -one.lineno):
            cbs = [ast.unparse(one.value) for one in call.keywords if one.arg == "cbs"]
            return call, any(kind.__name__ in one for one in cbs)
    return None, False


def made(scene: Scene, kind: type) -> str:
    """A callback as code."""
    if kind.__name__ in MADE_WITH:
        return MADE_WITH[kind.__name__]
    parameters = list(inspect.signature(kind.__init__).parameters.values())[1:]  # type: ignore[misc]
    placed = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    needed = [one.name for one in parameters if one.default is one.empty and one.kind in placed]
    return f"{kind.__name__}({', '.join(needed)})"


def _given_and_fitted(
    scene: Scene, here: Frame, node: ast.Attribute, kind: type, fit: ast.Call | None, new: str
) -> str:
    text = ast.unparse(node.value)
    again = ast.unparse(without_keyword(fit, "cbs")) if fit is not None else ""
    lines = [] if kind.__name__ in scene.names else [f"from {kind.__module__} import {kind.__name__}"]
    lines += [
        f"{text}.add_cb({made(scene, kind)})",
        again if 0 < len(again) < LONGEST else f"{text}.fit_one_cycle(1)",
    ]
    return "\n".join([*lines, replaced(here, node, new)])


@rule(AttributeError, needs="fastai.callback.core")
def of_a_callback(scene: Scene) -> Diagnosis | None:
    """`learn.plot_layer_stats(0)`, `learn.read_log()`: a callback's own, asked of the Learner."""
    asked = _asked(scene)
    if asked is None:
        return None
    here, learn, name, node = asked
    base, text = library("fastai.callback.core").Callback, ast.unparse(node.value)
    if name in vars(base) or hasattr(library("fastai.callback.core").event, name):
        return None
    for one in stored(learn).get("cbs") or ():
        if name in stored(one) or any(name in vars(kind) for kind in type(one).__mro__):
            at = attribute_of(type(one))
            return Diagnosis(
                f"A Learner has no `{name}`; its callback `{at}` (`{type(one).__name__}`) has.",
                f"A Learner keeps each callback under a name of its own, here `{text}.{at}`.",
                replaced(here, node, f"{text}.{at}.{name}"),
                "Ask the callback:",
                card="callbacks",
            )
    kinds = [
        one
        for one in _every(base)
        if name in vars(one) and inspect.isfunction(vars(one)[name]) and one.__module__.startswith("fastai")
    ]
    if len(kinds) != 1:
        return None
    kind = kinds[0]
    fit, _ = _fit_of(scene, text, kind)
    new = f"{text}.{attribute_of(kind)}.{name}"
    return Diagnosis(
        f"A Learner has no `{name}`; that is a method of the callback `{kind.__name__}`, which `{text}` was not given.",
        f"A Learner keeps each callback under a name of its own: `{text}.{attribute_of(kind)}`.",
        _given_and_fitted(scene, here, node, kind, fit, new),
        "Give it to the Learner, train again, and ask the callback:",
        sure="likely",
        card="callbacks",
    )


@rule(AttributeError, needs="fastai.callback.core")
def callback_before_fit(scene: Scene) -> Diagnosis | None:
    """`learn.activation_stats.stats` before there was a fit: training fills it."""
    asked = next((one for one in scene.frames if one.function == "__getattr__"), None)
    here = scene.here
    if asked is None or here is None or asked.module.split(".")[0] != "fastcore":
        return None
    callback, name = asked.names.get("self"), asked.names.get("k")
    kind = type(callback)
    if not is_of(callback, "fastai.callback.core", "Callback") or not kind.__module__.startswith("fastai"):
        return None
    learn = stored(callback).get("learn")
    if not is_learner(learn) or is_of(callback, "fastai.learner", "Recorder") or name not in stored_by(kind):
        return None
    whole = statement(here)
    if not isinstance(whole, (ast.Expr, ast.Assign)) or scene.within("fastai.learner", "fit") is not None:
        return None
    text = learner_name(scene, learn)
    fit, _ = _fit_of(scene, text, kind)
    again = ast.unparse(without_keyword(fit, "cbs")) if fit is not None else ""
    return Diagnosis(
        f"`{text}.{attribute_of(kind)}` has no `{name}` yet.",
        f"The callback `{kind.__name__}` fills it while training, and `{text}` has not been trained since it got the "
        "callback.",
        f"{again if 0 < len(again) < LONGEST else f'{text}.fit_one_cycle(1)'}\n{ast.unparse(whole)}",
        "Train first:",
        card="callbacks",
    )


@rule(KeyError, needs="fastai.callback.hook")
def stats_without_hist(scene: Scene) -> Diagnosis | None:
    """`learn.activation_stats.color_dim(-1)` where ActivationStats kept no histograms."""
    here = scene.here
    inner = scene.within("fastai.callback.hook")
    held = [one.names.get("self") for one in scene.frames]
    stats = next((one for one in held if is_of(one, "fastai.callback.hook", "ActivationStats")), None)
    whole = statement(here) if here is not None else None
    if here is None or inner is None or stats is None or stored(stats).get("with_hist") is not False:
        return None
    learn = stored(stats).get("learn")
    if (
        scene.error.args != ("hist",)
        or not is_learner(learn)
        or not isinstance(whole, (ast.Expr, ast.Assign))
    ):
        return None
    text = learner_name(scene, learn)
    fit, _ = _fit_of(scene, text, type(stats))
    again = ast.unparse(without_keyword(fit, "cbs")) if fit is not None else ""
    again = again if 0 < len(again) < LONGEST else f"{text}.fit_one_cycle(1)"
    return Diagnosis(
        f"`{ast.unparse(whole)}` needs histograms of the activations, and this ActivationStats kept none.",
        "It keeps them only when it is made with `with_hist=True`; otherwise only means and standard deviations.",
        f"{text}.remove_cb(ActivationStats)\n{text}.add_cb(ActivationStats(with_hist=True))\n{again}\n{ast.unparse(whole)}",
        "Give the Learner one that keeps them, and train again:",
        card="callbacks",
    )
