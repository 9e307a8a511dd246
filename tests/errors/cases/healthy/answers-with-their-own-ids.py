# notice: none
# source: constructed
# %% before
import torch, pandas as pd
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.rand(20, 3); ids = torch.arange(20)
net = nn.Linear(3, 2)
sub = pd.DataFrame(index=range(20))
sub2 = pd.DataFrame({'id': range(20), 'a': 0})
# %% cell
dl = DataLoader(TensorDataset(x, ids), batch_size=5, shuffle=True)
preds, seen = [], []
with torch.no_grad():
    for xb, ib in dl:
        preds += net(xb).argmax(1).tolist()
        seen += ib.tolist()
sub2['id'] = seen
sub2['kind'] = preds
out = pd.DataFrame({'id': seen, 'kind': preds})
by_id = dict(zip(seen, preds))
sub2['again'] = 1
