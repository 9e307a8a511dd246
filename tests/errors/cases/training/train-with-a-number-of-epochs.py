# rule: borrowed_methods.mode_as_training
# source: constructed
# says: takes no data and no epochs
# says: for epoch in range\(4\):
# says: loss = criterion\(net\(xb\), yb\)
# says: optimizer.step\(\)
# %% before
import torch
from torch import nn
from torch.utils.data import TensorDataset, DataLoader
loader = DataLoader(TensorDataset(torch.randn(32, 4), torch.randint(0, 2, (32,))), batch_size=8)
net = nn.Linear(4, 2)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
# %% fails
net.train(4)
# %% mended
net.train()
for epoch in range(4):
    for xb, yb in loader:
        loss = criterion(net(xb), yb)
        loss.backward(); optimizer.step(); optimizer.zero_grad()
