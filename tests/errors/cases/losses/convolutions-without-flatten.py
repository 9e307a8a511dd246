# rule: losses_unflattened.still_a_picture
# source: constructed
# says: \(8, 3, 1, 1\)
# says: net.append\(nn.Flatten\(\)\)
# %% before
import torch
from torch import nn
xb, yb = torch.randn(8, 3, 16, 16), torch.randint(0, 3, (8,))
net = nn.Sequential(nn.Conv2d(3, 8, 3, stride=2), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Conv2d(8, 3, 1))
loss_func = nn.CrossEntropyLoss()
# %% fails
preds = net(xb)
loss = loss_func(preds, yb)
# %% mended
net.append(nn.Flatten())
preds = net(xb)
loss = loss_func(preds, yb)
