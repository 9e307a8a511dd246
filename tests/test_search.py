"""From words to names."""

import pytest

from fastaid.facts.spelling import american
from fastaid.help.search import query_groups, search
from fastaid.teach.cards import cards

ASKED = [
    ("normalise images", "Normalize"),
    ("resize an image", "Resize"),
    ("how do I resize", "Resize"),
    ("fraction of correct predictions", "accuracy"),
    ("join tensors", "torch.cat"),
    ("add a dimension", "torch.unsqueeze"),
    ("remove a dimension of size one", "torch.squeeze"),
    ("find a good learning rate", "Learner.lr_find"),
    ("train the whole network", "Learner.unfreeze"),
    ("show some pictures of a batch", "TfmdDL.show_batch"),
    ("which images are most wrong", "Interpretation.plot_top_losses"),
    ("confusion matrix", "ClassificationInterpretation.plot_confusion_matrix"),
    ("split data into train and validation", "RandomSplitter"),
    ("load a saved model", "load_learner"),
    ("make predictions on new images", "Learner.predict"),
    ("label from file name with a regular expression", "ImageDataLoaders.from_name_re"),
    ("matrix product", "torch.matmul"),
    ("average of a tensor", "torch.mean"),
    ("data augmentation", "aug_transforms"),
    ("list image files in a folder", "get_image_files"),
    ("softmax probabilities", "torch.softmax"),
    ("change colours brightness", "Brightness"),
    ("freeze layers", "Learner.freeze"),
    ("stop training early", "EarlyStoppingCallback"),
    ("element wise maximum", "torch.maximum"),
    ("random number seed", "torch.manual_seed"),
    ("one hot encode", "OneHotEncode"),
    ("mixed precision", "Learner.to_fp16"),
]


@pytest.fixture(scope="module")
def find(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    ideas = tuple((card.title, " ".join(card.aliases), card.first, card.symbols) for card in cards())
    yield lambda words: search(words, ideas)
    patch.undo()


@pytest.mark.parametrize(("words", "name"), ASKED)
def test_what_is_meant_is_among_the_first(find, words, name):
    first = [hit.name for hit in find(words) if hit.kind == "name"][:4]
    assert name in first


def test_an_exact_name_comes_first(find):
    assert find("RandomResizedCrop")[0].name == "RandomResizedCrop"


def test_hits_have_a_line_each(find):
    assert all(hit.line for hit in find("resize an image")[:5])


@pytest.mark.parametrize(
    "words", ["", "???", "the of and", '"', "a*b", "x" * 500, "NEAR(a b)", "- OR AND", "ü"]
)
def test_odd_words_do_no_harm(find, words):
    find(words)


def test_the_index_is_built_once_and_mended_when_it_is_broken(tmp_path, monkeypatch):
    from fastaid.help import search as room

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    built = []
    monkeypatch.setattr(
        room,
        "_rows",
        lambda ideas: built.append(1) or [("Resize", "resize", "Resize it", "", "", "name", 1.0)],
    )
    assert search("resize")[0].name == "Resize"
    search("resize")
    assert len(built) == 1
    room.index_path(()).write_bytes(b"not a database" * 100)
    assert search("resize")[0].name == "Resize"
    assert len(built) == 2


def test_a_home_that_cannot_be_written_is_no_reason_to_fail(tmp_path, monkeypatch):
    from fastaid.help import search as room

    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    monkeypatch.setattr(room, "_rows", lambda ideas: [("Resize", "resize", "Resize it", "", "", "name", 1.0)])
    assert search("resize")[0].name == "Resize"


def test_british_spellings():
    assert (
        american("normalise colour, centre the grey; precise noise")
        == "normalize color, center the gray; precise noise"
    )
    assert query_groups("how do I normalise the colours")[0][0] == "normalize"
