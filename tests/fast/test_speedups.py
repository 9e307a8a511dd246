"""Training faster gives what fastai gives, and leaves everything as it was."""

from __future__ import annotations

import copy
import traceback

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from fastaid.errors import FastaidError


def fitted(learn, options=None, n=2, lr=1e-2, call="fit_one_cycle"):
    from fastai.vision.all import set_seed

    from fastaid.training.fast.speedups import PLAIN, accelerated

    set_seed(4)
    with learn.no_bar(), learn.no_logging(), accelerated(learn, options or PLAIN) as found:
        getattr(learn, call)(n, lr)
    return found


def losses(learn):
    return torch.tensor([float(one) for one in learn.recorder.losses])


def test_the_history_is_fastai_s(learner):
    from fastaid.training.fast.speedups import SpeedOptions

    plain, fast = learner(size=(32, 32), method="squish"), learner(size=(32, 32), method="squish")
    fitted(plain)
    found = fitted(fast, SpeedOptions())
    assert found.line() == "pixels kept (0 of 48 from before), channels last, fused Adam"
    assert torch.allclose(losses(fast), losses(plain), rtol=2e-3)
    for ours, theirs in zip(fast.recorder.values, plain.recorder.values, strict=True):
        assert list(ours) == pytest.approx(list(theirs), rel=5e-3)
    ours, theirs = (torch.cat([p.flatten() for p in one.model.parameters()]) for one in (fast, plain))
    assert (ours - theirs).norm() < 0.01 * theirs.norm()


def test_the_same_again_is_the_same_to_the_bit(learner):
    from fastaid.training.fast.speedups import SpeedOptions

    results = []
    for _ in range(2):  # the first reads the pictures, the second finds them
        learn = learner()
        fitted(learn, SpeedOptions())
        results.append(copy.deepcopy(learn.model.state_dict()))
    assert all((a == b).all() for a, b in zip(results[0].values(), results[1].values(), strict=True))


def test_everything_is_left_as_it_was(learner):
    from fastaid.training.fast.speedups import SpeedOptions

    learn = learner(is_frozen=True, num_workers=2)
    callbacks, loaders = [type(cb) for cb in learn.cbs], [dict(vars(dl)) for dl in learn.dls.loaders]
    fitted(learn, SpeedOptions(), n=1)
    assert [type(cb) for cb in learn.cbs] == callbacks
    made_by_iterating = {"_DataLoader__idxs"}
    assert [set(vars(dl)) - made_by_iterating for dl in learn.dls.loaders] == [set(one) for one in loaders]
    assert [dl.fake_l.num_workers for dl in learn.dls.loaders] == [2, 2]
    assert not {"step", "zero_grad"} & set(vars(learn.opt))
    assert "forward" not in vars(learn.model[0])
    for value in [*learn.model.parameters(), *(v for s in learn.opt.state.values() for v in s.values())]:
        assert not isinstance(value, torch.Tensor) or value.ndim < 4 or value.is_contiguous()


@pytest.mark.parametrize("where", ["before_fit", "before_batch", "after_loss", "before_step", "after_epoch"])
def test_an_error_leaves_everything_as_it_was_too(learner, where):
    from fastai.vision.all import Callback

    from fastaid.training.fast.speedups import SpeedOptions

    class Breaks(Callback):
        order = 100

    setattr(Breaks, where, lambda self: 1 / 0)
    learn = learner(is_frozen=True)
    learn.add_cb(Breaks())
    with pytest.raises(ZeroDivisionError):
        fitted(learn, SpeedOptions())
    assert "create_batches" not in vars(learn.dls.train)
    assert "step" not in vars(learn.opt)
    assert "forward" not in vars(learn.model[0])
    assert all(p.is_contiguous() for p in learn.model.parameters())


def trainable_parts(model):
    from fastai.vision.all import params

    return [params(model[0]), params(model[1])]


# -- the optimizer -------------------------------------------------------------------------------------


def test_fused_steps_are_fastai_s_steps(learner):
    from fastaid.training.fast.optimizer import fused

    plain, fast = learner(), learner()
    for learn in (plain, fast):
        learn.create_opt()
    torch.manual_seed(0)
    with fused(fast.opt) as is_fused:
        assert is_fused
        for i in range(30):
            gradients = [torch.randn_like(p) for p in plain.model.parameters()]
            for learn in (plain, fast):
                learn.opt.set_hyper("lr", slice(1e-4, 1e-2 * (i + 1) / 30))
                learn.opt.set_hyper("mom", 0.95 - i / 300)
                for p, gradient in zip(learn.model.parameters(), gradients, strict=True):
                    p.grad = gradient.clone()
                learn.opt.step()
                learn.opt.zero_grad()
    for ours, theirs in zip(fast.model.parameters(), plain.model.parameters(), strict=True):
        assert torch.allclose(ours, theirs, atol=2e-6)
    for ours, theirs in zip(fast.opt.state_dict()["state"], plain.opt.state_dict()["state"], strict=True):
        assert set(ours) == set(theirs)
        assert ours["step"] == theirs["step"] == 30
        assert torch.allclose(ours["sqr_avg"], theirs["sqr_avg"], rtol=1e-4)


