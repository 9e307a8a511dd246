"""Recurrent layers: what they take, what they give back."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, last_name, trees
from fastaid.teach.rules.layer_calls import Failing, failing_layer, written
from fastaid.teach.rules.layer_sizes import made_for
from fastaid.teach.rules.lstm_states import with_layers
from fastaid.teach.rules.operands import parts_of_tree
from fastaid.teach.scene import Frame, Scene

RECURRENT = ("LSTM", "GRU", "RNN")


def state_of(kind: str) -> str:
    """What a recurrent layer returns."""
    return "(output, (h, c))" if kind == "LSTM" else "(output, h)"


@rule(TypeError, needs="torch")
def lstm_in_sequential(scene: Scene) -> Diagnosis | None:
    """A recurrent layer inside nn.Sequential hands a tuple to the next layer."""
    for frame, container in scene.holding("self", lambda held: is_of(held, "torch.nn", "Sequential")):
        layer, given = frame.names.get("module"), frame.names.get("input")
        layers = list(stored(container).get("_modules", {}).values())  # it may be half made
        at = next((i for i, one in enumerate(layers) if one is layer), 0)
        before = layers[at - 1] if at else None
        if not isinstance(given, tuple) or not is_of(before, "torch.nn", *RECURRENT):
            continue
        kind, then = type(before).__name__, type(layer).__name__
        model = scene.name_of(container) or "model"
        return Diagnosis(
            f"In `{model}`, `nn.{then}` got a tuple instead of a tensor.",
            f"`nn.{kind}` returns a tuple, {state_of(kind)}, and `nn.Sequential` passes all of it to the next layer.",
            f"class TakeOutput(nn.Module):\n    def forward(self, x): return x[0]\n"
            f"# and in {model}: nn.{kind}(…), TakeOutput(), nn.{then}(…)",
            "Put a layer between them that passes on the output alone:",
            card="recurrent-network",
        )
    return None


def _is_state(given: object) -> bool:
    """Whether it is what nn.LSTM or nn.GRU returns."""
    if type(given) is not tuple or len(given) != 2 or not is_tensor(given[0]):
        return False
    state = given[1]
    if isinstance(state, tuple):
        return len(state) == 2 and all(is_tensor(one) for one in state)
    return is_tensor(state) and len(shape(state)) in (2, 3) and len(shape(given[0])) in (2, 3)


def _recurrent_source(frame: Frame, name: str) -> str:
    """The call of a recurrent layer that gave a variable its value: "self.lstm(x)"; "" where none did."""
    for node in parts_of_tree(frame, ast.Assign):
        if not isinstance(node, ast.Assign) or ast.unparse(node.targets[0]) != name:
            continue
        if isinstance(node.value, ast.Call) and is_of(frame.value(node.value.func), "torch.nn", *RECURRENT):
            return ast.unparse(node.value)
    return ""


@rule(TypeError, AttributeError, needs="torch")
def tuple_of_lstm(scene: Scene) -> Diagnosis | None:
    """The tuple that a recurrent layer returns was used as if it were its output."""
    here = scene.here
    if here is None or here.node is None:
        return None
    node = here.node
    named = [node.value] if isinstance(node, (ast.Attribute, ast.Subscript)) else []
    if isinstance(node, ast.Call):
        named = [*node.args, *([node.func.value] if isinstance(node.func, ast.Attribute) else [])]
    for one in named:
        if not isinstance(one, ast.Name) or not _is_state(here.value(one)):
            continue
        source = _recurrent_source(here, one.id)
        if not source:
            continue
        kind = type(here.value(ast.parse(source, mode="eval").body.func)).__name__  # type: ignore[attr-defined]
        return Diagnosis(
            f"`{one.id}` is a tuple of 2, not a tensor.",
            f"`nn.{kind}` returns a tuple, {state_of(kind)}: the output of every step, and the last state.",
            f"{one.id}, _ = {source}",
            "Unpack it, and go on with the output:",
            card="recurrent-network",
        )
    return None


@rule(ValueError, needs="torch")
def lstm_unpacked_in_three(scene: Scene) -> Diagnosis | None:
    """nn.LSTM gives two things, the second a pair."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner or "unpack" not in scene.message:
        return None
    for node in parts_of_tree(here, ast.Assign):
        if (
            not isinstance(node, ast.Assign)
            or node.lineno != here.line
            or not isinstance(node.value, ast.Call)
        ):
            continue
        layer, target = here.value(node.value.func), node.targets[0]
        if isinstance(target, ast.Tuple) and len(target.elts) == 3 and is_of(layer, "torch.nn", *RECURRENT):
            kind = type(layer).__name__
            a, b, c = (ast.unparse(one) for one in target.elts)
            left = f"{a}, ({b}, {c})" if kind == "LSTM" else f"{a}, {b}"
            return Diagnosis(
                f"3 names stand on the left, but `nn.{kind}` returns 2 things.",
                f"It returns a tuple, {state_of(kind)}.",
                f"{left} = {ast.unparse(node.value)}",
                "Unpack it as it is nested:",
                card="recurrent-network",
            )
    return None


