# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/1947
# says: ImageDataBunch
# says: ImageDataLoaders\.from_folder\(path, train='\.', valid_pct=0\.2, batch_tfms=\[\*aug_transforms\(\), Normalize\.from_stats
# says: item_tfms=Resize\(32\)
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
path = Path('pets')
# %% fails
data = ImageDataBunch.from_folder(path, train=".", valid_pct=0.2, ds_tfms=get_transforms(), size=32, num_workers=0, bs=4).normalize(imagenet_stats)
# %% mended
data = ImageDataLoaders.from_folder(path, train='.', valid_pct=0.2, batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)], item_tfms=Resize(32), num_workers=0, bs=4)
