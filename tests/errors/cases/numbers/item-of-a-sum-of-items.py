# rule: kinds.method_of_tensor
# source: constructed
# says: plain\s+number
# says: losses\s*/\s*2
# %% before
import torch
losses = 0.
for _ in range(2):
    losses += torch.rand(1).item()
# %% fails
mean = losses.item() / 2
# %% mended
mean = losses / 2
