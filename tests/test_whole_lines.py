"""The line on a card runs as it is pasted: it brings the imports that the notebook has not."""

from __future__ import annotations

import pytest

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.scene import scene_of
from fastaid.teach.whole_lines import with_imports


def fixed(fix, names=None):
    try:
        1 / 0
    except ZeroDivisionError as error:
        scene = scene_of(error, names or {}, "1 / 0")
    return with_imports(Diagnosis("what", "cause", fix, "how"), scene).fix


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
