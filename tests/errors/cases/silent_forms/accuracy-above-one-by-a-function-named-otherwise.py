# notice: batch_accuracies.accuracy_over_batches
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 2)).eval()
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=16)
def measure(net, dl):
    acc_sum = 0
    with torch.no_grad():
        for xb, yb in dl:
            acc_sum += (net(xb).argmax(dim=1) == yb).sum().item()
    return acc_sum / len(dl)
# %% cell
share = measure(net, loader)
