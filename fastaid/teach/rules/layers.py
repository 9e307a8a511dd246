"""Layers that were made for other sizes than what comes to them."""

from __future__ import annotations

import ast
from math import isqrt, prod

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.batches_joined import all_in_one_row, joined_elsewhere
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.layer_calls import Failing, failing_layer, written
from fastaid.teach.rules.layer_sizes import made_for, not_literal
from fastaid.teach.rules.layers_in_a_row import layer_of_a_loop
from fastaid.teach.rules.layers_of_signals import of_a_signal
from fastaid.teach.rules.layers_written import made_with, of_another_rank, pooled_to, with_padding
from fastaid.teach.rules.operands import operation
from fastaid.teach.scene import Scene

CONVOLUTIONS = ("Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d")
POOLS = ("MaxPool1d", "MaxPool2d", "AvgPool1d", "AvgPool2d")
NORMS = ("BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "InstanceNorm2d")


def first_convolution(model: object) -> object | None:
    """The first Conv2d of a network."""
    if not is_module(model):
        return None
    return next((one for one in model.modules() if is_of(one, "torch.nn", "Conv2d")), None)  # type: ignore[attr-defined]


def is_single_picture(failed: Failing) -> bool:
    """Whether the whole network was given one picture, without a batch dimension."""
    first = first_convolution(failed.model)
    if first is None or not is_tensor(failed.first) or len(shape(failed.first)) != 3:
        return False
    return bool(shape(failed.first)[0] == stored(first).get("in_channels"))


@rule(ValueError, RuntimeError, needs="torch")
def no_batch_dimension(scene: Scene) -> Diagnosis | None:
    """One picture was given to a model that expects a batch of them."""
    failed = failing_layer(scene)
    if failed is None or not is_single_picture(failed) or not is_tensor(failed.given):
        return None
    kind, rank = type(failed.layer).__name__, len(shape(failed.given))
    # Convolutions take one picture as well; it fails where something counts on four dimensions.
    if kind == "Linear":
        if shape(failed.given)[-1] == failed.layer.in_features:
            return None
    elif not kind.startswith("BatchNorm") or rank != 3:
        return None
    channels = shape(failed.first)[0]
    name = failed.first_name if failed.called_with() else "What the model got"
    return Diagnosis(
        f"{name} is a single picture of shape {shape(failed.first)}; the model takes a batch of "
        f"pictures, of shape (n, {channels}, height, width).",
        "The batch dimension is missing: it has 3 dimensions, the layers expect 4.",
        failed.called_with("{}.unsqueeze(0)") or "x.unsqueeze(0)",
        "Make it a batch of one:",
        card="rank-and-shape",
    )


# Linear -------------------------------------------------------------------------------------------------


@rule(RuntimeError, needs="torch")
def linear_size(scene: Scene) -> Diagnosis | None:
    """nn.Linear was made for another number of features than what comes to it."""
    failed = failing_layer(scene, "Linear")
    if failed is None or not is_tensor(failed.given) or is_single_picture(failed):
        return None
    comes, takes = shape(failed.given), failed.layer.in_features
    if not comes or comes[-1] == takes:
        return None
    source = f"{failed.first_name} has" if failed.is_input else "what comes to it has"
    what = f"{failed.quoted} (`{written(failed.layer)}`) takes {takes} features, but {source} shape {comes}."
    if (found := joined_elsewhere(scene, failed, comes, takes, -1)) is not None:
        return Diagnosis(what, *found, card="linear-layer")
    if len(comes) == 1 and comes[0] % takes == 0 and not failed.is_input:
        cause = "Flattening took the batch dimension too: all items have become one long row."
        return Diagnosis(what, cause, *all_in_one_row(scene, failed), card="linear-layer")
    for attempt in (_not_flattened, _turned, _of_another_size):
        if (found := attempt(failed, comes, takes)) is not None:
            cause, line, how = found
            if how == f"Make the layer for {comes[-1]} features:":
                line, how = not_literal(made_for(scene, failed, "in_features", comes[-1])) or (line, how)
            return Diagnosis(what, cause, line, how, card="linear-layer")
    return None


Mended = tuple[str, str, str]  # cause, line, the words that go with it


def _not_flattened(failed: Failing, comes: tuple[int, ...], takes: int) -> Mended | None:
    if len(comes) < 3:
        return None
    size = prod(comes[1:])
    flat = " × ".join(map(str, comes[1:]))
    if size == takes:
        cause = (
            f"nn.Linear works on the last dimension only. Each item must be flattened first: {flat} = {size}."
        )
        if looped := layer_of_a_loop(failed) if failed.is_input else None:
            return cause, *looped
        if failed.is_input and (line := failed.called_with("{}.flatten(1)")):
            return cause, line, "Flatten the batch (or begin the model with `nn.Flatten()`):"
        if failed.is_input:
            line = f"nn.Sequential(nn.Flatten(), {written(failed.layer)}, …)"
            return cause, line, "Begin the model with a Flatten:"
        line = f"x = x.flatten(1)  # or nn.Flatten(), before {failed.name or 'the nn.Linear'}"
        return cause, line, "Flatten before this layer:"
    if len(comes) == 4:
        cause = f"A Flatten is missing before it, and flattened each item has {flat} = {size} numbers, not {takes}."
        line = f"nn.Flatten(), {written(failed.layer, in_features=size)}"
        return (
            cause,
            line,
            "Flatten, and make the layer for that many (or `nn.LazyLinear`, which counts itself):",
        )
    return None


def _turned(failed: Failing, comes: tuple[int, ...], takes: int) -> Mended | None:
    if len(comes) == 2 and comes[0] == takes and failed.is_input and failed.called_with():
        cause = f"Rows should be the items and columns the features; here it is the other way round: {takes} rows."
        how = f"Transpose it (or, if the rows are the items, make the layer for {comes[1]} features):"
        return cause, failed.called_with("{}.T"), how
    if len(comes) == 3 and comes[1] == takes:
        cause = f"nn.Linear works on the last dimension; the {takes} features stand in the middle."
        return cause, "x = x.transpose(1, 2)", "Exchange the last two dimensions first:"
    return None


def _of_another_size(failed: Failing, comes: tuple[int, ...], takes: int) -> Mended | None:
    line = written(failed.layer, in_features=comes[-1])
    line = f"{failed.name} = {line}" if failed.name else line
    first = failed.first
    if len(comes) == 2 and (pooled := pooled_to(failed, comes[-1], takes)):
        return pooled, line, f"Make the layer for {comes[-1]} features:"
    if len(comes) == 2 and first_convolution(failed.model) and is_tensor(first) and len(shape(first)) == 4:
        size = " × ".join(map(str, shape(first)[2:]))
        cause = f"With pictures of {size}, each item has {comes[-1]} numbers after flattening; `in_features` "
        cause += f"was worked out for another picture size or other layers ({takes})."
        out = failed.layer.out_features
        how = f"Make it for {comes[-1]} (or `nn.LazyLinear({out})`; or `nn.AdaptiveAvgPool2d(1)` before flattening):"
        return cause, line, how
    cause = f"The first number of nn.Linear, in_features, must be the last size of what comes: {comes[-1]}."
    return cause, line, f"Make the layer for {comes[-1]} features:"


# Channels -----------------------------------------------------------------------------------------------


@rule(RuntimeError, needs="torch")
def channels(scene: Scene) -> Diagnosis | None:
    """A convolution or batch norm was made for another number of channels than what comes to it."""
    failed = failing_layer(scene, *CONVOLUTIONS, *NORMS)
    if failed is None or not is_tensor(failed.given):
        return None
    comes, kind = shape(failed.given), type(failed.layer).__name__
    is_norm = kind in NORMS
    takes = failed.layer.num_features if is_norm else failed.layer.in_channels
    spatial = int(kind[-2])
    if len(comes) == spatial + 1 and not is_norm:
        at = 0
    elif len(comes) == spatial + 2 or (kind == "BatchNorm1d" and len(comes) == 2):
        at = 1
    else:
        return None
    if comes[at] == takes:
        return None
    if (found := of_a_signal(scene, failed, comes, takes)) is not None:
        return found
    source = f"{failed.first_name} has" if failed.is_input else "what comes to it has"
    what = f"{failed.quoted} takes {counted(takes, 'channel')}, but {source} {comes[at]}: shape {comes}."
    if at == 1 and (joined := joined_elsewhere(scene, failed, comes, takes, 1)) is not None:
        return Diagnosis(what, *joined, card="convolution")
    if failed.is_input and not is_norm:
        cause, line, how = _input_channels(scene, failed, comes, takes, at)
        return Diagnosis(what, cause, line, how, card="convolution")
    own = _norm_of_argument(scene, kind) if is_norm else None
    if own is not None:
        function, was, wanted = own
        return Diagnosis(
            what,
            f"`{function}` makes it with `{was}`, but it stands behind the convolution, which gives `{wanted}` "
            "channels.",
            f"nn.{kind}({wanted})",
            f"In `{function}`, write:",
            card="convolution",
        )
    new = written(failed.layer, **{"num_features" if is_norm else "in_channels": comes[at]})
    return Diagnosis(
        what,
        "It is the first layer: it must be made for as many as come."
        if failed.is_input
        else f"The layer before it gives {counted(comes[at], 'channel')}; the two numbers must be the same.",
        f"{failed.name} = {new}" if failed.name else new,
        "Make this layer for that many" + (":" if failed.is_input else " (or change the layer before):"),
        card="convolution",
    )


def _norm_of_argument(scene: Scene, kind: str) -> tuple[str, str, str] | None:
    """A function of the learner's that makes a norm for what goes into the convolution before: `BatchNorm2d(ni)`."""
    for tree in trees(scene):
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            arguments = {one.arg for one in function.args.args}
            made = [one for one in ast.walk(function) if isinstance(one, ast.Call) and one.args]
            made.sort(key=lambda one: (one.lineno, one.col_offset))
            goes = comes = ""
            for one in made:
                name = last_name(one.func)
                if name in CONVOLUTIONS and len(one.args) > 1:
                    comes, goes = ast.unparse(one.args[0]), ast.unparse(one.args[1])
                given = ast.unparse(one.args[0])
                if name == kind and given == comes != goes and {given, goes} <= arguments:
                    return function.name, f"nn.{kind}({given})", goes
    return None


def _input_channels(scene: Scene, failed: Failing, comes: tuple[int, ...], takes: int, at: int) -> Mended:
    def line(change: str) -> str:
        return failed.called_with(change) or change.format("x")

    come = comes[at]
    if comes[-1] == takes and len(comes) in (3, 4):
        order = "0, 3, 1, 2" if len(comes) == 4 else "2, 0, 1"
        cause = "The channels come last, as in numpy and matplotlib; PyTorch wants channels first (before height)."
        return cause, line(f"{{}}.permute({order})" + ("" if at else "[None]")), "Put the channels first:"
    if len(comes) == 3 and takes == 1:
        cause = "It looks like a batch of grey pictures without a dimension of channels: (n, height, width)."
        return cause, line("{}.unsqueeze(1)"), "Add the dimension for the one channel:"
    expand = "{}.repeat(1, 3, 1, 1)" if at else "{}.repeat(3, 1, 1)"
    if (takes, come) == (3, 1):
        cause = "The pictures are grey (1 channel), the model was made for colour (RGB, 3 channels)."
        if not failed.called_with():
            block = "ImageBlock(cls=PILImage)  # or: vision_learner(dls, resnet18, n_in=1)"
            return cause, block, "Open the pictures in colour, or make the model for one channel:"
        return cause, line(expand), 'Repeat the channel (or open the pictures with `.convert("RGB")`):'
    if (takes, come) == (3, 4):
        cause = "The pictures are RGBA: the 4th channel is transparency. The model was made for RGB."
        cut = "{}[:, :3]" if at else "{}[:3]"
        return cause, line(cut), 'Drop it (or open the pictures with `.convert("RGB")`):'
    if (takes, come) == (1, 3):
        cause = "The pictures are in colour (RGB, 3 channels), the model was made for grey ones (1 channel)."
        if not failed.called_with():
            new = written(failed.layer, in_channels=3)
            if line_of_data := made_with(scene, "img_cls", "PILImageBW"):
                how = (
                    f"Open them in grey and make the Learner again (or make the first layer for 3, `{new}`):"
                )
                return cause, line_of_data, how
            how = "Make the first layer for colour (or open the pictures in grey, `ImageBlock(cls=PILImageBW)`):"
            return cause, new, how
        how = 'Make them grey (in fastai `ImageBlock(cls=PILImageBW)`, in PIL `.convert("L")`):'
        return cause, line(f"{{}}.mean({at}, keepdim=True)"), how
    new = written(failed.layer, in_channels=come)
    cause = "The first layer must be made for as many channels as the pictures have."
    return cause, f"{failed.name} = {new}" if failed.name else new, "Make it for that many:"


# Rank ---------------------------------------------------------------------------------------------------


@rule(RuntimeError, ValueError, needs="torch")
def wrong_rank(scene: Scene) -> Diagnosis | None:
    """A layer for pictures got something with fewer or more dimensions."""
    failed = failing_layer(scene, *CONVOLUTIONS, *NORMS, *POOLS)
    if failed is None or not is_tensor(failed.given) or is_single_picture(failed):
        return None
    kind, comes = type(failed.layer).__name__, shape(failed.given)
    spatial = int(kind[-2])
    allowed = {spatial + 1, spatial + 2} if kind in (*CONVOLUTIONS, *POOLS) else {spatial + 2}
    allowed |= {2} if kind == "BatchNorm1d" else set()
    if len(comes) in allowed:
        return None
    source = f"{failed.first_name} has" if failed.is_input else "what comes to it has"
    what = f"{failed.quoted} (nn.{kind}) takes {max(allowed)} dimensions, but {source} {len(comes)}: shape {comes}."
    return Diagnosis(what, *_mended_rank(scene, failed, kind, comes, max(allowed)), card="rank-and-shape")


def _mended_rank(scene: Scene, failed: Failing, kind: str, comes: tuple[int, ...], wants: int) -> Mended:
    def line(change: str) -> str:
        return failed.called_with(change) or change.format("x")

    fitting = f"{kind[:-2]}{max(len(comes) - 2, 1)}d"
    is_pool = kind in POOLS and len(comes) > wants and not failed.is_input
    if kind.startswith("BatchNorm") or (is_pool and fitting in POOLS):
        cause = f"nn.{kind} is for {wants} dimensions; for {len(comes)} it is nn.{fitting}."
        return cause, *of_another_rank(scene, failed, fitting)
    if len(comes) > wants:
        cause = "There is one dimension too many: a batch dimension was added twice, or a batch was put in a batch."
        if comes[0] == 1:
            return cause, line("{}.squeeze(0)"), "Take the first away:"
        return cause, line("{}.flatten(0, 1)"), "Join the first two to one batch:"
    if len(comes) == 2 and wants == 4 and failed.is_input:
        channels = getattr(failed.layer, "in_channels", 1)
        side = isqrt(comes[1] // channels)
        if side > 3 and channels * side * side == comes[1]:
            cause = f"The pictures were flattened to rows of {comes[1]} numbers; a convolution needs height and width."
            return cause, line(f"{{}}.view(-1, {channels}, {side}, {side})"), "Give them their shape back:"
        cause = "One grey picture (height, width) lacks the dimensions for the batch and the channel."
        return cause, line("{}[None, None]"), "Add both:"
    if len(comes) == 1 and wants == 3 and failed.is_input and getattr(failed.layer, "in_channels", 0) == 1:
        cause = "One signal (length) lacks the dimensions for the batch and the channel."
        return cause, line("{}[None, None]"), "Add both:"
    if len(comes) == 2 and not failed.is_input:
        cause = (
            "It was flattened before: layers for pictures stand before the Flatten, those for rows after it."
        )
        return cause, "", "Move the Flatten behind this layer."
    return "Dimensions are: batch, channels, then height and width (or length).", "", "Add what is missing."


@rule(RuntimeError, needs="torch")
def picture_too_small(scene: Scene) -> Diagnosis | None:
    """The pictures are so small that nothing is left for a layer's kernel."""
    failed = failing_layer(scene, "Conv1d", "Conv2d", *POOLS)
    if failed is None:
        return _functional_pool(scene)
    if not is_tensor(failed.given):
        return None
    own, comes = stored(failed.layer), shape(failed.given)
    spatial = int(type(failed.layer).__name__[-2])
    sizes = comes[-spatial:]
    kernel, padding = _pair(own.get("kernel_size"), spatial), _pair(own.get("padding"), spatial)
    if kernel is None or padding is None or len(comes) < spatial + 1:
        return None
    if not any(size + 2 * pad < k for size, pad, k in zip(sizes, padding, kernel, strict=True)):
        return None
    word = " × ".join(map(str, sizes))
    began = ""
    if is_tensor(failed.first) and len(shape(failed.first)) == 4 and not failed.is_input:
        began = f" The pictures came in with {' × '.join(map(str, shape(failed.first)[2:]))}."
    padded = with_padding(scene, failed)
    return Diagnosis(
        f"The kernel of {failed.quoted}, {' × '.join(map(str, kernel))}, is larger than what comes to it: {word}."
        + began,
        "Each pooling or stride-2 layer halves height and width, and a kernel without padding takes off its edge: "
        "here nothing is left.",
        padded or _larger(failed, kernel),
        "Let the convolutions keep the size, with padding (or use larger pictures, or fewer such layers):"
        if padded
        else "Use larger pictures (`Resize`), fewer such layers, or padding in the convolutions:",
        card="convolution",
    )


def _larger(failed: Failing, kernel: tuple[int, ...]) -> str:
    if type(failed.layer).__name__.startswith("Conv") and failed.is_input:
        new = f"{written(failed.layer)[:-1]}, padding={kernel[0] // 2})"
        return f"{failed.name} = {new}" if failed.name else new
    return failed.called_with("F.interpolate({}, size=(224, 224))") or "item_tfms=Resize(224)"


def _pair(value: object, n: int) -> tuple[int, ...] | None:
    if isinstance(value, int):
        return (value,) * n
    return value if isinstance(value, tuple) and all(isinstance(one, int) for one in value) else None


def _functional_pool(scene: Scene) -> Diagnosis | None:
    done = operation(scene)
    if done is None or not done.name.endswith(("_pool2d", "conv2d")) or not done.operands:
        return None
    x, kernel = done.operands[0], done.given(1, "kernel_size")
    if not x.is_tensor or len(x.shape) < 3 or kernel is None or done.name.startswith("adaptive"):
        return None
    sizes = _pair(kernel.value, 2) if done.name.endswith("pool2d") else None
    if sizes is None or all(size >= k for size, k in zip(x.shape[-2:], sizes, strict=True)):
        return None
    return Diagnosis(
        f"{x.name} has shape {x.shape}: its height and width are smaller than the window of `{done.name}`, {sizes}.",
        "Each pooling or stride-2 layer halves height and width: here nothing is left to pool.",
        "",
        "Use larger pictures (`Resize`) or fewer poolings.",
        card="pooling",
    )
