"""Pixels that were read once, on disk: what a picture's file holds, decoded and scaled as a fit needs it.

Pixels lie in segments, files of raw bytes that are mapped into memory; an SQLite index beside them knows
which picture lies where. A picture is known by its path, size and time of change, so a file that changed is
read anew. Every kernel writes segments of its own, and a row appears only after its pixels are written: several
kernels may read and write at once, and a crash leaves nothing that is half true.
"""

from __future__ import annotations

import contextlib
import logging
import mmap
import os
import shutil
import sqlite3
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from fastaid.facts.sqlite import SQLITE_ERRORS, prepare

log = logging.getLogger(__name__)

INDEX = "index.sqlite"
SEGMENT_BYTES = 256 * 2**20
SHARE_OF_FREE_DISK = 0.2
MOST_BYTES = 10 * 2**30  # of disk, where nothing else is asked for
ROWS_AT_ONCE = 500  # are told to the index together
PATIENCE_SECONDS = 10.0  # for another kernel that writes the index
SCHEMA = """
CREATE TABLE IF NOT EXISTS segments (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL, used REAL NOT NULL);
CREATE TABLE IF NOT EXISTS pictures (
  recipe TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL,
  segment TEXT NOT NULL, start INTEGER NOT NULL, rows INTEGER NOT NULL, columns INTEGER NOT NULL,
  channels INTEGER NOT NULL,
  PRIMARY KEY (recipe, path)
);
"""


@dataclass(frozen=True)
class Kept:
    """One picture's pixels, and the size that its file has."""

    pixels: Any  # uint8 array of (rows, columns, channels); a view into the mapped segment
    width: int
    height: int


@dataclass(frozen=True)
class Identity:
    """What tells one state of a file from another."""

    path: str
    size: int  # bytes
    changed: int  # nanoseconds


def identity(file: Path) -> Identity | None:
    """A file's identity, None where there is none to tell: it does not exist, or is no file of its own."""
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return None
    return Identity(os.path.abspath(file), found.st_size, found.st_mtime_ns)


