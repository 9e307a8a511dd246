"""Arguments that fastai 2 does not take: keywords of fastai 1, and words that are nearly right."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_learner, is_of, stored
from fastaid.teach.rules import fastai1_index as index
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai1_lines import LONGEST, callbacks_made, statement
from fastaid.teach.scene import Frame, Scene

REFUSED = re.compile(r"unexpected keyword arguments? '(\w+)'|invalid keyword arguments?: (\w+)")
# What an argument of fastai 1, or a common guess, is called now. "{}" stands for the value; a line that
# begins with "#" says what to do where no argument took its place. "function.argument" comes before "argument".
OLD: dict[str, str] = {
    "max_lr": "lr_max={}",
    "fine_tune.max_lr": "base_lr={}",
    "fine_tune.lr": "base_lr={}",
    "fine_tune.lr_max": "base_lr={}",
    "fine_tune.n_epoch": "epochs={}",
    "fit.max_lr": "lr={}",
    "fit.lr_max": "lr={}",
    "fit.lrs": "lr={}",
    "fit_one_cycle.lr": "lr_max={}",
    "fit_one_cycle.learning_rate": "lr_max={}",
    "fit_flat_cos.max_lr": "lr={}",
    "learning_rate": "lr={}",
    "cyc_len": "n_epoch={}",
    "epochs": "n_epoch={}",
    "n_epochs": "n_epoch={}",
    "num_epochs": "n_epoch={}",
    "div_factor": "div={}",
    "final_div": "div_final={}",
    "callbacks": "cbs={}",
    "callback_fns": "cbs={}",
    "callback": "cbs={}",
    "metric": "metrics={}",
    "loss_fn": "loss_func={}",
    "loss": "loss_func={}",
    "criterion": "loss_func={}",
    "opt": "opt_func={}",
    "opt_fn": "opt_func={}",
    "optimizer": "opt_func={}",
    "data": "dls={}",
    "databunch": "dls={}",
    "base_arch": "arch={}",
    "pretrained_model": "arch=AWD_LSTM",
    "split_on": "splitter={}",
    "bn_wd": "wd_bn_bias={}",
    "true_wd": "#`true_wd` is `decouple_wd` of the optimizer",
    "num_classes": "n_out={}",
    "n_classes": "n_out={}",
    "ds_tfms": "#transforms belong to the DataLoaders: `item_tfms=Resize(224)`, `batch_tfms=aug_transforms()`",
    "size": "#the size belongs to the DataLoaders: `item_tfms=Resize(224)`",
    "bs": "#the batch size belongs to the DataLoaders",
    "bptt": "#`bptt` is `seq_len` of the DataLoaders",
    "tabular_learner.ps": "config=tabular_config(ps={})",
    "tabular_learner.emb_drop": "config=tabular_config(embed_p={})",
    "rows": "max_n={}",
    "n": "max_n={}",
    "ds_type": "ds_idx=1",
    "is_test": "#for a test set make `test_dl = learn.dls.test_dl(files)` and pass `dl=test_dl`",
    "n_batch": "#there is no `n_batch`",
    "test": "#for a test set make `test_dl = learn.dls.test_dl(files)`",
    "return_x": "with_input={}",
    "thresh": "#there is no `thresh` here",
    "accuracy.thresh": "#`thresh` is of `accuracy_multi`, for several labels a picture",
    "FBeta.thresh": "#`thresh` is of `FBetaMulti`, for several labels a picture",
    "scale": "#there is no `scale`",
    "heatmap": "#fastai 2 draws no heatmap there",
    "slice_size": "#there is no `slice_size`",
    "suggestion": "#it draws the curve and returns a suggestion by itself",
    "lr_find.wd": "#there is no `wd`: give it to the Learner",
    "max_workers": "n_workers={}",
    "every": "every_epoch=True",
    "name": "fname={}",
    "mode": "#`mode` is found from the name; else `comp=np.less` or `comp=np.greater`",
    "tfms": "item_tfms={}",
    "transforms": "item_tfms={}",
    "get_label": "get_y={}",
    "label_func": "get_y={}",
    "csv_labels": "csv_fname={}",
    "dep_var": "y_names={}",
    "text_cols": "text_col={}",
    "label_cols": "label_col={}",
    "pct_val": "valid_pct={}",
    "batch_size": "bs={}",
    "item_name": "item_name={}",
    "delete": "#verify_images only lists the broken files; delete them in a line of its own",
}
OLD_SUBSETS = {"Train": "ds_idx=0", "Valid": "ds_idx=1", "Test": "dl=learn.dls.test_dl(files)"}
OF_FASTAI1 = frozenset(name.rpartition(".")[2] for name in OLD) - {
    *(
        "loss_fn",
        "loss",
        "criterion",
        "optimizer",
        "epochs",
        "n_epochs",
        "num_epochs",
        "learning_rate",
        "metric",
    ),
    *("num_classes", "n_classes", "transforms", "get_label", "bs", "batch_size", "n", "lr", "lr_max", "mode"),
}
VERIFY = (
    "failed = verify_images(get_image_files({path}))\nfailed.map(Path.unlink)"
    "\nresize_images({path}, max_size=500, dest={path})"
)


@dataclass(frozen=True)
class Call:
    """A call of fastai's by a line of the learner's."""

    frame: Frame
    node: ast.Call
    name: str  # "fit_one_cycle"
    takes: tuple[str, ...]  # its parameters, () where they are not known
    is_open: bool  # whether it passes on what it does not know

    @property
    def keywords(self) -> dict[str, ast.expr]:
        """The arguments given by name."""
        return {one.arg: one.value for one in self.node.keywords if one.arg}


def _calls(scene: Scene) -> Iterator[Call]:
    for frame in reversed(scene.frames):
        node = frame.call
        if node is None:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        func = called(frame, node.func)
        if func is UNKNOWN:
            below = scene.frames[scene.frames.index(frame) + 1 :]
            if (
                below
                and below[0].function == name
                and index.is_fastai(below[0].scope.f_globals.get("__spec__"))
            ):
                yield Call(frame, node, name, (), True)
            continue
        if index.is_fastai(func):
            yield Call(frame, node, name, *parameters(func))


def called(frame: Frame, node: ast.expr) -> Any:
    """The function or class that is called, UNKNOWN where telling would run code."""
    found = frame.value(node)
    if found is not UNKNOWN:
        found = found.func if is_of(found, "functools", "partial") else found
        return found.__func__ if is_of(found, "types", "MethodType") else found
    if not isinstance(node, ast.Attribute):
        return UNKNOWN
    holder = frame.value(node.value)
    if holder is UNKNOWN:
        return UNKNOWN
    # DataLoaders pass on to the first of their loaders what they lack.
    for one in (holder, *(stored(holder).get("loaders") or [])[:1]):
        try:
            found = inspect.getattr_static(one, node.attr)
        except AttributeError:
            continue
        return getattr(found, "__func__", found)
    return UNKNOWN


def parameters(func: Any) -> tuple[tuple[str, ...], bool]:
    """The names a function takes, and whether it passes on others."""
    try:
        found = inspect.signature(func).parameters.values()
    except (TypeError, ValueError):
        return (), True
    names = tuple(one.name for one in found if one.kind not in (one.VAR_KEYWORD, one.VAR_POSITIONAL))
    is_open = any(one.kind is one.VAR_KEYWORD for one in found)
    return tuple(name for name in names if name not in ("self", "cls")), is_open


@rule(TypeError, AttributeError, needs="fastai")
def unknown_keyword(scene: Scene) -> Diagnosis | None:
    """A call of fastai's with a keyword that it does not take."""
    found = REFUSED.search(scene.message)
    refused = (found[1] or found[2]) if found else ""
    is_short = "required positional argument" in scene.message
    if not refused and not is_short:
        return None
    for call in _calls(scene):
        unknown = [one for one in call.keywords if one not in call.takes]
        if refused == "suggestions" and call.name == "lr_find":
            return None  # of fastai 2 until 2021
        if call.name == "DataBlock" or (refused and refused not in unknown) or _is_given_the_learner(call):
            continue
        if call.is_open:
            unknown = [one for one in unknown if one == refused or _now(call, one)]
        if is_short:
            unknown = [one for one in unknown if _now(call, one)]
        if unknown:
            return _said(
                scene, call, [refused, *(one for one in unknown if one != refused)] if refused else unknown
            )
    return None