@rule(RuntimeError, ValueError, needs="torch")
def recurrent_input(scene: Scene) -> Diagnosis | None:
    """A recurrent layer was made for another number of features than each step has."""
    failed = failing_layer(scene, *RECURRENT)
    if failed is None or not is_tensor(failed.given):
        return None
    comes, takes = shape(failed.given), failed.layer.input_size
    order = "(batch, steps, features)" if failed.layer.batch_first else "(steps, batch, features)"
    source = failed.first_name if failed.is_input else "what comes to it"
    name = failed.name or "layer"
    flat = _without_features(scene, failed, order)
    if flat is not None:
        return flat
    if len(comes) not in (2, 3):
        how = (
            "Take the extra dimension away (`squeeze(-1)`)"
            if len(comes) > 3
            else "Add the dimension of features"
        )
        return Diagnosis(
            f"{failed.quoted} takes 3 dimensions, {order}; {source} has {len(comes)}: shape {comes}.",
            "A recurrent layer reads a sequence: in each step, a row of features for each item.",
            "x = x.squeeze(-1)" if len(comes) > 3 else "x = x.unsqueeze(-1)",
            f"{how}:",
            card="recurrent-network",
        )
    if comes[-1] == takes:
        return None
    if takes in comes[:-1] and len(comes) == 3:
        at = comes.index(takes)
        how = f"The {takes} features stand in dimension {at}; they belong last:"
        line = failed.called_with(f"{{}}.transpose({at}, 2)") or f"x = x.transpose({at}, 2)"
        return Diagnosis(
            f"{failed.quoted} has input_size={takes}, but {source} has {comes[-1]} features: shape {comes}.",
            f"The last dimension must be the features: {order}.",
            line,
            how,
            card="recurrent-network",
        )
    line, how = made_for(scene, failed, "input_size", comes[-1])
    return Diagnosis(
        f"{failed.quoted} has input_size={takes}, but {source} has {comes[-1]} features: shape {comes}.",
        f"The first number of nn.{type(failed.layer).__name__} is the size of the last dimension, {order}.",
        line or f"{name} = {written(failed.layer, input_size=comes[-1])}",
        how or "Make it for that many:",
        card="recurrent-network",
    )


def _without_features(scene: Scene, failed: Failing, order: str) -> Diagnosis | None:
    """Rows of numbers, (items, steps), for a layer of one feature in each step; or of just as many features."""
    call = next(
        (
            one
            for one in scene.frames
            if one.function == "_call_impl" and one.names.get("self") is failed.layer
        ),
        None,
    )
    given: Any = (call.names.get("args") or (None,))[0] if call is not None else None
    takes, is_given_state = failed.layer.input_size, "unbatched" in scene.message
    if not is_tensor(given) or given.ndim != 2 or takes not in (1, shape(given)[1]):
        return None
    items, numbers = shape(given)
    if numbers == takes and not is_given_state:
        return None
    source = failed.first_name if failed.is_input or given is failed.first else "what comes to it"
    # Which dimension is missing: that of the features, or that of the steps.
    at = -1 if takes == 1 else 1 if failed.layer.batch_first else 0
    missing = "features" if takes == 1 else "steps"
    read = f"{numbers} steps with one number in each" if takes == 1 else f"one step with {numbers} features"
    line = failed.called_with(f"{{}}.unsqueeze({at})") if given is failed.first else ""
    return Diagnosis(
        f"{failed.quoted} takes 3 dimensions, {order}, with input_size={takes}; {source} has 2: shape "
        f"{(items, numbers)}.",
        f"The dimension of the {missing} is missing: each of the {items} items is {read}.",
        line or f"x = x.unsqueeze({at})",
        "Add it before the layer is called:",
        card="recurrent-network",
    )


