"""Thinning keeps what a learner looks for in a curve."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.thin import thin

losses = st.lists(st.none() | st.floats(-1e6, 1e6), max_size=300)


@given(losses, st.integers(4, 60))
def test_any_curve_keeps_its_ends_and_extremes_in_order(values, most):
    at = thin(values, most)
    assert at == sorted(set(at))
    assert len(at) <= most
    assert set(at) <= set(range(len(values)))
    if values:
        assert (at[0], at[-1]) == (0, len(values) - 1)
    finite = [v for v in values if v is not None]
    if finite:
        kept = [values[i] for i in at if values[i] is not None]
        assert (min(kept), max(kept)) == (min(finite), max(finite))


def test_a_curve_keeps_its_spike_when_thinned():
    values = [1.0] * 10_000
    values[4_321] = 99.0
    assert 4_321 in thin(values, 100)


def test_a_short_curve_is_not_touched():
    assert thin([3.0, None, 2.0], 3) == [0, 1, 2]


def test_every_part_of_a_long_curve_is_kept():
    at = thin([float(i % 7) for i in range(10_000)], 100)
    assert max(b - a for a, b in itertools.pairwise(at)) < 500


def test_a_stretch_without_a_number_still_has_a_point():
    values = [1.0] * 500 + [None] * 500
    assert any(500 <= i < 999 for i in thin(values, 50))


@pytest.mark.parametrize("most", [2, 3])
def test_very_few_points_are_not_exceeded(most):
    assert len(thin([1.0, 5.0, 0.0, 3.0, 2.0], most)) <= most
