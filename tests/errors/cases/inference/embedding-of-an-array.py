# rule: inference_use.model_wants_a_tensor
# source: constructed
# says: net\(torch\.from_numpy\(words\)\.long\(\)\)
# %% before
import numpy as np, torch
from torch import nn
net = nn.Sequential(nn.Embedding(50, 4), nn.Flatten(), nn.Linear(12, 2))
words = np.array([[1, 4, 7], [2, 2, 9]])
# %% fails
print(net(words))
# %% mended
print(net(torch.from_numpy(words).long()))
