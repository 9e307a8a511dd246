"""Masks of attention: as long as the words, and in a shape that is stretched to the scores."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.batch_and_heads import made_first
from fastaid.teach.rules.operands import operation
from fastaid.teach.rules.python_source import call_at, replaced
from fastaid.teach.scene import Scene

MASKS = {"src_mask": "src", "mask": "src", "tgt_mask": "tgt", "attn_mask": "query"}


@rule(RuntimeError, AssertionError, needs="torch")
def mask_of_another_length(scene: Scene) -> Diagnosis | None:
    """`encoder(x, mask=…)` with a mask for 10 words and 6 words in x."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or "attn_mask is" not in scene.message or not call.args:
        return None
    word = next((one for one in call.keywords if one.arg in MASKS and is_tensor(here.value(one.value))), None)
    layer: Any = next(
        (held for _, held in scene.holding("self", lambda one: is_of(one, "torch.nn", "MultiheadAttention"))),
        None,
    )
    wanted = re.search(r"should be \((\d+), \d+\)", scene.message)
    if word is None or layer is None or wanted is None:
        return None
    mask, text = shape(here.value(word.value)), ast.unparse(word.value)
    number = int(wanted[1])
    if len(mask) != 2 or mask[0] != mask[1] or mask[0] == number:
        return None
    given = here.value(call.args[0])
    x, comes = ast.unparse(call.args[0]), shape(given) if is_tensor(given) else ()
    what = f"The mask `{text}` is for {mask[0]} words, shape {mask}; the layer sees {number}."
    if not layer.batch_first and len(comes) == 3 and comes[1] == mask[0] and (made := made_first(scene)):
        return Diagnosis(
            what,
            f"It was made without batch_first=True, so it takes `{x}`, of shape {comes}, for {comes[0]} words in a "
            f"batch of {comes[1]}.",
            made,
            "Make the layer so that the batch stands first, and the model anew:",
            card="rank-and-shape",
        )
    if mask[0] < number:
        return Diagnosis(
            what,
            "It says for each word which others it may look at, so it has a row and a column for each.",
            f"{text} = nn.Transformer.generate_square_subsequent_mask({number})",
            "Make it for as many words as there are:",
        )
    line = ast.unparse(call).replace(f"{word.arg}={text}", f"{word.arg}={text}[:{number}, :{number}]", 1)
    return Diagnosis(
        what,
        "It says for each word which others it may look at, so it has a row and a column for each.",
        replaced(here, call, line),
        "Take the part that is needed (or make it for each batch anew):",
    )


@rule(RuntimeError, needs="torch")
def batches_of_source_and_target(scene: Scene) -> Diagnosis | None:
    """nn.Transformer takes (words, batch, features) unless it is told otherwise."""
    inner = scene.within("torch.nn.modules.transformer", "forward")
    if inner is None or "batch number of src and tgt" not in scene.message:
        return None
    src, tgt = inner.names.get("src"), inner.names.get("tgt")
    layer: Any = inner.names.get("self")
    if not is_tensor(src) or not is_tensor(tgt) or not is_of(layer, "torch.nn", "Transformer"):
        return None
    at = 0 if layer.batch_first else 1
    what = (
        f"src has shape {shape(src)} and tgt {shape(tgt)}: read with the batch as dimension {at}, that is a batch of "
        f"{shape(src)[at]} and one of {shape(tgt)[at]}."
    )
    if not layer.batch_first and shape(src)[0] == shape(tgt)[0] and (made := made_first(scene)):
        return Diagnosis(
            what,
            "nn.Transformer has batch_first=False unless it is told otherwise; in yours the batch comes first.",
            made,
            "Make it so:",
            card="rank-and-shape",
        )
    return Diagnosis(
        what,
        "Each item of the one belongs to an item of the other, so both batches have the same size.",
        "print(src.shape, tgt.shape)",
        "Look where both batches are made:",
        card="rank-and-shape",
    )


@rule(RuntimeError, needs="torch")
def mask_to_be_stretched(scene: Scene) -> Diagnosis | None:
    """`scores.masked_fill(mask, -1e9)` with scores (batch, heads, words, words) and a mask (batch, words)."""
    here = scene.here
    call = call_at(here) if here is not None else None
    func = call.func if call is not None else None
    if (
        here is None
        or call is None
        or not isinstance(func, ast.Attribute)
        or not func.attr.startswith("masked_fill")
    ):
        return None
    done, node = operation(scene), here.argument(call, 0, "mask")
    if node is None or done is None or len(done.operands) < 2 or "must match the size" not in scene.message:
        return None
    scores, mask = done.operands[:2]
    if not scores.is_tensor or not mask.is_tensor:
        return None
    s, m, text = scores.shape, mask.shape, ast.unparse(node)
    if len(s) in (3, 4) and len(m) == 2 and m == (s[0], s[-1]):
        index = "[:, None, :]" if len(s) == 3 else "[:, None, None, :]"
    elif len(s) == 4 and len(m) == 3 and m[0] == s[0] and m[1] in (1, s[2]) and m[2] == s[3]:
        index = "[:, None]"
    else:
        return None
    atom = text if isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript)) else f"({text})"
    return Diagnosis(
        f"`{ast.unparse(func.value)}` has shape {s}, and `{text}`, the mask, {m}.",
        "Shapes are compared from the last size backwards, so the batch of the mask meets another dimension. It needs "
        f"dimensions of size 1 in between{' (for the heads)' if len(s) == 4 else ''}.",
        replaced(here, node, f"{atom}{index}"),
        "Put them in:",
        card="broadcasting",
    )
