# notice: items_for_classes.items_named_classes
# source: constructed
# says: looks\s+along\s+the\s+40\s+items
# says: predicted\s+=\s+chances\.argmax\(dim=1\)
# %% before
import torch
from torch import nn
torch.manual_seed(1)
net = nn.Linear(5, 4); rows = torch.randn(40, 5)
# %% cell
with torch.no_grad():
    chances = net(rows).softmax(dim=1)
predicted = chances.argmax(dim=0)
print(predicted)
# %% mended
with torch.no_grad():
    chances = net(rows).softmax(dim=1)
predicted = chances.argmax(dim=1)
print(predicted)
