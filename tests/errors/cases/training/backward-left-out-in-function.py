# notice: loops.backward_forgotten
# source: constructed
# says: batch_loss\.backward\(\)\s+is\s+missing
# %% before
import torch
from torch import nn
def train_step(model, optimizer, xb, yb):
    optimizer.zero_grad()
    batch_loss = nn.functional.cross_entropy(model(xb), yb)
    optimizer.step()
    return batch_loss.item()
x = torch.rand(40, 6); y = torch.randint(0, 3, (40,))
# %% cell
clf = nn.Linear(6, 3)
adam = torch.optim.Adam(clf.parameters(), lr=1e-2)
history = []
for epoch in range(5):
    history.append(train_step(clf, adam, x, y))
# %% mended
clf = nn.Linear(6, 3)
adam = torch.optim.Adam(clf.parameters(), lr=1e-2)
def train_step(model, optimizer, xb, yb):
    optimizer.zero_grad()
    batch_loss = nn.functional.cross_entropy(model(xb), yb)
    batch_loss.backward()
    optimizer.step()
    return batch_loss.item()
history = []
for epoch in range(5):
    history.append(train_step(clf, adam, x, y))
