"""A cell that is not Python: its line in question, and whether another spelling of it would be."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fastaid.teach.rules.python_source import cells
from fastaid.teach.scene import Scene

MOST_BYTES = 200_000
STRING = re.compile(r"""("([^"\\\n]|\\.)*"|'([^'\\\n]|\\.)*')""")


@dataclass(frozen=True)
class Typed:
    """What was typed, and where Python stopped reading it."""

    error: SyntaxError
    source: str
    row: int  # of the line in question, from 0

    @cached_property
    def lines(self) -> list[str]:
        """All of it, line by line."""
        return self.source.split("\n")

    @property
    def line(self) -> str:
        """The line in question."""
        return self.lines[self.row]

    @property
    def stripped(self) -> str:
        """The line in question without its indentation."""
        return self.line.strip()

    @property
    def column(self) -> int:
        """Where in the line Python stopped, from 0."""
        return max((self.error.offset or 1) - 1, 0)

    @property
    def message(self) -> str:
        """What Python says, in small letters."""
        return str(self.error.msg).lower()

    @property
    def code(self) -> str:
        """The line with the insides of its strings and its comment blanked out, as long as before."""
        blank = STRING.sub(lambda one: one[0][0] + "_" * (len(one[0]) - 2) + one[0][0], self.line)
        at = blank.find("#")
        return blank if at < 0 else blank[:at] + " " * (len(blank) - at)

    def mends(self, *new: str, row: int | None = None) -> bool:
        """Whether Python reads on past the line if it, or another, is replaced by these."""
        at = self.row if row is None else row
        text = "\n".join([*self.lines[:at], *new, *self.lines[at + 1 :]])
        return reads_past(text, max(at, self.row) + len(new) - 1)


def reads_past(
    text: str,
    row: int,  # from 0
) -> bool:
    """Whether source is Python down to a line at least."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except SyntaxError as error:
            return (error.lineno or 0) - 1 > row
        except (ValueError, RecursionError):
            return False
    return True


def typed(scene: Scene) -> Typed | None:
    """What was typed in place of Python; None for a string that a library was given to read."""
    error = scene.error
    if not isinstance(error, SyntaxError) or not error.lineno:
        return None
    file = Path(str(error.filename or "-"))
    if file.suffix == ".py" and file.is_file() and file.stat().st_size < MOST_BYTES:
        source = file.read_text(errors="replace")
    elif scene.frames:
        return None
    else:
        source = cells(scene)[-1][1]
        if error.text is not None and error.text.strip("\n") not in source.split("\n"):
            source = scene.cell
    if "incomplete input" in str(error.msg).lower():
        # IPython asks Python to say no more than that; asked again, it tells what is missing.
        error = _told_again(source) or error
    found = Typed(error, source, (error.lineno or 1) - 1)
    return found if found.row < len(found.lines) else None


def _told_again(source: str) -> SyntaxError | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(source)
        except SyntaxError as error:
            return error
        except (ValueError, RecursionError):
            return None
    return None
