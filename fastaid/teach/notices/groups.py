"""Groups of parameters: a learner that has just one, and an optimizer of layers that are gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import GeneratorType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword
from fastaid.teach.notices.training import FITS, fits
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import weights_of
from fastaid.teach.objects import is_kind, is_learner, is_module, is_of, stored


def _groups(learn: Any) -> list[Any]:
    """The lists of parameters of a learner's optimizer."""
    optimizer = stored(learn).get("opt")
    found = list(stored(optimizer).get("param_lists") or ()) if optimizer is not None else []
    return [] if _are_layers(found) else found


def _are_layers(groups: list[Any]) -> bool:
    """Whether the groups hold layers, or generators, in place of parameters."""
    kinds = {type(one) for group in groups for one in group}
    return any(kind is GeneratorType or is_kind(kind, "torch.nn", "Module") for kind in kinds)


@check(*(f".{name}" for name in FITS), needs="fastai")
def splitter_gives_layers(cell: Cell) -> Iterator[Notice]:
    """`splitter=lambda m: [m.body, m.head]`, or their `.parameters()`: nothing of it is ever changed."""
    for name, learn, call in fits(cell):
        groups: Any = stored(stored(learn).get("opt")).get("param_lists") or ()
        splitter: Any = stored(learn).get("splitter")
        if not _are_layers(list(groups)):
            continue
        own = getattr(splitter, "__name__", "")
        own = f"`{own}`" if own.isidentifier() else "the splitter"
        is_layers = any(is_module(one) for group in groups for one in group)
        what = f"layers of `{name}.model`" if is_layers else "generators, as `parameters()` gives them"
        fix = "`[params(one) for one in layers]` (`layers` is what it returns now)"
        fix = fix if is_layers else "lists: `params(m.body)` in place of `m.body.parameters()`"
        yield Notice(
            f"`{text_of(call)}` changed no weight: {own} returns {what}, and an optimizer wants lists of parameters. "
            f"Let it return {fix}, and make `{name}` anew.",
            id(learn),
            card="sgd-and-optimizers",
        )
        return


@check(".freeze(", ".freeze_to(", needs="fastai")
def nothing_to_freeze(cell: Cell) -> Iterator[Notice]:
    """`learn.freeze()` where all parameters are in one group: the last group is never frozen."""
    for call in cell.calls("freeze", "freeze_to"):
        learn = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if not is_learner(learn) or len(_groups(learn)) != 1 or not isinstance(call.func, ast.Attribute):
            continue
        name = text_of(call.func.value)
        yield Notice(
            f"`{text_of(call)}` froze nothing: all parameters of `{name}` are in one group, and the last group always "
            f"stays trainable. To train the head alone first, give the learner groups: {_splitter(learn)}.",
            id(learn),
            card="freeze-and-unfreeze",
        )
        return


@check("slice(", "lrs", "lr_max=", needs="fastai")
def slice_over_one_group(cell: Cell) -> Iterator[Notice]:
    """A range of learning rates, and one group of parameters: only the highest rate is used."""
    if ".freeze" in cell.source or ".load(" in cell.source:
        return  # nothing_to_freeze tells the same cause; a learner that is loaded may have had groups
    for name, learn, call in fits(cell):
        given = (
            keyword(call, "lr_max") or keyword(call, "lr") or (call.args[1] if len(call.args) > 1 else None)
        )
        ends = _ends(cell, given)
        if ends is None or len(_groups(learn)) != 1 or "`splitter=` takes" in _splitter(learn):
            continue
        low, high = ends
        yield Notice(
            f"`{name}` has one group of parameters, so `slice({low}, {high})` is just {high} for all layers, and "
            f"{low} is not used. To train the first layers more slowly, give the learner groups: {_splitter(learn)}. "
            f"Or write `{high}` alone.",
            id(learn),
            card="freeze-and-unfreeze",
        )
        return


