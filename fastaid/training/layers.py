"""What the layer groups of a learner hold, which of them learn, and at what rate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.layers import LayerGroup
from fastaid.facts.schedule import group_lrs

# torchvision's ResNets, once fastai has cut the classifier off, in the order of their children.
RESNET_BODY = ("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4")


def layer_groups(
    learn: Any,
    lr: float | slice | Sequence[float] | None = None,  # the rate to spread over the groups, if known
) -> tuple[LayerGroup, ...]:
    """Describe the optimizer's parameter groups, the earliest layers first. Runs nothing.

    A learner that has no optimizer yet gets one, as any fit would give it.
    Source: the learner's `splitter`, fastai 2.8; the course's lessons 1 and 2 on unfreezing.
    """
    if learn.opt is None:
        learn.create_opt()
    names = {id(p): name for name, p in learn.model.named_parameters()}
    lrs = group_lrs(lr, len(learn.opt.param_lists)) if lr is not None else None
    frozen_below = learn.opt.frozen_idx
    groups = []
    for i, params in enumerate(learn.opt.param_lists):
        groups.append(
            LayerGroup(
                holds=_holds(learn.model, [names[id(p)] for p in params if id(p) in names]),
                n_params=sum(p.numel() for p in params),
                n_trainable=sum(p.numel() for p in params if p.requires_grad),
                frozen=i < frozen_below,
                lr=lrs[i] if lrs and i < len(lrs) else None,
            )
        )
    return tuple(groups)


def _holds(model: Any, names: list[str]) -> str:
    """Name the modules of a group by what they are: "conv1 to layer2", "the new head"."""
    children = dict(model.named_children())
    tops = list(dict.fromkeys(name.split(".")[0] for name in names))
    if list(children) == ["0", "1"] and tops == ["1"]:
        return "the head: pooling and the new layers that name the classes"
    body = children.get("0") if list(children) == ["0", "1"] else None
    if body is not None and tops == ["0"]:
        parts = list(dict.fromkeys(name.split(".")[1] for name in names))
        named = _resnet_names(body, parts)
        blocks = Counter(_blocks(body, parts))
        counts = listed((counted(n, kind) for kind, n in blocks.items()), 4)
        return (
            f"{named} ({counts})"
            if named and counts
            else named or (f"the body: {counts}" if counts else "the body")
        )
    kinds = Counter(type(module).__name__ for name, module in model.named_modules() if _owns(name, names))
    return listed((counted(n, kind) for kind, n in kinds.most_common()), 4)


def _resnet_names(body: Any, parts: list[str]) -> str:
    children = list(body.children())
    kinds = [type(child).__name__ for child in children]
    if len(children) != len(RESNET_BODY) or kinds[:4] != ["Conv2d", "BatchNorm2d", "ReLU", "MaxPool2d"]:
        return ""
    names = [RESNET_BODY[int(part)] for part in parts]
    return f"{names[0]} to {names[-1]}" if len(names) > 2 else " and ".join(names)


def _blocks(body: Any, parts: list[str]) -> list[str]:
    found = []
    for name, module in body.named_modules():
        if name.split(".")[0] not in parts:
            continue
        kind = type(module).__name__
        if kind in ("BasicBlock", "Bottleneck", "Block", "ResBlock"):
            found.append("residual block")
        elif kind == "Conv2d" and name.count(".") == 0:
            found.append("convolution")
    if "residual block" not in found:
        inside = (m for name, m in body.named_modules() if name.split(".")[0] in parts)
        found = ["convolution" for module in inside if type(module).__name__ == "Conv2d"]
    return found


def _owns(name: str, parameters: list[str]) -> bool:
    return any(p.rsplit(".", 1)[0] == name for p in parameters)
