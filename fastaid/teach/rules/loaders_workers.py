"""Settings of a data loader that only its worker processes have."""

from __future__ import annotations

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew
from fastaid.teach.scene import Scene

# Settings that only worker processes have, and what each does.
OF_WORKERS = {
    "persistent_workers": "keeps the worker processes alive between two epochs",
    "prefetch_factor": "says how many batches each worker process prepares ahead",
}


@rule(ValueError, needs="torch")
def workers_wanted(scene: Scene) -> Diagnosis | None:
    """persistent_workers or prefetch_factor with num_workers=0."""
    inner, frame = scene.last, scene.here
    if inner is None or inner.module != "torch.utils.data.dataloader" or inner.function != "__init__":
        return None
    given = [name for name in OF_WORKERS if inner.names.get(name)]
    if inner.names.get("num_workers") != 0 or not given or frame is None:
        return None
    name = given[0]
    call = frame.call
    written = [one.arg for one in call.keywords] if call is not None else []
    is_written = call is not None and all(one in written for one in given)
    return Diagnosis(
        f"The loader was given `{name}={inner.names[name]}`, and `num_workers` is 0"
        + (" (the default)." if is_written and "num_workers" not in written else "."),
        f"`{name}` {OF_WORKERS[name]}. With `num_workers=0` there are none: the notebook itself loads the batches.",
        anew(call, drop=tuple(given))
        if call is not None and is_written
        else ", ".join(f"{one}={'False' if one == 'persistent_workers' else 'None'}" for one in given),
        f"Leave {' and '.join(f'`{one}`' for one in given)} out, or have workers, `num_workers=2`:",
        card="dataloaders",
    )
