# rule: fastai1.name_of_fastai1
# source: constructed
# says: batch_tfms=\[\*aug_transforms\(size=24\), \*aug_transforms\(do_flip=False\)\]
# says: Resize\(size=32\)
# %% before
from PIL import Image as Pic
from pathlib import Path

for c in ["rose", "tulip"]:
    Path("flowers", c).mkdir(parents=True, exist_ok=True)
    for i in range(8):
        Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"flowers/{c}/{c}_{i}.jpg")
from fastai.vision.all import *

path = Path("flowers")
pd.DataFrame(
    {
        "name": [f"{c}/{c}_{i}.jpg" for c in ("rose", "tulip") for i in range(8)],
        "kind": ["rose"] * 8 + ["tulip"] * 8,
    }
).to_csv("flowers/labels.csv", index=False)
# %% fails
dls = ImageDataLoaders.from_folder(
    path,
    valid_pct=0.3,
    item_tfms=Resize(size=32),
    batch_tfms=aug_transforms(size=24),
    ds_tfms=get_transforms(do_flip=False),
)
# %% mended
dls = ImageDataLoaders.from_folder(
    path,
    valid_pct=0.3,
    item_tfms=Resize(size=32),
    batch_tfms=[*aug_transforms(size=24), *aug_transforms(do_flip=False)],
)
