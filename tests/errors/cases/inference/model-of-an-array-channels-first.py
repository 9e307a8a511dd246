# rule: inference_use.model_wants_a_tensor
# source: https://github.com/fastai/fastai/issues/2612
# says: net\(torch\.from_numpy\(pic\)\.float\(\)\.unsqueeze\(0\)\)
# %% before
import numpy as np, torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
pic = np.random.rand(3, 40, 50)
# %% fails
out = net(pic)
# %% mended
out = net(torch.from_numpy(pic).float().unsqueeze(0))
