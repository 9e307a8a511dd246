"""Docstrings of three styles and C's own, taken apart."""

import inspect

import numpy as np
import pandas as pd
import pytest
import torch
import torch.nn.functional as F

from fastaid.help.docstrings import plain, read

PARSED = [
    (torch.ones, "ones", {"size": "sequence of integers", "dtype": "data type", "requires_grad": "autograd"}),
    (F.conv2d, "conv2d", {"groups": "split input", "padding": "implicit", "weight": "filters"}),
    (torch.linalg.norm, "norm", {"ord": "order of norm", "keepdim": "retained"}),
    (np.add, "add", {"x1": "arrays to be added", "x2": "arrays to be added", "where": "condition"}),
    (pd.DataFrame.merge, "merge", {"how": "Type of merge", "left_on": "join on", "suffixes": "overlapping"}),
    (torch.nn.Linear, "Linear", {"in_features": "size of each input sample", "bias": "additive bias"}),
    (str.split, "split", {"sep": "separator", "maxsplit": "Maximum number"}),
]


@pytest.mark.parametrize(("obj", "name", "expected"), PARSED)
def test_arguments_are_found_in_every_style(obj, name, expected):
    found = read(inspect.getdoc(obj), name).parameters
    for parameter, words in expected.items():
        assert words in found[parameter][1], parameter


def test_heads_of_c_functions_are_no_summary():
    doc = read(inspect.getdoc(torch.ones), "ones")
    assert doc.heads[0].startswith("ones(*size")
    assert doc.summary.startswith("Returns a tensor filled with the scalar value `1`")
    assert doc.returns[0] == "Tensor"
    assert ">>> torch.ones(2, 3)" in doc.example


def test_numpy_s_details_leave_out_what_has_a_place_of_its_own():
    details = read(inspect.getdoc(np.add), "add").details
    assert "x1 : array_like" not in details
    assert ">>>" not in details


def test_a_pointer_to_another_docstring():
    assert read(inspect.getdoc(torch.Tensor.bmm), "bmm").see == "torch.bmm"


def test_sphinx_style():
    doc = read("Does it.\n\n:param int a: the first\n:param b: the second\n:returns: a sum")
    assert doc.parameters["a"] == ("int", "the first")
    assert doc.parameters["b"][1] == "the second"


def test_marks_become_backticks():
    assert plain("See :func:`~torch.add` and ``x``") == "See `torch.add` and `x`"
    assert plain(r":math:`\frac{1}{n}` \times \sqrt{k}") == "`(1)/(n)` × √(k)"


@pytest.mark.parametrize(
    "doc", ["", "   ", "Args:", "Args:\n    :", "x" * 10_000, "Parameters\n----------\n", "..", "::"]
)
def test_odd_docstrings_do_no_harm(doc):
    read(doc, "f")
