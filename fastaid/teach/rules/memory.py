"""Memory that ran out: of the GPU, of the workers that load data."""

from __future__ import annotations

import ast
import re
from itertools import zip_longest
from math import prod
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_of, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.memory_pairs import is_both, row_by_row
from fastaid.teach.rules.operands import operation
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Frame, Scene, latest_first

FULL = re.compile(
    r"(CUDA|MPS|HIP|XPU)[\w ]* out of memory|CUBLAS_STATUS_ALLOC_FAILED|CUDA error: out of memory", re.I
)
ASKED = re.compile(r"Tried to allocate ([\d.]+ [KMGT]i?B)")
KILLED = re.compile(r"DataLoader worker.*(killed|exited unexpectedly)|shared memory|ancdata|shm", re.I)
GPU_HOLDS = (
    "It must hold the model, its gradients and all activations of a batch; those grow with the batch and "
    "the pictures."
)
# What makes data with a batch size, and what the parameter is called there.
SIZES = {"DataLoader": "batch_size"}


def _data(scene: Scene) -> tuple[str, int, Any]:
    """The loaders at hand: their name, their batch size, themselves."""
    learn = learner_in(scene)
    dls = stored(learn).get("dls") if learn is not None else None
    if is_dls(dls):
        name = scene.name_of(dls) or f"{learner_name(scene, learn)}.dls"
        return name, _batch_size(dls), dls
    for one in reversed(scene.frames):
        for name, held in list(one.names.items()) if one.is_learners else ():
            if not name.startswith("_") and (size := _batch_size(held)):
                return name, size, held
    return "", 0, None


def _batch_size(held: Any) -> int:
    if is_dls(held):
        loaders = stored(held).get("loaders") or ()
        return _batch_size(loaders[0]) if loaders else 0
    if is_of(held, "fastai.data.load", "DataLoader"):
        size = stored(held).get("bs")
    elif is_of(held, "torch.utils.data", "DataLoader"):
        size = stored(held).get("batch_size")
    else:
        return 0
    return size if isinstance(size, int) else 0


