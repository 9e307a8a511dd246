"""What explaining costs: every healthy cell, a card, and the start of the kernel.

    python benchmarks/teach.py [--rounds 7] [--json FILE]

Cells: the same shell with fastaid loaded and unloaded, in turn; CPU time; and what the callbacks take of the cells of
the course's lessons, on data as large as the course's and in a notebook with its history, and of some 330 healthy cells
that are written to look like mistakes. Cards: the same failing cells with cards on and off, in turn, the first of each
kind apart (rules and libraries' sources are read once). Kernels: the `fastaid` and the `python3` kernel in turn; wall
time.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import itertools
import json
import statistics
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.course_cells import LESSONS, short_epochs
from benchmarks.course_data import make_data
from benchmarks.run import interleaved
from tests.errors.case import every_case

warnings.simplefilter("ignore")
NUMBERS = itertools.count()
SET_UP = """
from fastai.vision.all import *
x, y = torch.randn(64, 4), torch.randint(0, 2, (64,))
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
a, b = torch.ones(3, 4), torch.ones(4, 2)
"""
LOOP = """
opt = torch.optim.SGD(model.parameters(), lr=0.1)
losses = []
for epoch in range(2):
    for xb, yb in [(x[:4], y[:4])]:
        pred = model(xb)
        loss = F.cross_entropy(pred, yb)
        loss.backward()
        opt.step()
        opt.zero_grad()
        losses.append(loss.item())
"""
FUNCTIONS = LOOP + "".join(
    f"def step_{i}(xb, yb, lr=1e-2):\n    pred = model(xb)\n    return (pred.argmax(1) == yb).float().mean()\n"
    for i in range(20)
)
TIMED = {
    "c = 1 + 1": "c = 1 + 1",
    "c = a @ b": "c = a @ b; d = c.shape",
    "training loop": LOOP,
    "80 lines": FUNCTIONS,
}
FITS = {"a fit of 2 epochs": "with learn.no_bar(), learn.no_logging(): learn.fit(2)"}


def cells(rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds that each cell takes without fastaid, and that it takes more with it."""
    shell, load, unload = new_shell()
    shell.run_cell(SET_UP)
    found = {}
    for name, source in {**TIMED, **FITS}.items():
        times: dict[tuple[bool, bool], list[float]] = defaultdict(list)
        n = 3 if name in FITS else 40
        for _ in range(rounds):
            for is_loaded in (True, False):
                (load if is_loaded else unload)(shell)
                shell.run_cell(source, store_history=False)
                for is_new in (True, False):
                    times[is_loaded, is_new].append(_cpu_ms(shell, source, n, is_new))
        plain, ours, plain_new, ours_new = (
            statistics.median(times[key])
            for key in ((False, False), (True, False), (False, True), (True, True))
        )
        found[name] = {
            "plain ms": plain,
            "more with fastaid ms": ours - plain,
            "more, cell never seen before ms": ours_new - plain_new,
        }
    return found


def _cpu_ms(shell: Any, source: str, n: int, is_new: bool) -> float:
    """CPU milliseconds of a cell; a comment makes it another one each time."""
    sources = [f"{source}\n# {next(NUMBERS)}" if is_new else source for _ in range(n)]
    gc.collect()
    start = time.process_time()
    for one in sources:
        shell.run_cell(one, store_history=False)
    return (time.process_time() - start) * 1000 / n


def course_cells(rounds: int) -> dict[str, float]:
    """Milliseconds that fastaid's own callbacks take of each cell of the course's lessons, never seen before."""
    shell, load, _ = new_shell()
    load(shell)
    spent = _clocked(shell)
    make_data(Path.cwd())
    times: dict[tuple[int, int], list[float]] = defaultdict(list)
    totals: dict[tuple[int, int], list[float]] = defaultdict(list)
    with short_epochs():
        for _, (lesson, sources) in itertools.product(range(rounds), enumerate(LESSONS)):
            shell.reset(new_session=False)
            del shell.user_ns["In"][1:]
            for place, source in enumerate(sources):
                spent[0], begun = 0.0, time.thread_time()
                done = shell.run_cell(f"{source}\n# {next(NUMBERS)}", store_history=True)
                assert done.success, source
                times[lesson, place].append(spent[0])
                totals[lesson, place].append((time.thread_time() - begun) * 1000)
    found = sorted(statistics.median(one) for one in times.values())
    share = sum(found) / sum(statistics.median(one) for one in totals.values())
    return {
        "cells": len(found),
        "mean ms": statistics.mean(found),
        "median ms": statistics.median(found),
        "p90 ms": found[int(len(found) * 0.9)],
        "max ms": found[-1],
        "above 1 ms %": 100 * sum(one > 1 for one in found) / len(found),
        "of all that they take %": 100 * share,
        "the first import ms": times[0, 0][0],
    }


