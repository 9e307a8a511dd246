# notice: loaders.answers_in_another_order
# source: constructed
# says: dl\s+shuffles
# says: df\['pred'\]
# %% before
import torch, pandas as pd
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
def predict(net, loader):
    net.eval()
    found = []
    with torch.no_grad():
        for xb, in loader:
            found.append(net(xb).squeeze(1))
    return torch.cat(found).numpy()
df = pd.DataFrame({'rooms': [1., 2., 3., 4., 5., 6.]})
net = nn.Linear(1, 1)
# %% cell
dl = DataLoader(TensorDataset(torch.tensor(df.rooms.values).float()[:, None]), batch_size=2, shuffle=True)
df['pred'] = predict(net, dl)
# %% mended
dl = DataLoader(TensorDataset(torch.tensor(df.rooms.values).float()[:, None]), batch_size=2)
df['pred'] = predict(net, dl)
