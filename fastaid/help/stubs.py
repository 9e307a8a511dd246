"""Signatures of functions written in C: torch's stubs and operator schemas, and live ones."""

from __future__ import annotations

import ast
import inspect
import linecache
import os
import re
import textwrap
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import Any

from fastaid.facts.symbol import Kind, Parameter, Signature
from fastaid.help.calls import annotation
from fastaid.help.heads import head_signatures
from fastaid.help.objects import (
    BUILTIN_TYPES,
    is_a,
    is_class,
    is_native,
    loaded,
    module_of,
    name_of,
    quietly,
    stored,
    words,
)

FUNCTIONS, TENSOR, FUNCTIONAL, NN = (
    "_C/_VariableFunctions.pyi", "_C/__init__.pyi", "nn/functional.pyi", "_C/_nn.pyi",
)  # fmt: skip
ROOMS = {"torch._C._linalg": "linalg", "torch._C._fft": "fft", "torch._C._special": "special"}
# What a schema calls an int.
ODD_TYPES = {
    "dtype": "dtype | None", "layout": "layout | None", "device": "device | None",
    "memory_format": "memory_format | None",
}  # fmt: skip
SHORT_TYPES = (
    (r" \| (?:torch\.)?Sym(?:Int|Float|Bool)\b", ""),
    (r"\btorch\.SymInt\b", "int"),
    (r"\b_(int|float|bool|complex)\b", r"\1"),
    (r"\b_(dtype|device|layout|qscheme)\b", r"\1"),
    (r"\bbuiltins\.", ""),
    (r"\bSymInt\b", "int"),
    (r"\b_size\b", "tuple[int, ...]"),
    (r"\bOptional\[([^\[\]]+)\]", r"\1 | None"),
    (r"\bDeviceLikeType\b", "device | str"),
    (r"\bNoneType\b", "None"),
    (r"\bnumber\b", "Number"),
    (r"\b(?:[a-z_]\w*\.)+([A-Z]\w*)", r"\1"),
)


def torch_key(obj: Any) -> str:
    """The public name of a function of torch's C code: "torch.linalg.norm", "torch.Tensor.add_"; "" for others."""
    torch = loaded("torch")
    if torch is None:
        return ""
    owner = getattr(obj, "__objclass__", None) if is_a(obj, *BUILTIN_TYPES) else None
    name = name_of(obj).rsplit(".", 1)[-1] if not is_class(obj) else ""
    if not name:
        return ""
    if owner is not None or is_named_tensor(obj):
        return f"torch.Tensor.{name}" if owner is None or issubclass(torch.Tensor, owner) else ""
    module = module_of(obj)
    room = ROOMS.get(module)
    if room and name.startswith(room + "_"):
        return f"torch.{room}.{name.removeprefix(room + '_')}"
    if module == "torch._C._nn" or module.startswith("torch._C"):
        functional = loaded("torch.nn.functional")
        held = stored(functional) if functional is not None else {}
        name = next(
            (n for n in (name, *held) if held.get(n) is obj), name
        )  # F.logsigmoid is log_sigmoid inside
        if held.get(name) is obj:
            return f"torch.nn.functional.{name}"
    if stored(torch).get(name) is obj:
        return f"torch.{name}"
    functional = loaded("torch.nn.functional")
    if functional is not None and stored(functional).get(name) is obj:
        return f"torch.nn.functional.{name}"
    return ""


def is_named_tensor(obj: Any) -> bool:
    """Whether it is a C method bound to a tensor; the tensor itself is not touched."""
    torch, held = loaded("torch"), getattr(obj, "__self__", None)
    return torch is not None and held is not None and torch.Tensor in type(held).__mro__


