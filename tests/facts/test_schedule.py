"""Layer groups' learning rates agree with fastai's own optimizer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.schedule import group_lrs

rates = st.floats(1e-8, 10.0)


@pytest.fixture(scope="module")
def fastai_lrs():
    """What fastai's `Optimizer.set_hyper` makes of a learning rate."""
    import torch
    from fastai.optimizer import SGD

    optimizers = {
        n: SGD([[torch.nn.Parameter(torch.zeros(1))] for _ in range(n)], lr=0.5) for n in range(1, 6)
    }

    def lrs(lr, n_groups):
        optimizers[n_groups].set_hyper("lr", lr)
        return [float(h["lr"]) for h in optimizers[n_groups].hypers]

    return lrs


@given(lr=rates | st.builds(slice, rates) | st.builds(slice, rates, rates), n_groups=st.integers(1, 5))
def test_rates_are_those_fastai_sets(fastai_lrs, lr, n_groups):
    assert group_lrs(lr, n_groups) == pytest.approx(fastai_lrs(lr, n_groups))


@given(lr=st.lists(rates, min_size=1, max_size=5))
def test_one_rate_a_group_is_taken_as_given(fastai_lrs, lr):
    assert group_lrs(lr, len(lr)) == pytest.approx(fastai_lrs(lr, len(lr)))


def test_a_list_of_one_rate_is_everybodys(fastai_lrs):
    assert group_lrs([1e-3], 3) == pytest.approx(fastai_lrs([1e-3], 3))


def test_a_numpy_rate_is_a_number():
    import numpy as np

    assert group_lrs(np.float32(0.25), 2) == (0.25, 0.25)
