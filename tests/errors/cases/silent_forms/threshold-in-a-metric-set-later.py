# notice: logits.threshold_in_a_metric
# source: constructed
# %% before
from fastai.vision.all import *
items = [(torch.randn(3), torch.ones(1)) for i in range(16)]
dls = DataLoaders.from_dsets(items, items, bs=4, num_workers=0, device='cpu')
learn = Learner(dls, nn.Sequential(nn.Linear(3, 1)), loss_func=nn.BCEWithLogitsLoss())
def right(out, targ): return ((out > 0.5) == targ.bool()).float().mean()
# %% cell
learn.metrics = [right]
learn.fine_tune(1)
