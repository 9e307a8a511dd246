# rule: splitters_given.column_of_files
# source: https://forums.fast.ai
# says: ColSplitter
# says: splitter=GrandparentSplitter\(\)
# says: dls = fruit.dataloaders\(path, bs=2\)
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("fruit")
for part in ("train", "valid"):
    for c in ("fig", "kiwi"):
        (path / part / c).mkdir(parents=True)
        for i in range(3):
            Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / part / c / f"{i}.jpg")
fruit = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    get_y=parent_label,
    splitter=ColSplitter("is_valid"),
    item_tfms=Resize(32),
)
# %% fails
dls = fruit.dataloaders(path, bs=2)
# %% mended
fruit = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    get_y=parent_label,
    item_tfms=Resize(32),
    splitter=GrandparentSplitter(),
)
dls = fruit.dataloaders(path, bs=2)
