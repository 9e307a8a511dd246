"""The written meanings: every entry names a live function and argument, and its example runs."""

import functools
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
from fastaid.help.calls import calls_of
from fastaid.help.describe import describe
from fastaid.help.objects import unwrapped
from tests.example_names import example_names

FILES = sorted((Path(fastaid.help.__file__).parent / "meanings").glob("*.json"))
KEYS = {"summary", "parameters", "types", "returns", "example"}


def module_of(file):
    return file.name.removesuffix(".json")


def entries(file):
    return json.loads(file.read_text(encoding="utf-8"))["entries"]


def functions_named(module, name):
    """Every function that an entry may mean: also those that a module patches onto other classes, and inner ones."""
    held = importlib.import_module(module)
    if "<locals>" in name:
        return [name]
    parts = name.split(".")
    try:
        found = held
        for part in parts:
            found = inspect.getattr_static(found, part) if inspect.isclass(found) else getattr(found, part)
        return [found]
    except AttributeError:
        pass
    import gc

    return [
        one
        for one in gc.get_objects()
        if isinstance(one, types.FunctionType)
        and one.__module__ == module
        and (one.__qualname__ == name or one.__qualname__ == f"{name}.__init__")
    ]


def arguments_of(found):
    if isinstance(found, str):
        return None
    if isinstance(found, (staticmethod, classmethod)):
        found = found.__func__
    names = set(describe(found, "it", with_source=False).parameters)
    for call in calls_of(found):
        code = getattr(unwrapped(call.function), "__code__", None)
        if code is not None:
            flags = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
            names |= set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + flags])
    if isinstance(found, functools.partial):
        names |= arguments_of(found.func) or set()
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
def test_every_entry_names_a_live_function_and_argument(file):
    gone = []
    for name, entry in entries(file).items():
        found = functions_named(module_of(file), name)
        if not found:
            gone.append(name)
            continue
        known = [arguments_of(one) for one in found]
        if None in known:
            continue
        every = set().union(*known)
        gone += [
            f"{name}({p})" for p in (*entry.get("parameters", ()), *entry.get("types", ())) if p not in every
        ]
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
