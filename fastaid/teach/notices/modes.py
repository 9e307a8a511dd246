"""Training mode and evaluation mode."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeGuard

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.loop_parts import loops, trains_with_fastai
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, text_of
from fastaid.teach.notices.values import random_parts, weights_of
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of, is_tensor, stored

# What is done with an output to use it as an answer.
ANSWERS = frozenset({"argmax", "softmax", "sigmoid", "topk", "Softmax", "Sigmoid"})
JUDGES = frozenset({"accuracy", "accuracy_score", "cross_entropy", "mse_loss", "nll_loss", "correct", "acc"})
LOSSES = frozenset({"cross_entropy", "mse_loss", "nll_loss"})
REPEATS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp)
LOADS = frozenset({"load_state_dict", "load", "load_learner", "load_model", "from_pretrained"})
BEFORE = re.compile(r"(?i)before (any )?train|untrained|not (yet )?trained|baseline|by chance|initial")
TRAINING = re.compile(r"\.backward\(|\.fit\w*\(|fine_tune\(|load_state_dict\(|torch\.load\(|load_learner\(")
MOST_CELLS = 60  # of the notebook, the last ones
LOOKS_ONLY = frozenset(
    {"shape", "size", "ndim", "dtype", "register_forward_hook", "Hook", "Hooks", "hook_outputs"}
)
TRAINS = frozenset({"backward", "step", "fit", "fit_one_cycle", "fine_tune", "train", "eval", "lr_find"})
NO_GRAD = ("no_grad", "inference_mode")


def _called_models(cell: Cell) -> Iterator[tuple[ast.Call, str, Any, list[str]]]:
    """Calls of networks in training mode that behave otherwise in it."""
    inside = in_definitions(cell)
    for node, model in cell.calls_of(is_module):
        if not node.args or isinstance(node.args[0], ast.Starred):
            continue
        if id(node) in inside:
            continue  # what a function does with it is not known before it runs
        if not stored(model).get("training") or not stored(model).get("_modules"):
            continue
        layers = random_parts(model)
        if layers and len(weights_of(model)) > 1:
            yield node, text_of(node.func), model, layers


@check("(", also=("@Module", "@own"))
def eval_forgotten(cell: Cell) -> Iterator[Notice]:
    """A network in training mode is asked for answers: dropout and batch norm change them."""
    if "=" not in cell.source and "model" not in cell.source and "net" not in cell.source:
        return
    if cell.words & TRAINS:
        return
    found = list(_called_models(cell))
    if not found or _is_spread_wanted(cell, [call for call, *_ in found]):
        return
    for call, name, model, layers in found:
        others = [one for one, _, held, _ in found if held is model and one is not call]
        is_twice = any(ast.dump(one.args[0]) == ast.dump(call.args[0]) for one in others)
        is_answer = _is_answer(cell, call)
        is_one = _is_one(cell, call)
        without_grad = _is_without_grad(cell, call)
        drops = [kind for kind in layers if "Drop" in kind]
        if is_twice and drops and not cell.words & LOOKS_ONLY:
            seen = True
        elif _is_new(cell, name, model, call, len(others) + 1):
            seen = False  # there is nothing yet that it has learnt
        elif without_grad:
            seen = is_answer or (is_one and not _is_looked_at_only(cell, call))
        else:
            seen = is_answer and (is_one or _is_trained(model, len(others) + 1))
        if not seen:
            continue
        under = "" if without_grad else ", and call it under `torch.no_grad()`"
        yield Notice(
            f"`{name}` is still in training mode, so {effect(layers)}, and the predictions differ from "
            f"what it has learnt. Write `{name}.eval()` before it is asked for predictions{under}.",
            id(model),
            card="train-and-eval-mode",
        )


def effect(layers: Sequence[str]) -> str:
    """What layers do in training mode: Dropout one thing, batch norm another."""
    drops = [kind for kind in layers if "Drop" in kind]
    norms = [kind for kind in layers if kind not in drops]
    parts = []
    if drops:
        verb = "leaves" if len(drops) == 1 else "leave"
        parts.append(f"{listed(drops, 2)} {verb} out other activations at random each time")
    if norms:
        parts.append(f"{listed(norms, 2)} use{'s' if len(norms) == 1 else ''} this batch's own statistics")
    return " and ".join(parts)


def _is_spread_wanted(cell: Cell, calls: Sequence[ast.Call]) -> bool:
    """Monte-Carlo dropout: many answers to one question, and how far apart they are."""
    if not cell.words & {"std", "var", "quantile", "percentile", "entropy"}:
        return False
    over = [
        part
        for node in cell.nodes
        if isinstance(node, REPEATS)
        for part in below(node)
        if isinstance(part, ast.Call)
    ]
    return any(one is call for one in over for call in calls) or len(calls) > 1


def _is_new(cell: Cell, name: str, model: Any, call: ast.Call, calls: int) -> bool:
    """Whether a network has learnt nothing yet, and no answer is expected of it."""
    if _is_trained(model, calls) or cell.words & LOADS:
        return False
    for made, value in cell.assigned():
        if made == name and isinstance(value, ast.Call):
            return keyword(value, "weights") is None and keyword(value, "pretrained") is None
    if _is_trained_before(cell, name):
        return False
    is_asked = _is_one(cell, call) or _is_answer(cell, call, losses=False)
    return not is_asked or bool(BEFORE.search(cell.source))


def _is_trained_before(cell: Cell, name: str) -> bool:
    """Whether a cell of the notebook trained or loaded something since it made this network."""
    cells = [one for one in list(cell.names.get("In") or [])[-MOST_CELLS:] if isinstance(one, str)]
    made = re.compile(rf"(?m)^{re.escape(name.partition('.')[0])} *=")
    for one in reversed(cells):
        found = TRAINING.search(one)
        if found and not re.search(r"(?m)^ *def ", one[: found.start()]):
            return True
        if made.search(one):
            return False
    return False


def _uses(cell: Cell, call: ast.Call) -> list[ast.AST]:
    """What encloses a call, and what encloses the later uses of the variable that it is assigned to."""
    found: list[ast.AST] = []
    names: set[str] = set()
    for made in cell.of(ast.Assign):
        if any(one is call for one in below(made.value)):
            names |= {one.id for target in made.targets for one in below(target) if isinstance(one, ast.Name)}
    for node in cell.nodes:
        if not isinstance(node, (ast.Call, ast.Attribute, ast.Compare)) or node is call:
            continue
        inner = below(node)
        if any(one is call for one in inner) or any(
            isinstance(one, ast.Name) and one.id in names and isinstance(one.ctx, ast.Load) for one in inner
        ):
            found.append(node)
    return found


def _is_answer(cell: Cell, call: ast.Call, losses: bool = True) -> bool:
    """Whether an output is used as an answer, or (`losses`) its loss alone is asked for."""
    used = _uses(cell, call)
    words = {last_name(node.func) for node in used if isinstance(node, ast.Call)}
    if words & ANSWERS:
        return True
    if not losses:
        words = words & (JUDGES - LOSSES)
    is_judged = bool(words & JUDGES) or any("loss" in word or word == "criterion" for word in words)
    is_max = any(
        isinstance(node, ast.Call) and last_name(node.func) == "max" and _has_dimension(node) for node in used
    )
    return is_max or (is_judged and _is_without_grad(cell, call))


def _has_dimension(call: ast.Call) -> bool:
    return any(isinstance(one, ast.Constant) for one in call.args) or any(
        one.arg == "dim" for one in call.keywords
    )


def _is_one(cell: Cell, call: ast.Call) -> bool:
    given = call.args[0]
    held = cell.value(given)
    if is_tensor(held):
        return bool(held.ndim > 1 and held.shape[0] == 1)
    if isinstance(given, ast.Call):
        return last_name(given.func) == "unsqueeze" and bool(given.args) and _is_zero(given.args[0])
    return (
        isinstance(given, ast.Subscript)
        and isinstance(given.slice, ast.Constant)
        and given.slice.value is None
    )


def _is_zero(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0


def _is_without_grad(cell: Cell, call: ast.Call) -> bool:
    for node in cell.of(ast.With):
        is_off = any(is_no_grad(item.context_expr) for item in node.items)
        if is_off and any(one is call for one in below(node)):
            return True
    return False


def is_no_grad(node: ast.expr) -> bool:
    """Whether it is `torch.no_grad()`, or inference_mode."""
    return last_name(node.func if isinstance(node, ast.Call) else node) in NO_GRAD


def _is_looked_at_only(cell: Cell, call: ast.Call) -> bool:
    """Its shape alone is wanted, or it is called for its effect."""
    if any(node.value is call and node is not cell.shown for node in cell.of(ast.Expr)):
        return True
    return bool(cell.words & (LOOKS_ONLY | {"mean", "std", "var", "hist", "abs", "sum", "allclose"}))


def _is_trained(model: Any, calls: int) -> bool:
    """Whether it has been trained, or holds trained weights."""
    if any(w.grad is not None for w in weights_of(model)):
        return True
    from fastaid.teach.notices.values import parts_of

    for one in parts_of(model):
        counted = stored(one).get("_buffers", {}).get("num_batches_tracked")
        if is_tensor(counted) and counted.device.type == "cpu" and int(counted) > calls + 8:
            return True
    return False


@check(*NO_GRAD, "@written", reached=True)
def eval_forgotten_in_function(cell: Cell) -> Iterator[Notice]:
    """A function that measures under no_grad, and a network that nobody has put in evaluation mode."""
    if cell.words & {"eval", "Learner"} or not cell.words & set(NO_GRAD):
        return
    if any(is_learner(one) for one in cell.mentioned.values()):
        return
    for node in cell.all_nodes:
        if not isinstance(node, FUNCTIONS[:2]) or (
            any(node is one for one in cell.nodes) and not _is_used(cell, node)
        ):
            continue
        inside = below(node)
        if not any(is_no_grad(one) for one in inside if isinstance(one, ast.expr)):
            continue
        words = {last_name(one.func) for one in inside if isinstance(one, ast.Call)}
        if words & {"backward", "train"} or not (
            words & (ANSWERS | JUDGES) or any("loss" in one for one in words)
        ):
            continue
        called = {
            one.func.id for one in inside if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
        }
        for name, model in _given(cell, node, called):
            layers = random_parts(model)
            if stored(model).get("training") and layers:
                yield Notice(
                    f"`{node.name}` measures `{name}` in training mode: {effect(layers)}. "
                    f"Write `{name}.eval()` before it, and `{name}.train()` before training goes on.",
                    id(model),
                    card="train-and-eval-mode",
                )


def _is_used(cell: Cell, function: Any) -> bool:
    return any(True for _ in cell.calls(function.name))


def _given(cell: Cell, function: Any, called: set[str]) -> Iterator[tuple[str, Any]]:
    """Networks that are passed to the function's parameters, where it calls these; or that it names itself."""
    parameters = [one.arg for one in function.args.args]
    for name in called - set(parameters):
        if is_module(cell.names.get(name)):
            yield name, cell.names[name]
    for call in cell.calls(function.name):
        for parameter, given in zip(parameters, call.args, strict=False):
            held = cell.value(given)
            if parameter in called and is_module(held):
                yield text_of(given), held


