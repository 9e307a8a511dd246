"""What newer versions of gradio have taken out: names and arguments of older notebooks."""

from __future__ import annotations

import ast
import inspect
import re
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, node_at, replaced
from fastaid.teach.scene import Frame, Scene

UNKNOWN_ARGUMENT = re.compile(r"got an unexpected keyword argument '(\w+)'")
OLD = ("inputs", "outputs")
# Of gradio itself: the name that it had, and the one it has.
NAMES = {"Box": "Group", "Variable": "State", "Highlightedtext": "HighlightedText", "KeyValues": "JSON"}
# Arguments of components: "new=" with the same value, "[new]=" with it in a list, "" for one that is gone.
ARGUMENTS = {
    "shape": "", "tool": "", "optional": "", "invert_colors": "", "source": "[sources]=", "default": "value=",
    "default_value": "value=", "verbose": "", "layout": "", "capture_session": "", "interpretation": "",
    "enable_queue": "", "allow_flagging": "flagging_mode=", "concurrency_count": "default_concurrency_limit=",
}  # fmt: skip
MOST_LINES = 4


@rule(AttributeError, needs="gradio")
def names_gone(scene: Scene) -> Diagnosis | None:
    """`gr.inputs.Image()`, `gr.outputs.Label()`, `gr.Box()`: gradio 4 has them no more."""
    frame, error = scene.here, scene.error
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    module: Any = getattr(error, "obj", None)
    if frame is None or not isinstance(node, ast.Attribute) or module is not library("gradio"):
        return None
    text = ast.unparse(node.value)
    if node.attr in NAMES and hasattr(module, NAMES[node.attr]):
        now = f"{text}.{NAMES[node.attr]}"
        return Diagnosis(
            f"`{text}` has no `{node.attr}` any more.",
            f"gradio 4 removed this name; `{now}` takes its place.",
            replaced(frame, node, now),
            "Write:",
        )
    lines = _rewritten(scene, text, module) if node.attr in OLD else []
    if not lines:
        return None
    return Diagnosis(
        f"`{text}` has no `{node.attr}`{_version(module)}.",
        f"gradio 4 took `{text}.inputs` and `{text}.outputs` out: each component stands in `{text}` itself, "
        "for both uses, and some of its arguments are others.",
        "\n".join(lines),
        "Write:",
    )


def _version(module: Any) -> str:
    found = vars(module).get("__version__")
    return f" in gradio {found}" if isinstance(found, str) and found else ""


def _rewritten(scene: Scene, text: str, module: ModuleType) -> list[str]:
    """The cell's lines that name the old modules, as they are written today; [] where a component is not there."""
    lines = []
    for statement in scene.tree.body if scene.tree is not None else []:
        if not any(_old_component(one, text) for one in ast.walk(statement)):
            continue
        if not isinstance(statement, (ast.Assign, ast.Expr)):
            return []
        new = _Today(text, module)
        lines.append(ast.unparse(new.visit(ast.parse(ast.unparse(statement)))))
        if new.unknown or len(lines) > MOST_LINES:
            return []
    return lines


def _old_component(node: ast.AST, text: str) -> str:
    """The component of `gr.inputs.Image`: "Image"; "" where it is something else."""
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Attribute):
        return ""
    return node.attr if node.value.attr in OLD and ast.unparse(node.value.value) == text else ""


class _Today(ast.NodeTransformer):
    """Components as gradio 4 has them."""

    def __init__(self, text: str, module: ModuleType):
        self.text, self.module = text, module
        self.unknown: list[str] = []  # components that are not there under a name that we know

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = _old_component(node.func, self.text)
        self.generic_visit(node)
        if name:
            kind = vars(self.module).get(NAMES.get(name, name))
            if name == "Image" and node.args and isinstance(node.args[0], (ast.Tuple, ast.List)):
                node.args = node.args[1:]  # the first was the shape
            node.keywords = [new for one in node.keywords if (new := _keyword(one, kind)) is not None]
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        name = _old_component(node, self.text)
        if not name:
            return self.generic_visit(node)
        now = NAMES.get(name, name)
        if not hasattr(self.module, now):
            self.unknown.append(name)
        return ast.parse(f"{self.text}.{now}", mode="eval").body


