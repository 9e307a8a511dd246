"""`--code` is the truth: the printed fastai, executed on its own, gives what the magic gives."""

from __future__ import annotations

import pytest

from tests.conftest import TINY_NET

SEED = "from fastai.vision.all import set_seed; set_seed(7, reproducible=True)"


def build(run, digits):
    """A fresh learner, the same every time."""
    run(TINY_NET)
    run(SEED)
    run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0")
    run(SEED)
    return run("%learner tiny_net --no-pretrained --metrics accuracy").value


def state(learn):
    return [p.detach().clone() for p in learn.model.state_dict().values()]


@pytest.mark.parametrize(
    "line",
    [
        "%fit_one_cycle 2 --lr-max slice(1e-4, 1e-2) --pct-start 0.4 --div 10 --wd 0.1 --moms (0.9,0.8,0.9) "
        "--plain",
        "%fit_one_cycle 1 --save kept --plain",
        "%fine_tune 2 --base-lr 1e-2 --freeze-epochs 1 --plain",
        "%freeze",
        "%freeze --to 1",
        "%unfreeze",
    ],
)
def test_training_by_hand_gives_the_same_weights(run, shell, digits, line):
    ours = build(run, digits)
    run(SEED)
    assert run(line).error is None
    by_magic, losses = state(ours), [float(x) for x in getattr(ours.recorder, "losses", [])]

    theirs = build(run, digits)
    code = run(f"{line} --code").stdout
    run(SEED)
    exec(code, shell.user_ns)
    assert shell.user_ns["learn"] is theirs
    assert all((a == b).all() for a, b in zip(by_magic, state(theirs), strict=True))
    assert losses == [float(x) for x in getattr(theirs.recorder, "losses", [])]
    assert ours.opt is None or ours.opt.frozen_idx == theirs.opt.frozen_idx


def test_training_faster_gives_the_same_but_for_rounding(run, shell, digits):
    ours = build(run, digits)
    run(SEED)
    assert run("%fit_one_cycle 2 --lr-max 1e-2").error is None
    losses = [float(x) for x in ours.recorder.losses]
    theirs = build(run, digits)
    run(SEED)
    exec(run("%fit_one_cycle 2 --lr-max 1e-2 --code").stdout, shell.user_ns)
    assert losses == pytest.approx([float(x) for x in theirs.recorder.losses], rel=5e-3)


def test_lr_find_by_hand_gives_the_same_suggestions(run, shell, digits):
    build(run, digits)
    run(SEED)
    ours = run("%lr_find --num-it 40").value
    build(run, digits)
    code = run("%lr_find --num-it 40 --code").stdout
    run(SEED)
    exec(code, shell.user_ns)
    assert tuple(shell.user_ns["suggestions"]) == pytest.approx(tuple(ours))


def test_a_learner_by_hand_is_the_same_net(run, shell, digits):
    ours = build(run, digits)
    code = run("%learner tiny_net --no-pretrained --metrics accuracy --lr 1e-2 --code").stdout
    assert ours is run("learn").value  # --code shows, it does not run
    run(SEED)
    exec(code, shell.user_ns)
    theirs = shell.user_ns["learn"]
    assert all((a == b).all() for a, b in zip(state(ours), state(theirs), strict=True))
    assert [m.name for m in theirs.metrics] == ["accuracy"]
    assert theirs.lr == 1e-2


@pytest.mark.parametrize("line", ["%interpret", "%predict {file}", "%export kept.pkl", "%show_batch"])
def test_looking_by_hand_runs_too(run, shell, digits, line, tmp_path):
    import matplotlib

    matplotlib.use("agg")
    build(run, digits)
    code = run(line.format(file=digits / "0" / "0_00.png") + " --code").stdout
    exec(code, shell.user_ns)
    if "export" in line:
        assert (tmp_path / "kept.pkl").is_file()


def test_the_code_of_a_kept_run_can_be_printed(run, digits):
    build(run, digits)
    run("%fit_one_cycle 1 --lr-max 1e-2")
    assert "learn.fit_one_cycle(1, lr_max=0.01)" in run("%runs 1 --code").stdout


def test_looking_at_data_changes_nothing_that_comes_after(run, shell, digits):
    """The magic shows a grid; the plain line does not: the batches that follow are the same."""
    run(SEED)
    run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0")
    shown = shell.user_ns["dls"].one_batch()
    code = run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --code").stdout
    run(SEED)
    exec(code, shell.user_ns)
    plain = shell.user_ns["dls"].one_batch()
    assert (shown[0] == plain[0]).all()
    assert (shown[1] == plain[1]).all()
