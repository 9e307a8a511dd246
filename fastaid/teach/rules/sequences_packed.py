"""pack_padded_sequence: the lengths of the sequences of a batch."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import last_name, parent
from fastaid.teach.rules.python_source import call_at
from fastaid.teach.scene import Scene


@rule(RuntimeError, needs="torch")
def of_length_zero(scene: Scene) -> Diagnosis | None:
    """A text without a word in it."""
    inner = scene.within("torch.nn.utils.rnn", "pack_padded_sequence")
    here = scene.here
    call = call_at(here) if here is not None else None
    if inner is None or here is None or call is None or last_name(call.func) != "pack_padded_sequence":
        return None
    given: Any = inner.names.get("lengths")
    node = here.argument(call, 1, "lengths")
    if not is_tensor(given) or node is None or not given.numel() or int(given.min()) > 0:
        return None
    number, text = int((given <= 0).sum()), ast.unparse(node)
    is_list = isinstance(here.value(node), (list, tuple))
    new = f"[max(n, 1) for n in {text}]" if is_list else f"{text}.clamp(min=1)"
    line = _whole(call, with_argument(call, 1, "lengths", new))
    return Diagnosis(
        f"{counted(number, 'sequence')} of the batch of {shape(given)[0]} {'has' if number == 1 else 'have'} length 0.",
        "A packed sequence has at least one step. A length of 0 comes from an empty text, or one of which no word was "
        "known.",
        line,
        "Let them have one step, which is padding (or leave those items out of the data set):",
        card="recurrent-network",
    )


@rule(RuntimeError, needs="torch")
def not_sorted(scene: Scene) -> Diagnosis | None:
    """Lengths that do not go down, as older versions wanted them."""
    inner = scene.within("torch.nn.utils.rnn", "pack_padded_sequence")
    here = scene.here
    call = call_at(here) if here is not None else None
    given: Any = inner.names.get("lengths") if inner is not None else None
    node = here.argument(call, 1, "lengths") if here is not None and call is not None else None
    if call is None or node is None or not is_tensor(given) or "must be sorted" not in scene.message:
        return None
    text = ast.unparse(node)
    return Diagnosis(
        f"The lengths `{text}` are {given.tolist() if given.numel() <= 6 else 'not in order'}: they do not go down.",
        "By itself pack_padded_sequence wants the longest sequence first. Told so, it sorts them itself, and the "
        "results come back in your order.",
        _whole(call, with_keyword(call, "enforce_sorted", "False")),
        "Let it sort:",
        card="recurrent-network",
    )


@rule(RuntimeError, needs="torch")
def as_many_as_items(scene: Scene) -> Diagnosis | None:
    """A length for each item of the batch, and the batch in the place where the function looks for it."""
    inner = scene.within("torch.nn.utils.rnn", "pack_padded_sequence")
    here = scene.here
    call = call_at(here) if here is not None else None
    if inner is None or here is None or call is None or "to be equal to batch_size" not in scene.message:
        return None
    given: Any = inner.names.get("lengths")
    padded: Any = inner.names.get("input")
    first = inner.names.get("batch_first")
    node, source = here.argument(call, 1, "lengths"), here.argument(call, 0, "input")
    if not is_tensor(given) or not is_tensor(padded) or node is None or source is None or padded.ndim < 2:
        return None
    number, other = given.numel(), shape(padded)[1 if first else 0]
    what = (
        f"There are {counted(number, 'length')}, and `{ast.unparse(source)}`, of shape {shape(padded)}, is taken for a "
        f"batch of {shape(padded)[0 if first else 1]}."
    )
    if number == other:
        return Diagnosis(
            what,
            f"With batch_first={bool(first)} the batch is dimension {0 if first else 1}; yours is the other one.",
            _whole(call, with_keyword(call, "batch_first", str(not first))),
            "Say where it is:",
            card="recurrent-network",
        )
    return Diagnosis(
        what,
        "Each item of the batch has a length of its own. Lengths and sequences come from different batches or lists.",
        f"print({ast.unparse(source)}.shape, len({ast.unparse(node)}))",
        "Look where both are made:",
        card="recurrent-network",
    )


def with_keyword(call: ast.Call, name: str, text: str) -> str:
    """A call with one keyword set."""
    inside = [ast.unparse(one) for one in call.args]
    inside += [ast.unparse(one) for one in call.keywords if one.arg != name]
    return f"{ast.unparse(call.func)}({', '.join([*inside, f'{name}={text}'])})"


def _whole(call: ast.Call, line: str) -> str:
    outer = parent(call)
    if isinstance(outer, ast.Assign) and outer.value is call:
        return f"{ast.unparse(outer.targets[0])} = {line}"
    return line
