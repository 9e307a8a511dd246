# rule: scalars.several_values
# source: constructed
# says: 4 values
# %% before
import torch
losses = torch.rand(4)
# %% fails
print(float(losses))
# %% mended
print(losses.tolist())
