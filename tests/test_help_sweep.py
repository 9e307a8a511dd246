"""Anything may be asked about: nothing raises, hangs, or wakes what it looks at."""

import contextlib
import importlib
import random
import sys
import types

import pytest

from fastaid.help.describe import describe
from fastaid.help.expressions import Unresolved, resolve
from fastaid.render.symbol import bundle

PACKAGES = (
    "argparse", "asyncio", "collections", "concurrent.futures", "contextlib", "dataclasses", "datetime",
    "decimal", "email", "enum", "fractions", "functools", "http", "inspect", "io", "itertools", "json", "logging",
    "multiprocessing", "numpy", "operator", "os", "pandas", "pathlib", "PIL.Image", "random", "re", "shutil",
    "socket", "sqlite3", "statistics", "string", "subprocess", "tempfile", "threading", "tokenize", "torch",
    "torchvision", "typing", "unittest", "urllib", "uuid", "xml", "zipfile", "IPython", "ipykernel",
    "jupyter_client", "matplotlib", "scipy", "sklearn", "traitlets", "fastai.vision.all", "fastcore.all",
    "plum", "rich", "psutil", "requests", "pygments", "griffe",
)  # fmt: skip
SWEPT = 1_500


def objects():
    """What the packages hold, two levels deep, in an order that a seed gives."""
    found = []
    for package in PACKAGES:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        for name in sorted(vars(module)):
            held = vars(module)[name]
            found.append((f"{package}.{name}", held))
            if isinstance(held, type) or (
                isinstance(held, types.ModuleType) and held.__name__.startswith(package)
            ):
                found += [(f"{package}.{name}.{member}", vars(held)[member]) for member in sorted(vars(held))]
    random.Random(20240).shuffle(found)
    return found


def test_objects_of_fifty_packages_are_described():
    swept = objects()[:SWEPT]
    assert len(swept) == SWEPT
    before = set(sys.modules)
    for name, held in swept:
        facts = describe(held, name)
        shown = bundle(facts, with_source=True)
        assert shown.text, name
        assert shown.html, name
    new = {module.split(".")[0] for module in set(sys.modules) - before} - set(sys.stdlib_module_names)
    assert new <= {"griffe", "pygments", "fastcore", "fastaid"}  # ours, and nobody's lazy module


class Woken(Exception):
    """Some code of the object ran."""


def wake(*args, **kwargs):
    raise Woken


def odd_things():
    """Objects that raise when anything of theirs is used; made here, for pytest looks at what a module holds."""

    class Everything:
        __getattr__ = __repr__ = __str__ = __len__ = __iter__ = __bool__ = __eq__ = __hash__ = __dir__ = wake
        __format__ = __contains__ = __index__ = __int__ = __float__ = __enter__ = __call__ = wake
        __class__ = __doc__ = __dict__ = __wrapped__ = __signature__ = __name__ = __module__ = property(wake)
        costly = property(wake)

    class Attribute:
        __getattr__ = wake  # answers to every name, as mocks and lazy proxies do

    class Meta(type):
        __getattr__ = __repr__ = __instancecheck__ = wake
        lazy = property(wake)

    class Metaclassed(metaclass=Meta):
        def method(self, a): ...

    class Slotted:
        __slots__ = ("a",)

    class Listed(list):
        __repr__ = wake

    def odd_defaults(a=Everything(), b=[Everything()], *, c={"k": Everything()}): ...  # noqa: B006, B008

    class Slots(metaclass=type("Unsure", (type,), {"__bool__": wake})):
        __slots__ = ("a",)

    unnamed = type("Unnamed", (), {"__doc__": 3, "__module__": None})
    return {
        "instance": Everything(), "class": Everything, "proxy": Attribute(), "metaclassed": Metaclassed,
        "of a metaclassed": Metaclassed(), "method": vars(Metaclassed)["method"], "slots": Slotted(),
        "defaults": odd_defaults, "list": Listed([1]), "in a list": [Everything()], "in a dict": {"a": Everything()},
        "in a tuple": (Everything(),), "module": types.ModuleType("lazy"), "property": vars(Everything)["costly"],
        "namespace": types.SimpleNamespace(a=Everything()), "lambda": lambda: Everything(), "unnamed": unnamed,
        "of an unnamed": unnamed(), "iterator": iter([]), "generator": (i for i in ()), "no": NotImplemented,
        "ellipsis": ..., "object": object(), "nan": float("nan"), "huge": 10**4000, "long": "x" * 10**6,
        "bytes": b"\xff" * 100, "range": range(10**12), "view": memoryview(b""), "type": type, "bare": property(),
        "computed oddly": property(Everything(), doc=""), "slot of an unsure": vars(Slots)["a"],
        "wrapping": types.SimpleNamespace(__wrapped__=Everything()),
        "named oddly": types.SimpleNamespace(__name__=Everything(), __module__=Everything(), __doc__=Everything()),
    }  # fmt: skip


ODD = (
    "instance", "class", "proxy", "metaclassed", "of a metaclassed", "method", "slots", "defaults", "list",
    "in a list", "in a dict", "in a tuple", "module", "property", "namespace", "lambda", "unnamed", "of an unnamed",
    "iterator", "generator", "no", "ellipsis", "object", "nan", "huge", "long", "bytes", "range", "view", "type",
    "bare", "computed oddly", "slot of an unsure", "wrapping", "named oddly",
)  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_nothing_of_an_object_is_woken(name):
    things = odd_things()
    assert set(things) == set(ODD)
    shown = bundle(describe(things[name], "it"), with_source=True)
    assert shown.text
    assert len(shown.text) < 100_000


def test_a_lazy_module_is_not_loaded(tmp_path, monkeypatch):
    import importlib.util

    (tmp_path / "costly_to_load.py").write_text(
        "'Costly.'\nimport sys\nsys.costly_was_loaded = True\nanswer = 42\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "costly_was_loaded", False, raising=False)
    spec = importlib.util.find_spec("costly_to_load")
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert describe(module, "costly").role == "module"
    with contextlib.suppress(Unresolved):
        resolve("costly.answer", {"costly": module})
    assert not sys.costly_was_loaded
    assert module.answer == 42  # it would have been noticed
    assert sys.costly_was_loaded


def test_a_mock_is_not_asked():
    from unittest.mock import MagicMock

    mock = MagicMock(name="m")
    describe(mock, "mock")
    assert mock.mock_calls == []


def test_a_giant_tensor_is_not_read():
    import torch

    giant = torch.empty(1).expand(10**6, 10**6)
    facts = describe(giant, "giant")
    assert ("shape", "(1000000, 1000000)", "") in facts.state
    assert describe(torch.empty(10**9, device="meta"), "meta").state


def test_a_list_that_another_thread_changes():
    import threading

    held = {i: i for i in range(1000)}
    stop = threading.Event()

    def change():
        i = 1000
        while not stop.is_set():
            held[i] = held.pop(i - 1000, 0)
            i += 1

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(300):
            describe(held, "held")
    finally:
        stop.set()
        thread.join()
