# rule: learners_called.learner_called
# source: constructed
# says: F\.softmax\(learner\.model\(rows\.float\(\)\), dim=-1\)
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
rows = dls.one_batch()[0]
# %% fails
chances = F.softmax(learner(rows.float()), dim=-1)
# %% mended
chances = F.softmax(learner.model(rows.float()), dim=-1)
