"""Schedulers of the learning rate in a loop of one's own: what they are given, and how often they step."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_module, is_of, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.autograd import backwards_in
from fastaid.teach.rules.code import above, tree_of, with_argument
from fastaid.teach.rules.in_code import anew, assigned
from fastaid.teach.rules.learners_called import reached
from fastaid.teach.rules.schedules_of_fastai import of_fastai
from fastaid.teach.scene import Frame, Scene

MODULE = "torch.optim.lr_scheduler"


@rule(TypeError, AttributeError, needs="torch")
def not_given_the_optimizer(scene: Scene) -> Diagnosis | None:
    """A scheduler was given the model, or its parameters, in place of the optimizer."""
    inner = next((one for one in scene.frames if one.module == MODULE and one.function == "__init__"), None)
    here = scene.here
    call = here.call if here is not None else None
    if inner is None or here is None or call is None or scene.last is None or scene.last.module != MODULE:
        return None
    given: Any = inner.names.get("optimizer")
    node = here.argument(call, 0, "optimizer")
    if node is None or is_of(given, "torch.optim", "Optimizer"):
        return None
    if is_of(given, "fastai.optimizer", "_BaseOptimizer"):
        return of_fastai(scene, given, node, call)
    text, kind = ast.unparse(node), ast.unparse(call.func)
    if isinstance(given, type):
        what = f"the class `{given.__name__}`"
    elif is_module(given):
        what = f"the model `{text}`"
    elif isinstance(node, ast.Call) and text.endswith(".parameters()"):
        what = f"`{text}`, the parameters of the model"
    else:
        what = f"`{text}`, {described(given)}"
    known = _optimizers(scene, here)
    name = known[0] if len(known) == 1 else "opt"
    line = with_argument(call, 0, "optimizer", name)
    around = getattr(call, "parent", None)
    if isinstance(around, ast.Assign) and around.value is call:
        line = f"{ast.unparse(around.targets[0])} = {line}"
    return Diagnosis(
        f"`{kind}` was given {what}.",
        "A scheduler changes the learning rate, which the optimizer holds; so it is given the optimizer itself.",
        line,
        "Pass the optimizer:" if len(known) == 1 else "Pass the optimizer (your own name for it):",
        card="learning-rate-schedule",
    )


def _optimizers(scene: Scene, here: Frame) -> list[str]:
    held = {**scene.names, **here.names}
    kinds = [(name, one) for name, one in held.items() if is_of(one, "torch.optim", "Optimizer")]
    return [name for name, _ in kinds if not name.startswith("_")]


@rule(ValueError, needs="torch")
def stepped_too_often(scene: Scene) -> Diagnosis | None:
    """OneCycleLR was made for as many steps as there are epochs, and steps after each batch."""
    inner = scene.within(MODULE, "get_lr")
    here = scene.here
    call = here.call if here is not None else None
    if inner is None or inner is not scene.last or here is None or call is None:
        return None
    held = inner.names.get("self")
    total = stored(held).get("total_steps")
    if not isinstance(total, int) or not isinstance(call.func, ast.Attribute) or call.func.attr != "step":
        return None
    name = ast.unparse(call.func.value)
    made = assigned(scene, scene.name_of(held) or name)
    kind = type(held).__name__
    what = f"`{name}` was made for {total:,} step{'' if total == 1 else 's'} in all, and `{name}.step()` ran once more."
    loops = _loops(scene, here, call)
    loader, batches = _batches(loops)
    epochs = next((text for text, _ in loops if text.startswith("range(")), "")
    epochs = epochs.removeprefix("range(").removesuffix(")") if "," not in epochs else ""
    rounds = next((len(one) for text, one in loops if text.startswith("range(") and type(one) is range), 0)
    if not rounds and epochs:
        rounds = _number(here, epochs)
    is_short = 0 < total < rounds * batches
    is_whole = bool(batches) and (total == rounds * batches or (not rounds and total % batches == 0))
    is_left_out = not is_whole and isinstance(made, ast.Call) and f"len({loader})" not in ast.unparse(made)
    if loader and isinstance(made, ast.Call) and (is_short or is_left_out):
        times = f" ({rounds:,} × {batches:,} = {rounds * batches:,} times)" if is_short else ""
        return Diagnosis(
            what,
            f"`{name}.step()` stands in the loop over the batches of `{loader}`, so it runs once for every batch, in "
            f"every epoch{times}. `total_steps` counts all of them.",
            f"{name} = {_made_for(made, epochs or 'epochs', loader)}",
            f"Tell `{kind}` the number of epochs times the number of batches (or step once per epoch, after the "
            "inner loop):",
            card="learning-rate-schedule",
        )
    if not is_whole and len(loops) > 1 and total <= rounds:
        return _of_unknown_batches(what, name, loops[0][0], total)
    return Diagnosis(
        what,
        f"A {kind} has one cycle; when it is over, it cannot go on. Training longer, or running the loop again, "
        "needs a new one.",
        f"{name} = {ast.unparse(made) if isinstance(made, ast.Call) else f'{kind}(…)'}",
        "Make it anew before the loop, for as many steps as the loop has:",
        sure="likely",
        card="learning-rate-schedule",
    )


def _of_unknown_batches(what: str, name: str, batches: str, total: int) -> Diagnosis:
    return Diagnosis(
        what,
        f"`{name}.step()` stands in the inner loop, over `{batches}`: it runs once for every batch, in every epoch. "
        f"`total_steps` counts all of them; {total:,} are no more than the epochs.",
        "",
        "Give `total_steps` the number of epochs times the number of batches (or step once per epoch, after the "
        "inner loop).",
        sure="likely",
        card="learning-rate-schedule",
    )


def _made_for(made: ast.Call, epochs: str, loader: str) -> str:
    given = {one.arg for one in made.keywords}
    if "steps_per_epoch" in given:
        counts = {"epochs": epochs} if "epochs" in given and epochs != "epochs" else {}
        return anew(made, {**counts, "steps_per_epoch": f"len({loader})"})
    drop = ("epochs",) if "epochs" in given else ()
    wrapped = epochs if epochs.isidentifier() or epochs.isdigit() else f"({epochs})"
    text = f"{wrapped} * len({loader})"
    return (
        with_argument(made, 2, "total_steps", text)
        if len(made.args) > 2
        else anew(made, {"total_steps": text}, drop=drop)
    )


def _batches(loops: list[tuple[str, Any]]) -> tuple[str, int]:
    """What the inner loop takes its batches from, and how many there are where that is stored."""
    for i, (text, one) in enumerate(loops):
        if _is_loader(one):
            return text, len(one) if is_of(one, "torch.utils.data", "DataLoader") else _counted(one)
        if type(one) in (list, tuple) and i == 0 and len(loops) > 1:
            return text, len(one)
    return "", 0


def _counted(loader: Any) -> int:
    """How many batches a DataLoader of fastai's gives; 0 where that is not stored."""
    n, bs, drops = (stored(loader).get(one) for one in ("n", "bs", "drop_last"))
    if type(n) is not int or type(bs) is not int or bs < 1:
        return 0
    return n // bs if drops else -(-n // bs)