def _ends(cell: Cell, node: ast.expr | None) -> tuple[str, str] | None:
    """Both ends of `slice(1e-5, 1e-3)`, written there or kept under a name."""
    if isinstance(node, ast.Name):
        held = cell.value(node)
        is_range = type(held) is slice and held.start is not None and held.stop is not None
        return (str(held.start), str(held.stop)) if is_range else None
    if isinstance(node, ast.Call) and text_of(node.func) == "slice" and len(node.args) == 2:
        low, high = (text_of(one) for one in node.args)
        return (low, high) if low != "None" else None
    return None


def _splitter(learn: Any) -> str:
    """What makes two groups of a learner's model, its last part by itself."""
    model = stored(learn).get("model")
    inner = [(name, one) for name, one in stored(model).get("_modules", {}).items() if weights_of(one)]
    if len(inner) < 2:
        return "`splitter=` takes a function that returns a list of parameters for each group"
    last = inner[-1][0]
    if is_of(model, "torch.nn", "Sequential") and last.isdigit():
        return f"`splitter=lambda m: [params(m[:{last}]), params(m[{last}:])]`"
    if not last.isidentifier():
        return "`splitter=` takes a function that returns a list of parameters for each group"
    body = f"[p for n, p in m.named_parameters() if not n.startswith('{last}.')]"
    return f"`splitter=lambda m: [{body}, params(m.{last})]`"


@check(*(f".{name}" for name in FITS), needs="fastai")
def optimizer_of_replaced_layers(cell: Cell) -> Iterator[Notice]:
    """Layers of `learn.model` were replaced after the optimizer was made: these are never changed."""
    for name, learn, call in fits(cell):
        model, groups = stored(learn).get("model"), _groups(learn)
        if not groups or not is_module(model):
            continue
        tuned = {id(w) for group in groups for w in group}
        weights = weights_of(model)
        missing = [w for w in weights if w.requires_grad and w.grad is not None and id(w) not in tuned]
        if not missing or tuned <= {id(w) for w in weights}:
            continue
        yield Notice(
            f"`{name}.opt` was made before a part of `{name}.model` was replaced: {counted(len(missing), 'tensor')} of "
            f"the new layers are not in it, so `{text_of(call)}` did not train them. Call `{name}.create_opt()` after "
            "the model is changed, then fit again.",
            id(learn),
            card="sgd-and-optimizers",
        )
        return


@check(*(f".{name}" for name in FITS), needs="fastai")
def left_out_by_the_splitter(cell: Cell) -> Iterator[Notice]:
    """`splitter=lambda m: [params(m.body[:2]), params(m.body[2:])]`: the head is in no group, and never changes."""
    for name, learn, call in fits(cell):
        model, groups = stored(learn).get("model"), _groups(learn)
        splitter: Any = stored(learn).get("splitter")
        if not groups or not is_module(model) or getattr(splitter, "__module__", "") != "__main__":
            continue
        tuned = {id(w) for group in groups for w in group}
        weights = weights_of(model)
        missing = {id(w) for w in weights if w.requires_grad and id(w) not in tuned}
        if not missing or not tuned <= {id(w) for w in weights}:
            continue
        inner = [(one, weights_of(part)) for one, part in stored(model).get("_modules", {}).items()]
        inner = [(one, held) for one, held in inner if held]
        lost = [one for one, held in inner if all(id(w) in missing for w in held)]
        if len(groups) < 2 and (not inner or inner[-1][0] not in lost):
            continue  # a part that is to be trained alone
        own = splitter.__name__ if splitter.__name__.isidentifier() else "the splitter"
        what = f"`{name}.model.{lost[0]}`" if lost and not lost[0].isdigit() else f"part of `{name}.model`"
        fix = "Every parameter has to be in one of the lists that it returns."
        if lost:
            fix = f"Add `params(m{_part(lost[0])})` to the list that it returns (`m` is the model), and make `{name}` "
            fix += "anew."
        yield Notice(
            f"`{own}` leaves out {what}: {counted(len(missing), 'tensor')} of weights are in no group, so "
            f"`{text_of(call)}` never changed them. {fix}",
            id(learn),
            card="splitters",
        )
        return


def _part(name: str) -> str:
    return f"[{name}]" if name.isdigit() else f".{name}"
