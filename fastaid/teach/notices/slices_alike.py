"""Datasets of a language model whose target is the text itself, not the next words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.run_by_libraries import methods_of, own_objects
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_array, is_tensor, stored

OF_NEXT = re.compile(
    r"(?i)(^|_)(bptt|block_size|context|ctx|next|seq_len|seq_length)|(^|[a-z_])(lm|gpt|char)|language"
)
SEVERAL = 20  # tokens at the least


@check("__getitem__", also=("@own",), reached=True)
def target_not_shifted(cell: Cell) -> Iterator[Notice]:
    """`return self.ids[a:a+bptt], self.ids[a:a+bptt]`: the model learns to copy."""
    for held, kind in own_objects(cell):
        words = {one.attr for one in nodes_in(kind, ast.Attribute)} | {kind.name}
        if held is None or not any(OF_NEXT.search(one) for one in words):
            continue
        for getter in methods_of(kind, "__getitem__"):
            pair = _pair(getter)
            if pair is None or not _are_tokens(held, pair.value):
                continue
            text = text_of(pair)
            yield Notice(
                f"In `__getitem__` of {kind.name}, the target is the same piece as the input (`{text}`): the model "
                f"only has to copy, it does not learn the next one. Take the target one further: `{_shifted(pair)}`.",
                hash((kind.name, text)),
                card="language-model",
            )
            return


def _pair(getter: ast.AST) -> ast.Subscript | None:
    """The slice that is both the input and the target."""
    made = {
        text_of(one.targets[0]): one.value for one in nodes_in(getter, ast.Assign) if len(one.targets) == 1
    }
    stores = [one.id for one in nodes_in(getter, ast.Name) if isinstance(one.ctx, ast.Store)]
    returned = [one.value for one in nodes_in(getter, ast.Return)]
    if len(returned) != 1 or not isinstance(returned[0], ast.Tuple) or len(returned[0].elts) != 2:
        return None
    first, second = (
        made.get(one.id, one) if isinstance(one, ast.Name) and stores.count(one.id) == 1 else one
        for one in returned[0].elts
    )
    if not isinstance(first, ast.Subscript) or not isinstance(first.slice, ast.Slice):
        return None
    is_given = first.slice.lower is not None and first.slice.upper is not None
    return first if is_given and text_of(first) == text_of(second) else None


def _are_tokens(held: Any, owner: ast.expr) -> bool:
    data: Any = stored(held).get(owner.attr) if isinstance(owner, ast.Attribute) else None
    if isinstance(data, list):
        return len(data) >= SEVERAL and all(type(one) is int for one in data[:SEVERAL])
    if not (is_tensor(data) or is_array(data)) or len(data.shape) != 1 or len(data) < SEVERAL:
        return False
    return "int" in str(data.dtype)


def _shifted(pair: ast.Subscript) -> str:
    """The slice, one further."""
    part = pair.slice
    ends = [part.lower, part.upper] if isinstance(part, ast.Slice) else []
    low, high = (ast.unparse(one) + " + 1" for one in ends if one is not None)
    return f"{text_of(pair.value)}[{low}:{high}]"