def native_signatures(
    obj: Any,
    key: str,  # its public name where it is torch's
    is_bound: bool,  # whether its first argument is filled already
) -> tuple[Signature, ...]:
    """Every way to call a thing without Python source; empty where nothing on this machine says."""
    if key.startswith("torch."):
        found = _torch_signatures(obj, key)
        if found:
            return found
    live = quietly(lambda: inspect.signature(obj)) if is_native(type(obj)) else None
    if live is not None:
        parameters = [of_live(p) for p in live.parameters.values()]
        if parameters and parameters[0].name in ("self", "cls", "type", "$self", "$cls", "$module"):
            parameters = parameters[1:]
        is_told = any(p.kind not in ("var-positional", "var-keyword") for p in parameters) or not parameters
        if is_told:
            return (Signature(tuple(parameters)),)
    return head_signatures(obj)


def _torch_signatures(obj: Any, key: str) -> tuple[Signature, ...]:
    name = key.rsplit(".", 1)[-1]
    if key.startswith("torch.Tensor."):
        places = [(TENSOR, "TensorBase")]
    elif key.startswith("torch.nn.functional."):
        places = [(FUNCTIONAL, ""), (NN, ""), (FUNCTIONS, "")]
    elif key.count(".") == 1:
        places = [(FUNCTIONS, ""), (TENSOR, "")]
    else:
        places = []
    for file, cls in places:
        found = stub(file, cls, name)
        if found:
            return found
    if key.count(".") == 2 and key.split(".")[1] in ROOMS.values():
        return _distinct(_schemas(f"{key.split('.')[1]}_{name}")) or head_signatures(obj, name)
    return head_signatures(obj, name) or _distinct(_schemas(name))


def class_stub(cls: type) -> tuple[Signature, ...]:
    """How a class of torch's C code is made, by its stub."""
    if module_of(cls) in ("torch", "torch._C"):
        return stub(TENSOR, name_of(cls), "__init__") or stub(TENSOR, name_of(cls), "__new__")
    return ()


@cache
def _index(path: str) -> dict[tuple[str, str], list[int]]:
    """The lines of each `def` in a stub, by (class or "", name)."""
    found: dict[tuple[str, str], list[int]] = {}
    cls = ""
    for i, line in enumerate(linecache.getlines(path)):
        match = re.match(r"(    )?def (\w+)|class (\w+)", line)
        if match is None:
            continue
        if match[3]:
            cls = match[3]
            continue
        cls = cls if match[1] else ""
        found.setdefault((cls, match[2]), []).append(i)
    return found


@lru_cache(maxsize=1024)
def stub(file: str, cls: str, name: str) -> tuple[Signature, ...]:
    """The overloads of a function in one of torch's stubs."""
    torch = loaded("torch")
    path = os.path.join(os.path.dirname(torch.__file__), file) if torch is not None else ""
    if not os.path.isfile(path):
        return ()
    lines = linecache.getlines(path)
    return _distinct(
        tuple(
            _of_tree(tree, bool(cls))
            for start in _index(path).get((cls, name), ())
            if (tree := _definition(lines, start))
        )
    )


def _definition(lines: list[str], start: int) -> ast.FunctionDef | None:
    for end in range(start + 1, min(start + 60, len(lines)) + 1):
        if lines[end - 1].rstrip().endswith((": ...", ":")):
            text = textwrap.dedent("".join(lines[start:end]))
            tree = quietly(partial(ast.parse, text if text.rstrip().endswith("...") else text + "    ..."))
            if isinstance(tree, ast.Module) and isinstance(tree.body[0], ast.FunctionDef):
                return tree.body[0]
    return None


def _of_tree(tree: ast.FunctionDef, is_method: bool) -> Signature:
    parameters = list(of_arguments(tree.args))
    is_static = any(getattr(d, "id", "") == "staticmethod" for d in tree.decorator_list)
    if is_method and parameters and parameters[0].name in ("self", "cls") and not is_static:
        parameters = parameters[1:]
    return Signature(tuple(parameters), returns=short_type(tree.returns) if tree.returns else "")


