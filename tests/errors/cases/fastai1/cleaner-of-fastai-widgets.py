# rule: fastai1_imports.module_not_there
# source: https://github.com/fastai/course-v3
# says: DatasetFormatter\s+and\s+ImageCleaner\s+are\s+now\s+ImageClassifierCleaner
# says: cleaner = ImageClassifierCleaner\(learn\)
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
from fastai.widgets import *
losses, idxs = DatasetFormatter().from_toplosses(learn, n_imgs=10)
ImageCleaner(losses, idxs, Path('pets'))