def test_a_part_that_a_batch_did_not_reach_moves_as_in_fastai(learner):
    from fastaid.training.fast.optimizer import fused

    plain, fast = learner(), learner()
    for learn in (plain, fast):
        learn.create_opt()
    with fused(fast.opt):
        for i in range(4):
            for learn in (plain, fast):
                for p in learn.model[1].parameters():
                    if i in (0, 3):
                        p.grad = torch.full_like(p, 0.5) + (p.grad if p.grad is not None else 0)
                learn.opt.step()
                learn.opt.zero_grad()
    for ours, theirs in zip(fast.model.parameters(), plain.model.parameters(), strict=True):
        assert torch.allclose(ours, theirs, atol=2e-6)


def test_an_optimizer_that_is_not_fastai_s_adam_is_left_alone(learner):
    from fastai.vision.all import SGD, OptimWrapper

    from fastaid.training.fast.optimizer import fused

    for opt_func in (SGD, lambda params, **kwargs: OptimWrapper(params, torch.optim.SGD, **kwargs)):
        learn = learner()
        learn.opt_func = opt_func
        learn.create_opt()
        with fused(learn.opt) as is_fused:
            assert not is_fused


def test_a_saved_optimizer_goes_on(learner, tmp_path):
    from fastaid.training.fast.speedups import SpeedOptions

    whole, parts = learner(), learner()
    for learn in (whole, parts):
        learn.path = tmp_path
        fitted(learn, SpeedOptions(), n=1)
    parts.save("half")
    parts.load("half")
    for learn in (whole, parts):
        fitted(learn, SpeedOptions(), n=1)
    assert torch.equal(losses(whole), losses(parts))


# -- the frozen body -----------------------------------------------------------------------------------


def test_a_frozen_body_rests(learner):
    from fastaid.training.fast.speedups import SpeedOptions

    learn = learner(is_frozen=True)
    before = copy.deepcopy(learn.model[0].state_dict())
    head = copy.deepcopy(learn.model[1].state_dict())
    found = fitted(learn, SpeedOptions())
    assert "frozen body in evaluation mode" in found.line()
    assert all(
        (a == b).all() for a, b in zip(before.values(), learn.model[0].state_dict().values(), strict=True)
    )
    assert any(
        (a != b).any() for a, b in zip(head.values(), learn.model[1].state_dict().values(), strict=True)
    )
    assert learn.model[0][0][0].weight.requires_grad is False
    assert learn.model[0][0][1].weight.requires_grad is True  # as fastai's freeze leaves batch norm


def test_fine_tune_trains_the_body_in_its_second_part(learner):
    from fastaid.training.fast.speedups import SpeedOptions

    learn = learner(is_frozen=True)
    before = learn.model[0][0][0].weight.detach().clone()
    fitted(learn, SpeedOptions(), n=1, call="fine_tune")
    assert (learn.model[0][0][0].weight != before).any()
    assert (learn.model[0][0][1].running_mean != 0).any()


@pytest.mark.parametrize("kind", ["unfrozen", "without statistics", "one part"])
def test_other_bodies_do_not_rest(learner, kind):
    from fastaid.training.fast.frozen import frozen_body

    learn = learner(is_frozen=kind != "unfrozen")
    assert (frozen_body(learn) is None) is (kind == "unfrozen")
    if kind == "without statistics":
        learn.model[0][1][1].running_mean.zero_()
    elif kind == "one part":
        learn.model = torch.nn.Sequential(learn.model)
    assert frozen_body(learn) is None


# -- activations ---------------------------------------------------------------------------------------


def test_activations_train_the_head_as_pictures_do(learner):
    from fastaid.training.fast.speedups import SpeedOptions

    shared = {"is_frozen": True, "method": "squish"}  # without anything at random
    slow, quick = learner(**shared), learner(**shared)
    fitted(slow, SpeedOptions())
    found = fitted(quick, SpeedOptions(precomputes=True))
    assert "head on 16 activations a picture" in found.line()
    assert torch.allclose(losses(quick), losses(slow), rtol=1e-4)
    for ours, theirs in zip(quick.recorder.values, slow.recorder.values, strict=True):
        assert list(ours) == pytest.approx(list(theirs), rel=1e-4)
    # Afterwards pictures go through the whole net again.
    with slow.no_bar(), quick.no_bar():  # an earlier test's shell would take a notebook's bar
        assert list(quick.validate()) == pytest.approx(list(slow.validate()), rel=1e-3)


