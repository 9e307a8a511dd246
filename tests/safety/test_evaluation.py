# ruff: noqa: E501  tables of words and expressions
"""Help and completion look at objects and never call anything of theirs.

What is not ours: IPython's own completer (attributes of a live object come from its `__dir__`, jedi may call
`__getattr__`), and IPython's display of a cell's last value, which calls `__repr__`. Those run without fastaid too.
"""

from __future__ import annotations

import ast
import contextlib
import enum
import functools
import types

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from fastaid.help.cursor import call_at, name_at
from fastaid.help.describe import describe
from fastaid.help.expressions import Unresolved, resolve
from fastaid.help.operators import describe_operator
from fastaid.render.symbol import bundle
from tests.conftest import examples

CALLED: list[str] = []


def canary(name):
    def called(*args, **kwargs):
        CALLED.append(name)
        raise AssertionError(name)

    called.__name__ = name
    return called


SPECIAL = [
    "getattr",
    "getattribute",
    "getitem",
    "repr",
    "str",
    "len",
    "bool",
    "call",
    "iter",
    "next",
    "contains",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "hash",
    "dir",
    "format",
    "index",
    "int",
    "float",
    "complex",
    "enter",
    "exit",
    "add",
    "radd",
    "mul",
    "matmul",
    "rmatmul",
    "sub",
    "truediv",
    "neg",
    "pos",
    "invert",
    "and",
    "or",
    "xor",
    "setattr",
    "delattr",
    "reduce",
    "sizeof",
    "instancecheck",
    "subclasscheck",
    "class_getitem",
    "missing",
    "array",
    "array_function",
    "array_ufunc",
    "torch_function",
    "fspath",
    "length_hint",
    "reversed",
    "round",
    "trunc",
    "bytes",
    "copy",
    "deepcopy",
    "del",
]


class Descriptor:
    """What is written on a class and answers for its instances."""

    __get__ = canary("__get__")
    __set__ = canary("__set__")
    __set_name__ = lambda self, owner, name: None  # noqa: E731


def things():
    """Objects that tell when any code of theirs runs, by the name they have in a notebook."""
    methods = {
        f"__{name}__": canary(f"__{name}__") for name in SPECIAL if name not in ("getattribute", "del")
    }

    def make(name, bases=(), **more):
        return type(name, bases, {**methods, "field": Descriptor(), "prop": property(canary("prop")), **more})

    class Meta(type):
        for _name in ("getattr", "repr", "str", "call", "iter", "len", "contains", "eq", "hash", "dir", "instancecheck",
                      "subclasscheck", "getitem", "bool", "prepare", "or"):  # fmt: skip
            locals()[f"__{_name}__"] = canary(f"Meta.__{_name}__")
        prop = property(canary("Meta.prop"))
        field = Descriptor()

    Everything = make("Everything")
    Sealed = make("Sealed", __getattribute__=canary("__getattribute__"))
    Lied = make("Lied", __class__=property(canary("__class__")), __dict__=property(canary("__dict__")))
    Doc = make("Doc", __doc__=property(canary("__doc__")), __wrapped__=property(canary("__wrapped__")))
    Called = type(
        "Called", (), {"__call__": canary("__call__"), "__signature__": property(canary("__signature__"))}
    )
    Metaed = type.__call__(
        Meta, "Metaed", (), {"method": canary("method"), "cached": functools.cached_property(canary("c"))}
    )
    meth = functools.partialmethod(canary("partialmethod"), 1)
    Slotted = type(
        "Slotted",
        (),
        {"__slots__": ("a",), "meth": meth, "single": functools.singledispatchmethod(canary("s"))},
    )

    Made = type(
        "Made", (property,), {"__getattr__": canary("Made.__getattr__"), "__name__": property(canary("n"))}
    )
    type.__setattr__(Slotted, "made", Made(canary("made")))

    class Colour(enum.Enum):
        RED = 1

    d = {"x": 1, "e": object.__new__(Everything)}
    made = {name: object.__new__(cls) for name, cls in
            {"e": Everything, "s": Sealed, "l": Lied, "doc_": Doc, "c": Called, "slot": Slotted}.items()}  # fmt: skip
    lists = {"lst": list, "dic": dict, "txt": str, "num": int, "tup": tuple, "st": set, "flt": float}
    subs = {name: base.__new__(make(name.title(), (base,))) for name, base in lists.items()}
    return {
        **made, **subs, "E": Everything, "M": Metaed, "m": object.__new__(Metaed), "S": Slotted, "Colour": Colour,
        "d": d, "fns": [made["e"], Everything, canary("f")], "p": functools.partial(made["c"], made["e"]),
        "f": canary("f"), "w": functools.wraps(canary("inner"))(canary("outer")), "prop": vars(Everything)["prop"],
        "keyed": _with_key(made["e"]), "n": 1, **_annotated(made["e"], subs["txt"], Metaed),
    }  # fmt: skip


