# rule: fit_by_position.callback_by_position
# source: constructed
# says: div
# says: cbs=\[stop, save\]
# %% before
from fastai.vision.all import *
feats = torch.randn(48, 5)
marks = torch.randint(0, 4, (48,))
pairs = list(zip(feats, marks))
dls = DataLoaders.from_dsets(pairs[:32], pairs[32:], bs=8, num_workers=0)
head = nn.Sequential(nn.Linear(5, 12), nn.ReLU(), nn.Linear(12, 4))
learner = Learner(dls, head, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
stop, save = EarlyStoppingCallback(), SaveModelCallback()
# %% fails
learner.fit_one_cycle(2, 0.01, stop, save)
# %% mended
learner.fit_one_cycle(2, 0.01, cbs=[stop, save])
