"""Every run, kept in SQLite beside the work: events as they come, and a summary for the list.

A run is its events; `Run.of` folds them back into what the views draw. The journal is optional to a
fit: any failure here reaches `watch` as an exception, which costs one warning and no training.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import sqlite3
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from fastaid.errors import FastaidError, FastaidWarning
from fastaid.facts.events import (
    BatchesEnded,
    EpochEnded,
    Event,
    RunEnded,
    RunResumed,
    RunStarted,
    from_json,
    to_json,
)
from fastaid.facts.run import Run
from fastaid.facts.sqlite import SQLITE_ERRORS, prepare

BUSY_SECONDS = 2.0  # another kernel's write is over long before; a lock that stays is given up
FLUSH_SECONDS = 2.0  # batches wait this long for their write, an epoch's end does not
SCHEMA_VERSION = 2
ROOM_TO_READ = 1_000_000  # bytes of disk; sqlite's index of what was written last takes some 32,000
PERMANENT = ("run_id", "started_at", "call", "arch")  # what a run keeps when it is resumed
LATER = "it is tried again when the run ends, and the fit itself is unharmed"

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
    process integer not null,
    process_started real not null,
    host text not null
);
create table if not exists events (
    run_id text not null references runs(run_id) on delete cascade,
    seq integer not null,
    body text not null,
    primary key (run_id, seq)
) without rowid;
"""

# What brings a journal of an earlier version to the next one.
MIGRATIONS = {
    1: """
alter table runs add column process_started real not null default 0;
alter table runs add column host text not null default '';
""",
}


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
    process_started: float  # Unix time; ids are given again, in a container often the same one
    host: str  # the machine's name
    final: dict[str, float | None]  # the last epoch's row

    @property
    def is_lost(self) -> bool:
        """Whether it says that it is running and its process is gone: the kernel died.

        Of a kernel on another machine that shares the folder nobody here can tell.
        """
        if self.status != "running" or self.host != platform.node():
            return False
        return _started(self.process) != self.process_started


def _started(process: int) -> float | None:
    """When a process began, as Unix time; None where there is none."""
    try:
        return float(psutil.Process(process).create_time())
    except psutil.Error:
        return None


class Journal:
    """The runs of one folder. Opening it makes the folder and the file."""

    def __init__(
        self,
        path: Path,  # the SQLite file
    ):
        self.path = path
        self._open_writer: _Writer | None = None

    @property
    def title(self) -> str:
        return f"The journal {self.path}"

    def __call__(self, run: Run, event: Event) -> None:
        """Keep an event; what a watched fit calls as a listener.

        A disk that fills up or a lock that stays in the middle of a run costs one warning; what could
        not be written is tried once more when the run ends, so that the list does not call it running.
        """
        writer = self._writer(run)
        try:
            writer.take(run, event)
        except SQLITE_ERRORS as error:
            if not writer.has_failed:
                then = "this run is not kept to its end" if isinstance(event, RunEnded) else LATER
                why = f"{self.title} cannot be written now ({error}): {then}."
                warnings.warn_explicit(why, FastaidWarning, "fastaid", 1)
            writer.has_failed = True

    def _writer(self, run: Run) -> _Writer:
        if self._open_writer is None or self._open_writer.run_id != run.started.run_id:
            self._open_writer = _Writer(self, run)
        return self._open_writer

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction, closed afterwards: no lock outlives it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
        try:
            prepare(connection, _make_tables, BUSY_SECONDS)
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
                "select number, run_id, started_at, status, call, arch, seconds, epochs, process, "
                "process_started, host, final from runs order by number desc limit ?",
                (most,),
            ).fetchall()
        found = [RunSummary(**{**dict(row), "final": _final(row["final"])}) for row in rows]
        return [one for one in found if _is_whole(one)]

    def load(self, which: str) -> tuple[RunSummary, Run]:
        """A run by its number or its id (or the beginning of it), with everything that happened in it.

        Raises: FastaidError where there is none, or more than one.
        """
        summary = self.summary(which)
        with self._readable() as connection:
            rows = connection.execute(
                "select body from events where run_id = ? order by seq", (summary.run_id,)
            ).fetchall()
        try:
            run = Run.of(from_json(json.loads(_text(body))) for (body,) in rows)
        except ValueError as error:
            raise FastaidError(f"Run {which} cannot be read back ({error}).") from error
        return summary, run

    def summary(self, which: str) -> RunSummary:
        """A run's line, by its number or its id (or the beginning of it).

        Raises: FastaidError where there is none, or more than one.
        """
        found = [s for s in self.runs(most=-1) if which in (str(s.number), s.run_id)] or [
            s for s in self.runs(most=-1) if s.run_id.startswith(which)
        ]
        if len(found) != 1:
            several = f"{len(found)} runs begin with '{which}'." if found else f"There is no run '{which}'."
            raise FastaidError(several, "%runs lists them with their numbers.")
        return found[0]

    @contextmanager
    def _readable(self) -> Iterator[sqlite3.Connection]:
        if not self.path.exists():
            raise FastaidError(
                f"There are no runs here yet ({self.path}).", "They are kept from the first fit on."
            )
        try:
            with self._connect_to_read() as connection:
                yield connection
        except SQLITE_ERRORS as error:
            raise FastaidError(
                f"The journal {self.path} cannot be read ({error}).", self._next_step(error)
            ) from error

    def _next_step(self, error: Exception) -> str:
        if "locked" in str(error):
            return "Try again; training does not need it."
        # Reading takes a little room too, and sqlite calls the want of it an "I/O error".
        if "full" in str(error) or shutil.disk_usage(self.path.parent).free < ROOM_TO_READ:
            return "The disk is full: make some room on it and try again; nothing in the journal is lost."
        return "Move it away and fastaid begins a new one; training does not need it."

    @contextmanager
    def _connect_to_read(self) -> Iterator[sqlite3.Connection]:
        """A connection as ever, or where the folder cannot be written, one that leaves no trace."""
        if os.access(self.path.parent, os.W_OK) and os.access(self.path, os.W_OK):
            with self.connect() as connection:
                yield connection
            return
        # WAL needs a file beside the journal even to read, unless nobody else can be writing.
        address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True)
        try:
            yield connection
        finally:
            connection.close()


