"""Interrupting: Ctrl-C at any moment leaves a learner that trains, plots and saves."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time

import pytest

from fastaid.errors import Interrupted
from fastaid.training.stop import Stop, interrupts_deferred

SLOW = """
import time
class Slow(Callback):
    def after_pred(self): time.sleep(0.01)
learn.add_cb(Slow())
"""


ENDLESS = """
import time
class Slow(Callback):
    def after_pred(self):
        try:
            time.sleep(60)
            self.learn.has_ended_late = True
        finally:
            left.set()
learn.add_cb(Slow())
"""


def at_batch(learn, n, act):
    """Do something in the middle of the n-th training batch: a moment that no load of the machine moves."""
    from fastai.learner import Callback

    class AtBatch(Callback):
        order = -10  # before a slow callback of a test
        n_seen = 0

        def after_pred(self):
            self.n_seen += self.training
            if self.training and self.n_seen == n:
                act()

    callback = AtBatch()
    learn.add_cb(callback)
    return callback


def interrupt_after(seconds, times=1, gap=0.0):
    """Send this process SIGINT from another thread, as a Jupyter server or a terminal would."""

    def send():
        time.sleep(seconds)
        for _ in range(times):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(gap)

    thread = threading.Thread(target=send)
    thread.start()
    return thread


def on_a_thread(act):
    thread = threading.Thread(target=act)
    thread.start()
    thread.join()


def check_usable(run, learn, is_plotted=True):
    """The learner is as if the fit had been shorter."""
    import matplotlib

    matplotlib.use("agg")
    assert learn.logger is print
    assert getattr(learn, "dl", None) is None
    if is_plotted:
        assert run("learn.recorder.plot_loss()").error is None
        assert run("learn.recorder.plot_sched()").error is None
    assert run("learn.save('kept'); learn.load('kept'); learn.export('kept.pkl')").error is None
    names = [type(cb).__name__ for cb in learn.cbs]
    assert "WatchCallback" not in names
    assert "ParamScheduler" not in names
    assert names.count("ProgressCallback") == 1


def test_an_interrupt_ends_at_a_batch_s_edge_with_one_line(run, learn):
    at_batch(learn, 17, lambda: signal.raise_signal(signal.SIGINT))
    ran = run("%fit_one_cycle 50")
    assert isinstance(ran.error, Interrupted)
    assert "Traceback" not in ran.stdout
    assert "trained and kept" in ran.stdout
    check_usable(run, learn)
    assert "interrupted" in run("%runs").text
    assert len(learn.recorder.lrs) == 17 == len(learn.recorder.losses) == len(learn.recorder.hps["lr"])


@pytest.mark.parametrize("has_room", [True, False])
def test_an_interrupted_fit_promises_only_what_resume_can_do(run, learn, monkeypatch, has_room):
    if not has_room:
        monkeypatch.setattr("fastaid.training.keep_checkpoints.SPARE_BYTES", 2**60)
    at_batch(learn, 2, lambda: signal.raise_signal(signal.SIGINT))
    assert ("%resume goes on from here" in str(run("%fit_one_cycle 2").error)) is has_room
    assert (run("%resume").error is None) is has_room


def interrupt_until(left):
    """Send interrupts until one has had its effect: on a busy machine two can arrive as one."""
    while not left.wait(0.2):
        os.kill(os.getpid(), signal.SIGINT)


def test_a_second_interrupt_does_not_wait_for_the_batch(run, shell, learn):
    shell.push({"left": threading.Event()})
    run(ENDLESS)
    thread = threading.Thread(target=interrupt_until, args=(shell.user_ns["left"],))
    starter = at_batch(learn, 1, thread.start)
    ran = run("%fit_one_cycle 1")
    thread.join()
    assert not hasattr(learn, "has_ended_late")
    assert isinstance(ran.error, Interrupted)
    learn.remove_cb(starter)  # it holds a thread, which no file can
    run("learn.remove_cb(Slow)")
    check_usable(run, learn)


@pytest.mark.parametrize("magic", ["%fit_one_cycle 3", "%lr_find"])
def test_an_interrupt_on_the_way_out_of_no_grad_leaves_gradients_on(run, learn, magic):
    """A second one comes between any two lines, those of `torch.no_grad` too."""
    import torch

    def leave_half_way():
        torch.set_grad_enabled(False)
        raise KeyboardInterrupt

    at_batch(learn, 2, leave_half_way)
    try:
        run(magic)
        assert torch.is_grad_enabled()
    finally:
        torch.set_grad_enabled(True)  # for the tests to come


def test_fine_tune_interrupted_in_its_first_part_does_not_go_on_to_the_second(run, learn):
    at_batch(learn, 9, lambda: signal.raise_signal(signal.SIGINT))
    ran = run("%fine_tune 20 --freeze-epochs 20")
    assert isinstance(ran.error, Interrupted)
    assert learn.opt.frozen_idx > 0  # the second part would have unfrozen it
    check_usable(run, learn)


@pytest.mark.parametrize("times", [1, 2])
def test_lr_find_interrupted_puts_everything_back(run, learn, times):
    learn.create_opt()
    run("%fit_one_cycle 1")
    before = {name: p.clone() for name, p in learn.model.state_dict().items()}
    hypers = [dict(h) for h in learn.opt.hypers]
    at_batch(learn, 20, lambda: [signal.raise_signal(signal.SIGINT) for _ in range(times)])
    ran = run("%lr_find --num-it 1000 --no-stop-div")
    assert isinstance(ran.error, Interrupted)
    assert "as they were before" in ran.text
    assert all((before[name] == p).all() for name, p in learn.model.state_dict().items())
    assert [h["lr"] for h in learn.opt.hypers] == [h["lr"] for h in hypers]
    assert learn.model_dir == "models"
    # fastai's plot_loss needs a validation loss, which a learning rate finder has not even when it ends well.
    check_usable(run, learn, is_plotted=False)


def press_again(unraisable):
    """Python drops what is raised in a finalizer: of a Ctrl-C that comes in one, nobody is told."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        interrupt_after(0.1)


