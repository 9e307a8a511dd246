# rule: kinds.function_given_no_tensor
# source: constructed
# says: array
# says: torch\.from_numpy\(a\)
# %% before
import torch, numpy as np
a = np.random.rand(3)
# %% fails
torch.sigmoid(a)
# %% mended
torch.sigmoid(torch.from_numpy(a))