def _number(here: Frame, text: str) -> int:
    held = here.value(ast.parse(text, mode="eval").body)
    return held if type(held) is int else 0


@rule(TypeError, needs="torch")
def plateau_without_a_metric(scene: Scene) -> Diagnosis | None:
    """ReduceLROnPlateau.step() looks at a loss, and was given none."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not scene.is_raised_by_learner or call.args or call.keywords:
        return None
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "step":
        return None
    held = here.value(call.func.value)
    if not is_of(held, MODULE, "ReduceLROnPlateau"):
        return None
    text, mode = ast.unparse(call.func), stored(held).get("mode")
    return Diagnosis(
        f"`{text}()` was called with nothing; a ReduceLROnPlateau wants a number each time.",
        "It lowers the learning rate when that number, mostly the validation loss, "
        f"{'grows no more' if mode == 'max' else 'falls no more'}; so it must be told.",
        f"{text}({_metric(scene, here, is_score=mode == 'max')})",
        "Give it once per epoch what it watches (the validation loss is best):",
        card="learning-rate-schedule",
    )


def _metric(scene: Scene, here: Frame, *, is_score: bool) -> str:
    """The number it may be given: a validation loss, or the loss that backward() began from."""
    held = {**scene.names, **here.names} if here.function == "<module>" else dict(here.names)
    numbers = {
        name: f"{name}.item()" if is_tensor(one) else name
        for name, one in held.items()
        if not name.startswith("_") and (type(one) is float or (is_tensor(one) and one.numel() == 1))
    }
    words = ("acc", "score", "metric") if is_score else ("loss", "err")
    fitting = [name for name in numbers if any(word in name.lower() for word in words)]
    checked = [name for name in fitting if "val" in name.lower()]
    tree = tree_of(scene, here)
    began = [ast.unparse(one.func.value) for one in backwards_in(tree)] if tree is not None else []  # type: ignore[attr-defined]
    found = checked or ([] if is_score else [one for one in began if one in numbers]) or fitting
    return numbers[found[0]] if found else "valid_acc" if is_score else "valid_loss"


def _loops(scene: Scene, here: Frame, call: ast.Call) -> list[tuple[str, Any]]:
    """What the loops around a call go over, the inner one first."""
    tree = tree_of(scene, here)
    found: list[tuple[str, Any]] = []
    for one in above(tree, call) if tree is not None else ():
        if isinstance(one, ast.For):
            over = one.iter
            wraps = isinstance(over, ast.Call) and isinstance(over.func, ast.Name) and over.args
            if wraps and isinstance(over, ast.Call) and over.func.id in ("enumerate", "tqdm", "progress_bar"):  # type: ignore[attr-defined]
                over = over.args[0]
            found.append((ast.unparse(over), reached(here, over)))
    return found


def _is_loader(held: Any) -> bool:
    return is_of(held, "torch.utils.data", "DataLoader") or is_of(held, "fastai.data.load", "DataLoader")
