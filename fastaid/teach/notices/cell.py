"""A cell that ran, with the functions of the notebook that it calls, and the values that it left."""

from __future__ import annotations

import ast
from abc import ABCMeta
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType, NoneType
from typing import TYPE_CHECKING, Any

from fastaid.teach.notices.definitions import defined, is_librarys, unwrapped
from fastaid.teach.notices.tree import (
    FUNCTIONS,
    N,
    Nodes,
    T,
    below,
    is_local,
    kept,
    kinds_of,
    nodes_in,
    nodes_of,
    parsed,
    words_of,
)
from fastaid.teach.objects import (
    PLAIN_READS,
    UNKNOWN,
    is_dls,
    is_learner,
    is_module,
    is_tensor,
    library,
    stored,
)

if TYPE_CHECKING:
    from pure_eval import Evaluator

DEFINED = frozenset({FunctionType, BuiltinFunctionType, ModuleType, type, ABCMeta})  # no variables
PLAIN = DEFINED | {int, float, bool, str, bytes, NoneType, list, tuple, dict, set}
MOST_FUNCTIONS = 40  # of a notebook are looked into for one cell
NEVER = frozenset(
    {
        ast.Call,
        ast.Lambda,
        ast.ListComp,
        ast.SetComp,
        ast.DictComp,
        ast.GeneratorExp,
        ast.Await,
        ast.Yield,
        ast.YieldFrom,
    }
)


