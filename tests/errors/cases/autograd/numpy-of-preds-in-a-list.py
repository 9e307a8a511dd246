# rule: autograd_numpy.numpy_of_grad
# source: constructed
# says: np\.concatenate\(\[preds\[0\]\.detach\(\), preds\[1\]\.detach\(\)\], axis=0\)
# %% before
import numpy as np, torch, torch.nn.functional as F
from torch import nn
lin = nn.Linear(4, 1)
losses = [F.mse_loss(lin(torch.rand(3, 4)), torch.rand(3, 1)) for i in range(3)]
preds = [lin(torch.rand(3, 4)) for i in range(2)]

# %% fails
both = np.concatenate([preds[0], preds[1]], axis=0)
# %% mended
both = np.concatenate([preds[0].detach(), preds[1].detach()], axis=0)
