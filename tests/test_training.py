"""Training through the magics, in a real shell, on real pictures."""

from __future__ import annotations

import math

import pytest

from fastaid.errors import FastaidError


def weights(learn):
    return {name: p.detach().clone() for name, p in learn.model.state_dict().items()}


def same(a, b):
    return all((a[name] == b[name]).all() for name in a)


def test_a_fit_returns_the_learner_and_keeps_the_run(run, learn):
    ran = run("%fit_one_cycle 2 --lr-max 1e-2")
    assert ran.value is learn
    assert len(learn.recorder.values) == 2
    assert "accuracy" in ran.stdout
    assert "finished" in ran.stdout
    listed = run("%runs").text
    assert "learn.fit_one_cycle(2, lr_max=0.01)" in listed
    assert "finished" in listed


def test_a_cell_that_makes_a_learner_trains_that_one(run, learn):
    before = weights(learn)
    ran = run("%%fit_one_cycle 1 --lr-max 1e-2\nother = vision_learner(dls, tiny_net, pretrained=False)")
    assert ran.error is None
    assert run("other.recorder.values").value
    assert same(before, weights(learn))


def test_a_learner_that_a_cell_ends_with_is_trained_and_at_hand(run, learn):
    ran = run("%%fit_one_cycle 1\nvision_learner(dls, tiny_net, pretrained=False)")
    assert ran.error is None
    assert ran.value is not learn
    assert run("learn").value is ran.value
    assert len(ran.value.recorder.values) == 1


def test_an_empty_cell_trains_the_learner_at_hand(run, learn):
    ran = run("%%fit_one_cycle 1\n\n")
    assert ran.error is None
    assert ran.value is learn


def test_a_failing_body_trains_nothing_and_stops_run_all(run, learn):
    before = weights(learn)
    ran = run("%%fit_one_cycle 1\n1/0")
    assert isinstance(ran.error, FastaidError)
    assert (ran.stdout + ran.stderr).count("ZeroDivisionError: division by zero") == 1
    assert same(before, weights(learn))


def test_two_new_learners_need_a_choice(run, learn):
    cell = "a = vision_learner(dls, tiny_net, pretrained=False)\nb = vision_learner(dls, tiny_net, pretrained=False)"
    assert "--learner" in str(run(f"%%fit_one_cycle 1\n{cell}").error)
    assert run(f"%%fit_one_cycle 1 --learner b\n{cell}").error is None
    assert run("len(b.recorder.values)").value == 1


def test_fine_tune_is_one_run_of_all_its_epochs(run, learn):
    ran = run("%fine_tune 2 --base-lr 1e-2")
    assert ran.error is None
    assert "learn.fine_tune(2, base_lr=0.01)" in run("%runs").text
    from fastaid.training.journal import Journal

    _, kept = Journal_at(run).load("1")
    assert [e.epoch for e in kept.epochs] == [0, 1, 2]
    assert kept.n_epoch == 3
    assert kept.step == kept.n_step == 3 * len(learn.dls.train)
    assert len(kept.planned) == 2
    from fastaid.render.run import training_line

    head, everything = training_line(kept).split("; then ")
    assert head.startswith("1 of 2 layer groups training: the head")
    assert everything.startswith("all layer groups train")
    assert isinstance(Journal_at(run), Journal)


def Journal_at(run):
    from pathlib import Path

    from fastaid.training.journal import Journal

    return Journal(Path(".fastaid/journal.sqlite"))


def test_the_plan_is_what_then_happens(run, learn):
    run("%fit_one_cycle 2 --lr-max slice(1e-3, 1e-2)")
    _, kept = Journal_at(run).load("1")
    plan = kept.planned[0].plan
    for step, lr, mom in zip(plan.steps, plan.lrs, plan.moms, strict=True):
        assert kept.lrs[step - 1] == pytest.approx(lr, rel=1e-6)
        assert kept.moms[step - 1] == pytest.approx(mom, rel=1e-6)
    groups = kept.planned[0].layer_groups
    assert groups[0].lr < groups[-1].lr == pytest.approx(1e-2, rel=1e-2)


