"""The names the examples of `fastaid/help/meanings` may use, as a learner has them after a few cells of the course."""

import random
from pathlib import Path
from typing import Any

STAR_IMPORTS = {
    "fastai.text": "fastai.text.all",
    "fastai.tabular": "fastai.tabular.all",
    "fastai.collab": "fastai.collab",
}


def example_names(module: str, folder: Path) -> dict[str, Any]:
    """A fresh namespace for one example of `module`; whatever it writes lands in `folder`."""
    names: dict[str, Any] = {"__name__": "__main__"}
    star = next((of for start, of in STAR_IMPORTS.items() if module.startswith(start)), "fastai.vision.all")
    exec("from fastai.vision.all import *", names)
    if star != "fastai.vision.all":
        exec(f"from fastai.tabular.all import *\nfrom {star} import *", names)
    if module.split(".")[0] in ("fastcore", "fasttransform", "fastprogress"):
        exec(f"from fastcore.all import *\nfrom {module} import *", names)
    if module.split(".")[0] in ("torch", "torchvision"):
        exec("import torchvision, torch.nn.functional as F", names)
    pictures(folder)
    exec(_CODE, names | {"path": folder}, names)
    names["path"] = folder
    return names


def pictures(folder: Path) -> None:
    """Twenty small pictures of two classes in train/ and valid/, and labels.csv."""
    from PIL import Image

    rows = ["name,label,tags,is_valid"]
    for part, number in (("train", 6), ("valid", 4)):
        for label in ("cat", "dog"):
            (folder / part / label).mkdir(parents=True, exist_ok=True)
            for i in range(number):
                colour = (
                    (200, 40 * (i % 5), random.randrange(256)) if label == "cat" else (20, 200, 40 * (i % 5))
                )
                Image.new("RGB", (40, 32), colour).save(folder / part / label / f"{label}_{i}.jpg")
                rows.append(f"{part}/{label}/{label}_{i}.jpg,{label},{label} small,{part == 'valid'}")
    (folder / "labels.csv").write_text("\n".join(rows) + "\n")


_CODE = """
import torch, numpy as np, pandas as pd
from torch import nn
from fastai.vision.all import (get_image_files, PILImage, ImageDataLoaders, Resize, Learner, accuracy,
                               CrossEntropyLossFlat)
fnames = get_image_files(path)
df = pd.read_csv(path / "labels.csv")
img = PILImage.create(fnames[0])
dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(32), bs=4, num_workers=0)
net = nn.Sequential(nn.Conv2d(3, 4, 3, 2), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), metrics=accuracy, path=path)
del net
x = torch.arange(6.).reshape(2, 3)
texts = ["A film I liked a lot", "Dull from start to end", "The best of the year", "I left before the end"] * 4
df_text = pd.DataFrame({"text": texts, "label": ["pos", "neg"] * 8, "is_valid": [False] * 12 + [True] * 4})
df_tab = pd.DataFrame({"age": [39, 50, 38, 53, 28, 37, 49, 52] * 4,
                       "work": ["state", "self", "private", "private"] * 8,
                       "hours": [40., 13, 40, None, 40, 40, 16, 45] * 4, "salary": ["<50k", ">=50k"] * 16})
ratings = pd.DataFrame({"user": [i % 6 for i in range(48)], "movie": [f"m{i % 8}" for i in range(48)],
                        "rating": [1. + i % 5 for i in range(48)]})
"""
