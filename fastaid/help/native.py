"""What can be read where the code that runs is C++: a readable version in Python, or PyTorch's own declaration."""

from __future__ import annotations

import ast
import linecache
import os
import re
import sys
import textwrap
from functools import cache
from importlib import resources
from typing import Any

from fastaid.facts.symbol import Code
from fastaid.help.objects import code_of, loaded, quietly, stored, unwrapped
from fastaid.help.sources import source_of

ROOMS = ("linalg", "fft", "special", "nn.functional")
OURS = "a readable version in Python, tested to give what torch gives; the code that runs is C++"
REFERENCE = "PyTorch's reference implementation in Python, not the code that runs (C++)"
DECLARED = "PyTorch's declaration of the operator; the code that runs is C++ and not on this machine"
DECLARATIONS = "packaged/ATen/native/native_functions.yaml"
DERIVATIVES = "packaged/autograd/derivatives.yaml"


def native_source(
    key: str,  # the public name: "torch.matmul", "torch.Tensor.add_"
) -> Code | None:
    """The most readable text there is for a function of torch's that is written in C++; None for other libraries."""
    if not key.startswith("torch.") or loaded("torch") is None:
        return None
    name = key.rsplit(".", 1)[-1]
    found = _own(key) or _reference(key, name)
    if found is None and name.endswith("_") and not name.endswith("__"):
        # Documented by torch as the same function, with the result written into the tensor.
        twin = key.removesuffix("_")
        found = _own(twin) or _reference(twin, name.removesuffix("_"))
        if found is not None:
            found = Code(
                found.text,
                found.path,
                found.line,
                f"`{twin}`, which gives what this one writes in place; {found.note}",
            )
    return found or _declaration(key, name)


# -- our own ---------------------------------------------------------------------------------------


@cache
def _own_functions() -> dict[str, tuple[str, str, int]]:
    """The functions of `help/references`, read as text: public name -> (source, path, line)."""
    found: dict[str, tuple[str, str, int]] = {}
    folder = resources.files("fastaid.help") / "references"
    for file in sorted(folder.iterdir(), key=lambda one: one.name) if folder.is_dir() else ():
        if not file.name.endswith(".py"):
            continue
        text = file.read_text(encoding="utf-8")
        tree, lines = ast.parse(text), text.splitlines()
        bodies = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for node in tree.body:
            if (
                not isinstance(node, ast.AnnAssign)
                or node.value is None
                or ast.unparse(node.target) != "IMPLEMENTS"
            ):
                continue
            for public, local in ast.literal_eval(node.value).items():
                body = bodies[local]
                source = "\n".join(lines[body.lineno - 1 : body.end_lineno])
                found[public] = (source, str(file), body.lineno)
    return found


def _own(key: str) -> Code | None:
    for candidate in _names(key):
        found = _own_functions().get(candidate)
        if found is not None:
            return Code(found[0], found[1], found[2], OURS)
    return None


def _names(key: str) -> tuple[str, ...]:
    """The public names that stand for the same operator: a tensor's method is the function of that name."""
    name = key.rsplit(".", 1)[-1]
    if key.split(".")[1] in ROOMS[:3]:  # torch.linalg.norm is another function than torch.norm
        return (key,)
    return (key, f"torch.{name}", f"torch.Tensor.{name}", f"torch.nn.functional.{name}")


# -- PyTorch's references --------------------------------------------------------------------------


def _reference(key: str, name: str) -> Code | None:
    for candidate in quietly(lambda: _candidates(key, name), []) or []:
        function = unwrapped(candidate)
        if code_of(function) is None:
            continue
        source = source_of(function)
        if source is not None and _teaches(source.text, name):
            return Code(source.text, source.path, source.line, REFERENCE)
    return None


def _candidates(key: str, name: str) -> list[Any]:
    import torch
    import torch._refs

    parts = key.split(".")
    room = ".".join(parts[1:-1])
    rooms = [room] if room in ROOMS else ["", "nn.functional"]
    found = []
    for one in rooms:
        module = sys.modules.get(f"torch._refs.{one}".rstrip("."))
        found.append(stored(module).get(name) if module is not None else None)
    table = stored(sys.modules.get("torch._decomp")).get("decomposition_table", {})
    operator = f"{room}_{name}" if room in ROOMS[:3] else name
    packet = getattr(torch.ops.aten, operator, None)
    for overload in packet.overloads() if packet is not None else ():
        found.append(table.get(getattr(packet, overload)))
    return [one for one in found if one is not None]


def _teaches(text: str, name: str) -> bool:
    """Whether the body has steps of its own: one that only calls a primitive has nothing to learn from."""
    tree = quietly(lambda: ast.parse(textwrap.dedent(text)))
    function = next((n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)), None) if tree else None
    if function is None or function.name.strip("_") != name.strip("_"):
        return False
    body = [n for n in function.body if not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))]
    only = ast.unparse(body[0]) if len(body) == 1 else ""
    return bool(body) and not re.match(
        r"(return )?(prims|torch\.ops|aten|_make_\w+|self\.\w+\()\b|pass", only
    )


# -- the declaration -------------------------------------------------------------------------------


def _declaration(key: str, name: str) -> Code | None:
    """The operator as native_functions.yaml declares it, with its derivative: what every build of torch starts from."""
    torch = loaded("torch")
    home = os.path.join(os.path.dirname(os.path.dirname(torch.__file__)), "torchgen")
    room = key.split(".")[1]
    operator = f"{room}_{name}" if room in ROOMS[:3] else name
    path = os.path.join(home, DECLARATIONS)
    line = _starts(path, "- func: ").get(operator, 0)
    if not line:
        return None
    text = _item(path, line)
    gradients = os.path.join(home, DERIVATIVES)
    at = _starts(gradients, "- name: ").get(operator, 0)
    if at:
        text += "\n# its derivative (derivatives.yaml)\n" + _item(gradients, at)
    return Code(text, path, line, DECLARED)


@cache
def _starts(path: str, mark: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for i, line in enumerate(linecache.getlines(path), 1):
        if line.startswith(mark):
            found.setdefault(re.split(r"[.(]", line[len(mark) :])[0], i)
    return found


def _item(path: str, line: int) -> str:
    kept = [linecache.getline(path, line)]
    for i in range(line + 1, line + 40):
        text = linecache.getline(path, i)
        if not text.startswith("  "):
            break
        kept.append(text)
    return "".join(kept).rstrip()
