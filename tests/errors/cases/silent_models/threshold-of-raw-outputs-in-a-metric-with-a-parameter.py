# notice: logits.threshold_in_a_metric
# source: constructed
# says: torch\.sigmoid\(p\)\s+>\s+0\.5
# %% before
from fastai.vision.all import *
x = torch.randn(120, 5); y = (x > 0).float()
tags = DataLoaders.from_dsets(list(zip(x[:90], y[:90])), list(zip(x[90:], y[90:])), bs=30, num_workers=0)
def hits(pred, targ, thresh=0.5):
    p = pred.squeeze()
    return ((p >= thresh) == targ).float().mean()
# %% cell
learn = Learner(tags, nn.Linear(5, 5), loss_func=nn.BCEWithLogitsLoss(), metrics=[hits])
learn.fit(1, 0.1)
