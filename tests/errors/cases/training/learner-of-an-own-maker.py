# rule: functions_as_models.learner_of_a_function
# source: constructed
# says: the\s+function\s+small_net
# says: learn = Learner\(dls, small_net\(dls\.c\), loss_func=CrossEntropyLossFlat\(\)\)
# %% before
from fastai.vision.all import *
path = Path("pets")
for c in ["cat", "dog"]:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (40, 40), (i*20, 60, 90)).save(path/c/f"{i}.jpg")
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
def small_net(n_out):
    layers = [nn.Flatten(), nn.Linear(3*32*32, 20), nn.ReLU(), nn.Linear(20, n_out)]
    return nn.Sequential(*layers)
# %% fails
learn = Learner(dls, small_net, loss_func=CrossEntropyLossFlat())
learn.summary()
# %% mended
learn = Learner(dls, small_net(dls.c), loss_func=CrossEntropyLossFlat())
learn.summary()
