# rule: indices.embedding_of_floats
# source: https://stackoverflow.com/questions/56360644
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
