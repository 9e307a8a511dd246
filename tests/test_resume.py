"""A run that ended early goes on where it was, and ends as if nothing had happened."""

from __future__ import annotations

import json
import random
import signal
import time

import pytest
import torch

from fastaid.errors import FastaidError, Interrupted
from fastaid.jupyter.live_runs import LiveRuns
from tests.conftest import TINY_NET
from tests.test_interrupt import at_batch

BATCHES = 6  # of 48 digits in batches of 8
FIT = "%fit_one_cycle 3 --lr-max 1e-2"


@pytest.fixture
def begin(run, digits):
    """Data and learner from a line each, and random numbers that are the same each time."""

    def begin(data="--num-workers 0", more=""):
        run(TINY_NET)
        run(f"import random as rnd\npath = Path({str(digits)!r})\nset_seed(3)")
        assert run(f"%databunch from_folder path --size 16 --bs 8 {data}").error is None
        assert run("%learner tiny_net --no-pretrained --metrics accuracy").error is None
        seeded = "set_seed(3)\nfor i, dl in enumerate(dls.loaders): dl.rng = rnd.Random(3 + i)\n"
        assert run(seeded + more).error is None
        return run("learn").value

    return begin


def state(learn):
    """Everything a fit leaves behind, to the bit."""
    found = {name: value.clone() for name, value in learn.model.state_dict().items()}
    for i, one in enumerate(learn.opt.state_dict()["state"]):
        found |= {f"{i}.{key}": torch.as_tensor(value).clone() for key, value in one.items()}
    found["losses"] = torch.tensor([float(loss) for loss in learn.recorder.losses])
    found["lrs"] = torch.tensor(learn.recorder.lrs, dtype=torch.float64)
    found["values"] = torch.tensor([list(row) for row in learn.recorder.values])
    return found


def differing(a, b):
    assert a.keys() == b.keys()
    return [name for name in a if not torch.equal(a[name], b[name])]


def interrupted(run, learn, n, line):
    """Train, and interrupt in the midst of the n-th training batch."""
    once = iter([signal.SIGINT])
    at_batch(learn, n, lambda: [signal.raise_signal(one) for one in once])
    assert isinstance(run(line).error, Interrupted)
    torch.manual_seed(99)
    random.seed(99)


def ends_as_uninterrupted(begin, run, n, line, **how):
    learn = begin(**how)
    assert run(line).error is None
    whole = state(learn)
    learn = begin(**how)
    interrupted(run, learn, n, line)
    ran = run("%resume")
    assert ran.error is None, ran.error
    assert differing(state(learn), whole) == []
    return ran


@pytest.mark.parametrize("n", [1, BATCHES - 1, BATCHES, BATCHES + 1, 3 * BATCHES])
def test_an_interrupted_run_ends_as_if_it_had_not_been(begin, run, n):
    ends_as_uninterrupted(begin, run, n, FIT)


@pytest.mark.parametrize("options", ["--plain", ""])
def test_it_does_with_the_random_numbers_of_worker_processes(begin, run, options):
    ends_as_uninterrupted(begin, run, BATCHES + 2, f"{FIT} {options}", data="--num-workers 2")


@pytest.mark.parametrize("n", [BATCHES - 2, BATCHES + 2])  # in the first fit, in the second
def test_fine_tune_goes_on_in_the_fit_that_it_was_in(begin, run, n):
    ran = ends_as_uninterrupted(begin, run, n, "%fine_tune 2 --base-lr 1e-2")
    assert "3" in ran.text


def test_a_head_on_augmented_activations_goes_on_with_the_views_that_it_had(begin, run):
    pretrained = (
        "for m in learn.model[0].modules():\n  if isinstance(m, nn.BatchNorm2d): m.running_mean.fill_(0.1)\n"
    )
    more = f"{pretrained}learn.freeze()"
    ends_as_uninterrupted(begin, run, BATCHES + 3, f"{FIT} --precompute 2", more=more)


ACCUMULATING = """
learn.add_cbs([GradientAccumulation(24), SaveModelCallback(fname='best'), EarlyStoppingCallback(patience=9)])
"""


@pytest.mark.parametrize("options", ["--plain", ""])
def test_callbacks_go_on_counting(begin, run, options):
    ends_as_uninterrupted(begin, run, BATCHES + 2, f"{FIT} {options}", more=ACCUMULATING)


