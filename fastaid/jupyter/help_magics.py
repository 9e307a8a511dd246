"""`%find`, and `%pinfo`/`%pinfo2`, which is what `x?` and `x??` run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError
from fastaid.jupyter.inspector import draws_plain, mimebundle
from fastaid.jupyter.magics import SessionMagics, magic

if TYPE_CHECKING:
    from fastaid.jupyter.inspector import HelpDoors
    from fastaid.jupyter.session import Session


@magics_class
class HelpMagics(SessionMagics):
    """Magics that answer questions."""

    def __init__(self, session: Session, doors: HelpDoors):
        super().__init__(session)
        self.doors = doors

    @magic(line_magic)
    def pinfo(self, line: str) -> None:
        """Show what a name, an expression, a magic or an operator does: `x?` and `?x` run this.

        Nothing of the expression is run. `%pinfo2 x`, `x??`, shows the source too.
        """
        self._ask(line, with_source=False)

    @magic(line_magic)
    def pinfo2(self, line: str) -> None:
        """Show what a name or expression does, with its source: `x??` and `??x` run this."""
        self._ask(line, with_source=True)

    def _ask(self, line: str, with_source: bool) -> None:
        text = line.strip()
        if not text:
            raise FastaidError("Nothing to ask about.", "Name something: %pinfo torch.ones")
        if "*" in text and text.replace("*", "").replace(".", "").isidentifier():
            self.session.shell.run_line_magic("psearch", text)
            return
        self.doors.show(text, with_source)

    @magic_arguments()
    @argument("words", nargs="*", help="what you want to do, in your own words")
    @magic(line_magic)
    def find(self, line: str) -> None:
        """Find the function for something: `%find how do I resize`.

        It looks through the names, first sentences and course ideas of fastai, torch, torchvision and fastcore,
        on this machine. `doc("normalise images")` does the same.
        """
        words = line.strip().strip("'\"")
        if not words:
            raise FastaidError("Nothing to look for.", "Say it in words: %find how do I resize")
        self.session.forget_progress()
        self.session.wake()
        from fastaid.jupyter.finding import describe_search

        facts = describe_search(words)
        shown = mimebundle(facts, False, is_plain=draws_plain(self.session.shell))
        self.session.show_raw(shown)
