# rule: scalars.list_of_losses
# source: constructed
# says: losses
# says: item\(\)
# %% before
import torch, numpy as np
losses = [torch.rand(1, requires_grad=True) for _ in range(3)]
# %% fails
np.mean(losses)
# %% mended
np.mean([o.item() for o in losses])
