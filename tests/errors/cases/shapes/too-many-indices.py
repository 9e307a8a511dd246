# rule: dimensions.too_many_indices
# source: https://discuss.pytorch.org/t/how-to-solve-indexerror-too-many-indices-for-tensor-of-dimension-1/40168
# says: 3 indices
# says: 2 dimensions
# says: \(28, 28\)
# %% before
import torch
img = torch.rand(28, 28)
# %% fails
img[0, :, :]
# %% mended
img[:, 0]
