"""A library's usual name (F, plt, np, Path) that a line of the notebook gave to something else."""

from __future__ import annotations

import ast
import inspect
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import (
    Taken,
    failing_line,
    imported,
    new_name,
    taken_by,
    well_known,
    written_anew,
)
from fastaid.teach.rules.imports_covered import Brought
from fastaid.teach.rules.python_source import kind_of, node_at
from fastaid.teach.scene import Frame, Scene

# Names that nobody gives to values on purpose: a method of the same name is not what was meant.
SHORT = ("np", "pd", "plt", "torch", "nn", "F", "sns", "os", "re", "random", "math", "json")


@rule(AttributeError)
def asked_of_a_value(scene: Scene) -> Diagnosis | None:
    """`for F in df.columns:`, and later `F.cross_entropy(…)`; `plt = plt.plot(…)`, then `plt.show()`."""
    frame = scene.here
    node = node_at(frame) if frame is not None and _is_of_looking_up(scene) else None
    node = node.func if isinstance(node, ast.Call) else node
    if frame is None or not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return None
    name, asked = node.value.id, node.attr
    now = frame.value(node.value)
    if getattr(scene.error, "name", None) != asked or now is UNKNOWN or isinstance(now, ModuleType):
        return None
    if isinstance(now, dict) and asked in now:
        return None  # one of its keys was meant
    every = [one for one in imported(scene, name, now) if _gives(one.held, asked)]
    usual = well_known(name)
    if not every and usual is not None and isinstance(usual.held, ModuleType) and _gives(usual.held, asked):
        every = [usual]
    taken = taken_by(scene, frame, name)
    if not every or (taken is None and (isinstance(now, type) or now is None or callable(now))):
        return None
    if not _is_seen(scene, name, now, taken):
        return None
    return _told(scene, frame, name, now, every[0], taken, f"; it has no `.{asked}`")


def _is_of_looking_up(scene: Scene) -> bool:
    """Whether the learner's line raised it, or the __getattr__ that it asked: a model's, a table's."""
    at = next((i for i, one in enumerate(scene.frames) if one is scene.here), 0)
    return all(one.function in ("__getattr__", "__getattribute__") for one in scene.frames[at + 1 :])


def _is_seen(scene: Scene, name: str, now: Any, taken: Taken | None) -> bool:
    """Whether the line that was found made the value: a function's own name, or the notebook's."""
    return (taken is not None and taken.is_local) or scene.names.get(name, UNKNOWN) is now


@rule(TypeError, ValueError, IndexError)
def used_as_a_function(scene: Scene) -> Diagnosis | None:
    """`Path = Path('data')`, and later `Path('other')`; `np = np.array(…)`, then `np.mean([1, 2])`."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Attribute):
        return _own_method(scene, frame, node, node.func)
    if "not callable" in scene.message and scene.is_raised_by_learner:
        asked: ast.expr | None = node.func
    else:
        is_test = isinstance(node.func, ast.Name) and node.func.id in ("isinstance", "issubclass")
        asked = node.args[1] if is_test and len(node.args) == 2 and "arg 2" in scene.message else None
    if not isinstance(asked, ast.Name):
        return None
    now = frame.value(asked)
    meant = next((one for one in imported(scene, asked.id, now) if isinstance(one.held, type)), None)
    taken = taken_by(scene, frame, asked.id)
    if now is UNKNOWN or meant is None or taken is None or isinstance(now, (type, ModuleType)):
        return None
    if not _is_seen(scene, asked.id, now, taken):
        return None
    return _told(scene, frame, asked.id, now, meant, taken, "")


def _gives(held: Any, asked: str) -> bool:
    """Whether a module has it, or a class without an object of it: `Path.home`."""
    if isinstance(held, ModuleType):
        return asked in vars(held)
    if not isinstance(held, type):
        return False
    return isinstance(inspect.getattr_static(held, asked, None), (classmethod, staticmethod))


def _own_method(scene: Scene, frame: Frame, call: ast.Call, func: ast.Attribute) -> Diagnosis | None:
    """`np.mean([1, 2])` where `np` is an array, which has a mean of its own with other arguments."""
    if not isinstance(func.value, ast.Name) or func.value.id not in SHORT or not call.args:
        return None
    name, now, given = func.value.id, frame.value(func.value), frame.value(call.args[0])
    is_data = any(is_of(given) for is_of in (is_tensor, is_array, is_table))
    if (
        now is UNKNOWN
        or isinstance(now, (type, ModuleType))
        or not (is_data or type(given) in (list, tuple, str))
    ):
        return None
    every = (one for one in imported(scene, name, now) if isinstance(one.held, ModuleType))
    meant = next((one for one in every if callable(vars(one.held).get(func.attr))), None)
    taken = taken_by(scene, frame, name)
    if meant is None or taken is None or not _is_seen(scene, name, now, taken):
        return None
    return _told(scene, frame, name, now, meant, taken, f", whose `.{func.attr}` takes other arguments")


def _told(
    scene: Scene, frame: Frame, name: str, now: Any, meant: Brought, taken: Taken | None, more: str
) -> Diagnosis:
    is_module = isinstance(meant.held, ModuleType)
    home = (
        f"the module `{meant.held.__name__}`"
        if is_module
        else f"the class of `{meant.home.partition('.')[0]}`"
    )
    what = f"`{name}` is {kind_of(now)} here, not {home}{more}."
    back = "" if scene.names.get(name) is meant.held else meant.alone
    line = failing_line(frame)
    if taken is None:
        cause = "A line has overwritten it; a name holds one thing at a time."
        return Diagnosis(what, cause, _lines(back, line), f"Import `{name}` again:")
    new = new_name(taken.node, name, {**scene.names, **frame.names})
    anew = written_anew(taken, name, new, meant.held, now)
    around = taken.node.lineno <= frame.line <= (taken.node.end_lineno or 0)  # type: ignore[attr-defined]
    is_inside = not taken.cell and around and taken.line != line
    is_loop = isinstance(taken.node, (ast.For, ast.With, ast.ClassDef, ast.FunctionDef))
    by = f"`{taken.line}`" if taken.line else "A line"
    by += f" in cell [{taken.cell}]" if taken.cell else ""
    cause = f"{by} {_gave(taken, name)}: a name holds one thing at a time."
    how = f"{f'Import `{name}` again, and write' if back else 'Write'} another name in that line"
    again = "" if is_inside or line or taken.is_local else "; then run this line again"
    if taken.cell and is_loop and anew:
        first = anew.partition("\n")[0]
        return Diagnosis(what, cause, _lines(back, line), f"{how} (`{first}`){again}:")
    how += again
    return Diagnosis(what, cause, _lines(back, anew, "" if is_inside else line), f"{how}:")


def _lines(*parts: str) -> str:
    return "\n".join(one for one in parts if one)


def _gave(taken: Taken, name: str) -> str:
    if isinstance(taken.node, ast.FunctionDef) and taken.is_local:
        return f"has a parameter `{name}`, which hides the notebook's `{name}` inside the function"
    if isinstance(taken.node, ast.For):
        return f"overwrote `{name}` with each item in turn"
    return f"overwrote `{name}`"
