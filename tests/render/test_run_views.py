"""A run as text and HTML: true, readable, and small however long it is."""

from __future__ import annotations

import base64
import json
import re
import xml.etree.ElementTree as ET
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fastaid.facts.events import BatchesEnded, EpochEnded, FitStarted, RunEnded, RunStarted
from fastaid.facts.layers import LayerGroup
from fastaid.facts.run import Run
from fastaid.facts.schedule import Plan
from fastaid.render.bundle import Bundle, table
from fastaid.render.chart import Axes, Line, short, svg
from fastaid.render.payload import MIME
from fastaid.render.run import bundle, clock, loss_ceiling, n_bytes, number, status_line, to_text
from fastaid.render.runs import compare_bundle, list_bundle

LIMIT = 50_000  # bytes of a message, however the view divides them
SVG = re.compile(r'src="data:image/svg\+xml;base64,([^"]+)"')


def start(**more):
    fields = {"run_id": "r1", "started_at": 1e9, "call": "learn.fit(2)", "n_epoch": 2, "arch": "resnet18"}
    return RunStarted(**{**fields, "device": "cpu", "bs": 10, "n_train": 40, **more})


def fit(*names, n_iter=4):
    return FitStarted(
        2, n_iter, 1, ("train_loss", "valid_loss", *names), plan=Plan((1, 8), (0.1, 0.2), (0.9, 0.8))
    )


def bunch(losses, seconds=2.0):
    n = len(losses)
    return BatchesEnded(1, tuple(losses), tuple(losses), (1e-3,) * n, (0.9,) * n, seconds, seconds)


def epoch(i, step, seconds=1.0, **values):
    return EpochEnded(i, step, tuple(values.items()), 1.0, seconds)


def rows_of(html):
    """The first table's body, as text."""
    body = re.search(r"<tbody>(.*?)</tbody>", html, re.S)[1]
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", body, re.S)]


def drawn(html):
    """The SVG of a view; it must parse."""
    return ET.fromstring(base64.b64decode(SVG.search(html)[1]))


def n_points(drawing):
    return sum(len(re.findall("[ML]", p.get("d"))) for p in drawing.iter() if p.tag.endswith("path"))


TWO = [
    start(),
    fit("accuracy"),
    bunch([2.0, 1.5, 1.2, 1.0]),
    epoch(0, 4, train_loss=1.4, valid_loss=1.1, accuracy=0.9),
    epoch(1, 8, 2.0, train_loss=0.9, valid_loss=1.0, accuracy=0.8),
    RunEnded("finished", 65.0, "Saved."),
]


def test_a_run_is_told_in_text_html_and_payload():
    made = bundle(Run.of(TWO)).mimebundle()
    assert set(made) == {"text/plain", "text/html", MIME}
    for said in ("learn.fit(2)", "finished after 1:05", "resnet18 on cpu", "0.8000", "Saved."):
        assert said in made["text/plain"]
        assert said in made["text/html"]
    assert "highest accuracy: 0.9000 in epoch 0" in made["text/plain"]
    assert rows_of(made["text/html"])[1] == ["1", "0.9000", "1.0000", "0.8000", "0:01"]


@pytest.mark.parametrize("n", range(1, len(TWO) + 1))
def test_a_run_can_be_shown_at_any_moment(n):
    made = bundle(Run.of(TWO[:n]))
    assert made.text.startswith("learn.fit(2): ")
    assert MIME in made.extra


@pytest.mark.parametrize(
    ("n", "line"),
    [
        (1, "preparing the first batch"),
        (3, "epoch 1/2, 50%, 0:02 left, 20 pictures/s"),
        (6, "finished after 1:05, 20 pictures/s"),
    ],
)
def test_the_status_is_one_line(n, line):
    events = [start(), FitStarted(2, 4, 0), *TWO[2:]]
    assert status_line(Run.of(events[:n])) == line


def test_a_diverged_run_says_so_and_still_draws():
    run = Run.of([start(), fit(), bunch([1.0, None, None]), epoch(0, 3, train_loss=None, valid_loss=None)])
    made = bundle(run)
    assert "learning rate is probably too high" in made.text
    assert "learning rate is probably too high" in made.html
    assert "–" in rows_of(made.html)[0]
    drawn(made.html)


def test_the_best_cell_is_set_off_in_the_row_where_it_is():
    html = bundle(Run.of(TWO)).html
    bold = re.findall(r"<td[^>]*font-weight:600[^>]*>(.*?)</td>", html)
    assert bold == ["0.9000", "1.0000"]  # the accuracy of epoch 0, the valid_loss of epoch 1