def _now(call: Call, old: str) -> str:
    """What stands for a keyword, as far as this function takes it."""
    for key in (f"{call.name}.{old}", old):
        now = OLD.get(key, "")
        new = now.partition("=")[0]
        if now and (now.startswith("#") or not call.takes or new in call.takes or call.is_open):
            return now
    return ""


def _said(scene: Scene, call: Call, unknown: list[str]) -> Diagnosis:
    if "delete" in unknown and call.name == "verify_images":
        return _verify_images(call)
    changed, words, left_out = {}, [], []
    for old in unknown:
        now = _now(call, old)
        if old == "every" and "improvement" in ast.unparse(call.keywords[old]):
            now = "#`every='improvement'` is what it does anyway (`every_epoch=True` is the other way)"
        guess = "" if now else did_you_mean(old, call.takes, n=1)
        if now.startswith("#"):
            changed[old] = ""
            words.append(now[1:])
        elif now or guess:
            text = now or f"{guess.split(chr(39))[1]}={{}}"
            changed[old] = _filled(text, call.keywords[old])
            rows = call.keywords[old]
            if (
                old == "rows"
                and isinstance(rows, ast.Constant)
                and isinstance(rows.value, int)
                and _shows_pictures(scene, call)
            ):
                changed[old] = f"max_n={rows.value**2}"
                words.append(
                    f"`rows={rows.value}`, {rows.value} × {rows.value} pictures, is `{changed[old]}`"
                )
                continue
            new = changed[old].partition("=")[0]
            words.append(
                f"`{old}` is called `{new}`" if new != "config" else f"`{old}` goes into `tabular_config`"
            )
        else:
            changed[old] = ""
            left_out.append(old)
    first, that = unknown[0], "that is" if len(unknown) == 1 else "those are"
    is_old = first in OF_FASTAI1 and bool(_now(call, first))
    takes = "" if words else f" It takes {listed([f'`{one}`' for one in call.takes], 8)}."
    return Diagnosis(
        f"`{call.name}` has no argument {listed([f'`{one}`' for one in unknown], 4)}"
        + (f"; {that} of fastai 1. In fastai 2 {'; '.join(words)}" if is_old else "")
        + (f"; here {'; '.join(words)}" if words and not is_old else "")
        + f".{takes}",
        _why(scene, call, first, is_old),
        rewritten(call, changed),
        ("Leave out " + listed([f"`{one}`" for one in left_out]) + ":") if left_out else "Write:",
    )


