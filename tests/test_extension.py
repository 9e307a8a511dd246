"""Loading costs nothing and leaves no trace; Tab knows what may come next; nothing optional can break a fit."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

from fastaid import load_ipython_extension, unload_ipython_extension
from tests.conftest import TINY_NET, put_away


@pytest.fixture
def bare():
    """A shell without fastaid."""
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    yield shell
    put_away(shell)


def trace(shell):
    """Everything of a shell that an extension might change."""
    formatter = shell.display_formatter.ipython_display_formatter
    return {
        "magics": {kind: dict(found) for kind, found in shell.magics_manager.magics.items()},
        "registry": dict(shell.magics_manager.registry),
        "configurables": list(shell.configurables),
        "matchers": list(shell.Completer.custom_matchers),
        "printers": (dict(formatter.type_printers), dict(formatter.deferred_printers)),
        "meta": dict(shell.meta),
        "user_ns": set(shell.user_ns),
        "events": {name: list(found) for name, found in shell.events.callbacks.items()},
        "hooks": sorted(vars(shell.hooks)),
        "inspector": (shell.inspector, type(shell.inspector), dict(vars(shell.inspector))),
        "html": shell.enable_html_pager,
        "transformers": (list(shell.input_transformers_cleanup), list(shell.ast_transformers)),
        "custom_exceptions": shell.custom_exceptions,
    }


def test_unloading_leaves_no_trace(bare):
    before = trace(bare)
    load_ipython_extension(bare)
    assert "databunch" in bare.magics_manager.magics["line"]
    bare.run_cell("%databunch nowhere")
    unload_ipython_extension(bare)
    after = trace(bare)
    assert after.pop("user_ns") - before.pop("user_ns") == set()
    assert after == before


def test_unloading_after_a_whole_session_leaves_no_trace_but_what_was_made(
    bare, digits, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    bare.run_cell(TINY_NET)
    bare.run_cell("plt.close(plt.figure())")  # matplotlib hooks itself into a shell at its first figure
    before = trace(bare)
    load_ipython_extension(bare)
    for line in (
        f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0",
        "%learner tiny_net --no-pretrained",
        "%fit_one_cycle 1",
        "%interpret",
        "dls",  # shown by our printers
        "learn",
    ):
        result = bare.run_cell(line)
        assert result.success, line
    unload_ipython_extension(bare)
    after = trace(bare)
    made = {name for name in after.pop("user_ns") - before.pop("user_ns") if not name.startswith("_")}
    assert made == {"dls", "data", "learn", "interp"}
    assert after == before


def test_a_magic_of_the_learner_s_own_comes_back(bare):
    def runs(line):
        return "mine"

    bare.register_magic_function(runs, "line")
    load_ipython_extension(bare)
    assert bare.find_line_magic("runs") is not runs
    unload_ipython_extension(bare)
    assert bare.run_line_magic("runs", "") == "mine"


def test_loading_twice_is_loading_once(bare):
    before = trace(bare)
    load_ipython_extension(bare)
    load_ipython_extension(bare)
    unload_ipython_extension(bare)
    assert trace(bare) == before


def test_loading_imports_nothing_heavy():
    code = (
        "import sys; from IPython.core.interactiveshell import InteractiveShell;"
        "shell = InteractiveShell.instance(); shell.run_line_magic('load_ext', 'fastaid');"
        "print([m for m in ('torch', 'fastai', 'matplotlib', 'fastcore', 'pandas', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_lists_every_option(run):
    for magic in ("%databunch", "%learner", "%%fit_one_cycle", "%fit_one_cycle", "%fine_tune", "%runs"):
        shown = run(f"{magic}?")
        assert "--code" in shown.text, magic


def tab(shell, line):
    """What a front end is offered at the line's end."""
    from IPython.core.completer import provisionalcompleter

    with provisionalcompleter():
        return [one.text for one in shell.Completer.completions(line, len(line))]


