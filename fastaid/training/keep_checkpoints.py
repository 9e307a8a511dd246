"""The checkpoints that every fit keeps: the last two, and that of the best epoch.

One at every epoch's end, unless the epochs are so short that writing would take a good part of their time.
Written by a thread beside the training, from a copy: a slow disk costs a checkpoint and no time, as a newer
one takes the place of one that still waits. A disk that is full costs one sentence.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from fastaid.facts.events import CheckpointSaved
from fastaid.facts.run import Run
from fastaid.training.checkpoint import Position, learner_state, write_checkpoint
from fastaid.training.randomness import random_states

MOST_GIGABYTES = 5.0  # of all runs' checkpoints; the oldest runs' go first
SPARE_BYTES = 200_000_000  # of the disk are left alone
KEPT = 2  # besides the best
SHARE = 0.05  # of the time of short epochs may go into checkpoints
CHEAP_SECONDS = 0.05  # what one may take at any time


@dataclass(frozen=True)
class _Job:
    state: Mapping[str, Any]
    file: Path
    best: str  # the name of the best epoch's file
    step: int
    epoch: int
    seconds: float


class Checkpoints:
    """One run's checkpoints. Everything but the writing is done by the thread that trains."""

    def __init__(
        self,
        folder: Path | None,  # of all runs' checkpoints; None: none is kept unasked
        run_id: str,
        most_gigabytes: float = MOST_GIGABYTES,
    ):
        if Path(run_id).name != run_id or run_id in ("", ".", ".."):
            raise ValueError(f"{run_id!r} is no name of a folder")  # files are deleted there
        self._root, self.folder = folder, (folder or Path()) / run_id
        self._run_id = run_id
        self._most_bytes = most_gigabytes * 2**30
        self._marks: dict[str, dict[str, Any]] = {}
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="fastaid-checkpoint")
        self._lock = threading.Lock()
        self._waiting: _Job | None = None
        self._written: list[CheckpointSaved] = []
        self._has_failed = False
        self._has_room_for = -1  # bytes of one checkpoint
        self._last = time.monotonic()
        self._cost = 0.0  # processor seconds of the last checkpoint

    def mark(self, name: str, dls: Any) -> None:
        """Remember where the random numbers stand as an "epoch" or its "valid" part begins."""
        self._marks[name] = random_states(dls)

    def begun(self, states: dict[str, Any]) -> None:
        """Remember the random states of before anything of the run was computed."""
        self._marks["run"] = states

    def begins(self, learn: Any, run: Run) -> None:
        """Keep the state before a fit's first batch: a kernel that dies early begins again as it began."""
        self._keep(learn, run, Position(len(run.planned) - 1), f"epoch-{len(run.epochs)}")

    @property
    def is_due(self) -> bool:
        """Whether one more would be cheap, or the last one is long enough ago for what it took."""
        return self._cost <= CHEAP_SECONDS or time.monotonic() - self._last >= self._cost / SHARE

    def epoch_over(self, learn: Any, run: Run) -> None:
        """Keep the state at an epoch's end."""
        self._keep(learn, run, Position(len(run.planned) - 1, learn.epoch + 1), f"epoch-{len(run.epochs)}")

    def between_batches(self, learn: Any, run: Run) -> None:
        """Keep the state of now."""
        self._keep(learn, run, self._position(learn, run), f"batch-{run.step}")

    def asked_for(self, learn: Any, run: Run) -> CheckpointSaved:
        """Write the state beside the learner's other weights, where nothing deletes it; done when this ends."""
        name, file, problem = f"{self._run_id}-batch-{run.step}", "", ""
        try:
            place = Path(learn.path) / learn.model_dir / f"{name}.pth"
            write_checkpoint(self._state(learn, run, self._position(learn, run)), place)
            file = str(place)
        except Exception as error:  # noqa: BLE001  a full disk is no reason to end a fit
            name, problem = "", f"{type(error).__name__}: {error}"
        return CheckpointSaved(run.step, run.seconds, name, file, problem, epoch=len(run.epochs))

    def written(self) -> list[CheckpointSaved]:
        """What has been written, or could not be, since this was asked last."""
        with self._lock:
            found, self._written = self._written, []
        return found

    def close(self) -> None:
        """Wait for what is being written. The last state that was given is on disk then, or has failed."""
        self._pool.shutdown(wait=True)

    def _position(self, learn: Any, run: Run) -> Position:
        """Where a fit is between two batches."""
        assert run.fit is not None  # batches belong to a fit
        done = learn.iter + 1 if learn.training else run.fit.n_iter
        return Position(len(run.planned) - 1, learn.epoch, done)

    def _state(self, learn: Any, run: Run, position: Position) -> dict[str, Any]:
        marks = {name: states for name, states in self._marks.items() if name != "valid"}
        # In the midst of validation nothing is trained: it is done again from its beginning.
        now = self._marks.get("valid") if position.batch and not learn.training else None
        return learner_state(learn, run, position, marks, now)

    def _keep(self, learn: Any, run: Run, position: Position, name: str) -> None:
        """Copy the learner's state, and have it written. Cost: a copy of weights and optimizer state."""
        if self._root is None:
            return
        best = run.best("valid_loss") or run.best("train_loss")
        began = time.thread_time()
        state = self._state(learn, run, position)
        self._last, self._cost = time.monotonic(), time.thread_time() - began
        job = _Job(
            state,
            self.folder / f"{name}.pth",
            f"epoch-{best[0] + 1}.pth" if best else "",
            run.step,
            len(run.epochs),
            run.seconds,
        )
        with self._lock:
            self._waiting = job
        self._pool.submit(self._write)

    # -- in the writing thread --------------------------------------------------------------------

    def _write(self) -> None:
        with self._lock:
            job, self._waiting = self._waiting, None
        if job is None:
            return  # a newer one took its place
        problem, began = "", time.thread_time()
        try:
            self._make_room(job)
            write_checkpoint(job.state, job.file)
            self._thin(job)
            self._cost += time.thread_time() - began
        except Exception as error:  # noqa: BLE001  whatever a disk does, the fit goes on
            problem = f"{type(error).__name__}: {error}"
        if problem and self._has_failed:
            return
        self._has_failed = bool(problem)
        files = list(self.folder.glob("*.pth"))
        name = "" if problem else str(job.file.with_suffix(""))
        saved = CheckpointSaved(
            job.step,
            job.seconds,
            name,
            "" if problem else str(job.file),
            problem,
            is_asked_for=False,
            epoch=job.epoch,
            n_kept=len(files),
            n_bytes=sum(_size(file) for file in files),
        )
        with self._lock:
            self._written.append(saved)

    def _make_room(self, job: _Job) -> None:
        """Let the oldest runs' checkpoints go where all together take too much.

        Raises: OSError where the disk has no room for one more.
        """
        root = self.folder.parent
        root.mkdir(parents=True, exist_ok=True)
        n_bytes = _tensor_bytes(job.state)
        if n_bytes > self._has_room_for:  # once a run, or twice: a folder may hold thousands of runs
            self._forget_oldest(root, self._most_bytes - (KEPT + 1) * n_bytes)
            self._has_room_for = n_bytes
        free = shutil.disk_usage(root).free
        if free < n_bytes + SPARE_BYTES:
            raise OSError(
                f"{free / 1e6:,.0f} MB are left on the disk, a checkpoint takes {n_bytes / 1e6:,.1f} MB and "
                f"{SPARE_BYTES / 1e6:,.0f} MB are to stay free"
            )

    def _forget_oldest(self, root: Path, most_bytes: float) -> None:
        others = sorted(_files_below(root, apart=self._run_id), key=lambda one: one.changed)
        total = sum(one.size for one in others)
        an_hour_ago = (time.time() - 3600) * 1e9
        for one in others:
            if total <= most_bytes or one.changed > an_hour_ago:  # it may train in another kernel
                break
            total -= one.size
            one.path.unlink(missing_ok=True)

    def _thin(self, job: _Job) -> None:
        files = sorted(self.folder.glob("*.pth"), key=lambda file: (file == job.file, _changed(file)))
        for file in files[:-KEPT]:
            if file.name != job.best:
                file.unlink(missing_ok=True)


def checkpoint_files(folder: Path, run_id: str) -> list[Path]:
    """A run's checkpoints, the newest first."""
    return sorted((folder / run_id).glob("*.pth"), key=_changed, reverse=True)


class _File(NamedTuple):
    path: Path
    size: int  # bytes
    changed: int  # nanoseconds


def _files_below(root: Path, apart: str) -> Iterator[_File]:
    """Checkpoints of other runs, and halves of one that a killed kernel left."""
    with os.scandir(root) as runs:
        folders = [one.path for one in runs if one.name != apart and one.is_dir()]
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as files:  # another kernel may delete them meanwhile
            for file in files:
                if file.name.endswith((".pth", ".part")):
                    with suppress(OSError):
                        state = file.stat()
                        yield _File(Path(file.path), state.st_size, state.st_mtime_ns)


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _tensor_bytes(held: Any) -> int:
    if hasattr(held, "nbytes"):
        return int(held.nbytes)
    if isinstance(held, Mapping):
        return sum(_tensor_bytes(value) for value in held.values())
    return sum(_tensor_bytes(value) for value in held) if isinstance(held, list | tuple) else 0
