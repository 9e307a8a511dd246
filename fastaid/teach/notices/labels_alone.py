"""Why a pattern or a function of the learner's gives all items one label. No checks of its own."""

from __future__ import annotations

import ast
import operator
import re
from functools import partial
from pathlib import Path
from typing import Any

from fastaid.errors import in_short
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.getters import getter_of, own_function, source_of
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_of, is_table, stored

MOST_ITEMS = 500
# Questions that texts and paths answer when they are called.
ASKED = frozenset({
    "isupper", "islower", "isdigit", "isalpha", "isalnum", "isnumeric", "istitle", "isspace", "is_dir", "is_file",
})  # fmt: skip
# Patterns for `great_dane_12.jpg` and for `cat.12.jpg`: of a name, and of a whole path.
PATTERNS = (
    (r"^(.+)_\d+\.\w+$", r"([^/]+)_\d+\.\w+$"),
    (r"^(.+?)[._ -]?\d+\.\w+$", r"([^/]+?)[._ -]?\d+\.\w+$"),
)


def why_one_label(cell: Cell, only: Any, tfms: list[Any], items: Any) -> str:
    """What the pattern or the function does to the items, and what to write; "" where neither is there."""
    files = [] if is_table(items) else list(items)[:MOST_ITEMS]
    if not files or not all(isinstance(one, Path) for one in files):
        return ""
    for step in tfms:
        getter, is_name = _unwrapped(getter_of(step))
        if is_of(getter, "fastai.data.transforms", "RegexLabeller"):
            first = getter_of(tfms[0])
            is_name = is_name or (
                isinstance(first, operator.attrgetter) and first.__reduce__()[1] == ("name",)
            )
            return _of_pattern(stored(getter).get("pat"), is_name, only, files)
        function = own_function(getter)
        written = cell.definition(function) or source_of(function) if function is not None else None
        if function is not None and isinstance(written, (ast.FunctionDef, ast.Lambda)) and written.args.args:
            return _of_function(function, written, is_name, only, files)
    return ""


def _unwrapped(getter: Any) -> tuple[Any, bool]:
    """The function behind `using_attr(f, 'name')`, and whether it gets a file's name alone."""
    if isinstance(getter, partial) and getattr(getter.func, "__name__", "") == "_using_attr":
        return getter.args[0], getter.args[1:2] == ("name",)
    return getter, False


def _of_pattern(pattern: Any, is_name: bool, only: Any, files: list[Path]) -> str:
    if not isinstance(pattern, re.Pattern):
        return ""
    first = files[0].name if is_name else str(files[0])
    text = (
        f"The pattern `{pattern.pattern}` takes {str(only)!r} from {in_short(first, 40)} and from all others."
    )
    for of_name, of_path in PATTERNS:
        found = [re.match(of_name, one.name) for one in files]
        words = {one[1] for one in found if one is not None}
        if all(found) and 2 <= len(words) < len(files):
            right = of_name if is_name else of_path
            taken = next(one[1] for one in found if one is not None)
            return f"{text} With `{right}` the label of {in_short(files[0].name, 40)} is {taken!r}."
    folders = sorted({one.parent.name for one in files})
    if 2 <= len(folders) <= len(files) / 2:
        return f"{text} The files are in different folders: take these, with `parent_label` as the label function."
    return f"{text} Look at its round brackets: what they hold is the label."


def _of_function(
    function: Any, written: ast.FunctionDef | ast.Lambda, is_name: bool, only: Any, files: list[Path]
) -> str:
    item = written.args.args[0].arg
    name = "the label function" if isinstance(written, ast.Lambda) else f"`{function.__name__}`"
    named = _named_method(written)
    if named is not None:
        text = text_of(named)
        return f"`{text}` is only named in {name}, not called, and a method counts as true. Write `{text}()`."
    whole = None if is_name else _whole_path(written, item)
    if whole is not None and len(files[0].parts) > 1:
        right = text_of(whole).replace(f"str({item})", f"{item}.name", 1)
        return (
            f"`str({item})` in {name} is the whole path, {in_short(str(files[0]), 40)}, which begins with the "
            f"folder for all. Ask the file's name: `{right}`."
        )
    word = _other_case(written, files)
    if word:
        start = f"{name[0].upper()}{name[1:]} looks for {word[0]!r}, and the files have {word[1]!r}"
        return f"{start}: small and capital letters differ. Write {word[1]!r}."
    if is_name and len({one.parent.name for one in files}) > 1:
        return ""  # the label may be in the folder, which it does not see
    shown = files[0].name if is_name else str(files[0])
    return f"Look at {name}: it gives {only!r} for {in_short(shown, 40)}, and for all others too."


def _named_method(written: ast.AST) -> ast.Attribute | None:
    """`x[0].isupper` where it is asked whether it is true."""
    for node in below(written):
        asked: list[ast.expr] = []
        if isinstance(node, (ast.IfExp, ast.If)):
            asked = [node.test]
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            asked = [node.operand]
        elif isinstance(node, ast.BoolOp):
            asked = node.values
        elif isinstance(node, ast.Call) and text_of(node.func) == "bool":
            asked = node.args
        found = next((one for one in asked if isinstance(one, ast.Attribute) and one.attr in ASKED), None)
        if found is not None:
            return found
    return None


def _whole_path(written: ast.AST, item: str) -> ast.expr | None:
    """`str(x)[0]` and `str(x).startswith('cat')`."""
    for node in below(written):
        if isinstance(node, ast.Subscript) and text_of(node.value) == f"str({item})":
            at = (
                node.slice.upper
                if isinstance(node.slice, ast.Slice) and node.slice.lower is None
                else node.slice
            )
            if isinstance(at, ast.Constant) and isinstance(at.value, int):
                return node
        if isinstance(node, ast.Call) and text_of(node.func) == f"str({item}).startswith":
            return node
    return None


def _other_case(written: ast.AST, files: list[Path]) -> tuple[str, str] | None:
    """A word that is looked for in the names, which some of them have in other letters."""
    words: list[Any] = []
    for node in below(written):
        if (
            isinstance(node, ast.Compare)
            and len(node.ops) == 1
            and isinstance(node.ops[0], (ast.In, ast.NotIn))
        ):
            words += [node.left]
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "startswith"
        ):
            words += node.args
    words = [one.value for one in words if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if any(
        isinstance(one, ast.Attribute) and one.attr in ("lower", "upper", "casefold")
        for one in below(written)
    ):
        return None
    for word in words:
        whole = [str(one) for one in files]
        found = [re.search(re.escape(word), one, re.IGNORECASE) for one in whole]
        if word and not any(word in one for one in whole) and any(found) and not all(found):
            return word, next(one[0] for one in found if one is not None)
    return None