def _shows_pictures(scene: Scene, call: Call) -> bool:
    """Whether fastai 1 would have drawn a square of as many columns as rows."""
    holder = call.frame.value(call.node.func.value) if isinstance(call.node.func, ast.Attribute) else UNKNOWN
    held = stored(holder).get("dls", holder)
    if held is UNKNOWN:
        return False
    first = (stored(held).get("loaders") or [None])[0]
    kinds = stored(first).get("_types")
    return "PIL" in str(kinds) or "TensorImage" in str(kinds) or index.application(scene) == "vision"


def _why(scene: Scene, call: Call, first: str, is_old: bool) -> str:
    last = scene.last
    if last is not None and last is not call.frame:
        return (
            f"`{call.name}` passes arguments it does not know on to other functions, and one of those refused "
            f"`{first}`: so the message names another function than yours."
        )
    return (
        "fastai 2 renamed many arguments, and dropped some."
        if is_old
        else "The name must be exactly that of the function's parameter."
    )


def _filled(form: str, value: ast.expr) -> str:
    text = ast.unparse(value)
    if form == "ds_idx=1":
        return OLD_SUBSETS.get(text.rpartition(".")[2], form)
    return form.replace("{}", callbacks_made(text) if form == "cbs={}" else text)


def rewritten(call: Call, changed: dict[str, str]) -> str:
    """The learner's call with other keywords; those changed to nothing are left out."""
    keywords: list[str] = []
    for one in call.node.keywords:
        text = ast.unparse(one.value)
        new = changed.get(one.arg or "", f"{one.arg}={text}" if one.arg else f"**{text}")
        same = next(
            (i for i, old in enumerate(keywords) if new and old.startswith(new.partition("=")[0] + "=")), -1
        )
        if new and same < 0:
            keywords.append(new)
        elif new.startswith("config=tabular_config("):
            keywords[same] = f"{keywords[same][:-1]}, {new.partition('(')[2]}"
    given = [ast.unparse(one) for one in call.node.args]
    new = f"{ast.unparse(call.node.func)}({', '.join([*given, *keywords])})"
    line = statement(call.frame)
    whole, old_call = (
        (ast.unparse(line), ast.unparse(call.node)) if isinstance(line, (ast.Assign, ast.Expr)) else ("", "")
    )
    return whole.replace(old_call, new, 1) if 0 < len(whole) < LONGEST and old_call in whole else new


