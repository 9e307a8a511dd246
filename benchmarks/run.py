"""What fastaid costs, beside what it stands for: every pair interleaved in one run, medians and ratios.

python benchmarks/run.py [--repeats 5] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def interleaved(pairs: dict[str, Callable[[], float]], repeats: int) -> dict[str, float]:
    """Median seconds of each, measured in turn and in random order, so that load hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in pairs}
    for _ in range(repeats):
        for name in random.sample(list(pairs), len(pairs)):
            times[name].append(pairs[name]())
    return {name: statistics.median(found) for name, found in times.items()}


def timed(work: Callable[[], object]) -> float:
    """Seconds of CPU that a call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def process(code: str) -> float:
    """Wall seconds of a fresh python that runs some code, told by itself, start-up of python left out."""
    wrapped = f"import time; start = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    return float(
        subprocess.run([sys.executable, "-c", wrapped], capture_output=True, text=True, check=True).stdout
    )


def loading(repeats: int) -> dict[str, float]:
    """A shell's start, plain and with fastaid loaded."""
    shell = "from IPython.core.interactiveshell import InteractiveShell; shell = InteractiveShell.instance()"
    return interleaved(
        {
            "IPython": lambda: process(shell),
            "IPython + %load_ext fastaid": lambda: process(
                f"{shell}; shell.run_line_magic('load_ext', 'fastaid')"
            ),
        },
        repeats,
    )


def digits(folder: Path, n: int) -> Path:
    """Real handwritten digits as PNG files in class folders, again and again up to n."""
    from PIL import Image
    from sklearn.datasets import load_digits

    data = load_digits()
    for i in range(n):
        k = i % len(data.images)
        place = folder / str(data.target[k])
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray((data.images[k] * 15.9).astype("uint8")).convert("RGB").save(place / f"{i:05}.png")
    return folder


def checking(folder: Path, n: int) -> dict[str, float]:
    """The data check of %databunch against decoding every file once."""
    from PIL import Image

    from fastaid.training.inspect_data import read_headers

    files = sorted(folder.rglob("*.png"))[:n]

    def decode() -> None:
        for file in files:
            with Image.open(file) as picture:
                picture.load()

    return interleaved(
        {
            f"decode {n:,} files": lambda: timed(decode),
            f"check {n:,} files": lambda: timed(lambda: read_headers(files)),
        },
        3,
    )


def fitting(folder: Path, repeats: int) -> dict[str, float]:
    """Two epochs of a tiny net: fastai without a bar, with its bar, and the magic with view and journal."""
    from fastai.vision.all import ConvLayer, Flatten, ImageDataLoaders, Resize, nn, vision_learner
    from IPython.core.displaypub import CapturingDisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    def tiny(pretrained: bool = False) -> nn.Module:
        layers = [ConvLayer(3, 16, stride=2), ConvLayer(16, 32, stride=2)]
        return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(32, 10))

    shell = InteractiveShell.instance()
    shell.display_pub = CapturingDisplayPublisher()
    shell.kernel = None  # a notebook's view, drawn in full and sent nowhere
    shell.run_line_magic("load_ext", "fastaid")
    dls = ImageDataLoaders.from_folder(
        folder, valid_pct=0.2, seed=1, item_tfms=Resize(32), bs=16, num_workers=0
    )
    learn = vision_learner(dls, tiny, pretrained=False)
    shell.push({"learn": learn, "dls": dls})

    def plain() -> None:
        with learn.no_bar(), learn.no_logging():
            learn.fit_one_cycle(2, 1e-3)

    def with_bar() -> None:
        with capture_output():
            learn.fit_one_cycle(2, 1e-3)

    def magic() -> None:
        shell.display_pub.outputs.clear()
        shell.run_line_magic("fit_one_cycle", "2 --lr-max 1e-3")

    plain()
    return interleaved(
        {
            "fastai, nothing shown": lambda: timed(plain),
            "fastai with its bar": lambda: timed(with_bar),
            "%fit_one_cycle, view and journal": lambda: timed(magic),
        },
        repeats,
    )


def main() -> None:
    """Measure, print a table, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path.cwd()
        os.chdir(name)
        many = digits(Path(name) / "digits", 10_000)
        few = digits(Path(name) / "few", 800)
        results = {
            "loading (wall)": loading(args.repeats),
            "looking at pictures (CPU)": checking(many, 10_000),
            "training 80 batches (CPU)": fitting(few, args.repeats),
        }
        os.chdir(home)
    for title, found in results.items():
        base = next(iter(found.values()))
        print(f"\n{title}")
        for what, seconds in found.items():
            print(f"  {what:36} {seconds:8.3f} s  {seconds / base:5.2f}x")
    if args.json:
        args.json.write_text(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
