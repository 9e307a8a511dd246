# rule: fastai1_members.member_of_fastai1
# source: constructed
# says: dls = ImageDataLoaders.from_folder
# says: dls.vocab
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
# %% fails
classes = ImageDataLoaders.from_folder("pets", valid_pct=0.3, item_tfms=Resize(32), bs=4).classes
# %% mended
dls = ImageDataLoaders.from_folder("pets", valid_pct=0.3, item_tfms=Resize(32), bs=4)
dls.vocab
