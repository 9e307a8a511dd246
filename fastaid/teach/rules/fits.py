"""Training with a Learner: learning rates, epochs, what the Learner was made of."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_dls, is_learner, is_module, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement, with_argument
from fastaid.teach.rules.fits_of_models import epochs, learner_lines
from fastaid.teach.rules.loaders_paired import paired_again
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Frame, Scene

# The name and place of the learning rate and of the number of epochs in each way to fit.
RATES = {
    "fit": ("lr", 1),
    "fit_one_cycle": ("lr_max", 1),
    "fine_tune": ("base_lr", 1),
    "fit_flat_cos": ("lr", 1),
}
EPOCHS = {"fit": "n_epoch", "fit_one_cycle": "n_epoch", "fine_tune": "epochs", "fit_flat_cos": "n_epoch"}


def _fit(scene: Scene) -> tuple[Frame, ast.Call, str] | None:
    """The learner's call of a way to fit, and which."""
    here = scene.here
    call = here.call if here is not None else None
    if (
        here is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or call.func.attr not in RATES
    ):
        return None
    return (here, call, call.func.attr) if is_learner(here.value(call.func.value)) else None


@rule(TypeError, needs="fastai.learner")
def rate_is_no_number(scene: Scene) -> Diagnosis | None:
    """The learning rate is a text, or the method lr_find itself."""
    found = _fit(scene)
    if found is None:
        return None
    here, call, kind = found
    name, place = RATES[kind]
    node = here.argument(call, place, name)
    rate = here.value(node) if node is not None else stored(here.value(call.func.value)).get("lr")  # type: ignore[attr-defined]
    learn = ast.unparse(call.func.value)  # type: ignore[attr-defined]
    if callable(rate) and getattr(rate, "__name__", "") == "lr_find":
        return Diagnosis(
            "The learning rate is the method lr_find itself: it was not called.",
            "lr_find must run first, with parentheses; it returns its suggestion.",
            f"lr = {learn}.lr_find().valley\n{with_argument(call, place, name, 'lr')}",
            "Call it and take the number it suggests:",
            card="learning-rate-finder",
        )
    text = rate if isinstance(rate, str) else next(iter(_texts(rate)), "")
    if not text:
        return None
    new = text
    try:
        float(text)
    except ValueError:
        new = "1e-3"
    if isinstance(rate, slice):
        new = "slice(1e-5, 1e-3)"
    elif new == text and node is not None and not isinstance(node, ast.Constant) and isinstance(rate, str):
        new = f"float({ast.unparse(node)})"  # read from somewhere, where it can change
    fix = f"{learn}.lr = {new}" if node is None else with_argument(call, place, name, new)
    return Diagnosis(
        f"The learning rate ({name}) is the text {text!r}, not a number.",
        "It stands in quotes, or comes from a file or an input; training calculates with it.",
        fix,
        "Give a number, without quotes:",
        card="learning-rate",
    )


def _texts(rate: Any) -> list[str]:
    parts = (
        [rate.start, rate.stop]
        if isinstance(rate, slice)
        else rate
        if isinstance(rate, (list, tuple))
        else []
    )
    return [one for one in parts if isinstance(one, str)]


@rule(TypeError, ValueError, needs="fastai.learner")
def epochs_are_no_whole_number(scene: Scene) -> Diagnosis | None:
    """The number of epochs is a float or a text; or epochs and learning rate are swapped."""
    found = _fit(scene)
    if found is None:
        return None
    here, call, kind = found
    name, node = EPOCHS[kind], here.argument(call, 0, EPOCHS[kind])
    epochs = here.value(node)
    rate_name, place = RATES[kind]
    rate = here.argument(call, place, rate_name)
    learn, method = ast.unparse(call.func.value), call.func.attr  # type: ignore[attr-defined]
    if (
        isinstance(epochs, float)
        and 0 < epochs < 1
        and rate is not None
        and isinstance(here.value(rate), int)
    ):
        return Diagnosis(
            f"`{ast.unparse(call)}` asks for {epochs:g} epochs at a learning rate of {here.value(rate)}.",
            "The two are swapped: the number of epochs comes first, then the learning rate.",
            f"{learn}.{method}({here.value(rate)}, {ast.unparse(node)})",  # type: ignore[arg-type]
            "Swap them:",
            card="epoch",
        )
    if isinstance(epochs, float):
        new = str(max(1, round(epochs)))
        what = f"The number of epochs ({name}) is {epochs:g}, a float."
    elif isinstance(epochs, str):
        new = epochs if epochs.isdigit() else "1"
        if epochs.isdigit() and node is not None and not isinstance(node, ast.Constant):
            new = f"int({ast.unparse(node)})"
        what = f"The number of epochs ({name}) is the text {epochs!r}."
    else:
        return None
    return Diagnosis(
        what,
        "Epochs are counted: their number must be a whole number (int).",
        with_argument(call, 0, name, new),
        "Give a whole number:",
        card="epoch",
    )


