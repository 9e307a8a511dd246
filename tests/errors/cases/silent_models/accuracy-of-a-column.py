# notice: comparisons.shapes_broadcast_in_accuracy
# source: https://forums.fast.ai/t/lesson-3-04-mnist-basics/65629
# says: \(12, 1\)
# says: 12 targets
# says: squeeze\(1\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(5, 1), nn.Sigmoid())
rows = torch.randn(12, 5); labels = (rows[:, 0] > 0).float()
# %% cell
with torch.no_grad():
    probs = net(rows)
    right = (probs.round() == labels).sum().item()
right / 12
# %% mended
with torch.no_grad():
    probs = net(rows)
    right = (probs.squeeze(1).round() == labels).sum().item()
right / 12
