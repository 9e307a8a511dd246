"""Events survive the journal's JSON, and a run is what its events add up to."""

from __future__ import annotations

import copy
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.events import (
    BatchesEnded,
    CheckpointSaved,
    EpochEnded,
    FitStarted,
    RunEnded,
    RunResumed,
    RunStarted,
    from_json,
    to_json,
)
from fastaid.facts.layers import LayerGroup
from fastaid.facts.run import Run, finite, is_lower_better
from fastaid.facts.schedule import Plan

numbers = st.floats(allow_nan=False, allow_infinity=False)
maybe = st.none() | numbers
text = st.text(max_size=20)
pairs = st.lists(st.tuples(text, text), max_size=3).map(tuple)
counts = st.integers(0, 10_000)


def tuples(of, **sizes):
    return st.lists(of, max_size=4, **sizes).map(tuple)


starts = st.builds(
    RunStarted,
    run_id=text,
    started_at=numbers,
    call=text,
    n_epoch=counts,
    arch=text,
    bs=counts,
    seed=st.none() | st.integers(0, 2**63),
    code=text,
    versions=pairs,
    settings=pairs,
)
groups = st.builds(
    LayerGroup, holds=text, n_params=counts, n_trainable=counts, frozen=st.booleans(), lr=maybe
)
fits = st.builds(
    FitStarted,
    n_epoch=counts,
    n_iter=counts,
    n_valid_iter=counts,
    metric_names=tuples(text),
    layer_groups=tuples(groups),
    plan=st.builds(Plan, steps=tuples(counts), lrs=tuples(numbers), moms=tuples(numbers)),
)
batches = st.lists(st.tuples(maybe, maybe, numbers, maybe), min_size=1, max_size=5).flatmap(
    lambda rows: st.builds(
        BatchesEnded,
        first_step=counts,
        losses=st.just(tuple(r[0] for r in rows)),
        smooth_losses=st.just(tuple(r[1] for r in rows)),
        lrs=st.just(tuple(r[2] for r in rows)),
        moms=st.just(tuple(r[3] for r in rows)),
        seconds=numbers,
        train_seconds=numbers,
    )
)
epochs = st.builds(
    EpochEnded,
    epoch=counts,
    step=counts,
    values=tuples(st.tuples(text, maybe)),
    epoch_seconds=numbers,
    seconds=numbers,
)
ends = st.builds(
    RunEnded, status=st.sampled_from(["finished", "stopped", "failed"]), seconds=numbers, message=text
)
saved = st.builds(CheckpointSaved, step=counts, seconds=numbers, name=text, is_asked_for=st.booleans())
resumptions = st.builds(RunResumed, resumed_at=numbers, step=counts, epoch=counts)
later = fits | batches | epochs | ends | saved | resumptions


@given(starts | later)
def test_an_event_is_the_same_after_json_text(event):
    assert from_json(json.loads(json.dumps(to_json(event), allow_nan=False))) == event


@given(starts, st.lists(later, max_size=8))
def test_folding_is_applying_one_by_one(first, rest):
    run = Run(first)
    for event in rest:
        run.apply(event)
    assert Run.of(iter([first, *rest])) == run
    assert Run.of(from_json(to_json(e)) for e in [first, *rest]) == run


@given(starts, st.lists(later, max_size=10))
def test_a_run_gives_events_that_fold_to_it_again(first, rest):
    run = Run.of([first, *rest])
    again = Run.of(run.events())
    if run.step == run.steps_before_fit:
        again.seconds = run.seconds  # batches bring the time; a fit without any is not gone on with
    assert again == run


@given(starts, st.lists(later, max_size=6), later)
def test_a_kept_state_does_not_change_with_the_run(first, rest, one_more):
    run = Run.of([first, *rest])
    before = copy.deepcopy(run)
    copy.deepcopy(run).apply(one_more)
    assert run == before
    assert Run.of([first]).epochs == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "Nonsense"},
        {"kind": "RunEnded"},
        {"kind": "RunStarted", "run_id": "a"},
    ],
)
def test_another_programs_event_is_a_value_error(body):
    with pytest.raises(ValueError, match=r"no event|incomplete"):
        from_json(body)