@rule(RuntimeError, AttributeError, IndexError, needs="torch")
def hidden_state(scene: Scene) -> Diagnosis | None:
    """The state given to a recurrent layer has another shape or form than it needs."""
    failed = failing_layer(scene, *RECURRENT)
    if failed is None or not is_tensor(failed.given):
        return None
    layer, kind = failed.layer, type(failed.layer).__name__
    comes = shape(failed.given)
    if len(comes) != 3 or comes[-1] != layer.input_size:
        return None
    bs = comes[0] if layer.batch_first else comes[1]
    need: tuple[int, int, int] = (layer.num_layers * (2 if layer.bidirectional else 1), bs, layer.hidden_size)
    call = next(
        (one for one in scene.frames if one.function == "_call_impl" and one.names.get("self") is layer), None
    )
    given: tuple[Any, ...] = call.names.get("args", ()) if call is not None else ()
    state = (
        given[1] if len(given) > 1 else (call.names.get("kwargs", {}).get("hx") if call is not None else None)
    )
    is_pair = isinstance(state, (tuple, list))  # self.h = [h.detach() for h in state]
    parts: tuple[Any, ...] = tuple(state or ()) if is_pair else (state,)
    if state is None or not all(is_tensor(one) for one in parts):
        return None
    zeros = f"torch.zeros{need}"
    if (kind == "LSTM") != is_pair:
        form = "a pair (h, c)" if kind == "LSTM" else "one tensor h"
        return Diagnosis(
            f"`nn.{kind}` was given {'a ' + type(state).__name__ if is_pair else 'one tensor'} as its state.",
            f"nn.{kind} keeps {form}" + ("" if kind == "LSTM" else "; the pair (h, c) is nn.LSTM's") + ".",
            f"state = ({zeros}, {zeros})" if kind == "LSTM" else f"state = {zeros}",
            "Give it in that form:",
            card="recurrent-network",
        )
    if all(shape(one) == need for one in parts):
        return None
    got = next((n for n in map(shape, parts) if n != need), need)
    first = (
        f"Dimension {1 - int(not layer.batch_first)} of the input is the batch"
        if not layer.batch_first
        else ""
    )
    if (got[:1], got[2:]) == (need[:1], need[2:]) and not (not layer.batch_first and got[1] == comes[0]):
        return _state_of_another_batch(
            scene, failed.quoted, got, need, is_pair=kind == "LSTM", at=layer.batch_first
        )
    why = f"{first}: {bs} items." if first else f"With batch_first=True the batch is {bs} items."
    if not layer.batch_first and len(got) == 3 and got[1] == comes[0]:
        why += " If yours comes first, make the layer with `batch_first=True`."
    if not layer.batch_first and got[1:2] == comes[:1] and got[0] == need[0] and got[2:] == need[2:]:
        return _batch_comes_first(scene, failed, got, comes)
    if all(shape(one) == need[1:] for one in parts) and (line := with_layers(scene, layer, need[0])):
        return Diagnosis(
            f"The state has shape {got}; {failed.quoted} needs {need}: (layers, batch, hidden_size).",
            "The first dimension, for the layers (and both directions), is missing.",
            line,
            "Put it in front:" if need[0] == 1 else f"Put it in front, the same state for all {need[0]}:",
            card="recurrent-network",
        )
    return Diagnosis(
        f"The state has shape {got}; {failed.quoted} needs {need}: (layers, batch, hidden_size).",
        why,
        f"state = ({zeros}, {zeros})" if kind == "LSTM" else f"state = {zeros}",
        "Make it so, or leave it out (then it is zeros):",
        card="recurrent-network",
    )


