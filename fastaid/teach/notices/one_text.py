"""One text where several are wanted: it is taken letter by letter."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import in_short
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.columns import held_by, is_column
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, text_of
from fastaid.teach.objects import UNKNOWN, is_of, library, stored

CORE = "fastai.text.core"
TOKENIZERS = ("SpacyTokenizer", "BaseTokenizer", "SentencePieceTokenizer", "TokenizeWithRules")
MOST_TOKENS = 1_000
SCOPES = (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)


def _tokenizer(held: Any) -> bool:
    return is_of(held, CORE, *TOKENIZERS)


@check("Tokeniz", *(f"@{name}" for name in TOKENIZERS), needs=CORE)
def letters_for_tokens(cell: Cell) -> Iterator[Notice]:
    """`spacy(txt)`: fastai's tokenizers take a list of texts."""
    if "Tokeniz" not in cell.source and not cell.live(_tokenizer):
        return
    for call in cell.of(ast.Call):
        what, args = call.func, call.args
        if isinstance(what, ast.Attribute) and what.attr == "setup":
            what = what.value
        if len(args) != 1 or call.keywords or not _is_tokenizer(cell, what):
            continue
        text = _given(cell, args[0])
        if type(text) is not str or len(text) < 2:
            continue
        shown = text_of(args[0])
        yield Notice(
            f"`{text_of(call.func)}` takes a list of texts, and `{shown}` is one text, {in_short(text, 30)}: it is "
            f"taken letter by letter. Put it in a list: `{text_of(call.func)}([{shown}])`.",
            hash(ast.dump(call)),
            card="tokenization",
        )
        return


@check(".setup(", needs=CORE.replace(".core", ".data"))
def letters_in_the_vocab(cell: Cell) -> Iterator[Notice]:
    """`num.setup(toks)`: a list of tokens, whose letters are counted, for a list of lists."""
    for call in cell.calls("setup"):
        if not isinstance(call.func, ast.Attribute) or len(call.args) != 1:
            continue
        maker, given = cell.value(call.func.value), cell.value(call.args[0])
        if not is_of(maker, "fastai.text.data", "Numericalize") or not _is_list(given):
            continue
        vocab = [one for one in stored(maker).get("vocab") or () if not one.startswith("xx")]
        tokens = [one for one in list(given)[:MOST_TOKENS] if type(one) is str]
        if len(tokens) < 2 or max(map(len, tokens)) < 2 or not vocab or max(map(len, vocab)) > 1:
            continue
        line, shown = text_of(call.func), text_of(call.args[0])
        yield Notice(
            f"The vocab of `{text_of(call.func.value)}` holds single letters: `setup` takes a list of tokenized texts, "
            f"and `{shown}` is the tokens of one, whose letters were counted. Write `{line}([{shown}])`.",
            hash(ast.dump(call)),
            card="tokenization",
        )
        return


def _is_tokenizer(cell: Cell, node: ast.expr) -> bool:
    if isinstance(node, ast.Call):  # WordTokenizer()(txt)
        kind = cell.value(node.func)
        known = vars(library(CORE))
        return isinstance(kind, type) and any(kind is known.get(one) for one in TOKENIZERS)
    return isinstance(node, (ast.Name, ast.Attribute)) and _tokenizer(cell.value(node))


def _given(cell: Cell, node: ast.expr) -> Any:
    """What is handed over; of a comprehension's variable the first, of a function's argument what a call gives."""
    if isinstance(node, ast.Subscript):
        holder, place = node.value, cell.value(node.slice)
        is_iloc = isinstance(holder, ast.Attribute) and holder.attr == "iloc"
        column = held_by(cell, holder.value if is_iloc and isinstance(holder, ast.Attribute) else holder)
        if is_column(column) and type(place) is int:
            return column.iloc[place] if is_iloc else column.get(place, UNKNOWN)
    if not isinstance(node, ast.Name) or not is_local(node):
        if isinstance(node, ast.Name) and cell.bound[node.id] > 1:
            return UNKNOWN
        return cell.value(node)
    for kind in SCOPES:
        scopes: list[Any] = list(cell.of(kind))
        for scope in scopes:
            part = scope.generators[0]
            if text_of(part.target) == node.id and any(one is node for one in below(scope)):
                held = cell.value(part.iter)
                return next(iter(held), UNKNOWN) if _is_list(held) else UNKNOWN
    functions: list[Any] = [one for kind in FUNCTIONS[:2] for one in cell.of(kind)]
    for function in functions:
        names = [one.arg for one in function.args.args]
        if node.id in names and any(one is node for one in below(function)) and not _binds(function, node.id):
            place = names.index(node.id)
            for call in cell.of(ast.Call):
                if text_of(call.func) == function.name and len(call.args) > place:
                    return cell.value(call.args[place])
    return UNKNOWN


def _binds(function: ast.AST, name: str) -> bool:
    return any(
        isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store)
        for one in below(function)
    )


def _is_list(held: Any) -> bool:
    return (
        type(held) in (list, tuple)
        or is_of(held, "fastcore.foundation", "L")
        or is_of(held, "pandas", "Series")
    )
