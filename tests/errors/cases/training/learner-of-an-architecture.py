# rule: functions_as_models.learner_of_a_function
# source: constructed
# says: the\s+function\s+resnet34
# says: learn = vision_learner\(dls, resnet34, loss_func=CrossEntropyLossFlat\(\), opt_func=SGD, metrics=accuracy\)
# %% before
from fastai.vision.all import *
path = Path("pets")
for c in ["cat", "dog"]:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (40, 40), (i*20, 60, 90)).save(path/c/f"{i}.jpg")
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
# %% fails
learn = Learner(dls, resnet34, CrossEntropyLossFlat(), SGD, metrics=accuracy)
learn.lr_find()
# %% mended
learn = vision_learner(dls, resnet34, loss_func=CrossEntropyLossFlat(), opt_func=SGD, metrics=accuracy, pretrained=False)
learn.fit(1)
