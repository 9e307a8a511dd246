"""`!cd folder`: the shell goes there and ends, the notebook stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name

ALONE = re.compile(r"\s*cd\s+(?P<folder>[^\s&;|'\"$`{}]+)\s*")


@check("system(", needs="sys")
def cd_in_a_shell(cell: Cell) -> Iterator[Notice]:
    """The whole command is `cd`, so nothing comes of it."""
    for call in cell.calls("system", "getoutput"):
        found = ALONE.fullmatch(str(constant(call.args[0]))) if call.args else None
        if found is None:
            continue
        folder = found["folder"]
        if not Path(folder).expanduser().is_dir() or Path(folder).expanduser().resolve() == Path.cwd():
            continue
        sign = "!" if last_name(call.func) == "system" and "get_ipython" in cell.source else ""
        yield Notice(
            f"`{sign}cd {folder}` went to `{folder}` in a shell of its own, which has ended; the notebook is still in "
            f"`{Path.cwd()}`. To move it, write `%cd {folder}`.",
            hash(("cd", folder)),
        )
        return
