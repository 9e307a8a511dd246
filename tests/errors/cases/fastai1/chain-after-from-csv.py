# rule: fastai1_members.member_of_fastai1
# source: https://github.com/fastai/fastai/issues/3834
# says: fastai 1
# says: valid_pct=0.2
# says: item_tfms=Resize\(32\)
# says: batch_tfms=\[\*aug_transforms\(\), Normalize
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
data = (
    ImageDataLoaders.from_csv(path, label_col="kind")
    .split_by_rand_pct(0.2)
    .label_from_folder()
    .transform(aug_transforms(), size=32)
    .databunch(bs=4)
    .normalize(imagenet_stats)
)
# %% mended
data = ImageDataLoaders.from_csv(
    path,
    label_col="kind",
    valid_pct=0.2,
    item_tfms=Resize(32),
    bs=4,
    batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)],
)
