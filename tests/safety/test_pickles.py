"""Names are read off a pickle without running it, however it spells them, and never fewer than pickle would import."""

from __future__ import annotations

import io
import pickle
import pickletools
import struct
import warnings
import zipfile
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING

import cloudpickle
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from fastaid.errors import FastaidError
from fastaid.training.pickle_machine import WORDS
from fastaid.training.pickles import read_pickles

RAN = []


def ran(*args):
    RAN.append(args)


class Calls:
    """Pickles to a call."""

    def __init__(self, func, *args):
        self.call = func, args

    def __reduce__(self):
        return self.call


@pytest.fixture(autouse=True)
def nothing_ran():
    yield
    assert RAN == []


def names(data):
    found = read_pickles(data)
    return None if found is None else [str(one) for one in found.imports]


@pytest.mark.parametrize("protocol", range(6))
def test_every_protocol(protocol):
    data = pickle.dumps([Calls(ran, "x"), {1.5: (2**70, b"\0" * 300, "é")}, Calls(eval, "1")], protocol)
    found = names(data)
    assert f"{__name__}.ran" in found
    assert "builtins.eval" in found


def test_an_archive_of_torch_s(tmp_path):
    torch.save({"net": torch.nn.Linear(2, 2), "call": Calls(ran)}, tmp_path / "x.pkl")
    found = names(tmp_path / "x.pkl")
    assert {"torch.nn.modules.linear.Linear", f"{__name__}.ran", "collections.OrderedDict"} <= set(found)


def test_an_older_torch_file_has_five_pickles(tmp_path):
    torch.save(
        {"a": torch.ones(3), "call": Calls(ran)}, tmp_path / "x.pth", _use_new_zipfile_serialization=False
    )
    assert f"{__name__}.ran" in names(tmp_path / "x.pth")
    assert names((tmp_path / "x.pth").read_bytes()) == names(tmp_path / "x.pth")


def test_a_tensor_pickled_without_torch_is_a_torch_file_inside():
    data = pickle.dumps({"a": torch.ones(3)})
    assert "torch.storage._load_from_bytes" not in names(data)
    inside = io.BytesIO()
    torch.save(Calls(ran), inside, _use_new_zipfile_serialization=False)
    data = pickle.dumps(Calls(torch.storage._load_from_bytes, inside.getvalue()))
    assert f"{__name__}.ran" in names(data)
    inside = io.BytesIO()
    torch.save(Calls(ran), inside)  # an archive: it is not looked into, and that is told
    assert not read_pickles(pickle.dumps(Calls(torch.storage._load_from_bytes, inside.getvalue()))).is_told


def test_a_function_of_the_notebook_s_is_in_the_file_itself():
    scope = {"__name__": "__main__"}
    exec("def label_func(p): return p.parent.name\nclass Own:\n    def f(self): return 1", scope)
    found = read_pickles(cloudpickle.dumps([scope["label_func"], scope["Own"]], protocol=2))
    assert {"label_func", "Own"} <= set(found.own_code)


def program(*parts):
    return b"".join(parts)


def text(word):
    return b"\x8c" + bytes([len(word)]) + word.encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        # A name put by, and taken up again.
        (program(b"\x80\4", text("system"), b"\x94", text("os"), b"\x94h\1h\0\x93."), "os.system"),
        # Put by under numbers far apart; written in text; with something thrown away in between.
        (program(text("os"), b"p77\n0", text("system"), b"r\1\0\0\0000g77\nj\1\0\0\0\x93."), "os.system"),
        (program(text("x"), b"0", text("os"), b"(II\n1", text("system"), b"\x93."), "os.system"),
        (program(text("os"), text("system"), b"2\x9f"[:1], b"0\x93."), "os.system"),
        (b"Vos\nVsyst\\u0065m\n\x93.", "os.system"),
        (b"S'os'\nS'sys\\x74em'\n\x93.", "os.system"),
        (b"T\2\0\0\0osU\6system\x93.", "os.system"),
        (b"(S'ls'\nios\nsystem\n.", "os.system"),
        (b"(cos\nsystem\nS'ls'\no.", "os.system"),
        (b"c__builtin__\neval\n(S'1'\ntR.", "builtins.eval"),  # as Python 2 called it
        (b"\x80\3c__builtin__\neval\n(S'1'\ntR.", "__builtin__.eval"),
        (b"I0x10\n0cos\nsystem\n.", "os.system"),  # pickletools takes no 0x10
        (b"cos\nsystem\xc3\xa9\n.", "os.systemé"),
        (program(b"\x80\4", text("torch"), text("os.system"), b"\x93."), "torch.os.system"),
        (b"\x80\2c__builtin__\ngetattr\nctorch\nos\nX\6\0\0\0system\x86R.", "torch.os.system"),
        (b"c__builtin__\ngetattr\nctorch\nos\nX\7\0\0\0__doc__\x86R.", "builtins.getattr"),
    ],
)  # fmt: skip
def test_tricks_with_names(data, name):
    assert name in names(data)


