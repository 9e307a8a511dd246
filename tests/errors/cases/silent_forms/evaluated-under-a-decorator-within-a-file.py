# notice: modes.eval_forgotten_in_function
# source: constructed
# %% before
import torch, sys
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2))
open('measures.py', 'w').write("""
import torch
@torch.no_grad()
def share(model, x, y):
    return (model(x).argmax(dim=1) == y).float().mean()
""")
sys.path.insert(0, '.')
from measures import share
# %% cell
got = share(net, x, y)
# %% mended
_ = net.eval()
got = share(net, x, y)
