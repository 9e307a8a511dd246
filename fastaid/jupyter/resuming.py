"""Going on with a run that ended early: which one, from which checkpoint, with which learner."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastaid.errors import FastaidError, counted, listed
from fastaid.jupyter.line_notes import Replay, told
from fastaid.jupyter.magics import SessionMagics

if TYPE_CHECKING:
    from fastaid.facts.code import Call
    from fastaid.jupyter.training_magics import TrainingMagics
    from fastaid.training.checkpoint import Checkpoint

FIT_METHODS = ("fit_one_cycle", "fine_tune")  # that a record may name
HOW = "Run the cells that make data and learner, then %resume again."


class Resuming:
    """What `%resume` and `--resume` share."""

    def __init__(self, training: TrainingMagics):
        self._training, self.session = training, training.session

    def go_on(self, point: Checkpoint, learner: str | None, anyway: bool = False) -> Any:
        """Train what is left of a run; the learner.

        Raises: FastaidError where it would be another run.
        """
        record = read_record(point)
        name, learn = self._learner(point, record, learner)
        self._check(learn, point, anyway)
        fit = self._training.resumed_fit(name, learn, _call(name, record), point, _options(record))
        self._keep_what_would_be_lost(name, learn, point)
        self._training.train(fit, point)
        return learn

    # -- which ------------------------------------------------------------------------------------

    def point(self, which: str | None = None) -> Checkpoint:
        """The last whole checkpoint of a run: the one named, or the latest that ended early.

        Raises: FastaidError where there is none.
        """
        return self._newest(self._named(which) if which is not None else self._latest())

    def same_fit(self, record: str) -> Checkpoint | None:
        """Where the latest run that the same call began ended early; None where it was completed, or never begun."""
        from fastaid.training.journal import Journal

        journal = Journal(self._training.journal_path())
        if not journal.path.exists():
            return None
        for summary in journal.runs():
            files = self._files(summary.run_id)
            if (
                summary.status == "finished"
                or (summary.status == "running" and not summary.is_lost)
                or not files
            ):
                if journal.load(summary.run_id)[1].started.made_by == record:
                    return None
                continue
            point = self._newest(summary.run_id)
            if point.run.started.made_by == record:
                return point
        return None

    def _newest(self, run_id: str) -> Checkpoint:
        """A run's newest whole checkpoint; one that is damaged is said to be, and passed over."""
        from fastaid.render.bundle import Bundle
        from fastaid.training.checkpoint import read_checkpoint

        files = self._files(run_id)
        for file in files:
            try:
                point = read_checkpoint(file)
            except FastaidError as error:
                if file is files[-1]:
                    raise
                self.session.show(Bundle(f"{error} An earlier one is taken."))
                continue
            if point.run.started.run_id != run_id:
                raise FastaidError(f"{file} is a checkpoint of another run.", "%runs lists the runs.")
            return point
        raise FastaidError(
            f"The run {run_id} has no checkpoint to go on from.",
            "It was told to keep none, or they have made room for newer ones; train anew.",
        )

    def _files(self, run_id: str) -> list[Path]:
        from fastaid.training.keep_checkpoints import checkpoint_files

        return checkpoint_files(self._training.checkpoints_path(), run_id)

    def _named(self, which: str) -> str:
        from fastaid.training.journal import Journal

        value = self._training.scope.own(which)
        word = str(value) if isinstance(value, str | int) else which
        found = Journal(self._training.journal_path()).summary(word)
        if found.status == "finished":
            raise FastaidError(f"Run {found.number} is complete.", "%fit_one_cycle trains on from it.")
        _refuse_running(found)
        return found.run_id

    def _latest(self) -> str:
        from fastaid.training.journal import Journal

        runs = Journal(self._training.journal_path()).runs(most=-1)
        early = [one for one in runs if one.status != "finished" and self._files(one.run_id)]
        if not early:
            raise FastaidError("No run of this folder ended early with a checkpoint.", "%runs lists them.")
        waiting = [one for one in early if one.status != "running" or one.is_lost]
        if not waiting:
            _refuse_running(early[0])
        return waiting[0].run_id

    # -- with what --------------------------------------------------------------------------------

    def _learner(self, point: Checkpoint, record: dict[str, Any], asked: str | None) -> tuple[str, Any]:
        """The learner at hand, or in a new kernel one made by the lines that made the run's."""
        from fastai.learner import Learner

        if asked is not None or any(isinstance(value, Learner) for value in self.session.names.values()):
            return self.session.learner(asked)
        if not record["databunch"] or not record["learner"]:
            raise FastaidError(
                "There is no learner, and that of the run was not made by %databunch and %learner.", HOW
            )
        for magic in ("databunch", "learner"):
            self._again(magic, record[magic], point.run.started.folder)
        return self.session.learner(None)

    def _again(self, magic: str, made: dict[str, Any], folder: str) -> None:
        """Run a line as it was: its words mean what they meant."""
        session = self.session
        before, session.notes = session.notes, Replay(made["notes"], folder)
        try:
            for group in session.shell.magics_manager.registry.values():
                if isinstance(group, SessionMagics) and magic in group.magics["line"]:
                    group.magics["line"][magic](made["line"])
        finally:
            session.notes = before

    def _check(self, learn: Any, point: Checkpoint, anyway: bool) -> None:
        from fastaid.render.bundle import Bundle
        from fastaid.training.fit import check_batches
        from fastaid.training.resume import check_net, differences

        check_net(learn, point)
        other, small = differences(learn, point)
        if other and not anyway:
            raise FastaidError(
                f"This would be another run: {listed(other)}.", "Make it as it was, or say %resume --anyway."
            )
        if other or small:
            words = f"Not as it was: {listed([*other, *small])}."
            self.session.show(Bundle(f"{words} The result may differ from that of an uninterrupted run."))
        check_batches(learn.dls)

    def _keep_what_would_be_lost(self, name: str, learn: Any, point: Checkpoint) -> None:
        """Save the weights of a learner that has trained on since, or trained something else."""
        from fastaid.render.bundle import Bundle

        has_trained = learn.opt is not None and any("step" in state for state in learn.opt.state.values())
        now = learn.model.state_dict()
        is_same = all(bool((now[key].cpu() == value).all()) for key, value in point.model.items())
        if not has_trained or is_same:
            return
        saved = f"before-resume-{point.run.started.run_id}"
        learn.save(saved)
        words = f"{name} has trained beyond the checkpoint, or something else."
        self.session.show(Bundle(f"{words} {name}.load({saved!r}) brings its weights of now back."))