def of_arguments(arguments: ast.arguments) -> Iterator[Parameter]:
    """A definition's arguments as facts."""
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for i, (one, default) in enumerate(zip(positional, defaults, strict=True)):
        # A stub spells a Python keyword with an underscore: Tensor.uniform_(from=0).
        kind: Kind = "positional-only" if i < len(arguments.posonlyargs) else "positional"
        yield _of_ast(one, default, kind)
    if arguments.vararg:
        yield _of_ast(arguments.vararg, None, "var-positional")
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _of_ast(one, default, "keyword-only")
    if arguments.kwarg:
        yield _of_ast(arguments.kwarg, None, "var-keyword")


def _of_ast(one: ast.arg, default: ast.expr | None, kind: Kind) -> Parameter:
    shown = None if default is None else ast.unparse(default)
    return Parameter(one.arg, kind, shown, short_type(one.annotation) if one.annotation else "")


def short_type(annotation: ast.expr) -> str:
    """A stub's annotation in a learner's words."""
    is_text = isinstance(annotation, ast.Constant) and isinstance(annotation.value, str)
    return shorter(annotation.value if is_text else ast.unparse(annotation))  # type: ignore[attr-defined]


def shorter(text: str) -> str:
    """A type without module paths, private names and the spellings of before Python 3.10."""
    for pattern, word in SHORT_TYPES:
        text = re.sub(pattern, word, text)
    parts = text.split(" | ") if "[" not in text else [text]
    return " | ".join(dict.fromkeys(parts))


def of_live(parameter: inspect.Parameter) -> Parameter:
    """A parameter of `inspect.signature` as a fact."""
    kinds: dict[Any, Kind] = {
        parameter.POSITIONAL_ONLY: "positional-only",
        parameter.POSITIONAL_OR_KEYWORD: "positional",
        parameter.VAR_POSITIONAL: "var-positional",
        parameter.KEYWORD_ONLY: "keyword-only",
        parameter.VAR_KEYWORD: "var-keyword",
    }
    default = None if parameter.default is parameter.empty else words(parameter.default)
    kind = (
        "" if parameter.annotation in (parameter.empty, None) else shorter(annotation(parameter.annotation))
    )
    kind = "" if kind == "None" else kind  # TorchScript's BroadcastingList2[int] is None at run time
    return Parameter(parameter.name, kinds[parameter.kind], default, kind)


def _distinct(signatures: tuple[Signature, ...]) -> tuple[Signature, ...]:
    """Overloads that differ only in a type's spelling are one to a reader."""
    found: dict[tuple[object, ...], Signature] = {}
    for signature in signatures:
        found.setdefault(tuple((p.name, p.kind, p.default) for p in signature.parameters), signature)
    return tuple(found.values())


def _schemas(name: str) -> tuple[Signature, ...]:
    """The operator's own schemas; what the runtime accepts, where docstrings differ."""
    torch = loaded("torch")
    schemas = quietly(lambda: torch._C._jit_get_schemas_for_operator(f"aten::{name}"), []) or []
    has_out = any(arg.is_out for schema in schemas for arg in schema.arguments)
    found = []
    for schema in schemas:
        if any(arg.is_out for arg in schema.arguments) or schema.overload_name.endswith("out"):
            continue
        parameters = [
            Parameter(
                "input" if arg.name == "self" else arg.name,
                "keyword-only" if arg.kwarg_only else "positional",
                quietly(partial(_schema_default, arg)),
                ODD_TYPES.get(arg.name) or shorter(str(arg.type).replace("List[int]", "tuple[int, ...]")),
            )
            for arg in schema.arguments
        ]
        if has_out:
            parameters.append(Parameter("out", "keyword-only", "None", "Tensor | None"))
        returned = ", ".join(str(one.type) for one in schema.returns)
        found.append(Signature(tuple(parameters), returned if len(schema.returns) == 1 else f"({returned})"))
    return tuple(found)


def _schema_default(arg: Any) -> str | None:
    return repr(arg.default_value) if arg.has_default_value() else None