def test_a_pytorch_optimizer_goes_on_too(begin, run):
    more = "learn.opt_func = partial(OptimWrapper, opt=torch.optim.AdamW)"
    learn = begin(more=more)
    run(FIT)
    whole = {name: value.clone() for name, value in learn.model.state_dict().items()}
    learn = begin(more=more)
    interrupted(run, learn, BATCHES + 2, FIT)
    assert run("%resume").error is None
    assert differing(learn.model.state_dict(), whole) == []


def test_a_stop_in_validation_does_the_validation_again(begin, run):
    from fastai.learner import Callback

    class InValidation(Callback):
        has_struck = False

        def after_pred(self):
            if not self.training and len(self.recorder.values) == 1 and not self.has_struck:
                self.has_struck = True
                signal.raise_signal(signal.SIGINT)

    learn = begin()
    run(FIT)
    whole = state(learn)
    learn = begin()
    learn.add_cb(InValidation())
    assert isinstance(run(FIT).error, Interrupted)
    assert run("%resume").error is None
    assert differing(state(learn), whole) == []


def test_the_run_stays_one_run_in_the_journal_and_on_the_page(begin, run):
    learn = begin()
    interrupted(run, learn, BATCHES + 2, FIT)
    ran = run("%resume")
    assert "resumed at batch 8, after 1 complete epoch" in ran.text
    assert "checkpoints kept" in ran.text
    from fastaid.training.journal import Journal

    journal = Journal(run("get_ipython().meta['fastaid'].magics[2].journal_path()").value)
    (summary,) = journal.runs()
    _, kept = journal.load("1")
    assert (summary.status, summary.epochs, kept.step) == ("finished", 3, 3 * BATCHES)
    assert [epoch.epoch for epoch in kept.epochs] == [0, 1, 2]
    assert kept.seconds >= kept.epochs[-1].seconds > kept.epochs[0].seconds
    assert [one.step for one in kept.resumed] == [BATCHES + 2]


def test_the_last_two_and_the_best_are_kept(begin, run, tmp_path, written_at_once):
    begin()
    ran = run("%fit_one_cycle 5 --lr-max 1e-1")
    values = [row[1] for row in run("list(learn.recorder.values)").value]
    best = min(range(5), key=values.__getitem__) + 1
    (folder,) = (tmp_path / ".fastaid" / "checkpoints").iterdir()
    names = {file.name for file in folder.iterdir()}
    assert names == {"epoch-4.pth", "epoch-5.pth", f"epoch-{best}.pth"}
    size = sum(file.stat().st_size for file in folder.iterdir())
    assert f"({size / 1e6:,.1f} MB in {folder.relative_to(tmp_path)})" in ran.text
    learn = run("learn").value
    weights = {name: value.clone() for name, value in learn.model.state_dict().items()}
    learn.load(folder / "epoch-5")  # fastai takes them as its own
    assert differing(learn.model.state_dict(), weights) == []


def test_epochs_shorter_than_their_checkpoints_keep_the_first_and_the_last(
    begin, run, tmp_path, monkeypatch, written_at_once
):
    monkeypatch.setattr("fastaid.training.keep_checkpoints.CHEAP_SECONDS", 0)
    monkeypatch.setattr("fastaid.training.keep_checkpoints.SHARE", 1e-9)
    begin()
    assert run("%fit_one_cycle 5 --lr-max 1e-2").error is None
    (folder,) = (tmp_path / ".fastaid" / "checkpoints").iterdir()
    assert {file.name for file in folder.iterdir()} == {"epoch-0.pth", "epoch-5.pth"}


def test_a_stop_after_a_short_epoch_keeps_that_epoch(
    begin, run, shell, tmp_path, monkeypatch, written_at_once
):
    monkeypatch.setattr("fastaid.training.keep_checkpoints.CHEAP_SECONDS", 0)
    monkeypatch.setattr("fastaid.training.keep_checkpoints.SHARE", 1e-9)
    learn = begin()
    live = shell.meta["fastaid"].session.live_runs = LiveRuns(lambda progress: None)
    at_batch(learn, BATCHES + 1, lambda: live.ask_to_stop(live.ids[-1], "epoch"))
    ran = run("%fit_one_cycle 5 --lr-max 1e-2")
    assert ran.error is None, ran.error
    assert "stopped" in ran.text
    (folder,) = (tmp_path / ".fastaid" / "checkpoints").iterdir()
    assert {file.name for file in folder.iterdir()} == {"epoch-0.pth", "epoch-2.pth"}


