"""A loader in the place of ds_idx, for validate and its sisters; metrics of items that have no labels."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_dls, is_learner, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, last_name, trees
from fastaid.teach.rules.inference import is_loader, is_many
from fastaid.teach.rules.python_source import call_at, statement_at, text_of
from fastaid.teach.scene import Frame, Scene, latest_first

# Where `ds_idx` stands among what is given by position.
PLACES = {"validate": 0, "show_results": 0, "from_learner": 1, "get_preds": 0, "tta": 0}
SETS = ("Datasets", "TfmdLists", "TabularPandas", "Dataset", "TensorDataset")


@rule(TypeError, AttributeError, IndexError, KeyError, RuntimeError, ValueError, needs="fastai.learner")
def loader_by_position(scene: Scene) -> Diagnosis | None:
    """`learn.validate(test_dl)`: the first place is `ds_idx`, the number of a data set."""
    here = scene.here
    call = call_at(here) if here is not None else None
    method = last_name(call.func) if call is not None else ""
    if here is None or call is None or method not in PLACES or not isinstance(call.func, ast.Attribute):
        return None
    owner, place = here.value(call.func.value), PLACES[method]
    if method == "from_learner":
        owner = here.value(call.args[0]) if call.args else None
    node = here.argument(call, place, "ds_idx") or here.argument(call, place + 1, "dl")
    if not is_learner(owner) or node is None:
        return None
    given = _given(scene, here, node, method)
    text = text_of(node, 100) or "dl"
    is_first = node is here.argument(call, place, "ds_idx")
    cause = "By position comes `ds_idx` (0: training set, 1: validation set); a loader goes by name, as `dl`."
    if is_loader(given) and is_first and method not in ("get_preds", "tta"):
        what, new = f"`{text}`, a loader, for the number of a data set", text
    elif is_dls(given):
        what, new = f"`{text}`, which are DataLoaders: more than one loader", f"{text}.valid"
        cause = "It goes through one loader, which is given by name, as `dl`."
    elif method in ("validate", "show_results") and _is_items(given):
        return _items(call, method, text, given)
    else:
        return None
    return Diagnosis(
        f"`{ast.unparse(call.func)}` took {what}.",
        cause,
        _named(call, node, new),
        "Name the argument:",
        card="validation-set" if method == "validate" else "predictions",
    )


def _given(scene: Scene, here: Frame, node: ast.expr, method: str) -> Any:
    """What was given, also where only the called function knows."""
    held = here.value(node)
    frame = scene.within("fastai.learner", method) if held is UNKNOWN else None
    if frame is None:
        return held
    return next(
        (frame.names[one] for one in ("ds_idx", "dl") if not isinstance(frame.names.get(one, 0), int)), held
    )


def _named(call: ast.Call, node: ast.expr, new: str) -> str:
    """The call with the loader as `dl=`."""
    bare = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(bare, ast.Call)
    place = next((i for i, one in enumerate(call.args) if one is node), len(call.args))
    bare.args = bare.args[:place]
    bare.keywords = [one for one in bare.keywords if one.arg not in ("dl", "ds_idx")]
    bare.keywords.insert(0, ast.keyword("dl", ast.parse(new, mode="eval").body))
    around = getattr(call, "parent", None)
    if isinstance(around, ast.Assign) and around.value is call:
        return f"{' = '.join(ast.unparse(one).strip('()') for one in around.targets)} = {ast.unparse(bare)}"
    return ast.unparse(bare)


def _is_items(given: Any) -> bool:
    return is_table(given) or (is_many(given) and len(given) > 0) or type(given).__name__ in SETS


def _items(call: ast.Call, method: str, text: str, given: Any) -> Diagnosis:
    learn = ast.unparse(call.func.value)  # type: ignore[attr-defined]
    what = (
        f"a data set (`{type(given).__name__}`)"
        if type(given).__name__ in SETS
        else f"a list of {len(given)} items"
        if is_many(given)
        else described(given)
    )
    return Diagnosis(
        f"`{learn}.{method}` got `{text}`, {what}.",
        "It works through a loader, which makes batches and applies the transforms, and here needs labels.",
        f"dl = {learn}.dls.test_dl({text}, with_labels=True)\n{learn}.{method}(dl=dl)"
        if type(given).__name__ not in SETS
        else f"{learn}.{method}(ds_idx=1)  # 1: the validation set",
        "Make a loader of them:"
        if type(given).__name__ not in SETS
        else "Ask for the data set by its number:",
        card="test-set",
    )


@rule(AttributeError, TypeError, ValueError, needs="fastai.learner")
def metric_without_labels(scene: Scene) -> Diagnosis | None:
    """`preds, targs = learn.get_preds(dl=test_dl)`; `accuracy(preds, targs)`: targs is None."""
    here = scene.here
    line = statement_at(here) if here is not None else None
    if here is None or line is None or scene.within("fastai.learner") is not None:
        return None
    # A comparison with None gives a plain False.
    if "None" not in scene.message and "'bool' object" not in scene.message:
        return None
    for node in ast.walk(line):
        if (
            not isinstance(node, ast.Name)
            or not isinstance(node.ctx, ast.Load)
            or here.value(node) is not None
        ):
            continue
        found = _unpacked(scene, node.id)
        if found is not None:
            return _no_labels(scene, here, node.id, line, *found)
    return None


def _unpacked(scene: Scene, name: str) -> tuple[ast.Assign, ast.Call] | None:
    """The line `…, name = learn.get_preds(…)`, the latest."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Tuple):
                continue
            if not any(isinstance(one, ast.Name) and one.id == name for one in node.targets[0].elts):
                continue
            call = node.value
            is_asked = isinstance(call, ast.Call) and last_name(call.func) in ("get_preds", "tta")
            return (node, call) if is_asked and isinstance(call, ast.Call) else None
    return None


def _no_labels(
    scene: Scene, here: Frame, name: str, line: ast.stmt, asked: ast.Assign, call: ast.Call
) -> Diagnosis | None:
    owner = here.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
    loader = next((one.value for one in call.keywords if one.arg == "dl"), None)
    if not is_learner(owner) or loader is None:
        return None
    text = text_of(loader)
    made = assigned(scene, text) if text.isidentifier() else loader
    made = made if isinstance(made, ast.Call) and last_name(made.func) == "test_dl" else None
    learn = text_of(call.func.value) if isinstance(call.func, ast.Attribute) else "learn"
    dl = text if text.isidentifier() else "dl"
    new = (
        f"{dl} = {anew(made, with_labels='True').removeprefix(f'{dl} = ')}"
        if made is not None
        else f"{dl} = {learn}.dls.test_dl(files, with_labels=True)"
    )
    again = text_of(asked, 200)
    if dl != text:
        again = again.replace(text, dl, 1)
    is_alone = (
        here.function == "<module>" and not line.col_offset and isinstance(line, (ast.Expr, ast.Assign))
    )
    return Diagnosis(
        f"`{name}` is None: `{text}` has no labels, so `{last_name(call.func)}` has no targets to give.",
        "`test_dl` leaves the labels out, as for new items, unless it is told that they can be found "
        "(in the folders' names, in the table). Without labels nothing can be scored.",
        f"{new}\n{again}" + (f"\n{text_of(line, 200)}" if is_alone else ""),
        "If the items do have labels:",
        card="test-set",
    )