@dataclass(frozen=True)
class Cell:
    """A cell that ran without an error."""

    source: str  # as Python: magics are calls
    names: Mapping[str, Any]  # the notebook's variables, after it

    _values: dict[int, tuple[ast.AST, Any]] = field(default_factory=dict, repr=False)
    _definitions: dict[int, tuple[ast.AST, ast.AST | None]] = field(default_factory=dict, repr=False)
    _reached: dict[tuple[int, ...], tuple[Sequence[ast.AST], Nodes]] = field(default_factory=dict, repr=False)
    _live: dict[Callable[[Any], bool], list[tuple[str, Any]]] = field(default_factory=dict, repr=False)
    _found: dict[Callable[[Cell], Any], Any] = field(default_factory=dict, repr=False)
    _calls_of: dict[Callable[[Any], bool], list[tuple[ast.Call, Any]]] = field(
        default_factory=dict, repr=False
    )

    @cached_property
    def tree(self) -> ast.Module:
        """The cell, parsed."""
        return parsed(self.source)

    @cached_property
    def nodes(self) -> Nodes:
        """Every part of it, functions defined in the cell included; operators and contexts left out."""
        return nodes_of(self.tree)

    def of(self, kind: type[N]) -> list[N]:
        """The nodes of one kind."""
        return nodes_in(self.tree, kind)

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Calls of a function or method by its last name: `learn.fit(…)` for "fit"."""
        for node in self.of(ast.Call):
            if last_name(node.func) in names:
                yield node

    def calls_of(self, kind: Callable[[Any], bool]) -> Sequence[tuple[ast.Call, Any]]:
        """Calls of objects of a kind, with the object: `model(x)` for networks."""
        found = self._calls_of.get(kind)
        if found is None:
            pairs = ((call, self.value(call.func)) for call in self.of(ast.Call))
            found = self._calls_of[kind] = [
                (call, held) for call, held in pairs if held is not UNKNOWN and kind(held)
            ]
        return found

    def once(self, find: Callable[[Cell], T]) -> T:
        """What there is to find out about the cell, found out once for all checks that ask."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    @cached_property
    def own_calls(self) -> Sequence[tuple[ast.Call, ast.AST]]:
        """Calls of functions, methods and classes that the learner wrote, with what was written."""
        pairs = ((call, self.written(call.func)) for call in self.of(ast.Call))
        return [(call, written) for call, written in pairs if written is not None]

    @cached_property
    def mentioned(self) -> dict[str, Any]:
        """The variables that the cell names, with their values."""
        words = kept(self.tree, "own_names", _own_names)
        return {word: self.names[word] for word in words if word in self.names}

    @cached_property
    def things(self) -> list[tuple[str, Any]]:
        """Those of them that a library or the learner's own class made: no numbers, texts or lists, no functions."""
        return [pair for pair in self.mentioned.items() if type(pair[1]) not in PLAIN]

    def live(self, kind: Callable[[Any], bool]) -> Sequence[tuple[str, Any]]:
        """Things of a kind that the cell names: tables, tensors, networks."""
        found = self._live.get(kind)  # many checks ask for the same kinds
        if found is None:
            found = self._live[kind] = [pair for pair in self.things if kind(pair[1])]
        return found

    def loaders(self) -> Sequence[tuple[str, Any]]:
        """fastai's DataLoaders that the cell names, or whose learner it names."""
        return self._loaders

    @cached_property
    def _loaders(self) -> list[tuple[str, Any]]:
        learners, found = dict(self.live(is_learner)), dict[int, tuple[str, Any]]()
        for name, held in self.things:
            dls = stored(held).get("dls") if name in learners else held
            if is_dls(dls):
                found.setdefault(id(dls), (f"{name}.dls" if name in learners else name, dls))
        return list(found.values())

    @cached_property
    def bound(self) -> Counter[str]:
        """How often the cell binds each name: one that is bound again no longer has the value it had."""
        return kept(self.tree, "bound", _bound)

    def assigned(self) -> Iterator[tuple[str, ast.expr]]:
        """`name = expression` of the notebook's own variables; in loops too."""
        yield from kept(self.tree, "assigned", _assigned)

    def value(self, node: ast.AST | None) -> Any:
        """What an expression stands for after the cell, UNKNOWN where telling would run code."""
        if not isinstance(node, ast.expr):
            return UNKNOWN
        held = self._values.get(id(node))
        if held is None:
            held = self._values[id(node)] = (node, self._value(node))
        return held[1]

    def _value(self, node: ast.expr) -> Any:
        if isinstance(node, ast.Name):
            return UNKNOWN if is_local(node) else self.names.get(node.id, UNKNOWN)
        if isinstance(node, ast.Attribute):
            return self._attribute(node)
        if isinstance(node, ast.Constant):
            return node.value
        for one in below(node):
            if type(one) in NEVER or (
                isinstance(one, ast.Name) and (is_local(one) or one.id not in self.names)
            ):
                return UNKNOWN
        try:
            return self._evaluator[node]
        except Exception:  # noqa: BLE001  it cannot be told, or is an object whose code breaks
            return UNKNOWN

    @cached_property
    def _evaluator(self) -> Evaluator:
        from pure_eval import Evaluator  # few cells need it

        return Evaluator(self.names)

    @cached_property
    def optimizers(self) -> list[tuple[str, Any]]:
        """The notebook's optimizers of torch's, named by the cell or not."""
        kind = getattr(library("torch.optim"), "Optimizer", ())
        return [pair for pair in self.variables if isinstance(pair[1], kind)]

    @cached_property
    def variables(self) -> list[tuple[str, Any]]:
        """The notebook's variables, named by the cell or not: fastai's star import brings a thousand other names."""
        every = list(self.names.items())
        return [pair for pair in every if type(pair[1]) not in DEFINED and pair[0][:1] != "_"]

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
        held = self._definitions.get(id(called))
        if held is None:
            held = self._definitions[id(called)] = (called, self._written(called))
        return held[1]

    def _written(self, called: ast.expr) -> ast.AST | None:
        if isinstance(called, ast.Attribute):
            holder = self.value(called.value)
            if type(holder) is ModuleType:  # torch.randn: most calls are of this kind
                held = vars(holder).get(called.attr)
            elif holder is UNKNOWN:
                return None
            else:
                held = _method(holder, called.attr) or self.value(called)
        else:
            held = self.value(called)
        if held is UNKNOWN or held is None:
            return None
        if type(held).__module__ == "__main__" and is_module(held):
            held = _method(held, "forward")
        return self.definition(held)

    def definition(self, held: Any) -> ast.AST | None:
        """The learner's own source of a function, method or class."""
        if isinstance(held, type):
            if held.__module__ != "__main__":
                return None
            method = next((one for one in vars(held).values() if isinstance(one, FunctionType)), None)
            return defined(method, held.__name__, ast.ClassDef) if method is not None else None
        if isinstance(held, MethodType):
            held = held.__func__
        if not isinstance(held, FunctionType):
            return None
        held = unwrapped(held)
        if held is None:
            return None
        is_notebooks = held.__globals__ is self.names or held.__module__ == "__main__"
        if not is_notebooks and is_librarys(held.__code__.co_filename):
            return None
        return defined(held, held.__name__, (ast.FunctionDef, ast.AsyncFunctionDef))

    def reached(self, *parts: ast.AST) -> Nodes:
        """Every node of these parts and of the learner's functions that they call."""
        key = tuple(map(id, parts))
        held = self._reached.get(key)  # many checks ask for the same loops
        if held is None:
            held = self._reached[key] = (parts, self._reach(parts))
        return held[1]

    def _reach(self, parts: Sequence[ast.AST]) -> Nodes:
        found = list[ast.AST]()
        todo, seen = list(parts), set[int]()
        while todo and len(seen) < MOST_FUNCTIONS:
            part = todo.pop(0)
            if id(part) in seen:
                continue
            seen.add(id(part))
            found.append(part)
            todo += [
                inner for call in nodes_in(part, ast.Call) if (inner := self.written(call.func)) is not None
            ]
        return Nodes(found)

    @cached_property
    def all_nodes(self) -> Nodes:
        """Every node of the cell and of the learner's functions that it calls."""
        return self.reached(self.tree) if self.own_calls else self.nodes

    def all_of(self, kind: type[N]) -> list[N]:
        """Those of one kind among them."""
        return self._all_kinds.get(kind, [])

    @cached_property
    def _all_kinds(self) -> dict[type, list[Any]]:
        return self.all_nodes.kinds if self.own_calls else kinds_of(self.tree)

    @cached_property
    def bodies(self) -> list[str]:
        """The texts of the learner's functions and classes that it calls."""
        if "(" not in self.source:
            return []
        return [text for kind in FUNCTIONS for one in self.all_of(kind) if (text := body_of(one))]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name and attribute of the cell and of the learner's functions that it calls."""
        return self.all_nodes.words if self.own_calls else words_of(self.tree)

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


def body_of(definition: ast.AST) -> str:
    """The text of a body; it was kept when what it defines was called."""
    return str(definition.__dict__.get("fastaid_body", ""))


def _own_names(tree: ast.AST) -> list[str]:
    return sorted({node.id for node in nodes_in(tree, ast.Name) if not is_local(node)})


def _bound(tree: ast.AST) -> Counter[str]:
    found = Counter(node.id for node in nodes_in(tree, ast.Name) if isinstance(node.ctx, ast.Store))
    found.update(
        node.target.id for node in nodes_in(tree, ast.AugAssign) if isinstance(node.target, ast.Name)
    )
    return found


def _assigned(tree: ast.AST) -> list[tuple[str, ast.expr]]:
    return [
        (target.id, node.value)
        for node in nodes_in(tree, ast.Assign)
        if len(node.targets) == 1 and isinstance(target := node.targets[0], ast.Name) and not is_local(target)
    ]


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
