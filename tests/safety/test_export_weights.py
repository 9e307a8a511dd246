"""`%export --weights`: a file that runs nothing, says what it is for, and comes back whole."""

from __future__ import annotations

import json
import shutil

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file

from fastaid.errors import FastaidError
from fastaid.training.pickles import read_pickles


@pytest.fixture
def trained(run, learn):
    """The tiny learner with weights of its own, in the body's batch norms too."""
    assert run("%fit_one_cycle 1 --lr-max 1e-2").error is None
    return learn


def same(a, b):
    a, b = a.state_dict(), b.state_dict()
    return list(a) == list(b) and all(torch.equal(a[key], b[key]) for key in a)


def test_body_and_head_come_back_where_the_classes_are_the_same(run, trained, digits):
    ran = run("%export pets.safetensors --weights")
    assert ran.error is None, ran.error
    assert "Elsewhere: %learner tiny_net --weights pets.safetensors" in ran.text
    made = run("%learner tiny_net --weights pets.safetensors --name other")
    assert made.error is None, made.error
    assert "body and head from pets.safetensors" in made.text
    assert same(made.value.model, trained.model)
    assert made.value.opt.frozen_idx == 1
    file = digits / "1" / "1_03.png"
    ours, theirs = run(f"%predict {file}").value, run(f"%predict {file} --learner other").value
    assert torch.equal(ours.probs, theirs.probs)
    assert run("%fit_one_cycle 1 --learner other").error is None


def test_other_classes_get_the_body_alone_and_it_is_said(run, trained, digits):
    run("%export pets.safetensors --weights")
    shutil.copytree(digits / "1", digits / "7")
    run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment")
    made = run("%learner tiny_net --weights pets.safetensors --name other")
    assert made.error is None, made.error
    assert "body from pets.safetensors, head new (the file's is for other classes)" in made.text
    assert same(made.value.model[0], trained.model[0])
    assert made.value.model[1][-1].out_features == 3


@pytest.mark.parametrize("is_same", [True, False])
def test_the_printed_lines_do_the_same(run, shell, trained, digits, is_same):
    run("%export ours.safetensors --weights")
    code = run("%export theirs.safetensors --weights --code").stdout
    assert "save_model(" in code
    exec(code, shell.user_ns)
    contents = []
    for name in ("ours", "theirs"):
        with safe_open(f"{name}.safetensors", framework="pt") as file:
            contents.append((file.metadata(), {key: file.get_tensor(key) for key in file.keys()}))  # noqa: SIM118
    (about, ours), (other_about, theirs) = contents
    assert about == other_about
    assert all(torch.equal(ours[key], theirs[key]) for key in ours)
    if not is_same:
        shutil.copytree(digits / "1", digits / "7")
        run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment")
    line = "%learner tiny_net --weights ours.safetensors --name made"
    made = run(line).value
    exec(run(f"{line} --code").stdout, shell.user_ns)
    parts = (lambda m: m) if is_same else (lambda m: m[0])
    assert same(parts(made.model), parts(shell.user_ns["made"].model))


def test_what_it_is_for_stands_in_it(run, trained):
    run("%export pets.safetensors --weights")
    with safe_open("pets.safetensors", framework="pt") as file:
        about = file.metadata()
    assert about["arch"] == "tiny_net"
    assert json.loads(about["vocab"]) == ["0", "1"]
    assert json.loads(about["size"]) == [16, 16]
    assert json.loads(about["normalize"])["mean"] == [0.485, 0.456, 0.406]
    assert len(load_file("pets.safetensors")) == len(trained.model.state_dict())


def test_nothing_in_it_would_run(run, trained, tmp_path):
    run("%export pets.safetensors --weights")
    assert read_pickles(tmp_path / "pets.safetensors") is None


