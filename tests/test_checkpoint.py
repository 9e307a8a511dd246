"""A state saved in the middle of a fit is the state of that moment, whole or not there."""

from __future__ import annotations

import resource
from contextlib import contextmanager

import pytest
import torch

from fastaid.facts.events import BatchesEnded, CheckpointSaved
from fastaid.training.checkpoint import write_checkpoint
from fastaid.training.fit import describe_start, watched
from fastaid.training.stop import Stop


def weights(learn):
    return {name: value.clone() for name, value in learn.model.state_dict().items()}


def same(a, b):
    return all(torch.equal(a[name], b[name]) for name in a)


def test_the_weights_are_those_between_two_batches_and_the_fit_goes_on(learn):
    stop, seen = Stop(), {}

    def listen(run, event):
        if isinstance(event, BatchesEnded) and run.step == 3:
            stop.wants_checkpoint = True  # read at the edge of batch 3, which has ended
        elif isinstance(event, CheckpointSaved):
            seen["saved"], seen["then"] = event, weights(learn)

    with watched(learn, describe_start(learn, "learn.fit(2)", 2), (listen,), stop, 0.0) as run:
        learn.fit(2)
    assert (run.status, len(run.epochs)) == ("finished", 2)
    assert run.checkpoints == [seen["saved"]]
    assert not same(seen["then"], weights(learn))
    learn.load(seen["saved"].name)
    assert same(seen["then"], weights(learn))
    assert learn.opt.state_dict()["state"]


def test_training_is_the_same_with_a_checkpoint_in_its_middle(learn):
    begin, ends = weights(learn), []
    for is_wanted in (False, True):
        learn.model.load_state_dict(begin)
        learn.opt = None
        stop = Stop(wants_checkpoint=is_wanted)
        with learn.no_bar(), learn.no_logging():
            torch.manual_seed(1)
            learn.dls.rng.seed(1)
            for loader in learn.dls.loaders:
                loader.rng.seed(1)
            with watched(learn, describe_start(learn, "learn.fit(1)", 1), (), stop):
                learn.fit(1)
        ends.append(weights(learn))
    assert same(*ends)


def test_half_a_checkpoint_is_never_left(tmp_path, monkeypatch):
    def full(state, file, *args, **kwargs):
        file.write(b"half")
        raise OSError(28, "No space left on device")

    place = tmp_path / "kept" / "run.pth"
    write_checkpoint({"model": {}}, place)
    before = place.read_bytes()
    monkeypatch.setattr("torch.save", full)
    with pytest.raises(OSError, match="No space left"):
        write_checkpoint({"model": {"a": torch.zeros(9)}}, place)
    assert [file.name for file in place.parent.iterdir()] == ["run.pth"]
    assert place.read_bytes() == before


