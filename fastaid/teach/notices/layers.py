"""Layers that are made anew each time they are used, or once where several were meant."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import Inside
from fastaid.teach.notices.loop_parts import base_of
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, text_of
from fastaid.teach.objects import UNKNOWN, library

LEARNS = frozenset({
    "Linear", "Bilinear", "Embedding", "EmbeddingBag", "LSTM", "GRU", "RNN", "Conv1d", "Conv2d", "Conv3d", "LazyLinear",
    "ConvTranspose1d", "ConvTranspose2d", "MultiheadAttention", "TransformerEncoderLayer", "BatchNorm1d", "BatchNorm2d",
    "LSTMCell", "GRUCell",
})  # fmt: skip
DROPS = frozenset({"Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout"})
# Remarks and names of those who use one layer several times on purpose.
MEANT = re.compile(
    r"(?i)(?<!not )(?<!un)shar(e|ed|es|ing)(?!(?-i:[a-z]))|(?<![a-z])ti(e|ed|es)(?!(?-i:[a-z]))|tying|same[ _-]weights|"
    r"re-?us(e|ed|es|ing)|recurr|recursi|siamese|universal|albert|on purpose|deliberate|intend"
)
METHODS = ("eval", "train", "to", "load_state_dict", "requires_grad_")


@check("def forward")
def made_in_forward(cell: Cell) -> Iterator[Notice]:
    """`nn.Linear(10, 2)(x)` in a forward: new random weights for each batch, none of them learnt."""
    for kind in cell.of(ast.ClassDef):
        held = cell.names.get(kind.name)
        module = getattr(library("torch.nn"), "Module", None)
        if not isinstance(held, type) or not isinstance(module, type) or not issubclass(held, module):
            continue
        for method in kind.body:
            if not isinstance(method, FUNCTIONS[:2]) or method.name != "forward":
                continue
            found = _made(cell, method)
            if found is None:
                continue
            made, is_drop = found
            word = last_name(made.func)
            name = "drop" if is_drop else "layer"
            text = text_of(made)
            once = _as_in_init(made, method)
            why = (
                "a new layer is always in training mode, so it drops in evaluation too"
                if is_drop
                else "each call makes new random weights, which no optimizer knows, so this layer never learns"
            )
            yield Notice(
                f"`{text}` is made in `{kind.name}.forward`: {why}. Make the {word} once in `__init__` "
                f"(`self.{name} = {once}`) and use `self.{name}(…)` in forward.",
                hash((kind.name, text)),
                card="train-and-eval-mode" if is_drop else "parameters-and-activations",
            )
            return


def _as_in_init(made: ast.Call, method: ast.AST) -> str:
    """The layer as `__init__` can make it: what forward alone knows is left open."""
    given = [
        "…"
        if any(isinstance(part, ast.Name) and part.id != "self" and is_local(part) for part in below(one))
        else text_of(one)
        for one in made.args
    ]
    given += [
        f"{one.arg}="
        + (
            "…"
            if any(
                isinstance(part, ast.Name) and part.id != "self" and is_local(part)
                for part in below(one.value)
            )
            else text_of(one.value)
        )
        for one in made.keywords
    ]
    return f"{text_of(made.func)}({', '.join(given)})"


@check("*", also=("]",))
def one_layer_repeated(cell: Cell) -> Iterator[Notice]:
    """`[nn.Linear(32, 32)] * 4` holds one layer four times, with one set of weights."""
    if library("torch.nn") is None:
        return
    for node in cell.of(ast.BinOp):
        if not isinstance(node.op, ast.Mult):
            continue
        listed, times = (
            (node.left, node.right) if isinstance(node.left, ast.List) else (node.right, node.left)
        )
        if not isinstance(listed, ast.List) or len(listed.elts) != 1:
            continue
        count = cell.value(times)
        made = listed.elts[0]
        word = last_name(made.func) if isinstance(made, ast.Call) else ""
        is_many = type(count) is int and count > 1
        # In a method the number is mostly a parameter.
        is_many = is_many or (count is UNKNOWN and isinstance(times, (ast.Name, ast.Attribute)))
        if not is_many or not isinstance(made, ast.Call) or not _learns(cell, made) or _is_meant(cell, node):
            continue
        shown = str(count) if type(count) is int else f"`{text_of(times)}`"
        yield Notice(
            f"`{text_of(node)}` holds one and the same {word} {shown} times: they share their weights, so it is one "
            f"layer's worth of them. For {shown} layers write "
            f"`[{text_of(made)} for _ in range({text_of(times)})]`.",
            hash(text_of(node)),
            card="parameters-and-activations",
        )


def _is_meant(cell: Cell, node: ast.expr) -> bool:
    """Whether a remark beside the line or above it, or a name that it is given or stands in, says so."""
    around = [
        one
        for kind in (*FUNCTIONS, ast.Assign, ast.AnnAssign, ast.Return, ast.Expr, ast.keyword)
        for one in cell.of(kind)
        if any(part is node for part in below(one))
    ]
    said = [cell.called] if isinstance(cell, Inside) else []
    first, last = node.lineno, node.end_lineno or node.lineno
    for one in around:
        if isinstance(one, FUNCTIONS):
            said += [one.name, ast.get_docstring(one) or ""]
        elif isinstance(one, ast.keyword):
            said.append(one.arg or "")
        elif isinstance(one, ast.stmt):
            first, last = min(first, one.lineno), max(last, one.end_lineno or 0)
            said += [
                text_of(target)
                for target in getattr(one, "targets", [getattr(one, "target", None)])
                if target
            ]
    lines = cell.source.splitlines()
    said += [line.partition("#")[2] for line in lines[first - 1 : last]]
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
        said.append(lines[first - 1])
    return any(MEANT.search(one) for one in said)


def _learns(cell: Cell, made: ast.Call) -> bool:
    """Whether a call makes a layer with weights: torch's, a Sequential of such, or a class of the learner's."""
    held = cell.value(made.func)
    word, module = last_name(made.func), getattr(library("torch.nn"), "Module", None)
    if not isinstance(held, type) or not isinstance(module, type) or not issubclass(held, module):
        return False
    if word in LEARNS:
        return not any(one.arg == "affine" for one in made.keywords)
    inside = [one for one in ast.walk(made) if isinstance(one, ast.Call) and one is not made]
    if word == "Sequential":
        return any(last_name(one.func) in LEARNS for one in inside)
    if held.__module__ != "__main__":
        return False
    kind = next((one for one in cell.of(ast.ClassDef) if one.name == word), None)
    return kind is not None and any(
        isinstance(one, ast.Call) and last_name(one.func) in LEARNS for one in below(kind)
    )


def _made(cell: Cell, method: ast.AST) -> tuple[ast.Call, bool] | None:
    """A layer of torch's that a forward makes and uses, and whether it is a dropout."""
    nodes = below(method)
    called = {id(one.func) for one in nodes if isinstance(one, ast.Call)}
    names = {one.func.id for one in nodes if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
    # What is changed after it was made is made so on purpose.
    kept = {
        text_of(one.func.value)
        for one in nodes
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in METHODS
    }
    kept |= {
        base_of(target)
        for one in nodes
        if isinstance(one, ast.Assign)
        for target in one.targets
        if not isinstance(target, ast.Name)
    }
    given = [one.args for one in nodes if isinstance(one, ast.Call)]
    given += [[one.value] for one in nodes if isinstance(one, ast.Assign)]
    kept |= {one.id for some in given for one in some if isinstance(one, ast.Name)}
    for node in nodes:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        made = node.value if isinstance(node, ast.Assign) else node
        if not isinstance(made, ast.Call) or last_name(made.func) not in LEARNS | DROPS:
            continue
        is_used = id(made) in called or (
            isinstance(target, ast.Name) and target.id in names and target.id not in kept
        )
        word = last_name(made.func)
        layer = getattr(library("torch.nn"), word, None)
        is_torchs = isinstance(made.func, ast.Attribute) or cell.value(made.func) is layer
        if is_used and is_torchs and not _is_given(made):
            return made, word in DROPS
    return None


def _is_given(made: ast.Call) -> bool:
    """`nn.Dropout(0.5 * self.training)` sees to the mode itself; `affine=False` has nothing to learn."""
    is_plain = any(one.arg == "affine" for one in made.keywords)
    return is_plain or any(isinstance(one, ast.Attribute) and one.attr == "training" for one in below(made))