def test_the_kept_losses_are_fastai_s(run, learn):
    run("%fit_one_cycle 2")
    _, kept = Journal_at(run).load("1")
    assert kept.smooth_losses == pytest.approx([float(x) for x in learn.recorder.losses], rel=1e-6)
    for epoch, values in zip(kept.epochs, learn.recorder.values, strict=True):
        assert [v for _, v in epoch.values] == pytest.approx([float(v) for v in values])


def test_lr_find_leaves_the_learner_as_it_was(run, learn):
    learn.create_opt()
    before, lr, callbacks = weights(learn), learn.opt.hypers[0]["lr"], {type(cb).__name__ for cb in learn.cbs}
    ran = run("%lr_find --num-it 30")
    assert ran.error is None
    assert same(before, weights(learn))
    assert learn.opt.hypers[0]["lr"] == lr
    assert {type(cb).__name__ for cb in learn.cbs} == callbacks
    assert ran.value.valley > 0
    assert "valley" in ran.text


def test_auto_takes_what_lr_find_suggested(run, learn):
    suggested = run("%lr_find --num-it 30").value.valley
    run("%fit_one_cycle 1 --lr-max auto")
    taken = learn.recorder.lrs
    run(f"%fit_one_cycle 1 --lr-max {suggested:.2g}")  # as two digits, as it is shown
    assert taken == learn.recorder.lrs


def test_auto_finds_a_rate_where_none_was_found(run, learn):
    ran = run("%fit_one_cycle 1 --lr-max auto")
    assert ran.error is None
    assert "valley" in ran.text


def test_freezing_and_unfreezing_show_the_groups(run, learn):
    frozen = run("%freeze").text
    assert "frozen (batch norm still learns)" in frozen
    assert "A slice gives early layers less" in run("%unfreeze").text
    unfrozen = run("%unfreeze --lr slice(1e-6, 1e-4)").text
    assert "One rate for all" not in unfrozen
    assert "1.0e-06" in unfrozen
    assert "1.0e-04" in unfrozen
    assert "edges" in unfrozen
    assert learn.opt.frozen_idx == 0


def test_saved_weights_come_back_by_name(run, learn):
    run("%fit_one_cycle 1 --save stage-1")
    after = weights(learn)
    run("%fit_one_cycle 1")
    assert not same(after, weights(learn))
    run("learn.load('stage-1')")
    assert same(after, weights(learn))


def test_interpret_counts_what_the_learner_gets_wrong(run, learn):
    ran = run("%interpret")
    assert ran.error is None
    preds, targets = learn.get_preds()
    right = int((preds.argmax(1) == targets).sum())
    assert f"{right} of {len(targets)} validation pictures right" in ran.text
    assert run("interp").error is None


def test_predict_agrees_with_fastai(run, learn, digits):
    file = digits / "0" / "0_00.png"
    label, _, probs = run(f"%predict {file}").value
    ours = learn.predict(file)
    assert label == ours[0]
    assert probs.tolist() == pytest.approx(ours[2].tolist())


def test_an_exported_learner_predicts_the_same_and_this_one_goes_on(run, learn, digits, tmp_path):
    run("%freeze")
    run("%export model.pkl")
    loaded = run(
        f"import warnings; warnings.simplefilter('ignore'); load_learner('{tmp_path}/model.pkl')"
    ).value
    file = digits / "1" / "1_03.png"
    with loaded.no_bar():
        assert loaded.predict(file)[0] == learn.predict(file)[0]
    assert learn.opt.frozen_idx == 1
    assert run("%fit_one_cycle 1").error is None


def test_a_loss_that_is_no_number_is_said_and_kept(run, learn):
    import torch

    with torch.no_grad():
        learn.model[1][-1].weight.fill_(math.nan)
    ran = run("%fit_one_cycle 1")
    assert ran.error is None
    _, kept = Journal_at(run).load("1")
    assert kept.diverged
    assert set(kept.losses) == {None}


def test_an_error_in_training_keeps_its_traceback_and_the_run_says_failed(run, learn):
    run("class Break(Callback):\n    def before_validate(self): raise RuntimeError('broken on purpose')")
    run("learn.add_cb(Break())")
    ran = run("%fit_one_cycle 1")
    assert isinstance(ran.error, RuntimeError)
    assert "broken on purpose" in ran.stdout
    assert "failed" in run("%runs").text
    run("learn.remove_cb(Break)")
    assert run("%fit_one_cycle 1").error is None


