"""Every run, kept in SQLite beside the work: events as they come, and a summary for the list.

A run is its events; `Run.of` folds them back into what the views draw. The journal is optional to a
fit: any failure here reaches `watch` as an exception, which costs one warning and no training.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fastaid.errors import FastaidError
from fastaid.facts.events import BatchesEnded, EpochEnded, Event, RunEnded, RunStarted, from_json, to_json
from fastaid.facts.run import Run

BUSY_SECONDS = 2.0  # another kernel's write is over long before; a lock that stays is given up
FLUSH_SECONDS = 2.0  # batches wait this long for their write, an epoch's end does not
SCHEMA_VERSION = 1

SCHEMA = """
create table if not exists runs (
    number integer primary key autoincrement,
    run_id text not null unique,
    started_at real not null,
    status text not null,
    call text not null,
    arch text not null,
    seconds real not null default 0,
    epochs integer not null default 0,
    final text not null default '{}',
    process integer not null
);
create table if not exists events (
    run_id text not null references runs(run_id) on delete cascade,
    seq integer not null,
    body text not null,
    primary key (run_id, seq)
) without rowid;
"""


@dataclass(frozen=True)
class RunSummary:
    """One line of the list of runs."""

    number: int  # 1, 2, 3 … in this journal
    run_id: str
    started_at: float  # Unix time
    status: str
    call: str
    arch: str
    seconds: float
    epochs: int
    process: int  # the kernel's process id
    final: dict[str, float | None]  # the last epoch's row

    @property
    def is_lost(self) -> bool:
        """Whether it says that it is running and its process is gone: the kernel died."""
        return self.status == "running" and not _is_alive(self.process)


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        return True  # signal 0 is no question there but a Ctrl-C
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it exists and is somebody else's
        return True
    return True


class Journal:
    """The runs of one folder. Opening it makes the folder and the file."""

    title = "The journal (.fastaid/journal.sqlite)"

    def __init__(
        self,
        path: Path,  # the SQLite file
    ):
        self.path = path
        self._open_writer: _Writer | None = None

    def __call__(self, run: Run, event: Event) -> None:
        """Keep an event; what a watched fit calls as a listener."""
        self._writer(run).take(run, event)

    def _writer(self, run: Run) -> _Writer:
        if self._open_writer is None or self._open_writer.run_id != run.started.run_id:
            self._open_writer = _Writer(self, run.started)
        return self._open_writer

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction, closed afterwards: no lock outlives it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
        try:
            _prepare(connection)
            with connection:
                yield connection
        finally:
            connection.close()

    def runs(self, most: int = 20) -> list[RunSummary]:
        """The latest runs, the newest first.

        Raises: FastaidError where the file cannot be read.
        """
        with self._readable() as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(
                "select number, run_id, started_at, status, call, arch, seconds, epochs, process, final "
                "from runs order by number desc limit ?",
                (most,),
            ).fetchall()
        return [RunSummary(**{**dict(row), "final": json.loads(row["final"])}) for row in rows]

    def load(self, which: str) -> tuple[RunSummary, Run]:
        """A run by its number or its id (or the beginning of it).

        Raises: FastaidError where there is none, or more than one.
        """
        found = [s for s in self.runs(most=-1) if which in (str(s.number), s.run_id)] or [
            s for s in self.runs(most=-1) if s.run_id.startswith(which)
        ]
        if len(found) != 1:
            several = f"{len(found)} runs begin with '{which}'." if found else f"There is no run '{which}'."
            raise FastaidError(several, "%runs lists them with their numbers.")
        with self._readable() as connection:
            rows = connection.execute(
                "select body from events where run_id = ? order by seq", (found[0].run_id,)
            ).fetchall()
        try:
            run = Run.of(from_json(json.loads(body)) for (body,) in rows)
        except ValueError as error:
            raise FastaidError(f"Run {which} cannot be read back ({error}).") from error
        return found[0], run

    @contextmanager
    def _readable(self) -> Iterator[sqlite3.Connection]:
        if not self.path.exists():
            raise FastaidError(
                f"There are no runs here yet ({self.path}).", "They are kept from the first fit on."
            )
        try:
            with self.connect() as connection:
                yield connection
        except sqlite3.Error as error:
            raise FastaidError(
                f"The journal {self.path} cannot be read ({error}).",
                "Move it away and fastaid begins a new one; training does not need it.",
            ) from error


def _prepare(connection: sqlite3.Connection) -> None:
    """Switch to WAL and make the tables, where another kernel has not done so just now.

    sqlite does not wait for a lock when it switches to WAL, so two kernels that begin a journal
    together take turns here.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if connection.execute("pragma journal_mode").fetchone()[0] != "wal":
                connection.execute("pragma journal_mode=wal")
            connection.execute("pragma synchronous=normal")
            connection.execute("pragma foreign_keys=on")
            if connection.execute("pragma user_version").fetchone()[0] < SCHEMA_VERSION:
                connection.executescript(
                    f"begin immediate; {SCHEMA} pragma user_version={SCHEMA_VERSION}; commit;"
                )
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            if connection.in_transaction:
                connection.rollback()
            time.sleep(0.02)


class _Writer:
    """One run's events on their way to disk."""

    def __init__(self, journal: Journal, started: RunStarted):
        self.run_id = started.run_id
        self._journal = journal
        self._seq = 0
        self._waiting: list[Event] = []
        self._last_write = time.monotonic()
        with journal.connect() as connection:
            connection.execute(
                "insert into runs (run_id, started_at, status, call, arch, process) values (?, ?, ?, ?, ?, ?)",
                (started.run_id, started.started_at, "running", started.call, started.arch, os.getpid()),
            )

    def take(self, run: Run, event: Event) -> None:
        self._waiting.append(event)
        is_due = time.monotonic() - self._last_write >= FLUSH_SECONDS
        if isinstance(event, EpochEnded | RunEnded | RunStarted) or is_due:
            self._write(run)

    def _write(self, run: Run) -> None:
        events = _joined(self._waiting)
        rows = [
            (self.run_id, self._seq + i, json.dumps(to_json(event), allow_nan=False))
            for i, event in enumerate(events)
        ]
        with self._journal.connect() as connection:
            connection.executemany("insert into events values (?, ?, ?)", rows)
            connection.execute(
                "update runs set status = ?, seconds = ?, epochs = ?, final = ? where run_id = ?",
                (run.status, run.seconds, len(run.epochs), json.dumps(run.final), self.run_id),
            )
        self._seq += len(rows)
        self._waiting.clear()
        self._last_write = time.monotonic()


def _joined(events: list[Event]) -> list[Event]:
    """Neighbouring bunches of batches as one row."""
    joined: list[Event] = []
    for event in events:
        last = joined[-1] if joined else None
        if isinstance(event, BatchesEnded) and isinstance(last, BatchesEnded):
            joined[-1] = BatchesEnded(
                last.first_step,
                last.losses + event.losses,
                last.smooth_losses + event.smooth_losses,
                last.lrs + event.lrs,
                last.moms + event.moms,
                event.seconds,
                event.train_seconds,
            )
        else:
            joined.append(event)
    return joined
