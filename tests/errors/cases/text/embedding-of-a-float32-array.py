# rule: arrays_copied.embedding_of_an_array
# source: constructed
# says: from_pretrained\(torch\.from_numpy\(self\.vectors\)\)
# %% before
import numpy as np, torch
from torch import nn
class Net(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.vectors = vectors
        self.emb = nn.Embedding.from_pretrained(self.vectors)
vectors = np.ones((5, 3), dtype='float32')
# %% fails
net = Net(vectors)
# %% mended
class Net(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.vectors = vectors
        self.emb = nn.Embedding.from_pretrained(torch.from_numpy(self.vectors))
net = Net(vectors)
