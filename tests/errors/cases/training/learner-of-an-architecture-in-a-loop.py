# rule: functions_as_models.learner_of_a_function
# source: constructed
# says: arch,\s+the\s+function\s+xresnet18
# says: learn = vision_learner\(dls, arch, pretrained=False, metrics=accuracy\)
# %% before
from fastai.vision.all import *
path = Path("pets")
for c in ["cat", "dog"]:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (40, 40), (i*20, 60, 90)).save(path/c/f"{i}.jpg")
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
# %% fails
for arch in [xresnet18, xresnet34]:
    learn = Learner(dls, model=arch, metrics=accuracy)
    learn.fine_tune(1)
# %% mended
for arch in [xresnet18, xresnet34]:
    learn = vision_learner(dls, arch, pretrained=False, metrics=accuracy)
    learn.fine_tune(1)
