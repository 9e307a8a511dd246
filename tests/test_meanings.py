"""The written meanings: every entry names a live function and argument, and its example runs."""

import gc
import importlib
import importlib.metadata
import inspect
import json
import os
import re
import types
from pathlib import Path

import pytest

import fastaid.help
from fastaid.help.describe import describe
from tests.example_names import example_names

FILES = sorted((Path(fastaid.help.__file__).parent / "meanings").glob("*.json"))
KEYS = {"summary", "parameters", "types", "returns", "example"}


def module_of(file):
    return file.name.removesuffix(".json")


def entries(file):
    return json.loads(file.read_text(encoding="utf-8"))["entries"]


@pytest.fixture(scope="module")
def defined():
    """Every Python function there is, by module and qualified name: patched and inner ones are in no namespace."""
    for file in FILES:
        importlib.import_module(module_of(file))
    found = {}
    for one in gc.get_objects():
        if type(one) is types.FunctionType and type(one.__module__) is str:
            for code in inner_codes(one.__code__):
                found.setdefault((one.__module__, code.co_qualname), []).append(code)
            found.setdefault((one.__module__, one.__qualname__), []).append(one.__code__)
    return found


def inner_codes(code):
    """A function's code and that of the functions inside it, which exist only once it has been called."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from inner_codes(constant)


NATIVE = {("builtins", "function"): types.FunctionType, ("builtins", "method"): types.MethodType}


def arguments_of(module, name, defined):
    """The arguments that an entry may speak of; None where there is no such function or class."""
    functions = [*defined.get((module, name), ()), *defined.get((module, f"{name}.__init__"), ())]
    names = {"args", "kwargs"}
    for code in functions:
        flags = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
        names |= set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + flags])
    held = NATIVE.get((module, name)) or importlib.import_module(module)
    try:
        for part in name.split(".") if (module, name) not in NATIVE else ():
            held = getattr(held, part)
    except AttributeError:
        return names if functions else None
    names |= set(describe(held, name, with_source=False).parameters)
    if inspect.isclass(held) and hasattr(held, "forward"):
        names |= set(describe(held.forward, "forward", with_source=False).parameters)
    return names


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_a_file_says_what_it_was_checked_with(file):
    held = json.loads(file.read_text(encoding="utf-8"))
    assert set(held) == {"checked_with", "entries"}
    package, version = held["checked_with"].split(" ")
    assert re.fullmatch(r"\d+(\.\w+)+", version)
    assert package == "Python" or importlib.metadata.version(package)
    for name, entry in held["entries"].items():
        assert set(entry) <= KEYS, name
        assert all(
            text.strip() and not text.endswith(" ") for text in entry.get("parameters", {}).values()
        ), name


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_every_entry_names_a_live_function_and_argument(file, defined):
    gone = []
    for name, entry in entries(file).items():
        known = arguments_of(module_of(file), name, defined)
        if known is None:
            gone.append(name)
        else:
            told = (*entry.get("parameters", ()), *entry.get("types", ()))
            gone += [f"{name}({p})" for p in told if p not in known]
    assert gone == []


@pytest.mark.parametrize(
    "file", [f for f in FILES if any("example" in e for e in entries(f).values())], ids=module_of
)
def test_every_example_runs(file, tmp_path, monkeypatch):
    """Each in names of its own; what needs the network says so on its first line and is not run."""
    import matplotlib.pyplot as plt

    failed = []
    for name, entry in entries(file).items():
        code = "\n".join(entry.get("example", ()))
        if not code or "# needs the network" in code:
            continue
        folder = tmp_path / re.sub(r"\W", "_", name)
        folder.mkdir()
        monkeypatch.chdir(folder)
        names = example_names(module_of(file), folder)
        try:
            exec(code, names)
        except (Exception, SystemExit) as error:  # noqa: BLE001
            failed.append(f"{name}: {type(error).__name__}: {error}")
        plt.close("all")
    os.chdir(tmp_path)
    assert failed == []
