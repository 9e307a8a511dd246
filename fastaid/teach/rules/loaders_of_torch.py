"""What to write with torch's loaders in place of what only fastai's have. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import is_of, is_tensor, shape, stored
from fastaid.teach.scene import Scene

OF_VOCAB = ("vocab", "c", "decode", "decode_batch")
DATASETS = ("train_ds", "valid_ds")


def instead_of(
    name: str,  # the attribute that is missing
    text: str,  # what was asked for it
    is_inside: bool,  # whether that is a DataLoaders of torch's loaders
    loader: Any,
    scene: Scene,
) -> tuple[str, str]:
    """A line that does what was wanted, and the words that go with it."""
    train = f"{text}.train" if is_inside else text
    dataset: Any = stored(loader).get("dataset")
    if name == "one_batch":
        return f"next(iter({train}))", "Take a batch with:"
    if name in ("show_batch", "show_results"):
        return _to_look_at(train, dataset, scene)
    if name in DATASETS:
        return f"{text}.dataset", "Its data set is:"
    if name in OF_VOCAB:
        if isinstance(stored(dataset).get("classes"), (list, tuple)):
            names = f"{train}.dataset.classes"
            return f"len({names})" if name == "c" else names, "The classes of this data set are:"
        return (
            "",
            "The names of the classes come from a DataBlock (or `ImageDataLoaders`); a plain data set has none.",
        )
    return _made_anew(text, is_inside, loader)


def _to_look_at(train: str, dataset: Any, scene: Scene) -> tuple[str, str]:
    """Pictures are shown; of anything else the first items of a batch."""
    here = scene.here
    calls = (
        [one for one in ast.walk(ast.parse(here.text)) if isinstance(one, ast.Call)]
        if here is not None
        else []
    )
    given = [one.value for call in calls for one in call.keywords if one.arg == "max_n"]
    most = ast.unparse(given[0]) if given else "9"
    tensors = stored(dataset).get("tensors") if is_of(dataset, "torch.utils.data", "TensorDataset") else None
    first: Any = tensors[0] if isinstance(tensors, tuple) and tensors else None
    is_pictures = is_tensor(first) and len(shape(first)) == 4 and shape(first)[1] in (1, 3)
    if is_pictures and "show_images" in scene.names:
        return f"show_images(next(iter({train}))[0][:{most}])", "Take a batch, and show its pictures:"
    return (
        f"batch = next(iter({train}))\n[part[:{most if given else 4}] for part in batch]",
        "PyTorch's batches do not know how they are shown. Look at one (`show_images` draws tensors of pictures):",
    )


def _made_anew(text: str, is_inside: bool, loader: Any) -> tuple[str, str]:
    if not is_inside:
        return "", "Let fastai make the loaders of your data sets, with `DataLoaders.from_dsets(…)`."
    size = stored(loader).get("batch_size")
    made = f"{text} = DataLoaders.from_dsets({text}.train.dataset, {text}.valid.dataset, bs={size})"
    return (
        f"from fastai.data.core import DataLoaders\n{made}",
        "Let fastai make the loaders of these data sets:",
    )
