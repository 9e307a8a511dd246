# rule: conversions.of_an_array
# source: constructed
# says: text
# says: np\.unique
# %% before
import torch, numpy as np
labels = np.array(["cat", "dog"])
# %% fails
torch.tensor(labels)
# %% mended
codes = np.unique(labels, return_inverse=True)[1]
torch.tensor(codes)
