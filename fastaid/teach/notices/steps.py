"""Steps written by hand: what they walk over, and in which direction."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from types import FunctionType, GeneratorType
from typing import Any, TypeGuard

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.loop_parts import LOOPS, loops
from fastaid.teach.notices.tree import FUNCTIONS, Nodes, below, text_of
from fastaid.teach.notices.values import weights_of
from fastaid.teach.objects import UNKNOWN, is_module, is_tensor, library, stored

# Functions that walk over all that they are given.
WALKERS = frozenset(
    {"list", "tuple", "sum", "any", "all", "sorted", "set", "clip_grad_norm_", "clip_grad_value_"}
)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
ENDS_EARLY = (ast.Break, ast.Return)
# Words that tell that the loss is meant to rise, or that it is no loss.
ON_PURPOSE = (
    "ascen", "maxim", "adversar", "attack", "dream", "uphill", "climb", "reward", "likelihood", "log_lik",
    "policy", "elbo", "unlearn", "wrong", "perturb", "revers", "opposite", "fool",
)  # fmt: skip
# Names of what a network is given, which may be changed so that the loss rises.
INPUTS = ("img", "image", "pic", "inp", "noise", "delta", "pert", "adv", "pixel", "canvas")
LOSSES = ("loss", "mse", "error", "cost", "entropy", "mae", "rmse")
RATES = ("lr", "rate", "step", "alpha", "eta")


def _is_used_up(held: Any) -> TypeGuard[GeneratorType[Any, Any, Any]]:
    """Whether it is `model.parameters()` after a walk to its end."""
    if type(held) is not GeneratorType or held.gi_frame is not None:
        return False
    code, module = held.gi_code, library("torch.nn.modules.module")
    return code.co_name in ("parameters", "named_parameters") and code.co_filename == module.__file__


@check("(", also=("@generator", "@own", "@written"))
def parameters_used_up(cell: Cell) -> Iterator[Notice]:
    """`model.parameters()` is a generator: it was walked over once, and is empty for the next walk."""
    for name, held in [(one, cell.names[one]) for one in sorted(cell.words) if one in cell.names]:
        if name.startswith("_"):
            continue
        if _is_used_up(held):
            if cell.bound[name] < 2 and _is_walked_again(cell, name):
                call = next((text_of(value) for to, value in cell.assigned() if to == name), "")
                yield _empty(name, call or f"model.{held.gi_code.co_name}()", name, held)
        elif type(held).__module__ == "__main__":
            for attribute, inner in stored(held).items():
                if _is_used_up(inner) and _is_asked_again(cell, name, held, attribute):
                    yield _empty(f"{name}.{attribute}", _source(held, attribute), f"self.{attribute}", inner)


def _empty(name: str, given: str, target: str, held: Any) -> Notice:
    return Notice(
        f"`{name}` is a generator (`{held.gi_code.co_name}()` returns one): the first loop over it used it up, "
        "and every later loop finds nothing, so the weights are no longer reached. Keep a list: "
        f"`{target} = list({given})`.",
        id(held),
        card="sgd-and-optimizers",
    )


def _source(held: Any, attribute: str) -> str:
    """What `__init__` keeps under that name: its parameter, mostly of the same name."""
    begin = vars(type(held)).get("__init__")
    if isinstance(begin, FunctionType):
        code = begin.__code__
        known = code.co_varnames[1 : code.co_argcount]
        return attribute if attribute in known else next((one for one in known if "param" in one), "params")
    return "params"


def _walks(nodes: Sequence[ast.AST], text: str) -> list[ast.AST]:
    """Where something is walked over to its end."""
    found: list[ast.AST] = []
    for node in nodes:
        if isinstance(node, ast.For):
            is_whole = not any(isinstance(one, ENDS_EARLY) for one in below(node))
            if is_whole and text_of(node.iter) == text:
                found.append(node)
        elif isinstance(node, COMPREHENSIONS) and text_of(node.generators[0].iter) == text:
            found.append(node)
        elif isinstance(node, ast.Call) and node.args and text_of(node.args[0]) == text:
            is_optimizer = bool(node.keywords) and last_name(node.func) in dir(library("torch.optim"))
            if last_name(node.func) in WALKERS or is_optimizer:
                found.append(node)
    return found


def _is_walked_again(cell: Cell, name: str) -> bool:
    """Whether a variable is walked over twice: in two places, or in a loop that does not bind it anew."""
    walks = _walks(cell.nodes, name)
    parts = [one for one in cell.nodes if isinstance(one, (*FUNCTIONS, ast.If, ast.Try))]
    apart = {id(inner) for one in parts for inner in below(one)}
    if len([one for one in walks if id(one) not in apart]) > 1:
        return True
    return any(_is_repeated(one, name, walks) for one in loops(cell.nodes) if id(one) not in apart)


def _is_repeated(loop: ast.For | ast.While, name: str, walks: Sequence[ast.AST]) -> bool:
    inside = [one for statement in loop.body for one in below(statement)]
    binds = any(
        isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store) for one in inside
    )
    ends = any(isinstance(one, ENDS_EARLY) for one in inside)
    return not binds and not ends and any(one is walk for one in inside for walk in walks)


def _is_asked_again(cell: Cell, name: str, held: Any, attribute: str) -> bool:
    """Whether the cell calls methods that walk over the attribute, more than once."""
    walking = set()
    for method in vars(type(held)):
        written = cell.written(ast.Attribute(ast.Name(name), method)) if method != "__init__" else None
        if isinstance(written, FUNCTIONS[:2]) and written.args.args:
            own = f"{written.args.args[0].arg}.{attribute}"
            if _walks(below(written), own):
                walking.add(method)
    calls = [
        one
        for one in cell.all_nodes
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in walking
    ]
    looped = {id(inner) for one in cell.all_nodes if isinstance(one, LOOPS) for inner in below(one)}
    return len(calls) > 1 or any(id(one) in looped for one in calls)


STEPS = (ast.AugAssign, ast.Call, ast.Assign)


@check("backward", also=(".grad",), reached=True)
def gradient_added(cell: Cell) -> Iterator[Notice]:
    """`w += lr * w.grad` in a loop that should make the loss smaller."""
    if not {"backward", "grad"} <= cell.words or any(word in cell.source.lower() for word in ON_PURPOSE):
        return
    words = " ".join(cell.words).lower()
    if any(word in words for word in ON_PURPOSE):
        return
    for loop in loops(cell.all_nodes):
        inside = cell.reached(loop)
        if not _lowers_a_loss(inside):
            continue
        for node in (one for kind in STEPS for one in inside.kinds.get(kind, ())):
            found = _added(cell, node)
            if found is None or not _is_weight(cell, found[0], inside):
                continue
            target, text, better = found
            yield Notice(
                f"`{text}` moves `{target}` along its gradient, the way in which the loss rises (uphill). To make the "
                f"loss smaller, subtract: `{better}`.",
                hash(text + cell.source),
                card="gradient",
            )
            return


def _lowers_a_loss(inside: Nodes) -> bool:
    """Whether `backward()` is called on something that is by its name a loss, and is not negated."""
    for node in inside.kinds.get(ast.Call, ()):
        if last_name(node.func) != "backward":
            continue
        loss = node.func.value if isinstance(node.func, ast.Attribute) else node
        name = text_of(loss)
        assigned = inside.kinds.get(ast.Assign, ())
        named = [one.value for one in assigned if any(text_of(to) == name for to in one.targets)]
        values = [loss, *named]
        words = " ".join(text_of(one) for one in values).lower()
        return any(word in words for word in LOSSES) and not any(_is_negated(one) for one in values)
    return False


def _is_negated(node: ast.expr) -> bool:
    """`-x`, `-(x).mean()`, `1 - x`, `-1 * x`, `(-x).mean()`."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return True
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Sub) and isinstance(node.left, ast.Constant):
            return True
        return _is_negated(node.left) or _is_negated(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _is_negated(node.func.value)
    return False


def _added(cell: Cell, node: ast.AST) -> tuple[str, str, str] | None:
    """A step with a plus: its target, how it is written, how it should be."""
    target: ast.expr
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        target, value = node.target, node.value
        better = f"{text_of(target)} -= {text_of(value)}"
    elif isinstance(node, ast.Call) and last_name(node.func) == "add_" and len(node.args) == 1:
        alpha = keyword(node, "alpha")
        if not isinstance(node.func, ast.Attribute) or (alpha and not _is_positive(cell, alpha)):
            return None
        target, value = node.func.value, node.args[0]
        better = text_of(node).replace(".add_(", ".sub_(", 1)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp):
        target, value = node.targets[0], node.value.right
        is_plus = isinstance(node.value.op, ast.Add)
        if not is_plus or _plain(node.value.left) != _plain(target):
            return None
        better = f"{text_of(target)} = {text_of(node.value.left)} - {text_of(value)}"
    else:
        return None
    name = _plain(target)
    factors = _factors(value)
    others = [one for one in factors if text_of(one) not in (f"{name}.grad", f"{name}.grad.data")]
    if len(others) != len(factors) - 1 or not all(_is_positive(cell, one) for one in others):
        return None
    return name, text_of(node), better


