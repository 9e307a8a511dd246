"""SQLite files that several kernels share: opened in turns, and what reading one raises.

A damaged file is told of in words that quote it, and where the quote is no UTF-8 Python's sqlite3 raises
`UnicodeDecodeError` instead of an error of its own (seen with Python 3.11).
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
SECONDS_BETWEEN_TRIES = 0.02


def prepare(
    connection: sqlite3.Connection,
    make: Callable[[sqlite3.Connection], None],  # makes what is missing; called again after waiting
    seconds: float,  # to wait for another process, at most
) -> None:
    """Switch to WAL and make the tables, in turns with other kernels that do so just now.

    SQLite does not wait for a lock when it switches to WAL (its busy timeout does not count there), so of two
    kernels that begin a file together one would be told "database is locked" at once.

    Raises: sqlite3.OperationalError where the file is still locked afterwards.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            if connection.execute("pragma journal_mode").fetchone()[0] != "wal":
                connection.execute("pragma journal_mode=wal")
            connection.execute("pragma synchronous=normal")
            make(connection)
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            if connection.in_transaction:
                connection.rollback()
            time.sleep(SECONDS_BETWEEN_TRIES)
