# notice: loops.zero_grad_outside_the_loop
# source: https://discuss.pytorch.org (where to put zero_grad)
# says: outside the loop over the batches
# says: add up
# says: inner loop
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.rand(60, 5); y = torch.randint(0, 2, (60,))
train_loader = DataLoader(TensorDataset(x, y), batch_size=20, shuffle=True)
# %% cell
model = nn.Linear(5, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
criterion = nn.CrossEntropyLoss()
for epoch in range(2):
    optimizer.zero_grad()
    for inputs, targets in train_loader:
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
# %% mended
model = nn.Linear(5, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
criterion = nn.CrossEntropyLoss()
for epoch in range(2):
    for inputs, targets in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
