# rule: kinds.method_of_tensor
# source: constructed
# says: float32 array of shape \(3, 10, 12\)
# says: numpy array, not a tensor
# says: torch\.from_numpy\(scan\.transpose\(2, 0, 1\)\)\.unsqueeze\(0\)
# %% before
import numpy as np
import torch

scan = np.ones((10, 12, 3), dtype="float32")
# %% fails
one = scan.transpose(2, 0, 1).unsqueeze(0)
# %% mended
one = torch.from_numpy(scan.transpose(2, 0, 1)).unsqueeze(0)
