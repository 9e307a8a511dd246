"""What rules of plain Python read: the source around an error, and the cells that ran before it."""

from __future__ import annotations

import ast
import difflib
import dis
from collections.abc import Iterable, Iterator
from itertools import islice
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from executing import Source

from fastaid.teach.objects import described
from fastaid.teach.scene import Frame, Scene, is_learners_file

MOST_CELLS = 200  # of the history, the latest first
LONGEST_TEXT = 40
LONGEST_CODE = 400
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Packages whose objects have families of rules of their own.
COURSE_PACKAGES = ("fastai", "torch", "fastcore", "torchvision", "timm", "fastprogress")


def is_of_course(obj: Any) -> bool:
    """Whether an object's class, or a function, comes from a package that has rules of its own."""
    kind = obj if isinstance(obj, (type, FunctionType, BuiltinFunctionType)) else type(obj)
    kinds = kind.__mro__ if isinstance(kind, type) else (kind,)
    return any(str(getattr(one, "__module__", "")).partition(".")[0] in COURSE_PACKAGES for one in kinds)


def cells(scene: Scene) -> list[tuple[int, str]]:
    """The cells that have run as Python, by number, the failed one last."""
    ran = scene.names.get("In")
    if not isinstance(ran, list) or len(ran) < 2:
        return [(0, scene.cell)]
    return list(enumerate(ran))[1:][-MOST_CELLS:]


def cell_trees(scene: Scene) -> Iterator[tuple[int, ast.Module]]:
    """Those of them that are Python, the latest first."""
    for number, text in reversed(cells(scene)):
        try:
            yield number, ast.parse(text)
        except (SyntaxError, ValueError, RecursionError):
            continue


def source_tree(frame: Frame) -> ast.Module | None:
    """The file or cell of a learner's frame, parsed."""
    if not frame.is_learners:
        return None
    found = Source.for_frame(frame.scope).tree
    return found if isinstance(found, ast.Module) else None


def node_at(frame: Frame) -> ast.AST | None:
    """What was running; also where `executing` has no answer: loops, unpacking, displays, raise."""
    if frame.node is not None or not frame.is_learners:
        return frame.node
    tree, code = source_tree(frame), frame.scope.f_code
    if tree is None or not hasattr(code, "co_positions"):
        return None
    place = next(islice(code.co_positions(), frame.place.tb_lasti // 2, None), None)
    found = None
    for node in ast.walk(tree):
        if isinstance(node, (ast.expr, ast.stmt)) and place == (
            node.lineno,
            node.end_lineno,
            node.col_offset,
            node.end_col_offset,
        ):
            found = node  # the innermost of those that begin and end there
    return found


def call_at(frame: Frame) -> ast.Call | None:
    """The call that was running, also where `executing` has no answer."""
    node = node_at(frame)
    return node if isinstance(node, ast.Call) else None


def is_own(function: Any, names: Any) -> bool:
    """Whether a function was written in the notebook, or in a file of the learner's."""
    code = getattr(function, "__code__", None)
    return code is not None and (function.__globals__ is names or is_learners_file(code.co_filename))


def statement_at(frame: Frame) -> ast.stmt | None:
    """The smallest statement on the running line."""
    tree = source_tree(frame)
    if tree is None:
        return None
    there = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= frame.line <= (node.end_lineno or node.lineno)
    ]
    # Of several on one line the innermost, which is found last.
    order = {id(node): i for i, node in enumerate(there)}
    return max(there, key=lambda node: (node.lineno, -(node.end_lineno or 0), order[id(node)]), default=None)


def loop_at(frame: Frame) -> ast.For | None:
    """The loop whose first line was running, and not a line inside it."""
    tree, node = source_tree(frame), node_at(frame)
    for one in ast.walk(tree) if tree is not None else ():
        if not isinstance(one, ast.For) or not one.lineno <= frame.line <= (
            one.iter.end_lineno or one.lineno
        ):
            continue
        if node is None or node is one or node is one.iter or node is one.target:
            return one
    return None


def function_at(frame: Frame) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The function whose line was running."""
    tree = source_tree(frame)
    first = frame.scope.f_code.co_firstlineno
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, FUNCTIONS) and node.name == frame.function:
            begins = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            if begins == first:
                return node
    return None


def own_nodes(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Every part of some code, without the insides of functions and classes in it."""
    for node in body:
        yield node
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef, ast.Lambda)):
            yield from own_nodes(ast.iter_child_nodes(node))


