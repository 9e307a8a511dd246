"""Pickling a network, or what holds one, that a lambda or a class inside a function is part of."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.saving_lambdas import lambda_node, pickled
from fastaid.teach.scene import Scene

BY_NAME = "A pickle keeps functions and classes by their names alone, to find them again when it is read."


@rule(AttributeError, pickle.PicklingError, needs="torch")
def module_holds_a_lambda(scene: Scene) -> Diagnosis | None:
    """`pickle.dump(model, f)`, `torch.save({'model': model}, …)`: `self.act = lambda x: …` in its class."""
    if "ickle" not in scene.message or scene.within("fastai.learner") is not None:
        return None
    text, held, again = pickled(scene)
    torchs = scene.within("torch.serialization", "save")
    if held is UNKNOWN or (torchs is not None and is_module(held)):
        return None  # saving_places tells of a model that torch.save was given
    for root, module in _networks(scene, text, held):
        for path, part in module.named_modules():
            if (said := _nameless_class(root, text, module, part)) is not None:
                return said
            for key, one in stored(part).items():
                if (
                    isinstance(one, FunctionType)
                    and "<l" in one.__qualname__
                    and one.__module__ == "__main__"
                ):
                    return _explained(scene, root, module, path, (type(part).__name__, key, one), again)
    return None


def _networks(scene: Scene, text: str, held: Any) -> Iterator[tuple[str, Any]]:
    """The networks in what was to be pickled, each with the learner's code for it."""
    if is_module(held):
        yield text, held
    pairs = held.items() if type(held) is dict else enumerate(held) if type(held) in (list, tuple) else ()
    for key, one in pairs:
        if is_module(one):
            yield scene.name_of(one) or f"{text}[{key!r}]", one
    for key, one in stored(held).items() if type(held).__module__ == "__main__" else ():
        if is_module(one) and key.isidentifier() and not is_module(held):
            yield scene.name_of(one) or f"{text}.{key}", one


def _nameless_class(root: str, text: str, module: Any, part: Any) -> Diagnosis | None:
    outer, is_inner, _ = type(part).__qualname__.partition(".<locals>")
    if not is_inner:
        return None
    kind = type(part).__name__
    return Diagnosis(
        f"The class `{kind}` of {f'`{root}`' if part is module else f'a part of `{root}`'} is defined inside the "
        f"function `{outer}`.",
        BY_NAME,
        f"torch.save({root}.state_dict(), 'model.pth')",
        f"Define `{kind}` in a cell, outside of `{outer}`, and make `{text}` again; or save the weights alone:",
        card="saving-weights",
    )


def _explained(
    scene: Scene, root: str, module: Any, path: str, found: tuple[str, str, FunctionType], again: str
) -> Diagnosis:
    owner, key, function = found
    steps = (f"[{one}]" if one.isdigit() else f".{one}" for one in path.split(".") if one)
    place = f"{root}{''.join(steps)}.{key}"
    node, name = lambda_node(function), key
    while name in scene.names:
        name = f"own_{name}"
    kind = "a lambda" if function.__name__ == "<lambda>" else "a function inside another"
    written = f", `{ast.unparse(node)}`" if node is not None and len(ast.unparse(node)) < 50 else ""
    what = f"`{place}` is {kind}{written}: it has no name that a pickle can find."
    if node is None or function.__code__.co_freevars:
        return Diagnosis(
            what,
            BY_NAME,
            f"torch.save({root}.state_dict(), 'model.pth')",
            f"Make it a method of `{owner}`, or save the weights alone:",
            card="saving-weights",
        )
    lines = [f"def {name}({ast.unparse(node.args)}): return {ast.unparse(node.body)}", f"{place} = {name}"]
    return Diagnosis(
        what,
        BY_NAME,
        "\n".join([*lines, again] if again else lines),
        f"Give it a name (in your code too; or save `{root}.state_dict()`, the weights alone):",
        card="saving-weights",
    )