def _text(held: object) -> str:
    """What a column of text holds; a damaged file may hold anything there, whatever its tables forbid."""
    if not isinstance(held, str):
        raise ValueError(f"a row holds {type(held).__name__} where text belongs")
    return held


def _is_whole(summary: RunSummary) -> bool:
    """Whether a row is one that was written, and not what damage has left of it."""
    texts = (summary.run_id, summary.status, summary.call, summary.arch, summary.host)
    numbers = (summary.number, summary.started_at, summary.seconds, summary.epochs, summary.process)
    return all(isinstance(one, str) for one in texts) and all(
        isinstance(one, int | float) for one in (*numbers, summary.process_started)
    )


def _final(text: object) -> dict[str, float | None]:
    try:
        found = json.loads(_text(text))
    except ValueError:  # a damaged row is no reason to hide the others
        return {}
    return found if isinstance(found, dict) else {}


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.execute("pragma foreign_keys=on")
    version = connection.execute("pragma user_version").fetchone()[0]
    if version < SCHEMA_VERSION:
        _bring_up(connection)


def _bring_up(connection: sqlite3.Connection) -> None:
    """Make the tables, or change those of an earlier version; another kernel may have done it meanwhile."""
    connection.execute("begin immediate")
    version = connection.execute("pragma user_version").fetchone()[0]
    steps = [SCHEMA] if version == 0 else [MIGRATIONS[v] for v in range(version, SCHEMA_VERSION)]
    for statement in "".join(steps).split(";"):
        connection.execute(statement)
    connection.execute(f"pragma user_version={SCHEMA_VERSION}")
    connection.commit()


class _Writer:
    """One run's events on their way to disk."""

    def __init__(self, journal: Journal, run: Run):
        started = run.started
        self.run_id = started.run_id
        self._journal = journal
        self._seq = 0
        self._waiting: list[Event] = []
        self._is_anew = False  # what waits takes the place of what is there
        self._last_write = time.monotonic()
        self.has_failed = False
        row = {
            "run_id": started.run_id,
            "started_at": started.started_at,
            "status": "running",
            "call": started.call,
            "arch": started.arch,
            "process": os.getpid(),
            "process_started": _started(os.getpid()) or 0.0,
            "host": platform.node(),
        }
        renewed = [name for name in row if name not in PERMANENT]
        with journal.connect() as connection:
            again = ", ".join(f"{name} = :{name}" for name in renewed)
            found = connection.execute(f"update runs set {again} where run_id = :run_id", row)
            if not found.rowcount:  # not "on conflict", which would use a number up
                names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
                connection.execute(f"insert into runs ({names}) values ({places})", row)

    def take(self, run: Run, event: Event) -> None:
        if isinstance(event, RunResumed):
            # As it was at its checkpoint: what came after that is done anew.
            self._waiting, self._is_anew = run.events(), True
        else:
            self._waiting.append(event)
        if self.has_failed and not isinstance(event, RunEnded):
            return
        is_due = time.monotonic() - self._last_write >= FLUSH_SECONDS
        if isinstance(event, EpochEnded | RunEnded | RunStarted | RunResumed) or is_due:
            self._write(run)

    def _write(self, run: Run) -> None:
        events = _joined(self._waiting)
        first = 0 if self._is_anew else self._seq
        rows = [
            (self.run_id, first + i, json.dumps(to_json(event), allow_nan=False))
            for i, event in enumerate(events)
        ]
        with self._journal.connect() as connection:
            if self._is_anew:
                connection.execute("delete from events where run_id = ?", (self.run_id,))
            # "or replace": an interrupt between the write and the next line would have it written again.
            connection.executemany("insert or replace into events values (?, ?, ?)", rows)
            connection.execute(
                "update runs set status = ?, seconds = ?, epochs = ?, final = ? where run_id = ?",
                (run.status, run.seconds, len(run.epochs), json.dumps(run.final), self.run_id),
            )
        self._seq, self._is_anew = first + len(rows), False
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
                event.gpu,
            )
        else:
            joined.append(event)
    return joined