def test_a_long_table_is_cut_in_the_middle():
    rows = [epoch(i, i + 1, valid_loss=9.0 - i / 100) for i in range(100)]
    text = to_text(Run.of([start(n_epoch=100), fit(), *rows]))
    assert "… 76 more …" in text
    assert "8.9900" in text
    assert "8.0100" in text
    assert "8.5000" not in text


def huge(n_batches=100_000, n_epochs=2_000, n_metrics=20, name="metric", **more):
    losses = [1.0 + (i * 7919 % 1000) / 1000 for i in range(n_batches)]
    names = [f"{name}{i}" for i in range(n_metrics)]
    every = n_batches // n_epochs
    rows = [
        epoch(i, (i + 1) * every, valid_loss=1.0 + (i % 17) / 100, **dict.fromkeys(names, i / 7))
        for i in range(n_epochs)
    ]
    first = [start(n_epoch=n_epochs, **more), fit(*names, n_iter=every)]
    return Run.of([*first, bunch(losses, 900.0), *rows, RunEnded("finished", 1_000.0)])


@pytest.fixture(scope="module")
def long_run():
    """100,000 batches, 2,000 epochs, 20 metrics."""
    return huge()


def test_the_longest_run_is_a_small_message(long_run):
    assert n_bytes(bundle(long_run)) <= LIMIT


def test_the_longest_run_still_has_its_charts_and_its_payload(long_run):
    made = bundle(long_run)
    assert n_points(drawn(made.html)) > 50
    assert made.extra[MIME]["step"] == 100_000


LONG_NAME = "é<script>x" * 1_000


@pytest.mark.parametrize(
    "more",
    [
        {"call": LONG_NAME},
        {"arch": LONG_NAME},
        {"code": LONG_NAME * 9},
        {"settings": ((LONG_NAME, LONG_NAME),)},
        {"call": "x" * 60_000},
    ],
    ids=lambda more: next(iter(more)),
)
def test_hostile_names_do_not_make_a_big_message(more):
    assert n_bytes(bundle(huge(200, 10, 2, **more))) <= LIMIT


def test_hostile_metrics_do_not_make_a_big_message():
    assert n_bytes(bundle(huge(200, 10, 20, name=LONG_NAME))) <= LIMIT


def test_a_run_of_many_fits_still_has_its_payload():
    plan = Plan(tuple(range(1, 201)), (0.123456789,) * 200, (0.987654321,) * 200)
    fits = [FitStarted(1, 4, 1, ("train_loss",), plan=plan) for _ in range(30)]
    made = bundle(Run.of([start(), *fits, bunch([1.0] * 9)]))
    assert n_bytes(made) <= LIMIT
    assert MIME in made.extra


# A loss reaches a view as a float32 that was read off its device.
single = st.floats(-(2.0**100), 2.0**100, width=32)


@given(st.lists(st.none() | single, min_size=1, max_size=30), single | st.none())
def test_any_losses_can_be_drawn(losses, valid):
    run = Run.of([start(), fit(), bunch(losses), epoch(0, len(losses), valid_loss=valid)])
    numbers = [p.get("d") for p in drawn(bundle(run).html).iter() if p.tag.endswith("path")]
    assert not any(word in d for d in numbers for word in ("nan", "inf"))


@example([-5.0] * 50, -5.0)  # a loss may be negative
@given(st.lists(st.floats(-10, 10), min_size=50, max_size=80), st.floats(-10, 10))
def test_the_loss_axis_is_never_cut_below_the_curve(losses, valid):
    run = Run.of([start(), fit(), bunch(losses), epoch(0, 50, valid_loss=valid)])
    below = sorted(losses)[: int(0.9 * len(losses))]
    assert loss_ceiling(run) >= max(*below, valid)


def test_a_first_loss_far_off_does_not_flatten_the_rest():
    run = Run.of([start(), fit(), bunch([1e6, *[2.0 - i / 100 for i in range(100)]])])
    assert loss_ceiling(run) < 5
    words = [t.text for t in drawn(bundle(run).html).iter() if t.tag.endswith("text")]
    assert any(word.startswith("loss (above 2.4") for word in words)


def test_an_empty_plot_is_its_title():
    words = [t.text for t in ET.fromstring(svg(Axes("loss", (Line([], []),)))).iter() if t.text]
    assert words == ["loss"]


