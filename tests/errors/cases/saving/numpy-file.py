# rule: files_of_weights.not_weights
# source: constructed
# says: NumPy
# says: np\.load
# %% before
import torch
import numpy as np
np.save('x.npy', np.ones(3))
# %% fails
torch.load('x.npy')
# %% mended
import numpy as np
arr = np.load('x.npy')
