# notice: loaders.answers_in_another_order
# source: constructed
# %% before
import torch, pandas as pd
from torch import nn
torch.manual_seed(0)
df = pd.DataFrame({"a": range(12)})
data = torch.utils.data.TensorDataset(torch.randn(12, 3))
loader = torch.utils.data.DataLoader(data, batch_size=4, shuffle=True)
net = nn.Sequential(nn.Linear(3, 1))
# %% cell
preds = []
with torch.no_grad():
    for (xb,) in loader:
        preds.extend(net(xb).squeeze(1).tolist())
df['pred']   = preds
