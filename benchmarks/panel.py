"""What watching costs: the kernel's share per batch, and the page's frames under a heavy load.

    python benchmarks/panel.py [--json FILE]

Kernel: a watched fit of the same learner, with and without a front end that looks, interleaved, beside the time
of its own step. Page: one run of 100,000 batches and 200 epochs that gets 100 messages a second, with 8 runs
laid over it, in Chromium (software drawing where there is no GPU).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser.lab import Lab, Page, browser
from tests.conftest import TINY_NET, make_digits

ROUNDS = 7
LOAD = """
%load_ext fastaid
import math, time
from fastaid.facts.events import BatchesEnded, EpochEnded, FitStarted, RunEnded, RunStarted
from fastaid.facts.run import Run
from fastaid.facts.schedule import Plan
from fastaid.training.stop import Stop
live = get_ipython().meta["fastaid"].control.live
COLUMNS = ("train_loss", "valid_loss", "accuracy")

def batches(first, n):
    losses = tuple(3 / (1 + i / 9e3) + 0.2 * math.sin(i * 1.7) for i in range(first, first + n))
    return BatchesEnded(first, losses, losses, (1e-3,) * n, (0.9,) * n, first / 50, first / 60)

def begin(name, n, epochs):
    tell, told = live.listener(Stop()), []
    def take(event):
        if told: run.apply(event)
        told.append(event); tell(run, event)
    start = RunStarted(name, time.time(), "learn.fit_one_cycle(200)", 200, arch="resnet34", bs=64, n_train=64_000)
    run = Run(start)
    take(start)
    take(FitStarted(200, n // 200, 10, COLUMNS, plan=Plan((1, n // 2, n), (1e-4, 1e-3, 1e-8), (0.95, 0.85, 0.95))))
    take(batches(1, n))
    for i in range(epochs):
        take(EpochEnded(i, (i + 1) * n // 200, tuple(zip(COLUMNS, (3 - i / 99, 3 - i / 99, i / 200))), 1.0, i + 1.0))
    return take
"""
OTHERS = """
for k in range(8):
    begin(f"other-{k}", 20_000, 200)(RunEnded("finished", 400.0))
"""
STREAM = """
take = begin("heavy", 100_000, 199)
at, end = 100_001, time.monotonic() + 40
while time.monotonic() < end:
    take(batches(at, 5)); at += 5
    time.sleep(0.01)
take(RunEnded("finished", 400.0))
"""
KNOWN = """async id => window.jupyterapp?.commands.hasCommand('fastaid:run-data')
  && await window.jupyterapp.commands.execute('fastaid:run-data', {run_id: id}) !== null"""
FRAMES = """seconds => new Promise(done => {
  const gaps = []; let last = performance.now(); const begin = last;
  const frame = now => { gaps.push(now - last); last = now;
    now - begin < seconds * 1000 ? requestAnimationFrame(frame) : done(gaps.slice(1)); };
  requestAnimationFrame(frame);
})"""


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


def kernel_cost() -> dict[str, float]:
    """Microseconds per batch that following a run adds, with nobody looking and with a panel open."""
    from fastai.callback.core import Callback
    from fastai.vision.all import ConvLayer, Flatten, ImageDataLoaders, Learner, Resize, nn

    from fastaid.jupyter.live_runs import LiveRuns
    from fastaid.training.fit import describe_start, watched
    from fastaid.training.stop import Stop

    sent: list[int] = []
    live = LiveRuns(lambda message: sent.append(len(json.dumps(message))))
    spent = 0.0

    def timed(listener):
        def take(run, event):
            nonlocal spent
            begin = time.perf_counter()
            listener(run, event)
            spent += time.perf_counter() - begin

        return take

    class Count(Callback):
        n = 0

        def after_batch(self):
            self.n += self.training

    with tempfile.TemporaryDirectory() as place:
        dls = ImageDataLoaders.from_folder(
            make_digits(Path(place)), valid_pct=0.2, item_tfms=Resize(16), bs=4, num_workers=0
        )
        net = nn.Sequential(ConvLayer(3, 8, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(8, 2))
        learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss())
        with learn.no_bar(), learn.no_logging():
            learn.fit(1)
            found: dict[str, list[float]] = {"nobody looks": [], "a panel looks": [], "step": []}
            for _ in range(ROUNDS):
                for case in ("nobody looks", "a panel looks"):
                    if case == "a panel looks":
                        live.snapshot({})
                    else:
                        live._watched_until = 0.0
                    stop, spent, counter = Stop(), 0.0, Count()
                    begin = time.perf_counter()
                    start = describe_start(learn, "learn.fit(20)", 20)
                    with watched(learn, start, (timed(live.listener(stop)),), stop):
                        learn.fit(20, cbs=counter)
                    found["step"].append(1e6 * (time.perf_counter() - begin) / counter.n)
                    found[case].append(1e6 * spent / counter.n)
    return {name: round(statistics.median(values), 2) for name, values in found.items()}


def page_frames(shots: Path | None) -> dict[str, float]:
    """Milliseconds between frames while the panel draws the load, and its memory at the end."""
    with tempfile.TemporaryDirectory() as place, browser() as chromium:
        lab = Lab(Path(place))
        lab.start()
        try:
            page = Page(chromium.new_page(viewport={"width": 1400, "height": 1000}), lab)
            page.open(lab.notebook("load.ipynb", LOAD, OTHERS, STREAM))
            page.run(0)
            page.run(1)
            page.run(2, is_awaited=False)
            page.wait_for_step("heavy", 100_000, seconds=60)
            page.page.click(".jp-fastaid-panel > details > summary")
            for box in page.page.locator(".jp-fastaid-earlier input").all():
                box.check()
            page.page.locator(".jp-fastaid-panel").evaluate("panel => { panel.scrollTop = 0; }")
            page.page.wait_for_timeout(2_000)
            first = page.step("heavy")
            gaps = page.page.evaluate(FRAMES, 15)
            messages = (page.step("heavy") - first) / 5 / 15
            if shots is not None:
                page.shot(shots / "load.png")
            page.wait_until_ran(2)
            heap = page.page.evaluate("performance.memory.usedJSHeapSize / 2 ** 20")
        finally:
            lab.stop()
    return {
        "messages a second": round(messages, 1),
        "frame median ms": round(statistics.median(gaps), 1),
        "frame p95 ms": round(percentile(gaps, 0.95), 1),
        "frame max ms": round(max(gaps), 1),
        "page heap MB": round(heap, 1),
    }


def reactions() -> dict[str, float]:
    """Milliseconds until the page shows what was asked for, while a cell trains; medians."""
    with tempfile.TemporaryDirectory() as place, browser() as chromium:
        make_digits(Path(place))
        lab = Lab(Path(place))
        lab.start()
        try:
            page = Page(chromium.new_page(viewport={"width": 1400, "height": 1000}), lab)
            data = f"%databunch from_folder {place}/digits --size 16 --bs 4 --num-workers 0 --no-augment"
            make = f"%load_ext fastaid\n{TINY_NET}\n{data}\n%learner tiny_net --no-pretrained"
            page.open(
                lab.notebook(
                    "reactions.ipynb", make, "%fit_one_cycle 10000", "learn.fit_one_cycle(4, ", "learn.fi"
                )
            )
            page.run(0)
            page.run(1, is_awaited=False)
            run_id = page.running("reactions.ipynb")
            found: dict[str, list[float]] = {}
            for _ in range(5):
                for what, cell, key, shown in (
                    ("Shift-Tab", 2, "Shift+Tab", ".jp-Tooltip"),
                    ("Tab", 3, "Tab", ".jp-Completer:not(.lm-mod-hidden)"),
                ):
                    page.edit(cell)
                    begin = time.perf_counter()
                    page.page.keyboard.press(key)
                    page.wait_for(shown)
                    found.setdefault(what, []).append(time.perf_counter() - begin)
                    page.page.keyboard.press("Escape")
            opened: list[float] = []
            page.page.on(
                "websocket", lambda socket: "/channels" in socket.url and opened.append(time.perf_counter())
            )
            for _ in range(3):
                opened.clear()
                page.page.reload()
                # The panel is drawn when JupyterLab has put its layout back, a second or two later.
                while not page.page.evaluate(KNOWN, run_id):
                    page.page.wait_for_timeout(20)
                found.setdefault("the whole run, from the connection on", []).append(
                    time.perf_counter() - opened[0]
                )
            begin = time.perf_counter()
            page.press("stop-batch", run_id)
            page.wait_for_status(run_id, "stopped")
            found["Stop, until it has stopped"] = [time.perf_counter() - begin]
        finally:
            lab.stop()
    return {name: round(1_000 * statistics.median(values)) for name, values in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--shots", type=Path, help="write a picture of the page into this folder")
    args = parser.parse_args()
    figures = {
        "kernel, µs a batch": kernel_cost(),
        "page": page_frames(args.shots),
        "ms until shown, while a cell trains": reactions(),
    }
    for title, rows in figures.items():
        print(title)
        for name, value in rows.items():
            print(f"  {name:40} {value:10,.2f}")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
