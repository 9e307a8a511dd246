"""Pretrained weights from the network: what came is what its name says, and is read as weights alone."""

from __future__ import annotations

import functools
import pickle
from collections.abc import Iterator
from contextlib import contextmanager

from fastaid.errors import FastaidError
from fastaid.training.weights import harmless_globals


@contextmanager
def checked_weights(arch: str) -> Iterator[None]:  # the net's name
    """Make a pretrained net inside.

    torchvision names its files by their sha256, and torch.hub compares it. timm's come as safetensors, or are
    read with weights_only. fastai 2.8 loads the one file of its own, the xresnets', unchecked and as a whole
    pickle: it is read with weights_only here.
    Raises: FastaidError where what was fetched is another file, or holds more than weights.
    """
    import torch
    from fastai.vision.models import xresnet

    load = xresnet.load_state_dict_from_url
    xresnet.load_state_dict_from_url = functools.partial(load, weights_only=True)
    try:
        with torch.serialization.safe_globals(harmless_globals()):
            yield
    except pickle.UnpicklingError as error:
        raise FastaidError(
            f"What was fetched as {arch}'s weights holds more than weights, and loading it could run code.",
            "Give a file (--weights FILE), or start from scratch (--no-pretrained).",
        ) from error
    except RuntimeError as error:
        if "invalid hash value" not in str(error):  # torch.hub's, of what it has just fetched
            raise
        raise FastaidError(
            f"What was downloaded as {arch}'s weights is another file than it should be.",
            "Try again: it may have been cut off. Or give a file: --weights FILE",
        ) from error
    finally:
        xresnet.load_state_dict_from_url = load
