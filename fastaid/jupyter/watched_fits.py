"""One watched fit of a magic: sped up, drawn, kept in the journal, with checkpoints, and resumed."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traitlets import Bool, Float, Unicode

from fastaid.errors import Interrupted
from fastaid.jupyter.line_notes import noted
from fastaid.jupyter.magics import SessionMagics

if TYPE_CHECKING:
    from fastaid.facts.code import Call, Program
    from fastaid.training.checkpoint import Checkpoint

DEFAULT_JOURNAL = ".fastaid/journal.sqlite"
KEPT_OPTIONS = (
    "precision",
    "plain",
    "precompute",
    "progressive",
    "compile",
    "save",
)  # that a resumed fit needs as they were


@dataclass(frozen=True)
class Fit:
    """What a fit magic trains, and how."""

    name: str  # the learner's variable
    learn: Any
    program: Program  # precision, training, saving
    training: Call  # the step of the program that trains
    n_epoch: int
    args: Namespace
    speed: Any  # SpeedOptions


class WatchedFits(SessionMagics):
    """Magics that train, and what may be set about it."""

    refresh_interval = Float(0.25, help="Seconds between two updates of the live view; at least 0.2.").tag(
        config=True
    )
    journal = Unicode(
        DEFAULT_JOURNAL,
        help="The file that keeps every run, below the working directory unless absolute.",
    ).tag(config=True)
    keep_runs = Bool(True, help="Whether runs are kept in the journal.").tag(config=True)
    pixels_gb = Float(
        10.0, help="Gigabytes of disk, at most a fifth of what is free, for decoded pictures; 0 keeps none."
    ).tag(config=True)
    keep_checkpoints = Bool(
        True, help="Whether every fit keeps checkpoints beside the journal, which %resume goes on from."
    ).tag(config=True)
    checkpoints_gb = Float(
        5.0, help="Gigabytes of disk for the checkpoints of all runs; the oldest go first."
    ).tag(config=True)

    def journal_path(self) -> Path:
        """The file that keeps the runs."""
        return Path(self.journal or DEFAULT_JOURNAL).expanduser().absolute()

    def checkpoints_path(self) -> Path:
        """The folder that keeps every run's checkpoints."""
        return self.journal_path().parent / "checkpoints"

    def train(self, fit: Fit, point: Checkpoint | None = None) -> None:
        """Train as a program says, watched; from a checkpoint on, where there is one.

        Raises: Interrupted where the learner interrupted it, once everything is kept.
        """
        import fastai.vision.all as fastai_names

        from fastaid.render.bundle import Bundle
        from fastaid.training.stop import Stop

        learn, program = fit.learn, fit.program
        names = {**vars(fastai_names), fit.name: learn}
        at = [step.expression for step in program.steps].index(fit.training)
        for step in program.steps[:at]:
            step.run(names)
        stop = Stop()
        self.session.suggested_lrs.pop(learn, None)  # a rate is for the net as it was
        with self._watched(fit, stop, point) as run_id:
            program.steps[at].expression.value(names)  # within what is accelerated already
        if stop.is_interrupt:
            save = self.scope.filled(fit.args.save)
            unsaved = f" Nothing was saved as '{save}'." if save else ""
            raise Interrupted(
                f"The fit was interrupted.{unsaved}",
                "The cells after this one were not run."
                + (" %resume goes on from here." if self._can_go_on(fit, run_id) else ""),
            )
        for step in program.steps[at + 1 :]:
            file, (saved,) = step.run(names), step.expression.args
            self.session.show(
                Bundle(f"The weights are in {file}; {fit.name}.load({saved!r}) brings them back.")
            )

    @contextmanager
    def _watched(self, fit: Fit, stop: Any, point: Checkpoint | None) -> Iterator[str]:
        """What a fit runs in; gives the run's id."""
        from fastaid.training.fast.speedups import accelerated
        from fastaid.training.fit import describe_start, watched
        from fastaid.training.randomness import random_states, set_random_states
        from fastaid.training.resume import bring_back, going_on

        learn = fit.learn
        if point is not None:
            bring_back(learn, point)
            if "run" in point.rest["random"]:  # what is computed ahead of a fit draws on them too
                set_random_states(point.rest["random"]["run"], learn.dls)
        begun = random_states(learn.dls)
        with accelerated(
            learn, fit.speed, self._on_body_progress, point.position.epoch if point is not None else 0
        ) as speed:
            if point is not None:
                started = point.run.started
            else:
                started = describe_start(
                    learn,
                    fit.training.code(),
                    fit.n_epoch,
                    fit.program,
                    _settings(fit.args),
                    speed.line(),
                    "bf16" if fit.speed.is_bfloat16_on_cpu else None,
                    self.made_by(fit),
                )
            checkpoints = self._checkpoints(fit, started.run_id)
            checkpoints.begun(begun)
            listeners, refresh = self._listeners(stop), max(self.refresh_interval, 0.2)
            resumed = point.run if point is not None else None
            rest = going_on(learn, point) if point is not None else nullcontext()
            with watched(learn, started, listeners, stop, refresh, checkpoints, resumed), rest:
                yield started.run_id

    def _checkpoints(self, fit: Fit, run_id: str) -> Any:
        from fastaid.training.keep_checkpoints import Checkpoints

        root = self.checkpoints_path() if self._is_keeping(fit) else None
        return Checkpoints(root, run_id, self.checkpoints_gb)

    def _can_go_on(self, fit: Fit, run_id: str) -> bool:
        """Whether there is a checkpoint: an interrupt may come before the first, and a disk may be full."""
        from fastaid.training.keep_checkpoints import checkpoint_files

        return self._is_keeping(fit) and bool(checkpoint_files(self.checkpoints_path(), run_id))

    def _is_keeping(self, fit: Fit) -> bool:
        return self.keep_checkpoints and not fit.args.no_checkpoints

    def made_by(self, fit: Fit) -> str:
        """The lines that made data and learner, and the call, for a kernel that resumes the run."""
        values = [noted(getattr(one, "what", one)) for one in fit.training.args]
        keywords = {key: noted(getattr(value, "what", value)) for key, value in fit.training.kwargs}
        made = self.session.made_by
        return json.dumps(
            {
                "databunch": made.get(fit.learn.dls),
                "learner": made.get(fit.learn),
                "fit": [fit.training.func.rpartition(".")[2], values, keywords],
                "options": {name: noted(getattr(fit.args, name, None)) for name in KEPT_OPTIONS},
            }
        )

    def _on_body_progress(self, done: int, n: int) -> None:
        self.session.progress(f"pictures through the frozen body: {done:,} of {n:,}")

    def _listeners(self, stop: Any) -> tuple[Any, ...]:
        from fastaid.training.journal import Journal

        found: list[Any] = [self._view()]
        if self.keep_runs:
            found.append(Journal(self.journal_path()))
        if self.session.live_runs is not None:
            found.append(self.session.live_runs.listener(stop))
        return tuple(found)

    def _view(self) -> Any:
        from fastaid.jupyter.live import NotebookView, TerminalView

        if self.session.is_notebook:
            return NotebookView(self.session, max(self.refresh_interval, 0.2))
        return TerminalView()


def _settings(args: Namespace) -> tuple[tuple[str, str], ...]:
    """The options that were given, as the learner wrote them."""
    skip = ("code", "learner", "n_epoch", "epochs", "resume")
    off = (("precision", "auto"), ("plain", False), ("compile", False), ("no_checkpoints", False))
    return tuple(
        (key.replace("_", "-"), str(value))
        for key, value in vars(args).items()
        if key not in skip and value is not None and (key, value) not in off
    )
