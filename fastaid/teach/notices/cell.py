"""A cell that ran, with the functions of the notebook that it calls, and the values that it left."""

from __future__ import annotations

import ast
import inspect
import linecache
import sysconfig
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import FunctionType, MethodType, ModuleType
from typing import Any

from pure_eval import CannotEval, Evaluator

from fastaid.teach.objects import is_dls, is_learner, is_module, is_tensor, library, stored
from fastaid.teach.scene import PLAIN_READS, UNKNOWN

MOST_FUNCTIONS = 40  # of a notebook are looked into for one cell
NEVER = (
    ast.Call,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.Await,
    ast.Yield,
)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True)
class Cell:
    """A cell that ran without an error."""

    source: str  # as Python: magics are calls
    names: Mapping[str, Any]  # the notebook's variables, after it

    @cached_property
    def tree(self) -> ast.Module:
        """The cell, parsed."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError):
            return ast.Module([], [])

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every part of it, functions defined in the cell included; operators and contexts left out."""
        return nodes_of(self.tree)

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Calls of a function or method by its last name: `learn.fit(…)` for "fit"."""
        for node in self.nodes:
            if isinstance(node, ast.Call) and last_name(node.func) in names:
                yield node

    @cached_property
    def mentioned(self) -> dict[str, Any]:
        """The variables that the cell names, with their values."""
        words = {node.id for node in self.nodes if isinstance(node, ast.Name) and not is_local(node)}
        return {word: self.names[word] for word in sorted(words) if word in self.names}

    def live(self, kind: Callable[[Any], bool]) -> Iterator[tuple[str, Any]]:
        """Variables of a kind that the cell names."""
        for name, held in self.mentioned.items():
            if kind(held):
                yield name, held

    def loaders(self) -> Iterator[tuple[str, Any]]:
        """fastai's DataLoaders that the cell names, or whose learner it names."""
        seen = set()
        for name, held in self.mentioned.items():
            found = stored(held).get("dls") if is_learner(held) else held
            if is_dls(found) and id(found) not in seen:
                seen.add(id(found))
                yield (f"{name}.dls" if is_learner(held) else name), found

    @cached_property
    def bound(self) -> Counter[str]:
        """How often the cell binds each name: one that is bound again no longer has the value it had."""
        found = Counter(
            node.id for node in self.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        )
        return found + Counter(
            node.target.id
            for node in self.nodes
            if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
        )

    def assigned(self) -> Iterator[tuple[str, ast.expr]]:
        """`name = expression` of the notebook's own variables; in loops too."""
        for node in self.nodes:
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                target = node.targets[0]
                if isinstance(target, ast.Name) and not is_local(target):
                    yield target.id, node.value

    def value(self, node: ast.AST | None) -> Any:
        """What an expression stands for after the cell, UNKNOWN where telling would run code."""
        if not isinstance(node, ast.expr):
            return UNKNOWN
        if isinstance(node, ast.Name):
            return UNKNOWN if is_local(node) else self.names.get(node.id, UNKNOWN)
        if isinstance(node, ast.Attribute):
            return self._attribute(node)
        if isinstance(node, ast.Constant):
            return node.value
        if any(isinstance(one, NEVER) or is_local(one) for one in ast.walk(node)):
            return UNKNOWN
        try:
            return self._evaluator[node]
        except CannotEval:
            return UNKNOWN
        except Exception:  # noqa: BLE001  an object whose code breaks
            return UNKNOWN

    @cached_property
    def _evaluator(self) -> Evaluator:
        return Evaluator(dict(self.names))

    @cached_property
    def optimizers(self) -> list[tuple[str, Any]]:
        """The notebook's optimizers of torch's, named by the cell or not."""
        kind = getattr(library("torch.optim"), "Optimizer", ())
        return [
            (name, held) for name, held in self.names.items() if isinstance(held, kind) and name[:1] != "_"
        ]

    def _attribute(self, node: ast.Attribute) -> Any:
        holder = self.value(node.value)
        if holder is UNKNOWN:
            return UNKNOWN
        if is_tensor(holder) and node.attr in PLAIN_READS:
            return getattr(holder, node.attr)
        if isinstance(holder, ModuleType):
            return vars(holder).get(node.attr, UNKNOWN)
        if node.attr in stored(holder):
            return stored(holder)[node.attr]
        if is_module(holder):
            for table in ("_parameters", "_buffers", "_modules"):
                if node.attr in stored(holder).get(table, {}):
                    return stored(holder)[table][node.attr]
        return UNKNOWN

    def written(self, called: ast.expr) -> ast.AST | None:
        """The definition of what is called, where the learner wrote it."""
        if isinstance(called, ast.Attribute):
            holder = self.value(called.value)
            if holder is UNKNOWN:
                return None
            held = _method(holder, called.attr) or self.value(called)
        else:
            held = self.value(called)
        if held is UNKNOWN or held is None:
            return None
        if is_module(held) and type(held).__module__ == "__main__":
            held = _method(held, "forward")
        return self._definition(held)

    def _definition(self, held: Any) -> ast.AST | None:
        if isinstance(held, type):
            if held.__module__ != "__main__":
                return None
            method = next((one for one in vars(held).values() if isinstance(one, FunctionType)), None)
            return _defined(method, held.__name__, ast.ClassDef) if method is not None else None
        if isinstance(held, MethodType):
            held = held.__func__
        if not isinstance(held, FunctionType):
            return None
        held = inspect.unwrap(held)
        if held.__globals__ is not self.names and _is_librarys(held.__code__.co_filename):
            return None
        return _defined(held, held.__name__, (ast.FunctionDef, ast.AsyncFunctionDef))

    def reached(self, *parts: ast.AST) -> list[ast.AST]:
        """Every node of these parts and of the learner's functions that they call."""
        found: list[ast.AST] = []
        todo, seen = list(parts), set[int]()
        while todo and len(seen) < MOST_FUNCTIONS:
            part = todo.pop(0)
            if id(part) in seen:
                continue
            seen.add(id(part))
            inside = self.nodes if part is self.tree else nodes_of(part)
            found += inside
            for node in inside:
                if isinstance(node, ast.Call) and (inner := self.written(node.func)) is not None:
                    todo.append(inner)
        return found

    @cached_property
    def all_nodes(self) -> list[ast.AST]:
        """Every node of the cell and of the learner's functions that it calls."""
        return self.reached(self.tree)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name and attribute of the cell and of the learner's functions that it calls."""
        return words_of(self.all_nodes)

    @property
    def shown(self) -> ast.Expr | None:
        """The expression whose value the notebook displays: the last of the cell."""
        last = self.tree.body[-1] if self.tree.body else None
        return last if isinstance(last, ast.Expr) and not self.source.rstrip().endswith(";") else None


