"""Many short fits in one kernel: what grows, and what does not.

`python benchmarks/soak.py 500` trains that often on 60 digits, with data and learner made anew for every fifth fit, and
prints, for each fifth of the fits, the memory, open files and threads of the process, the learners that are alive, the
journal's seconds a run, and the seconds a fit takes; writes soak.json.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import tempfile
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from statistics import median
from typing import Any

import psutil
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from survive import make_pictures

NET = """
from fastai.vision.all import *
def tiny_net(pretrained=False):
    return nn.Sequential(ConvLayer(3, 8, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(8, 10))
"""


def main() -> None:
    """Train, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fits", type=int, nargs="?", default=500)
    n = parser.parse_args().fits
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as temporary:
        os.chdir(temporary)
        make_pictures(Path("digits"))
        rows = soak(n)
        os.chdir(before)
    for row in rows:
        print("  ".join(f"{key} {value}" for key, value in row.items()))
    Path("soak.json").write_text(json.dumps(rows, indent=1))


def soak(n: int) -> list[dict[str, Any]]:
    """A row for each fifth of the fits."""
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    shell.run_line_magic("load_ext", "fastaid")
    data = "%databunch from_folder digits --size 16 --bs 8 --num-workers 0"

    def run(*cells: str) -> None:
        shell.display_pub = CapturingDisplayPublisher()
        for cell in cells:
            with redirect_stdout(StringIO()):
                assert shell.run_cell(cell, store_history=True).success

    run(NET)
    journal = _timed_journal()
    process, rows = psutil.Process(), []
    seconds: list[float] = []
    for i in range(1, n + 1):
        if i % 5 == 1:
            run(data, "%learner tiny_net --no-pretrained")
        began = time.perf_counter()
        run("%fit_one_cycle 1")
        seconds.append(time.perf_counter() - began)
        if i % max(n // 5, 1) == 0:
            gc.collect()
            rows.append(
                {
                    "fits": i,
                    "memory MB": round(process.memory_info().rss / 1e6),
                    "files": process.num_fds(),
                    "threads": process.num_threads(),
                    "learners": sum(type(one).__name__ == "Learner" for one in gc.get_objects()),
                    "journal ms a run": round(1000 * median(journal), 1),
                    "ms a fit": round(1000 * median(seconds), 1),
                }
            )
            journal.clear()
            seconds.clear()
    return rows


def _timed_journal() -> list[float]:
    """The seconds that the journal takes of each run, added up."""
    from fastaid.facts.events import RunStarted
    from fastaid.training.journal import Journal

    spent: list[float] = []
    keep = Journal.__call__

    def timed(self: Any, run: Any, event: Any) -> None:
        began = time.perf_counter()
        keep(self, run, event)
        if isinstance(event, RunStarted):
            spent.append(0.0)
        spent[-1] += time.perf_counter() - began

    Journal.__call__ = timed  # type: ignore[method-assign]
    return spent


if __name__ == "__main__":
    main()
