"""Boxes of torchvision's detection models: two corners, the second one below and to the right."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at
from fastaid.teach.scene import Scene


@rule(AssertionError, ValueError, needs="torchvision")
def without_a_size(scene: Scene) -> Diagnosis | None:
    """Boxes as (x, y, width, height), or boxes of no width."""
    inner = scene.within("torchvision.models.detection", "forward")
    here = scene.here
    call = call_at(here) if here is not None else None
    if inner is None or here is None or call is None or "positive height and width" not in scene.message:
        return None
    node = here.argument(call, 1, "targets")
    given: Any = here.value(node) if node is not None else None
    given = given if isinstance(given, (list, tuple)) else inner.names.get("targets")
    boxes = [one["boxes"] for one in given or () if isinstance(one, dict) and is_tensor(one.get("boxes"))]
    boxes = [one for one in boxes if one.ndim == 2 and one.shape[1] == 4]
    wrong = [
        (i, box.tolist())
        for i, part in enumerate(boxes)
        for box in part
        if bool(box[2] <= box[0]) or bool(box[3] <= box[1])
    ]
    if not wrong:
        return None
    at, box = wrong[0]
    text = ast.unparse(node) if node is not None else "targets"
    what = f"The box {[round(n, 1) for n in box]} of target {at} has no size: its second corner is not below and right."
    is_flat = all(x2 >= x1 and y2 >= y1 for _, (x1, y1, x2, y2) in wrong)
    if is_flat:
        return Diagnosis(
            what,
            f"A box is (x1, y1, x2, y2), two corners, with x1 < x2 and y1 < y2. {counted(len(wrong), 'box', 'boxes')} "
            "here have a width or height of 0.",
            f"for t in {text}:\n"
            "    keep = (t['boxes'][:, 2] > t['boxes'][:, 0]) & (t['boxes'][:, 3] > t['boxes'][:, 1])\n"
            "    t['boxes'], t['labels'] = t['boxes'][keep], t['labels'][keep]",
            "Leave them out (best in the data set):",
        )
    return Diagnosis(
        what,
        "These models take (x1, y1, x2, y2), two corners; yours look like (x, y, width, height), as COCO's files have "
        "them.",
        f"for t in {text}:\n    t['boxes'] = torchvision.ops.box_convert(t['boxes'], 'xywh', 'xyxy')",
        "Turn them to corners (best in the data set):",
        sure="likely",
    )
