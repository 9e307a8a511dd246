"""kl_div takes logarithms of probabilities first, and was given probabilities."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.run_by_libraries import bodies
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import is_probabilities
from fastaid.teach.objects import is_of

KEEPS = ("detach", "float", "double", "cpu", "cuda", "to", "clamp", "clone")


@check("kl", "KL", "@KLDivLoss", reached=True)
def of_probabilities(cell: Cell) -> Iterator[Notice]:
    """`F.kl_div(F.softmax(a, 1), F.softmax(b, 1))`: the first has to be log_softmax."""
    for place, part in bodies(cell, "("):
        defined = in_definitions(part)
        for call in part.of(ast.Call):
            if id(call) not in defined and len(call.args) >= 2 and _is_kl(part, call):
                said = _said(part, call)
                if said:
                    yield Notice(place + said, hash(text_of(call)), card="loss-function")
                    return


def _said(cell: Cell, call: ast.Call) -> str:
    first, second = call.args[:2]
    source = _source(cell, first)
    word, text = _word(source), text_of(first)
    if word not in ("softmax", "Softmax") and not is_probabilities(cell.value(first)):
        return ""
    is_swapped = _word(_source(cell, second)) in ("log_softmax", "LogSoftmax")
    func, others = text_of(call.func), [text_of(one) for one in call.args[2:]]
    others += [f"{one.arg}={text_of(one.value)}" for one in call.keywords if one.arg]
    if is_swapped:
        new = f"{func}({', '.join([text_of(second), text, *others])})"
        return (
            f"`{text_of(call)}` has its first two arguments in the wrong order: kl_div takes the logarithms of the "
            f"model's probabilities first, then the target's probabilities. Write `{new}`."
        )
    log = f"{text}.log()"
    if isinstance(first, ast.Call) and last_name(first.func) == "softmax":
        log = text.replace("softmax(", "log_softmax(", 1)
    new = f"{func}({', '.join([log, text_of(second), *others])})"
    return (
        f"kl_div takes the logarithms of probabilities first, and `{text}` are probabilities: so the loss can be "
        f"negative, and its lowest value is elsewhere. Write `{new}`."
    )


def _is_kl(cell: Cell, call: ast.Call) -> bool:
    """`F.kl_div(…)`, `nn.KLDivLoss()(…)`, `self.kl(…)`, `kl(…)` of a name that was given such a loss."""
    if last_name(call.func) == "kl_div":
        return cell.written(call.func) is None
    made: Any = _source(cell, call.func)
    if isinstance(made, ast.Call) and last_name(made.func) == "KLDivLoss":
        return True
    return is_of(cell.value(call.func), "torch.nn", "KLDivLoss")


def _source(cell: Cell, node: ast.expr) -> ast.expr:
    """What a name was given, without what changes no number."""
    for _ in range(6):
        if isinstance(node, ast.Name) and cell.bound[node.id] == 1:
            found = next((value for name, value in cell.assigned() if name == node.id), None)
            if found is None:
                return node
            node = found
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in KEEPS:
            node = node.func.value
        else:
            return node
    return node


def _word(node: ast.expr) -> str:
    """The last word of what is called: "softmax", also of `nn.Softmax(dim=1)(x)`."""
    if not isinstance(node, ast.Call):
        return ""
    return last_name(node.func.func) if isinstance(node.func, ast.Call) else last_name(node.func)
