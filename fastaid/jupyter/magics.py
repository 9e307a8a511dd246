"""What fastaid's magics have in common."""

from __future__ import annotations

import builtins
import functools
import keyword
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from IPython.core.magic import Magics, needs_local_scope, no_var_expand
from IPython.core.magic_arguments import argument

from fastaid.errors import FastaidError, Interrupted
from fastaid.jupyter.arguments import parse
from fastaid.jupyter.line_notes import Notes, Replay
from fastaid.jupyter.values import IPYTHON_S, Scope

if TYPE_CHECKING:
    from fastaid.jupyter.session import Session

CODE = argument("--code", action="store_true", help="print the plain fastai code instead of running it")
LEARNER = argument("--learner", help="the learner's variable (learn)")


def magic(kind: Callable[..., Any]) -> Callable[..., Any]:
    """Make a line or cell magic that reads its own line, sees a function's variables, and ends in a line.

    IPython's own {expansion} of a line is left out, since the values are read one by one.
    """

    def decorate(func: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(func)
        def call(self: SessionMagics, *args: Any, local_ns: Any = None) -> Any:
            session = self.session
            before, session.local_names = (session.line, session.notes), local_ns
            session.line = args[0]
            if not isinstance(session.notes, Replay):
                session.notes = Notes()
            try:
                self.refuse_call(func.__name__, args[0])
                return func(self, *args)
            except KeyboardInterrupt:
                raise Interrupted(
                    f"%{func.__name__} was interrupted.", "The cells after this one were not run."
                ) from None
            finally:
                session.line, session.notes = before
                session.local_names = None

        return needs_local_scope(no_var_expand(kind(call)))

    return decorate


METHODS = frozenset({"fit_one_cycle", "fine_tune", "lr_find", "freeze", "unfreeze", "predict", "export"})
OF_WORDS = frozenset({"explain", "find", "pinfo", "pinfo2"})


class SessionMagics(Magics):
    """Magics that share one session: its names, its display, its learners."""

    def __init__(self, session: Session):
        super().__init__(session.shell)
        self.session = session

    def read(self, magic: Callable[..., Any], line: str) -> Namespace:
        """A line's arguments, with fastai awake to act on them."""
        args = parse(magic, line)
        self.session.forget_progress()
        self.session.wake()
        self.check_name(getattr(args, "name", None))
        return args

    def refuse_call(self, name: str, line: str) -> None:
        """Say what `lr_find(learn)` was taken for: IPython reads a magic's name without its % too."""
        if not (line.startswith("(") and line.endswith(")")) or name in OF_WORDS:
            return
        inside = line[1:-1].strip()
        held = self.session.names.get(inside)
        is_no_value = inside.isidentifier() and (held is None or self.session.is_course_s(held))
        if inside and "," not in inside and not is_no_value:
            return  # one value in parentheses is a value
        first = inside.partition(",")[0].strip()
        learner = first if first.isidentifier() else "learn"
        hint = f"Write %{name} without parentheses"
        if name in METHODS:
            hint = f"Write {learner}.{name}(…), or %{name} without parentheses"
        raise FastaidError(
            f"There is no function {name} here, so IPython took the line for the magic.", f"{hint}."
        )

    def check_name(self, name: str | None) -> None:
        """Refuse a name that cannot be bound, or that nobody should lose."""
        if name is None:
            return
        if not name.isidentifier() or keyword.iskeyword(name):
            raise FastaidError(f"--name {name} is no name for a variable.", "Give one word, such as mine.")
        if name.startswith("_") or name in IPYTHON_S or hasattr(builtins, name):
            raise FastaidError(f"--name {name} is Python's or IPython's own.", "Give another word.")

    def refuse_loss(self, name: str, kind: type) -> None:
        """Refuse a name under which data or a learner would give way to something of another kind."""
        held = self.session.shell.user_ns.get(name)
        if not isinstance(held, kind) and self.session.is_course_s(held):
            raise FastaidError(
                f"{name} is your {type(held).__name__}, which would be lost.", "Give another --name."
            )

    @property
    def scope(self) -> Scope:
        """The learner's namespace as it is now."""
        return Scope(self.session.names, self.session.notes)

    def show_code(self, code: str) -> None:
        """Print a program where `--code` asked for it, ready to be copied into a cell."""
        print(code)  # noqa: T201