def given(node: ast.AST, name: str) -> ast.expr | None:
    """The expression that a statement gives to a name; None where it gives none."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id == name:
                return node.value
    if isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
        target = node.target
        if isinstance(target, ast.Name) and target.id == name:
            return node.value
    return None


def origin(scene: Scene, frame: Frame, name: str) -> ast.expr | None:
    """The expression that a variable's value came from; None where it was bound otherwise or is not in sight."""
    function = function_at(frame)
    if function is not None and name in frame.scope.f_code.co_varnames:
        return _latest(function.body, name, frame.line)
    last = cells(scene)[-1][0]
    for number, tree in cell_trees(scene):
        is_this = number == last and frame.function == "<module>"
        if is_bound(tree.body, name, frame.line if is_this else 0):
            return _latest(tree.body, name, frame.line if is_this else 0)
    return None


def _bindings(body: Iterable[ast.AST], name: str, before: int = 0) -> list[tuple[int, ast.expr | None]]:
    found: list[tuple[int, ast.expr | None]] = []
    simple: set[int] = set()
    for node in own_nodes(body):
        value = given(node, name)
        line = getattr(node, "lineno", 0)
        if value is not None:
            found.append((line, value))
            simple.update(id(one) for one in ast.walk(node))
        elif (
            isinstance(node, ast.Name)
            and node.id == name
            and not isinstance(node.ctx, ast.Load)
            and id(node) not in simple
        ) or (isinstance(node, (*FUNCTIONS, ast.ClassDef)) and node.name == name):
            found.append((line, None))
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            bound = [one.asname or one.name.partition(".")[0] for one in node.names]
            found += [(line, None)] if name in bound else []
    return [one for one in found if not before or one[0] < before]


def is_bound(body: Iterable[ast.AST], name: str, before: int = 0) -> bool:
    """Whether some code gives a name a value, above a line where one is given."""
    return bool(_bindings(body, name, before))


def _latest(body: Iterable[ast.AST], name: str, before: int) -> ast.expr | None:
    found = sorted(_bindings(body, name, before), key=lambda one: one[0])
    return found[-1][1] if found else None


def names_of(target: ast.Tuple | ast.List) -> str:
    """The names of an assignment as they are written, without parentheses around them."""
    return ", ".join(ast.unparse(one) for one in target.elts)


def text_of(node: ast.AST | None, most: int = 60) -> str:
    """An expression as one line; "" where there is none, or it is too long for a sentence."""
    if node is None:
        return ""
    try:
        found = ast.unparse(node)
    except Exception:  # noqa: BLE001  a tree that was not parsed
        return ""
    return found if len(found) <= most and "\n" not in found else ""


def code_of(node: ast.AST | None) -> str:
    """An expression as one line of code to paste, which may be longer than what a sentence holds."""
    return text_of(node, LONGEST_CODE)


def fraction_among(frame: Frame, parts: Iterable[ast.expr]) -> ast.expr | None:
    """The first of an index's parts that is no whole number: a float, or what `/` gives."""
    for one in parts:
        is_divided = isinstance(one, ast.BinOp) and isinstance(one.op, ast.Div)
        if is_divided or type(frame.value(one)) is float:
            return one
    return None


def kind_of(obj: Any) -> str:
    """A value in a few words: "the number 5", "the function `f`", "a list of 3 items"."""
    if obj is None or type(obj) is bool:
        return str(obj)
    if type(obj) in (int, float):
        return f"the number {obj}"
    if type(obj) is str:
        return f"the string {cut(obj)}"
    if isinstance(obj, (FunctionType, BuiltinFunctionType)):
        return f"the function `{obj.__name__}`"
    if isinstance(obj, MethodType):
        return f"the method `{obj.__name__}`"
    if isinstance(obj, type):
        return f"the class `{obj.__name__}`"
    if isinstance(obj, ModuleType):
        return f"the module `{obj.__name__}`"
    return described(obj)


