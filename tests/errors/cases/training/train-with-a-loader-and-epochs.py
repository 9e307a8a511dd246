# rule: borrowed_methods.mode_as_training
# source: constructed
# says: only switches the model to training mode
# says: for epoch in range\(5\):
# says: loss = F.mse_loss\(net\(xb\), yb\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
from torch.utils.data import TensorDataset, DataLoader
dl = DataLoader(TensorDataset(torch.randn(32, 4), torch.randn(32, 1)), batch_size=8)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% fails
net.train(dl, epochs=5)
# %% mended
opt = torch.optim.Adam(net.parameters())
net.train()
for epoch in range(5):
    for xb, yb in dl:
        loss = F.mse_loss(net(xb), yb)
        loss.backward(); opt.step(); opt.zero_grad()
