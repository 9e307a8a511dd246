"""The doors to help in a shell: `x?`, `x??`, `doc(x)`, `%find`, and what stays of them."""

import pytest

from tests.conftest import ANSI


@pytest.fixture
def ask(run, monkeypatch):
    """Run a cell that asks, and read what the pager was given."""
    from IPython.core import page

    paged = []
    monkeypatch.setattr(page, "page", lambda shown, *rest, **more: paged.append(shown))

    def asked(cell):
        paged.clear()
        ran = run(cell)
        assert ran.error is None, ran.error
        return ANSI.sub(
            "", "\n".join(one if isinstance(one, str) else one["text/plain"] for one in paged) + ran.text
        )

    return asked


def test_a_question_mark_shows_how_to_call_it(ask):
    run_text = ask("import torch\ntorch.ones?")
    assert "torch.ones(*size" in run_text
    assert "shape of the output tensor" in run_text
    assert "Source:" not in run_text


def test_two_show_the_source(ask):
    shown = ask("def double(x):\n    return x * 2\n\ndouble??")
    assert "Source:" in shown
    assert "return x * 2" in shown


@pytest.mark.parametrize("cell", ["x@a?", "?x@a", "(x@a)?", "if True:\n    pass\nx@a?"])
def test_an_operator_is_explained_with_the_shapes_at_hand(ask, cell):
    ask("import torch\nx, a = torch.randn(2, 3), torch.randn(3, 4)")
    assert "(2, 3) @ (3, 4) → (2, 4)" in ask(cell)


def test_an_expression_is_not_run(ask, shell):
    ask("ran = []\ndef boom(): ran.append(1)\nd = {'a': len}")
    assert "not known without running it" in ask("boom()?")
    assert "number of items" in ask("d['a']?")
    assert shell.user_ns["ran"] == []


def test_a_question_mark_inside_text_is_text(run):
    assert run("s = '''\nx@a?\n'''\ns").value == "\nx@a?\n"


def test_magics_and_their_options(ask):
    shown = ask("%timeit?")
    assert "-n" in shown
    assert "in a loop" in shown
    shown = ask("%databunch?")
    assert "--valid-pct" in shown
    assert "from_name_re" in shown


def test_names_that_do_not_exist(ask):
    assert "Did you mean 'ones'" in ask("import torch\ntorch.onez?")
    shown = ask("create_cnn?")
    assert "vision_learner" in shown
    assert "%learner resnet34" in shown
    assert "Import it first" in ask("qqqqzzzz?")
    assert "There is no magic" in ask("%nosuchmagic?")
    assert "Did you mean 'databunch'" in ask("%datbunch?")


def test_wildcards_stay_ipython_s(ask):
    assert "isinstance" in ask("isin*?")


def test_doc_shows_at_once_and_gives_nothing_back(run):
    ran = run("import torch\ndoc(torch.ones)\n1")
    assert ran.value == 1
    assert "torch.ones(*size" in ran.text or "ones(*size" in ran.text
    assert run("doc(torch.ones)").value is None


def test_doc_names_the_variable_that_it_was_given(run):
    ran = run("from torch import nn\nlin = nn.Linear(3, 4)\ndoc(lin)")
    assert "lin(input)" in ran.text
    ran = run("def f():\n    inner = nn.Linear(1, 2)\n    doc(inner)\nf()")
    assert "inner(input)" in ran.text


def test_doc_of_text_is_the_question_that_it_holds(run):
    run("import torch")
    assert "torch.ones(*size" in run("doc('torch.ones')").text
    assert "%timeit" in run("doc('%timeit')").text
    assert "matrix product" in run("doc('@')").text


def test_doc_shows_the_source_when_asked(run):
    run("def double(x):\n    return x * 2")
    assert "return x * 2" not in run("doc(double)").text
    assert "return x * 2" in run("doc(double, source=True)").text


def test_doc_stays_ours_after_a_star_import_in_the_same_cell_and_the_next(run):
    ran = run("from fastai.vision.all import *\ndoc(accuracy)")
    assert "accuracy(inp, targ" in ran.text
    assert run("doc.__module__").value == "fastaid.jupyter.own_doc"


def test_a_doc_of_the_learner_s_own_is_left_alone(run, shell):
    run("def doc(x): return 'mine'")
    run("from math import *")
    assert run("doc(3)").value == "mine"


def test_unloading_gives_back_what_a_star_import_brought(run, shell):
    from fastaid import unload_ipython_extension

    run("from fastai.vision.all import *")
    unload_ipython_extension(shell)
    assert shell.user_ns["doc"].__module__ == "fastai.torch_core"


def test_who_does_not_list_it(run):
    assert "doc" not in run("%who").stdout.split()


def test_doc_in_plain_python():
    import subprocess
    import sys

    code = "from fastaid import doc\nimport math\ndoc(math.sqrt)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert "square root" in done.stdout


def test_a_failure_of_ours_leaves_ipython_s_own_answer(ask, shell, monkeypatch):
    monkeypatch.setattr("fastaid.help.describe.describe", lambda *a, **k: 1 / 0)
    found = shell.object_inspect_mime("len")
    assert "number of items" in found["text/plain"]


def test_other_extensions_forms_stay(shell):
    shell.inspector.mime_hooks["application/x-mine"] = lambda data: {"mine": 1}
    found = shell.object_inspect_mime("len")
    assert found["application/x-mine"] == {"mine": 1}
    assert "number of items" in found["text/html"]
    del shell.inspector.mime_hooks["application/x-mine"]


def test_find_ranks_names(run, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    ran = run("%find how do I resize")
    assert "Resize" in ran.text
    assert ran.text.index("Resize") < ran.text.index("RandomResizedCrop")
    assert "Say it in words" in str(run("%find").error)
    assert "Normalize" in run("doc('normalise images')").text
