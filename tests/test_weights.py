"""Weights from files: the real pretrained ones, learn.save's, safetensors, and files that are no such thing."""

from __future__ import annotations

import sys

import pytest
import torch

from fastaid.errors import FastaidError
from fastaid.training.weights import read_weights


@pytest.fixture
def cifar(run, cifar_weights, flowers, monkeypatch):
    """The shell with `resnet20` imported and flowers at 32 px."""
    monkeypatch.setattr(sys, "path", [str(cifar_weights), *sys.path])
    run("from cifar_resnet import CifarResNet")
    run("def resnet20(pretrained=False): return CifarResNet(20)")
    ran = run(
        f"%databunch from_folder {flowers} --train train --valid test --size 32 --bs 32 --num-workers 0"
    )
    assert ran.error is None, ran.error
    return cifar_weights


def test_real_pretrained_weights_fill_the_body_and_freeze_it(run, cifar):
    file = cifar / "resnet20-12fca82f.th"
    learn = run(f"%learner resnet20 --weights {file} --metrics accuracy").value
    raw = torch.load(file, map_location="cpu", weights_only=True)["state_dict"]
    ours = learn.model[0].state_dict()
    assert torch.equal(ours["0.weight"], raw["module.conv1.weight"])
    last = [name for name in raw if name.startswith("module.layer3") and name.endswith("conv2.weight")][-1]
    assert torch.equal([v for k, v in ours.items() if k.endswith("conv2.weight")][-1], raw[last])
    assert learn.opt.frozen_idx == 1


def test_the_printed_code_loads_the_same_weights(run, shell, cifar):
    line = f"%learner resnet20 --weights {cifar / 'resnet20-12fca82f.th'}"
    ours = run(line).value.model[0].state_dict()
    exec(run(f"{line} --code").stdout, shell.user_ns)
    theirs = shell.user_ns["learn"]
    assert all(torch.equal(a, theirs.model[0].state_dict()[name]) for name, a in ours.items())
    assert theirs.opt.frozen_idx == 1


def test_transfer_from_cifar_beats_the_same_net_from_scratch_on_flowers(run, cifar):
    accuracies = {}
    for name, start in (
        ("transfer", f"--weights {cifar / 'resnet20-12fca82f.th'}"),
        ("scratch", "--no-pretrained"),
    ):
        run("set_seed(0)")
        run(f"%learner resnet20 {start} --metrics accuracy --name {name}")
        run(f"%fit_one_cycle 3 --lr-max 1e-2 --learner {name}")
        accuracies[name] = float(run(f"{name}.recorder.values[-1][2]").value)
    # Three epochs, 12 classes: 0.646 against 0.492 where this was written.
    assert accuracies["transfer"] > accuracies["scratch"] + 0.05


def test_what_learn_save_wrote_starts_another_learner(run, shell, learn):
    run("%fit_one_cycle 1 --save first")
    file = learn.path / learn.model_dir / "first.pth"
    line = f"%learner tiny_net --weights {file} --name other"
    other = run(line).value
    exec(run(f"{line} --code").stdout, shell.user_ns)  # the printed code reads learn.save's file too
    for name, p in learn.model[0].state_dict().items():
        assert torch.equal(p, other.model[0].state_dict()[name])


def test_safetensors_are_read(run, learn, tmp_path):
    from safetensors.torch import save_file

    save_file(
        {k: v.contiguous() for k, v in learn.model[0].state_dict().items()}, tmp_path / "body.safetensors"
    )
    line = f"%learner tiny_net --weights {tmp_path / 'body.safetensors'} --name other"
    other = run(line).value
    assert all(torch.equal(p, other.model[0].state_dict()[n]) for n, p in learn.model[0].state_dict().items())
    code = run(f"{line} --code").stdout
    assert "from safetensors.torch import load_file" in code


def test_a_torchvision_state_dict_with_other_classes_fills_the_body(run, learn, tmp_path):
    from torchvision.models import resnet18

    torch.manual_seed(1)
    net = resnet18(num_classes=5)
    torch.save(net.state_dict(), tmp_path / "r18.pth")
    line = f"%learner resnet18 --weights {tmp_path / 'r18.pth'} --name other"
    other = run(line).value
    assert torch.equal(other.model[0][0].weight, net.conv1.weight)
    assert torch.equal(other.model[0][7][1].conv2.weight, net.layer4[1].conv2.weight)
    assert len(other.opt.param_lists) == 3