def test_a_resnet_is_made_again_by_name(run, learn):
    run("%learner resnet18 --no-pretrained --name big")
    assert "%learner resnet18 --weights export.safetensors" in run("%export --weights --learner big").text
    other = run("%learner resnet18 --weights export.safetensors --name other").value
    assert same(other.model, run("big").value.model)
    ran = run("%learner resnet34 --weights export.safetensors --name third")
    assert "%learner resnet18 --weights export.safetensors" in str(ran.error)


def test_a_head_of_another_make_is_left_and_it_is_said(run, trained):
    run("own = vision_learner(dls, tiny_net, pretrained=False, lin_ftrs=[32])")
    assert "not the one that %learner makes" in run("%export own.safetensors --weights --learner own").text
    made = run("%learner tiny_net --weights own.safetensors --name other")
    assert made.error is None, made.error
    assert "head new (the file's is not the one that %learner makes)" in made.text
    assert same(made.value.model[0], run("own").value.model[0])


def test_a_net_that_is_no_body_and_head_says_how_else(run, trained):
    run(
        "plain = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(3 * 256, 2)), loss_func=CrossEntropyLossFlat())"
    )
    ran = run("%export plain.safetensors --weights --learner plain")
    assert "load_model(learn.model, 'plain.safetensors')" in ran.text
    run("from safetensors.torch import load_model\nload_model(plain.model, 'plain.safetensors')")


def test_tied_weights_are_written_once_and_come_back(run, trained):
    run(
        "def tied_net(pretrained=False):\n"
        "    a = ConvLayer(8, 8)\n"
        "    return nn.Sequential(ConvLayer(3, 8), a, a, nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(8, 10))"
    )
    run("%learner tied_net --no-pretrained --name tied")
    assert run("%export tied.safetensors --weights --learner tied").error is None
    made = run("%learner tied_net --weights tied.safetensors --name other")
    assert made.error is None, made.error
    assert same(made.value.model, run("tied").value.model)


def test_the_file_is_there_whole_or_as_it_was(run, trained, tmp_path, monkeypatch):
    run("%export pets.safetensors --weights")
    before = (tmp_path / "pets.safetensors").read_bytes()

    def full_disk(model, filename, metadata=None):
        with open(filename, "wb") as file:
            file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("safetensors.torch.save_model", full_disk)
    ran = run("%export pets.safetensors --weights")
    assert "No space left" in str(ran.error)
    assert (tmp_path / "pets.safetensors").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if "part" in p.name] == []


def test_a_link_stays_a_link(run, trained, tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "here.safetensors").symlink_to(tmp_path / "disk" / "there.safetensors")
    assert run("%export here.safetensors --weights").error is None
    assert (tmp_path / "here.safetensors").is_symlink()
    assert load_file(tmp_path / "disk" / "there.safetensors")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("%export pets.pkl --weights", "%export pets.safetensors --weights"),
        ("%export pets.safetensors", "%export pets.safetensors --weights"),
        ("%export nowhere/pets.safetensors --weights", "There is no folder nowhere"),
        ("%export . --weights", "is a folder"),
    ],
)
def test_a_wrong_place_is_said(run, learn, line, says):
    ran = run(line)
    assert isinstance(ran.error, FastaidError)
    assert says in str(ran.error)


def test_weights_that_are_no_numbers_are_refused(run, learn):
    with torch.no_grad():
        next(learn.model[1].parameters()).fill_(float("nan"))
    assert "no numbers any more" in str(run("%export pets.safetensors --weights").error)


@pytest.mark.parametrize("text", ["{", "[1, 2]", '["0"', "[" * 100_000, "{}", '"01"'])
def test_what_is_written_beside_the_weights_is_text_and_no_more(run, trained, tmp_path, text):
    from safetensors.torch import save_file

    state = {key: value.contiguous() for key, value in trained.model.state_dict().items()}
    save_file(state, tmp_path / "odd.safetensors", {"vocab": text, "head": '"usual"', "arch": text})
    made = run("%learner tiny_net --weights odd.safetensors --name other")
    assert made.error is None, made.error
    assert "head new" in made.text
