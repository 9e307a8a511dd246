# rule: fastai1_members.member_of_fastai1
# source: https://github.com/fastai/fastai/issues/3834
# says: fastai 1
# says: valid_pct=0.25, seed=3
# says: pct = ImageDataLoaders.from_csv\(path, item_tfms=Resize\(32\), bs=4
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
data = ImageDataLoaders.from_csv(path, item_tfms=Resize(32), bs=4)
# %% fails
pct = data.split_by_rand_pct(0.25, seed=3)
# %% mended
pct = ImageDataLoaders.from_csv(path, item_tfms=Resize(32), bs=4, valid_pct=0.25, seed=3)
