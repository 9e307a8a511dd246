# rule: fastai1_members.member_of_fastai1
# source: constructed
# says: dblock\.dataloaders\('pets'\)
# %% before
from PIL import Image as Pic
from pathlib import Path

for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8):
        Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *

dls = ImageDataLoaders.from_folder("pets", valid_pct=0.3, item_tfms=Resize(32), bs=4)
dblock = DataBlock(
    blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(32)
)
# %% fails
data = dblock.databunch("pets")
# %% mended
path = "pets"
dls = dblock.dataloaders(path, bs=4)
