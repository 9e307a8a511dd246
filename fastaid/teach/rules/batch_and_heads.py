"""Batch norm of a single value; attention and the number of its heads."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import anew, assigned, last_name, parent, trees
from fastaid.teach.rules.layer_calls import Failing, failing_layer
from fastaid.teach.rules.memory import larger_batches
from fastaid.teach.rules.operands import parts_of_tree
from fastaid.teach.rules.python_source import function_at, own_nodes, source_tree
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Frame, Scene

COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")


@rule(ValueError, needs="torch")
def batch_norm_of_one(scene: Scene) -> Diagnosis | None:
    """Batch norm in training mode cannot take a mean and spread of a single value."""
    failed = failing_layer(scene)
    if failed is None or not type(failed.layer).__name__.startswith("BatchNorm"):
        return None
    if not is_tensor(failed.given) or not failed.layer.training:
        return None
    comes = shape(failed.given)
    values = failed.given.numel() // comes[1] if len(comes) > 1 and comes[1] else 0
    if values > 1:
        return None
    what = (
        f"{failed.quoted} got {counted(values, 'value')} per channel: shape {comes}, a batch of {comes[0]}."
    )
    cause = (
        "In training mode batch norm takes the mean and spread over the batch, and one value has no spread."
    )
    loader = _loader(scene)
    if loader is not None:
        n, bs = loader
        left = f"{n:,} items in batches of {bs} leave a last batch of 1." if n and n % bs == 1 else ""
        left = "The batch size is 1." if bs == 1 else left
        anew = larger_batches(scene, n) if bs == 1 else ""
        if anew:
            return Diagnosis(
                what, f"{cause} {left}", anew, "Take more items in a batch:", card="batch-normalization"
            )
        return Diagnosis(
            what,
            f"{cause} {left}",
            _kept_whole(scene) if bs > 1 else "DataLoader(dataset, bs=8, shuffle=True, drop_last=True)",
            "Leave the last, incomplete batch out, or choose another batch size:",
            card="batch-normalization",
        )
    return _by_hand(failed, what, cause, scene)


def _kept_whole(scene: Scene) -> str:
    """What leaves out the last batch of a Learner's training data; fastai's loaders take it afterwards too."""
    learn = learner_in(scene)
    loaders = stored(stored(learn).get("dls")).get("loaders") or [None]
    if learn is not None and is_of(loaders[0], "fastai.data.load", "DataLoader"):
        return f"{learner_name(scene, learn)}.dls.train.drop_last = True"
    return (
        f"DataLoader(dataset, bs={stored(loaders[0]).get('batch_size') or 64}, shuffle=True, drop_last=True)"
    )


def _by_hand(failed: Failing, what: str, cause: str, scene: Scene) -> Diagnosis:
    call = failed.called_with()
    name = scene.name_of(failed.model)
    model = call.partition("(")[0] or (name if name != "self" else "") or "model"
    if _is_in_training_loop(failed):
        loop, bs = _loop(failed)
        made = assigned(scene, loop)
        bare = isinstance(made, ast.Call) and not any(one.arg == "drop_last" for one in made.keywords)
        line = f"{loop} = {anew(made, drop_last='True')}" if bare else ""  # type: ignore[arg-type]
        return Diagnosis(
            what,
            f"{cause} The last batch of an epoch holds what is left over: here 1 item.",
            line or f"{loop} = DataLoader(dataset, batch_size={bs}, shuffle=True, drop_last=True)",
            f"Leave that batch out (or use another batch size); to predict only, `{model}.eval()` first:",
            card="batch-normalization",
        )
    switched = _switched_on(scene, failed)
    if switched is not None:
        return _dropout_alone(what, switched)
    return Diagnosis(
        what,
        cause,
        f"{model}.eval()" + (f"\n{call}" if call else ""),
        "To predict, put the model into evaluation mode; it then uses the statistics that it has learnt "
        "(to train, give it batches of more than one item):",
        card="batch-normalization",
    )


def _switched_on(scene: Scene, failed: Failing) -> tuple[str, str, bool] | None:
    """`model.train()` before the call: the learner's word for the model, the place, and whether it drops out."""
    frame = failed.call
    if frame is None:
        return None
    at = scene.frames.index(frame)
    # A comprehension stands in a function, or in the cell.
    frame = scene.frames[at - 1] if frame.function in COMPREHENSIONS and at else frame
    tree = function_at(frame) or source_tree(frame)
    for node in own_nodes(tree.body) if tree is not None else ():
        func = (
            node.func if isinstance(node, ast.Call) and not node.args and node.lineno <= frame.line else None
        )
        if (
            not isinstance(func, ast.Attribute)
            or func.attr != "train"
            or frame.value(func.value) is not failed.model
        ):
            continue
        drops = any(type(one).__name__.startswith("Dropout") for one in failed.model.modules())
        where = f" in `{frame.function}`" if frame.function != "<module>" else ""
        return ast.unparse(func.value), where, drops
    return None


