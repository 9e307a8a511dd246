"""The wire contract: golden payloads, and what holds for any run."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.events import BatchesEnded, EpochEnded, FitStarted, RunEnded, RunStarted
from fastaid.facts.layers import LayerGroup
from fastaid.facts.run import Run
from fastaid.facts.schedule import Plan
from fastaid.render.payload import MIME, RunPayload, payload, progress
from tests.conftest import examples

GOLDEN = Path(__file__).parents[1] / "payloads"
COLUMNS = ("train_loss", "valid_loss", "accuracy")

START = RunStarted(
    run_id="0123456789ab",
    started_at=1_760_000_000.25,
    call="learn.fit_one_cycle(2, lr_max=slice(1e-05, 0.001))",
    n_epoch=2,
    arch="resnet34",
    device="cpu",
    bs=64,
    n_train=256,
    n_valid=64,
    n_classes=37,
    seed=42,
    data_fingerprint="f00d",
    settings=(("lr_max", "slice(1e-5, 1e-3)"),),
    versions=(("fastai", "2.8.3"),),
)
FIT = FitStarted(
    n_epoch=2,
    n_iter=4,
    n_valid_iter=1,
    metric_names=COLUMNS,
    layer_groups=(
        LayerGroup("body", 21_000_000, 17_000, True, 1e-5),
        LayerGroup("head", 500, 500, False, 1e-3),
    ),
    plan=Plan((1, 4, 8), (4e-5, 1e-3, 1e-8), (0.95, 0.85, 0.95)),
)


def bunch(first, losses, seconds):
    n = len(losses)
    return BatchesEnded(
        first,
        tuple(losses),
        tuple(losses),
        tuple(1e-3 / (first + i) for i in range(n)),
        (0.95,) * (n - 1) + (None,),
        seconds,
        seconds * 0.75,
    )


def epoch(i, *values):
    return EpochEnded(i, 4 * (i + 1), tuple(zip(COLUMNS, values, strict=True)), 2.5, 2.5 * (i + 1))


FIRST = [START, FIT, bunch(1, [3.61234567, 3.2, 2.9, 2.5], 2.0), epoch(0, 3.05, 2.1, 0.4375)]
RUNS = {
    "running": [*FIRST, bunch(5, [2.25, 2.0], 3.5)],
    "finished": [
        *FIRST,
        bunch(5, [2.25, 2, 1.9, 1.75], 4.5),
        epoch(1, 2.0, 1.8, 0.5),
        RunEnded("finished", 5.0),
    ],
    "interrupted": [*FIRST, bunch(5, [2.25], 3.0), RunEnded("interrupted", 3.1, "Epoch 0 is kept.")],
    "diverged": [*FIRST, bunch(5, [None, None], 3.0), epoch(1, None, None, 0.0), RunEnded("finished", 5.0)],
}


@pytest.mark.parametrize("name", RUNS)
def test_the_payload_is_the_golden_one(name):
    """FASTAID_GOLDEN=write renews the files; a change of theirs is a change for every viewer."""
    made = json.dumps(payload(Run.of(RUNS[name])), indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    file = GOLDEN / f"{name}.json"
    if os.environ.get("FASTAID_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


def test_the_live_message_is_the_golden_one():
    events = RUNS["running"]
    made = json.dumps(progress(Run.of(events), events[-1], len(events)), indent=2, allow_nan=False) + "\n"
    file = GOLDEN / "progress.json"
    if os.environ.get("FASTAID_GOLDEN") == "write":
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


@given(st.integers(1, 40), st.integers(1, 7))
def test_snapshot_and_messages_together_are_the_whole_run(n, width):
    """What a front end does: it takes the run as it was, then adds each message's part."""
    events = [START, FIT, *(bunch(1 + i * width, [1.0 + i] * width, float(i + 1)) for i in range(n))]
    run = Run.of(events[:2])
    pieces = []
    for seq, event in enumerate(events[2:], start=3):
        run.apply(event)
        pieces.append(progress(run, event, seq))
    whole = payload(run)
    for name, values in whole["series"].items():
        assert [value for piece in pieces for value in piece["series"][name]] == values
    assert {name: whole[name] for name in pieces[-1]["now"]} == pieces[-1]["now"]