def last_name(node: ast.expr) -> str:
    """`learn.fit` → "fit"."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def words_of(nodes: list[ast.AST]) -> frozenset[str]:
    """Every name, attribute and keyword."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, FUNCTIONS):
            found.add(node.name)
    return frozenset(found)


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The expression given for a keyword of a call."""
    return next((one.value for one in call.keywords if one.arg == name), None)


def constant(node: ast.AST | None) -> Any:
    """A literal's value, a negative number's too; UNKNOWN for anything else."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = constant(node.operand)
        return -inner if isinstance(inner, (int, float)) else UNKNOWN
    return UNKNOWN


def _method(holder: Any, name: str) -> FunctionType | None:
    """A method as its class has it, for objects of the learner's own classes."""
    kind = holder if isinstance(holder, type) else type(holder)
    if kind.__module__ != "__main__":
        return None
    for one in kind.__mro__:
        held = vars(one).get(name)
        if isinstance(held, (staticmethod, classmethod)):
            held = held.__func__
        if isinstance(held, FunctionType):
            return held
    return None


@cache
def _is_librarys(file: str) -> bool:
    return file.startswith((sysconfig.get_paths()["stdlib"], "<")) or "site-packages" in file


def _defined(
    function: FunctionType, name: str, kind: type[ast.AST] | tuple[type[ast.AST], ...]
) -> ast.AST | None:
    """The part of its file or cell that defines it."""
    text = "".join(linecache.getlines(inspect.unwrap(function).__code__.co_filename))
    line = function.__code__.co_firstlineno
    for node in _definitions(text):
        start = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        end = node.end_lineno or node.lineno
        if isinstance(node, kind) and node.name == name and start <= line <= end:
            return node
    return None


