# rule: kinds.dtype_of_numpy
# source: constructed
# says: x\.to\(torch\.float32\)
# %% before
import torch, numpy as np
x = torch.tensor([1, 2])
# %% fails
x.to(np.float32)
# %% mended
x.to(torch.float32)
