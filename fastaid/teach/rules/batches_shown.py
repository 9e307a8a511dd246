"""Batches and items that are shown: a number for the batch, `show` of a pair, or of a whole batch."""

from __future__ import annotations

import ast

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent
from fastaid.teach.scene import Scene

ANY = (TypeError, IndexError, AttributeError, ValueError)


@rule(*ANY, needs="fastai.data.core")
def number_for_a_batch(scene: Scene) -> Diagnosis | None:
    """`dls.show_batch(9)`: the first argument is a batch."""
    here = scene.here
    call = here.call if here is not None else None
    if (
        here is None
        or call is None
        or last_name(call.func) not in ("show_batch", "show_results")
        or not call.args
    ):
        return None
    held, of = (
        here.value(call.args[0]),
        here.value(call.func.value) if isinstance(call.func, ast.Attribute) else UNKNOWN,
    )
    shown = scene.within("fastai.data.core", "show_batch")
    of = shown.names.get("self") if of is UNKNOWN and shown is not None else of
    is_data = is_dls(of) or is_of(of, "fastai.data.load", "DataLoader")
    is_results = is_learner(of) and last_name(call.func) == "show_results"
    if (
        type(held) is not int
        or not (is_data or is_results)
        or any(one.arg == "max_n" for one in call.keywords)
    ):
        return None
    if is_results and held < 2:
        return None
    text = ast.unparse(call.args[0])
    rest = [ast.unparse(one) for one in call.args[1:]]
    if rest:
        return None
    words = [f"{one.arg}={ast.unparse(one.value)}" for one in call.keywords]
    takes = "the number of a data set, 0 or 1" if is_results else "a batch"
    return Diagnosis(
        f"`{ast.unparse(call.func)}({text})`: its first argument is {takes}, and was given the number {held}.",
        "How many are shown is `max_n`, by its name.",
        f"{ast.unparse(call.func)}({', '.join([f'max_n={text}', *words])})",
        "Write:",
        card="dataloaders",
    )


@rule(AttributeError, needs="fastai.data.core")
def pair_has_no_show(scene: Scene) -> Diagnosis | None:
    """`dls.train_ds[0].show()`: an item is a tuple of its parts."""
    here, held = scene.here, getattr(scene.error, "obj", None)
    node = here.node if here is not None and scene.is_raised_by_learner else None
    if not isinstance(held, tuple) or getattr(scene.error, "name", "") != "show" or not held:
        return None
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, (ast.Subscript, ast.Name)):
        return None
    shown = next((i for i, one in enumerate(held) if hasattr(type(one), "show")), None)
    if shown is None:
        return None
    text = ast.unparse(node.value)
    call = parent(node)
    words = ast.unparse(call)[len(ast.unparse(node)) :] if isinstance(call, ast.Call) else "()"
    kinds = ", ".join(type(one).__name__ for one in held)
    source = node.value.value if isinstance(node.value, ast.Subscript) else None
    is_list = source is not None and here is not None and _is_data(here.value(source))
    data = ast.unparse(source) if source is not None else ""
    return Diagnosis(
        f"`{text}` is a tuple of {counted(len(held), 'part')} ({kinds}), and a tuple has no `show`.",
        "An item is its input and its target together; each of them can show itself.",
        f"{text}[{shown}].show{words}" + (f"\nshow_at({data}, 0)   # with its label" if is_list else ""),
        "Show the picture:",
        card="dataloaders",
    )


def _is_data(held: object) -> bool:
    return is_of(held, "fastai.data.core", "Datasets", "TfmdLists")


@rule(RuntimeError, needs="fastai.torch_core")
def batch_has_no_show(scene: Scene) -> Diagnosis | None:
    """`b[0].show()` with the pictures of a whole batch."""
    here = scene.here
    call = here.call if here is not None else None
    frame = scene.within("fastai.torch_core", "show_image")
    if here is None or call is None or frame is None or last_name(call.func) != "show":
        return None
    shown = scene.within("fastai.torch_core", "show")
    held = shown.names.get("self") if shown is not None else None
    if (
        held is None
        or not is_tensor(held)
        or len(shape(held)) != 4
        or not isinstance(call.func, ast.Attribute)
    ):
        return None
    text = ast.unparse(call.func.value)
    words = ", ".join(ast.unparse(one) for one in (*call.args, *call.keywords))
    return Diagnosis(
        f"`{text}` has shape {shape(held)}: a batch of {counted(shape(held)[0], 'picture')}.",
        "`show` draws one picture, of shape (channels, height, width).",
        f"{text}[0].show({words})",
        f"Show one of them (all: `show_images({text})`):",
        card="batch",
    )