def cut(text: str) -> str:
    """A string in quotes, shortened."""
    return repr(text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…")


def edits(one: str, other: str) -> int:
    """How many letters were left out, put in, exchanged, or swapped with the next one (optimal string alignment)."""
    before, last = list[int](), list(range(len(other) + 1))
    for i, mine in enumerate(one):
        row = [i + 1]
        for j, theirs in enumerate(other):
            row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (mine != theirs)))
            if i and j and mine == other[j - 1] and one[i - 1] == theirs:
                row[-1] = min(row[-1], before[j - 1] + 1)
        before, last = last, row
    return last[-1]


def near(
    wrong: str,
    known: Iterable[object],
    cutoff: float = 0.6,
    most: int = 3,
    parts: bool = False,  # whether one may also be a part of the other: "lr" and "base_lr"
) -> list[str]:
    """The known words that resemble a wrong one, the nearest first."""
    words = [one for one in known if isinstance(one, str)]
    by_lower = {word.lower(): word for word in words}
    lower = wrong.lower()
    found = [by_lower[one] for one in difflib.get_close_matches(lower, by_lower, most, cutoff)]
    if not found and parts and len(lower) >= 3:
        found = [
            word for word in words if len(word) >= 2 and (word.lower() in lower or lower in word.lower())
        ][:most]
    return found


def abbreviated(wrong: str, known: Iterable[str]) -> list[str]:
    """The known word that another is short for, or the other way round: "lr" and "learning_rate"."""
    found = [one for one in known if _is_short_for(wrong, one) or _is_short_for(one, wrong)]
    return found if len(found) == 1 else []


def _is_short_for(short: str, long: str) -> bool:
    parts = long.lower().split("_")
    initials = "".join(one[:1] for one in parts)
    is_beginning = len(short) >= 3 and len(long) > len(short) and long.startswith(short)
    return (
        (len(parts) > 1 and initials == short.lower()) or is_beginning or (len(short) > 3 and short in parts)
    )


def shown(names: Iterable[object], most: int = 6) -> str:
    """Keys or names as code, the first few: "'a', 'b' and 3 more"."""
    every = list(islice(names, 1000))
    words = [
        repr(one) if isinstance(one, (str, int, float, bool, tuple)) else type(one).__name__ for one in every
    ]
    words = [word if len(word) <= LONGEST_TEXT else word[: LONGEST_TEXT - 1] + "…" for word in words]
    rest = len(words) - most
    return ", ".join(words) if rest <= 0 else f"{', '.join(words[:most])} and {rest:,} more"


def line_of(frame: Frame) -> str:
    """The running line as the learner wrote it, "" where it is long."""
    text = frame.text
    return text if 0 < len(text) <= 70 else ""


def replaced(frame: Frame, old: ast.AST | None, new: str) -> str:
    """The running line with one expression of it written anew; the new expression alone where that is unclear."""
    text = frame.text
    lineno = getattr(old, "lineno", 0)
    if lineno != frame.line or getattr(old, "end_lineno", 0) != lineno:
        return new
    tree = source_tree(frame)
    lines = Source.for_frame(frame.scope).lines if tree is not None else []
    if not 0 < lineno <= len(lines):
        return new
    raw = lines[lineno - 1].encode()
    start, end = getattr(old, "col_offset", 0), getattr(old, "end_col_offset", 0)
    mended = (raw[:start] + new.encode() + raw[end:]).decode().strip()
    return mended if text and len(mended) <= 90 else new


def takes_nothing(method: Any) -> bool:
    """Whether a method can be called with nothing in its parentheses."""
    code = getattr(method, "__code__", None)
    return code is not None and code.co_argcount - len(method.__defaults__ or ()) < 2


def needed_arguments(function: Any) -> str:
    """The parameters that a call must fill, as they are written; "" where it needs none or they are not known."""
    code = getattr(function, "__code__", None)
    if code is None:
        return ""
    skipped = 1 if isinstance(function, MethodType) else 0
    given = len(function.__defaults__ or ())
    return ", ".join(code.co_varnames[skipped : code.co_argcount - given])


def sets(function: Any, name: str) -> bool:
    """Whether a function sets an attribute of that name."""
    return (
        isinstance(function, FunctionType) and name in function.__code__.co_names and _stores(function, name)
    )


def _stores(function: FunctionType, name: str) -> bool:
    return any(one.opname == "STORE_ATTR" and one.argval == name for one in dis.get_instructions(function))
