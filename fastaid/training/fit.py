"""A watched fit: any call that trains a learner, told to listeners and safe to interrupt."""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, counted
from fastaid.facts.code import Program
from fastaid.facts.events import RunEnded, RunResumed, RunStarted, Status
from fastaid.facts.run import Run
from fastaid.training.cleanup import own_progress_hidden, savers, tidy, torch_as_found
from fastaid.training.device import device_name, device_of, precision_of, versions
from fastaid.training.keep_checkpoints import Checkpoints
from fastaid.training.pictures import can_show
from fastaid.training.stop import Stop, interrupts_deferred
from fastaid.training.watch import REFRESH_INTERVAL, Listener, RunStopped, WatchCallback

LONGEST_NAME = 200  # bytes; file systems take 255, with the ending


@contextmanager
def watched(
    learn: Any,  # the fastai Learner that will train inside the block
    started: RunStarted,
    listeners: tuple[Listener, ...] = (),
    stop: Stop | None = None,  # set from another thread to end the fit at a batch's edge
    refresh_interval: float = REFRESH_INTERVAL,  # seconds between two bunches of batches
    checkpoints: Checkpoints | None = None,  # None: only those that are asked for are written
    resumed: Run | None = None,  # the run that goes on in the block, as it was at its checkpoint
) -> Iterator[Run]:
    """Tell listeners of every fit inside the block, and leave the learner usable however it ends.

    An interrupt or a stop ends the block at the next batch's edge without an exception; a second
    interrupt ends it at once. Any other exception goes on after the run was marked as failed.
    Source: fastai 2.8 `Learner._with_events`, which skips `after_fit` on interrupts and errors.
    """
    stop = stop or Stop()
    watch = WatchCallback(
        started, listeners, stop, refresh_interval, checkpoints=checkpoints, resumed=resumed
    )
    run = watch.watch_run
    status: Status = "failed"
    problem = ""
    has_begun = False
    with interrupts_deferred(stop), torch_as_found():
        try:
            with ExitStack() as stack:
                stack.enter_context(own_progress_hidden(learn))
                stack.enter_context(learn.added_cbs(watch))
                watch.watch_emit(_beginning(run, is_resumed=resumed is not None))
                has_begun = True
                yield run
            status = "finished"
        except RunStopped:
            tidy(learn)
            status = "interrupted" if stop.is_interrupt else "stopped"
        except BaseException as error:
            watch.watch_settle(learn)
            is_interrupt = isinstance(error, KeyboardInterrupt)
            problem = _in_a_line(error)
            if is_interrupt or (stop.is_interrupt and _is_from_a_worker(error)):
                status, problem = "interrupted", ""
                if not has_begun:  # a block that was never entered cannot be ended without an error
                    raise
            elif watch.watch_ended_early and isinstance(error, Exception):
                # A callback of the learner's own that cannot end where the fit was asked to stop.
                status = "interrupted" if stop.is_interrupt else "stopped"
                problem = f"a callback failed on the way out: {problem}"
            else:
                raise
        finally:
            watch.watch_flush()
            watch.watch_close()
            message = _message(run, status, problem)
            if status in ("interrupted", "stopped") and run.epochs and savers(learn):
                message += " SaveModelCallback brought the weights of its best epoch back."
            watch.watch_emit(RunEnded(status, watch.watch_seconds(), message))


def _beginning(run: Run, is_resumed: bool) -> RunStarted | RunResumed:
    return RunResumed(time.time(), run.step, len(run.epochs)) if is_resumed else run.started


