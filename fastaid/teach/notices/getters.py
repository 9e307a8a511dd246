"""What a label function returns for an item, read off its source: none of the learner's code runs."""

from __future__ import annotations

import ast
import inspect
import operator
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from types import FunctionType
from typing import Any

from fastaid.teach.notices.definitions import defined
from fastaid.teach.objects import is_of, is_table, stored

MOST_CALLS = 8  # functions that call one another
# fmt: off
OF_TEXTS = frozenset({
    "split", "rsplit", "strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize", "replace",
    "removesuffix", "removeprefix", "join", "partition", "rpartition", "casefold", "startswith", "endswith",
})
# fmt: on
OF_PATHS = frozenset({"name", "stem", "suffix", "parent", "parents", "parts"})
NUMERIC = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
PLAIN = {one.__name__: one for one in (str, int, float, list, len, sorted, set, tuple)}


class Unread(Exception):
    """Telling what comes out would run code that is not known."""


@dataclass(frozen=True)
class Row:
    """A row of a table, as a label function gets it."""

    values: Mapping[Any, Any]

    def at(self, key: Any) -> Any:
        """By the column's name, or by its place."""
        if key in self.values:
            return self.values[key]
        if isinstance(key, int):
            return list(self.values.values())[key]
        raise Unread


def items_read(items: Any, most: int) -> Iterator[Any]:
    """The first items of a dataset: files, or rows."""
    if is_table(items):
        for row in items.iloc[:most].to_dict("records"):
            yield Row(row)
    else:
        yield from list(items)[:most]


def getter_of(step: Any) -> Any:
    """The function that a transform of fastai's was made of."""
    found = stored(stored(step).get("encodes")).get("_f")
    # fasttransform wraps what has no name of its own: partials, objects, itemgetters.
    if isinstance(found, FunctionType) and found.__name__ and found.__module__ == "fasttransform.transform":
        held = [one.cell_contents for one in found.__closure__ or ()]
        return held[0] if len(held) == 1 else None
    return found


def own_function(getter: Any) -> FunctionType | None:
    """The learner's own function in a getter."""
    getter = getter.func if isinstance(getter, partial) else getter
    if not isinstance(getter, FunctionType):
        getter = vars(type(getter)).get("__call__")
    is_own = isinstance(getter, FunctionType) and getter.__module__ == "__main__"
    return getter if is_own else None


def as_call(
    getter: Any,
    item: str,  # the name of what it is given
) -> str:
    """A call of a getter as code; a function's name, or what makes it."""
    if isinstance(getter, partial) and getter.func.__name__ == "_using_attr":
        return as_call(getter.args[0], f"{item}.{getter.args[1]}")
    if is_of(getter, "fastai.data.transforms", "RegexLabeller"):
        return f"RegexLabeller({stored(getter)['pat'].pattern!r})({item})"
    if isinstance(getter, (operator.itemgetter, operator.attrgetter)):
        key = getter.__reduce__()[1][0]
        return f"{item}[{key!r}]" if isinstance(getter, operator.itemgetter) else f"{item}.{key}"
    return f"{getattr(getter, '__name__', '') or 'label_func'}({item})"


def _has_parameters_of(written: ast.FunctionDef | ast.Lambda, function: FunctionType) -> bool:
    code = function.__code__
    return [arg.arg for arg in written.args.args] == list(code.co_varnames[: code.co_argcount])


def source_of(function: FunctionType) -> ast.FunctionDef | ast.Lambda | None:
    """The definition of a function; None where it is not sure which it is."""
    written = defined(function, function.__name__, ast.FunctionDef)  # it is kept, and no lambda
    if isinstance(written, ast.FunctionDef) and _has_parameters_of(written, function):
        return written
    try:
        text = textwrap.dedent(inspect.getsource(function)).strip()
    except (OSError, TypeError):
        return None
    line = text.rstrip(",")
    # A lambda on a line of its own, or on the last one of a call.
    for cut in (text, f"({line})", f"f({line})", f"f({line}", f"f({line[:-1]}"):
        try:
            tree = ast.parse(cut)
        except (SyntaxError, ValueError):
            continue
        found = [
            one
            for one in ast.walk(tree)
            if isinstance(one, (ast.FunctionDef, ast.Lambda))
            and isinstance(one, ast.Lambda) == (function.__name__ == "<lambda>")
            and _has_parameters_of(one, function)
        ]
        return found[0] if len(found) == 1 else None
    return None