def test_the_watched_learner_is_left_with_its_own_callbacks(run, learn):
    before = sorted(type(cb).__name__ for cb in learn.cbs)
    run("%fit_one_cycle 1")
    run("%fine_tune 1")
    assert sorted(type(cb).__name__ for cb in learn.cbs) == before
    assert learn.logger is print


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("%fit_one_cycle four", "there is no variable 'four'"),
        ("%fit_one_cycle 0", "1 or more"),
        ("%fit_one_cycle 1 --lr-mx 3", "--lr-max"),
        ("%fit_one_cycle 1 --lr-max fast", "no variable 'fast'"),
        ("%fit_one_cycle 1 --lr-max -1", "above 0"),
        ("%fit_one_cycle 1 --pct-start 3", "between 0 and 1"),
        ("%fit_one_cycle 1 --moms 0.9", "three numbers"),
        ("%fit_one_cycle 1 --precision fp16", "needs a GPU"),
        ("%fit_one_cycle 1 --precision half", "fp32"),
        ("%fit_one_cycle 1 --learner lern", "learn"),
        ("%learner resnet43 --no-pretrained", "resnet34"),
        ("%learner tiny_net --no-pretrained --metrics acuracy", "accuracy"),
        ("%fit_one_cycle", "needs N_EPOCH: how many epochs"),
        ("%fit_one_cycle 2.5", "takes a whole number, not 2.5"),
        ("%fit_one_cycle 1 slice(1e-6,1e-4)", "--lr-max slice(1e-6,1e-4)"),
        ("%fit_one_cycle 1 --lr-max float('nan')", "above 0"),
        ("%fit_one_cycle 1 --lr-max 1e400", "above 0"),
        ("%fit_one_cycle 1 --lr-max True", "takes a number or a slice"),
        ("%fit_one_cycle 1 --lr-max slice(1e-3,None)", "no slice of rates"),
        ("%fit_one_cycle 1 --lr-max slice(1e-3,1e-5)", "The smaller rate comes first"),
        ("%fit_one_cycle 1 --lr-max slice(1e-5,1e-4,1e-3)", "no slice of rates"),
        ("%fit_one_cycle 1 --div 0", "above 0"),
        ("%fit_one_cycle 1 --div-final -1", "above 0"),
        ("%fit_one_cycle 1 --wd -1", "0 or more"),
        ("%fit_one_cycle 1 --moms ('a','b','c')", "three numbers"),
        ("%fit_one_cycle 1 --moms (2,3,4)", "below 1"),
        ("%fit_one_cycle 1 --save a/b/c", "no folder"),
        ("%fit_one_cycle 1 --save ''", "needs a name"),
        ("%fit_one_cycle 1 --save ../elsewhere", "leads out of"),
        ("%fit_one_cycle 1 --save /tmp/elsewhere", "leads out of"),
        ("%fine_tune 1 --base-lr slice(1e-5,1e-3)", "one number"),
        ("%fine_tune 1 --lr-mult 0", "above 0"),
        ("%fine_tune 1 --freeze-epochs -1", "--freeze-epochs -1"),
        ("%lr_find --start-lr 0", "above 0"),
        ("%lr_find --start-lr 1 --end-lr 0.1", "no growth"),
        ("%lr_find --num-it 5", "too few batches"),
        ("%learner nonet --no-pretrained", "cannot be called with `pretrained`"),
        ("%learner three --no-pretrained", "gives an int, not a net"),
        ("%learner learn", "takes the function that makes a net"),
        ("%learner tiny_net --no-pretrained --metrics 3", "no metric but an int"),
        ("%learner tiny_net --no-pretrained --metrics accuracy_multi", "does not work on these labels"),
        ("%learner tiny_net --no-pretrained --metrics F1ScoreMulti", "does not work on these labels"),
        ("%learner tiny_net --no-pretrained --metrics FBeta", "FBeta needs beta"),
        ("%learner tiny_net --no-pretrained --name dls", "would be lost"),
        ("%learner tiny_net --no-pretrained --name 3", "no name for a variable"),
        ("%learner tiny_net --no-pretrained --lr -1", "above 0"),
        ("%interpret --name learn", "would be lost"),
        ("%interpret -n 0", "too few"),
        ("%freeze --to 2", "the last group always trains"),
        ("%freeze --lr 'a'", "takes a number or a slice"),
        ("%export digits", "is a folder"),
        ("%export digits/0/0_00.png", "does not look like an exported learner"),
        ("%export /proc/x.pkl", "could not be written"),
        ("%predict digits", "is a folder, and %predict takes one picture"),
        ("%predict digits/0/0_0.png", "Did you mean 'digits/0/0_"),
        ("%predict learn", "is a Learner, not a path"),
        ("%predict nofolder/x.png", "no folder nofolder"),
        ("%predict files[999]", "raised IndexError"),
        ("%runs -n 0", "too few"),
        ("%freeze --to 7", "2 layer groups"),
        ("%predict nothere.png", "no picture"),
        ("%export nofolder/x.pkl", "no folder"),
        ("%runs 99", "no run"),
    ],
)
def test_a_mistake_is_one_sentence_with_the_next_step(run, learn, line, says):
    run("%fit_one_cycle 1")
    run("def nonet(): pass\ndef three(pretrained=False): return 3\nfiles = []")
    before = weights(learn)
    ran = run(line)
    assert isinstance(ran.error, FastaidError), ran.error
    assert says in str(ran.error)
    assert ran.error.hint
    assert same(before, weights(learn))
    assert run("learn").error is None
    assert "Traceback" not in ran.stdout + ran.stderr
    assert len((ran.stdout + ran.stderr).strip().splitlines()) == 1