def test_a_missing_point_breaks_the_line():
    drawing = svg(Axes("loss", (Line([1, 2, 3, 4], [1.0, None, 2.0, 3.0]),)))
    path = next(p for p in ET.fromstring(drawing).iter() if p.get("stroke-width") == "1.4")
    assert re.findall("[ML]", path.get("d")) == ["M", "M", "L"]


def test_a_log_axis_is_marked_at_powers_of_ten():
    drawing = svg(Axes("loss", (Line([1e-5, 1e-3, 1e-1], [3.0, 2.0, 1.0]),), is_log_x=True))
    words = [t.text for t in ET.fromstring(drawing).iter() if t.text]
    assert {"1e-05", "1e-04", "0.001", "0.01", "0.1"} <= set(words)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (7.4, "0:07"), (59.7, "1:00"), (750, "12:30"), (7500, "2:05:00")]
)
def test_a_duration_reads_like_a_clock(seconds, said):
    assert clock(seconds) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "–"), (0.0, "0.0000"), (0.12345, "0.1235"), (2e-7, "2.000e-07"), (-3.0, "-3.0000")],
)
def test_a_metric_reads_like_fastais(value, said):
    assert number(value) == said


@pytest.mark.parametrize(("value", "said"), [(0, "0"), (0.3, "0.3"), (1e-5, "1e-05"), (1200, "1,200")])
def test_an_axis_number_is_short(value, said):
    assert short(value) == said


def test_a_table_is_aligned_with_numbers_to_the_right():
    made = table([["a", "10"], ["long", "9"]], ["name", "n"], frozenset({1}))
    assert made == "name   n\n────  ──\na     10\nlong   9"


def test_a_bundle_without_html_is_text_alone():
    assert Bundle("t").mimebundle() == {"text/plain": "t"}
    assert Bundle("t", "<b>", {"x/y": 1}).mimebundle() == {"text/plain": "t", "text/html": "<b>", "x/y": 1}


def listed(number, run, is_lost=False):
    return SimpleNamespace(
        number=number,
        started_at=run.started.started_at,
        status=run.status,
        call=run.started.call,
        arch=run.started.arch,
        seconds=run.seconds,
        epochs=len(run.epochs),
        final=run.final,
        is_lost=is_lost,
    )


def test_the_list_of_runs_has_every_metric_once():
    a = Run.of(TWO)
    b = Run.of([start(call="learn.fine_tune(1)"), epoch(0, 4, valid_loss=0.5, dice=0.25)])
    made = list_bundle([listed(2, b, is_lost=True), listed(1, a)], "/work")
    first, second = rows_of(made.html)
    assert first[4:] == ["lost (the kernel ended)", "1", "0.5000", "0.2500", "", "", "0:01"]
    assert second[4:] == ["finished", "2", "1.0000", "", "0.9000", "0.8000", "1:05"]
    assert "2 runs, the newest first (/work)" in made.text


def test_an_empty_list_of_runs_is_a_table_without_rows():
    assert "0 runs" in list_bundle([], "here").text


def test_a_comparison_shows_what_differs_and_leaves_out_what_does_not():
    a = Run.of(TWO)
    other = start(arch="resnet34", settings=(("wd", "0.1"),))
    b = Run.of([other, *TWO[1:]])
    made = compare_bundle([(listed(1, a), a), (listed(2, b), b)])
    rows = rows_of(made.html)
    assert ["net", "resnet18", "resnet34"] in rows
    assert ["wd", "–", "0.1"] in rows
    assert ["accuracy, last epoch", "0.8000", "0.8000"] in rows
    assert not any(row[0] in ("device", "batch size") for row in rows)
    assert n_points(drawn(made.html)) > 10


def test_one_run_is_shown_with_all_its_settings():
    run = Run.of(TWO)
    made = compare_bundle([(listed(7, run), run)])
    assert ["device", "cpu (fp32)"] in rows_of(made.html)
    assert "left out" not in made.text


def test_a_run_that_trained_nothing_can_be_compared():
    run = Run.of([start()])
    assert "run 3" in compare_bundle([(listed(3, run), run)]).text


def test_the_layers_that_train_are_said_with_their_rates():
    groups = (LayerGroup("body", 9, 0, True, 1e-5), LayerGroup("head", 9, 9, False, 1e-3))
    run = Run.of([start(), FitStarted(1, 4, 1, (), groups)])
    assert "1 of 2 layer groups training: head, at most 0.001" in bundle(run).html


def test_a_message_is_counted_as_it_is_sent():
    made = bundle(Run.of(TWO))
    assert n_bytes(made) == len(json.dumps(made.mimebundle()))
