"""A callback of the learner's that reads what the Recorder writes, and runs before it."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import node_at
from fastaid.teach.rules.step import learner_in
from fastaid.teach.scene import Frame, Scene

# When the Recorder of fastai 2.8 writes.
WRITTEN = {
    "values": "after_epoch",
    "losses": "after_batch",
    "lrs": "after_batch",
    "final_record": "after_epoch",
}
# The events of an epoch that come before its end.
# fmt: off
IN_EPOCH = (
    "before_epoch", "before_train", "after_train", "before_validate", "after_validate", "before_batch", "after_pred",
    "after_loss", "before_backward", "after_backward", "before_step", "after_step", "after_batch",
)
# fmt: on


@rule(IndexError, AttributeError, needs="fastai.learner")
def before_the_recorder(scene: Scene) -> Diagnosis | None:
    """`self.recorder.values[-1]` in an after_epoch that is called before the Recorder's own."""
    frame = scene.here
    callback: Any = frame.names.get("self") if frame is not None else None
    if frame is None or not is_of(callback, "fastai.callback.core", "Callback"):
        return None
    learn = stored(callback).get("learn") or learner_in(scene)
    recorder = next(
        (one for one in stored(learn).get("cbs") or () if is_of(one, "fastai.learner", "Recorder")), None
    )
    if recorder is None or callback is recorder:
        return None
    read = _read(scene, frame, learn, recorder)
    if read is None:
        return None
    name, text = read
    event, order = WRITTEN[name], getattr(type(callback), "order", 0)
    kind, after = type(callback).__name__, type(recorder).order
    what = f"`{text}` has nothing in it yet: the Recorder writes it in its own `{event}`."
    if frame.function == event and isinstance(order, int) and order < after:
        return Diagnosis(
            what,
            f"Callbacks run in the order of their `order`: `{kind}` has {order}, the Recorder {after}. So `{kind}` "
            "comes first, each time.",
            f"order = {after + 10}  # the Recorder has {after}",
            f"Let it run after the Recorder. As the first line of the class `{kind}`:",
            card="callbacks",
        )
    if event != "after_epoch" or frame.function not in IN_EPOCH:
        return None
    return Diagnosis(
        what,
        f"`{frame.function}` of an epoch comes before that, so in the first epoch there is nothing, and in "
        "later ones only what the epoch before has left.",
        f"order = {after + 10}  # after the Recorder, which has {after}\ndef after_epoch(self):",
        f"In `{kind}`, write after_epoch in place of {frame.function}, and let it run after the Recorder:",
        card="callbacks",
    )


def _read(scene: Scene, frame: Frame, learn: Any, recorder: Any) -> tuple[str, str] | None:
    """What of the Recorder's was read in vain, with the expression for it."""
    if isinstance(scene.error, AttributeError):
        is_asked = scene.error.name == "final_record" and "final_record" not in stored(learn)
        return ("final_record", "final_record") if is_asked else None
    node = node_at(frame)
    if not isinstance(node, ast.Subscript) or not scene.is_raised_by_learner:
        return None
    held, asked = frame.value(node.value), node.value
    # Of a callback that was given to fit alone, the Learner has been taken away by now.
    if held is UNKNOWN and isinstance(asked, ast.Attribute) and last_name(asked.value) == "recorder":
        held = stored(recorder).get(asked.attr)
    if held is UNKNOWN or type(held) is not list or held:
        return None
    name = next((one for one in WRITTEN if stored(recorder).get(one) is held), "")
    return (name, ast.unparse(node.value)) if name else None
