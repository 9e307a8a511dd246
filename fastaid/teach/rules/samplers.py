"""Samplers of a DataLoader: who decides the order."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew
from fastaid.teach.scene import Scene

# What a batch_sampler decides, with what stands for "not given".
OF_BATCHES = {"batch_size": 1, "shuffle": False, "sampler": None, "drop_last": False}


@rule(ValueError, needs="torch")
def beside_shuffle(scene: Scene) -> Diagnosis | None:
    """A DataLoader was given a sampler and shuffle=True, or a batch_sampler and what it decides."""
    inner = scene.within("torch.utils.data.dataloader", "__init__")
    here = scene.here
    call = here.call if here is not None else None
    if inner is None or inner is not scene.last or here is None or call is None:
        return None
    held = inner.names
    batches, sampler = held.get("batch_sampler"), held.get("sampler")
    if batches is not None:
        wrong = [name for name, free in OF_BATCHES.items() if (held.get(name) or free) != free]
        argument, decides = "batch_sampler", "which items make up each batch"
    elif sampler is not None and held.get("shuffle"):
        wrong, argument, decides = ["shuffle"], "sampler", "which items come, and in which order"
    else:
        return None
    if not wrong:
        return None
    node = here.argument(call, None, argument)
    text = f"`{argument}={ast.unparse(node)}`" if node is not None else f"a {argument}"
    both = " and ".join(
        f"`{name}={held.get(name)!r}`" if name != "sampler" else "`sampler`" for name in wrong
    )
    first = 1 if "batch_size" in wrong else 2
    if len(call.args) > first:  # given by place
        return None
    return Diagnosis(
        f"The DataLoader got {text} and {both} together.",
        f"The {argument} already decides {decides}, so it cannot stand beside {both}.",
        anew(call, drop=tuple(wrong)),
        f"Leave out {' and '.join(f'`{name}`' for name in wrong)}:",
        card="dataloaders",
    )
