# rule: shapes.broadcast
# source: constructed
# says: argmax\(dim=1\)
# says: hits \+= \(\(logits\.argmax\(dim=1\)\) == labels\)\.sum\(\)\.item\(\)
# %% before
import torch
from torch import nn
from torch.utils.data import TensorDataset, DataLoader
dl = DataLoader(TensorDataset(torch.rand(40, 3), torch.randint(0, 2, (40,))), batch_size=10)
model = nn.Linear(3, 2)
# %% fails
hits = 0
for images, labels in dl:
    with torch.no_grad():
        logits = model(images)
        hits += ((logits.sigmoid() > 0.5) == labels).sum().item()
# %% mended
hits = 0
for images, labels in dl:
    with torch.no_grad():
        logits = model(images)
        hits += ((logits.argmax(dim=1)) == labels).sum().item()
