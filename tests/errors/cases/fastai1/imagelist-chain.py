# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/1126
# says: ImageList
# says: fastai 1
# says: splitter=RandomSplitter\(0\.2, seed=42\)
# says: get_y=parent_label
# says: item_tfms=Resize\(32\)
# says: dataloaders\(path, bs=4\)
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
path = Path("pets")
# %% fails
data = (ImageList.from_folder(path)
        .split_by_rand_pct(0.2)
        .label_from_folder()
        .transform(get_transforms(), size=32)
        .databunch(bs=4))
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(0.2, seed=42),
    get_y=parent_label,
    item_tfms=Resize(32),
    batch_tfms=aug_transforms())
dls = dblock.dataloaders(path, bs=4)
