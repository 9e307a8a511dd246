# rule: kinds.method_of_tensor
# source: constructed
# says: numpy array
# says: torch\.from_numpy\(img\)
# %% before
import torch, numpy as np
img = np.zeros((3, 8, 8))
# %% fails
img.unsqueeze(0)
# %% mended
torch.from_numpy(img).unsqueeze(0)