@check("eval", also=("backward",), within=False, reached=True)
def train_forgotten(cell: Cell) -> Iterator[Notice]:
    """Evaluation mode is switched on inside the loop over epochs, and never off again."""
    if "eval" not in cell.words or trains_with_fastai(cell):
        return
    for loop in loops(cell.all_nodes):
        inside = cell.reached(loop)
        first = next((node.func for node in inside if _switches_off(node)), None)
        if not isinstance(first, ast.Attribute) or not {"backward", "step"} <= _called_words(inside):
            continue
        if _is_once(loop) or _leaves(loop) or _may_switch_back(cell, loop, inside):
            continue
        for name, model in _evaluated(cell, loop, first):
            layers = random_parts(model)
            if layers and not stored(model).get("training") and is_tuned(cell, model):
                inner = text_of(first.value) if is_local(first.value) else name
                yield Notice(
                    f"`{text_of(first)}()` stands inside the loop, and nothing in it switches back: from the "
                    f"second round on `{name}` trains in evaluation mode, without {listed(layers, 3)} at work. "
                    f"Write `{inner}.train()` at the beginning of each epoch.",
                    id(model),
                    card="train-and-eval-mode",
                )
                return


def _evaluated(cell: Cell, loop: ast.AST, switch: ast.Attribute) -> Sequence[tuple[str, Any]]:
    """The networks that may be meant; of several that a function is given, none."""
    made_anew = {one.id for one in below(loop) if isinstance(one, ast.Name) and _is_stored(one)}
    held, models = cell.value(switch.value), cell.live(is_module)
    if held is UNKNOWN:
        is_of_the_cell = any(loop is one for one in cell.nodes)
        return (
            [pair for pair in models if pair[0] not in made_anew]
            if is_of_the_cell or len(models) == 1
            else []
        )
    return [(name, one) for name, one in models if one is held and name not in made_anew]


