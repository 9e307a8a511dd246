# rule: autograd_numpy.numpy_of_grad
# source: constructed
# says: holds tensors that require a gradient
# says: \(n \* loss\)\.detach\(\) for n, loss in zip\(sizes, losses\)
# %% before
import numpy as np, torch, torch.nn.functional as F
from torch import nn
lin = nn.Linear(4, 1)
losses = [F.mse_loss(lin(torch.rand(3, 4)), torch.rand(3, 1)) for i in range(3)]
preds = [lin(torch.rand(3, 4)) for i in range(2)]

sizes = [2, 4, 8]
# %% fails
mean = np.sum([n * loss for n, loss in zip(sizes, losses)]) / np.sum(sizes)
# %% mended
mean = np.sum([(n * loss).detach() for n, loss in zip(sizes, losses)]) / np.sum(sizes)