def default_folder() -> Path:
    """Where this user's caches belong on this machine."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("fastaid", appauthor=False)) / "pixels"


class _Segment:
    """A file of pixels, mapped; written by one kernel only."""

    def __init__(self, path: Path, is_new: bool):
        self.path, self.n_bytes = path, 0
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags | (os.O_CREAT | os.O_EXCL if is_new else 0), 0o600)
        try:
            if is_new:
                # Only what is written takes place on the disk, and a full disk is an error of the write.
                os.truncate(self._file, SEGMENT_BYTES)
            self.size = os.fstat(self._file).st_size
            self._map = mmap.mmap(self._file, self.size)
        except BaseException:
            os.close(self._file)
            raise

    def view(self, start: int, shape: tuple[int, int, int]) -> Any:
        """Pixels in place; they are read from disk when they are looked at."""
        return np.frombuffer(self._map, np.uint8, shape[0] * shape[1] * shape[2], start).reshape(shape)

    def write(self, pixels: Any) -> int:  # where they lie
        """Append pixels. Raises: OSError where the disk is full."""
        start = self.n_bytes
        data = np.ascontiguousarray(pixels).data.cast("B")
        os.lseek(self._file, start, os.SEEK_SET)
        done = 0
        while done < len(data):
            done += os.write(self._file, data[done:])
        self.n_bytes = start + len(data)
        return start

    def close(self, is_own: bool) -> None:
        """Let go of the file; views that are still in use keep its memory."""
        if is_own:
            with contextlib.suppress(OSError):
                os.truncate(self._file, self.n_bytes)
        os.close(self._file)


class PixelStore:
    """The pixels of one recipe. Not being able to keep them is no error: they are read again."""

    def __init__(
        self,
        recipe: str,  # what was done to the pictures; another recipe finds nothing of this one's
        folder: Path | None = None,  # default: the user's cache folder
        most_bytes: int = MOST_BYTES,  # of all recipes together
    ):
        self.recipe = recipe
        self.folder = folder or default_folder()
        self.n_kept = self.n_new = 0  # pictures found, and written
        self.is_full = False
        self.problem = ""
        self._most = most_bytes
        self._lock = Lock()
        self._segments: dict[str, _Segment] = {}
        self._own: set[str] = set()
        self._current: _Segment | None = None
        self._untold: list[tuple[Any, ...]] = []
        self._index = self._open()

    # -- reading and keeping -----------------------------------------------------------------------

    def find(self, files: Sequence[Path | None]) -> list[Kept | None]:
        """What is kept of these files as they are now. Cost: a stat of each."""
        if self._index is None:
            return [None] * len(files)
        rows = {row[0]: row[1:] for row in self._rows()}
        found: list[Kept | None] = []
        for file in files:
            one = identity(file) if file is not None else None
            row = rows.get(one.path) if one is not None else None
            is_same = one is not None and row is not None and (one.size, one.changed) == row[:2]
            found.append(self._kept(row) if row is not None and is_same else None)
        self.n_kept += sum(one is not None for one in found)
        self._touch({row[4] for row in rows.values()} & set(self._segments))
        return found

    def keep(
        self,
        file: Path,
        at: Identity | None,  # the file's, from before it was read
        kept: Kept,
    ) -> Kept:  # the same pixels, on disk where there is room
        """Write a picture's pixels. Safe to call from several threads."""
        with self._lock:  # closing takes it too: a number of a closed file may be another file's by now
            if self._index is None or at is None or self.is_full:
                return kept
            try:
                segment = self._with_room_for(kept.pixels.size)
                start = segment.write(kept.pixels)
            except (OSError, *SQLITE_ERRORS, _NoRoom) as error:
                self._give_up(error)
                return kept
            shape = kept.pixels.shape
            self._untold.append(
                (
                    *(self.recipe, at.path, at.size, at.changed, kept.width, kept.height),
                    *(segment.path.name, start, *shape),
                )
            )
            self.n_new += 1
            if len(self._untold) >= ROWS_AT_ONCE:
                self._tell()
            return Kept(segment.view(start, shape), kept.width, kept.height)

    def flush(self) -> None:
        """Let other kernels, and later ones, find what was kept."""
        with self._lock:
            self._tell()

    def close(self) -> None:
        """Let go of the files; what was given out stays readable."""
        with self._lock:
            self._tell()
            for name, segment in self._segments.items():
                segment.close(name in self._own)
            self._segments.clear()
            self._current = None
            if self._index is not None:
                self._index.close()
                self._index = None

    # -- the index ---------------------------------------------------------------------------------

    def _open(self) -> sqlite3.Connection | None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            index = sqlite3.connect(
                self.folder / INDEX, timeout=PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
            )
            prepare(index, _make_tables, PATIENCE_SECONDS)
        except (OSError, *SQLITE_ERRORS) as error:
            self._give_up(error)
            return None
        return index

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        assert self._index is not None
        try:
            yield from self._index.execute(
                "SELECT path, size, changed, width, height, segment, start, rows, columns, channels "
                "FROM pictures WHERE recipe = ?",
                (self.recipe,),
            )
        except SQLITE_ERRORS as error:
            self._give_up(error)

    def _kept(self, row: tuple[Any, ...]) -> Kept | None:
        _, _, width, height, name, start, *shape = row
        segment = self._segment(name)
        n_bytes = shape[0] * shape[1] * shape[2]
        if segment is None or min(start, n_bytes) < 0 or start + n_bytes > segment.size:
            return None
        return Kept(segment.view(start, (shape[0], shape[1], shape[2])), width, height)

    def _segment(self, name: str) -> _Segment | None:
        if name not in self._segments:
            try:
                self._segments[name] = _Segment(self.folder / Path(name).name, is_new=False)
            except (OSError, ValueError):  # deleted by hand, or by another kernel that needed the room
                return None
        return self._segments[name]

    def _tell(self) -> None:
        if self._index is None or not self._untold:
            return
        rows, self._untold = self._untold, []
        try:
            self._index.execute("BEGIN IMMEDIATE")
            self._index.executemany(
                "INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
            )
            for name in self._own:
                self._index.execute(
                    "INSERT OR REPLACE INTO segments VALUES (?, ?, ?)",
                    (name, self._segments[name].n_bytes, time.time()),
                )
            self._index.execute("COMMIT")
        except SQLITE_ERRORS as error:
            with contextlib.suppress(*SQLITE_ERRORS):
                self._index.execute("ROLLBACK")
            self._give_up(error)

    def _touch(self, names: set[str]) -> None:
        if self._index is None or not names:
            return
        try:
            self._index.executemany(
                "UPDATE segments SET used = ? WHERE name = ?", [(time.time(), one) for one in sorted(names)]
            )
        except SQLITE_ERRORS:
            log.debug("the pixel index is busy", exc_info=True)

    # -- room --------------------------------------------------------------------------------------

    def _with_room_for(self, n_bytes: int) -> _Segment:
        current = self._current
        if n_bytes > SEGMENT_BYTES:
            raise _NoRoom(f"a picture of {n_bytes / 2**20:.0f} MB")
        if current is not None and current.n_bytes + n_bytes <= SEGMENT_BYTES:
            return current
        self._tell()
        self._make_room()
        name = f"{os.getpid()}-{uuid.uuid4().hex[:12]}.pixels"
        self._current = self._segments[name] = _Segment(self.folder / name, is_new=True)
        self._own.add(name)
        return self._current

    def _make_room(self) -> None:
        """Delete the segments that were not used for longest, until one more fits."""
        assert self._index is not None
        held = self._index.execute("SELECT name, bytes FROM segments ORDER BY used").fetchall()
        total = sum(n for _, n in held)
        # What is kept already counts as free: it can go.
        room = min(self._most, int((shutil.disk_usage(self.folder).free + total) * SHARE_OF_FREE_DISK))
        for name, n in held:
            if total + SEGMENT_BYTES <= room:
                return
            if name in self._segments:
                continue  # in use here
            self._index.execute("DELETE FROM pictures WHERE segment = ?", (name,))
            self._index.execute("DELETE FROM segments WHERE name = ?", (name,))
            with contextlib.suppress(OSError):
                (self.folder / Path(name).name).unlink()
            total -= n
        if total + SEGMENT_BYTES > room:
            raise _NoRoom(f"more than {room / 2**30:.1f} GB")

    def _give_up(self, error: Exception) -> None:
        self.is_full, self.problem = True, f"{type(error).__name__}: {error}"
        log.debug("pixels are not kept any more", exc_info=True)


def _make_tables(index: sqlite3.Connection) -> None:
    index.executescript(SCHEMA)


class _NoRoom(Exception):
    """There is no room for more pixels."""
