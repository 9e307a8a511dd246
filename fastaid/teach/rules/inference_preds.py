"""get_preds and what comes out of predictions: loaders, how many values, how to read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_learner, is_table, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, last_name
from fastaid.teach.rules.inference import all_at_once, is_loader, is_many
from fastaid.teach.rules.python_source import function_at, replaced, statement_at
from fastaid.teach.scene import Frame, Scene


def _asking(scene: Scene) -> tuple[Frame, ast.Call, str] | None:
    """The learner's get_preds or tta that failed, and the learner's name for the Learner."""
    frame = scene.within("fastai.learner", "get_preds") or scene.within("fastai.learner", "tta")
    call = scene.here.call if scene.here is not None else None
    if frame is None or call is None or last_name(call.func) not in ("get_preds", "tta"):
        return None
    return (frame, call, ast.unparse(call.func.value)) if isinstance(call.func, ast.Attribute) else None


@rule(TypeError, AttributeError, IndexError, KeyError, RuntimeError, ValueError, needs="fastai.learner")
def no_loader(scene: Scene) -> Diagnosis | None:
    """get_preds got items or a data set instead of a loader, or the loader in the place of ds_idx."""
    found = _asking(scene)
    if found is None:
        return None
    frame, call, learner = found
    ds_idx, dl = frame.names.get("ds_idx"), frame.names.get("dl")
    verb = last_name(call.func)
    if is_loader(ds_idx) and call.args:
        return Diagnosis(
            f"`{learner}.{verb}` took `{ast.unparse(call.args[0])}`, a loader, for the number of a data set.",
            "Its first argument is `ds_idx` (0: training set, 1: validation set); a loader goes by name.",
            f"{learner}.{verb}(dl={', '.join([ast.unparse(call.args[0]), *_rest(call)])})",
            "Name the argument:",
            card="predictions",
        )
    wrong = next(
        (one for one in (ds_idx, dl) if is_many(one) or is_table(one) or isinstance(one, (str, Path))), None
    )
    given = call.args[0] if call.args else next((one.value for one in call.keywords if one.arg == "dl"), None)
    if given is None:
        return None
    text = ast.unparse(given)
    if wrong is None:
        kind = type(dl).__name__
        if kind not in ("Datasets", "TfmdLists", "TabularPandas", "Dataset", "TensorDataset"):
            return None
        own = stored(stored(frame.names.get("self")).get("dls")).get("loaders") or []
        number = next((i for i, one in enumerate(own) if stored(one).get("dataset") is dl), None)
        fix = (
            f"preds, targs = {learner}.get_preds(ds_idx={number})"
            if number is not None
            else (f"preds, _ = {learner}.get_preds(dl={learner}.dls.test_dl({text}))")
        )
        what = f"`{text}`, a data set (`{kind}`)"
    else:
        fix, what = all_at_once(learner, text), f"`{text}`, {described(wrong)}"
    return Diagnosis(
        f"`{learner}.{verb}` got {what}.",
        "It works through a loader, which makes batches and applies the transforms.",
        fix,
        "Ask for the data set by its number:" if "ds_idx" in fix else "Make a test loader of them:",
        card="predictions",
    )


def _rest(call: ast.Call) -> list[str]:
    return [ast.unparse(one) for one in (*call.args[1:], *call.keywords)]


@rule(IndexError, needs="fastai.learner")
def no_such_set(scene: Scene) -> Diagnosis | None:
    """get_preds(ds_idx=2): there are two loaders, and a test set is made apart."""
    found = _asking(scene)
    if found is None:
        return None
    frame, call, learner = found
    number = frame.names.get("ds_idx")
    loaders = stored(stored(frame.names.get("self")).get("dls")).get("loaders")
    if not isinstance(number, int) or not isinstance(loaders, list) or number < len(loaders):
        return None
    return Diagnosis(
        f"`{ast.unparse(call)}` asks for set {number}, and the `dls` have {counted(len(loaders), 'set')}.",
        "0 is the training set, 1 the validation set. In fastai 2 a test set is not part of the `dls`: it is a "
        "loader of its own.",
        f"dl = {learner}.dls.test_dl(files)  # the items to predict\n"
        f"preds, _ = {learner}.{last_name(call.func)}(dl=dl)",
        "Make one from the items:",
        card="test-set",
    )


@rule(IndexError, TypeError, AttributeError, needs="fastai.learner")
def no_labels(scene: Scene) -> Diagnosis | None:
    """A loss or an interpretation of a test_dl without labels."""
    preds = scene.within("fastai.learner", "get_preds") or scene.within("fastai.learner", "show_results")
    if preds is None or not is_loader(preds.names.get("dl")):
        return None
    dl = preds.names["dl"]
    here = scene.here
    call = here.call if here is not None else None
    if call is None or here is None or not _is_unlabelled(dl):
        return None
    if not (
        preds.names.get("with_loss") or scene.within("fastai.interpret") or preds.function == "show_results"
    ):
        return None
    name = next(
        (
            ast.unparse(one)
            for one in _given(call)
            if here.value(one) is not UNKNOWN and is_loader(here.value(one))
        ),
        "dl",
    )
    made = assigned(scene, name)
    made = made if isinstance(made, ast.Call) and last_name(made.func) == "test_dl" else None
    new = (
        f"{name} = {anew(made, with_labels='True')}"
        if made is not None
        else f"{name} = learn.dls.test_dl(files, with_labels=True)"
    )
    return Diagnosis(
        f"`{name}` has no labels, and `{ast.unparse(call.func)}` compares predictions with labels.",
        "`test_dl` leaves the labels out, as for new items, unless it is told that they can be found.",
        f"{new}\n{ast.unparse(call)}",
        "If the items do have labels:",
        card="test-set",
    )


def _given(call: ast.Call) -> Iterator[ast.expr]:
    yield from call.args
    yield from (one.value for one in call.keywords)


def _is_unlabelled(dl: Any) -> bool:
    data = stored(dl).get("dataset")
    lists = stored(data).get("tls")
    try:
        return lists is not None and len(lists) <= (stored(data).get("n_inp") or 1)
    except TypeError:
        return False


@rule(TypeError, IndexError, needs="fastai.learner")
def test_items(scene: Scene) -> Diagnosis | None:
    """test_dl got one path, or nothing at all, instead of a list."""
    frame = scene.within("fastai.data.core", "test_dl")
    call = scene.here.call if scene.here is not None else None
    if frame is None or call is None or last_name(call.func) != "test_dl" or not call.args:
        return None
    items, text, asked = frame.names["test_items"], ast.unparse(call.args[0]), ast.unparse(call.func)
    if isinstance(items, Path):
        is_folder = items.is_dir()
        return Diagnosis(
            f"`{asked}` got one path, `{items}`{', a folder' if is_folder else ''}.",
            "It takes a list of items, also where there is one only.",
            f"{asked}(get_image_files({text}))" if is_folder else f"{asked}([{text}])",
            "Give it the files of the folder:" if is_folder else "Put it into a list:",
            card="test-set",
        )
    if is_many(items) and len(items) == 0:
        made = assigned(scene, text) if text.isidentifier() else None
        source = f" It comes from `{ast.unparse(made)}`." if made is not None else ""
        return Diagnosis(
            f"`{asked}` got `{text}`, an empty list.{source}",
            "There is nothing to predict: no file was found.",
            f"len({text})",
            "Look at the folder and the file endings first:",
            card="test-set",
        )
    return None


RETURNS = {
    "predict": ("pred_class, pred_idx, probs", "the decoded prediction, its index, and the probabilities"),
    "get_preds": ("preds, targs", "the predictions of all items and their targets"),
    "tta": ("preds, targs", "the predictions of all items and their targets"),
}


@rule(ValueError, needs="fastai.learner")
def unpacked_wrongly(scene: Scene) -> Diagnosis | None:
    """`pred, idx = learn.predict(x)`, `pred, idx, probs = learn.get_preds()`."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner:
        return None
    found = _unpacking(scene, here)
    if found is None:
        return None
    target, call = found
    verb, learner = last_name(call.func), ast.unparse(call.func)
    owner = here.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
    if not is_learner(owner):
        return None
    names, meaning = RETURNS[verb]
    is_table_row = verb == "predict" and type(owner).__name__ == "TabularLearner"
    if is_table_row:
        names, meaning = "row, pred, probs", "the decoded row, the prediction, and the probabilities"
    flags = [one.arg for one in call.keywords if one.arg in ("with_input", "with_loss", "with_decoded")]
    real = len(names.split(",")) + len(flags)
    if real == len(target.elts):
        return None
    if flags:
        names = _with(names, flags)
    added = f" (and what {listed([f'`{one}`' for one in flags])} adds)" if flags else ""
    more = "\nidxs = preds.argmax(dim=1)" if verb != "predict" and len(target.elts) > real else ""
    return Diagnosis(
        f"`{learner}` returns {real} values: {meaning}{added}. "
        f"The line has {counted(len(target.elts), 'name')} for them.",
        "There must be as many names on the left as values on the right."
        + (" Class, index and probabilities come from `predict`, which takes one item." if more else ""),
        f"{names} = {ast.unparse(call)}{more}",
        "Write:",
        card="predictions",
    )