@lru_cache(64)
def _definitions(text: str) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, ...]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    return tuple(node for node in nodes_of(tree) if isinstance(node, FUNCTIONS))


def is_local(node: ast.AST) -> bool:
    """Whether a name is a function's own: the notebook may have another of that name."""
    return bool(getattr(node, "fastaid_local", False))


def nodes_of(tree: ast.AST) -> list[ast.AST]:
    """A tree's nodes, outer ones first, with the names marked that belong to functions and comprehensions.

    It runs after every cell, so it is written for speed: `ast.walk` takes three times as long.
    """
    held: list[ast.AST] | None = getattr(tree, "fastaid_nodes", None)
    if held is not None:
        return held
    found = _walk([tree])
    for node in found:
        if isinstance(node, SCOPES):
            _mark_locals(node)
    tree.fastaid_nodes = found  # type: ignore[attr-defined]
    return found


def _walk(found: list[ast.AST]) -> list[ast.AST]:
    for node in found:  # it grows meanwhile
        for field in FIELDS[type(node)]:
            value = getattr(node, field, None)
            if type(value) is list:
                found += [one for one in value if isinstance(one, ast.AST)]
            elif value is not None:
                found.append(value)
    return found


class _Fields(dict[type, tuple[str, ...]]):
    """The fields of each kind of node that hold nodes worth looking at."""

    def __missing__(self, kind: type[ast.AST]) -> tuple[str, ...]:
        plain = {
            "ctx",
            "op",
            "ops",
            "id",
            "attr",
            "arg",
            "name",
            "names",
            "module",
            "level",
            "asname",
            "kind",
        }
        plain |= {"n", "s", "is_async", "simple", "type_comment", "lineno", "conversion", "type_ignores"}
        if issubclass(kind, ast.Constant):
            plain.add("value")
        elif issubclass(kind, (ast.Import, ast.ImportFrom)):
            plain.discard("names")
        fields = tuple(field for field in kind._fields if field not in plain)
        self[kind] = fields
        return fields


FIELDS = _Fields()
SCOPES = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)


def _mark_locals(scope: ast.AST) -> None:
    """Mark the names that belong to a function, a lambda or a comprehension."""
    if isinstance(scope, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        arguments = scope.args
        every = [
            *arguments.posonlyargs,
            *arguments.args,
            *arguments.kwonlyargs,
            arguments.vararg,
            arguments.kwarg,
        ]
        own = {one.arg for one in every if one is not None}
        inside = _walk(_body(scope))
        own |= {one.id for one in inside if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        own -= {word for one in inside if isinstance(one, ast.Global) for word in one.names}
    elif isinstance(scope, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
        targets = _walk([part.target for part in scope.generators])
        own = {one.id for one in targets if isinstance(one, ast.Name)}
        inside = _walk([scope])
    else:
        return
    for one in inside:
        if isinstance(one, ast.Name) and one.id in own:
            one.fastaid_local = True  # type: ignore[attr-defined]


def _body(scope: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[ast.AST]:
    return [scope.body] if isinstance(scope, ast.Lambda) else list(scope.body)
