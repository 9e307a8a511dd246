"""Channels that must be divisible: by the groups of a convolution, by what nn.PixelShuffle makes of them."""

from __future__ import annotations

import ast
from math import gcd
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.layer_calls import failing_layer, written
from fastaid.teach.rules.python_source import call_at
from fastaid.teach.scene import Scene


@rule(ValueError, needs="torch")
def groups_do_not_divide(scene: Scene) -> Diagnosis | None:
    """`nn.Conv2d(32, 64, 3, groups=24)`."""
    inner = scene.within("torch.nn.modules.conv", "__init__")
    here = scene.here
    call = call_at(here) if here is not None else None
    if inner is None or here is None or call is None or "divisible by groups" not in scene.message:
        return None
    names = ("in_channels", "out_channels", "groups")
    given, out, groups = (inner.names.get(one) for one in names)
    if type(given) is not int or type(out) is not int or type(groups) is not int or groups < 1:
        return None
    both = gcd(given, out)
    fitting = [n for n in range(1, both + 1) if both % n == 0]
    near = min(fitting, key=lambda n: abs(n - groups))
    is_own = last_name(call.func).startswith("Conv") and any(one.arg == "groups" for one in call.keywords)
    wrong = f"in_channels, {given}," if given % groups else f"out_channels, {out},"
    every = ", ".join(str(n) for n in fitting[-6:])
    return Diagnosis(
        f"{wrong} cannot be shared out among {groups} groups.",
        f"Each group gets an equal part of the {given} channels that come and of the {out} that go out. Here {every} "
        f"groups are possible. (One for each channel, a depthwise convolution, needs groups={given} and a multiple of "
        "that going out.)",
        anew(call, groups=str(near)) if is_own else f"groups={near}",
        "Choose such a number:",
        card="convolution",
    )


@rule(RuntimeError, needs="torch")
def pixels_shuffled(scene: Scene) -> Diagnosis | None:
    """nn.PixelShuffle(r) makes one channel of r × r of them."""
    failed = failing_layer(scene, "PixelShuffle")
    if failed is None or not is_tensor(failed.given) or len(shape(failed.given)) < 3:
        return None
    r, comes = failed.layer.upscale_factor, shape(failed.given)[-3]
    if comes % (r * r) == 0:
        return None
    wanted = max(1, round(comes / (r * r))) * r * r
    what = f"{failed.quoted} makes one channel of {r} × {r} = {r * r}, and {comes} channels come to it."
    before = None
    if is_of(failed.model, "torch.nn", "Sequential"):
        parts = list(failed.model)
        at = next((i for i, one in enumerate(parts) if one is failed.layer), 0)
        before = next((i for i in range(at - 1, -1, -1) if is_of(parts[i], "torch.nn", "Conv2d")), None)
    model = (failed.called_with() or "").partition("(")[0]
    fix = f"out_channels={wanted}"
    if before is not None and model.isidentifier():
        fix = f"{model}[{before}] = {written(list(failed.model)[before], out_channels=wanted)}"
    return Diagnosis(
        what,
        f"{comes} is not divisible by {r * r}; {wanted} channels would become {wanted // (r * r)}.",
        fix,
        "Let the convolution before it give that many:",
        card="convolution",
    )


@rule(RuntimeError, needs="torch")
def reflection_too_wide(scene: Scene) -> Diagnosis | None:
    """nn.ReflectionPad2d(40) of a picture that is not that large."""
    failed = failing_layer(scene, "ReflectionPad1d", "ReflectionPad2d", "ReflectionPad3d")
    if failed is None or not is_tensor(failed.given) or "adding size should be less" not in scene.message:
        return None
    kind, pad, comes = type(failed.layer).__name__, failed.layer.padding, shape(failed.given)
    rank = int(kind[-2])
    least, most = min(comes[-rank:]), max(pad)
    if most < least:
        return None
    size = pad[0] if len(set(pad)) == 1 else tuple(pad)
    return Diagnosis(
        f"{failed.quoted} adds {most} pixels at a side by reflection, and what comes is "
        f"{' × '.join(map(str, comes[-rank:]))}.",
        f"A reflection takes the pixels from inside, so at most {least - 1} can be added here.",
        f"nn.{kind.replace('Reflection', 'Replication')}({size})",
        "Use larger pictures, or repeat the pixels of the edge, which has no such limit:",
        card="convolution",
    )


@rule(RuntimeError, needs="torch")
def fewer_than_asked(scene: Scene) -> Diagnosis | None:
    """`output.topk(5)` of 3 classes."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or last_name(call.func) != "topk" or "out of range" not in scene.message:
        return None
    func = call.func
    is_method = isinstance(func, ast.Attribute) and is_tensor(here.value(func.value))
    held: Any = here.value(func.value if is_method else call.args[0]) if is_method or call.args else None  # type: ignore[attr-defined]
    node = here.argument(call, 0 if is_method else 1, "k")
    dim = here.argument(call, 1 if is_method else 2, "dim")
    axis = here.value(dim) if dim is not None else -1
    if not is_tensor(held) or node is None or type(axis) is not int or not held.ndim:
        return None
    k, size = here.value(node), shape(held)[axis]
    if type(k) is not int or k <= size:
        return None
    text = ast.unparse(func.value if is_method else call.args[0])  # type: ignore[attr-defined]
    new = f"min({ast.unparse(node)}, {text}.shape[{axis}])"
    args = [new if one is node else ast.unparse(one) for one in call.args]
    args += [f"{one.arg}={new}" if one.value is node else ast.unparse(one) for one in call.keywords]
    return Diagnosis(
        f"topk was asked for the {k} largest of `{text}`, which has {size} along dimension {axis}: shape "
        f"{shape(held)}.",
        "There cannot be more than there are: a top-5 accuracy needs at least 5 classes.",
        f"{ast.unparse(func)}({', '.join(args)})",
        "Ask for no more than there are:",
    )