def _in_a_line(error: BaseException) -> str:
    """An error by its name and words; fastai puts the cause on a second line."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _is_from_a_worker(error: BaseException) -> bool:
    """A data loader worker that the interrupt killed, where workers are spawned and not forked."""
    return isinstance(error, RuntimeError) and "DataLoader worker" in str(error)


def _message(run: Run, status: Status, problem: str) -> str:
    if status == "finished" and len(run.epochs) >= run.n_epoch:
        return ""
    if not run.step:
        done = "No batch was trained: the weights are as they were."
    else:
        done = (
            f"{counted(run.step, 'batch', 'batches')} of {run.n_step:,} trained and kept, "
            f"{len(run.epochs)} of {counted(run.n_epoch, 'epoch')} complete; the learner can go on, plot and save."
        )
    word = {
        "finished": "Ended early by a callback of this learner",
        "stopped": "Stopped",
        "interrupted": "Interrupted",
        "failed": "Failed",
        "running": "",
    }[status]
    return f"{word}. {done}" if not problem else f"{word} ({problem}). {done}"


def describe_start(
    learn: Any,
    call: str,  # "learn.fit_one_cycle(4)"
    n_epoch: int,
    program: Program | None = None,
    settings: tuple[tuple[str, str], ...] = (),
    speedups: str = "",
    precision: str | None = None,  # where it is not fastai's own
    made_by: str = "",
) -> RunStarted:
    """Everything known of a run before its first batch. Reads file sizes, trains nothing."""
    import torch

    arch = getattr(learn, "arch", None)
    vocab = getattr(learn.dls, "vocab", None) or ()
    return RunStarted(
        run_id=f"{time.strftime('%Y%m%d-%H%M%S')}-{uuid.uuid4().hex[:6]}",
        started_at=time.time(),
        call=call,
        n_epoch=n_epoch,
        arch=arch if isinstance(arch, str) else getattr(arch, "__name__", type(learn.model).__name__),
        device=device_name(device_of(learn)),
        precision=precision or precision_of(learn),
        **data_facts(learn.dls),
        n_classes=len(vocab),
        noun="picture" if can_show(learn.dls) else "item",
        seed=torch.initial_seed(),
        code=program.code() if program else "",
        folder=str(Path.cwd()),
        versions=versions(),
        settings=settings,
        speedups=speedups,
        made_by=made_by,
    )


def data_facts(dls: Any) -> dict[str, Any]:
    """What says that data are the same: how many there are, in which batches, and their fingerprint."""
    return {
        "bs": getattr(dls, "bs", None) or getattr(dls.train, "batch_size", None) or 0,
        "n_train": len(dls.train_ds),
        "n_valid": len(dls.valid_ds) if len(dls.loaders) > 1 else 0,
        "data_fingerprint": fingerprint(dls),
    }


def fingerprint(
    dls: Any,
) -> str:  # 16 hex digits, the same wherever the data are; "" where items are no files
    """A short name for exactly these pictures in exactly this split: file names and sizes, hashed."""
    digest = hashlib.blake2b(digest_size=8)
    try:
        for loader in dls.loaders:
            items = getattr(loader.dataset, "items", ())
            if hasattr(items, "columns"):
                digest.update(_hashed(items))
                continue
            for item in items:
                size = item.stat().st_size if isinstance(item, Path) else 0
                name = "/".join(item.parts[-3:]) if isinstance(item, Path) else str(item)
                digest.update(f"{name}\0{size}\n".encode(errors="replace"))
            digest.update(b"--")
    except (OSError, TypeError, AttributeError):
        return ""
    return digest.hexdigest()


def _hashed(table: Any) -> bytes:
    """A DataFrame's rows, hashed by pandas; lists in its cells are hashed as text."""
    from pandas.util import hash_pandas_object

    try:
        return bytes(hash_pandas_object(table, index=False).to_numpy().tobytes())
    except TypeError:
        return bytes(hash_pandas_object(table.astype(str), index=False).to_numpy().tobytes())


def check_batches(dls: Any) -> None:
    """Refuse data that make no full batch, since fastai leaves part batches of the training part out.

    Raises: FastaidError with the next step.
    """
    if len(dls.train):
        return
    n = len(dls.train_ds)
    if not n:
        raise FastaidError(
            "There is nothing to train on: these data hold no pictures, as those of an exported learner.",
            "Give it data: learn.dls = dls",
        )
    raise FastaidError(
        f"There is nothing to train on: {counted(n, 'picture')} make no full batch of {dls.bs}.",
        "Build the data again with a smaller --bs.",
    )


def check_ready(learn: Any) -> None:
    """Refuse a fit that fastai would run to no effect, or break on after an epoch.

    Raises: FastaidError with the next step.
    """
    check_batches(learn.dls)
    if not any(p.requires_grad for p in learn.model.parameters()):
        raise FastaidError("Every layer is frozen, so nothing would be learnt.", "Run %unfreeze first.")


def _is_too_long(name: str) -> bool:
    return any(len(os.fsencode(part)) > LONGEST_NAME for part in Path(name).parts)


def check_save(learn: Any, name: str) -> None:
    """Refuse a name that weights could not be saved under, before the fit and not after it.

    Raises: FastaidError with the next step.
    """
    models = learn.path / learn.model_dir
    if not name.isprintable() or "\\" in name or _is_too_long(name):
        said = name if len(name) <= 40 else f"{name[:40]}…"
        raise FastaidError(f"--save {said!r} is no name for a file.", "Give a plain name, such as stage-1.")
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise FastaidError(f"--save {name} leads out of {models}.", "Give a plain name, such as stage-1.")
    folder = (models / f"{name}.pth").parent
    if not name.strip() or name.endswith("/"):
        raise FastaidError("--save needs a name.", "For example: --save stage-1")
    if folder != models and not folder.is_dir():
        raise FastaidError(
            f"--save {name}: there is no folder {folder}.",
            "Make it first, or give a plain name, such as stage-1.",
        )
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise FastaidError(f"--save {name}: {there} cannot be written to.", "Give another place.")
