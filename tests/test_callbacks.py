"""Learners with callbacks of their own: what ends, saves, draws or copies while a fit is watched."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from fastaid.errors import Interrupted
from fastaid.training.journal import Journal
from tests.test_interrupt import at_batch, check_usable


def kept():
    """The latest run of the folder."""
    journal = Journal(Path(".fastaid/journal.sqlite"))
    return journal.load(str(journal.runs(1)[0].number))[1]


def interrupt():
    signal.raise_signal(signal.SIGINT)


def test_early_stopping_leaves_every_epoch_in_the_table_and_says_that_it_ended_early(run, learn):
    run("learn.add_cb(EarlyStoppingCallback('valid_loss', min_delta=100, patience=2))")
    ran = run("%fit_one_cycle 9")
    assert ran.error is None
    assert len(learn.recorder.values) == 3
    assert [epoch.epoch for epoch in kept().epochs] == [0, 1, 2]
    assert [v for _, v in kept().epochs[-1].values] == pytest.approx(list(learn.recorder.values[-1]))
    assert kept().status == "finished"
    assert "Ended early by a callback" in ran.stdout
    assert "3 of 9 epochs complete" in ran.stdout


def test_a_fit_that_ends_at_the_first_loss_that_is_no_number_says_so(run, learn):
    run("learn.add_cb(TerminateOnNaNCallback())")
    ran = run("%fit_one_cycle 3 --lr-max 1e30")
    assert ran.error is None
    assert kept().diverged
    assert kept().step == len(learn.recorder.lrs) + 1  # fastai's own record lacks the batch that ended it
    assert "infinite or not a number" in ran.stdout
    assert "Ended early" in ran.stdout


@pytest.mark.parametrize("is_there", [True, False])
def test_an_interrupt_before_the_first_best_model_loads_no_other_fit_s(run, learn, is_there):
    run("learn.add_cb(SaveModelCallback())")
    if is_there:
        run("%fit_one_cycle 1")
        run("learn.model[0][0][0].weight.data.fill_(9.); learn.save('model')")
    at_batch(learn, 2, interrupt)
    run("torch.nn.init.normal_(learn.model[0][0][0].weight)")
    ran = run("%fit_one_cycle 3")
    assert isinstance(ran.error, Interrupted)
    assert not (learn.model[0][0][0].weight == 9).any()
    assert "2 batches of 18 trained and kept" in ran.stdout
    assert "SaveModelCallback" not in ran.stdout
    check_usable(run, learn)


def test_an_interrupt_after_a_best_model_brings_it_back_and_says_so(run, learn):
    run("learn.add_cb(SaveModelCallback())")
    at_batch(learn, 8, interrupt)
    ran = run("%fit_one_cycle 3")
    assert isinstance(ran.error, Interrupted)
    assert "SaveModelCallback brought the weights of its best epoch back" in ran.stdout
    import torch

    saved = torch.load(learn.path / "models" / "model.pth", weights_only=True)
    assert all((saved[name] == p).all() for name, p in learn.model.state_dict().items())


def test_fastai_s_graph_does_not_stop_a_fit(run, learn):
    run("learn.add_cb(ShowGraphCallback())")
    assert run("%fit_one_cycle 2").error is None
    assert run("[type(cb).__name__ for cb in learn.cbs].count('ShowGraphCallback')").value == 1


@pytest.mark.parametrize(
    "callback",
    ["MixUp()", "GradientAccumulation(16)", "CSVLogger()", "ReduceLROnPlateau()", "GradientClip()"],
)
def test_fastai_s_callbacks_train_as_ever(run, learn, callback):
    run(f"learn.add_cb({callback})")
    assert run("%fit_one_cycle 2").error is None
    assert len(kept().epochs) == 2
    at_batch(learn, 3, interrupt)
    assert isinstance(run("%fit_one_cycle 2").error, Interrupted)
    assert run("learn.fit_one_cycle(1)").error is None


def test_a_callback_that_cannot_end_early_does_not_turn_a_stop_into_a_failure(run, learn):
    run(
        "class Whole(Callback):\n    def after_fit(self): assert self.epoch == self.n_epoch - 1, 'not all epochs'"
    )
    run("learn.add_cb(Whole())")
    at_batch(learn, 2, interrupt)
    ran = run("%fit_one_cycle 3")
    assert isinstance(ran.error, Interrupted)
    assert kept().status == "interrupted"
    assert "a callback failed on the way out" in ran.stdout
    assert "not all epochs" in ran.stdout


def test_a_learner_may_be_exported_and_copied_while_it_trains(run, learn):
    run(
        "from copy import deepcopy\n"
        "class KeepIt(Callback):\n"
        "    def after_epoch(self): deepcopy(self.learn); self.learn.export('so-far.pkl')\n"
        "learn.add_cb(KeepIt())"
    )
    assert run("%fit_one_cycle 2").error is None
    assert run("len(load_learner(learn.path/'so-far.pkl').dls.vocab)").value == 2


def test_mixed_precision_is_left_where_an_exception_flies_through_it(run, learn):
    import torch

    def depth():
        torch.autocast_increment_nesting()
        return torch.autocast_decrement_nesting()

    run(
        "from fastai.callback.fp16 import MixedPrecision\n"
        "class Fail(Callback):\n"
        "    order = 20\n"
        "    def before_batch(self): raise RuntimeError('out of memory, say')\n"
        "learn.add_cbs([MixedPrecision(), Fail()])"
    )
    assert depth() == 0
    with pytest.warns(UserWarning, match="CUDA is not available"):
        ran = run("%fit_one_cycle 1")
    assert isinstance(ran.error, RuntimeError)
    assert depth() == 0
    assert kept().status == "failed"


def test_pytorch_s_own_loaders_train(run, shell, learn):
    run(
        "from torch.utils.data import DataLoader as Plain, TensorDataset\n"
        "ds = TensorDataset(torch.randn(64, 3), torch.randint(0, 2, (64,)))\n"
        "plain = Learner(DataLoaders(Plain(ds, 16), Plain(ds, 16)), nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())"
    )
    ran = run("%fit_one_cycle 2 --learner plain")
    assert ran.error is None
    assert (kept().started.bs, kept().started.device, kept().step) == (16, "cpu", 8)


def test_an_interrupt_at_the_very_end_still_stops_run_all(run, learn):
    from fastai.learner import Callback

    class AtTheEnd(Callback):
        def after_fit(self):
            interrupt()

    learn.add_cb(AtTheEnd())
    ran = run("%fit_one_cycle 1")
    assert isinstance(ran.error, Interrupted)
    assert kept().status == "finished"
    assert len(kept().epochs) == 1
