# rule: fastai_metrics_called.interpretation_of
# source: constructed
# says: Interpretation\.from_learner\(learn\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% fails
interp = Interpretation(learn)
# %% mended
interp = Interpretation.from_learner(learn)
