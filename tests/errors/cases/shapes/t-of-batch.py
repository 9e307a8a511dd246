# rule: dimensions.t_of_many
# source: constructed
# says: k\.transpose\(-2, -1\)
# %% before
import torch
k = torch.rand(2, 5, 8)
# %% fails
k.t()
# %% mended
k.transpose(-2, -1)
