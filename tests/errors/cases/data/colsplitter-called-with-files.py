# rule: splitters_given.column_of_files
# source: https://forums.fast.ai
# says: RandomSplitter\(valid_pct=0.2, seed=42\)
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("fruit")
for c in ("fig", "kiwi"):
    (path / c).mkdir(parents=True)
    for i in range(5):
        Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / c / f"{i}.jpg")
# %% fails
dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    get_y=parent_label,
    splitter=ColSplitter(),
    item_tfms=Resize(32),
).dataloaders(path, bs=2)
# %% mended
dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    get_y=parent_label,
    item_tfms=Resize(32),
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
).dataloaders(path, bs=2)
