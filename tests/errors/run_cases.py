"""Runs cases, each in a shell and a process of its own: case files by name on stdin, JSON lines on stdout.

One process imports the libraries and forks for each cell that is tried.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.errors.case import Case, read_case

SECONDS = 120


def preload() -> None:
    os.environ.update(OMP_NUM_THREADS="1", MPLBACKEND="agg", NO_COLOR="1")
    import torch

    torch.set_num_threads(1)
    import fastai.collab
    import fastai.tabular.all
    import fastai.text.all
    import fastai.vision.all  # noqa: F401
    import matplotlib.pyplot  # noqa: F401
    import sklearn.metrics  # noqa: F401
    import torchvision  # noqa: F401
    from IPython.core.interactiveshell import InteractiveShell  # noqa: F401

    import fastaid.jupyter.extension
    from fastaid.teach.notices import every_check
    from fastaid.teach.rules import every_rule

    every_rule(), every_check()
    assert fastaid


def run(cells: list[str]) -> dict[str, Any]:
    """Run cells until one raises; what fastaid said of the last."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output
    from traitlets.config import Config

    import fastaid
    from fastaid.teach.diagnose import explanations
    from fastaid.teach.scene import scene_of

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = InteractiveShell.instance(config=config)
    sys.modules["__main__"].__dict__.update(get_ipython=shell.get_ipython)
    fastaid.load_ipython_extension(shell)
    extension = shell.meta["fastaid"]
    said: list[Any] = []
    show = extension.session.show
    extension.session.show = lambda bundle: (said.append(bundle.text), show(bundle))
    notices: list[str] = []
    found: dict[str, Any] = {"before_said": []}
    for i, cell in enumerate(cells):
        seed()
        found["before_said"] += said if i == len(cells) - 1 else []
        if i == len(cells) - 1:
            said.clear()
        known = set(extension.notices._said)
        with capture_output():
            result = shell.run_cell(cell, store_history=True)
        notices = sorted(rule for rule, _ in extension.notices._said - known)
        error = result.error_in_exec or result.error_before_exec
        if error is not None:
            found["error"] = f"{type(error).__name__}: {error}"
            found["at"] = i
            found["rules"] = [one.rule for one in explanations(scene_of(error, shell.user_ns, cell))]
            break
    card = extension.error_cards.last
    return {
        **found,
        "text": "\n".join(said),
        "rule": card.rule if card is not None else "none",
        "sure": card.sure if card is not None else "",
        "words": card.words if card is not None else 0,
        "notices": notices,
    }


def seed() -> None:
    import numpy as np
    import torch

    random.seed(7)
    np.random.seed(7)
    torch.manual_seed(7)


def forked(cells: list[str]) -> dict[str, Any]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        signal.alarm(SECONDS)
        folder = tempfile.mkdtemp(prefix="case_")
        os.chdir(folder)
        try:
            found = run(cells)
        except BaseException:  # noqa: BLE001  an exit, an interrupt: reported too
            found = {"broken": traceback.format_exc()}
        shutil.rmtree(folder, ignore_errors=True)
        with os.fdopen(write, "w") as out, contextlib.suppress(BaseException):
            json.dump(found, out)
            out.flush()
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as held:
        text = held.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"broken": "the process died"}


def tried(case: Case) -> dict[str, Any]:
    found = {"failed": forked([*case.before, case.cell])}
    if case.mended:
        found["mended"] = forked([*case.before, case.mended])
    return found


if __name__ == "__main__":
    preload()
    out = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        print(json.dumps(tried(read_case(Path(line.strip())))), file=out, flush=True)