def _refuse_running(summary: Any) -> None:
    if summary.status == "running" and not summary.is_lost:
        raise FastaidError(
            f"Run {summary.number} trains now, in another kernel or on another machine.",
            "Stop it there first.",
        )


def read_record(point: Checkpoint) -> dict[str, Any]:
    """What the run's data, learner and call were made by.

    Raises: FastaidError where it is of another form.
    """
    try:
        record = json.loads(point.run.started.made_by)
        method, args, kwargs = record["fit"]
        is_right = method in FIT_METHODS and isinstance(args, list) and isinstance(kwargs, dict)
        for name in ("databunch", "learner"):
            one = record[name]
            is_right &= one is None or (isinstance(one["line"], str) and isinstance(one["notes"], dict))
        if not is_right or not isinstance(record["options"], dict):
            raise ValueError("a part of another kind")
    except (KeyError, TypeError, ValueError) as error:
        raise FastaidError(
            f"The run {point.run.started.run_id} was begun by a call that cannot be made again.",
            f"learn.load({str(point.path.with_suffix(''))!r}) brings its weights back.",
        ) from error
    return dict(record)


def _call(name: str, record: dict[str, Any]) -> Call:
    from fastaid.facts.code import call

    method, args, kwargs = record["fit"]
    try:
        values = [told(one) for one in args]
        return call(f"{name}.{method}", *values, **{key: told(value) for key, value in kwargs.items()})
    except ValueError as error:
        raise FastaidError("The run's call cannot be read back.", "Train anew.") from error


def _options(record: dict[str, Any]) -> Namespace:
    off = {
        "precision": "auto",
        "plain": False,
        "precompute": None,
        "progressive": None,
        "compile": False,
        "save": None,
    }
    options = {**off, **{key: told(value) for key, value in record["options"].items() if key in off}}
    return Namespace(**options, code=False, no_checkpoints=False)


def plain_code(point: Checkpoint) -> str:
    """The nearest that plain fastai has: the same schedule from the same weights, with other random numbers."""
    call = point.run.started.call
    name = call.partition(".")[0]
    done = counted(point.position.epoch, "complete epoch")
    then = (
        f"{call[:-1]}, start_epoch={point.position.epoch})"
        if "fit_one_cycle" in call
        else f"# fine_tune has no start_epoch: what is left of {call} is for %resume"
    )
    return "\n".join(
        [
            f"# after {done}; fastai keeps the schedule, while random numbers and curves start afresh",
            f"{name}.load({point.path.with_suffix('').as_posix()!r})",
            then,
        ]
    )
