"""What labels and headers tell of the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from fastaid.facts.curves import LRCurve, Suggestion
from fastaid.facts.data_report import Header, header_findings, label_findings, size_range
from fastaid.facts.layers import LayerGroup, LayerTable
from fastaid.facts.mistakes import Mistakes


def labels(*names):
    return [(name,) for name in names]


def kinds(findings):
    return [f.kind for f in findings]


CATS_AND_DOGS = labels(*["cat", "dog"] * 10)


def test_balanced_labels_give_nothing_to_say():
    assert label_findings(CATS_AND_DOGS, CATS_AND_DOGS) == []


def test_a_class_on_one_side_only_is_told_with_its_name():
    found = label_findings([*CATS_AND_DOGS, ("emu",)], [*CATS_AND_DOGS, ("owl",)])
    told = {f.kind: f for f in found}
    assert "owl" in told["only-valid"].sentence
    assert "emu" in told["only-train"].sentence
    assert (told["only-valid"].severity, told["only-train"].severity) == ("warning", "note")


def test_a_folder_without_pictures_is_told():
    (found,) = label_findings(CATS_AND_DOGS, CATS_AND_DOGS, known=["cat", "dog", "emu"])
    assert (found.kind, "emu" in found.sentence) == ("empty-class", True)


def test_one_class_is_a_problem_for_one_label_a_picture_only():
    assert kinds(label_findings(labels("cat"), labels("cat"))) == ["one-class"]
    assert label_findings(labels("cat"), labels("cat"), is_multi=True) == []


@pytest.mark.parametrize(("n", "is_told"), [(19, False), (20, True)])
def test_imbalance_is_told_from_ten_times_on(n, is_told):
    train = labels(*["cat"] * n, "dog", "dog")
    assert ("imbalance" in kinds(label_findings(train, labels("cat", "dog")))) is is_told


def test_labels_that_are_file_names_are_told():
    assert "label-is-file-name" in kinds(label_findings(labels("a.JPG", "b.jpg"), []))
    each_its_own = labels(*(f"pet{i}" for i in range(12)))
    assert "label-is-file-name" in kinds(label_findings(each_its_own, []))
    assert "label-is-file-name" not in kinds(label_findings(each_its_own, [], is_multi=True))


def headers(*sizes, **more):
    return {Path(f"{i}.jpg"): Header(w, h, "RGB", **more) for i, (w, h) in enumerate(sizes)}


def test_plain_large_pictures_give_nothing_to_say():
    assert header_findings(headers((500, 400), (300, 600)), size=224) == []
    assert header_findings({}, size=224) == []


def test_unlike_modes_are_counted_in_words():
    found = {Path("a"): Header(9, 9, "L"), Path("b"): Header(9, 9, "RGB"), Path("c"): Header(9, 9, "L")}
    (modes,) = header_findings(found, None)
    assert "2 grayscale (L) and 1 RGB" in modes.sentence


def test_turned_pictures_are_named():
    (turned,) = header_findings(headers((500, 400), is_rotated=True), None)
    assert (turned.kind, turned.files) == ("exif-rotation", ("0.jpg",))


@pytest.mark.parametrize(("side", "is_told"), [(112, True), (113, False)])
def test_enlargement_is_told_from_twice_on(side, is_told):
    found = header_findings(headers((side, 500)), size=224)
    assert bool(found) is is_told
    assert not is_told or "--size, such as 128" in found[0].hint


def test_sizes_are_a_phrase():
    assert size_range([]) == ""
    assert size_range([Header(28, 28, "L")] * 3) == "all 28×28 px"
    mixed = headers((500, 375), (333, 500), (300, 200)).values()
    assert size_range(mixed) == "300×200 to 500×375 px, 3 different"


def test_the_commonest_confusion_comes_first_and_the_diagonal_never():
    mistakes = Mistakes(9, 4, ("cat", "dog", "emu"), ((5, 1, 0), (3, 7, 0), (0, 2, 9)))
    assert mistakes.most_confused() == [("dog", "cat", 3), ("emu", "dog", 2), ("cat", "dog", 1)]
    assert mistakes.most_confused(min_val=3) == [("dog", "cat", 3)]


def test_advice_takes_the_first_suggestion_or_says_why_not():
    found = (Suggestion("valley", 2e-3, 0.5), Suggestion("steep", 9.0, 1.0))
    falling, flat = [1.0 - i / 20 for i in range(12)], [1.0 - i / 2_000 for i in range(12)]
    rates = tuple(1e-5 * 2**i for i in range(12))
    assert LRCurve(rates, tuple(falling), found).advice.startswith("Take 2.0e-03 (valley): in the middle")
    assert "hardly fell" in LRCurve(rates, tuple(flat), found).advice
    assert "Too few" in LRCurve((0.1,), (1.0,)).advice
    assert "1 of 50" in LRCurve((0.1,), (1.0,), n_wanted=50, is_interrupted=True).advice


@pytest.mark.parametrize("name", ["valley", "minimum", "steep"])
def test_every_suggestion_says_why(name):
    assert Suggestion(name, 1e-3, None).why


def test_a_group_says_whether_it_trains():
    frozen = LayerGroup("body", 10, 0, True)
    norm = LayerGroup("body", 10, 4, True)
    head = LayerGroup("head", 5, 5, False)
    assert [g.trains for g in (frozen, norm, head)] == [
        "frozen",
        "frozen (batch norm still learns)",
        "trains",
    ]
    whole = LayerTable((norm, head), "resnet")
    assert (whole.n_params, whole.n_trainable) == (15, 9)
