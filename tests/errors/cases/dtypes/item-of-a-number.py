# rule: kinds.method_of_tensor
# source: constructed
# says: number already
# %% before
import torch
loss = torch.tensor(.5).item()
# %% fails
total = loss.item()
# %% mended
total = loss
