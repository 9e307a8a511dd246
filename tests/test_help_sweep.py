"""Anything may be asked about: nothing raises, hangs, or wakes what it looks at."""

import importlib
import random
import sys
import types

import pytest

from fastaid.help.describe import describe
from fastaid.render.symbol import bundle

PACKAGES = (
    "argparse", "asyncio", "collections", "concurrent.futures", "contextlib", "dataclasses", "datetime", "decimal",
    "email", "enum", "fractions", "functools", "http", "inspect", "io", "itertools", "json", "logging", "multiprocessing",
    "numpy", "operator", "os", "pandas", "pathlib", "PIL.Image", "random", "re", "shutil", "socket", "sqlite3",
    "statistics", "string", "subprocess", "tempfile", "threading", "tokenize", "torch", "torchvision", "typing", "unittest",
    "urllib", "uuid", "xml", "zipfile", "IPython", "ipykernel", "jupyter_client", "matplotlib", "scipy", "sklearn", "traitlets",
    "fastai.vision.all", "fastcore.all", "plum", "rich", "psutil", "requests", "pygments", "griffe",
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
    before = set(sys.modules)
    for name, held in objects()[:SWEPT]:
        facts = describe(held, name)
        shown = bundle(facts, with_source=True)
        assert shown.text, name
        assert shown.html, name
    new = {module.split(".")[0] for module in set(sys.modules) - before}
    assert new <= {"griffe", "griffelib", "yaml", "pygments", "fastcore", "fastaid", "torchgen"} | set(
        sys.stdlib_module_names
    )


class Woken(Exception):
    """Some code of the object ran."""


def wake(*args, **kwargs):
    raise Woken


class Everything:
    """Raises whenever anything of it is used."""

    __getattr__ = __repr__ = __str__ = __len__ = __iter__ = __bool__ = __eq__ = __hash__ = __dir__ = wake
    __format__ = __contains__ = __index__ = __int__ = __float__ = __enter__ = __call__ = wake
    __class__ = property(wake)
    __doc__ = property(wake)
    __dict__ = property(wake)
    __wrapped__ = property(wake)
    __signature__ = property(wake)
    __name__ = property(wake)
    __module__ = property(wake)
    costly = property(wake)


class Attribute:
    """Answers to every name, as mocks and lazy proxies do."""

    def __getattr__(self, name):
        raise Woken(name)


class Meta(type):
    def __getattr__(cls, name):
        raise Woken(name)

    def __repr__(cls):
        raise Woken

    def __instancecheck__(cls, other):
        raise Woken

    @property
    def lazy(cls):
        raise Woken


class Metaclassed(metaclass=Meta):
    def method(self, a): ...


class Slotted:
    __slots__ = ("a",)


def odd_defaults(a=Everything(), b=[Everything()], *, c={"k": Everything()}): ...  # noqa: B006, B008


class Tensors(list):
    def __repr__(self):
        raise Woken


@pytest.mark.parametrize(
    "held",
    [
        Everything(), Everything, Attribute(), Metaclassed, Metaclassed(), Metaclassed.__dict__["method"], Slotted(),
        odd_defaults, Tensors([1]), [Everything()], {"a": Everything()}, (Everything(),), types.ModuleType("lazy"),
        Everything.__dict__["costly"], types.SimpleNamespace(a=Everything()), lambda: Everything(),
        type("Unnamed", (), {"__doc__": 3, "__module__": None}), iter([]), (i for i in ()), NotImplemented, ..., object(),
        float("nan"), 10**4000, "x" * 10**6, b"\xff" * 100, range(10**12), memoryview(b""), type, object, property(),
    ],
    ids=lambda held: "odd",
)  # fmt: skip
def test_nothing_of_an_object_is_woken(held):
    shown = bundle(describe(held, "it"), with_source=True)
    assert shown.text
    assert len(shown.text) < 100_000


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