def _verify_images(call: Call) -> Diagnosis:
    path = ast.unparse(call.node.args[0]) if call.node.args else "path"
    return Diagnosis(
        "`verify_images` has no argument `delete`; that is of fastai 1. In fastai 2 it takes a list of files and "
        "returns those that cannot be opened.",
        "Deleting and resizing are steps of their own now.",
        VERIFY.format(path=path),
        "Write:",
    )


def _is_given_the_learner(call: Call) -> bool:
    """Whether a callback gets a Learner as its first argument."""
    kind, base = called(call.frame, call.node.func), index.loaded("fastai.callback.core").get("Callback")
    is_callback = isinstance(kind, type) and base is not None and issubclass(kind, base)
    return is_callback and bool(call.node.args) and is_learner(call.frame.value(call.node.args[0]))


@rule(TypeError, needs="fastai")
def callback_given_the_learner(scene: Scene) -> Diagnosis | None:
    """`EarlyStoppingCallback(learn, monitor=…)`: fastai 1 gave a callback its Learner."""
    call = next(_calls(scene), None)
    if call is None or not _is_given_the_learner(call):
        return None
    node, name, takes = call.node, ast.unparse(call.node.args[0]), call.takes
    bare = replace(call, node=ast.Call(node.func, node.args[1:], node.keywords))
    unknown = [one for one in call.keywords if one not in takes]
    changed = {one: _filled(_now(call, one).partition("#")[0], call.keywords[one]) for one in unknown}
    if "every" in unknown and "improvement" in ast.unparse(call.keywords["every"]):
        changed["every"] = ""
    words = [
        f"`{one}=` is now `{new.partition('=')[0]}=`"
        if (new := changed[one])
        else f"`{one}={ast.unparse(call.keywords[one])}` is gone"
        for one in unknown
    ]
    made, line = rewritten(bare, changed), statement(call.frame)
    whole = ast.unparse(line) if isinstance(line, (ast.Assign, ast.Expr)) else ""
    fix = f"{name}.fit_one_cycle(5, cbs={made})"
    if isinstance(line, (ast.Assign, ast.Expr)) and line.value is not node and len(whole) < LONGEST:
        fix = re.sub(r"\bcallbacks=", "cbs=", whole.replace(ast.unparse(node), made, 1))
    elif isinstance(line, ast.Assign):
        fix = whole.replace(ast.unparse(node), made, 1)
    return Diagnosis(
        f"`{call.name}` was given the Learner `{name}` as its first argument; it expects "
        f"`{takes[0] if takes else 'nothing'}` there.",
        "In fastai 1 a callback got its Learner when it was made. In fastai 2 the Learner sets that itself."
        + (f" {listed(words, 4)}." if words else ""),
        fix,
        f"Leave `{name}` out:",
    )
