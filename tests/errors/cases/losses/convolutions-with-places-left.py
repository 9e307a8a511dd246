# rule: losses_unflattened.still_a_picture
# source: constructed
# says: 36 places
# says: AdaptiveAvgPool2d\(1\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
cnn = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Conv2d(4, 2, 1))
xb, yb = torch.randn(8, 1, 8, 8), torch.randint(0, 2, (8,))
def step(xb, yb):
    loss = F.cross_entropy(cnn(xb), yb)
    loss.backward()
# %% fails
step(xb, yb)
# %% mended
cnn.append(nn.AdaptiveAvgPool2d(1))
cnn.append(nn.Flatten())
step(xb, yb)
