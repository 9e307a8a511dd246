"""The codes of masks: their file, or their number, in place of the list."""

from __future__ import annotations

import ast
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.scene import Scene

MAKERS = ("from_label_func", "MaskBlock")


@rule(TypeError, needs="fastai.vision.core")
def codes_no_list(scene: Scene) -> Diagnosis | None:
    """`codes=path/'codes.txt'`, `MaskBlock(3)`: it wants the list of names."""
    frame = scene.last
    if frame is None or not is_of(frame.names.get("self"), "fastai.vision.core", "AddMaskCodes"):
        return None
    codes = frame.names.get("codes")
    if isinstance(codes, bool) or not isinstance(codes, (Path, int)):
        return None
    is_file = isinstance(codes, Path)
    call, given = _given(scene)
    text = ast.unparse(given) if given is not None else "path/'codes.txt'" if is_file else str(codes)
    new = f"np.loadtxt({text}, dtype=str)" if is_file else f"[f'class_{{i}}' for i in range({text})]"
    is_block = call is None or last_name(call.func) == "MaskBlock"
    return Diagnosis(
        f"`codes` is {f'the name of a file, `{codes}`' if is_file else f'the number {codes}'}, not a list of names.",
        "It is the list of what the numbers in the masks stand for; its length is the number of classes."
        + (" A file is not read by itself." if is_file else ""),
        f"MaskBlock(codes={new})" if is_block or call is None else anew(call, {"codes": new}),
        "Read the file:" if is_file else "Give as many names:",
        card="segmentation",
    )


def _given(scene: Scene) -> tuple[ast.Call | None, ast.expr | None]:
    """The learner's call, and what it gives for the codes."""
    for tree in trees(scene):
        for line in ast.walk(tree):
            for node in ast.iter_child_nodes(line):
                node.parent = line  # type: ignore[attr-defined]
                if not isinstance(node, ast.Call) or last_name(node.func) not in MAKERS:
                    continue
                given = next((one.value for one in node.keywords if one.arg == "codes"), None)
                if given is None and node.args and last_name(node.func) == "MaskBlock":
                    given = node.args[0]
                if given is not None:
                    return node, given
    return None, None
