# rule: indices.index_of_floats
# source: constructed
# says: idx\.long\(\)
# %% before
import torch
p, idx = torch.rand(3, 4), torch.tensor([[0.], [1.], [2.]])
# %% fails
p.gather(1, idx)
# %% mended
p.gather(1, idx.long())