def _with(names: str, flags: list[str]) -> str:
    found = names.split(", ")
    if "with_input" in flags:
        found.insert(0, "inputs")
    if "with_decoded" in flags:
        found.append("decoded")
    if "with_loss" in flags:
        found.append("losses")
    return ", ".join(found)


def _unpacking(scene: Scene, here: Frame) -> tuple[ast.Tuple, ast.Call] | None:
    for tree in (scene.tree,):
        for node in ast.walk(tree) if tree is not None else ():
            if not isinstance(node, ast.Assign) or not node.lineno <= here.line <= (
                node.end_lineno or node.lineno
            ):
                continue
            target, value = node.targets[0], node.value
            if (
                isinstance(target, ast.Tuple)
                and isinstance(value, ast.Call)
                and last_name(value.func) in RETURNS
            ) and not any(isinstance(one, ast.Starred) for one in target.elts):
                return target, value
    return None


def _is_result(obj: Any) -> bool:
    """Whether a tuple looks like what learn.predict returns."""
    return type(obj) is tuple and len(obj) == 3 and is_tensor(obj[1]) and is_tensor(obj[2])


@rule(TypeError, AttributeError, needs="fastai.learner")
def result_is_a_tuple(scene: Scene) -> Diagnosis | None:
    """float(pred), pred.item(): what predict returned is three things."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not scene.is_raised_by_learner:
        return None
    if isinstance(scene.error, AttributeError) and isinstance(node, ast.Attribute):
        obj: Any = scene.error.obj
        source: ast.expr = node.value
    elif (
        isinstance(node, ast.Call)
        and node.args
        and ast.unparse(node.func) in ("float", "int", "round", "torch.argmax", "abs")
    ):
        obj, source = here.value(node.args[0]), node.args[0]
    else:
        return None
    if not _is_result(obj):
        return None
    text = ast.unparse(source)
    origin = assigned(scene, text) if text.isidentifier() else source
    is_call = isinstance(origin, ast.Call) and last_name(origin.func) == "predict"
    if not is_call and text.isidentifier():
        return None
    call = ast.unparse(origin) if origin is not None else text
    wanted = "probs.max()" if "float" in scene.message or "round" in scene.message else "pred_idx"
    return Diagnosis(
        f"`{text}` is a tuple of three: {obj[0]!s:.20}, its index ({obj[1]!s:.20}), and {described(obj[2])}.",
        "`learn.predict` returns the decoded prediction, its index, and the probability of each class.",
        f"pred_class, pred_idx, probs = {call}\nfloat(probs[pred_idx])"
        if wanted != "pred_idx"
        else f"pred_class, pred_idx, probs = {call}\npred_class, pred_idx.item()",
        "Give each a name:",
        card="predictions",
    )


@rule(IndexError, TypeError, needs="torch")
def probability_by_name(scene: Scene) -> Diagnosis | None:
    """probs[pred]: the probabilities are in order of the vocab, not under the classes' names."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not isinstance(node, ast.Subscript):
        return None
    probs, key = here.value(node.value), here.value(node.slice)
    if not is_tensor(probs) or not isinstance(key, str):
        return None
    text, name = ast.unparse(node.value), ast.unparse(node.slice)
    if isinstance(node.slice, ast.Constant) and scene.within("fastai.learner", "_do_one_batch") is not None:
        return _no_dict(here, node, probs, text)
    number = next((word for word, one in scene.live(object) if _is_index(one, probs)), "")
    learner = next((word for word, one in scene.live(object) if is_learner(one)), "learn")
    return Diagnosis(
        f"`{name}` is the text {str(key)!r}, and `{text}` is {described(probs)}.",
        "The probabilities stand in the order of `dls.vocab`; they are found by the position of the class.",
        f"{text}[{number}]" if number else f"{text}[{learner}.dls.vocab.o2i[{name}]]",
        "Use the index:" if number else "Look the position up in the vocab:",
        card="predictions",
    )


