# rule: kinds.dtype_of_numpy
# source: constructed
# says: torch\.float32
# %% before
import torch, numpy as np
# %% fails
torch.tensor([1, 2], dtype=np.float32)
# %% mended
torch.tensor([1, 2], dtype=torch.float32)
