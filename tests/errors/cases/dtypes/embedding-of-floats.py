# rule: indices.embedding_of_floats
# source: https://discuss.pytorch.org/t/expected-tensor-for-argument-1-indices/
# says: long
# says: emb\(idx\.long\(\)\)
# %% before
import torch
from torch import nn
emb = nn.Embedding(10, 4)
idx = torch.tensor([1., 2.])
# %% fails
emb(idx)
# %% mended
emb(idx.long())