@contextmanager
def room_for(n_bytes):
    """Files of this process grow no further: the system refuses the rest of a write, as a full disk does."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_write_that_is_broken_off_leaves_the_file_of_before(tmp_path):
    place = tmp_path / "kept" / "run.pth"
    write_checkpoint({"model": {}}, place)
    before = place.read_bytes()
    with room_for(100_000), pytest.raises((OSError, RuntimeError)):
        write_checkpoint({"model": {"a": torch.zeros(100_000)}}, place)
    assert [file.name for file in place.parent.iterdir()] == ["run.pth"]
    assert place.read_bytes() == before


def test_a_fit_whose_checkpoints_are_broken_off_trains_the_same(run, tmp_path, written_at_once):
    run("from fastai.vision.all import *")
    ends, said = [], ""
    for n_bytes in (50_000_000, 100_000):
        run(
            "set_seed(1, reproducible=True)\n"
            "x, y = torch.randn(16, 3, 8, 8), torch.randint(0, 2, (16,))\n"
            "dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=8, num_workers=0)\n"
            "net = nn.Sequential(nn.Flatten(), nn.Linear(192, 200), nn.ReLU(), nn.Linear(200, 2))\n"
            "learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss())"
        )
        with room_for(n_bytes):
            ran = run("%fit_one_cycle 2")
        assert ran.error is None
        ends.append(weights(run("learn").value))
        said = ran.text
    assert "no checkpoint could be kept at batch 0" in said
    assert not list(tmp_path.rglob("*.part"))
    assert same(*ends)


def test_a_full_disk_costs_a_line_and_no_training(run, learn, monkeypatch, written_at_once):
    def full(state, file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("fastaid.training.keep_checkpoints.write_checkpoint", full)
    ran = run("%fit_one_cycle 2")
    assert ran.error is None
    assert "no checkpoint could be kept at batch 0 (OSError: [Errno 28] No space left on device)" in ran.text
    assert len(learn.recorder.values) == 2


def test_what_cannot_be_copied_costs_a_warning_and_no_training(run, learn, monkeypatch):
    monkeypatch.setattr("fastaid.training.keep_checkpoints.learner_state", lambda *args: 1 / 0)
    with pytest.warns(UserWarning, match="No checkpoints are kept of this run; the fit itself is unharmed"):
        ran = run("%fit_one_cycle 2")
    assert ran.error is None
    assert len(learn.recorder.values) == 2


def test_the_oldest_runs_make_room(tmp_path):
    """Files that another run has written in the last hour stay: it may train now."""
    import os
    import time

    from fastaid.training.keep_checkpoints import Checkpoints

    ages = {"days": 5, "day": 1, "now": 0}
    for name, days in ages.items():
        (tmp_path / name).mkdir()
        file = tmp_path / name / "epoch-1.pth"
        file.write_bytes(bytes(1000))
        os.utime(file, (time.time() - days * 86_400,) * 2)
    kept = Checkpoints(tmp_path, "mine", most_gigabytes=2_500 / 2**30)
    state = {"model": {"a": torch.zeros(10)}}
    kept._make_room(type("Job", (), {"state": state}))
    assert sorted(file.parent.name for file in tmp_path.rglob("*.pth")) == ["day", "now"]
    Checkpoints(tmp_path, "mine", most_gigabytes=0)._make_room(type("Job", (), {"state": state}))
    assert [file.parent.name for file in tmp_path.rglob("*.pth")] == ["now"]


def test_room_is_made_anew_only_where_a_checkpoint_has_grown(tmp_path, monkeypatch):
    """A folder may hold thousands of runs, and each epoch would look through them."""
    from fastaid.training import keep_checkpoints

    looked = []
    monkeypatch.setattr(
        keep_checkpoints, "_files_below", lambda root, apart: looked.append(apart) or iter(())
    )
    kept = keep_checkpoints.Checkpoints(tmp_path, "mine")
    for n in (10, 10, 20, 20):
        kept._make_room(type("Job", (), {"state": {"model": {"a": torch.zeros(n)}}}))
    assert looked == ["mine", "mine"]


@pytest.mark.parametrize("name", ["..", ".", "", "a/b", "/tmp", "../other"])
def test_a_run_of_a_strange_name_deletes_nothing(name, tmp_path):
    from fastaid.training.keep_checkpoints import Checkpoints

    with pytest.raises(ValueError, match="is no name of a folder"):
        Checkpoints(tmp_path, name)


class FakeGpu:
    """What of torch.cuda is read; there is no GPU where the tests run."""

    def __init__(self, utilization):
        self._utilization = utilization

    def utilization(self, device):
        if isinstance(self._utilization, Exception):
            raise self._utilization
        return self._utilization

    def memory_reserved(self, device):
        return 3 * 2**30

    def get_device_properties(self, device):
        return type("Properties", (), {"total_memory": 8 * 2**30})()

    def synchronize(self, *args):
        raise AssertionError("looking at a GPU must not wait for it")


@pytest.mark.parametrize(("utilization", "busy"), [(50, 0.5), (ModuleNotFoundError("pynvml"), None)])
def test_a_gpu_s_use_is_read_without_waiting_for_it(monkeypatch, utilization, busy):
    from fastaid.training.device import gpu_use

    monkeypatch.setattr(torch, "cuda", FakeGpu(utilization))
    use = gpu_use(torch.device("cuda:0"))
    assert (use.used, use.total, use.busy) == (3 * 2**30, 8 * 2**30, busy)


def test_a_cpu_has_no_gpu_use():
    from fastaid.training.device import gpu_use

    assert gpu_use(torch.device("cpu")) is None
