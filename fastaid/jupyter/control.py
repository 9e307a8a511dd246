"""What front ends ask a kernel while it trains: `fastaid_request` on its control channel.

The control channel is read by a thread of its own, so an answer never waits for the cell; the handlers
read copies and set flags only. It works on any ipykernel, without comms or subshells.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from fastaid.errors import FastaidError, did_you_mean
from fastaid.facts.inert import cut, in_one_line, sendable
from fastaid.jupyter.live_runs import LiveRuns
from fastaid.jupyter.pace import Pace
from fastaid.render.payload import VERSION

if TYPE_CHECKING:
    from fastaid.jupyter.past_runs import PastRuns
    from fastaid.jupyter.questions import Questions

log = logging.getLogger("fastaid")
REQUEST, REPLY = "fastaid_request", "fastaid_reply"
PROGRESS, HERE = "fastaid_progress", "fastaid_here"  # a run's event; fastaid was loaded or unloaded
MOST_KNOWN = 1_000  # runs that a front end may say it knows
LONGEST_CODE = 200_000  # characters of a cell that a hint is asked in
MOST_READ = 8_000  # of them, before the cursor: all of a long cell takes a second, of a fit's time too
LONGEST_MESSAGE = 300  # characters
AT_ANY_TIME = ("stop", "checkpoint")  # they set a flag


def has_control_channel(kernel: Any) -> bool:
    """Whether there is a kernel, and one that takes requests of other kinds: ipykernel's."""
    return hasattr(kernel, "control_handlers") and hasattr(kernel, "_publish_status")