def _dropout_alone(what: str, switched: tuple[str, str, bool]) -> Diagnosis:
    model, where, drops = switched
    cause = (
        f"`{model}.train()`{where} switches on batch norm's training mode too, in which it takes the mean and spread "
        "of the batch; one value has no spread."
    )
    fix = f"{model}.eval()"
    if drops:
        fix += f"\nfor m in {model}.modules():\n    if isinstance(m, nn.Dropout): m.train()"
    return Diagnosis(
        what,
        cause,
        fix,
        f"In place of `{model}.train()`, "
        + (
            "keep the dropout alone in training mode (without the loop all is off):"
            if drops
            else "to predict:"
        ),
        card="batch-normalization",
    )


def _loop(failed: Failing) -> tuple[str, int]:
    """The name of the data loader that the learner's loop runs over, and its batch size."""
    frame = failed.call
    for node in parts_of_tree(frame, ast.For) if frame is not None else ():
        for one in ast.walk(node.iter) if isinstance(node, ast.For) else ():
            held = frame.value(one) if frame is not None and isinstance(one, ast.Name) else None
            if is_of(held, "torch.utils.data", "DataLoader"):
                return ast.unparse(one), stored(held).get("batch_size") or 64
    return "train_dl", 64


def _is_in_training_loop(failed: Failing) -> bool:
    if failed.call is None:
        return False
    return any(
        isinstance(one, ast.Attribute) and one.attr == "backward"
        for one in parts_of_tree(failed.call, ast.Attribute)
    )


def _loader(scene: Scene) -> tuple[int, int] | None:
    """How many items there are, and how many a batch has, where a Learner was training."""
    for frame in reversed(scene.frames):
        dl = frame.names.get("self")
        if type(dl).__name__ == "Learner" or is_of(dl, "fastai.learner", "Learner"):
            held = stored(stored(dl).get("dl"))
            n, bs = held.get("n"), held.get("bs")
            if isinstance(bs, int):
                return (n if isinstance(n, int) else 0), bs
    return None


@rule(AssertionError, needs="torch")
def attention_heads(scene: Scene) -> Diagnosis | None:
    """The size of an attention layer must be divisible by its number of heads."""
    frame = scene.within("torch.nn.modules.activation", "__init__")
    size, heads = (
        (frame.names.get(one) for one in ("embed_dim", "num_heads")) if frame is not None else (None, None)
    )
    if not isinstance(size, int) or not isinstance(heads, int) or not heads or size % heads == 0:
        return None
    divisors = [n for n in range(1, size + 1) if size % n == 0]
    near = min(divisors, key=lambda n: abs(n - heads))
    return Diagnosis(
        f"embed_dim is {size} and num_heads {heads}: {size} is not divisible by {heads}.",
        "Each head gets an equal part of the embedding.",
        _with_heads(scene, near) or f"nn.MultiheadAttention({size}, {near})",
        f"Choose a number of heads that divides {size}, or an embedding of {size - size % heads + heads}:",
    )


