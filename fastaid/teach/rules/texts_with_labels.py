"""Data of texts for a classifier, made as those of a language model were. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import is_table
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.scene import Scene, latest_first

FEW = 30  # classes at most; a column of more values is no label
OF_SPLITS = ("is_valid", "valid", "split")


def labelled(scene: Scene, made: ast.Call | None, dls: str) -> tuple[str, bool]:
    """The line that makes them, and whether the label's column is known."""
    plain = f"TextDataLoaders.from_df(df, text_col='text', label_col='label', text_vocab={dls}.vocab)"
    if made is None or not made.args:
        return plain, False
    set_to: dict[str, str] = {}
    is_known = True
    if not ast.unparse(made.func).endswith("from_folder"):
        table: Any = scene.names.get(ast.unparse(made.args[0]))
        label = _label(table, _text_column(made, table)) if is_table(table) else ""
        is_known = bool(label)
        set_to["label_col"] = repr(label or "label")
    set_to["text_vocab"] = f"{dls}.vocab"
    line = anew(made, set_to, drop=("is_lm", "seq_len"))
    return (line.partition(" = ")[2] if " = " in line.partition("(")[0] else line), is_known


def _text_column(made: ast.Call, table: Any) -> Any:
    given = next((one.value for one in made.keywords if one.arg == "text_col"), None)
    named = given.value if isinstance(given, ast.Constant) else 0
    return table.columns[named] if type(named) is int and named < len(table.columns) else named


def _label(table: Any, text: Any) -> str:
    """The one column besides the texts that looks like a label, "" where none or several do."""
    found = [
        one
        for one in table.columns
        if one != text and str(one).lower() not in OF_SPLITS and isinstance(one, str) and _is_few(table[one])
    ]
    return found[0] if len(found) == 1 else ""


def _is_few(column: Any) -> bool:
    return 2 <= len(set(column.head(5000).astype(str))) <= FEW


def on_its_data(scene: Scene) -> str:
    """The line that made the language model, with the data made for it."""
    for tree in trees(scene):
        for node in latest_first(tree):
            call = node.value if isinstance(node, ast.Assign) else None
            if not isinstance(call, ast.Call) or last_name(call.func) != "language_model_learner":
                continue
            new = ast.parse(ast.unparse(call), mode="eval").body
            assert isinstance(new, ast.Call)
            assert isinstance(node, ast.Assign)
            if new.args:
                new.args[0] = ast.Name("dls_lm")
            for one in new.keywords:
                one.value = ast.Name("dls_lm") if one.arg == "dls" else one.value
            return f"{ast.unparse(node.targets[0])} = {ast.unparse(new)}"
    return "learn = language_model_learner(dls_lm, AWD_LSTM)"