def _annotated(thing, text, cls):
    """Functions and a module that say odd things of themselves."""

    def g(
        a: thing,
        b: list[thing],
        c: thing = thing,
        *,
        d: cls = cls,
        e: thing | None if False else (thing, 1) = 0,
    ):
        """Args:\n    a: text"""

    def h(): ...

    h.__doc__, h.__module__, h.__qualname__, h.__wrapped__ = thing, thing, text, thing
    module = types.ModuleType("odd")
    vars(module).update(__name__=thing, __doc__=thing, __file__=thing, __all__=thing, thing=thing, cls=cls)
    return {
        "g": g,
        "h": h,
        "mod": module,
        "ns": types.SimpleNamespace(__doc__=text, __name__=text, __module__=text),
    }


class Label:
    """A key of a dict that is found by its text: such classes are written, and their `__eq__` is theirs."""

    armed = False

    def __init__(self, text):
        self.text = text

    def __hash__(self):
        if Label.armed:
            CALLED.append("Label.__hash__")
        return hash(self.text)

    def __eq__(self, other):
        if Label.armed:
            CALLED.append("Label.__eq__")
        return self.text == getattr(other, "text", other)


def _with_key(value):
    return {Label("x"): value, Label(0): value, "plain": value}


def tensors():
    import numpy as np
    import torch

    class Watched(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, kinds, args=(), kwargs=None):
            CALLED.append(f"__torch_function__ {func}")
            return super().__torch_function__(func, kinds, args, kwargs or {})

        prop = property(canary("prop"))
        shape = dtype = device = property(canary("shape"))

    class Array(np.ndarray):
        shape = dtype = property(canary("shape"))

        def __array_finalize__(self, other):
            if Label.armed:
                CALLED.append("__array_finalize__")

    class Net(torch.nn.Module):
        __getattr__ = canary("Net.__getattr__")
        forward = __call__ = canary("forward")
        prop = property(canary("Net.prop"))

    net = Net.__new__(Net)
    torch.nn.Module.__init__(net)
    net.lin = torch.nn.Linear(2, 2)
    return {
        "t": torch.zeros(2, 3).as_subclass(Watched), "a": np.zeros((2, 3)).view(Array), "net": net,
        "obj": np.array([object()], dtype=object), "seq": torch.nn.Sequential(torch.nn.ReLU()),
    }  # fmt: skip


@pytest.fixture(scope="module")
def names():
    found = {**things(), **tensors()}
    Label.armed = True
    yield found
    Label.armed = False


@pytest.fixture(autouse=True)
def nothing_called():
    CALLED.clear()
    yield
    assert CALLED == []


ROOTS = ("e", "s", "l", "doc_", "c", "slot", "lst", "dic", "txt", "num", "tup", "st", "flt", "E", "M", "m", "S", "Colour",
         "d", "fns", "p", "f", "w", "prop", "keyed", "n", "t", "a", "net", "obj", "seq", "len", "absent", "g", "h", "mod", "ns")  # fmt: skip
ATTRIBUTES = ("field", "prop", "method", "cached", "meth", "single", "absent", "shape", "T", "real", "data", "grad", "lin",
              "weight", "training", "__class__", "__dict__", "__doc__", "__name__", "__call__", "__len__", "__wrapped__",
              "__getattr__", "__mro__", "__module__", "RED", "value", "func", "args", "fget", "size", "dtype",
              "append", "items", "upper", "__init__", "__self__", "a", "x", "made")  # fmt: skip
INDEXES = (
    "0",
    "-1",
    "'x'",
    "n",
    "'e'",
    "e",
    "M",
    "1:2",
    "(0, 1)",
    "0.5",
    "txt",
    "num",
    "dic",
    "None",
    "...",
    "[0]",
    "{}",
)
OPERATORS = ("+", "@", "*", "==", "<", "in", "is", "and", "or", "not in", "|", "%", "//")


def grown(inner):
    return (
        st.builds("{}.{}".format, inner, st.sampled_from(ATTRIBUTES))
        | st.builds("{}[{}]".format, inner, st.sampled_from(INDEXES))
        | st.builds("{}({})".format, inner, inner)
        | st.builds("({} {} {})".format, inner, st.sampled_from(OPERATORS), inner)
        | st.builds("{}{}".format, st.sampled_from(("-", "~", "not ", "*", "await ")), inner)
        | st.builds("[{}, {}]".format, inner, inner)
        | st.builds("{{{}: {}}}".format, inner, inner)
        | st.builds("f'{{{}!r}}'".format, inner)
        | st.builds("[{0} for {0} in {1}]".format, st.sampled_from(("e", "q")), inner)
        | st.builds("(lambda: {})".format, inner)
        | st.builds("({} if {} else {})".format, inner, inner, inner)
        | st.builds("(y := {})".format, inner)
    )


