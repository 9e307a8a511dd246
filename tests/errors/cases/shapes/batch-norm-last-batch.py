# rule: batch_and_heads.batch_norm_of_one
# source: https://discuss.pytorch.org/t/error-expected-more-than-1-value-per-channel-when-training/26274
# says: drop_last=True
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
import torch.nn.functional as F
ds = TensorDataset(torch.rand(33, 4), torch.randint(0, 2, (33,)))
dl = DataLoader(ds, batch_size=32, shuffle=True)
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
opt = torch.optim.SGD(net.parameters(), lr=.1)
# %% fails
for x, y in dl:
    loss = F.cross_entropy(net(x), y)
    loss.backward()
    opt.step(); opt.zero_grad()
# %% mended
dl = DataLoader(ds, batch_size=32, shuffle=True, drop_last=True)
for x, y in dl:
    loss = F.cross_entropy(net(x), y)
    loss.backward()
    opt.step(); opt.zero_grad()
