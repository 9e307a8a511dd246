"""fastai code written once, to be both shown and run.

A magic builds a `Program`; `--code` prints it, training runs it. The two cannot disagree, because
there is only one of them. Nothing here parses or executes text: a program is a tree of calls whose
names are looked up in the namespace it runs in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

Namespace = Mapping[str, Any]

LINE_LENGTH = 100
IMPORT_FASTAI = "from fastai.vision.all import *"


@dataclass(frozen=True)
class Name:
    """A dotted name, looked up when the program runs."""

    text: str

    def code(self) -> str:
        return self.text

    def value(self, names: Namespace) -> Any:
        head, *rest = self.text.split(".")
        found = names[head]
        for part in rest:
            found = getattr(found, part)
        return found


@dataclass(frozen=True)
class Given:
    """An object the learner already has, shown by the expression that they wrote for it."""

    text: str
    what: Any

    def code(self) -> str:
        return self.text

    def value(self, names: Namespace) -> Any:
        return self.what


@dataclass(frozen=True)
class Formula:
    """An expression no call can say (a comprehension, a filter): its text beside what it does."""

    text: str
    compute: Callable[[Namespace], Any]

    def code(self) -> str:
        return self.text

    def value(self, names: Namespace) -> Any:
        return self.compute(names)


@dataclass(frozen=True)
class Spread:
    """`*expression` inside a list or a call's arguments."""

    inner: Any

    def code(self) -> str:
        return "*" + code_of(self.inner)

    def value(self, names: Namespace) -> Any:
        return value_of(self.inner, names)


@dataclass(frozen=True)
class Call:
    """One call with positional and keyword arguments."""

    func: str
    args: tuple[Any, ...] = ()
    kwargs: tuple[tuple[str, Any], ...] = ()

    def code(self) -> str:
        return f"{self.func}({', '.join(self._arguments())})"

    def code_on_lines(self) -> str:
        """The same call, one argument a line, for calls too long to read at once."""
        return f"{self.func}(\n    " + ",\n    ".join(self._arguments()) + ",\n)"

    def with_kwargs(self, **kwargs: Any) -> Call:
        """The same call with more keywords before its own, leaving out those that are None."""
        more = tuple((key, value) for key, value in kwargs.items() if value is not None)
        return Call(self.func, self.args, (*more, *self.kwargs))

    def _arguments(self) -> list[str]:
        return [
            *(code_of(arg) for arg in self.args),
            *(f"{key}={code_of(value)}" for key, value in self.kwargs),
        ]

    def value(self, names: Namespace) -> Any:
        func = Name(self.func).value(names)
        args = value_of(list(self.args), names)
        return func(*args, **{key: value_of(value, names) for key, value in self.kwargs})


def call(func: str, /, *args: Any, **kwargs: Any) -> Call:
    """Write `func(*args, **kwargs)`, leaving out keywords that are None."""
    return Call(func, args, tuple((key, value) for key, value in kwargs.items() if value is not None))


def code_of(expression: Any) -> str:
    """The text of an expression, or the literal of a plain value."""
    if hasattr(expression, "code"):
        return str(expression.code())
    if isinstance(expression, list):
        return "[" + ", ".join(code_of(item) for item in expression) + "]"
    if isinstance(expression, slice):
        bounds: tuple[Any, ...] = (expression.start, expression.stop, expression.step)
        bounds = bounds if expression.step is not None else bounds[:2]
        bounds = bounds if bounds[0] is not None or len(bounds) == 3 else bounds[1:]
        return f"slice({', '.join(repr(bound) for bound in bounds)})"
    if isinstance(expression, str) and "\\" in expression and expression.isprintable():
        return _raw(expression)
    return repr(expression)


def _raw(text: str) -> str:
    r"""A pattern as a learner writes it: r'\d+' where a raw string can say it."""
    quote = '"' if "'" in text else "'"
    sayable = quote not in text and (len(text) - len(text.rstrip("\\"))) % 2 == 0
    return f"r{quote}{text}{quote}" if sayable else repr(text)


def value_of(expression: Any, names: Namespace) -> Any:
    """What an expression stands for when its names are looked up in `names`."""
    if hasattr(expression, "value") and hasattr(expression, "code"):
        return expression.value(names)
    if isinstance(expression, list):
        values: list[Any] = []
        for item in expression:
            found = value_of(item, names)
            values.extend(found) if isinstance(item, Spread) else values.append(found)
        return values
    return expression


@dataclass(frozen=True)
class Step:
    """One statement: an expression, and the name (or names) that its value is bound to."""

    expression: Any
    target: str = ""
    comment: str = ""
    within: Any = None  # a context manager to run it in

    def code(self) -> str:
        if self.within is None:
            return self._statement()
        return f"with {code_of(self.within)}:\n    " + self._statement().replace("\n", "\n    ")

    def _statement(self) -> str:
        start = f"{self.target} = " if self.target else ""
        note = f"  # {self.comment}" if self.comment else ""
        line = start + code_of(self.expression)
        call = self.expression
        if len(line) > LINE_LENGTH and isinstance(call, Call) and (call.args or call.kwargs):
            line = start + call.code_on_lines()
        return line + note

    def run(self, names: MutableMapping[str, Any]) -> Any:
        with value_of(self.within, names) if self.within is not None else nullcontext():
            value = value_of(self.expression, names)
        if self.target:
            names[self.target] = value
        return value


@dataclass(frozen=True)
class Program:
    """A few lines of fastai: what they import, and their statements in order."""

    steps: tuple[Step, ...]
    imports: tuple[str, ...] = field(default=(IMPORT_FASTAI,))

    def code(self) -> str:
        """The program as a learner would write it in a cell."""
        return "\n".join([*self.imports, *([""] if self.imports else []), *(s.code() for s in self.steps)])

    def run(self, names: MutableMapping[str, Any]) -> Any:
        """Run the statements in `names`, binding their targets there; the last value is returned."""
        value = None
        for step in self.steps:
            value = step.run(names)
        return value
