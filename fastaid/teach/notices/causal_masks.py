"""Masks of attention that hide everything from a word: a triangle that is turned round."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.run_by_libraries import bodies
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_of, is_tensor

FILLS = ("masked_fill", "masked_fill_")
MAKERS = ("tril", "triu")
MOST_NUMBERS = 1_000_000
FEWEST = -1000.0  # what is filled in counts as nothing in a softmax


@check("masked_fill", reached=True)
def hides_a_whole_row(cell: Cell) -> Iterator[Notice]:
    """`scores.masked_fill(torch.tril(ones) == 1, -inf)`: hidden are the past and the word itself."""
    for place, part in bodies(cell, "masked_fill"):
        defined = in_definitions(part)
        for call in part.calls(*FILLS):
            if id(call) in defined or len(call.args) != 2 or not _is_lowest(part, call.args[1]):
                continue
            said = _said(part, call)
            if said:
                yield Notice(place + said, hash(text_of(call)), card="softmax")
                return


@check("attn_mask", reached=True)
def row_of_a_layer_hidden(cell: Cell) -> Iterator[Notice]:
    """`self.att(x, x, x, attn_mask=torch.tril(ones).bool())`: True hides in nn.MultiheadAttention."""
    for place, part in bodies(cell, "attn_mask"):
        defined = in_definitions(part)
        for call in part.of(ast.Call):
            given = keyword(call, "attn_mask")
            is_asked = given is not None and id(call) not in defined
            if not is_asked or not is_of(part.value(call.func), "torch.nn", "MultiheadAttention"):
                continue
            mask, hidden = _condition(given) if given is not None else (None, True)
            found = _triangle(part, mask) if mask is not None and _is_bool(part, given) else None
            if given is None or found is None or not hidden or found[0] != "tril" or found[1] < 0:
                continue
            text = text_of(given)
            yield Notice(
                f"{place}True in `attn_mask` hides a place from nn.MultiheadAttention, and `{text}` is True for the "
                "past and the word itself: only the future is seen, and the last row is hidden whole. Write "
                f"`attn_mask=~{text}`.",
                hash(text_of(call)),
                card="softmax",
            )
            return


def _is_bool(cell: Cell, node: ast.expr | None) -> bool:
    """Whether a mask is of True and False."""
    held = cell.value(node)
    if is_tensor(held):
        return str(held.dtype) == "torch.bool"
    if isinstance(node, ast.Name):
        node = next((value for name, value in cell.assigned() if name == node.id), node)
    return node is not None and "bool" in text_of(node)


def _said(cell: Cell, call: ast.Call) -> str:
    condition = call.args[0]
    mask, hidden = _condition(condition)
    found = _triangle(cell, mask) if mask is not None else None
    if mask is None or found is None:
        return ""
    kind, diagonal = found
    is_low = kind == "tril"
    whole = {  # one row at least is hidden whole
        ("tril", True): diagonal >= 0,
        ("triu", True): diagonal <= 0,
        ("tril", False): diagonal < 0,
        ("triu", False): diagonal > 0,
    }
    if not whole[kind, hidden]:
        return ""
    name = text_of(mask)
    start = f"`{text_of(condition)}` "
    if hidden and is_low:
        right = f"{text_of(call.func)}({name} == 0, {text_of(call.args[1])})"
        return (
            start + "hides the past and the word itself, as `tril` is 1 there; the last row is hidden whole. "
            f"To hide the future write `{right}`."
        )
    if hidden:
        return (
            start
            + "hides the word itself too, so the first row is hidden whole. To hide only what comes later, "
            "make the triangle with `diagonal=1`: `torch.triu(…, diagonal=1)`."
        )
    if is_low:
        return (
            start
            + "hides the word itself too, so the first row is hidden whole. Leave `diagonal` out of `tril`."
        )
    right = f"{text_of(call.func)}({name} == 1, {text_of(call.args[1])})"
    return (
        start + "hides the past and the word itself, as `triu` is 0 there; the last row is hidden whole. "
        f"To hide the future write `{right}`."
    )


def _is_lowest(cell: Cell, node: ast.expr) -> bool:
    """`float('-inf')`, `-1e9`, `-torch.inf`, `-math.inf`, `torch.finfo(x.dtype).min`."""
    held = constant(node)
    if isinstance(held, (int, float)):
        return held <= FEWEST
    text = text_of(node)
    return "-inf" in text or (text.startswith("-") and text.endswith(("inf", "Inf"))) or "finfo" in text


def _condition(node: ast.expr) -> tuple[ast.expr | None, bool]:
    """The mask, and whether its ones are hidden (else its zeros)."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        op, number = type(node.ops[0]), constant(node.comparators[0])
        ones = {(ast.Eq, 1), (ast.NotEq, 0), (ast.Gt, 0)}
        zeros = {(ast.Eq, 0), (ast.NotEq, 1), (ast.Lt, 1)}
        if (op, number) in ones or (op, number) in zeros:
            return node.left, (op, number) in ones
        return None, False
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert):
        return node.operand, False
    if isinstance(node, ast.Call) and last_name(node.func) in ("bool", "logical_not"):
        is_not = last_name(node.func) == "logical_not"
        inner = node.args[0] if node.args else getattr(node.func, "value", None)
        return inner, not is_not
    return node, True


