# rule: squeezed_batches.in_a_join
# source: constructed
# says: position\s+2
# says: model\(xb\)\.flatten\(\)
# %% before
import torch, torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset
x=torch.randn(9,5); y=torch.randint(0,3,(9,))
dl=DataLoader(TensorDataset(x,y),batch_size=4)
model=nn.Linear(5,1)
# %% fails
with torch.no_grad():
    preds = torch.cat([model(xb).squeeze() for xb,_ in dl])
# %% mended
with torch.no_grad():
    preds = torch.cat([model(xb).flatten() for xb,_ in dl])
