"""What is made of predictions: the class of a row, the name of a class, the loss of a validation set."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.loop_parts import loops, method_calls, trains_with_fastai
from fastaid.teach.notices.modes import effect, is_no_grad, is_tuned
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.notices.values import random_parts
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_module, is_tensor, shape, stored

# Names of data that a network does not train with.
HELD_OUT = re.compile(r"(?i)val|test|dev|held|hold")


@check("vocab[", needs="fastai")
def vocab_of_probabilities(cell: Cell) -> Iterator[Notice]:
    """`[dls.vocab[p] for p in preds]`: a row of probabilities is no position."""
    for node in cell.of(ast.Subscript):
        if not isinstance(node.value, ast.Attribute) or node.value.attr != "vocab":
            continue
        index = node.slice
        rows = _loop_over(cell, index.id) if isinstance(index, ast.Name) else None
        held: Any = cell.value(rows if rows is not None else index)
        is_row = is_tensor(held) and held.is_floating_point() and held.ndim == (2 if rows is not None else 1)
        if not is_row or shape(held)[-1] < 2:
            continue
        text, vocab = text_of(index), text_of(node.value)
        yield Notice(
            f"`{text}` in `{text_of(node)}` is a row of {shape(held)[-1]} probabilities, not the number of a class. "
            f"Take the position of the largest: `{vocab}[{text}.argmax()]`.",
            id(held),
            card="predictions",
        )


def _loop_over(cell: Cell, name: str) -> ast.expr | None:
    """What a loop or a comprehension with that variable goes over."""
    parts: list[ast.comprehension | ast.For] = [*cell.of(ast.comprehension), *cell.of(ast.For)]
    found = [part.iter for part in parts if isinstance(part.target, ast.Name) and part.target.id == name]
    return found[0] if len(found) == 1 else None


@check("argmax(", needs="fastai")
def argmax_over_items(cell: Cell) -> Iterator[Notice]:
    """`preds.argmax(dim=0)` gives an item for each class, where a class for each item is meant."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or last_name(call.func) != "argmax":
            continue
        own = isinstance(call.func, ast.Attribute) and is_tensor(cell.value(call.func.value))
        node = (
            call.func.value if own and isinstance(call.func, ast.Attribute) else next(iter(call.args), None)
        )
        given = keyword(call, "dim") or next(iter(call.args[0 if own else 1 :]), None)
        preds: Any = cell.value(node)
        if constant(given) != 0 or node is None or not is_tensor(preds) or preds.ndim != 2:
            continue
        classes = _classes(cell)
        if shape(preds)[1] not in classes or shape(preds)[0] in classes or not _are_classes(cell, name):
            continue
        n, c = shape(preds)
        yield Notice(
            f"`{text_of(call)}` looks along the {n} items and gives {c} numbers, one for each class. For the class of "
            f"each item: `{name} = {text_of(node)}.argmax(dim=1)`.",
            id(preds),
            card="predictions",
        )


def _classes(cell: Cell) -> set[int]:
    """How many classes the notebook's learners have."""
    found = set()
    for held in cell.mentioned.values():
        dls = stored(held).get("dls") if is_learner(held) else held
        if is_dls(dls):
            vocab: Any = getattr(dls, "vocab", None)
            found.add(len(vocab) if hasattr(vocab, "__len__") else 0)
    return found


def _are_classes(cell: Cell, name: str) -> bool:
    """Whether the cell takes the numbers for classes: it looks them up in a vocab, or compares them with targets."""
    for node in cell.of(ast.Subscript):
        if isinstance(node.value, ast.Attribute) and node.value.attr == "vocab":
            rows = _loop_over(cell, node.slice.id) if isinstance(node.slice, ast.Name) else node.slice
            if rows is not None and any(isinstance(one, ast.Name) and one.id == name for one in below(rows)):
                return True
    compared = [part for node in cell.of(ast.Compare) for part in (node.left, *node.comparators)]
    names = [part.id for part in compared if isinstance(part, ast.Name)]
    return name in names and any(one.startswith(("targ", "y", "label")) for one in names)


