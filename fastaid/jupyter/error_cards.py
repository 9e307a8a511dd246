"""A card below a traceback: why the cell failed, and what to write."""

from __future__ import annotations

import gc
import logging
import re
import sys
import traceback
from typing import TYPE_CHECKING, Any

from IPython.core.error import UsageError

from fastaid.errors import FastaidError

if TYPE_CHECKING:
    from fastaid.facts.diagnosis import Diagnosis
    from fastaid.jupyter.session import Session
    from fastaid.jupyter.settings import Settings

log = logging.getLogger(__name__)

# These say in a line of their own what was wrong, or were wished for.
SPEAK_FOR_THEMSELVES = (FastaidError, KeyboardInterrupt)
# A frame of a library's, as IPython heads it.
LIBRARY_FRAME = re.compile(r"File .*(?:site-packages|dist-packages|[/\\]lib[/\\]python3)")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
FOLD_FROM = 3  # library frames in a row


class ErrorCards:
    """Stands where a shell shows its tracebacks, which IPython leaves to be taken; `close` gives it back."""

    def __init__(self, session: Session, settings: Settings):
        self.session = session
        self.settings = settings
        self.last: Diagnosis | None = None  # what `%explain` repeats
        self.last_error = ""  # the kind of the last error; the error itself would hold its frames' tensors
        self._cells: list[str] = []  # the one that runs, and the one whose magic runs it
        self._seen = 0  # the id() of the error that was last when the cell began

    def open(self) -> None:
        """Take the place of the shell's last step in showing an error."""
        shell = self.session.shell
        self._show_plain = shell._showtraceback
        shell._showtraceback = self._showtraceback  # type: ignore[method-assign]
        self._show_usage_error = shell.show_usage_error
        shell.show_usage_error = self._on_usage_error  # type: ignore[method-assign]
        shell.events.register("pre_run_cell", self._begin)
        shell.events.register("post_run_cell", self._end)

    def close(self) -> None:
        """Give the place back, unless another extension has taken it since."""
        shell = self.session.shell
        shell.events.unregister("pre_run_cell", self._begin)
        shell.events.unregister("post_run_cell", self._end)
        if vars(shell).get("_showtraceback") == self._showtraceback:
            del shell._showtraceback
        if vars(shell).get("show_usage_error") == self._on_usage_error:
            del shell.show_usage_error

    def _begin(self, info: Any) -> None:
        self._cells.append(info.raw_cell)
        self._seen = id(getattr(sys, "last_value", None))

    def _end(self, result: Any) -> None:
        del self._cells[-1:]

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        try:
            self._show_explained(etype, evalue, stb)
        finally:
            try:
                give_memory_back(evalue)
            except Exception:  # what is left is freed with the next error
                log.debug("memory could not be given back", exc_info=True)

    def _on_usage_error(self, error: UsageError) -> None:
        """IPython's own one-line errors, such as a magic that it does not find."""
        self._show_usage_error(error)
        said = self._diagnosis(error)
        if said is not None:
            self._show_safely(said, "")

    def _show_explained(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        said = self._diagnosis(evalue)
        if said is None:
            # Where nothing is known to say, a learner needs all there is.
            self._show_plain(etype, evalue, stb)
            return
        short = folded_traceback(stb)
        self._show_plain(etype, evalue, short)
        self._show_safely(said, ANSI.sub("", "\n".join(stb)) if len(short) < len(stb) else "")

    def _show_safely(self, said: Diagnosis, whole: str) -> None:
        try:
            self.show(said, whole)
        except Exception:  # the learner's error is shown; ours is not theirs
            log.debug("an error card could not be shown", exc_info=True)

    def _diagnosis(self, error: BaseException) -> Diagnosis | None:
        if not self.settings.error_cards or _speaks_for_itself(error):
            return None
        if not self._cells:
            return None  # a silent cell: an editor's own code, whose errors nobody reads
        if id(error) == self._seen:
            return None  # %tb shows the last error once more: the whole of it is wanted
        self.last = None
        self.last_error = type(error).__name__
        try:
            from fastaid.teach.diagnose import diagnose

            self.last = diagnose(error, self.session.shell.user_ns, self._cells[-1])
        except Exception:
            log.debug("an error could not be explained", exc_info=True)
        return self.last

    def show(self, said: Diagnosis, whole: str = "") -> None:
        """Show a card."""
        from fastaid.render.diagnosis import bundle
        from fastaid.teach.cards import card_of

        card = card_of(said.card)
        self.session.show(bundle(said, card.slug.replace("-", " ") if card is not None else "", whole))


def _speaks_for_itself(error: BaseException) -> bool:
    if not isinstance(error, SystemExit):
        return isinstance(error, SPEAK_FOR_THEMSELVES)
    # argparse ends a script over arguments that nobody typed in a notebook.
    return not any(
        frame.f_globals.get("__name__") == "argparse" for frame, _ in traceback.walk_tb(error.__traceback__)
    )


def give_memory_back(error: BaseException) -> None:
    """After a GPU ran out of memory: let go of what the failed call's frames hold, or the next try fails too.

    The traceback keeps its text; `%debug` finds its variables gone.
    """
    from fastaid.teach.objects import is_learner

    torch = sys.modules.get("torch")
    kind = getattr(torch, "OutOfMemoryError", None)
    if kind is None or not isinstance(error, kind):
        return
    one: BaseException | None = error
    while one is not None:
        for frame, _ in traceback.walk_tb(one.__traceback__):
            learn: Any = frame.f_locals.get("self")
            if is_learner(learn):
                learn._end_cleanup()  # fastai does so after a fit, but not after an error in one
        traceback.clear_frames(one.__traceback__)
        one = one.__cause__ or one.__context__
    gc.collect()
    if torch is not None and torch.cuda.is_initialized():
        torch.cuda.empty_cache()


def folded_traceback(stb: list[str]) -> list[str]:
    """A traceback with each long run of library frames in one line, and the run's last frame after it."""
    is_library = [bool(LIBRARY_FRAME.match(ANSI.sub("", part))) for part in stb]
    found: list[str] = []
    i = 0
    while i < len(stb):
        end = i
        while end < len(stb) and is_library[end]:
            end += 1
        if end - i >= FOLD_FROM:
            found += [f"... {end - i - 1} frames of libraries (%tb shows them) ...\n", stb[end - 1]]
        else:
            found += stb[i : max(end, i + 1)]
        i = max(end, i + 1)
    return found