@pytest.mark.parametrize(
    ("line", "has", "lacks"),
    [
        ("%databunch from_n", ["from_name_re", "from_name_func"], ["from_csv"]),
        ("%databunch pe", ["pets"], []),
        ("%databunch from_csv here --label", ["--label-col", "--label-delim"], ["--labelled"]),
        ("%databunch from_csv here --resize ", ["crop", "pad", "squish"], ["from_csv"]),
        ("%databunch from_folder my_", ["my_folder"], []),
        ("%databunch from_folder here/", ["here/train/", "here/valid/"], ["here/abs"]),
        ("%databunch from_folder here/t", ["here/train/"], ["time", "here/valid/"]),
        ("%databunch from_folder here --valid ", ["valid"], ["labels.csv", "my_folder"]),
        ("%databunch from_csv here --csv-fname ", ["labels.csv"], ["train"]),
        ("%databunch from_csv here --label-col ", ["name", "label"], ["my_folder"]),
        ("%databunch from_folder here --", ["--train", "--valid-pct"], ["--pat", "--csv-fname"]),
        ("%databunch from_folder here --augment aug", ["aug_transforms()"], []),
        ("%predict here/", ["here/train/", "here/labels.csv"], []),
        ("%learner resnet34 --weights here/l", ["here/labels.csv"], ["len"]),
        ("%fit_one_cycle 1 --precision ", ["auto", "fp32"], ["my_folder"]),
        ("%learner resn", ["resnet18", "resnet34", "resnet50"], ["vgg16_bn"]),
        ("x = %learner resnet34 --metrics err", ["error_rate"], []),
        ("%learner resnet34 --metrics error_rate acc", ["accuracy"], []),
        ("%%fit_one_cycle 4 --lr", ["--lr-max"], ["--lr"]),
        ("%%fit_one_cycle 4 --lr-max au", ["auto"], []),
        ("%fit_one_cycle 4 --code --c", [], ["--code"]),
    ],
)
def test_tab_completes(shell, tmp_path, line, has, lacks):
    for part in ("train", "valid"):
        (tmp_path / "here" / part).mkdir(parents=True)
    (tmp_path / "here" / "labels.csv").write_text("name,label\na.png,cat\n")
    shell.user_ns["my_folder"] = "data"
    found = tab(shell, line)
    for word in has:
        assert word in found
    for word in lacks:
        assert word not in found


def test_tab_completes_the_learner_s_variables(shell, learn):
    found = tab(shell, "%fit_one_cycle 1 --learner ")
    assert "learn" in found
    assert "dls" not in found


def test_tab_offers_folders_beside_variables(shell, tmp_path):
    (tmp_path / "my_pictures").mkdir()
    shell.user_ns["my_folder"] = "data"
    found = tab(shell, "%databunch from_folder my_")
    assert "my_folder" in found
    assert any(word.startswith("my_pictures") for word in found)


def test_tab_elsewhere_is_ipython_s(shell):
    shell.user_ns["my_variable"] = 1
    assert "my_variable" in tab(shell, "my_va")


def test_the_learner_s_own_variable_data_is_not_overwritten(run, shell, digits):
    run("data = {'mine': 1}")
    ran = run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0")
    assert ran.error is None
    assert shell.user_ns["data"] == {"mine": 1}
    assert shell.user_ns["dls"] is ran.value


def test_a_module_that_the_old_import_calls_data_gives_way(run, shell, digits):
    run("import fastai.vision.all\nfrom fastai.vision import *")
    assert run("data.__name__").value == "fastai.vision.data"
    ran = run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0")
    assert shell.user_ns["data"] is shell.user_ns["dls"] is ran.value


def test_settings_are_config(run, shell, learn, tmp_path):
    run(f"%config TrainingMagics.journal = '{tmp_path}/elsewhere.sqlite'")
    run("%fit_one_cycle 1")
    assert (tmp_path / "elsewhere.sqlite").is_file()
    run("%config TrainingMagics.keep_runs = False")
    run("%fit_one_cycle 1")
    assert "1 run (" in run("%runs").text