def test_a_run_that_died_in_its_first_epoch_begins_again_as_it_began(begin, run, tmp_path):
    learn = begin()
    run(FIT)
    whole = state(learn)
    learn = begin()
    interrupted(run, learn, 3, FIT)
    (file,) = (tmp_path / ".fastaid" / "checkpoints").rglob("batch-3.pth")
    file.unlink()  # what a kernel that was killed there would not have written
    ran = run("%resume")
    assert "resumed at batch 0, after 0 complete epochs" in ran.text
    assert differing(state(learn), whole) == []


def test_a_long_epoch_keeps_checkpoints_between_its_batches(begin, run, monkeypatch, written_at_once):
    monkeypatch.setattr("fastaid.training.watch.KEEP_SECONDS", 0)
    at_batch(begin(), 3, lambda: time.sleep(0.3))  # longer than batches wait to be told of
    kept = []
    keep = "fastaid.training.keep_checkpoints.write_checkpoint"
    monkeypatch.setattr(keep, lambda state, file: kept.append(file.name))
    run("%fit_one_cycle 1 --lr-max 1e-2")
    assert "batch-3.pth" in kept


def test_checkpoints_can_be_left_out(begin, run, tmp_path):
    learn = begin()
    interrupted(run, learn, 2, f"{FIT} --no-checkpoints")
    assert not (tmp_path / ".fastaid" / "checkpoints").exists()
    error = run("%resume").error
    assert str(error).startswith("No run of this folder ended early with a checkpoint.")
    run("%config TrainingMagics.keep_checkpoints = False")
    run(FIT)
    assert not (tmp_path / ".fastaid" / "checkpoints").exists()


def test_the_same_line_goes_on_or_begins(begin, run):
    learn = begin()
    run(f"{FIT} --resume")
    whole = state(learn)
    learn = begin()
    interrupted(run, learn, BATCHES + 2, f"{FIT} --resume")
    assert run(f"{FIT} --resume").error is None
    assert differing(state(learn), whole) == []
    other = run("%fit_one_cycle 1 --resume")
    assert other.error is None
    assert "resumed" not in other.text
    assert [one.number for one in runs(run)] == [3, 2, 1]


def runs(run):
    from fastaid.training.journal import Journal

    return Journal(run("get_ipython().meta['fastaid'].magics[2].journal_path()").value).runs()


DATA = "%databunch from_folder path --num-workers 0"
TINY = "%learner tiny_net --no-pretrained"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (f"{DATA} --size 16 --bs 6\n{TINY}", "a batch had 8 and has 6"),
        (f"{DATA} --size 20 --bs 8\n{TINY}", "the transforms are others"),
        (f"(path/'0').ls()[0].unlink()\n{DATA} --size 16 --bs 8\n{TINY}", "pictures in the"),
        (f"{DATA} --size 16 --bs 8 --seed 1\n{TINY}", "split otherwise"),
        ("%learner resnet18 --no-pretrained", "The run trained another net than resnet18"),
        ("learn.loss_func = nn.MSELoss()", "its loss was CrossEntropyLossFlat and is MSELoss"),
    ],
)
def test_what_has_changed_is_named_before_anything_runs(begin, run, change, word):
    learn = begin()
    interrupted(run, learn, BATCHES + 2, FIT)
    for line in change.split("\n"):
        assert run(line).error is None
    now = run("learn").value
    weights = {name: value.clone() for name, value in now.model.state_dict().items()}
    error = run("%resume").error
    assert isinstance(error, FastaidError)
    assert word in str(error)
    assert differing(now.model.state_dict(), weights) == []


def test_other_versions_and_threads_are_said_and_it_goes_on(begin, run, monkeypatch):
    learn = begin()
    interrupted(run, learn, BATCHES + 2, FIT)
    monkeypatch.setattr("fastaid.training.resume.versions", lambda: (("torch", "9.9"),))
    ran = run("%resume")
    assert ran.error is None
    assert "torch was" in ran.text
    assert "and is 9.9" in ran.text


