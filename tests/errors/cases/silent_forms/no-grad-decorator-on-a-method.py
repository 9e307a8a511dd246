# notice: modes.eval_forgotten_in_function
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2))
# %% before
@torch.inference_mode()
def share(x, y):
    return (net(x).argmax(dim=1) == y).float().mean()
# %% cell
got = share(x, y)
