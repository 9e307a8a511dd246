# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3
# says: ImageDataLoaders\.from_path_re\(path, fnames, pat
# says: fastai 1
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
path = Path('pets'); fnames = get_image_files(path)
pat = r'/([^/]+)_\d+.jpg$'
# %% fails
data = ImageDataBunch.from_name_re(path, fnames, pat, ds_tfms=None, size=32, bs=4)
# %% mended
data = ImageDataLoaders.from_path_re(path, fnames, pat, item_tfms=Resize(32), bs=4)
