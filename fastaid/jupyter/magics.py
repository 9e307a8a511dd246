"""What fastaid's magics have in common."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from IPython.core.magic import Magics
from IPython.core.magic_arguments import argument

from fastaid.jupyter.arguments import Scope, parse

if TYPE_CHECKING:
    from fastaid.jupyter.session import Session

CODE = argument("--code", action="store_true", help="print the plain fastai code instead of running it")
LEARNER = argument("--learner", help="the learner's variable (learn)")


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
        return args

    @property
    def scope(self) -> Scope:
        """The learner's namespace as it is now."""
        return Scope(self.session.shell.user_ns)

    def show_code(self, code: str) -> None:
        """Print a program where `--code` asked for it, ready to be copied into a cell."""
        print(code)  # noqa: T201
