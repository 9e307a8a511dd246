"""A learner's mistake as a file: what stood before, the cell that fails, and the cell as the card mends it.

    # rule: shapes.no_batch_dimension      the rule that answers; "none" where nothing may be said,
                                           "not shapes.…" for a near miss that another rule may explain
    # source: https://…                    where somebody asked, or "constructed"
    # says: batch                          a regular expression that the card's text must match; one a line
    # %% before                            earlier cells, each under a marker of its own
    # %% fails                             the learner's cell ("# %% cell" where it raises nothing)
    # %% mended                            runs, and nothing is said of it

`# notice:` in place of `# rule:` is for cells that raise nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).parent / "cases"
MARKER = re.compile(r"(?m)^# %% *(before|fails|cell|mended)\b.*\n")


@dataclass(frozen=True)
class Case:
    path: Path
    kind: str  # "rule" or "notice"
    rule: str
    says: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    cell: str = ""
    mended: str = ""

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def is_silent(self) -> bool:
        return self.rule == "none"


def read_case(path: Path) -> Case:
    text = path.read_text()
    head, *parts = MARKER.split(text)
    fields = re.findall(r"(?m)^# (rule|notice|source|says): *(.+?) *$", head)
    named = [(key, value) for key, value in fields if key in ("rule", "notice")]
    assert len(named) == 1, f"{path}: one line says which '# rule:' or '# notice:' is expected"
    ((kind, rule),) = named
    cells: dict[str, list[str]] = {"before": [], "fails": [], "cell": [], "mended": []}
    for marker, source in zip(parts[::2], parts[1::2], strict=True):
        cells[marker].append(source)
    (cell,) = cells["fails"] + cells["cell"]
    assert bool(cells["fails"]) == (kind == "rule"), f"{path}: '# %% fails' goes with '# rule:'"
    says = [value for key, value in fields if key == "says"]
    return Case(path, kind, rule, says, cells["before"], cell, "".join(cells["mended"]))


def every_case() -> list[Case]:
    return [read_case(path) for path in sorted(CASES.rglob("*.py"))]