def test_a_net_s_name_may_stand_in_a_variable(run, learn):
    run("ARCH = 'resnet18'")
    for word in ("ARCH", "{ARCH}", "$ARCH"):
        assert "resnet18" in run(f"%learner {word} --no-pretrained --name other --code").stdout


def test_the_words_of_the_course_s_own_notebooks_are_nets_too(run, learn):
    run("from torchvision import models; nets = {'a': models.resnet18}")
    for word in ("models.resnet18", "{models.resnet18}", "nets['a']", "xresnet18"):
        ran = run(f"%learner {word} --no-pretrained --name other")
        assert ran.error is None, (word, ran.error)
        assert run("other.arch.__name__").value.endswith("resnet18")


@pytest.mark.parametrize(
    "metric", ["F1Score", "F1Score(average='macro')", "RocAucBinary", "perplexity", "Dice"]
)
def test_metrics_that_fastai_wants_made_first_are_made(run, learn, metric):
    ran = run(f"%learner tiny_net --no-pretrained --metrics {metric} --name other")
    assert ran.error is None, ran.error
    code = run(f"%learner tiny_net --no-pretrained --metrics {metric} --name other --code").stdout
    assert run(code).error is None
    if metric != "Dice":  # it is for masks, and takes these all the same
        assert run("%fit_one_cycle 1 --learner other").error is None
        assert len(run("other.recorder.values[-1]").value) == 3


def test_a_suggestion_is_for_the_net_as_it_was(run, learn):
    run("%lr_find --num-it 30")
    assert run("%fit_one_cycle 1 --lr-max auto --code").error is None
    for line in ("%unfreeze", "%fit_one_cycle 1"):
        run("%lr_find --num-it 30")
        run(line)
        ran = run("%fit_one_cycle 1 --lr-max auto --code")
        assert "Run %lr_find first" in str(ran.error), line


def test_the_code_of_a_cell_magic_holds_the_cell_and_runs_nothing(run, learn):
    cell = "ran = True\nother = vision_learner(dls, tiny_net, pretrained=False)"
    code = run(f"%%fit_one_cycle 1 --lr-max 1e-2 --code\n{cell}").stdout
    assert "ran" not in run("dir()").value
    assert code.endswith("other.fit_one_cycle(1, lr_max=0.01)\n")
    assert run(code).error is None
    assert run("len(other.recorder.values)").value == 1


def test_a_magic_sees_the_variables_of_the_function_it_stands_in(run, learn):
    run("n = 3")
    run("def go(n, mine):\n    %fit_one_cycle n --learner mine\n    return mine")
    assert run("len(go(1, learn).recorder.values)").value == 1