@pytest.mark.parametrize("part", [{"plan": {"speed": 1}}, {"layer_groups": [{"speed": 1}]}])
def test_another_shape_inside_a_fit_is_a_value_error_too(part):
    with pytest.raises(ValueError, match="FitStarted"):
        from_json({"kind": "FitStarted", "n_epoch": 1, "n_iter": 1, "n_valid_iter": 1, **part})


def test_a_field_of_a_newer_version_is_passed_over():
    body = {**to_json(RunEnded("finished", 3.0)), "mood": "good"}
    assert from_json(body) == RunEnded("finished", 3.0)


START = RunStarted("r", 0.0, "learn.fit(2)", n_epoch=2, bs=10)


def fit(n_epoch=2, n_iter=4, **more):
    return FitStarted(n_epoch, n_iter, 2, ("train_loss", "valid_loss", "accuracy"), **more)


def bunch(n, seconds=1.0, first=1, loss=0.5):
    return BatchesEnded(first, (loss,) * n, (loss,) * n, (0.1,) * n, (0.9,) * n, seconds, seconds)


def epoch(i, step, valid=0.5, accuracy=0.5):
    return EpochEnded(i, step, (("valid_loss", valid), ("accuracy", accuracy)), 1.0, float(i + 1))


def test_a_run_begins_with_its_start():
    with pytest.raises(ValueError, match="RunStarted"):
        Run.of([RunEnded("finished", 1.0)])


def test_progress_counts_every_fit_of_a_run():
    start = RunStarted("r", 0.0, "learn.fine_tune(2)", n_epoch=3, bs=10)
    run = Run.of([start, fit(1), bunch(4), epoch(0, 4), fit(2), bunch(2, first=5)])
    assert (run.step, run.n_step, run.epochs_before_fit) == (6, 12, 1)


def test_speed_and_time_left_follow_the_training_batches():
    run = Run.of([START, fit(), bunch(4, seconds=2.0)])
    assert run.samples_per_second == 20.0
    # 4 batches of 0.5 s are left, and two validations of 2 batches at 40 % of that
    assert run.seconds_left == pytest.approx(4 * 0.5 + 2 * 2 * 0.5 * 0.4)


def test_nothing_is_left_of_a_run_that_ended():
    run = Run.of([START, fit(), bunch(4), RunEnded("stopped", 9.0, "kept")])
    assert run.seconds_left is None
    assert (run.status, run.message, run.seconds) == ("stopped", "kept", 9.0)


def test_a_run_without_batches_has_no_pace():
    run = Run.of([START, fit()])
    assert run.samples_per_second is None
    assert run.seconds_left is None
    assert run.columns == ("train_loss", "valid_loss", "accuracy")
    assert run.final == {}


def test_the_best_epoch_is_lowest_for_a_loss_and_highest_for_accuracy():
    run = Run.of([START, fit(), epoch(0, 4, 0.3, 0.7), epoch(1, 8, 0.2, 0.9), epoch(2, 12, 0.4, 0.8)])
    assert run.best("valid_loss") == (1, 0.2)
    assert run.best("accuracy") == (1, 0.9)
    assert run.best("nothing") is None


def test_the_first_of_equal_epochs_is_best_and_none_never_is():
    run = Run.of([START, fit(), epoch(0, 4, None), epoch(1, 8, 0.2), epoch(2, 12, 0.2)])
    assert run.best("valid_loss") == (1, 0.2)


@pytest.mark.parametrize("column", ["valid_loss", "error_rate", "rmse", "Perplexity"])
def test_losses_and_errors_are_better_low(column):
    assert is_lower_better(column)


@pytest.mark.parametrize("column", ["accuracy", "f1_score", "dice", "jaccard"])
def test_scores_are_better_high(column):
    assert not is_lower_better(column)


def test_one_loss_that_is_no_number_marks_the_run_for_good():
    run = Run.of([START, fit(), bunch(1, loss=None), bunch(3)])
    assert run.diverged
    assert not Run.of([START, fit(), bunch(3)]).diverged


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, None, "x", [1, 2]])
def test_what_is_no_finite_number_is_none(value):
    assert finite(value) is None


def test_a_number_in_any_clothes_is_a_float():
    assert finite("2.5") == finite(2.5) == 2.5
