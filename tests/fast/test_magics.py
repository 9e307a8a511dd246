"""The speed-ups as a learner meets them: options, a line below the fit, and plain fastai on demand."""

from __future__ import annotations

import pytest

from fastaid.errors import FastaidError

BODY_AND_HEAD = """
from fastai.vision.all import *
def net(pretrained=False):
    body = nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2))
    for part in body.modules():
        if isinstance(part, nn.BatchNorm2d): part.running_mean.uniform_(-0.1, 0.1)
    return nn.Sequential(body, nn.Sequential(nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 2)))
learn = Learner(dls, net(), metrics=accuracy, splitter=lambda m: [params(m[0]), params(m[1])])
"""


@pytest.fixture
def learn(run, digits):
    run("from fastai.vision.all import *")
    assert run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment").error is None
    made = run(f"{BODY_AND_HEAD}\nlearn")
    assert made.error is None
    return made.value


def test_a_fit_says_in_a_line_what_made_it_faster(run, learn):
    ran = run("%fit_one_cycle 1")
    assert ran.error is None
    assert "faster by: pixels kept (0 of 60 from before), channels last, fused Adam" in ran.text
    assert "faster by: pixels kept (60 of 60 from before)" in run("%fit_one_cycle 1").text
    run("learn.freeze()")
    assert "frozen body in evaluation mode" in run("%fit_one_cycle 1").text


@pytest.mark.parametrize(
    ("line", "rests"),
    [
        ("%fit_one_cycle 1 --lr-max 5e-3", True),
        ("%fit_one_cycle 1 --lr-max 1e-2", False),
        ("%fit_one_cycle 1 --lr-max slice(1e-4, 1e-2)", False),
        ("%fine_tune 1", True),
    ],
)
def test_a_frozen_body_rests_at_the_rates_where_that_was_measured_to_be_right(run, learn, line, rests):
    run("learn.freeze()")
    ran = run(line)
    assert ran.error is None
    assert ("frozen body in evaluation mode" in ran.text) is rests


def test_plain_is_fastai_as_it_is(run, learn):
    import torch

    run("learn.freeze()")
    before = learn.model[0][0][1].running_mean.clone()
    ran = run("%fit_one_cycle 1 --plain")
    assert ran.error is None
    assert "faster by" not in ran.text
    assert not torch.equal(before, learn.model[0][0][1].running_mean)


def test_precompute_trains_the_head(run, learn):
    run("learn.freeze()")
    ran = run("%fit_one_cycle 3 --precompute --lr-max 1e-2")
    assert ran.error is None
    assert "head on 16 activations a picture" in ran.text
    assert run("len(learn.recorder.values)").value == 3
    assert "2 views" in run("%fit_one_cycle 2 --precompute 2").text


def test_the_code_of_what_no_line_of_fastai_does(run, learn):
    run("learn.freeze()")
    shown = run("%fit_one_cycle 2 --precompute 2 --code").text
    assert "from fastaid import faster" in shown
    assert "with faster(learn, precompute=2):\n    learn.fit_one_cycle(2)" in shown
    assert "faster" not in run("%fit_one_cycle 2 --code").text
    ran = run("from fastaid import faster\nwith faster(learn, precompute=2):\n    learn.fit_one_cycle(2)")
    assert ran.error is None
    assert run("len(learn.recorder.values)").value == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("%fit_one_cycle 1 --precompute", "this body is not frozen"),
        ("%fit_one_cycle 1 --precompute --plain", "exclude each other"),
        ("%fit_one_cycle 1 --precompute -1", "--precompute"),
        ("%fit_one_cycle 1 --precompute many", "there is no variable 'many'"),
        ("%fit_one_cycle 1 --precision fp16", "needs a GPU"),
    ],
)
def test_bad_input_gets_one_sentence(run, learn, line, said):
    ran = run(line)
    assert isinstance(ran.error, FastaidError)
    assert said in str(ran.error) + ran.stderr + ran.stdout
    assert not hasattr(learn.recorder, "values") or not learn.recorder.values


def test_bfloat16_on_a_cpu_is_said_and_shown(run, learn):
    ran = run("%fit_one_cycle 1 --precision bf16")
    assert ran.error is None
    assert "on cpu (bf16)" in ran.text
    assert "with faster(learn, bf16=True):" in run("%fit_one_cycle 1 --precision bf16 --code").text


def test_no_pixels_are_kept_where_none_are_wanted(run, learn, cache_of_its_own):
    run("%config TrainingMagics.pixels_gb = 0")
    ran = run("%fit_one_cycle 1")
    assert "faster by: channels last, fused Adam" in ran.text
    assert not cache_of_its_own.exists()


def test_a_cache_that_fails_does_not_end_a_fit(run, learn, monkeypatch):
    from fastaid.training.fast import picture_loader

    def broken(self, files):
        raise OSError("the disk is gone")

    monkeypatch.setattr(picture_loader.PixelStore, "find", broken)
    ran = run("%fit_one_cycle 1")
    assert ran.error is None
    assert "faster by: channels last, fused Adam" in ran.text


def test_lr_find_leaves_the_learner_as_it_was(run, learn):
    import torch

    before = {name: value.clone() for name, value in learn.model.state_dict().items()}
    assert run("%lr_find --num-it 20").error is None
    after = learn.model.state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert all(value.is_contiguous() for value in after.values())