def _plain(node: ast.expr) -> str:
    return text_of(node).removesuffix(".data")


def _factors(node: ast.expr) -> list[ast.expr]:
    """`lr * w.grad / n` → lr, w.grad, n."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
        return _factors(node.left) + _factors(node.right)
    return [node]


def _is_positive(cell: Cell, node: ast.expr) -> bool:
    held = constant(node) if isinstance(node, (ast.Constant, ast.UnaryOp)) else cell.value(node)
    if isinstance(held, (int, float)):
        return held > 0
    # A function's own name: what it is given is not known.
    is_rate = any(word in last_name(node).lower() for word in RATES)
    return held is UNKNOWN and is_rate and not _is_given_negative(cell)


def _is_given_negative(cell: Cell) -> bool:
    """Whether a function of the learner's has a negative number for an argument."""
    return any(
        isinstance(constant(one), (int, float)) and constant(one) < 0
        for node in cell.nodes
        if isinstance(node, ast.Call) and cell.written(node.func)
        for one in (*node.args, *(given.value for given in node.keywords))
    )


def _is_weight(cell: Cell, target: str, inside: Sequence[ast.AST]) -> bool:
    """Whether the target is what is learnt, not the input of a network."""
    has_network = any(is_module(one) and weights_of(one) for one in map(cell.names.get, cell.words))
    for node in inside:
        if isinstance(node, ast.For) and isinstance(node.target, ast.Name) and node.target.id == target:
            over = text_of(node.iter)
            is_list = isinstance(node.iter, (ast.List, ast.Tuple)) and not has_network
            return "param" in over or "weight" in over or is_list
    if any(word in target.lower() for word in INPUTS) or target in ("x", "xb", "self.x"):
        return False
    if has_network:
        return "." in target  # model.weight; a tensor of its own may be a picture
    held = cell.names.get(target)
    return held is None or (is_tensor(held) and held.ndim < 3)
