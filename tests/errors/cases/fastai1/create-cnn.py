# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/1794
# says: create_cnn
# says: vision_learner\(dls, models\.resnet18
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
# %% fails
learn = create_cnn(dls, models.resnet18, pretrained=False, metrics=error_rate)
# %% mended
learn = vision_learner(dls, models.resnet18, pretrained=False, metrics=error_rate)
