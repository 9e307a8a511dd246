# rule: conversions.of_an_array
# source: https://stackoverflow.com/questions/55724123
# says: object
# says: astype\(np\.float32\)
# %% before
import torch, numpy as np
arr = np.array([1, 2.5, None], dtype=object)[:2]
# %% fails
torch.from_numpy(arr)
# %% mended
torch.from_numpy(arr.astype(np.float32))
