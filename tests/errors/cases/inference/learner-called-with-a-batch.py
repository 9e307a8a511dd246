# rule: learners_called.learner_called
# source: constructed
# says: `?learner`? is a Learner
# says: event
# says: logits = learner\.model\(batch_x\)
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
batch_x, batch_y = dls.one_batch()
logits = learner(batch_x)
# %% mended
batch_x, batch_y = dls.one_batch()
logits = learner.model(batch_x)
