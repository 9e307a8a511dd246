"""What other libraries' fit returns or takes: a history, compile, summary; fastai's fit returns nothing."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_module, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_none import none_in
from fastaid.teach.rules.python_source import node_at, origin, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

FITS = ("fit", "fit_one_cycle", "fine_tune", "fit_flat_cos", "fit_sgdr", "unfreeze", "freeze", "freeze_to")
SHOWS = ("show_batch", "show_results", "plot_loss", "plot_top_losses", "plot_confusion_matrix")
# Keras' names in the history, and the Recorder's.
RECORDED = {
    "loss": "train_loss",
    "val_loss": "valid_loss",
    "train_loss": "train_loss",
    "valid_loss": "valid_loss",
}


@rule(AttributeError, TypeError, needs="fastai.learner")
def fit_returns_nothing(scene: Scene) -> Diagnosis | None:
    """`history = learn.fit(2)`; `history.history['loss']`: the Recorder keeps the numbers."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner or "None" not in scene.message:
        return None
    node = none_in(here, scene.error)
    if node is None:
        return None
    made = origin(scene, here, node.id) if isinstance(node, ast.Name) else node
    if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Attribute):
        return None
    method, owner = made.func.attr, here.value(made.func.value)
    learn = text_of(made.func.value)
    if method in SHOWS and (is_learner(owner) or is_dls(owner) or method.startswith("plot_")):
        return _picture(here, node, made)
    # A Learner made in the same line has no name yet.
    is_made = isinstance(made.func.value, ast.Call) and last_name(made.func.value.func).lower().endswith(
        "learner"
    )
    if method not in FITS or not (is_learner(owner) or is_made):
        return None
    name = node.id if isinstance(node, ast.Name) else ""
    if is_made:
        return _not_kept(name or "learn", method, made, made.func.value)
    line, how = _instead(scene, here, node, learn, owner)
    return Diagnosis(
        f"`{name or text_of(node)}` is None: `{learn}.{method}` returns nothing.",
        f"Keras and scikit-learn return a history or the model; a fastai Learner keeps all in `{learn}.recorder`: "
        "`values` has a row for each epoch (train_loss, valid_loss, metrics), `losses` a loss for each batch.",
        line,
        how,
        card="training-log",
    )


def _not_kept(name: str, method: str, made: ast.Call, learner: ast.expr) -> Diagnosis:
    """`learn = vision_learner(dls, resnet18).fine_tune(1)`."""
    given = ", ".join(text_of(one) for one in made.args)
    return Diagnosis(
        f"`{name}` is None: `{method}` returns nothing, so the Learner was not kept.",
        f"`{method}` works on the Learner itself. With `=` only its result is kept, and that is None.",
        f"{name} = {ast.unparse(learner)}\n{name}.{method}({given}{_keywords(made)})",
        "Make the Learner, and train it on a line of its own:",
        card="learner",
    )


def _keywords(call: ast.Call) -> str:
    words = [f"{one.arg}={text_of(one.value)}" for one in call.keywords if one.arg]
    return (", " if call.args and words else "") + ", ".join(words)


def _instead(scene: Scene, here: Frame, node: ast.expr, learn: str, owner: Any) -> tuple[str, str]:
    """The line that reads what the learner was after."""
    line = statement_at(here)
    for one in ast.walk(line) if line is not None else ():
        key = (
            one.slice.value
            if isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Constant)
            else None
        )
        if not isinstance(key, str) or text_of(node) not in ast.unparse(one):
            continue
        recorder = next(
            (cb for cb in stored(owner).get("cbs") or () if is_of(cb, "fastai.learner", "Recorder")), None
        )
        names = list(stored(recorder).get("metric_names") or ())[1:-1]
        wanted = RECORDED.get(
            key, key.removeprefix("val_").replace("acc", "accuracy").replace("curacycuracy", "curacy")
        )
        if wanted in names and isinstance(one, ast.Subscript):
            new = f"[row[{names.index(wanted)}] for row in {learn}.recorder.values]"
            return replaced(here, one, new), f"Take `{wanted}` of each epoch from the recorder:"
    attr = getattr(scene.error, "name", None)
    if isinstance(attr, str) and isinstance(node_at(here), ast.Attribute) and hasattr(type(owner), attr):
        return replaced(here, node, learn), "Ask the Learner itself:"
    if "plot" in here.text:
        return f"{learn}.recorder.plot_loss()", "Draw the losses:"
    return f"{learn}.recorder.values", "Read the numbers of each epoch:"


