"""Objects of a class that was written anew since: they still do what the old one did."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.loop_parts import FITS
from fastaid.teach.notices.tree import FUNCTIONS, below, text_of
from fastaid.teach.objects import is_learner, is_module, stored

LOOKS = frozenset(
    {"print", "display", "type", "isinstance", "id", "repr", "deepcopy", "copy", "save", "dump", "dir"}
)
ALWAYS = ("__init__", "forward", "__call__", "__getitem__", "__len__", "__iter__", "encodes", "decodes")


@check("(", "[", "for ", also=("@own",), needs="sys")
def made_before_its_class(cell: Cell) -> Iterator[Notice]:
    """`model = Net()`, then `class Net` once more, then `model(x)`: it is still the first Net."""
    for name, held in cell.mentioned.items():
        thing = stored(held).get("model") if is_learner(held) else held
        old = type(thing)
        if old.__module__ != "__main__" or cell.bound[name] or "." in old.__qualname__:
            continue
        new: Any = cell.names.get(old.__name__)
        if not isinstance(new, type) or new is old or new.__module__ != "__main__":
            continue
        method = _used(cell, name, thing) if thing is held else _fitted(cell, name)
        changed = _changed(old, new, method) if method else ""
        if not changed or _is_kept_on_purpose(cell, old, new):
            continue
        text = name if thing is held else f"{name}.model"
        yield Notice(
            f"`{text}` was made before `class {old.__name__}` was written anew: it is still an object of the old "
            f"class, with the old `{changed}`. {_made_anew(cell, name, thing is held, old.__name__)}",
            id(thing),
        )
        return


def _made_anew(cell: Cell, name: str, is_own: bool, kind: str) -> str:
    if not is_own:
        return f"Make the network and `{name}` anew, and train that."
    made = origin(cell, name)
    is_call = isinstance(made, ast.Call) and text_of(made.func) == kind
    return f"Make it anew: `{name} = {text_of(made) if is_call and made is not None else kind + '(…)'}`."


def _fitted(cell: Cell, name: str) -> str:
    """Whether the cell trains a learner: "forward"."""
    is_fitted = any(
        isinstance(call.func, ast.Attribute) and call.func.attr in FITS and text_of(call.func.value) == name
        for call in cell.of(ast.Call)
    )
    return "forward" if is_fitted else ""


def _used(cell: Cell, name: str, thing: Any) -> str:
    """The method that the cell uses of an object, after the class if the cell writes it; "" for none."""
    after = max((one.end_lineno or 0 for one in cell.tree.body if isinstance(one, ast.ClassDef)), default=0)
    inside = {id(one) for kind in FUNCTIONS for part in cell.of(kind) for one in below(part)}
    for node in cell.nodes:
        if getattr(node, "lineno", 0) <= after or id(node) in inside:
            continue
        if isinstance(node, ast.Call):
            own = node.func.value if isinstance(node.func, ast.Attribute) else None
            if text_of(node.func) == name:
                return "forward" if is_module(thing) else "__call__"
            if own is not None and text_of(own) == name and isinstance(node.func, ast.Attribute):
                return node.func.attr
            if last_name(node.func) not in LOOKS and any(text_of(one) == name for one in node.args):
                return "forward" if is_module(thing) else "__getitem__"
        elif isinstance(node, ast.Subscript) and text_of(node.value) == name:
            return "__getitem__"
        elif isinstance(node, ast.For) and text_of(node.iter) == name:
            return "__iter__"
    return ""


def _changed(old: type, new: type, method: str) -> str:
    """The method that the object would have otherwise: the one that is used, or one that is behind it."""
    for word in dict.fromkeys((method, *ALWAYS)):
        mine, others = vars(old).get(word), vars(new).get(word)
        if not isinstance(mine, FunctionType) or not isinstance(others, FunctionType):
            continue
        if _code(mine.__code__) != _code(others.__code__):
            return word
    return ""


def _code(code: Any) -> Any:
    """What a function does, without its lines and its docstring."""
    constants = [_code(one) if hasattr(one, "co_code") else repr(one) for one in code.co_consts]
    doc = [] if code.co_consts and isinstance(code.co_consts[0], str) else constants[:1]
    return code.co_code, (*doc, *constants[1:]), code.co_names, code.co_varnames


def _is_kept_on_purpose(cell: Cell, old: type, new: type) -> bool:
    """Whether the old class has a name still, or there is an object of the new one: then they are compared."""
    return any(
        one is old or type(one) is new or type(stored(one).get("model")) is new
        for name, one in list(cell.names.items())
        if name[:1] != "_"
    )
