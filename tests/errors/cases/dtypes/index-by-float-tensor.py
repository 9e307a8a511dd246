# rule: indices.index_of_floats
# source: https://stackoverflow.com/questions/60873477
# says: float32
# says: x\[idx\.long\(\)\]
# %% before
import torch
x, idx = torch.rand(5), torch.tensor([0., 2.])
# %% fails
x[idx]
# %% mended
x[idx.long()]
