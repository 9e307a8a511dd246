# rule: autograd_numpy.numpy_of_grad
# source: constructed
# says: one\.detach\(\) for one in list\(by_name\.values\(\)\)
# %% before
import numpy as np, torch, torch.nn.functional as F
from torch import nn
lin = nn.Linear(4, 1)
losses = [F.mse_loss(lin(torch.rand(3, 4)), torch.rand(3, 1)) for i in range(3)]
preds = [lin(torch.rand(3, 4)) for i in range(2)]

by_name = dict(zip('abc', losses))
# %% fails
mean = np.mean(list(by_name.values()))
# %% mended
mean = np.mean([one.detach() for one in list(by_name.values())])
