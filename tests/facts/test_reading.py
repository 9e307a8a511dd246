"""What a run's curves say: each reading, and the near miss where it must not be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.events import BatchesEnded, EpochEnded, FitStarted, RunEnded, RunStarted
from fastaid.facts.reading import read
from fastaid.facts.run import Run

COLUMNS = ("train_loss", "valid_loss", "accuracy")


def run_of(train=(), rows=(), status=None, n_valid=1_000, n_classes=10):
    """A run with these smoothed training losses, then these epoch rows."""
    train = tuple(train)
    events = [
        RunStarted("r", 0.0, "learn.fit(9)", 9, n_valid=n_valid, n_classes=n_classes),
        FitStarted(9, 10, 2, COLUMNS),
        BatchesEnded(1, train, train, (0.1,) * len(train), (0.9,) * len(train), 1.0, 1.0),
        *(
            EpochEnded(i, 10 * (i + 1), tuple(zip(COLUMNS, row, strict=True)), 1.0, i + 1.0)
            for i, row in enumerate(rows)
        ),
    ]
    return Run.of([*events, RunEnded(status, 9.0)] if status else events)


def falling(n=20, start=3.0, end=1.0):
    return [start + (end - start) * i / (n - 1) for i in range(n)]


def test_a_loss_that_is_no_number_is_sure_and_comes_first():
    said = read(run_of([*falling(), None]))
    assert (said.kind, said.sure) == ("bad", "sure")
    assert "NaN" in said.text


@pytest.mark.parametrize("n", [0, 1, 9])
def test_a_few_batches_say_nothing(n):
    assert read(run_of(falling(20)[:n])) is None


def test_a_training_loss_that_climbs_past_its_beginning():
    said = read(run_of([*falling(20, 3.0, 1.0), 2.0, 5.0]))
    assert (said.kind, said.sure) == ("bad", "likely")
    assert "learning rate is probably too high" in said.text


def test_one_that_climbs_half_way_is_a_guess():
    assert read(run_of([*falling(20, 3.0, 1.0), 2.2])).sure == "a guess"


@pytest.mark.parametrize("last", [1.2, 1.4])
def test_a_ripple_is_no_climb(last):
    assert read(run_of([*falling(20, 3.0, 1.0), last])).kind == "good"


def test_a_small_loss_that_doubles_at_the_end_of_a_good_run_is_a_ripple():
    assert "too high" not in read(run_of([*falling(50, 3.0, 0.05), 0.1])).text


def test_a_classifier_that_has_learnt_all_is_not_blamed_for_ripples():
    rows = [(0.04, 4e-6, 1.0), (0.02, 2e-5, 1.0), (0.013, 4e-5, 1.0)]
    said = read(run_of([*falling(20, 0.04, 0.01), 0.03], rows))
    assert said.text.startswith("The validation loss is close to zero")


def test_of_a_regression_small_losses_are_losses():
    rows = [(0.04, 0.010, 0.1), (0.02, 0.02, 0.09), (0.013, 0.04, 0.08)]
    assert read(run_of(falling(20, 0.04, 0.01), rows, n_classes=0)).text.startswith("Overfitting")


def test_losses_below_zero_are_losses_too():
    assert read(run_of(falling(20, -1.0, -3.0))).kind == "good"
    assert "too high" in read(run_of([*falling(20, -1.0, -3.0), -0.5])).text


def test_validation_that_falls_is_still_improving():
    said = read(run_of(falling(), [(1.0, 1.2, 0.5), (0.8, 0.9, 0.6)]))
    assert (said.kind, said.sure) == ("good", "likely")
    assert "More epochs" not in said.text
    assert "More epochs" in read(run_of(falling(), [(1, 1.2, 0.5), (0.8, 0.9, 0.6)], "finished")).text


def test_few_validation_pictures_make_it_a_guess():
    assert read(run_of(falling(), [(1.0, 1.2, 0.5), (0.8, 1.15, 0.6)], n_valid=20)).sure == "a guess"


RISING = [(1.0, 0.9, 0.7), (0.7, 1.0, 0.68), (0.5, 1.2, 0.66), (0.3, 1.4, 0.65)]


@pytest.mark.parametrize(("n", "sure"), [(3, "likely"), (4, "sure")])
def test_validation_up_and_training_down_is_overfitting(n, sure):
    said = read(run_of(falling(), RISING[:n]))
    assert (said.kind, said.sure) == ("bad", sure)
    assert said.text.startswith("Overfitting: since epoch 0")


def test_a_metric_that_still_improves_says_otherwise():
    rows = [(train, valid, 0.6 + 0.05 * i) for i, (train, valid, _) in enumerate(RISING)]
    said = read(run_of(falling(), rows))
    assert said.kind == "neutral"
    assert said.text.startswith("Not overfitting yet, going by accuracy, which is no worse than it was then")


def test_a_metric_that_stays_at_its_best_says_otherwise_too():
    rows = [(train, valid, 1.0) for train, valid, _ in RISING]
    assert read(run_of(falling(), rows)).text.startswith("Not overfitting yet")


def test_a_rise_within_chance_is_no_overfitting():
    rows = [(1.0, 0.90, 0.7), (0.7, 0.95, 0.68), (0.5, 0.93, 0.66)]
    assert read(run_of(falling(), rows, n_valid=50)).text.startswith("No better since epoch 0")


def test_a_validation_loss_that_doubles_near_zero_is_no_overfitting():
    rows = [(0.6, 0.6, 0.9), (0.1, 0.0010, 1.0), (0.05, 0.0015, 1.0), (0.01, 0.0030, 1.0)]
    assert "Overfitting" not in read(run_of(falling(), rows)).text


def test_validation_up_with_training_up_is_no_overfitting():
    rows = [(1.0, 0.9, 0.7), (1.1, 1.2, 0.6), (1.2, 1.5, 0.5)]
    assert read(run_of(falling(), rows)).text.startswith("Getting worse: since epoch 0")


def test_a_training_loss_that_stays_for_an_epoch():
    said = read(run_of([3.0] * 20, [(3.0, 3.0, 0.1)]))
    assert (said.kind, said.sure) == ("neutral", "a guess")
    assert "higher learning rate" in said.text


any_loss = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@given(
    st.lists(any_loss, max_size=30),
    st.lists(st.tuples(any_loss, any_loss, any_loss), max_size=6),
    st.booleans(),
)
def test_any_run_is_read_without_an_error(train, rows, is_over):
    said = read(run_of(train, rows, "finished" if is_over else None))
    assert said is None or (
        said.text.endswith((".", "too high.")) and said.kind in ("good", "neutral", "bad")
    )
