"""Runs cases, each in a process of its own: case files by name on stdin, JSON lines on stdout as they end.

One process imports the libraries and makes a shell; it forks for each case, for as many at a time as there
are processors. What stood before the learner's cell runs once for the failing and the mended cell.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import gc
import json
import logging
import os
import random
import re
import selectors
import shutil
import signal
import sys
import tempfile
import textwrap
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.errors.case import Case, read_case

SECONDS = 300
# What is imported and read at the first fit and the first card, is so once for all.
WARM_UP = """
from fastai.vision.all import *
_dls = DataLoaders.from_dsets([(torch.ones(3), 1)] * 4, [(torch.ones(3), 1)] * 4, bs=2, num_workers=0)
Learner(_dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss()).fit(1)
"""


def preload() -> Any:
    """A shell with fastaid in it, in a process that has imported everything."""
    os.environ.update(OMP_NUM_THREADS="1", MPLBACKEND="agg", NO_COLOR="1")
    import torch

    torch.set_num_threads(1)
    import fastai.collab
    import fastai.tabular.all
    import fastai.text.all
    import fastai.vision.all
    import matplotlib.pyplot
    import sklearn.metrics
    import torchvision
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output
    from traitlets.config import Config

    import fastaid

    assert fastai, (matplotlib, sklearn, torchvision)
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.xmode = "Plain"  # what a card says does not hang on how IPython draws the frames
    shell = InteractiveShell.instance(config=config)
    sys.modules["__main__"].__dict__.update(get_ipython=shell.get_ipython)
    fastaid.load_ipython_extension(shell)
    ahead = shell.meta["fastaid"].ahead
    ahead.close()
    ahead._read()  # here: a child of a process whose thread imports waits for that import for ever
    with capture_output():
        shell.run_cell(WARM_UP)
        shell.reset(new_session=True)
    gc.collect()
    gc.freeze()  # or each collection in a child copies the pages it looks at
    return shell


class Swallowed(logging.Handler):
    """What a learner never sees: a rule or a check that broke, and stayed silent for that."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.held: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info:
            self.held.append(f"{record.getMessage()}\n{logging.Formatter().formatException(record.exc_info)}")


class Run:
    """One case's cells in one shell, and what fastaid says of them."""

    def __init__(self, shell: Any):
        self.shell = shell
        self.extension = shell.meta["fastaid"]
        self.extension.error_cards.last = None
        self.said: list[Any] = []
        show = self.extension.session.show
        self.extension.session.show = lambda bundle: (self.said.append(bundle.text), show(bundle))
        self.swallowed = Swallowed()
        logger = logging.getLogger("fastaid")
        logger.setLevel(logging.DEBUG)
        logger.propagate = False
        logger.addHandler(self.swallowed)

    def cell(self, source: str) -> dict[str, Any]:
        """Run one cell."""
        from IPython.utils.capture import capture_output

        from fastaid.teach.diagnose import explanations
        from fastaid.teach.scene import scene_of

        seed()
        self.said.clear()
        known = set(self.extension.notices._said)
        with capture_output():
            result = self.shell.run_cell(source, store_history=True)
        error = result.error_in_exec or result.error_before_exec
        found: dict[str, Any] = {}
        if error is not None:
            found["error"] = f"{type(error).__name__}: {error}"
            found["rules"] = [one.rule for one in explanations(scene_of(error, self.shell.user_ns, source))]
        card = self.extension.error_cards.last
        if self.swallowed.held:
            found["broken"] = self.swallowed.held[0]
        return {
            **found,
            "text": "\n".join(self.said),
            "rule": card.rule if card is not None else "none",
            "sure": card.sure if card is not None else "",
            "words": card.words if card is not None else 0,
            "unknown": names_of_nothing(self.shell, card, error) if card is not None else [],
            "notices": sorted(rule for rule, _ in self.extension.notices._said - known),
        }