def test_views_are_augmented_and_take_turns(learner):
    from fastai.vision.all import aug_transforms

    from fastaid.training.fast.precompute import precomputed

    learn = learner(is_frozen=True, batch_tfms=aug_transforms())
    learn.create_opt()
    told = []
    with precomputed(learn, views=2, on_progress=lambda *said: told.append(said)) as n:
        assert n == 16
        order = list(range(len(learn.dls.train_ds)))
        first, second, third = (
            torch.cat([x for x, _ in learn.dls.train.create_batches(order)]) for _ in range(3)
        )
        assert not torch.equal(first, second)
        assert torch.equal(first, third)
    assert told[-1] == (84, 84)  # 12 of validation, 36 of training twice


def test_activations_are_computed_in_the_fits_precision(learner):
    from fastaid.training.fast.speedups import SpeedOptions

    learn, seen = learner(is_frozen=True), set()
    learn.model[0][0].register_forward_hook(lambda layer, given, result: seen.add(result.dtype))
    fitted(learn, SpeedOptions(precomputes=True, is_bfloat16_on_cpu=True), n=1)
    assert seen == {torch.bfloat16}
    assert not torch.is_autocast_enabled("cpu")


def test_what_cannot_be_precomputed_says_so(learner):
    from fastai.vision.all import MixUp

    from fastaid.training.fast.precompute import check_precompute

    with pytest.raises(FastaidError, match="not frozen"):
        check_precompute(learner())
    learn = learner(is_frozen=True)
    learn.add_cb(MixUp())
    with pytest.raises(FastaidError, match="MixUp"):
        check_precompute(learn)


@pytest.mark.parametrize("is_precomputed", [False, True])
def test_what_is_saved_meanwhile_is_fastai_s_own(learner, tmp_path, is_precomputed):
    """A learner that is exported or copied in the middle of a fit takes none of this along."""
    from fastai.vision.all import Callback, Normalize, load_learner

    from fastaid.training.fast.speedups import SpeedOptions

    copies = []

    class Keeps(Callback):
        def after_epoch(self):
            learn.remove_cb(self)
            learn.export(tmp_path / "learner.pkl")
            copies.append(copy.deepcopy(learn))

    learn = learner(is_frozen=True, batch_tfms=Normalize.from_stats([0.5] * 3, [0.5] * 3))
    learn.splitter = trainable_parts
    learn.add_cb(Keeps())
    fitted(learn, SpeedOptions(precomputes=is_precomputed), n=1)
    loaded = load_learner(tmp_path / "learner.pkl")
    picture = learn.dls.valid_ds.items[0]
    with learn.no_bar(), loaded.no_bar(), copies[0].no_bar():
        wanted = learn.predict(picture)[2]
        assert torch.allclose(loaded.predict(picture)[2], wanted, atol=1e-5)
        assert torch.allclose(copies[0].predict(picture)[2], wanted, atol=1e-5)
    fitted(copies[0], n=1)


# -- precision, and waits for the device ----------------------------------------------------------------


def test_bfloat16_on_a_cpu(learner):
    from dataclasses import replace

    from fastai.vision.all import Callback

    from fastaid.training.fast.speedups import PLAIN

    seen = set()

    class Looks(Callback):
        order = 50

        def after_pred(self):
            seen.add((torch.is_autocast_enabled("cpu"), self.pred.dtype))

    learn = learner()
    learn.add_cb(Looks())
    assert fitted(learn, replace(PLAIN, is_bfloat16_on_cpu=True), n=1).line().startswith("bfloat16")
    assert seen == {(True, torch.float32)}
    assert not torch.is_autocast_enabled("cpu")
    assert all(p.dtype == torch.float32 for p in learn.model.parameters())


@pytest.mark.parametrize(
    ("device", "is_deterministic", "is_wanted"),
    [("cuda", False, True), ("cuda", True, False), ("cpu", False, False)],
)
def test_cudnn_looks_for_its_fastest_way(learner, monkeypatch, device, is_deterministic, is_wanted):
    from fastaid.training.fast import layout

    monkeypatch.setattr(layout, "device_of", lambda learn: torch.device(device))
    monkeypatch.setattr(torch.backends.cudnn, "deterministic", is_deterministic)
    monkeypatch.setattr(torch.backends.cudnn, "benchmark", False)
    with layout.fastest_convolutions(learner()) as is_on:
        assert is_on is torch.backends.cudnn.benchmark is is_wanted
    assert torch.backends.cudnn.benchmark is False


