"""Where the size of a layer comes from: its line, an argument, a dict of settings. No rules of its own."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_module, stored
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.layer_calls import Failing
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Scene

MOST_STEPS = 3  # self.hid = hid, hid = cfg.hid
LONGEST = 200


@dataclass(frozen=True)
class Making:
    """The call that made the network, and the class that took its arguments."""

    call: ast.Call
    text: str  # the whole line: "net = Tagger(config)"
    init: ast.FunctionDef

    def given(self, name: str) -> ast.expr | None:
        """What a parameter of __init__ was given."""
        names = [one.arg for one in self.init.args.args][1:]
        by_name = next((one.value for one in self.call.keywords if one.arg == name), None)
        if (
            by_name is not None
            or name not in names
            or any(isinstance(o, ast.Starred) for o in self.call.args)
        ):
            return by_name
        at = names.index(name)
        return self.call.args[at] if at < len(self.call.args) else None


def made_for(
    scene: Scene,
    failed: Failing,
    keyword: str,  # "input_size", the first argument
    size: int,
) -> tuple[str, str]:  # ("", "") where the class does not tell
    """Lines that make a layer for another size at the place that its size comes from, and the words for it."""
    found = _line_of_layer(failed)
    if found is None:
        return "", ""
    owner, line, init = found
    call = line.value
    assert isinstance(call, ast.Call)
    node = next((one.value for one in call.keywords if one.arg == keyword), None)
    node = node if node is not None else call.args[0] if call.args else None
    if node is None or isinstance(node, ast.Starred):
        return "", ""
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        new = ast.unparse(line).replace(f"({node.value}", f"({size}", 1)
        new = new.replace(f"{keyword}={node.value}", f"{keyword}={size}", 1)
        is_changed = new != ast.unparse(line) and len(new) < LONGEST
        return (new, "Make it for that many:") if is_changed else ("", "")
    making = _making(scene, owner, init)
    text = ast.unparse(node)
    uses = sum(isinstance(one, ast.expr) and ast.unparse(one) == text for one in ast.walk(init)) - (
        isinstance(node, ast.Attribute) and text.startswith("self.")
    )
    # A size that other layers share too, such as the hidden one, would change what comes to this one.
    if making is None or (uses > 1 and not failed.is_input):
        return "", ""
    lines = _changed_source(scene, making, node, getattr(failed.layer, keyword, None), size)
    text = ast.unparse(node)
    return (
        (lines, f"Its size comes from `{text}`. Change it there, and make the model anew:")
        if lines
        else ("", "")
    )


def not_literal(found: tuple[str, str]) -> tuple[str, str] | None:
    """Lines of `made_for` that change something else than the layer's own line."""
    return found if found[1].startswith("Its size comes from") else None


def _line_of_layer(failed: Failing) -> tuple[Any, ast.Assign, ast.FunctionDef] | None:
    """The line of a class of the learner's that made the layer: `self.rnn = nn.LSTM(…)`."""
    for owner in failed.model.modules() if is_module(failed.model) else ():
        names = [name for name, held in stored(owner).get("_modules", {}).items() if held is failed.layer]
        init = source_of(vars(type(owner)).get("__init__")) if names else None
        if not isinstance(init, ast.FunctionDef):
            continue
        kind = type(failed.layer).__name__
        for one in ast.walk(init):
            if not isinstance(one, ast.Assign) or ast.unparse(one.targets[0]) != f"self.{names[0]}":
                continue
            if isinstance(one.value, ast.Call) and last_name(one.value.func) == kind:
                return owner, one, init
    return None


def _making(scene: Scene, owner: Any, init: ast.FunctionDef) -> Making | None:
    """The only line of the notebook that makes an object of that class."""
    kind = type(owner).__name__
    found = {}
    for tree in trees(scene):
        lines = [one for one in ast.walk(tree) if isinstance(one, ast.Assign)]
        for line in lines:
            if isinstance(line.value, ast.Call) and last_name(line.value.func) == kind:
                found[ast.unparse(line)] = Making(line.value, ast.unparse(line), init)
    return next(iter(found.values())) if len(found) == 1 else None


def _changed_source(scene: Scene, making: Making, node: ast.expr, was: Any, size: int) -> str:
    for _ in range(MOST_STEPS):
        root = _root(node)
        if root != "self" or not isinstance(node, ast.Attribute):
            break
        source = next(
            (
                one.value
                for one in ast.walk(making.init)
                if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == ast.unparse(node)
            ),
            None,
        )
        if source is None:
            return ""
        node = source
    root = _root(node)
    if isinstance(node, ast.Name) and root in [one.arg for one in making.init.args.args]:
        given = making.given(root)
        if given is None:
            return (
                f"{making.text[:-1]}{', ' if making.call.args or making.call.keywords else ''}{root}={size})"
            )
        if isinstance(given, ast.Constant):
            new = ast.parse(ast.unparse(making.call), mode="eval").body
            assert isinstance(new, ast.Call)
            for one in new.keywords:
                one.value = ast.Constant(size) if one.arg == root else one.value
            if given in making.call.args:
                new.args[making.call.args.index(given)] = ast.Constant(size)
            return making.text.replace(ast.unparse(making.call), ast.unparse(new), 1)
        node = given
    elif isinstance(node, (ast.Subscript, ast.Attribute)) and (given := making.given(root)) is not None:
        text = ast.unparse(node)
        node = ast.parse(ast.unparse(given) + text[len(root) :], mode="eval").body
    # Now it is the notebook's own: a number, or one in a dict of settings.
    if not isinstance(node, (ast.Name, ast.Subscript, ast.Attribute)) or _held(scene, node) != was:
        return ""
    return f"{ast.unparse(node)} = {size}\n{making.text}"


def _root(node: ast.expr) -> str:
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _held(scene: Scene, node: ast.expr) -> Any:
    """What it stands for in the notebook: of plain dicts and plain objects alone."""
    if isinstance(node, ast.Name):
        return scene.names.get(node.id, UNKNOWN)
    holder = _held(scene, node.value) if isinstance(node, (ast.Subscript, ast.Attribute)) else UNKNOWN
    if isinstance(node, ast.Subscript) and type(holder) is dict and isinstance(node.slice, ast.Constant):
        return holder.get(node.slice.value, UNKNOWN)
    if isinstance(node, ast.Attribute):
        found = stored(holder).get(node.attr, UNKNOWN)
        return vars(type(holder)).get(node.attr, UNKNOWN) if found is UNKNOWN else found
    return UNKNOWN