def test_an_interrupted_fit_overwrites_no_saved_weights(run, learn):
    import signal

    from tests.test_interrupt import at_batch

    run("%fit_one_cycle 1 --save best")
    before = run("(learn.path/'models'/'best.pth').read_bytes()").value
    at_batch(learn, 2, lambda: signal.raise_signal(signal.SIGINT))
    ran = run("%fit_one_cycle 1 --save best")
    assert "Nothing was saved as 'best'" in str(ran.error)
    assert run("(learn.path/'models'/'best.pth').read_bytes()").value == before


def test_a_name_that_holds_something_else_is_said(run, learn):
    run("kept = learn; learn = 3")
    assert "learn is an int now" in str(run("%fit_one_cycle 1").error)
    assert run("%fit_one_cycle 1 --learner kept").error is None


def test_a_loaded_learner_lacks_data_and_it_is_said(run, learn, digits):
    run("%export loaded.pkl")
    run("learn = load_learner('loaded.pkl')")
    for line in ("%fit_one_cycle 1", "%lr_find", "%interpret"):
        assert "learn.dls = dls" in str(run(line).error), line
    assert run(f"%predict {digits}/0/0_00.png").error is None


def test_rows_of_a_table_are_no_pictures(run, learn):
    run(
        "from fastai.tabular.all import *\n"
        "df = pd.DataFrame({'a': range(64), 'y': [i % 2 for i in range(64)]})\n"
        "rows = TabularDataLoaders.from_df(df, y_names='y', y_block=CategoryBlock(), cont_names=['a'], bs=16)\n"
        "tab = tabular_learner(rows, metrics=accuracy)"
    )
    ran = run("%fit_one_cycle 1 --learner tab")
    assert ran.error is None
    assert "52 items in batches of 16" in ran.stdout
    assert "picture" not in ran.stdout
    for line in ("%interpret --learner tab", "%show_batch --data rows", "%predict x.png --learner tab"):
        ran = run(line)
        assert isinstance(ran.error, FastaidError), (line, ran.error)


def test_an_optimizer_of_pytorch_s_own_gets_its_rate_back_from_lr_find(run, learn):
    run(
        "plain = vision_learner(dls, tiny_net, pretrained=False, opt_func=partial(OptimWrapper, opt=torch.optim.SGD))"
    )
    run("%fit_one_cycle 1 --learner plain")
    before = run("[h['lr'] for h in plain.opt.hypers]").value
    assert run("%lr_find --num-it 20 --learner plain").error is None
    assert run("[h['lr'] for h in plain.opt.hypers]").value == before


def test_the_words_of_other_tools_for_an_option_are_understood(run, learn):
    for line, meant in (
        ("%databunch from_folder digits --batch-size 4", "--bs"),
        ("%fit_one_cycle 1 --lr 1e-3", "--lr-max"),
        ("%fit_one_cycle 1 --max-lr 1e-3", "--lr-max"),
        ("%fine_tune 1 --lr-max 1e-3", "--base-lr"),
    ):
        assert f"Did you mean '{meant}'?" in str(run(line).error), line


def test_new_data_say_that_the_old_learner_does_not_know_them(run, learn, digits):
    assert "learn goes on" in run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0").text
    run("%learner tiny_net --no-pretrained")
    assert "learn goes on" not in run("%show_batch").text


def test_where_weights_were_saved_is_said(run, learn):
    assert "models/stage-1.pth" in run("%fit_one_cycle 1 --save stage-1").text


def test_a_ruined_net_predicts_nothing(run, learn, digits):
    import torch

    with torch.no_grad():
        next(learn.model.parameters()).fill_(float("nan"))
    assert "ruined its weights" in str(run(f"%predict {digits}/0/0_00.png").error)


def test_a_finder_of_a_flat_curve_says_that_its_suggestion_is_a_guess(run, learn):
    for p in learn.model.parameters():
        p.data.zero_()  # nothing flows, so no rate changes the loss before the last ones
    advice = run("%lr_find --num-it 20 --end-lr 1e-6").text
    assert "hardly fell" in advice


def test_an_interrupted_body_says_so(run, learn):
    ran = run("%%fit_one_cycle 1\nraise KeyboardInterrupt")
    assert "The cell was interrupted, and nothing was trained." in str(ran.error)


def test_an_interrupted_look_ends_in_a_line(run, learn, monkeypatch):
    def slow(*args, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(type(learn), "get_preds", slow)
    ran = run("%interpret")
    assert "%interpret was interrupted" in str(ran.error)
    assert "Traceback" not in ran.stdout