MADE = ("TransformerEncoderLayer", "TransformerDecoderLayer", "Transformer", "MultiheadAttention")


def _with_heads(scene: Scene, heads: int) -> str:
    """The learner's call that made the layer, with another number of heads."""
    here = scene.here
    call = here.call if here is not None else None
    if call is None or last_name(call.func) not in MADE:
        return ""
    name = "num_heads" if last_name(call.func) == "MultiheadAttention" else "nhead"
    if any(isinstance(one, ast.Starred) for one in call.args):
        return ""
    line = with_argument(call, 1, name, str(heads))
    outer = parent(call)
    return (
        f"{ast.unparse(outer.targets[0])} = {line}"
        if isinstance(outer, ast.Assign) and outer.value is call
        else line
    )


def made_first(scene: Scene) -> str:
    """The learner's call that made the layer, with the batch in the first place; "" where there are several."""
    calls = {
        ast.unparse(one): one
        for tree in trees(scene)
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and last_name(one.func) in MADE
    }
    return anew(next(iter(calls.values())), batch_first="True") if len(calls) == 1 else ""


def _batch_first(scene: Scene, frame: Frame, layer: Any) -> Diagnosis | None:
    """A mask of (batch, length) fits where the batch stands first, and the layer takes it second."""
    query, key, mask = (frame.names.get(one) for one in ("query", "key", "key_padding_mask"))
    if layer.batch_first or not all(map(is_tensor, (query, key, mask))) or len(shape(query)) != 3:
        return None
    if shape(mask) != (shape(query)[0], shape(key)[1]) or shape(mask) == (shape(query)[1], shape(key)[0]):
        return None
    n, length, size = shape(query)
    return Diagnosis(
        f"The attention layer takes (length, batch, features), so it reads the query of shape {shape(query)} as "
        f"{n} words in a batch of {length}. The mask of shape {shape(mask)} is for a batch of {n}.",
        "`nn.MultiheadAttention` has `batch_first=False` unless it is told otherwise.",
        made_first(scene) or f"nn.MultiheadAttention({size}, {layer.num_heads}, batch_first=True)",
        "Make the layer so that the batch stands first (where the words do stand first, turn the mask: `mask.T`):",
        card="rank-and-shape",
    )


@rule(AssertionError, TypeError, RuntimeError, needs="torch")
def attention_sizes(scene: Scene) -> Diagnosis | None:
    """Attention takes query, key and value, of its own embedding size, batch in the same place."""
    for frame, layer in scene.holding("self", lambda held: is_of(held, "torch.nn", "MultiheadAttention")):
        if frame.function == "_call_impl" and isinstance(scene.error, TypeError):
            given = frame.names.get("args", ())
            if len(given) == 1:
                return Diagnosis(
                    "nn.MultiheadAttention was given one tensor; it takes three: query, key and value.",
                    "In self-attention all three are the same tensor.",
                    "out, weights = attn(x, x, x)",
                    "Pass it three times (it returns a pair):",
                )
        query = frame.names.get("query")
        if frame.function != "forward" or not is_tensor(query) or not shape(query):
            continue
        takes, comes = layer.embed_dim, shape(query)
        if comes[-1] == takes:
            said = _batch_first(scene, frame, layer)
            if said is not None:
                return said
            continue
        heads = layer.num_heads
        return Diagnosis(
            f"nn.MultiheadAttention was made for {takes} features, but the query has {comes[-1]}: shape {comes}.",
            "The last dimension of query, key and value must be embed_dim.",
            f"nn.MultiheadAttention({comes[-1]}, {heads})" if comes[-1] % heads == 0 else "",
            "Make it for that many, or bring the input to its size with an nn.Linear:",
        )
    return None
