# rule: squeezed_batches.in_a_list
# source: constructed
# says: single\s+number\s+and\s+no\s+list
# says: model\(xb\)\.flatten\(\)
# %% before
import torch, torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset
x=torch.randn(9,5); y=torch.randint(0,3,(9,))
dl=DataLoader(TensorDataset(x,y),batch_size=4)
model=nn.Linear(5,1)
preds=[]
# %% fails
for xb,_ in dl:
    preds.extend(model(xb).squeeze().tolist())
# %% mended
for xb,_ in dl:
    preds.extend(model(xb).flatten().tolist())
