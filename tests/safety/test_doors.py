# ruff: noqa: E501  tables of words and expressions
"""Through every door of a real shell: folders, files, runs, functions and errors with hostile names."""

from __future__ import annotations

import builtins
import shutil
import sys

import pytest

from fastaid.facts.inert import inert
from fastaid.jupyter.inspector import mimebundle
from tests.conftest import TINY_NET
from tests.safety.hostile import HOSTILE, MARKUP, OBEYED, TERMINAL, check, words_of


def as_file_name(text):
    """A name that a file system takes."""
    return text.replace("/", "∕").replace("\x00", "").encode(errors="ignore")[:200].decode(errors="ignore")


@pytest.fixture
def hostile_digits(digits, tmp_path):
    """Digits in two class folders, and files, of hostile names."""
    place = tmp_path / "data"
    for label, name in (("0", "0" + "".join(TERMINAL[:5])), ("1", "1" + MARKUP[1])):
        folder = place / as_file_name(name)
        folder.mkdir(parents=True)
        for i, file in enumerate(sorted((digits / label).iterdir())):
            shutil.copy(file, folder / (as_file_name(f"{HOSTILE[i % len(HOSTILE)][:60]}{i}") + ".png"))
    return place


@pytest.fixture
def safe(run):
    """Run a cell; every view it shows is checked."""
    builtins.__dict__.pop("hacked", None)

    def run_cell(code):
        made = run(code)
        for one in made.shown:
            if len(one) > 1:
                check(one)
        assert "hacked" not in vars(builtins)
        return made

    return run_cell


def test_a_training_of_hostile_names_is_shown_in_every_view(safe, run, hostile_digits, shell):
    shell.user_ns["path"] = hostile_digits
    run(TINY_NET)
    data = safe("%databunch from_folder path --size 16 --bs 8 --num-workers 0 --no-augment")
    assert data.error is None, data.error
    assert any("window.hacked" in words_of(one.get("text/html", "")) for one in data.shown)
    for line in ("dls", "%databunch from_folder path --size 16 --code", "%show_batch",
                 "%learner tiny_net --no-pretrained --metrics accuracy", "learn", "%fit_one_cycle 1", "%interpret",
                 "interp", "%runs", "%runs 1", "%runs 1 1", "%lr_find", "%unfreeze"):  # fmt: skip
        done = safe(line)
        assert done.error is None, (line, done.error)
    shell.user_ns["file"] = next(hostile_digits.rglob("*.png"))
    assert safe("%predict file").error is None


def test_a_run_of_any_name_is_kept_or_refused_in_a_sentence(safe, learn, shell):
    for text in HOSTILE:
        shell.user_ns["name"] = text[:300].replace("\x00", "")
        done = safe("%fit_one_cycle 1 --save name")
        assert done.error is None or type(done.error).__name__ == "FastaidError", done.error
        assert str(done.error or "x").count("\n") == 0
    safe("%runs")


def test_metrics_and_nets_of_hostile_names(safe, run, learn, shell):
    def metric(x, y):
        return 0.5

    for text in (MARKUP[1], "".join(TERMINAL), "\ud800", "Z\u202e"):
        metric.__name__ = text
        shell.user_ns["metric"] = metric
        run("from fastai.metrics import AvgMetric\nlearn.metrics = [AvgMetric(metric)]")
        done = safe("%fit_one_cycle 1")
        assert done.error is None, done.error
    safe("%runs")
    safe("%runs 1 2 3")


def function_that_says(text):
    def f(a=text, *, b: text = 1) -> text: ...

    f.__doc__ = f"{text}\n\nArgs:\n    a: {text}\n    b ({text}): {text}"
    return f


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_what_a_function_says_of_itself_is_text(safe, shell, number):
    text = HOSTILE[number][:2_000]
    f = function_that_says(text)
    f.__qualname__ = f.__name__ = f.__module__ = text
    # Python itself takes no class of these names.
    named = inert(text) if OBEYED.search(text) else text
    made = type(named, (), {"__doc__": named, "method": f, "__module__": text})
    shell.user_ns.update(f=f, C=made, x=made(), text=text, d={text: text}, L=[text])
    shell.user_ns["x"].field = text
    questions = shell.meta["fastaid"].questions
    for name in ("f", "C", "x", "x.method", "text", "d", "L", "x.field", "C.method", "x.nothing", text[:300]):
        for is_plain in (True, False):
            data = mimebundle(questions.about(name), True, is_plain=is_plain)
            data["text/plain"] = data["text/plain"] if is_plain else ""
            check(data)
    for code in ("f(", "f(a=", "C(", "x.method(", "x.field", "f"):
        answer = questions.at_cursor(code, len(code))
        if answer is not None:
            check(mimebundle(answer[0], True, is_plain=True, active=answer[1]))
    safe("doc(f); doc(C); doc(x)")


def test_a_source_file_that_a_terminal_would_obey(safe, tmp_path, monkeypatch):
    (tmp_path / "hostile_code.py").write_text(
        "def f(a):\n    '''Shown \x1b[2J\x1b]0;title\x07 as it is.'''\n    return '\x1b]8;;http://x\x1b\\\\ <script>' # \u202e\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    try:
        done = safe("import hostile_code\ndoc(hostile_code.f, True)\n")
        assert done.error is None
        assert "f(a)" in done.text
    finally:
        sys.modules.pop("hostile_code", None)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_what_an_error_says_is_text_on_its_card(run, shell, number):
    text = HOSTILE[number][:2_000]
    shell.user_ns.update(text=text, d={text: 1})
    for code in ("raise ValueError(text)", "d[text + 'x']", "open(text)", "int(text)", "getattr(object(), text)",
                 "__import__('torch').zeros(2) @ __import__('torch').zeros(3)"):  # fmt: skip
        for one in run(code).shown:
            check(one)


def test_a_csv_file_of_hostile_rows(safe, digits, shell):
    import pandas as pd

    files = sorted(digits.rglob("*.png"))
    labels = [HOSTILE[i % 20].replace("\x00", "")[:500] for i in range(len(files))]
    rows = pd.DataFrame(
        {"name" + MARKUP[0]: [f.relative_to(digits).as_posix() for f in files], TERMINAL[0]: labels}
    )
    rows.to_csv(digits / "labels.csv", index=False)
    shell.user_ns["path"] = digits
    done = safe("%databunch from_csv path --size 16 --bs 8 --num-workers 0 --no-augment")
    assert done.error is None, done.error
    shell.user_ns["df"] = rows.assign(**{TERMINAL[0]: ["\ud800" + label for label in labels]})
    done = safe("%databunch from_df df --path path --size 16 --bs 8 --num-workers 0 --no-augment")
    assert done.error is None, done.error


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_line_that_is_refused_is_refused_in_plain_words(run, number):
    text = HOSTILE[number][:300].replace("\n", " ")
    for line in (f"%databunch from_folder {text!r}", f"%learner {text!r}", f"%predict {text!r}", f"%runs {text!r}",
                 f"%explain {text}", f"%fit_one_cycle 1 --lr-max {text!r}", f"%databunch {text!r}"):  # fmt: skip
        for one in run(line).shown:
            check(one)