def _no_dict(here: Frame, node: ast.Subscript, output: Any, text: str) -> Diagnosis:
    """`logits['out']` in a loss or a network, where what comes is one tensor."""
    tree, line = function_at(here), statement_at(here)
    others = {
        ast.unparse(one)
        for one in (ast.walk(tree) if tree is not None else ())
        if isinstance(one, ast.Subscript)
        and ast.unparse(one.value) == text
        and isinstance(one.slice, ast.Constant)
        and isinstance(one.slice.value, str)
    } - {ast.unparse(node)}
    more = f" Leave the parts with {listed((f'`{one}`' for one in sorted(others)), 2)} out." if others else ""
    return Diagnosis(
        f"`{ast.unparse(node)}`: `{text}` is {described(output)}, no dict.",
        "Only some models give a dict of several outputs (torchvision's DeepLab, Hugging Face's); this one gives one "
        f"tensor.{more}",
        replaced(here, node, text) if line is not None and line.lineno == line.end_lineno else text,
        f"Use the tensor itself, in place of `{ast.unparse(node)}`:",
        card="loss-function",
    )


def _is_index(obj: Any, probs: Any) -> bool:
    if not is_tensor(obj) or len(shape(obj)) != 0 or obj.device.type != "cpu" or obj.dtype.is_floating_point:
        return False
    return 0 <= int(obj) < shape(probs)[-1] if shape(probs) else False


@rule(KeyError, needs="torch")
def dict_by_tensor(scene: Scene) -> Diagnosis | None:
    """names[preds.argmax()]: a dict's keys are numbers, a tensor is none of them."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not scene.is_raised_by_learner or not isinstance(node, ast.Subscript):
        return None
    key: Any = scene.error.args[0] if scene.error.args else None
    held = here.value(node.value)
    if not is_tensor(key) or not isinstance(held, dict) or len(shape(key)) != 0:
        return None
    if key.device.type == "cpu" and key.item() not in held:
        return None
    name, text = ast.unparse(node.slice), ast.unparse(node.value)
    return Diagnosis(
        f"`{name}` is the tensor {key!s}, and the keys of `{text}` are plain numbers.",
        "A dict takes a tensor for another key than the number in it, even where both are equal.",
        f"{text}[{name}.item()]",
        "Take the number out:",
        card="tensor",
    )
