# rule: indices.index_of_floats
# source: https://stackoverflow.com/questions/tensors-used-as-indices-must-be-long
# says: float32
# says: x\[idx\.long\(\)\]
# %% before
import torch
x, idx = torch.rand(5), torch.tensor([0., 2.])
# %% fails
x[idx]
# %% mended
x[idx.long()]
