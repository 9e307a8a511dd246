"""What is said of functions, classes, instances, overloads, C code, modules and odd things."""

import enum
import functools

import numpy as np
import pandas as pd
import pytest
import torch
import torch.nn.functional as F
import torchvision
from torch import nn

from fastaid.help.describe import describe
from fastaid.render.symbol import text


@pytest.fixture(scope="module")
def fastai():
    import types

    names = {}
    exec("from fastai.vision.all import *", names)
    return types.SimpleNamespace(**names)


def shown(obj, name="it", **options):
    return text(describe(obj, name), **options)


def names_of(obj):
    return list(describe(obj, "it").parameters)


def test_a_metaclass_s_stray_self_is_gone(fastai):
    facts = describe(fastai.Resize, "Resize")
    assert list(facts.parameters)[:4] == ["size", "method", "pad_mode", "resamples"]
    assert facts.parameters["size"].is_required
    assert facts.parameters["p"].via == "RandTransform"
    assert "vision.augment.html#resize" in facts.links[0][1]


def test_arguments_that_travel_through_kwargs_say_where_they_go(fastai):
    facts = describe(fastai.ImageDataLoaders.from_name_re, "from_name_re")
    assert {"item_tfms", "batch_tfms", "valid_pct", "seed", "bs"} <= set(facts.parameters)
    assert facts.parameters["valid_pct"].via == "ImageDataLoaders.from_path_func"
    assert facts.parameters["bs"].via == "DataLoaders.from_dblock"
    assert "**kwargs: valid_pct=0.2" in text(facts)
    assert not facts.parameters["pat"].via


def test_a_promise_that_a_call_would_break_is_not_made(fastai):
    facts = describe(fastai.Learner.fine_tune, "fine_tune")
    assert "lr_max" not in facts.parameters
    assert any("lists `lr_max` too, but a call with it fails" in note for note in facts.notes)
    with pytest.raises(TypeError, match="multiple values"):
        fastai.Learner.fine_tune(_Fit(), 1, lr_max=1)


class _Fit:
    def freeze(self): ...

    def fit_one_cycle(self, n_epoch, lr_max=None, pct_start=0.25, **kwargs): ...


def test_methods_that_are_handed_in_as_keywords(fastai):
    assert {"get_items", "get_x", "get_y", "splitter", "blocks", "item_tfms"} <= set(
        names_of(fastai.DataBlock)
    )


def test_every_fastai_meaning_says_with_which_version_it_was_checked(fastai):
    origin = describe(fastai.Learner.fit_one_cycle, "fit").parameters["lr_max"].meaning.origin
    assert origin.startswith("fastaid, checked with fastai 2.")


def test_a_layer_at_hand_shows_how_to_call_it_and_its_settings():
    facts = describe(nn.Linear(3, 4), "lin")
    assert text(facts).splitlines()[3].startswith("lin(input)")
    state = {what: (value, meaning) for what, value, meaning in facts.state}
    assert state["in_features"][0] == "3"
    assert "input sample" in state["in_features"][1]
    assert state["weight (a parameter)"][0] == "shape (4, 3)"


def test_a_loss_and_a_metric_are_called_with_what_fastai_passes(fastai):
    assert names_of(fastai.CrossEntropyLossFlat())[:2] == ["inp", "targ"]
    assert names_of(fastai.rmse) == ["preds", "targs"]
    assert "Root mean squared error" in shown(fastai.rmse)
    assert ("axis", "-1") in {
        (what, value) for what, value, _ in describe(fastai.CrossEntropyLossFlat()).state
    }


def test_overloads_stand_side_by_side(fastai):
    facts = describe(fastai.show_batch, "show_batch")
    assert len(facts.signatures) >= 3
    assert any("TensorImage" in one.label for one in facts.signatures)
    assert len(facts.source) >= 3
    both = describe(F.conv2d, "conv2d").signatures
    assert {p.default for s in both for p in s.parameters if p.name == "padding"} == {"0", "'valid'"}


def test_c_functions_have_the_names_that_the_runtime_takes():
    assert {"size", "dtype", "requires_grad"} <= set(names_of(torch.ones))
    assert list(describe(torch.Tensor.uniform_, "u").parameters) == ["from", "to", "generator"]
    torch.ones(1).uniform_(**{"from": 0, "to": 1})
    assert "input" in names_of(torch.linalg.cholesky)
    torch.linalg.cholesky(input=torch.eye(2))


def test_a_wrapper_of_stars_shows_what_is_behind_it():
    assert names_of(F.max_pool2d)[:3] == ["input", "kernel_size", "stride"]
    assert names_of(np.add)[:2] == ["x1", "x2"]
    assert {"weights", "progress", "num_classes"} <= set(names_of(torchvision.models.resnet34))
    assert any("IMAGENET1K_V1" in note for note in describe(torchvision.models.resnet34).notes)


def test_in_place_methods_say_so():
    notes = " ".join(describe(torch.Tensor.add_, "add_").notes)
    assert "In place" in notes
    assert "`add` leaves it alone" in notes
    assert not any("In place" in note for note in describe(torch.Tensor.add, "add").notes)
    assert not any("In place" in note for note in describe(torch.Tensor.__add__, "__add__").notes)