def is_tuned(cell: Cell, model: Any) -> bool:
    """Whether it learns: its weights are in an optimizer, where the notebook has one."""
    tuned = {id(w) for _, one in cell.optimizers for group in one.param_groups for w in group["params"]}
    return any(w.requires_grad and (not tuned or id(w) in tuned) for w in weights_of(model))


def _switches_off(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and last_name(node.func) == "eval" and not node.args


def _is_stored(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _leaves(loop: ast.For | ast.While) -> bool:
    """Whether the loop ends where evaluation mode begins: `if epoch == 9: model.eval(); break`."""
    for node in below(loop):
        if isinstance(node, ast.If) and any(_switches_off(one) for one in below(node)):
            is_each = any(isinstance(getattr(one, "op", None), ast.Mod) for one in below(node.test))
            if not is_each:
                return True
    return False


def _may_switch_back(cell: Cell, loop: ast.AST, inside: Sequence[ast.AST]) -> bool:
    """Whether the loop, or a method that it calls on an object of unknown kind, calls `train()`."""
    if "train" in _called_words(inside):
        return True
    unknown = {
        node.func.attr
        for node in inside
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not cell.written(node.func)
    }
    if any("train" in word for word in unknown):
        return True
    functions = [node for node in cell.all_nodes if isinstance(node, FUNCTIONS[:2]) and node.name in unknown]
    return any("train" in _called_words(below(one)) for one in functions)


def _is_once(loop: Any) -> bool:
    over = getattr(loop, "iter", None)
    return isinstance(over, ast.Call) and bool(over.args) and getattr(over.args[0], "value", 0) == 1


def _called_words(nodes: Sequence[ast.AST]) -> set[str]:
    return {last_name(node.func) for node in nodes if isinstance(node, ast.Call)}


@check("backward", also=("@Module",), reached=True)
def trained_in_eval_mode(cell: Cell) -> Iterator[Notice]:
    """A loop trains a network that an earlier cell has put in evaluation mode."""
    words = cell.words
    if not {"backward", "step"} <= words or words & {
        "eval",
        "train",
        "Learner",
        "fit",
        "fine_tune",
        "requires_grad",
    }:
        return
    for name, model in cell.live(is_module):
        if stored(model).get("training") or any(w.grad is None for w in weights_of(model)):
            continue
        drops = [one for one in random_parts(model) if "Drop" in one or "Batch" in one]
        optimizers = [one for _, one in cell.live(lambda held: is_of(held, "torch.optim", "Optimizer"))]
        mine = {id(w) for w in weights_of(model)}
        if drops and any(id(w) in mine for one in optimizers for w in one.param_groups[0]["params"]):
            yield Notice(
                f"`{name}` was trained in evaluation mode (an earlier cell called `{name}.eval()`), so "
                f"{listed(drops, 3)} did not work as in training. Write `{name}.train()` before the loop.",
                id(model),
                card="train-and-eval-mode",
            )
