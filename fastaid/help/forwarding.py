"""Where **kwargs go: the calls of a function's body that pass them on, read from its syntax, never run."""

from __future__ import annotations

import ast
import builtins
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from fastaid.help.calls import Call
from fastaid.help.objects import MISSING, bases, closure, is_a, is_class, static, stored, unwrapped
from fastaid.help.sources import defining_class, nodes_of, tree_of

KEEPERS = ("dict", "store_attr", "update", "setattr", "format", "SimpleNamespace", "namedtuple", "Namespace")


@dataclass
class Passed:
    """One call that **kwargs are handed to."""

    callee: Any
    owner: type | None
    n_positional: int  # arguments that the call itself fills
    explicit: frozenset[str]  # keywords that it fills
    is_bound: bool  # the callee was reached through an instance or a class, which fills `self`
    is_sure: bool = False  # the call is made whatever happens: it stands in no branch, loop or inner function


@dataclass
class Forwarding:
    """What becomes of a function's **kwargs."""

    passed: list[Passed] = field(default_factory=list)
    taken: dict[str, ast.expr | None] = field(default_factory=dict)  # popped by name, with the default
    is_kept: bool = False  # stored or handed on as a dict
    is_unknown: bool = False  # handed to something that cannot be told without running


def forwarding_of(call: Call) -> Forwarding:
    """Read the body of a function with **kwargs."""
    code = call.function.__code__
    tree = tree_of(code)
    found = Forwarding()
    if tree is None or tree.args.kwarg is None:
        found.is_unknown = True
        return found
    _Reader(call, tree, found).read()
    return found


BRANCHES = (
    ast.If, ast.IfExp, ast.For, ast.While, ast.Try, ast.With, ast.BoolOp, ast.Lambda, ast.FunctionDef, ast.ClassDef,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Match,
)  # fmt: skip


