# notice: none
# source: constructed
# %% before
import torch
preds = torch.randn(8, 1); targs = torch.randn(8)
# %% cell
def mse(preds, targs): return ((preds - targs)**2).mean()
mse(preds[:, 0], targs)
