# rule: fastai1_arguments.unknown_keyword
# source: https://github.com/fastai/course-v3
# says: max_n=9, figsize
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
path = Path("pets"); fnames = get_image_files(path)
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
# %% fails
dls.show_batch(rows=3, figsize=(5, 5))
# %% mended
dls.show_batch(max_n=9, figsize=(5, 5))
