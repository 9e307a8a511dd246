# rule: kinds.method_of_array
# source: constructed
# says: numpy
# says: x\.to\(torch\.float32\)
# %% before
import torch, numpy as np
x = torch.tensor([1, 2])
# %% fails
x.astype(np.float32)
# %% mended
x.to(torch.float32)
