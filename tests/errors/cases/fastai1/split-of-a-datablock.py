# rule: fastai1_members.member_of_fastai1
# source: https://github.com/fastai/fastai/issues/3834
# says: fastai 1
# says: plan = DataBlock\(.*splitter=RandomSplitter\(0.3, seed=1\)
# says: data = plan.dataloaders\(path, bs=4\)
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
plan = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
# %% fails
data = plan.split_by_rand_pct(0.3, seed=1).transform(size=32).databunch(path, bs=4)
# %% mended
plan = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    get_y=parent_label,
    splitter=RandomSplitter(0.3, seed=1),
    item_tfms=Resize(32),
)
data = plan.dataloaders(path, bs=4)
