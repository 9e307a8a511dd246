"""Lines for a computer that may have no GPU, and for tensors that are to move along. No rules of its own."""

from __future__ import annotations

import ast
import inspect

from fastaid.teach.objects import is_tensor
from fastaid.teach.rules.devices_moved import statement_around
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame

IF = "torch.cuda.is_available()"
# What stands in for an answer.
WITHOUT = {
    "get_device_name": "'cpu'", "device_count": "0", "current_device": "None", "get_device_properties": "None",
    "memory_allocated": "0", "mem_get_info": "(0, 0)", "get_device_capability": "(0, 0)",
}  # fmt: skip
LONGEST = 110
LONGEST_LINE = 160


def asks_cuda(call: ast.Call) -> bool:
    """Whether it is a question or an order to `torch.cuda` itself."""
    return ast.unparse(call.func).startswith("torch.cuda.")


def guarded(call: ast.Call) -> str:
    """The statement of the call, for GPUs alone; "" where it is long."""
    line = statement_around(call)
    name = ast.unparse(call.func).rpartition(".")[2]
    if isinstance(line, ast.Assign) and line.value is call:
        target = " = ".join(ast.unparse(one) for one in line.targets)
        first = f"{target} = {ast.unparse(call)} if {IF} else {WITHOUT.get(name, 'None')}"
    elif isinstance(line, ast.Expr):
        first = f"if {IF}: {ast.unparse(line)}"
    else:
        first = f"{ast.unparse(call)} if {IF} else {WITHOUT.get(name, 'None')}"
    return first if len(first) <= LONGEST and "\n" not in first else ""


def as_buffer(
    frame: Frame,
    name: str,  # "self.mean"
    other: str,  # what it is calculated with: "x"
) -> tuple[str, str]:
    """The line of `__init__` that keeps a tensor as a buffer, and the words that go with it."""
    word, kind = name.removeprefix("self."), type(frame.names.get("self"))
    method = inspect.getattr_static(kind, "__init__", None)
    node = source_of(method) if inspect.isfunction(method) else None
    for line in ast.walk(node) if node is not None else ():
        if isinstance(line, ast.Assign) and [ast.unparse(one) for one in line.targets] == [name]:
            made = f'self.register_buffer("{word}", {ast.unparse(line.value)})'
            if len(made) <= LONGEST_LINE and "\n" not in made:
                return made, (
                    f"In __init__, in place of `{name} = …`, store it as a buffer, which moves along (and make the "
                    "model anew):"
                )
    other = other or next((word for word, held in frame.names.items() if is_tensor(held)), "x")
    return f"{name}.to({other}.device)", f"In `{frame.function}`, take it along to the device of `{other}`:"