def _batch_comes_first(
    scene: Scene, failed: Failing, got: tuple[int, ...], comes: tuple[int, ...]
) -> Diagnosis:
    """The input begins with the batch, as its state tells, and the layer takes that for the steps."""
    layer, kind = failed.layer, type(failed.layer).__name__
    made = next(
        (
            one.value
            for tree in trees(scene)
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign)
            and isinstance(one.value, ast.Call)
            and last_name(one.value.func) == kind
            and failed.name in [ast.unparse(target) for target in one.targets]
        ),
        None,
    )
    fix = f"{failed.name} = {anew(made, batch_first='True')}" if isinstance(made, ast.Call) else ""
    return Diagnosis(
        f"{failed.quoted} got {comes} and a state for {got[1]} items: the batch of {comes[0]} comes first.",
        f"`nn.{kind}` was made without `batch_first=True`, so it takes the first dimension for the steps and sees a "
        f"batch of {comes[1]}.",
        fix or f"nn.{kind}({layer.input_size}, {layer.hidden_size}, batch_first=True)",
        "Make the layer so, and then the model anew:",
        card="recurrent-network",
    )


def _state_of_another_batch(
    scene: Scene, layer: str, got: tuple[int, ...], need: tuple[int, int, int], *, is_pair: bool, at: bool
) -> Diagnosis:
    """A state for another number of items: kept from batch to batch, or made for a fixed number."""
    here = scene.here
    call = here.call if here is not None else None
    state = call.args[1] if call is not None and len(call.args) > 1 else None
    parts = list(state.elts) if isinstance(state, ast.Tuple) else [state] if state is not None else []
    what = f"The state is for {got[1]} items, {got}; the batch has {need[1]}, so {layer} needs {need}."
    if any(isinstance(one, ast.Attribute) for one in parts):
        return Diagnosis(
            what,
            f"The model keeps `{ast.unparse(state or ast.Constant(0))}` from one batch to the next, so all must have "
            "one size; the last batch of an epoch can be smaller, unless it is dropped.",
            _with_dropped(scene, got[1]),
            "Make the DataLoaders with `drop_last=True`, and train with those:",
            card="recurrent-network",
        )
    first = call.args[0] if call is not None and call.args else None
    words = [one for one in ast.walk(first) if isinstance(one, ast.Name)] if first is not None else []
    batch = next(
        (
            one.id
            for one in words
            if here is not None
            and is_tensor(held := here.value(one))
            and len(shape(held)) > int(not at)
            and shape(held)[int(not at)] == need[1]
        ),
        "",
    )
    size = f"{batch}.shape[{int(not at)}]" if batch else str(need[1])
    zeros = f"torch.zeros({need[0]}, {size}, {need[2]}{f', device={batch}.device' if batch else ''})"
    names = [one.id for one in parts if isinstance(one, ast.Name)] or ["state"]
    pair = is_pair and len(names) == 1
    lines = [f"{name} = {f'({zeros}, {zeros})' if pair else zeros}" for name in names]
    return Diagnosis(
        what,
        "The state has a row for each item of the batch, and the last batch of an epoch can be smaller.",
        "\n".join(lines),
        "Make it for as many items as the input has (or leave it out, then it is zeros):",
        card="recurrent-network",
    )


def _with_dropped(scene: Scene, size: int) -> str:
    """The learner's own call that made the DataLoaders, with drop_last=True; "" where it is not in sight."""
    for name, held in scene.live(object):
        loader = next(iter(stored(held).get("loaders") or ()), None) if is_dls(held) else None
        if loader is None or stored(loader).get("bs") not in (None, size):
            continue
        made = assigned(scene, name)
        if not isinstance(made, ast.Call):
            continue
        users = [
            word for word, one in scene.live(object) if is_learner(one) and stored(one).get("dls") is held
        ]
        return "\n".join(
            [f"{name} = {anew(_alone(made), drop_last='True')}", *(f"{one}.dls = {name}" for one in users)]
        )
    loaders = [name for name, one in scene.live(object) if is_of(one, "torch.utils.data", "DataLoader")]
    calls = [(name, assigned(scene, name)) for name in loaders]
    return "\n".join(
        f"{name} = {anew(_alone(call), drop_last='True')}"
        for name, call in calls
        if isinstance(call, ast.Call)
    )


def _alone(call: ast.Call) -> ast.Call:
    found = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(found, ast.Call)
    return found