class Control:
    """The door in one kernel; `open` and `close` leave the kernel as it was."""

    def __init__(self, kernel: Any, questions: Questions, past: PastRuns):
        self.kernel, self.questions, self.past = kernel, questions, past
        self.live = LiveRuns(lambda progress: self.publish(PROGRESS, progress))
        self._pace = Pace()
        self._n_running = 0  # cells; one may run another
        self._verbs: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
            "watch": self._watch,
            "stop": self._stop,
            "checkpoint": self._checkpoint,
            "history": self._history,
            "past": self._past,
            "hint": self._hint,
        }

    def open(self) -> None:
        """Answer from now on, and tell front ends that there is something to ask here."""
        handlers = self.kernel.control_handlers
        handlers[REQUEST] = self._on_request
        self._complete = handlers.get("complete_request")
        if self._complete is not None:
            handlers["complete_request"] = self._complete_at_once
        self._status_before = self.kernel.__dict__.get("_publish_status")  # another extension's
        self._publish_status = self.kernel._publish_status
        self.kernel._publish_status = self._publish_unless_quiet
        # Any kernel answers kernel_info, so asking for this upsets none that has no fastaid.
        self.kernel.language_info = {**self.kernel.language_info, "fastaid": VERSION}
        events = self.questions.shell.events
        events.register("pre_execute", self._begin)
        events.register("post_execute", self._end)
        self.publish(HERE, {"version": VERSION, "is_here": True})

    def close(self) -> None:
        """Leave the kernel as it was."""
        events = self.questions.shell.events
        events.unregister("pre_execute", self._begin)
        events.unregister("post_execute", self._end)
        handlers = self.kernel.control_handlers
        if handlers.get(REQUEST) == self._on_request:
            del handlers[REQUEST]
        if handlers.get("complete_request") == self._complete_at_once:
            handlers["complete_request"] = self._complete
        if self.kernel.__dict__.get("_publish_status") == self._publish_unless_quiet:
            del self.kernel._publish_status
            if self._status_before is not None:
                self.kernel._publish_status = self._status_before
        self.kernel.language_info = {k: v for k, v in self.kernel.language_info.items() if k != "fastaid"}
        self.publish(HERE, {"version": VERSION, "is_here": False})

    def _begin(self) -> None:
        self._n_running += 1

    def _end(self) -> None:
        self._n_running = max(0, self._n_running - 1)

    @property
    def _is_busy(self) -> bool:
        """Whether a cell runs, which answering takes Python's lock from: before a fit's first batch too."""
        return self._n_running > 0

    def publish(self, kind: str, content: Mapping[str, Any]) -> None:
        """Tell every front end. It has no parent: it is no part of a cell's output."""
        self.kernel.session.send(self.kernel.iopub_socket, kind, dict(content), ident=kind.encode())

    def _on_request(self, stream: Any, ident: Any, parent: Mapping[str, Any]) -> None:
        self.kernel.session.send(stream, REPLY, self.answer(parent.get("content")), parent, ident)
        self._pace.account(self._is_busy)

    async def _complete_at_once(self, stream: Any, ident: Any, parent: Any) -> None:
        """Complete beside a running cell, from the live objects only.

        Jedi reads sources, fastai's for more than a second the first time: by then JupyterLab has given up.
        """
        completer = self.questions.shell.Completer
        before, completer.use_jedi = completer.use_jedi, False
        try:
            done = self._complete(stream, ident, parent) if self._complete is not None else None
            if inspect.isawaitable(done):
                await done
        finally:
            completer.use_jedi = before

    def _publish_unless_quiet(self, status: str, channel: str, parent: Any = None) -> None:
        # Front ends take any idle for the end of the running cell, so what is asked meanwhile has none.
        asked = (parent or self.kernel.get_parent(channel) or {}) if channel == "control" else {}
        header, metadata = asked.get("header"), asked.get("metadata")  # a stranger's may be anything
        is_ours = isinstance(header, Mapping) and header.get("msg_type") == REQUEST
        is_quiet = isinstance(metadata, Mapping) and metadata.get("fastaid_quiet")
        if not is_ours and not is_quiet:
            self._publish_status(status, channel, parent)

    def answer(self, content: object) -> dict[str, Any]:
        """The reply to a request, which is a reply whatever was asked."""
        try:
            if not isinstance(content, Mapping):
                raise FastaidError("A request is a dictionary.")
            verb = _text(content, "verb", 40)
            if verb not in self._verbs:
                raise FastaidError(f"There is no request '{verb}'.", did_you_mean(verb, self._verbs) or "")
            if self._is_busy and self._pace.is_overdrawn and verb not in AT_ANY_TIME:
                raise FastaidError("The kernel gets more requests than it answers.", "Ask again in a moment.")
            return {"status": "ok", "version": VERSION, **self._verbs[verb](content)}
        except FastaidError as error:
            return _refused(str(error))
        except Exception as error:  # a request without a reply leaves the front end waiting
            log.exception("fastaid could not answer a front end")
            return _refused(f"{type(error).__name__}: {error}")

    # -- what can be asked -------------------------------------------------------------------------------

    def _watch(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The runs of this kernel that the front end does not know as they are now."""
        known = content.get("known", {})
        if not isinstance(known, Mapping) or len(known) > MOST_KNOWN:
            raise FastaidError("'known' gives the number of the last event of each run.")
        return {
            "runs": self.live.snapshot(known),
            "ids": self.live.ids,
            "is_teaching": bool(getattr(self.kernel, "is_fastaid", False)),
        }

    def _stop(self, content: Mapping[str, Any]) -> dict[str, Any]:
        run_id, when = _text(content, "run_id"), _text(content, "when")
        if when not in ("batch", "epoch"):
            raise FastaidError("'when' is 'batch' or 'epoch'.")
        self._refuse_unless(self.live.ask_to_stop(run_id, when), run_id)  # type: ignore[arg-type]
        return {"will": f"The fit stops after this {when}."}

    def _checkpoint(self, content: Mapping[str, Any]) -> dict[str, Any]:
        run_id = _text(content, "run_id")
        self._refuse_unless(self.live.ask_for_checkpoint(run_id), run_id)
        return {"will": "Weights and optimizer are saved after this batch."}

    def _refuse_unless(self, is_running: bool, run_id: str) -> None:
        if not is_running:
            raise FastaidError(f"The run {run_id} does not train here any more.")

    def _history(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Earlier runs of this folder, the newest first."""
        # A journal may have been written by anybody.
        return {"runs": sendable(self.past.listed())}

    def _past(self, content: Mapping[str, Any]) -> dict[str, Any]:
        return {"run": sendable(self.past.payload(_text(content, "run_id")))}

    def _hint(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The argument at the cursor, for a line below it; found is False where there is nothing to say."""
        code, cursor = _text(content, "code", LONGEST_CODE), content.get("cursor_pos")
        if type(cursor) is not int or not 0 <= cursor <= len(code):
            raise FastaidError("'cursor_pos' is a place in the code.")
        answer = self.questions.at_cursor(*_near(code, cursor))
        parameter = answer[0].parameters.get(answer[1]) if answer is not None and answer[1] else None
        if answer is None or parameter is None or parameter.meaning is None:
            return {"found": False}
        from fastaid.render.signature import call_name

        found = {
            "found": True,
            "callee": call_name(answer[0]),
            "name": f"{parameter.stars}{parameter.name}",
            "type": parameter.type,
            "default": parameter.default,
            "meaning": parameter.meaning.text,
        }
        return {name: sendable(value) for name, value in found.items()}


def _refused(message: str) -> dict[str, Any]:
    return {"status": "error", "version": VERSION, "message": cut(in_one_line(message), LONGEST_MESSAGE)}


def _near(code: str, cursor: int) -> tuple[str, int]:
    """The lines around the cursor, and the cursor's place in them."""
    begin = max(0, cursor - MOST_READ)
    if begin and (end_of_line := code.find("\n", begin, cursor)) >= 0:
        begin = end_of_line + 1
    return code[begin : cursor + MOST_READ], cursor - begin


def _text(content: Mapping[str, Any], key: str, most: int = 200) -> str:
    value = content.get(key)
    if not isinstance(value, str) or len(value) > most:
        raise FastaidError(f"'{key}' is a text of at most {most:,} characters.")
    return value
