"""Layers for signals and sequences, Conv1d and BatchNorm1d, and what comes to them in another shape."""

from __future__ import annotations

import ast

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.layer_calls import Failing, written
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Scene

KINDS = ("Conv1d", "ConvTranspose1d", "BatchNorm1d")
TURNING = "class Turn(nn.Module):\n    def forward(self, x): return x.transpose(1, 2)"


def of_a_signal(scene: Scene, failed: Failing, comes: tuple[int, ...], takes: int) -> Diagnosis | None:
    """Why the channels of a layer for signals are others than those that come; None where that is not known."""
    kind = type(failed.layer).__name__
    if kind not in KINDS:
        return None
    if len(comes) == 3 and comes[2] == takes:
        return _channels_last(scene, failed, kind, comes, takes)
    if kind == "BatchNorm1d":
        is_row = len(comes) == 2 and takes == 1 and failed.is_input
        return _without_channel(scene, failed, comes) if is_row else None
    if len(comes) == 2 and takes == 1:
        return _without_channel(scene, failed, comes)
    return (
        _one_signal(scene, failed, comes, takes)
        if len(comes) == 2
        else _of_more_channels(failed, comes, takes)
    )


def _name(failed: Failing) -> str:
    return failed.first_name if failed.is_input else "what comes to it"


def _changed(scene: Scene, failed: Failing, change: str) -> str:
    """The learner's call of the network, or of the layer in a forward, with what it is given changed."""
    if failed.is_input and failed.called_with():
        return failed.called_with(change)
    for frame in reversed(scene.frames):
        call = frame.call
        if call is not None and len(call.args) == 1 and frame.value(call.func) is failed.layer:
            given = call.args[0]
            text = ast.unparse(given)
            text = f"({text})" if isinstance(given, (ast.BinOp, ast.UnaryOp)) else text
            return f"{ast.unparse(call.func)}({change.format(text)})"
    return ""


def _channels_last(scene: Scene, failed: Failing, kind: str, comes: tuple[int, ...], takes: int) -> Diagnosis:
    what = (
        f"{failed.quoted} takes {counted(takes, 'channel')}, as (n, {takes}, length), but {_name(failed)} has shape "
        f"{comes}."
    )
    cause = f"Here the {takes} come last, as embeddings and nn.LSTM give them; nn.{kind} wants them in the middle."
    is_norm = kind == "BatchNorm1d"
    line = _changed(scene, failed, "{}.transpose(1, 2)")
    if line:
        line += ".transpose(1, 2)" if is_norm else ""
        how = "Exchange the last two dimensions" + (" before it and after it:" if is_norm else " first:")
        return Diagnosis(what, cause, line, how, card="convolution")
    how = "Put a layer that exchanges the last two dimensions before it" + (
        " and after it:" if is_norm else ":"
    )
    return Diagnosis(what, cause, TURNING, how, card="convolution")


def _without_channel(scene: Scene, failed: Failing, comes: tuple[int, ...]) -> Diagnosis:
    kind, (n, length) = type(failed.layer).__name__, comes
    taken = f"{n} channels of one signal" if kind != "BatchNorm1d" else f"{n} items with {length} channels"
    what = f"{_name(failed)} has shape {comes}: the dimension of channels is missing.".removeprefix(" ")
    cause = (
        f"{failed.quoted} takes 1 channel, so it wants (n, 1, length). The {n} rows of {length} numbers were taken "
        f"for {taken}."
    )
    line = _changed(scene, failed, "{}.unsqueeze(1)")
    if not line:
        learn = learner_in(scene)
        name = f"{learner_name(scene, learn)}.model" if learn is not None else "model"
        line = f"{name} = nn.Sequential(nn.Unflatten(1, (1, -1)), {name})"
    return Diagnosis(
        what[:1].upper() + what[1:],
        cause,
        line,
        f"Add the dimension, which gives ({n}, 1, {length}):",
        card="rank-and-shape",
    )


def _one_signal(scene: Scene, failed: Failing, comes: tuple[int, ...], takes: int) -> Diagnosis:
    """Two dimensions that are not a batch of signals with one channel."""
    kind = type(failed.layer).__name__
    what = f"{failed.quoted} takes {takes} channels, as (n, {takes}, length), but {_name(failed)} has shape {comes}."
    cause = f"nn.{kind} takes two dimensions for a single signal: {comes[0]} channels of length {comes[1]}."
    line = _changed(scene, failed, "{}.T") if comes[1] == takes else ""
    if line:
        how = "If the rows are the steps of one signal, turn it (for rows that are items, nn.Linear is the layer):"
        return Diagnosis(what, cause, line, how, sure="likely", card="convolution")
    return Diagnosis(what, cause, "", f"Give it the shape (n, {takes}, length).", card="convolution")


def _of_more_channels(failed: Failing, comes: tuple[int, ...], takes: int) -> Diagnosis | None:
    if not failed.is_input:
        return None
    new = written(failed.layer, in_channels=comes[1])
    return Diagnosis(
        f"{failed.quoted} takes {counted(takes, 'channel')}, but {_name(failed)} has {comes[1]}: shape {comes}.",
        f"The shape is read as (n, channels, length): {comes[0]} signals with {counted(comes[1], 'channel')} each.",
        f"{failed.name} = {new}" if failed.name else new,
        "Make the first layer for that many:",
        card="convolution",
    )
