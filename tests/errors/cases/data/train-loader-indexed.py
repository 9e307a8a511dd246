# rule: learners_indexed.not_a_list
# source: constructed
# says: DataLoader
# says: batches
# says: dls\.train_ds\[3\]
# %% before
from fastai.vision.all import *

points = torch.randn(60, 5)
signs = (points[:, 0] > 0).long()
pairs = list(zip(points, signs))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=10, num_workers=0)
learner = Learner(
    dls,
    nn.Sequential(nn.Linear(5, 12), nn.ReLU(), nn.Linear(12, 2)),
    loss_func=CrossEntropyLossFlat(),
    metrics=accuracy,
)
learner.fit(1)
# %% fails
row, sign = dls.train[3]
# %% mended
row, sign = dls.train_ds[3]
