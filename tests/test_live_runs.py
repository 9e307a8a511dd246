"""The kernel's keeper of runs: any front end gets the whole, at any moment, from any thread."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.events import BatchesEnded, EpochEnded, FitStarted, RunEnded, RunStarted
from fastaid.facts.run import Run
from fastaid.jupyter.live_runs import MOST_KEPT, WATCHED_SECONDS, LiveRuns
from fastaid.training.stop import Stop
from tests.conftest import examples


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def batches(first, n=1):
    ones = (1.0,) * n
    return BatchesEnded(first, ones, ones, ones, ones, 1.0, 1.0)


def feed(live, name, events, stop=None):
    """What a watched fit does with a listener."""
    listener = live.listener(stop or Stop())
    run = Run(RunStarted(name, 0.0, "learn.fit(1)", 1))
    listener(run, run.started)
    for event in events:
        run.apply(event)
        listener(run, event)
        yield run


def test_only_the_beginning_is_told_while_nobody_looks():
    sent, clock = [], Clock()
    live = LiveRuns(sent.append, clock)
    fit = feed(live, "a", [FitStarted(1, 9, 1), batches(1), batches(2), batches(3), batches(4)])
    next(fit), next(fit)
    assert [message["seq"] for message in sent] == [1]
    (snapshot,) = live.snapshot({})
    assert (snapshot["seq"], snapshot["run"]["step"]) == (3, 1)
    next(fit), next(fit)
    assert [message["seq"] for message in sent] == [1, 4, 5]
    clock.now += WATCHED_SECONDS + 1
    next(fit)
    assert [message["seq"] for message in sent] == [1, 4, 5]


def test_what_a_front_end_knows_is_not_told_again():
    live = LiveRuns(lambda message: None)
    list(feed(live, "a", [batches(1)]))
    list(feed(live, "b", [batches(1), RunEnded("finished", 1.0)]))
    assert [one["run"]["run_id"] for one in live.snapshot({"a": 2})] == ["b"]
    assert live.snapshot({"a": 2, "b": 3}) == []
    assert live.ids == ["a", "b"]


def test_a_run_that_is_over_can_be_seen_but_not_stopped():
    live, stop = LiveRuns(lambda message: None), Stop()
    list(feed(live, "a", [batches(1), RunEnded("finished", 1.0)], stop))
    assert live.snapshot({})[0]["run"]["status"] == "finished"
    assert not live.ask_to_stop("a", "batch")
    assert not live.ask_for_checkpoint("a")
    assert (stop.when, stop.wants_checkpoint) == (None, False)


def test_finished_runs_are_bounded_and_running_ones_are_kept():
    live = LiveRuns(lambda message: None)
    list(feed(live, "running", [batches(1)]))
    for i in range(MOST_KEPT + 30):
        list(feed(live, f"run-{i}", [RunEnded("finished", 1.0)]))
    assert live.ids[0] == "running"
    assert len(live.ids) <= MOST_KEPT + 2
    assert live.ids[-1] == f"run-{MOST_KEPT + 29}"


@given(st.lists(st.integers(1, 5), min_size=1, max_size=25), st.data())
@examples(60)
def test_a_snapshot_at_any_moment_and_the_messages_after_it_are_the_run(widths, data):
    sent: list[dict] = []
    live = LiveRuns(sent.append)
    first, events = 1, []
    for width in widths:
        events.append(batches(first, width))
        first += width
    moment = data.draw(st.integers(0, len(events) - 1))
    fit = feed(live, "a", events)
    for _ in range(moment):
        next(fit)
    known, seq = [], 0
    if moment:
        (snapshot,) = live.snapshot({})
        known, seq = list(snapshot["run"]["series"]["step"]), snapshot["seq"]
    else:
        live.snapshot({})
    list(fit)
    for message in sent:
        if message["seq"] > seq:
            known += message["series"]["step"]
    assert known == list(range(1, first))


def test_snapshots_from_another_thread_are_whole_while_events_come():
    live, problems, is_over = LiveRuns(lambda message: None), [], threading.Event()

    def look():
        try:
            while not is_over.is_set():
                for one in live.snapshot({}):
                    series = one["run"]["series"]
                    assert {len(values) for values in series.values()} == {len(series["step"])}
                    assert one["run"]["step"] == (series["step"][-1] if series["step"] else 0)
        except BaseException as error:  # noqa: BLE001  the test's own thread is to say so
            problems.append(error)

    looker = threading.Thread(target=look)
    looker.start()
    row = (("valid_loss", 1.0),)
    for _ in feed(
        live, "a", [e for i in range(3_000) for e in (batches(i + 1), EpochEnded(i, i, row, 1, 1))]
    ):
        pass
    is_over.set()
    looker.join()
    assert problems == []


def test_a_front_end_that_cannot_be_told_costs_the_view_and_not_the_fit(learn, recwarn):
    from fastaid.training.fit import describe_start, watched

    def broken(message):
        raise OSError("the socket is closed")

    live = LiveRuns(broken)
    live.snapshot({})
    stop = Stop()
    with watched(learn, describe_start(learn, "learn.fit(1)", 1), (live.listener(stop),), stop) as run:
        learn.fit(1)
    assert run.status == "finished"
    told = [str(one.message) for one in recwarn if "was given up" in str(one.message)]
    assert told == [
        "The live view in the panel was given up; the fit itself is unharmed (OSError: the socket is closed)."
    ]


@pytest.mark.parametrize("when", ["batch", "epoch"])
def test_a_stop_from_another_thread_leaves_a_learner_that_goes_on(learn, when):
    from fastaid.training.fit import describe_start, watched

    live, stop = LiveRuns(lambda message: None), Stop()

    def ask(run, event):
        if isinstance(event, FitStarted):
            asking = threading.Thread(target=live.ask_to_stop, args=(run.started.run_id, when))
            asking.start()
            asking.join()

    started = describe_start(learn, "learn.fit(9)", 9)
    with watched(learn, started, (live.listener(stop), ask), stop, 0.0) as run:
        learn.fit(9)
    assert (run.status, len(run.epochs)) == ("stopped", 0 if when == "batch" else 1)
    learn.fit(1)
    assert len(learn.recorder.values) == 1
