"""An operator explained with the operands at hand."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from fastaid.help.operators import BINARY, UNARY, broadcast_shape, describe_operator, matmul_shape

SIZES = st.lists(st.integers(1, 4), min_size=0, max_size=4).map(tuple)


@given(SIZES, SIZES)
def test_broadcasting_is_torch_s(left, right):
    try:
        expected = tuple(torch.broadcast_shapes(left, right))
    except RuntimeError:
        expected = None
    assert broadcast_shape(left, right) == expected


@given(SIZES, SIZES)
def test_the_matrix_product_s_shape_is_torch_s(left, right):
    try:
        expected = tuple((torch.zeros(left) @ torch.zeros(right)).shape)
    except RuntimeError:
        expected = None
    assert matmul_shape(left, right) == expected


def test_the_matrix_product_with_the_shapes_at_hand():
    facts = describe_operator("x@a", {"x": torch.randn(2, 3), "a": torch.randn(3, 4)})
    told = " ".join(facts.notes)
    assert "torch.Tensor.__matmul__" in told
    assert "(2, 3) @ (3, 4) → (2, 4)" in told
    assert "torch.matmul(x, a)" in told
    assert facts.source


def test_shapes_that_do_not_fit_are_said_to():
    told = " ".join(describe_operator("x@x", {"x": torch.randn(2, 3)}).notes)
    assert "do not fit" in told
    assert "(3)" in told
    told = " ".join(describe_operator("x+y", {"x": torch.randn(2, 3), "y": torch.randn(2)}).notes)
    assert "do not fit" in told


@pytest.mark.parametrize("text", ["a and b", "-a", "not a", "a == b", "a in b", "a is b", "a ** b", "~a"])
def test_every_operator_has_a_sentence(text):
    facts = describe_operator(text, {"a": 1, "b": [1]})
    assert facts.role == "operator"
    assert len(facts.summary) > 10


@pytest.mark.parametrize("symbol", sorted({one[0] for one in (*BINARY.values(), *UNARY.values())}))
def test_an_operator_alone(symbol):
    assert describe_operator(symbol, {}).summary.startswith(f"`{symbol}`")


def test_unknown_operands_are_not_run():
    facts = describe_operator("boom() + x", {"x": 1})
    assert ("boom()", "not known without running it", "") in facts.state


@pytest.mark.parametrize("text", ["x", "f(x)", "", "3", "-3", "x.y"])
def test_what_is_no_operation(text):
    assert describe_operator(text, {}) is None
