# rule: arrays_as_tensors.method_of_tensor
# source: constructed
# says: float64 array of shape \(4, 2\)
# says: astype\('float32'\)
# says: torch\.from_numpy\(heights\)\.float\(\)
# %% before
import numpy as np

heights = np.ones((4, 2))
# %% fails
heights = heights.float()
# %% mended
import torch
torch.from_numpy(heights).float()
