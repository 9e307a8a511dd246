# notice: single_maxima.of_a_loop
# source: constructed
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(60, 4); kinds = torch.randint(0, 3, (60,))
test_dl = DataLoader(TensorDataset(rows, kinds), batch_size=20)
def evaluate(net, loader):
    right, n = 0, 0
    net.eval()
    with torch.no_grad():
        for xb, yb in loader:
            out = net(xb)
            right += (torch.argmax(out) == yb).sum().item()
            n += len(yb)
    return right / n
net = nn.Sequential(nn.Linear(4, 3))
# %% cell
print(evaluate(net, test_dl))
