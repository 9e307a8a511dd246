"""An argument under a name that the function does not have, taken by its **kwargs: the real one is missing."""

from __future__ import annotations

import ast
import inspect

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.python_calls import called, signature
from fastaid.teach.rules.python_source import near, text_of
from fastaid.teach.scene import Scene

EPOCHS = ("epoch", "epochs", "n_epoch", "n_epochs", "num_epoch", "num_epochs", "nb_epoch", "nb_epochs",
          "n_cycle", "n_cycles", "cycles", "cyc_len", "cycle_len", "num_cycles", "max_epochs", "niter")  # fmt: skip
# Words for one thing, between which people mix up.
SAME = (
    EPOCHS,
    ("architecture", "arch", "model", "net", "base_arch", "backbone"),
    ("data", "dls", "databunch", "dataloaders", "loaders"),
    ("fname", "file", "filename", "fn", "name", "path"),
    ("k", "n", "num", "top", "top_k"),
    ("fnames", "files", "file_names", "filenames", "items"),
    ("label_func", "labeller", "get_y", "label_fn", "label_function", "func"),
    ("pat", "pattern", "regex", "re_pat"),
    ("procs", "tfms", "transforms"),
    ("df", "data", "dataframe", "table"),
    ("item", "img", "image", "fn", "x"),
)


@rule(TypeError, needs="torch")
def kept_under_another_name(scene: Scene) -> Diagnosis | None:
    """`learn.fine_tune(n_epochs=1)`: **kwargs took the wrong name, and `epochs` is missing."""
    found = called(scene)
    if found is None or "missing" not in scene.message or "required" not in scene.message:
        return None
    _, call, function = found
    sign = signature(function)
    if sign is None or any(isinstance(one, ast.Starred) for one in call.args):
        return None
    empty = inspect.Parameter.empty
    places = [one for one in sign.parameters.values() if one.kind is one.POSITIONAL_OR_KEYWORD]
    named = [one.arg for one in call.keywords if one.arg]
    missing = [
        one.name
        for i, one in enumerate(places)
        if i >= len(call.args) and one.default is empty and one.name not in named
    ]
    foreign = [one for one in named if one not in sign.parameters]
    pairs: dict[str, str] = {}
    for wanted in missing:
        group = {word for words in SAME if wanted in words for word in words}
        foreign = [one for one in foreign if one not in pairs]
        close = [one for one in foreign if one in group] or near(wanted, foreign, 0.6, parts=True)
        if close and f"'{wanted}'" in scene.message:
            pairs[close[0]] = wanted
    return _told(call, pairs) if pairs else None


def _told(call: ast.Call, pairs: dict[str, str]) -> Diagnosis:
    values = {one.arg: ast.unparse(one.value) for one in call.keywords if one.arg in pairs}
    name = call.func.attr if isinstance(call.func, ast.Attribute) else text_of(call.func)
    wrong, wanted = next(iter(pairs.items()))
    also = "".join(f" And `{one}` is called `{other}`." for one, other in list(pairs.items())[1:])
    return Diagnosis(
        f"`{name}` has no argument `{wrong}`; it is called `{wanted}`.{also}",
        f"`{name}` passes arguments that it does not know on to other functions, so `{wrong}` was let through, "
        f"and `{wanted}`, which must be given, is missing.",
        anew(call, {pairs[one]: text for one, text in values.items() if one}, drop=tuple(pairs)),
        "Write:",
    )
