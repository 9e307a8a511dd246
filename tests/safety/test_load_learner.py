"""A learner from elsewhere is asked for before it runs; what this person wrote is not."""

from __future__ import annotations

import builtins
import io
import pickle
import shutil
import subprocess
import sys

import pytest
import torch

from fastaid.errors import FastaidError
from fastaid.training.foreign import own_files, what_loading_does
from tests.safety.test_pickles import Calls


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    """A user's data folder of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / "home" / name))


@pytest.fixture
def foreign(learn, tmp_path):
    """A learner that somebody else exported: this notebook never saw it written."""
    learn.export(tmp_path / "theirs.pkl")
    return tmp_path / "theirs.pkl"


@pytest.fixture
def hostile(tmp_path):
    with (tmp_path / "hostile.pkl").open("wb") as file:
        torch.save({"a": Calls(open, str(tmp_path / "canary"), "w")}, file)
    return tmp_path / "hostile.pkl"


def answer(monkeypatch, text):
    """Sit at a front end and answer what is asked."""
    asked = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(builtins, "input", lambda prompt: asked.append(prompt) or text)
    return asked


LOADS = (
    "learn = load_learner('{}')",
    "import fastai.vision.all as f; learn = f.load_learner('{}')",
    "from fastai.learner import load_learner\nlearn = load_learner(fname='{}')",
    "from fastai.vision.all import *\ndef again(): return load_learner('{}')\nagain()",
    "list(map(load_learner, ['{}']))",
    "%time learn = load_learner('{}')",
    "import io; load_learner(io.BytesIO(open('{}', 'rb').read()))",
    "from fastaid.course import load_learner\nlearn = load_learner('{}')",
    "%load_learner {}",
)


@pytest.mark.parametrize("line", LOADS)
def test_where_nobody_can_be_asked_nothing_is_loaded_and_the_line_says_how(run, hostile, tmp_path, line):
    run("from fastai.vision.all import *")
    ran = run(line.format(hostile))
    assert isinstance(ran.error, FastaidError), ran.error
    assert "runs code of whoever made it: it imports io.open" in str(ran.error)
    assert "%load_learner" in str(ran.error)
    assert "\n" not in str(ran.error)
    assert not (tmp_path / "canary").exists()


def test_a_yes_loads_it_and_is_kept_for_this_content_alone(run, foreign, monkeypatch):
    asked = answer(monkeypatch, "yes")
    ran = run(f"loaded = load_learner('{foreign}')")
    assert ran.error is None, ran.error
    assert len(asked) == 1
    assert "theirs.pkl was not exported here" in ran.text
    assert run("len(loaded.dls.vocab)").value == 2
    shutil.copy(foreign, foreign.with_name("copy.pkl"))
    assert run("load_learner('copy.pkl')").error is None
    assert len(asked) == 1
    with foreign.open("ab") as file:
        file.write(b"more")
    run(f"load_learner('{foreign}')")
    assert len(asked) == 2


def test_a_no_loads_nothing(run, foreign, monkeypatch):
    asked = answer(monkeypatch, "")
    ran = run(f"loaded = load_learner('{foreign}')")
    assert "was not loaded" in str(ran.error)
    assert "--weights" in str(ran.error)
    assert "loaded" not in run("dir()").value
    assert asked
    assert not own_files().exists()


def test_the_line_that_was_named_loads_it(run, foreign):
    said = str(run(f"loaded = load_learner('{foreign}')").error)
    line = said[said.index("%load_learner") :]
    ran = run(f"mine = {line}")
    assert ran.error is None, ran.error
    assert "2 classes" in ran.text or "theirs.pkl" in ran.text
    assert run("mine is learn").value
    assert run(f"load_learner('{foreign}')").error is None  # the yes is kept


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("nowhere.pkl", "There is no exported learner nowhere.pkl"),
        (".", "is a folder"),
        ("w.safetensors", "%learner resnet34 --weights w.safetensors"),
    ],
)
def test_a_wrong_file_is_said(run, foreign, tmp_path, word, says):
    (tmp_path / "w.safetensors").touch()
    assert says in str(run(f"%load_learner {word}").error)


def test_the_printed_code_is_fastai_s(run, shell, foreign):
    run(f"%load_learner {foreign} --yes")
    exec(run(f"%load_learner {foreign} --code").stdout, shell.user_ns)
    assert run("len(learn.dls.vocab)").value == 2


@pytest.mark.parametrize(
    "line",
    [
        "%export mine.pkl",
        "learn.export(Path('mine.pkl').absolute())",
        "learn.path = Path('.'); learn.export('mine.pkl')",
        "learn.path = Path('.'); learn.export(fname='mine.pkl')",
        "class Keep(Callback):\n    def after_epoch(self): self.learn.export(Path('mine.pkl').absolute())\n"
        "learn.fit(1, cbs=Keep())",
        "torch.save(learn, 'mine.pkl')",
        "from fastaid.course.learner import as_course_s\nas_course_s(learn).export(Path('mine.pkl').absolute())",
    ],
)
def test_what_this_notebook_wrote_is_loaded_without_a_question(run, learn, line):
    assert run(line).error is None
    assert run("load_learner('mine.pkl')").error is None, own_files()


def test_an_export_is_known_to_the_next_notebook(run, learn, shell, tmp_path):
    from fastaid import load_ipython_extension, unload_ipython_extension

    run("%export mine.pkl")
    unload_ipython_extension(shell)
    load_ipython_extension(shell)
    (tmp_path / "other").mkdir()
    shutil.move(tmp_path / "mine.pkl", tmp_path / "other" / "renamed.pkl")
    assert run("load_learner('other/renamed.pkl')").error is None


def test_the_owner_of_a_file_and_its_name_say_nothing(run, learn, hostile, tmp_path):
    run("%export mine.pkl")
    shutil.copy(hostile, tmp_path / "mine.pkl")
    assert isinstance(run("load_learner('mine.pkl')").error, FastaidError)


def test_a_list_of_trusted_files_that_comes_with_a_folder_is_not_believed(run, hostile, tmp_path):
    import hashlib

    for place in (".fastaid", "fastaid"):
        (tmp_path / place).mkdir()
        digest = hashlib.sha256(hostile.read_bytes()).hexdigest()
        (tmp_path / place / "own-learners.txt").write_text(f"{digest} 'hostile.pkl'\n")
    assert isinstance(
        run(f"from fastai.learner import load_learner\nload_learner('{hostile}')").error, FastaidError
    )


def test_weights_alone_are_no_question(run, learn, tmp_path):
    run("learn.save('w')")
    shutil.copy(learn.path / "models" / "w.pth", tmp_path / "w.pth")
    ran = run("load_learner('w.pth')")
    assert isinstance(ran.error, AttributeError)  # fastai's own, which a card explains


def test_of_weights_nothing_is_kept(run, learn):
    run("for i in range(3): torch.save(learn.model.state_dict(), f'{i}.pth')")
    assert not own_files().exists()


def test_what_is_no_learner_at_all_keeps_its_own_error(run, tmp_path):
    run("from fastai.vision.all import *")
    (tmp_path / "page.pkl").write_text("<!doctype html>")
    assert isinstance(run("load_learner('page.pkl')").error, pickle.UnpicklingError)
    assert isinstance(run("load_learner('nowhere.pkl')").error, FileNotFoundError)
    assert isinstance(run("load_learner()").error, TypeError)


def test_a_damaged_file_that_would_run_is_refused(run, tmp_path):
    run("from fastai.vision.all import *")
    (tmp_path / "cut.pkl").write_bytes(pickle.dumps(Calls(print))[:-1])
    error = run("load_learner('cut.pkl')").error
    assert isinstance(error, FastaidError)
    assert "a part of it would run" in str(error)


# -- what is said ------------------------------------------------------------------------------------------


def said_of(tmp_path, what, names=()):
    with (tmp_path / "x.pkl").open("wb") as file:
        torch.save(what, file)
    return what_loading_does(tmp_path / "x.pkl", "x.pkl", dict(names))


def test_names_beyond_fastai_s_and_torch_s_are_named_however_they_are_reached(tmp_path):
    import os
    import subprocess

    import fastai.vision.all  # noqa: F401
    from fastcore.xtras import run as starts_a_program

    for func, name in (
        (os.system, "posix.system"),
        (subprocess.Popen, "subprocess.Popen"),
        (starts_a_program, "fastcore.xtras.run"),
        (torch.hub.load, "torch.hub.load"),
        (eval, "builtins.eval"),
        (torch.load, "torch.serialization.load"),
    ):
        assert f"imports {name}" in said_of(tmp_path, Calls(func)), name
    through_torch = b"\x80\4\x8c\5torch\x8c\x09os.system\x93."
    assert "imports torch.os.system" in what_loading_does(through_torch, "x", {})


def test_a_crowd_of_names_does_not_hide_the_one_that_matters(tmp_path):
    import os

    crowd = [Calls(getattr(torch, name)) for name in ("save", "load", "compile", "set_printoptions")] * 3
    assert "posix.system" in said_of(tmp_path, [*crowd, Calls(os.system)])


def test_names_cannot_write_on_the_screen():
    data = b"\x80\4\x8c\x0aos\n\x1b[2J..\x8c\1x\x93."
    said = what_loading_does(data, "x", {})
    assert "\x1b" not in said
    assert "\n" not in said


def test_a_learner_s_own_names_are_said_to_be_needed(run, learn, tmp_path):
    run("def label_func(p): return p.parent.name\nclass Net(nn.Module): pass")
    run("with open('a.pkl', 'wb') as f: torch.save([label_func, Net], f)")
    said = str(run("load_learner('a.pkl')").error)
    assert "needs your function label_func and class Net" in said, said


def test_an_exported_function_is_said_to_be_in_the_file(run, digits, tmp_path, learn):
    run(
        f"def label_func(p): return p.parent.name\n"
        f"d = ImageDataLoaders.from_path_func('{digits}', get_image_files('{digits}'), label_func, bs=8, "
        "item_tfms=Resize(16), num_workers=0)\nlearn = vision_learner(d, tiny_net, pretrained=False)"
    )
    learn = run("learn").value
    learn.export(tmp_path / "f.pkl")
    said = str(run("load_learner('f.pkl')").error)
    assert "functions of its own" in said
    assert "label_func" in said
    assert "imports" not in said  # nothing beyond fastai's and torch's own


# -- nothing is changed --------------------------------------------------------------------------------------


def test_fastai_s_function_stays_fastai_s(run, shell, foreign):
    import fastai.learner
    import fastai.vision.all

    before = fastai.learner.load_learner, fastai.learner.Learner.export, torch.save, torch.load
    run(f"load_learner('{foreign}')")
    assert run("load_learner").value.__module__ == "fastai.learner"
    assert shell.user_ns["load_learner"] is fastai.vision.all.load_learner is before[0]
    assert (fastai.learner.load_learner, fastai.learner.Learner.export, torch.save, torch.load) == before
    assert shell.ast_transformers == []
    before[0](foreign)  # code outside the cells loads as ever


def test_a_function_made_in_a_cell_goes_on_where_there_is_no_fastaid(run, shell, learn, foreign, tmp_path):
    from fastaid import load_ipython_extension, unload_ipython_extension

    run(f"def again(): return load_learner('{foreign}')")
    run("import cloudpickle; again.__module__ = '__main__'")
    run("open('again.bin', 'wb').write(cloudpickle.dumps(again))")
    unload_ipython_extension(shell)
    assert run("len(again().dls.vocab)").value == 2
    load_ipython_extension(shell)
    code = (
        "import sys, pickle; sys.modules['fastaid'] = None\n"
        "from fastai.vision.all import *\n"
        "print(len(pickle.load(open('again.bin', 'rb'))().dls.vocab))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.split()[-1:] == ["2"], done.stderr[-600:]


def test_a_function_of_the_learner_s_own_under_that_name_is_theirs(run):
    run("def load_learner(path): return path\nclass A:\n    def export(self): return 3")
    assert run("load_learner('x'), A().export()").value == ("x", 3)


def test_a_place_that_cannot_be_written_costs_a_question_and_no_more(run, learn, tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    assert run("%export mine.pkl").error is None
    assert isinstance(run("load_learner('mine.pkl')").error, FastaidError)


def test_a_file_object_is_left_where_it_was(run, foreign):
    run("from fastai.vision.all import *")
    buffer = io.BytesIO(foreign.read_bytes())
    run("%load_learner theirs.pkl --yes")
    run("f = open('theirs.pkl', 'rb')")
    assert run("len(load_learner(f).dls.vocab)").value == 2
    assert buffer.tell() == 0


# -- a front end -------------------------------------------------------------------------------------------


@pytest.mark.kernel
@pytest.mark.parametrize("reply", ["yes", "no", None], ids=["yes", "no", "nobody there"])
def test_a_kernel_asks_its_front_end(tmp_path, foreign, reply):
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(kernel_name="python3", cwd=str(tmp_path))
    asked, errors = [], []

    def answered(message):
        asked.append(message["content"]["prompt"])
        client.input(reply)

    def heard(message):
        if message["msg_type"] == "error":
            errors.append("".join(message["content"]["traceback"]))

    def cell(code):
        return client.execute_interactive(
            code,
            allow_stdin=reply is not None,
            stdin_hook=answered,
            output_hook=heard,
            timeout=300,
        )["content"]["status"]

    try:
        assert cell("%load_ext fastaid\nfrom fastai.vision.all import *") == "ok"
        status = cell(f"learn = load_learner({str(foreign)!r})")
        assert status == ("ok" if reply == "yes" else "error"), errors
        assert len(asked) == (reply is not None)
        if reply == "no":
            assert "was not loaded" in errors[-1]
        if reply is None:
            assert "--yes" in errors[-1]
            assert cell(f"%load_learner {foreign} --yes") == "ok"
        assert cell("learn.dls.vocab") == ("error" if reply == "no" else "ok")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
