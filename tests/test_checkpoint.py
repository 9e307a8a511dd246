"""A state saved in the middle of a fit is the state of that moment, whole or not there."""

from __future__ import annotations

import pytest
import torch

from fastaid.facts.events import BatchesEnded, CheckpointSaved
from fastaid.training.checkpoint import save_checkpoint
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


def test_half_a_checkpoint_is_never_left(learn, monkeypatch):
    def full(file, *args, **kwargs):
        file.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    learn.create_opt()
    monkeypatch.setattr("fastai.learner.save_model", full)
    with pytest.raises(OSError, match="No space left"):
        save_checkpoint(learn, "run", 3)
    assert list((learn.path / learn.model_dir).iterdir()) == []


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
