"""What checks ask of data: exactly of small ones, of some items of large ones."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from fastaid.teach.notices.values import (
    has_bad_weights,
    in_both,
    is_finite,
    is_probabilities,
    may_meet,
    parts_of,
    spread,
    weights_of,
)

SHORT = st.lists(st.integers(0, 300), max_size=200)


@given(SHORT, SHORT)
def test_of_short_lists_no_common_item_is_missed(first: list[int], second: list[int]) -> None:
    assert may_meet(first, second, int) == bool(set(first) & set(second))
    assert set(in_both(first, second, int)) == set(first) & set(second)


# The same lists at each run: with other ones, one draw in a hundred thousand has nothing in common.
@settings(derandomize=True)
@given(st.integers(1_000, 60_000), st.integers(2, 10))
def test_a_second_list_that_is_all_in_the_first_one_is_noticed(n: int, step: int) -> None:
    assert may_meet(range(n), range(0, n, step), int)
    assert not may_meet(range(n), range(n, n + n // step), int)


@given(st.lists(st.floats(width=32), min_size=1, max_size=30))
def test_one_number_that_is_not_finite_is_enough(numbers: list[float]) -> None:
    held = torch.tensor(numbers)
    assert is_finite(held) == bool(torch.isfinite(held).all())


def test_numbers_whose_sum_is_too_large_are_finite_all_the_same() -> None:
    assert is_finite(torch.full((4,), 3e38))
    assert is_finite(torch.full((4,), 6e4, dtype=torch.float16))


def test_the_parts_and_parameters_of_a_network_are_those_that_torch_tells() -> None:
    shared = nn.Linear(3, 3)
    network = nn.Sequential(shared, nn.Sequential(nn.ReLU(), shared), nn.BatchNorm1d(3, affine=False))
    network.register_module("nothing", None)
    assert parts_of(network) == list(network.modules())
    assert [id(one) for one in weights_of(network)] == [id(one) for one in network.parameters()]
    assert parts_of("no network") == weights_of("no network") == []


def test_a_broken_bias_tells_of_a_network_of_large_layers() -> None:
    network = nn.Sequential(nn.Embedding(5_000, 8), nn.Linear(8, 2_000))
    assert not has_bad_weights(network)
    with torch.no_grad():
        network[1].bias[3] = torch.nan
    assert has_bad_weights(network)


@given(st.integers(1, 5_000), st.integers(2, 40))
def test_probabilities_are_known_in_large_tensors_and_small_ones(n: int, classes: int) -> None:
    rows = torch.randn(n, classes).softmax(1)
    assert is_probabilities(rows)
    assert is_probabilities(rows[0])
    assert not is_probabilities(rows * 1.1)
    assert not is_probabilities(rows[0] * 1.1)
    assert not is_probabilities(rows - 1 / classes)
    assert not is_probabilities(torch.eye(classes)[torch.arange(n) % classes])


@given(st.integers(1, 5_000), st.integers(1, 200))
def test_rows_are_taken_from_the_beginning_to_the_end(n: int, most: int) -> None:
    rows = spread(torch.arange(n), most)
    assert rows[0] == 0
    assert rows[-1] >= n - 1 - n // most
    assert min(n, most) <= len(rows) < 2 * most + 1