def test_timm_nets_are_made_by_name(run, learn):
    other = run("%learner resnet10t --no-pretrained --name other").value
    assert type(other.model[0]).__name__ == "TimmBody"
    assert run("%fit_one_cycle 1 --learner other").error is None


class Evil:
    def __reduce__(self):
        return (open, ("canary", "w"))


def test_a_file_that_would_run_code_is_refused_and_runs_nothing(run, learn, tmp_path):
    torch.save({"model": Evil()}, tmp_path / "evil.pth")
    ran = run(f"%learner tiny_net --weights {tmp_path / 'evil.pth'}")
    assert isinstance(ran.error, FastaidError)
    assert "could run code" in str(ran.error)
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"not a torch file", "is no file of weights"),
        (b"PK\3\4 and nothing more", "cut off, damaged"),
        (None, "no weights file"),
    ],
)
def test_what_is_no_weights_file_is_said_so(tmp_path, content, says):
    file = tmp_path / "x.pth"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(FastaidError, match=says):
        read_weights(file)


def test_weights_of_a_bigger_brother_are_refused(run, learn, tmp_path):
    """All that a ResNet-18 needs is in a ResNet-34's file, and of the same shape."""
    from torchvision.models import resnet34

    torch.save(resnet34().state_dict(), tmp_path / "r34.pth")
    ran = run(f"%learner resnet18 --weights {tmp_path / 'r34.pth'} --name other")
    assert isinstance(ran.error, FastaidError), ran.error
    assert "that this net has not" in str(ran.error)
    assert "other" not in run("dir()").value


def test_a_net_that_fastai_cannot_cut_is_said_with_weights_and_without(run, learn, tmp_path):
    from torchvision.models import vit_b_16

    torch.save(vit_b_16().state_dict(), tmp_path / "vit.pth")
    for options in ("--no-pretrained", f"--weights {tmp_path}/vit.pth"):
        assert "no pooling layer" in str(run(f"%learner vit_b_16 {options} --name other").error), options


def test_weights_that_are_no_numbers_are_refused(tmp_path):
    torch.save({"conv.weight": torch.tensor([1.0, float("nan")])}, tmp_path / "nan.pth")
    with pytest.raises(FastaidError, match=r"no numbers, such as conv\.weight"):
        read_weights(tmp_path / "nan.pth")


def test_a_safetensors_file_is_one_by_what_it_holds(tmp_path):
    from safetensors.torch import save_file

    save_file({"conv.weight": torch.ones(2)}, tmp_path / "odd.pth")
    assert read_weights(tmp_path / "odd.pth").is_safetensors


def test_weights_of_another_net_are_refused_with_what_differs(run, learn, tmp_path):
    from torchvision.models import resnet18

    torch.save(resnet18().state_dict(), tmp_path / "r18.pth")
    ran = run(f"%learner resnet50 --weights {tmp_path / 'r18.pth'} --name other")
    assert isinstance(ran.error, FastaidError), ran.error
    assert "other" not in run("dir()").value
    ran = run(f"%learner tiny_net --weights {tmp_path / 'r18.pth'} --name other")
    assert "another net" in str(ran.error)


def test_no_network_says_the_ways_out(run, learn, monkeypatch, tmp_path):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "empty"))
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    ran = run("%learner resnet34")
    assert isinstance(ran.error, FastaidError), ran.error
    for way in ("resnet34-b627a593.pth", "--weights FILE", "--no-pretrained"):
        assert way in str(ran.error)
    assert run("learn").value is learn  # what was there is still there


def test_imagenet_weights_on_this_machine_are_used_without_a_network(run, learn, monkeypatch, tmp_path):
    """torch's own cache is where they are looked for: put a file there, and nothing is downloaded."""
    from torchvision.models import ResNet18_Weights, resnet18

    torch.manual_seed(3)
    net = resnet18()
    checkpoints = tmp_path / "hub" / "checkpoints"
    checkpoints.mkdir(parents=True)
    torch.save(net.state_dict(), checkpoints / ResNet18_Weights.DEFAULT.url.rsplit("/", 1)[-1])
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    other = run("%learner resnet18 --name other")
    assert other.error is None, other.error
    assert torch.equal(other.value.model[0][0].weight, net.conv1.weight)
    assert other.value.opt.frozen_idx == 2