def _clocked(shell: Any) -> list[float]:
    """The milliseconds that fastaid's own callbacks take from now on, as the only number of a list."""
    spent = [0.0]

    def clocked(callback: Any) -> Any:
        def call(*args: Any) -> None:
            start = time.thread_time()
            callback(*args)
            spent[0] += (time.thread_time() - start) * 1000

        return call

    for event, callbacks in shell.events.callbacks.items():
        shell.events.callbacks[event] = [
            clocked(one) if one.__module__.startswith("fastaid.") else one for one in callbacks
        ]
    return spent


def look_alikes() -> dict[str, float]:
    """Milliseconds that fastaid's own callbacks take of each healthy cell of the tests: they look like mistakes."""
    shell, load, _ = new_shell()
    load(shell)
    spent = _clocked(shell)
    shell.run_cell(SET_UP)
    first, again, shares = [], [], []
    for case in (one for one in every_case() if one.path.parent.name == "healthy"):
        shell.reset(new_session=False)
        for source in case.before:
            shell.run_cell(source, store_history=False)
        for times in (first, again):
            spent[0] = 0.0
            begun = time.thread_time()
            if shell.run_cell(case.cell, store_history=False).success:
                times.append(spent[0])
                if spent[0] > 1:
                    shares.append(spent[0] / ((time.thread_time() - begun) * 1000))
    return {
        "cells": len(first),
        "first time, median ms": statistics.median(first),
        "first time, p95 ms": sorted(first)[int(len(first) * 0.95)],
        "again, median ms": statistics.median(again),
        "again, p95 ms": sorted(again)[int(len(again) * 0.95)],
        "of all, above 1 ms %": 100 * len(shares) / (len(first) + len(again)),
        "share of such a cell's time, median %": 100 * statistics.median(shares),
    }


def cards(rounds: int) -> dict[str, float]:
    """Milliseconds of wall time from the end of the traceback to the end of the card."""
    shell, load, _ = new_shell()
    load(shell)
    extension = shell.meta["fastaid"]
    spent: list[float] = []
    diagnosis = extension.error_cards._diagnosis

    def clocked(error: BaseException) -> object:
        start = time.perf_counter()
        said = diagnosis(error)
        if said is not None:
            extension.error_cards.session.show = lambda bundle: None
            extension.error_cards.show(said)
        spent.append((time.perf_counter() - start) * 1000)
        return None

    extension.error_cards._diagnosis = clocked
    first, later = [], []
    chosen = [case for case in every_case() if case.kind == "rule" and not case.is_silent][::12]
    for case in chosen:
        shell.reset(new_session=False)
        for source in case.before:
            shell.run_cell(source, store_history=False)
        for turn in range(rounds):
            spent.clear()
            shell.run_cell(case.cell, store_history=False)
            if spent:
                (later if turn else first).append(max(spent))
    first.sort()
    later.sort()
    return {
        "cells": len(chosen),
        "the very first ms": first[-1],
        "first of its kind median ms": statistics.median(first),
        "first of its kind p95 ms": first[int(len(first) * 0.95)],
        "again median ms": statistics.median(later),
        "again p95 ms": later[int(len(later) * 0.95)],
        "again max ms": later[-1],
    }


def kernels(rounds: int) -> dict[str, float]:
    """Wall seconds until a kernel answers, until a first cell is done, and until vision_learner is there."""
    from jupyter_client.manager import start_new_kernel

    marks: dict[str, list[float]] = {}

    def started(name: str, first: str) -> float:
        begun = time.perf_counter()
        manager, client = start_new_kernel(kernel_name=name)
        marks.setdefault(f"{name}: ready s", []).append(time.perf_counter() - begun)
        begun_cell = time.perf_counter()
        client.execute_interactive("1 + 1", output_hook=lambda m: None, timeout=300)
        marks.setdefault(f"{name}: 1 + 1 s", []).append(time.perf_counter() - begun_cell)
        client.execute_interactive(first, output_hook=lambda m: None, timeout=300)
        total = time.perf_counter() - begun
        marks.setdefault(f"{name}: vision_learner s", []).append(total)
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        return total

    interleaved(
        {
            "fastaid": lambda: started("fastaid", "vision_learner"),
            "python3": lambda: started("python3", "from fastai.vision.all import *\nvision_learner"),
        },
        rounds,
    )
    return {name: statistics.median(times) for name, times in sorted(marks.items())}


def new_shell() -> tuple:
    """A shell that shows nothing, and how fastaid is loaded into it and unloaded."""
    from IPython.core.displaypub import CapturingDisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    from fastaid import load_ipython_extension, unload_ipython_extension

    config = Config()
    config.HistoryManager.enabled = False
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=config)
    shell.display_pub = CapturingDisplayPublisher()
    shell._showtraceback = lambda *args: None
    return shell, load_ipython_extension, unload_ipython_extension


def main() -> None:
    """Print what was measured."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--json", type=Path)
    args = asked.parse_args()
    # Cells of cards make files and folders.
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        found = {
            "cells": cells(args.rounds),
            "the course's cells": course_cells(min(args.rounds, 3)),
            "cells that look like mistakes": look_alikes(),
            "cards": cards(3),
            "kernels": kernels(min(args.rounds, 5)),
        }
    print(json.dumps(found, indent=1))
    if args.json:
        args.json.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
