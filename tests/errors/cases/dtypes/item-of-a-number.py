# rule: kinds.method_of_tensor
# source: https://forums.fast.ai/t/float-object-has-no-attribute-item/
# says: number already
# %% before
import torch
loss = torch.tensor(.5).item()
# %% fails
total = loss.item()
# %% mended
total = loss