def test_a_learner_made_anew_lets_the_old_one_go(shell, digits):
    """IPython's `Out` would keep each one that a magic gave back, and its memory on the GPU."""
    shell.run_cell("41 + 1", store_history=True)
    shell.run_cell(
        f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment", store_history=True
    )
    gone = []
    for _ in range(2):
        shell.run_cell("%learner resnet18 --no-pretrained", store_history=True)
        shell.run_cell("%fit_one_cycle 1", store_history=True)
        gone.append(weakref.ref(shell.user_ns["learn"]))
    gc.collect()
    assert gone[0]() is None
    assert gone[1]() is shell.user_ns["learn"]
    shell.run_cell("seen = _; _ + 1", store_history=True)
    assert shell.user_ns["seen"] == 42
    assert shell.user_ns["_"] == 43


@pytest.mark.parametrize("harm", ["a folder", "no database", "a file in the folder's place"])
def test_a_journal_that_cannot_be_written_costs_a_warning_and_no_training(run, learn, tmp_path, harm):
    if harm == "a folder":
        (tmp_path / ".fastaid" / "journal.sqlite").mkdir(parents=True)
    elif harm == "no database":
        (tmp_path / ".fastaid").mkdir()
        (tmp_path / ".fastaid" / "journal.sqlite").write_bytes(b"no database at all" * 100)
    else:
        (tmp_path / ".fastaid").write_text("a file where the folder should be")
    with pytest.warns(UserWarning, match="journal.*given up; the fit itself is unharmed") as caught:
        ran = run("%fit_one_cycle 2")
    assert ran.error is None
    assert len(learn.recorder.values) == 2
    assert len([w for w in caught if "given up" in str(w.message)]) == 1


def test_a_locked_journal_costs_a_warning_and_no_training(run, learn, tmp_path):
    import sqlite3

    run("%fit_one_cycle 1")
    lock = sqlite3.connect(tmp_path / ".fastaid" / "journal.sqlite")
    lock.execute("begin exclusive")
    try:
        with pytest.warns(UserWarning, match="locked"):
            ran = run("%fit_one_cycle 1")
    finally:
        lock.rollback()
        lock.close()
    assert ran.error is None
    assert "finished" in ran.stdout


def test_a_view_that_fails_is_given_up(learn):
    from fastaid.training.fit import describe_start, watched

    def broken(run, event):
        raise RuntimeError("no screen")

    seen = []
    with (
        pytest.warns(UserWarning, match="no screen"),
        watched(
            learn,
            describe_start(learn, "learn.fit_one_cycle(1)", 1),
            (broken, lambda r, e: seen.append(type(e).__name__)),
        ) as done,
    ):
        learn.fit_one_cycle(1)
    assert done.status == "finished"
    assert seen[0] == "RunStarted"
    assert seen[-1] == "RunEnded"


def test_a_fit_by_the_magic_is_bit_for_bit_fastai_s_own(run, learn):
    import copy

    import torch
    from fastai.vision.all import set_seed

    start = copy.deepcopy(learn.model.state_dict())

    def trained(fit):
        learn.model.load_state_dict(start)
        learn.opt = None
        set_seed(3)
        for dl in learn.dls.loaders:
            dl.rng.seed(5)
        fit()
        return copy.deepcopy(list(learn.model.state_dict().values()))

    def by_hand():
        with learn.no_bar(), learn.no_logging():
            learn.fit_one_cycle(2, 1e-2)

    ours, theirs = trained(lambda: run("%fit_one_cycle 2 --lr-max 1e-2 --plain")), trained(by_hand)
    assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))
    assert not all(torch.equal(a, b) for a, b in zip(ours, start.values(), strict=True))


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("lr_find(learn, 3)", "Write learn.lr_find(…)"),
        ("lr_find(learner)", "Write learner.lr_find(…)"),
        ("unfreeze()", "Write learn.unfreeze(…)"),
        ("fit_one_cycle(4, 1e-3)", "learn.fit_one_cycle(…), or %fit_one_cycle without parentheses"),
        ("show_batch()", "%show_batch without parentheses"),
    ],
)
def test_a_magic_taken_for_a_function(run, cell, hint):
    assert hint in str(run(cell).error)


def test_a_value_in_parentheses_is_a_value(run):
    assert "no Learner yet" in str(run("%fit_one_cycle (1)").error)