def test_the_smoothed_loss_is_fastai_s(learner):
    from fastaid.training.fast.smooth_loss import smooth_loss_on_device

    plain, ours = learner(), learner()
    fitted(plain)
    with smooth_loss_on_device(ours):
        fitted(ours)
    assert torch.equal(losses(ours), losses(plain))
    assert float(ours.recorder.smooth_loss.value) == float(plain.recorder.smooth_loss.value)


class Waits(TorchDispatchMode):
    """Counts the numbers that are read off a tensor, which on a GPU wait for all that goes before."""

    # fastai's schedules are made of tensors that are always on the CPU.
    ELSEWHERE = ("fastai/callback/schedule.py",)

    def __init__(self):
        super().__init__()
        self.n = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        if "_local_scalar_dense" in str(func):
            files = {frame.filename.replace("\\", "/") for frame in traceback.extract_stack()}
            self.n += not any(file.endswith(self.ELSEWHERE) for file in files)
        return func(*args, **(kwargs or {}))


def test_a_batch_waits_for_no_number(learner):
    """What would wait for a GPU is counted here on a CPU: no more in an epoch of many batches than in one of few."""
    from fastaid.facts.events import RunStarted
    from fastaid.training.fast.smooth_loss import smooth_loss_on_device
    from fastaid.training.fast.speedups import SpeedOptions, accelerated
    from fastaid.training.fit import watched

    found = []
    for bs in (18, 2):
        learn = learner(bs=bs)
        learn.dls.valid.bs = 12  # validation is the same for both
        started = RunStarted("run", 0.0, "learn.fit_one_cycle(1)", 1)
        with (
            accelerated(learn, SpeedOptions()),
            smooth_loss_on_device(learn),
            watched(learn, started, refresh_interval=3600.0),
            Waits() as waits,
        ):
            learn.fit_one_cycle(1)
        found.append(waits.n)
    assert found[0] == found[1]


@pytest.mark.parametrize(("n", "sides"), [(2, [16, 32]), (3, [16, 16, 32]), (4, [16, 16, 32, 32])])
def test_pictures_grow_from_epoch_to_epoch_and_validation_sees_the_whole(learner, n, sides):
    from fastai.vision.all import Callback

    from fastaid.training.fast.speedups import SpeedOptions

    seen = []

    class Look(Callback):
        order = 99

        def before_batch(self):
            seen.append((self.epoch, self.training, tuple(self.xb[0].shape[-2:])))

    learn = learner()
    learn.add_cb(Look())
    found = fitted(learn, SpeedOptions(sizes=(16, 32)), n=n)
    assert "pictures of 16, 32 px" in found.line()
    train = [dict.fromkeys(side for epoch, t, side in seen if t and epoch == e) for e in range(n)]
    assert [list(one) for one in train] == [[(side, side)] for side in sides]
    assert {side for _, is_training, side in seen if not is_training} == {(32, 32)}
    assert not any(type(cb).__name__ == "ProgressiveSize" for cb in learn.cbs)


@pytest.mark.parametrize(
    ("sizes", "n", "words"),
    [
        ((32, 16), 4, "takes sizes that grow"),
        ((32,), 4, "takes sizes that grow"),
        ((8, 16, 32), 2, "has 3 sizes, and the fit 2 epochs"),
        ((16, 24), 4, "ends at 24 pixels, and the pictures have 32"),
    ],
)
def test_sizes_that_cannot_be_are_refused(loaders, sizes, n, words):
    from fastaid.training.fast.progressive import check_sizes

    with pytest.raises(FastaidError, match=words):
        check_sizes(sizes, loaders(), n)
    check_sizes((16, 32), loaders(), n)


def test_a_compiled_net_trains_the_same_and_is_itself_again(learner):
    from fastaid.training.fast.compiled import compiled
    from fastaid.training.fast.speedups import PLAIN

    plain, fast = learner(), learner()
    fitted(plain, PLAIN, n=1)
    with compiled(fast, backend="eager"):
        fitted(fast, PLAIN, n=1)
    assert torch.allclose(losses(fast), losses(plain), rtol=1e-5)
    assert fast.model._compiled_call_impl is None
    assert list(fast.model.state_dict()) == list(plain.model.state_dict())


def test_compiling_is_refused_where_it_does_not_pay(learner):
    from fastaid.training.fast.compiled import check_compile

    with pytest.raises(FastaidError, match="--compile pays on a GPU, and this learner trains on cpu"):
        check_compile(learner())