def _parameters(kind: Any) -> list[str] | None:
    """The names of a component's arguments; None where it takes any, or does not tell."""
    try:
        found = inspect.signature(kind).parameters
    except (TypeError, ValueError):
        return None
    takes_any = any(one.kind is inspect.Parameter.VAR_KEYWORD for one in found.values())
    return None if takes_any else [*found]


def _keyword(given: ast.keyword, kind: Any) -> ast.keyword | None:
    """An argument as it is given today; None where it is gone."""
    known = _parameters(kind)
    if given.arg is None or given.arg not in ARGUMENTS or (known is not None and given.arg in known):
        return given
    now = ARGUMENTS[given.arg]
    name = now.strip("[]=")
    if not name or (known is not None and name not in known):
        return None
    is_list = now.startswith("[") and not isinstance(given.value, (ast.List, ast.Tuple))
    return ast.keyword(name, ast.List([given.value], ast.Load()) if is_list else given.value)


@rule(TypeError, needs="gradio")
def argument_gone(scene: Scene) -> Diagnosis | None:
    """`gr.Image(shape=(192, 192))`, `gr.Audio(source='microphone')`: arguments that gradio 4 has no more."""
    found, frame = UNKNOWN_ARGUMENT.search(scene.message), scene.here
    call = call_at(frame) if frame is not None else None
    given = next((one for one in call.keywords if found and one.arg == found[1]), None) if call else None
    if frame is None or call is None or given is None or given.arg not in ARGUMENTS:
        return None
    kind = _called(frame, call.func)
    home = str(getattr(kind, "__module__", "")).partition(".")[0]
    if home != "gradio" or given.arg in (_parameters(kind) or ()):
        return None
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    new.keywords = [now for one in new.keywords if (now := _keyword(one, kind)) is not None]
    now = _keyword(given, kind)
    name = ast.unparse(call.func)
    return Diagnosis(
        f"`{name}` has no argument `{given.arg}` any more.",
        "A newer gradio removed it; the line was written for an older version."
        + (f" `{now.arg}` takes its place." if now is not None else _without(str(given.arg))),
        replaced(frame, call, ast.unparse(new)),
        "Write:" if now is not None else "Leave it out:",
    )


def _without(name: str) -> str:
    return " Pictures come as they are; a fastai learner resizes them by itself." if name == "shape" else ""


def _called(frame: Frame, func: ast.expr) -> Any:
    """The class or function of gradio that was called."""
    held = frame.value(func)
    if held is UNKNOWN and isinstance(func, ast.Attribute) and frame.value(func.value) is library("gradio"):
        held = vars(library("gradio")).get(func.attr, UNKNOWN)
    if held is UNKNOWN and isinstance(func, ast.Attribute):
        return getattr(type(frame.value(func.value)), func.attr, UNKNOWN)
    return held


@rule(ModuleNotFoundError, needs="gradio")
def module_gone(scene: Scene) -> Diagnosis | None:
    """`from gradio.inputs import Image`."""
    error, frame = scene.error, scene.here
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    if frame is None or name not in ("gradio.inputs", "gradio.outputs") or not scene.is_raised_by_learner:
        return None
    node = next(
        (one for one in ast.walk(scene.tree or ast.Module([], [])) if _imports(one, str(name))),
        None,
    )
    fix = "import gradio"
    if isinstance(node, ast.ImportFrom):
        there = [one for one in node.names if hasattr(library("gradio"), one.name)]
        if len(there) < len(node.names):
            return None
        fix = ast.unparse(ast.ImportFrom("gradio", there, 0))
    return Diagnosis(
        f"gradio has no part `{str(name).rpartition('.')[2]}`{_version(library('gradio'))}.",
        "gradio 4 took `gradio.inputs` and `gradio.outputs` out: each component stands in `gradio` itself.",
        fix,
        "Write:",
    )


def _imports(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module == name
    return isinstance(node, ast.Import) and any(one.name == name for one in node.names)