def _triangle(cell: Cell, node: ast.expr) -> tuple[str, int] | None:
    """Which triangle it is, tril or triu, with its diagonal: of a square of ones."""
    while isinstance(node, ast.Subscript) or (
        isinstance(node, ast.Call) and last_name(node.func) in ("bool", "to", "cuda", "view", "unsqueeze")
    ):
        held = _of_tensor(cell.value(node))
        if held is not None:
            return held
        inner = node.value if isinstance(node, ast.Subscript) else getattr(node.func, "value", None)
        if not isinstance(inner, ast.expr):
            return None
        node = inner
    if isinstance(node, ast.Name) and cell.bound[node.id] == 1:
        value = next((value for name, value in cell.assigned() if name == node.id), None)
        return _triangle(cell, value) if value is not None and not isinstance(value, ast.Name) else None
    if isinstance(node, ast.Call) and last_name(node.func) in MAKERS:
        return _made(node)
    return _of_tensor(cell.value(node))


def _made(call: ast.Call) -> tuple[str, int] | None:
    """`torch.tril(torch.ones(n, n))`, `torch.ones(n, n).tril()`."""
    is_method = not any(last_name(one.func) == "ones" for one in call.args[:1] if isinstance(one, ast.Call))
    square = call.func.value if is_method and isinstance(call.func, ast.Attribute) else call.args[0]
    ones = [one for one in below(square) if isinstance(one, ast.Call) and last_name(one.func) == "ones"]
    if not ones:
        return None
    sides = ones[0].args[0].elts if ones[0].args and isinstance(ones[0].args[0], ast.Tuple) else ones[0].args
    if len(sides) < 2 or text_of(sides[-1]) != text_of(sides[-2]):
        return None
    given = keyword(call, "diagonal") or (call.args[0 if is_method else 1 :] or [ast.Constant(0)])[0]
    diagonal = constant(given)
    return (last_name(call.func), diagonal) if type(diagonal) is int else None


def _of_tensor(held: Any) -> tuple[str, int] | None:
    """The same of a mask that is kept, of ones and zeros."""
    if not is_tensor(held) or held.ndim < 2 or held.numel() > MOST_NUMBERS or held.device.type != "cpu":
        return None
    square = held.reshape(-1, *held.shape[-2:])[0]
    n = int(square.shape[0])
    if n < 3 or square.shape[1] != n or bool(((square != 0) & (square != 1)).any()):
        return None
    for kind in MAKERS:
        for diagonal in (0, 1, -1):
            full = getattr(square.new_ones(n, n), kind)(diagonal)
            if bool((full == square).all()):
                return kind, diagonal
    return None