def _sure_calls(tree: ast.FunctionDef) -> Iterator[int]:
    """The calls that every run of the body makes, up to the first branch that may return."""
    waiting: list[ast.AST] = list(reversed(tree.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, BRANCHES):
            if any(isinstance(inner, ast.Return) for inner in ast.walk(node)):
                return
            continue
        if isinstance(node, ast.Call):
            yield id(node)
        waiting += reversed(list(ast.iter_child_nodes(node)))


class _Reader:
    def __init__(self, call: Call, tree: ast.FunctionDef, found: Forwarding):
        self.call, self.nodes, self.found = call, nodes_of(call.function.__code__), found
        assert tree.args.kwarg is not None
        self.names = {tree.args.kwarg.arg}  # **kwargs, and copies under other names
        self.local: dict[str, list[ast.expr]] = {}
        self.sure = set(_sure_calls(tree))
        arguments = [*tree.args.posonlyargs, *tree.args.args]
        self.first = arguments[0].arg if arguments and call.owner is not None else ""

    def read(self) -> None:
        for node in self.nodes:
            if (
                isinstance(node, ast.Assign)
                and len(node.targets) == 1
                and isinstance(node.targets[0], ast.Name)
            ):
                self._assigned(node.targets[0].id, node.value)
            elif isinstance(node, ast.NamedExpr):
                self._assigned(node.target.id, node.value)
        used: set[int] = set()
        for node in self.nodes:
            if isinstance(node, ast.Call):
                self._called(node, used)
            elif isinstance(node, ast.Subscript) and self._is_kwargs(node.value):
                used.add(id(node.value))
                is_read = isinstance(node.ctx, ast.Load) and isinstance(node.slice, ast.Constant)
                if is_read and isinstance(node.slice.value, str):  # type: ignore[attr-defined]
                    self.found.taken.setdefault(node.slice.value, None)  # type: ignore[attr-defined]
            elif isinstance(node, ast.Compare):
                used.update(id(one) for one in node.comparators if self._is_kwargs(one))
            elif isinstance(node, (ast.Dict,)):
                used.update(id(v) for k, v in zip(node.keys, node.values, strict=True) if k is None)
            elif isinstance(node, (ast.If, ast.IfExp, ast.BoolOp, ast.UnaryOp, ast.While)):
                used.update(id(n) for n in ast.walk(getattr(node, "test", node)) if isinstance(n, ast.Name))
            elif isinstance(node, ast.For) and self._is_kwargs(node.iter):
                self.found.is_kept = True
        for node in self.nodes:
            if self._is_kwargs(node) and isinstance(node.ctx, ast.Load) and id(node) not in used:  # type: ignore[attr-defined]
                self.found.is_kept = True

    def _assigned(self, name: str, value: ast.expr) -> None:
        self.local.setdefault(name, []).append(value)
        if isinstance(value, ast.Dict):
            if any(k is None and self._is_kwargs(v) for k, v in zip(value.keys, value.values, strict=True)):
                self.names.add(name)
        elif (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Name)
            and value.func.id in ("dict", "merge")
        ):
            passed = [*value.args, *(k.value for k in value.keywords if k.arg is None)]
            if any(self._is_kwargs(one) for one in passed):
                self.names.add(name)
        elif self._is_kwargs(value) or (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and value.func.attr == "copy"
            and self._is_kwargs(value.func.value)
        ):
            self.names.add(name)

    def _is_kwargs(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Name) and node.id in self.names

    def _called(self, node: ast.Call, used: set[int]) -> None:
        function = node.func
        if isinstance(function, ast.Attribute) and self._is_kwargs(function.value):
            used.add(id(function.value))
            self._asked(function.attr, node)
            return
        starred = [k.value for k in node.keywords if k.arg is None and self._carries(k.value)]
        # kwargs inside `dict(a=1, **kwargs)` or `merge(kwargs, …)` that a starred argument unpacks again
        for value in starred:
            used.update(id(n) for n in ast.walk(value) if isinstance(n, ast.Name))
        used.update(id(arg) for arg in node.args if self._is_kwargs(arg))
        if starred:
            self._passed(node, used)

    def _carries(self, node: ast.expr) -> bool:
        """Whether an unpacked expression holds the **kwargs."""
        if self._is_kwargs(node):
            return True
        if isinstance(node, ast.Dict):
            return any(self._is_kwargs(v) for k, v in zip(node.keys, node.values, strict=True) if k is None)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("dict", "merge")
        ):
            return any(self._is_kwargs(one) for one in [*node.args, *(k.value for k in node.keywords)])
        return isinstance(node, ast.BinOp) and any(self._is_kwargs(n) for n in ast.walk(node))

    def _asked(self, what: str, node: ast.Call) -> None:
        first = node.args[0] if node.args else None
        if what in ("get", "pop", "setdefault") and isinstance(first, ast.Constant):
            self.found.taken.setdefault(str(first.value), node.args[1] if len(node.args) > 1 else None)
        elif what in ("items", "values", "keys"):
            self.found.is_kept = True

    def _passed(self, node: ast.Call, used: set[int]) -> None:
        function, args = node.func, list(node.args)
        short = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if short in ("partial", "partialler") and args:
            function, args = args[0], args[1:]
            short = ""
        if short in KEEPERS:
            if id(node) not in used and not (short == "dict" and self._is_unpacked(node)):
                self.found.is_kept = True
            return
        explicit = {k.arg for k in node.keywords if k.arg}
        for k in node.keywords:
            if k.arg is None and isinstance(k.value, ast.Dict):
                explicit |= {str(c.value) for c in k.value.keys if isinstance(c, ast.Constant)}
            elif k.arg is None and isinstance(k.value, ast.Call):
                explicit |= {inner.arg for inner in k.value.keywords if inner.arg}
        # Behind *args nobody knows what is filled.
        n_positional = next((i for i, one in enumerate(args) if isinstance(one, ast.Starred)), len(args))
        found = self._resolve(function)
        if not found:
            self.found.is_unknown = True
        for callee, owner, is_bound in found:
            if callee in (dict, object) or callee is object.__init__:
                self.found.is_kept |= callee is dict
                continue
            is_sure = id(node) in self.sure and len(found) == 1
            self.found.passed.append(
                Passed(callee, owner, n_positional, frozenset(explicit), is_bound, is_sure)
            )

    def _is_unpacked(self, node: ast.Call) -> bool:
        return any(
            keyword.arg is None and keyword.value is node
            for call in self.nodes
            if isinstance(call, ast.Call)
            for keyword in call.keywords
        )

    # -- the function that a callee's expression names ---------------------------------------------

    def _resolve(self, node: ast.expr, depth: int = 0) -> list[tuple[Any, type | None, bool]]:
        """(function, class it was looked up on, whether `self` is filled) for each it may be."""
        if depth > 4:
            return []
        if isinstance(node, ast.IfExp):
            return [*self._resolve(node.body, depth + 1), *self._resolve(node.orelse, depth + 1)]
        if isinstance(node, ast.BoolOp):
            return [one for value in node.values for one in self._resolve(value, depth + 1)]
        if isinstance(node, ast.Name):
            return self._named(node.id, depth)
        if isinstance(node, ast.Attribute):
            return self._attribute(node, depth)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "type" and self._is_self(node.args[0] if node.args else None):
                return [(self.call.owner, None, True)]
            if node.func.id == "ifnone" and len(node.args) == 2:
                return self._resolve(node.args[1], depth + 1) or self._resolve(node.args[0], depth + 1)
            if node.func.id == "getattr" and len(node.args) >= 2 and isinstance(node.args[1], ast.Constant):
                attribute = ast.Attribute(node.args[0], str(node.args[1].value), ast.Load())
                return self._attribute(attribute, depth)
        return []

    def _is_self(self, node: ast.expr | None) -> bool:
        return isinstance(node, ast.Name) and bool(self.first) and node.id == self.first

    def _named(self, name: str, depth: int) -> list[tuple[Any, type | None, bool]]:
        if name == self.first and is_class(self.call.owner):
            own = self.call.owner
            # `cls(**kwargs)` makes one; `self(**kwargs)` calls it
            return [(own, None, True)] if name == "cls" or own is None else self._member(own, "__call__")
        if name in self.local:
            return [one for value in self.local[name] for one in self._resolve(value, depth + 1)]
        default = self._default_of(name)
        if default is not MISSING:
            return [(default, None, False)] if callable(default) and default is not None else []
        value = self._global(name)
        return [(value, None, False)] if value is not None and callable(value) else []

    def _default_of(self, name: str) -> Any:
        """The default of an argument: the function that runs where the caller says no other."""
        function = self.call.function
        code = function.__code__
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        if name not in names:
            return MISSING
        defaults = dict(
            zip(code.co_varnames[: code.co_argcount][::-1], (function.__defaults__ or ())[::-1], strict=False)
        )
        return {**defaults, **(function.__kwdefaults__ or {})}.get(name)

    def _global(self, name: str) -> Any:
        held = closure(self.call.function)
        if name in held:
            return held[name]
        return self.call.function.__globals__.get(name, vars(builtins).get(name))

    def _attribute(self, node: ast.Attribute, depth: int) -> list[tuple[Any, type | None, bool]]:
        value = node.value
        owner = self.call.owner
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "super":
            return self._above(node.attr) if owner is not None else []
        if self._is_self(value) and owner is not None:
            return self._member(owner, node.attr)
        if (isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "type"
                and owner is not None and self._is_self(value.args[0] if value.args else None)):  # fmt: skip
            return self._member(owner, node.attr)
        for held, _, _ in self._values(value, depth):
            if is_class(held):
                member = static(held, node.attr)
                is_bound = is_a(member, classmethod)
                inner = member.__func__ if is_a(member, classmethod, staticmethod) else member
                return [(inner, held, is_bound)] if inner is not None else []
            if is_a(held, types.ModuleType):
                member = stored(held).get(node.attr)
                return [(member, None, False)] if member is not None else []
        made = self._instance(value, depth)
        if made is not None:
            return self._member(made, node.attr)
        return []

    def _values(self, node: ast.expr, depth: int) -> list[tuple[Any, type | None, bool]]:
        """What an expression names: a module or a class need not be callable."""
        if isinstance(node, ast.Name):
            value = self._global(node.id) if node.id not in self.local else None
            return [(value, None, False)] if value is not None else self._named(node.id, depth)
        if isinstance(node, ast.Attribute):
            return self._attribute(node, depth + 1)
        return []

    def _instance(self, node: ast.expr, depth: int) -> type | None:
        """The class of what an expression makes or is annotated to be."""
        if isinstance(node, ast.Name) and node.id in self.local:
            return next((c for v in self.local[node.id] if (c := self._instance(v, depth + 1))), None)
        if isinstance(node, ast.Name):
            kind = self.call.function.__annotations__.get(node.id)
            return kind if is_class(kind) else None
        if isinstance(node, ast.Call) and depth < 4:
            for made, _, _ in self._resolve(node.func, depth + 1):
                if is_class(made):
                    return made
                inner = unwrapped(made)
                returned = inner.__annotations__.get("return") if is_a(inner, types.FunctionType) else None
                if is_class(returned):
                    return returned
        return None

    def _above(self, name: str) -> list[tuple[Any, type | None, bool]]:
        owner = self.call.owner
        assert owner is not None
        line = bases(owner)
        here = defining_class(owner, self.call.function.__code__)
        for cls in line[line.index(here) + 1 :]:
            if name in vars(cls):
                return self._unpacked(vars(cls)[name], owner, name)
        return []

    def _member(self, owner: type, name: str) -> list[tuple[Any, type | None, bool]]:
        member = static(owner, name)
        return self._unpacked(member, owner, name) if member is not None else []

    def _unpacked(self, member: Any, owner: type, name: str) -> list[tuple[Any, type | None, bool]]:
        if is_a(member, property):
            return []
        is_free = is_a(member, staticmethod)
        inner = member.__func__ if is_a(member, classmethod, staticmethod) else member
        # A class that is kept as an attribute (`_dl_type = DataLoader`) is made, not called as a method.
        return [(inner, None if is_class(inner) else owner, not is_free)]