def test_fifty_interrupts_at_random_moments(run, learn, monkeypatch):
    monkeypatch.setattr(sys, "unraisablehook", press_again)
    run(SLOW.replace("0.01", "0.002"))
    moments = random.Random(0)
    n_kept = 0
    for _ in range(50):
        thread = interrupt_after(moments.uniform(0.0, 0.4), times=moments.choice([1, 1, 2]), gap=0.004)
        ran = None
        try:
            ran = run("%fit_one_cycle 1000")
            thread.join()
        except KeyboardInterrupt:  # the second one came when the cell was over
            thread.join()
        if ran is not None:
            # A KeyboardInterrupt came before the fit began, or after all was put in order.
            assert isinstance(ran.error, Interrupted | KeyboardInterrupt), ran.error
            n_kept += isinstance(ran.error, Interrupted)
            assert getattr(learn, "dl", None) is None  # no half batch is held, so it can be saved
        assert learn.logger is print
        names = [type(cb).__name__ for cb in learn.cbs]
        assert names.count("ProgressCallback") == 1
        assert "WatchCallback" not in names
    assert n_kept > 10
    run("learn.remove_cb(Slow)")
    assert run("%fit_one_cycle 1").error is None
    check_usable(run, learn)


def test_an_interrupt_before_the_first_batch_stays_an_interrupt(learn):
    from fastaid.facts.events import RunStarted
    from fastaid.training.fit import describe_start, watched

    def interrupted(run, event):
        if isinstance(event, RunStarted):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), watched(learn, describe_start(learn, "fit", 1), (interrupted,)):
        pytest.fail("nothing may train")
    assert "WatchCallback" not in [type(cb).__name__ for cb in learn.cbs]


def test_a_stop_from_another_thread_ends_the_fit_without_an_error(run, learn):
    from fastaid.training.fit import describe_start, watched

    stop = Stop()
    at_batch(learn, 9, lambda: on_a_thread(stop.request))
    with watched(learn, describe_start(learn, "learn.fit_one_cycle(50)", 50), stop=stop) as done:
        learn.fit_one_cycle(50)
    assert done.status == "stopped"
    assert done.step == 9
    check_usable(run, learn)


def test_a_stop_after_the_epoch_completes_its_row(run, learn):
    from fastaid.training.fit import describe_start, watched

    stop = Stop()
    at_batch(learn, 9, lambda: on_a_thread(lambda: stop.request("epoch")))
    with watched(learn, describe_start(learn, "learn.fit_one_cycle(50)", 50), stop=stop) as done:
        learn.fit_one_cycle(50)
    assert done.status == "stopped"
    assert len(done.epochs) == 2
    assert done.step == 2 * len(learn.dls.train)


def test_the_handler_that_was_there_comes_back():
    before = signal.getsignal(signal.SIGINT)
    with interrupts_deferred(Stop()):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
