"""The data report, the layer table, the learning-rate curve and the mistakes, as they are read."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from fastaid.facts.curves import LRCurve, Suggestion
from fastaid.facts.data_report import DataReport, Finding, Part
from fastaid.facts.layers import LayerGroup, LayerTable
from fastaid.facts.mistakes import Mistakes, Prediction, TagScore
from fastaid.render import data_report, layers, lr_curve, mistakes

REPORT = DataReport(
    "pets",
    (
        Part("train", 1_200, (("cat", 700), ("dog", 500))),
        Part("valid", 300, (("cat", 300),)),
        Part("test", 9),
    ),
    ("cat", "dog"),
    "all 28×28 px",
    "3×224×224",
    64,
    "imagenet_stats",
    "cpu",
    (Finding("k", "warning", "Something.", "Do this.", tuple(f"f{i}.jpg" for i in range(9))),),
    0.25,
    1_500,
)


def test_a_report_counts_its_parts_and_classes():
    text = data_report.to_text(REPORT)
    assert "train 1,200, valid 300, test 9; 2 classes" in text
    assert re.search(r"cat +700 +300 +\?", text)
    assert re.search(r"dog +500 +0 +\?", text)
    assert "! Something. Do this." in text
    assert "checked: 1,500 files in 0.2 s" in text


def test_what_a_report_does_not_know_is_left_out():
    bare = replace(REPORT, sizes="", item="", normalization="", findings=(), classes=(), parts=())
    assert [label for label, _ in data_report.facts(bare)] == ["device", "checked"]
    assert "sizes" not in data_report.bundle(bare).html


def test_many_classes_are_the_commonest_and_a_sum():
    counts = tuple((f"c{i:02}", i + 1) for i in range(60))
    many = replace(REPORT, parts=(Part("train", 1_830, counts),), classes=tuple(name for name, _ in counts))
    _, rows = data_report.class_table(many)
    assert rows[0] == ["c59", "60"]
    assert rows[-1] == ["20 more", str(sum(range(1, 21)))]
    assert len(rows) == 41


def test_all_bad_files_are_named_a_click_away():
    assert "all 9 files" in data_report.bundle(REPORT).html
    assert "f8.jpg" in data_report.bundle(REPORT).html


def test_the_code_is_a_click_away():
    html = data_report.bundle(REPORT, code="dls = x < y").html
    assert "the same in plain fastai" in html
    assert "dls = x &lt; y" in html
    assert "plain fastai" not in data_report.bundle(REPORT).html


GROUPS = (LayerGroup("body", 1_000, 0, True, 1e-5), LayerGroup("head", 50, 50, False, 1e-3))


def test_a_frozen_group_shows_no_rate():
    text = layers.bundle(LayerTable(GROUPS, "frozen")).text
    assert "frozen: 50 of 1,050 parameters train" in text
    assert re.search(r"body +1,000 +frozen +–", text)
    assert re.search(r"head +50 +trains +1.0e-03", text)
    assert "Early layers" not in text


def test_unlike_rates_are_explained():
    both = (replace(GROUPS[0], frozen=False), GROUPS[1])
    assert "Early layers" in layers.bundle(LayerTable(both, "unfrozen")).text


CURVE = LRCurve(
    tuple(10 ** (-7 + i / 10) for i in range(80)),
    tuple(3.0 - i / 40 if i < 70 else 100.0 * i for i in range(80)),
    (Suggestion("valley", 2e-3, 1.5), Suggestion("steep", 1e-2, 1.3)),
)


def words(html):
    source = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', html)[1]
    return [e.text for e in ET.fromstring(base64.b64decode(source)).iter() if e.text]


def test_a_learning_rate_curve_marks_its_suggestions():
    made = lr_curve.bundle(CURVE)
    assert "Take 2.0e-03 (valley)" in made.text
    assert {"valley", "steep", "learning rate"} <= set(words(made.html))
    assert any(word.startswith("loss (smoothed) (above") for word in words(made.html))  # the explosion


def test_a_curve_of_one_point_or_none_is_words():
    for lrs, losses in (((), ()), ((0.1,), (1.0,))):
        made = lr_curve.bundle(LRCurve(lrs, losses))
        assert "<img" not in made.html
        assert "Too few" in made.text


def test_a_curve_without_a_finite_loss_is_drawn_empty():
    assert words(lr_curve.bundle(LRCurve((0.1, 0.2), (None, None))).html) == ["loss (smoothed)"]


def test_mistakes_are_pairs_and_a_matrix():
    made = mistakes.bundle(Mistakes(1_000, 3, ("cat", "dog"), ((500, 1), (2, 497))))
    assert "997 of 1,000 validation pictures right (99.7%)" in made.text
    assert re.search(r"dog +cat +2\ncat +dog +1", made.text)
    assert 'title="dog taken for cat: 2"' in made.html


def test_no_mistake_is_said_and_no_picture_is_no_division():
    assert "No class was taken" in mistakes.bundle(Mistakes(2, 0, ("a", "b"), ((1, 0), (0, 1)))).text
    assert "0 of 0" in mistakes.bundle(Mistakes(0, 0, ())).text


def test_a_matrix_too_big_to_read_is_left_out_and_said():
    n = 41
    matrix = tuple((0,) * n for _ in range(n))
    made = mistakes.bundle(Mistakes(0, 0, tuple(map(str, range(n))), matrix))
    assert "The matrix of 41 classes is left out" in made.html


def test_tags_are_told_with_what_was_missed():
    made = mistakes.bundle(Mistakes(9, 1, ("a", "b"), tags=(TagScore("a", 5, 5, 0), TagScore("b", 4, 1, 2))))
    assert re.search(r"b +4 +1 +3 +2\na +5 +5 +0 +0", made.text)  # the worst first


def test_a_prediction_ranks_five_and_warns_of_strangers():
    ranked = tuple((f"c{i}", 0.5 / (i + 1)) for i in range(9))
    made = mistakes.prediction_bundle(Prediction("a.jpg", "c0", ranked))
    assert "a.jpg: c0" in made.text
    assert re.search(r"c0 +50\.0%", made.text)
    assert "c5" not in made.text
    assert "add up to 1" in made.text
    many = mistakes.prediction_bundle(Prediction("a.jpg", "c0", ranked, is_multi=True))
    assert "add up to 1" not in many.text