@check("max(")
def largest_of_a_column(cell: Cell) -> Iterator[Notice]:
    """`torch.max(outputs, 0)` gives the number of an item for each class, and is compared with classes."""
    compared = [
        (node.left, node.comparators[0]) for node in cell.of(ast.Compare) if len(node.comparators) == 1
    ]
    for name, call in _places_of_maxima(cell):
        own = isinstance(call.func, ast.Attribute) and is_tensor(cell.value(call.func.value))
        node = (
            call.func.value if own and isinstance(call.func, ast.Attribute) else next(iter(call.args), None)
        )
        dim = keyword(call, "dim") or keyword(call, "axis") or next(iter(call.args[0 if own else 1 :]), None)
        outputs: Any = cell.value(node)
        if constant(dim) != 0 or node is None or not is_tensor(outputs) or outputs.ndim != 2:
            continue
        n, c = shape(outputs)
        others = [one for pair in compared for one in pair if any(text_of(part) == name for part in pair)]
        targets: list[Any] = [cell.value(one) for one in others if text_of(one) != name]
        if c < 2 or not any(
            is_tensor(one) and shape(one) == (n,) and not one.is_floating_point() for one in targets
        ):
            continue
        yield Notice(
            f"`{text_of(call)}` looks along the {n} items of the batch: `{name}` holds numbers of items, not of the "
            f"{c} classes. For the class of each item take the largest along dim 1: "
            f"`{name} = {text_of(node)}.argmax(dim=1)`.",
            hash(ast.dump(call)),
            card="predictions",
        )
        return


def _places_of_maxima(cell: Cell) -> Iterator[tuple[str, ast.Call]]:
    """`_, name = torch.max(…)`, `name = torch.max(…)[1]`, `name = x.argmax(…)`."""
    for node in cell.of(ast.Assign):
        target, value = node.targets[0], node.value
        words = ("argmax",)
        is_second = isinstance(value, ast.Subscript) and constant(value.slice) == 1
        if isinstance(target, ast.Tuple) and len(target.elts) == 2:
            target, words = target.elts[1], ("max",)
        elif is_second or (isinstance(value, ast.Attribute) and value.attr == "indices"):
            value, words = value.value, ("max",)  # type: ignore[attr-defined]
        if not isinstance(target, ast.Name) or not isinstance(value, ast.Call) or is_local(target):
            continue
        if last_name(value.func) in words and cell.bound[target.id] == 1:
            yield target.id, value


@check("no_grad", "inference_mode")
def measured_in_training_mode(cell: Cell) -> Iterator[Notice]:
    """The validation part of a training loop, with nothing that switches to evaluation mode."""
    if "backward" not in cell.words or "eval" in cell.words or trains_with_fastai(cell):
        return
    if any(call.args or call.keywords for call in cell.all_of(ast.Call) if last_name(call.func) == "train"):
        return  # train(False), or a function of that name
    outer = [one for one in loops(cell.all_nodes) if method_calls(cell.reached(one), "backward")]
    given = _networks_given(cell) if outer else {}
    for block in cell.all_of(ast.With):
        inside = below(block)
        if not any(is_no_grad(item.context_expr) for item in block.items):
            continue
        around = [one for one in outer if any(part is block for part in below(one))]
        if not around or not _measures(inside) or cell.words & {"std", "var"}:
            continue
        is_of_batch = around[0] is outer[0]  # where also pseudo-labels and teachers' outputs are made
        if is_of_batch and not any(isinstance(one, ast.Name) and HELD_OUT.search(one.id) for one in inside):
            continue
        for call in [one for one in inside if isinstance(one, ast.Call)]:
            model = cell.value(call.func)
            model = given.get(text_of(call.func)) if model is UNKNOWN else model
            layers = random_parts(model) if is_module(model) and stored(model).get("training") else []
            if layers and is_tuned(cell, model):
                name = text_of(call.func)
                yield Notice(
                    f"`{name}` is still in training mode where it is measured (under `{text_of(block.items[0])}`): "
                    f"{effect(layers)}, so the result is not what it can do. Write `{name}.eval()` before that part, "
                    f"and `{name}.train()` at the beginning of each epoch.",
                    id(model),
                    card="train-and-eval-mode",
                )
                return