@rule(AssertionError, needs="fastai.optimizer")
def more_rates_than_groups(scene: Scene) -> Diagnosis | None:
    """A list of learning rates, and another number of parameter groups."""
    last = scene.last
    if last is None or last.module != "fastai.optimizer" or last.function != "set_hyper":
        return None
    key, given = str(last.names.get("k")), list(last.names.get("v") or ())
    groups = len(stored(last.names.get("self")).get("param_lists") or ())
    count = len(given)
    learn = next((held for one, held in scene.holding("self", is_learner)), None)
    name = learner_name(scene, learn)
    found = _fit(scene)
    what = f"{count} values of {key} were given; `{name}` has {counted(groups, 'parameter group')}."
    if not count:
        return Diagnosis(
            f"The Learner has no value for {key} (None).",
            f"Every parameter group needs a number for {key}.",
            f"{name}.lr = 1e-3",
            "Give it one:",
            card="learning-rate",
        )
    numbers = [one for one in given if isinstance(one, (int, float))]
    new = f"slice({min(numbers):g}, {max(numbers):g})" if len(numbers) > 1 else "1e-3"
    cause = "Parameter groups (layer groups) come from the Learner's splitter, and each takes one value."
    if groups == 1:
        cause += " Without a splitter all layers are one group, with one learning rate."
        new = f"{max(numbers, default=1e-3):g}"
    line = f"{key}={new}"
    if found is not None and key == "lr":
        rate, place = RATES[found[2]]
        line = with_argument(found[1], place, rate, new)
    return Diagnosis(
        what,
        cause,
        line,
        "Give one rate for all:"
        if groups == 1
        else f"Give {groups}, or a slice, which is spread over all groups:",
        card="discriminative-learning-rates",
    )


@rule(ValueError, TypeError, needs="fastai.learner")
def lr_find_gives_one(scene: Scene) -> Diagnosis | None:
    """lr_find's result is unpacked into two: it gives one suggestion today."""
    here = scene.here
    line = statement(here) if here is not None else None
    if here is None or not scene.is_raised_by_learner or not isinstance(line, ast.Assign):
        return None
    value, target = line.value, line.targets[0]
    if (
        not isinstance(value, ast.Call)
        or not isinstance(value.func, ast.Attribute)
        or value.func.attr != "lr_find"
        or any(one.arg == "suggestions" for one in value.keywords)  # of old: another rule tells
    ):
        return None
    if (
        not isinstance(target, ast.Tuple)
        or len(target.elts) < 2
        or not is_learner(here.value(value.func.value))
    ):
        return None
    names, learn = ast.unparse(target).strip("()"), ast.unparse(value.func.value)
    asked = here.argument(value, None, "suggest_funcs")
    if asked is not None:
        return None
    two = len(target.elts) == 2
    return Diagnosis(
        f"`{ast.unparse(line)}` expects {len(target.elts)} values; lr_find returns one.",
        "Since fastai 2.3 lr_find suggests a single learning rate by default, called valley; before, it gave "
        "lr_min and lr_steep.",
        f"{names} = {learn}.lr_find(suggest_funcs=(minimum, steep))"
        if two
        else f"lr = {learn}.lr_find().valley",
        "Ask for both (or take the one: lr = learn.lr_find().valley):" if two else "Take the one:",
        card="learning-rate-finder",
    )