def names_of_nothing(shell: Any, card: Any, error: Any) -> list[str]:
    """Names in the line of a card that the learner has nowhere and that it does not speak of."""
    if isinstance(error, SyntaxError) or re.fullmatch(r"[\w.]*", card.fix):
        return []  # the line takes other names than the learner's, or is the name of a file or a column
    used, known = names_in(shell, card.fix)
    known |= {"self", "cls", *dir(builtins), *shell.user_ns}
    known = known.union(*(names_in(shell, cell)[1] for cell in shell.user_ns["In"]))
    known |= set(re.findall(r"\w+", f"{card.what} {card.cause} {card.how}"))
    while error is not None:
        for frame, _ in traceback.walk_tb(error.__traceback__):
            known |= set(frame.f_locals) | set(frame.f_code.co_varnames)
        error = error.__cause__ or error.__context__
    return [] if "*" in known else sorted(used - known)


def names_in(shell: Any, source: str) -> tuple[set[str], set[str]]:
    """The names that a piece of code reads, and those that it makes; none where it is no Python."""
    try:
        tree = ast.parse(shell.transform_cell(textwrap.dedent(source)))
    except SyntaxError:
        return set(), set()
    used, made = set[str](), set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else made).add(node.id)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            made.add(node.name)
        elif isinstance(node, ast.alias):
            made.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            made.add(node.name)
    return used, made


def seed() -> None:
    import numpy as np
    import torch

    random.seed(7)
    np.random.seed(7)
    torch.manual_seed(7)


def tried(shell: Any, case: Case) -> dict[str, Any]:
    """What came of a case; in a process that ends with it."""
    run = Run(shell)
    folder = Path(tempfile.mkdtemp(prefix="case_"))
    try:
        place, kept = folder / "now", folder / "kept"
        place.mkdir()
        os.chdir(place)
        said = []
        for source in case.before:
            found = run.cell(source)
            if "error" in found:
                return {"failed": {"broken": f"an earlier cell raised {found['error']}"}}
            if "broken" in found:
                return {"failed": {"broken": found["broken"]}}
            said += [found["text"]] if found["text"] else []
        shutil.copytree(place, kept)
        answer = {"failed": {**ended(lambda: run.cell(case.cell)), "before_said": said}}
        if case.mended:
            # The failing cell may have written files; the mended one begins where it began.
            for path in place.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            shutil.copytree(kept, place, dirs_exist_ok=True)
            answer["mended"] = ended(lambda: run.cell(case.mended))
        return answer
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def ended(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Do something in a process of its own, and wait for what it finds."""
    child, out = begun(work)
    with os.fdopen(out) as held:
        text = held.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"broken": "the process died"}


def begun(work: Callable[[], dict[str, Any]]) -> tuple[int, int]:
    """Begin something in a process of its own: its number, and where its answer can be read."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    os.close(read)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    signal.alarm(SECONDS)
    try:
        found = work()
    except BaseException:  # noqa: BLE001  an exit, an interrupt: reported too
        found = {"broken": traceback.format_exc()}
    with os.fdopen(write, "w") as out, contextlib.suppress(BaseException):
        json.dump(found, out)
        out.flush()
    os._exit(0)


def serve(shell: Any, paths: list[str], out: Any) -> None:
    """Try all cases, as many at a time as there are processors."""
    waiting = deque(read_case(Path(path)) for path in paths)
    selector = selectors.DefaultSelector()
    while waiting or selector.get_map():
        while waiting and len(selector.get_map()) < (os.cpu_count() or 1):
            case = waiting.popleft()
            child, read = begun(lambda case=case: tried(shell, case))
            selector.register(read, selectors.EVENT_READ, (case, child, bytearray()))
        for key, _ in selector.select():
            case, child, held = key.data
            part = os.read(key.fd, 1 << 16)
            held.extend(part)
            if not part:
                selector.unregister(key.fd)
                os.close(key.fd)
                os.waitpid(child, 0)
                found = json.loads(held) if held else {"failed": {"broken": "the process died"}}
                print(json.dumps({"case": str(case.path), **found}), file=out, flush=True)


if __name__ == "__main__":
    lines = os.fdopen(os.dup(1), "w")
    serve(preload(), sys.stdin.read().split("\n")[:-1], lines)