def _networks_given(cell: Cell) -> dict[str, Any]:
    """The parameters of the learner's functions to which the cell passes a network."""
    found: dict[str, Any] = {}
    for call, written in cell.own_calls:
        if isinstance(written, ast.FunctionDef):
            pairs = list(zip([one.arg for one in written.args.args], call.args, strict=False))
            pairs += [(one.arg, one.value) for one in call.keywords if one.arg]
            found |= {name: held for name, node in pairs if is_module(held := cell.value(node))}
    return found


def _measures(nodes: Sequence[ast.AST]) -> bool:
    """Whether a loss or an accuracy is computed."""
    words = {last_name(one.func).lower() for one in nodes if isinstance(one, ast.Call)}
    is_compared = any(isinstance(one, ast.Compare) and isinstance(one.ops[0], ast.Eq) for one in nodes)
    is_answer = bool(words & {"argmax", "max", "round", "sigmoid", "accuracy", "acc", "eq"})
    judged = any(
        "loss" in one or "criterion" in one or "cross_entropy" in one or "accuracy" in one for one in words
    )
    return judged or (is_compared and is_answer)


@check("== True", "==True", "is True", "== 1", "==1", "== False", "==False", "is False", "== 0", "==0", "if ")
def text_compared_with_number(cell: Cell) -> Iterator[Notice]:
    """`if pred == True`, where pred is the text 'True' that predict returned."""
    if "predict(" not in cell.source:
        return
    choices: list[ast.If | ast.IfExp] = [*cell.of(ast.If), *cell.of(ast.IfExp)]
    for node in choices:
        test = node.test
        name = test.left if isinstance(test, ast.Compare) else test
        held: Any = cell.value(name) if isinstance(name, ast.Name) else UNKNOWN
        # fastai's Category is a str too.
        if not isinstance(held, str) or not isinstance(name, ast.Name) or not _is_predicted(cell, name.id):
            continue
        if isinstance(test, ast.Compare):
            other = constant(test.comparators[0]) if len(test.comparators) == 1 else UNKNOWN
            if type(other) not in (bool, int) or not isinstance(test.ops[0], (ast.Eq, ast.Is)):
                continue
            meant = held if held in ("True", "False") else None
            wanted = str(bool(other)) if meant else str(held)
            yield Notice(
                f"`{text_of(test)}` is never true: `{name.id}` is a text, {str(held)!r}, as predict gives the name of "
                f"the class. Compare with a text: `{name.id} == {wanted!r}`.",
                hash((name.id, str(held))),
                card="predictions",
            )
        elif held in ("True", "False"):
            yield Notice(
                f"`if {name.id}` is always true: `{name.id}` is a text, {str(held)!r}, and only an empty text is "
                f"false. Write `if {name.id} == 'True'`.",
                hash((name.id, str(held))),
                card="predictions",
            )


def _is_predicted(cell: Cell, name: str) -> bool:
    """Whether the name stands first in `pred, idx, probs = learn.predict(…)`, and is given a value there alone."""
    if cell.bound[name] != 1:
        return False
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if isinstance(node.value, ast.Call) and last_name(node.value.func) == "predict":
            parts = target.elts if isinstance(target, (ast.Tuple, ast.List)) else []
            if parts and isinstance(parts[0], ast.Name) and parts[0].id == name:
                return True
    return False
