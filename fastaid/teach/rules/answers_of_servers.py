"""A server's answer that is no result: it tells an error, under other keys than the ones asked for."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import cut, node_at, origin, replaced, shown, text_of
from fastaid.teach.scene import Scene

TOLD = ("message", "error", "errors", "error_message", "errorMessage", "error_description", "detail", "Error Message",
        "errorType", "msg", "reason", "Note", "Information")  # fmt: skip
READ = ("json", "loads", "urljson")


@rule(KeyError)
def error_in_an_answer(scene: Scene) -> Diagnosis | None:
    """`requests.get(url).json()['value']` where the server answered {"message": "invalid key"}."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Name):
        return None
    held, key = frame.value(node.value), frame.value(node.slice)
    made = origin(scene, frame, node.value.id)
    is_read = isinstance(made, ast.Call) and text_of(made.func).rpartition(".")[2] in READ
    if not is_read or type(held) is not dict or not isinstance(key, str) or key in held or len(held) > 8:
        return None
    words = [one for one in TOLD if one in held]
    told = next((text for one in words if (text := _text(held[one])) and " " in text), "")
    is_error = any("error" in str(one).lower() for one in held) or set(held) <= {
        *TOLD,
        "status",
        "code",
        "statusCode",
    }
    if not told or not is_error or str(held.get("status", "")).lower() in ("success", "ok", "200"):
        return None
    name = node.value.id
    return Diagnosis(
        f"The answer `{name}` has no {key!r}. It says: {cut(told)}.",
        f"Its keys are {shown(held)}: the server has sent a message in place of the data that was asked for.",
        f"print({name})",
        "Read the whole answer, and mend what it speaks of in the request (the address, a key, a value):",
    )


@rule(TypeError, AttributeError)
def answer_not_read(scene: Scene) -> Diagnosis | None:
    """`r = requests.get(url)`, and then `r['data']` or `json.loads(r)`."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None:
        return None
    part: ast.expr | None = None
    if isinstance(node, ast.Subscript):
        part = node.value
    elif (
        isinstance(node, ast.Call)
        and node.args
        and text_of(node.func).rpartition(".")[2] in ("loads", "DataFrame")
    ):
        part = node.args[0]
    held = frame.value(part)
    if part is None or not is_of(held, "requests", "Response"):
        return None
    text = text_of(part)
    is_loads = isinstance(node, ast.Call) and text_of(node.func).endswith("loads")
    return Diagnosis(
        f"`{text}` is the server's whole answer (a Response), not the data in it.",
        "The data has to be read out of it: `.json()` gives dicts and lists, `.text` a text.",
        replaced(frame, node if is_loads else part, f"{text}.json()"),
        "Write:",
    )


def _text(held: Any) -> str:
    if isinstance(held, dict):
        held = next((held[one] for one in TOLD if one in held), "")
    if isinstance(held, list) and held:
        return _text(held[0])
    return held.strip() if isinstance(held, str) else ""
