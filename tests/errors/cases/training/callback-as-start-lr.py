# rule: fit_by_position.callback_by_position
# source: constructed
# says: start_lr
# says: added_cbs
# %% before
from fastai.vision.all import *
feats = torch.randn(48, 5)
marks = torch.randint(0, 4, (48,))
pairs = list(zip(feats, marks))
dls = DataLoaders.from_dsets(pairs[:32], pairs[32:], bs=8, num_workers=0)
head = nn.Sequential(nn.Linear(5, 12), nn.ReLU(), nn.Linear(12, 4))
learner = Learner(dls, head, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
# %% fails
learner.lr_find(ShortEpochCallback(pct=0.5))
# %% mended
with learner.added_cbs([ShortEpochCallback(pct=0.5)]): learner.lr_find()
