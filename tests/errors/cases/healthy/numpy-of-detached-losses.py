# notice: none
# source: constructed
# %% before
import numpy as np, torch, torch.nn.functional as F
from torch import nn
lin = nn.Linear(4, 1)
losses = [F.mse_loss(lin(torch.rand(3, 4)), torch.rand(3, 1)) for i in range(3)]
preds = [lin(torch.rand(3, 4)) for i in range(2)]

# %% cell
mean = np.mean([one.item() for one in losses])
