# rule: conversions.of_an_array
# source: constructed
# says: text
# says: astype
# %% before
import torch, numpy as np
arr = np.array(["1.5", "2"])
# %% fails
torch.tensor(arr)
# %% mended
torch.tensor(arr.astype(np.float32))
