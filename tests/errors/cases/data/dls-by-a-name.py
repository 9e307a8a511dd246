# rule: learners_indexed.items_of_dls
# source: constructed
# says: batches = len\(dls\.valid\)
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
batches = len(dls["valid"])
# %% mended
batches = len(dls.valid)
