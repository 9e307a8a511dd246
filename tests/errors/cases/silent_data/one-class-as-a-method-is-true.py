# notice: data.labels
# source: constructed
# says: f\.stem\.islower\s+is\s+only\s+named\s+in\s+kind
# says: Write\s+f\.stem\.islower\(\)
# %% before
from fastai.vision.all import *
Path("pets").mkdir()
for n in ("pug_1", "boxer_2", "Sphynx_3", "Bengal_4", "beagle_5", "Birman_6"): Image.new("RGB", (16, 16)).save(f"pets/{n}.png")
def kind(f):
    if f.stem.islower: return "dog"
    return "cat"
# %% cell
dls = ImageDataLoaders.from_path_func("pets", get_image_files("pets"), kind, valid_pct=0.34, seed=1, bs=2, num_workers=0)
# %% mended
def kind(f):
    if f.stem.islower(): return "dog"
    return "cat"
dls = ImageDataLoaders.from_path_func("pets", get_image_files("pets"), kind, valid_pct=0.34, seed=1, bs=2, num_workers=0)
