# rule: squeezed_batches.in_a_loss
# source: constructed
# says: yb\.squeeze\(\)\s+has\s+shape\s+\(\)
# says: yb\.flatten\(\)
# %% before
import torch, torch.nn as nn, torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
x=torch.randn(9,5); y=torch.randint(0,3,(9,1))
dl=DataLoader(TensorDataset(x,y),batch_size=4)
model=nn.Linear(5,3)
# %% fails
for xb,yb in dl:
    loss=F.cross_entropy(model(xb),yb.squeeze())
# %% mended
for xb,yb in dl:
    loss=F.cross_entropy(model(xb),yb.flatten())
