"""`%explain`: errors once more, ideas by any name, what is at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fastaid.teach.cards import cards
from fastaid.teach.find import by_question, find_card, is_unsure, near_cards
from fastaid.teach.snippets import about, askable

QUESTIONS = json.loads((Path(__file__).parent / "explain_questions.json").read_text())

ASKED = {
    "one cycle": "one-cycle", "1cycle": "one-cycle", "onecycle": "one-cycle", "transfer learning": "transfer-learning",
    "transferlearning": "transfer-learning", "tranfer learning": "transfer-learning", "pretrained": "pretrained-weights",
    "freeze": "freeze-and-unfreeze", "unfreeze": "freeze-and-unfreeze", "unfreze": "freeze-and-unfreeze",
    "discriminative learning rates": "discriminative-learning-rates", "per-layer learning rates": "discriminative-learning-rates",
    "DataBunch": "dataloaders", "databunch": "dataloaders", "DataLoaders": "dataloaders", "train/valid/test": "train-valid-test", "training set": "train-valid-test",
    "validation set": "validation-set", "test set": "test-set", "normalization": "normalization", "normalisation": "normalization",
    "normalise": "normalization", "why 224": "image-size", "why equal sizes": "image-size",
    "why do pictures need the same size?": "image-size", "batch": "batch", "mini batch": "batch", "epoch": "epoch",
    "what is an epoch?": "epoch", "learning rate": "learning-rate", "lr_find": "learning-rate-finder", "loss": "loss-function",
    "metric": "metrics", "error rate": "accuracy-and-error-rate", "overfitting": "overfitting", "overfiting": "overfitting",
    "resnet34": "resnet", "resnet50": "resnet", "resnet34 and resnet50": "resnet", "convolution": "convolution",
    "convolutions": "convolution", "residual": "residual-connection", "fine-grained classification": "fine-grained-classification",
    "fine grained classification": "fine-grained-classification", "academic data sets and baselines": "academic-data-sets",
    "baselines": "academic-data-sets", "collaborative filtering": "collaborative-filtering", "colaborative filtering": "collaborative-filtering",
    "tabular": "tabular", "NLP": "text", "vision": "vision", "the four applications": "applications", "tensor": "tensor",
    "tensors": "tensor", "rank": "rank-and-shape", "shape": "rank-and-shape", "broadcasting": "broadcasting",
    "x@a": "matrix-product", "@": "matrix-product", "in-place _ methods": "in-place-methods", "trailing underscore": "in-place-methods",
    "what does the underscore mean": "in-place-methods", "autograd": "gradient", "SGD": "sgd-and-optimizers",
    "stochastic gradient descent": "sgd-and-optimizers", "augmentation": "data-augmentation", "top losses": "confusion-matrix",
    "confusion matrix": "confusion-matrix", "Shift-Tab": "documentation-and-help", "??": "documentation-and-help",
    "create_cnn": "transfer-learning", "ImageDataBunch": "dataloaders", "why is my loss nan": "learning-rate",
    "batchnorm": "batch-normalization", "cuda out of memory": "device-and-gpu-memory", "what is a neural network": "parameters-and-activations",
}  # fmt: skip


@pytest.mark.parametrize(("words", "slug"), ASKED.items())
def test_an_idea_goes_by_many_names(words, slug):
    card = find_card(words)
    assert card is not None
    assert card.slug == slug


@pytest.mark.parametrize("words", ["bananas", "x", "", "qwerty uiop", "the", "%%%", "*" * 500])
def test_what_is_no_idea_finds_none(words):
    assert find_card(words) is None


def test_words_are_words_and_no_query():
    find_card("'; DROP TABLE ideas; --")
    assert find_card('"batch" size AND NOT (').slug == "batch"
    assert find_card("why equal sizes").slug == "image-size"


def test_questions_in_a_learners_own_words_find_their_idea():
    asked = QUESTIONS["about an idea"]
    first = [found.slug for words in asked if (found := find_card(words)) and found.slug in asked[words]]
    three = [words for words in asked if {one.slug for one in near_cards(words)} & set(asked[words])]
    assert len(first) >= 0.85 * len(asked)
    assert len(three) >= 0.95 * len(asked)


def test_questions_about_other_things_find_none():
    asked = QUESTIONS["about none"]
    assert sum(find_card(words) is not None for words in asked) <= 0.15 * len(asked)


def test_there_are_enough_ideas():
    assert len(cards()) >= 80


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.slug)
def test_every_title_and_alias_finds_its_card(card):
    assert find_card(card.title) is card
    mine = [find_card(alias) for alias in card.aliases]
    assert sum(found is card for found in mine) >= len(mine) - 2  # a word may belong to two ideas


def test_near_ideas_are_near():
    assert "learning-rate" in [card.slug for card in near_cards("learning rate")]


def test_an_idea_is_shown(run):
    shown = run("%explain one cycle")
    assert "learn.fit_one_cycle(1, lr_max=1e-2)" in shown.text
    assert "lesson 1" in shown.text
    assert "text/markdown" in shown.shown[0]


def test_a_question_says_that_it_is_only_near(run):
    shown = run("%explain why are small pictures faster to train on")
    assert "closest idea" in shown.text


def test_a_question_that_may_be_about_several_ideas_offers_them(run):
    question = next(one for one in QUESTIONS["about an idea"] if by_question(one) and is_unsure(one))
    shown = run(f"%explain {question}")
    assert "not clear which" in shown.text
    assert shown.text.count("%explain") >= 2
    assert "%explain" in shown.shown[0]["text/markdown"]


def test_the_names_to_ask_further_about_are_found_here(run):
    run("from fastai.vision.all import *")
    names = re.search(r"Ask further: (.*) \(with", run("%explain convolution").text)[1].split(", ")
    assert {"nn.Conv2d", "F.conv2d"} <= set(names)
    assert all("not found" not in run(f"{name}?").text for name in names)


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("fastai.callback.schedule.Learner.fit_one_cycle", "Learner.fit_one_cycle"),
        ("torch.nn.Conv2d", "nn.Conv2d"),
        ("torch.nn.functional.conv2d", "F.conv2d"),
        ("torch.Tensor.add_", "Tensor.add_"),
        ("torch.nn.Module.zero_grad", "nn.Module.zero_grad"),
        ("torch.no_grad", "torch.no_grad"),
        ("torch.optim.SGD", "torch.optim.SGD"),
        ("fastai.layers.ConvLayer", "ConvLayer"),
    ],
)
def test_a_name_is_asked_about_as_it_is_written(symbol, name):
    assert askable(symbol) == name


def test_it_is_said_what_an_example_takes_and_changes(run):
    shown = run("%explain one cycle").text
    assert "learn stands for your Learner" in shown
    run("learn = 'mine'")
    assert "trains your learn further" in run("%explain one cycle").text
    card = find_card("collaborative filtering")
    assert "sets `dls` and `learn` anew" in about(card, {"dls": 1, "learn": 2, "ratings": 3})
    assert about(card, {"ratings": 3}) == ""
    assert about(find_card("in-place methods"), {}) == ""


def test_a_notebooks_own_name_stands_for_the_examples(run):
    from fastai.vision.all import DataLoader, DataLoaders

    data = DataLoaders(DataLoader([1, 2]), DataLoader([3]))
    assert "`dls` stands for your `data`" in about(find_card("batch"), {"data": data})
    assert "`dls` stands for your DataLoaders" in about(find_card("batch"), {"data": data, "other": data})


def test_an_operation_is_explained_with_the_shapes_at_hand(run):
    run("import torch\nx = torch.ones(5, 2); a = torch.ones(2)")
    shown = run("%explain x@a")
    assert "(5, 2)" in shown.text
    assert "(5,)" in shown.text
    assert "(5, 2)" in run("%explain x.shape").text
    assert "in place" in run("%explain x.uniform_").text.lower()


def test_an_idea_comes_before_a_variable_of_its_name(run):
    run("import torch\nfrom torch import tensor\nloss, mine = 0.3, torch.ones(3)")
    assert "lesson" in run("%explain loss").text
    assert "lesson" in run("%explain tensor").text
    assert "(3,)" in run("%explain mine").text


def test_words_that_mean_nothing_are_said_to(run):
    error = run("%explain bananas").error
    assert "no idea like 'bananas'" in str(error)
    assert "%find" in str(error)


def test_the_last_error_is_explained_again_and_further(run):
    assert "There was no error yet" in str(run("%explain").error)
    run("import torch\nfrom torch import nn\nnet = nn.Sequential(nn.LSTM(3, 4), nn.ReLU())")
    run("net(torch.ones(2, 2, 3))")
    shown = run("%explain")
    assert "returns a tuple" in shown.text
    assert "Recurrent" in shown.text
    run("raise LookupError('one that nobody knows')")
    assert "LookupError" in str(run("%explain").error)