def test_weights_trained_since_are_kept(begin, run):
    learn = begin()
    interrupted(run, learn, BATCHES + 2, FIT)
    run("%fit_one_cycle 1 --no-checkpoints")
    since = {name: value.clone() for name, value in learn.model.state_dict().items()}
    ran = run("%resume")
    (name,) = [word for word in ran.text.split("'") if word.startswith("before-resume-")]
    learn.load(name)
    assert differing(learn.model.state_dict(), since) == []


LINES = """
%databunch from_folder path --size 16 --bs 8 --num-workers 0
%learner xresnet18 --no-pretrained --metrics accuracy
set_seed(3)
for i, dl in enumerate(dls.loaders): dl.rng = rnd.Random(3 + i)
"""
DYING = """
import os, signal
class Dying(Callback):
    n_seen = 0
    def after_pred(self):
        self.n_seen += self.training
        if self.n_seen == 9: os.kill(os.getpid(), signal.SIGKILL)
learn.add_cb(Dying())
"""
SUM = """
import hashlib
print("sum", hashlib.sha256(b"".join(v.numpy().tobytes() for v in learn.model.state_dict().values())).hexdigest())
"""


@pytest.mark.kernel
def test_a_run_goes_on_in_a_new_kernel_after_its_own_was_killed(digits, tmp_path):
    from jupyter_client.manager import start_new_kernel

    sums = []
    for end in (f"{FIT}", f"{DYING}\n{FIT}", "%resume --anyway"):  # its callback died with it
        manager, client = start_new_kernel(kernel_name="python3", cwd=str(tmp_path))
        lines = "" if "resume" in end else LINES
        said = []
        try:
            begin = "%load_ext fastaid\nfrom fastai.vision.all import *\nimport random as rnd\nset_seed(3)\n"
            path = "" if "resume" in end else f"path = Path({str(digits)!r})\n"
            client.execute_interactive(begin + path, timeout=300)
            cell = f"{lines}\n{end}\n{SUM}"
            if "Dying" in end:
                client.execute(cell)
                wait_until(lambda manager=manager: not manager.is_alive())
                continue
            client.execute_interactive(cell, timeout=300, output_hook=said.append)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        errors = [one["content"]["evalue"] for one in said if one["msg_type"] == "error"]
        assert errors == []
        sums += [one["content"]["text"] for one in said if "sum" in one["content"].get("text", "")]
    assert len(sums) == 2
    assert sums[0] == sums[1]


def wait_until(is_so, seconds=300):
    for _ in range(int(seconds * 10)):
        if is_so():
            return
        time.sleep(0.1)
    raise TimeoutError


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "text"])
def test_a_damaged_checkpoint_gives_way_to_the_one_before(begin, run, tmp_path, damage):
    learn = begin()
    run(FIT)
    whole = state(learn)
    learn = begin()
    interrupted(run, learn, 2 * BATCHES + 2, FIT)
    (file,) = (tmp_path / ".fastaid" / "checkpoints").rglob("batch-*.pth")
    content = bytearray(file.read_bytes())
    if damage == "flipped":
        content[len(content) // 2 : len(content) // 2 + 64] = bytes(64)
    cut = {"cut": content[: len(content) // 2], "empty": b"", "text": b"no checkpoint", "flipped": content}
    file.write_bytes(cut[damage])
    ran = run("%resume")
    assert ran.error is None, ran.error
    assert "An earlier one is taken." in ran.text
    assert differing(state(learn), whole) == []


def test_a_record_that_names_another_method_is_not_called(begin, run, tmp_path):
    learn = begin()
    interrupted(run, learn, 2, FIT)
    (file,) = (tmp_path / ".fastaid" / "checkpoints").rglob("batch-2.pth")
    content = torch.load(file, weights_only=True)
    events = json.loads(content["opt"]["fastaid"]["run"])
    record = json.loads(events[0]["made_by"])
    record["fit"] = ["load", [{"path": "/etc/passwd"}], {}]
    events[0]["made_by"] = json.dumps(record)
    content["opt"]["fastaid"]["run"] = json.dumps(events)
    torch.save(content, file)
    error = run("%resume").error
    assert "was begun by a call that cannot be made again" in str(error)