expressions = st.recursive(st.sampled_from(ROOTS), grown, max_leaves=6)


@given(expressions)
@examples(300)
def test_an_expression_is_looked_at_and_nothing_of_it_runs(names, text):
    CALLED.clear()
    with contextlib.suppress(Unresolved):
        found = resolve(text, names)
        shown = bundle(describe(found.obj, text, found.owner), with_source=True)
        assert shown.text
    operation = describe_operator(text, names)
    if operation is not None:
        bundle(operation)
    assert CALLED == [], text


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("rest", [f".{a}" for a in ATTRIBUTES] + [f"[{i}]" for i in INDEXES] + [""])
def test_every_attribute_and_index_of_every_thing(names, root, rest):
    text = root + rest
    with contextlib.suppress(Unresolved):
        found = resolve(text, names)
        bundle(describe(found.obj, text, found.owner), with_source=True)
    for more in (".shape", ".real", "[0]"):
        with contextlib.suppress(Unresolved):
            resolve(text + more, names)
    assert CALLED == [], text


@given(
    expressions,
    st.integers(0, 60),
    st.sampled_from(("", "(", "(n, ", "(a=", ".", "[", "?", "(e, *e, **dic, ")),
)
@examples(200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_cursor_anywhere_calls_nothing(shell_of_things, text, at, ending):
    CALLED.clear()
    code = text + ending
    shell_of_things.inspect_at_cursor(code, min(at, len(code)))
    shell_of_things.inspect_at_cursor(code, len(code), detail_level=1)
    assert CALLED == [], code


@pytest.fixture
def shell_of_things(shell, names):
    shell.user_ns.update(names)
    return shell.meta["fastaid"].doors


@pytest.mark.parametrize("line", [
    "%databunch from_df ", "%databunch from_name_func p --func ", "%fit_one_cycle 1 --learner ", "%learner ",
    "%learner r --data ", "%databunch from_folder ", "%predict ", "%fit_one_cycle ", "%learner r --metrics ",
])  # fmt: skip
def test_completion_of_a_magic_s_line_calls_nothing(shell, names, run, line):
    import fastai.vision.all  # noqa: F401  its types are what some options take

    shell.user_ns.update(names)
    shell.Completer.use_jedi = False
    CALLED.clear()
    found = list(shell.Completer.completions(line, len(line)))
    assert CALLED == []
    assert found


@given(
    st.text(st.sampled_from("abf.()[]{}'\"\\,=:#\n \t@*lambdxr0\x00\u0301é"), max_size=60), st.integers(0, 60)
)
def test_half_typed_code_has_a_call_or_none(code, at):
    at = min(at, len(code))
    call_at(code, at)
    name_at(code, at)


@pytest.mark.parametrize("text", [
    "(" * 50_000, "a(" * 50_000, "a" + "()" * 50_000 + "(", "[" * 50_000, "a" + ".a" * 50_000, "-" * 50_000 + "1",
    "a" + "[0]" * 50_000, "f'{" * 5_000, "9" * 50_000, "lambda: " * 20_000 + "1", "not " * 20_000 + "1", "{[]}", "{{}: 1}",
    "d[{[]}]", "-{1}", "+'a'", "\x00", "a\\", "x := 1", "*a", "**a", "1if 1else 1", "a" * 200_000, "'\\N{'", "b'\\xf'",
    "(" * 150 + "1" + ")" * 150, "[" * 150 + "]" * 150, "d" + "['x'" * 90 + "]" * 90, "1_" * 3000, "1" + "+1" * 5_000,
])  # fmt: skip
def test_monstrous_code_is_answered_soon(shell_of_things, text):
    with contextlib.suppress(Unresolved):
        resolve(text, {"a": 1, "d": {}})
    describe_operator(text, {})
    assert shell_of_things.inspect_at_cursor(text, len(text))["status"] == "ok"
    assert shell_of_things.questions.about(text[:2000]).name


def test_the_canaries_sing(names):
    """The traps work: used as Python would use it, each of these calls."""
    for text in (
        "e.absent",
        "e[0]",
        "len(e)",
        "bool(e)",
        "repr(e)",
        "E[0]",
        "M.prop",
        "e.prop",
        "e.field",
        "t.shape",
        "a.T",
        "slot.made",
    ):
        CALLED.clear()
        with contextlib.suppress(AssertionError):
            eval(compile(ast.parse(text, mode="eval"), "x", "eval"), dict(names))
        assert CALLED, text
    CALLED.clear()
