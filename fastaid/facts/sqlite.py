"""What reading an SQLite file raises.

A damaged file is told of in words that quote it, and where the quote is no UTF-8 Python's sqlite3 raises
`UnicodeDecodeError` instead of an error of its own (seen with Python 3.11).
"""

from __future__ import annotations

import sqlite3

SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
