# rule: functions_as_models.learner_of_a_function
# source: constructed
# says: a\s+lambda
# says: learn = Learner\(dls, nn\.Sequential\(nn\.Flatten\(\), nn\.Linear\(3072, 2\)\), loss_func=F\.cross_entropy\)
# %% before
from fastai.vision.all import *
path = Path("pets")
for c in ["cat", "dog"]:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (40, 40), (i*20, 60, 90)).save(path/c/f"{i}.jpg")
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
# %% fails
learn = Learner(dls, lambda: nn.Sequential(nn.Flatten(), nn.Linear(3072, 2)), loss_func=F.cross_entropy)
learn.get_preds()
# %% mended
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(3072, 2)), loss_func=F.cross_entropy)
learn.get_preds()