def _picture(here: Frame, node: ast.expr, made: ast.Call) -> Diagnosis:
    name = text_of(node)
    shown = text_of(made, 100)
    is_saving = "savefig" in here.text
    return Diagnosis(
        f"`{name}` is None: `{last_name(made.func)}` draws and returns nothing.",
        "The picture goes to matplotlib's current figure, not to the name on the left.",
        f"{shown}\n" + (replaced(here, node, "plt") if is_saving else "fig = plt.gcf()"),
        "In one cell write:",
    )


KERAS = {
    "compile": "The optimizer, loss and metrics are given to the Learner when it is made.",
    "summary": "",
    "fit": "A PyTorch module only calculates; the loop over epochs and batches is written by hand, or done by fastai's "
    "Learner.",
    "add": "Layers are given to nn.Sequential when it is made, or appended.",
    "get_weights": "The weights of a module are its parameters.",
    "fit_generator": "A PyTorch module only calculates; a Learner trains it.",
}


@rule(AttributeError, TypeError, needs="torch")
def keras_method(scene: Scene) -> Diagnosis | None:
    """model.compile(optimizer=…), model.summary(), model.add(layer), model.fit(x, y) of Keras."""
    here = scene.here
    node = node_at(here) if here is not None else None
    func = node.func if isinstance(node, ast.Call) else node
    if here is None or not isinstance(func, ast.Attribute) or func.attr not in KERAS:
        return None
    owner, name, text = here.value(func.value), func.attr, text_of(func.value)
    call = _call_of(here, func)
    if not (is_module(owner) or (is_learner(owner) and name == "compile")) or call is None:
        return None
    if isinstance(scene.error, TypeError) and not (name == "compile" and _is_keras(call)):
        return None
    if isinstance(scene.error, AttributeError) and scene.error.name != name:
        return None
    line, how = _mended(scene, here, name, text, owner, call)
    if not line:
        return None
    of = "Learner" if is_learner(owner) else f"PyTorch module (`{type(owner).__name__}`)"
    what = f"`{text}` is a {of}; " + (
        "its `compile` is PyTorch's, which only makes it faster."
        if name == "compile"
        else f"it has no `{name}`."
    )
    return Diagnosis(what, f"`{name}` is a method of Keras. {KERAS[name]}".strip(), line, how, card="learner")


def _call_of(here: Frame, func: ast.Attribute) -> ast.Call | None:
    line = statement_at(here)
    same = ast.unparse(func)
    return (
        next(
            (one for one in ast.walk(line) if isinstance(one, ast.Call) and ast.unparse(one.func) == same),
            None,
        )
        if line is not None
        else None
    )


def _is_keras(call: ast.Call) -> bool:
    return any(one.arg in ("optimizer", "loss", "metrics", "loss_weights") for one in call.keywords)


def _mended(scene: Scene, here: Frame, name: str, text: str, owner: Any, call: ast.Call) -> tuple[str, str]:
    has_fastai = library("fastai.learner") is not None
    dls = next((word for word, held in scene.live(object) if is_dls(held)), "dls")
    model = f"{text}.model" if is_learner(owner) else text
    if name == "compile" and has_fastai:
        return (
            f"learn = Learner({dls}, {model}, loss_func=CrossEntropyLossFlat(), metrics=accuracy)",
            "Make the Learner with them (with the loss that fits your targets):",
        )
    if name == "compile":
        return (
            f"opt = torch.optim.Adam({model}.parameters(), lr=1e-3)",
            "Make an optimizer, and a loss function, yourself:",
        )
    if name == "summary":
        return f"print({text})", "See its layers:"
    if name == "add" and is_of(owner, "torch.nn", "Sequential") and call.args:
        return f"{text}.append({text_of(call.args[0], 100)})", "Write:"
    if name == "get_weights":
        return f"{text}.state_dict()", "All weights by name:"
    if name.startswith("fit") and not has_fastai:
        return (
            f"opt = torch.optim.Adam({text}.parameters(), lr=1e-3)\nfor xb, yb in train_dl:\n"
            f"    loss = loss_func({text}(xb), yb)\n    loss.backward()\n    opt.step()\n    opt.zero_grad()",
            "One epoch by hand:",
        )
    return "", ""
