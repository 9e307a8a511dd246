"""Weights and optimizer of a learner that trains, saved between two batches."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def save_checkpoint(
    learn: Any,  # the fastai Learner, between two batches
    run_id: str,
    step: int,  # batches trained so far
) -> tuple[str, Path]:  # the name that learn.load takes, and the file
    """Save a learner's weights and optimizer where `learn.load` finds them, all or nothing.

    The file is written beside its place and moved there when it is complete, so a full disk or a killed
    process leaves no half a checkpoint under the name. Cost: one copy of weights and momentum to the disk.
    Raises: OSError where the folder cannot be written. Source: fastai 2.8 `save_model`.
    """
    from fastai.learner import save_model

    name = f"{run_id}-batch-{step}"
    folder = Path(learn.path) / learn.model_dir
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part"
    try:
        save_model(part, learn.model, learn.opt)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        file = part.replace(folder / f"{name}.pth")
    finally:
        part.unlink(missing_ok=True)
    return name, file
