"""Folders that may be written to, and errors of those that may not. No rules of its own."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

KAGGLE = Path("/kaggle/working")
READ_ONLY = (errno.EROFS, errno.EACCES)


def is_read_only(error: BaseException) -> bool:
    """Whether the file system itself said that nothing can be written there."""
    if isinstance(error, OSError):
        return error.errno == errno.EROFS
    return isinstance(error, RuntimeError) and f"strerror: {os.strerror(errno.EROFS)}" in str(error)


def writable_place() -> Path:
    """A folder for what a notebook makes: Kaggle's own, the notebook's, or one for passing files."""
    if KAGGLE.is_dir() and os.access(KAGGLE, os.W_OK):
        return KAGGLE
    return Path(".") if os.access(".", os.W_OK) else Path(tempfile.gettempdir())
