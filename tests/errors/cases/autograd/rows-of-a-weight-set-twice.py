# rule: autograd.leaf_in_place
# source: constructed
# says: with torch\.no_grad\(\):\s+emb\.weight\[0\] = 0\s+emb\.weight\[1\] = 1
# %% before
import torch
from torch import nn
# %% fails
def begin(emb):
    emb.weight[0] = 0
    emb.weight[1] = 1
    return emb
emb = begin(nn.Embedding(4, 3))
# %% mended
def begin(emb):
    with torch.no_grad():
        emb.weight[0] = 0
        emb.weight[1] = 1
    return emb
emb = begin(nn.Embedding(4, 3))