def test_a_partial_keeps_what_it_was_given():
    facts = describe(functools.partial(F.cross_entropy, label_smoothing=0.1), "loss")
    assert facts.parameters["label_smoothing"].default == "0.1"
    facts = describe(functools.partial(pow, 2), "two_to")
    assert "base" not in facts.parameters
    assert "exp" in facts.parameters


def test_an_inner_function_names_its_maker_and_what_it_keeps(fastai):
    facts = describe(fastai.RandomSplitter(valid_pct=0.3, seed=42), "split")
    assert "made by RandomSplitter" in facts.what
    assert {(what, value) for what, value, _ in facts.state} >= {("valid_pct", "0.3"), ("seed", "42")}


def test_a_lambda_shows_its_line():
    double = lambda x: x * 2  # noqa: E731
    facts = describe(double, "double")
    assert facts.what == "lambda"
    assert "x * 2" in facts.source[0].text


def test_an_instance_with_a_call_of_its_own():
    class Scale:
        "Multiply by `k`"

        def __init__(self, k):
            self.k = k

        def __call__(self, x):
            return x * self.k

    facts = describe(Scale(2), "scale2")
    assert list(facts.parameters) == ["x"]
    assert facts.summary == "Multiply by `k`"
    assert ("k", "2") in {(what, value) for what, value, _ in facts.state}


def test_what_torch_traced():
    traced = torch.jit.trace(lambda x: x.clamp(0, 6), torch.ones(2))
    assert list(describe(traced, "relu6").parameters) == ["x"]


def test_modules_list_what_they_hold():
    facts = describe(nn, "nn")
    held = {name for group in facts.groups for name, _ in group.members}
    assert {"Linear", "Conv2d", "Module"} <= held


def test_a_tensor_s_shape_without_its_values():
    facts = describe(torch.zeros(2, 3), "x")
    state = {what: value for what, value, _ in facts.state}
    assert (state["shape"], state["rank"], state["dtype"]) == ("(2, 3)", "2 (a matrix)", "torch.float32")


@pytest.mark.parametrize(
    ("value", "words"),
    [(3, "whole number"), (None, "no value"), ("text", "Text"), ([1, 2], "list"), ({"a": 1}, "dictionary")],
)
def test_plain_values(value, words):
    facts = describe(value, "v")
    assert words in facts.summary
    assert not facts.groups


def test_a_data_set_s_address(fastai):
    facts = describe(fastai.URLs.PETS, "URLs.PETS")
    assert "untar_data" in facts.example.code
    assert "oxford-iiit-pet" in " ".join(facts.notes)


def test_an_enumeration_lists_its_members():
    class Colour(enum.Enum):
        RED = 1
        BLUE = 2

    assert any("Colour.RED" in note and "Colour.BLUE" in note for note in describe(Colour).notes)


def test_pandas_and_numpy():
    assert {"how", "left_on", "suffixes", "validate"} <= set(names_of(pd.DataFrame.merge))
    frame = describe(pd.DataFrame({"a": [1, 2]}), "df")
    assert ("rows", "2", "") in frame.state


def test_unknown_meanings_are_said_to_be_unknown():
    def mine(a, b=1): ...

    facts = describe(mine, "mine")
    assert facts.parameters["a"].meaning is None
    assert "not described" in text(facts)
    assert "What it does is not described" in text(facts)


def test_our_own_comments_beside_arguments_are_read():
    def mine(
        a: int,  # how many
        *rest,  # the others
        b: float = 1.0,  # how far, in metres
    ) -> str:  # a line
        "Do it."

    facts = describe(mine, "mine")
    assert facts.parameters["a"].meaning.text == "how many"
    assert facts.parameters["b"].meaning.text == "how far, in metres"
    assert facts.returns == "str: a line"
    assert text(facts).splitlines()[3] == "mine(a, *rest, b=1.0) → str"


def test_a_method_inherits_the_docstring_it_lacks():
    class Base:
        def go(self, far):
            """Go.

            Args:
                far: how many steps
            """

    class Child(Base):
        def go(self, far):
            return super().go(far)

    facts = describe(Child().go, "go")
    assert facts.summary == "Go."
    assert facts.parameters["far"].meaning.text == "how many steps"


def test_the_same_name_elsewhere_lends_no_meaning():
    def one(speed):
        """One.

        Args:
            speed: metres a second
        """

    def other(speed): ...

    assert describe(one).parameters["speed"].meaning.text == "metres a second"
    assert describe(other).parameters["speed"].meaning is None


@pytest.mark.parametrize(
    "key",
    ["torch.softmax", "torch.Tensor.add_", "torch.nn.functional.conv2d", "torch.linalg.norm", "torch.eye"],
)
def test_code_in_c_has_something_to_read_and_says_what_it_is(key):
    from fastaid.help.native import native_source

    code = native_source(key)
    assert code.text.strip()
    assert "C++" in code.note
    assert code.path


def test_source_is_the_one_a_learner_means(fastai):
    source = describe(fastai.Learner.fit_one_cycle, "fit").source[0]
    assert "combined_cos" in source.text
    assert source.path.endswith("schedule.py")
    assert (
        "def fit_one_cycle" in source.text.splitlines()[source.text[: source.text.index("def ")].count("\n")]
    )
    assert describe(torch.no_grad, "no_grad").source[0].text.startswith("class no_grad")