def result(getter: Any, item: Any, depth: int = 0) -> Any:
    """What a getter returns for an item; Unread where that cannot be told."""
    if depth > MOST_CALLS:
        raise Unread
    if isinstance(getter, partial):
        return _of_partial(getter, item, depth)
    if isinstance(getter, operator.itemgetter) and isinstance(item, (Row, tuple, dict)):
        keys: tuple[Any, ...] = getter.__reduce__()[1]  # type: ignore[assignment]
        return _item(item, keys[0]) if len(keys) == 1 else tuple(_item(item, one) for one in keys)
    if isinstance(getter, operator.attrgetter):
        names: tuple[str, ...] = getter.__reduce__()[1]  # type: ignore[assignment]
        for name in names[0].split(".") if len(names) == 1 else _refused():
            item = _attribute(item, name)
        return item
    if is_of(getter, "fastai.data.transforms", "RegexLabeller"):
        found = stored(getter).get("matcher")
        match = (
            found(str(item).replace("\\", "/"))
            if callable(found) and isinstance(item, (str, PurePath))
            else None
        )
        return match[1] if match and match.re.groups else _refused()
    if getattr(getter, "__module__", "") == "fastai.data.transforms" and getter.__name__ == "parent_label":
        return PurePath(item).parent.name if isinstance(item, (str, PurePath)) else _refused()
    if isinstance(getter, type(str.lower)) and isinstance(item, str) and getter.__name__ in OF_TEXTS:
        return getter(item)
    if isinstance(getter, FunctionType):
        return _called(getter, (item,), {}, depth)
    method = vars(type(getter)).get("__call__")
    if type(getter).__module__ == "__main__" and isinstance(method, FunctionType):
        return _called(method, (getter, item), {}, depth)
    raise Unread


def _of_partial(getter: partial[Any], item: Any, depth: int) -> Any:
    if getter.func.__name__ == "_using_attr" and len(getter.args) == 2:  # fastcore's using_attr
        return result(getter.args[0], _attribute(item, getter.args[1]), depth + 1)
    if isinstance(getter.func, FunctionType):
        return _called(getter.func, (*getter.args, item), getter.keywords, depth)
    raise Unread


def _refused() -> Any:
    raise Unread


def _item(holder: Any, key: Any) -> Any:
    if isinstance(holder, Row):
        return holder.at(key)
    if isinstance(holder, (str, tuple, list, dict, re.Match)):
        try:
            return holder[key]
        except (LookupError, TypeError):
            raise Unread from None
    raise Unread


def _attribute(holder: Any, name: str) -> Any:
    if isinstance(holder, PurePath) and name in OF_PATHS:
        return getattr(holder, name)
    if isinstance(holder, Row):
        return holder if name in ("iloc", "loc") else holder.at(name)
    is_own = type(holder).__module__ == "__main__" and not any(
        name in vars(one) for one in type(holder).__mro__
    )
    if is_own and name in stored(holder):
        return stored(holder)[name]
    raise Unread


def _called(function: FunctionType, args: tuple[Any, ...], keywords: Mapping[str, Any], depth: int) -> Any:
    node = source_of(function)
    code = function.__code__
    if node is None or node.args.vararg or node.args.kwarg or len(args) > code.co_argcount:
        raise Unread
    names = code.co_varnames[: code.co_argcount]
    defaults = function.__defaults__ or ()
    local = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    local.update(zip(names, args, strict=False))
    local.update(keywords)
    cells = zip(code.co_freevars, function.__closure__ or (), strict=False)
    outer = {**function.__globals__, **{name: cell.cell_contents for name, cell in cells}}
    reading = _Reading(local, outer, depth)
    if isinstance(node, ast.Lambda):
        return reading.value(node.body)
    found, value = reading.run(node.body)
    return value if found else None


