# rule: fastai1_members.step_of_fastai1
# source: https://github.com/fastai/fastai/issues/3834
# says: fastai 1
# says: flowers = ImageDataLoaders.from_folder\(path, valid_pct=0.3, bs=4, item_tfms=Resize\(32\)
# says: batch_tfms=tfms
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
tfms = aug_transforms(max_rotate=5.0)
flowers = ImageDataLoaders.from_folder(path, valid_pct=0.3, bs=4)
# %% fails
flowers = flowers.transform(tfms, size=32)
# %% mended
flowers = ImageDataLoaders.from_folder(path, valid_pct=0.3, bs=4, item_tfms=Resize(32), batch_tfms=tfms)
flowers.one_batch()
