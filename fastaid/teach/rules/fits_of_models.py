"""What `model.fit(X, y, epochs=5)` is in fastai: the data as DataLoaders, and a Learner. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import is_array, is_dls, is_of, is_table, is_tensor
from fastaid.teach.rules.in_code import parent
from fastaid.teach.scene import Frame, Scene

PLACES = {0: ("x", "X"), 1: ("y",)}  # as Keras and sklearn call them


def learner_lines(scene: Scene, frame: Frame, node: ast.Attribute) -> list[str]:
    """The lines that make a Learner of what the learner's call gives."""
    call = parent(node)
    call = call if isinstance(call, ast.Call) and call.func is node else None
    dls = next((word for word, held in scene.names.items() if is_dls(held) and word[0] != "_"), "")
    loss, lines = "CrossEntropyLossFlat", []
    if not dls and call is not None:
        texts, targets = zip(*(_given(frame, call, at) for at in PLACES), strict=True)
        if all(texts):
            loss = _loss(targets[1])
            size = _number(frame, call, "batch_size", "bs") or _small(targets[1])
            lines = [
                f"ds = list(zip({texts[0]}, {texts[1]})); n = int(0.8 * len(ds))",
                f"dls = DataLoaders.from_dsets(ds[:n], ds[n:]{f', bs={size}' if size else ''})",
            ]
    return [*lines, f"learn = Learner({dls or 'dls'}, {ast.unparse(node.value)}, loss_func={loss}())"]


def epochs(frame: Frame, node: ast.Attribute) -> int:
    """How many epochs the learner's call asks for."""
    call = parent(node)
    return _number(frame, call, "epochs", "nb_epoch") or 3 if isinstance(call, ast.Call) else 3


def _given(frame: Frame, call: ast.Call, at: int) -> tuple[str, Any]:
    """The inputs or the targets as tensors, in code, with what they are."""
    named = next((one.value for one in call.keywords if one.arg in PLACES[at]), None)
    node = named if named is not None else call.args[at] if at < len(call.args) else None
    held = frame.value(node)
    if node is None:
        return "", None
    text = ast.unparse(node)
    if is_tensor(held) and held.ndim:
        return text, held
    values = f"{text}.values" if is_table(held) or is_of(held, "pandas", "Series") else text
    if not is_array(held) and values == text:
        return "", None
    kind = "float" if at == 0 or _is_float(held) else "long"
    return f"torch.tensor({values}).{kind}()", held


def _is_float(held: Any) -> bool:
    return "float" in str(getattr(held, "dtype", ""))


def _loss(targets: Any) -> str:
    return "MSELossFlat" if _is_float(targets) else "CrossEntropyLossFlat"


def _small(held: Any) -> int:
    """A batch size for data that are fewer than fastai's own batches of 64; 0 for more."""
    n = len(held) * 4 // 5
    return 1 << max(1, (n // 4).bit_length() - 1) if n < 64 else 0


def _number(frame: Frame, call: ast.Call, *names: str) -> int:
    """A whole number given by one of these keywords, 0 where none is."""
    held = next((frame.value(one.value) for one in call.keywords if one.arg in names), 0)
    return held if type(held) is int and held > 0 else 0
