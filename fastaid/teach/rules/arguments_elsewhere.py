"""Keywords of fastai's calls that belong elsewhere: loaders by name, metrics of a validation."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, in_full, last_name
from fastaid.teach.scene import Scene

REFUSED = re.compile(r"unexpected keyword argument '(\w+)'")
# The names of the loaders for training, validation and test, in their order.
ORDER = (r"tr(ai)?n?(ing)?", r"v|va|val(id)?(ation)?", r"te(st)?|tst")
OF_LOADERS = r"(_?(dl|ds|loader|dataloader|data))?"


@rule(TypeError, needs="fastai.data.core")
def loaders_by_name(scene: Scene) -> Diagnosis | None:
    """`DataLoaders(train_dl=train_dl, valid_dl=valid_dl)`: it takes them by place."""
    frame = scene.here
    call, refused = (frame.call if frame is not None else None), REFUSED.search(scene.message)
    data = library("fastai.data.core")
    if frame is None or call is None or refused is None or data is None:
        return None
    if frame.value(call.func) is not data.DataLoaders:
        return None
    given = [one for one in call.keywords if one.arg not in (None, "path", "device")]
    if not given or not all(_order(str(one.arg)) < len(ORDER) for one in given):
        return None
    loaders = [*call.args, *(one.value for one in sorted(given, key=lambda one: _order(str(one.arg))))]
    rest = [one for one in call.keywords if one not in given]
    new = ast.unparse(ast.Call(call.func, loaders, rest))
    names = " and ".join(f"`{one.arg}`" for one in given[:2])
    return Diagnosis(
        f"`DataLoaders` has no argument {names}.",
        "It takes the loaders by their places: first the one for training, then the one for validation.",
        in_full(frame, call, new),
        "Write:",
        card="dataloaders",
    )


def _order(name: str) -> int:
    """The place of a loader by its argument's name: 0 for training, 1 for validation."""
    words = enumerate(ORDER)
    return next((i for i, word in words if re.fullmatch(f"({word}){OF_LOADERS}", name)), len(ORDER))


@rule(TypeError, needs="fastai.learner")
def metrics_of_validate(scene: Scene) -> Diagnosis | None:
    """`learn.validate(dls.valid, metrics=[…])`: the metrics are the Learner's, and a loader goes by name."""
    frame = scene.here
    call, refused = (frame.call if frame is not None else None), REFUSED.search(scene.message)
    if frame is None or call is None or refused is None or refused[1] != "metrics":
        return None
    if last_name(call.func) != "validate" or not isinstance(call.func, ast.Attribute):
        return None
    if not is_learner(frame.value(call.func.value)):
        return None
    learn = ast.unparse(call.func.value)
    given = next(one.value for one in call.keywords if one.arg == "metrics")
    bare = ast.parse(anew(call, drop=("metrics",))).body[0]
    new = next(
        one for one in ast.walk(bare) if isinstance(one, ast.Call) and last_name(one.func) == "validate"
    )
    first = call.args[0] if call.args else None
    if first is not None and not isinstance(first, ast.Constant) and not is_dls(frame.value(first)):
        new.args, new.keywords = new.args[1:], [ast.keyword("dl", new.args[0]), *new.keywords]
    return Diagnosis(
        "`validate` has no argument `metrics`: it calculates those of the Learner.",
        "In fastai 1 they could be given here. In fastai 2 they are set before"
        + (", and a loader is given by name, as `dl`." if "dl=" in ast.unparse(new) else "."),
        f"{learn}.metrics = {ast.unparse(given)}\n{ast.unparse(bare)}",
        "Write:",
        card="metrics",
    )
