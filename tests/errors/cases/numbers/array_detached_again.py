# rule: kinds.method_of_tensor
# source: constructed
# says: numpy array already
# says: kept = out\.numpy\(\)
# %% before
import torch

out = torch.rand(5)
# %% fails
kept = out.numpy().detach().cpu()
# %% mended
kept = out.numpy()
