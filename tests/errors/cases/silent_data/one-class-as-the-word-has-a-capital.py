# notice: data.labels
# source: constructed
# says: looks\s+for\s+'Pug',\s+and\s+the\s+files\s+have\s+'pug'
# %% before
from fastai.vision.all import *
Path("pets").mkdir()
for n in ("pug_1", "pug_2", "pug_3", "birman_4", "birman_5", "birman_6"): Image.new("RGB", (16, 16)).save(f"pets/{n}.png")
def label_of(name): return "dog" if "Pug" in name else "cat"
# %% cell
dls = ImageDataLoaders.from_name_func("pets", get_image_files("pets"), label_of, valid_pct=0.34, seed=1, bs=2, num_workers=0)
# %% mended
def label_of(name): return "dog" if 'pug' in name else "cat"
dls = ImageDataLoaders.from_name_func("pets", get_image_files("pets"), label_of, valid_pct=0.34, seed=1, bs=2, num_workers=0)
