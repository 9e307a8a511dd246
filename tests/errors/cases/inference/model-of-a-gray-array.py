# rule: inference_use.model_wants_a_tensor
# source: constructed
# says: net\(torch\.from_numpy\(digit\)\.float\(\)\.unsqueeze\(0\)\.unsqueeze\(0\)\)
# %% before
import numpy as np, torch
from torch import nn
net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
digit = np.random.rand(28, 28)
# %% fails
print(net(digit))
# %% mended
print(net(torch.from_numpy(digit).float().unsqueeze(0).unsqueeze(0)))
