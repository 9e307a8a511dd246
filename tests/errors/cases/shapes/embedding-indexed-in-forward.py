# rule: layers_as_tensors.indexed_like_a_tensor
# source: constructed
# says: self\.words is an nn\.Embedding, a layer
# says: return self\.words\(x\)\.mean\(1\)
# %% before
import torch
from torch import nn
# %% fails
class Bag(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(20, 4)
    def forward(self, x):
        return self.words[x].mean(1)
Bag()(torch.randint(0, 20, (2, 5)))
# %% mended
class Bag(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(20, 4)
    def forward(self, x):
        return self.words(x).mean(1)
Bag()(torch.randint(0, 20, (2, 5)))
