"""What is kept of a run to go on from, and where it went on, in a line each."""

from __future__ import annotations

from fastaid.errors import counted
from fastaid.facts.run import Run


def resumption_lines(run: Run) -> list[str]:
    """The lines of a run that was resumed, or can be."""
    return [text for text in (resumed_line(run), kept_line(run)) if text]


def resumed_line(run: Run) -> str:
    """Where it went on after it had ended early: "resumed at batch 12 of epoch 3"; "" where it never had."""
    if not run.resumed:
        return ""
    last = run.resumed[-1]
    times = f", the {len(run.resumed)}th time" if len(run.resumed) > 3 else ""
    return f"resumed at batch {last.step:,}, after {counted(last.epoch, 'complete epoch')}{times}"


def kept_line(run: Run) -> str:
    """The checkpoints that it can be resumed from: how many, how large, where; or why there are none."""
    kept = [one for one in run.checkpoints if not one.is_asked_for]
    if not kept:
        return ""
    last = kept[-1]
    if last.problem:
        return f"no checkpoint could be kept at batch {last.step:,} ({last.problem})"
    folder = last.file.removeprefix(f"{run.started.folder}/").rpartition("/")[0]
    files = counted(last.n_kept, "checkpoint")
    return (
        f"{files} kept ({last.n_bytes / 1e6:,.1f} MB in {folder or '.'}), the last after batch {last.step:,}"
    )


def resume_line(run: Run) -> str:
    """The line that goes on with a run, should it end early; "" where no checkpoint is kept."""
    kept = [one for one in run.checkpoints if not one.is_asked_for and one.file]
    return f"%resume {run.started.run_id}" if kept else ""