def made_by(scene: Scene, name: str) -> ast.Call | None:
    """The call in the notebook that made a variable."""
    cells = scene.names.get("In")
    sources = [scene.cell, *(reversed(cells[-60:]) if isinstance(cells, list) else ())]
    for source in sources:
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError, TypeError):
            continue
        for node in latest_first(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            if any(ast.unparse(target) == name for target in node.targets):
                return node.value
    return None


def _remade(scene: Scene, name: str, key: str, value: int) -> str:
    call = made_by(scene, name)
    if call is None:
        return ""
    func = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    word = SIZES.get(func, key) if key == "bs" else key
    if any(one.arg is None for one in call.keywords) or len(ast.unparse(call)) > 200:
        return ""
    return f"{name} = {with_argument(call, 99, word, str(value))}"


def larger_batches(scene: Scene, n: int) -> str:
    """The lines that make a Learner's data anew with more than one item in a batch; "" where that is not in sight."""
    name, _, _ = _data(scene)
    learn = learner_in(scene)
    line = _remade(scene, name, "bs", min(8, n) if n > 1 else 8) if name else ""
    return f"{line}\n{learner_name(scene, learn)}.dls = {name}" if line and learn is not None else ""


@rule(RuntimeError, needs="torch")
def gpu_is_full(scene: Scene) -> Diagnosis | None:
    """The GPU has not enough memory for a batch."""
    if type(scene.error).__name__ != "OutOfMemoryError" and not FULL.search(scene.message):
        return None
    asked = ASKED.search(scene.message)
    name, size, _ = _data(scene)
    batch = "" if not size else f" The batch size is {size}."
    more = f" ({asked[1]} more were needed.)" if asked else ""
    what = f"The GPU ran out of memory.{more}{batch}"
    if not size:
        return _all_in_one_go(scene, what)
    smaller = max(1, size // 2)
    if smaller == size:
        return _of_one_item(scene, what)
    learn = learner_in(scene)
    steps = [_remade(scene, name, "bs", smaller) or f"bs={smaller}  # where `{name}` is made"]
    if learn is not None:
        steps.append(f"{learner_name(scene, learn)}.dls = {name if '.' not in name else 'dls'}")
        steps.append(f"{learner_name(scene, learn)}.to_fp16()")
    then = " and use half precision; then" if learn is not None else ", then"
    return Diagnosis(
        what,
        GPU_HOLDS,
        "\n".join(steps),
        f"Halve the batch size{then} smaller pictures. If even that fails, restart the kernel, which frees the memory:",
        card="device-and-gpu-memory",
    )


def _all_in_one_go(scene: Scene, what: str) -> Diagnosis:
    """No data loader makes batches: a tensor with all items may have been given to the model."""
    rows = _rows(scene)
    if not rows:
        return Diagnosis(
            what,
            GPU_HOLDS,
            "bs=16  # where the data are made",
            "Take a smaller batch size or smaller pictures; if it still fails, restart the kernel to free the memory:",
            card="device-and-gpu-memory",
        )
    text, count = rows
    return Diagnosis(
        f"{what} `{text}` has {count:,} items, all in one go.",
        GPU_HOLDS,
        "with torch.no_grad():\n    preds = torch.cat([model(part) for part in "
        f"{text}.split({max(1, min(64, count // 4))})])",
        "Take them in smaller batches (without no_grad when training):",
        sure="likely",
        card="device-and-gpu-memory",
    )


def _of_one_item(scene: Scene, what: str) -> Diagnosis:
    """A batch that cannot be halved."""
    learn = learner_in(scene)
    return Diagnosis(
        what,
        GPU_HOLDS,
        f"{learner_name(scene, learn)}.to_fp16()"
        if learn is not None
        else "x = F.interpolate(x, scale_factor=0.5)",
        "The batch cannot be smaller: use half precision, smaller pictures (Resize) or a smaller model:",
        card="device-and-gpu-memory",
    )


def _rows(scene: Scene) -> tuple[str, int] | None:
    for one in scene.frames:
        call = one.call if one.is_learners else None
        held: Any = one.value(call.args[0]) if call is not None and len(call.args) == 1 else None
        if call is not None and is_tensor(held) and held.ndim > 1 and held.shape[0] > 1:
            return ast.unparse(call.args[0]), int(held.shape[0])
    return None


@rule(RuntimeError, MemoryError, needs="torch")
def no_main_memory(scene: Scene) -> Diagnosis | None:
    """A tensor larger than the computer's own memory."""
    if "DefaultCPUAllocator" not in scene.message:
        return None
    found = re.search(r"allocate (\d+) bytes", scene.message)
    if found is not None and (grown := _broadcast(scene, int(found[1]))) is not None:
        return grown
    size = f"{int(found[1]) / 2**30:,.0f} GB" if found else "more memory than there is"
    name, batch, _ = _data(scene)
    fix = _remade(scene, name, "bs", max(1, batch // 4)) if batch else ""
    return Diagnosis(
        f"One calculation asked for {size} of the computer's memory (not the GPU's).",
        "The batch is too large, or broadcasting made it so: two shapes such as (n, 1) and (1, n) make a result "
        "of (n, n).",
        fix,
        "Take a smaller batch:" if fix else "Look at the shapes of what this line computes with.",
        sure="likely",
        card="broadcasting",
    )


def _broadcast(scene: Scene, wanted: int) -> Diagnosis | None:
    """Two operands whose sizes of 1 are stretched to each other's."""
    done = operation(scene)
    if done is None or len(done.operands) != 2 or not all(one.is_tensor for one in done.operands):
        return None
    a, b = done.operands
    # From the right, as broadcasting goes.
    pairs = list(zip_longest(a.shape[::-1], b.shape[::-1], fillvalue=1))
    if done.name == "matmul" or any(i != j and 1 not in (i, j) for i, j in pairs):
        return None
    made = tuple(max(pair) for pair in pairs)[::-1]
    if prod(made) <= max(prod(a.shape), prod(b.shape)):
        return None
    outer, rows, call = _called_with(scene, done.frame)
    size = max(1, rows * 2**29 // wanted) if rows else 1
    fix = ""
    is_pairs = call is not None and is_both(done, call)
    if is_pairs:
        # The caller's rows cannot be split: each must still meet all the others.
        fix = row_by_row(done, made, wanted)
    elif call is not None:
        new = with_argument(call, 0, "", "part")
        fix = f"torch.cat([{new} for part in {outer}.split({size})])"
    elif a.text:
        fix = f"part = {a.text}[:{max(1, a.shape[0] * 2**29 // wanted)}]\npart {done.name} {b.text}"
    is_distance = (
        done.name == "-" and len(made) == 3 and not is_pairs and call is not None and len(call.args) == 2
    )
    if is_distance and call is not None and any(one in done.frame.text for one in ("sqrt", "norm")):
        fix += f"\n# or, for distances: torch.cdist({outer}, {ast.unparse(call.args[1])})"
    return Diagnosis(
        f"`{done.text()}` asked for {wanted / 2**30:,.0f} GB of the computer's memory: {a.name} has shape {a.shape}, "
        f"{b.name} {b.shape}, the result {made}.",
        f"Broadcasting stretches both to the full {made}, which does not fit into memory"
        + (f" (the rows come from `{outer}`)." if outer else "."),
        fix,
        "Take a small part of the rows (a batch) at a time"
        + (f" in `{done.frame.function}`:" if is_pairs and fix else ":" if fix else "."),
        card="broadcasting",
    )


def _called_with(scene: Scene, frame: Frame) -> tuple[str, int, ast.Call | None]:
    """The first argument of the function that was running, as its caller wrote it, and its rows."""
    at = scene.frames.index(frame)
    call = scene.frames[at - 1].call if at else None
    if call is None or not call.args:
        return "", 0, None
    held = scene.frames[at - 1].value(call.args[0])
    if not is_tensor(held) or held.ndim < 2:
        return "", 0, None
    return ast.unparse(call.args[0]), int(held.shape[0]), call


@rule(RuntimeError, OSError, needs="torch")
def worker_died(scene: Scene) -> Diagnosis | None:
    """A worker process of a DataLoader was killed: too little (shared) memory."""
    places = ("torch.utils.data", "torch.multiprocessing", "fastai.data")
    if "DataLoader worker" not in scene.message and all(scene.within(one) is None for one in places):
        return None
    if not KILLED.search(scene.message):
        return None
    name, _, _ = _data(scene)
    line = (
        _remade(scene, name, "num_workers", 0) if name else ""
    ) or "num_workers=0  # where the loaders are made"
    is_files = "ancdata" in scene.message or "open files" in scene.message
    if is_files:
        return Diagnosis(
            "The worker processes of the DataLoader have too many files open.",
            "Workers pass tensors through open files, and the system limits their number.",
            "import torch.multiprocessing\ntorch.multiprocessing.set_sharing_strategy('file_system')",
            "Let them share through the file system:",
            card="dataloaders",
        )
    shared = (
        "bus error" in scene.message.lower()
        or "shm" in scene.message
        or "shared memory" in scene.message.lower()
    )
    return Diagnosis(
        "A worker process that loads the data "
        + ("was killed" if "killed" in scene.message else "ended")
        + ".",
        (
            "There was too little shared memory (shm) to pass batches from the workers to the notebook, common "
            "in Docker."
            if shared
            else "The system stopped it, mostly because the memory (RAM) was full; on Windows and Mac workers "
            "may also fail to start in a notebook."
        ),
        line,
        "Load the data in the notebook's own process; or use a smaller batch size"
        + (", or start Docker with --shm-size=8g:" if shared else ":"),
        sure="likely",
        card="dataloaders",
    )
