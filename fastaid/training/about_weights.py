"""What a file of weights says of itself: the net, its classes, the pictures it wants. As JSON text beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.facts.code import Formula

MOST_CLASSES = 100_000


@dataclass(frozen=True)
class AboutWeights:
    """What stands beside the tensors of a file that `%export --weights` wrote; empty for other files."""

    arch: str = ""  # "resnet34"
    classes: tuple[str, ...] = ()
    size: tuple[int, ...] = ()  # (height, width) in pixels
    mean: tuple[float, ...] = ()  # by which pictures in [0, 1] are normalized, one a channel
    std: tuple[float, ...] = ()
    has_usual_head: bool = False  # the one that vision_learner makes

    def fits_head(self, vocab: Any) -> bool:
        """Whether the head in the file says these classes, in this order."""
        return self.has_usual_head and bool(self.classes) and self.classes == _words(vocab)

    def code(self, name: str) -> Formula:
        """The dict of texts to write, as an expression; the classes are read off the learner `name`."""
        texts = self._texts()
        parts = [
            f"{key!r}: json.dumps([str(c) for c in {name}.dls.vocab])"
            if key == "vocab"
            else f"{key!r}: {text!r}"
            for key, text in texts.items()
        ]
        return Formula("{" + ", ".join(parts) + "}", lambda _: texts)

    def _texts(self) -> dict[str, str]:
        normalize = {"mean": self.mean, "std": self.std}
        return {
            "format": "pt",  # what other readers of safetensors look for
            **({"arch": self.arch} if self.arch else {}),
            **({"vocab": json.dumps(self.classes)} if self.classes else {}),
            **({"size": json.dumps(self.size)} if self.size else {}),
            **({"normalize": json.dumps(normalize)} if self.mean else {}),
            "head": json.dumps("usual" if self.has_usual_head else "own"),
        }


def about_learner(learn: Any) -> AboutWeights:
    """What there is to say of a learner's weights."""
    arch = getattr(learn, "arch", "")
    mean, std = _normalized(learn.dls)
    return AboutWeights(
        arch if isinstance(arch, str) else str(getattr(arch, "__name__", "")),
        _words(getattr(learn.dls, "vocab", None)),
        _size(learn.dls),
        mean,
        std,
        _has_usual_head(learn),
    )


def read_about(file: Path) -> AboutWeights:
    """What a safetensors file says of itself; what is no JSON of the kind is passed over. Reads no tensor."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(file, framework="pt") as opened:
            texts = opened.metadata() or {}
    except (SafetensorError, OSError):
        return AboutWeights()
    found = {key: _parsed(texts.get(key)) for key in ("vocab", "head")}
    classes = found["vocab"]
    is_list = isinstance(classes, list) and len(classes) <= MOST_CLASSES
    return AboutWeights(
        str(texts.get("arch", "")),
        tuple(classes) if is_list and all(isinstance(one, str) for one in classes) else (),
        has_usual_head=found["head"] == "usual",
    )


def _parsed(text: str | None) -> Any:
    try:
        return json.loads(text) if text is not None else None
    except (ValueError, RecursionError):
        return None


def _words(vocab: Any) -> tuple[str, ...]:
    try:
        return tuple(str(word) for word in vocab)
    except TypeError:
        return ()


def _transforms(dls: Any, pipeline: str) -> list[Any]:
    """The transforms of the validation pictures, the last first: "after_item" or "after_batch"."""
    try:
        return list(getattr(getattr(dls.valid, pipeline), "fs", ()))[::-1]
    except (AttributeError, IndexError):
        return []


def _size(dls: Any) -> tuple[int, ...]:
    # fastai 2.8 keeps (height, width) in transforms of batches and (width, height) in those of pictures.
    for pipeline, step in (("after_batch", 1), ("after_item", -1)):
        for tfm in _transforms(dls, pipeline):
            size = getattr(tfm, "size", None)
            size = (size, size) if isinstance(size, int) else size
            if isinstance(size, tuple | list) and len(size) == 2 and all(isinstance(n, int) for n in size):
                return tuple(size)[::step]
    return ()


def _normalized(dls: Any) -> tuple[tuple[float, ...], tuple[float, ...]]:
    from fastai.data.transforms import Normalize

    tfm = next((one for one in _transforms(dls, "after_batch") if isinstance(one, Normalize)), None)
    if tfm is None:
        return (), ()
    mean, std = ([round(x, 6) for x in part.flatten().tolist()] for part in (tfm.mean, tfm.std))
    return tuple(mean), tuple(std)


def _has_usual_head(learn: Any) -> bool:
    """Whether the net is a body and the head that vision_learner would make for it, parameter by parameter."""
    import torch
    from fastai.vision.learner import create_head

    model = learn.model
    if not isinstance(model, torch.nn.Sequential) or len(model) != 2 or not getattr(learn, "arch", ""):
        return False
    first = next((part for part in model[1].modules() if isinstance(part, torch.nn.BatchNorm1d)), None)
    n_out = getattr(learn, "n_out", None)
    if first is None or not n_out:
        return False
    with torch.random.fork_rng(devices=[]):
        usual = create_head(first.num_features, n_out, pool=False)  # pooling layers have no parameters
    wanted = [tuple(value.shape) for value in usual.state_dict().values()]
    return wanted == [tuple(value.shape) for value in model[1].state_dict().values()]
