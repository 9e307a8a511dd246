"""Random whole numbers of which only one can come: the upper end of randint is left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import text_of

DRAWS = ("randint", "randint_like", "integers", "randrange")
OF_PYTHON = ("random", "rd", "rnd")  # its randint takes the upper end too


@check("randint", "integers(", "randrange(", needs="sys")
def only_the_lowest(cell: Cell) -> Iterator[Notice]:
    """`torch.randint(0, 1, (200,))`: all are 0."""
    defined = in_definitions(cell)
    for call in cell.calls(*DRAWS):
        if id(call) in defined or constant(keyword(call, "endpoint")) is True:
            continue
        ends = _ends(cell, call)
        if ends is None:
            continue
        low, high = ends
        if constant(high) == 1 and (low is None or constant(low) == 0):
            yield _notice(call, high)
            return


def _ends(cell: Cell, call: ast.Call) -> tuple[ast.expr | None, ast.expr] | None:
    """The lower and the upper end of a draw, of which the upper one is left out."""
    word = last_name(call.func)
    owner = text_of(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    if word == "randint" and (owner in OF_PYTHON or (not owner and _is_pythons(cell, call))):
        return None
    given = call.args[1:] if word == "randint_like" else call.args
    numbers = [one for one in given[:2] if type(constant(one)) is int]
    named_low, named_high = keyword(call, "low"), keyword(call, "high")
    if named_high is not None:
        return named_low or (numbers[0] if numbers else None), named_high
    is_torchs_one = owner == "torch" and len(given) == 2 and not isinstance(constant(given[1]), int)
    if len(numbers) == 2 and not is_torchs_one:
        return numbers[0], numbers[1]
    if named_low is not None and not numbers:
        return None, named_low  # numpy takes the only end for the upper one
    return (None, numbers[0]) if len(numbers) == 1 and len(given) == 1 + is_torchs_one else None


def _is_pythons(cell: Cell, call: ast.Call) -> bool:
    held = cell.value(call.func)
    return getattr(held, "__module__", None) in (None, "random")


def _notice(call: ast.Call, high: ast.expr) -> Notice:
    first, _, rest = text_of(call).partition("(")
    text = text_of(call)
    new = ast.unparse(_with(call, high))
    return Notice(
        f"`{text}` gives only 0: {first.rpartition('.')[2]} leaves its upper end out, so 0 is the one number it can "
        f"draw. For 0 and 1 write `{new}`.",
        hash(text + rest),
        card="tensor",
    )


def _with(call: ast.Call, high: ast.expr) -> ast.Call:
    """The call with 2 for its upper end."""
    two = ast.Constant(2)
    args = [two if one is high else one for one in call.args]
    words = [ast.keyword(one.arg, two if one.value is high else one.value) for one in call.keywords]
    return ast.Call(call.func, args, words)
