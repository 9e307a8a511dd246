# notice: wiped_gradients.at_each_batch
# source: constructed
# says: nothing is collected
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import TensorDataset, DataLoader
x = torch.randn(64, 4); y = (x[:, 0] > 0).long()
dl = DataLoader(TensorDataset(x, y), batch_size=8)
# %% cell
def run(model, opt, every=2):
    for step, (xb, yb) in enumerate(dl, 1):
        F.cross_entropy(model(xb), yb).backward()
        if step % every == 0:
            opt.step()
        opt.zero_grad()
model = nn.Linear(4, 2)
run(model, torch.optim.SGD(model.parameters(), lr=0.1))
