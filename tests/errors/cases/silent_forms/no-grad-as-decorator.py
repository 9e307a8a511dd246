# notice: modes.eval_forgotten_in_function
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2))
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=16)
# %% before
@torch.no_grad()
def right_of(model, loader):
    hits = [(model(xb).argmax(dim=1) == yb).float().mean() for xb, yb in loader]
    return torch.stack(hits).mean()
# %% cell
share = right_of(net, loader)
