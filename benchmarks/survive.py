"""Kills a kernel at random moments of real fits, resumes in a new one, and compares the weights.

`python benchmarks/survive.py 100` prints where the kills struck and what came of each, and writes survive.json;
`python benchmarks/survive.py 200 --interrupt` interrupts instead, and resumes in the same kernel;
`python benchmarks/survive.py 50 --neighbour` has a second kernel train in the same folder, on the same journal, all
the while: its weights have to be the same too;
`python benchmarks/survive.py 50 --full-disk` gives each round a disk of its own, which something else fills up to the
last 0 to 12 MB while the fit trains and writes (root on Linux only).
Each round: a kernel trains and is killed with SIGKILL after a random share of the time that a fit takes; a new
kernel resumes with `%resume` alone, data and learner made again from the journal's lines; then it begins the
next round's fit. Every finished fit has to have the same weights as one that nobody disturbed.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.manager import start_new_kernel

BEGIN = """
%load_ext fastaid
from fastai.vision.all import *
import random as rnd, hashlib, threading, signal, os, time
torch.set_num_threads(1)
def weights():
    return hashlib.sha256(b"".join(v.numpy().tobytes() for v in learn.model.state_dict().values())).hexdigest()
"""
MAKE = """
set_seed(3)
%databunch from_folder {data} --size 32 --bs 8 --num-workers {workers}
%learner squeezenet1_1 --no-pretrained --metrics accuracy
set_seed(3)
for i, dl in enumerate(dls.loaders): dl.rng = rnd.Random(3 + i)
"""
FIT = "%fit_one_cycle 4 --lr-max 1e-3"
# From the moment at which the fit's first batch is done; building the data is no part of it.
KILL = """
class Bomb(threading.Thread):
    def run(self):
        time.sleep({seconds})
        os.kill(os.getpid(), signal.{signal})
bomb = Bomb(daemon=True)
bomb.start()
"""
DISK_BYTES = 300 * 10**6  # fastaid leaves 200 MB free
FILL = """
class Filler(threading.Thread):
    def run(self):
        time.sleep({seconds})
        n = os.statvfs(".").f_bavail * os.statvfs(".").f_frsize - {left}
        with open("filler", "wb") as file:
            os.posix_fallocate(file.fileno(), 0, n)
Filler(daemon=True).start()
"""


def make_pictures(folder: Path) -> None:
    """60 handwritten digits, enlarged."""
    from PIL import Image
    from sklearn.datasets import load_digits

    data = load_digits()
    for label in (0, 1):
        (folder / str(label)).mkdir(parents=True)
        for i, picture in enumerate(data.images[data.target == label][:30]):
            Image.fromarray((picture * 15.9).astype("uint8")).convert("RGB").save(
                folder / str(label) / f"{i}.png"
            )


class Kernel:
    """A kernel in a folder, and what its cells say."""

    def __init__(self, folder: Path):
        self.manager, self.client = start_new_kernel(kernel_name="python3", cwd=str(folder))
        self.say(BEGIN)

    def say(self, code: str) -> tuple[str, str]:
        """What a cell printed, and its error."""
        messages: list[dict[str, Any]] = []
        self.client.execute_interactive(code, timeout=600, output_hook=messages.append)
        texts = [m["content"]["text"] for m in messages if m["msg_type"] == "stream"]
        errors = [m["content"]["evalue"] for m in messages if m["msg_type"] == "error"]
        return "".join(texts), " ".join(errors)

    def die(self, code: str) -> None:
        """Run a cell that ends the kernel, at the latest a while after it is done."""
        self.client.execute(code)
        for _ in range(6_000):
            if not self.manager.is_alive():
                return
            time.sleep(0.05)
        raise TimeoutError

    def end(self) -> None:
        """Stop it."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@contextmanager
def own_disk(folder: Path) -> Iterator[None]:
    """A disk for a folder, with just enough room for what a fit keeps."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def where(folder: Path) -> str:
    """What the journal and the newest checkpoint say after a kill; raises where either is broken."""
    import torch

    with tempfile.TemporaryDirectory() as elsewhere:  # a full disk has no room for what reading it writes
        for file in (folder / ".fastaid").glob("journal.sqlite*"):
            shutil.copy(file, elsewhere)
        with sqlite3.connect(Path(elsewhere) / "journal.sqlite") as connection:
            (answer,) = connection.execute("pragma integrity_check").fetchone()
            assert answer == "ok", answer
    files = sorted((folder / ".fastaid" / "checkpoints").rglob("*.pth"), key=lambda f: f.stat().st_mtime_ns)
    for file in files:
        torch.load(file, weights_only=True)
    return files[-1].stem if files else "no checkpoint yet"


def outcome(place: str, text: str, error: str, wanted: str) -> str:
    """What a resumed run came to."""
    if wanted in text:
        return "equal weights"
    if place == "no checkpoint yet" and ("checkpoint" in error or "no runs here yet" in error):
        return "said that there is nothing yet"
    if "is complete" in error or "No run of this folder ended early" in error:
        return "was complete"
    if "The disk is full" in error:
        return "said that the disk is full"
    return f"DIFFERENT {error}"


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=100)
    parser.add_argument("--interrupt", action="store_true")
    parser.add_argument("--neighbour", action="store_true")
    parser.add_argument("--full-disk", action="store_true")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    found: Counter[str] = Counter()
    places: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        root = Path(temporary)
        make_pictures(root / "digits")
        make = MAKE.format(data=root / "digits", workers=args.workers)
        (root / "undisturbed").mkdir()
        kernel = Kernel(root / "undisturbed")
        kernel.say(make)
        began = time.monotonic()
        kernel.say(FIT)
        seconds = time.monotonic() - began
        wanted = kernel.say("print(weights())")[0].strip()
        neighbour = Kernel(root / "undisturbed") if args.neighbour else None
        for i in range(args.rounds):
            folder = root / f"round{i}"
            folder.mkdir()
            if args.full_disk:
                stack.enter_context(own_disk(folder))
            kernel.say(f"os.chdir({str(folder)!r})\n{make}")
            moment = rng.uniform(0, seconds)
            signal = "SIGINT" if args.interrupt else "SIGKILL"
            cell = f"{KILL.format(seconds=moment, signal=signal)}\n{FIT}"
            if args.full_disk:
                left = rng.choice((0, rng.randrange(12 * 10**6)))
                cell = f"{FILL.format(seconds=rng.uniform(0, moment), left=left)}\n{cell}"
            if neighbour is not None:
                neighbour.say(f"os.chdir({str(folder)!r})\n{make}")
                neighbour.client.execute(FIT)
            if args.interrupt:
                kernel.say(cell)
                kernel.say("bomb.join(); time.sleep(0.2)")  # one that comes behind the fit strikes here
            else:
                kernel.die(cell)
                kernel.end()
                kernel = Kernel(folder)
            place = where(folder)
            text, error = kernel.say("%resume")
            result = outcome(place, text + kernel.say("print(weights())")[0], error, wanted)
            if args.interrupt and not error and result.startswith("DIFFERENT"):
                result += " resumed"
            if neighbour is not None and neighbour.say("print(weights())")[0].strip() != wanted:
                result += ", its neighbour DIFFERENT"
            places[place] += 1
            found[result] += 1
            print(f"{i:4} after {moment:5.2f} s, {place:20} {result}", flush=True)
        kernel.end()
        if neighbour is not None:
            neighbour.end()
    print(json.dumps({"results": found, "newest checkpoint then": places}, indent=1))
    Path("survive.json").write_text(json.dumps({"results": found, "places": places}))


if __name__ == "__main__":
    main()
