"""What a fit takes of memory beside plain fastai's, and whether it grows: 50 epochs, each way in a process of its own.

`python benchmarks/memory.py DATA` trains resnet18 on a part of DATA/flowers12 and prints, for plain fastai, for
`%fit_one_cycle` unfrozen, frozen and with `--precompute`, the memory after some epochs and the peak, and what is kept
on disk (pixels, checkpoints, journal); writes memory.json.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

EPOCHS = 50
SHOWN = (1, 5, 25, 50)
WAYS = {
    "plain fastai": f"with learn.no_bar(), learn.no_logging(): learn.fit_one_cycle({EPOCHS}, 1e-3)",
    "%fit_one_cycle": f"%fit_one_cycle {EPOCHS} --lr-max 1e-3",
    "%fit_one_cycle, frozen": f"learn.freeze()\n%fit_one_cycle {EPOCHS} --lr-max 1e-3",
    "%fit_one_cycle --precompute": f"learn.freeze()\n%fit_one_cycle {EPOCHS} --lr-max 1e-3 --precompute",
}
MAKE = """
from fastai.vision.all import *
import psutil
files = [f for folder in sorted(Path({data!r}).iterdir()) if folder.is_dir() for f in sorted(folder.ls())[:{n}]]
files = [f for f in files if f.suffix == ".jpg"]
dls = ImageDataLoaders.from_path_func(".", files, parent_label, seed=1, item_tfms=Resize(64),
                                      batch_tfms=aug_transforms(), bs=32, num_workers=0)
seen = []
class Memory(Callback):
    order = 1000
    def after_epoch(self): seen.append(psutil.Process().memory_info().rss >> 20)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy, cbs=Memory())
learn.unfreeze()
"""


def one(way: str, data: Path, n: int) -> None:
    """Train in this process, and print what it took."""
    import resource

    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    if way != "plain fastai":
        shell.run_line_magic("load_ext", "fastaid")
    with capture_output() as said:
        for cell in (MAKE.format(data=str(data / "flowers12" / "train"), n=n), WAYS[way]):
            if not shell.run_cell(cell).success:
                raise SystemExit(said.stdout)
    seen = shell.user_ns["seen"]
    kept = sum(
        file.stat().st_size for file in Path(os.environ["XDG_CACHE_HOME"]).rglob("*") if file.is_file()
    )
    row = {f"epoch {at}": seen[at - 1] for at in SHOWN}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(json.dumps({**row, "peak": peak, "kept on disk": kept >> 20}))


def main() -> None:
    """Run every way and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pictures", type=int, default=20, help="of each class")
    parser.add_argument("--way", choices=WAYS)
    args = parser.parse_args()
    if args.way:
        one(args.way, args.data.resolve(), args.pictures)
        return
    rows: dict[str, Any] = {}
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, __file__, str(args.data.resolve()), "--pictures", str(args.pictures)]
            ran = subprocess.run(
                [*command, "--way", way],
                cwd=folder,
                capture_output=True,
                text=True,
                env={**os.environ, "XDG_CACHE_HOME": folder, "XDG_DATA_HOME": folder},
            )
            if ran.returncode:
                raise SystemExit(ran.stderr)
            rows[way] = json.loads(ran.stdout.splitlines()[-1])
        print(f"{way:30} " + "  ".join(f"{key} {value} MB" for key, value in rows[way].items()), flush=True)
    Path("memory.json").write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