def test_the_contract_is_versioned_and_complete():
    made = payload(Run.of(RUNS["finished"]))
    assert MIME == "application/vnd.fastaid.run.v1+json"
    assert made["version"] == 1
    assert set(made) == RunPayload.__required_keys__


any_number = st.none() | st.floats()
bunches = st.lists(st.tuples(any_number, any_number, st.floats(), any_number), min_size=1, max_size=30).map(
    lambda rows: BatchesEnded(
        1, *(tuple(row[i] for row in rows) for i in range(4)), seconds=1.0, train_seconds=0.5
    )
)
epochs = st.tuples(any_number, any_number, any_number).map(lambda values: epoch(0, *values))


@given(st.lists(bunches | epochs, max_size=8), st.integers(4, 40))
def test_any_run_is_json_however_odd_its_numbers(events, most):
    made = payload(Run.of([START, FIT, *events]), max_points=most, max_epochs=4)
    assert json.loads(json.dumps(made, allow_nan=False)) == made
    series = made["series"]
    assert {len(one) for one in series.values()} == {len(series["step"])}
    assert len(series["step"]) <= most
    assert len(made["epochs"]) <= 4


@given(st.lists(st.none() | st.floats(-1e30, 1e30), max_size=40))
@examples(40)
def test_losses_that_watch_can_tell_make_json_too(losses):
    events = [START, FIT, *([bunch(1, losses, 1.0)] if losses else []), epoch(0, None, math.pi, None)]
    made = payload(Run.of(events))
    assert json.loads(json.dumps(made, allow_nan=False)) == made
    kept = made["series"]["loss"]
    assert [loss is None for loss in kept] == [loss is None for loss in losses]
    assert [x for x in kept if x is not None] == pytest.approx([x for x in losses if x is not None], rel=1e-4)


def test_a_long_run_is_a_thousand_points_with_its_spike():
    losses = [1.0] * 50_000
    losses[12_345] = 77.0
    series = payload(Run.of([START, FIT, bunch(1, losses, 9.0)]))["series"]
    assert len(series["step"]) <= 1_000
    assert series["loss"][series["step"].index(12_346)] == 77.0
    assert (series["step"][0], series["step"][-1]) == (1, 50_000)


def test_a_spike_of_one_batch_is_kept_though_the_smooth_curve_does_not_show_it():
    losses = tuple(50.0 if i == 4_321 else 1.0 for i in range(10_000))
    flat = (1.0,) * 10_000
    ended = BatchesEnded(1, losses, flat, flat, flat, 9.0, 9.0)
    assert max(payload(Run.of([START, FIT, ended]))["series"]["loss"]) == 50.0


def test_a_long_table_keeps_its_beginning_and_its_end():
    made = payload(Run.of([START, FIT, *(epoch(i, 1.0, 1.0, 1.0) for i in range(100))]), max_epochs=8)
    assert [row["epoch"] for row in made["epochs"]] == [0, 1, 94, 95, 96, 97, 98, 99]
    assert made["n_epochs_left_out"] == 92


def test_the_plans_of_both_fits_follow_each_other():
    second = FitStarted(1, 4, 1, COLUMNS, plan=Plan((9, 12), (0.5, 0.25), (0.8, 0.9)))
    planned = payload(Run.of([START, FIT, second]))["planned"]
    assert planned == {
        "step": [1, 4, 8, 9, 12],
        "lr": [4e-5, 1e-3, 1e-8, 0.5, 0.25],
        "mom": [0.95, 0.85, 0.95, 0.8, 0.9],
    }


def test_a_fit_without_planned_momentum_does_not_take_the_next_ones():
    first = FitStarted(1, 4, 1, COLUMNS, plan=Plan((1, 4), (0.1, 0.2)))  # fit_flat_cos plans no momentum
    second = FitStarted(1, 4, 1, COLUMNS, plan=Plan((5, 8), (0.3, 0.4), (0.8, 0.9)))
    assert payload(Run.of([START, first, second]))["planned"]["mom"] == [None, None, 0.8, 0.9]


def test_a_plan_of_momentum_alone_is_told():
    only = FitStarted(1, 4, 1, COLUMNS, plan=Plan((1, 4), (), (0.8, 0.9)))
    assert payload(Run.of([START, only]))["planned"]["mom"] == [0.8, 0.9]
