"""`doc(x)`, which stays fastaid's after fastai's star import and leaves a learner's own `doc` alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from fastaid.help.objects import module_of, name_of

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid.jupyter.questions import Questions

NAME = "doc"
# Packages whose own `doc` prints nothing, or less: fastai 2.8.12's, and nbdev's where it is installed.
GIVE_WAY = ("fastai", "fastcore", "nbdev")


def doc(
    elt: Any,  # a function, class, object or module; text is read as an expression, a magic or words to find
    source: bool = False,  # show the source too, as `??` does
) -> None:
    """Show what a thing does, how it is called, what each argument means, and an example.

    Answers come from what is installed on this machine; nothing is run and no network is asked.
    """
    from IPython import get_ipython

    from fastaid.jupyter.questions import Questions, is_text_question, name_in

    shell = get_ipython()
    frame = sys._getframe(1)
    names = {**frame.f_globals, **frame.f_locals}
    questions = _questions(shell) or Questions(shell)
    facts = (
        questions.about(elt, names)
        if is_text_question(elt)
        else questions.about_object(elt, name_in(frame, elt))
    )
    from fastaid.jupyter.inspector import draws_plain, mimebundle

    if shell is None:
        from fastaid.render.symbol import text

        print(text(facts, source))  # noqa: T201  plain Python has no display
        return
    shown = mimebundle(facts, source, is_plain=draws_plain(shell))
    if hasattr(shell, "kernel"):
        shell.display_pub.publish(shown)
    else:
        print(shown["text/plain"])  # noqa: T201  a terminal's display shows text/plain only


def _questions(shell: InteractiveShell | None) -> Questions | None:
    extension = shell.meta.get("fastaid") if shell is not None else None
    return getattr(extension, "questions", None)


def is_theirs(held: Any) -> bool:
    """Whether a `doc` is one of those that give way."""
    return name_of(held) == NAME and module_of(held).split(".")[0] in GIVE_WAY


class OwnDoc:
    """Keeps `doc` ours in one notebook."""

    def __init__(self, shell: InteractiveShell):
        self.shell = shell
        self._theirs: Any = None  # what a star import brought, for the way back

    def open(self) -> None:
        """Bind `doc`, unless the learner has one; look again after every cell."""
        self.keep()
        if NAME not in self.shell.user_ns:
            self.shell.user_ns[NAME] = doc
            self.shell.user_ns_hidden[NAME] = doc
        self.shell.events.register("post_run_cell", self._after_cell)

    def close(self) -> None:
        """Give back what a star import had brought; take ours away."""
        self.shell.events.unregister("post_run_cell", self._after_cell)
        if self.shell.user_ns.get(NAME) is doc:
            del self.shell.user_ns[NAME]
            if self._theirs is not None:
                self.shell.user_ns[NAME] = self._theirs
        self.shell.user_ns_hidden.pop(NAME, None)

    def keep(self) -> None:
        """Put ours in the place of one that gives way."""
        held = self.shell.user_ns.get(NAME)
        if held is not None and held is not doc and is_theirs(held):
            self._theirs = held
            self.shell.user_ns[NAME] = doc

    def after_star_import(self, module: str) -> None:
        """The next line of the cell means our `doc` already."""
        if module.split(".")[0] in GIVE_WAY:
            self.keep()

    def _after_cell(self, result: Any) -> None:
        self.keep()
