# rule: layers.linear_size
# source: constructed
# says: the\s+tensors\s+of\s+vecs
# says: h = torch\.cat\(vecs, 1\)
# %% before
import torch
from torch import nn
embs = nn.ModuleList([nn.Embedding(5, 4), nn.Embedding(6, 4)])
lin = nn.Linear(8, 1)
x = torch.randint(0, 5, (7, 2))
# %% fails
vecs = [e(x[:, i]) for i, e in enumerate(embs)]
h = torch.cat(vecs)
lin(h)
# %% mended
vecs = [e(x[:, i]) for i, e in enumerate(embs)]
h = torch.cat(vecs, 1)
lin(h)
