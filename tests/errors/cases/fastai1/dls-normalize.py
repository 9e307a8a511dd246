# rule: fastai1_members.member_of_fastai1
# source: https://github.com/fastai/course-v3
# says: batch_tfms.*Normalize\.from_stats\(\*imagenet_stats\)
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(32))
# %% fails
dls = dls.normalize(imagenet_stats)
# %% mended
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4, batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)])