@rule(AttributeError, TypeError, needs="fastai.learner")
def suggestion_of_lr_find(scene: Scene) -> Diagnosis | None:
    """A suggestion of lr_find by a name it does not have, or called like a function."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner or here.node is None:
        return None
    node = here.node.func if isinstance(here.node, ast.Call) else here.node
    if not isinstance(node, ast.Attribute):
        return None
    held = here.value(node.value)
    if not is_of(held, "fastai.callback.schedule", "SuggestedLRs") and type(held).__name__ != "SuggestedLRs":
        if not isinstance(node.value, ast.Call) or not ast.unparse(node.value.func).endswith(".lr_find"):
            return None
        fields = ["valley"]
    else:
        fields = list(getattr(type(held), "_fields", ()))
    owner = ast.unparse(node.value)
    if isinstance(here.node, ast.Call):
        if node.attr not in fields:
            return None
        what, cause = (
            f"`{owner}.{node.attr}` is a number.",
            "lr_find returns its suggestions as numbers; they are not called.",
        )
        new = node.attr
    elif isinstance(scene.error, AttributeError) and node.attr not in fields and fields:
        what = f"lr_find's result has no {node.attr}; it has {listed(fields)}."
        cause = "By default lr_find suggests one learning rate, called valley; lr_min and lr_steep are older names."
        new = next(
            (one for one in fields if node.attr == f"lr_{one[:3] if one == 'minimum' else one}"), fields[0]
        )
    else:
        return None
    return Diagnosis(what, cause, f"lr = {owner}.{new}", "Write:", card="learning-rate-finder")


@rule(AttributeError, TypeError, IndexError, needs="fastai.learner")
def learner_made_of(scene: Scene) -> Diagnosis | None:
    """Learner(model, dls), one DataLoader as dls, a class as the model."""
    learn = learner_in(scene)
    if learn is None:
        return None
    dls, model, name = stored(learn).get("dls"), stored(learn).get("model"), learner_name(scene, learn)
    loss = "loss_func=…"
    if is_module(dls) and is_dls(model):
        a, b = scene.name_of(model) or "dls", scene.name_of(dls) or "model"
        return Diagnosis(
            f"`{name}` was made with the model first and the DataLoaders second.",
            "Learner takes the data first: Learner(dls, model, …). The two are swapped.",
            f"{name} = Learner({a}, {b}, {loss})",
            "Swap them (the rest as you had it):",
            card="learner",
        )
    if isinstance(model, type) and issubclass(model, library("torch.nn").Module):
        return Diagnosis(
            f"The model of `{name}` is the class `{model.__name__}`, not a model made of it.",
            "A class is only the plan; calling it, with parentheses, makes the network with its weights.",
            f"{name} = Learner(dls, {model.__name__}(), {loss})",
            "Make the model (with its sizes in the parentheses):",
            card="learner",
        )
    if is_dls(dls) or is_module(dls):
        return None
    if (
        not is_of(dls, "torch.utils.data", "DataLoader", "Dataset")
        and not is_of(dls, "fastai.data.load", "DataLoader")
        and not isinstance(dls, (list, tuple))
    ):
        return None
    is_loader = "DataLoader" in type(dls).__name__ or is_of(dls, "fastai.data.load", "DataLoader")
    shown = "a single DataLoader" if is_loader else described(dls)
    owner = next(
        (word for word, held in scene.names.items() if is_dls(held) and dls in (held_loaders(held))), ""
    )
    fix = (
        f"{name} = Learner({owner}, model, {loss})"
        if owner
        else (
            paired_again(scene, name, dls)
            or f"dls = DataLoaders(train_dl, valid_dl)\n{name} = Learner(dls, model, {loss})"
            if is_loader
            else f"dls = DataLoaders.from_dsets(train_ds, valid_ds, bs=64)\n{name} = Learner(dls, model, {loss})"
        )
    )
    return Diagnosis(
        f"`{name}` was made with {shown} as its data.",
        "A Learner needs DataLoaders: a pair, with one loader for training and one for validation.",
        fix,
        "Give it both:",
        card="dataloaders",
    )


def held_loaders(dls: Any) -> list[Any]:
    """The loaders in DataLoaders."""
    return list(stored(dls).get("loaders") or ())


@rule(AttributeError, needs="fastai.learner")
def no_optimizer_yet(scene: Scene) -> Diagnosis | None:
    """learn.opt is made by the first fit."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Attribute):
        return None
    if (
        node.value.attr != "opt"
        or not is_learner(learn := here.value(node.value.value))
        or stored(learn).get("opt") is not None
    ):
        return None
    name = ast.unparse(node.value.value)
    return Diagnosis(
        f"`{name}.opt` is None: the Learner has no optimizer yet.",
        "A Learner makes its optimizer when it is trained for the first time, or when it is asked to.",
        f"{name}.create_opt()\n{ast.unparse(statement(here) or node)}",
        "Make it first:",
        card="sgd-and-optimizers",
    )


@rule(AssertionError, needs="fastai.callback.schedule")
def part_of_schedule(scene: Scene) -> Diagnosis | None:
    """pct_start is a share between 0 and 1."""
    frame, found = scene.within("fastai.callback.schedule", "fit_one_cycle"), _fit(scene)
    share = frame.names.get("pct_start") if frame is not None else None
    if not isinstance(share, (int, float)) or 0 <= share <= 1 or found is None:
        return None
    new = f"{share / 100:g}" if 1 < share <= 100 else "0.25"
    return Diagnosis(
        f"pct_start is {share}.",
        "It is the share of the training in which the learning rate rises, a number between 0 and 1.",
        with_argument(found[1], 99, "pct_start", new),
        "Write it as a fraction:",
        card="one-cycle",
    )


@rule(AttributeError, needs="torch")
def fit_of_a_model(scene: Scene) -> Diagnosis | None:
    """model.fit, as in Keras and sklearn: PyTorch's modules do not train themselves."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not isinstance(node, ast.Attribute) or not is_module(here.value(node.value)):
        return None
    if node.attr not in ("fit", "predict", "evaluate", "fit_one_cycle", "fine_tune", "lr_find"):
        return None
    name = ast.unparse(node.value)
    has_fastai = library("fastai.learner") is not None
    use = {"predict": "learn.get_preds()", "evaluate": "learn.validate()", "lr_find": "learn.lr_find()"}
    if not has_fastai:
        return None
    lines = learner_lines(scene, here, node)
    parts = "Put the data into DataLoaders, and make" if len(lines) > 1 else "Make"
    return Diagnosis(
        f"`{name}` is a PyTorch module, which has no {node.attr}.",
        "A module only calculates; training and prediction are done by a Learner, which holds the model, the "
        "data and the loss.",
        "\n".join([*lines, use.get(node.attr, f"learn.fit_one_cycle({epochs(here, node)})")]),
        f"{parts} a Learner (with the loss that fits your targets):",
        card="learner",
    )
