"""The notebook's table in which a text stands. No rules of its own."""

from __future__ import annotations

from fastaid.teach.objects import is_table
from fastaid.teach.scene import Scene

MOST_TABLES = 6
MOST_CELLS = 200_000


def row_of(scene: Scene, value: str, rows: int) -> tuple[str, str] | None:
    """The only table of so many rows, and its only column, that holds a text once."""
    found = []
    for name, table in [one for one in scene.live(object) if is_table(one[1])][:MOST_TABLES]:
        if len(table) != rows or table.size > MOST_CELLS:
            continue
        for column, kind in table.dtypes.items():
            is_text = str(kind) in ("object", "str", "string") and list(table.columns).count(column) == 1
            if is_text and isinstance(column, str) and int((table[column] == value).sum()) == 1:
                found.append((name, column))
    return found[0] if len(found) == 1 else None
