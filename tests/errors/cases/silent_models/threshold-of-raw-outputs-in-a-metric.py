# notice: logits.threshold_in_a_metric
# source: constructed
# says: rain_acc`?\s+is\s+given\s+the\s+outputs
# says: torch\.sigmoid\(out\)\s+>\s+0\.5
# %% before
from fastai.vision.all import *
x = torch.randn(120, 5); y = (x[:, :1] > 0).float()
rain = DataLoaders.from_dsets(list(zip(x[:90], y[:90])), list(zip(x[90:], y[90:])), bs=30, num_workers=0)
def rain_acc(out, target): return ((out > 0.5) == target.bool()).float().mean()
# %% cell
learn = Learner(rain, nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 1)), loss_func=BCEWithLogitsLossFlat(), metrics=rain_acc)
learn.fit(1, 0.1)
# %% mended
def rain_acc(out, target): return ((torch.sigmoid(out) > 0.5) == target.bool()).float().mean()
learn = Learner(rain, nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 1)), loss_func=BCEWithLogitsLossFlat(), metrics=rain_acc)
learn.fit(1, 0.1)
