# rule: dimensions.too_many_indices
# source: https://github.com/pytorch/pytorch/issues/6921
# says: loss\.item\(\)
# %% before
import torch
loss = torch.tensor(0.3)
# %% fails
running = loss.data[0]
# %% mended
running = loss.item()
