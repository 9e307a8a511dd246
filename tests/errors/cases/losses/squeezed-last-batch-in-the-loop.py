# rule: squeezed_batches.in_a_loss
# source: constructed
# says: last\s+batch\s+is\s+a\s+single\s+item
# says: preds = model\(xb\)\.flatten\(\)
# %% before
import torch, torch.nn as nn, torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
x=torch.randn(9,5); y=(x[:,:1]>0).float()
dl=DataLoader(TensorDataset(x,y),batch_size=4)
model=nn.Sequential(nn.Linear(5,1),nn.Sigmoid())
crit=nn.BCELoss()
# %% fails
for xb,yb in dl:
    preds=model(xb).squeeze()
    loss=crit(preds,yb.squeeze(1))
# %% mended
for xb,yb in dl:
    preds=model(xb).flatten()
    loss=crit(preds,yb.squeeze(1))