def test_a_name_that_only_a_call_gives_cannot_be_told():
    data = program(b"\x80\4c__builtin__\nstr\n", text("os"), b"\x85R", text("system"), b"\x93.")
    assert not read_pickles(data).is_told
    assert not read_pickles(b"\x82\1.").is_told  # a number out of the process's own table


def test_what_would_run_before_the_damage_is_not_passed_over():
    data = pickle.dumps(Calls(ran), 2)
    with pytest.raises(FastaidError, match="a part of it would run: it is cut off at byte"):
        read_pickles(data[:-1])
    with pytest.raises(FastaidError, match="there is no word"):
        read_pickles(data[:-1] + b"\xff")
    with pytest.raises(FastaidError, match="never put by"):
        read_pickles(data[:-1] + b"h\x63.")
    assert read_pickles(data + b"anything") is not None  # torch reads no further


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"version https://git-lfs", b"PK\3\4 and no more", b"\x80\2}", b"I"]
)
def test_what_fails_before_any_name_is_left_to_torch(data, tmp_path):
    assert read_pickles(data) is None
    (tmp_path / "x.pkl").write_bytes(data)
    assert read_pickles(tmp_path / "x.pkl") is None


def test_work_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr("fastaid.training.pickle_machine.MOST_WORDS", 1_000)
    monkeypatch.setattr("fastaid.training.pickles.MOST_BYTES", 1_000_000)
    with pytest.raises(FastaidError, match="more than 1,000 words"):
        read_pickles(b"cos\nsystem\n0" + b"N0" * 1_000 + b"N.")
    deep = pickle.dumps(Calls(ran))
    for _ in range(6):
        deep = pickle.dumps(Calls(torch.storage._load_from_bytes, deep))
    assert not read_pickles(deep).is_told
    with zipfile.ZipFile(tmp_path / "bomb.pkl", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb/data.pkl", bytes(2_000_000))
        archive.writestr("bomb/version", "3")
    assert not read_pickles(tmp_path / "bomb.pkl").is_told


def test_an_archive_that_python_does_not_read_and_torch_does_is_not_passed_over(tmp_path):
    torch.save(Calls(ran), tmp_path / "x.pkl")
    data = bytearray((tmp_path / "x.pkl").read_bytes())
    at = data.index(b"PK\1\2")
    data[at + 6] = 255  # the version that is needed to unpack it
    with pytest.raises(NotImplementedError):
        zipfile.ZipFile(io.BytesIO(data))
    assert torch._C.PyTorchFileReader(io.BytesIO(data)).get_record("data.pkl")
    assert not read_pickles(bytes(data)).is_told


def test_a_tar_and_a_torchscript_archive_are_said_to_be_beyond_telling(tmp_path):
    import tarfile

    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        for name in ("storages", "tensors", "pickle"):
            archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    assert not read_pickles(tmp_path / "x.tar").is_told
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.script(torch.nn.Linear(1, 1)).save(str(tmp_path / "script.pt"))
    assert not read_pickles(tmp_path / "script.pt").is_told


# -- never fewer names than pickle imports -----------------------------------------------------------------


class Listening(pickle.Unpickler):
    """Loads a pickle as pickle does, but for what it imports: that is written down, and nothing is called."""

    def __init__(self, data):
        super().__init__(io.BytesIO(data))
        self.names = set()

    def find_class(self, module, name):
        self.names.add((module, name))
        return Inert

    def persistent_load(self, key):
        return Inert()


class Inert:
    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        pass

    def __setstate__(self, state):
        pass

    def __call__(self, *args, **kwargs):
        return self

    append = extend = add = __setitem__ = __call__


def argument(word):
    """An argument of a word, as bytes: of names and numbers that may fit together."""
    texts = st.sampled_from([b"os", b"system", b"a.b", b"\xc3\xa9", b"", b"x" * 1200])
    kind = word.arg
    if kind is None:
        return st.just(b"")
    if kind.name == "stringnl_noescape_pair":
        return st.tuples(texts, texts).map(lambda pair: pair[0] + b"\n" + pair[1] + b"\n")
    if kind.name == "stringnl":
        return texts.map(lambda t: b"'" + t + b"'\n")
    if kind.n == pickletools.UP_TO_NEWLINE:
        return st.sampled_from([b"0\n", b"1\n", b"2\n", b"0x10\n", b"os\n"])
    if kind.n >= 0:
        return st.integers(0, 3).map(lambda n: n.to_bytes(8, "little")[: kind.n])
    width = {-2: "<B", -3: "<i", -4: "<I", -5: "<Q"}[kind.n]
    return texts.filter(lambda t: kind.n != -2 or len(t) < 256).map(lambda t: struct.pack(width, len(t)) + t)


BY_NAME = {word.name: word for word in WORDS.values() if word.name not in ("STOP", "FRAME")}


def word(name):
    return argument(BY_NAME[name]).map(lambda found: BY_NAME[name].code.encode("latin-1") + found)


def phrase(*names):
    return st.tuples(*map(word, names)).map(b"".join)


TEXT = st.sampled_from(["SHORT_BINUNICODE", "BINUNICODE", "UNICODE", "SHORT_BINSTRING", "STRING"]).flatmap(
    word
)
PUT = st.sampled_from(["MEMOIZE", "BINPUT", "PUT", "LONG_BINPUT"]).flatmap(word)
GET = st.sampled_from(["BINGET", "GET", "LONG_BINGET"]).flatmap(word)
PHRASE = st.one_of(
    TEXT,
    st.tuples(TEXT, PUT).map(b"".join),
    st.tuples(GET, GET, word("STACK_GLOBAL")).map(b"".join),
    st.tuples(TEXT, st.one_of(TEXT, word("DUP")), word("STACK_GLOBAL")).map(b"".join),
    phrase("GLOBAL", "EMPTY_TUPLE", "REDUCE"),
    phrase("MARK", "GLOBAL", "SHORT_BINUNICODE", "OBJ"),
    phrase("EMPTY_LIST", "MARK", "NONE", "APPENDS"),
    phrase("SHORT_BINUNICODE", "TUPLE1"),
    word("STACK_GLOBAL"),
    GET,
    PUT,
    st.sampled_from(sorted(BY_NAME)).flatmap(word),
)


PUT_BY = b"\x8c\2os\x94\x8c\6system\x94\x8c\3a.b\x94N\x940000"  # under 0 to 3


@given(st.lists(PHRASE, max_size=8).map(b"".join), st.booleans())
def test_no_program_imports_what_is_not_told(data, is_whole):
    data = PUT_BY + data + (b"N." if is_whole else b"")
    listening = Listening(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            listening.load()
    except Exception:  # noqa: BLE001  whatever it makes of nonsense
        pass
    try:
        found = read_pickles(data)
    except FastaidError:
        return  # refused: there were names, and it is said
    told = {(one.module, one.name) for one in found.imports} if found is not None else set()
    told |= {("builtins", "getattr")}
    met = {(module[:1000], name[:1000]) for module, name in listening.names}
    assert found is not None or not met
    assert found is None or not found.is_told or met <= told


def test_an_exported_learner_imports_what_is_told(learn, tmp_path):
    learn.export(tmp_path / "real.pkl")
    found = read_pickles(tmp_path / "real.pkl")
    imported = set()

    class Noting(pickle.Unpickler):
        def find_class(self, module, name):
            imported.add((module, name))
            return super().find_class(module, name)

    class Noted:  # what torch takes for the pickle module
        Unpickler, load = Noting, pickle.load

    torch.load(tmp_path / "real.pkl", weights_only=False, pickle_module=Noted)
    told = {(one.module, one.name) for one in found.imports}
    assert len(imported) > 50
    assert {as_today(*one) for one in imported} - told <= {("builtins", "getattr")}  # told as what it gets
    assert found.is_told


def as_today(module, name):
    return NAME_MAPPING.get((module, name), (IMPORT_MAPPING.get(module, module), name))
