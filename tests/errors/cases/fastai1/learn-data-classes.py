# rule: fastai1_members.member_of_fastai1
# source: https://github.com/fastai/course-v3
# says: fastai 1
# says: n = len\(learn.dls.vocab\)
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
dls = ImageDataLoaders.from_folder("pets", valid_pct=0.3, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
# %% fails
n = len(learn.data.classes)
# %% mended
n = len(learn.dls.vocab)