class _Reading:
    """Reads statements and expressions of which it is known that they only read."""

    def __init__(self, local: dict[str, Any], outer: Mapping[str, Any], depth: int):
        self.local, self.outer, self.depth = local, outer, depth

    def run(self, body: list[ast.stmt]) -> tuple[bool, Any]:
        """Whether a return was reached, and with what."""
        for one in body:
            if isinstance(one, ast.Return):
                return True, self.value(one.value) if one.value is not None else None
            if isinstance(one, ast.If):
                ended, value = self.run(one.body if self.value(one.test) else one.orelse)
                if ended:
                    return True, value
            elif (
                isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name)
            ):
                self.local[one.targets[0].id] = self.value(one.value)
            elif not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)):
                raise Unread
        return False, None

    def value(self, node: ast.expr) -> Any:
        """An expression's value."""
        read: Callable[[Any], Any] | None = getattr(self, f"_{type(node).__name__.lower()}", None)
        if read is None:
            raise Unread
        return read(node)

    def _constant(self, node: ast.Constant) -> Any:
        return node.value

    def _name(self, node: ast.Name) -> Any:
        if node.id in self.local:
            return self.local[node.id]
        return self.outer[node.id] if node.id in self.outer else PLAIN.get(node.id, _Missing)

    def _attribute(self, node: ast.Attribute) -> Any:
        return _attribute(self.value(node.value), node.attr)

    def _subscript(self, node: ast.Subscript) -> Any:
        return _item(self.value(node.value), self.value(node.slice))

    def _slice(self, node: ast.Slice) -> Any:
        parts = (node.lower, node.upper, node.step)
        return slice(*(None if one is None else self.value(one) for one in parts))

    def _unaryop(self, node: ast.UnaryOp) -> Any:
        held = self.value(node.operand)
        return -held if isinstance(node.op, ast.USub) and isinstance(held, (int, float)) else _refused()

    def _binop(self, node: ast.BinOp) -> Any:
        left, right = self.value(node.left), self.value(node.right)
        act = NUMERIC.get(type(node.op))
        if act is not None and all(type(one) in (int, float) for one in (left, right)):
            return _tried(act, [left, right], {})
        if not isinstance(node.op, ast.Add) or type(left) is not type(right) or type(left) not in (str, list):
            raise Unread
        return left + right

    def _list(self, node: ast.List) -> Any:
        return [self.value(one) for one in node.elts]

    def _ifexp(self, node: ast.IfExp) -> Any:
        return self.value(node.body if self.value(node.test) else node.orelse)

    def _compare(self, node: ast.Compare) -> Any:
        left, right = self.value(node.left), self.value(node.comparators[0])
        tests = {ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.In: lambda a, b: a in b}
        test = tests.get(type(node.ops[0]))
        if (
            test is None
            or len(node.ops) > 1
            or not all(type(one) in (str, int, list, tuple) for one in (left, right))
        ):
            raise Unread
        return test(left, right)

    def _call(self, node: ast.Call) -> Any:
        args = [self.value(one) for one in node.args]
        if any(isinstance(one, ast.Starred) for one in node.args) or any(
            one.arg is None for one in node.keywords
        ):
            raise Unread
        keywords = {str(one.arg): self.value(one.value) for one in node.keywords}
        if isinstance(node.func, ast.Attribute):
            return self._method(node.func, args, keywords)
        called = self.value(node.func)
        if called in PLAIN.values() and not keywords and args:
            is_path = called is str and isinstance(args[0], PurePath)
            if not is_path and not all(type(one) in (str, list, tuple, int, float, set) for one in args):
                raise Unread
            return _tried(called, args, keywords)
        if isinstance(called, type) and issubclass(called, PurePath) and len(args) == 1:
            return PurePath(args[0]) if isinstance(args[0], (str, PurePath)) else _refused()
        if isinstance(called, FunctionType) and called.__module__ == "__main__":
            return _called(called, tuple(args), keywords, self.depth + 1)
        return result(called, args[0], self.depth + 1) if len(args) == 1 and not keywords else _refused()

    def _method(self, func: ast.Attribute, args: list[Any], keywords: dict[str, Any]) -> Any:
        holder = self.value(func.value)
        is_text = isinstance(holder, str) and func.attr in OF_TEXTS
        is_pattern = holder is re or isinstance(holder, re.Pattern)
        is_search = is_pattern and func.attr in ("match", "search", "fullmatch", "findall", "sub", "split")
        is_match = isinstance(holder, re.Match) and func.attr in ("group", "groups")
        is_get = isinstance(holder, dict) and func.attr == "get"
        if not (is_text or is_search or is_match or is_get):
            raise Unread
        return _tried(getattr(holder, func.attr), args, keywords)


def _tried(called: Callable[..., Any], args: list[Any], keywords: dict[str, Any]) -> Any:
    try:
        return called(*args, **keywords)
    except Exception:  # noqa: BLE001  it ended well for the learner: this is not what ran
        raise Unread from None


class _Missing:
    """A name that has no value."""
