# rule: inference_use.model_wants_a_tensor
# source: constructed
# says: net\(torch\.from_numpy\(pics\)\.permute\(0, 3, 1, 2\)\.float\(\)\.div\(255\)\)
# %% before
import numpy as np, torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
pics = np.random.randint(0, 256, (5, 20, 20, 3)).astype(np.uint8)
# %% fails
with torch.no_grad():
    out = net(pics)
# %% mended
with torch.no_grad():
    out = net(torch.from_numpy(pics).permute(0, 3, 1, 2).float().div(255))
