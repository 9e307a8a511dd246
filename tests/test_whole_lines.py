"""The line on a card runs as it is pasted: it brings the imports that it needs, or says what to put into it."""

from __future__ import annotations

import pytest

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.scene import scene_of
from fastaid.teach.whole_lines import whole


def said(fix, names=None, how="how", cell="1 / 0"):
    try:
        1 / 0
    except ZeroDivisionError as error:
        scene = scene_of(error, names or {}, cell)
    return whole(Diagnosis("what", "cause", fix, how), scene)


def fixed(fix, names=None):
    return said(fix, names).fix


def test_a_well_known_name_that_is_not_there_is_imported():
    assert fixed("F.relu(x)") == "import torch.nn.functional as F\nF.relu(x)"
    assert fixed("y = np.array(z)\nplt.imshow(y)") == (
        "import numpy as np\nimport matplotlib.pyplot as plt\ny = np.array(z)\nplt.imshow(y)"
    )


@pytest.mark.parametrize(
    "fix",
    [
        "F.relu(x)",  # there, by that name
        "self.fc = nn.Linear(2, 3)",  # a part of a class
        "    def forward(self, x):",
        "from torch import nn\nnn.Linear(2, 3)",
        "def f(np): return np.x",
        "[math for math in x]",
        "from fastai.vision.all import *\nnn.Linear(2, 3)",
        "my_own(x)",
        "",
    ],
)
def test_nothing_else_is_added(fix):
    assert fixed(fix, {"F": 1}) == fix


def test_a_name_that_no_cell_has_is_said_to_be_a_placeholder():
    assert said("Image.open(path)", how="Where they are opened:").how == (
        "Where they are opened (`path` is a placeholder: put your own there):"
    )
    assert said("f(df, n)", {"f": 1}, "").how == "Write (`df` and `n` are placeholders: put your own there):"
    assert said("    return x, n", how="In it.").how == (
        "In it. (Below, `x` and `n` are placeholders: put your own there.)"
    )


@pytest.mark.parametrize(
    ("fix", "how", "names", "cell"),
    [
        ("df.head()", "how", {"df": 1}, ""),  # a variable
        ("df.head()", "how", {}, "def f(df): 1 / 0"),  # a word of the cell
        ("df.head()", "how", {"In": ["", "def f(df): pass"]}, ""),  # or of an earlier one
        ("df.head()", "`df` is your table:", {}, ""),  # told already
        ("F.relu(torch.ones(2))", "how", {}, ""),  # imported by the line
        ("[n for n in range(3)]", "how", {}, ""),  # made by the line
        ("select nam from user", "how", {}, ""),  # no Python
        ("photo.jpg", "how", {}, ""),  # a word, and no code
        ("try:\n    1 / 0\nexcept OSError as e:\n    print(e)", "how", {}, ""),
        ("self.fc = None", "how", {}, ""),  # stands in a class
        ("", "how", {}, ""),
    ],
)
def test_nothing_is_a_placeholder_that_is_known(fix, how, names, cell):
    assert said(fix, names, how, cell).how == how


def test_a_name_of_fastai_is_imported_from_where_the_star_import_takes_it():
    import fastai.vision.all

    assert fastai.vision.all
    assert (
        fixed("aug_transforms(size=…)")
        == "from fastai.vision.all import aug_transforms\naug_transforms(size=…)"
    )


def test_the_line_of_a_card_runs_in_a_notebook_that_has_not_imported_its_functions(run, shell):
    run("import torch\npics = [torch.rand(3, 4, 4), torch.rand(3, 5, 5)]")
    run("torch.stack(pics)")
    fix = shell.meta["fastaid"].error_cards.last.fix
    assert "import torch.nn.functional as F" in fix
    assert run(fix).error is None
