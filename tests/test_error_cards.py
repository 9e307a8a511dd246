"""Cards below tracebacks: where they stand, what they leave alone, and that their own failures stay theirs."""

from __future__ import annotations

import gc
import weakref

import pytest

from fastaid import unload_ipython_extension
from fastaid.jupyter.error_cards import folded_traceback

BROKEN = "net(torch.ones(2, 2, 3))"


@pytest.fixture
def net(run):
    """A shell with a net that fails in a way that is known."""
    run("import torch\nfrom torch import nn\nnet = nn.Sequential(nn.LSTM(3, 4), nn.ReLU())")
    return run


def test_the_card_follows_the_traceback(net):
    ran = net(BROKEN)
    assert isinstance(ran.error, TypeError)
    assert "returns a tuple" in ran.text
    assert "Traceback" in ran.stdout
    (card,) = ran.shown
    assert "<details>" in card["text/html"]


def test_the_traceback_shows_the_learner_s_line_and_where_it_was_raised(net):
    ran = net(BROKEN)
    assert f"----> 1 {BROKEN}" in ran.stdout
    assert "frames of libraries (%tb shows them)" in ran.stdout
    assert "_wrapped_call_impl" not in ran.stdout
    assert ran.stdout.count("File ") == 1
    assert "_wrapped_call_impl" in ran.shown[0]["text/html"]


def test_tb_shows_all_of_it_and_no_second_card(net):
    net(BROKEN)
    ran = net("%tb")
    assert "_wrapped_call_impl" in ran.stdout
    assert ran.shown == []


def test_the_same_mistake_again_is_explained_again(net):
    assert "returns a tuple" in net(BROKEN).text
    assert "returns a tuple" in net(BROKEN).text


def test_where_nothing_is_known_nothing_changes(net):
    ran = net("raise LookupError('of my own')")
    assert ran.shown == []
    assert "of my own" in ran.stdout
    assert "frames of libraries" not in ran.stdout


def test_cards_can_be_turned_off_and_on(net):
    net("%config Fastaid.error_cards = False")
    assert net(BROKEN).shown == []
    net("%config Fastaid.error_cards = True")
    assert len(net(BROKEN).shown) == 1
    assert "error_cards" in net("%config Fastaid").text


def test_a_learner_s_mistake_with_a_magic_speaks_for_itself(net):
    assert net("%databunch from_folder /no/such/folder").shown == []


@pytest.mark.parametrize("place", ["fastaid.teach.diagnose.explanations", "fastaid.render.diagnosis.bundle"])
def test_a_failure_of_the_explainer_is_not_the_learner_s(net, monkeypatch, place, caplog):
    caplog.set_level("DEBUG", logger="fastaid")

    def fail(*args, **kwargs):
        raise RuntimeError("the explainer is broken")

    monkeypatch.setattr(place, fail)
    ran = net(BROKEN)
    assert isinstance(ran.error, TypeError)
    assert "Traceback" in ran.stdout
    assert "explainer is broken" not in ran.text + ran.stderr
    assert "explainer is broken" in caplog.text


def test_one_rule_that_fails_leaves_the_others(net, monkeypatch):
    from fastaid.teach import rules

    def fail(scene):
        raise RuntimeError("a rule is broken")

    broken = rules.Rule("a.broken", fail, (Exception,), "")
    every = rules.every_rule()
    monkeypatch.setattr(rules, "every_rule", lambda: (broken, *every))
    assert "returns a tuple" in net(BROKEN).text


def test_unloading_gives_the_place_back(shell, net):
    unload_ipython_extension(shell)
    ran = net(BROKEN)
    assert ran.shown == []
    assert "_wrapped_call_impl" in ran.stdout
    assert "_showtraceback" not in vars(shell)


def test_names_of_a_learner_are_text(net):
    net(
        "class Net(nn.Module):\n    def forward(self, x): return x\nNet.__name__ = '<script>alert(1)</script>'"
    )
    net("d = {'<img src=x onerror=alert(1)>': 1}")
    ran = net("d['<img src=x onerror=alert(2)>']")
    html = "".join(one.get("text/html", "") for one in ran.shown)
    assert "<img" not in html
    assert "<script" not in html


def test_no_card_keeps_the_tensors_of_a_failed_cell(net, shell):
    net("big = torch.zeros(10); ")
    alive = weakref.ref(shell.user_ns["big"])
    net("net(big)")
    net("del big\nimport sys\nsys.last_value = sys.last_traceback = sys.last_exc = None")
    shell.InteractiveTB.tb = None  # IPython's own hold
    gc.collect()
    assert alive() is None


def test_after_running_out_of_gpu_memory_the_failed_call_lets_go(net, shell):
    net(
        "import weakref\nalive = []\n"
        "def forward():\n"
        "    activations = torch.zeros(10)\n"
        "    alive.append(weakref.ref(activations))\n"
        "    raise torch.OutOfMemoryError('CUDA out of memory. Tried to allocate 20.00 MiB')"
    )
    ran = net("forward()")
    assert "out of memory" in ran.stdout
    assert shell.user_ns["alive"][0]() is None


def test_after_a_fit_ran_out_of_gpu_memory_the_learner_holds_no_batch(net, shell):
    net(
        "from fastai.vision.all import *\n"
        "data = [(torch.ones(2), torch.ones(1))] * 4\n"
        "dls = DataLoaders.from_dsets(data, data, bs=2, num_workers=0)\n"
        "def full(pred, targ): raise torch.OutOfMemoryError('CUDA out of memory. Tried to allocate 20.00 MiB')\n"
        "learn = Learner(dls, nn.Linear(2, 1), loss_func=full)"
    )
    net("learn.fit(1)")
    learn = shell.user_ns["learn"]
    assert (learn.pred, learn.xb) == (None, (None,))


def test_a_notice_is_said_once(net):
    net("net2 = nn.Sequential(nn.Linear(2, 2), nn.Dropout())")
    assert "`net2.eval()`".replace("`", "") in net("net2.eval").text
    assert "net2.eval()" not in net("net2.eval").text


def test_notices_can_be_turned_off(net):
    net("%config Fastaid.notices = False")
    assert net("net.eval").shown == []


def test_short_runs_of_library_frames_stay():
    frames = [
        "Cell In[1], line 1\n",
        "File /x/site-packages/a.py:1, in f\n",
        "File /x/site-packages/b.py:1, in g\n",
    ]
    assert folded_traceback(frames) == frames


def test_each_long_run_is_folded_by_itself():
    library = [f"File /x/site-packages/{name}.py:1, in f\n" for name in "abcd"]
    mine = "Cell In[1], line 3, in forward(x)\n"
    folded = folded_traceback([mine, *library, mine, *library, "TypeError: no"])
    assert folded == [
        mine, "... 3 frames of libraries (%tb shows them) ...\n", library[-1],
        mine, "... 3 frames of libraries (%tb shows them) ...\n", library[-1], "TypeError: no",
    ]  # fmt: skip
